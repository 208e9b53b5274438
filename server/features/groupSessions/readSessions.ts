import {
  groupSessionFilters,
  groupSessionSorts,
  type Enrolled,
  type GroupSessionRow,
  type GroupSessionView,
  type SessionOfFile,
} from '../../contract/groupSession.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { decide } from '../../domain/access/rights.ts';
import type { CalendarDay } from '../../domain/calendar/calendarDay.ts';
import type { Birth } from '../../domain/person/birth.ts';
import { displayName } from '../../domain/person/displayName.ts';
import type { Db } from '../../platform/database/db.ts';
import { contentRange } from '../../platform/http/contentRange.ts';
import { parseListQuery } from '../../platform/http/listQuery.ts';
import { notFound } from '../../platform/http/problem.ts';
import { refuseUnlessAllowed } from '../../platform/http/refuseUnlessAllowed.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { etagOf, fileFactsOf, findPathway } from '../pathways/index.ts';
import {
  findEnrolled,
  findSession,
  findSessions,
  findSessionsOfFile,
  presentRow,
  presentSessionOfFile,
  versionOf,
  type EnrolledLine,
  type SessionLine,
} from './groupSessions.queries.ts';

/** The sessions of one’s structure, without anybody’s name. */
export async function listSessions(
  { actor, db, today }: Context,
  { query }: { query: unknown },
): Promise<Answer<GroupSessionRow[]>> {
  const { filter, sort, offset, limit } = parseListQuery(query as Record<string, unknown>, {
    filters: groupSessionFilters,
    sorts: groupSessionSorts,
    defaultSort: ['heldOn', 'ASC'],
  });
  const { when, unsigned } = filter;
  const { lines, total } = await findSessions(
    db,
    actor,
    { when, unsigned, direction: sort.direction, limit, offset },
    today,
  );
  return {
    body: lines.map(presentRow),
    contentRange: contentRange('group-sessions', offset, lines.length, total),
  };
}

/** A session, and those of its people whom one follows. */
export async function readSession(
  { actor, db, today }: Context,
  { params }: { params: { id: string } },
): Promise<Answer<GroupSessionView>> {
  return answerOf(await loadSession(db, actor, params.id), today);
}

/** In which sessions to come somebody is enrolled: of whoever may enrol her, for it says where she will be. */
export async function listSessionsOfFile(
  { actor, db, today }: Context,
  { params }: { params: { id: string } },
): Promise<Answer<SessionOfFile[]>> {
  const file = await findPathway(db, actor, params.id, today);
  if (file === undefined) throw notFound();
  refuseUnlessAllowed(decide(actor, 'enrol', fileFactsOf(file)));
  return { body: (await findSessionsOfFile(db, params.id, today)).map(presentSessionOfFile) };
}

export interface LoadedSession {
  readonly session: SessionLine;
  /** Whom the table of rights lets the actor enrol and sign for, its second lock behind the row policies. */
  readonly enrolled: readonly EnrolledLine[];
}

/** Throws 404 when it is out of reach. */
export async function loadSession(db: Db, actor: Actor, id: string): Promise<LoadedSession> {
  const session = await findSession(db, actor, id);
  if (session === undefined || session.organisation_id !== actor.organisationId) throw notFound();
  const enrolled = (await findEnrolled(db, actor, id)).filter(
    (line) => decide(actor, 'enrol', fileFactsOf(line)).allowed,
  );
  return { session, enrolled };
}

export function answerOf({ session, enrolled }: LoadedSession, today: CalendarDay): Answer<GroupSessionView> {
  const version = versionOf(session, enrolled);
  const counted = enrolled.filter(({ sealed }) => !sealed).length;
  return {
    body: {
      ...presentRow(session),
      organisationName: session.organisation_name,
      today,
      changedAt: session.changed_at,
      changedByName: session.changed_by_name,
      enrolled: enrolled.map((line) => presentEnrolled(line, session)),
      others: Math.max(0, session.taken - counted),
      version,
    },
    etag: etagOf(version),
  };
}

function presentEnrolled(line: EnrolledLine, { held_on: heldOn }: SessionLine): Enrolled {
  return {
    pathwayId: line.pathway_id,
    number: line.number,
    name: displayName({
      birthName: line.birth_name,
      usageName: line.usage_name,
      firstNames: line.first_names,
      sex: line.sex,
    }),
    birth: { value: line.birth_value, precision: line.birth_precision } as Birth & Enrolled['birth'],
    sealed: line.sealed,
    closed: line.closed_on !== null && line.closed_on < heldOn,
    attendance: line.attendance,
    attendedHours: line.attended_hours,
    absenceReason: line.absence_reason,
    signedBy:
      line.signed_by === null || line.signed_by_name === null
        ? null
        : { id: line.signed_by, name: line.signed_by_name },
  };
}
