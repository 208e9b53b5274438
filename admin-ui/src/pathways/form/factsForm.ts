import type { FactsInput } from '../../../../server/contract/pathway.ts';

export type FactsForm = { readonly [Fact in keyof FactsInput]-?: NonNullable<FactsInput[Fact]> | '' | null };

/** The facts that a person enters, in the order of the form. `bornOn` is not one: it follows the identity. */
export const FACT_KEYS = [
  'enteredFranceOn',
  'firstPermitOn',
  'permitType',
  'permitExpiresOn',
  'permitApplicationOn',
  'stayCertificateOn',
  'protectionKind',
  'protectionGrantedOn',
  'asylumSupportEndedOn',
  'refugeeHousingEnteredOn',
  'cirSignedOn',
  'extensionMonths',
  'caseOpenedOn',
  'optionalSignatory',
  'exemption',
  'isParent',
  'housing',
] as const satisfies readonly (keyof FactsInput)[];

export type FactKey = (typeof FACT_KEYS)[number];

/** What the form shows of the facts known. */
export function toFactsForm(facts: FactsInput = {}): Partial<FactsForm> {
  return Object.fromEntries(FACT_KEYS.map((key) => [key, facts[key] ?? '']));
}

/** The facts to send: what is blank is unknown, that is null. */
export function toFacts(form: Partial<FactsForm>): FactsInput {
  return Object.fromEntries(FACT_KEYS.map((key) => [key, form[key] === '' ? null : (form[key] ?? null)]));
}

/** The facts that are known: what opens a file does not need to carry what nobody knows. */
export function knownFacts(form: Partial<FactsForm>): FactsInput {
  return Object.fromEntries(Object.entries(toFacts(form)).filter(([, value]) => value !== null));
}
