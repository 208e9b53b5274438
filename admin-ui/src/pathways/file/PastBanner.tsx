import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import { useLabels } from '../../i18n/useLabels.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import type { PastDays } from '../../providers/questions.ts';
import { ButtonLink } from '../../shared/ButtonLink.tsx';
import { useFormat } from '../../shared/useFormat.ts';
import { filePath } from '../filePath.ts';
import { historyFieldLabel } from './historyFieldLabel.ts';

interface PastBannerProps {
  readonly id: string;
  readonly days: PastDays;
  readonly asToday: readonly string[];
}

/** Says that this is not the file of today, of which days it is, and what is of today all the same. */
export const PastBanner = ({ id, days: { asOf, knownAt }, asToday }: PastBannerProps) => {
  const labels = useLabels();
  const say = useSentences();
  const { longDay } = useFormat();
  const words = { asOf: longDay(asOf), knownAt: longDay(knownAt) };
  const fields = asToday.map((field) => historyFieldLabel(field, say, labels)).join(', ');
  return (
    <Alert
      severity="warning"
      variant="outlined"
      role="status"
      icon={false}
      sx={{ mb: 2, bgcolor: 'background.paper', color: 'text.primary', flexWrap: 'wrap' }}
      action={
        <ButtonLink to={`${filePath(id)}/history`} variant="outlined" size="small">
          {say('past.back')}
        </ButtonLink>
      }
    >
      <AlertTitle>{asOf === knownAt ? say('past.banner_one', words) : say('past.banner_two', words)}</AlertTitle>
      {say('past.banner_rule')} {say('past.banner_today', { fields })}
    </Alert>
  );
};
