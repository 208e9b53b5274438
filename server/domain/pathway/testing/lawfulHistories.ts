import fc from 'fast-check';
import { calendarDay, daysBetween, isCalendarDay, plusDays, type CalendarDay } from '../../calendar/calendarDay.ts';
import { ACTORS, STALL_RULES, STEP_CODES } from '../codes.ts';
import type { PathwayEvent } from '../events.ts';
import type { Facts } from '../facts.ts';
import { anyFacts, anyHistory, ORIGIN, SPAN } from './histories.ts';
import { SOURCE, type Said } from './reckoning/index.ts';
import { OPENED_BY_HAND } from './reckoning/source.ts';
import { isOfRenewalBefore, isPermit } from './reckoning/standing.ts';

/** A follow-up: what the file says, what happened, in the order in which it was recorded, and when it began. */
export interface FollowUp {
  readonly origin: CalendarDay;
  readonly facts: Partial<Facts>;
  readonly events: readonly PathwayEvent[];
}

/** Where rule sets change, months end and a year has a 29 February: histories begin here, or some days after. */
const ERAS = ['2018-11-30', '2021-10-31', '2024-01-31', '2025-06-01', '2025-11-30'].map(calendarDay);
const origin = fc
  .tuple(fc.constantFrom(...ERAS), fc.integer({ min: 0, max: 60 }))
  .map(([era, days]) => plusDays(era, days));

/** The same value, every day of it put off by the same number of days. */
function putOff<T>(value: T, by: number): T {
  return JSON.parse(JSON.stringify(value), (_key, inner: unknown) =>
    isCalendarDay(inner) ? plusDays(inner, by) : inner,
  ) as T;
}

const moreFacts = fc.record({
  housing: fc.constantFrom('CADA' as const, 'TENANT_SOCIAL' as const, null),
  exemption: fc.constantFrom(null, null, null, null, 'HANDICAP'),
  permitApplicationOn: fc.constantFrom(
    null,
    ...['2018-03-06', '2018-03-07', '2025-12-31', '2026-01-01'].map(calendarDay),
  ),
});
const facts = fc.tuple(anyFacts, moreFacts);

function follow([from, [usual, more], events]: [
  CalendarDay,
  [Partial<Facts>, Partial<Facts>],
  readonly PathwayEvent[],
]): FollowUp {
  const by = daysBetween(ORIGIN, from);
  return { origin: from, facts: { ...putOff(usual, by), ...more }, events: putOff(events, by) };
}

const closing = fc.option(
  fc
    .integer({ min: 0, max: SPAN })
    .map((after): PathwayEvent => ({ closure: 'GOALS_MET', on: plusDays(ORIGIN, after) })),
  { nil: null, freq: 3 },
);

/** Any events, legal or not: the plan folds whatever it is given. */
export const anyFollowUp: fc.Arbitrary<FollowUp> = fc
  .tuple(origin, facts, anyHistory, closing)
  .map(([from, given, history, closure]) => follow([from, given, closure === null ? history : [...history, closure]]));

/** One thing that someone tried to record: which step, which of its moves, how many days after the one before. */
const drawn = fc.record({
  gap: fc.nat({ max: 20 }),
  choice: fc.nat({ max: 12 }),
  step: fc.oneof(
    fc.constantFrom(...STEP_CODES),
    fc.constantFrom('LANGUAGE_DECISION', 'LANGUAGE_START', 'LANGUAGE_END', 'CIVIC_SESSION_1', 'CIVIC_SESSION_2'),
    fc.constantFrom('CIVIC_SESSION_3', 'CIVIC_SESSION_4', 'PERMIT_RENEWAL', 'DRIVING_LICENCE_EXCHANGE'),
    fc.constantFrom('HEALTH_COVER', 'CAF_RIGHTS', 'PES_ORIENTATION', 'VOCATIONAL_TRAINING', 'HOUSING_ACCESS'),
  ),
  other: fc.constantFrom(
    'NONE',
    'NONE',
    'NONE',
    'CONTRACT',
    'CONTACT',
    'EXTENSION',
    'HANDOVER',
    'HOURS',
    'TEST',
    'SILENCE',
    'SILENCE',
    'PAUSE',
    'DOCUMENT',
    'MEND',
  ),
  party: fc.constantFrom(...ACTORS),
  rule: fc.constantFrom(...STALL_RULES),
});
const MENDABLE = ['contact', 'attendance', 'test', 'silence', 'pause', 'handover', 'extension'] as const;
const DOCUMENTS = ['CST_SALARIE', 'API', 'CSP_GENERALE', 'RECEPISSE', 'VLS_TS'] as const;
/** An attestation holds no place in the sequence of a renewal; a permit does. */
const isMendable = (event: Record<string, unknown>): boolean =>
  MENDABLE.some((kind) => kind in event) || ('document' in event && !isPermit(event as Said));
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

/** Only moves of the tables, recorded day after day: what a database may hold. */
function obey(draws: readonly Drawn[], { cirSignedOn, extensionMonths, exemption }: Partial<Facts>): PathwayEvent[] {
  const events: Record<string, unknown>[] = [];
  const statuses = new Map<string, string>();
  let [day, paused, stays] = [ORIGIN, ORIGIN, 0];
  let contract =
    cirSignedOn != null
      ? extensionMonths
        ? 'EXTENDED'
        : 'SIGNED'
      : exemption == null
        ? 'NOT_CONVENED'
        : 'EXEMPT_FROM_CIR';
  let months = extensionMonths ?? 0;
  let permit: { on: CalendarDay; until: CalendarDay } | undefined;
  const record = (event: object): void => void events.push({ id: `e${events.length}`, on: day, ...event });
  const next = (table: readonly (readonly [string, string])[], from: string, choice: number): string | undefined => {
    const moves = table.filter(([before]) => before === from);
    return moves[choice % Math.max(1, moves.length)]?.[1];
  };
  const moveStep = (step: string, choice: number, party: string): void => {
    if (step === 'CIR_SIGNATURE') return;
    const from = statuses.get(step) ?? (OPENED_BY_HAND.has(step) ? 'NOT_APPLICABLE' : 'TO_DO');
    const status = next(SOURCE.stepTransitions, from, choice);
    if (status === undefined) return;
    const renews = step === 'PERMIT_RENEWAL' && permit !== undefined;
    if (renews && isOfRenewalBefore(permit as Said, { on: day, status })) return;
    statuses.set(step, status);
    const outcome =
      step === 'LANGUAGE_DECISION' ? { outcome: ['PRESCRIBED', 'OFFERED_ACCEPTED', 'EXEMPT_LEVEL'][choice % 3] } : {};
    record({ step, status, ...outcome, ...(status === 'WAITING_THIRD_PARTY' ? { party } : {}) });
  };
  const moveContract = (choice: number): void => {
    const state = next(SOURCE.contractTransitions, contract, choice);
    if (state === undefined || (cirSignedOn != null && day <= cirSignedOn)) return;
    // A notice withdrawn says SIGNED again; the signature itself has its own step.
    if (state === 'EXTENDED' && months >= 12) return;
    if (state === 'EXTENDED') months += 3;
    contract = state;
    record({ contract: state, ...(state === 'EXTENDED' ? { months: 3 } : {}) });
  };
  for (const { gap, choice, step, other, party, rule } of draws) {
    day = plusDays(day, gap);
    if (other === 'NONE') moveStep(step, choice, party);
    else if (other === 'CONTRACT') moveContract(choice);
    else if (other === 'CONTACT') record({ contact: choice % 3 === 0 ? 'NO_ANSWER' : 'REACHED' });
    else if (other === 'EXTENSION')
      record({ extension: choice % 2 === 0 && (stays += 1) === 1 ? 'DNA_EXIT' : 'CPH_STAY' });
    else if (other === 'HANDOVER') record({ handover: true });
    else if (other === 'HOURS') record({ attendance: 'LANGUAGE', attendedHours: 10 + choice, plannedHours: 20 });
    else if (other === 'TEST') record({ test: 'LANGUAGE', score: choice / 2 });
    else if (other === 'SILENCE') record({ silence: rule, until: plusDays(day, choice * 20), reason: 'OTHER' });
    else if (other === 'DOCUMENT') deliver(choice);
    else if (other === 'PAUSE' && day >= paused) {
      paused = plusDays(day, choice + 1);
      record({ pause: 'FAMILY', until: plusDays(day, choice) });
    } else if (other === 'MEND') mend(choice);
  }
  return events as unknown as PathwayEvent[];

  /** A card of a few weeks or of a year, or an attestation. */
  function deliver(choice: number): void {
    const document = DOCUMENTS[choice % DOCUMENTS.length] ?? 'API';
    const delivered = { document, on: day, until: plusDays(day, 20 + choice * 30) };
    record(delivered);
    if (!isPermit(delivered)) return;
    permit = delivered;
    statuses.set('PERMIT_RENEWAL', 'TO_DO');
  }

  /** Takes back, or records again with another day, something that holds no place in a sequence. */
  function mend(choice: number): void {
    const gone = new Set(events.flatMap(({ corrects, retracts }) => [corrects, retracts]));
    const free = events.filter(
      (event) => !gone.has(event['id']) && isMendable(event) && event['retracts'] === undefined,
    );
    const target = free[choice % Math.max(1, free.length)];
    if (target === undefined) return;
    if (choice % 2 === 0) record({ retracts: target['id'] });
    else record({ ...target, ...mended(target, choice), id: `e${events.length}`, corrects: target['id'] });
  }
}

/** What a correction changes: a pause or a silence made shorter or longer, hours and scores read again. */
function mended({ until, score }: Record<string, unknown>, choice: number): object {
  if (typeof until === 'string') return { until: plusDays(until as CalendarDay, choice - 1) };
  return typeof score === 'number' ? { score: choice } : {};
}

const lawfulEvents = fc.array(drawn, { maxLength: 60, size: 'max' });

/** A follow-up as the application records it. */
export const lawfulFollowUp: fc.Arbitrary<FollowUp> = fc
  .tuple(origin, facts, lawfulEvents, closing)
  .map(([from, given, draws, closure]) => {
    const events = obey(draws, { ...given[0], ...given[1] });
    const last = events.at(-1)?.on ?? ORIGIN;
    return follow([from, given, closure === null || (closure.on ?? last) < last ? events : [...events, closure]]);
  });
