import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import useAutocomplete from '@mui/material/useAutocomplete';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-admin';
import { useSentences } from '../i18n/useSentences.ts';
import { useMay } from '../shared/useSession.ts';
import { carryWords } from './carriedWords.ts';
import { PaletteList } from './PaletteList.tsx';
import { usePaletteOptions, type PaletteOption } from './usePaletteOptions.ts';

const GROUPS = {
  PERSON: 'palette.people',
  FILE: 'palette.files',
  NEW: 'palette.actions',
  PAGE: 'palette.pages',
} as const satisfies Record<PaletteOption['kind'], string>;

/** Anybody and any screen, by a few letters: arrows and Enter, Enter alone for the first, or a tap. */
export const Palette = ({ onClose }: { onClose: () => void }) => {
  const say = useSentences();
  const may = useMay();
  const navigate = useNavigate();
  const id = useId();
  const [typed, setTyped] = useState('');
  const words = typed.trim();
  const { options, told, isSought } = usePaletteOptions(words);
  const isClosed = (option: PaletteOption): boolean => option.kind === 'PERSON' && !option.who.opens;
  const first = words === '' ? undefined : options.find((option) => !isClosed(option));

  const go = (option: PaletteOption, isElsewhere: boolean) => {
    if (option.kind === 'NEW' && !isElsewhere) carryWords(words);
    onClose();
    if (isElsewhere) window.open(`${window.location.pathname}#${option.to}`, '_blank', 'noopener');
    else navigate(option.to);
  };
  const { getRootProps, getInputProps, getInputLabelProps, getListboxProps, getOptionProps, groupedOptions } =
    useAutocomplete<PaletteOption>({
      id,
      open: true,
      options,
      value: null,
      inputValue: typed,
      filterOptions: (all) => all,
      groupBy: ({ kind }) => say(GROUPS[kind]),
      getOptionLabel: ({ label }) => label,
      getOptionKey: ({ key }) => key,
      getOptionDisabled: isClosed,
      onInputChange: (_event, value, why) => {
        if (why === 'input') setTyped(value);
      },
      onChange: (event, option) => {
        if (option !== null) go(option, isElsewhere(event));
      },
    });
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') onClose();
    // Whatever else is done since, Enter is no more of what was typed then.
    awaited.current = undefined;
    const isChosen = (event.target as HTMLElement).getAttribute('aria-activedescendant') !== null;
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || isChosen) return;
    if (first === undefined && !isSought) return;
    event.preventDefault();
    event.stopPropagation();
    if (first === undefined) awaited.current = { words, isElsewhere: isElsewhere(event) };
    else go(first, isElsewhere(event));
  };
  // Pressed before the answer, Enter opens what is first once it is there, if the words are the same.
  const awaited = useRef<{ readonly words: string; readonly isElsewhere: boolean }>(undefined);
  useEffect(() => {
    const asked = awaited.current;
    if (asked === undefined || isSought) return;
    awaited.current = undefined;
    if (asked.words === words && first !== undefined && first.kind !== 'NEW') go(first, asked.isElsewhere);
  });

  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={`${id}-title`}
      fullWidth
      maxWidth="sm"
      sx={{ '& .MuiDialog-container': { alignItems: 'start' } }}
      slotProps={{ paper: { sx: { mt: { xs: 1, sm: 8 }, mx: { xs: 1, sm: 4 }, width: '100%' } } }}
    >
      <DialogContent sx={{ p: { xs: 1.5, sm: 2 } }} onKeyDownCapture={press}>
        <Typography id={`${id}-title`} variant="h2" sx={{ mb: 1 }}>
          {say('palette.title')}
        </Typography>
        <div {...getRootProps()}>
          <TextField
            autoFocus
            label={say(labelFor())}
            autoComplete="off"
            slotProps={{
              inputLabel: { ...getInputLabelProps(), shrink: true },
              htmlInput: { ...getInputProps(), maxLength: 200, spellCheck: false, 'aria-expanded': options.length > 0 },
            }}
          />
        </div>
        <Typography role="status" variant="body2" color="textSecondary" sx={{ my: 1, minHeight: '1.4em' }}>
          {told}
        </Typography>
        <PaletteList {...{ getListboxProps, getOptionProps, groups: groupedOptions, first }} />
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1, display: { xs: 'none', sm: 'block' } }}>
          {say('palette.keys')}
        </Typography>
      </DialogContent>
    </Dialog>
  );

  function labelFor() {
    if (may('people.search')) return 'palette.label';
    return may('pathways.list') || may('audit.read') ? 'palette.label_numbers' : 'palette.label_pages';
  }
};

function isElsewhere(event: object): boolean {
  const { ctrlKey = false, metaKey = false } = event as { ctrlKey?: boolean; metaKey?: boolean };
  return ctrlKey || metaKey;
}
