import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDay, plusDays, type CalendarDay } from '../calendar/calendarDay.ts';
import { STALL_RULES, STEP_CODES, type StallRuleCode, type StepCode } from '../pathway/codes.ts';
import {
  blockOfDay,
  daysLate,
  fileWeek,
  inOrder,
  WEEK_BLOCKS,
  type FileMatters,
  type LivingStall,
  type OpenTask,
  type WeekLine,
} from './fileWeek.ts';

const day = calendarDay;
const TODAY = day('2026-11-26');
const NOTHING: FileMatters = { steps: [], stalls: [], tasks: [], isActive: true, nextDueOn: day('2027-03-01') };
const week = (given: Partial<FileMatters>): WeekLine[] => fileWeek({ ...NOTHING, ...given }, TODAY);
const said = (given: Partial<FileMatters>): string[] =>
  week(given).map((line) => `${line.block} ${line.kind} ${line.on ?? '-'} ${line.severity} ${line.act}`);
const stall = (rule: StallRuleCode, given: Partial<LivingStall> = {}): LivingStall => ({
  id: rule,
  rule,
  severity: 'NORMAL',
  sinceOn: day('2026-11-20'),
  limitOn: day('2026-11-19'),
  ...given,
});
const task = (dueOn: string, step: StepCode | null = null): OpenTask => ({ id: dueOn, step, dueOn: day(dueOn) });

describe('the part of the week that a day is of', () => {
  test.each([
    ['2026-11-25', 'LATE'],
    ['2026-11-26', 'TODAY'],
    ['2026-11-27', 'THIS_WEEK'],
    ['2026-12-02', 'THIS_WEEK'],
    ['2026-12-03', 'THIS_WEEK'],
    ['2026-12-04', null],
  ])('%s, today being Thursday 26 November: %s', (on, block) => {
    expect(blockOfDay(day(on), TODAY)).toBe(block);
  });
});

describe('a step', () => {
  test.each([
    ['2026-11-25', ['LATE STEP 2026-11-25 NORMAL MOVE_STEP']],
    ['2026-11-26', ['TODAY STEP 2026-11-26 NORMAL MOVE_STEP']],
    ['2026-12-03', ['THIS_WEEK STEP 2026-12-03 NORMAL MOVE_STEP']],
    ['2026-12-04', []],
  ])('due on %s', (dueOn, lines) => {
    expect(said({ steps: [{ step: 'CAF_RIGHTS', dueOn: day(dueOn), isLegal: false }] })).toEqual(lines);
  });

  test('and the stall that it would clear are one line, as grave and as early as either', () => {
    const dueOn = day('2026-12-01');
    const late = stall('BPI_CARD_LATE', { severity: 'CRITICAL' });
    const [line, ...others] = week({ steps: [{ step: 'BPI_PERMIT_ISSUED', dueOn, isLegal: true }], stalls: [late] });
    expect(others).toEqual([]);
    expect(line).toMatchObject({ kind: 'STEP', block: 'LATE', severity: 'CRITICAL', on: dueOn, stalls: [late] });
  });

  test('of another stall is another line', () => {
    expect(
      said({
        steps: [{ step: 'CAF_RIGHTS', dueOn: day('2026-12-01'), isLegal: false }],
        stalls: [stall('BPI_CARD_LATE')],
      }),
    ).toEqual(['THIS_WEEK STEP 2026-12-01 NORMAL MOVE_STEP', 'LATE STALL 2026-11-20 NORMAL MOVE_STEP']);
  });
});

describe('a stall', () => {
  test.each([
    ['since yesterday', { sinceOn: '2026-11-25', limitOn: '2026-11-24' }, 'LATE', 1],
    ['since yesterday, by a threshold that was lowered', { sinceOn: '2026-11-25', limitOn: '2026-05-24' }, 'LATE', 1],
    ['since yesterday, by count: without a limit', { sinceOn: '2026-11-25', limitOn: null }, 'LATE', 1],
    ['since today', { sinceOn: '2026-11-26', limitOn: '2026-11-25' }, 'LATE', 0],
    ['from tomorrow on: today is its limit', { sinceOn: '2026-11-27', limitOn: '2026-11-26' }, 'TODAY', 0],
    ['in seven days', { sinceOn: '2026-12-04', limitOn: '2026-12-03' }, 'THIS_WEEK', -7],
    ['in eight days', { sinceOn: '2026-12-05', limitOn: '2026-12-04' }, 'TO_WATCH', -8],
  ])('%s', (_when, days, block, count) => {
    const [line] = week({ stalls: [stall('CIR_NOT_SIGNED', days as Partial<LivingStall>)] });
    expect([line?.block, line === undefined ? null : daysLate(line, TODAY)]).toEqual([block, count]);
  });

  test.each<[StallRuleCode, string, StepCode | null]>([
    ['NO_CONTACT', 'RECORD_CONTACT', null],
    ['HANDOVER_NO_CONTACT', 'RECORD_CONTACT', null],
    ['CIR_NOT_SIGNED', 'MOVE_STEP', 'CIR_SIGNATURE'],
    // About absences, not about the end of the course.
    ['LANGUAGE_ATTENDANCE', 'OPEN_FILE', null],
    // Several steps would end it: which one is to be seen in the file.
    ['NO_OUTCOME_12M', 'OPEN_FILE', null],
    ['PROOF_OF_STAY_GAP', 'OPEN_FILE', null],
  ])('%s is moved by %s', (rule, act, step) => {
    expect(week({ stalls: [stall(rule)] })).toMatchObject([{ kind: 'STALL', act, step }]);
  });
});

describe('a task', () => {
  test.each([
    ['2026-11-25', ['LATE TASK 2026-11-25 NORMAL SETTLE_TASK']],
    ['2026-11-26', ['TODAY TASK 2026-11-26 NORMAL SETTLE_TASK']],
    ['2026-12-03', ['THIS_WEEK TASK 2026-12-03 NORMAL SETTLE_TASK']],
    ['2026-12-04', []],
  ])('due on %s', (dueOn, lines) => {
    expect(said({ tasks: [task(dueOn)] })).toEqual(lines);
  });

  test('of this week stands for the step that it moves on, and says by when that was due', () => {
    const late = stall('BPI_CARD_LATE', { severity: 'CRITICAL' });
    expect(
      week({
        steps: [{ step: 'BPI_PERMIT_ISSUED', dueOn: day('2026-11-02'), isLegal: true }],
        stalls: [late],
        tasks: [task('2026-12-01', 'BPI_PERMIT_ISSUED')],
      }),
    ).toMatchObject([
      { kind: 'TASK', block: 'THIS_WEEK', stepDueOn: '2026-11-02', severity: 'CRITICAL', stalls: [late] },
    ]);
  });

  test('of later leaves the late step in sight, watched', () => {
    const steps = [{ step: 'CAF_RIGHTS' as const, dueOn: day('2026-11-02'), isLegal: false }];
    const tasks = [task('2026-12-15', 'CAF_RIGHTS')];
    expect(week({ steps, tasks })).toMatchObject([{ kind: 'STEP', block: 'TO_WATCH', task: tasks[0] }]);
  });

  test.each([
    ['2026-11-26', 'TODAY'],
    ['2026-12-01', 'THIS_WEEK'],
  ])('of later moves no limit that is not past: of a step due on %s, %s', (dueOn, block) => {
    const steps = [{ step: 'CAF_RIGHTS' as const, dueOn: day(dueOn), isLegal: false }];
    expect(week({ steps, tasks: [task('2026-12-15', 'CAF_RIGHTS')] })).toMatchObject([{ kind: 'STEP', block }]);
  });
});

describe('somebody for whom nothing has a day', () => {
  const forgotten = { nextDueOn: null };
  test('is watched', () => {
    expect(said(forgotten)).toEqual(['TO_WATCH NOTHING_PLANNED - NORMAL PLAN_TASK']);
  });
  test.each<[string, Partial<FileMatters>]>([
    ['not while a step has one', { nextDueOn: day('2028-01-01') }],
    ['not while a task has one, however far', { tasks: [task('2027-06-01')] }],
    ['not on a pause, nor once closed', { isActive: false }],
  ])('%s', (_why, given) => {
    expect(week({ ...forgotten, ...given })).toEqual([]);
  });
  test('not beside what she is stalled by', () => {
    expect(week({ ...forgotten, stalls: [stall('NO_CONTACT')] })).toHaveLength(1);
  });
});

describe('the order of a week', () => {
  test('is by part, then what is critical, then what a text sets, then the day furthest behind', () => {
    const lines = [
      ...week({ steps: [{ step: 'CAF_RIGHTS', dueOn: day('2026-11-25'), isLegal: true }] }),
      ...week({ tasks: [task('2026-12-01'), task('2026-11-26'), task('2026-11-20'), task('2026-11-10')] }),
      ...week({ stalls: [stall('NO_CONTACT'), stall('BPI_CARD_LATE', { severity: 'CRITICAL' })] }),
      ...week({ nextDueOn: null }),
    ].sort(inOrder);
    expect(lines.map(({ block, on, severity }) => `${block} ${severity} ${on ?? '-'}`)).toEqual([
      'LATE CRITICAL 2026-11-20',
      'LATE NORMAL 2026-11-25',
      'LATE NORMAL 2026-11-10',
      'LATE NORMAL 2026-11-20',
      'LATE NORMAL 2026-11-20',
      'TODAY NORMAL 2026-11-26',
      'THIS_WEEK NORMAL 2026-12-01',
      'TO_WATCH NORMAL -',
    ]);
    expect(lines.map((line) => daysLate(line, TODAY))).toEqual([6, 1, 16, 6, 6, 0, -5, null]);
  });
});

describe('whatever a file holds', () => {
  const days = fc.integer({ min: -40, max: 40 }).map((count): CalendarDay => plusDays(TODAY, count));
  const steps = fc.uniqueArray(
    fc.record({ step: fc.constantFrom(...STEP_CODES), dueOn: days, isLegal: fc.boolean() }),
    {
      selector: ({ step }) => step,
      maxLength: 6,
    },
  );
  const stalls = fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      rule: fc.constantFrom(...STALL_RULES),
      severity: fc.constantFrom('CRITICAL' as const, 'NORMAL' as const),
      sinceOn: fc.option(days),
      limitOn: fc.option(days),
    }),
    { selector: ({ rule }) => rule, maxLength: 6 },
  );
  const tasks = fc.array(fc.record({ id: fc.uuid(), step: fc.option(fc.constantFrom(...STEP_CODES)), dueOn: days }), {
    maxLength: 4,
  });
  const file = fc.record({ steps, stalls, tasks, isActive: fc.boolean(), nextDueOn: fc.option(days) });

  test('no limit is lost: each stall and each step due within the week is on exactly one line', () => {
    fc.assert(
      fc.property(file, (matters) => {
        const lines = fileWeek(matters, TODAY);
        const told = lines.flatMap((line) =>
          line.kind === 'STALL' ? [line.stall] : line.kind === 'NOTHING_PLANNED' ? [] : [...line.stalls],
        );
        expect([...told].sort(byId)).toEqual([...matters.stalls].sort(byId));
        for (const { step, dueOn } of matters.steps) {
          const own = lines.filter((line) => line.kind === 'STEP' && line.step === step).length;
          const standing = lines.filter((line) => line.kind === 'TASK' && line.task.step === step).length;
          expect(own === 1 || standing > 0).toBe(blockOfDay(dueOn, TODAY) !== null || standing > 0);
          expect(own === 1 && standing > 0).toBe(false);
        }
        for (const { id, dueOn } of matters.tasks)
          expect(lines.filter((line) => line.kind === 'TASK' && line.task.id === id)).toHaveLength(
            blockOfDay(dueOn, TODAY) === null ? 0 : 1,
          );
        for (const { block } of lines) expect(WEEK_BLOCKS).toContain(block);
      }),
    );
  });

  const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);
});
