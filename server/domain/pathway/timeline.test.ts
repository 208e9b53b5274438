import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDay, plusDays, type CalendarDay } from '../calendar/calendarDay.ts';
import { stallStateOn } from '../stall/stallSpell.ts';
import { findStalls } from '../stall/findStalls.ts';
import type { Domain, StepCode } from './codes.ts';
import type { PathwayEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { fold } from './fold.ts';
import { planPathway } from './plan.ts';
import { anyFollowUp, lawfulFollowUp } from './testing/lawfulHistories.ts';
import { timelineOf, type Timeline } from './timeline.ts';

const day = (text: string): CalendarDay => calendarDay(text);

const SIGNED: Partial<Facts> = { caseOpenedOn: day('2026-01-05'), cirSignedOn: day('2026-01-05') };

const moved = (step: StepCode, status: string, on: string): PathwayEvent =>
  ({ step, status, on, id: `${step}-${status}-${on}`, seq: 1, recordedAt: `${on}T09:00:00.000Z` }) as PathwayEvent;

function drawn(events: readonly PathwayEvent[], today: string, facts = SIGNED): Timeline {
  return timelineOf(fold({ facts, events }, day(today)));
}

const gapsIn = (timeline: Timeline, domain: Domain) =>
  timeline.gaps.filter((gap) => gap.domain === domain).map(({ from, until }) => [from, until]);

describe('the days of a pathway', () => {
  test('a step goes through its statuses, the last of which lasts', () => {
    const { steps, from, today } = drawn(
      [moved('PLACEMENT_TEST', 'SCHEDULED', '2026-01-12'), moved('PLACEMENT_TEST', 'DONE', '2026-01-20')],
      '2026-03-01',
    );
    expect([from, today]).toEqual(['2026-01-05', '2026-03-01']);
    const step = steps.find((one) => one.step === 'PLACEMENT_TEST');
    expect(step?.spans).toEqual([
      { status: 'TO_DO', from: '2026-01-05', until: '2026-01-12' },
      { status: 'SCHEDULED', from: '2026-01-12', until: '2026-01-20' },
      { status: 'DONE', from: '2026-01-20', until: null },
    ]);
    expect(step?.dueOn).toBeNull();
  });

  test('a step that nobody has opened is no part of it', () => {
    const codes = drawn([], '2026-03-01').steps.map(({ step }) => step);
    expect(codes).toContain('CIR_SIGNATURE');
    const all = planPathway({ facts: SIGNED, events: [], today: day('2026-03-01') }).steps;
    const never = all.filter(({ status }) => status === 'NOT_APPLICABLE').map(({ code }) => code);
    expect(never.length).toBeGreaterThan(0);
    for (const code of never) expect(codes).not.toContain(code);
  });

  test('a gap ends on the very day on which something is under way, and begins again when it is over', () => {
    const events = [moved('HEALTH_COVER', 'REQUESTED', '2026-02-10'), moved('HEALTH_COVER', 'DONE', '2026-02-20')];
    const [first] = gapsIn(drawn(events, '2026-02-09'), 'HEALTH');
    expect(first?.[1]).toBeNull();
    for (const today of ['2026-02-10', '2026-02-11'])
      expect(gapsIn(drawn(events, today), 'HEALTH').at(-1)?.[1]).toBe('2026-02-10');
    const later = drawn(events, '2026-03-01');
    for (const [from, until] of gapsIn(later, 'HEALTH'))
      expect([from, (until ?? '9') <= '2026-02-10' || (from ?? '') >= '2026-02-20']).toEqual([from, true]);
  });

  test('a stall that came is told from its first day, one that is over with its end, one to come with its limit', () => {
    const today = day('2026-12-01');
    const timeline = drawn([], today);
    const stalled = timeline.stalls.filter(({ since }) => since !== null);
    expect(stalled.length).toBeGreaterThan(0);
    for (const { since, until } of stalled) expect([(since ?? '') <= today, until === null]).toEqual([true, true]);
    const [one] = stalled;
    const closing = { closure: 'LEFT_FRANCE', on: today, id: 'end', seq: 2, recordedAt: `${today}T09:00:00.000Z` };
    const closed = drawn([closing as PathwayEvent], plusDays(today, 3));
    expect(closed.closedOn).toBe(today);
    expect(closed.stalls.find(({ rule }) => rule === one?.rule)).toMatchObject({ since: one?.since, until: today });
    expect(closed.gaps.every(({ until }) => until !== null && until <= today)).toBe(true);
  });

  test('nothing is told of what a reader is not shown', () => {
    const folded = fold({ facts: SIGNED, events: [] }, day('2026-12-01'));
    const own = timelineOf(folded);
    const hides = timelineOf(folded, {
      step: (code) => code !== 'PLACEMENT_TEST',
      stall: (rule) => rule !== own.stalls[0]?.rule,
      gap: () => false,
    });
    expect(own.steps.map(({ step }) => step)).toContain('PLACEMENT_TEST');
    expect(hides.steps.map(({ step }) => step)).not.toContain('PLACEMENT_TEST');
    expect(own.stalls.length).toBeGreaterThan(0);
    expect(hides.stalls.map(({ rule }) => rule)).not.toContain(own.stalls[0]?.rule);
    expect([own.gaps.length > 0, hides.gaps]).toEqual([true, []]);
  });
});

describe('whatever the follow-up', () => {
  const elapsed = fc.integer({ min: 0, max: 900 });
  const UNDER_WAY = ['REQUESTED', 'SCHEDULED', 'IN_PROGRESS', 'WAITING_THIRD_PARTY'];

  test.each([
    ['any events, legal or not', anyFollowUp],
    ['the moves of the tables', lawfulFollowUp],
  ])('%s: the picture says what the plan says on its day, and gaps hold nothing under way', (_said, followUp) => {
    fc.assert(
      fc.property(followUp, elapsed, ({ facts, events, origin }, later) => {
        const today = plusDays(origin, later);
        const folded = fold({ facts, events }, today);
        const timeline = timelineOf(folded);
        const plan = planPathway({ facts, events, today });
        for (const step of timeline.steps) {
          const planned = plan.steps.find(({ code }) => code === step.step);
          expect([step.step, step.spans.at(-1)?.status]).toEqual([step.step, planned?.status]);
          expect(step.spans.at(-1)?.until).toBeNull();
          for (const [index, { until }] of step.spans.slice(0, -1).entries())
            expect(step.spans[index + 1]?.from ?? until).toBe(until);
        }
        const drawnSteps = timeline.steps.map(({ step }) => step);
        expect(plan.steps.filter(({ status }) => status !== 'NOT_APPLICABLE').map(({ code }) => code)).toEqual(
          drawnSteps.filter((code) => plan.steps.some((one) => one.code === code && one.status !== 'NOT_APPLICABLE')),
        );
        // Those that the plan tells of on the day are the ones that last.
        const lasting = timeline.stalls.filter(({ until }) => until === null).map(({ rule }) => rule);
        expect(new Set(lasting)).toEqual(new Set(plan.stalls.map(({ rule }) => rule)));
        expect(timeline.stalls.length).toBe(
          findStalls(folded).filter((spell) => (spell.sinceOn ?? '9') <= today || stallStateOn(spell, today) !== null)
            .length,
        );
        for (const gap of timeline.gaps) {
          const own = timeline.steps.filter(({ domain }) => domain === gap.domain);
          for (const { status, from, until } of own.flatMap(({ spans }) => spans)) {
            if (!UNDER_WAY.includes(status)) continue;
            const apart = (until !== null && until <= gap.from) || (gap.until !== null && (from ?? '') >= gap.until);
            expect([gap, status, from, until, apart]).toEqual([gap, status, from, until, true]);
          }
          expect(own.some(({ spans }) => spans.some(({ status }) => status === 'TO_DO'))).toBe(true);
          expect(gap.from < (timeline.closedOn ?? today)).toBe(true);
        }
      }),
    );
  });
});
