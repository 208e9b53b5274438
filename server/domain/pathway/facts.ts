import type { CalendarDay } from '../calendar/calendarDay.ts';
import type { HousingCode, ProtectionKind, ResidenceDocument } from './codes.ts';

/** What is known of a pathway before any event: the opening balance. Taken as given; unknown is null. */
export interface Facts {
  readonly enteredFranceOn: CalendarDay | null;
  /** A day, or a year alone. */
  readonly bornOn: string | null;
  readonly firstPermitOn: CalendarDay | null;
  readonly permitType: ResidenceDocument | null;
  readonly permitExpiresOn: CalendarDay | null;
  /** First application for a multi-year or resident card: chooses the permit rule set. */
  readonly permitApplicationOn: CalendarDay | null;
  /** Known means a beneficiary of international protection (BPI). */
  readonly protectionGrantedOn: CalendarDay | null;
  readonly protectionKind: ProtectionKind | null;
  readonly cirSignedOn: CalendarDay | null;
  readonly extensionMonths: number;
  readonly caseOpenedOn: CalendarDay | null;
  readonly asylumSupportEndedOn: CalendarDay | null;
  readonly refugeeHousingEnteredOn: CalendarDay | null;
  /** Day of the attestation de prolongation d'instruction. */
  readonly stayCertificateOn: CalendarDay | null;
  readonly isParent: boolean;
  readonly optionalSignatory: boolean;
  /** A ground of L.413-5. */
  readonly exemption: string | null;
  readonly housing: HousingCode | null;
}

export const NO_FACTS: Facts = Object.freeze({
  enteredFranceOn: null,
  bornOn: null,
  firstPermitOn: null,
  permitType: null,
  permitExpiresOn: null,
  permitApplicationOn: null,
  protectionGrantedOn: null,
  protectionKind: null,
  cirSignedOn: null,
  extensionMonths: 0,
  caseOpenedOn: null,
  asylumSupportEndedOn: null,
  refugeeHousingEnteredOn: null,
  stayCertificateOn: null,
  isParent: false,
  optionalSignatory: false,
  exemption: null,
  housing: null,
});

type Loose = { readonly [K in keyof Facts]?: Facts[K] | null | undefined };

/** Facts as they are given (absent or null where unknown) made whole. */
export function completeFacts(given: Loose): Facts {
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== undefined));
  return { ...NO_FACTS, ...known };
}
