import { randomUUID } from 'node:crypto';
import type { MergePathwaysInput } from '../../contract/merge.ts';
import type { PathwayFile } from '../../contract/pathway.ts';
import { derivePathway } from '../../domain/pathway/derive.ts';
import { conflict, notFound } from '../../platform/http/problem.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import {
  appendChanges,
  etagOf,
  givenOf,
  loadFile,
  loadHistories,
  refuseImpossibleFacts,
  saveDerived,
  stale,
  type NewChange,
} from '../pathways/index.ts';
import { checkedPerson, followsAlready } from '../people/index.ts';
import { saveMerged } from './saveMerged.ts';
import { loadTwoFiles } from './twoFiles.ts';

/** Makes one file of two: what was recorded in the one that goes is read in the one that stays, which says what was chosen. */
export async function mergePathways(
  context: Context,
  { params, body, ifMatch }: { params: { id: string }; body: MergePathwaysInput; ifMatch: number | undefined },
): Promise<Answer<PathwayFile>> {
  const { actor, db, today, language, clock } = context;
  const { kept, other, refusal, moves, sessions, merged } = await loadTwoFiles(context, params.id, body, {
    lock: true,
  });
  if (ifMatch !== undefined && ifMatch !== kept.history.version) throw stale();
  if (body.otherVersion !== other.history.version) throw stale();
  if (refusal !== null) throw conflict(refusal.code, refusal.reason);
  const person = checkedPerson(merged.person, today);
  refuseImpossibleFacts(merged.facts, kept.said.facts, today);

  const telling = { before: other.line.number, after: kept.line.number };
  await appendChanges(db, clock, [
    changeOf(context, kept.line.id, 'MERGED', telling),
    changeOf(context, other.line.id, 'MERGED', telling),
  ]);
  const mergeId = randomUUID();
  const events = moves.moved.flatMap(({ id }) => id ?? []);
  const done = await db.one<{ done: boolean }>(
    `select sec.merge_files('jalon_manager', $1, $2, $3, $4::uuid[], $5::uuid[]) as done`,
    [mergeId, params.id, body.otherId, events, sessions],
  );
  if (done?.done !== true)
    throw conflict('not_mergeable', 'Ces deux dossiers ne se fusionnent plus\u00a0: relisez-les.');
  await saveMerged(context, kept, { person, facts: merged.facts }).catch((error: unknown) => {
    if (!followsAlready(error)) throw error;
    throw conflict(
      'person_already_followed',
      'Votre structure suit déjà, dans un troisième dossier, une personne portant ce numéro étranger.',
    );
  });
  await db.query(`select sec.end_corrections_of_merge('jalon_manager', $1)`, [mergeId]);
  await db.asEngine(async () => {
    const history = (await loadHistories(db, [params.id], { lock: true })).get(params.id);
    if (history === undefined) throw notFound();
    await saveDerived(db, [{ id: params.id, derived: derivePathway(givenOf(history), today) }]);
  });
  const file = await loadFile(db, actor, params.id, today, language);
  return { body: file, etag: etagOf(file.version), location: `/api/pathways/${params.id}` };
}

/** That two files became one, or two again: told by the history of either, by their numbers. */
export function changeOf(
  { actor }: Context,
  pathwayId: string,
  kind: 'MERGED' | 'UNMERGED',
  { before, after }: { readonly before: string; readonly after: string },
): NewChange {
  return {
    pathwayId,
    actorId: actor.accountId,
    kind,
    source: 'HAND',
    domain: null,
    field: 'number',
    before,
    after,
    was: null,
  };
}
