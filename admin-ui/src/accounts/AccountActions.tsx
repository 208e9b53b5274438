import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import type { AccountView, PasswordLinkView } from '../../../server/contract/account.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { administration } from '../providers/accountQuestions.ts';
import { ErrorCard } from '../shared/ErrorCard.tsx';
import { useTell } from '../shared/useTell.ts';
import { AccountDialog, type AccountDialogName } from './AccountDialog.tsx';
import { HandOver } from './HandOver.tsx';

interface AccountActionsProps {
  readonly account: AccountView;
  readonly onDone: () => void;
}

/** What may be done with an account, by what it is: invited, active or closed. The server has the last word. */
export const AccountActions = ({ account, onDone }: AccountActionsProps) => {
  const say = useSentences();
  const tell = useTell();
  const [dialog, setDialog] = useState<AccountDialogName>();
  const [link, setLink] = useState<PasswordLinkView>();
  const [error, setError] = useState<unknown>();
  const { id, state, hasSecondFactor } = account;
  const isOpen = state !== 'DISABLED';
  const handOver = (making: Promise<PasswordLinkView>) => {
    setError(undefined);
    making.then(setLink, setError);
  };
  const enable = () => {
    setError(undefined);
    administration.enable(id).then(() => {
      tell(say('accounts.enabled'));
      onDone();
    }, setError);
  };

  return (
    <>
      {error !== undefined && <ErrorCard error={error} refused={say('forms.refused')} />}
      <Stack
        direction="row"
        useFlexGap
        spacing={1.5}
        sx={{ flexWrap: 'wrap', mt: 3 }}
        role="group"
        aria-label={say('accounts.actions')}
      >
        <Button variant="contained" onClick={() => setDialog('edit')}>
          {say('accounts.edit')}
        </Button>
        {state === 'INVITED' && (
          <Button variant="outlined" onClick={() => handOver(administration.invite(id))}>
            {say('accounts.invite')}
          </Button>
        )}
        {state === 'ACTIVE' && (
          <Button variant="outlined" onClick={() => handOver(administration.resetLink(id))}>
            {say('accounts.reset_link')}
          </Button>
        )}
        {isOpen && hasSecondFactor && (
          <Button variant="outlined" onClick={() => setDialog('factor')}>
            {say('accounts.reset_factor')}
          </Button>
        )}
        {isOpen ? (
          <Button variant="outlined" color="error" onClick={() => setDialog('disable')}>
            {say('accounts.disable')}
          </Button>
        ) : (
          <Button variant="outlined" onClick={enable}>
            {say('accounts.enable')}
          </Button>
        )}
      </Stack>
      {dialog !== undefined && (
        <AccountDialog name={dialog} account={account} onClose={() => setDialog(undefined)} onDone={onDone} />
      )}
      {link !== undefined && <HandOver link={link} onClose={() => setLink(undefined)} />}
    </>
  );
};
