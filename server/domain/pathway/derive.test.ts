import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDay as day, plusDays } from '../calendar/calendarDay.ts';
import { stallStateOn } from '../stall/stallSpell.ts';
import { derivePathway } from './derive.ts';
import type { PathwayEvent } from './events.ts';
import { planFollowUp } from './plan.ts';
import { anyFacts, anyHistory, ORIGIN, SPAN, WRITTEN } from './testing/histories.ts';

describe('the rows stored are true on any later day', () => {
  test('stalls, overdue steps and the next due date read from the rows are those of a plan made on the day', () => {
    fc.assert(
      fc.property(anyFacts, anyHistory, fc.integer({ min: 0, max: 500 }), (facts, events, later) => {
        const looked = plusDays(WRITTEN, later);
        const stored = derivePathway({ facts, events }, WRITTEN);
        const plan = planFollowUp({ facts, events, today: looked });
        // A file not yet signed changes rules by itself; its rows, when they are next computed.
        fc.pre(plan.provisionalRuleSet === planFollowUp({ facts, events, today: WRITTEN }).provisionalRuleSet);

        const read = stored.stallSpells.flatMap((spell) => {
          const state = stallStateOn(spell, looked);
          return state === null ? [] : [`${spell.rule} ${state} ${state === 'WATCH' ? '' : spell.sinceOn}`];
        });
        expect(read.sort()).toEqual(
          plan.stalls.map(({ rule, state, since }) => `${rule} ${state} ${since ?? ''}`).sort(),
        );

        const overdue = stored.stepSpells.filter(
          ({ isOpen, waitsFor, dueOn }) => isOpen && waitsFor.length === 0 && dueOn !== null && dueOn < looked,
        );
        const planned = plan.steps.filter(({ state }) => state === 'OVERDUE');
        expect(overdue.map(({ step }) => step)).toEqual(planned.map(({ code }) => code));
        expect(stored.nextDueOn).toBe(plan.nextDueOn);
        expect(stored.contractState).toBe(plan.contractState);
      }),
      { numRuns: 300 },
    );
  });

  test('notes, attempts without answer and events of other days to come change no stall', () => {
    const attempt = fc.integer({ min: 0, max: SPAN }).map((offset): PathwayEvent => {
      return { contact: 'NO_ANSWER', on: plusDays(ORIGIN, offset) };
    });
    fc.assert(
      fc.property(anyFacts, anyHistory, fc.array(attempt, { maxLength: 5 }), (facts, events, attempts) => {
        const to = { contact: 'REACHED', on: plusDays(WRITTEN, 1) } as const;
        const before = derivePathway({ facts, events }, WRITTEN).stallSpells;
        expect(derivePathway({ facts, events: [...attempts, ...events, to] }, WRITTEN).stallSpells).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });
});

describe('spells', () => {
  const facts = { caseOpenedOn: day('2025-01-10'), cirSignedOn: day('2025-01-10') };

  test('one that really was is kept, with what ended it', () => {
    const events: PathwayEvent[] = [{ id: 'c1', contact: 'REACHED', on: day('2025-04-20') }];
    const spells = derivePathway({ facts, events }, day('2025-05-01')).stallSpells.filter(
      ({ rule }) => rule === 'NO_CONTACT',
    );
    expect(
      spells.map(({ spell, sinceOn, clearedOn, clearedByEventId }) => ({
        spell,
        sinceOn,
        clearedOn,
        clearedByEventId,
      })),
    ).toEqual([
      { spell: 1, sinceOn: '2025-03-12', clearedOn: '2025-04-20', clearedByEventId: 'c1' },
      { spell: 2, sinceOn: '2025-06-20', clearedOn: null, clearedByEventId: null },
    ]);
  });

  test.each([
    ['the day before it would begin', '2025-04-10', 0],
    ['the day it would begin', '2025-04-11', 0],
    ['the day after', '2025-04-12', 1],
  ])('health cover open %s leaves %s: %i spell', (_when, on, count) => {
    const events: PathwayEvent[] = [{ step: 'HEALTH_COVER', status: 'DONE', on: day(on) }];
    const { stallSpells } = derivePathway({ facts, events }, day('2025-06-01'));
    expect(stallSpells.filter(({ rule }) => rule === 'NO_HEALTH_COVER')).toHaveLength(count);
  });

  test('the contract extended after its end keeps the days it was over, and moves its next end', () => {
    const events: PathwayEvent[] = [{ id: 'x1', contract: 'EXTENDED', on: day('2026-02-01'), months: 6 }];
    const spells = derivePathway({ facts, events }, day('2026-03-01')).stallSpells.filter(
      ({ rule }) => rule === 'CIR_EXPIRY',
    );
    expect(spells.map(({ sinceOn, clearedOn, clearedByEventId }) => [sinceOn, clearedOn, clearedByEventId])).toEqual([
      ['2026-01-11', '2026-02-01', 'x1'],
      ['2026-07-11', null, null],
    ]);
  });

  test('a contract extended twice, each time after its end, keeps both spells and the end that each had', () => {
    const events: PathwayEvent[] = [
      { id: 'x1', contract: 'EXTENDED', on: day('2026-02-01'), months: 3 },
      { id: 'x2', contract: 'EXTENDED', on: day('2026-05-01'), months: 3 },
    ];
    const spells = derivePathway({ facts, events }, day('2026-06-01')).stallSpells.filter(
      ({ rule }) => rule === 'CIR_EXPIRY',
    );
    expect(spells.map(({ sinceOn, clearedOn, clearedByEventId }) => [sinceOn, clearedOn, clearedByEventId])).toEqual([
      ['2026-01-11', '2026-02-01', 'x1'],
      ['2026-04-11', '2026-05-01', 'x2'],
      ['2026-07-11', null, null],
    ]);
  });

  test('an extension granted after the limit that it sets leaves one stall a day, and no more', () => {
    const facts = { protectionGrantedOn: day('2025-10-01'), asylumSupportEndedOn: day('2025-11-30') };
    const spells = derivePathway(
      { facts, events: [{ id: 'x', extension: 'DNA_EXIT', on: day('2026-06-15') }] },
      day('2026-07-01'),
    ).stallSpells.filter(({ rule }) => rule === 'ASYLUM_HOUSING_OVERSTAY');
    expect(
      spells.map(({ spell, sinceOn, clearedOn, clearedByEventId }) => [spell, sinceOn, clearedOn, clearedByEventId]),
    ).toEqual([
      [1, '2026-03-01', '2026-05-31', 'x'],
      [2, '2026-05-31', null, null],
    ]);
  });

  test('two extensions of one day are one change: between them nothing was stalled', () => {
    const facts = { cirSignedOn: day('2025-01-10'), refugeeHousingEnteredOn: day('2025-01-10') };
    const on = day('2026-02-01');
    const { stallSpells } = derivePathway(
      {
        facts: { ...facts, protectionGrantedOn: day('2025-01-02') },
        events: [
          { id: 's1', extension: 'CPH_STAY', on },
          { id: 's2', extension: 'CPH_STAY', on },
          { id: 'x1', contract: 'EXTENDED', months: 3, on },
          { id: 'x2', contract: 'EXTENDED', months: 3, on },
        ],
      },
      day('2026-03-01'),
    );
    const spellsOf = (rule: string): unknown[] =>
      stallSpells
        .filter((spell) => spell.rule === rule)
        .map(({ spell, sinceOn, clearedOn, clearedByEventId }) => [spell, sinceOn, clearedOn, clearedByEventId]);
    expect(spellsOf('REFUGEE_HOUSING_OVERSTAY')).toEqual([
      [1, '2025-10-11', '2026-02-01', 's1'],
      [2, '2026-04-11', null, null],
    ]);
    expect(spellsOf('CIR_EXPIRY')).toEqual([
      [1, '2026-01-11', '2026-02-01', 'x1'],
      [2, '2026-07-11', null, null],
    ]);
  });

  test.each([
    [
      'the day before the exit',
      '2026-01-31',
      [
        ['2025-10-11', '2026-01-11'],
        ['2026-01-11', '2026-02-01'],
      ],
    ],
    ['the very day', '2026-02-01', [['2025-10-11', '2026-02-01']]],
    ['the day after', '2026-02-02', [['2025-10-11', '2026-02-01']]],
  ])('a stay extended late, %s: its new limit counts only for the days that it had', (_when, on, expected) => {
    const facts = { protectionGrantedOn: day('2025-01-02'), refugeeHousingEnteredOn: day('2025-01-10') };
    const events: PathwayEvent[] = [
      { id: 'x', extension: 'CPH_STAY', on: day(on) },
      { id: 'o', step: 'CPH_STAY', status: 'DONE', on: day('2026-02-01') },
    ];
    const { stallSpells } = derivePathway({ facts, events }, day('2026-03-01'));
    expect(
      stallSpells
        .filter(({ rule }) => rule === 'REFUGEE_HOUSING_OVERSTAY')
        .map(({ sinceOn, clearedOn }) => [sinceOn, clearedOn]),
    ).toEqual(expected);
  });

  test('an extension beyond the ceiling moves nothing, and leaves one spell', () => {
    const facts = { cirSignedOn: day('2024-01-10'), caseOpenedOn: day('2024-01-10'), extensionMonths: 12 };
    const spells = derivePathway(
      { facts, events: [{ id: 'x', contract: 'EXTENDED', months: 3, on: day('2026-02-01') }] },
      day('2026-03-01'),
    ).stallSpells.filter(({ rule }) => rule === 'CIR_EXPIRY');
    expect(spells.map(({ spell, sinceOn, clearedOn }) => [spell, sinceOn, clearedOn])).toEqual([
      [1, '2026-01-11', null],
    ]);
  });

  test('are ended by the signature, said by the contract or by its step, or known from the file', () => {
    const facts = { firstPermitOn: day('2025-05-01') };
    const endedBy = (given: object, ...events: PathwayEvent[]): unknown[] =>
      derivePathway({ facts: { ...facts, ...given }, events }, day('2026-03-10'))
        .stallSpells.filter(({ rule }) => rule === 'CIR_NOT_SIGNED')
        .map(({ clearedOn, clearedByEventId }) => `${clearedOn} ${clearedByEventId}`);
    const on = day('2025-09-01');
    expect(endedBy({}, { id: 's', contract: 'SIGNED', on })).toEqual(['2025-09-01 s']);
    expect(endedBy({}, { id: 's', step: 'CIR_SIGNATURE', status: 'DONE', on })).toEqual(['2025-09-01 s']);
    expect(endedBy({ cirSignedOn: on })).toEqual(['2025-09-01 null']);
  });

  test('every status of a step is kept, and the last one has no end', () => {
    const events: PathwayEvent[] = [
      { step: 'CAF_RIGHTS', status: 'REQUESTED', on: day('2025-02-01') },
      { step: 'CAF_RIGHTS', status: 'WAITING_THIRD_PARTY', on: day('2025-02-10'), party: 'OFPRA' },
      { step: 'CAF_RIGHTS', status: 'DONE', on: day('2025-03-01') },
    ];
    const spells = derivePathway({ facts, events }, day('2025-05-01')).stepSpells.filter(
      ({ step }) => step === 'CAF_RIGHTS',
    );
    expect(
      spells.map(({ spell, status, fromOn, untilOn, isOpen }) => [spell, status, fromOn, untilOn, isOpen]),
    ).toEqual([
      [1, 'TO_DO', '2025-01-10', '2025-02-01', false],
      [2, 'REQUESTED', '2025-02-01', '2025-02-10', false],
      [3, 'WAITING_THIRD_PARTY', '2025-02-10', '2025-03-01', false],
      [4, 'DONE', '2025-03-01', null, false],
    ]);
  });

  test('closing the file ends every stall and every lateness, and retracting the closure gives them back', () => {
    const closure: PathwayEvent = { id: 'f1', closure: 'GOALS_MET', on: day('2025-12-01') };
    const access: PathwayEvent = { step: 'HOUSING_ACCESS', status: 'DONE', on: day('2025-10-01') };
    const plan = planFollowUp({ facts, events: [access, closure], today: day('2026-03-01') });
    expect(plan.stalls).toEqual([]);
    expect(plan.status).toBe('CLOSED');
    expect(plan.steps.filter(({ state }) => state === 'OVERDUE' || state === 'DUE_SOON')).toEqual([]);
    expect(plan.steps.find(({ code }) => code === 'HOUSING_SUSTAINED_6M')?.status).toBe('NOT_APPLICABLE');

    const reopened = planFollowUp({ facts, events: [access, closure, { retracts: 'f1' }], today: day('2026-03-01') });
    expect(reopened.status).toBe('OPEN');
    expect(reopened.stalls).not.toEqual([]);
    expect(reopened.steps.find(({ code }) => code === 'HOUSING_SUSTAINED_6M')?.status).toBe('TO_DO');
  });
});
