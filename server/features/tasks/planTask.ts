import { randomUUID } from 'node:crypto';
import type { PlanTaskInput, TaskView } from '../../contract/task.ts';
import { decide } from '../../domain/access/rights.ts';
import { refusalOfDay, taskWords } from '../../domain/task/taskChange.ts';
import { conflict, notFound, unfit } from '../../platform/http/problem.ts';
import { refuseUnlessAllowed } from '../../platform/http/refuseUnlessAllowed.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { etagOf, fileFactsOf, findPathway } from '../pathways/index.ts';
import { appendTaskChange } from './appendTaskChange.ts';
import { findTask, presentTask } from './tasks.queries.ts';

/** Says what is to be done for a file, and by which day. Nothing that is computed on the file moves. */
export async function planTask(
  context: Context,
  { params, body }: { params: { id: string }; body: PlanTaskInput },
): Promise<Answer<TaskView>> {
  const { actor, db, today, clock } = context;
  // The file stays whose it is until the task is written: a transfer, a seal wait.
  await db.query('select 1 from pathways p where p.id = $1 for share', [params.id]);
  const file = await findPathway(db, actor, params.id, today);
  if (file === undefined) throw notFound();
  refuseUnlessAllowed(decide(actor, 'planTask', fileFactsOf(file)));
  if (file.status === 'CLOSED')
    throw conflict('file_closed', 'Ce dossier est clos\u00a0: rien n’y est plus à faire. Rouvrez-le d’abord.');
  const refusal = refusalOfDay(body.dueOn, today);
  if (refusal !== null) throw unfit('due_in_the_past', refusal, { dueOn: refusal });
  const id = randomUUID();
  await db.query(
    `insert into tasks (id, pathway_id, what, step, due_on, created_at, created_by, changed_at, changed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $6, $7)`,
    [id, params.id, body.what, body.step ?? null, body.dueOn, clock.now().toISOString(), actor.accountId],
  );
  await appendTaskChange(context, params.id, null, taskWords({ ...body, state: 'OPEN', reason: null }));
  const line = await findTask(db, { id: params.id, taskId: id });
  if (line === undefined) throw notFound();
  return {
    body: presentTask(line),
    etag: etagOf(line.version),
    location: `/api/pathways/${params.id}/tasks/${id}`,
  };
}
