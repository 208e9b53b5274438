import type { Request } from 'express';
import type { Actor } from '../../domain/access/actor.ts';
import { mayEver } from '../../domain/access/roles.ts';
import { draftForm, FORM_KEY, type DraftForm } from '../../domain/draft/draft.ts';
import type { Db } from '../database/db.ts';
import { badRequest } from './problem.ts';
import { versionNamed } from './versionNamed.ts';

/** A draft that ends with what is sent, and the version of it that was sent. */
interface EndedDraft {
  readonly draft: DraftForm;
  readonly version: number;
}

/** Reads `Ends-Draft: note:<pathwayId> "12"`. Throws 400 when it is malformed. */
export function readEndedDraft(request: Request): EndedDraft | undefined {
  const given = request.get('Ends-Draft');
  if (given === undefined) return undefined;
  const [, formKey = '', version] = /^(\S+) "(\d+)"$/.exec(given.trim().toLowerCase()) ?? [];
  if (!FORM_KEY.test(formKey))
    throw badRequest(
      'draft_malformed',
      'L’en-tête Ends-Draft doit nommer un formulaire et la version de son brouillon.',
    );
  return { draft: draftForm(formKey), version: versionNamed(version) };
}

/** Deletes a draft with what it became, in one transaction: it is not offered again to whoever has just sent it. */
export async function endDraft(db: Db, actor: Actor, { draft, version }: EndedDraft): Promise<void> {
  if (!mayEver(actor.role, 'drafts.keep')) return;
  await db.query(
    `delete from drafts d where d.account_id = $1 and d.form = $2 and d.pathway_id is not distinct from $3 and d.version = $4`,
    [actor.accountId, draft.form, draft.pathwayId, version],
  );
}
