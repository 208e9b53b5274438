import { useState } from 'react';
import type { ImportView } from '../../../server/contract/import.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { BusyButton } from '../shared/BusyButton.tsx';
import { ErrorCard } from '../shared/ErrorCard.tsx';
import { downloadText, toCsv } from '../shared/csv.ts';
import { useRefusedLines } from './useRefusedLines.ts';

/** The refused lines as a sheet to mend, with what is wrong beside each. */
export const RefusedDownload = ({ view }: { view: ImportView }) => {
  const say = useSentences();
  const refusedLines = useRefusedLines(view.id);
  const [error, setError] = useState<unknown>();
  const [isPending, setPending] = useState(false);
  const header = [
    say('imports.line'),
    say('imports.name'),
    say('imports.foreigner_number'),
    say('imports.column'),
    say('imports.code'),
    say('imports.reason'),
  ];

  const download = async () => {
    setPending(true);
    setError(undefined);
    try {
      const lines = await refusedLines();
      const rows = lines.flatMap(({ line, name, foreignerNumber, errors }) =>
        errors.map(({ column, code, message }) => [
          String(line),
          name ?? '',
          foreignerNumber ?? '',
          column,
          code,
          message,
        ]),
      );
      downloadText(`${say('imports.download_name')}.csv`, toCsv([header, ...rows]));
    } catch (refusal) {
      setError(refusal);
    }
    setPending(false);
  };

  return (
    <>
      <BusyButton
        variant="outlined"
        isBusy={isPending}
        busyLabel={say('imports.downloading')}
        onClick={() => void download()}
        sx={{ mb: 2, bgcolor: 'background.paper' }}
      >
        {say('imports.download')}
      </BusyButton>
      {error !== undefined && <ErrorCard error={error} />}
    </>
  );
};
