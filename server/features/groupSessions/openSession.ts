import { randomUUID } from 'node:crypto';
import type { ChangeGroupSessionInput, GroupSessionView, OpenGroupSessionInput } from '../../contract/groupSession.ts';
import { refusalOfChange, refusalOfTimes, type GroupSession } from '../../domain/groupSession/groupSession.ts';
import { notFound, staleVersion, unfit } from '../../platform/http/problem.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { lockSession, sessionOf, versionOf } from './groupSessions.queries.ts';
import { answerOf, loadSession } from './readSessions.ts';

/** Says what the structure gives, on which day, to how many. Nobody is enrolled yet. */
export async function openSession(
  { actor, db, today, clock }: Context,
  { body }: { body: OpenGroupSessionInput },
): Promise<Answer<GroupSessionView>> {
  refuseTimes(body);
  const id = randomUUID();
  await db.query(
    `insert into group_sessions (id, organisation_id, kind, title, held_on, starts_at, ends_at, hours, place, seats, level,
       created_at, created_by, changed_at, changed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $12, $13)`,
    [
      id,
      actor.organisationId,
      body.kind,
      body.title,
      body.heldOn,
      body.startsAt,
      body.endsAt,
      body.hours,
      body.place,
      body.seats,
      body.level ?? null,
      clock.now().toISOString(),
      actor.accountId,
    ],
  );
  return { ...answerOf(await loadSession(db, actor, id), today), location: `/api/group-sessions/${id}` };
}

/** Corrects a session; whoever is enrolled stays. Once its day has come, its day and its hours stay too. */
export async function changeSession(
  { actor, db, today, clock }: Context,
  { params, body, ifMatch }: { params: { id: string }; body: ChangeGroupSessionInput; ifMatch: number | undefined },
): Promise<Answer<GroupSessionView>> {
  if (!(await lockSession(db, params.id))) throw notFound();
  const loaded = await loadSession(db, actor, params.id);
  if (ifMatch !== undefined && ifMatch !== versionOf(loaded.session, loaded.enrolled)) throw staleSession();
  const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
  const before = { ...sessionOf(loaded.session), place: loaded.session.place };
  const after = { ...before, ...given } as typeof before;
  refuseTimes(after);
  const refusal = refusalOfChange(before, after, {
    today,
    isSigned: loaded.enrolled.some(({ attendance }) => attendance !== null),
  });
  if (refusal !== null) throw unfit(refusal.code, refusal.reason, { [refusal.field]: refusal.reason });
  await db.query(
    `update group_sessions set title = $2, held_on = $3, starts_at = $4, ends_at = $5, hours = $6, place = $7, seats = $8, level = $9,
       cancelled = $10, version = version + 1, changed_at = $11, changed_by = $12
     where id = $1`,
    [
      params.id,
      after.title,
      after.heldOn,
      after.startsAt,
      after.endsAt,
      after.hours,
      after.place,
      after.seats,
      after.level,
      after.cancelled,
      clock.now().toISOString(),
      actor.accountId,
    ],
  );
  return answerOf(await loadSession(db, actor, params.id), today);
}

function refuseTimes(times: Pick<GroupSession, 'startsAt' | 'endsAt' | 'hours'>): void {
  const refusal = refusalOfTimes(times);
  if (refusal !== null) throw unfit(refusal.code, refusal.reason, { [refusal.field]: refusal.reason });
}

export function staleSession(): Error {
  return staleVersion('Cette séance a été modifiée depuis que vous l’avez ouverte\u00a0: relisez-la.');
}
