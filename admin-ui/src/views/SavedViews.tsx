import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useNavigate } from 'react-admin';
import type { ViewList, ViewView } from '../../../server/contract/view.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { viewQuestions } from '../providers/viewQuestions.ts';
import { useListFilter } from '../shared/useListFilter.ts';
import { useQuestion } from '../shared/useQuestion.ts';
import { useMay } from '../shared/useSession.ts';
import { ManageViewsDialog } from './ManageViewsDialog.tsx';
import { SaveViewDialog } from './SaveViewDialog.tsx';
import { viewPath } from './viewPath.ts';

/** Filters and order kept under a name: to be taken up, kept, shared. */
export const SavedViews = ({ list }: { list: ViewList }) => {
  const may = useMay();
  return may('views.keep') ? <Views list={list} /> : null;
};

const Views = ({ list }: { list: ViewList }) => {
  const say = useSentences();
  const navigate = useNavigate();
  const { hasFilters, valueOf } = useListFilter();
  // The list of one file, or of a past day, is no view.
  const isKept = hasFilters && valueOf('pathwayId') === '' && valueOf('asOf') === '';
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [opened, setOpened] = useState<'SAVE' | 'MANAGE'>();
  const { answer, askAgain } = useQuestion(`views ${list}`, (signal) => viewQuestions.list(list, signal));
  // While they are asked for again, and where they could not be read, they are those that were: not none.
  const [views, setViews] = useState<readonly ViewView[]>([]);
  if (answer !== undefined && answer !== views) setViews(answer);
  const [own, shared] = [views.filter(({ isOwn }) => isOwn), views.filter(({ isOwn }) => !isOwn)];
  const open = (dialog: 'SAVE' | 'MANAGE') => {
    setAnchor(null);
    setOpened(dialog);
  };
  const item = (view: ViewView) => (
    <MenuItem
      key={view.id}
      onClick={() => {
        setAnchor(null);
        navigate(viewPath(view));
      }}
    >
      <ListItemText
        primary={view.name}
        secondary={
          view.isOwn
            ? view.isShared && say('views.is_shared')
            : say('views.shared_by', { by: view.ownerName ?? say('views.colleague') })
        }
      />
    </MenuItem>
  );

  return (
    <>
      <Button
        variant="outlined"
        size="small"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ bgcolor: 'background.paper', mb: 1.5, '@media print': { display: 'none' } }}
      >
        {say('views.open')}
      </Button>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-label': say('views.open') } }}
      >
        {own.map(item)}
        {own.length > 0 && shared.length > 0 && <Divider />}
        {shared.map(item)}
        {views.length > 0 && <Divider />}
        <MenuItem disabled={!isKept} onClick={() => open('SAVE')}>
          {say(isKept ? 'views.save' : 'views.save_without')}
        </MenuItem>
        {own.length > 0 && <MenuItem onClick={() => open('MANAGE')}>{say('views.manage')}</MenuItem>}
      </Menu>
      {opened === 'SAVE' && <SaveViewDialog list={list} onDone={askAgain} onClose={() => setOpened(undefined)} />}
      {opened === 'MANAGE' && (
        <ManageViewsDialog views={own} onChange={askAgain} onClose={() => setOpened(undefined)} />
      )}
    </>
  );
};
