/** What went wrong, for people (French) and for programs (a stable code). Never carries personal data. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly errors: Record<string, unknown> | undefined;
  readonly allowed: readonly string[] | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly keptFile: { readonly id: string; readonly number: string } | undefined;

  constructor(given: {
    status: number;
    code: string;
    title: string;
    detail: string;
    errors?: Record<string, unknown> | undefined;
    allowed?: readonly string[];
    retryAfterSeconds?: number;
    /** Into which file the one that was asked for was merged. */
    keptFile?: { readonly id: string; readonly number: string };
  }) {
    super(given.detail);
    this.name = 'Problem';
    this.status = given.status;
    this.code = given.code;
    this.title = given.title;
    this.errors = given.errors;
    this.allowed = given.allowed;
    this.retryAfterSeconds = given.retryAfterSeconds;
    this.keptFile = given.keptFile;
  }
}

export const badRequest = (code: string, detail: string, allowed?: readonly string[]): Problem =>
  new Problem({
    status: 400,
    code,
    title: 'Demande mal formée',
    detail,
    ...(allowed === undefined ? {} : { allowed }),
  });

export const unauthenticated = (): Problem =>
  new Problem({
    status: 401,
    code: 'not_signed_in',
    title: 'Connexion nécessaire',
    detail: 'Connectez-vous pour continuer.',
  });

export const signedInAsAnother = (): Problem =>
  new Problem({
    status: 409,
    code: 'signed_in_as_another',
    title: 'Autre session',
    detail: 'Une autre personne s’est connectée dans ce navigateur\u00a0: rechargez la page. Rien n’a été enregistré.',
  });

export const forbidden = (code = 'not_allowed_for_role', detail = 'Votre rôle ne permet pas cette action.'): Problem =>
  new Problem({ status: 403, code, title: 'Action interdite', detail });

export const secondFactorToEnrol = (): Problem =>
  forbidden('second_factor_to_enrol', 'Enregistrez d’abord votre second facteur de connexion.');

export const secondFactorToShow = (): Problem =>
  forbidden('second_factor_to_show', 'Saisissez d’abord le code de votre application de connexion.');

export const freshFactorNeeded = (): Problem =>
  forbidden(
    'fresh_factor_needed',
    'Cette action demande un code de votre application, saisi depuis moins de cinq minutes.',
  );

/** Out of reach and absent are one and the same answer (decision 19). */
export const notFound = (): Problem =>
  new Problem({
    status: 404,
    code: 'not_found',
    title: 'Introuvable',
    detail: 'Cet élément n’existe pas, ou vous n’y avez pas accès.',
  });

export const conflict = (code: string, detail: string): Problem =>
  new Problem({ status: 409, code, title: 'Action impossible en l’état', detail });

export const staleVersion = (detail: string): Problem =>
  new Problem({ status: 412, code: 'stale_version', title: 'Modifié entre-temps', detail });

export const unfit = (code: string, detail: string, errors?: Record<string, unknown>): Problem =>
  new Problem({ status: 422, code, title: 'Saisie à corriger', detail, errors });
