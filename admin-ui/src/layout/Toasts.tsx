import Alert from '@mui/material/Alert';
import GlobalStyles from '@mui/material/GlobalStyles';
import Snackbar from '@mui/material/Snackbar';
import { useEffect, useLayoutEffect, useState } from 'react';
import { useNotificationContext, useTranslate, type NotificationPayload } from 'react-admin';
import { useSentences } from '../i18n/useSentences.ts';

/** Where a dialogue takes most of the screen, and would be under them. */
const SMALL = '@media (max-width: 899.95px), (max-height: 699.95px)';
const EDGE_PX = 8;

/** How much of the bottom of the screen they take, with some room. */
function useHeightOf(toast: HTMLElement | null): number {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    if (toast === null) return undefined;
    const measure = () => {
      const { bottom } = getComputedStyle(toast);
      setHeight(toast.offsetHeight + (Number.parseFloat(bottom) || 0) + EDGE_PX);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(toast);
    measure();
    return () => {
      observer.disconnect();
      setHeight(0);
    };
  }, [toast]);
  return height;
}

/**
 * While they are shown, nothing that has the focus is under them: what has it already is scrolled above, what is given it
 * comes there, to the last line of the page; and a dialogue ends above them on a small screen.
 */
const RoomFor = ({ height }: { height: number }) => {
  useLayoutEffect(() => {
    const focused = document.activeElement;
    if (height === 0 || focused === null || focused.closest('main, footer') === null) return;
    const { top, bottom } = focused.getBoundingClientRect();
    if (top < window.innerHeight && bottom > window.innerHeight - height) focused.scrollIntoView({ block: 'nearest' });
  }, [height]);
  return (
    <GlobalStyles
      styles={{
        html: { scrollPaddingBottom: height },
        '@media screen': { body: { paddingBottom: height } },
        [SMALL]: { '.MuiDialog-container': { paddingBottom: height } },
      }}
    />
  );
};

/** Short news of what has just been done, the latest only. The page shows it too: nothing is only said here (RGAA 13.1). */
export const Toasts = () => {
  const say = useSentences();
  const translate = useTranslate();
  const { notifications, resetNotifications } = useNotificationContext();
  const [current, setCurrent] = useState<NotificationPayload>();
  const [toast, setToast] = useState<HTMLElement | null>(null);
  const height = useHeightOf(toast);

  useEffect(() => {
    const latest = notifications.at(-1);
    if (latest === undefined) return;
    setCurrent(latest);
    resetNotifications();
  }, [notifications, resetNotifications]);

  if (current === undefined || typeof current.message !== 'string') return null;
  const close = () => setCurrent(undefined);
  return (
    <>
      {height > 0 && <RoomFor height={height} />}
      <Snackbar
        open
        key={current.message}
        ref={setToast}
        autoHideDuration={8000}
        onClose={(_event, reason) => reason !== 'clickaway' && close()}
        sx={{ '@media print': { display: 'none' } }}
      >
        <Alert
          severity={current.type ?? 'success'}
          variant="filled"
          role="status"
          onClose={close}
          closeText={say('common.close')}
        >
          {translate(current.message, current.notificationOptions?.messageArgs)}
        </Alert>
      </Snackbar>
    </>
  );
};
