import type { CalendarDay } from '../calendar/calendarDay.ts';
import { CEFR_LEVELS, type CefrLevel, type LanguageDecision, type StepCode } from '../pathway/codes.ts';
import type { StepEvent } from '../pathway/events.ts';
import { NO_FACTS, type Facts } from '../pathway/facts.ts';
import type { ContractRuleSet } from '../pathway/ruleSets/index.ts';
import { stepsUnder } from '../pathway/stepsUnder.ts';
import { bornOnFact, UNKNOWN_BIRTH } from '../person/birth.ts';
import type { Address, Person } from '../person/person.ts';
import { COLUMN_KEYS, COLUMNS, type LineValues } from './columns.ts';
import type { Column } from './column.ts';
import type { LineError, LineWarning } from './issues.ts';
import type { ImportedLine } from './parseRow.ts';
import { ruleSetOfSignature } from './signatureRuleSet.ts';
import { PROTECTION_OF_MOTIVE, residenceDocument } from './vocabulary.ts';

/** What the address cells say, each on its own: an empty one changes nothing on a file already known. */
export type AddressParts = { readonly [K in keyof Address]: Address[K] | null };

/** A person and a pathway, as an accepted line makes them. Nulls are empty cells. */
export interface ImportedPathway {
  readonly line: number;
  readonly person: Person;
  readonly addressParts: AddressParts;
  readonly facts: Facts;
  /** Recorded with source IMPORT. */
  readonly events: readonly StepEvent[];
  /** As the list names it: whether it exists is the caller's to say. Null: to be assigned. */
  readonly structureName: string | null;
  /** Where the person lives; null only when `neededToOpen` says that the postcode is missing. */
  readonly department: string | null;
  readonly level: CefrLevel | null;
  readonly track: string | null;
  /** What the column BPI says; null when it is empty. */
  readonly bpi: boolean | null;
  readonly warnings: readonly LineWarning[];
  /** Refuses the line when nobody is known under its number. */
  readonly neededToOpen: readonly LineError[];
}

/** What an accepted line becomes. */
export function becomes({ line, values, department, warnings, neededToOpen }: ImportedLine): ImportedPathway {
  const person = toPerson(values);
  return {
    line,
    person,
    addressParts: { line: values.addressLine, postcode: values.postcode, commune: values.commune },
    facts: toFacts(values, person),
    events: toEvents(values),
    structureName: values.structure,
    department,
    level: values.level,
    track: values.track,
    bpi: values.bpi,
    warnings,
    neededToOpen,
  };
}

const NOBODY: Person = {
  birthName: null,
  usageName: null,
  firstNames: null,
  birth: UNKNOWN_BIRTH,
  sex: 'X',
  nationality: null,
  languages: [],
  phone: null,
  email: null,
  address: null,
  foreignerNumber: null,
  ofiiNumber: null,
};

/** The values of the columns that go as they are to a field, by its name. */
function taken(values: LineValues, target: 'person' | 'fact'): object {
  return Object.fromEntries(
    COLUMN_KEYS.flatMap((key) => {
      const field = (COLUMNS[key] as Column)[target];
      return field === undefined || values[key] === null ? [] : [[field, values[key]]];
    }),
  );
}

function toPerson(values: LineValues): Person {
  const address =
    values.postcode === null
      ? null
      : { line: values.addressLine, postcode: values.postcode, commune: values.commune ?? '' };
  return { ...NOBODY, ...taken(values, 'person'), address };
}

function toFacts(values: LineValues, { birth }: Person): Facts {
  const { bpi, motive, permit, protectionGrantedOn, signedOn } = values;
  // The column BPI has the last word: a date of decision beside « N » is a contradiction, said in a warning.
  const protectedOn = bpi === true ? protectionGrantedOn : null;
  return {
    ...NO_FACTS,
    ...taken(values, 'fact'),
    bornOn: bornOnFact(birth),
    permitType: residenceDocument(permit, motive),
    protectionGrantedOn: protectedOn,
    protectionKind: protectedOn === null || motive === null ? null : (PROTECTION_OF_MOTIVE[motive] ?? null),
    caseOpenedOn: signedOn,
  };
}

/** What the day at the platform settled, on the day of signature; the card of a protected person, on its first day. */
function toEvents(values: LineValues): StepEvent[] {
  const { signedOn, level, bpi, permitStartsOn, protectionGrantedOn } = values;
  const card =
    bpi === true && protectionGrantedOn !== null && permitStartsOn !== null
      ? [done('BPI_PERMIT_APPLICATION', permitStartsOn), done('BPI_PERMIT_ISSUED', permitStartsOn)]
      : [];
  if (signedOn === null) return card;
  const ruleSet = ruleSetOfSignature(signedOn);
  return [
    ...card,
    done('OFII_CONVOCATION', signedOn),
    done('RECEPTION_INTERVIEW', signedOn),
    ...(level === null ? [] : [{ ...done('PLACEMENT_TEST', signedOn), outcome: level }]),
    ...languageDecision(values, signedOn, ruleSet),
    ...employmentReferral(values, signedOn, ruleSet),
  ];
}

function done(step: StepCode, on: CalendarDay): StepEvent {
  return { step, status: 'DONE', on };
}

function languageDecision({ level, track }: LineValues, on: CalendarDay, ruleSet: ContractRuleSet): StepEvent[] {
  const decided = (outcome: LanguageDecision): StepEvent => ({ ...done('LANGUAGE_DECISION', on), outcome });
  if (track !== null)
    return [
      { ...decided(ruleSet.languageObligation === 'OFFERED_OPTIONAL' ? 'OFFERED_ACCEPTED' : 'PRESCRIBED'), track },
    ];
  // Neither a level nor a track: nothing was decided that one could know.
  if (level === null) return [];
  const reached = CEFR_LEVELS.indexOf(level) >= CEFR_LEVELS.indexOf(ruleSet.languageTarget);
  return [decided(reached ? 'EXEMPT_LEVEL' : 'OFFERED_DECLINED')];
}

/** Before March 2019 nobody was referred at the platform: the step is not of the rule set, and the column says nothing. */
function employmentReferral(
  { employmentReferral: referred }: LineValues,
  on: CalendarDay,
  ruleSet: ContractRuleSet,
): StepEvent[] {
  const hasStep = stepsUnder(ruleSet).some(({ definition }) => definition.code === 'PES_ORIENTATION');
  if (referred === null || !hasStep) return [];
  return [{ step: 'PES_ORIENTATION', status: referred ? 'DONE' : 'NOT_APPLICABLE', on }];
}
