import Alert from '@mui/material/Alert';
import Snackbar from '@mui/material/Snackbar';
import { useEffect, useState } from 'react';
import { useNotificationContext, useTranslate, type NotificationPayload } from 'react-admin';
import { useSentences } from '../i18n/useSentences.ts';

/** Short news of what has just been done, the latest only. The page shows it too: nothing is only said here (RGAA 13.1). */
export const Toasts = () => {
  const say = useSentences();
  const translate = useTranslate();
  const { notifications, resetNotifications } = useNotificationContext();
  const [current, setCurrent] = useState<NotificationPayload>();

  useEffect(() => {
    const latest = notifications.at(-1);
    if (latest === undefined) return;
    setCurrent(latest);
    resetNotifications();
  }, [notifications, resetNotifications]);

  if (current === undefined || typeof current.message !== 'string') return null;
  const close = () => setCurrent(undefined);
  return (
    <Snackbar
      open
      key={current.message}
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
  );
};
