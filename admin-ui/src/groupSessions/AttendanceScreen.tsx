import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { GroupSessionView } from '../../../server/contract/groupSession.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { groupSessionQuestions } from '../providers/groupSessionQuestions.ts';
import { useAnnounce } from '../shared/Announcer.tsx';
import { BusyButton } from '../shared/BusyButton.tsx';
import { ButtonLink } from '../shared/ButtonLink.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { ErrorCard } from '../shared/ErrorCard.tsx';
import { Page } from '../shared/Page.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { isStale } from '../shared/conflict.ts';
import { isLost } from '../shared/unheard.ts';
import { useLeaveGuard } from '../shared/useLeaveGuard.ts';
import { useSession } from '../shared/useSession.ts';
import { AttendanceGrid } from './AttendanceGrid.tsx';
import { OfSession } from './OfSession.tsx';
import { certificatesPath, sessionPath } from './sessionPath.ts';
import { enteredByOthers, isKept, rowsToSend, toSign, typedSince, type Typed } from './signing.ts';
import { useSessionWords } from './useSessionWords.ts';

/** Who came: everybody is taken to have come, absences are entered, and one request saves them all. */
export const AttendanceScreen = () => {
  const say = useSentences();
  return (
    <OfSession documentTitle={say('sessions.signing')}>
      {(session, refetch) => <Signing read={session} refetch={refetch} />}
    </OfSession>
  );
};

interface SigningProps {
  readonly read: GroupSessionView;
  readonly refetch: () => Promise<GroupSessionView | undefined>;
}

const NONE: Typed = new Map();

interface Refusal {
  readonly problem: unknown;
  /** What is read again beside what is typed: who else entered what differs. */
  readonly others?: readonly string[];
}

const Signing = ({ read, refetch }: SigningProps) => {
  const say = useSentences();
  const announce = useAnnounce();
  const { plural, number } = useFormat();
  const { whenWords } = useSessionWords();
  const [session, setSession] = useState(read);
  const [typed, setTyped] = useState<Typed>(NONE);
  const latest = useRef(typed);
  latest.current = typed;
  const [saved, setSaved] = useState<'ALL' | 'PART'>();
  const [isSaving, setSaving] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const { user } = useSession();
  const gridRef = useRef<HTMLDivElement>(null);
  const savedRef = useRef<HTMLDivElement>(null);
  const refusalRef = useRef<HTMLDivElement>(null);
  const { id, heldOn, today, enrolled, others } = session;
  const lines = toSign(session);
  const rows = rowsToSend(session, typed);
  const present = enrolled.filter(({ attendance }) => attendance === 'PRESENT').length;
  // While it is being sent too: refused, nobody would be told.
  useLeaveGuard(typed.size > 0 || isSaving, say('sessions.leave'));
  // One arrives here to enter who came: the first person has the focus, once the page has given it to its heading.
  useEffect(() => gridRef.current?.querySelector<HTMLElement>('[aria-pressed=true]')?.focus(), []);
  useEffect(() => {
    if (saved === 'ALL') (savedRef.current?.querySelector('a') ?? savedRef.current)?.focus();
  }, [saved]);
  useEffect(() => {
    if (refusal !== undefined) refusalRef.current?.focus();
  }, [refusal]);

  const save = async () => {
    if (isSaving) return;
    setSaving(true);
    setRefusal(undefined);
    const accept = acceptor(typed);
    try {
      accept(rows.length === 0 ? session : await groupSessionQuestions.sign(session, { rows }));
    } catch (problem) {
      const now = isStale(problem) || isLost(problem) ? await refetch() : undefined;
      if (now !== undefined && isKept(now, rows)) accept(now);
      else refuse(problem, now);
    }
    setSaving(false);
  };
  // The grid is typed in while it is sent: what was typed since is still to be saved.
  const acceptor = (sent: Typed) => (now: GroupSessionView) => {
    const left = typedSince(latest.current, sent);
    setSession(now);
    setTyped(left);
    setSaved(left.size === 0 ? 'ALL' : 'PART');
    announce(say(left.size === 0 ? 'sessions.saved' : 'sessions.saved_in_part'));
  };
  // What is typed stays; what was entered meanwhile is read again beside it, and is sent over from now on: it is told.
  const refuse = (problem: unknown, now: GroupSessionView | undefined) => {
    if (now === undefined) return setRefusal({ problem });
    const byOthers = enteredByOthers(session, now, user.id);
    setRefusal({ problem, ...((isStale(problem) || byOthers.length > 0) && { others: byOthers }) });
    setSession(now);
  };

  // From anywhere in the sheet, and from what says why it was not saved; a link is still opened beside.
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return;
    if ((event.target as HTMLElement).closest('a') !== null) return;
    event.preventDefault();
    void save();
  };

  return (
    <Page title={say('sessions.signing_of', { title: session.title })} documentTitle={say('sessions.signing')}>
      <Typography sx={{ mb: 1 }}>{whenWords(session)}</Typography>
      {session.cancelled || heldOn > today ? (
        <EmptyState action={<ButtonLink to={sessionPath(id)}>{say('sessions.back')}</ButtonLink>}>
          {say(session.cancelled ? 'sessions.cancelled_told' : 'sessions.too_soon')}
        </EmptyState>
      ) : lines.length === 0 ? (
        <EmptyState action={<ButtonLink to={sessionPath(id)}>{say('sessions.back')}</ButtonLink>}>
          {say('sessions.nobody')}
        </EmptyState>
      ) : (
        <Box onKeyDown={press}>
          <Typography color="textSecondary" sx={{ mb: 1 }}>
            {[say('sessions.prefilled'), others > 0 ? say('sessions.others', plural(others)) : ''].join(' ').trim()}
          </Typography>
          <Typography variant="body2" color="textSecondary" sx={{ mb: 2, display: { xs: 'none', md: 'block' } }}>
            {say('sessions.keys')}
          </Typography>
          <Box ref={refusalRef} tabIndex={-1}>
            {refusal !== undefined && (
              <ErrorCard error={refusal.problem} refused={say('sessions.not_saved')} onRetry={() => void save()} />
            )}
            {refusal?.others !== undefined && (
              <Typography sx={{ mb: 2 }}>
                {refusal.others.length === 0
                  ? say('sessions.kept')
                  : say('sessions.kept_by', { names: refusal.others.join(', ') })}
              </Typography>
            )}
          </Box>
          <Box ref={gridRef}>
            <AttendanceGrid
              session={session}
              lines={lines}
              typed={typed}
              onType={(next) => {
                setTyped(next);
                setSaved(undefined);
              }}
            />
          </Box>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2, alignItems: 'center' }}>
            <BusyButton
              variant={saved === 'ALL' ? 'outlined' : 'contained'}
              isBusy={isSaving}
              busyLabel={say('common.saving')}
              onClick={() => void save()}
            >
              {say('common.save')}
            </BusyButton>
            <ButtonLink to={sessionPath(id)} variant="text">
              {say('sessions.back')}
            </ButtonLink>
          </Box>
          {saved === 'PART' && <Typography sx={{ mt: 2 }}>{say('sessions.saved_in_part')}</Typography>}
          {saved === 'ALL' && (
            <Alert
              ref={savedRef}
              tabIndex={-1}
              severity="success"
              variant="outlined"
              icon={false}
              sx={{
                mt: 2,
                bgcolor: 'background.paper',
                '& .MuiAlert-message': { color: 'text.primary', overflow: 'visible' },
              }}
            >
              <Typography sx={{ mb: 1 }}>{say('sessions.saved')}</Typography>
              {present > 0 && (
                <ButtonLink to={certificatesPath(id)}>
                  {say('sessions.certificates', { count: number(present) })}
                </ButtonLink>
              )}
            </Alert>
          )}
        </Box>
      )}
    </Page>
  );
};
