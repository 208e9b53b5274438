import type { DraftInput, DraftKept, DraftView } from '../../contract/draft.ts';
import { decide } from '../../domain/access/rights.ts';
import { draftForm, DRAFTS_OF_A_FILE, type DraftForm } from '../../domain/draft/draft.ts';
import { notFound, staleVersion } from '../../platform/http/problem.ts';
import { refuseUnlessAllowed } from '../../platform/http/refuseUnlessAllowed.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { etagOf, fileFactsOf, findPathway } from '../pathways/index.ts';
import { deleteDraft, findDraft, sweepDrafts, writeDraft } from './drafts.queries.ts';

interface OfForm {
  readonly params: { readonly formKey: string };
}
type OfVersion = OfForm & { readonly ifMatch: number | undefined };

/** What one had begun to type in a form; nothing kept is an answer, not a refusal. */
export async function readDraft(context: Context, { params }: OfForm): Promise<Answer<DraftView>> {
  const draft = draftForm(params.formKey);
  await refuseUnlessFilledIn(context, draft);
  await sweepDrafts(context);
  return kept(await findDraft(context, draft));
}

/** Keeps what is being typed, in place of the version that one knows: two tabs do not write over each other unseen. */
export async function keepDraft(
  context: Context,
  { params, body, ifMatch }: OfVersion & { readonly body: DraftInput },
): Promise<Answer<DraftKept>> {
  const draft = draftForm(params.formKey);
  // The file stays whose it is until the draft is written: a transfer, a seal wait, and find it to purge.
  if (draft.pathwayId !== null)
    await context.db.query('select 1 from pathways p where p.id = $1 for share', [draft.pathwayId]);
  await refuseUnlessFilledIn(context, draft);
  await sweepDrafts(context);
  const over = ifMatch ?? (await findDraft(context, draft)).version;
  const written = await writeDraft(context, draft, { value: body.value, over });
  if (written === undefined) throw stale();
  return { body: { formKey: params.formKey, ...written }, etag: etagOf(written.version) };
}

/** Throws away what one had begun. */
export async function discardDraft(context: Context, { params, ifMatch }: OfVersion): Promise<Answer<DraftView>> {
  const draft = draftForm(params.formKey);
  await refuseUnlessFilledIn(context, draft);
  const before = await findDraft(context, draft);
  const version = ifMatch ?? before.version;
  if (!(await deleteDraft(context, draft, version)) && before.version !== 0) throw stale();
  return kept(await findDraft(context, draft));
}

/** A form of a file is there for whoever may send it; to anybody else neither the file nor the draft is. */
async function refuseUnlessFilledIn({ actor, db, today }: Context, { form, pathwayId }: DraftForm): Promise<void> {
  if (pathwayId === null) return;
  const file = await findPathway(db, actor, pathwayId, today);
  if (file === undefined) throw notFound();
  refuseUnlessAllowed(decide(actor, DRAFTS_OF_A_FILE[form], fileFactsOf(file)));
}

function kept(draft: DraftView): Answer<DraftView> {
  return { body: draft, etag: etagOf(draft.version) };
}

function stale(): Error {
  return staleVersion('Une autre saisie de ce formulaire a été gardée depuis\u00a0: choisissez entre les deux.');
}
