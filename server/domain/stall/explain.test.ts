import { describe, expect, test } from '@jest/globals';
import { calendarDay as day } from '../calendar/calendarDay.ts';
import { STALL_RULES, type StallRuleCode } from '../pathway/codes.ts';
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
      'Sans couverture maladie, dossier ouvert le 3 décembre 2025 : limite de 3 mois dépassée depuis le 4 mars 2026 (repère proposé, CSS D.160-2). C’est au tour de la CPAM.',
    );
  });

  test.each([
    ['2026-03-03', 'limite de 3 mois le 3 mars 2026'],
    ['2026-03-04', 'limite de 3 mois dépassée depuis le 4 mars 2026'],
    ['2026-03-05', 'limite de 3 mois dépassée depuis le 4 mars 2026'],
  ])('on %s: %s', (today, words) => {
    expect(plain(explainStall(spell('NO_HEALTH_COVER'), day(today)))).toContain(` : ${words} (`);
  });

  test('names the limit that was applied: that of a population, or an extension', () => {
    const bpi = spell('NO_HEALTH_COVER', { limitOn: day('2026-01-03'), sinceOn: day('2026-01-04') });
    expect(explainStall(bpi, day('2026-03-10'))).toContain('limite de 1 mois dépassée');
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

  test.each(STALL_RULES)('%s: a sentence to be read aloud, watched or stalled', (rule) => {
    const sentences = [explainStall(spell(rule), day('2026-03-01')), explainStall(spell(rule), day('2026-03-10'))];
    for (const sentence of sentences) {
      expect(sentence.length).toBeLessThan(230);
      expect(sentence).toMatch(/^[A-ZÀÉ].*\. C’est au tour de la CPAM\.$/);
      // No hole, no code of a source, no English, and no plain space before a punctuation that wants a narrow one.
      expect(sentence).not.toMatch(/undefined|null|NaN|#|\bS\d\d\b|\bof\b| [;:!?%»]|['"]/);
    }
    // A delay says its limit; the rules without any say the same thing on both days.
    expect(sentences[1]).toMatch(/mars 2026|décembre 2025/);
  });
});
