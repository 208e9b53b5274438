import { Suspense, type ComponentType } from 'react';
import { useLocation } from 'react-admin';
import type { Action } from '../../../server/contract/labels.ts';
import { LoadingBlock } from '../shared/LoadingBlock.tsx';
import { useMay } from '../shared/useSession.ts';
import { Forbidden } from './Forbidden.tsx';
import { ScreenBoundary } from './ScreenBoundary.tsx';

/** A screen that only shows when the server grants its action; the server is the authority, this only says it in words. */
export function guarded(action: Action, Screen: ComponentType): ComponentType {
  const Guarded = () => {
    const may = useMay();
    const { pathname } = useLocation();
    if (!may(action)) return <Forbidden />;
    return (
      <ScreenBoundary place={pathname}>
        <Suspense fallback={<LoadingBlock />}>
          <Screen />
        </Suspense>
      </ScreenBoundary>
    );
  };
  return Guarded;
}
