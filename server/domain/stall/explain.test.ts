import { describe, expect, test } from '@jest/globals';
import { calendarDay as day, plusDays } from '../calendar/calendarDay.ts';
import type { StallRuleCode } from '../pathway/codes.ts';
import { planPathway } from '../pathway/plan.ts';
import { explainStall, type Explained } from './explain.ts';

const plain = (sentence: string): string => sentence.replace(/[\u00a0\u202f]/g, ' ');
const spell = (rule: StallRuleCode, more: Partial<Explained> = {}): Explained => ({
  rule,
  turn: 'CPAM',
  anchorOn: day('2025-12-03'),
  limitOn: day('2026-03-03'),
  sinceOn: day('2026-03-04'),
  facts: [
    { label: 'Premier', on: day('2025-12-03'), value: '10' },
    { label: 'Second', on: day('2026-03-04'), value: '10,5' },
  ],
  ...more,
});

describe('why a pathway is stalled', () => {
  test('says what is missing, since which fact, which limit, since when, on what basis, and whose turn it is', () => {
    expect(plain(explainStall(spell('NO_HEALTH_COVER'), day('2026-03-10')))).toBe(
      'Sans couverture maladie, dossier ouvert le 3 décembre 2025 : limite de 3 mois dépassée depuis le 4 mars 2026 (repère proposé ; D.160-2 du CSS). C’est au tour de la CPAM.',
    );
  });

  test.each([
    ['2026-03-03', 'la limite de 3 mois est le 3 mars 2026'],
    ['2026-03-04', 'limite de 3 mois dépassée depuis le 4 mars 2026'],
    ['2026-03-05', 'limite de 3 mois dépassée depuis le 4 mars 2026'],
  ])('on %s: %s', (today, words) => {
    expect(plain(explainStall(spell('NO_HEALTH_COVER'), day(today)))).toContain(` : ${words} (`);
  });

  test.each([
    // CIR_EXPIRY: its end is the limit that a text gives; an administrator may put it before, or after.
    ['CIR_EXPIRY', '2026-03-31', '2026-03-31', '2026-04-10', 'CIR échu le 31 mars 2026', '(R.413-4)'],
    [
      'CIR_EXPIRY',
      '2026-03-31',
      '2026-03-01',
      '2026-03-31',
      'CIR à échéance le 31 mars 2026',
      '(repère proposé ; R.413-4)',
    ],
    ['CIR_EXPIRY', '2026-03-31', '2026-03-01', '2026-04-01', 'CIR échu le 31 mars 2026', '(repère proposé ; R.413-4)'],
    [
      'INCOME_GAP',
      '2026-03-31',
      '2026-03-31',
      '2026-04-01',
      'Sans ressources connues depuis le 1er avril 2026',
      '(L.551-13)',
    ],
    [
      'INCOME_GAP',
      '2026-03-31',
      '2026-04-30',
      '2026-05-01',
      'Sans ressources connues depuis le 1er avril 2026',
      'proposé',
    ],
    ['INCOME_GAP', '2026-03-31', '2026-03-15', '2026-03-31', 'versée jusqu’au 31 mars 2026', 'proposé'],
  ] as const)('%s of %s with its limit on %s, read on %s: %s', (rule, anchor, limit, today, said, ground) => {
    const [anchorOn, limitOn] = [day(anchor), day(limit)];
    const sentence = plain(explainStall(spell(rule, { anchorOn, limitOn, sinceOn: plusDays(limitOn, 1) }), day(today)));
    expect(sentence).toContain(said);
    expect(sentence).toContain(ground);
  });

  test.each([
    [1, 'après une absence en plateforme d’accueil, le 1er mars 2026 ('],
    [2, 'après deux absences en plateforme d’accueil, le 1er mars 2026 et le 2 mars 2026 ('],
    [10, 'après 10 absences en plateforme d’accueil, la dernière le 10 mars 2026 ('],
  ])('%i absences are counted as they are', (count, said) => {
    const facts = Array.from({ length: count }, (_, index) => ({ label: 'A', on: plusDays(day('2026-03-01'), index) }));
    const fired = spell('PLATFORM_NO_SHOW', { facts, limitOn: null });
    expect(plain(explainStall(fired, day('2026-03-20')))).toContain(said);
  });

  test('names the limit that was applied: that of a population, or an extension', () => {
    const bpi = spell('NO_HEALTH_COVER', { limitOn: day('2026-01-03'), sinceOn: day('2026-01-04') });
    expect(explainStall(bpi, day('2026-03-10'))).toContain('limite d’un mois dépassée');
    const extended = spell('ASYLUM_HOUSING_OVERSTAY', { limitOn: day('2026-06-03'), sinceOn: day('2026-06-04') });
    expect(explainStall(extended, day('2026-07-01'))).toContain('limite de 6 mois dépassée');
  });

  test('a silence says until when', () => {
    const silenced = spell('NO_HEALTH_COVER', { silences: [{ from: day('2026-03-05'), until: day('2026-03-20') }] });
    expect(explainStall(silenced, day('2026-03-20'))).toMatch(/En attente jusqu’au 20 mars 2026\.$/);
    expect(explainStall(silenced, day('2026-03-21'))).not.toContain('En attente');
  });

  test('somebody never reached is not somebody lost from sight', () => {
    expect(explainStall(spell('NO_CONTACT', { facts: [{ label: 'Dossier ouvert' }] }), day('2026-03-10'))).toContain(
      'Personne jamais jointe',
    );
    expect(explainStall(spell('NO_CONTACT', { facts: [{ label: 'Dernier contact' }] }), day('2026-03-10'))).toContain(
      'Personne non jointe',
    );
  });

  test('the two tests are dated and counted, in the singular and in the plural', () => {
    const facts = [
      { label: 'Premier test', on: day('2025-12-03'), value: '1,5' },
      { label: 'Test suivant', on: day('2026-03-04'), value: '2' },
    ] as const;
    const less = [facts[1], { ...facts[0], on: day('2026-03-04') }];
    expect(plain(explainStall(spell('LANGUAGE_NO_PROGRESS', { facts }), day('2026-03-10')))).toBe(
      'Moins d’un point gagné au test de français du 4 mars 2026 : 2 points, contre 1,5 le 3 décembre 2025 (instruction de février 2021). C’est au tour de la CPAM.',
    );
    expect(plain(explainStall(spell('LANGUAGE_NO_PROGRESS', { facts: less }), day('2026-03-10')))).toContain(
      ' : 1,5 point, contre 2 le 4 mars 2026',
    );
  });

  test('a licence is said to be lost after a year, not after the eleven months of the warning', () => {
    const licence = spell('LICENCE_DEADLINE', { limitOn: day('2026-11-03'), sinceOn: day('2026-11-04') });
    expect(plain(explainStall(licence, day('2026-11-10')))).toBe(
      'Échange du permis de conduire non demandé, droit perdu après le 3 décembre 2026 : attestation du 3 décembre 2025 (arrêté du 12 janvier 2012, art. 11). C’est au tour de la CPAM.',
    );
  });
});

test.each([
  ['CIR-2019', '2019-06-01', 'R.413-14'],
  ['CIR-2022', '2023-06-01', 'R.413-14'],
  ['CIR-2025', '2025-09-01', 'R.413-14 et service-public.fr'],
])('under %s, the final interview and its stall cite one ground for one date', (_set, signed, ground) => {
  const on = day(signed);
  const trained = (
    ['LANGUAGE_START', 'LANGUAGE_END', 'CIVIC_SESSION_1', 'CIVIC_SESSION_2', 'CIVIC_SESSION_3'] as const
  ).map((step) => ({ step, status: 'DONE' as const, on }));
  const { steps, stalls } = planPathway({
    facts: { caseOpenedOn: on, cirSignedOn: on },
    events: trained,
    today: plusDays(on, 500),
  });
  const step = steps.find(({ code }) => code === 'CIR_FINAL_INTERVIEW');
  const stall = stalls.find(({ rule }) => rule === 'FINAL_INTERVIEW_OVERDUE');
  expect(stall?.limitOn).toBe(step?.dueOn);
  expect(step?.sentence).toContain(`(délai légal, ${ground})`);
  expect(stall?.sentence).toContain(`(${ground})`);
  expect(stall?.facts).toEqual([{ label: 'Échéance de l’entretien', on: step?.dueOn, value: ground }]);
});
