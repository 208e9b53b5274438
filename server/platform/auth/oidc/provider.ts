import * as oidc from 'openid-client';
import { Problem } from '../../http/problem.ts';
import { boundedFetch } from './boundedFetch.ts';
import { readIdentity, type Claims, type VerifiedIdentity } from './identity.ts';
import type { OidcSettings } from './oidcSettings.ts';
import type { FlowSecrets } from './pendingFlows.ts';
import { PROFILES, type ProfileName } from './profiles.ts';
import { refusal } from './refusals.ts';
import { whyRefused } from './whyRefused.ts';

export const CALLBACK_PATH = '/api/session/oidc/callback';

/** Clocks of two machines differ a little. */
const CLOCK_TOLERANCE_SECONDS = 10;
/** A provider changes its addresses rarely, and its keys are read again whenever an unknown one signs. */
const METADATA_LIFE_MS = 3_600_000;
const ANSWER_WITHIN_SECONDS = 5;

/** The identity provider, as the rest of the program knows it. Every refusal is a Problem with a code of its own. */
export interface IdentityProvider {
  readonly settings: OidcSettings;
  /** Where to send the browser. */
  authorizationUrl(secrets: FlowSecrets): Promise<string>;
  /** Exchanges the code that came back, and verifies everything that comes with it. */
  recognise(callback: URLSearchParams, secrets: FlowSecrets): Promise<VerifiedIdentity>;
  /** Where the browser ends the provider's own session; undefined when it has no such place, or does not answer. */
  endSessionUrl(idToken: string, state: string): Promise<string | undefined>;
}

export interface ProviderOptions {
  readonly settings: OidcSettings;
  readonly now: () => Date;
  readonly answerWithinSeconds?: number;
}

export function identityProvider({ settings, now, answerWithinSeconds }: ProviderOptions): IdentityProvider {
  const profile = PROFILES[settings.profile];
  const redirectUri = `${settings.publicUrl}${CALLBACK_PATH}`;
  const configuration = keptFor(METADATA_LIFE_MS, now, () => discover(settings, answerWithinSeconds));

  return {
    settings,
    authorizationUrl: (secrets) =>
      saying(async () => {
        const config = await configuration();
        const parameters = new URLSearchParams({
          redirect_uri: redirectUri,
          scope: profile.scope,
          state: secrets.state,
          nonce: secrets.nonce,
        });
        if (profile.claims !== undefined) parameters.set('claims', JSON.stringify(profile.claims));
        if (usesPkce(config)) {
          parameters.set('code_challenge', await oidc.calculatePKCECodeChallenge(secrets.verifier));
          parameters.set('code_challenge_method', 'S256');
        }
        return oidc.buildAuthorizationUrl(config, parameters).href;
      }),
    recognise: (callback, secrets) =>
      saying(async () => {
        const config = await configuration();
        const tokens = await oidc.authorizationCodeGrant(config, new URL(`${redirectUri}?${callback.toString()}`), {
          expectedState: secrets.state,
          expectedNonce: secrets.nonce,
          idTokenExpected: true,
          ...(usesPkce(config) ? { pkceCodeVerifier: secrets.verifier } : {}),
        });
        const idClaims = tokens.claims();
        if (idClaims === undefined || tokens.id_token === undefined) throw refusal('oidc_answer_refused');
        const about = profile.userinfo ? await readUserinfo(config, tokens.access_token, idClaims.sub) : idClaims;
        return readIdentity({ idClaims, about, idToken: tokens.id_token }, settings);
      }),
    endSessionUrl: async (idToken, state) => {
      const config = await configuration().catch(() => undefined);
      if (config?.serverMetadata().end_session_endpoint === undefined) return undefined;
      return oidc.buildEndSessionUrl(config, {
        id_token_hint: idToken,
        post_logout_redirect_uri: `${settings.publicUrl}/`,
        state,
      }).href;
    },
  };
}

/** How people know it: a federation by its name, another by the host that they are sent to. */
export function providerName({ settings }: IdentityProvider): { profile: ProfileName; name: string } {
  const { profile, issuer } = settings;
  return { profile, name: profile === 'proconnect' ? 'ProConnect' : new URL(issuer).hostname };
}

async function discover(settings: OidcSettings, timeout = ANSWER_WITHIN_SECONDS): Promise<oidc.Configuration> {
  const { clientId, clientSecret, algorithm, profile } = settings;
  const issuer = new URL(settings.issuer);
  const authenticate =
    PROFILES[profile].secretIn === 'body' ? oidc.ClientSecretPost(clientSecret) : oidc.ClientSecretBasic(clientSecret);
  const config = await oidc.discovery(
    issuer,
    clientId,
    {
      client_secret: clientSecret,
      // The registered algorithm, and no other that a token might name: neither `none`, nor a shared key.
      id_token_signed_response_alg: algorithm,
      ...(PROFILES[profile].userinfo ? { userinfo_signed_response_alg: algorithm } : {}),
      [oidc.clockTolerance]: CLOCK_TOLERANCE_SECONDS,
    },
    authenticate,
    {
      timeout,
      [oidc.customFetch]: boundedFetch,
      // Signatures are verified although tokens come straight from the provider: userinfo proves who, over a proxy too.
      execute: [oidc.enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [])],
    },
  );
  // To the letter: the library overlooks a slash, and knows providers whose issuer is a pattern for anybody’s.
  if (config.serverMetadata().issuer !== settings.issuer) throw refusal('oidc_issuer_mismatch');
  return config;
}

function usesPkce(config: oidc.Configuration): boolean {
  return config.serverMetadata().supportsPKCE('S256');
}

/** Signed userinfo, for us and by this issuer: the library checks those claims only when they are there. */
async function readUserinfo(config: oidc.Configuration, accessToken: string, subject: string): Promise<Claims> {
  const claims = await oidc.fetchUserInfo(config, accessToken, subject);
  if (claims['iss'] === undefined) throw refusal('oidc_issuer_mismatch');
  if (claims['aud'] === undefined) throw refusal('oidc_audience_mismatch');
  return claims;
}

/** Turns what the library refuses into a refusal of ours; anything else is a mistake, and stays one. */
async function saying<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Problem ? undefined : whyRefused(error);
    throw code === undefined ? error : Object.assign(refusal(code), { cause: error });
  }
}

/** Keeps what was found for a while; a failure is not kept. */
function keptFor<T>(life: number, now: () => Date, find: () => Promise<T>): () => Promise<T> {
  let kept: { readonly until: number; readonly found: Promise<T> } | undefined;
  return () => {
    if (kept !== undefined && now().getTime() < kept.until) return kept.found;
    const found = find();
    const mine = { until: now().getTime() + life, found };
    kept = mine;
    found.catch(() => {
      if (kept === mine) kept = undefined;
    });
    return found;
  };
}
