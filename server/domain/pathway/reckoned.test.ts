import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDay, daysBetween, laterOf, plusDays, type CalendarDay } from '../calendar/calendarDay.ts';
import { stallStateOn } from '../stall/stallSpell.ts';
import { STALL_RULES } from './codes.ts';
import { PERMIT_RULE_SETS } from './permitRuleSets/index.ts';
import type { Plan } from './plan.ts';
import { CONTRACT_RULE_SETS } from './ruleSets/index.ts';
import { engineUnder, type Engine } from './testing/engineUnder.ts';
import { anyFollowUp, lawfulFollowUp, type FollowUp } from './testing/lawfulHistories.ts';
import {
  countingEvents,
  parisDay,
  reckonPlan,
  reckonStalls,
  reckonTurns,
  SOURCE,
  standOn,
  type Reckoned,
} from './testing/reckoning/index.ts';

/** Under the sets that the domain data know, whatever has been published since. */
let engine: Engine;
beforeAll(async () => {
  const { contract, permit } = SOURCE.ruleSets;
  const isKnown = (known: readonly { code: string }[]) => (set: { code: string }) =>
    known.some(({ code }) => code === set.code);
  engine = await engineUnder(CONTRACT_RULE_SETS.filter(isKnown(contract)), PERMIT_RULE_SETS.filter(isKnown(permit)));
});

/** A rule added since has boundaries and a sentence of its own to prove it. */
const isReckoned = (rule: string): boolean => SOURCE.stallRules.some(({ code }) => code === rule);

/** A plan without its words: what another reckoning can say. */
function figures({ steps, stalls, turns: _turns, contractSentence: _said, ...contract }: Plan): Reckoned {
  return {
    ...contract,
    steps: steps.map(({ domain: _domain, basis: _basis, sentence: _sentence, ...step }) => step),
    stalls: stalls
      .filter(({ rule }) => isReckoned(rule))
      .map(({ domain: _domain, sentence: _sentence, facts: _facts, ...stall }) => stall),
  };
}

/** A signature to come is refused by the application: a file is looked at from its signature on. */
const lookedAt = ({ origin, facts }: FollowUp, elapsed: number): CalendarDay =>
  laterOf(plusDays(origin, elapsed), facts.cirSignedOn ?? origin);

describe('the plan is that of another reckoning, written from the domain data alone', () => {
  const elapsed = fc.integer({ min: 0, max: 900 });

  test.each([
    ['any events, legal or not', anyFollowUp],
    ['the moves of the tables', lawfulFollowUp],
  ])('%s: rule sets, contract, every date and state of every step, every stall', (_said, followUp) => {
    fc.assert(
      fc.property(followUp, elapsed, (given, later) => {
        const { facts, events } = given;
        const today = lookedAt(given, later);
        expect(figures(engine.planPathway({ facts, events, today }))).toEqual(reckonPlan(facts, events, today));
      }),
      { numRuns: 250 },
    );
  });

  test('and it is put to the test by every rule, watched, stalled and silenced', () => {
    const seen = new Set<string>();
    const taken = fc.sample(fc.tuple(lawfulFollowUp, elapsed), { numRuns: 3500, seed: 20260101 });
    for (const [given, later] of taken) {
      const { stalls } = engine.planPathway({ ...given, today: lookedAt(given, later) });
      for (const { rule, state } of stalls) seen.add(`${rule} ${state}`);
    }
    const limitless = ['PLATFORM_NO_SHOW', 'LANGUAGE_ATTENDANCE', 'LANGUAGE_NO_PROGRESS'];
    const rules = STALL_RULES.filter(isReckoned);
    expect(rules.filter((rule) => !seen.has(`${rule} STALLED`))).toEqual([]);
    expect(rules.filter((rule) => !seen.has(`${rule} WATCH`))).toEqual(limitless);
    expect(rules.filter((rule) => seen.has(`${rule} SILENCED`)).length).toBeGreaterThan(18);
  });
});

describe('whose turn each day was', () => {
  test('is what that day says, party by party, and the days add up exactly', () => {
    fc.assert(
      fc.property(fc.oneof(anyFollowUp, lawfulFollowUp), fc.integer({ min: 0, max: 300 }), (given, later) => {
        const { facts, events, origin } = given;
        const today = plusDays(origin, later);
        const { turns } = engine.planPathway({ facts, events, today });
        expect(Object.fromEntries(turns.map(({ party, days }) => [party, days]))).toEqual(
          reckonTurns(facts, countingEvents(events, today), today),
        );
        const closed = engine.planFollowUp({ facts, events, today }).closedOn;
        expect(turns.reduce((sum, { days }) => sum + days, 0)).toBe(daysBetween(origin, closed ?? today));
      }),
      { numRuns: 60 },
    );
  });
});

describe('as known on a day', () => {
  /** Instants around the midnights of Paris, in winter and in summer. */
  const instant = fc
    .tuple(fc.nat({ max: 400 }), fc.constantFrom(-1, 0, 1, 43_200_000), fc.constantFrom(21, 22, 23))
    .map(([later, more, hour]) => new Date(Date.UTC(2025, 5, 1 + later, hour) + more).toISOString());

  test.each([
    ['an instant', (at: string) => at],
    ['a civil day, meant whole', parisDay],
  ])('%s: the plan is a replay of what was recorded by then', (_said, asked) => {
    fc.assert(
      fc.property(
        lawfulFollowUp,
        fc.array(instant, { minLength: 60, maxLength: 60 }),
        instant,
        ({ facts, events, origin }, instants, at) => {
          const recordedAt = [...instants].sort();
          const recorded = events.map((event, index) => ({ ...event, recordedAt: recordedAt[index] ?? at }));
          const knownAt = asked(at);
          const isKnown = (when: string): boolean =>
            knownAt.length === 10 ? parisDay(when) <= knownAt : when <= knownAt;
          const replayed = events.filter((_event, index) => isKnown(recordedAt[index] ?? at));
          const today = plusDays(origin, 600);
          const plan = engine.planFollowUp({ facts, events: recorded, today, knownAt });
          expect(plan).toEqual(engine.planFollowUp({ facts, events: replayed, today }));
          const stalls = plan.stalls.filter(({ rule }) => isReckoned(rule));
          expect(stalls.length).toBe(reckonPlan(facts, recorded, today, knownAt).stalls.length);
        },
      ),
      { numRuns: 80 },
    );
  });
});

describe('the spells stored', () => {
  /** Rules that look back: opened by hand or known over after their limit, they are stalled since that limit. */
  const LOOKS_BACK = ['LICENCE_DEADLINE', 'FINAL_INTERVIEW_OVERDUE'];

  test('say of any day past what was stalled on it, once each', () => {
    fc.assert(
      fc.property(lawfulFollowUp, fc.array(fc.nat({ max: 700 }), { minLength: 20, maxLength: 20 }), (given, days) => {
        const { facts, events, origin } = given;
        const written = plusDays(origin, 700);
        const spells = engine.derivePathway({ facts, events }, written).stallSpells;
        const counting = countingEvents(events, written);
        for (const elapsed of days) {
          const on = lookedAt(given, elapsed);
          const stored = spells
            .filter(({ rule }) => isReckoned(rule))
            .filter((spell) => ['STALLED', 'SILENCED'].includes(stallStateOn(spell, on) ?? ''))
            .map((spell) => `${spell.rule} ${stallStateOn(spell, on)}`);
          const reckoned = reckonStalls(standOn(facts, counting, on)).filter(({ state }) => state !== 'WATCH');
          const others = (list: readonly string[]): string[] =>
            list.filter((one) => !LOOKS_BACK.some((rule) => one.startsWith(rule)));
          expect(others(stored)).toEqual(others(reckoned.map(({ rule, state }) => `${rule} ${state}`)));
        }
      }),
      { numRuns: 120 },
    );
  });

  test('end on the day of an event that is named, from which the rule says nothing, or something else', () => {
    fc.assert(
      fc.property(lawfulFollowUp, (given) => {
        const { facts, events, origin } = given;
        const written = plusDays(origin, 700);
        const { stallSpells } = engine.derivePathway({ facts, events }, written);
        const counting = countingEvents(events, written);
        for (const { rule, sinceOn, clearedOn, clearedByEventId } of stallSpells) {
          if (clearedOn === null || LOOKS_BACK.includes(rule) || !isReckoned(rule)) continue;
          const stalledOn = (on: string): string | null | undefined =>
            reckonStalls(standOn(facts, counting, on)).find((stall) => stall.rule === rule && stall.state !== 'WATCH')
              ?.since;
          const clearing = counting.find(({ id }) => id === clearedByEventId && id !== undefined);
          const signedByFile = clearedOn === facts.cirSignedOn;
          const isClosure = counting.some((event) => event['closure'] !== undefined && event.on === clearedOn);
          // An extension granted after the limit that it sets: the stall goes on, under the new limit, since its own day.
          const goesOn = clearing !== undefined && clearing.on > clearedOn;
          expect(stalledOn(plusDays(goesOn ? calendarDay(clearing.on) : clearedOn, -1))).toBe(sinceOn);
          if (goesOn) expect(Object.keys(clearing)).toContain(rule === 'CIR_EXPIRY' ? 'contract' : 'extension');
          else expect(clearing?.on ?? (signedByFile || isClosure ? clearedOn : 'nothing')).toBe(clearedOn);
          if (!goesOn) expect(stalledOn(clearedOn)).not.toBe(sinceOn);
        }
      }),
      { numRuns: 120 },
    );
  });
});
