import { describe, expect, test } from '@jest/globals';
import { SHOWN } from '../access/fields.ts';
import { ROLES } from '../access/roles.ts';
import { DAILY_QUOTAS, judgeNaming, judgeOpening, widened, type DailyQuotas } from './quotas.ts';

describe('opening a file', () => {
  const { account, organisation } = DAILY_QUOTAS.openings;

  test.each([
    [200, 'FINE'],
    [201, 'ALERT'],
    [202, 'FINE'],
    [400, 'FINE'],
    [401, 'REFUSED'],
    [4_000, 'REFUSED'],
  ])('the file that makes %i in the day of an account: %s', (opened, verdict) => {
    expect(judgeOpening({ opened, isNew: true }, account)).toBe(verdict);
    expect(judgeOpening({ opened, isNew: false }, account)).toBe('FINE');
  });

  test.each([
    [1_000, 'FINE'],
    [1_001, 'ALERT'],
    [2_000, 'FINE'],
    [2_001, 'REFUSED'],
  ])('the file that makes %i in the day of a structure: %s', (opened, verdict) => {
    expect(judgeOpening({ opened, isNew: true }, organisation)).toBe(verdict);
  });
});

describe('naming files in a page', () => {
  const { ASSOCIATION_CASEWORKER: ofAStructure, OFII_AGENT: ofATerritory } = DAILY_QUOTAS.namings;

  test.each([
    ['an account of an association', ofAStructure?.account, 1_000, 5_000],
    ['an association', ofAStructure?.organisation, 5_000, 25_000],
    ['an OFII agent', ofATerritory?.account, 5_000, 15_000],
    ['an office of OFII', ofATerritory?.organisation, 25_000, 100_000],
  ])('%s: the alert is given once, beyond the first line, and nothing more beyond the second', (...given) => {
    const [, quota, alert, refusal] = given;
    if (quota === undefined) throw new Error('No quota');
    const verdicts = (wasAlerted: boolean, ...named: number[]): string[] =>
      named.map((count) => judgeNaming({ named: count, wasAlerted }, quota));
    expect(verdicts(false, alert - 1, alert, alert + 1)).toEqual(['FINE', 'FINE', 'ALERT']);
    // A page names up to a hundred: the line is crossed from far, and once.
    expect(verdicts(false, alert + 100)).toEqual(['ALERT']);
    expect(verdicts(true, alert + 1, alert + 2, alert + 100)).toEqual(['FINE', 'FINE', 'FINE']);
    expect(verdicts(true, refusal - 1, refusal, refusal + 1)).toEqual(['FINE', 'FINE', 'REFUSED']);
    expect(verdicts(false, refusal - 1, refusal, refusal + 1)).toEqual(['ALERT', 'ALERT', 'REFUSED']);
  });

  test('is counted for the roles that are told who a person is, and for no other', () => {
    const counted = ROLES.filter((role) => DAILY_QUOTAS.namings[role] !== null);
    expect(counted).toEqual(ROLES.filter((role) => SHOWN[role].person));
    expect(counted).toEqual(['ASSOCIATION_CASEWORKER', 'ASSOCIATION_MANAGER', 'OFII_AGENT']);
    expect(DAILY_QUOTAS.namings.ASSOCIATION_MANAGER).toEqual(ofAStructure);
  });
});

test('load tests have wider days, for who is counted', () => {
  const { openings, namings } = widened(DAILY_QUOTAS, 10_000);
  const opens = (opened: number): string => judgeOpening({ opened, isNew: true }, openings.account);
  expect([4_000_000, 4_000_001].map(opens)).toEqual(['FINE', 'REFUSED']);
  const refusals = ({ account, organisation }: DailyQuotas): number[] =>
    [account, organisation].map((q) => q.refuseBeyond);
  expect(refusals(namings.ASSOCIATION_CASEWORKER as DailyQuotas)).toEqual([50_000_000, 250_000_000]);
  expect(refusals(namings.OFII_AGENT as DailyQuotas)).toEqual([150_000_000, 1_000_000_000]);
  // Alerts are told to the database, as whole numbers of four bytes.
  expect(namings.OFII_AGENT?.organisation.alertBeyond).toBeLessThan(2 ** 31);
  expect(ROLES.filter((role) => namings[role] === null)).toEqual(
    ROLES.filter((role) => DAILY_QUOTAS.namings[role] === null),
  );
});
