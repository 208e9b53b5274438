import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import { useParams } from 'react-admin';
import type { MergePreview } from '../../../server/contract/merge.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { filePath } from '../pathways/filePath.ts';
import { mergeQuestions, type Choices } from '../providers/mergeQuestions.ts';
import { BusyButton } from '../shared/BusyButton.tsx';
import { ButtonLink } from '../shared/ButtonLink.tsx';
import { Description } from '../shared/Description.tsx';
import { ErrorCard } from '../shared/ErrorCard.tsx';
import { LoadingBlock } from '../shared/LoadingBlock.tsx';
import { Page } from '../shared/Page.tsx';
import { TextLink } from '../shared/TextLink.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { useQuestion } from '../shared/useQuestion.ts';
import { useSubmissionKey } from '../shared/useSubmissionKey.ts';
import { useGoOn } from '../shared/useGoOn.ts';
import { useTell } from '../shared/useTell.ts';
import { FieldChoices } from './FieldChoices.tsx';
import { MergeResult } from './MergeResult.tsx';
import { mergePath } from './mergePath.ts';

/** Two files side by side: one choice for each field that differs, what they would make, then one click. */
export const MergeScreen = () => {
  const { keptId = '', otherId = '' } = useParams();
  return <TwoFiles key={`${keptId} ${otherId}`} keptId={keptId} otherId={otherId} />;
};

const TwoFiles = ({ keptId, otherId }: { keptId: string; otherId: string }) => {
  const say = useSentences();
  const [choices, setChoices] = useState<Choices>({});
  const { answer, error, askAgain } = useQuestion(JSON.stringify([keptId, otherId, choices]), (signal) =>
    mergeQuestions.preview(keptId, otherId, choices, signal),
  );
  // While what was chosen is looked at, the former answer stays: nothing jumps under the hand.
  const last = useRef<MergePreview>(undefined);
  if (answer !== undefined) last.current = answer;
  const preview = answer ?? last.current;

  if (error !== undefined || preview === undefined) {
    return (
      <Page title={say('merging.title')}>
        {error === undefined ? <LoadingBlock lines={12} /> : <ErrorCard error={error} onRetry={askAgain} />}
        <ButtonLink to={filePath(keptId)} variant="outlined">
          {say('merging.cancel')}
        </ButtonLink>
      </Page>
    );
  }
  return (
    <Page title={say('merging.title')}>
      <Typography color="textSecondary" sx={{ mb: 2, maxWidth: '60rem' }}>
        {say('merging.intro')}
      </Typography>
      <Box sx={{ display: 'grid', gap: 2, mb: 3, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
        <OneFile side="kept" file={preview.kept} />
        <OneFile side="other" file={preview.other} swapTo={mergePath(otherId, keptId)} />
      </Box>
      {preview.refusal !== null && (
        <Alert severity="warning" variant="outlined" icon={false} sx={{ mb: 3, bgcolor: 'background.paper' }}>
          <AlertTitle>{say('merging.refused')}</AlertTitle>
          {preview.refusal.reason}
        </Alert>
      )}
      <FieldChoices
        fields={preview.fields}
        choices={choices}
        onChoose={(path, side) => setChoices((known) => ({ ...known, [path]: side }))}
      />
      <MergeResult preview={preview} />
      <Submit preview={preview} choices={choices} onRefused={askAgain} />
    </Page>
  );
};

interface OneFileProps {
  readonly side: 'kept' | 'other';
  readonly file: MergePreview['kept'];
  readonly swapTo?: string;
}

const OneFile = ({ side, file, swapTo }: OneFileProps) => {
  const say = useSentences();
  const { longDay } = useFormat();
  const dayOr = (day: string | null): string => (day === null ? say('common.unknown') : longDay(day));
  return (
    <Paper component="section" aria-labelledby={`merge-${side}`} sx={{ p: 2 }}>
      <Typography id={`merge-${side}`} variant="h2" sx={{ mb: 0.5 }}>
        {say(`merging.${side}`)}{' '}
        <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
          {file.number}
        </Box>
      </Typography>
      <Box sx={{ mb: 1 }}>
        <TextLink to={filePath(file.id)}>{file.name}</TextLink>
      </Box>
      <Description
        entries={[
          { term: say('file.referent'), value: file.referentName ?? say('pathways.no_referent') },
          { term: say('file.status'), value: say(`pathwayStatuses.${file.status}`) },
          { term: say('merging.opened'), value: dayOr(file.openedOn) },
          { term: say('merging.last_contact'), value: dayOr(file.lastContactOn) },
        ]}
      />
      {swapTo !== undefined && (
        <ButtonLink to={swapTo} variant="outlined" size="small" sx={{ mt: 1.5 }}>
          {say('merging.swap', { number: file.number })}
        </ButtonLink>
      )}
    </Paper>
  );
};

interface SubmitProps {
  readonly preview: MergePreview;
  readonly choices: Choices;
  readonly onRefused: () => void;
}

const Submit = ({ preview: { kept, other, refusal }, choices, onRefused }: SubmitProps) => {
  const say = useSentences();
  const tell = useTell();
  const goOn = useGoOn();
  const keyFor = useSubmissionKey();
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>();

  const merge = async () => {
    const body = { otherId: other.id, otherVersion: other.version, choices };
    setSaving(true);
    setError(undefined);
    try {
      await mergeQuestions.merge(kept, body, keyFor([kept, body]));
      tell(say('merging.done', { number: other.number }));
      goOn(filePath(kept.id));
    } catch (problem) {
      setError(problem);
      setSaving(false);
    }
  };

  return (
    <Box
      sx={{
        position: { xs: 'static', sm: 'sticky' },
        bottom: '-1px',
        py: 1.5,
        bgcolor: 'background.default',
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      {error !== undefined && (
        <div role="alert">
          <ErrorCard error={error} onRetry={onRefused} />
        </div>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {refusal === null && (
          <BusyButton
            variant="contained"
            isBusy={isSaving}
            busyLabel={say('merging.submitting')}
            onClick={() => void merge()}
          >
            {say('merging.submit')}
          </BusyButton>
        )}
        <ButtonLink to={filePath(kept.id)} variant="outlined">
          {say('merging.cancel')}
        </ButtonLink>
      </Box>
    </Box>
  );
};
