import { CEFR_LEVELS, type CefrLevel, type ProtectionKind, type ResidenceDocument } from '../pathway/codes.ts';
import { CEFR_LEVEL_LABELS } from '../pathway/labels.ts';
import { EMPTY, compact, fault, unforcedText, value, wordCell, type CellReader } from './cells.ts';
import { quote } from './french.ts';

/** Yes or no, as the lists write them. */
export const yesNoCell = wordCell({ O: true, Oui: true, N: false, Non: false }, ['O', 'N']);

export const sexCell = wordCell(
  { F: 'F', Femme: 'F', Féminin: 'F', M: 'M', H: 'M', Homme: 'M', Masculin: 'M' } as const,
  ['F', 'M'],
);

export const MOTIVES = {
  Réfugié: 'REFUGEE',
  'Protection subsidiaire': 'SUBSIDIARY',
  'Conjoint de Français': 'SPOUSE_FR',
  'Regroupement familial': 'FAMILY_REUNIFICATION',
  "Parent d'enfant français": 'PARENT_FR',
  'Vie privée et familiale': 'FAMILY_TIES',
  Salarié: 'EMPLOYEE',
} as const;
export type Motive = (typeof MOTIVES)[keyof typeof MOTIVES];

/** The motives of the lists; their feminine is the same motive. */
export const motiveCell = wordCell<Motive>(
  { ...MOTIVES, Réfugiée: 'REFUGEE', 'Conjointe de Français': 'SPOUSE_FR', Salariée: 'EMPLOYEE' },
  Object.keys(MOTIVES),
);

export const PROTECTION_OF_MOTIVE: Partial<Record<Motive, ProtectionKind>> = {
  REFUGEE: 'REFUGEE',
  SUBSIDIARY: 'SUBSIDIARY',
};

export const PERMITS = {
  'VLS-TS': 'VLS_TS',
  CST: 'CST',
  'Carte de résident': 'CR',
  'CSP protection subsidiaire': 'CSP_PS',
} as const;
export type ListedPermit = (typeof PERMITS)[keyof typeof PERMITS];
export const permitCell = wordCell<ListedPermit>(PERMITS, Object.keys(PERMITS));

const CST_OF_MOTIVE: Partial<Record<Motive, ResidenceDocument>> = {
  SPOUSE_FR: 'CST_VPF_CONJOINT_FR',
  PARENT_FR: 'CST_VPF_PARENT_FR',
  FAMILY_REUNIFICATION: 'CST_VPF_REGROUPEMENT',
  FAMILY_TIES: 'CST_VPF_LIENS',
  EMPLOYEE: 'CST_SALARIE',
};

/** The residence document that a permit of the list is, given the motive; null when the two together say none. */
export function residenceDocument(permit: ListedPermit | null, motive: Motive | null): ResidenceDocument | null {
  if (permit !== 'CST' && permit !== 'CR') return permit;
  // Without a motive nothing says which card it is; a refugee's resident card is not another's.
  if (motive === null) return null;
  if (permit === 'CST') return CST_OF_MOTIVE[motive] ?? null;
  return motive === 'REFUGEE' ? 'CR_REFUGIE' : 'CR';
}

/** Codes of `cefrLevel`, or their French labels. */
export const levelCell = wordCell<CefrLevel>(
  Object.fromEntries(
    CEFR_LEVELS.flatMap((level) => [
      [level, level],
      [CEFR_LEVEL_LABELS[level], level],
    ]),
  ),
  CEFR_LEVELS,
);

/** The learning platform offered since decree 2025-647, as events name it. */
export const ONLINE_LICENCE = 'ONLINE_LICENCE';
export const ONLINE_LICENCE_LABEL = 'Licence en ligne';

const HOURS = /^(\d{1,4})(?: ?h(?:eures?)?)?$/i;

/** A language track: hours as digits, or the online licence. Whether the rule set in force has it is judged with the signature. */
export const trackCell: CellReader<string> = (cell) => {
  const text = unforcedText(cell);
  if (text === '') return EMPTY;
  if (compact(text) === compact(ONLINE_LICENCE_LABEL)) return value(ONLINE_LICENCE);
  const hours = HOURS.exec(text)?.[1];
  if (hours !== undefined) return value(String(Number(hours)));
  return fault(
    'unknown_value',
    `${quote(text)} n’est pas un parcours. Écrivez un nombre d’heures, ${quote(ONLINE_LICENCE_LABEL)}, ou laissez la cellule vide.`,
  );
};
