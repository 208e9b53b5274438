import { describe, expect, test } from '@jest/globals';
import { calendarDay } from '../calendar/calendarDay.ts';
import { completeFacts } from '../pathway/facts.ts';
import type { Person } from '../person/person.ts';
import { fieldsOfTwo, MERGED_FIELDS, mergedFields, type OneOfTwo } from './mergeFields.ts';

const NOBODY: Person = {
  birthName: null,
  usageName: null,
  firstNames: 'Ifrah',
  birth: { precision: 'UNKNOWN', value: null },
  sex: 'X',
  nationality: null,
  languages: [],
  phone: null,
  email: null,
  address: null,
  foreignerNumber: null,
  ofiiNumber: null,
};
const EARLY = '2026-01-01T08:00:00Z';
const LATE = '2026-02-01T08:00:00Z';
function one(
  person: Partial<Person> = {},
  facts: object = {},
  said: string | Record<string, string> = EARLY,
): OneOfTwo {
  return {
    person: { ...NOBODY, ...person },
    facts: completeFacts(facts),
    saidAt: (path) => (typeof said === 'string' ? said : (said[path] ?? EARLY)),
  };
}
const proposed = (kept: OneOfTwo, other: OneOfTwo, path: string) =>
  fieldsOfTwo(kept, other).find((field) => field.path === path)?.proposed;

describe('the value proposed of two', () => {
  test.each([
    ['person.phone', { phone: '0600000001' }],
    ['person.sex', { sex: 'F' as const }],
    ['person.languages', { languages: ['somali'] }],
    ['person.birth', { birth: { precision: 'YEAR' as const, value: '1991' } }],
    ['person.address', { address: { line: null, postcode: '59000', commune: 'Lille' } }],
  ])('of %s is the one that is known, whenever it was said', (path, known) => {
    expect(proposed(one({}, {}, LATE), one(known), path)).toBe('OTHER');
    expect(proposed(one(known), one({}, {}, LATE), path)).toBe('KEPT');
  });

  test('is what was said last; and of what was said at once, what the file that stays says', () => {
    const [kept, other] = [{ phone: '0600000001' }, { phone: '0600000002' }];
    expect(proposed(one(kept), one(other, {}, { 'person.phone': LATE }), 'person.phone')).toBe('OTHER');
    expect(proposed(one(kept, {}, LATE), one(other), 'person.phone')).toBe('KEPT');
    expect(proposed(one(kept), one(other), 'person.phone')).toBe('KEPT');
  });

  test('is the more precise of two births that agree, and what was said last of two that do not', () => {
    const day = { birth: { precision: 'DAY' as const, value: '1991-04-09' } };
    const year = (value: string) => ({ birth: { precision: 'YEAR' as const, value } });
    expect(proposed(one(year('1991'), {}, LATE), one(day), 'person.birth')).toBe('OTHER');
    expect(proposed(one(day), one(year('1991'), {}, LATE), 'person.birth')).toBe('KEPT');
    expect(proposed(one(day), one(year('1992'), {}, LATE), 'person.birth')).toBe('OTHER');
  });

  test('is the earlier of two openings, whichever was said last', () => {
    const opened = (day: string) => ({ caseOpenedOn: calendarDay(day) });
    expect(proposed(one({}, opened('2026-01-02')), one({}, opened('2026-01-01')), 'facts.caseOpenedOn')).toBe('OTHER');
    expect(proposed(one({}, opened('2026-01-01')), one({}, opened('2026-01-02'), LATE), 'facts.caseOpenedOn')).toBe(
      'KEPT',
    );
  });

  test('of a yes against a no is the yes', () => {
    expect(proposed(one({}, {}, LATE), one({}, { isParent: true }), 'facts.isParent')).toBe('OTHER');
  });
});

describe('the file merged', () => {
  test('says of each field what was chosen, else what is proposed; and its facts repeat the birth chosen', () => {
    const kept = one(
      { birthName: 'Barwaqo', phone: '0600000001', birth: { precision: 'YEAR', value: '1990' } },
      {},
      LATE,
    );
    const other = one({ birthName: 'Barwaaqo', phone: '0600000002', birth: { precision: 'DAY', value: '1991-04-09' } });
    const merged = mergedFields(kept, other, { 'person.birthName': 'OTHER', 'person.birth': 'OTHER' });
    expect(merged.person).toMatchObject({ birthName: 'Barwaaqo', phone: '0600000001', birth: { value: '1991-04-09' } });
    expect(merged.facts.bornOn).toBe('1991-04-09');
    expect(mergedFields(kept, other, {}).person).toMatchObject({ birthName: 'Barwaqo', phone: '0600000001' });
  });

  test('is compared by every field but the birth that the facts repeat, once each', () => {
    expect(new Set(MERGED_FIELDS).size).toBe(MERGED_FIELDS.length);
    const all = [
      ...Object.keys(NOBODY).map((field) => `person.${field}`),
      ...Object.keys(completeFacts({})).map((fact) => `facts.${fact}`),
    ];
    expect([...MERGED_FIELDS].sort()).toEqual(all.filter((path) => path !== 'facts.bornOn').sort());
  });

  test('is silent of what neither says, whatever « nothing » is there, and of nothing else', () => {
    const silent = (kept: OneOfTwo, other: OneOfTwo) =>
      fieldsOfTwo(kept, other).flatMap(({ path, isSilent }) => (isSilent ? [] : [path]));
    expect(silent(one(), one())).toEqual(['person.firstNames']);
    expect(silent(one({}, { isParent: true }), one({ email: 'a@exemple.example' }))).toEqual([
      'person.firstNames',
      'person.email',
      'facts.isParent',
    ]);
  });

  test('two addresses written in another order are one', () => {
    const [a, b] = [
      { line: null, postcode: '59000', commune: 'Lille' },
      { commune: 'Lille', postcode: '59000', line: null },
    ];
    expect(
      fieldsOfTwo(one({ address: a }), one({ address: b })).find(({ path }) => path === 'person.address')?.isSame,
    ).toBe(true);
  });
});
