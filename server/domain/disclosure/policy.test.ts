import { describe, expect, test } from '@jest/globals';
import { policyFor } from './policy.ts';

describe('The policy of secrecy', () => {
  test('hides fewer than eleven people in the reports, under a version that they print', () => {
    expect(policyFor('REPORTS')).toEqual({ version: '2026-1', threshold: 11, groupThreshold: 30 });
  });

  test('refuses the restricted channel, which nobody has opened', () => {
    expect(() => policyFor('RESTRICTED')).toThrow(RangeError);
  });
});
