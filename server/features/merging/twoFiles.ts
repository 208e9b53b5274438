import type { PreviewMergeInput } from '../../contract/merge.ts';
import { decide } from '../../domain/access/rights.ts';
import { eventsToMove, type MovedEvents } from '../../domain/merging/mergeEvents.ts';
import { mergedFields, type OneOfTwo } from '../../domain/merging/mergeFields.ts';
import { refusalOfMerging, type Refused } from '../../domain/merging/refusals.ts';
import { completeFacts, type Facts } from '../../domain/pathway/facts.ts';
import type { PathwayEvent } from '../../domain/pathway/events.ts';
import type { Person } from '../../domain/person/person.ts';
import { notFound, unfit } from '../../platform/http/problem.ts';
import { refuseUnlessAllowed } from '../../platform/http/refuseUnlessAllowed.ts';
import type { Context } from '../../platform/http/route.ts';
import { fileFactsOf, findPathway, loadHistories, type PathwayLine, type StoredHistory } from '../pathways/index.ts';
import { loadPerson } from '../people/index.ts';
import { findCorrections, findSessions, isTransferAsked, type Correction } from './merging.queries.ts';

export interface OneFile {
  readonly line: PathwayLine & { readonly person_id: string };
  readonly person: Person & { readonly id: string };
  readonly history: StoredHistory;
  readonly events: readonly PathwayEvent[];
  readonly said: OneOfTwo;
}

export interface TwoFiles {
  readonly kept: OneFile;
  readonly other: OneFile;
  readonly refusal: Refused | null;
  readonly moves: MovedEvents;
  readonly sessions: readonly string[];
  readonly merged: { readonly person: Person; readonly facts: Facts };
}

/** Two files that whoever asks may merge, with what they would make. Throws 404 where one of them is out of reach. */
export async function loadTwoFiles(
  context: Context,
  keptId: string,
  { otherId, choices }: PreviewMergeInput,
  { lock }: { readonly lock: boolean },
): Promise<TwoFiles> {
  const { actor, db, today } = context;
  const ids = [keptId, otherId];
  const lines = [await findPathway(db, actor, keptId, today), await findPathway(db, actor, otherId, today)];
  for (const line of lines) {
    if (line === undefined) throw notFound();
    refuseUnlessAllowed(decide(actor, 'merge', fileFactsOf(line)));
  }
  if (keptId === otherId) {
    const message = 'Choisissez deux dossiers différents.';
    throw unfit('same_file', message, { otherId: message });
  }
  // In the order of their identifiers, whichever stays: two who merge the same files wait for one another.
  const histories = await db.asEngine(() => loadHistories(db, ids, { lock }));
  const corrections = await findCorrections(db, ids);
  const asked = await isTransferAsked(db, ids);
  const files: OneFile[] = [];
  for (const line of lines) {
    const history = histories.get(line?.id ?? '');
    const person = line?.person_id === undefined ? undefined : await loadPerson(db, line.person_id);
    if (line?.person_id === undefined || history === undefined || person === undefined) throw notFound();
    const own = corrections.filter(({ pathway_id: id }) => id === line.id);
    files.push(oneFile({ ...line, person_id: line.person_id }, history, person, own));
  }
  const [kept, other] = files;
  if (kept === undefined || other === undefined) throw notFound();
  const standing = ({ line }: OneFile) => ({
    organisationId: line.organisation_id,
    isSealed: line.sealed,
    isTransferAsked: asked.has(line.id),
  });
  const sessions = await findSessions(db, keptId, otherId);
  return {
    kept,
    other,
    refusal: refusalOfMerging(standing(kept), standing(other)),
    moves: eventsToMove(kept.events, other.events, sessions),
    sessions: sessions.moved,
    merged: mergedFields(kept.said, other.said, choices),
  };
}

function oneFile(
  line: OneFile['line'],
  history: StoredHistory,
  person: OneFile['person'],
  corrections: readonly Correction[],
): OneFile {
  const openedAt = corrections.find(({ kind }) => kind === 'OPENED')?.at ?? '';
  const { id: _id, ...fields } = person;
  return {
    line,
    person,
    history,
    events: history.events.map(({ event }) => event),
    said: {
      person: fields,
      facts: completeFacts(history.facts),
      saidAt: (path) =>
        corrections.find(({ kind, field }) => kind === 'CORRECTION' && (field === path || field.startsWith(`${path}.`)))
          ?.at ?? openedAt,
    },
  };
}
