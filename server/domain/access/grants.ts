import type { Actor } from './actor.ts';
import type { FileFacts } from './relations.ts';
import { decide, type FileAct } from './rights.ts';

/** What the interface is told may be done with a file; reading it and finding it go without saying. */
export const GRANTED_ACTS = [
  'correct',
  'tellApart',
  'merge',
  'recordEvent',
  'recordFollowUp',
  'planTask',
  'enrol',
  'assignReferent',
  'assignOrganisation',
  'actOnStalls',
  'seal',
  'transfer',
  'reveal',
  'readAccesses',
  'writeNote',
  'countPrivateNotes',
] as const satisfies readonly FileAct[];
export type Grants = Readonly<Record<(typeof GRANTED_ACTS)[number], boolean>>;

export function grantsOn(actor: Actor, file: FileFacts): Grants {
  return grants((act) => decide(actor, act, file).allowed);
}

/** Of a past view: nothing is recorded on it. */
export const NO_GRANTS: Grants = grants(() => false);

function grants(isGranted: (act: FileAct) => boolean): Grants {
  return Object.fromEntries(GRANTED_ACTS.map((act) => [act, isGranted(act)])) as Grants;
}
