import { createHash } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import type { z, ZodType } from 'zod';
import type { Action } from '../../domain/access/actions.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { mayEver } from '../../domain/access/roles.ts';
import { ACTION_WORDS } from '../../domain/access/words.ts';
import { PURPOSE_OF_ROLE, type AuditEntry, type AuditKind, type AuditPurpose } from '../../domain/audit/entry.ts';
import { DAILY_QUOTAS, type Quotas } from '../../domain/audit/quotas.ts';
import { fieldNames } from '../../domain/audit/fieldNames.ts';
import type { CalendarDay } from '../../domain/calendar/calendarDay.ts';
import { dayInParis } from '../../domain/calendar/dayInParis.ts';
import type { Language } from '../../domain/language/language.ts';
import { countNamings } from '../audit/countNamings.ts';
import { countOpening } from '../audit/countOpening.ts';
import { leavingOneEntry, type Trace } from '../audit/leavingOneEntry.ts';
import type { Auth } from '../auth/auth.ts';
import { freshUntil, renewSession, type SignedIn, type SignedInRequest } from '../auth/ownSession.ts';
import { verifyCode } from '../auth/secondFactor.ts';
import { hashedSid } from '../auth/sessionStore.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { Db } from '../database/db.ts';
import { endDraft, readEndedDraft } from './endDraft.ts';
import { answerOnce } from './idempotency.ts';
import { languageOf, saidIn } from './language.ts';
import {
  badRequest,
  forbidden,
  freshFactorNeeded,
  Problem,
  secondFactorToEnrol,
  secondFactorToShow,
  signedInAsAnother,
  unauthenticated,
  unfit,
} from './problem.ts';
import { versionNamed } from './versionNamed.ts';
import { whereItWent } from './whereItWent.ts';
import { errorsByField, sayIssue } from './zodErrors.ts';

/** What a use case receives: who acts, the one door to the data, the day, and the language of whoever reads the answer. */
export interface Context {
  readonly actor: Actor;
  readonly db: Db;
  readonly today: CalendarDay;
  readonly language: Language;
  readonly clock: Clock;
  readonly requestId: string;
  /** Names the session without opening it: what is given for a session ends with it. */
  readonly sessionKey: string;
  readonly settings: Settings;
  /**
   * A second factor given with the request itself, when an act asks for one (`{reason, code}`): a code serves once, here
   * or anywhere. False for a wrong one; throws 429 after five in five minutes.
   */
  readonly secondFactor: { verify(code: string): Promise<boolean> };
  /** The session that carries the request, and what it rests on: for the use cases of signing in. */
  readonly session: OwnSession;
  readonly auth: Auth;
}

/** What whoever runs Jalon may set, and a use case needs. */
export interface Settings {
  /** Days during which the structure that handed a file over reads it still. */
  readonly transferReadingDays: number;
}

/** The session that carries a request. */
export interface OwnSession extends SignedIn {
  /** As the table of sessions knows it. */
  hashedSid(): string;
  /** Until when its second factor counts as fresh; undefined when it does not. */
  freshUntil(): Date | undefined;
  /** Gives it a new identifier: the former cookie is worth nothing any more. */
  renew(changes: { readonly factorAt?: Date; readonly epoch?: number }): Promise<void>;
}

/** What a use case answers: a body, and what goes with it. */
export interface Answer<T> {
  readonly body: T;
  readonly status?: number;
  readonly etag?: string;
  readonly contentRange?: string;
  readonly location?: string;
  /** Files that the answer tells of without naming them, for the audit trail. */
  readonly tellsOf?: readonly string[];
  /** Names of the fields that were written, for the audit trail, where the body names none of them. */
  readonly fields?: readonly string[];
  /** Of its sentences, where it is not the one asked for: an answer kept is given again as it was. */
  readonly language?: Language;
  /** Work to start once the transaction is committed. */
  readonly then?: AfterCommit;
}

/** What may be started behind an answer. */
export type AfterCommit = 'confirmImport' | 'computeAgain';

export interface Input<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** Version that the caller has seen, from If-Match; undefined when not given. */
  readonly ifMatch: number | undefined;
}

/**
 * What an operation leaves in the audit trail: which files its answer tells of or its body changed. The fields are named from
 * the body of a write, from the answer of a read. `none` is for what touches neither a person nor a file, and says why.
 */
export type Audit<P = unknown, Q = unknown, B = unknown, R = unknown> =
  | {
      readonly kind: AuditKind;
      readonly files: (answer: R, input: Input<P, Q, B>) => readonly string[];
      /** When it is not what the role is there for. */
      readonly purpose?: AuditPurpose;
      /** What was made, where no identifier was asked. */
      readonly made?: (answer: R) => string;
      /** Of what does several acts at once: each leaves the entry of the operation that does it alone. */
      readonly acts?: (body: B) => readonly { readonly operation: string; readonly body: unknown }[];
      /** Why the files that it names are not counted among those of the day. */
      readonly uncounted?: string;
    }
  | { readonly none: string };

export interface Route<P = unknown, Q = unknown, B = unknown, R = unknown> {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** Express path under /api. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly access: Action;
  readonly audit: Audit<P, Q, B, R>;
  /**
   * `actor`: row policies of the role. `reporting`: a role that cannot read people. `rules`: counts over every file, for
   * who sets the rules.
   */
  readonly transaction: 'actor' | 'reporting' | 'rules';
  readonly params?: ZodType<P>;
  /** Parameters of a query string; a list reads its own (`listQuery`). */
  readonly query?: ZodType<Q>;
  readonly list?: { readonly filters: Record<string, ZodType>; readonly sorts: readonly string[] };
  readonly body?: ZodType<B>;
  readonly output: ZodType<R>;
  readonly status?: number;
  /** Idempotency-Key required: the same key gives the same answer. */
  readonly idempotent?: boolean;
  /** Of an idempotent route: whether who asks again still reaches what was answered. */
  readonly isReached?: (db: Db, body: { readonly id: string }, actor: Actor) => Promise<boolean>;
  readonly ifMatch?: 'required' | 'optional';
  /** What a form sends: the draft of it (`Ends-Draft`) goes in the same transaction. */
  readonly endsDraft?: true;
  /**
   * A second factor shown within five minutes is needed: `POST /session/factor` renews it. `OUTSIDE_THE_DEMO`: whoever
   * signs in with one step, in a demo, is not asked for it.
   */
  readonly freshFactor?: true | 'OUTSIDE_THE_DEMO';
  /** Open to a session that has a second factor to enrol, or to show, before anything else. */
  readonly whileEnrolling?: true;
  readonly run: (context: Context, input: Input<P, Q, B>) => Promise<Answer<R>>;
}

/** A route declares; it does not decide. Types of params, query, body and answer are inferred from its schemas. */
export function route<P, Q, B, R>(declared: Route<P, Q, B, R>): Route {
  return declared as unknown as Route;
}

export interface Dependencies {
  readonly database: Database;
  readonly auth: Auth;
  readonly clock: Clock;
  readonly settings: Settings;
  /** Files that may be opened, and named, in a day. */
  readonly quotas?: Quotas;
  /** Starts work that goes on after the answer, for the record that the route names `:id`; may hold the answer a little. */
  readonly afterCommit?: (work: AfterCommit, actor: Actor, id: string) => void | Promise<void>;
}

/** The Express handler of a route: access, input, transaction with its one entry, answer, in that order. */
export function handlerOf(
  declared: Route,
  { database, auth, clock, settings, quotas = DAILY_QUOTAS, afterCommit }: Dependencies,
) {
  return async (request: Request, response: Response, _next: NextFunction): Promise<void> => {
    const actor = actorOf(request, declared);
    const requestId = requestIdOf(response);
    const trace = traceOf(declared, actor, request, requestId);
    let input: Input<unknown, unknown, unknown> | undefined;
    const act = async (): Promise<Answer<unknown>> => {
      if (!mayEver(actor.role, declared.access))
        throw forbidden('not_allowed_for_role', ACTION_WORDS[declared.access].refusal);
      const session = ownSession(request, auth);
      if (owesFreshFactor(declared, session)) throw freshFactorNeeded();
      const read = (input = readInput(declared, request));
      const idempotencyKey = declared.idempotent === true ? readIdempotencyKey(request) : undefined;
      const today = clock.today();
      const language = languageOf(request);
      const secondFactor = { verify: (code: string): Promise<boolean> => verifyCode(auth, actor.accountId, code) };
      const told = { requestId, sessionKey: sessionKeyOf(request), settings, secondFactor, session, auth };
      const ended = declared.endsDraft === true ? readEndedDraft(request) : undefined;
      const work = (db: Db): Promise<Answer<unknown>> =>
        declared.run({ actor, db, today, language, clock, ...told }, read);
      const once = (db: Db): Promise<Answer<unknown>> =>
        idempotencyKey === undefined
          ? work(db)
          : answerOnce(
              db,
              {
                accountId: actor.accountId,
                key: idempotencyKey,
                operation: `${declared.operationId} ${request.path}`,
                bodyHash: hashOf(read.body),
                language,
                ...isReachedBy(declared, actor),
              },
              () => work(db),
            );
      const done = within(declared.transaction, actor, once, database, async (db, answer) => {
        if (ended !== undefined) await endDraft(db, actor, ended);
        if (trace === undefined) return;
        const entry = { ...trace(read, answer), outcome: 'DONE' as const };
        // The day is the real one, even where the setting TODAY holds the deadlines back.
        const day = dayInParis(clock.now());
        await countOpening(db, actor, entry, { day, quotas: quotas.openings });
        if (isCounted(declared)) await countNamings(db, actor, entry, { day, quotas: quotas.namings[actor.role] });
        for (const act of entriesOf(declared, read, entry)) await db.audit(actor, act);
      });
      return done.catch(async (error: unknown) => {
        throw await whereItWent(error, declared, request, { actor, database });
      });
    };
    const answer = await (trace === undefined
      ? act()
      : leavingOneEntry({ database, actor }, () => trace(input, undefined), act));
    const { id = '' } = (input?.params ?? {}) as { id?: string };
    if (answer.then !== undefined) await afterCommit?.(answer.then, actor, id);
    send(response, declared, { language: languageOf(request), ...answer });
  };
}

function isReachedBy(
  { isReached }: Route,
  actor: Actor,
): { isReached?: (db: Db, body: { readonly id: string }) => Promise<boolean> } {
  return isReached === undefined ? {} : { isReached: (db, body) => isReached(db, body, actor) };
}

/** The transaction of an operation, its entry last. What is only counted leaves its entry after the count, before the answer. */
async function within<T>(
  transaction: Route['transaction'],
  actor: Actor,
  work: (db: Db) => Promise<T>,
  database: Database,
  leave: (db: Db, result: T) => Promise<void>,
): Promise<T> {
  const workAndLeave = async (db: Db): Promise<T> => {
    const result = await work(db);
    await leave(db, result);
    return result;
  };
  if (transaction === 'rules') return database.inRulesTransaction(workAndLeave);
  if (transaction === 'actor') return database.inActorTransaction(actor, workAndLeave);
  // Reports are read on one snapshot, in which the chain may have moved on: no person is in reach of it.
  const counted = await database.inReportingTransaction(actor, work);
  await database.inActorTransaction(actor, (db) => leave(db, counted));
  return counted;
}

function owesFreshFactor({ freshFactor }: Route, { freshUntil: until, isOneStep }: OwnSession): boolean {
  if (freshFactor === undefined || (freshFactor === 'OUTSIDE_THE_DEMO' && isOneStep)) return false;
  return until() === undefined;
}

/** Whether an answer may name what was not asked by its identifier. Whoever writes names the file herself. */
function isCounted({ audit }: Route): boolean {
  return !('none' in audit) && audit.kind !== 'WRITE' && audit.uncounted === undefined;
}

/** One entry; of several acts at once, one of each, with the fields of its own part. */
function entriesOf({ audit }: Route, { body }: Input<unknown, unknown, unknown>, entry: AuditEntry): AuditEntry[] {
  if ('none' in audit || audit.acts === undefined) return [entry];
  return audit
    .acts(body)
    .map((act) => ({ ...entry, operation: act.operation, fields: fieldNames(act.body, { deep: true }) }));
}

function filesOf(named: readonly string[], { tellsOf = [] }: Answer<unknown>): string[] {
  return [...new Set([...named, ...tellsOf])];
}

type TraceOf = (input: Input<unknown, unknown, unknown> | undefined, answer: Answer<unknown> | undefined) => Trace;

/** What the entry of a request says, once it is answered, or refused; undefined for what leaves none. */
function traceOf(declared: Route, actor: Actor, request: Request, requestId: string): TraceOf | undefined {
  const { audit, operationId, list } = declared;
  if ('none' in audit) return undefined;
  return (input, answer) => ({
    operation: operationId,
    kind: audit.kind,
    purpose: audit.purpose ?? PURPOSE_OF_ROLE[actor.role],
    askedId: answer === undefined || audit.made === undefined ? askedId(request) : audit.made(answer.body),
    pathwayIds: input === undefined || answer === undefined ? [] : filesOf(audit.files(answer.body, input), answer),
    fields: [
      ...(audit.kind === 'READ' ? [] : fieldNames(input?.body, { deep: true })),
      ...(answer?.fields ?? []),
      ...(audit.kind === 'WRITE' ? [] : fieldNames(answer?.body, { deep: false })),
      ...(input === undefined ? [] : list === undefined ? namesIn('query', input.query) : filterNames(list, request)),
    ],
    requestId,
  });
}

function askedId({ params }: Request): string | null {
  const { id } = params as { id?: string };
  return id !== undefined && UUID.test(id) ? id.toLowerCase() : null;
}

function namesIn(part: string, values: unknown): string[] {
  return fieldNames(values, { deep: false }).map((name) => `${part}.${name}`);
}

/** The filters of a list that it knows: a name that it does not know might be a word that was searched. */
function filterNames({ filters }: NonNullable<Route['list']>, { query }: Request): string[] {
  const given = typeof query['filter'] === 'string' ? query['filter'] : '';
  try {
    return namesIn('filter', JSON.parse(given)).filter((name) => Object.hasOwn(filters, name.slice('filter.'.length)));
  } catch {
    return [];
  }
}

/**
 * The person signed in. Throws 401; 409 when the page believes it is somebody else; and 403 when
 * she has a second factor to enrol or to show, except where she does.
 */
export function actorOf(request: Request, { whileEnrolling = false }: { whileEnrolling?: boolean } = {}): Actor {
  const { account, isComplete } = signedInOf(request);
  // One browser has one session: a page of before somebody else signed in would write, and be answered, in her name.
  const believed = request.get('Signed-In-As');
  if (believed !== undefined && believed !== account.actor.accountId) throw signedInAsAnother();
  if (!isComplete && !whileEnrolling) throw account.hasFactor ? secondFactorToShow() : secondFactorToEnrol();
  return account.actor;
}

/** The sign-in that carries the request. Throws 401. */
export function signedInOf(request: Request): SignedIn {
  const { signedIn } = request as SignedInRequest;
  if (signedIn === undefined) throw unauthenticated();
  return signedIn;
}

function ownSession(request: Request, auth: Auth): OwnSession {
  return {
    ...signedInOf(request),
    hashedSid: () => hashedSid(request.sessionID),
    freshUntil: () => freshUntil(signedInOf(request).factorAt, auth.clock.now()),
    renew: (changes) => renewSession(request, auth, changes),
  };
}

export function requestIdOf(response: Response): string {
  return String(response.locals['requestId'] ?? '');
}

/** Of the session from its sign-in to its end, whatever identifiers it takes meanwhile. */
function sessionKeyOf({ session, sessionID }: Request): string {
  return createHash('sha256')
    .update(`what is given for ${session.key ?? sessionID}`)
    .digest('base64url');
}

function hashOf(body: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(body) ?? '')
    .digest('hex');
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Reads the key that makes a repeated request harmless. Throws 400 when it is missing or not a UUID. */
export function readIdempotencyKey(request: Request): string {
  const key = request.get('Idempotency-Key');
  if (key === undefined)
    throw badRequest('idempotency_key_missing', 'Cette opération demande un en-tête Idempotency-Key (un UUID).');
  if (!UUID.test(key)) throw badRequest('idempotency_key_malformed', 'L’en-tête Idempotency-Key doit être un UUID.');
  return key.toLowerCase();
}

function readInput(declared: Route, request: Request): Input<unknown, unknown, unknown> {
  return {
    params: declared.params === undefined ? {} : readParams(declared.params, request.params),
    query: declared.list !== undefined ? request.query : readQuery(declared.query, request.query),
    body: declared.body === undefined ? undefined : readBody(declared.body, request.body),
    ifMatch: readIfMatch(declared, request),
  };
}

function readParams(schema: ZodType, params: unknown): unknown {
  const result = schema.safeParse(params);
  // An identifier that cannot exist does not exist.
  if (!result.success)
    throw new Problem({
      status: 404,
      code: 'not_found',
      title: 'Introuvable',
      detail: 'Cet élément n’existe pas, ou vous n’y avez pas accès.',
    });
  return result.data;
}

function readQuery(schema: ZodType | undefined, query: unknown): unknown {
  if (schema === undefined) {
    const unknown = Object.keys(query as object)[0];
    if (unknown !== undefined) throw badRequest('unknown_parameter', 'Cette opération n’attend aucun paramètre.', []);
    return {};
  }
  const result = schema.safeParse(query);
  if (result.success) return result.data;
  const unknown = result.error.issues.find((issue) => issue.code === 'unrecognized_keys');
  if (unknown !== undefined)
    throw badRequest('unknown_parameter', `Paramètre inconnu\u00a0: ${unknown.keys.join(', ').slice(0, 60)}.`, [
      ...Object.keys((schema as z.ZodObject).shape),
    ]);
  throw badRequest('malformed_query', sayIssue(result.error));
}

function readBody(schema: ZodType, body: unknown): unknown {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw unfit('body_does_not_fit', 'Certaines informations sont à corriger.', errorsByField(result.error));
}

function readIfMatch({ ifMatch }: Route, request: Request): number | undefined {
  const given = request.get('If-Match');
  if (given === undefined) {
    if (ifMatch !== 'required') return undefined;
    throw new Problem({
      status: 428,
      code: 'if_match_missing',
      title: 'Version attendue',
      detail: 'Indiquez la version que vous avez lue (en-tête If-Match).',
    });
  }
  // `*` asks only that the record be there, which it is when the work begins.
  if (ifMatch === undefined || given.trim() === '*') return undefined;
  // A proxy that compresses marks our tags as weak: they still name one version.
  // A tag that we never gave cannot be the current one.
  return versionNamed(/^(?:W\/)?"(\d+)"$/.exec(given.trim())?.[1]);
}

function send(response: Response, declared: Route, answer: Answer<unknown>): void {
  if (answer.language !== undefined) saidIn(response, answer.language);
  if (answer.etag !== undefined) response.set('ETag', answer.etag);
  if (answer.contentRange !== undefined) response.set('Content-Range', answer.contentRange);
  if (answer.location !== undefined) response.set('Location', answer.location);
  response.status(answer.status ?? declared.status ?? 200).json(answer.body);
}
