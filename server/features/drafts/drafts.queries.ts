import type { DraftView } from '../../contract/draft.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { formKeyOf, MOST_DRAFTS, type DraftForm } from '../../domain/draft/draft.ts';
import { openText, sealText, type Place } from '../../platform/auth/sealedText.ts';
import { DATABASE_ROLE } from '../../platform/database/signedContext.ts';
import type { Context } from '../../platform/http/route.ts';

interface DraftLine {
  value: Buffer;
  version: number;
  saved_at: string;
}

type Keeper = Pick<Context, 'actor' | 'db' | 'auth' | 'clock'>;
const OF_THE_FORM = 'd.account_id = $1 and d.form = $2 and d.pathway_id is not distinct from $3';
const named = (actor: Actor, { form, pathwayId }: DraftForm): unknown[] => [actor.accountId, form, pathwayId];
const placeOf = (actor: Actor, draft: DraftForm): Place => ({
  table: 'drafts',
  column: 'value',
  row: `${actor.accountId} ${formKeyOf(draft)}`,
});

/** Those that are too old, everybody's: whoever opens a form or types in one sweeps them, out of her sight. */
export async function sweepDrafts({ db, actor }: Keeper): Promise<void> {
  await db.query('select sec.sweep_drafts($1)', [DATABASE_ROLE[actor.role]]);
}

export async function findDraft({ db, actor, auth }: Keeper, draft: DraftForm): Promise<DraftView> {
  const line = await db.one<DraftLine>(`select d.value, d.version, d.saved_at from drafts d where ${OF_THE_FORM}`, [
    ...named(actor, draft),
  ]);
  const formKey = formKeyOf(draft);
  if (line === undefined) return { formKey, value: null, savedAt: null, version: 0 };
  const value = opened(auth.keys.draft, placeOf(actor, draft), line.value);
  return { formKey, value, savedAt: value === null ? null : line.saved_at, version: line.version };
}

/** Under another key than the one that it was sealed with it is lost, and may be written over. */
function opened(key: Buffer, place: Place, sealed: Buffer): DraftView['value'] {
  try {
    return JSON.parse(openText(key, place, sealed)) as DraftView['value'];
  } catch {
    return null;
  }
}

/** Keeps what is typed in place of a version; undefined when that version is not the one that is kept. */
export async function writeDraft(
  { db, actor, auth, clock }: Keeper,
  draft: DraftForm,
  { value, over }: { readonly value: object; readonly over: number },
): Promise<{ version: number; savedAt: string } | undefined> {
  const sealed = sealText(auth.keys.draft, placeOf(actor, draft), JSON.stringify(value));
  const given = [...named(actor, draft), sealed, clock.now().toISOString()];
  if (over !== 0) {
    const changed = await db.one<Omit<DraftLine, 'value'>>(
      `update drafts d set value = $4, saved_at = $5, version = d.version + 1
       where ${OF_THE_FORM} and d.version = $6 returning d.version, d.saved_at`,
      [...given, over],
    );
    return changed && { version: changed.version, savedAt: changed.saved_at };
  }
  // A draft does not begin at the version of an earlier one: a tab that knew that one is told.
  const begun = await db.one<Omit<DraftLine, 'value'>>(
    `insert into drafts (account_id, form, pathway_id, value, saved_at, version)
     values ($1, $2, $3, $4, $5, 1 + floor(random() * 1000000000)::int)
     on conflict (account_id, form, pathway_id) do nothing returning version, saved_at`,
    given,
  );
  if (begun === undefined) return undefined;
  await dropTheOldest({ db, actor });
  return { version: begun.version, savedAt: begun.saved_at };
}

async function dropTheOldest({ db, actor }: Pick<Keeper, 'db' | 'actor'>): Promise<void> {
  await db.query(
    `delete from drafts d using (
       select o.id from drafts o where o.account_id = $1 order by o.saved_at desc, o.id offset $2
     ) old
     where d.id = old.id`,
    [actor.accountId, MOST_DRAFTS],
  );
}

/** Whether that version, if it was the one that is kept, no longer is. */
export async function deleteDraft({ db, actor }: Keeper, draft: DraftForm, version: number): Promise<boolean> {
  const gone = await db.query(`delete from drafts d where ${OF_THE_FORM} and d.version = $4 returning d.form`, [
    ...named(actor, draft),
    version,
  ]);
  return gone.length > 0;
}
