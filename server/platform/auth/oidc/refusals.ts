import { Problem } from '../../http/problem.ts';

const UNVERIFIED =
  'La réponse du fournisseur d’identité n’a pas pu être vérifiée. Recommencez la connexion\u202f; si cela se reproduit, prévenez la personne qui administre Jalon.';
const UNVERIFIED_ANSWER = { status: 400, sentence: UNVERIFIED } as const;

/**
 * Every way in which a sign-in through a provider ends without a session. Defects of a token have each their code, for
 * whoever keeps the server, and one sentence: nothing of it can be mended by the person in front of the screen.
 */
const REFUSALS = {
  oidc_callback_malformed: UNVERIFIED_ANSWER,
  oidc_state_mismatch: {
    status: 400,
    sentence: 'Cette connexion n’a pas été commencée dans ce navigateur. Recommencez depuis la page de connexion.',
  },
  oidc_flow_unknown: {
    status: 400,
    sentence: 'Cette connexion a expiré, ou a déjà servi. Recommencez depuis la page de connexion.',
  },
  oidc_cancelled: {
    status: 400,
    sentence: 'La connexion a été abandonnée chez le fournisseur d’identité. Rien n’a été ouvert.',
  },
  oidc_provider_error: {
    status: 400,
    sentence: 'Le fournisseur d’identité n’a pas pu vous reconnaître. Réessayez dans un moment.',
  },
  oidc_unreachable: {
    status: 503,
    sentence: 'Le fournisseur d’identité ne répond pas pour l’instant. Réessayez dans un moment.',
  },
  oidc_code_refused: {
    status: 400,
    sentence:
      'Le fournisseur d’identité a refusé de terminer cette connexion. Recommencez depuis la page de connexion.',
  },
  oidc_answer_refused: UNVERIFIED_ANSWER,
  oidc_issuer_mismatch: UNVERIFIED_ANSWER,
  oidc_audience_mismatch: UNVERIFIED_ANSWER,
  oidc_nonce_mismatch: UNVERIFIED_ANSWER,
  oidc_token_expired: UNVERIFIED_ANSWER,
  oidc_algorithm_refused: UNVERIFIED_ANSWER,
  oidc_signature_refused: UNVERIFIED_ANSWER,
  oidc_subject_mismatch: UNVERIFIED_ANSWER,
  oidc_userinfo_unsigned: UNVERIFIED_ANSWER,
  oidc_siret_missing: {
    status: 403,
    sentence:
      'Le fournisseur d’identité n’a pas dit pour quelle structure vous travaillez (SIRET absent ou erroné). Demandez à la personne qui administre Jalon.',
  },
  oidc_siret_not_allowed: {
    status: 403,
    sentence:
      'La structure indiquée par le fournisseur d’identité n’utilise pas ce service. Demandez à la personne qui administre Jalon.',
  },
  oidc_siret_of_another_organisation: {
    status: 403,
    sentence:
      'La structure indiquée par le fournisseur d’identité n’est pas celle de votre compte Jalon. Demandez à la personne qui administre Jalon.',
  },
  identity_unknown: {
    status: 403,
    sentence:
      'Aucun compte Jalon n’est lié à cette identité. Connectez-vous avec votre mot de passe pour la lier, ou demandez une invitation.',
  },
  identity_taken: {
    status: 409,
    sentence: 'Cette identité est déjà liée à un autre compte Jalon. Rien n’a été changé.',
  },
  account_already_open: {
    status: 403,
    sentence:
      'Ce compte a déjà un mot de passe ou une identité\u00a0: connectez-vous ainsi. Une invitation ne sert que la première fois.',
  },
  invitation_unknown: {
    status: 403,
    sentence: 'Cette invitation n’existe pas, a expiré, ou a déjà servi. Demandez-en une autre.',
  },
} as const satisfies Record<string, { status: number; sentence: string }>;

export type RefusalCode = keyof typeof REFUSALS;
export const REFUSAL_CODES = Object.keys(REFUSALS) as readonly RefusalCode[];

export function refusal(code: RefusalCode): Problem {
  const { status, sentence } = REFUSALS[code];
  return new Problem({
    status,
    code,
    title: 'Connexion refusée',
    detail: sentence,
    ...(status === 503 ? { retryAfterSeconds: 30 } : {}),
  });
}
