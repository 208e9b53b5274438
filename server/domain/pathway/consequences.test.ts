import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDay as day } from '../calendar/calendarDay.ts';
import { judgeEvent } from './advance.ts';
import type { StepCode } from './codes.ts';
import { consequencesOf, withAllConsequences, withConsequences } from './consequences.ts';
import { voidedIds, type PathwayEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { planPathway } from './plan.ts';
import { anyDecidedHistory, anyFacts, WRITTEN } from './testing/histories.ts';

const facts: Partial<Facts> = { cirSignedOn: day('2025-06-02'), caseOpenedOn: day('2025-06-02') };
const today = day('2026-03-10');
const decidedOn = day('2025-06-02');
const decided = (outcome: string, more: object = {}): PathwayEvent => ({
  id: 'd',
  step: 'LANGUAGE_DECISION',
  status: 'DONE',
  on: decidedOn,
  outcome,
  ...more,
});

/** Records each event in turn with what follows from it, as the application does. */
function recorded(...events: PathwayEvent[]): PathwayEvent[] {
  let id = 0;
  return events.reduce<PathwayEvent[]>((known, event) => {
    const history = { facts, events: known };
    expect(judgeEvent(history, event, today).accepted).toBe(true);
    return [...known, ...withConsequences(history, event, today, () => `f${(id += 1)}`)];
  }, []);
}
const statuses = (events: readonly PathwayEvent[]): Record<string, string> => {
  const course: StepCode[] = ['LANGUAGE_START', 'LANGUAGE_MID_TEST', 'LANGUAGE_END', 'LANGUAGE_CERTIFICATION'];
  const { steps } = planPathway({ facts, events, today });
  return Object.fromEntries(
    steps.flatMap(({ code, status }) => (course.includes(code) ? [[code.slice(9), status]] : [])),
  );
};
const all = (status: string): Record<string, string> => ({
  START: status,
  MID_TEST: status,
  END: status,
  CERTIFICATION: 'TO_DO',
});

describe('a decision that leaves no course', () => {
  test.each([
    ['EXEMPT_LEVEL', 'EXEMPT'],
    ['EXEMPT_DIPLOMA', 'EXEMPT'],
    ['OFFERED_DECLINED', 'DECLINED'],
    ['PRESCRIBED', 'TO_DO'],
    ['OFFERED_ACCEPTED', 'TO_DO'],
  ])('%s: the entry, the test and the end are %s that day; the level is still to be proved', (outcome, status) => {
    expect(statuses(recorded(decided(outcome)))).toEqual(all(status));
  });

  test('what follows says from which decision, and bears its day', () => {
    expect(consequencesOf({ facts, events: [] }, decided('EXEMPT_LEVEL'), today)).toEqual([
      { step: 'LANGUAGE_START', status: 'EXEMPT', on: decidedOn, followsFrom: 'd' },
      { step: 'LANGUAGE_MID_TEST', status: 'EXEMPT', on: decidedOn, followsFrom: 'd' },
      { step: 'LANGUAGE_END', status: 'EXEMPT', on: decidedOn, followsFrom: 'd' },
    ]);
  });

  test('under the rules of July 2025 there is no test to be exempt from', () => {
    const since2025 = { ...facts, cirSignedOn: day('2025-09-01') };
    const following = consequencesOf({ facts: since2025, events: [] }, decided('EXEMPT_LEVEL'), today);
    expect(following.map((event) => ('step' in event ? event.step : ''))).toEqual(['LANGUAGE_START', 'LANGUAGE_END']);
  });

  test.each<[string, PathwayEvent, string]>([
    ['noted the day before', { step: 'LANGUAGE_START', status: 'REQUESTED', on: day('2025-06-01') }, 'EXEMPT'],
    ['noted the same day', { step: 'LANGUAGE_START', status: 'REQUESTED', on: decidedOn }, 'EXEMPT'],
    ['noted the day after', { step: 'LANGUAGE_START', status: 'REQUESTED', on: day('2025-06-03') }, 'REQUESTED'],
    ['under way', { step: 'LANGUAGE_START', status: 'IN_PROGRESS', on: day('2025-06-01') }, 'IN_PROGRESS'],
    ['done', { step: 'LANGUAGE_START', status: 'DONE', on: day('2025-06-01') }, 'DONE'],
  ])('an entry %s is settled only where the table lets it be', (_what, entry, status) => {
    expect(statuses(recorded(entry, decided('EXEMPT_LEVEL')))['START']).toBe(status);
  });
});

describe('what takes the decision back takes back what followed', () => {
  const exempt = decided('EXEMPT_LEVEL');

  test('retracted: the course is to do again; the retraction retracted: it is settled again', () => {
    expect(statuses(recorded(exempt, { id: 'r', retracts: 'd' }))).toEqual(all('TO_DO'));
    expect(statuses(recorded(exempt, { id: 'r', retracts: 'd' }, { id: 's', retracts: 'r' }))).toEqual(all('EXEMPT'));
  });

  test('corrected: the course follows the new decision, and the former one when the correction is retracted', () => {
    const corrected = (outcome: string): PathwayEvent => decided(outcome, { id: 'c', corrects: 'd' });
    expect(statuses(recorded(exempt, corrected('PRESCRIBED')))).toEqual(all('TO_DO'));
    expect(statuses(recorded(exempt, corrected('OFFERED_DECLINED')))).toEqual(all('DECLINED'));
    expect(statuses(recorded(exempt, corrected('OFFERED_DECLINED'), { id: 'r', retracts: 'c' }))).toEqual(
      all('EXEMPT'),
    );
  });

  test('a correction corrected in its turn: the course follows the last decision, not the first', () => {
    const second = decided('EXEMPT_DIPLOMA', { id: 'c', corrects: 'd' });
    const third = decided('EXEMPT_LEVEL', { id: 'e', corrects: 'c' });
    const events = recorded(exempt, second, third);
    const gone = voidedIds(events);
    const settled = events.filter((one) => 'step' in one && one.followsFrom !== undefined && !gone.has(one.id ?? ''));
    expect(settled.map(({ followsFrom }) => followsFrom)).toEqual(['e', 'e', 'e']);
    expect(statuses(events)).toEqual(all('EXEMPT'));
    expect(statuses(recorded(exempt, second, third, { id: 'r', retracts: 'e' }))).toEqual(all('EXEMPT'));
    const declined = decided('OFFERED_DECLINED', { id: 'c', corrects: 'd' });
    expect(statuses(recorded(exempt, declined, third, { id: 'r', retracts: 'e' }))).toEqual(all('DECLINED'));
  });

  test('what a hand has gone on with stays, and what it took back itself is not given back', () => {
    const reopened: PathwayEvent = { step: 'LANGUAGE_START', status: 'TO_DO', on: day('2025-07-01') };
    const started: PathwayEvent = { step: 'LANGUAGE_START', status: 'IN_PROGRESS', on: day('2025-07-02') };
    expect(statuses(recorded(exempt, reopened, started, { id: 'r', retracts: 'd' }))).toEqual({
      ...all('TO_DO'),
      START: 'IN_PROGRESS',
    });
    const alone = recorded(exempt, { id: 'h', retracts: 'f1' }, { id: 'r', retracts: 'd' }, { id: 's', retracts: 'r' });
    expect(statuses(alone)).toEqual({ ...all('EXEMPT'), START: 'TO_DO' });
  });
});

test('whatever the history, what follows is accepted as if a hand recorded it, and follows from what counts', () => {
  fc.assert(
    fc.property(anyFacts, anyDecidedHistory, (drawn, tried) => {
      const events: PathwayEvent[] = [];
      let id = 0;
      for (const event of tried) {
        if (!judgeEvent({ facts: drawn, events }, event, WRITTEN).accepted) continue;
        events.push(event);
        for (const one of consequencesOf({ facts: drawn, events: events.slice(0, -1) }, event, WRITTEN)) {
          expect(judgeEvent({ facts: drawn, events }, one, WRITTEN).accepted).toBe(true);
          events.push({ ...one, id: `f${(id += 1)}` });
        }
      }
      const voided = voidedIds(events);
      const settled = events.filter((one) => 'step' in one && one.followsFrom !== undefined);
      // A hand that goes on with the course is the only reason to keep what a decision taken back had settled.
      const isHandled = (step: StepCode): boolean =>
        events.some((one) => 'step' in one && one.step === step && one.followsFrom === undefined);
      for (const one of settled) {
        if (!('step' in one) || voided.has(one.id ?? '') || isHandled(one.step)) continue;
        expect(voided.has(one.followsFrom ?? '')).toBe(false);
      }
    }),
    { numRuns: 200 },
  );
});

test('a whole history at once gives what its events give one after the other', () => {
  fc.assert(
    fc.property(anyFacts, anyDecidedHistory, (drawn, events) => {
      let [whole, single] = [0, 0];
      const oneByOne: PathwayEvent[] = [];
      for (const event of events) {
        const history = { facts: drawn, events: oneByOne.slice() };
        oneByOne.splice(oneByOne.length, 0, ...withConsequences(history, event, WRITTEN, () => `f${(single += 1)}`));
      }
      expect(withAllConsequences({ facts: drawn, events }, WRITTEN, () => `f${(whole += 1)}`)).toEqual(oneByOne);
    }),
    { numRuns: 50 },
  );
});
