import type { InEachLanguage } from '../../domain/language/language.ts';
import type { ReferentAction } from '../../domain/pathway/codes.ts';
import { LABELS } from '../../domain/language/labels.ts';
import { typeset } from '../../domain/pathway/words.ts';
import type { ChangeKind } from '../../platform/database/entities.ts';

/** What the history of a file says of its changes, in one language. */
interface ChangeWords {
  readonly kinds: Readonly<Record<ChangeKind, string>>;
  readonly sealRights: string;
  readonly restored: string;
  readonly file: string;
  readonly action: (action: ReferentAction) => string;
  readonly until: (day: string) => string;
}

export const CHANGE_WORDS: InEachLanguage<ChangeWords> = {
  fr: {
    kinds: {
      OPENED: 'Dossier ouvert',
      CORRECTION: 'Information corrigée',
      ASSIGNMENT: 'Dossier attribué',
      SEALED: 'Dossier scellé',
      UNSEALED: 'Scellé levé',
      TRANSFER: 'Transfert à une autre structure',
      REVEAL: 'Nom donné à la référente départementale ou au référent départemental',
      BREAK_GLASS: 'Ouverture d’urgence',
      LISTED: 'Personne nommée par une liste mensuelle de l’OFII',
      TASK: 'Action à mener',
      MERGED: 'Dossiers fusionnés',
      UNMERGED: 'Fusion annulée',
    },
    sealRights: 'Droits sur le dossier scellé',
    restored: 'Valeur rétablie',
    file: 'dossier',
    action: (action) => typeset(LABELS.fr.referentAction[action]),
    until: (day) => `en attente jusqu’au ${day}`,
  },
  en: {
    kinds: {
      OPENED: 'File opened',
      CORRECTION: 'Information corrected',
      ASSIGNMENT: 'File assigned',
      SEALED: 'File sealed',
      UNSEALED: 'Seal lifted',
      TRANSFER: 'Transfer to another structure',
      REVEAL: 'Name given to the departmental referent',
      BREAK_GLASS: 'Emergency opening',
      LISTED: 'Person named by a monthly list of OFII',
      TASK: 'Task',
      MERGED: 'Files merged',
      UNMERGED: 'Merge undone',
    },
    sealRights: 'Rights on the sealed file',
    restored: 'Value restored',
    file: 'file',
    action: (action) => LABELS.en.referentAction[action],
    until: (day) => `on hold until ${day}`,
  },
};
