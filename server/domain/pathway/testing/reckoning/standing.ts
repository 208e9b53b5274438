import type { Facts } from '../../facts.ts';
import type { Said } from './counting.ts';
import { after, endOfNextMonth } from './days.ts';
import { OPENED_BY_HAND, OPEN, SOURCE, type SourceRuleSet, type SourceStep } from './source.ts';

/** What is true of a pathway on one day: its facts, and the events that have happened by then. */
export interface Stand {
  readonly day: string;
  readonly facts: Partial<Facts>;
  readonly past: readonly Said[];
  readonly signedOn: string | null;
  readonly ruleSet: SourceRuleSet;
  readonly closedOn: string | null;
}

export function standOn(facts: Partial<Facts>, counting: readonly Said[], day: string): Stand {
  const past = counting.filter(({ on }) => on <= day);
  const isSigning = (event: Said): boolean =>
    event['contract'] === 'SIGNED' || (event['step'] === 'CIR_SIGNATURE' && event['status'] === 'DONE');
  const signedOn = facts.cirSignedOn ?? past.find(isSigning)?.on ?? null;
  const closedOn = past.filter((event) => event['closure'] !== undefined).at(-1)?.on ?? null;
  return { day, facts, past, signedOn, ruleSet: ruleSetOn(signedOn ?? day) ?? oldestRuleSet(), closedOn };
}

export function ruleSetOn(day: string): SourceRuleSet | undefined {
  return SOURCE.ruleSets.contract.find(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo),
  );
}

function oldestRuleSet(): SourceRuleSet {
  const [oldest] = SOURCE.ruleSets.contract;
  if (oldest === undefined) throw new Error('No rule set');
  return oldest;
}

const HOLDS: Readonly<Record<string, (facts: Partial<Facts>) => boolean>> = {
  ALL: () => true,
  BPI: ({ protectionGrantedOn }) => protectionGrantedOn != null,
  NON_BPI: ({ protectionGrantedOn }) => protectionGrantedOn == null,
  VLSTS: ({ permitType }) => permitType === 'VLS_TS',
  PARENT: ({ isParent }) => isParent === true,
  HOUSED_IN_DNA: ({ asylumSupportEndedOn, housing }) =>
    asylumSupportEndedOn != null ||
    SOURCE.nomenclatures.housing.some(({ code, group }) => code === housing && group === 'ASYLUM_DNA'),
};

export function holds(population: string, facts: Partial<Facts>): boolean {
  const asked = HOLDS[population];
  if (asked === undefined) throw new Error(`Who is ${population}?`);
  return asked(facts);
}

export function stepsOf({ facts, ruleSet }: Stand): SourceStep[] {
  return SOURCE.steps.filter(
    (step) => step.ruleSets.includes(ruleSet.code) && step.appliesTo.every((population) => holds(population, facts)),
  );
}

export function eventsOf({ past }: Stand, step: string, ...statuses: readonly string[]): Said[] {
  return past.filter(
    (event) => event['step'] === step && (statuses.length === 0 || statuses.includes(event['status'] as string)),
  );
}

/** A permit delivered since the opening; an attestation given while one is examined is none. */
export function isPermit(event: Said): boolean {
  return event['document'] !== undefined && !['API', 'RECEPISSE'].includes(event['document'] as string);
}

export const ASKED_OR_LATER =
  /^(REQUESTED|SCHEDULED|IN_PROGRESS|WAITING_THIRD_PARTY|DONE|PARTIALLY_DONE|REFUSED_BY_BODY)$/;

/** A renewal asked for, or further, before its 120th day or by the day of the permit: that of the permit before. */
export function isOfRenewalBefore(permit: Said, { on, status }: Said): boolean {
  const isOpen = on > permit.on && on >= after(permit['until'] as string, { n: 120, unit: 'DAY' }, -1);
  return ASKED_OR_LATER.test(status as string) && !isOpen;
}

/** Decision 11: what was noted of the renewal of the permit in hand. */
export function ownRenewal({ past }: Stand): Said[] {
  const place = past.findLastIndex(isPermit);
  const permit = past[place];
  return past
    .slice(place + 1)
    .filter((event) => event['step'] === 'PERMIT_RENEWAL' && !(permit && isOfRenewalBefore(permit, event)));
}

/** The last event that a step is where it is by; undefined while it has its first status. */
export function lastEvent(stand: Stand, step: string): Said | undefined {
  if (step === 'PERMIT_RENEWAL') return ownRenewal(stand).at(-1);
  return stand.past.findLast((event) => event['step'] === step);
}

export function statusOf(stand: Stand, { code, notes }: SourceStep): string {
  const first = OPENED_BY_HAND.has(code) ? 'NOT_APPLICABLE' : 'TO_DO';
  const last = lastEvent(stand, code);
  if (code === 'CIR_SIGNATURE' && stand.signedOn !== null) {
    // The signature is a fact of the file: what led to it does not undo it.
    return last !== undefined && last.on > stand.signedOn ? (last['status'] as string) : 'DONE';
  }
  const status = (last?.['status'] as string | undefined) ?? first;
  return stand.closedOn !== null && notes.includes('the file is closed') && OPEN.has(status)
    ? 'NOT_APPLICABLE'
    : status;
}

const FOLLOWED = ['PRESCRIBED', 'OFFERED_ACCEPTED'];

export function languageOutcome(stand: Stand): string | undefined {
  return eventsOf(stand, 'LANGUAGE_DECISION', 'DONE').at(-1)?.['outcome'] as string | undefined;
}

/** Days of the civic sessions attended, earliest first. */
export function civicDays(stand: Stand): string[] {
  return [1, 2, 3, 4].flatMap((n) => eventsOf(stand, `CIVIC_SESSION_${n}`, 'DONE').at(-1)?.on ?? []).sort();
}

export function isCivicEnded(stand: Stand): boolean {
  return civicDays(stand).length >= (stand.ruleSet.code === 'CIR-2016' ? 2 : 3);
}

export function isTrainingEnded(stand: Stand): boolean {
  if (!isCivicEnded(stand)) return false;
  if (!FOLLOWED.includes(languageOutcome(stand) ?? '')) return true;
  const status = lastEvent(stand, 'LANGUAGE_END')?.['status'] as string | undefined;
  return ['DONE', 'PARTIALLY_DONE', 'ABANDONED'].includes(status ?? '');
}

function trainingEnd(stand: Stand): string | null {
  if (!isTrainingEnded(stand)) return null;
  const followed = FOLLOWED.includes(languageOutcome(stand) ?? '');
  const ends = followed
    ? ['DONE', 'PARTIALLY_DONE'].flatMap((status) => eventsOf(stand, 'LANGUAGE_END', status).at(-1)?.on ?? [])
    : [];
  return [...civicDays(stand), ...ends].sort().at(-1) ?? null;
}

function trainingStart(stand: Stand): string | null {
  const starts = ['LANGUAGE_START', 'CIVIC_SESSION_1'].flatMap(
    (step) => eventsOf(stand, step, 'DONE').at(-1)?.on ?? [],
  );
  return starts.sort()[0] ?? null;
}

/** Months that the prefect granted, up to the ceiling. */
function extensionMonths({ facts, past, ruleSet }: Stand): number {
  const granted = past
    .filter((event) => event['contract'] === 'EXTENDED')
    .reduce((sum, event) => sum + ((event['months'] as number | undefined) ?? 0), facts.extensionMonths ?? 0);
  return Math.min(ruleSet.maxExtensionMonths, granted);
}

export function contractEnd(stand: Stand): string | null {
  const { signedOn, ruleSet } = stand;
  return signedOn === null
    ? null
    : after(signedOn, { n: ruleSet.durationMonths + extensionMonths(stand), unit: 'MONTH' });
}

/** The last valid day of the permit, of the certificate (3 months, 6 for a BPI), or of a document delivered since. */
function proofOfStay({ facts, past }: Stand): string | null {
  const { permitExpiresOn, stayCertificateOn } = facts;
  const months = holds('BPI', facts) ? 6 : 3;
  const certificate = stayCertificateOn == null ? [] : [after(stayCertificateOn, { n: months, unit: 'MONTH' })];
  const delivered = past.flatMap((event) => (event['document'] === undefined ? [] : [event['until'] as string]));
  return [...(permitExpiresOn == null ? [] : [permitExpiresOn]), ...certificate, ...delivered].sort().at(-1) ?? null;
}

const ANCHORS: Readonly<Record<string, (stand: Stand) => string | null | undefined>> = {
  ENTRY_DATE: ({ facts }) => facts.enteredFranceOn,
  FIRST_PERMIT_DATE: ({ facts }) => facts.firstPermitOn,
  PERMIT_EXPIRY: ({ facts, past }) =>
    (past.findLast(isPermit)?.['until'] as string | undefined) ?? facts.permitExpiresOn,
  PROTECTION_DATE: ({ facts }) => facts.protectionGrantedOn,
  CIR_SIGNATURE: ({ signedOn }) => signedOn,
  CASE_OPENED: ({ facts }) => facts.caseOpenedOn,
  STAY_CERTIFICATE_DATE: ({ facts }) => facts.stayCertificateOn,
  ASYLUM_SUPPORT_END: ({ facts }) => facts.asylumSupportEndedOn,
  REFUGEE_HOUSING_ENTRY: ({ facts }) => facts.refugeeHousingEnteredOn,
  CIR_END: contractEnd,
  ASYLUM_ALLOWANCE_END: ({ facts }) =>
    facts.protectionGrantedOn == null ? null : endOfNextMonth(facts.protectionGrantedOn),
  LAST_HANDOVER: ({ past }) => past.findLast((event) => event['handover'] === true)?.on,
  LAST_CONTACT: ({ past, facts }) => past.findLast((event) => event['contact'] === 'REACHED')?.on ?? facts.caseOpenedOn,
  TRAINING_START: trainingStart,
  TRAINING_END: trainingEnd,
  'last day of the latest valid residence document or certificate': proofOfStay,
};

/** The day of an anchor, as the domain data name it; null while it is unknown. */
export function anchorDay(stand: Stand, anchor: string): string | null {
  const entered = /^STEP:([A-Z_0-9]+):([A-Z_]+)$/.exec(anchor);
  if (entered !== null) return eventsOf(stand, entered[1] ?? '', entered[2] ?? '').at(-1)?.on ?? null;
  const read = ANCHORS[anchor];
  if (read === undefined) throw new Error(`Which day is ${anchor}?`);
  return read(stand) ?? null;
}
