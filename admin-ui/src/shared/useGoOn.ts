import { useCallback } from 'react';
import { useNavigate, useRefresh } from 'react-admin';
import { useIsOnScreen } from './useIsOnScreen.ts';

/**
 * Goes where what was saved is shown. Whoever has left what she sent stays where she is: she may be typing there, on a slow
 * network. What is shown there is read again, with what she sent.
 */
export function useGoOn(): (...to: [path: string, options?: { readonly state: object }]) => void {
  const navigate = useNavigate();
  const refresh = useRefresh();
  const isOnScreen = useIsOnScreen();
  return useCallback(
    (...to) => {
      if (isOnScreen.current) void navigate(...to);
      else refresh();
    },
    [navigate, refresh, isOnScreen],
  );
}
