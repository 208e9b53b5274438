import type { Actor } from '../../domain/access/actor.ts';
import { plusDays, type CalendarDay } from '../../domain/calendar/calendarDay.ts';
import type { Party, StallRuleCode, StepCode } from '../../domain/pathway/codes.ts';
import type { StallFact } from '../../domain/stall/stallSpell.ts';
import { WEEK_DAYS } from '../../domain/week/fileWeek.ts';
import type { Db } from '../../platform/database/db.ts';
import { mayOnSealed } from '../../platform/database/sealRights.ts';
import type { PathwayLine } from '../pathways/index.ts';
import { stalledOn, watchedOn } from '../stalls/index.ts';

export interface WeekFile extends Pick<
  PathwayLine,
  'id' | 'number' | 'sealed' | 'next_due_on' | 'birth_name' | 'usage_name' | 'first_names' | 'birth_value' | 'sex'
> {
  birth_precision: 'DAY' | 'MONTH' | 'YEAR' | 'UNKNOWN';
  paused: boolean;
}
export interface DueStepLine {
  pathway_id: string;
  step: StepCode;
  due_on: CalendarDay;
}
export interface LivingStallLine {
  id: string;
  pathway_id: string;
  rule: StallRuleCode;
  severity: 'CRITICAL' | 'NORMAL';
  turn: Party;
  anchor_on: CalendarDay | null;
  limit_on: CalendarDay | null;
  since_on: CalendarDay | null;
  facts: StallFact[];
}
export interface OpenTaskLine {
  id: string;
  pathway_id: string;
  what: string;
  step: StepCode | null;
  due_on: CalendarDay;
  reason: string | null;
  version: number;
}

/** The files that somebody follows and that are not closed, as far as the actor may open them. */
export function findCaseload(db: Db, actor: Actor, referentId: string, today: CalendarDay): Promise<WeekFile[]> {
  return db.query<WeekFile>(
    `select p.id, p.number, p.sealed, p.next_due_on, p.paused @> $2::date as paused,
       pe.birth_name, pe.usage_name, pe.first_names, pe.birth_value, pe.birth_precision, pe.sex
     from pathways p
     join people pe on pe.id = p.person_id
     where p.referent_id = $1 and (p.closed_on is null or p.closed_on > $2) and ${mayOnSealed(actor, 'p', 'READ')}
     order by pe.name_sort, p.id`,
    [referentId, today],
  );
}

/** What is due by the end of the week: the steps that the lists count as overdue, and those that will be. */
export function findDueSteps(db: Db, ids: readonly string[], today: CalendarDay): Promise<DueStepLine[]> {
  return db.query<DueStepLine>(
    `select s.pathway_id, s.step, s.due_on from pathway_steps s
     where s.pathway_id = any ($1::uuid[]) and s.is_open and s.waits_for = '{}' and s.due_on <= $2`,
    [ids, plusDays(today, WEEK_DAYS)],
  );
}

export function findLivingStalls(db: Db, ids: readonly string[], today: CalendarDay): Promise<LivingStallLine[]> {
  return db.query<LivingStallLine>(
    `select s.id, s.pathway_id, s.rule, s.severity, s.turn, s.anchor_on, s.limit_on, s.since_on, s.facts
     from pathway_stalls s
     where s.pathway_id = any ($1::uuid[]) and (${stalledOn('s', '$2')} or ${watchedOn('s', '$2')})`,
    [ids, today],
  );
}

export function findOpenTasks(db: Db, ids: readonly string[]): Promise<OpenTaskLine[]> {
  return db.query<OpenTaskLine>(
    `select t.id, t.pathway_id, t.what, t.step, t.due_on, t.reason, t.version from tasks t
     where t.pathway_id = any ($1::uuid[]) and t.state = 'OPEN' order by t.due_on, t.created_at, t.id`,
    [ids],
  );
}
