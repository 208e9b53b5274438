import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import useAutocomplete from '@mui/material/useAutocomplete';
import { useId, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-admin';
import type { Candidate } from '../../../server/contract/person.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { filePath } from '../pathways/filePath.ts';
import { useFormat } from '../shared/useFormat.ts';
import { useProblem } from '../shared/useProblem.ts';
import { useMay, useSession } from '../shared/useSession.ts';
import { carryWords } from './carriedWords.ts';
import { isNamed, pagesFor } from './palettePages.ts';
import { PersonOption } from './PersonOption.tsx';
import { usePeopleFound } from './usePeopleFound.ts';

type Option =
  | {
      readonly kind: 'PERSON';
      readonly key: string;
      readonly to: string;
      readonly label: string;
      readonly who: Candidate;
    }
  | { readonly kind: 'PAGE'; readonly key: string; readonly to: string; readonly label: string }
  | { readonly kind: 'NEW'; readonly key: string; readonly to: string; readonly label: string };

const NOTHING: readonly Candidate[] = [];

/** Anybody and any screen, by a few letters: arrows and Enter, or a tap. */
export const Palette = ({ onClose }: { onClose: () => void }) => {
  const say = useSentences();
  const may = useMay();
  const navigate = useNavigate();
  const problem = useProblem();
  const { permissions } = useSession();
  const { plural } = useFormat();
  const titleId = useId();
  const [typed, setTyped] = useState('');
  const searches = may('people.search');
  const { people = NOTHING, isPending, error } = usePeopleFound(typed, searches);
  const words = typed.trim();
  const pages = pagesFor(permissions)
    .map(({ to, label }) => ({ kind: 'PAGE', key: to, to, label: say(label) }) as const)
    .filter(({ label }) => isNamed(label, words));
  const hasAnswer = searches && words.length > 1 && !isPending && error === undefined;
  const options: Option[] = [
    ...people.map(
      (who) =>
        ({ kind: 'PERSON', key: who.pathwayId, to: filePath(who.pathwayId), label: who.displayName, who }) as const,
    ),
    ...(hasAnswer && may('pathways.open')
      ? [{ kind: 'NEW', key: 'new', to: '/pathways/create', label: say('palette.new_person', { words }) } as const]
      : []),
    ...pages.filter(({ to }) => !(hasAnswer && to === '/pathways/create')),
  ];

  const go = (option: Option, isElsewhere: boolean) => {
    if (option.kind === 'NEW' && !isElsewhere) carryWords(words);
    onClose();
    if (isElsewhere) window.open(`${window.location.pathname}#${option.to}`, '_blank', 'noopener');
    else navigate(option.to);
  };
  const { getRootProps, getInputProps, getInputLabelProps, getListboxProps, getOptionProps, groupedOptions } =
    useAutocomplete<Option>({
      id: titleId,
      open: true,
      options,
      value: null,
      inputValue: typed,
      autoHighlight: true,
      filterOptions: (all) => all,
      groupBy: ({ kind }) => (kind === 'PERSON' ? say('palette.people') : say('palette.pages')),
      getOptionLabel: ({ label }) => label,
      getOptionKey: ({ key }) => key,
      getOptionDisabled: (option) => option.kind === 'PERSON' && !option.who.opens,
      onInputChange: (_event, value, why) => {
        if (why === 'input') setTyped(value);
      },
      onChange: (event, option) => {
        if (option === null) return;
        const { ctrlKey = false, metaKey = false } = event as unknown as { ctrlKey?: boolean; metaKey?: boolean };
        go(option, ctrlKey || metaKey);
      },
    });
  const close = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  const count = error !== undefined ? problem(error).sentence : told();

  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={`${titleId}-title`}
      fullWidth
      maxWidth="sm"
      sx={{ '& .MuiDialog-container': { alignItems: 'start' } }}
      slotProps={{ paper: { sx: { mt: { xs: 1, sm: 8 }, mx: { xs: 1, sm: 4 }, width: '100%' } } }}
    >
      <DialogContent sx={{ p: { xs: 1.5, sm: 2 } }} onKeyDownCapture={close}>
        <Typography id={`${titleId}-title`} variant="h2" sx={{ mb: 1 }}>
          {say('palette.title')}
        </Typography>
        <div {...getRootProps()}>
          <TextField
            autoFocus
            label={say(searches ? 'palette.label' : 'palette.label_pages')}
            autoComplete="off"
            slotProps={{
              inputLabel: { ...getInputLabelProps(), shrink: true },
              htmlInput: { ...getInputProps(), maxLength: 200, spellCheck: false, 'aria-expanded': options.length > 0 },
            }}
          />
        </div>
        <Typography role="status" variant="body2" color="textSecondary" sx={{ my: 1, minHeight: '1.4em' }}>
          {count}
        </Typography>
        {groupedOptions.length > 0 && (
          <Box
            component="ul"
            {...getListboxProps()}
            aria-label={say('palette.results')}
            sx={{ listStyle: 'none', p: 0, m: 0, maxHeight: '60vh', overflowY: 'auto' }}
          >
            {(groupedOptions as unknown as Group[]).map((group) => (
              <Box component="li" key={group.key} role="presentation">
                <Typography
                  id={`${titleId}-${group.key}`}
                  component="div"
                  sx={{ fontWeight: 650, fontSize: '0.85rem', mt: 1 }}
                >
                  {group.group}
                </Typography>
                <Box
                  component="ul"
                  role="group"
                  aria-labelledby={`${titleId}-${group.key}`}
                  sx={{ listStyle: 'none', p: 0, m: 0 }}
                >
                  {group.options.map((option, place) => {
                    const { key: _key, ...props } = getOptionProps({ option, index: group.index + place });
                    return (
                      <Box component="li" key={option.key} {...props} sx={OPTION}>
                        {option.kind === 'PERSON' ? <PersonOption who={option.who} /> : option.label}
                      </Box>
                    );
                  })}
                </Box>
              </Box>
            ))}
          </Box>
        )}
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1, display: { xs: 'none', sm: 'block' } }}>
          {say('palette.keys')}
        </Typography>
      </DialogContent>
    </Dialog>
  );

  function told(): string {
    if (!searches || words.length < 2) return '';
    if (isPending) return say('palette.searching');
    return people.length === 0 ? say('palette.nobody') : say('palette.found', plural(people.length));
  }
};

interface Group {
  readonly key: number;
  readonly index: number;
  readonly group: string;
  readonly options: readonly Option[];
}

const OPTION = {
  px: 1,
  py: 0.75,
  borderRadius: 1,
  cursor: 'pointer',
  borderLeft: '4px solid transparent',
  '&.Mui-focused': { bgcolor: '#e3eaf3', borderLeftColor: 'primary.main' },
  '&[aria-disabled="true"]': { cursor: 'default' },
} as const;
