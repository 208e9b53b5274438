import type { EnrolInput, Enrolments, GroupSessionView } from '../../contract/groupSession.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { REFUSALS } from '../../domain/access/refusals.ts';
import { decide } from '../../domain/access/rights.ts';
import { judgeEnrolments, type Candidate, type EnrolmentResult } from '../../domain/groupSession/groupSession.ts';
import type { Language } from '../../domain/language/language.ts';
import { notFound } from '../../platform/http/problem.ts';
import { refusalWords } from '../../platform/http/refusalsInEnglish.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { fileFactsOf } from '../pathways/index.ts';
import {
  findElsewhere,
  findSession,
  lockCandidates,
  lockSession,
  sessionOf,
  type CandidateLine,
  type ElsewhereLine,
  type SessionLine,
} from './groupSessions.queries.ts';
import { answerOf, loadSession, type LoadedSession } from './readSessions.ts';
import { takeBackHours } from './noteHours.ts';

/** Enrols those who may be, and says of each of the others why not. */
export async function enrol(
  { actor, db, clock, language }: Context,
  { params, body }: { params: { id: string }; body: EnrolInput },
): Promise<Answer<Enrolments>> {
  if (!(await lockSession(db, params.id))) throw notFound();
  const loaded = await loadSession(db, actor, params.id);
  const { session } = loaded;
  const files = new Map((await lockCandidates(db, actor, body.pathwayIds)).map((one) => [one.pathway_id, one]));
  const elsewhere = await findElsewhere(db, session, body.pathwayIds);
  const results = judgeEnrolments(
    sessionOf(session),
    session.taken,
    body.pathwayIds.map((id) => candidateOf(actor, { id, loaded, file: files.get(id), elsewhere })),
  );
  const enrolled = results.filter(({ outcome }) => outcome === 'ENROLLED').map(({ pathwayId }) => pathwayId);
  await db.query(
    `insert into session_enrolments (session_id, pathway_id, enrolled_at, enrolled_by, changed_at, changed_by)
     select $1, id, $3, $4, $3, $4 from unnest($2::uuid[]) as id`,
    [params.id, enrolled, clock.now().toISOString(), actor.accountId],
  );
  const now = (await findSession(db, actor, params.id)) ?? session;
  return {
    body: {
      id: params.id,
      results: results.map((result) => saidIn(language, result)),
      seatsLeft: Math.max(0, now.seats - now.taken),
    },
    // Whoever was refused is told of too; what does not exist for the actor is no file.
    tellsOf: results.filter(({ code }) => code !== 'out_of_reach').map(({ pathwayId }) => pathwayId),
  };
}

/** Why somebody is not enrolled, in the language of whoever reads it. */
function saidIn(language: Language, result: EnrolmentResult): EnrolmentResult {
  return result.outcome === 'REFUSED' ? { ...result, reason: refusalWords(result, language) } : result;
}

interface Asked {
  readonly id: string;
  readonly loaded: LoadedSession;
  readonly file: CandidateLine | undefined;
  readonly elsewhere: readonly ElsewhereLine[];
}

function candidateOf(actor: Actor, { id, loaded: { session, enrolled }, file, elsewhere }: Asked): Candidate {
  return {
    pathwayId: id,
    refusal: refusalFor(actor, file),
    isEnrolled: enrolled.some(({ pathway_id: one }) => one === id),
    isClosed: file !== undefined && isClosedBefore(file, session),
    isSealed: file?.sealed === true,
    level: file?.level ?? null,
    elsewhere: elsewhere
      .filter(({ pathway_id: one }) => one === id)
      .map((one) => ({ title: one.title, heldOn: one.held_on, startsAt: one.starts_at, endsAt: one.ends_at })),
  };
}

/** Out of reach and absent are one answer. */
function refusalFor(actor: Actor, file: CandidateLine | undefined): Candidate['refusal'] {
  if (file === undefined) return { code: 'out_of_reach', reason: REFUSALS.out_of_reach };
  const verdict = decide(actor, 'enrol', fileFactsOf(file));
  return verdict.allowed ? null : { code: verdict.refusal, reason: REFUSALS[verdict.refusal] };
}

function isClosedBefore({ closed_on: closedOn }: CandidateLine, { held_on: heldOn }: SessionLine): boolean {
  return closedOn !== null && closedOn < heldOn;
}

/** Takes somebody out of a session; what her file was told of it is taken back with her. */
export async function withdraw(
  context: Context,
  { params }: { params: { id: string; pathwayId: string } },
): Promise<Answer<GroupSessionView>> {
  const { actor, db, today } = context;
  if (!(await lockSession(db, params.id))) throw notFound();
  const { enrolled } = await loadSession(db, actor, params.id);
  const line = enrolled.find(({ pathway_id: id }) => id === params.pathwayId);
  if (line === undefined) throw notFound();
  if (line.event_id !== null) await takeBackHours(context, params.pathwayId, line.event_id);
  await db.query('delete from session_enrolments where session_id = $1 and pathway_id = $2', [
    params.id,
    params.pathwayId,
  ]);
  return { ...answerOf(await loadSession(db, actor, params.id), today), tellsOf: [params.pathwayId] };
}
