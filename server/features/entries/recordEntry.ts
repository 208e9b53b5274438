import type { RecordEntryInput } from '../../contract/entry.ts';
import type { PathwayFile } from '../../contract/pathway.ts';
import type { Db } from '../../platform/database/db.ts';
import { conflict, notFound, Problem } from '../../platform/http/problem.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { writeNote } from '../notes/index.ts';
import { etagOf, findPathway, loadFile, recordEvent, stale } from '../pathways/index.ts';
import { changeTask, countOpenTasks, planTask } from '../tasks/index.ts';

/**
 * What happened, the note of it, what is to be done next and what became of what was, in one go: each part by its own use
 * case, with its rights and its rules. The first that is refused refuses all, and says of which part it is.
 */
export async function recordEntry(
  context: Context,
  { params, body, ifMatch }: { params: { id: string }; body: RecordEntryInput; ifMatch: number | undefined },
): Promise<Answer<PathwayFile>> {
  const { actor, db, today, language } = context;
  const { event, note, next, tasks } = body;
  if ((await findPathway(db, actor, params.id, today)) === undefined) throw notFound();
  // Locked once, for all of them: each would lock it for itself, less tightly first, and two entries would wait for each other.
  const held = await db.asEngine(() =>
    db.one<{ version: number }>('select p.version from pathways p where p.id = $1 for update', [params.id]),
  );
  if (event !== undefined && 'closure' in event && next !== undefined)
    throw conflict(
      'file_closed',
      'Un dossier que l’on clôt n’a plus d’action à mener\u00a0: enlevez l’une ou l’autre.',
    );
  if (note !== undefined) await within('note', () => writeNote(context, { params, body: note }));
  if (next !== undefined) await within('next', () => planTask(context, { params, body: next }));
  if (tasks !== undefined) await settle(context, params.id, tasks);
  if (tasks !== undefined && event !== undefined && 'closure' in event) await refuseWhatIsLeft(db, params.id);
  // Last: from here to the commit, events wait for one another.
  if (event !== undefined) await within('event', () => recordEvent(context, { params, body: event, ifMatch }));
  else if (ifMatch !== undefined && held?.version !== ifMatch) throw stale();
  const file = await loadFile(db, actor, params.id, today, language);
  return { body: file, etag: etagOf(file.version) };
}

async function settle(context: Context, id: string, tasks: NonNullable<RecordEntryInput['tasks']>): Promise<void> {
  for (const [index, { id: taskId, version, state, reason }] of tasks.entries())
    await within('tasks', () =>
      within(index, () =>
        changeTask(context, {
          params: { id, taskId },
          body: { state, ...(reason === undefined ? {} : { reason }) },
          ifMatch: version,
        }),
      ),
    );
}

/** Whoever says what becomes of what was to be done says it of all of it: nobody’s week has what is left in a closed file. */
async function refuseWhatIsLeft(db: Db, id: string): Promise<void> {
  if ((await countOpenTasks(db, id)) === 0) return;
  throw conflict(
    'tasks_left_open',
    'Une action est encore à mener dans ce dossier\u00a0: dites si elle est faite ou abandonnée.',
  );
}

/** The acts of an entry, by the operation that does each of them alone: what it leaves in the audit trail. */
export function actsOf({ event, note, next, tasks }: RecordEntryInput): { operation: string; body: unknown }[] {
  return [
    { operation: 'writeNote', body: note },
    { operation: 'planTask', body: next },
    ...(tasks ?? []).map(({ state, reason }) => ({ operation: 'changeTask', body: { state, reason } })),
    { operation: 'recordEvent', body: event },
  ].filter(({ body }) => body !== undefined);
}

/** A refusal of a part, with its fields where the form has them. */
async function within<T>(part: keyof RecordEntryInput | number, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { status, code, title, message: detail, errors } = error;
    throw new Problem({ status, code, title, detail, ...(errors === undefined ? {} : { errors: { [part]: errors } }) });
  }
}
