import { describe, expect, test } from '@jest/globals';
import { calendarDay as day } from '../calendar/calendarDay.ts';
import { ACTORS, type StepCode } from './codes.ts';
import type { PathwayEvent } from './events.ts';
import { planPathway } from './plan.ts';
import { CONTRACT_RULE_SETS } from './ruleSets/index.ts';
import { STEPS } from './steps/index.ts';
import { ANCHOR_WORDS, turnSentence } from './words.ts';

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
    ?.sentence.replace(/\u202f/g, ' ');

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
      'Possible à partir du 18 mars 2026, au plus tard le 17 mai 2026, 60 jours avant la fin du titre de séjour (délai légal, R.431-5, R.431-15-1). C’est au tour de la personne.',
    ],
    [
      'CIR_CLOSURE',
      '2025-12-01',
      'À faire 1 mois après la fin des formations (délai légal, R.413-4), date qui n’est pas encore connue. C’est au tour de l’OFII.',
    ],
    [
      'BPI_PERMIT_ISSUED',
      '2025-10-01',
      'Attend d’abord : Demande de titre (ANEF). Échéance le 30 novembre 2025, 3 mois après la décision de protection (délai légal, L.424-1, L.424-9, R.424-1, R.424-7).',
    ],
    ['CIR_SIGNATURE', '2025-12-01', 'Réalisé le 1er septembre 2025.'],
    ['MENTORING', '2025-12-01', 'À ouvrir si la personne en a besoin.'],
    ['JOB_ENTRY', '2025-12-01', 'À faire, sans échéance fixée. C’est au tour de la personne.'],
  ])('%s on %s', (code, today, sentence) => expect(say(code, today)).toBe(sentence));

  test('an extension is said in the delay', () => {
    const events: PathwayEvent[] = [{ extension: 'DNA_EXIT', on: day('2026-01-10') }];
    expect(say('DNA_EXIT', '2026-02-01', events)).toContain(
      'au plus tard le 30 mai 2026, 6 mois (prolongation comprise) après',
    );
    expect(say('DNA_EXIT', '2026-02-01')).toContain('au plus tard le 28 février 2026, 3 mois après');
    const cph: PathwayEvent[] = [
      { extension: 'DNA_EXIT', on: day('2026-01-10') },
      { extension: 'DNA_EXIT', on: day('2026-01-12') },
    ];
    expect(say('DNA_EXIT', '2026-02-01', cph)).toContain('30 mai 2026');
  });

  test('a step that waits for somebody says whom', () => {
    const events: PathwayEvent[] = [
      { step: 'BANK_ACCOUNT', status: 'WAITING_THIRD_PARTY', on: day('2025-09-10'), party: 'OFPRA' },
    ];
    expect(say('BANK_ACCOUNT', '2025-09-20', events)).toMatch(/C’est au tour de l’OFPRA\.$/);
  });

  test('a file closed says what was left open', () => {
    expect(say('BANK_ACCOUNT', '2026-01-01', [{ closure: 'LEFT_FRANCE', on: day('2025-12-01') }])).toBe(
      'Restée ouverte à la clôture du dossier.',
    );
  });
});

test('every anchor of a deadline has its words, and every party its turn', () => {
  const anchors = STEPS.flatMap(({ due }) =>
    due === null
      ? []
      : 'byRuleSet' in due
        ? CONTRACT_RULE_SETS.flatMap(({ code }) => due.byRuleSet[code]?.anchor ?? [])
        : [due.anchor],
  );
  for (const anchor of anchors) expect(ANCHOR_WORDS).toHaveProperty([anchor]);
  for (const party of ACTORS) expect(turnSentence(party)).toMatch(/^C’est au tour (?:de |du |de l’)\S/);
});
