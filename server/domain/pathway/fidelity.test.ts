import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { RULES } from '../stall/rules.ts';
import * as codes from './codes.ts';
import { CONTRACT_RULE_SETS } from './ruleSets/index.ts';
import { PERMIT_RULE_SETS } from './permitRuleSets/index.ts';
import { STEPS } from './steps/index.ts';
import { ALLOWED_CONTRACT_MOVES, ALLOWED_MOVES } from './transitions.ts';

interface Source {
  steps: { code: string; domain: string; [key: string]: unknown }[];
  stallRules: { code: string; extension?: { n: number; max: number | null }; [key: string]: unknown }[];
  ruleSets: { contract: unknown[]; permit: unknown[] };
  stepTransitions: [string, string][];
  contractTransitions: [string, string][];
  stepSemantics: { openByDefault: string };
  referentActions: string[];
}
const source = JSON.parse(readFileSync(new URL('./testing/pathway.json', import.meta.url), 'utf8')) as Source;

const pairs = (table: Record<string, readonly string[]>): string[] =>
  Object.entries(table)
    .flatMap(([from, tos]) => tos.map((to) => `${from}>${to}`))
    .sort();

describe('the tables say what the domain data say', () => {
  test('every step, field by field, in the order of the catalogue', () => {
    const bare = STEPS.map(({ openByDefault: _, ...step }) => step);
    const order = new Map(codes.DOMAINS.map((domain, index) => [domain, index]));
    const expected = [...source.steps].sort(
      (a, b) => (order.get(a.domain as never) ?? 0) - (order.get(b.domain as never) ?? 0),
    );
    expect(bare).toEqual(expected.map((step) => expect.objectContaining({ code: step.code })));
    for (const [index, step] of bare.entries()) expect(step).toEqual({ ...expected[index] });
  });

  test('the steps that only some people need are the ones listed', () => {
    const listed = /\(([A-Z_, ]+)\)/.exec(source.stepSemantics.openByDefault)?.[1]?.split(', ') ?? [];
    expect(
      STEPS.filter(({ openByDefault }) => !openByDefault)
        .map(({ code }) => code)
        .sort(),
    ).toEqual([...listed].sort());
  });

  test('every stall rule: anchor, limits, populations, turn, basis, severity', () => {
    expect(RULES.map(({ code }) => code)).toEqual(source.stallRules.map(({ code }) => code));
    for (const rule of RULES) {
      const expected = source.stallRules.find(({ code }) => code === rule.code);
      for (const field of [
        'labelFr',
        'domain',
        'appliesTo',
        'warn',
        'limit',
        'limitByPopulation',
        'warnByPopulation',
        'onlyIfOutcome',
        'ratio',
        'testGainMin',
        'countLimit',
        'clearedBy',
        'turn',
        'basis',
        'confidence',
      ] as const) {
        expect({ [field]: rule[field] }).toEqual({ [field]: expected?.[field] });
      }
      expect(rule.severity).toBe(expected?.['severity'] ?? 'NORMAL');
      expect(rule.extension?.months).toBe(expected?.extension?.n);
    }
  });

  test('every move of a step and of the contract, and no other', () => {
    expect(pairs(ALLOWED_MOVES)).toEqual(source.stepTransitions.map(([from, to]) => `${from}>${to}`).sort());
    expect(pairs(ALLOWED_CONTRACT_MOVES)).toEqual(
      source.contractTransitions.map(([from, to]) => `${from}>${to}`).sort(),
    );
  });

  test('the contract and permit rule sets', () => {
    expect(CONTRACT_RULE_SETS).toEqual(source.ruleSets.contract);
    expect(PERMIT_RULE_SETS).toEqual(source.ruleSets.permit);
  });

  test('the referent’s actions', () => expect([...codes.REFERENT_ACTIONS]).toEqual(source.referentActions));
});

describe('a published rule set is frozen', () => {
  const fingerprint = (value: unknown): string =>
    createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

  test('no published rule set has changed since its publication', () => {
    expect(Object.fromEntries([...CONTRACT_RULE_SETS, ...PERMIT_RULE_SETS].map((set) => [set.code, fingerprint(set)])))
      .toMatchInlineSnapshot(`
      {
        "CIR-2016": "f1130df27a207e4e",
        "CIR-2019": "4a035deb0f6ac2ff",
        "CIR-2022": "0653daa306587f19",
        "CIR-2025": "c14986df2b8d496c",
        "PERMIT-2016": "e09d959656b26289",
        "PERMIT-2018": "cbbf0713e025072c",
        "PERMIT-2026": "26955ecc1a40f132",
      }
    `);
  });

  test('nothing can change one while the program runs', () => {
    expect(() => Object.assign(CONTRACT_RULE_SETS[0] ?? {}, { durationMonths: 24 })).toThrow(TypeError);
    expect(() => Object.assign(RULES[0]?.limit ?? {}, { n: 1 })).toThrow(TypeError);
  });
});
