import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormHelperText from '@mui/material/FormHelperText';
import { useId } from 'react';
import { useSentences } from '../i18n/useSentences.ts';
import { useReportTrouble, useServerErrors } from '../shared/fields/FormErrors.tsx';
import { isAbout, memberPath } from './refusal.ts';
import type { Change } from './useChanges.ts';

interface ChangeActionsProps {
  readonly change: Change;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** What can be done about a change not yet published; and why the server refused it, when it did. */
export const ChangeActions = ({ change: { member, label }, onEdit, onRemove }: ChangeActionsProps) => {
  const say = useSentences();
  const id = useId();
  const refused = [...useServerErrors()].find(([path]) => isAbout(memberPath(member), path));
  useReportTrouble({ id, label, path: refused?.[0] ?? '' }, refused !== undefined);

  return (
    <>
      {refused !== undefined && (
        <FormHelperText error id={`${id}-error`} sx={{ color: 'error.main' }}>
          {refused[1]}
        </FormHelperText>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 0.5 }}>
        <Button
          id={id}
          size="small"
          variant="outlined"
          aria-haspopup="dialog"
          aria-describedby={refused === undefined ? undefined : `${id}-error`}
          aria-label={say('thresholds.edit_change', { rule: label })}
          onClick={onEdit}
        >
          {say('thresholds.edit')}
        </Button>
        <Button size="small" aria-label={say('thresholds.remove_change', { rule: label })} onClick={onRemove}>
          {say('thresholds.remove')}
        </Button>
      </Box>
    </>
  );
};
