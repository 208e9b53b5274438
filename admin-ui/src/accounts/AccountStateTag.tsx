import type { AccountView } from '../../../server/contract/account.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { Tag } from '../shared/Tag.tsx';

const TONES = { INVITED: 'waiting', ACTIVE: 'good', DISABLED: 'plain' } as const;

export const AccountStateTag = ({ state }: Pick<AccountView, 'state'>) => {
  const say = useSentences();
  return <Tag tone={TONES[state]}>{say(`accounts.state_${state}`)}</Tag>;
};
