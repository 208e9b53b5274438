import type { Context } from '../../platform/http/route.ts';
import { appendChanges } from '../pathways/index.ts';

/** Keeps in the history of a file what was to be done and what became of it; of the structure, never of the office. */
export function appendTaskChange(
  { db, clock, actor }: Pick<Context, 'db' | 'clock' | 'actor'>,
  pathwayId: string,
  before: string | null,
  after: string,
): Promise<void> {
  return appendChanges(db, clock, [
    {
      pathwayId,
      actorId: actor.accountId,
      kind: 'TASK',
      source: 'HAND',
      domain: 'STRUCTURE',
      field: 'task',
      before,
      after,
      was: null,
    },
  ]);
}
