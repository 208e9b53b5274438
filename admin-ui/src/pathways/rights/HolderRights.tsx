import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import { SEALED_RIGHTS, type SealedRight } from '../../../../server/contract/labels.ts';
import { useSentences } from '../../i18n/useSentences.ts';

interface HolderRightsProps {
  readonly name: string;
  readonly held: readonly SealedRight[];
  /** She neither follows the file nor answers for the structure: what she holds serves her nothing. */
  readonly isOutOfReach: boolean;
  /** Just added: the keyboard goes on from there. */
  readonly isNew: boolean;
  readonly onChange: (right: SealedRight, isGiven: boolean) => void;
}

/** The three rights of one person on a sealed file. */
export const HolderRights = ({ name, held, isOutOfReach, isNew, onChange }: HolderRightsProps) => {
  const say = useSentences();
  return (
    <FormControl component="fieldset" sx={{ display: 'flex', mt: 1.5 }}>
      <FormLabel component="legend" sx={{ fontWeight: 600, color: 'text.primary' }}>
        {name}
      </FormLabel>
      {SEALED_RIGHTS.map((right, rank) => (
        <FormControlLabel
          key={right}
          label={say(`rights.right_${right}`)}
          sx={{ my: 0.25 }}
          control={
            <Checkbox
              size="small"
              autoFocus={isNew && rank === 0}
              checked={held.includes(right)}
              onChange={(_event, isGiven) => onChange(right, isGiven)}
            />
          }
        />
      ))}
      {held.length === 0 && <FormHelperText sx={{ mx: 0 }}>{say('rights.holder_out')}</FormHelperText>}
      {held.length > 0 && isOutOfReach && (
        <FormHelperText sx={{ mx: 0 }}>{say('rights.holder_without_effect')}</FormHelperText>
      )}
      {held.length === 1 && held[0] === 'LOCATE' && (
        <FormHelperText sx={{ mx: 0 }}>{say('rights.location_alone')}</FormHelperText>
      )}
    </FormControl>
  );
};
