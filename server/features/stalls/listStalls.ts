import type { StallRow } from '../../contract/stall.ts';
import { stallFilters, stallSorts } from '../../contract/stall.ts';
import { daysBetween, type CalendarDay } from '../../domain/calendar/calendarDay.ts';
import type { Language } from '../../domain/language/language.ts';
import { explainStall } from '../../domain/stall/explain.ts';
import { displayName } from '../../domain/person/displayName.ts';
import { STALL_WORDS } from '../../domain/stall/stallWords.ts';
import { contentRange } from '../../platform/http/contentRange.ts';
import { parseListQuery } from '../../platform/http/listQuery.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { findStalls, type StallLine } from './stalls.queries.ts';

/**
 * Stalled files, worst first: critical rules, then the longest stalled. The sentence is the one of the file. By name for
 * whoever sees people, as her other lists are; by number for whoever does not.
 */
export async function listStalls(
  { actor, db, today, language }: Context,
  { query }: { query: unknown },
): Promise<Answer<StallRow[]>> {
  const list = parseListQuery(query as Record<string, unknown>, {
    filters: stallFilters,
    sorts: stallSorts,
    defaultSort: ['rank', 'ASC'],
  });
  const day = list.filter.asOf ?? today;

  const { lines, total } = await findStalls(db, actor, list, day);

  const state = list.filter.state ?? 'STALLED';
  return {
    body: lines.map((line) => presentStall(line, state, day, language)),
    contentRange: contentRange('stalls', list.offset, lines.length, total),
  };
}

function nameOf({
  birth_name: birthName,
  usage_name: usageName,
  first_names: firstNames,
  sex,
}: StallLine): string | null {
  if (sex === undefined || sex === null) return null;
  return displayName({
    birthName: birthName ?? null,
    usageName: usageName ?? null,
    firstNames: firstNames ?? null,
    sex,
  });
}

function presentStall(line: StallLine, state: StallRow['state'], day: CalendarDay, language: Language): StallRow {
  const spell = {
    rule: line.rule,
    anchorOn: line.anchor_on,
    limitOn: line.limit_on,
    sinceOn: line.since_on,
    facts: line.facts,
    turn: line.turn,
    silences: line.silenced_until === null ? [] : [{ from: day, until: line.silenced_until }],
  };
  const since = state === 'WATCH' ? null : line.since_on;
  return {
    id: line.id,
    pathwayId: line.pathway_id,
    number: line.number,
    name: nameOf(line),
    department: line.department,
    organisationId: line.organisation_id,
    organisationName: line.organisation_name,
    rule: line.rule,
    domain: line.domain,
    state,
    since,
    days: since === null ? 0 : daysBetween(since, day),
    turn: line.turn,
    severity: line.severity,
    delayIndex: null,
    silences: line.silences,
    reasons: line.facts.map(STALL_WORDS[language].fact),
    sentence: explainStall(spell, day, language),
    followUp: line.follow_up === null || line.follow_up.action === 'CLOSE_STALL_RESOLVED' ? null : line.follow_up,
  };
}
