import Alert from '@mui/material/Alert';
import { useEffect, useRef } from 'react';
import type { SentenceKey } from '../i18n/messages.ts';
import { useSentences } from '../i18n/useSentences.ts';

/** The reasons that a person can do something about. Of the others, one sentence, and the code to quote. */
const REASONS: Readonly<Record<string, SentenceKey>> = {
  oidc_cancelled: 'session.refused.cancelled',
  oidc_state_mismatch: 'session.refused.start_again',
  oidc_flow_unknown: 'session.refused.start_again',
  oidc_code_refused: 'session.refused.start_again',
  oidc_provider_error: 'session.refused.provider_error',
  oidc_unreachable: 'session.refused.unreachable',
  identity_taken: 'session.refused.taken',
};

/** Why a return from the identity provider opened nothing. The code comes from the address: only known words are shown. */
export const RefusedReturn = ({ code }: { readonly code: string }) => {
  const say = useSentences();
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => alert.current?.focus(), []);
  const known = Object.hasOwn(REASONS, code) ? REASONS[code] : undefined;
  const quoted = /^[a-z_]{1,60}$/.test(code) ? code : 'unknown';

  return (
    <Alert ref={alert} tabIndex={-1} severity="error" icon={false} variant="outlined" sx={{ mb: 3 }}>
      {known === undefined ? say('session.refused.unverified', { code: quoted }) : say(known)}
    </Alert>
  );
};
