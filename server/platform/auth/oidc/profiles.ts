/** What is particular to a provider. What is not here is the same for all: code flow, state, nonce, signed tokens. */
export interface Profile {
  readonly scope: string;
  /** Parameter `claims` of the request: what the ID token must say of how the person was recognised. */
  readonly claims: object | undefined;
  /** How the secret is sent to the token endpoint. */
  readonly secretIn: 'body' | 'header';
  /** Whether identity claims come from a userinfo answer, always signed; elsewhere they are in the ID token. */
  readonly userinfo: boolean;
  /** Levels of assurance (`acr`) that mean two factors. */
  readonly twoFactorLevels: readonly string[];
}

export const PROFILES = {
  /**
   * The federation of the French public service. It refuses a request with a parameter that it does not know, hence no
   * `acr_values` and no PKCE unless announced; its codes live thirty seconds, its access tokens sixty.
   */
  proconnect: {
    scope: 'openid given_name usual_name email uid siret idp_id',
    claims: { id_token: { amr: null, acr: null } },
    secretIn: 'body',
    userinfo: true,
    twoFactorLevels: [
      'eidas2',
      'eidas3',
      'https://proconnect.gouv.fr/assurance/self-asserted-2fa',
      'https://proconnect.gouv.fr/assurance/consistency-checked-2fa',
    ],
  },
  generic: {
    scope: 'openid',
    claims: undefined,
    secretIn: 'header',
    userinfo: false,
    twoFactorLevels: [],
  },
} as const satisfies Record<string, Profile>;

export type ProfileName = keyof typeof PROFILES;
export const PROFILE_NAMES = Object.keys(PROFILES) as readonly ProfileName[];

/** Asymmetric only: a key that both sides know would let whoever reads it here sign in as anybody. */
export const SIGNING_ALGORITHMS = ['RS256', 'PS256', 'ES256'] as const;
export type SigningAlgorithm = (typeof SIGNING_ALGORITHMS)[number];
