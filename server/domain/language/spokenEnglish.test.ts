import { describe, expect, test } from '@jest/globals';
import { accessSentence, extractSentence } from '../audit/accessSentence.ts';
import { calendarDay as day, plusDays } from '../calendar/calendarDay.ts';
import * as codes from '../pathway/codes.ts';
import { STALL_RULES, STEP_STATUSES, type StallRuleCode } from '../pathway/codes.ts';
import { eventSentence } from '../pathway/eventSentence.ts';
import type { PathwayEvent } from '../pathway/events.ts';
import { PATHWAY_WORDS } from '../pathway/pathwayWords.ts';
import { planPathway } from '../pathway/plan.ts';
import { PLAN_CASES } from '../pathway/testing/planCases.ts';
import { explainStall, type Explained } from '../stall/explain.ts';
import { stallRule } from '../stall/rules.ts';
import { nothingPlannedWords, plannedWords, putOffWords, stepLimitWords, whatOf } from '../week/weekWords.ts';
import { frenchLeft } from './testing/frenchLeft.ts';

/** A hole, a code, two signs in a row, one that is several. */
const UNSPEAKABLE = [
  /undefined|null|NaN|#|\$|[{}[\]<>|_]/,
  /\.\.|,,|\s,| {2}|\(\s|\s\)|:\s*\./,
  /(?<![\d.])1 (?:days|months|points)\b|(?<![\d.])(?:0|[2-9]|\d\d+)(?:\.\d+)? (?:day|month|point)\b/,
  /\d,\d(?!\d\d)/,
];

function faultsOf(sentence: string): string[] {
  const heard = sentence.replaceAll(/\d[\d.]*\u00a0h/g, 'hours');
  return [...UNSPEAKABLE.flatMap((pattern) => pattern.exec(heard)?.[0] ?? []), ...frenchLeft(heard)];
}

function expectEnglish(sentences: readonly string[]): void {
  expect(sentences.length).toBeGreaterThan(0);
  expect(sentences.map((sentence) => [sentence, faultsOf(sentence)]).filter(([, faults]) => faults?.length)).toEqual(
    [],
  );
}

test('the guard hears what is wrong', () => {
  const wrong = ['Limit of 1 months.', 'Limit of 3 day.', '1,5 points', 'Late : since', 'Depuis 3 March', 'undefined'];
  expect(wrong.filter((sentence) => faultsOf(sentence).length === 0)).toEqual([]);
});

describe('a stall', () => {
  const anchorOn = day('2025-09-30');
  const spell = (rule: StallRuleCode, label: string): Explained => ({
    rule,
    turn: stallRule(rule).turn,
    anchorOn,
    limitOn: day('2026-09-29'),
    sinceOn: day('2026-09-30'),
    facts: [
      { label, on: anchorOn, value: rule === 'FINAL_INTERVIEW_OVERDUE' ? 'ancien R.311-24' : '10,5' },
      { label: 'Attestation remise', on: day('2026-09-30'), value: '10,5' },
    ],
  });

  test.each(STALL_RULES)('%s is said in English: watched, stalled, lowered, on hold', (rule) => {
    for (const label of ['Premier titre', 'Dossier ouvert']) {
      const given = spell(rule, label);
      const silences = [{ from: day('2026-09-30'), until: day('2026-09-30') }];
      const said = [
        explainStall(given, day('2026-09-29'), 'en'),
        explainStall(given, day('2026-09-30'), 'en'),
        explainStall({ ...given, limitOn: day('2026-08-30') }, day('2026-09-30'), 'en'),
        explainStall({ ...given, silences }, day('2026-09-30'), 'en'),
      ];
      expectEnglish(said);
      for (const sentence of said.slice(0, 3)) {
        expect(sentence).toMatch(/\d{1,2} [A-Z][a-z]+ \d{4}/);
        expect(sentence).toMatch(/\([^()]+\)\. It is the turn of [^.]+\.$/);
      }
      expect(said[3]).toBe(`${said[1]} On hold until 30 September 2026.`);
    }
  });

  test.each<[StallRuleCode, string, Partial<Explained>, string]>([
    [
      'NO_HEALTH_COVER',
      '2026-03-10',
      { anchorOn: day('2025-12-01'), limitOn: day('2026-03-01'), sinceOn: day('2026-03-02') },
      'No health cover, file opened on 1 December 2025: limit of 3 months passed since 2 March 2026 (proposed limit; D.160-2 of the CSS). It is the turn of the CPAM.',
    ],
    [
      'LANGUAGE_ATTENDANCE',
      '2026-03-10',
      {
        sinceOn: day('2026-03-02'),
        facts: [{ label: 'Heures de français', value: '10,5\u00a0h suivies sur 20\u00a0h prévues' }],
      },
      'Attendance at the French course below 80% since 2 March 2026: 10.5\u00a0h attended of 20\u00a0h planned (instruction of February 2021). It is the turn of the person.',
    ],
    [
      'PROOF_OF_STAY_GAP',
      '2026-03-10',
      {
        anchorOn: day('2026-03-01'),
        limitOn: day('2026-03-01'),
        sinceOn: day('2026-03-02'),
        facts: [{ label: 'Fin du titre' }, { label: 'Récépissé remis', on: day('2025-12-01') }],
      },
      'No residence document since 2 March 2026: récépissé (temporary permit) delivered on 1 December 2025, valid until 1 March 2026 (usual limit). It is the turn of the residence permit office.',
    ],
  ])('%s on %s says its days, its facts and its ground', (rule, today, given, sentence) => {
    expect(explainStall({ ...spell(rule, 'Premier titre'), ...given }, day(today), 'en')).toBe(sentence);
  });

  test.each([
    ['2026-01-30', 'limit of 1 month passed'],
    ['2026-03-01', 'limit of 60 days passed'],
    ['2026-12-31', 'limit of 365 days passed'],
  ])('a limit on %s is counted: %s', (limitOn, said) => {
    const one = { ...spell('HANDOVER_NO_CONTACT', 'x'), anchorOn: day('2025-12-31'), limitOn: day(limitOn) };
    const sentence = explainStall({ ...one, sinceOn: plusDays(day(limitOn), 1) }, plusDays(day(limitOn), 3), 'en');
    expect(sentence.replace('limit of 30 days', 'limit of 1 month')).toContain(said);
  });
});

describe('a step', () => {
  test('of the cases written with practitioners is said in English, on their day and a year later', () => {
    for (const { facts, events, today } of PLAN_CASES) {
      for (const on of [today, plusDays(today, 365)]) {
        const english = planPathway({ facts, events, today: on, language: 'en' });
        const french = planPathway({ facts, events, today: on });
        expectEnglish(english.steps.map(({ sentence }) => sentence));
        expectEnglish([
          'Facts',
          ...english.stalls.flatMap(({ sentence, facts: told }) => [sentence, ...told.map(({ label }) => label)]),
        ]);
        expect(frenchLeft(english.contractSentence ?? '')).toEqual([]);
        // The language changes words and nothing else.
        const bare = <T extends { sentence: string; facts?: unknown }>({ sentence: _, facts: __, ...rest }: T) => rest;
        expect(english.steps.map(bare)).toEqual(french.steps.map(bare));
        expect(english.stalls.map(bare)).toEqual(french.stalls.map(bare));
      }
    }
  });

  const facts = {
    cirSignedOn: day('2025-09-01'),
    caseOpenedOn: day('2025-09-01'),
    enteredFranceOn: day('2025-06-30'),
    permitExpiresOn: day('2026-07-16'),
    protectionGrantedOn: day('2025-08-30'),
    asylumSupportEndedOn: day('2025-11-30'),
  };
  const say = (code: codes.StepCode, today: string, events: readonly PathwayEvent[] = []) =>
    planPathway({ facts, events, today: day(today), language: 'en' }).steps.find((step) => step.code === code)
      ?.sentence;

  test.each<[codes.StepCode, string, string]>([
    [
      'BANK_ACCOUNT',
      '2025-11-01',
      'To be done by 1 November 2025, 2 months after the signature of the CIR (proposed deadline). It is the turn of the person.',
    ],
    [
      'BANK_ACCOUNT',
      '2025-11-02',
      'Late: to be done by 1 November 2025, 2 months after the signature of the CIR (proposed deadline). It is the turn of the person.',
    ],
    [
      'PERMIT_RENEWAL',
      '2025-12-01',
      'Possible from 18 March 2026, by 17 May 2026 at the latest, 60 days before the end of the residence permit (legal deadline, R.431-5). It is the turn of the person.',
    ],
    [
      'CIR_CLOSURE',
      '2025-12-01',
      'To be done at the latest 1 month after the end of the courses, a date that is not known (legal deadline, R.413-4). It is the turn of OFII.',
    ],
    [
      'BPI_PERMIT_ISSUED',
      '2025-10-01',
      'Waits first for the permit application on ANEF. Then due by 30 November 2025, 3 months after the protection decision (legal deadline, R.424-1 and R.424-7).',
    ],
    [
      'CIVIL_STATUS_RECORDS',
      '2026-07-05',
      'Expected around 5 July 2026, 309 days after the protection decision (mean time observed in 2022). It is the turn of OFPRA.',
    ],
  ])('%s on %s', (code, today, sentence) => {
    expect(say(code, today)).toBe(sentence);
  });

  test.each(STEP_STATUSES)('%s, recorded, is said in English', (status) => {
    const on = day('2025-10-01');
    expectEnglish([say('BANK_ACCOUNT', '2025-10-02', [{ step: 'BANK_ACCOUNT', status, on }]) ?? '']);
  });

  test('that has no deadline, an extension, a home that was left, a permit delivered', () => {
    const on = day('2026-01-05');
    const housed: PathwayEvent[] = [
      { step: 'HOUSING_ACCESS', status: 'DONE', on },
      { homeLeft: 'EVICTED', on: day('2026-02-05') },
    ];
    expect(say('HOUSING_ACCESS', '2026-02-06', housed)).toContain(
      'Home left on 5 February 2026: another one is to be found.',
    );
    const delivered: PathwayEvent[] = [{ document: 'CSP_GENERALE', on, until: day('2030-01-04') }];
    expect(say('PERMIT_RENEWAL', '2026-02-06', delivered)).toContain(
      'the end of the permit delivered on 5 January 2026, valid until 4 January 2030',
    );
    const extended: PathwayEvent[] = [{ contract: 'EXTENDED', on, months: 1 }];
    expect(say('CIR_EXTENSION', '2026-02-06', extended)).toBe(
      'Already extended by 1 month, 11 months more at most (legal deadline, R.413-4).',
    );
  });
});

describe('an event', () => {
  const on = day('2026-09-30');
  const events: PathwayEvent[] = [
    ...codes.STEP_CODES.flatMap((step) => STEP_STATUSES.map((status) => ({ step, status, on }))),
    ...[...codes.LANGUAGE_DECISIONS, ...codes.CEFR_LEVELS].map((outcome) => ({
      ...({ step: 'LANGUAGE_DECISION', status: 'DONE', on, outcome } as const),
    })),
    ...['100', 'ONLINE_LICENCE'].map((track) => ({
      ...({ step: 'LANGUAGE_START', status: 'IN_PROGRESS', on, followsFrom: 'decided' } as const),
      ...{ track, party: 'CAF' as const },
    })),
    ...(['LANGUAGE', 'CIVIC'] as const).map((attendance) => ({ attendance, on, attendedHours: 1.5, plannedHours: 20 })),
    ...[0, 0.25, 1, 1.5, 2].map((score) => ({ test: 'LANGUAGE' as const, on, score })),
    ...(['REACHED', 'NO_ANSWER'] as const).flatMap((contact) =>
      codes.CONTACT_MEDIA.map((medium) => ({ contact, on, medium })),
    ),
    { extension: 'DNA_EXIT', on },
    { extension: 'CPH_STAY', on },
    ...codes.CONTRACT_STATES.flatMap((contract) => [1, 2].map((months) => ({ contract, on, months }))),
    { handover: true, on },
    ...STALL_RULES.flatMap((silence) => codes.SILENCE_REASONS.map((reason) => ({ silence, on, until: on, reason }))),
    ...codes.PAUSE_REASONS.flatMap((pause) => [null, on].map((until) => ({ pause, on, until }))),
    ...codes.CLOSURE_REASONS.map((closure) => ({ closure, on })),
    ...codes.HOME_LEFT_REASONS.map((homeLeft) => ({ homeLeft, on })),
    ...codes.RESIDENCE_DOCUMENTS.map((document) => ({ document, on, until: on })),
  ];

  test('of every kind is said in English, taken back and restored too', () => {
    expectEnglish(
      events.flatMap((event) => {
        const all = [
          { step: 'LANGUAGE_DECISION', status: 'DONE', on, id: 'decided' } as const,
          { ...event, id: 'noted' },
          { retracts: 'noted', id: 'retracted' },
          { retracts: 'retracted', id: 'restored' },
        ].map((one) => ({ event: one }));
        return all.map((one) => eventSentence(one.event, all, 'en'));
      }),
    );
    expect(eventSentence({ retracts: 'gone', id: 'x' }, [], 'en')).toBe('Fact taken back');
  });

  test.each<[PathwayEvent, string]>([
    [{ contract: 'EXTENDED', on, months: 1 }, 'Contract: Extended by the prefect (1 month)'],
    [
      { attendance: 'LANGUAGE', on, attendedHours: 1.5, plannedHours: 20 },
      'French attendance: 1.5\u00a0h of 20\u00a0h',
    ],
    [{ pause: 'FAMILY', on, until: on }, 'Pause: Family, until 30 September 2026'],
    [
      { silence: 'NO_CONTACT', on, until: on, reason: 'AWAITING_ANSWER' },
      '“No contact with the person” put on hold until 30 September 2026 (answer awaited)',
    ],
    [
      { document: 'RECEPISSE', on, until: on },
      'Récépissé (temporary permit) delivered on 30 September 2026, valid until 30 September 2026',
    ],
  ])('%j', (event, sentence) => {
    expect(eventSentence(event, [], 'en')).toBe(sentence);
  });
});

describe('the words of the week', () => {
  const today = day('2026-03-10');

  test.each([
    [-2, 'Planned for 12 March 2026, in 2 days.'],
    [-1, 'Planned for 11 March 2026, in 1 day.'],
    [0, 'Planned for 10 March 2026.'],
    [1, 'Planned for 9 March 2026, 1 day ago.'],
    [2, 'Planned for 8 March 2026, 2 days ago.'],
  ])('%i days late: %s', (late, sentence) => {
    expect(plannedWords(plusDays(today, -late), today, null, 'en')).toBe(sentence);
  });

  test('what is due, put off, or planned by nobody', () => {
    const line = { kind: 'NOTHING_PLANNED' } as Parameters<typeof whatOf>[0];
    expectEnglish([
      whatOf(line, '', 'en'),
      stepLimitWords('BANK_ACCOUNT', plusDays(today, -1), today, 'en'),
      stepLimitWords('BANK_ACCOUNT', today, today, 'en'),
      putOffWords('call the CPAM', today, 'en'),
      nothingPlannedWords('en'),
    ]);
  });
});

describe('an access', () => {
  const who = { role: 'OFII_AGENT', organisationName: 'OFII Lille', purpose: 'CONTRACT' } as const;
  const days = { firstOn: day('2026-03-01'), lastOn: day('2026-03-09') };

  test('is told in English', () => {
    expect(accessSentence({ operation: 'readPathway', kind: 'READ', purpose: 'SUPPORT' }, 'en')).toBe(
      'File read, to support the person.',
    );
    expect(accessSentence({ operation: 'constructor', kind: 'WRITE', purpose: 'CONTRACT' }, 'en')).toBe(
      'File changed, to follow the integration contract.',
    );
  });

  test.each([
    [1, 0, 'saw your file once'],
    [2, 1, 'saw your file twice and changed it once'],
    [0, 3, 'changed your file 3 times'],
    [1_200, 0, 'saw your file 1,200 times'],
  ])('%i seen and %i changed are told to the person', (seen, changed, did) => {
    expect(extractSentence({ ...who, ...days, seen, changed }, 'en')).toBe(
      `An OFII officer (OFII Lille) ${did}, from 1 March 2026 to 9 March 2026, to follow your integration contract.`,
    );
  });
});

test('every anchor, step awaited, party and text has its English', () => {
  const { anchors, awaited, turn, citation } = PATHWAY_WORDS.en;
  expect(Object.keys(anchors)).toEqual(Object.keys(PATHWAY_WORDS.fr.anchors));
  expect(Object.keys(awaited)).toEqual(Object.keys(PATHWAY_WORDS.fr.awaited));
  const bases = STALL_RULES.map((rule) => citation(stallRule(rule).basis) ?? 'none');
  expectEnglish([...Object.values(anchors), ...Object.values(awaited), ...codes.ACTORS.map(turn), ...bases]);
});
