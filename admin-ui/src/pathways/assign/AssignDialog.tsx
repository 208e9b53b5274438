import { useSentences } from '../../i18n/useSentences.ts';
import type { FileRecord } from '../../providers/fileChange.ts';
import { ReferentDialog } from './ReferentDialog.tsx';
import { StructureDialog } from './StructureDialog.tsx';

/** Gives a file to somebody: to a caseworker of the structure, or to a structure, as the server grants it. */
export const AssignDialog = ({ file, onClose }: { file: FileRecord; onClose: () => void }) => {
  const say = useSentences();
  const target = {
    id: file.id,
    name: file.name ?? file.number,
    saved: say('assign.done', { name: file.name ?? file.number }),
  };
  return file.grants.assignReferent ? (
    <ReferentDialog target={target} onClose={onClose} />
  ) : (
    <StructureDialog target={target} onClose={onClose} />
  );
};
