import { describe, expect, test } from '@jest/globals';
import { calendarDay as day } from '../calendar/calendarDay.ts';
import { RULES } from '../stall/rules.ts';
import { ACTORS, type StepCode } from './codes.ts';
import type { PathwayEvent } from './events.ts';
import { planPathway } from './plan.ts';
import { contractRuleSet, CONTRACT_RULE_SETS } from './ruleSets/index.ts';
import { stepsUnder } from './stepsUnder.ts';
import { ANCHOR_WORDS, AWAITED_WORDS, citation, turnSentence } from './words.ts';

const facts = {
  cirSignedOn: day('2025-09-01'),
  caseOpenedOn: day('2025-09-01'),
  enteredFranceOn: day('2025-06-30'),
  permitExpiresOn: day('2026-07-16'),
  protectionGrantedOn: day('2025-08-30'),
  asylumSupportEndedOn: day('2025-11-30'),
};
const say = (code: StepCode, today: string, events: readonly PathwayEvent[] = []): string | undefined =>
  planPathway({ facts, events, today: day(today) })
    .steps.find((step) => step.code === code)
    ?.sentence.replace(/[\u00a0\u202f]/g, ' ');

describe('what is said of a step', () => {
  test.each<[StepCode, string, string]>([
    [
      'BANK_ACCOUNT',
      '2025-11-01',
      'À faire au plus tard le 1er novembre 2025, 2 mois après la signature du CIR (repère proposé). C’est au tour de la personne.',
    ],
    [
      'BANK_ACCOUNT',
      '2025-11-02',
      'En retard : à faire au plus tard le 1er novembre 2025, 2 mois après la signature du CIR (repère proposé). C’est au tour de la personne.',
    ],
    [
      'PERMIT_RENEWAL',
      '2025-12-01',
      'Possible à partir du 18 mars 2026, au plus tard le 17 mai 2026, 60 jours avant la fin du titre de séjour (délai légal, R.431-5). C’est au tour de la personne.',
    ],
    [
      'CIR_CLOSURE',
      '2025-12-01',
      'À faire au plus tard un mois après la fin des formations, dont la date n’est pas connue (délai légal, R.413-4). C’est au tour de l’OFII.',
    ],
    [
      'BPI_PERMIT_ISSUED',
      '2025-10-01',
      'Attend d’abord la demande de titre sur l’ANEF. Ensuite, échéance le 30 novembre 2025, 3 mois après la décision de protection (délai légal, R.424-1 et R.424-7).',
    ],
    [
      'BPI_PERMIT_ISSUED',
      '2025-12-01',
      'Attend d’abord la demande de titre sur l’ANEF. Échéance dépassée : le 30 novembre 2025, 3 mois après la décision de protection (délai légal, R.424-1 et R.424-7).',
    ],
    [
      'CIVIL_STATUS_RECORDS',
      '2026-07-05',
      'Prévu vers le 5 juillet 2026, 309 jours après la décision de protection (délai moyen observé en 2022). C’est au tour de l’OFPRA.',
    ],
    [
      'CIVIL_STATUS_RECORDS',
      '2026-07-06',
      'En retard : prévu vers le 5 juillet 2026, 309 jours après la décision de protection (délai moyen observé en 2022). C’est au tour de l’OFPRA.',
    ],
    [
      'CIR_EXTENSION',
      '2026-12-01',
      'Possible jusqu’au 1er septembre 2027, 12 mois après la fin du CIR (délai légal, R.413-4). C’est au tour du préfet.',
    ],
    [
      'CIVIC_SESSION_2',
      '2025-12-01',
      'À faire au plus tard le 1er janvier 2026, 4 mois après la signature du CIR (repère proposé ; pour l’étape, R.413-12). C’est au tour de l’organisme de formation.',
    ],
    [
      'PERMANENT_NIR',
      '2025-12-01',
      'Attend d’abord l’ouverture de la couverture maladie et les actes d’état civil de l’OFPRA.',
    ],
    ['CIR_SIGNATURE', '2025-12-01', 'Réalisé le 1er septembre 2025.'],
    ['MENTORING', '2025-12-01', 'À ouvrir si la personne en a besoin.'],
    ['JOB_ENTRY', '2025-12-01', 'À faire, sans échéance fixée. C’est au tour de la personne.'],
  ])('%s on %s', (code, today, sentence) => expect(say(code, today)).toBe(sentence));

  test('an extension is said in the delay', () => {
    const events: PathwayEvent[] = [{ extension: 'DNA_EXIT', on: day('2026-01-10') }];
    expect(say('DNA_EXIT', '2026-02-01', events)).toContain(
      'au plus tard le 30 mai 2026, 6 mois, prolongation comprise, après',
    );
    expect(say('DNA_EXIT', '2026-02-01')).toContain('au plus tard le 28 février 2026, 3 mois après');
    const cph: PathwayEvent[] = [
      { extension: 'DNA_EXIT', on: day('2026-01-10') },
      { extension: 'DNA_EXIT', on: day('2026-01-12') },
    ];
    expect(say('DNA_EXIT', '2026-02-01', cph)).toContain('30 mai 2026');
  });

  test('an extension already granted says what is left of the year; a contract that is over, that there is none', () => {
    const extended = (months: number): PathwayEvent => ({ contract: 'EXTENDED', months, on: day('2026-06-01') });
    expect(say('CIR_EXTENSION', '2026-08-01', [extended(6)])).toBe(
      'Déjà prolongé de 6 mois, encore 6 mois au plus (délai légal, R.413-4).',
    );
    expect(say('CIR_EXTENSION', '2026-08-01', [extended(1)])).toMatch(/^Déjà prolongé d’un mois, encore 11 mois/);
    expect(say('CIR_EXTENSION', '2026-08-01', [extended(11)])).toContain('encore un mois au plus');
    expect(say('CIR_EXTENSION', '2026-08-01', [extended(12)])).toBe(
      'Déjà prolongé de 12 mois, le maximum (délai légal, R.413-4).',
    );
    const over = (contract: 'TERMINATED' | 'CLOSED_RESPECTED'): PathwayEvent => ({ contract, on: day('2026-07-10') });
    expect(say('CIR_EXTENSION', '2026-08-01', [over('TERMINATED')])).toBe(
      'Contrat résilié le 10 juillet 2026 : il ne se prolonge plus (R.413-4).',
    );
    expect(say('CIR_EXTENSION', '2026-08-01', [over('CLOSED_RESPECTED')])).toMatch(/^Contrat clos le 10 juillet 2026/);
    expect(say('CIR_EXTENSION', '2026-07-09', [over('TERMINATED')])).toMatch(/^Possible jusqu’au 1er septembre 2027/);
  });

  test.each([
    [
      '2025-12-31',
      /^Non exigé\s: la première demande de carte date du 31 décembre 2025, avant que l’examen ne soit exigé \(L\.433-4\)\.$/,
    ],
    ['2026-01-01', /^En retard : à faire au plus tard le 18 mars 2026/],
    ['2026-01-02', /^En retard/],
    [null, /^En retard/],
    ['2015-05-05', /^Non exigé/],
  ])('the civic exam is asked by the text of the card first applied for on %s', (applied, sentence) => {
    const permitApplicationOn = applied === null ? null : day(applied);
    const { steps } = planPathway({
      facts: { ...facts, protectionGrantedOn: null, permitApplicationOn },
      events: [],
      today: day('2026-03-19'),
    });
    const exam = steps.find(({ code }) => code === 'CIVIC_EXAM_CSP');
    expect(exam?.sentence.replace(/[\u00a0\u202f]/g, ' ')).toMatch(sentence);
    // The domain data date it for everybody: their date stays.
    expect(exam?.dueOn).toBe('2026-03-18');
  });

  test('a step that waits for somebody says whom', () => {
    const events: PathwayEvent[] = [
      { step: 'BANK_ACCOUNT', status: 'WAITING_THIRD_PARTY', on: day('2025-09-10'), party: 'OFPRA' },
    ];
    expect(say('BANK_ACCOUNT', '2025-09-20', events)).toMatch(/C’est au tour de l’OFPRA\.$/);
  });

  test.each<[StepCode, string, readonly PathwayEvent[], string]>([
    // Its stall is watched from the 30th of January on.
    ['DNA_EXIT', '2026-01-29', [], 'de la structure référente'],
    ['DNA_EXIT', '2026-01-30', [], 'du SIAO'],
    ['DNA_EXIT', '2026-03-01', [], 'du SIAO'],
    // Somebody wrote down who is awaited: that is more exact still.
    [
      'DNA_EXIT',
      '2026-03-01',
      [{ step: 'DNA_EXIT', status: 'WAITING_THIRD_PARTY', on: day('2026-01-10'), party: 'SOCIAL_LANDLORD' }],
      'du bailleur',
    ],
  ])('%s, on %s, is at the turn of the stall that it alone would end, unless it says whom it waits for', (...given) => {
    const [code, today, events, turn] = given;
    const { steps, stalls } = planPathway({ facts, events, today: day(today) });
    const stall = stalls.find(({ rule }) => rule === 'ASYLUM_HOUSING_OVERSTAY');
    expect(stall?.turn).toBe(today < '2026-01-30' ? undefined : 'SIAO');
    expect(steps.find((step) => step.code === code)?.sentence).toContain(`C’est au tour ${turn}`);
  });

  test('a file closed says what was left open', () => {
    expect(say('BANK_ACCOUNT', '2026-01-01', [{ closure: 'LEFT_FRANCE', on: day('2025-12-01') }])).toBe(
      'Restée ouverte à la clôture du dossier.',
    );
  });
});

test('every anchor of a deadline, every step waited for and every party has its words', () => {
  const steps = CONTRACT_RULE_SETS.flatMap(stepsUnder);
  for (const { deadline } of steps) if (deadline !== undefined) expect(ANCHOR_WORDS).toHaveProperty([deadline.anchor]);
  for (const { definition } of steps) {
    for (const code of definition.prerequisites) expect(AWAITED_WORDS[code]).toMatch(/^(?:le |la |les |l’)\S/);
  }
  for (const party of ACTORS) expect(turnSentence(party)).toMatch(/^C’est au tour (?:de |du |de l’)\S/);
});

test('a deadline names the text of its own rule set, and no longer one that has ceased to hold', () => {
  const cited = (code: StepCode): unknown[] =>
    (['CIR-2016', 'CIR-2019', 'CIR-2022', 'CIR-2025'] as const).map((set) => {
      const found = stepsUnder(contractRuleSet(set)).find(({ definition }) => definition.code === code);
      return found === undefined ? 'absent' : [found.kind, citation(found.definition.basis)];
    });
  expect(cited('CIR_FINAL_INTERVIEW')).toEqual([
    'absent',
    ['LEGAL', 'R.413-14'],
    ['LEGAL', 'R.413-14'],
    ['LEGAL', 'R.413-14 et service-public.fr'],
  ]);
  expect(cited('LANGUAGE_CERTIFICATION')).toEqual([
    [null, null],
    ['LEGAL', 'ancien R.311-24'],
    ['LEGAL', 'ancien R.311-24'],
    ['PROPOSAL', null],
  ]);
});

test('a ground that names a text is cited in French, with all or the one that sets the delay of its articles', () => {
  const bases = [
    ...CONTRACT_RULE_SETS.flatMap(stepsUnder).map(({ definition }) => definition.basis),
    ...RULES.map(({ basis }) => basis),
  ];
  const naming = [...new Set(bases)].filter((basis) => /[LRD]\.\d|arrêté|instruction|orientation|means/.test(basis));
  expect(naming.length).toBeGreaterThan(25);
  for (const basis of naming) {
    const cited = citation(basis);
    expect([basis, cited]).toEqual([basis, expect.stringMatching(/^(?:ancien )?[LRD]\.\d|\d{4}/)]);
    const articles = cited?.match(/[LRD]\.\d[\d-]*\d/g) ?? [];
    for (const article of articles) expect(basis).toContain(article);
  }
});
