import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useInput } from 'react-admin';
import { useSentences } from '../../i18n/useSentences.ts';
import { Choice } from '../../shared/fields/Choice.tsx';
import { HolderRights } from './HolderRights.tsx';
import { withRight, type HeldRights } from './heldRights.ts';
import { useColleagues } from './useColleagues.ts';

interface HoldersInputProps {
  /** The names of those who hold rights already: one may have left the list of colleagues. */
  readonly names: ReadonlyMap<string, string>;
  readonly referentId: string | null;
}

/** Who keeps which of the three rights on a sealed file; those may be added whom a right would serve. */
export const HoldersInput = ({ names, referentId }: HoldersInputProps) => {
  const say = useSentences();
  const titleId = useId();
  const colleagues = useColleagues(referentId);
  const { field } = useInput({ source: 'rights' });
  const [chosen, setChosen] = useState('');
  const [added, setAdded] = useState<string>();
  const rights = field.value as HeldRights;
  const others = colleagues.filter(({ id, reachesFile }) => reachesFile && rights[id] === undefined);
  const nameOf = (id: string) => colleagues.find((one) => one.id === id)?.name ?? names.get(id) ?? '';
  const add = () => {
    if (chosen === '') return;
    field.onChange({ ...rights, [chosen]: withRight(['SEARCH'], 'READ', true) });
    setAdded(chosen);
    setChosen('');
  };

  return (
    <Box role="group" aria-labelledby={titleId}>
      <Typography id={titleId} component="h3" sx={{ fontWeight: 600 }}>
        {say('rights.holders_group')}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {say('rights.holders_you')} {Object.keys(rights).length === 0 && say('rights.holders_none')}
      </Typography>
      {Object.entries(rights).map(([id, held]) => (
        <HolderRights
          key={id}
          name={id === referentId ? say('rights.holder_follows', { name: nameOf(id) }) : nameOf(id)}
          held={held}
          isOutOfReach={colleagues.some((one) => one.id === id && !one.reachesFile)}
          isNew={id === added}
          onChange={(right, isGiven) => field.onChange({ ...rights, [id]: withRight(held, right, isGiven) })}
        />
      ))}
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1.5 }}>
        {say('rights.holders_whom')}
      </Typography>
      {others.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-end', mt: 1.5 }}>
          <Choice
            label={say('rights.holders_add')}
            value={chosen}
            emptyLabel={say('common.choose')}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setChosen}
            sx={{ flex: '1 1 12rem' }}
          />
          <Button variant="outlined" onClick={add} sx={{ minHeight: 38 }}>
            {say('rights.holders_add_button')}
          </Button>
        </Box>
      )}
    </Box>
  );
};
