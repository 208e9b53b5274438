import type { FactsInput } from '../../../../server/contract/pathway.ts';
import type { PersonInput } from '../../../../server/contract/person.ts';

/** The birth that the plan counts with: the day, or the year when no more is known. The server does the same on saving. */
export function bornOn({ precision, value }: PersonInput['birth']): NonNullable<FactsInput['bornOn']> | null {
  if (precision === 'UNKNOWN') return null;
  return precision === 'DAY' ? value : value.slice(0, 4);
}
