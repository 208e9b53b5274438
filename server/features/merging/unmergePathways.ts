import type { MergeView, UnmergeInput } from '../../contract/merge.ts';
import type { PathwayFile } from '../../contract/pathway.ts';
import { decide } from '../../domain/access/rights.ts';
import type { Refused } from '../../domain/merging/refusals.ts';
import { goingWith } from '../../domain/merging/mergeEvents.ts';
import { derivePathway } from '../../domain/pathway/derive.ts';
import { completeFacts } from '../../domain/pathway/facts.ts';
import { conflict, notFound } from '../../platform/http/problem.ts';
import { refuseUnlessAllowed } from '../../platform/http/refuseUnlessAllowed.ts';
import { refusalWords } from '../../platform/http/refusalsInEnglish.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import {
  appendChanges,
  asItStood,
  etagOf,
  fileFactsOf,
  findPathway,
  givenOf,
  loadFile,
  loadHistories,
  saveDerived,
  stale,
  type PathwayLine,
} from '../pathways/index.ts';
import { followsAlready, loadPerson, rememberApart } from '../people/index.ts';
import { changeOf } from './mergePathways.ts';
import {
  eventsOfSessions,
  findCorrections,
  findMerges,
  findMoved,
  isTransferAsked,
  presentMerge,
  type MergeLine,
} from './merging.queries.ts';
import { saveMerged } from './saveMerged.ts';

/** The files that were merged into one, the last first, and until when they may be parted. */
export async function listMerges(
  context: Context,
  { params }: { params: { id: string } },
): Promise<Answer<MergeView[]>> {
  const file = await fileToMerge(context, params.id);
  const isAsked = (await isTransferAsked(context.db, [params.id])).has(params.id);
  const lines = await findMerges(context.db, params.id);
  const { today, language } = context;
  const shown = lines.map((line) => presentMerge(line, file, { today, isAsked }));
  const said = (refusal: Refused | null) => refusal && { ...refusal, reason: refusalWords(refusal, language) };
  return { body: shown.map((merge) => ({ ...merge, refusal: said(merge.refusal) })) };
}

/**
 * Parts two files that were merged: what was moved goes back, with what was made of it since, and the file that stayed says
 * again what it said, but for what somebody corrected since. The structure is not asked again whether they are one.
 */
export async function unmergePathways(
  context: Context,
  { params, body, ifMatch }: { params: { id: string }; body: UnmergeInput; ifMatch: number | undefined },
): Promise<Answer<PathwayFile>> {
  const { actor, db, today, language, clock } = context;
  const line = await fileToMerge(context, params.id);
  const history = (await db.asEngine(() => loadHistories(db, [params.id], { lock: true }))).get(params.id);
  if (history === undefined) throw notFound();
  if (ifMatch !== undefined && ifMatch !== history.version) throw stale();
  const merge = (await findMerges(db, params.id)).find(({ id }) => id === body.mergeId);
  if (merge === undefined) throw notFound();
  const isAsked = (await isTransferAsked(db, [params.id])).has(params.id);
  const { refusal } = presentMerge(merge, line, { today, isAsked });
  if (refusal !== null) throw conflict(refusal.code, refusal.reason);

  const sessions = await findMoved(db, merge.id, 'ENROLMENT');
  const moved = [...(await findMoved(db, merge.id, 'EVENT')), ...(await eventsOfSessions(db, params.id, sessions))];
  const events = goingWith(
    history.events.map(({ event }) => event),
    new Set(moved),
  );
  const done = await sayAgain()
    .then(() =>
      db.one<{ done: boolean }>(`select sec.unmerge_files('jalon_manager', $1, $2::uuid[]) as done`, [
        merge.id,
        events,
      ]),
    )
    .catch((error: unknown) => {
      if (!followsAlready(error)) throw error;
      throw conflict(
        'person_already_followed',
        'Deux dossiers de la structure porteraient le même numéro étranger\u00a0: corrigez-le d’abord.',
      );
    });
  if (done?.done !== true)
    throw conflict('not_unmergeable', 'Cette fusion ne peut plus être annulée\u00a0: relisez le dossier.');
  const telling = { before: line.number, after: merge.merged_number };
  await appendChanges(db, clock, [
    changeOf(context, params.id, 'UNMERGED', telling),
    changeOf(context, merge.merged_id, 'UNMERGED', telling),
  ]);
  await db.asEngine(async () => {
    const both = await loadHistories(db, [params.id, merge.merged_id], { lock: true });
    await saveDerived(
      db,
      [...both.values()].map((one) => ({ id: one.id, derived: derivePathway(givenOf(one), today) })),
    );
  });
  await rememberApart(context, line.person_id, [merge.merged_id], 'mergeId');
  const file = await loadFile(db, actor, params.id, today, language);
  return { body: file, etag: etagOf(file.version), tellsOf: [merge.merged_id] };

  /** What the merge corrected and nobody has corrected since is as it was. */
  async function sayAgain(): Promise<void> {
    const person = await loadPerson(db, line.person_id);
    if (person === undefined || history === undefined) throw notFound();
    const corrections = (await findCorrections(db, [params.id])).filter(({ kind }) => kind === 'CORRECTION');
    const since = new Set(corrections.filter(({ id }) => id > lastOf(merge)).map(({ field }) => fieldOf(field)));
    const made = corrections.filter(
      ({ id, field }) => id > (merge?.after_change ?? 0) && id <= lastOf(merge) && !since.has(fieldOf(field)),
    );
    const { id: _id, ...fields } = person;
    const facts = completeFacts(history.facts);
    const stood = asItStood({ facts, person: fields }, made);
    await saveMerged(
      context,
      { line, said: { person: fields, facts, saidAt: () => '' } },
      { person: stood.person ?? fields, facts: stood.facts },
    );
    // Nor had a hand corrected it, where none had before the merge: a list may say it again.
    await db.query(
      `update pathways set corrected_by_hand = array(
         select field from unnest(corrected_by_hand) with ordinality as known(field, place)
         where field <> all ($2::text[]) or field = any ($3::text[]) order by place)
       where id = $1`,
      [line.id, made.map(({ field }) => field), merge?.by_hand ?? []],
    );
  }
}

const lastOf = (merge: MergeLine | undefined): number => merge?.last_change ?? merge?.after_change ?? 0;
/** `person.address.line` is of the address, which is corrected whole. */
const fieldOf = (path: string): string => path.split('.').slice(0, 2).join('.');

async function fileToMerge(
  { actor, db, today }: Context,
  id: string,
): Promise<PathwayLine & { readonly person_id: string }> {
  const line = await findPathway(db, actor, id, today);
  if (line?.person_id === undefined) throw notFound();
  refuseUnlessAllowed(decide(actor, 'merge', fileFactsOf(line)));
  return { ...line, person_id: line.person_id };
}
