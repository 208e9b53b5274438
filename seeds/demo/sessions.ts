import type pg from 'pg';
import { plusDays, type CalendarDay } from '../../server/domain/calendar/calendarDay.ts';
import type { Attendance } from '../../server/domain/groupSession/attendance.ts';
import type { SessionKind } from '../../server/domain/groupSession/groupSession.ts';
import { insertAll } from '../insertAll.ts';
import { idOf } from '../random.ts';
import { demoAccounts } from './accounts.ts';
import { DEMO_ORGANISATIONS } from './organisations.ts';

interface DemoSession {
  readonly kind: SessionKind;
  readonly title: string;
  readonly heldOn: CalendarDay;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly hours: number;
  readonly place: string;
  readonly seats: number;
  readonly people: number;
  /** Who did not come, by rank; absent where nobody is signed for yet. */
  readonly missed?: Readonly<Record<number, Exclude<Attendance, 'PRESENT'>>>;
}

/**
 * One signed for, one to be signed for, one to come. The one that is signed for is a workshop, of no step: files then hold
 * nothing of it, and stay as they are told elsewhere.
 */
function sessionsOn(today: CalendarDay): DemoSession[] {
  return [
    {
      kind: 'WORKSHOP',
      title: 'Atelier CV et entretien d’embauche',
      heldOn: workday(plusDays(today, -8), -1),
      startsAt: '14:00',
      endsAt: '16:30',
      hours: 2.5,
      place: 'Salle informatique',
      seats: 12,
      people: 10,
      missed: { 3: 'ABSENT', 7: 'EXCUSED' },
    },
    {
      kind: 'LANGUAGE',
      title: 'Atelier de français',
      heldOn: workday(plusDays(today, -1), -1),
      startsAt: '09:00',
      endsAt: '12:00',
      hours: 3,
      place: 'Salle 2',
      seats: 14,
      people: 12,
    },
    {
      kind: 'INFORMATION',
      title: 'Demander un logement social',
      heldOn: workday(plusDays(today, 6), 1),
      startsAt: '10:00',
      endsAt: '11:30',
      hours: 1.5,
      place: 'Grande salle',
      seats: 20,
      people: 8,
    },
  ];
}

/** That day, or the nearest one before or after it that is not of a week-end. */
function workday(day: CalendarDay, step: 1 | -1): CalendarDay {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6 ? workday(plusDays(day, step), step) : day;
}

/** Three sessions for each association, with people of one caseworker: of the account of the demo, where there is one. */
export async function loadSessions(client: pg.Client, today: CalendarDay): Promise<void> {
  const sessions: object[] = [];
  const enrolments: object[] = [];
  for (const { name, kind } of DEMO_ORGANISATIONS) {
    if (kind !== 'ASSOCIATION') continue;
    const organisationId = idOf(`organisation ${name}`);
    const account = demoAccounts().find(
      ({ role, organisation }) => role === 'ASSOCIATION_CASEWORKER' && organisation === name,
    );
    const { rows: files } = await client.query<{ id: string; referent_id: string }>(
      `select p.id, p.referent_id from pathways p
       where p.organisation_id = $1 and p.closed_on is null and not p.sealed and p.referent_id = coalesce($2::uuid,
         (select f.referent_id from pathways f
          where f.organisation_id = $1 and f.closed_on is null and f.referent_id is not null order by f.number limit 1))
       order by p.number limit 12`,
      [organisationId, account === undefined ? null : idOf(`account ${account.email}`)],
    );
    const by = files[0]?.referent_id;
    if (by === undefined) continue;
    for (const [rank, session] of sessionsOn(today).entries()) {
      const id = idOf(`session ${name} ${rank}`);
      const at = `${plusDays(session.heldOn < today ? session.heldOn : today, -10)}T09:00:00Z`;
      const { heldOn, startsAt, endsAt, people, missed, ...told } = session;
      sessions.push({
        ...told,
        id,
        organisation_id: organisationId,
        held_on: heldOn,
        starts_at: startsAt,
        ends_at: endsAt,
        created_at: at,
        created_by: by,
        changed_at: at,
        changed_by: by,
      });
      for (const [place, file] of files.slice(0, people).entries()) {
        const attendance = missed === undefined ? null : (missed[place] ?? 'PRESENT');
        enrolments.push({
          session_id: id,
          pathway_id: file.id,
          attendance,
          attended_hours: attendance === 'PRESENT' ? session.hours : 0,
          absence_reason: attendance === 'EXCUSED' ? 'APPOINTMENT' : null,
          version: attendance === null ? 1 : 2,
          enrolled_at: at,
          enrolled_by: by,
          changed_at: attendance === null ? at : `${heldOn}T16:00:00Z`,
          changed_by: by,
        });
      }
    }
  }
  await insertAll(client, [
    ['group_sessions', SESSIONS, sessions],
    ['session_enrolments', ENROLMENTS, enrolments],
  ]);
}

const SESSIONS =
  'id uuid, organisation_id uuid, kind text, title text, held_on date, starts_at text, ends_at text, hours float8, place text, seats int, created_at timestamptz, created_by uuid, changed_at timestamptz, changed_by uuid';
const ENROLMENTS =
  'session_id uuid, pathway_id uuid, attendance text, attended_hours float8, absence_reason text, version int, enrolled_at timestamptz, enrolled_by uuid, changed_at timestamptz, changed_by uuid';
