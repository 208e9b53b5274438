import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDay as day, plusDays, type CalendarDay } from '../calendar/calendarDay.ts';
import { judgeEvent } from './advance.ts';
import type { StepCode } from './codes.ts';
import { derivePathway } from './derive.ts';
import type { PathwayEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { planFollowUp, planPathway } from './plan.ts';
import { anyFacts, anyHomeHistory, WRITTEN } from './testing/histories.ts';

const facts: Partial<Facts> = { cirSignedOn: day('2025-01-10'), caseOpenedOn: day('2025-01-10') };
const today = day('2026-03-10');
const found = (on: string, id = 'a'): PathwayEvent => ({ id, step: 'HOUSING_ACCESS', status: 'DONE', on: day(on) });
const left = (on: string, more: object = {}): PathwayEvent => ({ id: 'l', homeLeft: 'MOVED', on: day(on), ...more });
const checked = (step: StepCode, status: 'DONE' | 'SCHEDULED', on: string): PathwayEvent => ({
  step,
  status,
  on: day(on),
});
const HOME: readonly StepCode[] = [
  'HOUSING_ACCESS',
  'HOUSING_SUSTAINED_3M',
  'HOUSING_SUSTAINED_6M',
  'HOUSING_SUSTAINED_12M',
];
const home = (...events: PathwayEvent[]): string[] =>
  planPathway({ facts, events, today }).steps.flatMap(({ code, status, dueOn }) =>
    HOME.includes(code) ? [`${status} ${status === 'TO_DO' ? (dueOn ?? '') : ''}`.trim()] : [],
  );
const judge = (event: PathwayEvent, ...events: PathwayEvent[]): string => {
  const judged = judgeEvent({ facts, events }, event, today);
  return judged.accepted ? 'accepted' : judged.code;
};

describe('a home that is left', () => {
  test('is to be found again, and there is nothing to check any more; what was checked stays so', () => {
    const kept = checked('HOUSING_SUSTAINED_3M', 'DONE', '2025-09-01');
    expect(home(found('2025-06-01'))).toEqual(['DONE', 'TO_DO 2025-09-01', 'TO_DO 2025-12-01', 'TO_DO 2026-06-01']);
    expect(home(found('2025-06-01'), kept, left('2025-10-01'))).toEqual([
      'TO_DO',
      'DONE',
      'NOT_APPLICABLE',
      'NOT_APPLICABLE',
    ]);
  });

  test('says so: whose turn it is, and why nothing is to be checked', () => {
    const { steps } = planPathway({ facts, events: [found('2025-06-01'), left('2025-10-01')], today });
    const sentence = (code: StepCode): string | undefined => steps.find((step) => step.code === code)?.sentence;
    expect(sentence('HOUSING_SUSTAINED_6M')).toBe(
      'Sans objet depuis le 1er octobre 2025, le logement ayant été quitté.',
    );
    const diagnosed = checked('HOUSING_DIAGNOSIS', 'DONE', '2025-02-01');
    expect(sentence('HOUSING_ACCESS')).toBe(
      'Logement quitté le 1er octobre 2025\u00a0: un logement est à retrouver. Attend d’abord le diagnostic logement.',
    );
    const plan = planPathway({ facts, events: [diagnosed, found('2025-06-01'), left('2025-10-01')], today });
    expect(plan.steps.find(({ code }) => code === 'HOUSING_ACCESS')?.sentence).toBe(
      'Logement quitté le 1er octobre 2025\u00a0: un logement est à retrouver. C’est au tour du bailleur.',
    );
  });

  test('and another found gives three new checks from the new day', () => {
    const kept = checked('HOUSING_SUSTAINED_3M', 'DONE', '2025-09-01');
    const again = found('2026-01-31', 'b');
    const history = [found('2025-06-01'), kept, left('2025-10-01')];
    expect(judge(again, ...history)).toBe('accepted');
    expect(home(...history, again)).toEqual(['DONE', 'TO_DO 2026-04-30', 'TO_DO 2026-07-31', 'TO_DO 2027-01-31']);
    const spells = derivePathway({ facts, events: [...history, again] }, today).stepSpells;
    expect(spells.flatMap(({ step, status }) => (step === 'HOUSING_SUSTAINED_3M' ? [status] : []))).toEqual([
      'TO_DO',
      'DONE',
      'TO_DO',
    ]);
  });

  test('found again in stages, it is checked all the same', () => {
    const asked: PathwayEvent = { step: 'HOUSING_ACCESS', status: 'SCHEDULED', on: day('2025-11-01') };
    const put: PathwayEvent = { step: 'HOUSING_ACCESS', status: 'TO_DO', on: day('2025-11-15') };
    const events = [found('2025-06-01'), left('2025-10-01'), asked, put, found('2026-01-31', 'b')];
    expect(home(...events)[1]).toBe('TO_DO 2026-04-30');
  });

  test('taken back, gives everything back', () => {
    const history = [found('2025-06-01'), checked('HOUSING_SUSTAINED_3M', 'DONE', '2025-09-01')];
    expect(home(...history, left('2025-10-01'), { retracts: 'l' })).toEqual(home(...history));
  });

  test('leaves the stalls and the figures of the days before as they were', () => {
    const [before, after] = [[found('2025-06-01')], [found('2025-06-01'), left('2025-10-01')]].map((events) =>
      derivePathway({ facts, events }, today),
    );
    expect(after?.stallSpells).toEqual(before?.stallSpells);
    const on = (derived: typeof after, looked: CalendarDay): unknown[] =>
      derived?.stepSpells.flatMap(({ step, status, fromOn, untilOn }) =>
        HOME.includes(step) && (fromOn ?? looked) <= looked && (untilOn ?? '9999') > looked
          ? [`${step} ${status}`]
          : [],
      ) ?? [];
    expect(on(after, day('2025-09-30'))).toEqual(on(before, day('2025-09-30')));
    expect(on(after, day('2025-10-01'))).toEqual([
      'HOUSING_ACCESS TO_DO',
      ...HOME.slice(1).map((step) => `${step} NOT_APPLICABLE`),
    ]);
  });
});

describe('leaving is refused, with its reason', () => {
  test.each([
    ['the day before it was found', '2025-05-31', 'home_left_before_access'],
    ['the day it was found', '2025-06-01', 'accepted'],
    ['the day after', '2025-06-02', 'accepted'],
  ])('%s', (_when, on, expected) => {
    expect(judge(left(on), found('2025-06-01'))).toBe(expected);
  });

  test('where no home is held, and twice', () => {
    expect(judge(left('2025-10-01'))).toBe('no_home_held');
    const history = [found('2025-06-01'), left('2025-10-01')];
    expect(judge(left('2025-11-01', { id: 'm' }), ...history)).toBe('no_home_held');
    expect(judge(left('2025-09-01', { id: 'm' }), ...history)).toBe('home_already_left');
    expect(judge(left('2025-09-01', { id: 'm', corrects: 'l' }), ...history)).toBe('accepted');
  });

  test('when the home was checked after that day', () => {
    const kept = checked('HOUSING_SUSTAINED_3M', 'SCHEDULED', '2025-09-01');
    expect(judge(left('2025-08-31'), found('2025-06-01'), kept)).toBe('step_order_not_allowed');
    expect(judge(left('2025-09-01'), found('2025-06-01'), kept)).toBe('accepted');
  });

  test('its access is not taken from under it, nor it from between two homes', () => {
    const history = [found('2025-06-01'), left('2025-10-01')];
    expect(judge({ retracts: 'a' }, ...history)).toBe('home_left_without_home');
    expect(judge({ ...found('2025-10-02', 'c'), corrects: 'a' }, ...history)).toBe('home_left_without_home');
    expect(judge({ ...found('2025-09-30', 'c'), corrects: 'a' }, ...history)).toBe('accepted');
    expect(judge({ retracts: 'l' }, ...history)).toBe('accepted');
    expect(judge({ retracts: 'l' }, ...history, found('2026-01-31', 'b'))).toBe('step_order_not_allowed');
  });
});

describe('a file that is closed', () => {
  test('closes whatever its checks were at: none holds it open', () => {
    const history = [found('2025-06-01'), checked('HOUSING_SUSTAINED_3M', 'SCHEDULED', '2025-08-20')];
    const closure: PathwayEvent = { closure: 'HOUSING_ONLY', on: day('2025-10-01') };
    expect(judge(closure, ...history)).toBe('accepted');
    expect(home(...history, closure).slice(1)).toEqual(['NOT_APPLICABLE', 'NOT_APPLICABLE', 'NOT_APPLICABLE']);
    expect(judge(left('2025-10-01'), ...history, closure)).toBe('accepted');
    expect(judge(left('2025-10-02'), ...history, closure)).toBe('pathway_closed');
  });
});

test('whatever the homes found and left, stored rows say what a plan says, and days add up', () => {
  fc.assert(
    fc.property(anyFacts, anyHomeHistory, fc.integer({ min: 0, max: 400 }), (drawn, tried, later) => {
      const events: PathwayEvent[] = [];
      for (const event of tried) if (judgeEvent({ facts: drawn, events }, event, WRITTEN).accepted) events.push(event);
      const looked = plusDays(WRITTEN, later);
      const plan = planFollowUp({ facts: drawn, events, today: looked });
      const written = planFollowUp({ facts: drawn, events, today: WRITTEN });
      // A file not yet signed changes rules by itself; its rows, when it is next written.
      fc.pre(plan.provisionalRuleSet === written.provisionalRuleSet);
      const stored = derivePathway({ facts: drawn, events }, WRITTEN);
      const now = stored.stepSpells.filter(({ untilOn }) => untilOn === null);
      expect(now.map(({ step, status }) => `${step} ${status}`)).toEqual(
        plan.steps.map(({ code, status }) => `${code} ${status}`),
      );
      expect(stored.nextDueOn).toBe(plan.nextDueOn);
      // While the home left is not found again, nothing about it is late.
      const homes = plan.steps.filter(({ code }) => HOME.includes(code));
      if (homes[0]?.status !== 'DONE' && events.some((event) => 'homeLeft' in event)) {
        expect(homes.slice(1).filter(({ state }) => state === 'OVERDUE' || state === 'DUE_SOON')).toEqual([]);
      }
    }),
    { numRuns: 200 },
  );
});
