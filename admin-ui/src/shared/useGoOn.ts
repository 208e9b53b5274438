import { useCallback } from 'react';
import { useNavigate } from 'react-admin';
import { useIsOnScreen } from './useIsOnScreen.ts';

/**
 * Goes where what was saved is shown. Whoever has left what she sent stays where she is: she may be typing there, on a slow
 * network.
 */
export function useGoOn(): (...to: [path: string, options?: { readonly state: object }]) => void {
  const navigate = useNavigate();
  const isOnScreen = useIsOnScreen();
  return useCallback(
    (...to) => {
      if (isOnScreen.current) void navigate(...to);
    },
    [navigate, isOnScreen],
  );
}
