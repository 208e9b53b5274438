import { correctPathwayInput, type PathwayFile, type RestoreFieldInput } from '../../contract/pathway.ts';
import { decide } from '../../domain/access/rights.ts';
import { completeFacts } from '../../domain/pathway/facts.ts';
import type { Db } from '../../platform/database/db.ts';
import { conflict, notFound, Problem } from '../../platform/http/problem.ts';
import { refuseUnlessAllowed } from '../../platform/http/refuseUnlessAllowed.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { loadPerson } from '../people/index.ts';
import { asItStood, type Opening, type Replaced } from './asItStood.ts';
import { correctPathway } from './correctPathway.ts';
import { fieldChanges } from './fieldChanges.ts';
import { stale } from './recordEvent.ts';
import { fileFactsOf, findPathway } from './pathways.queries.ts';

/**
 * Gives a field back the value that a correction replaced: a correction like another, with its reason. The value is read
 * here, where it is kept as it was stored: the history shows words, and not to everybody. What the rules would not accept
 * any more of a hand is not restored either.
 */
export async function restoreField(
  context: Context,
  { params, body, ifMatch }: { params: { id: string }; body: RestoreFieldInput; ifMatch: number | undefined },
): Promise<Answer<PathwayFile>> {
  const { actor, db, today } = context;
  const line = await findPathway(db, actor, params.id, today);
  if (line?.person_id === undefined) throw notFound();
  refuseUnlessAllowed(decide(actor, 'correct', fileFactsOf(line)));
  const file = await db.asEngine(() =>
    db.one<{ version: number; facts: object }>('select p.version, p.facts from pathways p where p.id = $1 for update', [
      params.id,
    ]),
  );
  const person = await loadPerson(db, line.person_id);
  if (file === undefined || person === undefined) throw notFound();
  if (ifMatch !== undefined && ifMatch !== file.version) throw stale();
  const undone = await correctionsBackTo(db, params.id, body.changeId);
  const path = undone.at(-1)?.field;
  if (path === undefined) throw notFound();

  const now = { facts: completeFacts(file.facts), person };
  const stood = asItStood(now, undone);
  const [kind = '', name = ''] = path.split('.');
  if (stood.asToday.includes(`${kind}.${name}`)) throw lost();
  const restored = { [name]: valueAt(stood, kind, name) };
  if (fieldChanges('facts', { [name]: valueAt(now, kind, name) }, restored).length === 0) throw alreadySo();
  const fitting = correctPathwayInput.safeParse({ [kind]: restored });
  if (!fitting.success) throw unfitToday('value_does_not_fit', 'elle ne répond plus à ce qui est demandé de ce champ.');

  try {
    const correction = { params, body: fitting.data, ifMatch, reason: body.reason };
    return { ...(await correctPathway(context, correction)), fields: [`${kind}.${name}`] };
  } catch (error) {
    if (error instanceof Problem && error.status === 422) throw unfitToday(error.code, error.message);
    throw error;
  }
}

/**
 * The corrections of a field, latest first, down to the one named: what is left once they are undone is what it replaced.
 * A list corrects the parts of an address one by one and at once: they are one correction. Empty where none is told.
 */
function correctionsBackTo(db: Db, pathwayId: string, changeId: string): Promise<Replaced[]> {
  return db.query<Replaced>(
    `select c.field, c.before, c.was
     from pathway_changes c
     join pathway_changes named on named.pathway_id = c.pathway_id
     where c.pathway_id = $1 and named.change_id = $2
       and c.kind = 'CORRECTION' and named.kind = 'CORRECTION' and named.field ~ '^(facts|person)[.]'
       and substring(c.field from '^[a-z]+[.][A-Za-z]+') = substring(named.field from '^[a-z]+[.][A-Za-z]+')
       and (c.id >= named.id or (c.at = named.at and c.field ~ '^person[.]address[.]'))
     order by c.id desc`,
    [pathwayId, changeId],
  );
}

function valueAt(opening: Opening, kind: string, name: string): unknown {
  const fields = kind === 'facts' ? opening.facts : opening.person;
  return (fields as Record<string, unknown> | undefined)?.[name] ?? null;
}

function lost(): Problem {
  return conflict(
    'former_value_lost',
    'La valeur d’avant n’a pas été conservée avec cette correction\u00a0: corrigez le champ vous-même.',
  );
}

function alreadySo(): Problem {
  return conflict('already_so', 'Cette valeur est déjà celle du dossier.');
}

function unfitToday(code: string, why: string): Problem {
  return conflict(
    code,
    `La valeur d’avant ne peut pas être rétablie\u00a0: ${why.charAt(0).toLowerCase()}${why.slice(1)}`,
  );
}
