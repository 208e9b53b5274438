import { daysBetween, plusDays, type CalendarDay } from '../calendar/calendarDay.ts';
import { shift, type Duration } from '../calendar/period.ts';
import { civicEndedOn, trainingEndedOn } from '../pathway/anchors.ts';
import type { Population } from '../pathway/codes.ts';
import { currentEntry, firstEntered, type Folded } from '../pathway/fold.ts';
import { HOLDS } from '../pathway/populations.ts';
import { RULES, type StallRule } from './rules.ts';
import type { StallSpell } from './stallSpell.ts';
import { dayAfter, windowsOf, type Window } from './windows.ts';

/** The spells of every rule: those really reached and since cleared, and the one that lasts or is still to come. */
export function findStalls(folded: Folded): StallSpell[] {
  return RULES.flatMap((rule) => (lives(rule, folded) ? spellsOf(rule, folded) : []));
}

function lives(rule: StallRule, folded: Folded): boolean {
  if (!rule.appliesTo.every((population) => HOLDS[population](folded.facts))) return false;
  if (rule.onlyIfOpened !== undefined && !folded.steps.get(rule.onlyIfOpened)?.history.some(({ status }) => status !== 'NOT_APPLICABLE')) return false;
  if (rule.onlyIfOutcome === undefined || rule.anchor === null) return true;
  const step = folded.steps.get(rule.anchor.split(':')[1] as Parameters<typeof folded.steps.get>[0]);
  return step !== undefined && rule.onlyIfOutcome.includes(currentEntry(step.history).outcome ?? '');
}

interface Clearing {
  readonly on: CalendarDay;
  readonly eventId: string | null;
}

function spellsOf(rule: StallRule, folded: Folded): StallSpell[] {
  const cleared = clearingOf(rule, folded);
  const spells: StallSpell[] = [];
  for (const window of windowsOf(rule, folded)) {
    const spell = spellOf(rule, folded, window, cleared);
    if (spell !== null) spells.push({ ...spell, spell: spells.length + 1 });
  }
  return spells;
}

function spellOf(rule: StallRule, folded: Folded, window: Window, cleared: Clearing | null): Omit<StallSpell, 'spell'> | null {
  const { warnOn, limitOn } = limitsOf(rule, folded, window);
  const sinceOn = window.firedOn ?? (limitOn === null ? null : dayAfter(limitOn));
  const end = earliest(window.endedOn === null ? null : { on: window.endedOn, eventId: window.endedBy }, cleared, closing(folded));
  // Cleared before it began: it never was. An event of the very day it would begin prevents it.
  if (end !== null && (sinceOn === null || end.on <= sinceOn)) return null;
  return {
    rule: rule.code,
    domain: rule.domain,
    severity: rule.severity,
    turn: rule.turn,
    anchorOn: window.anchorOn,
    warnOn,
    limitOn,
    sinceOn,
    clearedOn: end?.on ?? null,
    clearedByEventId: end?.eventId ?? null,
    silences: folded.events.flatMap((event) => ('silence' in event && event.silence === rule.code ? [{ from: event.on, until: event.until }] : [])),
    facts: window.facts,
  };
}

function limitsOf(rule: StallRule, folded: Folded, window: Window): { warnOn: CalendarDay | null; limitOn: CalendarDay | null } {
  if (window.firedOn !== undefined) return { warnOn: null, limitOn: null };
  const extra = window.extraMonths ?? 0;
  const day = (usual: Duration | null, byPopulation?: { readonly [K in Population]?: Duration }): CalendarDay | null => {
    const duration = Object.entries(byPopulation ?? {}).find(([population]) => HOLDS[population as Population](folded.facts))?.[1] ?? usual;
    return duration === null ? null : shift(window.anchorOn, extra === 0 ? duration : { ...duration, n: duration.n + extra });
  };
  const warnOn = day(rule.warn, rule.warnByPopulation);
  const limitOn = day(rule.limit, rule.limitByPopulation);
  return movesWithPauses(rule) ? { warnOn: afterPauses(folded, window, warnOn), limitOn: afterPauses(folded, window, limitOn) } : { warnOn, limitOn };
}

/** A pause moves what waits for the person, never a limit set by law (pathway.json `stallSemantics.pause`). */
function movesWithPauses(rule: StallRule): boolean {
  return rule.turn === 'PERSON' && rule.confidence !== 'law';
}

function afterPauses(folded: Folded, window: Window, day: CalendarDay | null): CalendarDay | null {
  let moved = day;
  for (const event of folded.events) {
    if (!('pause' in event) || moved === null || event.on > moved) continue;
    if (event.until === undefined || event.until === null) return null;
    const from = event.on > window.anchorOn ? event.on : window.anchorOn;
    if (event.until >= from) moved = plusDays(moved, daysBetween(from, event.until) + 1);
  }
  return moved;
}

function clearingOf(rule: StallRule, folded: Folded): Clearing | null {
  const bySteps = (rule.clearedByStep ?? []).flatMap(([step, statuses]) => {
    // NOT_APPLICABLE clears only once the step has been opened: it is where such a step starts.
    const history = folded.steps.get(step)?.history ?? [];
    const entry = rule.onlyIfOpened === step ? history.slice(1).find(({ status }) => statuses.includes(status)) : firstEntered(folded, step, statuses);
    return entry?.on ? [{ on: entry.on, eventId: entry.eventId }] : [];
  });
  const byContract = folded.contract.flatMap(({ state, on }) => (rule.clearedByContract?.includes(state) ? [{ on: on ?? ('0001-01-01' as CalendarDay), eventId: null }] : []));
  const special = rule.clearedBySpecial === 'CIVIC_ENDED' ? civicEndedOn(folded) : rule.clearedBySpecial === 'TRAINING_ENDED' ? trainingEndedOn(folded) : null;
  return earliest(...bySteps, ...byContract, special === null ? null : { on: special, eventId: null });
}

function closing({ closedOn }: Folded): Clearing | null {
  return closedOn === null ? null : { on: closedOn, eventId: null };
}

function earliest(...candidates: (Clearing | null)[]): Clearing | null {
  return candidates.reduce<Clearing | null>((first, one) => (one !== null && (first === null || one.on < first.on) ? one : first), null);
}
