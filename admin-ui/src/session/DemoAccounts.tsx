import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { InstanceView } from '../../../server/contract/session.ts';
import { useSentences } from '../i18n/useSentences.ts';
import type { Credentials } from '../providers/authProvider.ts';
import { BusyButton } from '../shared/BusyButton.tsx';
import { departmentLabel } from '../shared/labels.ts';

interface DemoAccountsProps {
  readonly accounts: InstanceView['demoAccounts'];
  readonly isPending: boolean;
  readonly onChoose: (credentials: Credentials) => void;
}

/** In a demonstration only: one click fills and opens. The server lists nothing elsewhere. */
export const DemoAccounts = ({ accounts, isPending, onChoose }: DemoAccountsProps) => {
  const say = useSentences();
  const placeOf = ({ organisation, department }: DemoAccountsProps['accounts'][number]) =>
    department === null
      ? organisation
      : say('session.demo_place', { organisation, department: departmentLabel(department) });

  return (
    <Box component="section" aria-labelledby="demo" sx={{ mt: 4 }}>
      <Typography id="demo" variant="h2">
        {say('session.demo_title')}
      </Typography>
      <Typography color="textSecondary">{say('session.demo_intro')}</Typography>
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          p: 0,
          mt: 1.5,
          display: 'grid',
          gap: 1,
          gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 20rem), 1fr))',
        }}
      >
        {accounts.map((account) => (
          <li key={account.email}>
            <BusyButton
              variant="outlined"
              fullWidth
              isBusy={isPending}
              onClick={() => onChoose({ email: account.email, password: account.password })}
              sx={{
                justifyContent: 'flex-start',
                textAlign: 'left',
                flexDirection: 'column',
                alignItems: 'flex-start',
                bgcolor: 'background.paper',
              }}
            >
              <span>{say('session.demo_try', { role: say(`roles.${account.role}`) })}</span>
              <Typography component="span" variant="body2" color="textSecondary">
                {placeOf(account)}
              </Typography>
            </BusyButton>
          </li>
        ))}
      </Box>
    </Box>
  );
};
