import { useState } from 'react';
import { useListContext } from 'react-admin';
import type { PathwayRow } from '../../../../server/contract/pathway.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import { listQuery } from '../../providers/listQuery.ts';
import { questions } from '../../providers/questions.ts';
import { BusyButton } from '../../shared/BusyButton.tsx';
import { downloadText, toCsv } from '../../shared/csv.ts';
import { ErrorCard } from '../../shared/ErrorCard.tsx';
import { useFormat } from '../../shared/useFormat.ts';
import { useMay, useSession } from '../../shared/useSession.ts';
import { useTell } from '../../shared/useTell.ts';
import { useReferentWords } from '../useReferentWords.ts';
import type { Found } from './PersonSearch.tsx';

/** The list as a sheet, for a meeting: the rows that its pages show, in their order, with who took them and when. */
export const ExportList = ({ found }: { found: Found | undefined }) => {
  const say = useSentences();
  const may = useMay();
  const tell = useTell();
  const { user } = useSession();
  const { day, birth, plural } = useFormat();
  const referent = useReferentWords();
  const { filterValues, sort, total = 0 } = useListContext<PathwayRow>();
  const [error, setError] = useState<unknown>();
  const [isPending, setPending] = useState(false);
  if (!may('pathways.export') || total === 0) return null;

  const cells = (row: PathwayRow): string[] => [
    row.name ?? '',
    row.number,
    (row.birth && birth(row.birth)) ?? '',
    row.cirSignedOn === null ? '' : day(row.cirSignedOn),
    row.nextDueOn === null ? '' : day(row.nextDueOn),
    say(`pathwayStatuses.${row.status}`),
    String(row.overdue),
    String(row.stalled),
    row.lastContactOn === null ? '' : day(row.lastContactOn),
    referent(row),
  ];
  const take = async () => {
    setPending(true);
    setError(undefined);
    try {
      const filter = { ...(filterValues as object), ...(found === undefined ? {} : { id: found.ids }) };
      const { asOf, sealed, rows } = await questions.exportPathways(listQuery({ filter, sort }));
      const header = [
        say('pathways.name'),
        say('pathways.number'),
        say('pathways.birth'),
        say('pathways.cir_signed'),
        say('pathways.next_due'),
        say('pathways.status'),
        say('exports.late_steps'),
        say('exports.stalls'),
        say('pathways.last_contact'),
        say('pathways.referent'),
      ];
      const taken = say('exports.taken', { day: day(asOf), by: user.displayName });
      const left = sealed === 0 ? [] : [[say('exports.sealed', plural(sealed))]];
      downloadText(
        `${say('exports.file_name')}-${asOf}.csv`,
        toCsv([header, ...rows.map(cells), [], [taken], ...left]),
      );
      tell([say('exports.done', plural(rows.length)), ...left.flat()].join(' '));
    } catch (refusal) {
      setError(refusal);
    }
    setPending(false);
  };

  return (
    <>
      <BusyButton
        variant="outlined"
        size="small"
        isBusy={isPending}
        busyLabel={say('exports.preparing')}
        onClick={() => void take()}
        sx={{ bgcolor: 'background.paper', mb: 1.5, ml: 1, '@media print': { display: 'none' } }}
      >
        {say('exports.take')}
      </BusyButton>
      {error !== undefined && <ErrorCard error={error} />}
    </>
  );
};
