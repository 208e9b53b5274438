import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDay as day, plusDays, type CalendarDay } from '../calendar/calendarDay.ts';
import { explainStall, type Explained } from '../stall/explain.ts';
import { stallRule } from '../stall/rules.ts';
import { catalogueOf } from './catalogue.ts';
import * as codes from './codes.ts';
import { ACTORS, STALL_RULES, STEP_STATUSES, type Party, type StallRuleCode, type StepStatus } from './codes.ts';
import type { CurrentStep } from './currentSteps.ts';
import type { EventsByKind } from './eventsByKind.ts';
import { eventSentence } from './eventSentence.ts';
import type { PathwayEvent } from './events.ts';
import { explainStep } from './explainStep.ts';
import { completeFacts, type Facts } from './facts.ts';
import { planFollowUp, planPathway, stepStateOn, type Plan } from './plan.ts';
import { CONTRACT_RULE_SETS, tracksOf } from './ruleSets/index.ts';
import { statusEntry } from './standing.ts';
import { anyFacts, anyHistory, ORIGIN, SPAN } from './testing/histories.ts';

/** A quarter of a minute of speech: longer, nobody hears the end with the beginning still in mind. */
const READ_ALOUD = 225;

/** What must never be said: a hole, a code, the number of a source, a word of English, a straight or a loose sign. */
const UNSPEAKABLE = [
  /undefined|null|NaN|#|\$|[{}[\]<>|_]/,
  /\bS\d\d\b/,
  /\b(?:CIR|PERMIT)-\d/,
  /\b(?:after|before|former|law|and|the|of|for|from|only|since|month|day|see|step|done|gk|proposal|sourced)\b/i,
  /["'`]|\.\.|,,|\s,| -|- | {2}|\(\s|\s\)/,
  /[^\u202f][;!?%]|[^\u00a0][:»]|«[^\u00a0]/,
  // One is not several, and several are not one; « de un » is said « d’un ».
  /(?<![\d,])[01](?:,\d+)? (?:jours|points)\b|(?<![\d,])(?:[2-9]|\d\d+)(?:,\d+)? (?:jour|point)\b|\bde un\b|\b1 (?:mois|jour)\b/,
  // A decimal comma; « A1.1 » is a level.
  /(?<![A-Z\d])\d+\.\d/,
];
const DATED = /\b(?:1er|[1-9]|[12]\d|3[01]) \p{Ll}+ \d{4}\b/u;

function faultsOf(sentence: string): string[] {
  const said = UNSPEAKABLE.flatMap((pattern) => pattern.exec(sentence)?.[0] ?? []);
  const isSentence = /^(?:\p{Lu}|«\u00a0\p{Lu}).*\.$/u.test(sentence);
  return [
    ...said,
    ...(isSentence ? [] : ['not a sentence']),
    ...(sentence.length > READ_ALOUD ? [`${sentence.length} characters`] : []),
  ];
}

function expectSpoken(sentences: readonly string[]): void {
  const faulty = sentences.flatMap((sentence) => {
    const faults = faultsOf(sentence);
    return faults.length === 0 ? [] : [{ sentence, faults }];
  });
  expect(faulty).toEqual([]);
}

const sentencesOf = ({ steps, stalls }: Plan): string[] => [...steps, ...stalls].map(({ sentence }) => sentence);

test('the guard itself hears what is wrong, and lets what is right', () => {
  const wrong = [
    'Délai de 1 mois.',
    'Limite de 3 jour.',
    'Limite de 1 jours.',
    'Test de 10.5 points.',
    'Test de 1,5 points.',
    'Test de 0 points.',
    'Fondé sur S04.',
    'Waits for the step.',
    'Règles CIR-2025.',
    'Étape LANGUAGE_START.',
    'Attend: la suite.',
    "L'accueil.",
    'Sous 80 % depuis le 3 mars 2026.',
    'sans majuscule.',
    'Sans point',
  ];
  expect(wrong.filter((sentence) => faultsOf(sentence).length === 0)).toEqual([]);
  expect(
    faultsOf('Sous 80\u202f% depuis le 3 mars 2026\u00a0: 10,5\u00a0h suivies, 1,5 point (R.424-1), niveau A1.1.'),
  ).toEqual([]);
});

describe('the longest that a stall can say', () => {
  /** No day of the year is longer to say. */
  const anchorOn = day('2025-09-30');
  const spell = (rule: StallRuleCode, label: string): Explained => ({
    rule,
    turn: stallRule(rule).turn,
    anchorOn,
    limitOn: day('2026-09-29'),
    sinceOn: day('2026-09-30'),
    facts: [
      { label, on: anchorOn, value: '10,5' },
      { label: 'Attestation remise', on: day('2026-09-30'), value: '10,5' },
    ],
  });

  test.each(STALL_RULES)('%s: watched, stalled, silenced, with its dated facts and its basis', (rule) => {
    for (const label of ['Premier', 'Dossier ouvert']) {
      const given = spell(rule, label);
      const silences = [{ from: day('2026-09-30'), until: day('2026-09-30') }];
      const watched = explainStall(given, day('2026-09-29'));
      const stalled = explainStall(given, day('2026-09-30'));
      const silenced = explainStall({ ...given, silences }, day('2026-09-30'));
      expectSpoken([watched, stalled, silenced]);
      // Its threshold was lowered once the limit was past.
      expectSpoken([explainStall({ ...given, silences, limitOn: day('2026-08-30') }, day('2026-09-30'))]);
      for (const sentence of [watched, stalled]) {
        expect(sentence).toMatch(DATED);
        expect(sentence).toMatch(/\([^()]+\)\. C’est au tour [^.]+\.$/);
      }
      expect(silenced).toBe(`${stalled} En attente jusqu’au 30 septembre 2026.`);
      // Put on hold while it was only watched, and beyond its limit.
      const beyond = [{ from: day('2026-09-29'), until: day('2026-09-30') }];
      expectSpoken([explainStall({ ...given, silences: beyond }, day('2026-09-29'))]);
    }
  });
});

describe('all that a step can say', () => {
  const everyone = completeFacts({
    protectionGrantedOn: day('2025-09-30'),
    asylumSupportEndedOn: day('2025-09-30'),
    permitType: 'VLS_TS',
    isParent: true,
  });
  const catalogues = CONTRACT_RULE_SETS.flatMap(({ code }) => [
    catalogueOf(code, everyone),
    catalogueOf(code, { ...everyone, protectionGrantedOn: null }),
  ]);
  const today = day('2026-09-30');
  const delivered = { document: 'CST_SALARIE', on: day('2026-09-30'), until: day('2027-09-30') } as const;
  const situations = STEP_STATUSES.flatMap((status: StepStatus) =>
    [null, ...ACTORS].flatMap((party: Party | null) =>
      [null, -1, 0, 40].flatMap((due) => [false, true].map((isExtended) => ({ status, party, due, isExtended }))),
    ),
  );

  test.each(catalogues.map((catalogue) => [catalogue.ruleSet, catalogue] as const))('under %s', (_code, catalogue) => {
    const said = new Set<string>();
    for (const step of catalogue.steps) {
      const { extension, opensAfter, opensBefore } = step.deadline ?? {};
      const canOpen = opensAfter !== undefined || opensBefore !== undefined;
      for (const { status, party, due, isExtended } of situations) {
        for (const waitsFor of [[], step.prerequisites.map(({ code }) => code)]) {
          const dueOn = due === null || step.deadline === undefined ? null : plusDays(today, due);
          const opensOn = canOpen && dueOn !== null ? plusDays(dueOn, -30) : null;
          const extraMonths = isExtended && extension !== undefined ? extension.n : 0;
          const entry = statusEntry(status, today, { party: party ?? undefined });
          for (const permit of step.code === 'PERMIT_RENEWAL' ? [null, delivered] : [null]) {
            const { isOpen } = entry;
            const dates = { opensOn, dueOn, extraMonths };
            const current: CurrentStep = { step, entry, ...dates, waitsFor, isOpen, permit, remark: null };
            said.add(explainStep(current, stepStateOn(current, today), today));
          }
        }
      }
    }
    expectSpoken([...said]);
  });

  test('a step that waits says for what, and one that has a date or a delay says on what ground', () => {
    for (const { facts, events, today: on } of cases()) {
      const { steps } = planPathway({ facts, events, today: on });
      for (const { state, waitsFor, dueOn, sentence, basis } of steps) {
        if (state === 'WAITING') expect(sentence).toMatch(/^Attend d’abord (?:le |la |les |l’)/);
        if (waitsFor.length > 1) expect(sentence).toContain(' et ');
        // Its date follows the end that it puts off: what is left of the year is said in its place.
        if (/^Non exigé.* \(L\.433-4\)\.$/.test(sentence)) continue;
        if (/^Déjà prolongé de .* \(délai légal, R\.413-4\)\.$/.test(sentence)) continue;
        if (['OPEN', 'DUE_SOON', 'OVERDUE', 'WAITING'].includes(state) && dueOn !== null) {
          expect(sentence).toMatch(DATED);
          expect(sentence).toMatch(/\([^()]+\)\./);
          if (basis.kind === 'PROPOSAL') expect(sentence).toContain('repère proposé');
          if (basis.kind === 'LEGAL') expect(sentence).toContain('délai légal');
          else expect(sentence).not.toContain('délai légal');
        }
      }
    }
  });
});

describe('all that the history says of an event', () => {
  const on = day('2026-09-30');
  /** Below one, one, between one and two, two, and more: whole or not. */
  const numbers = [0, 0.25, 1, 1.5, 1.996, 2, 10.5, 79.999999, 400];
  const outcomes = [...codes.LANGUAGE_DECISIONS, ...codes.CEFR_LEVELS];
  const told: { readonly [K in keyof EventsByKind]: readonly EventsByKind[K][number][] } = {
    steps: [
      ...codes.STEP_CODES.flatMap((step) => STEP_STATUSES.map((status) => ({ step, status, on }))),
      ...ACTORS.map((party) => ({ step: 'CAF_RIGHTS' as const, status: 'WAITING_THIRD_PARTY' as const, on, party })),
      ...outcomes.map((outcome) => ({ step: 'LANGUAGE_DECISION' as const, status: 'DONE' as const, on, outcome })),
      ...CONTRACT_RULE_SETS.flatMap(tracksOf).map((track) => ({
        ...({ step: 'LANGUAGE_START', status: 'IN_PROGRESS', on, followsFrom: 'decided' } as const),
        ...{ track, reference: 'Lille' },
      })),
    ],
    attendances: (['LANGUAGE', 'CIVIC'] as const).flatMap((attendance) =>
      numbers.map((attendedHours) => ({ attendance, on, attendedHours, plannedHours: 20.5 })),
    ),
    tests: numbers.map((score) => ({ test: 'LANGUAGE', on, score })),
    contacts: (['REACHED', 'NO_ANSWER'] as const).flatMap((contact) =>
      [undefined, ...codes.CONTACT_MEDIA].map((medium) => ({ contact, on, ...(medium && { medium }) })),
    ),
    extensions: [
      { extension: 'DNA_EXIT', on },
      { extension: 'CPH_STAY', on },
    ],
    contracts: codes.CONTRACT_STATES.flatMap((contract) =>
      [undefined, 1, 2, 12].map((months) => ({ contract, on, ...(months && { months }) })),
    ),
    handovers: [{ handover: true, on }],
    silences: STALL_RULES.flatMap((silence) =>
      codes.SILENCE_REASONS.map((reason) => ({ silence, on, until: on, reason })),
    ),
    pauses: codes.PAUSE_REASONS.flatMap((pause) => [null, on].map((until) => ({ pause, on, until }))),
    closures: codes.CLOSURE_REASONS.map((closure) => ({ closure, on })),
    homesLeft: codes.HOME_LEFT_REASONS.map((homeLeft) => ({ homeLeft, on })),
    documents: codes.RESIDENCE_DOCUMENTS.map((document) => ({ document, on, until: on })),
  };
  /** A line of a list ends without a point, and quotes names of lists, where a dash stands between two parts. */
  const heard = (line: string): string => `${line.replaceAll(' - ', ', ')}.`;

  test.each(Object.entries(told))(
    '%s: the fact and what was noted with it, taken back and restored',
    (_kind, events) => {
      const lines = events.flatMap((event) => {
        const decided: PathwayEvent = { step: 'LANGUAGE_DECISION', status: 'DONE', on, id: 'decided' };
        const noted = { ...event, id: 'noted' };
        const retracted = { retracts: 'noted', id: 'retracted' };
        const restored = { retracts: 'retracted', id: 'restored' };
        const all = [decided, noted, retracted, restored].map((one) => ({ event: one }));
        return all.map((one) => eventSentence(one.event, all));
      });
      expectSpoken(lines.map(heard));
      for (const began of ['Retiré', 'Rétabli']) expect(lines.filter((line) => line.startsWith(began))).not.toEqual([]);
    },
  );

  test('an event whose target is not known', () => {
    const retracted = { event: { retracts: 'noted', id: 'retracted' } };
    const restored = { event: { retracts: 'retracted', id: 'restored' } };
    const lines = [eventSentence(retracted.event), eventSentence(restored.event, [retracted])];
    expect(lines).toEqual(['Fait retiré', 'Fait rétabli']);
    expectSpoken(lines.map(heard));
  });

  test('numbers as one says them in French', () => {
    const said = told.tests.map((event) => eventSentence(event).replace(/^.*: /, ''));
    expect(said).toEqual([
      ...['0 point', '0,25 point', '1 point', '1,5 point'],
      ...['2 points', '2 points', '10,5 points', '80 points', '400 points'],
    ]);
    const [, , , attended] = told.attendances;
    expect(attended && eventSentence(attended)).toBe('Assiduité en français\u00a0: 1,5\u00a0h sur 20,5\u00a0h');
    expect(eventSentence({ contract: 'EXTENDED', on, months: 1 })).toBe(
      'Contrat\u00a0: Prolongé par le préfet (un mois)',
    );
  });
});

function cases(): { facts: Partial<Facts>; events: PathwayEvent[]; today: CalendarDay }[] {
  const text = readFileSync(new URL('./testing/plan-cases.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { cases: { facts: Partial<Facts>; events: PathwayEvent[]; today: CalendarDay }[] }).cases;
}

test('the cases written with practitioners, on their day and a year later', () => {
  for (const { facts, events, today } of cases()) {
    expectSpoken(sentencesOf(planPathway({ facts, events, today })));
    expectSpoken(sentencesOf(planPathway({ facts, events, today: plusDays(today, 365) })));
  }
});

test('any history, on any day', () => {
  fc.assert(
    fc.property(anyFacts, anyHistory, fc.integer({ min: 0, max: SPAN + 400 }), (facts, events, elapsed) => {
      expectSpoken(sentencesOf(planFollowUp({ facts, events, today: plusDays(ORIGIN, elapsed) })));
    }),
    { numRuns: 200 },
  );
});
