import type { PathwayFile } from '../../contract/pathway.ts';
import { type SealHolders, type SealInput } from '../../contract/rights.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { SEALED_RIGHTS, type SealedRight } from '../../domain/access/relations.ts';
import { decide } from '../../domain/access/rights.ts';
import type { Db } from '../../platform/database/db.ts';
import { conflict, notFound, unfit } from '../../platform/http/problem.ts';
import { refuseUnlessAllowed } from '../../platform/http/refuseUnlessAllowed.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import {
  appendChanges,
  etagOf,
  fileFactsOf,
  findPathway,
  loadFile,
  stale,
  type PathwayLine,
} from '../pathways/index.ts';
import { followsAlready } from '../people/index.ts';

interface Holder {
  readonly accountId: string;
  readonly rights: readonly SealedRight[];
}

/**
 * Seals a file, or says again who holds which rights on it: for everybody else it no longer exists, from her next
 * request on. Whoever seals keeps reading it: a file that nobody could open would be lost.
 */
export async function sealPathway(
  context: Context,
  { params, body, ifMatch }: { params: { id: string }; body: SealInput; ifMatch: number | undefined },
): Promise<Answer<PathwayFile>> {
  const { actor, db, today, language } = context;
  const line = await ownFile(context, params.id);
  // The whole list of those who hold rights is replaced: one that was not read would be given, or taken away, unseen.
  if (ifMatch !== undefined && ifMatch !== line.version) throw stale();
  const holders = holdersOf(actor, line, body);
  await refuseStrangers(db, actor, holders);
  await refuseWithoutEffect(db, line, holders);

  const given = JSON.stringify(holders.map(({ accountId, rights }) => ({ account_id: accountId, rights })));
  const held = `jsonb_to_recordset($2::jsonb) as h(account_id uuid, rights text[]) cross join unnest(h.rights) as r`;
  // Given before any is taken away: whoever says it again must not lose the file halfway.
  await db.query(
    `insert into seal_rights (pathway_id, account_id, right_to) select $1, h.account_id, r from ${held} on conflict do nothing`,
    [params.id, given],
  );
  await db.query(
    `delete from seal_rights s
     where s.pathway_id = $1 and not exists (select 1 from ${held} where h.account_id = s.account_id and r = s.right_to)`,
    [params.id, given],
  );
  await db.query('update pathways set sealed = true, version = version + 1, updated_at = now() where id = $1', [
    params.id,
  ]);
  await say(context, params.id, 'SEALED', body.reason);

  const file = await loadFile(db, actor, params.id, today, language);
  return { body: file, etag: etagOf(file.version) };
}

/** The file is as any other again: who reaches it is decided by whom it is entrusted to. */
export async function unsealPathway(
  context: Context,
  { params, body }: { params: { id: string }; body: { readonly reason?: string | undefined } },
): Promise<Answer<PathwayFile>> {
  const { actor, db, today, language } = context;
  const line = await ownFile(context, params.id);
  if (!line.sealed) throw conflict('not_sealed', 'Ce dossier n’est pas scellé.');
  await db
    .query('update pathways set sealed = false, version = version + 1, updated_at = now() where id = $1', [params.id])
    .catch((error: unknown) => {
      throw followsAlready(error)
        ? conflict(
            'person_already_followed',
            'Un autre dossier de votre structure porte ce numéro étranger\u00a0: corrigez l’un des deux avant de lever le scellé.',
          )
        : error;
    });
  await db.query('delete from seal_rights where pathway_id = $1', [params.id]);
  await say(context, params.id, 'UNSEALED', body.reason ?? null);

  const file = await loadFile(db, actor, params.id, today, language);
  return { body: file, etag: etagOf(file.version) };
}

/** Who holds which rights on a file of the structure. */
export async function readSeal(context: Context, { params }: { params: { id: string } }): Promise<Answer<SealHolders>> {
  const line = await ownFile(context, params.id, 'readSeal');
  const held = await context.db.query<{ account_id: string; display_name: string; rights: SealedRight[] }>(
    `select r.account_id, a.display_name, array_agg(r.right_to order by r.right_to) as rights
     from seal_rights r
     join accounts a on a.id = r.account_id
     where r.pathway_id = $1
     group by r.account_id, a.display_name
     order by a.display_name`,
    [params.id],
  );
  return {
    body: {
      id: params.id,
      version: line.version,
      sealed: line.sealed,
      holders: held.map(({ account_id, display_name, rights }) => ({
        accountId: account_id,
        displayName: display_name,
        rights,
      })),
    },
  };
}

/** The file, locked; one that the structure does not follow yet is not hers to seal. Throws 404. */
async function ownFile(
  { actor, db, today }: Context,
  id: string,
  act: 'seal' | 'readSeal' = 'seal',
): Promise<PathwayLine & { readonly version: number }> {
  // Not a row where she reads the file and writes nothing in it: why is told below.
  const held = await db.one<{ version: number }>('select p.version from pathways p where p.id = $1 for update', [id]);
  const line = await findPathway(db, actor, id, today);
  if (line === undefined) throw notFound();
  refuseUnlessAllowed(decide(actor, act, fileFactsOf(line)));
  if (held === undefined) throw notFound();
  return { ...line, version: held.version };
}

function holdersOf(actor: Actor, line: PathwayLine, { holders }: SealInput): readonly Holder[] {
  const all = [...SEALED_RIGHTS];
  if (holders === undefined) {
    const ids = new Set([actor.accountId, ...(line.referent_id === null ? [] : [line.referent_id])]);
    return [...ids].map((accountId) => ({ accountId, rights: all }));
  }
  const others = holders.filter(({ accountId }) => accountId !== actor.accountId);
  return [{ accountId: actor.accountId, rights: all }, ...others];
}

async function refuseStrangers(db: Db, actor: Actor, holders: readonly Holder[]): Promise<void> {
  const ids = holders.map(({ accountId }) => accountId);
  const known = await db.one<{ count: number }>(
    `select count(*) from accounts a
     where a.id = any ($1::uuid[]) and a.organisation_id = $2 and a.disabled_at is null
       and a.role in ('ASSOCIATION_CASEWORKER', 'ASSOCIATION_MANAGER')`,
    [ids, actor.organisationId],
  );
  if (new Set(ids).size !== ids.length || known?.count !== ids.length)
    throw unfit('unknown_holder', 'Choisissez des personnes de votre structure, chacune une fois.', {
      holders: 'Personne inconnue, ou citée deux fois.',
    });
}

/**
 * A right over a sealed file widens nobody's reach: it is given to whoever answers for the file (its referent, the managers
 * of the structure), and a place alone to nobody. To anybody else it would promise an access that never comes.
 */
async function refuseWithoutEffect(db: Db, line: PathwayLine, holders: readonly Holder[]): Promise<void> {
  if (holders.some(({ rights }) => rights.every((right) => right === 'LOCATE')))
    throw unfit('location_alone', 'Savoir où est la personne ne se donne pas seul.', {
      holders: 'Ajoutez le droit de le trouver ou de l’ouvrir.',
    });
  const strangers = await db.query<{ display_name: string }>(
    `select a.display_name from accounts a
     where a.id = any ($1::uuid[]) and a.role <> 'ASSOCIATION_MANAGER' and a.id is distinct from $2
       and not exists (select 1 from seal_rights held where held.pathway_id = $3 and held.account_id = a.id)
     order by a.display_name`,
    [holders.map(({ accountId }) => accountId), line.referent_id, line.id],
  );
  const [first] = strangers;
  if (first !== undefined)
    throw unfit(
      'holder_without_reach',
      `${first.display_name} ne suit pas ce dossier\u00a0: confiez-le-lui d’abord, un droit seul ne l’ouvrirait pas.`,
      { holders: 'Choisissez qui suit le dossier, ou un responsable de la structure.' },
    );
}

async function say(
  { actor, db, clock }: Context,
  pathwayId: string,
  kind: 'SEALED' | 'UNSEALED',
  reason: string | null,
): Promise<void> {
  await appendChanges(db, clock, [
    {
      pathwayId,
      actorId: actor.accountId,
      kind,
      source: 'HAND',
      domain: STRUCTURE_ONLY,
      field: null,
      before: null,
      after: reason,
      was: null,
    },
  ]);
}

/** What the structure alone reads of its history: no domain of an OFII agent. */
export const STRUCTURE_ONLY = 'STRUCTURE';
