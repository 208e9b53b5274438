import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDay as day, plusDays } from '../calendar/calendarDay.ts';
import { derivePathway } from '../pathway/derive.ts';
import type { PathwayEvent } from '../pathway/events.ts';
import { STALL_RULE_LABELS } from '../pathway/labels.ts';
import { planPathway } from '../pathway/plan.ts';
import { anyFacts, anyHistory, ORIGIN, SPAN, WRITTEN } from '../pathway/testing/histories.ts';
import { checkThresholds } from './checkThresholds.ts';
import { explainStall } from './explain.ts';
import { stallStateOn } from './stallSpell.ts';
import { PROPOSED, setInForce, SETTABLE_RULES, thresholdsOf, type Threshold, type ThresholdSet } from './thresholds.ts';

const [proposed] = PROPOSED;
const published = (effectiveOn: string, rules: ThresholdSet['rules']) => ({
  ...(proposed as ThresholdSet),
  effectiveOn: day(effectiveOn),
  rules: { ...proposed?.rules, ...rules },
});
const days = (warn: number, limit: number): Threshold => ({
  warn: { n: warn, unit: 'DAY' },
  limit: { n: limit, unit: 'DAY' },
});

describe('what may be set', () => {
  test('the proposals, and nothing that a text sets', () => {
    expect(SETTABLE_RULES.map(({ code }) => code)).toEqual([
      'NO_CONTACT',
      'PLATFORM_NO_SHOW',
      'CIR_NOT_SIGNED',
      'LANGUAGE_WAIT',
      'CIVIC_ABSENCE',
      'CIR_EXPIRY',
      'INCOME_GAP',
      'NO_HEALTH_COVER',
      'PES_NO_REGISTRATION',
      'HANDOVER_NO_CONTACT',
      'NO_OUTCOME_12M',
    ]);
  });

  test('is not in the name of its rule, which stays when it is changed', () => {
    const NUMBER = /\d|\b(?:une?|deux|trois|quatre|cinq|six|dix|douze)\b/i;
    expect(SETTABLE_RULES.map(({ code }) => STALL_RULE_LABELS[code]).filter((label) => NUMBER.test(label))).toEqual([]);
    expect(SETTABLE_RULES.filter(({ labelFr }) => NUMBER.test(labelFr)).map(({ code }) => code)).toEqual([
      ...['PLATFORM_NO_SHOW', 'CIR_NOT_SIGNED', 'NO_OUTCOME_12M'],
    ]);
  });

  test('a set that changes a legal limit all the same leaves it where the law has it', () => {
    const thresholds = thresholdsOf([published('2026-01-01', { BPI_CARD_LATE: days(1, 2) })]);
    const facts = { protectionGrantedOn: day('2026-01-10') };
    const limit = (given: object) =>
      planPathway({ facts, events: [], today: day('2026-04-01'), ...given }).stalls.find(
        ({ rule }) => rule === 'BPI_CARD_LATE',
      )?.limitOn;
    expect(limit({ thresholds })).toBe('2026-04-10');
    expect(limit({})).toBe('2026-04-10');
  });

  const today = day('2026-06-15');
  const problems = (rules: object, more: object = {}) =>
    checkThresholds({ ...published('2026-06-15', rules), ...more }, today).map(({ field, code }) => `${field} ${code}`);

  test('the proposals themselves may be published, from today on', () => {
    expect(problems({})).toEqual([]);
    expect(problems({}, { effectiveOn: '2026-06-16' })).toEqual([]);
    expect(problems({}, { effectiveOn: '2026-06-14' })).toEqual(['effectiveOn date_in_past']);
  });

  test.each([
    [{ BPI_CARD_LATE: days(20, 30) }, 'rules.BPI_CARD_LATE set_by_law'],
    [{ PLATFORM_NO_SHOW: days(20, 30) }, 'rules.PLATFORM_NO_SHOW.warn not_of_this_rule'],
    [{ NO_CONTACT: { ...days(20, 30), countLimit: 2 } }, 'rules.NO_CONTACT.countLimit not_of_this_rule'],
    [{ NO_CONTACT: { warn: null, limit: { n: 3, unit: 'DAY' } } }, 'rules.NO_CONTACT.warn not_of_this_rule'],
    [{ NO_CONTACT: days(0, 30) }, 'rules.NO_CONTACT.warn out_of_range'],
    [{ NO_CONTACT: days(10, 731) }, 'rules.NO_CONTACT.limit out_of_range'],
    [{ NO_CONTACT: days(61, 60) }, 'rules.NO_CONTACT.warn warn_after_limit'],
    // In February, a month is shorter than 30 days.
    [
      { NO_CONTACT: { warn: { n: 30, unit: 'DAY' }, limit: { n: 1, unit: 'MONTH' } } },
      'rules.NO_CONTACT.warn warn_after_limit',
    ],
    [
      { NO_HEALTH_COVER: { ...proposed?.rules.NO_HEALTH_COVER, limitByPopulation: { BPI: { n: 10, unit: 'DAY' } } } },
      'rules.NO_HEALTH_COVER.warnByPopulation.BPI warn_after_limit',
    ],
    [{ NO_HEALTH_COVER: days(20, 30) }, 'rules.NO_HEALTH_COVER.warnByPopulation not_of_this_rule'],
    [
      { PLATFORM_NO_SHOW: { warn: null, limit: null, countLimit: 0 } },
      'rules.PLATFORM_NO_SHOW.countLimit out_of_range',
    ],
  ])('%j is refused', (rules, expected) => {
    expect(problems(rules)).toContain(expected);
  });

  test('limits counted back from the end of the contract stay allowed', () => {
    expect(problems({ CIR_EXPIRY: days(-90, -10), NO_CONTACT: days(60, 60) })).toEqual([]);
  });

  test('silences have their own bounds', () => {
    expect(problems({}, { silenceDays: { NORMAL: 366, CRITICAL: 0 } })).toEqual([
      'silenceDays.NORMAL out_of_range',
      'silenceDays.CRITICAL out_of_range',
    ]);
  });
});

describe('thresholds are dated', () => {
  const facts = { caseOpenedOn: day('2026-01-10') };
  const events: PathwayEvent[] = [
    { id: 'c1', contact: 'REACHED', on: day('2026-03-01') },
    { step: 'HEALTH_COVER', status: 'DONE', on: day('2026-01-20') },
  ];
  const contact = (sets: Parameters<typeof thresholdsOf>[0], today: string, more: readonly PathwayEvent[] = []) => {
    const spells = derivePathway(
      { facts, events: [...events, ...more], thresholds: thresholdsOf(sets) },
      day(today),
    ).stallSpells.filter(({ rule }) => rule === 'NO_CONTACT');
    return spells.map(({ spell, warnOn, limitOn, sinceOn, clearedOn, clearedByEventId }) => [
      spell,
      warnOn,
      limitOn,
      sinceOn,
      clearedOn,
      clearedByEventId,
    ]);
  };
  const lower = published('2026-04-20', { NO_CONTACT: days(20, 30) });
  const higher = published('2026-06-01', { NO_CONTACT: days(100, 120) });

  test('lowered under a wait that has gone on for longer: stalled from the day they begin, and not before', () => {
    expect(contact([lower], '2026-04-25')).toEqual([[1, '2026-04-20', '2026-03-31', '2026-04-20', null, null]]);
    const stateOn = (on: string) =>
      planPathway({ facts, events, today: day(on), thresholds: thresholdsOf([lower]) }).stalls.find(
        ({ rule }) => rule === 'NO_CONTACT',
      );
    expect(stateOn('2026-04-19')).toMatchObject({ state: 'WATCH', limitOn: '2026-04-30' });
    expect(stateOn('2026-04-20')).toMatchObject({ state: 'STALLED', since: '2026-04-20', limitOn: '2026-03-31' });
    expect(stateOn('2026-04-21')).toMatchObject({ state: 'STALLED', since: '2026-04-20' });
  });

  test('published for a day to come: what is watched until then still is', () => {
    expect(contact([lower], '2026-04-19')).toEqual([
      [-1, '2026-04-15', '2026-04-30', null, '2026-04-20', null],
      [1, '2026-04-20', '2026-03-31', '2026-04-20', null, null],
    ]);
  });

  test('raised over a stall: it ends that day by no event, and comes back later as another', () => {
    expect(contact([higher], '2026-06-02')).toEqual([
      [1, '2026-04-15', '2026-04-30', '2026-05-01', '2026-06-01', null],
      [2, '2026-06-09', '2026-06-29', '2026-06-30', null, null],
    ]);
  });

  test('changed under a stall that remains one: the same spell, since the same day', () => {
    const raised = published('2026-06-01', { NO_CONTACT: days(70, 80) });
    expect(contact([raised], '2026-06-02')).toEqual([[1, '2026-04-15', '2026-04-30', '2026-05-01', null, null]]);
    expect(contact([lower, raised], '2026-06-02')).toEqual([[1, '2026-04-20', '2026-03-31', '2026-04-20', null, null]]);
  });

  test.each([
    ['the day before they begin', '2026-04-19', 0],
    ['the very day they begin', '2026-04-20', 0],
    ['the day after', '2026-04-21', 1],
  ])('reached %s: %s leaves %i spell of the first wait', (_when, on, count) => {
    const reached: PathwayEvent = { id: 'c2', contact: 'REACHED', on: day(on) };
    const first = contact([lower], '2026-04-30', [reached]).filter(([, , , since]) => String(since) < '2026-05-01');
    expect(first).toHaveLength(count);
    if (count > 0) expect(first[0]).toEqual([1, '2026-04-20', '2026-03-31', '2026-04-20', '2026-04-21', 'c2']);
  });

  test('two sets for one day: the last published', () => {
    const again = published('2026-04-20', { NO_CONTACT: days(40, 50) });
    expect(contact([lower, again], '2026-04-25')).toEqual([[1, '2026-04-20', '2026-04-20', '2026-04-21', null, null]]);
  });

  test('a publication changes what it names: one for an earlier day does not undo it, nor is it undone by a later one', () => {
    const only = (effectiveOn: string, rules: ThresholdSet['rules']) => ({
      effectiveOn: day(effectiveOn),
      rules,
      silenceDays: null,
    });
    const thresholds = thresholdsOf([
      only('2026-06-01', { NO_CONTACT: days(10, 20) }),
      only('2026-05-01', { LANGUAGE_WAIT: days(1, 2) }),
      only('2026-06-01', { CIVIC_ABSENCE: days(3, 4) }),
    ]);
    expect(thresholds.map(({ effectiveOn }) => effectiveOn)).toEqual([null, '2026-05-01', '2026-06-01']);
    const limitsOn = (on: string) => {
      const { rules } = setInForce(thresholds, day(on));
      return [rules.NO_CONTACT?.limit?.n, rules.LANGUAGE_WAIT?.limit?.n, rules.CIVIC_ABSENCE?.limit?.n];
    };
    expect(limitsOn('2026-04-30')).toEqual([60, 60, 4]);
    expect(limitsOn('2026-05-01')).toEqual([60, 2, 4]);
    expect(limitsOn('2026-05-31')).toEqual([60, 2, 4]);
    expect(setInForce(thresholds, day('2026-06-01')).rules.CIVIC_ABSENCE).toEqual(days(3, 4));
    expect(limitsOn('2026-06-01')).toEqual([20, 2, 4]);
  });

  test('a number of times is dated too', () => {
    const absences: PathwayEvent[] = ['2026-02-01', '2026-03-01', '2026-04-01'].map((on) => ({
      contract: 'ABSENT_AT_PLATFORM',
      on: day(on),
    }));
    const thresholds = thresholdsOf([
      published('2026-05-01', { PLATFORM_NO_SHOW: { warn: null, limit: null, countLimit: 4 } }),
      published('2026-06-01', { PLATFORM_NO_SHOW: { warn: null, limit: null, countLimit: 3 } }),
    ]);
    const spells = derivePathway({ facts, events: absences, thresholds }, day('2026-07-01')).stallSpells;
    expect(
      spells
        .filter(({ rule }) => rule === 'PLATFORM_NO_SHOW')
        .map(({ sinceOn, clearedOn, facts: said }) => [sinceOn, clearedOn, said.length]),
    ).toEqual([
      ['2026-03-01', '2026-05-01', 2],
      ['2026-06-01', null, 3],
    ]);
  });

  test('the sentence says the limit of the day, and since when it is counted', () => {
    const said = (sets: Parameters<typeof thresholdsOf>[0]) =>
      derivePathway({ facts, events, thresholds: thresholdsOf(sets) }, day('2026-06-02'))
        .stallSpells.filter(({ rule, sinceOn }) => rule === 'NO_CONTACT' && sinceOn !== null && sinceOn < '2026-06-02')
        .map((spell) => explainStall(spell, day('2026-06-02')));
    expect(said([])).toEqual([
      expect.stringContaining(
        'non jointe depuis le 1er mars 2026\u00a0: limite de 60 jours dépassée depuis le 1er mai 2026',
      ),
    ]);
    expect(said([lower])).toEqual([expect.stringContaining('limite de 30 jours, signalé depuis le 20 avril 2026')]);
  });

  const threshold = fc
    .tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 200 }))
    .map(([warn, more]) => days(warn, warn + more));
  const anySet = fc
    .tuple(
      fc.integer({ min: -30, max: SPAN }),
      fc.array(threshold, { minLength: 9, maxLength: 9 }),
      fc.integer({ min: 1, max: 4 }),
    )
    .map(([offset, limits, countLimit]) => ({
      ...(proposed as ThresholdSet),
      effectiveOn: plusDays(ORIGIN, offset),
      rules: Object.fromEntries(
        SETTABLE_RULES.map(({ code }, index) => [
          code,
          code === 'PLATFORM_NO_SHOW'
            ? { warn: null, limit: null, countLimit }
            : (limits[index % limits.length] ?? days(1, 1)),
        ]),
      ),
    }));

  test('on any day, what is stalled or watched is what the thresholds of that day alone would say', () => {
    fc.assert(
      fc.property(
        anyFacts,
        anyHistory,
        fc.array(anySet, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 0, max: 300 }),
        (facts, events, sets, later) => {
          const thresholds = thresholdsOf(sets);
          const looked = plusDays(WRITTEN, later);
          const alone = planPathway({ facts, events, today: looked, thresholds: [setInForce(thresholds, looked)] });
          const shown = ({ rule, state }: { rule: string; state: string | null }) => `${rule} ${state}`;
          const planned = planPathway({ facts, events, today: looked, thresholds });
          expect(planned.stalls.map(shown).sort()).toEqual(alone.stalls.map(shown).sort());

          const stored = derivePathway({ facts, events, thresholds }, WRITTEN).stallSpells;
          const read = stored.map(({ rule, ...spell }) => ({ rule, state: stallStateOn({ rule, ...spell }, looked) }));
          const listed = read.filter(({ state }) => state !== null).map(shown);
          expect(listed.sort()).toEqual(alone.stalls.map(shown).sort());
        },
      ),
      { numRuns: 300 },
    );
  });

  test('publishing changes nothing of the days before, and no number of a spell that was', () => {
    fc.assert(
      fc.property(anyFacts, anyHistory, anySet, fc.integer({ min: 0, max: SPAN }), (facts, events, set, elapsed) => {
        const looked = plusDays(ORIGIN, elapsed);
        fc.pre(looked < set.effectiveOn);
        const known = ({ stalls }: ReturnType<typeof planPathway>) =>
          stalls.map(({ rule, state, since, limitOn, sentence }) => ({ rule, state, since, limitOn, sentence }));
        const given = { facts, events, today: looked };
        expect(known(planPathway({ ...given, thresholds: thresholdsOf([set]) }))).toEqual(known(planPathway(given)));

        const begun = (spells: ReturnType<typeof derivePathway>['stallSpells']) =>
          spells
            .filter(({ sinceOn }) => sinceOn !== null && sinceOn < set.effectiveOn)
            .map(({ rule, spell, sinceOn }) => `${rule} ${spell} ${sinceOn}`);
        const after = derivePathway({ ...given, thresholds: thresholdsOf([set]) }, looked).stallSpells;
        expect(begun(after)).toEqual(begun(derivePathway(given, looked).stallSpells));
      }),
      {
        numRuns: 200,
        // Signed two days later, before its limit: what is known of it already says that it never stalls.
        examples: [
          [
            {
              caseOpenedOn: day('2025-06-01'),
              firstPermitOn: day('2025-06-01'),
              permitType: 'VLS_TS',
              cirSignedOn: day('2025-08-02'),
            },
            [],
            published('2025-08-01', { CIR_NOT_SIGNED: days(1, 1) }),
            60,
          ],
        ],
      },
    );
  });
});
