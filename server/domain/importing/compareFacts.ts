import { isCalendarDay } from '../calendar/calendarDay.ts';
import { formatDayFr } from '../calendar/formatDayFr.ts';
import { PROTECTION_KIND_LABELS, RESIDENCE_DOCUMENT_LABELS } from '../pathway/labels.ts';
import type { Facts } from '../pathway/facts.ts';
import type { ImportedPathway } from './becomes.ts';
import { COLUMNS } from './columns.ts';
import { isCorrected, type Difference } from './difference.ts';
import type { KnownPathway } from './knownPathway.ts';

/** The facts that a list states, and the column that states them. */
const STATED = {
  enteredFranceOn: COLUMNS.enteredFranceOn.header,
  firstPermitOn: COLUMNS.permitStartsOn.header,
  permitExpiresOn: COLUMNS.permitEndsOn.header,
  permitType: COLUMNS.permit.header,
  protectionGrantedOn: COLUMNS.protectionGrantedOn.header,
  protectionKind: COLUMNS.motive.header,
  cirSignedOn: COLUMNS.signedOn.header,
} as const satisfies Partial<Record<keyof Facts, string>>;

/** What the list says of the pathway otherwise than what is stored. An empty cell says nothing. */
export function compareFacts(known: KnownPathway, imported: ImportedPathway): Difference<Partial<Facts>>[] {
  return (Object.keys(STATED) as (keyof typeof STATED)[]).flatMap((fact): Difference<Partial<Facts>>[] => {
    const after = asText(imported.facts[fact]);
    if (after === null || imported.facts[fact] === known.facts[fact]) return [];
    const path = `facts.${fact}`;
    return [
      {
        path,
        field: STATED[fact],
        before: asText(known.facts[fact]),
        after,
        change: { [fact]: imported.facts[fact] },
        byHand: isCorrected(known, path),
      },
    ];
  });
}

/**
 * The day the file was opened is no column of the list: it follows the signature only where it came from it. A structure that
 * took the person in charge before the list arrived keeps its own day.
 */
export function openingDayChange(known: KnownPathway, changed: Partial<Facts>): Partial<Facts> {
  const { caseOpenedOn, cirSignedOn } = known.facts;
  if (isCorrected(known, 'facts.caseOpenedOn') || changed.cirSignedOn === undefined) return {};
  return caseOpenedOn === null || caseOpenedOn === cirSignedOn ? { caseOpenedOn: changed.cirSignedOn } : {};
}

function asText(value: Facts[keyof typeof STATED]): string | null {
  if (value === null) return null;
  if (isCalendarDay(value)) return formatDayFr(value);
  const labels: Readonly<Record<string, string>> = { ...RESIDENCE_DOCUMENT_LABELS, ...PROTECTION_KIND_LABELS };
  return labels[value] ?? value;
}
