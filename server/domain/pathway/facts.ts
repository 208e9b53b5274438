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

/** Days of what has happened. The end of a permit is printed on it: it alone may be to come. */
export const PAST_DAYS = [
  'enteredFranceOn',
  'firstPermitOn',
  'permitApplicationOn',
  'protectionGrantedOn',
  'cirSignedOn',
  'caseOpenedOn',
  'asylumSupportEndedOn',
  'refugeeHousingEnteredOn',
  'stayCertificateOn',
] as const satisfies readonly (keyof Facts)[];

/** The facts of a past day: without what had not happened by then. */
export function factsBy(facts: Facts, day: CalendarDay): Facts {
  const toCome = PAST_DAYS.filter((field) => (facts[field] ?? day) > day);
  return toCome.length === 0 ? facts : { ...facts, ...Object.fromEntries(toCome.map((field) => [field, null])) };
}

type Loose = { readonly [K in keyof Facts]?: Facts[K] | null | undefined };

/** Facts as they are given (absent or null where unknown) made whole. */
export function completeFacts(given: Loose): Facts {
  return {
    enteredFranceOn: given.enteredFranceOn ?? null,
    bornOn: given.bornOn ?? null,
    firstPermitOn: given.firstPermitOn ?? null,
    permitType: given.permitType ?? null,
    permitExpiresOn: given.permitExpiresOn ?? null,
    permitApplicationOn: given.permitApplicationOn ?? null,
    protectionGrantedOn: given.protectionGrantedOn ?? null,
    protectionKind: given.protectionKind ?? null,
    cirSignedOn: given.cirSignedOn ?? null,
    extensionMonths: given.extensionMonths ?? 0,
    caseOpenedOn: given.caseOpenedOn ?? null,
    asylumSupportEndedOn: given.asylumSupportEndedOn ?? null,
    refugeeHousingEnteredOn: given.refugeeHousingEnteredOn ?? null,
    stayCertificateOn: given.stayCertificateOn ?? null,
    isParent: given.isParent ?? false,
    optionalSignatory: given.optionalSignatory ?? false,
    exemption: given.exemption ?? null,
    housing: given.housing ?? null,
  };
}

/** Nothing known. */
export const NO_FACTS: Facts = Object.freeze(completeFacts({}));
