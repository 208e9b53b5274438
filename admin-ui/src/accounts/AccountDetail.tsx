import { useGetOne, useParams } from 'react-admin';
import type { AccountView } from '../../../server/contract/account.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { Description } from '../shared/Description.tsx';
import { ErrorCard } from '../shared/ErrorCard.tsx';
import { departmentLabel } from '../shared/labels.ts';
import { LoadingBlock } from '../shared/LoadingBlock.tsx';
import { Page } from '../shared/Page.tsx';
import { ASK_ONCE, WHOLE } from '../shared/queries.ts';
import { useFormat } from '../shared/useFormat.ts';
import { AccountActions } from './AccountActions.tsx';
import { AccountStateTag } from './AccountStateTag.tsx';

/** One account, and what an administrator may do with it. */
export const AccountDetail = () => {
  const say = useSentences();
  const format = useFormat();
  const { id = '' } = useParams();
  const { data, error, isPending, refetch } = useGetOne<AccountView>('accounts', { id, meta: WHOLE }, ASK_ONCE);

  const reset = ({ at, by, reason }: NonNullable<AccountView['lastFactorReset']>) =>
    say('accounts.factor_taken_back_told', { at: format.instant(at), by, reason });

  return (
    <Page title={data?.displayName ?? say('accounts.title')} documentTitle={say('accounts.title')}>
      {error && <ErrorCard error={error} onRetry={() => void refetch()} />}
      {isPending && <LoadingBlock />}
      {data && (
        <>
          <Description
            entries={[
              { term: say('accounts.email'), value: data.email },
              { term: say('accounts.role'), value: say(`roles.${data.role}`) },
              { term: say('accounts.organisation'), value: data.organisation },
              { term: say('accounts.departments'), value: data.departments.map(departmentLabel).join(', ') || '–' },
              { term: say('accounts.state'), value: <AccountStateTag state={data.state} /> },
              {
                term: say('accounts.factor'),
                value: say(data.hasSecondFactor ? 'accounts.factor_yes' : 'accounts.factor_no'),
              },
              ...(data.lastFactorReset === null
                ? []
                : [{ term: say('accounts.factor_taken_back'), value: reset(data.lastFactorReset) }]),
            ]}
          />
          <AccountActions account={data} onDone={() => void refetch()} />
        </>
      )}
    </Page>
  );
};
