import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId, useRef, useState } from 'react';
import type { ViewView } from '../../../server/contract/view.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { viewQuestions } from '../providers/viewQuestions.ts';
import { ErrorCard } from '../shared/ErrorCard.tsx';
import { useTell } from '../shared/useTell.ts';

interface ManageViewsDialogProps {
  readonly views: readonly ViewView[];
  readonly onChange: () => void;
  readonly onClose: () => void;
}

/** One’s own views: shared or kept to oneself, deleted. */
export const ManageViewsDialog = ({ views, onChange, onClose }: ManageViewsDialogProps) => {
  const say = useSentences();
  const tell = useTell();
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const [refusal, setRefusal] = useState<unknown>();
  const act = async (work: () => Promise<unknown>, told: string) => {
    setRefusal(undefined);
    try {
      await work();
      tell(told);
    } catch (problem) {
      setRefusal(problem);
    }
    onChange();
    // What had the focus may be gone.
    title.current?.focus();
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="sm">
      <DialogTitle id={titleId} ref={title} tabIndex={-1}>
        {say('views.manage_title')}
      </DialogTitle>
      <DialogContent>
        {refusal !== undefined && <ErrorCard error={refusal} />}
        {views.length === 0 && <Typography>{say('views.none')}</Typography>}
        <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
          {views.map((view) => (
            <Box
              component="li"
              key={view.id}
              sx={{
                display: 'flex',
                flexWrap: 'wrap',
                gap: 1,
                alignItems: 'center',
                justifyContent: 'space-between',
                py: 1,
                borderTop: 1,
                borderColor: 'divider',
              }}
            >
              <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
                <Typography sx={{ fontWeight: 600 }}>{view.name}</Typography>
                {view.isShared && (
                  <Typography variant="body2" color="textSecondary">
                    {say('views.is_shared')}
                  </Typography>
                )}
              </Box>
              <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
                <Button
                  size="small"
                  variant="outlined"
                  aria-label={say(view.isShared ? 'views.unshare_of' : 'views.share_of', { name: view.name })}
                  onClick={() =>
                    void act(
                      () => viewQuestions.change(view, { isShared: !view.isShared }),
                      say(view.isShared ? 'views.unshared' : 'views.shared', { name: view.name }),
                    )
                  }
                >
                  {say(view.isShared ? 'views.unshare' : 'views.share')}
                </Button>
                <Button
                  size="small"
                  aria-label={say('views.delete_of', { name: view.name })}
                  onClick={() => void act(() => viewQuestions.remove(view), say('views.deleted', { name: view.name }))}
                >
                  {say('views.delete')}
                </Button>
              </Box>
            </Box>
          ))}
        </Box>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>{say('common.close')}</Button>
      </DialogActions>
    </Dialog>
  );
};
