import { describe, expect, test } from '@jest/globals';
import { calendarDay } from '../calendar/calendarDay.ts';
import { changeTask, refusalOfDay, taskWords, type Task, type TaskChange } from './taskChange.ts';

const day = calendarDay;
const TODAY = day('2026-11-26');
const CALL: Task = { what: 'Rappeler la CPAM', dueOn: day('2026-11-20'), state: 'OPEN', reason: null };
const asked = (change: TaskChange, task: Partial<Task> = {}) => changeTask({ ...CALL, ...task }, change, TODAY);
const codeOf = (change: TaskChange, task: Partial<Task> = {}): string | undefined => {
  const verdict = asked(change, task);
  return verdict.accepted ? undefined : verdict.code;
};

describe('the day by which something is to be done', () => {
  test.each([
    ['2026-11-25', 'Choisissez aujourd’hui ou un jour à venir.'],
    ['2026-11-26', null],
    ['2026-11-27', null],
  ])('%s, today being 26 November: %s', (dueOn, refusal) => {
    expect(refusalOfDay(day(dueOn), TODAY)).toBe(refusal);
  });

  test('may stay behind us: it is overdue, and everything else of it may change', () => {
    expect(asked({ what: 'Rappeler la CPAM au guichet' })).toEqual({
      accepted: true,
      task: { ...CALL, what: 'Rappeler la CPAM au guichet' },
    });
    expect(codeOf({ dueOn: day('2026-11-25'), reason: 'x' })).toBe('due_in_the_past');
  });
});

describe('putting off', () => {
  test.each([
    ['2026-11-29', undefined],
    ['2026-11-30', undefined],
    ['2026-12-01', 'reason_missing'],
  ])('a task of 30 November to %s without a reason: %s', (dueOn, code) => {
    expect(codeOf({ dueOn: day(dueOn) }, { dueOn: day('2026-11-30') })).toBe(code);
  });

  test('keeps why', () => {
    expect(asked({ dueOn: day('2026-12-01'), reason: 'Guichet fermé' })).toEqual({
      accepted: true,
      task: { ...CALL, dueOn: '2026-12-01', reason: 'Guichet fermé' },
    });
  });
});

describe('settling', () => {
  test('done asks nothing; dropped asks why, once', () => {
    expect(codeOf({ state: 'DONE' })).toBeUndefined();
    expect(codeOf({ state: 'DROPPED' })).toBe('reason_missing');
    expect(codeOf({ state: 'DROPPED', reason: 'A déménagé' })).toBeUndefined();
    expect(codeOf({ state: 'DROPPED' }, { state: 'DROPPED', reason: 'A déménagé' })).toBeUndefined();
  });

  test('ends what may be changed, until it is opened again', () => {
    for (const state of ['DONE', 'DROPPED'] as const) {
      expect(codeOf({ what: 'Autre chose' }, { state })).toBe('task_settled');
      expect(codeOf({ dueOn: day('2026-12-01'), reason: 'x' }, { state })).toBe('task_settled');
      expect(codeOf({ what: 'Autre chose', state: 'OPEN' }, { state })).toBeUndefined();
    }
  });
});

describe('the words of the history', () => {
  test.each<[Partial<Task>, string]>([
    [{}, 'Rappeler la CPAM\u00a0: pour le 20 novembre 2026'],
    [{ reason: 'Guichet fermé' }, 'Rappeler la CPAM\u00a0: pour le 20 novembre 2026 – Guichet fermé'],
    [{ state: 'DONE', reason: 'Guichet fermé' }, 'Rappeler la CPAM\u00a0: fait'],
    [{ state: 'DROPPED', reason: 'A déménagé' }, 'Rappeler la CPAM\u00a0: abandonné – A déménagé'],
  ])('%o', (task, words) => {
    expect(taskWords({ ...CALL, ...task })).toBe(words);
  });
});
