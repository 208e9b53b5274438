import type { CalendarDay } from '../calendar/calendarDay.ts';
import { formatDayFr } from '../calendar/formatDayFr.ts';
import { CONTRACT_RULE_SETS, contractRuleSetOn } from '../pathway/ruleSets/index.ts';
import { ageOn } from '../person/birth.ts';
import { departmentOfPostcode } from '../person/department.ts';
import { hasName } from '../person/person.ts';
import { COLUMNS, type ColumnKey, type LineValues } from './columns.ts';
import { COLON, oneOf, quote } from './french.ts';
import type { LineErrorCode, LineWarningCode } from './issues.ts';
import { oldestRuleSet, ruleSetOfSignature, tracksOf } from './signatureRuleSet.ts';
import { ONLINE_LICENCE, ONLINE_LICENCE_LABEL, PROTECTION_OF_MOTIVE, residenceDocument } from './vocabulary.ts';

export interface RuleContext {
  /** Departments that the importer answers for. */
  readonly territory: readonly string[];
  /** Columns whose cell could not be read: a rule does not add to a fault already said. */
  readonly faulty: ReadonlySet<ColumnKey>;
}

interface Finding<Code> {
  readonly column: ColumnKey;
  readonly code: Code;
  readonly message: string;
}
/** A contract is signed from sixteen on (L.413-2). */
const YOUNGEST_SIGNATORY = 16;

type Rule<Code> = (values: LineValues, context: RuleContext) => Finding<Code> | null;

/** What cells say together, and refuses the line. One rule, one finding. */
const ERRORS: readonly Rule<LineErrorCode>[] = [
  ({ birthName, usageName, firstNames }) =>
    hasName({ birthName, usageName, firstNames })
      ? null
      : {
          column: 'firstNames',
          code: 'missing_name',
          message: 'Cette ligne n’a ni nom ni prénom. Indiquez au moins l’un des deux.',
        },

  ({ foreignerNumber }, { faulty }) =>
    foreignerNumber !== null || faulty.has('foreignerNumber')
      ? null
      : {
          column: 'foreignerNumber',
          code: 'missing_value',
          message:
            'Le numéro étranger manque. Il identifie la personne d’un mois à l’autre\u202F; ajoutez ses dix chiffres.',
        },

  ({ bpi, protectionGrantedOn }, { faulty }) =>
    bpi !== true || protectionGrantedOn !== null || faulty.has('protectionGrantedOn')
      ? null
      : {
          column: 'protectionGrantedOn',
          code: 'missing_value',
          message: `Le jour de la décision de protection manque, alors que BPI vaut ${quote('O')}. Ajoutez-le, ou écrivez ${quote('N')} si la personne n’est pas protégée.`,
        },

  ({ signedOn, enteredFranceOn }) =>
    signedOn === null || enteredFranceOn === null || signedOn >= enteredFranceOn
      ? null
      : {
          column: 'signedOn',
          code: 'before_entry',
          message: `La signature du ${formatDayFr(signedOn)} précède l’entrée en France du ${formatDayFr(enteredFranceOn)}. Corrigez celle des deux dates qui est fausse.`,
        },

  ({ permitStartsOn, permitEndsOn }) =>
    permitStartsOn === null || permitEndsOn === null || permitEndsOn >= permitStartsOn
      ? null
      : {
          column: 'permitEndsOn',
          code: 'end_before_start',
          message: `Le titre finirait le ${formatDayFr(permitEndsOn)}, avant de commencer le ${formatDayFr(permitStartsOn)}. Corrigez celle des deux dates qui est fausse.`,
        },

  // A signature that is itself at fault may be of another rule set: the track is not judged by it.
  ({ track, signedOn, enteredFranceOn }) =>
    track === null ? null : trackFinding(track, precedes(signedOn, enteredFranceOn) ? null : signedOn),

  ({ postcode }, { territory }) => (postcode === null ? null : postcodeFinding(postcode, territory)),
];

/** What only a line about someone already known may leave empty: without it a file cannot be opened. */
const NEEDED_TO_OPEN: readonly Rule<LineErrorCode>[] = [
  needed(
    'signedOn',
    'Le jour de signature du CIR manque. C’est lui qui ouvre le dossier et fixe les délais\u202F; ajoutez-le.',
  ),
  needed('postcode', 'Le code postal manque. Le département de suivi en dépend\u202F; ajoutez-le.'),
  needed('bpi', `La colonne BPI est vide. Écrivez ${quote('O')} pour une personne protégée, ${quote('N')} sinon.`),
];

const WARNINGS: readonly Rule<LineWarningCode>[] = [
  ({ bpi, motive, protectionGrantedOn }) => {
    if (
      bpi !== false ||
      (protectionGrantedOn === null && (motive === null || PROTECTION_OF_MOTIVE[motive] === undefined))
    )
      return null;
    return {
      column: 'bpi',
      code: 'contradiction',
      message: `BPI vaut ${quote('N')}, mais la ligne parle d’une protection. La personne a été lue comme non protégée${COLON} vérifiez.`,
    };
  },
  ({ bpi, motive }) => {
    if (bpi !== true || motive === null || PROTECTION_OF_MOTIVE[motive] !== undefined) return null;
    return {
      column: 'motive',
      code: 'contradiction',
      message: `BPI vaut ${quote('O')}, mais le motif n’est pas une protection. La nature de la protection reste inconnue${COLON} complétez le dossier.`,
    };
  },
  ({ permit, motive }) => {
    if (permit !== 'CST' || motive === null || residenceDocument(permit, motive) !== null) return null;
    return {
      column: 'permit',
      code: 'contradiction',
      message: `Une carte temporaire ne va pas avec ce motif. Le titre n’a pas été repris${COLON} complétez le dossier.`,
    };
  },
  ({ signedOn }) => {
    if (signedOn === null || contractRuleSetOn(signedOn) !== undefined) return null;
    return {
      column: 'signedOn',
      code: 'before_cir',
      message: `Le CIR existe depuis le ${formatDayFr(oldestRuleSet().validFrom as CalendarDay)}. Vérifiez l’année de la signature.`,
    };
  },
  ({ birth, signedOn }) => {
    if (birth?.precision !== 'DAY' || signedOn === null || (ageOn(birth, signedOn) ?? 0) >= YOUNGEST_SIGNATORY)
      return null;
    return {
      column: 'birth',
      code: 'under_sixteen',
      message: 'La personne aurait signé avant seize ans. Vérifiez l’année de naissance.',
    };
  },
];

function precedes(signedOn: CalendarDay | null, enteredFranceOn: CalendarDay | null): boolean {
  return signedOn !== null && enteredFranceOn !== null && signedOn < enteredFranceOn;
}

function needed(column: ColumnKey, message: string): Rule<LineErrorCode> {
  return (values, { faulty }) =>
    values[column] !== null || faulty.has(column) ? null : { column, code: 'missing_value', message };
}

function trackFinding(track: string, signedOn: CalendarDay | null): Finding<LineErrorCode> | null {
  // Without a day of signature no rule set is known: only what none of them has is refused.
  const sets = signedOn === null ? CONTRACT_RULE_SETS : [ruleSetOfSignature(signedOn)];
  const offered = [...new Set(sets.flatMap(tracksOf))];
  if (offered.includes(track)) return null;
  const shown = track === ONLINE_LICENCE ? ONLINE_LICENCE_LABEL : track;
  const choices = oneOf([
    ...offered.map((code) => (code === ONLINE_LICENCE ? quote(ONLINE_LICENCE_LABEL) : code)),
    'rien',
  ]);
  const when = signedOn === null ? '' : ` pour un contrat signé le ${formatDayFr(signedOn)}`;
  return {
    column: 'track',
    code: 'unknown_value',
    message: `${quote(shown)} n’est pas un parcours proposé${when}. Écrivez ${choices}.`,
  };
}

function postcodeFinding(postcode: string, territory: readonly string[]): Finding<LineErrorCode> | null {
  const department = departmentOfPostcode(postcode);
  if (department === null)
    return {
      column: 'postcode',
      code: 'unknown_value',
      message: `${quote(postcode)} n’est le code postal d’aucun département. Vérifiez l’adresse.`,
    };
  if (territory.includes(department)) return null;
  return {
    column: 'postcode',
    code: 'outside_territory',
    message: `${quote(postcode)} est dans le département ${department}, hors de votre territoire (${territory.join(', ')}). Corrigez l’adresse, ou transmettez la ligne à l’OFII de ce département.`,
  };
}

function run<Code>(rules: readonly Rule<Code>[], values: LineValues, context: RuleContext): Finding<Code>[] {
  return rules.flatMap((rule) => rule(values, context) ?? []);
}

/** Everything that the cells of a line say together. `column` is the key of the column at fault. */
export function judgeLine(values: LineValues, context: RuleContext) {
  return {
    errors: run(ERRORS, values, context),
    neededToOpen: run(NEEDED_TO_OPEN, values, context),
    warnings: run(WARNINGS, values, context),
  };
}

export function headerOf(column: ColumnKey): string {
  return COLUMNS[column].header;
}
