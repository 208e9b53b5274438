import { useState } from 'react';
import { useSentences } from '../i18n/useSentences.ts';
import { Page } from '../shared/Page.tsx';
import { Enrolment } from './Enrolment.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';

/** All that a session without a second factor may do: enrol one. What it may do then is told by the server. */
export const FirstEnrolment = () => {
  const say = useSentences();
  const [codes, setCodes] = useState<readonly string[]>();
  if (codes === undefined)
    return (
      <Page key="enrolment" title={say('account.enrol_title')}>
        <Enrolment onEnrolled={setCodes} />
      </Page>
    );
  return (
    <Page key="codes" title={say('account.codes_title')}>
      <RecoveryCodes codes={codes} onKept={() => window.location.reload()} />
    </Page>
  );
};
