import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate, useRedirect } from 'react-admin';
import { WEEK_BLOCKS } from '../../../server/contract/labels.ts';
import type { WeekBlock, WeekLineView } from '../../../server/contract/week.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { filePath } from '../pathways/filePath.ts';
import { useAnnounce } from '../shared/Announcer.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { ErrorCard } from '../shared/ErrorCard.tsx';
import { ButtonLink } from '../shared/ButtonLink.tsx';
import { Choice } from '../shared/fields/Choice.tsx';
import { inPlaceOf } from '../shared/unheard.ts';
import { LoadingBlock } from '../shared/LoadingBlock.tsx';
import { NotUpToDate } from '../shared/NotUpToDate.tsx';
import { Page } from '../shared/Page.tsx';
import { useCaseworkerChoices } from '../shared/useChoices.ts';
import { useFormat } from '../shared/useFormat.ts';
import { useMay, useSession } from '../shared/useSession.ts';
import { PutOffDialog } from '../tasks/PutOffDialog.tsx';
import type { TaskShown } from '../tasks/taskShown.ts';
import { useSettle } from '../tasks/useSettle.ts';
import { TransfersNotice } from '../transfers/TransfersWaiting.tsx';
import { SessionsToSign } from '../groupSessions/SessionsToSign.tsx';
import { LineDialog, type LineAct } from './LineDialog.tsx';
import { SelectedTasks } from './SelectedTasks.tsx';
import { tasksOf } from './tasksOf.ts';
import { useWeek, type WeekRecord } from './useWeek.ts';
import { WeekBlockGrid, type WeekPlace } from './WeekBlockGrid.tsx';
import { WeekNotice } from './WeekNotice.tsx';
import { WeekTabs } from './WeekTabs.tsx';

/** What cannot wait, of somebody who follows files: each line says who, what, why, and does it from here. */
export const WeekScreen = () => {
  const { user } = useSession();
  const { search } = useLocation();
  const referentId = new URLSearchParams(search).get('referentId') ?? user.id;
  return <WeekOf key={referentId} referentId={referentId} />;
};

const WeekOf = ({ referentId }: { referentId: string }) => {
  const say = useSentences();
  const may = useMay();
  const { user } = useSession();
  const navigate = useNavigate();
  const { week, error, isPending, refetch, showMore } = useWeek(referentId);
  const isMine = referentId === user.id;
  const title = isMine || week === undefined ? say('week.title') : say('week.title_of', { name: week.referentName });

  return (
    <Page
      title={title}
      documentTitle={say('week.title')}
      actions={
        <Box
          sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', '@media print': { display: 'none' } }}
        >
          <WhoseWeek
            referentId={referentId}
            onChange={(id) => navigate(id === user.id ? '/week' : `/week?referentId=${encodeURIComponent(id)}`)}
          />
          {may('pathways.open') && <ButtonLink to="/pathways/create">{say('shell.open')}</ButtonLink>}
        </Box>
      }
    >
      {isMine && <WeekTabs current="TO_DO" news={week?.news} />}
      {may('pathways.transfer') && <TransfersNotice />}
      {isMine && may('groupSessions.hold') && <SessionsToSign />}
      <NotUpToDate shown={week} error={error} onRetry={() => void refetch()} />
      {inPlaceOf(week, error) !== undefined ? (
        <ErrorCard error={error} onRetry={() => void refetch()} />
      ) : isPending || week === undefined ? (
        <LoadingBlock label={say('week.loading')} lines={10} />
      ) : week.files === 0 ? (
        <EmptyState>{say(isMine ? 'week.no_file' : 'week.no_file_of')}</EmptyState>
      ) : (
        <WeekParts week={week} refetch={refetch} showMore={showMore} />
      )}
    </Page>
  );
};

/** For whoever answers for a structure: the week of one of its caseworkers. */
const WhoseWeek = ({ referentId, onChange }: { referentId: string; onChange: (id: string) => void }) => {
  const say = useSentences();
  const may = useMay();
  const { user } = useSession();
  const colleagues = useCaseworkerChoices(may('caseworkers.list'));
  if (!may('caseworkers.list')) return null;
  const others = colleagues.filter(({ value }) => value !== user.id);
  return (
    <Choice
      size="small"
      label={say('week.whose')}
      value={referentId}
      options={[{ value: user.id, label: say('week.mine') }, ...others]}
      onChange={onChange}
      sx={{ minWidth: { sm: '16rem' }, width: { xs: '100%', sm: 'auto' }, '@media print': { display: 'none' } }}
    />
  );
};

interface WeekPartsProps {
  readonly week: WeekRecord;
  readonly refetch: () => Promise<void>;
  readonly showMore: (block: WeekBlock, people: number) => Promise<void>;
}

const WeekParts = ({ week, refetch, showMore }: WeekPartsProps) => {
  const say = useSentences();
  const redirect = useRedirect();
  const { plural, weekDay } = useFormat();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  // As they were when one chose to put them off: the week is read again behind the dialogue, and what somebody else made of
  // them meanwhile has not been seen.
  const [puttingOff, setPuttingOff] = useState<readonly TaskShown[]>();
  const [opened, setOpened] = useState<{ line: WeekLineView; act: LineAct }>();
  const announce = useAnnounce();
  const { settle, undo, retry, done, refused, place } = useSettle<WeekPlace>(refetch);
  const current = useRef<WeekPlace>(undefined);
  const reopened = useRef<string>(undefined);
  const chosen = week.lines.filter(({ key }) => selected.has(key));

  const toggle = (line: WeekLineView) => {
    const next = new Set(selected);
    if (!next.delete(line.key)) next.add(line.key);
    setSelected(next);
  };
  const act = (line: WeekLineView, asked: LineAct) => {
    if (asked === 'SETTLE_TASK') void settle(tasksOf([line]), current.current);
    else if (asked === 'OPEN_FILE') redirect(filePath(line.pathwayId));
    else setOpened({ line, act: asked });
  };
  const settleChosen = async () => {
    const [first] = chosen;
    await settle(tasksOf(chosen), current.current ?? (first && { block: first.block, following: [] }));
    forget(chosen.map(({ key }) => key));
  };
  /** What was chosen since stays so. */
  const forget = (keys: readonly string[]) =>
    setSelected((now) => new Set([...now].filter((key) => !keys.includes(key))));
  const putOffChosen = () => setPuttingOff(tasksOf(chosen));
  const reopen = () =>
    undo(([first]) => {
      reopened.current = first?.id;
    });
  useEffect(() => {
    if (done !== undefined) announce(done);
  }, [announce, done]);
  // One goes on from the line that was opened again.
  useEffect(() => {
    const line = week.lines.find(({ task }) => task !== null && task.id === reopened.current);
    if (line === undefined) return;
    reopened.current = undefined;
    focusLine(line.key);
  }, [week]);
  const notice = place && {
    place,
    words: <WeekNotice done={done} onUndo={() => void reopen()} refused={refused} onRetry={() => void retry()} />,
  };

  return (
    <>
      <Typography sx={{ mb: 1 }}>
        {say('week.summary', { ...plural(week.files), today: weekDay(week.today) })}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 2, display: { xs: 'none', md: 'block' } }}>
        {say('week.keys')}
      </Typography>
      {chosen.length > 0 && (
        <SelectedTasks
          lines={chosen}
          onSettle={() => void settleChosen()}
          onPutOff={putOffChosen}
          onClear={() => setSelected(new Set())}
        />
      )}
      {puttingOff && (
        <PutOffDialog
          tasks={puttingOff}
          onDone={async (tasks) => {
            const done = new Set(tasks.map(({ id }) => id));
            forget(week.lines.flatMap(({ key, task }) => (task !== null && done.has(task.id) ? [key] : [])));
            await refetch();
          }}
          onClose={() => setPuttingOff(undefined)}
        />
      )}
      {WEEK_BLOCKS.map((block) => (
        <WeekBlockGrid
          key={block}
          block={block}
          until={week.until}
          count={week.counts[block]}
          people={week.people[block]}
          lines={week.lines.filter((line) => line.block === block)}
          selected={selected}
          onToggle={toggle}
          onAct={act}
          onUndo={() => void reopen()}
          onMore={(people) => showMore(block, people)}
          onPlace={(at) => {
            current.current = at;
          }}
          notice={notice?.place.block === block ? notice : undefined}
          onActOnChosen={(asked) => (asked === 'PUT_OFF' ? putOffChosen() : void settleChosen())}
        />
      ))}
      {opened && (
        <LineDialog line={opened.line} act={opened.act} onDone={refetch} onClose={() => setOpened(undefined)} />
      )}
    </>
  );
};

function focusLine(key: string): void {
  const lines = document.querySelectorAll<HTMLElement>('[data-place]');
  [...lines]
    .find(({ dataset }) => dataset.place === key)
    ?.querySelector<HTMLElement>('[data-main]')
    ?.focus();
}
