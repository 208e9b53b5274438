import type { AttendanceInput, GroupSessionView } from '../../contract/groupSession.ts';
import { mayRecord } from '../../domain/access/mayRecord.ts';
import { decide } from '../../domain/access/rights.ts';
import {
  attendanceEvent,
  judgeEntry,
  refusalOfDayBefore,
  type KeptAttendance,
} from '../../domain/groupSession/attendance.ts';

import { refusalOfCancelled } from '../../domain/groupSession/groupSession.ts';
import type { Refusal } from '../../domain/pathway/judgement.ts';
import { notFound, Problem, unfit } from '../../platform/http/problem.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { fileFactsOf } from '../pathways/index.ts';
import { lockSession, sessionOf, versionOf, type EnrolledLine } from './groupSessions.queries.ts';
import { noteHours } from './noteHours.ts';
import { staleSession } from './openSession.ts';
import { answerOf, loadSession } from './readSessions.ts';

/**
 * Enters who came, of everybody at once: all of it, or nothing. Those who are not sent stay as they were; those who are
 * sent as they were are not written again. Hours of a course go to each file, in the same transaction.
 */
export async function recordAttendance(
  context: Context,
  { params, body, ifMatch }: { params: { id: string }; body: AttendanceInput; ifMatch: number | undefined },
): Promise<Answer<GroupSessionView>> {
  const { actor, db, today, clock } = context;
  if (!(await lockSession(db, params.id))) throw notFound();
  const { session: line, enrolled } = await loadSession(db, actor, params.id);
  if (ifMatch !== undefined && ifMatch !== versionOf(line, enrolled)) throw staleSession();
  const session = sessionOf(line);
  const refusal = refusalOfCancelled(session) ?? refusalOfDayBefore(session, today);
  if (refusal !== null) throw unfit(refusal.code, refusal.reason, { [refusal.field]: refusal.reason });

  const changed = body.rows.flatMap((row, rank) => {
    const person = enrolled.find(({ pathway_id: id }) => id === row.pathwayId);
    if (person === undefined || body.rows.findIndex(({ pathwayId }) => pathwayId === row.pathwayId) !== rank)
      throw ofRow(422, rank, { code: 'not_enrolled', reason: NOT_ENROLLED });
    const verdict = judgeEntry(session, row);
    if (!verdict.accepted) throw ofRow(422, rank, verdict);
    return isAsKept(person, verdict.kept) ? [] : [{ rank, person, kept: verdict.kept }];
  });

  const toldBy = await noteHours(
    context,
    changed.flatMap(({ rank, person, kept }) => {
      const hours = attendanceEvent(session, kept);
      if (hours === null) return [];
      if (!mayRecord(actor, hours) || !decide(actor, 'recordEvent', fileFactsOf(person)).allowed)
        throw ofRow(422, rank, { code: 'not_enrolled', reason: NOT_ENROLLED });
      return [{ pathwayId: person.pathway_id, eventId: person.event_id, hours }];
    }),
    (pathwayId, refusal) =>
      ofRow(409, changed.find(({ person }) => person.pathway_id === pathwayId)?.rank ?? 0, refusal),
  );
  await db.query(
    `update session_enrolments e
     set attendance = r.attendance, attended_hours = r.attended_hours, absence_reason = r.absence_reason, event_id = r.event_id,
       version = e.version + 1, changed_at = $3, changed_by = $4
     from jsonb_to_recordset($2::jsonb) as r(pathway_id uuid, attendance text, attended_hours double precision, absence_reason text, event_id uuid)
     where e.session_id = $1 and e.pathway_id = r.pathway_id`,
    [
      params.id,
      JSON.stringify(
        changed.map(({ person, kept }) => ({
          pathway_id: person.pathway_id,
          attendance: kept.attendance,
          attended_hours: kept.attendedHours,
          absence_reason: kept.absenceReason,
          event_id: toldBy.get(person.pathway_id) ?? person.event_id,
        })),
      ),
      clock.now().toISOString(),
      actor.accountId,
    ],
  );
  return answerOf(await loadSession(db, actor, params.id), today);
}

/** Of somebody who is not there for the actor too: absent and out of reach are one answer. */
const NOT_ENROLLED = 'Cette personne n’est pas inscrite à cette séance, ou y figure déjà plus haut.';

function isAsKept(line: EnrolledLine, kept: KeptAttendance): boolean {
  return (
    line.attendance === kept.attendance &&
    line.attended_hours === kept.attendedHours &&
    line.absence_reason === kept.absenceReason
  );
}

/** Says which line is refused, without naming anybody. */
function ofRow(
  status: 409 | 422,
  rank: number,
  { code, reason, field = 'attendance' }: Pick<Refusal, 'code' | 'reason'> & { field?: string },
): Problem {
  return new Problem({
    status,
    code,
    title: status === 422 ? 'Saisie à corriger' : 'Action impossible en l’état',
    detail: `Ligne ${rank + 1}\u00a0: ${reason}`,
    errors: { rows: { [rank]: { [field]: reason } } },
  });
}
