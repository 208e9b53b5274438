import Button from '@mui/material/Button';
import { useState } from 'react';
import { useListContext } from 'react-admin';
import type { PathwayRow } from '../../../../server/contract/pathway.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import { ListBody } from '../../shared/table/ListBody.tsx';
import { departmentLabel } from '../../shared/labels.ts';
import type { Column } from '../../shared/table/columns.ts';
import { useFormat } from '../../shared/useFormat.ts';
import { useMay } from '../../shared/useSession.ts';
import { usePathwayColumns } from '../list/usePathwayColumns.tsx';
import { useListShape } from '../useListShape.ts';
import { ReferentDialog } from './ReferentDialog.tsx';
import { StructureDialog } from './StructureDialog.tsx';

/** The files of one waiting list, each with the button that gives it to somebody. */
export const AssignRows = ({ title, empty, isTaking }: { title: string; empty: string; isTaking: boolean }) => {
  const say = useSentences();
  const may = useMay();
  const { plural } = useFormat();
  const { total = 0, refetch } = useListContext<PathwayRow>();
  const [row, setRow] = useState<PathwayRow>();
  const Dialog = may('caseworkers.list') ? ReferentDialog : StructureDialog;
  const columns = useAssignColumns(isTaking, setRow);

  return (
    <>
      <ListBody<PathwayRow>
        title={title}
        columns={columns}
        count={say('pathways.total', plural(total))}
        emptySentence={empty}
        emptyFilteredSentence={empty}
      />
      {row && (
        <Dialog
          target={{
            id: row.id,
            name: row.name ?? row.number,
            saved: say('assign.done', { name: row.name ?? row.number }),
          }}
          onClose={() => setRow(undefined)}
          onDone={() => void refetch()}
        />
      )}
    </>
  );
};

function useAssignColumns(isTaking: boolean, onAssign: (row: PathwayRow) => void): Column<PathwayRow>[] {
  const say = useSentences();
  const shape = useListShape();
  const columns = usePathwayColumns({ ...shape, hasStructures: false, hasReferents: false });
  return [
    ...columns.filter(({ key }) => key !== 'lastContactOn'),
    { key: 'department', label: say('pathways.department'), cell: ({ department }) => departmentLabel(department) },
    {
      key: 'assign',
      label: say('file.step_action'),
      cell: (row) => (
        <Button
          size="small"
          variant="outlined"
          aria-label={say(isTaking ? 'assign.take_for' : 'assign.button_for', { name: row.name ?? row.number })}
          onClick={() => onAssign(row)}
        >
          {say(isTaking ? 'assign.take' : 'assign.button')}
        </Button>
      ),
    },
  ];
}
