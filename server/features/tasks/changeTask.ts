import type { ChangeTaskInput, TaskView } from '../../contract/task.ts';
import { decide } from '../../domain/access/rights.ts';
import { changeTask as judge, taskWords, type Task } from '../../domain/task/taskChange.ts';
import { conflict, notFound, staleVersion, unfit } from '../../platform/http/problem.ts';
import { refuseUnlessAllowed } from '../../platform/http/refuseUnlessAllowed.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { etagOf, fileFactsOf, findPathway } from '../pathways/index.ts';
import { appendTaskChange } from './appendTaskChange.ts';
import { findTask, presentTask, type TaskLine } from './tasks.queries.ts';

/** Says that a task is done, put off, dropped, to be done again, or to be said otherwise. */
export async function changeTask(
  context: Context,
  {
    params,
    body,
    ifMatch,
  }: {
    params: { id: string; taskId: string };
    body: ChangeTaskInput;
    ifMatch: number | undefined;
  },
): Promise<Answer<TaskView>> {
  const { actor, db, today, clock } = context;
  await db.query('select 1 from pathways p where p.id = $1 for share', [params.id]);
  const file = await findPathway(db, actor, params.id, today);
  if (file === undefined) throw notFound();
  refuseUnlessAllowed(decide(actor, 'planTask', fileFactsOf(file)));
  const line = await findTask(db, params);
  if (line === undefined) throw notFound();
  if (ifMatch !== undefined && ifMatch !== line.version) throw staleTask();
  const before = taskOf(line);
  const verdict = judge(before, body, today);
  if (!verdict.accepted) throw unfit(verdict.code, verdict.reason, { [verdict.field]: verdict.reason });
  const { task } = verdict;
  if (file.status === 'CLOSED' && task.state === 'OPEN' && before.state !== 'OPEN') throw fileClosed();
  // Saved again as it was, it is not a change.
  if (taskWords(before) === taskWords(task)) return { body: presentTask(line), etag: etagOf(line.version) };
  // The version is in the condition: of two who act at once, one wins and the other is told.
  const changed = await db.query(
    `update tasks set what = $3, due_on = $4, state = $5, reason = $6, version = version + 1, changed_at = $7, changed_by = $8
     where id = $1 and version = $2 returning id`,
    [
      params.taskId,
      line.version,
      task.what,
      task.dueOn,
      task.state,
      task.reason,
      clock.now().toISOString(),
      actor.accountId,
    ],
  );
  if (changed.length === 0) throw staleTask();
  await appendTaskChange(context, params.id, taskWords(before), taskWords(task));
  const now = await findTask(db, params);
  if (now === undefined) throw notFound();
  return { body: presentTask(now), etag: etagOf(now.version) };
}

function taskOf({ what, due_on: dueOn, state, reason }: TaskLine): Task {
  return { what, dueOn, state, reason };
}

function fileClosed(): Error {
  return conflict('file_closed', 'Ce dossier est clos\u00a0: rien n’y est plus à faire. Rouvrez-le d’abord.');
}

function staleTask(): Error {
  return staleVersion('Cette action a été modifiée depuis que vous l’avez ouverte\u00a0: relisez-la.');
}
