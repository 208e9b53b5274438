import Typography from '@mui/material/Typography';
import type { StepView } from '../../../../server/contract/pathway.ts';
import type { SentenceKey } from '../../i18n/messages.ts';
import { useLabels } from '../../i18n/useLabels.ts';
import { useSentences } from '../../i18n/useSentences.ts';

const KINDS: Readonly<Record<string, SentenceKey>> = {
  LEGAL: 'file.kind_LEGAL',
  PROPOSAL: 'file.kind_PROPOSAL',
  RECOMMENDED: 'file.kind_RECOMMENDED',
  OBSERVED_MEAN_2022: 'file.kind_OBSERVED_MEAN_2022',
  OBSERVED_TYPICAL: 'file.kind_OBSERVED_TYPICAL',
};

const CONFIDENCES: Readonly<Record<string, SentenceKey>> = {
  law: 'file.confidence_law',
  sourced: 'file.confidence_sourced',
  proposal: 'file.confidence_proposal',
  gk: 'file.confidence_gk',
};

/** The text that a step rests on, as its sentence names it, else how sure its ground is; and what its deadline is worth. */
export const StepBasis = ({ basis }: { basis: StepView['basis'] }) => {
  const labels = useLabels();
  const say = useSentences();
  const kind = basis.kind === null ? undefined : (KINDS[basis.kind] ?? 'file.kind_OTHER');
  return (
    <>
      {labels.citation(basis.source) ?? say(CONFIDENCES[basis.confidence] ?? 'file.confidence_gk')}
      {kind && (
        <Typography component="span" variant="body2" color="textSecondary" sx={{ display: 'block' }}>
          {say(kind)}
        </Typography>
      )}
    </>
  );
};
