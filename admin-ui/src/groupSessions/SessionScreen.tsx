import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Enrolled, GroupSessionView } from '../../../server/contract/groupSession.ts';
import { useLabels } from '../i18n/useLabels.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { filePath } from '../pathways/filePath.ts';
import { groupSessionQuestions } from '../providers/groupSessionQuestions.ts';
import { ButtonLink } from '../shared/ButtonLink.tsx';
import { Description } from '../shared/Description.tsx';
import { ErrorCard } from '../shared/ErrorCard.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { Page } from '../shared/Page.tsx';
import { Section } from '../shared/Section.tsx';
import type { Column } from '../shared/table/columns.ts';
import { DataTable, ungrouped } from '../shared/table/DataTable.tsx';
import { TextLink } from '../shared/TextLink.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { useTell } from '../shared/useTell.ts';
import { AttendanceTag } from './AttendanceTag.tsx';
import { EnrolPeople } from './EnrolPeople.tsx';
import { OfSession } from './OfSession.tsx';
import { SessionDialog } from './SessionDialog.tsx';
import { attendancePath, certificatesPath, sheetPath } from './sessionPath.ts';
import { useSessionWords } from './useSessionWords.ts';

type Refetch = () => Promise<GroupSessionView | undefined>;

/** A session: when and where, who is expected, who came. */
export const SessionScreen = () => {
  const say = useSentences();
  return (
    <OfSession documentTitle={say('sessions.one')}>
      {(session, refetch) => <Session session={session} refetch={refetch} />}
    </OfSession>
  );
};

const Session = ({ session, refetch }: { session: GroupSessionView; refetch: Refetch }) => {
  const labels = useLabels();
  const say = useSentences();
  const { number } = useFormat();
  const { whenWords } = useSessionWords();
  const [isChanging, setChanging] = useState(false);
  const [isCancelling, setCancelling] = useState(false);
  return (
    <Page
      title={session.title}
      documentTitle={say('sessions.one')}
      actions={<Acts session={session} onChange={() => setChanging(true)} onCancel={() => setCancelling(true)} />}
    >
      {session.cancelled && <Cancelled session={session} refetch={refetch} />}
      <Box sx={{ mb: 4 }}>
        <Description
          entries={[
            { term: say('sessions.day'), value: whenWords(session) },
            { term: say('sessions.kind'), value: labels.sessionKind[session.kind] },
            { term: say('sessions.hours'), value: say('sessions.hours_short', { hours: number(session.hours) }) },
            { term: say('sessions.place'), value: session.place },
            {
              term: say('sessions.seats_left'),
              value: say('sessions.seats_of', { left: number(session.seatsLeft), seats: number(session.seats) }),
            },
            {
              term: say('sessions.level'),
              value: session.level === null ? say('sessions.any_level') : labels.cefrLevel[session.level],
            },
          ]}
        />
      </Box>
      <People session={session} refetch={refetch} />
      {!session.cancelled && <EnrolPeople session={session} onEnrolled={refetch} />}
      {isChanging && <SessionDialog session={session} onDone={refetch} onClose={() => setChanging(false)} />}
      {isCancelling && <CancelDialog session={session} onDone={refetch} onClose={() => setCancelling(false)} />}
    </Page>
  );
};

interface ActsProps {
  readonly session: GroupSessionView;
  readonly onChange: () => void;
  readonly onCancel: () => void;
}

const Acts = ({ session, onChange, onCancel }: ActsProps) => {
  const say = useSentences();
  const { number } = useFormat();
  const { id, today, heldOn, enrolled, cancelled } = session;
  const isSigned = enrolled.some(({ attendance }) => attendance !== null);
  const present = enrolled.filter(({ attendance }) => attendance === 'PRESENT').length;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {heldOn <= today && enrolled.length > 0 && !cancelled && (
        <ButtonLink to={attendancePath(id)}>{say('sessions.sign')}</ButtonLink>
      )}
      {present > 0 && (
        <ButtonLink to={certificatesPath(id)} variant="outlined">
          {say('sessions.certificates', { count: number(present) })}
        </ButtonLink>
      )}
      {enrolled.length > 0 && !cancelled && (
        <ButtonLink to={sheetPath(id)} variant="outlined">
          {say('sessions.sheet')}
        </ButtonLink>
      )}
      <Button variant="outlined" onClick={onChange}>
        {say('sessions.change')}
      </Button>
      {!cancelled && !isSigned && (
        <Button variant="outlined" onClick={onCancel}>
          {say('sessions.cancel')}
        </Button>
      )}
    </Box>
  );
};

interface CancelDialogProps {
  readonly session: GroupSessionView;
  readonly onDone: Refetch;
  readonly onClose: () => void;
}

const CancelDialog = ({ session, onDone, onClose }: CancelDialogProps) => {
  const say = useSentences();
  const tell = useTell();
  return (
    <FormDialog
      title={say('sessions.cancel_title', { title: session.title })}
      intro={say('sessions.cancel_intro')}
      submitLabel={say('sessions.cancel')}
      closeLabel={say('sessions.keep')}
      defaultValues={{}}
      onSubmit={async () => {
        await groupSessionQuestions.change(session, { cancelled: true });
        tell(say('sessions.cancel_done'));
        await onDone();
      }}
      onClose={onClose}
    />
  );
};

/** What a cancelled session asks of whoever reads it, and the way back. */
const Cancelled = ({ session, refetch }: { session: GroupSessionView; refetch: Refetch }) => {
  const say = useSentences();
  const tell = useTell();
  const [refusal, setRefusal] = useState<unknown>();
  const restore = async () => {
    setRefusal(undefined);
    try {
      await groupSessionQuestions.change(session, { cancelled: false });
      tell(say('sessions.restore_done'));
    } catch (error) {
      setRefusal(error);
    }
    await refetch();
  };
  return (
    <>
      <Alert severity="warning" icon={false} variant="outlined" sx={{ mb: 3, bgcolor: 'background.paper' }}>
        <Typography color="textPrimary" sx={{ mb: 1 }}>
          {say('sessions.cancelled_told')}
        </Typography>
        <Button variant="outlined" size="small" onClick={() => void restore()}>
          {say('sessions.restore')}
        </Button>
      </Alert>
      {refusal !== undefined && <ErrorCard error={refusal} refused={say('forms.refused')} />}
    </>
  );
};

const People = ({ session, refetch }: { session: GroupSessionView; refetch: Refetch }) => {
  const say = useSentences();
  const tell = useTell();
  const { birth, number, plural } = useFormat();
  const [leaving, setLeaving] = useState<Enrolled>();
  const { enrolled, others } = session;
  const title = say('sessions.enrolled_title', { count: number(enrolled.length) });
  const columns: Column<Enrolled>[] = [
    {
      key: 'name',
      label: say('sessions.person'),
      isRowHeader: true,
      cell: ({ pathwayId, name }) => <TextLink to={filePath(pathwayId)}>{name}</TextLink>,
    },
    {
      key: 'birth',
      label: say('sessions.birth'),
      isShort: true,
      cell: (line) => birth(line.birth as Parameters<typeof birth>[0]) ?? say('common.unknown'),
    },
    { key: 'number', label: say('sessions.file'), isShort: true, cell: (line) => line.number },
    {
      key: 'attendance',
      label: say('sessions.attendance'),
      cell: (line) => <AttendanceTag line={line} session={session} />,
    },
    {
      key: 'act',
      label: say('sessions.act'),
      cell: (line) => (
        <Button
          size="small"
          aria-label={say('sessions.withdraw_of', { name: line.name })}
          onClick={() => setLeaving(line)}
        >
          {say('sessions.withdraw')}
        </Button>
      ),
    },
  ];
  return (
    <Section id="enrolled" title={title}>
      {others > 0 && (
        <Typography color="textSecondary" sx={{ mb: 1 }}>
          {say('sessions.others', plural(others))}
        </Typography>
      )}
      {enrolled.some(({ sealed }) => sealed) && (
        <Typography color="textSecondary" sx={{ mb: 1 }}>
          {say('sessions.sealed')}
        </Typography>
      )}
      {enrolled.length === 0 ? (
        <EmptyState>{say('sessions.nobody')}</EmptyState>
      ) : (
        <DataTable
          caption={title}
          columns={columns}
          groups={ungrouped(enrolled)}
          rowKey={({ pathwayId }) => pathwayId}
        />
      )}
      {leaving && (
        <FormDialog
          title={say('sessions.withdraw_title', { name: leaving.name })}
          intro={say(leaving.attendance === null ? 'sessions.withdraw_intro' : 'sessions.withdraw_signed')}
          submitLabel={say('sessions.withdraw')}
          defaultValues={{}}
          onSubmit={async () => {
            await groupSessionQuestions.withdraw(session.id, leaving.pathwayId);
            tell(say('sessions.withdrawn', { name: leaving.name }));
            await refetch();
          }}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </Section>
  );
};
