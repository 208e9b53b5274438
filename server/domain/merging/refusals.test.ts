import { describe, expect, test } from '@jest/globals';
import { calendarDay } from '../calendar/calendarDay.ts';
import { refusalOfMerging, refusalOfUnmerging, type OneMerged, type OneToMerge } from './refusals.ts';

const FILE: OneToMerge = { organisationId: 'ours', isSealed: false, isTransferAsked: false };
const SEALED = { isSealed: true };
const ASKED = { isTransferAsked: true };
const codeOf = (kept: Partial<OneToMerge> = {}, other: Partial<OneToMerge> = {}): string | undefined =>
  refusalOfMerging({ ...FILE, ...kept }, { ...FILE, ...other })?.code;

describe('two files become one', () => {
  test('of one structure, both open or both sealed', () => {
    expect([codeOf(), codeOf(SEALED, SEALED)]).toEqual([undefined, undefined]);
  });

  test.each([
    ['followed_elsewhere', {}, { organisationId: 'theirs' }],
    ['followed_elsewhere', { organisationId: null }, { organisationId: null }],
    ['sealed_differently', SEALED, {}],
    ['sealed_differently', {}, SEALED],
    ['transfer_asked', ASKED, {}],
    ['transfer_asked', {}, ASKED],
  ])('unless %s: %j, %j', (code, kept, other) => {
    expect(codeOf(kept, other)).toBe(code);
  });
});

describe('two files that were merged part', () => {
  const merged: OneMerged = { ...FILE, wasSealed: false, mergedBy: 'ours' };
  const on = (today: string, file: Partial<OneMerged> = {}): string | undefined =>
    refusalOfUnmerging({ ...merged, ...file }, { mergedOn: calendarDay('2026-03-10'), today: calendarDay(today) })
      ?.code;

  test.each([
    ['2026-03-10', undefined],
    ['2026-04-08', undefined],
    ['2026-04-09', undefined],
    ['2026-04-10', 'merged_too_long_ago'],
  ])('for thirty days, the last one in time: on %s', (today, code) => {
    expect(on(today)).toBe(code);
  });

  test.each([
    ['followed_elsewhere', { organisationId: 'theirs' }],
    ['sealed_differently', { isSealed: true }],
    ['sealed_differently', { wasSealed: true }],
    ['transfer_asked', { isTransferAsked: true }],
  ])('unless %s: %j', (code, file) => {
    expect(on('2026-03-11', file)).toBe(code);
    expect(on('2026-03-11', { isSealed: true, wasSealed: true })).toBeUndefined();
  });
});
