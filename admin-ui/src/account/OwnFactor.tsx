import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useSentences } from '../i18n/useSentences.ts';
import { ownAccount } from '../providers/accountQuestions.ts';
import { ErrorCard } from '../shared/ErrorCard.tsx';
import { LoadingBlock } from '../shared/LoadingBlock.tsx';
import { Section } from '../shared/Section.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { useQuestion } from '../shared/useQuestion.ts';

interface OwnFactorProps {
  readonly onReplace: () => void;
  readonly onCodes: (codes: readonly string[]) => void;
  readonly onError: (error: unknown) => void;
}

/** One's second factor: whether it is there, how many recovery codes are left, and how to change either. */
export const OwnFactor = ({ onReplace, onCodes, onError }: OwnFactorProps) => {
  const say = useSentences();
  const { plural } = useFormat();
  const { answer, error, askAgain } = useQuestion('factor', (signal) => ownAccount.factor(signal));
  const renewCodes = () => {
    ownAccount.newRecoveryCodes().then(({ recoveryCodes }) => onCodes(recoveryCodes), onError);
  };

  return (
    <Section id="factor" title={say('account.factor_title')}>
      {error !== undefined && <ErrorCard error={error} onRetry={askAgain} />}
      {answer === undefined && error === undefined && <LoadingBlock lines={2} />}
      {answer !== undefined && (
        <Stack spacing={1} sx={{ alignItems: 'flex-start' }}>
          <Typography>{say(answer.isEnrolled ? 'account.factor_on' : 'account.factor_off')}</Typography>
          {answer.isEnrolled && (
            <Typography>
              {answer.recoveryCodesLeft === 0
                ? say('account.codes_none')
                : say('account.codes_left', plural(answer.recoveryCodesLeft))}
            </Typography>
          )}
          <Stack direction="row" useFlexGap spacing={2} sx={{ flexWrap: 'wrap' }}>
            <Button variant="outlined" onClick={onReplace}>
              {say('account.replace_factor')}
            </Button>
            {answer.isEnrolled && (
              <Button variant="outlined" onClick={renewCodes}>
                {say('account.new_codes')}
              </Button>
            )}
          </Stack>
        </Stack>
      )}
    </Section>
  );
};
