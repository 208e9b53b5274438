import type { Said } from './counting.ts';
import { after, nextDay } from './days.ts';
import { SOURCE, type SourceRule, type Span } from './source.ts';
import {
  anchorDay,
  ASKED_OR_LATER,
  eventsOf,
  holds,
  isCivicEnded,
  isPermit,
  isTrainingEnded,
  languageOutcome,
  ownRenewal,
  stepsOf,
  type Stand,
} from './standing.ts';
import { datesOf } from './steps.ts';

export interface ReckonedStall {
  readonly rule: string;
  readonly state: 'WATCH' | 'STALLED' | 'SILENCED';
  readonly since: string | null;
  readonly warnOn: string | null;
  readonly limitOn: string | null;
  readonly turn: string;
  readonly severity: string;
}

export function reckonStalls(stand: Stand): ReckonedStall[] {
  if (stand.closedOn !== null) return [];
  return SOURCE.stallRules.flatMap((rule) => reckonStall(stand, rule) ?? []);
}

function reckonStall(stand: Stand, rule: SourceRule): ReckonedStall | null {
  const { facts, day, past } = stand;
  if (!rule.appliesTo.every((population) => holds(population, facts))) return null;
  if (rule.onlyIfOutcome !== undefined && !rule.onlyIfOutcome.includes(languageOutcome(stand) ?? '')) return null;
  // « Only where the person holds a licence to exchange: the step has been opened by hand ».
  if (rule.code === 'LICENCE_DEADLINE' && sinceOpened(stand, 'DRIVING_LICENCE_EXCHANGE').length === 0) return null;
  if (rule.clearedBy.some((words) => isCleared(stand, words))) return null;
  const began = beganOn(stand, rule.code);
  const { limitOn, firedOn, ...days } = daysOf(stand, rule);
  const warnOn = latest(days.warnOn, began);
  const since = firedOn ?? (limitOn === null ? null : latest(nextDay(limitOn), began));
  const said = { rule: rule.code, warnOn, limitOn, turn: rule.turn, severity: rule.severity ?? 'NORMAL' };
  if (since !== null && since <= day) {
    const isSilenced = past.some((event) => event['silence'] === rule.code && day <= (event['until'] as string));
    return { ...said, state: isSilenced ? 'SILENCED' : 'STALLED', since };
  }
  return warnOn !== null && warnOn <= day ? { ...said, state: 'WATCH', since: null } : null;
}

/** Decision 11: of a document, nothing is said before it is delivered. Where two end on one day, the first counts. */
function beganOn(stand: Stand, rule: string): string | null {
  if (rule === 'PERMIT_RENEWAL_WINDOW') return stand.past.findLast(isPermit)?.on ?? null;
  if (rule !== 'PROOF_OF_STAY_GAP') return null;
  const without = { ...stand, past: stand.past.filter((event) => event['document'] === undefined) };
  const proof = 'last day of the latest valid residence document or certificate';
  const end = anchorDay(stand, proof);
  if (end === anchorDay(without, proof)) return null;
  return stand.past.find((event) => event['document'] !== undefined && event['until'] === end)?.on ?? null;
}

const latest = (day: string | null, other: string | null): string | null =>
  day !== null && other !== null && other > day ? other : day;

interface RuleDays {
  readonly warnOn: string | null;
  readonly limitOn: string | null;
  /** Rules by count, ratio or test have no limit: the day of the fact that fired them. */
  readonly firedOn: string | null;
}

function daysOf(stand: Stand, rule: SourceRule): RuleDays {
  if (rule.anchor === null) return { warnOn: null, limitOn: null, firedOn: firedOn(stand, rule) };
  const anchor = ruleAnchor(stand, rule.anchor);
  const day = (usual: Span | null, by: SourceRule['limitByPopulation']): string | null => {
    const special = Object.entries(by ?? {}).find(([population]) => holds(population, stand.facts))?.[1] ?? usual;
    if (special === null || anchor === null) return null;
    const limit = after(anchor, { ...special, n: special.n + extraMonths(stand, rule) });
    const moves = rule.turn === 'PERSON' && rule.confidence !== 'law';
    return moves ? movedByPauses(anchor, limit, pausesOf(stand)) : limit;
  };
  return {
    warnOn: day(rule.warn, rule.warnByPopulation),
    limitOn: day(rule.limit, rule.limitByPopulation),
    firedOn: null,
  };
}

function ruleAnchor(stand: Stand, anchor: string): string | null {
  const dueOf = /^due of ([A-Z_]+)$/.exec(anchor)?.[1];
  if (dueOf === undefined) return anchorDay(stand, anchor);
  const step = stepsOf(stand).find(({ code }) => code === dueOf);
  return step === undefined ? null : datesOf(stand, step).dueOn;
}

function extraMonths({ past }: Stand, { extension }: SourceRule): number {
  if (extension === undefined) return 0;
  const [step] = extension.event.split(' ');
  return extension.n * Math.min(extension.max ?? Infinity, past.filter((event) => event['extension'] === step).length);
}

export interface ReckonedPause {
  readonly from: string;
  readonly until: string | null;
}

function pausesOf({ past }: Stand): ReckonedPause[] {
  return past
    .filter((event) => event['pause'] !== undefined)
    .map(({ on, until }) => ({ from: on, until: (until as string | null | undefined) ?? null }));
}

/** Day after day from the anchor: each day of pause puts the limit off by one. Unknown while a pause has no end. */
export function movedByPauses(anchor: string, limit: string, pauses: readonly ReckonedPause[]): string | null {
  let moved = limit;
  for (let day = anchor; day <= moved; day = nextDay(day)) {
    const covering = pauses.filter(({ from, until }) => from <= day && (until === null || day <= until));
    if (covering.some(({ until }) => until === null)) return null;
    if (covering.length > 0) moved = nextDay(moved);
  }
  return moved;
}

function firedOn(stand: Stand, rule: SourceRule): string | null {
  if (rule.countLimit !== undefined) {
    const absences = stand.past.filter((event) => event['contract'] === 'ABSENT_AT_PLATFORM');
    return absences[rule.countLimit - 1]?.on ?? null;
  }
  if (rule.ratio !== undefined) return attendanceFell(stand.past, rule.ratio);
  return testFailed(stand.past, rule.testGainMin ?? NaN);
}

/** The day whose records took the ratio under its minimum, where it still is. Records of one day are judged together. */
function attendanceFell(past: readonly Said[], ratio: NonNullable<SourceRule['ratio']>): string | null {
  const records = past.filter((event) => event['attendance'] === 'LANGUAGE');
  let fell: string | null = null;
  for (const day of new Set(records.map(({ on }) => on))) {
    const soFar = records.filter(({ on }) => on <= day);
    // In hundredths of an hour: the sums are exact.
    const sum = (hours: string): number =>
      soFar.reduce((total, record) => total + Math.round((record[hours] as number) * 100), 0);
    const [attended, planned] = [sum('attendedHours'), sum('plannedHours')];
    const isLow = planned >= ratio.onlyOnceDenominatorHoursReach * 100 && attended < ratio.min * planned - 1e-6;
    fell = isLow ? (fell ?? day) : null;
  }
  return fell;
}

/** The first test without the gain, since the last one that had it. */
function testFailed(past: readonly Said[], gain: number): string | null {
  const tests = past.filter((event) => event['test'] === 'LANGUAGE');
  let failed: string | null = null;
  for (const test of tests.slice(1)) {
    const hasGained = (test['score'] as number) - (tests[0]?.['score'] as number) >= gain - 1e-6;
    failed = hasGained ? null : (failed ?? test.on);
  }
  return failed;
}

/** A step opened by hand may be put aside and opened again: its history since it was last opened. */
function sinceOpened({ past }: Stand, step: string): Said[] {
  const history = past.filter((event) => event['step'] === step);
  const isAside = (event: Said | undefined): boolean => (event?.['status'] ?? 'NOT_APPLICABLE') === 'NOT_APPLICABLE';
  const opening = history.findLastIndex((event, index) => event['status'] === 'TO_DO' && isAside(history[index - 1]));
  const since = history.slice(Math.max(0, opening));
  return since.every(isAside) ? [] : since;
}

const contractWas = ({ past }: Stand, ...states: readonly string[]): boolean =>
  past.some((event) => states.includes(event['contract'] as string));
const MOVES_ITS_ANCHOR = (): boolean => false;

/** What clears, in the words of the domain data. Words that are not here and name no step are not understood. */
const CLEARED: Readonly<Record<string, (stand: Stand) => boolean>> = {
  'CIR_SIGNATURE DONE': ({ signedOn, day }) => signedOn !== null && signedOn <= day,
  'contract EXEMPT_FROM_CIR': (stand) => stand.facts.exemption != null || contractWas(stand, 'EXEMPT_FROM_CIR'),
  'contract DECLINED_OPTIONAL': (stand) => contractWas(stand, 'DECLINED_OPTIONAL'),
  'contract closed or terminated': (stand) =>
    contractWas(stand, 'TERMINATED', 'CLOSED_RESPECTED', 'CLOSED_NOT_RESPECTED'),
  'contract EXTENDED (moves CIR_END)': MOVES_ITS_ANCHOR,
  'a contact in which the person was reached': MOVES_ITS_ANCHOR,
  'a residence document or a stay certificate valid today': MOVES_ITS_ANCHOR,
  // Said by `onlyIfOutcome` and by the records themselves.
  'LANGUAGE_DECISION outcome neither PRESCRIBED nor OFFERED_ACCEPTED': () => false,
  'ratio back to 0.80 or more': () => false,
  'a later test with a gain of 1 point or more': () => false,
  '3 civic sessions DONE (2 under CIR-2016)': isCivicEnded,
  'every prescribed training ended': isTrainingEnded,
  'a contact in which the person was reached, after the handover': ({ past }) => {
    const handover = past.findLastIndex((event) => event['handover'] === true);
    return past.slice(handover + 1).some((event) => event['contact'] === 'REACHED');
  },
  // Applied for, or further: not what ends the step without an application.
  'PERMIT_RENEWAL REQUESTED or later': (stand) =>
    ownRenewal(stand).some(({ status }) => ASKED_OR_LATER.test(status as string)),
  'DRIVING_LICENCE_EXCHANGE REQUESTED, DONE or NOT_APPLICABLE': (stand) =>
    sinceOpened(stand, 'DRIVING_LICENCE_EXCHANGE').some((event) =>
      ['REQUESTED', 'DONE', 'NOT_APPLICABLE'].includes(event['status'] as string),
    ),
};

function isCleared(stand: Stand, words: string): boolean {
  const special = CLEARED[words];
  if (special !== undefined) return special(stand);
  const [code = '', ...rest] = words.split(' ');
  const statuses = rest.join(' ').split(/, | or /);
  const known = statuses.every((status) => SOURCE.stepStates.some(({ code: state }) => state === status));
  if (!known || !SOURCE.steps.some((step) => step.code === code)) throw new Error(`What does « ${words} » mean?`);
  return eventsOf(stand, code, ...statuses).length > 0;
}
