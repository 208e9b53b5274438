import type { Revealed } from '../../contract/rights.ts';
import { displayName } from '../../domain/person/displayName.ts';
import { decide } from '../../domain/access/rights.ts';
import { notFound } from '../../platform/http/problem.ts';
import { refuseUnlessAllowed } from '../../platform/http/refuseUnlessAllowed.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { fileFactsOf, findPathway, revealedName } from '../pathways/index.ts';

/** Gives a referent the name behind a number, with a reason that the structure of the file reads; for this session. */
export async function revealName(
  context: Context,
  { params, body }: { params: { id: string }; body: { readonly reason: string } },
): Promise<Answer<Revealed>> {
  const { actor, db, today, sessionKey } = context;
  const line = await findPathway(db, actor, params.id, today);
  if (line === undefined) throw notFound();
  refuseUnlessAllowed(decide(actor, 'reveal', fileFactsOf(line)));
  const said = await db.one<{ done: boolean }>('select sec.reveal($1, $2, $3) as done', [
    params.id,
    sessionKey,
    body.reason,
  ]);
  const names = await revealedName(db, params.id, sessionKey);
  if (said?.done !== true || names === undefined) throw notFound();
  return { body: { id: params.id, number: line.number, name: displayName(names), ...named(names) } };
}

function named({ birthName, usageName, firstNames }: Omit<Revealed, 'id' | 'number' | 'name'>) {
  return { birthName, usageName, firstNames };
}
