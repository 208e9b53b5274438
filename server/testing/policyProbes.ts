import { DATABASE_ROLE, type DatabaseRole } from '../platform/database/signedContext.ts';
import * as rows from './isolatedRows.ts';
import { idOf } from './isolatedRows.ts';
import { ORGANISATIONS, PERSONAS, type PersonaName } from './personas.ts';

export type AnyRole = DatabaseRole | 'jalon_auth';
/** What somebody tries, through which role of the database, and whether it must succeed. */
export interface Probe {
  readonly who: PersonaName | 'nobody';
  readonly through: AnyRole;
  readonly sql: string;
  readonly allowed: boolean;
}

/** How each database role is tried when nothing else is said. */
const USUAL: Partial<Record<AnyRole, PersonaName>> = {
  jalon_caseworker: 'caseworker',
  jalon_manager: 'manager',
  jalon_ofii: 'ofii',
  jalon_referent: 'referent',
  jalon_report: 'prefecture',
  jalon_auditor: 'auditor',
  jalon_admin: 'admin',
  jalon_engine: 'caseworker',
};
const probe =
  (allowed: boolean, isRead: boolean) =>
  (through: AnyRole, what: string, who: Probe['who'] = USUAL[through] ?? 'nobody'): Probe => ({
    who,
    through,
    sql: isRead ? `select 1 from ${what} limit 1` : what,
    allowed,
  });
const sees = probe(true, true);
const misses = probe(false, true);
const adds = probe(true, false);
const mayNotAdd = probe(false, false);
const changes = probe(true, false);
const mayNotChange = probe(false, false);

const person = (name: string): string => `people where id = '${idOf('person', name)}'`;
const pathway = (name: string): string => `pathways where id = '${idOf('pathway', name)}'`;
const event = (name: string, domain = 'LANGUAGE'): string => `pathway_events where ${of(name, domain)}`;
const change = (name: string, domain = 'LANGUAGE'): string => `pathway_changes where ${of(name, domain)}`;
const location = (name: string): string => `person_locations where person_id = '${idOf('person', name)}'`;
const move = (name: string): string =>
  `pathway_changes where pathway_id = '${idOf('pathway', name)}' and field = 'person.address'`;
const formerMove = (name: string): string =>
  `pathway_changes where pathway_id = '${idOf('pathway', name)}' and field = 'person.phone'`;
const formerLocation = (name: string): string => `former_locations where transfer_id = '${idOf('transfer', name)}'`;
const step = (name: string, domain = 'LANGUAGE'): string => `pathway_steps where ${of(name, domain)}`;
const stall = (name: string, domain = 'LANGUAGE'): string => `pathway_stalls where ${of(name, domain)}`;
const of = (name: string, domain: string): string => `pathway_id = '${idOf('pathway', name)}' and domain = '${domain}'`;
const followUp = (name: string, domain = 'LANGUAGE'): string =>
  `stall_follow_ups where id = '${idOf('follow-up', `${name} ${domain}`)}'`;
const sealRight = (file: rows.FileName, who: PersonaName): string =>
  `seal_rights where pathway_id = '${idOf('pathway', file)}' and account_id = '${PERSONAS[who].id}'`;
const transfer = (name: string): string => `transfers where id = '${idOf('transfer', name)}'`;
const answers = (name: string, state: string): string =>
  `update transfers set state = '${state}', answered_at = now() where id = '${idOf('transfer', name)}'`;
const opening = (file: rows.FileName): string => `openings where pathway_id = '${idOf('pathway', file)}'`;
const import_ = (name: string): string => `imports where id = '${idOf('import', name)}'`;
const importRow = (name: string): string => `import_rows where import_id = '${idOf('import', name)}'`;
const key = (name: string): string => `idempotency_keys where key = '${idOf('key', name)}'`;
const account = (name: PersonaName): string => `accounts where id = '${PERSONAS[name].id}'`;
const factor = (name: PersonaName): string => `second_factors where account_id = '${PERSONAS[name].id}'`;
const link = (name: string): string => `account_links where id = '${idOf('link', name)}'`;

const note = (file: rows.FileName, by: PersonaName, visibility: rows.NoteVisibility, name?: string): string =>
  `notes where note_id = '${rows.noteIdOf(file, { by, visibility, ...(name === undefined ? {} : { name }) })}'`;

const NORTH = { department: '59', organisation: 'north', referent: 'caseworker' } as const;
const takenBy = (organisation: keyof typeof ORGANISATIONS): string =>
  `update pathways set organisation_id = '${ORGANISATIONS[organisation].id}' where id = '${idOf('pathway', 'nobody59')}'`;
const COMPUTED = `update pathways set last_contact_on = '2026-01-01' where id = '${idOf('pathway', 'mine')}'`;
const follows = (given: Partial<Parameters<typeof rows.addFollowUp>[1]> = {}): string =>
  rows.addFollowUp('new', { file: 'mine', stallOf: 'mine', by: 'referent', ...given });

/** Sealed, a row is seen by whoever holds a right on its file, and not by whoever follows it without. */
const behindTheSeal = (through: AnyRole, row: (name: rows.FileName) => string): Probe[] => [
  sees(through, row('sealed')),
  misses(through, row('shut')),
  misses(through, row('named')),
];

/** Where the person of a sealed file is: seen by whoever may locate her, and not by whoever only opens her file. */
const behindLocation = (through: AnyRole, row: (name: rows.FileName) => string): Probe[] => [
  sees(through, row('located')),
  misses(through, row('sealed')),
];

/** What is lent is read and not written; a departmental referent writes in no file; whoever follows one does. */
const readingOnly = (write: (file: rows.FileName) => string): Probe[] => [
  changes('jalon_engine', write('mine'), 'caseworker'),
  changes('jalon_engine', write('nobody59'), 'manager'),
  changes('jalon_engine', write('mine'), 'ofii'),
  mayNotChange('jalon_engine', write('gone'), 'caseworker'),
  mayNotChange('jalon_engine', write('gone'), 'manager'),
  mayNotChange('jalon_engine', write('opened'), 'caseworker'),
  mayNotChange('jalon_engine', write('opened'), 'neighbourManager'),
  mayNotChange('jalon_engine', write('mine'), 'referent'),
];

/** The policies that tables of derived rows share. */
const derivedRows = (table: string, row: typeof step, add: (file: rows.FileName) => string) => ({
  [`${table}.department`]: [
    sees('jalon_referent', row('mine')),
    misses('jalon_referent', row('somme')),
    misses('jalon_referent', row('sealed')),
    misses('jalon_referent', row('named')),
  ],
  [`${table}.department_report`]: [
    sees('jalon_report', row('mine')),
    misses('jalon_report', row('somme')),
    misses('jalon_report', row('sealed')),
    misses('jalon_report', row('named')),
  ],
  [`${table}.nobody_yet`]: [sees('jalon_manager', row('nobody59')), misses('jalon_manager', row('nobody80'))],
  [`${table}.own_caseload`]: [
    sees('jalon_caseworker', row('mine')),
    misses('jalon_caseworker', row('colleagues')),
    ...behindTheSeal('jalon_caseworker', row),
  ],
  [`${table}.own_structure`]: [
    sees('jalon_manager', row('colleagues')),
    misses('jalon_manager', row('neighbours')),
    ...behindTheSeal('jalon_manager', row),
  ],
  [`${table}.territory`]: [
    sees('jalon_ofii', row('somme')),
    misses('jalon_ofii', row('far')),
    misses('jalon_ofii', row('somme', 'HEALTH')),
    misses('jalon_ofii', row('sealed')),
    sees('jalon_ofii', row('named')),
    misses('jalon_ofii', row('named', 'HEALTH')),
  ],
  [`${table}.reach_of_the_actor`]: [
    ...behindTheSeal('jalon_engine', row),
    sees('jalon_engine', row('mine', 'HEALTH')),
    misses('jalon_engine', row('colleagues')),
    adds('jalon_engine', add('mine')),
    mayNotAdd('jalon_engine', add('colleagues')),
    ...readingOnly((file) => `delete from ${row(file)}`),
    ...readingOnly((file) => `update ${row(file)}`.replace(' where ', " set domain = 'CIVIC' where ")),
  ],
});

/** What is read without being followed: handed over lately, or opened in an emergency; not beyond, and not once sealed. */
const lent = (through: AnyRole, row: (name: rows.FileName) => string, who: PersonaName): Probe[] => [
  sees(through, row('gone'), who),
  misses(through, row('longGone'), who),
  misses(through, row('goneAndSealed'), who),
];
const openedByMistake = (through: AnyRole, row: (name: rows.FileName) => string, who: PersonaName): Probe[] => [
  sees(through, row('opened'), who),
  misses(through, row('openedBefore'), who),
];
const lentRows = (table: string, row: (name: rows.FileName) => string): Record<string, readonly Probe[]> => ({
  [`${table}.lent_jalon_caseworker`]: [
    ...lent('jalon_caseworker', row, 'caseworker'),
    misses('jalon_caseworker', row('gone'), 'colleague'),
    ...openedByMistake('jalon_caseworker', row, 'caseworker'),
  ],
  [`${table}.lent_jalon_manager`]: [
    ...lent('jalon_manager', row, 'manager'),
    misses('jalon_manager', row('gone'), 'sommeManager'),
    ...openedByMistake('jalon_manager', row, 'neighbourManager'),
  ],
});

/** Where somebody is: told by an emergency, and not to whoever gave her file to another structure, which is told where she was. */
const whereShe = (through: AnyRole, opener: PersonaName, giver: PersonaName): Probe[] => [
  ...openedByMistake(through, location, opener),
  misses(through, location('gone'), giver),
];

/** What a role reads of the notes of its files, of those it read until lately, and of those it opened in an emergency. */
const readsNotes = (through: AnyRole, mine: rows.FileName, opener: PersonaName): Probe[] => [
  ...(['STRUCTURE', 'SHARED'] as const).map((visibility) => sees(through, note(mine, 'colleague', visibility))),
  misses(through, note(mine, 'colleague', 'PRIVATE')),
  sees(through, note(mine, 'neighbour', 'SHARED')),
  misses(through, note(mine, 'neighbour', 'STRUCTURE')),
  misses(through, note(mine, 'neighbour', 'PRIVATE')),
  misses(through, note('far', 'caseworker', 'SHARED')),
  sees(through, `${note('mine', 'colleague', 'SHARED', 'withdrawn')} and text is not null`),
  sees(through, `${note('mine', 'neighbour', 'SHARED', 'withdrawn')} and text is null`),
  misses(through, `${note('mine', 'neighbour', 'SHARED', 'withdrawn')} and text is not null`),
  sees(through, note('sealed', 'neighbour', 'SHARED')),
  misses(through, note('onlyFound', 'neighbour', 'SHARED')),
  misses(through, note('shut', 'neighbour', 'SHARED')),
  ...(['STRUCTURE', 'SHARED'] as const).map((visibility) => sees(through, note('gone', 'colleague', visibility))),
  sees(through, note('gone', 'neighbour', 'SHARED')),
  misses(through, note('gone', 'neighbour', 'SHARED', 'since')),
  misses(through, note('gone', 'neighbour', 'STRUCTURE')),
  misses(through, note('longGone', 'colleague', 'SHARED')),
  sees(through, note('opened', 'colleague', 'SHARED'), opener),
  misses(through, note('opened', 'colleague', 'STRUCTURE'), opener),
  misses(through, note('openedBefore', 'colleague', 'SHARED'), opener),
];
const task = (file: rows.FileName): string => `tasks where id = '${rows.taskIdOf(file, 'neighbour')}'`;
/** Of what one follows, sealed included where one may open it; never of what is lent, or only found. */
const readsTasks = (who: 'caseworker' | 'manager', outOfReach: rows.FileName): Probe[] => {
  const through = DATABASE_ROLE[PERSONAS[who].role];
  return [
    ...(['mine', 'sealed'] as const).map((file) => sees(through, task(file))),
    ...([outOfReach, 'onlyFound', 'gone', 'opened'] as const)
      .filter((file) => who === 'caseworker' || file !== 'opened')
      .map((file) => misses(through, task(file))),
  ];
};
const changesTasks = (who: 'caseworker' | 'manager', outOfReach: rows.FileName): Probe[] => {
  const through = DATABASE_ROLE[PERSONAS[who].role];
  const settles = (file: rows.FileName, by: PersonaName): string =>
    `update tasks set state = 'DONE', version = 2, changed_by = '${PERSONAS[by].id}' where id = '${rows.taskIdOf(file, 'neighbour')}'`;
  return [
    ...(['mine', 'sealed'] as const).flatMap((file) => [
      adds(through, rows.addTask(file, who)),
      changes(through, settles(file, who)),
    ]),
    ...([outOfReach, 'onlyFound', 'gone'] as const).flatMap((file) => [
      mayNotAdd(through, rows.addTask(file, who)),
      mayNotChange(through, settles(file, who)),
    ]),
    mayNotAdd(through, rows.addTask('mine', 'colleague')),
    mayNotChange(through, settles('mine', 'colleague')),
  ];
};
/** One’s own alone, whoever one answers for. */
const ownVisit = (who: 'caseworker' | 'manager'): Probe[] => {
  const through = DATABASE_ROLE[PERSONAS[who].role];
  const visit = (of: PersonaName): string => `week_visits where account_id = '${PERSONAS[of].id}'`;
  const seen = (of: PersonaName): string =>
    `update week_visits set seen_at = now() where account_id = '${PERSONAS[of].id}'`;
  return [
    sees(through, visit(who)),
    misses(through, visit('colleague')),
    mayNotAdd(through, rows.addVisit('neighbour')),
    changes(through, seen(who)),
    mayNotChange(through, seen('colleague')),
  ];
};
/** Every view of one’s own; of others, those of one’s structure or service that are shared, to be used and not changed. */
const view = (of: PersonaName, shared: boolean): string => `saved_views where id = '${rows.viewIdOf(of, shared)}'`;
const ownViews = (who: PersonaName, other: PersonaName): Probe[] => {
  const through = DATABASE_ROLE[PERSONAS[who].role];
  const renames = (of: PersonaName): string =>
    `update saved_views set name = 'autre' where id = '${rows.viewIdOf(of, true)}'`;
  const deletes = (of: PersonaName): string => `delete from saved_views where id = '${rows.viewIdOf(of, true)}'`;
  return [
    sees(through, view(who, false)),
    sees(through, view(who, true)),
    misses(through, view(other, false)),
    adds(through, rows.addView(who, true, { kept: 'new' })),
    mayNotAdd(through, rows.addView(other, true, { kept: 'new' })),
    mayNotAdd(through, rows.addView(who, true, { kept: 'elsewhere', structure: 'somme' })),
    changes(through, renames(who)),
    changes(through, deletes(who)),
    mayNotChange(through, renames(other)),
    mayNotChange(through, deletes(other)),
  ];
};
const sharedViews = (who: PersonaName, colleague: PersonaName, stranger: PersonaName): Probe[] => {
  const through = DATABASE_ROLE[PERSONAS[who].role];
  return [
    sees(through, view(colleague, true)),
    misses(through, view(colleague, false)),
    misses(through, view(stranger, true)),
  ];
};
/** Whoever would reach the file otherwise does not see it once it was merged. */
const notMerged = (readers: readonly AnyRole[], row: (name: rows.FileName) => string): Probe[] =>
  readers.flatMap((through) => [sees(through, row('mine')), misses(through, row('merged'))]);
const READERS_OF_FILES: readonly AnyRole[] = [
  'jalon_caseworker',
  'jalon_manager',
  'jalon_ofii',
  'jalon_referent',
  'jalon_report',
  'jalon_engine',
];
const merge = (name: string): string => `merges where id = '${idOf('merge', name)}'`;
const foundBy = (through: AnyRole): Probe[] => [
  sees(through, merge('standing')),
  misses(through, merge('undone')),
  misses(through, merge('shut')),
];
const merge_move = (name: string): string => `merge_moves where row_id = '${idOf('move', name)}'`;
/** Of the structure, where both people are seen. */
const toldApart = (who: 'caseworker' | 'manager', unseen: rows.FileName): Probe[] => {
  const through = DATABASE_ROLE[PERSONAS[who].role];
  const pair = (other: rows.FileName, organisation: keyof typeof ORGANISATIONS = 'north'): string => {
    const [least = '', most = ''] = [idOf('person', 'mine'), idOf('person', other)].sort();
    return `people_told_apart where one_id = '${least}' and other_id = '${most}' and organisation_id = '${ORGANISATIONS[organisation].id}'`;
  };
  const tells = (other: rows.FileName, by: PersonaName = who, organisation: keyof typeof ORGANISATIONS = 'north') =>
    rows.addToldApart('mine', other, { organisation, by });
  return [
    sees(through, pair('sealed')),
    misses(through, pair(unseen)),
    misses(through, pair('shut')),
    misses(through, pair('sealed', 'neighbour')),
    adds(through, tells('located')),
    mayNotAdd(through, tells('located', 'colleague')),
    mayNotAdd(through, tells('located', who, 'neighbour')),
    mayNotAdd(through, tells('far')),
    mayNotAdd(through, tells('named')),
  ];
};
/** One’s own, of no file yet or of one that one follows; never of what is lent, or only found. */
const ownDrafts = (who: 'caseworker' | 'manager', outOfReach: rows.FileName): Probe[] => {
  const through = DATABASE_ROLE[PERSONAS[who].role];
  const one = (file: rows.FileName | null, of: PersonaName): string =>
    `drafts where account_id = '${PERSONAS[of].id}' and pathway_id is not distinct from ${file === null ? 'null::uuid' : `'${idOf('pathway', file)}'`}`;
  const hers = [null, 'mine', 'sealed'] as const;
  const notHers = [outOfReach, 'onlyFound', 'gone', ...(who === 'caseworker' ? (['opened'] as const) : [])] as const;
  const types = (file: rows.FileName | null, of: PersonaName): string =>
    `update drafts set value = '\\x01' ${one(file, of).slice('drafts '.length)}`;
  return [
    ...hers.flatMap((file) => [
      sees(through, one(file, who)),
      misses(through, one(file, 'colleague')),
      changes(through, types(file, who)),
      mayNotChange(through, types(file, 'colleague')),
      changes(through, `delete from ${one(file, who)}`),
      mayNotChange(through, `delete from ${one(file, 'colleague')}`),
    ]),
    adds(through, rows.addDraft('mine', 'entry', who)),
    mayNotAdd(through, rows.addDraft('mine', 'entry', 'colleague')),
    ...notHers.flatMap((file) => [
      misses(through, one(file, who)),
      mayNotAdd(through, rows.addDraft(file, 'entry', who)),
      mayNotChange(through, types(file, who)),
      mayNotChange(through, `delete from ${one(file, who)}`),
    ]),
  ];
};
const session = (name: string): string => `group_sessions where id = '${idOf('session', name)}'`;
const ofTheStructure = (who: 'caseworker' | 'manager'): Probe[] => {
  const through = DATABASE_ROLE[PERSONAS[who].role];
  const renames = (name: string, by: PersonaName): string =>
    `update group_sessions set title = 'Autre', version = 2, changed_by = '${PERSONAS[by].id}' where id = '${idOf('session', name)}'`;
  return [
    sees(through, session('ours')),
    misses(through, session('theirs')),
    adds(through, rows.addSession('new', 'north', who)),
    mayNotAdd(through, rows.addSession('new', 'neighbour', who)),
    mayNotAdd(through, rows.addSession('new', 'north', 'colleague')),
    changes(through, renames('ours', who)),
    mayNotChange(through, renames('ours', 'colleague')),
    mayNotChange(through, renames('theirs', who)),
  ];
};
const enrolment = (name: string, file: rows.FileName): string =>
  `session_enrolments where session_id = '${idOf('session', name)}' and pathway_id = '${idOf('pathway', file)}'`;
/** Of whoever she follows; of whoever is sealed, where she may open the file and say where the person is. */
const enrols = (who: 'caseworker' | 'manager', outOfReach: rows.FileName): Probe[] => {
  const through = DATABASE_ROLE[PERSONAS[who].role];
  const signs = (file: rows.FileName, by: PersonaName, name = 'ours'): string =>
    `update session_enrolments set attendance = 'ABSENT', version = 2, changed_by = '${PERSONAS[by].id}'
     where session_id = '${idOf('session', name)}' and pathway_id = '${idOf('pathway', file)}'`;
  const takesOut = (name: string, file: rows.FileName): string => `delete from ${enrolment(name, file)}`;
  return [
    ...(['mine', 'located'] as const).flatMap((file) => [
      sees(through, enrolment('ours', file)),
      adds(through, rows.addEnrolment('ours, empty', file, who)),
      changes(through, signs(file, who)),
      changes(through, takesOut('ours', file)),
    ]),
    ...([outOfReach, 'sealed', 'shut', 'onlyFound', 'gone', 'nobody59'] as const).flatMap((file) => [
      misses(through, enrolment('ours', file)),
      mayNotAdd(through, rows.addEnrolment('ours, empty', file, who)),
      mayNotChange(through, signs(file, who)),
      mayNotChange(through, takesOut('ours', file)),
    ]),
    misses(through, enrolment('theirs', 'mine')),
    mayNotAdd(through, rows.addEnrolment('theirs', 'located', who)),
    mayNotChange(through, signs('mine', who, 'theirs')),
    mayNotChange(through, takesOut('theirs', 'mine')),
    mayNotAdd(through, rows.addEnrolment('ours, empty', 'mine', 'colleague')),
    mayNotChange(through, signs('mine', 'colleague')),
  ];
};
const writesNotes = (who: 'caseworker' | 'manager', outOfReach: rows.FileName): Probe[] => {
  const through = DATABASE_ROLE[PERSONAS[who].role];
  const mine = { by: who, visibility: 'STRUCTURE', name: 'new' } as const;
  return [
    adds(through, rows.addNote('mine', mine)),
    adds(through, rows.addNote('sealed', mine)),
    mayNotAdd(through, rows.addNote('onlyFound', mine)),
    mayNotAdd(through, rows.addNote(outOfReach, mine)),
    mayNotAdd(through, rows.addNote('gone', mine)),
    mayNotAdd(through, rows.addNote('mine', { ...mine, by: 'colleague' })),
    mayNotAdd(through, rows.addNote('mine', { ...mine, by: 'colleague', signedBy: who })),
    mayNotAdd(through, rows.addNote('mine', { ...mine, signedBy: 'colleague' })),
    mayNotAdd(through, rows.addNote('mine', { ...mine, organisation: 'neighbour' })),
  ];
};
const withdrawsNote = (by: PersonaName, visibility: rows.NoteVisibility, who: PersonaName): string =>
  rows.withdrawNote('mine', { by, visibility, withdrawnBy: who });

/** Of each row policy, by table and name: rows that it must show or accept, and rows that it must hide or refuse. */
export const PROBES: Record<string, readonly Probe[]> = {
  'people.own_caseload': [
    ...behindTheSeal('jalon_caseworker', person),
    sees('jalon_caseworker', person('mine')),
    misses('jalon_caseworker', person('colleagues')),
    adds('jalon_caseworker', rows.addPerson('new', NORTH)),
    mayNotAdd('jalon_caseworker', rows.addPerson('new', { ...NORTH, referent: 'colleague' })),
  ],
  'people.own_structure': [
    ...behindTheSeal('jalon_manager', person),
    sees('jalon_manager', person('colleagues')),
    misses('jalon_manager', person('neighbours')),
    adds('jalon_manager', rows.addPerson('new', NORTH)),
    mayNotAdd('jalon_manager', rows.addPerson('new', { ...NORTH, organisation: 'neighbour', referent: null })),
  ],
  'people.nobody_yet': [sees('jalon_manager', person('nobody59')), misses('jalon_manager', person('nobody80'))],
  'people.territory': [
    misses('jalon_ofii', person('sealed')),
    sees('jalon_ofii', person('named')),
    sees('jalon_ofii', person('somme')),
    misses('jalon_ofii', person('far')),
    adds('jalon_ofii', rows.addPerson('new', { ...NORTH, referent: null })),
    mayNotAdd('jalon_ofii', rows.addPerson('new', { ...NORTH, department: '75' })),
  ],
  'person_locations.own_caseload': [
    sees('jalon_caseworker', location('mine')),
    misses('jalon_caseworker', location('colleagues')),
    ...behindLocation('jalon_caseworker', location),
    adds('jalon_caseworker', rows.addLocation('spare')),
    mayNotAdd('jalon_caseworker', rows.addLocation('far spare')),
  ],
  'person_locations.own_structure': [
    sees('jalon_manager', location('colleagues')),
    misses('jalon_manager', location('neighbours')),
    ...behindLocation('jalon_manager', location),
    adds('jalon_manager', rows.addLocation('spare')),
    mayNotAdd('jalon_manager', rows.addLocation('far spare')),
  ],
  'person_locations.territory': [
    sees('jalon_ofii', location('somme')),
    misses('jalon_ofii', location('far')),
    misses('jalon_ofii', location('located')),
    sees('jalon_ofii', location('named')),
    adds('jalon_ofii', rows.addLocation('spare')),
    mayNotAdd('jalon_ofii', rows.addLocation('far spare')),
  ],
  'person_locations.nobody_yet': [
    sees('jalon_manager', location('nobody59')),
    misses('jalon_manager', location('nobody80')),
  ],
  ...Object.fromEntries(
    (['jalon_caseworker', 'jalon_manager', 'jalon_engine'] as const).map((through) => [
      `pathway_changes.location_${through}`,
      [sees(through, move('mine')), ...behindLocation(through, move)],
    ]),
  ),
  'seal_rights.location_is_given_by_who_holds_it': [
    adds('jalon_manager', rows.addSealRight('located', 'colleague', 'LOCATE')),
    adds('jalon_manager', rows.addSealRight('mine', 'manager', 'LOCATE')),
    adds('jalon_manager', rows.addSealRight('located', 'colleague')),
    mayNotAdd('jalon_manager', rows.addSealRight('sealed', 'manager', 'LOCATE')),
  ],
  'transfers.location_is_handed_over_by_who_holds_it': [
    adds(
      'jalon_manager',
      rows.addTransfer('new', 'located', { by: 'manager', from: 'north', to: 'somme', sealed: true }),
    ),
    mayNotAdd(
      'jalon_manager',
      rows.addTransfer('new', 'sealed', { by: 'manager', from: 'north', to: 'somme', sealed: true }),
    ),
  ],
  'pathways.own_caseload': [
    ...behindTheSeal('jalon_caseworker', pathway),
    sees('jalon_caseworker', pathway('mine')),
    misses('jalon_caseworker', pathway('colleagues')),
    adds('jalon_caseworker', rows.addPathway('new', NORTH, 'spare')),
    mayNotAdd('jalon_caseworker', rows.addPathway('new', { ...NORTH, referent: 'colleague' }, 'spare')),
  ],
  'pathways.own_structure': [
    ...behindTheSeal('jalon_manager', pathway),
    sees('jalon_manager', pathway('colleagues')),
    misses('jalon_manager', pathway('neighbours')),
    adds('jalon_manager', rows.addPathway('new', NORTH, 'spare')),
    mayNotAdd(
      'jalon_manager',
      rows.addPathway('new', { ...NORTH, organisation: 'neighbour', referent: null }, 'spare'),
    ),
  ],
  'pathways.nobody_yet': [
    sees('jalon_manager', pathway('nobody59')),
    misses('jalon_manager', pathway('nobody80')),
    adds('jalon_manager', takenBy('north')),
    mayNotAdd('jalon_manager', takenBy('neighbour')),
    mayNotAdd(
      'jalon_manager',
      rows.addPathway('new', { ...NORTH, organisation: 'neighbour', referent: null }, 'spare'),
    ),
  ],
  'pathways.territory': [
    misses('jalon_ofii', pathway('sealed')),
    sees('jalon_ofii', pathway('named')),
    sees('jalon_ofii', pathway('somme')),
    misses('jalon_ofii', pathway('far')),
    adds('jalon_ofii', rows.addPathway('new', { ...NORTH, organisation: null, referent: null }, 'spare')),
    mayNotAdd('jalon_ofii', rows.addPathway('new', { ...NORTH, department: '75' }, 'spare')),
  ],
  'pathways.on_a_person_in_reach': (['jalon_caseworker', 'jalon_manager', 'jalon_ofii'] as const).flatMap((through) => [
    adds(through, rows.addPathway('new', NORTH, 'spare')),
    mayNotAdd(through, rows.addPathway('new', NORTH, 'far spare')),
  ]),
  'pathways.department': [
    misses('jalon_referent', pathway('sealed')),
    misses('jalon_referent', pathway('named')),
    sees('jalon_referent', pathway('neighbours')),
    misses('jalon_referent', pathway('somme')),
  ],
  'pathways.department_report': [
    misses('jalon_report', pathway('sealed')),
    misses('jalon_report', pathway('named')),
    sees('jalon_report', pathway('mine')),
    misses('jalon_report', pathway('somme')),
  ],
  'pathways.reach_of_the_actor': [
    ...behindTheSeal('jalon_engine', pathway),
    sees('jalon_engine', pathway('sealed'), 'manager'),
    misses('jalon_engine', pathway('shut'), 'manager'),
    misses('jalon_engine', pathway('sealed'), 'ofii'),
    misses('jalon_engine', pathway('sealed'), 'referent'),
    sees('jalon_engine', pathway('mine')),
    misses('jalon_engine', pathway('colleagues')),
    sees('jalon_engine', pathway('colleagues'), 'manager'),
    sees('jalon_engine', pathway('nobody59'), 'manager'),
    changes('jalon_engine', COMPUTED, 'caseworker'),
    mayNotChange('jalon_engine', COMPUTED, 'referent'),
    misses('jalon_engine', pathway('neighbours'), 'manager'),
    misses('jalon_engine', pathway('nobody80'), 'manager'),
    sees('jalon_engine', pathway('somme'), 'ofii'),
    sees('jalon_engine', pathway('named'), 'ofii'),
    misses('jalon_engine', pathway('named'), 'manager'),
    misses('jalon_engine', pathway('named'), 'referent'),
    misses('jalon_engine', pathway('far'), 'ofii'),
    sees('jalon_engine', pathway('neighbours'), 'referent'),
    misses('jalon_engine', pathway('somme'), 'referent'),
    ...(['prefecture', 'region', 'auditor', 'admin'] as const).map((who) =>
      misses('jalon_engine', pathway('mine'), who),
    ),
  ],
  ...derivedRows('pathway_steps', step, (file) => rows.addStep(file, 'LANGUAGE', 'new')),
  ...derivedRows('pathway_stalls', stall, (file) => rows.addStall(file, 'LANGUAGE', 'new')),
  ...Object.fromEntries(
    (['pathway_events', 'pathway_changes'] as const).flatMap((table) => {
      const row = table === 'pathway_events' ? event : change;
      return [
        [
          `${table}.of_reached_pathways`,
          [
            sees('jalon_caseworker', row('mine', 'HEALTH')),
            misses('jalon_caseworker', row('colleagues')),
            sees('jalon_manager', row('colleagues')),
            misses('jalon_manager', row('neighbours')),
          ],
        ],
        [
          `${table}.of_reached_pathways_engine`,
          [sees('jalon_engine', row('mine', 'HEALTH')), misses('jalon_engine', row('colleagues'))],
        ],
        [
          `${table}.of_reached_pathways_ofii`,
          [
            sees('jalon_ofii', row('somme')),
            misses('jalon_ofii', row('far')),
            misses('jalon_ofii', row('somme', 'HEALTH')),
          ],
        ],
      ];
    }),
  ),
  'pathway_events.reach_of_the_actor_adds': [
    adds('jalon_engine', rows.addEvent('mine', { domain: 'HEALTH', seq: 1000 })),
    mayNotAdd('jalon_engine', rows.addEvent('colleagues', { domain: 'HEALTH', seq: 1000 })),
    ...(
      [
        ['gone', 'caseworker'],
        ['gone', 'manager'],
        ['opened', 'caseworker'],
        ['opened', 'neighbourManager'],
        ['mine', 'referent'],
      ] as const
    ).map(([file, by]) => mayNotAdd('jalon_engine', rows.addEvent(file, { domain: 'LANGUAGE', seq: 1000, by }), by)),
    adds('jalon_engine', rows.addEvent('mine', { domain: 'LANGUAGE', seq: 1000, by: 'ofii' }), 'ofii'),
  ],
  'pathway_events.in_ones_own_name': [
    adds('jalon_engine', rows.addEvent('mine', { domain: 'HEALTH', seq: 1000 })),
    mayNotAdd('jalon_engine', rows.addEvent('mine', { domain: 'HEALTH', seq: 1000, by: 'colleague' })),
  ],
  ...Object.fromEntries(
    (
      [
        ['own_reach_adds', 'caseworker', 'colleagues'],
        ['own_reach_adds_manager', 'manager', 'neighbours'],
        ['own_reach_adds_ofii', 'ofii', 'far'],
      ] as const
    ).map(([policy, who, outOfReach]) => [
      `pathway_changes.${policy}`,
      [
        adds(DATABASE_ROLE[PERSONAS[who].role], rows.addChange('mine', { domain: 'LANGUAGE', by: who })),
        mayNotAdd(DATABASE_ROLE[PERSONAS[who].role], rows.addChange(outOfReach, { domain: 'LANGUAGE', by: who })),
        ...(who === 'ofii'
          ? []
          : (['gone', 'opened'] as const).map((file) => {
              const by = who === 'manager' && file === 'opened' ? 'neighbourManager' : who;
              const through = DATABASE_ROLE[PERSONAS[by].role];
              return mayNotAdd(through, rows.addChange(file, { domain: 'LANGUAGE', by }), by);
            })),
        mayNotAdd(DATABASE_ROLE[PERSONAS[who].role], rows.addChange('mine', { domain: 'LANGUAGE', by: 'colleague' })),
      ],
    ]),
  ),
  'stall_follow_ups.department': [
    misses('jalon_referent', followUp('sealed')),
    sees('jalon_referent', followUp('mine')),
    misses('jalon_referent', followUp('somme')),
    adds('jalon_referent', follows()),
    mayNotAdd('jalon_referent', follows({ by: 'referentSomme' })),
    mayNotAdd('jalon_referent', follows({ department: '80' })),
    mayNotAdd('jalon_referent', follows({ stallOf: 'colleagues' })),
  ],
  'stall_follow_ups.of_visible_stalls': [
    sees('jalon_caseworker', followUp('mine')),
    misses('jalon_caseworker', followUp('colleagues')),
    sees('jalon_manager', followUp('colleagues')),
    misses('jalon_manager', followUp('neighbours')),
    sees('jalon_ofii', followUp('somme')),
    misses('jalon_ofii', followUp('somme', 'HEALTH')),
  ],
  'seal_rights.own_rights': [
    sees('jalon_caseworker', sealRight('sealed', 'caseworker')),
    misses('jalon_caseworker', sealRight('sealed', 'manager')),
  ],
  'seal_rights.of_reached_pathways': [
    sees('jalon_manager', `${sealRight('located', 'caseworker')} and right_to = 'READ'`),
    misses('jalon_manager', sealRight('shut', 'colleague')),
    adds('jalon_manager', rows.addSealRight('located', 'colleague')),
    mayNotAdd('jalon_manager', rows.addSealRight('located', 'neighbour')),
    // Whoever only finds the file, or opens it without locating her, knows her own rights, and gives and takes none.
    ...(['onlyFound', 'sealed'] as const).flatMap((file) => [
      sees('jalon_manager', `${sealRight(file, 'manager')} and right_to = 'SEARCH'`),
      misses('jalon_manager', `${sealRight(file, 'caseworker')} and right_to = 'SEARCH'`),
      mayNotAdd('jalon_manager', rows.addSealRight(file, 'colleague')),
      mayNotChange('jalon_manager', `delete from ${sealRight(file, 'caseworker')} and right_to = 'SEARCH'`),
    ]),
    mayNotAdd('jalon_manager', rows.addSealRight('onlyFound', 'manager')),
    changes('jalon_manager', `delete from ${sealRight('located', 'caseworker')} and right_to = 'READ'`),
    mayNotAdd('jalon_manager', rows.addSealRight('shut', 'manager')),
    mayNotAdd('jalon_manager', rows.addSealRight('nobody59', 'manager')),
  ],
  ...lentRows('people', person),
  'person_locations.opened_jalon_caseworker': whereShe('jalon_caseworker', 'caseworker', 'caseworker'),
  'person_locations.opened_jalon_manager': whereShe('jalon_manager', 'neighbourManager', 'manager'),
  'former_locations.given_jalon_caseworker': [
    sees('jalon_caseworker', formerLocation('gone')),
    misses('jalon_caseworker', formerLocation('gone'), 'colleague'),
    misses('jalon_caseworker', formerLocation('longGone')),
  ],
  'former_locations.given_jalon_manager': [
    sees('jalon_manager', formerLocation('gone')),
    misses('jalon_manager', formerLocation('gone'), 'neighbourManager'),
    misses('jalon_manager', formerLocation('longGone')),
  ],
  ...Object.fromEntries(
    (['jalon_caseworker', 'jalon_manager', 'jalon_engine'] as const).map((through) => [
      `pathway_changes.until_it_left_${through}`,
      [
        sees(through, formerMove('gone')),
        misses(through, move('gone')),
        sees(through, move('mine')),
        // Whoever follows it since reads both.
        ...(through === 'jalon_caseworker' ? (['neighbour'] as const) : (['neighbourManager'] as const)).flatMap(
          (who) => [sees(through, formerMove('gone'), who), sees(through, move('gone'), who)],
        ),
      ],
    ]),
  ),
  ...lentRows('pathways', pathway),
  ...lentRows('pathway_steps', step),
  ...lentRows('pathway_stalls', stall),
  'pathways.lent': [
    ...lent('jalon_engine', pathway, 'caseworker'),
    ...openedByMistake('jalon_engine', pathway, 'caseworker'),
  ],
  'transfers.given': [
    sees('jalon_manager', transfer('asked')),
    misses('jalon_manager', transfer('asked'), 'sommeManager'),
    adds('jalon_manager', rows.addTransfer('new', 'colleagues', { by: 'manager', from: 'north', to: 'somme' })),
    mayNotAdd('jalon_manager', rows.addTransfer('new', 'colleagues', { by: 'colleague', from: 'north', to: 'somme' })),
    mayNotAdd(
      'jalon_manager',
      rows.addTransfer('new', 'openedBefore', { by: 'manager', from: 'neighbour', to: 'somme' }),
    ),
    mayNotAdd('jalon_manager', rows.addTransfer('new', 'longGone', { by: 'manager', from: 'north', to: 'somme' })),
    mayNotAdd(
      'jalon_manager',
      rows.addTransfer('new', 'sealed', { by: 'manager', from: 'north', to: 'somme', sealed: false }),
    ),
  ],
  'transfers.received': [
    sees('jalon_manager', transfer('asked of us')),
    misses('jalon_manager', transfer('asked of us'), 'sommeManager'),
    adds('jalon_manager', answers('asked of us', 'REFUSED')),
    mayNotAdd('jalon_manager', answers('asked of us', 'CANCELLED')),
  ],
  'transfers.handed_over': [
    sees('jalon_caseworker', transfer('gone')),
    misses('jalon_caseworker', transfer('gone'), 'colleague'),
    misses('jalon_caseworker', transfer('asked')),
  ],
  'notes.read_by_jalon_caseworker': [
    ...readsNotes('jalon_caseworker', 'mine', 'caseworker'),
    misses('jalon_caseworker', note('colleagues', 'caseworker', 'SHARED')),
    ...(['mine', 'gone'] as const).map((file) => sees('jalon_caseworker', note(file, 'caseworker', 'PRIVATE'))),
    misses('jalon_caseworker', note('opened', 'caseworker', 'PRIVATE')),
  ],
  'notes.read_by_jalon_manager': [
    ...readsNotes('jalon_manager', 'colleagues', 'neighbourManager'),
    sees('jalon_manager', note('nobody59', 'neighbour', 'SHARED')),
    misses('jalon_manager', note('nobody80', 'neighbour', 'SHARED')),
    misses('jalon_manager', note('neighbours', 'caseworker', 'SHARED')),
  ],
  'pathway_changes.seal_rights_of_managers': [
    sees('jalon_caseworker', move('mine')),
    misses('jalon_caseworker', `pathway_changes where field = 'sealRights'`),
    sees('jalon_manager', `pathway_changes where field = 'sealRights'`),
  ],
  'tasks.followed_by_jalon_caseworker': [
    ...readsTasks('caseworker', 'colleagues'),
    ...changesTasks('caseworker', 'colleagues'),
  ],
  'tasks.followed_by_jalon_manager': [
    ...readsTasks('manager', 'neighbours'),
    ...changesTasks('manager', 'neighbours'),
    sees('jalon_manager', task('colleagues')),
    misses('jalon_manager', task('nobody59')),
    mayNotAdd('jalon_manager', rows.addTask('nobody59', 'manager')),
  ],
  'saved_views.own_of_jalon_caseworker': ownViews('caseworker', 'colleague'),
  'saved_views.own_of_jalon_manager': ownViews('manager', 'colleague'),
  'saved_views.own_of_jalon_ofii': ownViews('ofii', 'caseworker'),
  'saved_views.own_of_jalon_referent': ownViews('referent', 'caseworker'),
  'saved_views.shared_with_jalon_caseworker': sharedViews('caseworker', 'colleague', 'neighbour'),
  'saved_views.shared_with_jalon_manager': sharedViews('manager', 'caseworker', 'neighbour'),
  'saved_views.shared_with_jalon_ofii': sharedViews('ofii', 'admin', 'caseworker'),
  'saved_views.shared_with_jalon_referent': sharedViews('referent', 'prefecture', 'caseworker'),
  'people_told_apart.of_the_structure_jalon_caseworker': toldApart('caseworker', 'colleagues'),
  'people_told_apart.of_the_structure_jalon_manager': [
    ...toldApart('manager', 'neighbours'),
    sees('jalon_manager', `people_told_apart where told_by = '${PERSONAS.colleague.id}'`),
  ],
  'pathways.not_merged': notMerged(READERS_OF_FILES, pathway),
  'people.not_merged': notMerged(['jalon_caseworker', 'jalon_manager', 'jalon_ofii'], person),
  'pathway_steps.not_merged': notMerged(READERS_OF_FILES, step),
  'pathway_stalls.not_merged': notMerged(READERS_OF_FILES, stall),
  'merges.found_by_jalon_caseworker': [...foundBy('jalon_caseworker'), misses('jalon_caseworker', merge('neighbours'))],
  'merges.found_by_jalon_manager': [...foundBy('jalon_manager'), misses('jalon_manager', merge('neighbours'))],
  'merges.found_by_jalon_ofii': foundBy('jalon_ofii'),
  'merges.found_by_jalon_referent': foundBy('jalon_referent'),
  'merge_moves.of_the_merges_jalon_manager': [
    sees('jalon_manager', merge_move('standing')),
    misses('jalon_manager', merge_move('undone')),
    misses('jalon_manager', merge_move('shut')),
    misses('jalon_manager', merge_move('neighbours')),
  ],
  'week_visits.own_of_jalon_caseworker': ownVisit('caseworker'),
  'week_visits.own_of_jalon_manager': ownVisit('manager'),
  'drafts.own_of_jalon_caseworker': ownDrafts('caseworker', 'colleagues'),
  'drafts.own_of_jalon_manager': ownDrafts('manager', 'neighbours'),
  'group_sessions.of_the_structure_jalon_caseworker': ofTheStructure('caseworker'),
  'group_sessions.of_the_structure_jalon_manager': ofTheStructure('manager'),
  'session_enrolments.followed_by_jalon_caseworker': [
    ...enrols('caseworker', 'colleagues'),
    misses('jalon_caseworker', enrolment('ours', 'opened')),
  ],
  'session_enrolments.followed_by_jalon_manager': [
    ...enrols('manager', 'neighbours'),
    sees('jalon_manager', enrolment('ours', 'colleagues')),
  ],
  'notes.written_by_jalon_caseworker': [
    ...writesNotes('caseworker', 'colleagues'),
    adds('jalon_caseworker', withdrawsNote('caseworker', 'SHARED', 'caseworker')),
    mayNotAdd('jalon_caseworker', withdrawsNote('colleague', 'SHARED', 'caseworker')),
  ],
  'notes.written_by_jalon_manager': [
    ...writesNotes('manager', 'neighbours'),
    mayNotAdd('jalon_manager', rows.addNote('nobody59', { by: 'manager', visibility: 'SHARED' })),
    adds('jalon_manager', withdrawsNote('colleague', 'STRUCTURE', 'manager')),
    adds('jalon_manager', withdrawsNote('neighbour', 'SHARED', 'manager')),
    mayNotAdd('jalon_manager', withdrawsNote('colleague', 'PRIVATE', 'manager')),
    mayNotAdd('jalon_manager', withdrawsNote('neighbour', 'STRUCTURE', 'manager')),
  ],
  'openings.own_openings': [
    sees('jalon_caseworker', opening('opened')),
    sees('jalon_caseworker', opening('opened'), 'colleague'),
    misses('jalon_caseworker', opening('opened'), 'neighbour'),
  ],
  'openings.of_the_structure': [
    sees('jalon_manager', opening('opened')),
    sees('jalon_manager', opening('opened'), 'neighbourManager'),
    misses('jalon_manager', opening('opened'), 'sommeManager'),
  ],
  'openings.all_openings': [
    sees('jalon_auditor', opening('opened'), 'auditor'),
    misses('jalon_auditor', opening('opened'), 'nobody'),
  ],
  'imports.own_office': [
    sees('jalon_ofii', import_('ours ready')),
    misses('jalon_ofii', import_('theirs')),
    adds('jalon_ofii', rows.addImport('new', 'ofii', 'CHECKING')),
    mayNotAdd('jalon_ofii', rows.addImport('new', 'prefecture', 'CHECKING')),
  ],
  'imports.in_ones_own_name': [
    adds('jalon_ofii', rows.addImport('new', 'ofii', 'CHECKING')),
    mayNotAdd('jalon_ofii', rows.addImport('new', 'ofii', 'CHECKING', 'manager')),
  ],
  'imports.at_work': [sees('jalon_auth', import_('theirs')), misses('jalon_auth', import_('ours ready'))],
  'import_rows.own_office': [
    sees('jalon_ofii', importRow('ours')),
    misses('jalon_ofii', importRow('theirs')),
    adds('jalon_ofii', rows.addImportRow('ours', 2)),
    mayNotAdd('jalon_ofii', rows.addImportRow('theirs', 2)),
  ],
  ...Object.fromEntries(
    (['caseworker', 'manager', 'ofii', 'referent'] as const).map((who) => {
      const through = DATABASE_ROLE[PERSONAS[who].role];
      return [
        `idempotency_keys.own_keys_${through}`,
        [
          sees(through, key(who)),
          misses(through, key('admin')),
          adds(through, rows.addKey('new', who)),
          mayNotAdd(through, rows.addKey('new', 'admin')),
        ],
      ];
    }),
  ),
  'accounts.all_admin': [sees('jalon_admin', account('ofii')), misses('jalon_admin', account('ofii'), 'nobody')],
  'accounts.all_auditor': [sees('jalon_auditor', account('ofii')), misses('jalon_auditor', account('ofii'), 'nobody')],
  'accounts.professionals_ofii': [
    sees('jalon_ofii', account('sommeManager')),
    misses('jalon_ofii', account('ofii'), 'nobody'),
  ],
  'accounts.professionals_referent': [
    sees('jalon_referent', account('caseworker')),
    misses('jalon_referent', account('referent'), 'nobody'),
  ],
  'accounts.same_organisation': [
    sees('jalon_caseworker', account('colleague')),
    misses('jalon_caseworker', account('neighbour')),
  ],
  'accounts.same_organisation_manager': [
    sees('jalon_manager', account('colleague')),
    misses('jalon_manager', account('neighbour')),
  ],
  // The same of what leads to an account: an identity, an invitation.
  'account_identities.sign_in': [
    sees('jalon_auth', `account_identities where account_id = '${PERSONAS.caseworker.id}'`),
    adds('jalon_auth', rows.addIdentity('new', 'colleague')),
  ],
  'identity_invitations.sign_in': [
    sees('jalon_auth', `identity_invitations where account_id = '${PERSONAS.caseworker.id}'`),
  ],
  'identity_invitations.invited_by_admin': [
    adds('jalon_admin', rows.addInvitation('new', { to: 'colleague', by: 'admin' })),
    mayNotAdd('jalon_admin', rows.addInvitation('new', { to: 'colleague', by: 'manager' })),
    mayNotAdd('jalon_admin', rows.addInvitation('new', { to: 'colleague', by: 'admin' }), 'nobody'),
  ],
  // Before anybody is known, every account may be the one who signs in: nothing to hide, only columns.
  'accounts.sign_in': [sees('jalon_auth', account('admin'))],
  'audit_entries.whole_trail': [
    sees('jalon_auditor', 'audit_entries where seq = 1'),
    misses('jalon_auditor', 'audit_entries where seq = 1', 'nobody'),
  ],
  'second_factors.sign_in': [sees('jalon_auth', factor('admin'))],
  'recovery_codes.sign_in': [sees('jalon_auth', `recovery_codes where account_id = '${PERSONAS.caseworker.id}'`)],
  'account_links.sign_in': [sees('jalon_auth', link('caseworker'))],
  'accounts.made_by_admin': [
    adds('jalon_admin', rows.addAccount('new')),
    mayNotAdd('jalon_admin', rows.addAccount('new'), 'nobody'),
  ],
  'accounts.changed_by_another_admin': [
    adds('jalon_admin', `update ${account('caseworker').replace('where', "set role = 'AUDITOR' where")}`),
    mayNotAdd('jalon_admin', `update ${account('admin').replace('where', "set role = 'AUDITOR' where")}`),
  ],
  'account_links.made_by_admin': [
    sees('jalon_admin', link('caseworker')),
    misses('jalon_admin', link('caseworker'), 'nobody'),
    adds('jalon_admin', rows.addLink('new', 'ofii', 'admin')),
    mayNotAdd('jalon_admin', rows.addLink('new', 'ofii', 'caseworker')),
  ],
  'factor_resets.told_to_admin': [
    sees('jalon_admin', `factor_resets where account_id = '${PERSONAS.caseworker.id}'`),
    misses('jalon_admin', `factor_resets where account_id = '${PERSONAS.caseworker.id}'`, 'nobody'),
  ],
  'factor_resets.in_ones_own_name': [
    adds('jalon_admin', rows.addFactorReset('colleague', 'admin')),
    mayNotAdd('jalon_admin', rows.addFactorReset('colleague', 'ofii')),
    mayNotAdd('jalon_admin', rows.addFactorReset('admin', 'admin')),
  ],
  'second_factors.told_to_admin': [
    sees('jalon_admin', factor('admin')),
    misses('jalon_admin', factor('admin'), 'nobody'),
  ],
  'second_factors.taken_back_by_another_admin': [
    adds('jalon_admin', `delete from ${factor('caseworker')}`),
    mayNotAdd('jalon_admin', `delete from ${factor('admin')}`),
  ],
};
