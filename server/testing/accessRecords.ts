import { randomUUID } from 'node:crypto';
import { NOTE_VISIBILITIES, type NoteVisibility } from '../domain/access/notes.ts';
import { ORGANISATIONS, PERSONAS, type PersonaName } from './personas.ts';
import type { World } from './world.ts';

/**
 * One file in each place that a file may be in, and by hand who reaches it: the relation of each persona to each file is
 * written here and nowhere else. A new relation is an entry (how it is made, who reaches it).
 */
interface Place {
  readonly openedBy: PersonaName;
  readonly postcode: string;
  /** What is done to it once it is open. */
  readonly then?: 'NOBODY_FOLLOWS' | 'MOVES_TO_75' | 'SEALED';
  readonly reachedBy: readonly PersonaName[];
}

export const FILE_PLACES = {
  'of her caseload': {
    openedBy: 'caseworker',
    postcode: '59000',
    reachedBy: ['caseworker', 'manager', 'ofii', 'referent'],
  },
  'of a colleague': {
    openedBy: 'colleague',
    postcode: '59000',
    reachedBy: ['colleague', 'manager', 'ofii', 'referent'],
  },
  'of the structure, without referent': {
    openedBy: 'manager',
    postcode: '59000',
    reachedBy: ['manager', 'ofii', 'referent'],
  },
  'of the structure, in another department': {
    openedBy: 'caseworker',
    postcode: '80000',
    reachedBy: ['caseworker', 'manager', 'ofii', 'referentSomme'],
  },
  'of the structure, outside the territory of everybody': {
    openedBy: 'caseworker',
    postcode: '59000',
    then: 'MOVES_TO_75',
    reachedBy: ['caseworker', 'manager'],
  },
  'of another structure of the department': {
    openedBy: 'neighbour',
    postcode: '59000',
    reachedBy: ['neighbour', 'neighbourManager', 'ofii', 'referent'],
  },
  'of another department': {
    openedBy: 'sommeManager',
    postcode: '80000',
    reachedBy: ['sommeManager', 'ofii', 'referentSomme'],
  },
  /** Its referent and the manager hold the three rights; for the others who reached it, it no longer exists. */
  'of her caseload, sealed': {
    openedBy: 'caseworker',
    postcode: '59000',
    then: 'SEALED',
    reachedBy: ['caseworker', 'manager'],
  },
  'of nobody': {
    openedBy: 'manager',
    postcode: '59000',
    then: 'NOBODY_FOLLOWS',
    reachedBy: ['manager', 'neighbourManager', 'ofii', 'referent'],
  },
  'of nobody, in another department': {
    openedBy: 'sommeManager',
    postcode: '80000',
    then: 'NOBODY_FOLLOWS',
    reachedBy: ['sommeManager', 'ofii', 'referentSomme'],
  },
} as const satisfies Record<string, Place>;

export const UNKNOWN = 'that does not exist';
export type FileName = keyof typeof FILE_PLACES | typeof UNKNOWN;
export const FILE_NAMES: readonly FileName[] = [...(Object.keys(FILE_PLACES) as (keyof typeof FILE_PLACES)[]), UNKNOWN];

export function reachers(file: FileName): readonly PersonaName[] {
  return file === UNKNOWN ? [] : FILE_PLACES[file].reachedBy;
}
/** Who opened a file, and wrote the notes that it holds. */
export function openerOf(file: FileName): PersonaName | undefined {
  return file === UNKNOWN ? undefined : FILE_PLACES[file].openedBy;
}

/** Nobody follows it yet: it is taken in charge before anything is written in it. */
export function isFollowed(file: FileName): boolean {
  return file === UNKNOWN || (FILE_PLACES[file] as Place).then !== 'NOBODY_FOLLOWS';
}

export function isSealed(file: FileName): boolean {
  return file !== UNKNOWN && (FILE_PLACES[file] as Place).then === 'SEALED';
}

/** Every way by which a file may be named to the API. */
export interface FileRecord {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly foreignerNumber: string;
  readonly stallId: string;
  /** One note for each of those whom a note may be for, by whoever opened the file. */
  readonly notes: Record<NoteVisibility, string>;
}

export async function plantFiles(world: World): Promise<Record<FileName, FileRecord>> {
  const planted: [FileName, FileRecord][] = [];
  for (const [rank, name] of (Object.keys(FILE_PLACES) as (keyof typeof FILE_PLACES)[]).entries()) {
    const place: Place = FILE_PLACES[name];
    const birthName = `Planté${'abcdefghij'[rank]?.repeat(6) ?? ''}`;
    const foreignerNumber = `99000000${String(rank).padStart(2, '0')}`;
    const { id, number } = await world.aFile({
      by: place.openedBy,
      person: { birthName, foreignerNumber, address: { postcode: place.postcode, commune: 'Exemple' } },
    });
    if (place.then === 'NOBODY_FOLLOWS')
      await world.owner.query('update pathways set organisation_id = null, referent_id = null where id = $1', [id]);
    if (place.then === 'MOVES_TO_75')
      await world.owner.query(`update pathways set department = '75' where id = $1`, [id]);
    if (place.then === 'SEALED')
      for (const holder of place.reachedBy)
        await world.owner.query(
          `insert into seal_rights (pathway_id, account_id, right_to) select $1, $2, r from unnest(array['SEARCH', 'READ', 'LOCATE']) as r`,
          [id, PERSONAS[holder].id],
        );
    if (place.then === 'SEALED') await world.owner.query('update pathways set sealed = true where id = $1', [id]);
    const { rows } = await world.owner.query<{ id: string }>(
      `select s.id from pathway_stalls s where s.pathway_id = $1 and s.cleared_on is null and s.warn_on <= '2026-03-10' order by s.rule limit 1`,
      [id],
    );
    planted.push([
      name,
      {
        id,
        number,
        name: birthName,
        foreignerNumber,
        stallId: rows[0]?.id ?? '',
        notes: await plantNotes(world, id, place.openedBy),
      },
    ]);
  }
  const nobody = {
    id: randomUUID(),
    number: 'J26-999999',
    name: 'Personnenulle',
    foreignerNumber: '9999999999',
    stallId: randomUUID(),
    notes: { PRIVATE: randomUUID(), STRUCTURE: randomUUID(), SHARED: randomUUID() },
  };
  return Object.fromEntries([...planted, [UNKNOWN, nobody]]) as Record<FileName, FileRecord>;
}

async function plantNotes(world: World, pathwayId: string, by: PersonaName): Promise<FileRecord['notes']> {
  const notes: [NoteVisibility, string][] = [];
  for (const visibility of NOTE_VISIBILITIES) {
    const id = randomUUID();
    await world.owner.query(
      `insert into notes (note_id, version, pathway_id, author_id, organisation_id, written_at, visibility, text, by_account, at)
       select $1, 1, $2, a.id, a.organisation_id, now(), $3, 'Une note', a.id, now() from accounts a where a.id = $4`,
      [id, pathwayId, visibility, PERSONAS[by].id],
    );
    notes.push([visibility, id]);
  }
  return Object.fromEntries(notes) as FileRecord['notes'];
}

/** Imports: her office’s, another office’s, none. */
export const IMPORT_PLACES = {
  'of her office': 'ofii',
  'of another office': 'prefecture',
} as const satisfies Record<string, keyof typeof ORGANISATIONS>;
export type ImportName = keyof typeof IMPORT_PLACES | typeof UNKNOWN;

export async function plantImports(world: World): Promise<Record<ImportName, { readonly id: string }>> {
  const planted: [ImportName, { id: string }][] = [[UNKNOWN, { id: randomUUID() }]];
  for (const name of Object.keys(IMPORT_PLACES) as (keyof typeof IMPORT_PLACES)[]) {
    const id = randomUUID();
    await world.owner.query(
      `insert into imports (id, organisation_id, created_by, file_name, state)
       values ($1, $2, (select a.id from accounts a where a.email like 'ofii@%'), 'liste.csv', 'DONE')`,
      [id, ORGANISATIONS[IMPORT_PLACES[name]].id],
    );
    planted.push([name, { id }]);
  }
  return Object.fromEntries(planted) as Record<ImportName, { readonly id: string }>;
}
