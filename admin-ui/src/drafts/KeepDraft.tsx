import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import { useFormContext } from 'react-hook-form';
import { useSentences } from '../i18n/useSentences.ts';
import { useFormat } from '../shared/useFormat.ts';
import { mergedFields } from './fields.ts';
import type { Draft } from './useDraft.ts';

/**
 * On top of a form, inside it: keeps what is typed in it, fills it with what had been begun, and says so. The focus stays
 * where it is.
 */
export const KeepDraft = ({ draft }: { draft: Draft }) => {
  const say = useSentences();
  const form = useFormContext();
  const format = useFormat();
  const latest = useRef({ draft, form });
  latest.current = { draft, form };
  const box = useRef<HTMLDivElement>(null);
  const { keeper, state, isOffered = false } = draft;

  useEffect(() => {
    const { form: opened } = latest.current;
    const begin = (): (() => void) => {
      const look = (): void => keeper.typed(latest.current.draft.toKeep(opened.getValues()));
      const subscription = opened.watch(look);
      const leave = keeper.open({
        isOffered,
        fill: ({ typed }) =>
          opened.reset(mergedFields(latest.current.draft.defaults, typed), { keepDefaultValues: true }),
      });
      return () => {
        subscription.unsubscribe();
        leave();
      };
    };
    let isGone = false;
    let leave: (() => void) | undefined;
    // The form around this is emptied once more, by an effect of its own, which comes after this one: what was left in
    // it would be taken for erased.
    queueMicrotask(() => {
      if (!isGone) leave = begin();
    });
    return () => {
      isGone = true;
      leave?.();
    };
  }, [keeper, isOffered]);

  /** The button that was pressed is gone: the form is taken up again from its first field. */
  const enterForm = (): void =>
    box.current?.closest('form')?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')?.focus();
  const discard = async (): Promise<void> => {
    if (!(await keeper.discard())) return;
    if (state.other === undefined) form.reset(draft.defaults);
    enterForm();
  };
  const when = (instant: string) => ({ when: format.moment(instant) });
  const { other, resumed } = state;
  const isTyped = draft.toKeep(form.getValues()) !== undefined;
  const basis = keeper.basis();
  const hasChanged = basis !== undefined && basis !== draft.basis;

  return (
    // In a dialogue the fields are spaced already, and where nothing is said there is no space.
    <Box ref={box} role="status" sx={{ width: '100%', '.MuiStack-root > &': { mb: -2 } }}>
      {other !== undefined && (
        <Notice
          words={say(isTyped ? 'drafts.other' : 'drafts.begun', when(other.savedAt))}
          actions={[
            {
              label: say(isTyped ? 'drafts.take_other' : 'drafts.take'),
              act: () => {
                keeper.takeOther();
                enterForm();
              },
            },
            isTyped
              ? {
                  label: say('drafts.keep_mine'),
                  act: () => {
                    keeper.keepMine();
                    enterForm();
                  },
                }
              : { label: say('drafts.discard'), act: discard },
          ]}
        />
      )}
      {other === undefined && (resumed !== undefined || hasChanged) && (
        <Notice
          words={[
            ...(resumed === undefined ? [] : [say('drafts.resumed', when(resumed.savedAt))]),
            ...(hasChanged ? [say('drafts.changed_since')] : []),
          ].join(' ')}
          actions={[{ label: say('drafts.discard'), act: discard }]}
        />
      )}
    </Box>
  );
};

interface NoticeProps {
  readonly words: string;
  readonly actions: readonly { readonly label: string; readonly act: () => void | Promise<void> }[];
}

const Notice = ({ words, actions }: NoticeProps) => (
  <Alert
    severity="info"
    icon={false}
    variant="outlined"
    role="presentation"
    sx={{ mb: 2, bgcolor: 'background.paper', '& .MuiAlert-message': { flex: 1 } }}
  >
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: 1 }}>
      <Typography color="textPrimary">{words}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {actions.map(({ label, act }) => (
          <Button key={label} size="small" variant="outlined" onClick={() => void act()}>
            {label}
          </Button>
        ))}
      </Box>
    </Box>
  </Alert>
);
