import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useCallback, useRef, useState } from 'react';
import type { TaskView } from '../../../server/contract/task.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { useLookAgainAfter } from '../pathways/file/lookAgain.ts';
import type { FileRecord } from '../providers/fileChange.ts';
import { ErrorCard } from '../shared/ErrorCard.tsx';
import { LoadingBlock } from '../shared/LoadingBlock.tsx';
import { Section } from '../shared/Section.tsx';
import { useFocusOnceClosed } from '../shared/useFocusOnceClosed.ts';
import { DoneTasks } from './DoneTasks.tsx';
import { DropTaskDialog } from './DropTaskDialog.tsx';
import { OpenTask } from './OpenTask.tsx';
import { PlanTaskDialog } from './PlanTaskDialog.tsx';
import { PutOffDialog } from './PutOffDialog.tsx';
import { SettledTasks } from './SettledTasks.tsx';
import type { TaskShown } from './taskShown.ts';
import { useFileTasks } from './useFileTasks.ts';
import { useSettle } from './useSettle.ts';

type Opened = { readonly act: 'PLAN' } | { readonly act: 'PUT_OFF' | 'DROP'; readonly task: TaskShown };

/** What is to be done for a file: by when, said by whom; done, put off or given up from here. */
export const FileTasks = ({ file }: { file: FileRecord }) => {
  const say = useSentences();
  const { tasks, error, askAgain } = useFileTasks(file.id);
  const { settle, undo, reopen, done, refused, retry } = useSettle(useCallback(async () => askAgain(), [askAgain]));
  const [opened, setOpened] = useState<Opened>();
  const heading = useRef<HTMLHeadingElement>(null);
  const doneRef = useRef<HTMLDivElement>(null);
  useLookAgainAfter(error ?? refused?.problem);

  const name = file.name ?? file.number;
  const shown = (task: TaskView): TaskShown => ({ ...task, name });
  const close = () => setOpened(undefined);
  const toHeading = () => requestAnimationFrame(() => heading.current?.focus());
  const toHeadingOnceClosed = useFocusOnceClosed(opened !== undefined, heading);
  const settleOne = async (task: TaskView) => {
    await settle([shown(task)]);
    doneRef.current?.focus();
  };
  const isOpen = ({ state }: TaskView): boolean => state === 'OPEN';

  return (
    <Section id="tasks" title={say('tasks.title')} headingRef={heading}>
      <DoneTasks ref={doneRef} done={done} onUndo={() => void undo()} />
      {refused !== undefined && <ErrorCard error={refused.problem} {...refused.words} onRetry={() => void retry()} />}
      {error !== undefined && <ErrorCard error={error} onRetry={askAgain} />}
      {tasks === undefined && error === undefined && <LoadingBlock lines={2} />}
      {tasks?.some(isOpen) === false && <Typography color="textSecondary">{say('tasks.none')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1 }}>
        {tasks?.filter(isOpen).map((task) => (
          <OpenTask
            key={task.id}
            task={task}
            onSettle={() => void settleOne(task)}
            onPutOff={() => setOpened({ act: 'PUT_OFF', task: shown(task) })}
            onDrop={() => setOpened({ act: 'DROP', task: shown(task) })}
          />
        ))}
      </Box>
      {file.status !== 'CLOSED' && (
        <Button
          size="small"
          variant="outlined"
          aria-haspopup="dialog"
          onClick={() => setOpened({ act: 'PLAN' })}
          sx={{ mt: 1.5, bgcolor: 'background.paper', '@media print': { display: 'none' } }}
        >
          {say('tasks.add')}
        </Button>
      )}
      <SettledTasks
        tasks={tasks?.filter((task) => !isOpen(task)) ?? []}
        onReopen={(task) => void reopen([shown(task)]).then(toHeading)}
      />
      {opened?.act === 'PLAN' && (
        <PlanTaskDialog
          target={{ pathwayId: file.id, name, step: null }}
          onDone={async () => askAgain()}
          onClose={close}
        />
      )}
      {opened?.act === 'PUT_OFF' && (
        <PutOffDialog tasks={[opened.task]} onDone={async () => askAgain()} onClose={close} />
      )}
      {opened?.act === 'DROP' && (
        <DropTaskDialog
          task={opened.task}
          onDone={() => {
            askAgain();
            // Its line goes, and the button that opened this.
            toHeadingOnceClosed();
          }}
          onClose={close}
        />
      )}
    </Section>
  );
};
