import { randomUUID } from 'node:crypto';
import type { PathwayFile } from '../contract/pathway.ts';
import type { TransferView } from '../contract/rights.ts';
import { NOTE_VISIBILITIES, type NoteVisibility } from '../domain/access/notes.ts';
import type { SealedRight } from '../domain/access/relations.ts';
import { ORGANISATIONS, PERSONAS, type PersonaName } from './personas.ts';
import type { World } from './world.ts';

/** How a file is there for somebody for whom it is not there as her trade would have it. */
export type Partly =
  /** Read, as it was when her structure gave it. */
  | 'AS_IT_LEFT'
  /** Read, for thirty minutes, where the person is included. */
  | 'IN_AN_EMERGENCY'
  /** Sealed: found by a name or a number, not opened, in no list. */
  | 'FOUND'
  /** Sealed: opened and listed; not found, and not told where the person is. */
  | 'READ'
  /** Sealed: found, opened and listed; not told where the person is. */
  | 'READ_AND_FOUND';

/**
 * One file in each place that a file may be in, and by hand who reaches it: the relation of each persona to each file is
 * written here and nowhere else. A new relation is an entry (how it is made, who reaches it).
 */
interface Place {
  readonly openedBy: PersonaName;
  readonly postcode: string;
  /** What is done to it once it is open. */
  readonly then?: 'NOBODY_FOLLOWS' | 'MOVES_TO_75' | 'TRANSFERRED' | 'TRANSFERRED_LONG_AGO';
  /** Sealed, with these rights. */
  readonly rights?: Partial<Record<PersonaName, readonly SealedRight[]>>;
  /** Opened in an emergency by these, now or an hour ago. */
  readonly emergency?: { readonly of: readonly PersonaName[]; readonly isOver: boolean };
  /** Who reaches it, and does there what her trade is. */
  readonly reachedBy: readonly PersonaName[];
  readonly partly?: Partial<Record<PersonaName, Partly>>;
  /** To whom an emergency, a reason and a code open it. */
  readonly opensTo: readonly PersonaName[];
  readonly openingsSeenBy?: readonly PersonaName[];
  /** Who finds its transfer by the file; the managers of both structures find it by its own identifier. */
  readonly transferSeenBy?: readonly PersonaName[];
}

const ALL = ['SEARCH', 'READ', 'LOCATE'] as const;

export const FILE_PLACES = {
  'of her caseload': {
    openedBy: 'caseworker',
    postcode: '59000',
    reachedBy: ['caseworker', 'manager', 'ofii', 'referent'],
    opensTo: ['colleague', 'neighbourManager'],
  },
  'of a colleague': {
    openedBy: 'colleague',
    postcode: '59000',
    reachedBy: ['colleague', 'manager', 'ofii', 'referent'],
    opensTo: ['caseworker', 'neighbourManager'],
  },
  'of the structure, without referent': {
    openedBy: 'manager',
    postcode: '59000',
    reachedBy: ['manager', 'ofii', 'referent'],
    opensTo: ['caseworker', 'colleague', 'neighbourManager'],
  },
  'of the structure, in another department': {
    openedBy: 'caseworker',
    postcode: '80000',
    reachedBy: ['caseworker', 'manager', 'ofii', 'referentSomme'],
    opensTo: ['colleague', 'sommeManager'],
  },
  'of the structure, outside the territory of everybody': {
    openedBy: 'caseworker',
    postcode: '59000',
    then: 'MOVES_TO_75',
    reachedBy: ['caseworker', 'manager'],
    opensTo: ['colleague'],
  },
  'of another structure of the department': {
    openedBy: 'neighbour',
    postcode: '59000',
    reachedBy: ['neighbour', 'neighbourManager', 'ofii', 'referent'],
    opensTo: ['manager'],
  },
  'of another department': {
    openedBy: 'sommeManager',
    postcode: '80000',
    reachedBy: ['sommeManager', 'ofii', 'referentSomme'],
    opensTo: [],
  },
  /** Its referent and the manager hold the three rights; for the others who reached it, it no longer exists. */
  'of her caseload, sealed': {
    openedBy: 'caseworker',
    postcode: '59000',
    rights: { caseworker: ALL, manager: ALL },
    reachedBy: ['caseworker', 'manager'],
    opensTo: [],
  },
  'of nobody': {
    openedBy: 'manager',
    postcode: '59000',
    then: 'NOBODY_FOLLOWS',
    reachedBy: ['manager', 'neighbourManager', 'ofii', 'referent'],
    opensTo: [],
  },
  'of nobody, in another department': {
    openedBy: 'sommeManager',
    postcode: '80000',
    then: 'NOBODY_FOLLOWS',
    reachedBy: ['sommeManager', 'ofii', 'referentSomme'],
    opensTo: [],
  },
  'of her caseload, sealed, SEARCH only': {
    openedBy: 'caseworker',
    postcode: '59000',
    rights: { caseworker: ['SEARCH'], manager: ALL },
    reachedBy: ['manager'],
    partly: { caseworker: 'FOUND' },
    opensTo: [],
  },
  'of her caseload, sealed, READ only': {
    openedBy: 'caseworker',
    postcode: '59000',
    rights: { caseworker: ['READ'], manager: ALL },
    reachedBy: ['manager'],
    partly: { caseworker: 'READ' },
    opensTo: [],
  },
  'of her structure, sealed, without LOCATE': {
    openedBy: 'caseworker',
    postcode: '59000',
    rights: { caseworker: ALL, manager: ['SEARCH', 'READ'] },
    reachedBy: ['caseworker'],
    partly: { manager: 'READ_AND_FOUND' },
    opensTo: [],
  },
  /** Given to the other structure of the department, which has corrected her address since. */
  'transferred out': {
    openedBy: 'caseworker',
    postcode: '59000',
    then: 'TRANSFERRED',
    reachedBy: ['neighbourManager', 'ofii', 'referent'],
    partly: { caseworker: 'AS_IT_LEFT', manager: 'AS_IT_LEFT' },
    opensTo: ['neighbour'],
    transferSeenBy: ['manager', 'neighbourManager'],
  },
  'transferred out, and read no more': {
    openedBy: 'caseworker',
    postcode: '59000',
    then: 'TRANSFERRED_LONG_AGO',
    reachedBy: ['neighbourManager', 'ofii', 'referent'],
    opensTo: ['manager', 'neighbour'],
    transferSeenBy: ['neighbourManager'],
  },
  'opened in an emergency': {
    openedBy: 'caseworker',
    postcode: '59000',
    emergency: { of: ['colleague', 'neighbourManager'], isOver: false },
    reachedBy: ['caseworker', 'manager', 'ofii', 'referent'],
    partly: { colleague: 'IN_AN_EMERGENCY', neighbourManager: 'IN_AN_EMERGENCY' },
    opensTo: [],
    openingsSeenBy: ['caseworker', 'manager', 'colleague', 'neighbourManager', 'auditor'],
  },
  'opened in an emergency, an hour ago': {
    openedBy: 'caseworker',
    postcode: '59000',
    emergency: { of: ['colleague', 'neighbourManager'], isOver: true },
    reachedBy: ['caseworker', 'manager', 'ofii', 'referent'],
    opensTo: ['colleague', 'neighbourManager'],
    openingsSeenBy: ['caseworker', 'manager', 'colleague', 'neighbourManager', 'auditor'],
  },
} as const satisfies Record<string, Place>;

export const UNKNOWN = 'that does not exist';
export type FileName = keyof typeof FILE_PLACES | typeof UNKNOWN;
export const FILE_NAMES: readonly FileName[] = [...(Object.keys(FILE_PLACES) as (keyof typeof FILE_PLACES)[]), UNKNOWN];

export function placeOf(file: FileName): Place | undefined {
  return file === UNKNOWN ? undefined : FILE_PLACES[file];
}
export function reachers(file: FileName): readonly PersonaName[] {
  return placeOf(file)?.reachedBy ?? [];
}
/** Who opened a file, and wrote the notes that it holds. */
export function openerOf(file: FileName): PersonaName | undefined {
  return placeOf(file)?.openedBy;
}

/** Nobody follows it yet: it is taken in charge before anything is written in it. */
export function isFollowed(file: FileName): boolean {
  return placeOf(file)?.then !== 'NOBODY_FOLLOWS';
}

export function isSealed(file: FileName): boolean {
  return placeOf(file)?.rights !== undefined;
}
export function isTransferred(file: FileName): boolean {
  return placeOf(file)?.transferSeenBy !== undefined;
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
  readonly taskId: string;
  /** A session of the structure of whoever opened the file, in which the person is enrolled. */
  readonly sessionId: string;
  /** The transfer by which it left; nobody’s where it did not. */
  readonly transferId: string;
  /** Where the person lives, and where she lived: in a file that left, she moved since. */
  readonly here: string;
  readonly formerly: string;
}

/** All of them, or those that a suite asks for: the others are then files that do not exist. */
export async function plantFiles(
  world: World,
  names: readonly FileName[] = FILE_NAMES,
): Promise<Record<FileName, FileRecord>> {
  const nobody: FileRecord = {
    id: randomUUID(),
    number: 'J26-999999',
    name: 'Personnenulle',
    foreignerNumber: '9999999999',
    stallId: randomUUID(),
    notes: { PRIVATE: randomUUID(), STRUCTURE: randomUUID(), SHARED: randomUUID() },
    taskId: randomUUID(),
    sessionId: randomUUID(),
    transferId: randomUUID(),
    here: 'Nouvelle rue de personne',
    formerly: 'Ancienne rue de personne',
  };
  const planted = Object.fromEntries(FILE_NAMES.map((name) => [name, nobody])) as Record<FileName, FileRecord>;
  for (const [rank, name] of FILE_NAMES.entries()) {
    const place = placeOf(name);
    if (place !== undefined && names.includes(name)) planted[name] = await plantFile(world, place, rank);
  }
  return planted;
}

/** Nobody’s names, and unlike one another however they are heard: a search for one finds that one alone. */
const NAMES = [
  'Bavrokim',
  'Dulzenor',
  'Fijamept',
  'Gohtwexu',
  'Yfsabulmo',
  'Lempodraz',
  'Motvurgi',
  'Nishpelor',
  'Quodrazen',
  'Rithvamko',
  'Sebwungal',
  'Tolmikraf',
  'Vexhifubo',
  'Wuplagost',
  'Halbistum',
  'Jorkevlan',
  'Pimtuhsfa',
  'Crundavel',
  'Ythmobask',
  'Oggrevant',
];

async function plantFile(world: World, place: Place, rank: number): Promise<FileRecord> {
  const letters = 'abcdefghijklmnopqrstuvwxyz'[rank]?.repeat(6) ?? '';
  const [here, formerly] = [`Nouvelle rue ${letters}`, `Ancienne rue ${letters}`];
  const birthName = NAMES[rank] ?? letters;
  const foreignerNumber = `99000000${String(rank).padStart(2, '0')}`;
  const home = { postcode: place.postcode, commune: 'Exemple' };
  const file = await world.aFile({
    by: place.openedBy,
    person: { birthName, foreignerNumber, address: { ...home, line: formerly } },
  });
  const { id, number } = file;
  const notes = await plantNotes(world, id, place.openedBy);
  const taskId = await plantTask(world, id, place.openedBy);
  const sessionId = await plantSession(world, id, place.openedBy);
  const given = place.transferSeenBy === undefined ? undefined : await transfer(world, id, place);
  await moveHome(world, given?.file ?? file, {
    by: given === undefined ? place.openedBy : 'neighbourManager',
    address: { ...home, line: here },
  });
  await putInPlace(world, id, place);
  const { rows } = await world.owner.query<{ id: string }>(
    `select s.id from pathway_stalls s where s.pathway_id = $1 and s.cleared_on is null and s.warn_on <= '2026-03-10' order by s.rule limit 1`,
    [id],
  );
  const stallId = rows[0]?.id ?? '';
  const transferId = given?.transferId ?? randomUUID();
  return {
    id,
    number,
    name: birthName,
    foreignerNumber,
    stallId,
    notes,
    taskId,
    sessionId,
    transferId,
    here,
    formerly,
  };
}

async function putInPlace(world: World, id: string, { then, rights, emergency }: Place): Promise<void> {
  const { owner } = world;
  if (then === 'NOBODY_FOLLOWS')
    await owner.query('update pathways set organisation_id = null, referent_id = null where id = $1', [id]);
  if (then === 'MOVES_TO_75') await owner.query(`update pathways set department = '75' where id = $1`, [id]);
  for (const [holder, held] of Object.entries(rights ?? {}))
    await owner.query(
      `insert into seal_rights (pathway_id, account_id, right_to) select $1, $2, r from unnest($3::text[]) as r`,
      [id, PERSONAS[holder as PersonaName].id, held],
    );
  if (rights !== undefined) await owner.query('update pathways set sealed = true where id = $1', [id]);
  for (const name of emergency?.of ?? []) {
    const reason = 'Son enfant est aux urgences, sa référente absente.';
    const body = { reason, code: await world.codeOf(name) };
    done(await (await world.as(name)).post(`/api/pathways/${id}/break-glass`, body));
  }
  if (emergency?.isOver === true)
    await owner.query(
      `update openings set opened_at = opened_at - interval '1 hour', ends_at = ends_at - interval '1 hour' where pathway_id = $1`,
      [id],
    );
}

/** Asked by the manager of the Nord, and accepted by her neighbour. */
async function transfer(
  world: World,
  id: string,
  { then }: Place,
): Promise<{ readonly file: PathwayFile; readonly transferId: string }> {
  const body = { organisationId: ORGANISATIONS.neighbour.id, reason: 'Elle a déménagé.' };
  const asked = done(await (await world.as('manager')).post(`/api/pathways/${id}/transfers`, body))
    .body as TransferView;
  const accepted = done(await (await world.as('neighbourManager')).post(`/api/transfers/${asked.id}/accept`));
  if (then === 'TRANSFERRED_LONG_AGO')
    await world.owner.query(`update transfers set reads_until = '2026-03-09' where id = $1`, [asked.id]);
  return { file: accepted.body as PathwayFile, transferId: asked.id };
}

async function moveHome(
  world: World,
  { id, version }: PathwayFile,
  { by, address }: { readonly by: PersonaName; readonly address: object },
): Promise<void> {
  const client = await world.as(by);
  done(await client.put(`/api/pathways/${id}`, { person: { address } }).set('If-Match', `"${version}"`));
}

function done<T extends { readonly status: number; readonly text: string }>(response: T): T {
  if (response.status >= 300) throw new Error(`Could not plant: ${response.status} ${response.text}`);
  return response;
}

async function plantTask(world: World, pathwayId: string, by: PersonaName): Promise<string> {
  const id = randomUUID();
  await world.owner.query(
    `insert into tasks (id, pathway_id, what, due_on, created_at, created_by, changed_at, changed_by)
     values ($1, $2, 'Rappeler', '2026-03-11', now(), $3, now(), $3)`,
    [id, pathwayId, PERSONAS[by].id],
  );
  return id;
}

async function plantSession(world: World, pathwayId: string, by: PersonaName): Promise<string> {
  const id = randomUUID();
  await world.owner.query(
    `insert into group_sessions (id, organisation_id, kind, title, held_on, starts_at, ends_at, hours, place, seats, created_at, created_by, changed_at, changed_by)
     values ($1, $2, 'WORKSHOP', 'Atelier', '2026-03-10', '09:00', '12:00', 3, 'Salle 2', 12, now(), $3, now(), $3)`,
    [id, ORGANISATIONS[PERSONAS[by].organisation].id, PERSONAS[by].id],
  );
  await world.owner.query(
    `insert into session_enrolments (session_id, pathway_id, enrolled_at, enrolled_by, changed_at, changed_by)
     values ($1, $2, now(), $3, now(), $3)`,
    [id, pathwayId, PERSONAS[by].id],
  );
  return id;
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
