import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { calendarDay, plusDays } from '../calendar/calendarDay.ts';
import { RULES } from '../stall/rules.ts';
import { CONTRACT_RULE_SET_CODES, PERMIT_RULE_SET_CODES } from './codes.ts';
import { PERMIT_RULE_SETS, permitRuleSetOn } from './permitRuleSets/index.ts';
import { CONTRACT_RULE_SETS, contractRuleSet, contractRuleSetOn } from './ruleSets/index.ts';
import { stepsUnder } from './stepsUnder.ts';

const fingerprint = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

describe('what is published is frozen: never edit an old set, add a new one (docs/decisions/0005)', () => {
  test('no contract or permit rule set has changed. A line that differs: put the old text back. A new line: keep it', () => {
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

  test('nor has any step that pathways have under it. What a new text says otherwise goes to `steps` of its own set', () => {
    const said = CONTRACT_RULE_SETS.map((set) => {
      const steps = stepsUnder(set).map(({ definition: { due: _due, ruleSets: _sets, ...step }, ...under }) => ({
        ...step,
        ...under,
      }));
      return [set.code, `${steps.length} steps, ${fingerprint(steps)}`];
    });
    expect(Object.fromEntries(said)).toMatchInlineSnapshot(`
      {
        "CIR-2016": "52 steps, a67edbe242102f7d",
        "CIR-2019": "57 steps, b6fdfa6177fb39c5",
        "CIR-2022": "59 steps, 7852cbcc57b7db8d",
        "CIR-2025": "57 steps, 7e246dcc8251b45a",
      }
    `);
  });

  test('nor has what a stall rule rests on. A limit that is only proposed is a setting; another law is another rule', () => {
    const said = RULES.map((rule) => {
      const { code, domain, appliesTo, anchor, onlyIfOutcome, onlyIfOpened, extension, ratio, testGainMin } = rule;
      const { countLimit, clearedByStep, clearedByContract, clearedBySpecial, turn, basis, confidence } = rule;
      const { warn, limit, warnByPopulation, limitByPopulation } = rule;
      const byLaw = confidence === 'law' ? { warn, limit, warnByPopulation, limitByPopulation } : {};
      const living = { domain, appliesTo, anchor, onlyIfOutcome, onlyIfOpened, extension, ratio, testGainMin };
      const clearing = { countLimit, clearedByStep, clearedByContract, clearedBySpecial };
      return [code, fingerprint({ ...living, ...clearing, turn, basis, confidence, ...byLaw })];
    });
    expect(Object.fromEntries(said)).toMatchInlineSnapshot(`
      {
        "ASYLUM_HOUSING_OVERSTAY": "530d881a849bd5a5",
        "BPI_CARD_LATE": "56bc0c9ef76b1207",
        "CIR_EXPIRY": "6e1aaec0db501412",
        "CIR_NOT_SIGNED": "dd5d7f9b76899068",
        "CIVIC_ABSENCE": "b135345a2dddf345",
        "CIVIL_STATUS_LATE": "6277473e71cfac97",
        "FINAL_INTERVIEW_OVERDUE": "0bf282e22d6c243e",
        "HANDOVER_NO_CONTACT": "d0d70dced8557d8c",
        "INCOME_GAP": "c7c89a1f2cdea9b8",
        "LANGUAGE_ATTENDANCE": "118734cb76be3a70",
        "LANGUAGE_NO_PROGRESS": "e0b8c3e61b014a40",
        "LANGUAGE_WAIT": "368c2e97921be6d5",
        "LICENCE_DEADLINE": "cd49b8d91bb07a46",
        "NO_CONTACT": "003c843e9176f86a",
        "NO_HEALTH_COVER": "29760cd6425e0c0b",
        "NO_OUTCOME_12M": "eb5daac53a6dd6fc",
        "PERMIT_RENEWAL_WINDOW": "9a837017b6c59f19",
        "PES_NO_REGISTRATION": "23519f3f380aa487",
        "PLATFORM_NO_SHOW": "caed2ffd9672d9bd",
        "PROOF_OF_STAY_GAP": "df9e9b77da8c6275",
        "REFUGEE_HOUSING_OVERSTAY": "a4d886480560c04c",
      }
    `);
  });

  test('nothing can change them while the program runs', () => {
    expect(() => Object.assign(CONTRACT_RULE_SETS[0] ?? {}, { durationMonths: 24 })).toThrow(TypeError);
    expect(() => Object.assign(PERMIT_RULE_SETS[0] ?? {}, { validFrom: '2020-01-01' })).toThrow(TypeError);
    expect(() => Object.assign(RULES[0]?.limit ?? {}, { n: 1 })).toThrow(TypeError);
    expect(() => Object.assign(stepsUnder(contractRuleSet('CIR-2025'))[0]?.definition ?? {}, { basis: '' })).toThrow(
      TypeError,
    );
  });
});

describe('one set is in force on any day', () => {
  test.each([
    ['contract', CONTRACT_RULE_SETS, contractRuleSetOn],
    ['permit', PERMIT_RULE_SETS, permitRuleSetOn],
  ] as const)('%s: from its first day to the eve of the next one, whose text agrees', (_name, sets, inForce) => {
    sets.forEach(({ code, validFrom, validTo }, index) => {
      const first = calendarDay(validFrom);
      const next = sets[index + 1];
      expect([inForce(plusDays(first, -1))?.code, inForce(first)?.code]).toEqual([sets[index - 1]?.code, code]);
      if (next === undefined) expect([inForce(calendarDay('2999-12-31'))?.code, validTo]).toEqual([code, null]);
      else if (validTo !== null) expect(plusDays(calendarDay(validTo), 1)).toBe(next.validFrom);
    });
  });

  test('every code has its set, in the order of their days, and a set takes up one that is older', () => {
    expect(CONTRACT_RULE_SETS.map(({ code }) => code)).toEqual(CONTRACT_RULE_SET_CODES);
    expect(PERMIT_RULE_SETS.map(({ code }) => code)).toEqual(PERMIT_RULE_SET_CODES);
    CONTRACT_RULE_SETS.forEach((set, index) => {
      const before = CONTRACT_RULE_SETS[index - 1];
      expect(set.follows).toBe(index < 4 ? undefined : before?.code);
    });
  });
});
