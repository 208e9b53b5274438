import type { CalendarDay } from '../calendar/calendarDay.ts';
import { PAST_DAYS, type Facts } from './facts.ts';

export interface FactProblem {
  readonly field: keyof Facts;
  readonly code: 'date_in_future' | 'before_birth' | 'before_entry' | 'end_before_start';
  /** French, for whoever typed it. */
  readonly reason: string;
}

/**
 * What cannot be true of facts typed by hand. Only facts that differ from `before` are held against whoever types now:
 * a list of ten years ago may hold worse. The plan itself takes facts as given.
 */
export function checkFacts(facts: Facts, before: Facts, today: CalendarDay): FactProblem[] {
  const changed = (field: keyof Facts): boolean => facts[field] !== before[field];
  const problems: FactProblem[] = [];
  for (const field of PAST_DAYS) {
    const day = facts[field];
    if (day === null || !(changed(field) || changed('bornOn'))) continue;
    if (day > today && changed(field))
      problems.push({
        field,
        code: 'date_in_future',
        reason: 'Ce jour est à venir\u00a0: choisissez aujourd’hui ou un jour passé.',
      });
    // A birth known by its year alone compares by its year.
    else if (facts.bornOn !== null && day.slice(0, facts.bornOn.length) < facts.bornOn)
      problems.push({ field, code: 'before_birth', reason: 'Cette date précède la naissance de la personne.' });
  }
  const { enteredFranceOn, cirSignedOn, firstPermitOn, permitExpiresOn } = facts;
  if (
    enteredFranceOn !== null &&
    cirSignedOn !== null &&
    cirSignedOn < enteredFranceOn &&
    (changed('enteredFranceOn') || changed('cirSignedOn'))
  )
    problems.push({
      field: 'cirSignedOn',
      code: 'before_entry',
      reason: 'Le contrat ne peut pas être signé avant l’entrée en France.',
    });
  if (
    firstPermitOn !== null &&
    permitExpiresOn !== null &&
    permitExpiresOn < firstPermitOn &&
    (changed('firstPermitOn') || changed('permitExpiresOn'))
  )
    problems.push({
      field: 'permitExpiresOn',
      code: 'end_before_start',
      reason: 'Le titre finit avant le début du premier titre.',
    });
  return problems;
}
