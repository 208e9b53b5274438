import type { PathwayFile } from '../../contract/pathway.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { decide } from '../../domain/access/rights.ts';
import { derivePathway } from '../../domain/pathway/derive.ts';
import type { PathwayEvent } from '../../domain/pathway/events.ts';
import type { Db } from '../../platform/database/db.ts';
import { conflict, notFound, unfit, type Problem } from '../../platform/http/problem.ts';
import { refuseUnlessAllowed } from '../../platform/http/refuseUnlessAllowed.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { etagOf, loadFile } from './loadFile.ts';
import { fileFactsOf, findPathway, type PathwayLine } from './pathways.queries.ts';
import { entrusting, followsAlready } from '../people/index.ts';
import { stale } from './recordEvent.ts';
import { appendChanges, appendEvents, givenOf, loadHistories, saveDerived, type NewChange } from './pathways.store.ts';

interface Assignment {
  readonly referentId?: string | null | undefined;
  readonly organisationId?: string | null | undefined;
}

/**
 * Entrusts a file: a manager names its referent (and so takes a file that nobody follows), an OFII agent names the
 * structure of a file that has none. From one structure to another, only a transfer goes.
 */
export async function assignPathway(
  { actor, db, today, language, clock }: Context,
  { params, body, ifMatch }: { params: { id: string }; body: Assignment; ifMatch: number | undefined },
): Promise<Answer<PathwayFile>> {
  const line = await findPathway(db, actor, params.id, today);
  if (line === undefined) throw notFound();
  // Before the version: that a file has moved on is told to whoever may entrust it.
  const act = actor.role === 'OFII_AGENT' ? 'assignOrganisation' : 'assignReferent';
  refuseUnlessAllowed(decide(actor, act, fileFactsOf(line)));
  const locked = (await db.asEngine(() => loadHistories(db, [params.id], { lock: true }))).get(params.id);
  if (ifMatch !== undefined && ifMatch !== locked?.version) throw stale();

  const target =
    actor.role === 'OFII_AGENT' ? await structureNamed(db, line, body) : await referentNamed(db, actor, line, body);
  if (target.organisationId !== line.organisation_id || target.referentId !== line.referent_id) await entrust(target);

  const file = await loadFile(db, actor, params.id, today, language);
  return { body: file, etag: etagOf(file.version) };

  async function entrust({ organisationId, referentId }: Target): Promise<void> {
    // The former state is in the condition: of two who act at once, one wins and the other is told.
    const moved = await entrusting(db, () =>
      db.query<{ id: string }>(
        `update pathways set organisation_id = $2, referent_id = $3, version = version + 1, updated_at = now()
         where id = $1 and organisation_id is not distinct from $4 and referent_id is not distinct from $5 returning id`,
        [params.id, organisationId, referentId, line?.organisation_id, line?.referent_id],
      ),
    ).catch((error: unknown) => {
      throw followsAlready(error) ? followedAlready() : error;
    });
    if (moved.length === 0) throw conflict('already_assigned', 'Ce dossier vient d’être attribué à quelqu’un d’autre.');
    await appendChanges(db, clock, await describe(db, actor, params.id, line, { organisationId, referentId }));
    // Somebody followed this person and somebody else does now: from today, contact has to be taken up again.
    const handover =
      line?.referent_id !== null && referentId !== null
        ? ([{ handover: true, on: today }] satisfies PathwayEvent[])
        : [];
    await db.asEngine(async () => {
      const history = (await loadHistories(db, [params.id], { lock: true })).get(params.id);
      if (history !== undefined && handover.length > 0)
        await saveDerived(db, [{ id: params.id, derived: derivePathway(givenOf(history, handover), today) }]);
      await appendEvents(
        db,
        clock,
        handover.map((event) => ({ pathwayId: params.id, event, source: 'HAND' as const, actorId: actor.accountId })),
      );
    });
  }
}

/**
 * Told to the structure alone, when it takes the file. An office that entrusts one is never refused for what the
 * structure follows out of its territory: it could ask so, number by number, who is followed there.
 */
function followedAlready(): Problem {
  return conflict(
    'person_already_followed',
    'Votre structure suit déjà une personne portant ce numéro étranger\u00a0: continuez dans son dossier.',
  );
}

interface Target {
  readonly organisationId: string | null;
  readonly referentId: string | null;
}

async function structureNamed(db: Db, line: PathwayLine, { organisationId, referentId }: Assignment): Promise<Target> {
  if (referentId !== undefined && referentId !== null)
    throw unfit('referent_not_yours', 'Seule la structure choisit le référent du dossier.', {
      referentId: 'Choisi par la structure.',
    });
  if (organisationId === undefined || organisationId === null)
    throw unfit('organisation_missing', 'Indiquez la structure à qui attribuer ce dossier.', {
      organisationId: 'Obligatoire.',
    });
  const known = await db.one(`select 1 from organisations o where o.id = $1 and o.kind = 'ASSOCIATION'`, [
    organisationId,
  ]);
  if (known === undefined)
    throw unfit('unknown_organisation', 'Cette structure n’existe pas.', { organisationId: 'Structure inconnue.' });
  return { organisationId, referentId: line.referent_id };
}

async function referentNamed(
  db: Db,
  actor: Actor,
  line: PathwayLine,
  { organisationId, referentId }: Assignment,
): Promise<Target> {
  if (organisationId !== undefined && organisationId !== null && organisationId !== actor.organisationId) {
    throw unfit('organisation_not_yours', 'Vous ne pouvez prendre un dossier que pour votre structure.', {
      organisationId: 'Autre structure.',
    });
  }
  if (referentId === undefined || referentId === null)
    return { organisationId: actor.organisationId, referentId: referentId === null ? null : line.referent_id };
  const known = await db.one(
    `select 1 from accounts a
     where a.id = $1 and a.organisation_id = $2 and a.role in ('ASSOCIATION_CASEWORKER', 'ASSOCIATION_MANAGER') and a.disabled_at is null`,
    [referentId, actor.organisationId],
  );
  if (known === undefined)
    throw unfit('unknown_referent', 'Cette personne ne travaille pas dans votre structure.', {
      referentId: 'Référent inconnu.',
    });
  return { organisationId: actor.organisationId, referentId };
}

async function describe(
  db: Db,
  actor: Actor,
  pathwayId: string,
  line: PathwayLine | undefined,
  target: Target,
): Promise<NewChange[]> {
  const names = await db.one<{ structure: string | null; referent: string | null }>(
    `select (select o.name from organisations o where o.id = $1) as structure, (select a.display_name from accounts a where a.id = $2) as referent`,
    [target.organisationId, target.referentId],
  );
  const common = {
    pathwayId,
    actorId: actor.accountId,
    kind: 'ASSIGNMENT' as const,
    source: 'HAND' as const,
    domain: null,
    was: null,
  };
  return [
    ...(target.organisationId === line?.organisation_id
      ? []
      : [
          {
            ...common,
            field: 'organisation',
            before: line?.organisation_name ?? null,
            after: names?.structure ?? null,
          },
        ]),
    ...(target.referentId === line?.referent_id
      ? []
      : [{ ...common, field: 'referent', before: line?.referent_name ?? null, after: names?.referent ?? null }]),
  ];
}
