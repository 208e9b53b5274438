import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { RULES } from '../stall/rules.ts';
import * as codes from './codes.ts';
import { CONTRACT_RULE_SETS } from './ruleSets/index.ts';
import { PERMIT_RULE_SETS } from './permitRuleSets/index.ts';
import { STEPS, type StepDefinition } from './steps/index.ts';
import { ALLOWED_CONTRACT_MOVES, ALLOWED_MOVES } from './transitions.ts';

interface Source {
  steps: { code: string; domain: string; [key: string]: unknown }[];
  stallRules: { code: string; extension?: { n: number; max: number | null }; [key: string]: unknown }[];
  ruleSets: { contract: Coded[]; permit: Coded[] };
  stepTransitions: [string, string][];
  contractTransitions: [string, string][];
  stepSemantics: { openByDefault: string };
  referentActions: string[];
  domains: Coded[];
  actors: string[];
  stepStates: Coded[];
  contractStates: Coded[];
  populations: Coded[];
  events: { medium: string[]; silenceReason: string[]; pauseReason: string[] };
  nomenclatures: Record<string, (string | Coded)[] | undefined>;
}
interface Coded {
  code: string;
}
const source = JSON.parse(readFileSync(new URL('./testing/pathway.json', import.meta.url), 'utf8')) as Source;

/** Rules published since the domain data were written have their own steps; a step of the data's sets is one of the data. */
const isOfLaterSets = ({ ruleSets }: StepDefinition): boolean =>
  !ruleSets.some((own) => source.ruleSets.contract.some(({ code }) => code === own));

const pairs = (table: Record<string, readonly string[]>): string[] =>
  Object.entries(table)
    .flatMap(([from, tos]) => tos.map((to) => `${from}>${to}`))
    .sort();

describe('the tables say what the domain data say', () => {
  test('every step, field by field, in the order of the catalogue', () => {
    const given = STEPS.filter((step) => !isOfLaterSets(step));
    expect(given.map(({ openByDefault: _, ...step }) => step)).toEqual(source.steps);
    expect(codes.STEP_CODES).toEqual(STEPS.map(({ code }) => code));
  });

  test('the steps that only some people need are the ones listed', () => {
    const listed = /\(([A-Z_, ]+)\)/.exec(source.stepSemantics.openByDefault)?.[1]?.split(', ') ?? [];
    expect(
      STEPS.filter((step) => !step.openByDefault && !isOfLaterSets(step))
        .map(({ code }) => code)
        .sort(),
    ).toEqual([...listed].sort());
  });

  test('every stall rule: anchor, limits, populations, turn, basis, severity. A rule added since comes after them', () => {
    const given = RULES.slice(0, source.stallRules.length);
    expect(given.map(({ code }) => code)).toEqual(source.stallRules.map(({ code }) => code));
    for (const rule of given) {
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
      expect(rule.extension?.max).toBe(expected?.extension?.max);
      // Two anchors are said in words by the source: the due date of a step, and the proof of stay.
      const words = {
        'due of CIR_FINAL_INTERVIEW': 'DUE:CIR_FINAL_INTERVIEW',
        'last day of the latest valid residence document or certificate': 'PROOF_OF_STAY_END',
      };
      const anchor = expected?.['anchor'] as string | null;
      expect(rule.anchor).toBe(anchor === null ? null : (words[anchor as keyof typeof words] ?? anchor));
    }
  });

  test('every move of a step and of the contract, and no other', () => {
    expect(pairs(ALLOWED_MOVES)).toEqual(source.stepTransitions.map(([from, to]) => `${from}>${to}`).sort());
    expect(pairs(ALLOWED_CONTRACT_MOVES)).toEqual(
      source.contractTransitions.map(([from, to]) => `${from}>${to}`).sort(),
    );
  });

  test('the contract and permit rule sets', () => {
    const { contract, permit } = source.ruleSets;
    expect(CONTRACT_RULE_SETS.slice(0, contract.length)).toEqual(contract);
    expect(PERMIT_RULE_SETS.slice(0, permit.length)).toEqual(permit);
  });

  test('every code, in the order of the source', () => {
    const codesOf = (list: readonly (string | { code: string })[]): string[] =>
      list.map((one) => (typeof one === 'string' ? one : one.code));
    const { nomenclatures: lists } = source;
    const pairs: [readonly string[], readonly (string | { code: string })[] | undefined][] = [
      [codes.DOMAINS, source.domains],
      [codes.ACTORS, source.actors],
      [codes.STEP_STATUSES.toSorted(), source.stepStates.toSorted((a, b) => (a.code < b.code ? -1 : 1))],
      [codes.CONTRACT_STATES, source.contractStates],
      [codes.POPULATIONS, source.populations],
      [codes.REFERENT_ACTIONS, source.referentActions],
      [codes.CONTACT_MEDIA, source.events.medium],
      [codes.SILENCE_REASONS, source.events.silenceReason],
      [codes.PAUSE_REASONS, source.events.pauseReason],
      [codes.PROTECTION_KINDS, lists.protectionKind],
      [codes.RESIDENCE_DOCUMENTS, lists.residenceDocument],
      [codes.HOUSING_CODES, lists.housing],
      [codes.CEFR_LEVELS, lists.cefrLevel],
      [codes.LANGUAGE_DECISIONS, lists.languageDecision],
      [codes.CLOSURE_REASONS, lists.caseExitReason],
    ];
    for (const [own, theirs] of pairs) expect(own).toEqual(codesOf(theirs ?? []));
  });
});
