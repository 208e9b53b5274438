import { createHash } from 'node:crypto';
import type pg from 'pg';
import { ORGANISATIONS, PERSONAS, type PersonaName } from './personas.ts';

/** One file per place a file may be in: what each role sees is told by which of them it sees. */
export const FILES = {
  mine: { department: '59', organisation: 'north', referent: 'caseworker' },
  colleagues: { department: '59', organisation: 'north', referent: 'colleague' },
  neighbours: { department: '59', organisation: 'neighbour', referent: 'neighbour' },
  somme: { department: '80', organisation: 'somme', referent: 'sommeManager' },
  nobody59: { department: '59', organisation: null, referent: null },
  nobody80: { department: '80', organisation: null, referent: null },
  /** Sealed: the caseworker and the manager hold its rights. */
  sealed: { department: '59', organisation: 'north', referent: 'caseworker' },
  /** Sealed: the same two hold its rights, location included. */
  located: { department: '59', organisation: 'north', referent: 'caseworker' },
  /** What a list opened for somebody sealed: between the offices and their lists. */
  named: { department: '59', organisation: 'north', referent: null },
  /** Sealed too, and hers no more: a colleague alone holds its rights. */
  shut: { department: '59', organisation: 'north', referent: 'caseworker' },
  /** Sealed: the caseworker and the manager may find it, and not read it. */
  onlyFound: { department: '59', organisation: 'north', referent: 'caseworker' },
  /** Handed over by the first structure, which reads it still; then one that it reads no more, and one sealed since. */
  gone: { department: '59', organisation: 'neighbour', referent: 'neighbour' },
  longGone: { department: '59', organisation: 'neighbour', referent: 'neighbour' },
  goneAndSealed: { department: '59', organisation: 'neighbour', referent: 'neighbour' },
  /** Opened in an emergency by the caseworker and by the manager of another structure; then one whose half hour is over. */
  opened: { department: '59', organisation: 'north', referent: 'colleague' },
  openedBefore: { department: '59', organisation: 'north', referent: 'colleague' },
  /** Merged into the first: in nobody’s sight. */
  merged: { department: '59', organisation: 'north', referent: 'caseworker' },
  /** Outside the territory of everybody. */
  far: { department: '75', organisation: 'somme', referent: null },
} as const satisfies Record<
  string,
  { department: string; organisation: keyof typeof ORGANISATIONS | null; referent: PersonaName | null }
>;
export type FileName = keyof typeof FILES;

/** The identifier of a planted row: the same at each run. */
export function idOf(kind: string, name: string): string {
  const hash = createHash('sha256').update(`${kind} ${name}`).digest('hex');
  return `${hash.slice(0, 8)}-0000-4000-8000-${hash.slice(8, 20)}`;
}

export const literal = (value: string | null): string => (value === null ? 'null' : `'${value}'`);
export const organisationOf = (name: keyof typeof ORGANISATIONS | null): string =>
  literal(name === null ? null : ORGANISATIONS[name].id);
export const accountOf = (name: PersonaName | null): string => literal(name === null ? null : PERSONAS[name].id);

/** Domains of the rows planted in each file: one that an OFII agent reads, one that she does not. */
export const DOMAINS = ['LANGUAGE', 'HEALTH'] as const;

/** As the owner: one row of each isolated table in each place. */
export async function plantIsolatedRows(owner: pg.Client): Promise<void> {
  // Without a file yet: one in the reach of each who opens files, one in nobody's.
  await owner.query(addPerson('spare', { department: '59', organisation: 'north', referent: 'caseworker' }));
  await owner.query(addPerson('far spare', { department: '75', organisation: 'somme', referent: null }));
  let seq = 0;
  for (const name of Object.keys(FILES) as FileName[]) {
    await owner.query(addPerson(name, FILES[name]));
    await owner.query(addLocation(name));
    await owner.query(addPathway(name, FILES[name]));
    await owner.query(addMove(name));
    for (const domain of DOMAINS) {
      await owner.query(addEvent(name, { domain, seq: (seq += 1) }));
      await owner.query(addChange(name, { domain, by: 'caseworker' }));
      await owner.query(addStep(name, domain));
      await owner.query(addStall(name, domain));
      await owner.query(addFollowUp(`${name} ${domain}`, { file: name, stallOf: name, domain, by: 'referent' }));
    }
  }
  for (const [file, holders] of [
    ['sealed', ['caseworker', 'manager']],
    ['located', ['caseworker', 'manager']],
    ['shut', ['colleague']],
  ] as const) {
    for (const holder of holders)
      for (const right of ['SEARCH', 'READ', ...(file === 'located' ? ['LOCATE'] : [])])
        await owner.query(addSealRight(file, holder, right));
    await owner.query(`update pathways set sealed = true where id = '${idOf('pathway', file)}'`);
  }
  for (const holder of ['caseworker', 'manager'] as const)
    await owner.query(addSealRight('onlyFound', holder, 'SEARCH'));
  await owner.query(`update pathways set sealed = true where id = '${idOf('pathway', 'onlyFound')}'`);
  await plantNotes(owner);
  await plantSessions(owner);
  await plantVisits(owner);
  await plantViews(owner);
  await plantToldApart(owner);
  await plantMerges(owner);
  await owner.query(`update pathways set sealed = true, listed = true where id = '${idOf('pathway', 'named')}'`);
  await owner.query(
    `insert into listed_files (pathway_id, stands_for) values ('${idOf('pathway', 'named')}', '${idOf('pathway', 'sealed')}')`,
  );
  for (const file of ['gone', 'longGone', 'goneAndSealed'] as const)
    await owner.query(addAcceptedTransfer(file, file === 'longGone' ? '2026-01-01' : '2199-01-01'));
  for (const file of ['gone', 'longGone'] as const) await owner.query(addFormerLocation(file));
  await owner.query(addMove('gone', { field: 'person.phone', at: NOTED_BEFORE }));
  await owner.query(`update pathways set sealed = true where id = '${idOf('pathway', 'goneAndSealed')}'`);
  for (const by of ['caseworker', 'neighbourManager'] as const) {
    await owner.query(addOpening('opened', by, '2199-01-01'));
    await owner.query(addOpening('openedBefore', by, '2026-01-02'));
  }
  await owner.query(addTransfer('asked', 'mine', { by: 'manager', from: 'north', to: 'neighbour' }));
  await owner.query(
    addTransfer('asked of us', 'neighbours', { by: 'neighbourManager', from: 'neighbour', to: 'north' }),
  );
  for (const [name, organisation, state] of [
    ['ours', 'ofii', 'CHECKING'],
    ['ours ready', 'ofii', 'READY'],
    ['theirs', 'prefecture', 'CONFIRMING'],
  ] as const) {
    await owner.query(addImport(name, organisation, state));
    await owner.query(addImportRow(name, 1));
  }
  // Once every file is whose it is: what changes hands, or is sealed, loses its drafts.
  await plantDrafts(owner);
  await owner.query(ADD_AUDIT_ENTRY);
  for (const name of ['caseworker', 'manager', 'ofii', 'referent', 'admin'] as const)
    await owner.query(addKey(name, name));
  await owner.query(addIdentity('caseworker', 'caseworker'));
  await owner.query(addInvitation('caseworker', { to: 'caseworker', by: 'admin' }));
  await owner.query(addRecoveryCode('caseworker'));
  await owner.query(addLink('caseworker', 'caseworker', 'admin'));
  await owner.query(addFactorReset('caseworker', 'admin'));
}

interface Place {
  readonly department: string;
  readonly organisation: keyof typeof ORGANISATIONS | null;
  readonly referent: PersonaName | null;
}

/** Ten digits, the same for a name each time, another for another. */
const foreignerNumberOf = (name: string): string =>
  `99${(parseInt(createHash('sha256').update(name).digest('hex').slice(0, 12), 16) % 1e8).toString().padStart(8, '0')}`;

export const addPerson = (name: string, { department, organisation, referent }: Place): string =>
  `insert into people (id, department, organisation_id, referent_id, foreigner_number, birth_name, birth_precision, sex, name_sort, search_text)
   values ('${idOf('person', name)}', '${department}', ${organisationOf(organisation)}, ${accountOf(referent)}, '${foreignerNumberOf(name)}', 'Exemple', 'UNKNOWN', 'F', 'exemple', 'exemple')`;

/** Where somebody is: every value of it says whose it is, and can be looked for. */
export const addLocation = (name: string): string =>
  `insert into person_locations (person_id, phone, email, address_line, postcode, commune)
   values ('${idOf('person', name)}', '${REFUGE} ${name}', '${REFUGE} ${name}', '${REFUGE} ${name}', '59000', '${REFUGE} ${name}')`;
export const REFUGE = 'Refuge';

/** Where she was when her file was given to another structure. */
export const addFormerLocation = (file: FileName): string =>
  `insert into former_locations (transfer_id, phone) values ('${idOf('transfer', file)}', '${REFUGE} ${file}')`;

/** Her address as it was corrected once: of no domain of the office, so that each role has its own reasons to read it. */
export const addMove = (file: FileName, { field = 'person.address', at = 'now' } = {}): string =>
  `insert into pathway_changes (pathway_id, actor_id, kind, source, field, before, after, was, at)
   values ('${idOf('pathway', file)}', ${accountOf('caseworker')}, 'CORRECTION', 'HAND', '${field}', '${REFUGE} ancien', '${REFUGE} ${file}', '"${REFUGE} ancien"', '${at}')`;

export const addPathway = (name: string, place: Place, person = name): string =>
  `insert into pathways (id, number, person_id, department, organisation_id, referent_id, facts, contract_state)
   values ('${idOf('pathway', name)}', '${name}', '${idOf('person', person)}', '${place.department}', ${organisationOf(place.organisation)}, ${accountOf(place.referent)}, '{}', 'NOT_CONVENED')`;

export const addEvent = (
  file: FileName,
  { domain, seq, by = 'caseworker' }: { domain: string; seq: number; by?: PersonaName },
): string =>
  `insert into pathway_events (id, seq, pathway_id, kind, domain, body, source, actor_id)
   values ('${idOf('event', `${file} ${seq}`)}', ${seq}, '${idOf('pathway', file)}', 'STEP', '${domain}', '{}', 'HAND', ${accountOf(by)})`;

export const addChange = (file: FileName, { domain, by }: { domain: string; by: PersonaName }): string =>
  `insert into pathway_changes (pathway_id, actor_id, kind, source, domain)
   values ('${idOf('pathway', file)}', ${accountOf(by)}, 'CORRECTION', 'HAND', '${domain}')`;

export const addStep = (file: FileName, domain: string, step = domain): string =>
  `insert into pathway_steps (pathway_id, step, spell, domain, department, status, is_open, organisation_id, referent_id)
   values ('${idOf('pathway', file)}', '${step}', 1, '${domain}', '${FILES[file].department}', 'TO_DO', true, ${organisationOf(FILES[file].organisation)}, ${accountOf(FILES[file].referent)})`;

export const addStall = (file: FileName, domain: string, rule = domain): string =>
  `insert into pathway_stalls (id, pathway_id, rule, spell, domain, department, severity, turn, organisation_id, referent_id)
   values ('${idOf('stall', `${file} ${rule}`)}', '${idOf('pathway', file)}', '${rule}', 1, '${domain}', '${FILES[file].department}', 'NORMAL', 'OFII', ${organisationOf(FILES[file].organisation)}, ${accountOf(FILES[file].referent)})`;

export const addFollowUp = (
  name: string,
  given: { file: FileName; stallOf: FileName; domain?: string; department?: string; by: PersonaName },
): string =>
  `insert into stall_follow_ups (id, stall_id, pathway_id, department, action, by_account)
   values ('${idOf('follow-up', name)}', '${idOf('stall', `${given.stallOf} ${given.domain ?? 'LANGUAGE'}`)}', '${idOf('pathway', given.file)}', '${given.department ?? FILES[given.file].department}', 'CALL_CASEWORKER', ${accountOf(given.by)})`;

export const addSealRight = (file: FileName, holder: PersonaName, right = 'READ'): string =>
  `insert into seal_rights (pathway_id, account_id, right_to) values ('${idOf('pathway', file)}', ${accountOf(holder)}, '${right}')`;

export const addTransfer = (
  name: string,
  file: FileName,
  given: { by: PersonaName; from: keyof typeof ORGANISATIONS; to: keyof typeof ORGANISATIONS; sealed?: boolean },
): string =>
  `insert into transfers (id, pathway_id, from_organisation, to_organisation, reason, preview, sealed, asked_by, asked_at)
   values ('${idOf('transfer', name)}', '${idOf('pathway', file)}', ${organisationOf(given.from)}, ${organisationOf(given.to)}, 'Un motif', '{}', ${given.sealed ?? false}, ${accountOf(given.by)}, now())`;

export const addAcceptedTransfer = (file: FileName, until: string): string =>
  `insert into transfers (id, pathway_id, from_organisation, to_organisation, reason, preview, sealed, asked_by, asked_at, state, answered_by, answered_at,
     former_referent, reads_until)
   values ('${idOf('transfer', file)}', '${idOf('pathway', file)}', ${organisationOf('north')}, ${organisationOf('neighbour')}, 'Un motif', '{}', false,
     ${accountOf('manager')}, '2026-01-01', 'ACCEPTED', ${accountOf('neighbourManager')}, '2026-01-01', ${accountOf('caseworker')}, '${until}')`;

export const addOpening = (file: FileName, by: PersonaName, until: string): string =>
  `insert into openings (pathway_id, account_id, reason, opened_at, ends_at, number, opened_by)
   values ('${idOf('pathway', file)}', ${accountOf(by)}, 'Une urgence, dite en vingt lettres', '2026-01-01', '${until}', 'J26-000001', 'Test')`;

/** Before anything was handed over; and since. */
const NOTED_BEFORE = '2025-12-01';
const NOTED_SINCE = '2026-02-01';
const NOTE_AUTHORS = ['caseworker', 'colleague', 'neighbour'] as const;
const NOTE_VISIBILITIES = ['PRIVATE', 'STRUCTURE', 'SHARED'] as const;
export type NoteVisibility = (typeof NOTE_VISIBILITIES)[number];

/** A note of each visibility, by each of three professionals, in each file; some written since it left, some withdrawn. */
async function plantNotes(owner: pg.Client): Promise<void> {
  for (const file of Object.keys(FILES) as FileName[])
    for (const by of NOTE_AUTHORS)
      for (const visibility of NOTE_VISIBILITIES) await owner.query(addNote(file, { by, visibility }));
  for (const file of Object.keys(FILES) as FileName[]) await owner.query(addTask(file, 'neighbour'));
  await owner.query(addNote('mine', { by: 'manager', visibility: 'SHARED' }));
  await owner.query(addNote('gone', { by: 'neighbour', visibility: 'SHARED', name: 'since', at: NOTED_SINCE }));
  for (const by of ['colleague', 'neighbour'] as const) {
    const note = { by, visibility: 'SHARED', name: 'withdrawn' } as const;
    await owner.query(addNote('mine', note));
    await owner.query(withdrawNote('mine', { ...note, withdrawnBy: by }));
  }
}

export interface PlantedNote {
  readonly by: PersonaName;
  readonly visibility: NoteVisibility;
  readonly name?: string;
}
export const noteIdOf = (file: FileName, { by, visibility, name = '' }: PlantedNote): string =>
  idOf('note', `${file} ${by} ${visibility} ${name}`);

export const addNote = (
  file: FileName,
  given: PlantedNote & { at?: string; signedBy?: PersonaName; organisation?: keyof typeof ORGANISATIONS },
): string =>
  `insert into notes (note_id, version, pathway_id, author_id, organisation_id, written_at, visibility, text, by_account, at)
   values ('${noteIdOf(file, given)}', 1, '${idOf('pathway', file)}', ${accountOf(given.by)}, ${organisationOf(given.organisation ?? PERSONAS[given.by].organisation)},
     '${given.at ?? NOTED_BEFORE}', '${given.visibility}', 'Une note', ${accountOf(given.signedBy ?? given.by)}, '${given.at ?? NOTED_BEFORE}')`;

export const withdrawNote = (file: FileName, given: PlantedNote & { withdrawnBy: PersonaName }): string =>
  `insert into notes (note_id, version, pathway_id, author_id, organisation_id, written_at, visibility, reason, by_account, at)
   values ('${noteIdOf(file, given)}', 2, '${idOf('pathway', file)}', ${accountOf(given.by)}, ${organisationOf(PERSONAS[given.by].organisation)},
     '${NOTED_BEFORE}', '${given.visibility}', 'Un motif', ${accountOf(given.withdrawnBy)}, '${NOTED_BEFORE}')`;

export const taskIdOf = (file: FileName, by: PersonaName): string => idOf('task', `${file} ${by}`);
export const addTask = (file: FileName, by: PersonaName): string =>
  `insert into tasks (id, pathway_id, what, due_on, created_at, created_by, changed_at, changed_by)
   values ('${taskIdOf(file, by)}', '${idOf('pathway', file)}', 'À faire', '2026-03-01', now(), ${accountOf(by)}, now(), ${accountOf(by)})`;

/** Each of three has said until when she had seen what is new. */
async function plantVisits(owner: pg.Client): Promise<void> {
  for (const who of ['caseworker', 'colleague', 'manager'] as const) await owner.query(addVisit(who));
}
export const addVisit = (who: PersonaName): string =>
  `insert into week_visits (account_id, seen_at) values (${accountOf(who)}, now())`;

/** Of each, one that is shared and one that is not. In the office nobody else reads lists: a view there is said to be another’s. */
async function plantViews(owner: pg.Client): Promise<void> {
  for (const who of [
    'caseworker',
    'colleague',
    'manager',
    'neighbour',
    'ofii',
    'referent',
    'prefecture',
    'admin',
  ] as const)
    for (const shared of [true, false])
      await owner.query(addView(who, shared, who === 'admin' ? { structure: 'ofii' } : {}));
}
export const viewIdOf = (who: PersonaName, shared: boolean, kept = ''): string =>
  idOf('view', `${who} ${shared} ${kept}`);
export const addView = (
  who: PersonaName,
  shared: boolean,
  {
    kept = '',
    structure = PERSONAS[who].organisation,
  }: { readonly kept?: string; readonly structure?: keyof typeof ORGANISATIONS } = {},
): string =>
  `insert into saved_views (id, owner_id, organisation_id, list, name, filter, is_shared)
   values ('${viewIdOf(who, shared, kept)}', ${accountOf(who)}, ${organisationOf(structure)}, 'stalls', '${who} ${shared} ${kept}', '{}', ${shared})`;

/** One that stands, one that was undone, one into a file that is out of reach, and one of another structure. */
async function plantMerges(owner: pg.Client): Promise<void> {
  for (const table of ['pathways', 'people', 'pathway_steps', 'pathway_stalls'] as const) {
    const key = { pathways: 'id', people: 'id', pathway_steps: 'pathway_id', pathway_stalls: 'pathway_id' }[table];
    const id = idOf(table === 'people' ? 'person' : 'pathway', 'merged');
    await owner.query(`update ${table} set merged = true where ${key} = '${id}'`);
  }
  await owner.query(addMerge('standing', { file: 'merged', into: 'mine', organisation: 'north' }));
  await owner.query(addMerge('undone', { file: 'merged', into: 'mine', organisation: 'north', isUndone: true }));
  await owner.query(addMerge('shut', { file: 'far', into: 'shut', organisation: 'north' }));
  await owner.query(addMerge('neighbours', { file: 'longGone', into: 'neighbours', organisation: 'neighbour' }));
  for (const name of ['standing', 'undone', 'shut', 'neighbours'])
    await owner.query(
      `insert into merge_moves (merge_id, kind, row_id) values ('${idOf('merge', name)}', 'TASK', '${idOf('move', name)}')`,
    );
}
interface PlantedMerge {
  readonly file: FileName;
  readonly into: FileName;
  readonly organisation: keyof typeof ORGANISATIONS;
  readonly isUndone?: true;
}
const addMerge = (name: string, { file, into, organisation, isUndone }: PlantedMerge): string =>
  `insert into merges (id, survivor_id, merged_id, merged_number, found_in, organisation_id, merged_by, merged_at, sealed, by_hand, after_change, undone_by, undone_at)
   values ('${idOf('merge', name)}', '${idOf('pathway', into)}', '${idOf('pathway', file)}', '${file}', '${idOf('pathway', into)}', ${organisationOf(organisation)},
     ${accountOf('manager')}, now(), false, '{}', 0, ${isUndone === true ? `${accountOf('manager')}, now()` : 'null, null'})`;

/** Of one structure, pairs of which each role sees both, one of the two, or none; and the same of another structure. */
async function plantToldApart(owner: pg.Client): Promise<void> {
  for (const other of ['sealed', 'colleagues', 'neighbours', 'shut'] as const)
    await owner.query(addToldApart('mine', other, { organisation: 'north', by: 'colleague' }));
  await owner.query(addToldApart('mine', 'sealed', { organisation: 'neighbour', by: 'neighbour' }));
}
export const addToldApart = (
  one: FileName,
  other: FileName,
  given: { organisation: keyof typeof ORGANISATIONS; by: PersonaName },
): string => {
  const [least = '', most = ''] = [idOf('person', one), idOf('person', other)].sort();
  return `insert into people_told_apart (organisation_id, one_id, other_id, told_by, told_at)
   values (${organisationOf(given.organisation)}, '${least}', '${most}', ${accountOf(given.by)}, now())`;
};

/** What each of three had begun: for no file yet, and as a note of every file, theirs or not. */
async function plantDrafts(owner: pg.Client): Promise<void> {
  for (const who of ['caseworker', 'colleague', 'manager'] as const)
    for (const file of [null, ...(Object.keys(FILES) as FileName[])]) await owner.query(addDraft(file, 'note', who));
}
export const addDraft = (file: FileName | null, form: 'note' | 'entry', who: PersonaName): string =>
  `insert into drafts (account_id, form, pathway_id, value, version, saved_at)
   values (${accountOf(who)}, '${file === null ? 'open' : form}', ${literal(file === null ? null : idOf('pathway', file))}, '\\x00', 1, now())`;

/** A session of each of two structures; everybody is enrolled in the first, and one of them in the other one too. */
async function plantSessions(owner: pg.Client): Promise<void> {
  for (const [name, organisation] of [
    ['ours', 'north'],
    ['ours, empty', 'north'],
    ['theirs', 'neighbour'],
  ] as const)
    await owner.query(addSession(name, organisation, 'neighbour'));
  for (const file of Object.keys(FILES) as FileName[]) await owner.query(addEnrolment('ours', file, 'neighbour'));
  await owner.query(addEnrolment('theirs', 'mine', 'neighbour'));
}
export const addSession = (name: string, organisation: keyof typeof ORGANISATIONS, by: PersonaName): string =>
  `insert into group_sessions (id, organisation_id, kind, title, held_on, starts_at, ends_at, hours, place, seats, created_at, created_by, changed_at, changed_by)
   values ('${idOf('session', name)}', ${organisationOf(organisation)}, 'WORKSHOP', 'Atelier', '2026-03-01', '09:00', '12:00', 3, 'Salle', 12,
     now(), ${accountOf(by)}, now(), ${accountOf(by)})`;
export const addEnrolment = (session: string, file: FileName, by: PersonaName): string =>
  `insert into session_enrolments (session_id, pathway_id, enrolled_at, enrolled_by, changed_at, changed_by)
   values ('${idOf('session', session)}', '${idOf('pathway', file)}', now(), ${accountOf(by)}, now(), ${accountOf(by)})`;

export const addImport = (
  name: string,
  organisation: keyof typeof ORGANISATIONS,
  state: string,
  by: PersonaName = 'ofii',
): string =>
  `insert into imports (id, organisation_id, created_by, file_name, state)
   values ('${idOf('import', name)}', ${organisationOf(organisation)}, ${accountOf(by)}, 'liste.csv', '${state}')`;

export const addImportRow = (name: string, line: number): string =>
  `insert into import_rows (import_id, line, outcome) values ('${idOf('import', name)}', ${line}, 'CREATE')`;

export const addKey = (name: string, account: PersonaName): string =>
  `insert into idempotency_keys (account_id, key, operation, body_hash) values (${accountOf(account)}, '${idOf('key', name)}', 'x', 'x')`;

/** Beside the chain: its place and its hash do not matter here. */
const ADD_AUDIT_ENTRY = `insert into audit_entries (bucket, seq, at, operation, kind, outcome, purpose, pathway_ids, fields, hash)
  values (0, 1, now(), 'readPathway', 'READ', 'DONE', 'SUPPORT', '{}', '{}', '\\x')`;
export const addIdentity = (subject: string, account: PersonaName): string =>
  `insert into account_identities (id, account_id, issuer, subject, linked_by, linked_at)
   values ('${idOf('identity', subject)}', ${accountOf(account)}, 'https://provider.example', '${subject}', 'SELF', now())`;

export const addInvitation = (token: string, { to, by }: { to: PersonaName; by: PersonaName }): string =>
  `insert into identity_invitations (token_hash, account_id, invited_by, expires_at)
   values ('${token}', ${accountOf(to)}, ${accountOf(by)}, now() + interval '1 day')`;
export const addRecoveryCode = (account: PersonaName): string =>
  `insert into recovery_codes (account_id, code_hash) values (${accountOf(account)}, sha256('x'))`;

export const addLink = (name: string, account: PersonaName, by: PersonaName): string =>
  `insert into account_links (id, account_id, kind, token_hash, made_by, made_at, ends_at)
   values ('${idOf('link', name)}', ${accountOf(account)}, 'RESET', sha256('${name}'), ${accountOf(by)}, now(), now())`;

export const addFactorReset = (account: PersonaName, by: PersonaName): string =>
  `insert into factor_resets (account_id, by_account, reason, at) values (${accountOf(account)}, ${accountOf(by)}, 'Perdu', now())`;

export const addAccount = (name: string): string =>
  `insert into accounts (id, email, role, organisation_id, departments, display_name, changed_at)
   values ('${idOf('account', name)}', '${name}@test.example', 'AUDITOR', ${organisationOf('platform')}, '{}', 'Test', now())`;
