import { randomUUID } from 'node:crypto';
import type { StallActionInput, StallRow } from '../../contract/stall.ts';
import { FollowUpRow } from '../../platform/database/entities.ts';
import { notFound, unfit } from '../../platform/http/problem.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { listStalls } from './listStalls.ts';

/** The referent acts on a stall: the row stays, with who follows it and until when. The stall itself goes when the pathway moves. */
export async function actOnStall(
  context: Context,
  { params, body }: { params: { id: string }; body: StallActionInput },
): Promise<Answer<StallRow>> {
  const { actor, db, today, clock } = context;
  const stall = await db.one<{ pathway_id: string; department: string }>(
    'select s.pathway_id, s.department from pathway_stalls s where s.id = $1',
    [params.id],
  );
  if (stall === undefined) throw notFound();
  if (body.dueOn !== undefined && body.dueOn < today)
    throw unfit('due_in_past', 'La date d’attente est déjà passée.', { dueOn: 'Choisissez un jour à venir.' });

  await db.insert(FollowUpRow, {
    id: randomUUID(),
    stallId: params.id,
    pathwayId: stall.pathway_id,
    department: stall.department,
    action: body.action,
    note: body.note ?? null,
    dueOn: body.dueOn ?? null,
    byAccount: actor.accountId,
    at: clock.now().toISOString(),
  });

  for (const state of ['STALLED', 'SILENCED', 'WATCH'] as const) {
    const { body: rows } = await listStalls(context, {
      query: { filter: JSON.stringify({ pathwayId: stall.pathway_id, state }), range: '[0,99]' },
    });
    const row = rows.find(({ id }) => id === params.id);
    if (row !== undefined) return { body: row };
  }
  throw notFound();
}
