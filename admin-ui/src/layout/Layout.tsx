import Box from '@mui/material/Box';
import { useEffect, useLayoutEffect, type ReactNode } from 'react';
import { useGetIdentity, useLocation } from 'react-admin';
import type { Identity } from '../providers/authProvider.ts';
import { watchSession } from '../providers/sessionWatch.ts';
import { useAnnounce } from '../shared/Announcer.tsx';
import { SessionContext, useSession } from '../shared/useSession.ts';
import { FirstEnrolment } from '../account/FirstEnrolment.tsx';
import { FreshCode } from '../session/FreshCode.tsx';
import { OwedCode } from '../session/OwedCode.tsx';
import { SignInAgain } from '../session/SignInAgain.tsx';
import { BackKeeper } from './BackKeeper.tsx';
import { fetchAhead } from './fetchAhead.ts';
import { FocusKeeper } from './FocusKeeper.tsx';
import { Footer } from './Footer.tsx';
import { Header } from './Header.tsx';
import { LoadingPage } from './LoadingPage.tsx';
import { MAIN_ID, SkipLink } from './SkipLink.tsx';
import { Toasts } from './Toasts.tsx';

/** Our own shell: landmarks in order, the menu outside of the main content, one h1 per page (ux.md 5.1). */
export const Layout = ({ children }: { children: ReactNode }) => {
  const { identity } = useGetIdentity();
  const userId = (identity as Identity | undefined)?.session.user.id;
  useEffect(() => (userId === undefined ? undefined : watchSession(userId)), [userId]);
  useEffect(fetchAhead, []);
  useSilenceOnLeave();
  if (identity === undefined) return <LoadingPage />;

  return (
    <SessionContext.Provider value={(identity as Identity).session}>
      <SkipLink />
      <Header />
      <Box
        component="main"
        id={MAIN_ID}
        tabIndex={-1}
        sx={{ maxWidth: '84rem', mx: 'auto', px: { xs: 1.5, sm: 3 }, py: 3 }}
      >
        <WhatIsOwed>{children}</WhatIsOwed>
      </Box>
      <Footer />
      <FocusKeeper />
      <BackKeeper />
      <SignInAgain />
      <FreshCode />
      <Toasts />
    </SessionContext.Provider>
  );
};

/** What was announced of a page is of no other, nor of whoever signs in next: said before anything of the next page. */
function useSilenceOnLeave(): void {
  const announce = useAnnounce();
  const { pathname } = useLocation();
  useLayoutEffect(() => () => announce(''), [announce, pathname]);
}

/** Before anything else, the second factor: enrolled at the first sign-in, shown after a provider that did not see one. */
const WhatIsOwed = ({ children }: { children: ReactNode }) => {
  const { state } = useSession().secondFactor;
  if (state === 'TO_ENROL') return <FirstEnrolment />;
  return state === 'TO_SHOW' ? <OwedCode /> : children;
};
