import type { TaskView } from '../../contract/task.ts';
import { decide } from '../../domain/access/rights.ts';
import { notFound } from '../../platform/http/problem.ts';
import { refuseUnlessAllowed } from '../../platform/http/refuseUnlessAllowed.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { fileFactsOf, findPathway } from '../pathways/index.ts';
import { findTasks, presentTask } from './tasks.queries.ts';

/** What is to be done for a file, the nearest first, then what was settled last. Of whoever follows it. */
export async function listTasks(
  { actor, db, today }: Context,
  { params }: { params: { id: string } },
): Promise<Answer<TaskView[]>> {
  const file = await findPathway(db, actor, params.id, today);
  if (file === undefined) throw notFound();
  refuseUnlessAllowed(decide(actor, 'planTask', fileFactsOf(file)));
  return { body: (await findTasks(db, params.id)).map(presentTask) };
}
