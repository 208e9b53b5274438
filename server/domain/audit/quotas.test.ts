import { expect, test } from '@jest/globals';
import { DAILY_QUOTAS, judgeOpening, widened } from './quotas.ts';

test.each([
  [200, 'FINE'],
  [201, 'ALERT'],
  [202, 'FINE'],
  [400, 'FINE'],
  [401, 'REFUSED'],
  [4_000, 'REFUSED'],
])('the file that makes %i in the day of an account: %s', (opened, verdict) => {
  expect(judgeOpening({ opened, isNew: true }, DAILY_QUOTAS.account)).toBe(verdict);
  expect(judgeOpening({ opened, isNew: false }, DAILY_QUOTAS.account)).toBe('FINE');
});

test.each([
  [1_000, 'FINE'],
  [1_001, 'ALERT'],
  [2_000, 'FINE'],
  [2_001, 'REFUSED'],
])('the file that makes %i in the day of a structure: %s', (opened, verdict) => {
  expect(judgeOpening({ opened, isNew: true }, DAILY_QUOTAS.organisation)).toBe(verdict);
});

test('load tests have wider days', () => {
  const wide = widened(DAILY_QUOTAS, 10_000);
  expect([judgeOpening({ opened: 4_000_000, isNew: true }, wide.account)]).toEqual(['FINE']);
  expect([judgeOpening({ opened: 4_000_001, isNew: true }, wide.account)]).toEqual(['REFUSED']);
});
