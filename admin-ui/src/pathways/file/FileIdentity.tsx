import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { PERSON_FIELDS } from '../../../../server/contract/labels.ts';
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import type { SentenceKey } from '../../i18n/messages.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import type { FileRecord } from '../../providers/fileChange.ts';
import { ButtonLink } from '../../shared/ButtonLink.tsx';
import { Description, type Described } from '../../shared/Description.tsx';
import { filePath } from '../filePath.ts';
import { FIELD_LABELS, isPlace } from '../fieldLabels.ts';
import { FACT_KEYS } from '../form/factsForm.ts';
import { useFieldText } from '../useFieldText.ts';
import { useCorrected } from './corrected.ts';

/** Who the person is, and the facts that the deadlines start from. */
export const FileIdentity = ({ file }: { file: FileRecord }) => {
  const say = useSentences();
  const text = useFieldText();
  const line = (label: SentenceKey, key: string, value: Parameters<typeof text>[1]): Described => ({
    term: say(label),
    value: text(key, value),
  });
  const { person, facts } = file;
  // What was pressed in the form is gone: one goes on from what was corrected, or from where one left for the form.
  const corrected = useCorrected();
  const shown = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (corrected === undefined) return;
    const place = corrected === null ? 'a[href$="/correct"]' : `[data-corrected=${corrected}]`;
    shown.current?.querySelector<HTMLElement>(place)?.focus();
  }, [corrected]);

  return (
    <div ref={shown}>
      <Block part="person" title="person.identity">
        {person === null ? (
          <Typography>{say('file.pseudonym')}</Typography>
        ) : (
          <Description
            entries={PERSON_FIELDS.map((key) =>
              !file.located && isPlace(key)
                ? { term: say(FIELD_LABELS[`person.${key}`]), value: say('rights.kept_apart') }
                : line(FIELD_LABELS[`person.${key}`], key, person[key]),
            )}
          />
        )}
      </Block>
      {/* What the reader is not told is not in the answer: it is not « unknown ». */}
      <Block part="facts" title="facts.title">
        <Description
          entries={FACT_KEYS.filter((key) => key in facts).map((key) =>
            line(FIELD_LABELS[`facts.${key}`], key, facts[key]),
          )}
        />
      </Block>
      {file.grants.correct && <ButtonLink to={`${filePath(file.id)}/correct`}>{say('file.correct')}</ButtonLink>}
    </div>
  );
};

interface BlockProps {
  readonly part: 'person' | 'facts';
  readonly title: SentenceKey;
  readonly children: ReactNode;
}

const Block = ({ part, title, children }: BlockProps) => {
  const say = useSentences();
  return (
    <Box component="section" sx={{ mb: 3 }}>
      <Typography variant="h2" tabIndex={-1} data-corrected={part} sx={{ mb: 1 }}>
        {say(title)}
      </Typography>
      <Paper sx={{ p: 2 }}>{children}</Paper>
    </Box>
  );
};
