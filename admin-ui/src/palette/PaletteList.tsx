import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { AutocompleteGroupedOption, UseAutocompleteReturnValue } from '@mui/material/useAutocomplete';
import { useId } from 'react';
import { SHADES } from '../layout/shades.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { FileOption } from './FileOption.tsx';
import { PersonOption } from './PersonOption.tsx';
import type { PaletteOption } from './usePaletteOptions.ts';

type Listbox = UseAutocompleteReturnValue<PaletteOption, false, false, false>;
type PaletteListProps = Pick<Listbox, 'getListboxProps' | 'getOptionProps'> & {
  readonly groups: readonly AutocompleteGroupedOption<PaletteOption>[];
  /** The option that Enter opens while none is chosen. */
  readonly first: PaletteOption | undefined;
};

const OPTION = {
  px: 1,
  py: 0.75,
  borderRadius: 1,
  cursor: 'pointer',
  borderLeft: '4px solid transparent',
  overflowWrap: 'anywhere',
  '&.Mui-focused': { bgcolor: SHADES.chosen, borderLeftColor: 'primary.main' },
  '&[aria-disabled="true"]': { cursor: 'default' },
} as const;

const LISTBOX = {
  listStyle: 'none',
  p: 0,
  m: 0,
  maxHeight: '60vh',
  overflowY: 'auto',
  '&:not(:has(.Mui-focused)) [data-first]': { borderLeftColor: 'primary.main' },
} as const;

/** What was found, by groups, each option with what tells it apart. */
export const PaletteList = ({ getListboxProps, getOptionProps, groups, first }: PaletteListProps) => {
  const say = useSentences();
  const id = useId();
  if (groups.length === 0) return null;
  return (
    <Box component="ul" {...getListboxProps()} aria-label={say('palette.results')} sx={LISTBOX}>
      {groups.map((group) => (
        <Box component="li" key={group.key} role="presentation">
          <Typography id={`${id}-${group.key}`} component="div" sx={{ fontWeight: 650, fontSize: '0.85rem', mt: 1 }}>
            {group.group}
          </Typography>
          <Box
            component="ul"
            role="group"
            aria-labelledby={`${id}-${group.key}`}
            sx={{ listStyle: 'none', p: 0, m: 0 }}
          >
            {group.options.map((option, place) => {
              const { key: _key, ...props } = getOptionProps({ option, index: group.index + place });
              return (
                <Box
                  component="li"
                  key={option.key}
                  {...props}
                  data-first={option.key === first?.key ? '' : undefined}
                  sx={OPTION}
                >
                  {option.kind === 'PERSON' ? (
                    <PersonOption who={option.who} />
                  ) : option.kind === 'FILE' ? (
                    <FileOption file={option.file} />
                  ) : (
                    option.label
                  )}
                </Box>
              );
            })}
          </Box>
        </Box>
      ))}
    </Box>
  );
};
