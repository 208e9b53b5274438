import { daysBetween, plusDays, type CalendarDay } from '../calendar/calendarDay.ts';
import { shift, type Duration } from '../calendar/period.ts';
import { languageOutcome } from '../pathway/anchors.ts';
import type { StallRuleCode } from '../pathway/codes.ts';
import type { Folded } from '../pathway/fold.ts';
import { clearingOf, earlier, type Clearing } from './clearing.ts';
import { preparedRules, type Period, type PreparedRule } from './preparedRules.ts';
import type { StallRule } from './stallRule.ts';
import type { Silence, StallSpell } from './stallSpell.ts';
import { permitWindows, proofWindows } from './stayWindows.ts';
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
  for (const prepared of preparedRules(folded.catalogue, folded.thresholds)) {
    if (!lives(prepared, folded)) continue;
    const stretches = stretchesOf(prepared, folded, closing);
    if (stretches.length === 0) continue;
    const own = silences.get(prepared.rule.code) ?? NEVER;
    let [number, unreached] = [0, 0];
    for (const stretch of stretches) {
      // A stretch cut short by other thresholds has no place among the spells: their numbers must not move.
      const spell = stretch.isUnreached
        ? (unreached -= 1)
        : (number += 1 - giveWay(spells, prepared.rule.code, stretch.sinceOn));
      spells.push(spellOf(prepared, stretch, spell, own));
    }
  }
  return spells;
}

/**
 * Two spells of a rule never share a day: an extension granted after the limit that it sets moves the limit, and the
 * stall goes on. The spell before then ends where the next one begins. Returns how many it leaves without any day.
 */
function giveWay(spells: StallSpell[], rule: StallRuleCode, sinceOn: CalendarDay | null): 0 | 1 {
  const before = spells.at(-1);
  if (before?.rule !== rule || sinceOn === null || before.clearedOn === null || before.clearedOn <= sinceOn) return 0;
  spells.pop();
  if (before.sinceOn === null || before.sinceOn >= sinceOn) return 1;
  spells.push({ ...before, clearedOn: sinceOn });
  return 0;
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

function windowsOf(rule: StallRule, prepared: PreparedRule, folded: Folded): readonly Window[] {
  if (rule.windows !== undefined) return RECURRING[rule.windows](rule, folded);
  if (folded.by.documents.length > 0 && rule.anchor !== null) {
    const label = FACT_LABELS[rule.anchor] ?? rule.labelFr;
    if (rule.anchor === 'PERMIT_EXPIRY') return permitWindows(label, prepared, folded);
    if (rule.anchor === 'PROOF_OF_STAY_END') return proofWindows(label, prepared, folded);
  }
  const anchorOn = prepared.readAnchor(folded.standing);
  if (anchorOn === null) return [];
  const label = FACT_LABELS[rule.anchor ?? ''] ?? rule.labelFr;
  if (rule.anchor === 'CIR_END') return contractWindows(label, anchorOn, folded);
  if (rule.extension !== undefined) return stayWindows(rule.extension, label, anchorOn, folded);
  const ground = prepared.ground === null ? {} : { value: prepared.ground };
  return [{ anchorOn, endedOn: null, endedBy: null, facts: [{ label, on: anchorOn, ...ground }] }];
}

/** What a window makes of one period of thresholds, or of several when it stays stalled through their change. */
interface Stretch {
  readonly window: Window;
  readonly warnOn: CalendarDay | null;
  readonly limitOn: CalendarDay | null;
  readonly sinceOn: CalendarDay | null;
  readonly end: Clearing | null;
  /** It ends because other thresholds begin, and it was not stalled by then. */
  readonly isUnreached: boolean;
}

const NOTHING: readonly Stretch[] = Object.freeze([]);

/** What each window of a rule makes, in order. */
function stretchesOf(prepared: PreparedRule, folded: Folded, closing: Clearing | null): readonly Stretch[] {
  const { periods } = prepared;
  const [period] = periods;
  if (period === undefined) return NOTHING;
  const windows = windowsOf(period.rule, prepared, folded);
  if (windows.length === 0 && periods.length === 1) return NOTHING;
  const cleared = earlier(clearingOf(prepared, folded), closing);
  const stretches: Stretch[] = [];
  if (periods.length > 1) {
    const byPeriod = periods.map(({ rule }) => windowsOf(rule, prepared, folded));
    const count = Math.max(...byPeriod.map(({ length }) => length));
    for (let index = 0; index < count; index += 1) addThrough(stretches, prepared, folded, byPeriod, index, cleared);
    return stretches;
  }
  for (const window of windows) {
    const stretch = stretchOf(prepared, folded, period, window, cleared);
    if (stretch !== null) stretches.push(stretch);
  }
  return stretches;
}

/**
 * A window under the thresholds of each day. New thresholds begin on their day: they make nothing stalled before it, and
 * what was stalled until then and still is stays one spell, with the limit that it passed first.
 */
function addThrough(
  stretches: Stretch[],
  prepared: PreparedRule,
  folded: Folded,
  byPeriod: readonly (readonly Window[])[],
  index: number,
  cleared: Clearing | null,
): void {
  let last: Stretch | undefined;
  prepared.periods.forEach((period, place) => {
    const window = byPeriod[place]?.[index];
    const stretch = window === undefined ? null : stretchOf(prepared, folded, period, window, cleared);
    if (stretch === null) return;
    const goesOn = last?.sinceOn != null && last.end?.on === period.from && stretch.sinceOn === period.from;
    if (goesOn) stretches.pop();
    last = goesOn && last !== undefined ? { ...last, end: stretch.end } : stretch;
    stretches.push(last);
  });
}

/** The days of a spell; null when it was cleared before it began, or on the very day: it never was. */
function stretchOf(
  { movesWithPauses }: PreparedRule,
  folded: Folded,
  { from, until, warn, limit }: Period,
  window: Window,
  cleared: Clearing | null,
): Stretch | null {
  const isFired = window.firedOn !== undefined;
  const begins = window.beganOn === undefined ? from : (notBefore(window.beganOn, from) ?? window.beganOn);
  const limitOn = isFired ? null : limitDay(movesWithPauses, folded, window, limit);
  // The limit day itself is still in time (decision 6).
  const sinceOn = notBefore(begins, window.firedOn ?? (limitOn === null ? null : plusDays(limitOn, 1)));
  const ended = window.endedOn === null ? null : { on: window.endedOn, eventId: window.endedBy };
  const end = window.beganOn === undefined ? earlier(ended, cleared) : ended;
  const isCut = until !== null && (end === null || until < (end.on ?? ''));
  const neverWas = end !== null && (sinceOn === null || (end.on ?? '') <= sinceOn || isOverBy(window, end.on));
  if (isCut ? isOverBy(window, until) : neverWas) return null;
  const warnOn = isFired ? null : notBefore(begins, limitDay(movesWithPauses, folded, window, warn));
  if (!isCut) return { window, warnOn, limitOn, sinceOn, end, isUnreached: false };
  const change = { on: until, eventId: null };
  if (sinceOn !== null && sinceOn < until) return { window, warnOn, limitOn, sinceOn, end: change, isUnreached: false };
  // Until the change it may still be watched, unless what is known already says that it never stalls by then; afterwards
  // nothing more is to be said of it.
  return neverWas || until <= folded.today
    ? null
    : { window, warnOn, limitOn, sinceOn: null, end: change, isUnreached: true };
}

/** Over by the very day of the extension that opened it: two of one day, or what came after the end. */
function isOverBy({ extendedOn }: Window, end: CalendarDay | null): boolean {
  return extendedOn !== undefined && (end ?? '') <= extendedOn;
}

/** A day, or the first day of the period or of the window when it is earlier. */
function notBefore(from: CalendarDay | null, day: CalendarDay | null): CalendarDay | null {
  return from !== null && day !== null && day < from ? from : day;
}

function spellOf(
  { rule }: PreparedRule,
  { window: { anchorOn, facts }, warnOn, limitOn, sinceOn, end }: Stretch,
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
  movesWithPauses: boolean,
  { by }: Folded,
  { anchorOn, extraMonths = 0 }: Window,
  duration: Duration | null,
): CalendarDay | null {
  if (duration === null) return null;
  const day = shift(anchorOn, extraMonths === 0 ? duration : { ...duration, n: duration.n + extraMonths });
  return movesWithPauses && by.pauses.length > 0 ? afterPauses(by.pauses, anchorOn, day) : day;
}

/** A day put off by every day of pause from the anchor to it, each counted once; unknown while one of them is open. */
export function afterPauses(
  pauses: readonly Pick<Folded['by']['pauses'][number], 'on' | 'until'>[],
  anchorOn: CalendarDay,
  day: CalendarDay,
): CalendarDay | null {
  let moved = day;
  let next = anchorOn;
  for (const { on, until } of pauses) {
    const from = on > next ? on : next;
    if (from > moved) continue;
    if (until === undefined || until === null) return null;
    if (until < from) continue;
    moved = plusDays(moved, daysBetween(from, until) + 1);
    next = plusDays(until, 1);
  }
  return moved;
}
