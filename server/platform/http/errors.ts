import type { ErrorRequestHandler } from 'express';
import type { Logger } from '../logger.ts';
import { languageOf, saidIn } from './language.ts';
import { conflict, Problem } from './problem.ts';
import { inEnglish } from './refusalsInEnglish.ts';
import { requestIdOf } from './route.ts';

/** The last handler: every error leaves as problem+json, in French unless the interface is in English, without stack nor SQL. */
export function errorHandler(logger: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const french = asProblem(error);
    const english = languageOf(request) === 'en' ? inEnglish(french) : undefined;
    const problem = english ?? french;
    const requestId = requestIdOf(response);
    // The message of an unknown error may quote a value: only its kind goes to the log, with the place it came from.
    if (problem.status >= 500)
      logger.error({ requestId, method: request.method, kind: kindOf(error), at: placeOf(error) }, 'unexpected error');
    saidIn(response, english === undefined ? 'fr' : 'en');
    if (problem.retryAfterSeconds !== undefined) response.set('Retry-After', String(problem.retryAfterSeconds));
    response
      .status(problem.status)
      .type('application/problem+json')
      .send(
        JSON.stringify({
          type: `urn:jalon:problem:${problem.code}`,
          title: problem.title,
          status: problem.status,
          detail: problem.message,
          instance: requestId,
          code: problem.code,
          message: problem.message,
          ...(problem.errors === undefined ? {} : { errors: problem.errors }),
          ...(problem.keptFile === undefined ? {} : { keptFile: problem.keptFile }),
          ...(problem.allowed === undefined ? {} : { allowed: problem.allowed }),
        }),
      );
  };
}

function kindOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return `${error instanceof Error ? error.name : typeof error}${typeof code === 'string' ? ` ${code}` : ''}`;
}

function placeOf(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return stack
    .split('\n')
    .filter((line) => line.trim().startsWith('at '))
    .slice(0, 6)
    .map((line) => line.trim());
}

const BODY_PROBLEMS: Record<string, Problem> = {
  'entity.too.large': new Problem({
    status: 413,
    code: 'too_large',
    title: 'Demande trop volumineuse',
    detail: 'Cette demande est trop volumineuse.',
  }),
  'entity.parse.failed': new Problem({
    status: 400,
    code: 'malformed_body',
    title: 'Demande mal formée',
    detail: 'Le corps de la demande n’est pas du JSON.',
  }),
  'encoding.unsupported': new Problem({
    status: 415,
    code: 'unsupported_encoding',
    title: 'Format non pris en charge',
    detail: 'Cet encodage n’est pas pris en charge.',
  }),
  'charset.unsupported': new Problem({
    status: 415,
    code: 'unsupported_charset',
    title: 'Format non pris en charge',
    detail: 'Ce jeu de caractères n’est pas pris en charge.',
  }),
};

const UNAVAILABLE = new Problem({
  status: 503,
  code: 'unavailable',
  title: 'Service momentanément indisponible',
  detail: 'Le service ne répond pas pour l’instant. Rien n’a été enregistré\u00a0: réessayez dans un moment.',
  retryAfterSeconds: 5,
});
const BUSY = new Problem({
  status: 503,
  code: 'busy',
  title: 'Service occupé',
  detail: 'Quelqu’un d’autre modifie ce dossier. Rien n’a été enregistré\u00a0: réessayez.',
  retryAfterSeconds: 1,
});

const REFERENT_LEFT = conflict(
  'referent_just_left',
  'Ce compte vient d’être désactivé ou de changer de structure\u00a0: choisissez une autre personne.',
);

/** What a constraint of the database refuses, when a use case could not see it coming: out of its reach, or a race. */
const CONSTRAINT_PROBLEMS: Record<string, Problem> = {
  people_organisation_id_foreigner_number_key: conflict(
    'person_already_followed',
    'Une personne portant ce numéro étranger est déjà suivie par votre structure\u00a0: cherchez son dossier.',
  ),
  pathways_referent_is_there: REFERENT_LEFT,
  pathways_referent_id_organisation_id_fkey: REFERENT_LEFT,
  accounts_email_key: conflict('email_taken', 'Un compte porte déjà cette adresse.'),
  organisations_name_key: conflict('name_taken', 'Une structure porte déjà ce nom.'),
};

/** What the pool says, without a code, when no connection came free in time, or a new one was not made in time. */
const POOL_TIMEOUTS: ReadonlySet<string> = new Set([
  'timeout exceeded when trying to connect',
  'Connection terminated due to connection timeout',
]);

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { type, code, status, constraint } = (error ?? {}) as {
    type?: string;
    code?: string;
    status?: number;
    constraint?: string;
  };
  const constraintProblem = constraint === undefined ? undefined : CONSTRAINT_PROBLEMS[constraint];
  if (constraintProblem !== undefined) return constraintProblem;
  const bodyProblem = type === undefined ? undefined : BODY_PROBLEMS[type];
  if (bodyProblem !== undefined) return bodyProblem;
  if (error instanceof URIError || status === 400)
    return new Problem({
      status: 400,
      code: 'malformed_request',
      title: 'Demande mal formée',
      detail: 'Cette demande est mal formée.',
    });
  if (code === '55P03' || code === '40P01' || code === '40001') return BUSY;
  if (
    code === 'ECONNREFUSED' ||
    code === 'ECONNRESET' ||
    code?.startsWith('57P') ||
    code?.startsWith('08') ||
    code === '53300' ||
    // Cut by its time limit, here or in the queue for a connection: the service is loaded, nothing is wrong.
    code === '57014' ||
    (error instanceof Error && POOL_TIMEOUTS.has(error.message))
  )
    return UNAVAILABLE;
  if (code === '22021' || code === '22P05' || code === '22P02')
    return new Problem({
      status: 422,
      code: 'unstorable_character',
      title: 'Saisie à corriger',
      detail: 'Un caractère de cette saisie ne peut pas être enregistré.',
    });
  return new Problem({
    status: 500,
    code: 'unexpected',
    title: 'Erreur inattendue',
    detail:
      'Une erreur inattendue s’est produite. Rien n’a été enregistré. Réessayez\u202f; si cela recommence, prévenez l’assistance.',
  });
}
