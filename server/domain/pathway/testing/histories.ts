import fc from 'fast-check';
import { calendarDay, plusDays, type CalendarDay } from '../../calendar/calendarDay.ts';
import { ACTORS, STALL_RULES, STEP_CODES, STEP_STATUSES } from '../codes.ts';
import type { PathwayEvent } from '../events.ts';
import type { Facts } from '../facts.ts';

/** The card asks for the exam from the second of these days on (PERMIT-2026). */
const EXAM_FROM = ['2025-12-31', '2026-01-01', '2026-01-02'];

/** Random histories begin here: some weeks before a change of rule set. */
export const ORIGIN = calendarDay('2025-06-01');
/** And are written on this day. */
export const SPAN = 500;
export const WRITTEN = plusDays(ORIGIN, SPAN);

const dayWithin = (days: number): fc.Arbitrary<CalendarDay> =>
  fc.integer({ min: 0, max: days }).map((offset) => plusDays(ORIGIN, offset));
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });

const stepEvent = fc.record({
  step: fc.oneof(
    fc.constantFrom(...STEP_CODES),
    fc.constantFrom(
      'LANGUAGE_DECISION',
      'LANGUAGE_START',
      'LANGUAGE_END',
      'CIVIC_SESSION_1',
      'CIVIC_SESSION_2',
      'CIVIC_SESSION_3',
    ),
    fc.constantFrom('HEALTH_COVER', 'CAF_RIGHTS', 'HOUSING_ACCESS', 'PES_ORIENTATION', 'DNA_EXIT', 'CIR_SIGNATURE'),
  ),
  status: fc.oneof(fc.constantFrom(...STEP_STATUSES), fc.constant('DONE')),
  on: dayWithin(SPAN),
  outcome: fc.constantFrom('PRESCRIBED', 'OFFERED_ACCEPTED', 'EXEMPT_LEVEL'),
  party: fc.constantFrom(...ACTORS),
});
const lasting = (days: number): fc.Arbitrary<{ on: CalendarDay; until: CalendarDay }> =>
  fc
    .tuple(dayWithin(SPAN), fc.integer({ min: 0, max: days }))
    .map(([on, length]) => ({ on, until: plusDays(on, length) }));

/** Any event, legal or not: the plan folds whatever it is given. */
export const anyEvent = fc.oneof(
  { weight: 6, arbitrary: stepEvent },
  { weight: 1, arbitrary: fc.record({ contact: fc.constantFrom('REACHED', 'NO_ANSWER'), on: dayWithin(SPAN) }) },
  { weight: 1, arbitrary: fc.record({ extension: fc.constantFrom('DNA_EXIT', 'CPH_STAY'), on: dayWithin(SPAN) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      contract: fc.constantFrom(
        'CONVENED',
        'ABSENT_AT_PLATFORM',
        'SIGNED',
        'EXTENDED',
        'DECLINED_OPTIONAL',
        'TERMINATED',
      ),
      on: dayWithin(SPAN),
      months: fc.integer({ min: 1, max: 6 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ handover: fc.constant(true), on: dayWithin(SPAN) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      attendance: fc.constant('LANGUAGE'),
      on: dayWithin(SPAN),
      attendedHours: fc.integer({ min: 0, max: 20 }),
      plannedHours: fc.constant(20),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ test: fc.constant('LANGUAGE'), on: dayWithin(SPAN), score: fc.integer({ min: 0, max: 9 }) }),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...STALL_RULES), lasting(90))
      .map(([silence, days]) => ({ silence, ...days, reason: 'OTHER' })),
  },
  { weight: 1, arbitrary: lasting(40).map((days) => ({ pause: 'TRAVEL', ...days })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('CST_SALARIE', 'CSP_GENERALE', 'API', 'RECEPISSE'), lasting(400))
      .map(([document, days]) => ({ document, ...days })),
  },
) as fc.Arbitrary<PathwayEvent>;

/** What the anchors of training read, close together: most of the dates that events move rest on it. */
const trainingEvent = fc.record({
  step: fc.constantFrom('LANGUAGE_START', 'LANGUAGE_END', 'CIVIC_SESSION_1', 'CIVIC_SESSION_2', 'CIVIC_SESSION_3'),
  status: fc.constantFrom('DONE', 'DONE', 'DONE', 'IN_PROGRESS', 'PARTIALLY_DONE', 'ABANDONED', 'TO_DO'),
  on: dayWithin(100),
});
const decided = { step: 'LANGUAGE_DECISION', status: 'DONE', outcome: 'PRESCRIBED', on: ORIGIN };

/** Most steps done on the first day: what is left is what dates and turns then hang on. */
const settledSteps = fc
  .subarray([...STEP_CODES], { minLength: 45, maxLength: STEP_CODES.length })
  .map((steps) => steps.map((step) => ({ step, status: 'DONE', on: ORIGIN })));

export const anyHistory = fc
  .tuple(
    fc.oneof(fc.constant([]), fc.constant([decided]), settledSteps) as fc.Arbitrary<PathwayEvent[]>,
    fc.array(trainingEvent, { maxLength: 12 }) as fc.Arbitrary<PathwayEvent[]>,
    fc.array(anyEvent, { maxLength: 30 }),
  )
  .map((parts) => parts.flat());

export const anyFacts: fc.Arbitrary<Partial<Facts>> = fc.record({
  caseOpenedOn: fc.constant(ORIGIN),
  cirSignedOn: maybe(dayWithin(90)),
  enteredFranceOn: maybe(dayWithin(30)),
  firstPermitOn: maybe(dayWithin(30)),
  permitExpiresOn: maybe(dayWithin(SPAN)),
  permitType: fc.constantFrom('VLS_TS' as const, 'API' as const, null),
  permitApplicationOn: fc.constantFrom(null, null, ...EXAM_FROM.map((day) => calendarDay(day))),
  protectionGrantedOn: maybe(dayWithin(60)),
  asylumSupportEndedOn: maybe(dayWithin(90)),
  refugeeHousingEnteredOn: maybe(dayWithin(90)),
  stayCertificateOn: maybe(dayWithin(SPAN)),
  extensionMonths: fc.constantFrom(0, 0, 6),
  isParent: fc.boolean(),
});

/** Events with ids; one beside the rank of another corrects it, and a rank alone retracts. */
function recordedInTurn(drawn: readonly (readonly [object | null, number | undefined])[]): PathwayEvent[] {
  return drawn.flatMap(([event, target], index): PathwayEvent[] => {
    const [id, other] = [`e${index}`, target === undefined ? undefined : `e${target}`];
    if (event === null) return other === undefined ? [] : [{ id, retracts: other }];
    return [{ ...event, id, ...(other === undefined ? {} : { corrects: other }) } as PathwayEvent];
  });
}

const courseEvent = fc.record({
  step: fc.constantFrom('LANGUAGE_START', 'LANGUAGE_MID_TEST', 'LANGUAGE_END'),
  status: fc.constantFrom('TO_DO', 'REQUESTED', 'SCHEDULED', 'IN_PROGRESS', 'DONE', 'EXEMPT'),
  on: dayWithin(30),
});
const decision = fc.record({
  step: fc.constant('LANGUAGE_DECISION'),
  status: fc.constant('DONE'),
  outcome: fc.constantFrom('EXEMPT_LEVEL', 'EXEMPT_DIPLOMA', 'OFFERED_DECLINED', 'PRESCRIBED', 'OFFERED_ACCEPTED'),
  on: dayWithin(30),
});

/** Language decisions made, corrected and taken back, and courses noted around them; each event has an id. */
export const anyDecidedHistory = fc
  .array(
    fc.tuple(
      fc.oneof(decision, courseEvent, fc.constant(null)),
      fc.option(fc.nat({ max: 12 }), { nil: undefined, freq: 2 }),
    ),
    { maxLength: 14 },
  )
  .map(recordedInTurn);

/** Homes found, checked, left and found again, in any order, with what takes them back; each event has an id. */
export const anyHomeHistory = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.record({
          step: fc.constantFrom('HOUSING_ACCESS', 'HOUSING_ACCESS', 'HOUSING_SUSTAINED_3M', 'HOUSING_SUSTAINED_6M'),
          status: fc.constantFrom('DONE', 'DONE', 'SCHEDULED', 'TO_DO'),
          on: dayWithin(200),
        }),
        fc.record({ homeLeft: fc.constantFrom('MOVED', 'EVICTED'), on: dayWithin(200) }),
        fc.constant(null),
      ),
      fc.option(fc.nat({ max: 16 }), { nil: undefined, freq: 2 }),
    ),
    { maxLength: 18 },
  )
  .map(recordedInTurn);

/** Residence documents of weeks or of years, renewals noted around them, and what takes them back; each has an id. */
export const anyPermitHistory = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc
          .tuple(
            fc.constantFrom('CST_SALARIE', 'CSP_GENERALE', 'API', 'RECEPISSE'),
            dayWithin(SPAN),
            fc.oneof(fc.integer({ min: 0, max: 130 }), fc.integer({ min: 130, max: 500 })),
          )
          .map(([document, on, length]) => ({ document, on, until: plusDays(on, length) })),
        fc.record({
          step: fc.constant('PERMIT_RENEWAL'),
          status: fc.constantFrom(
            ...(['REQUESTED', 'REQUESTED', 'DONE', 'DONE', 'WAITING_THIRD_PARTY', 'EXEMPT', 'TO_DO'] as const),
          ),
          on: dayWithin(SPAN),
        }),
        fc.constant(null),
      ),
      fc.option(fc.nat({ max: 14 }), { nil: undefined, freq: 2 }),
    ),
    { maxLength: 16 },
  )
  .map(recordedInTurn);

/** The life of a contract, termination and its withdrawal included. */
export const anyContractHistory = fc.array(
  fc.record({
    contract: fc.constantFrom(
      'SIGNED',
      'EXTENDED',
      'TERMINATION_NOTICE',
      'TERMINATION_NOTICE',
      'TERMINATED',
      'CONVENED',
    ),
    on: fc.oneof(dayWithin(SPAN), fc.constant(WRITTEN)),
    months: fc.integer({ min: 1, max: 12 }),
  }),
  { maxLength: 10 },
) as fc.Arbitrary<PathwayEvent[]>;
