import { daysBetween, plusDays, type CalendarDay } from '../calendar/calendarDay.ts';
import { shift, type Duration } from '../calendar/period.ts';
import { languageOutcome } from '../pathway/anchors.ts';
import type { StallRuleCode } from '../pathway/codes.ts';
import type { Folded } from '../pathway/fold.ts';
import { clearingOf, earlier, type Clearing } from './clearing.ts';
import { preparedRules, type PreparedRule } from './preparedRules.ts';
import type { Silence, StallSpell } from './stallSpell.ts';
import type { Window } from './window.ts';
import { contractWindows, RECURRING, stayWindows } from './windows.ts';

/**
 * The spells of every rule, in the order of the catalogue: those really reached and since cleared, and the one that
 * lasts or is still to come. Dated, so that they stay true on any later day until something is written.
 */
export function findStalls(folded: Folded): StallSpell[] {
  const spells: StallSpell[] = [];
  const silences = silencesByRule(folded);
  const closing = folded.closedOn === null ? null : { on: folded.closedOn, eventId: folded.closedBy };
  for (const prepared of preparedRules(folded.catalogue)) {
    if (!lives(prepared, folded)) continue;
    const windows = windowsOf(prepared, folded);
    if (windows.length === 0) continue;
    const cleared = earlier(clearingOf(prepared, folded), closing);
    let count = 0;
    for (const window of windows) {
      const dates = datesOf(prepared, folded, window, cleared);
      if (dates === null) continue;
      count += 1;
      spells.push(spellOf(prepared, window, dates, count, silences.get(prepared.rule.code) ?? NEVER));
    }
  }
  return spells;
}

const NEVER: readonly Silence[] = Object.freeze([]);

function silencesByRule({ by }: Folded): ReadonlyMap<StallRuleCode, readonly Silence[]> {
  const silences = new Map<StallRuleCode, Silence[]>();
  for (const { silence, on, until } of by.silences) {
    silences.set(silence, [...(silences.get(silence) ?? []), { from: on, until }]);
  }
  return silences;
}

function lives({ rule, openedStep }: PreparedRule, { histories, standing }: Folded): boolean {
  if (openedStep !== undefined) {
    return histories[openedStep]?.some(({ status }) => status !== 'NOT_APPLICABLE') ?? false;
  }
  return rule.onlyIfOutcome === undefined || rule.onlyIfOutcome.includes(languageOutcome(standing) ?? '');
}

const FACT_LABELS: Readonly<Record<string, string>> = {
  FIRST_PERMIT_DATE: 'Premier titre',
  CIR_SIGNATURE: 'Signature du CIR',
  CIR_END: 'Fin du CIR',
  PERMIT_EXPIRY: 'Fin du titre',
  PROTECTION_DATE: 'Décision de protection',
  ASYLUM_SUPPORT_END: 'Fin de prise en charge de l’asile',
  REFUGEE_HOUSING_ENTRY: 'Entrée en CPH',
  ASYLUM_ALLOWANCE_END: 'Fin de l’allocation pour demandeur d’asile',
  CASE_OPENED: 'Dossier ouvert',
  STAY_CERTIFICATE_DATE: 'Attestation de prolongation d’instruction',
  PROOF_OF_STAY_END: 'Fin du dernier document de séjour',
  'STEP:LANGUAGE_DECISION:DONE': 'Décision de formation',
  'STEP:PES_ORIENTATION:DONE': 'Orientation vers l’emploi',
  'DUE:CIR_FINAL_INTERVIEW': 'Échéance de l’entretien',
};

function windowsOf({ rule, readAnchor }: PreparedRule, folded: Folded): readonly Window[] {
  if (rule.windows !== undefined) return RECURRING[rule.windows](rule, folded);
  const anchorOn = readAnchor(folded.standing);
  if (anchorOn === null) return [];
  const label = FACT_LABELS[rule.anchor ?? ''] ?? rule.labelFr;
  if (rule.anchor === 'CIR_END') return contractWindows(label, anchorOn, folded);
  if (rule.extension !== undefined) return stayWindows(rule.extension, label, anchorOn, folded);
  return [{ anchorOn, endedOn: null, endedBy: null, facts: [{ label, on: anchorOn }] }];
}

interface SpellDates {
  readonly warnOn: CalendarDay | null;
  readonly limitOn: CalendarDay | null;
  readonly sinceOn: CalendarDay | null;
  readonly end: Clearing | null;
}

/** The days of a spell; null when it was cleared before it began, or on the very day: it never was. */
function datesOf(prepared: PreparedRule, folded: Folded, window: Window, cleared: Clearing | null): SpellDates | null {
  const isFired = window.firedOn !== undefined;
  const warnOn = isFired ? null : limitDay(prepared, folded, window, prepared.warn);
  const limitOn = isFired ? null : limitDay(prepared, folded, window, prepared.limit);
  // The limit day itself is still in time (decision 6).
  const sinceOn = window.firedOn ?? (limitOn === null ? null : plusDays(limitOn, 1));
  const end = earlier(window.endedOn === null ? null : { on: window.endedOn, eventId: window.endedBy }, cleared);
  const neverWas = end !== null && (sinceOn === null || (end.on ?? '') <= sinceOn);
  return neverWas ? null : { warnOn, limitOn, sinceOn, end };
}

function spellOf(
  { rule }: PreparedRule,
  { anchorOn, facts }: Window,
  { warnOn, limitOn, sinceOn, end }: SpellDates,
  spell: number,
  silences: readonly Silence[],
): StallSpell {
  return {
    rule: rule.code,
    domain: rule.domain,
    spell,
    severity: rule.severity,
    turn: rule.turn,
    anchorOn,
    warnOn,
    limitOn,
    sinceOn,
    clearedOn: end?.on ?? null,
    clearedByEventId: end?.eventId ?? null,
    silences,
    facts,
  };
}

function limitDay(
  { movesWithPauses }: PreparedRule,
  { by }: Folded,
  { anchorOn, extraMonths = 0 }: Window,
  duration: Duration | null,
): CalendarDay | null {
  if (duration === null) return null;
  const day = shift(anchorOn, extraMonths === 0 ? duration : { ...duration, n: duration.n + extraMonths });
  return movesWithPauses && by.pauses.length > 0 ? afterPauses(by.pauses, anchorOn, day) : day;
}

/** A day moved by the length of the pauses that begin before it; unknown while one of them is open. */
function afterPauses(pauses: Folded['by']['pauses'], anchorOn: CalendarDay, day: CalendarDay): CalendarDay | null {
  let moved = day;
  for (const { on, until } of pauses) {
    if (on > moved) break;
    if (until === undefined || until === null) return null;
    const from = on > anchorOn ? on : anchorOn;
    if (until >= from) moved = plusDays(moved, daysBetween(from, until) + 1);
  }
  return moved;
}
