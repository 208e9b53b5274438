import { randomUUID } from 'node:crypto';
import { UNKNOWN_BIRTH } from '../domain/person/birth.ts';
import { searchKeys } from '../domain/person/searchKeys.ts';
import { ORGANISATIONS, PERSONAS, type PersonaName } from './personas.ts';
import type { World } from './world.ts';

/** Readers of the crawl: one of each role who could reach the file, and two who could not. */
export const READERS = [
  'caseworker',
  'manager',
  'ofii',
  'referent',
  'prefecture',
  'region',
  'auditor',
  'admin',
  'colleague',
  'neighbourManager',
] as const satisfies readonly PersonaName[];
export type Reader = (typeof READERS)[number];

const STRUCTURE = ['caseworker', 'manager'] as const;
const WITH_THE_OFFICE = [...STRUCTURE, 'ofii'] as const;
const WHOEVER_READS = [...WITH_THE_OFFICE, 'referent'] as const;
/** The one that hands a file over, and the one that is asked to take it: by their managers. */
export const BOTH_STRUCTURES = ['manager', 'neighbourManager'] as const;
const OF_AN_OPENING = [...BOTH_STRUCTURES, 'caseworker', 'auditor'] as const;
const THE_OFFICE = ['ofii'] as const;
const NOBODY = [] as const;

/** What a column holds: a value to be looked for in every answer, and by hand who may be shown it; or why none is needed. */
export type Classified =
  | { readonly canary: string; readonly seenBy: readonly Reader[] }
  /** No one’s life: codes, keys, technical values. */
  | { readonly harmless: string };

const harmless = (why: string): Classified => ({ harmless: why });
const seen = (canary: string, seenBy: readonly Reader[]): Classified => ({ canary, seenBy });
const CODE = harmless('a code, from a list that a constraint or the domain holds');

/** Every column of text of the database. A new one has to be told here what it holds, and who may be shown it. */
export const COLUMNS: Record<string, Classified> = {
  'account_links.kind': CODE,
  'account_links.token_hash': harmless('a hash of what was drawn'),
  'account_identities.issuer': harmless('the address of a provider'),
  'account_identities.subject': seen('canarisujet', NOBODY),
  'account_identities.linked_by': CODE,
  'accounts.departments': harmless('numbers of departments'),
  // Sign-in shows one’s own address to oneself; the administrator, who makes accounts, reads them.
  'accounts.email': seen('canarimel@test.example', ['admin', 'manager']),
  'accounts.password_hash': seen('canarimotdepasse', NOBODY),
  // The colleague who recorded an event is named to whoever may see her: her structure, the office, the referent; and she
  // to herself.
  'accounts.display_name': seen('Canaricollegue', [...WHOEVER_READS, 'colleague', 'admin']),
  'accounts.role': CODE,
  'audit_entries.role': CODE,
  'audit_entries.operation': CODE,
  'audit_entries.kind': CODE,
  'audit_entries.outcome': CODE,
  'audit_entries.purpose': CODE,
  'audit_entries.fields': harmless('names of fields: a constraint lets nothing else in'),
  'audit_entries.hash': harmless('a hash'),
  'audit_heads.hash': harmless('a hash'),
  'derived_rows_state.rules': harmless('a fingerprint of the rules'),
  'derived_rows_state.unsigned_under': CODE,
  'factor_resets.reason': seen('Canaritelephone', ['admin']),
  'idempotency_keys.operation': harmless('an operation and its path'),
  'idempotency_keys.body_hash': seen('canariempreinte', NOBODY),
  'idempotency_keys.response': seen('canarireponse', NOBODY),
  'idempotency_keys.etag': harmless('a version'),
  'identity_flows.id': harmless('a hash of what was drawn'),
  'identity_flows.purpose': CODE,
  'identity_flows.invitation': harmless('a hash of what was drawn'),
  'identity_invitations.token_hash': harmless('a hash of what was drawn'),
  'import_rows.outcome': CODE,
  'import_rows.display_name': seen('Canariligne', THE_OFFICE),
  'import_rows.foreigner_number': seen('7700000001', THE_OFFICE),
  'import_rows.structure': seen('Canaristructure', THE_OFFICE),
  'import_rows.parsed': seen('canarilu', NOBODY),
  'import_rows.errors': seen('Canarierreur', THE_OFFICE),
  'import_rows.warnings': seen('Canariavertissement', THE_OFFICE),
  'import_rows.changes': seen('Canarichangement', THE_OFFICE),
  'import_rows.conflicts': seen('Canariconflit', THE_OFFICE),
  'imports.file': seen('canarifichier', NOBODY),
  'imports.file_name': seen('canarinom.csv', THE_OFFICE),
  'imports.state': CODE,
  'imports.failure_code': CODE,
  'imports.failure_message': seen('Canariechec', THE_OFFICE),
  'imports.warnings': seen('Canarialerte', THE_OFFICE),
  'organisations.name': harmless('a directory, for everybody who signs in'),
  'saved_views.name': seen('Canarivue', [...STRUCTURE, 'colleague']),
  'saved_views.list': CODE,
  'saved_views.sort': CODE,
  'saved_views.filter': harmless(
    'codes and identifiers of structures and professionals: the contract lets nothing else in',
  ),
  'merges.merged_number': harmless('the number of a file: it means nothing'),
  'merge_moves.kind': CODE,
  'merge_stalls.rule': CODE,
  'merge_stalls.stall': harmless('a stall as it was: codes, days and durations'),
  // Kept for the day on which the merge is undone: the stalls tell it until then, to whoever reads them.
  'merge_stalls.actions': seen('Canarigestegarde', NOBODY),
  'merges.by_hand': harmless('names of fields'),
  'tasks.what': seen('Canariafaire', STRUCTURE),
  'tasks.reason': seen('Canarireport', STRUCTURE),
  'tasks.step': CODE,
  // Of the structure: whoever works there reads what it gives.
  'group_sessions.title': seen('Canariseance', [...STRUCTURE, 'colleague']),
  'group_sessions.place': seen('Canarisalle', [...STRUCTURE, 'colleague']),
  'group_sessions.kind': CODE,
  'group_sessions.level': CODE,
  'group_sessions.starts_at': harmless('a time: a constraint lets nothing else in'),
  'group_sessions.ends_at': harmless('a time: a constraint lets nothing else in'),
  'session_enrolments.attendance': CODE,
  'session_enrolments.absence_reason': CODE,
  'tasks.state': CODE,
  'drafts.form': CODE,
  'drafts.value': harmless('encrypted, with a key that the database does not have'),
  'notes.visibility': CODE,
  // A private note of the caseworker; those of others, and for others, are below.
  'notes.text': seen('Canarinoteprivee', ['caseworker']),
  'notes.reason': seen('Canariretrait', STRUCTURE),
  // Whoever follows the file, whoever opened it, and the auditor.
  'openings.role': CODE,
  'openings.reason': seen('Canariurgence, dite en vingt lettres', OF_AN_OPENING),
  'openings.number': seen('CANARINUMERO', OF_AN_OPENING),
  'openings.opened_by': seen('Canariouvreuse', OF_AN_OPENING),
  'organisations.siret': harmless('the public number of an establishment'),
  'organisations.kind': CODE,
  'organisations.department': harmless('the number of a department'),
  'pathway_changes.kind': CODE,
  'pathway_changes.source': CODE,
  'pathway_changes.domain': CODE,
  'pathway_changes.field': seen('person.canarichamp', WITH_THE_OFFICE),
  'pathway_changes.before': seen('Canariavant', WITH_THE_OFFICE),
  'pathway_changes.after': seen('Canariapres', WITH_THE_OFFICE),
  // Why a value was restored: typed by the structure, for the structure.
  'pathway_changes.reason': seen('Canariretabli', STRUCTURE),
  'pathway_changes.was': seen('canarietait', NOBODY),
  'pathway_events.kind': CODE,
  'pathway_events.domain': CODE,
  'pathway_events.source': CODE,
  // The number noted with a step of the office; the other, of a step of health, is below.
  'pathway_events.body': seen('Canarireference', WITH_THE_OFFICE),
  'pathway_stalls.rule': CODE,
  'pathway_stalls.domain': CODE,
  'pathway_stalls.department': harmless('the number of a department'),
  'pathway_stalls.severity': CODE,
  'pathway_stalls.turn': CODE,
  'pathway_stalls.facts': harmless('days and durations, worded by the rule'),
  'pathway_steps.step': CODE,
  'pathway_steps.domain': CODE,
  'pathway_steps.department': harmless('the number of a department'),
  'pathway_steps.status': CODE,
  'pathway_steps.waits_for': CODE,
  'pathway_steps.outcome': CODE,
  'pathway_steps.party': CODE,
  'pathways.number': harmless('the name of a file where no person is named'),
  'pathways.department': harmless('the number of a department'),
  // The ground of an exemption, which may be of health; the facts of housing are below.
  'pathways.facts': seen('CANARI_EXEMPTION', WITH_THE_OFFICE),
  'pathways.corrected_by_hand': seen('canaricorrige', NOBODY),
  'pathways.protection': CODE,
  'pathways.contract_rule_set': CODE,
  'pathways.contract_state': CODE,
  'people.department': harmless('the number of a department'),
  'people.foreigner_number': seen('7700000002', WITH_THE_OFFICE),
  'people.ofii_number': seen('CANARIOFII', WITH_THE_OFFICE),
  'people.birth_name': seen('Canarinaissance', WITH_THE_OFFICE),
  'people.usage_name': seen('Canariusage', WITH_THE_OFFICE),
  'people.first_names': seen('Canariprenom', WITH_THE_OFFICE),
  'people.birth_value': seen('1967-11-23', WITH_THE_OFFICE),
  'people.birth_precision': CODE,
  'people.sex': CODE,
  'people.nationality': seen('Canarinationalite', WITH_THE_OFFICE),
  'people.languages': seen('Canarilangue', WITH_THE_OFFICE),
  'person_locations.phone': seen('0777000003', WITH_THE_OFFICE),
  'person_locations.email': seen('canariperson@test.example', WITH_THE_OFFICE),
  'person_locations.address_line': seen('Canarirue', WITH_THE_OFFICE),
  // Letters: five digits are found by chance in some identifier.
  'person_locations.postcode': seen('CANARICODE', WITH_THE_OFFICE),
  'person_locations.commune': seen('Canaricommune', WITH_THE_OFFICE),
  // Of a transfer that was refused: nobody read the file by it. Of one accepted, the matrix of records says who is told.
  'former_locations.phone': seen('CANARIJADISTEL', NOBODY),
  'former_locations.email': seen('canarijadis@test.example', NOBODY),
  'former_locations.address_line': seen('Canarijadisrue', NOBODY),
  'former_locations.postcode': seen('CANARIJADISCODE', NOBODY),
  'former_locations.commune': seen('Canarijadiscommune', NOBODY),
  'people.name_sort': seen('canaritri', NOBODY),
  'people.search_text': seen('canarirecherche', NOBODY),
  // Made by the database from the telephone, backwards.
  'person_locations.phone_key': seen('300000777', NOBODY),
  'recovery_codes.code_hash': harmless('a hash of what was drawn'),
  'reveals.session_key': seen('canaricle', NOBODY),
  'reveals.reason': seen('Canarimotif', NOBODY),
  'seal_rights.right_to': CODE,
  'second_factors.secret': harmless('encrypted, with a key that the database does not have'),
  'second_factors.pending': harmless('encrypted, with a key that the database does not have'),
  'sessions.browser': harmless('« Firefox sur Windows »: told to whoever opened the session'),
  'sessions.sid': seen('canarisession', NOBODY),
  'sessions.sess': seen('canaricontenu', NOBODY),
  'sign_in_limits.key': seen('canariessai', NOBODY),
  'stall_follow_ups.department': harmless('the number of a department'),
  'stall_follow_ups.action': CODE,
  // Of a stall of the office’s domains.
  'stall_follow_ups.note': seen('Canarisuivi', WHOEVER_READS),
  'transfers.reason': seen('Canaritransmission', BOTH_STRUCTURES),
  'transfers.preview': seen('Canariapercu', BOTH_STRUCTURES),
  'transfers.state': CODE,
  'transfers.answer_reason': seen('Canarirefus', BOTH_STRUCTURES),
  'threshold_sets.rules': harmless('durations'),
  'threshold_sets.silence_days': harmless('durations'),
  'threshold_sets.reason': seen('Canariseuil', ['admin']),
};

/** Values that share a column with others of another domain. */
export const WITHIN_COLUMNS: Record<string, { readonly canary: string; readonly seenBy: readonly Reader[] }> = {
  'pathway_events.body of a step of health': { canary: 'Canarisante', seenBy: STRUCTURE },
  'pathway_events.body, the reason of a pause': { canary: 'MATERNITY', seenBy: STRUCTURE },
  'pathways.facts, the birth': { canary: '1990-05-04', seenBy: WITH_THE_OFFICE },
  'pathways.facts, the housing': { canary: 'HOTEL_EMERGENCY', seenBy: [...STRUCTURE, 'referent'] },
  'stall_follow_ups.note of a stall of health': { canary: 'Canarisoin', seenBy: [...STRUCTURE, 'referent'] },
  'drafts.value, once opened': { canary: 'Canaribrouillon', seenBy: ['caseworker'] },
  'notes.text, private, of a colleague': { canary: 'Canarinotetue', seenBy: NOBODY },
  'notes.text, of the structure': { canary: 'Canarinotestructure', seenBy: STRUCTURE },
  'notes.text, of another structure': { canary: 'Canarinoteailleurs', seenBy: NOBODY },
  'notes.text, shared': { canary: 'Canarinotepartagee', seenBy: STRUCTURE },
  'notes.text, shared by another structure': { canary: 'Canarinotevenue', seenBy: STRUCTURE },
  'notes.text, before it was corrected': { canary: 'Canarinotedavant', seenBy: STRUCTURE },
  'notes.text, private before it was shared': { canary: 'Canarinotejadis', seenBy: NOBODY },
  'notes.text, withdrawn, of the structure': { canary: 'Canarinoteretiree', seenBy: STRUCTURE },
  'notes.text, withdrawn, of another structure': { canary: 'Canarinotereprise', seenBy: NOBODY },
  'transfers.reason of one that waits': { canary: 'Canarienattente', seenBy: BOTH_STRUCTURES },
  'transfers.preview of one that waits': { canary: 'Canariamorce', seenBy: BOTH_STRUCTURES },
  'pathway_changes.before of a domain of the structure': { canary: 'Canarilogement', seenBy: STRUCTURE },
};

/** Everything there is to look for. */
export function everyCanary(): {
  readonly where: string;
  readonly canary: string;
  readonly seenBy: readonly Reader[];
}[] {
  const whole = Object.entries(COLUMNS).flatMap(([where, one]) => ('canary' in one ? [{ where, ...one }] : []));
  return [...whole, ...Object.entries(WITHIN_COLUMNS).map(([where, one]) => ({ where, ...one }))];
}

function canaryOf(column: string): string {
  const one = COLUMNS[column];
  return one !== undefined && 'canary' in one ? one.canary : '';
}

export interface Planted {
  readonly id: string;
  readonly stalls: readonly string[];
  readonly importId: string;
  readonly notes: readonly string[];
  readonly task: string;
  /** A session of its structure, in which it is enrolled. */
  readonly session: string;
  readonly view: string;
  /** The file was offered to a neighbour who refused it, and is offered again. */
  readonly transfers: { readonly refused: string; readonly waiting: string };
}

/** One file that holds them all, written as the program and its owner write. */
export async function plantCanaries(world: World): Promise<Planted> {
  const { owner } = world;
  await owner.query(`update accounts set display_name = $1 where id = $2`, [
    canaryOf('accounts.display_name'),
    PERSONAS.colleague.id,
  ]);
  await owner.query(
    `insert into accounts (id, email, password_hash, role, organisation_id, departments, display_name)
     select gen_random_uuid(), $1, $2, role, organisation_id, departments, 'Sans nom' from accounts where id = $3`,
    [canaryOf('accounts.email'), canaryOf('accounts.password_hash'), PERSONAS.colleague.id],
  );
  const { id } = await world.aFile({
    by: 'colleague',
    facts: { housing: WITHIN_COLUMNS['pathways.facts, the housing']?.canary, exemption: canaryOf('pathways.facts') },
    events: [
      { step: 'CIVIC_SESSION_1', status: 'DONE', on: '2026-02-02', reference: canaryOf('pathway_events.body') },
      { step: 'HEALTH_COVER', status: 'REQUESTED', on: '2026-02-03', reference: 'Canarisante' },
      { pause: 'MATERNITY', on: '2026-02-10', until: '2026-02-12' },
    ],
  });
  await owner.query('update pathways set referent_id = $2 where id = $1', [id, PERSONAS.caseworker.id]);
  await plantMerge(world, id);
  const columns = [
    'foreigner_number',
    'ofii_number',
    'birth_name',
    'usage_name',
    'first_names',
    'birth_value',
    'nationality',
    'name_sort',
    'search_text',
  ];
  await owner.query(
    `update people set ${columns.map((column, index) => `${column} = $${index + 2}`).join(', ')}, languages = array[$${columns.length + 2}]
     where id = (select person_id from pathways where id = $1)`,
    [id, ...columns.map((column) => canaryOf(`people.${column}`)), canaryOf('people.languages')],
  );
  // Found by the names that were planted, as if the program had written them.
  await owner.query('update people set search_keys = $2 where id = (select person_id from pathways where id = $1)', [
    id,
    searchKeys({
      birthName: canaryOf('people.birth_name'),
      usageName: canaryOf('people.usage_name'),
      firstNames: canaryOf('people.first_names'),
      birth: UNKNOWN_BIRTH,
      foreignerNumber: canaryOf('people.foreigner_number'),
      ofiiNumber: canaryOf('people.ofii_number'),
    }),
  ]);
  await owner.query(
    `update person_locations set ${PLACES.map((column, index) => `${column} = $${index + 2}`).join(', ')}
     where person_id = (select person_id from pathways where id = $1)`,
    [id, ...PLACES.map((column) => canaryOf(`person_locations.${column}`))],
  );
  await owner.query('update pathways set corrected_by_hand = array[$2] where id = $1', [
    id,
    canaryOf('pathways.corrected_by_hand'),
  ]);
  const change = `insert into pathway_changes (pathway_id, actor_id, kind, source, domain, field, before, after, was, reason) values ($1, $2, 'CORRECTION', 'HAND', $3, $4, $5, $6, $7, $8)`;
  await owner.query(change, [
    id,
    PERSONAS.colleague.id,
    null,
    canaryOf('pathway_changes.field'),
    canaryOf('pathway_changes.before'),
    canaryOf('pathway_changes.after'),
    JSON.stringify(canaryOf('pathway_changes.was')),
    canaryOf('pathway_changes.reason'),
  ]);
  await owner.query(change, [
    id,
    PERSONAS.colleague.id,
    'HOUSING',
    'facts.housing',
    'Canarilogement',
    null,
    null,
    null,
  ]);
  const stalls = await owner.query<{ id: string; domain: string }>(
    `select distinct on (s.domain) s.id, s.domain from pathway_stalls s
     where s.pathway_id = $1 and s.cleared_on is null and s.warn_on <= '2026-03-10' and s.domain in ('RECEPTION_RIGHTS', 'LANGUAGE', 'CIVIC', 'EMPLOYMENT', 'HEALTH')
     order by s.domain`,
    [id],
  );
  for (const { id: stallId, domain } of stalls.rows)
    await owner.query(
      `insert into stall_follow_ups (id, stall_id, pathway_id, department, action, note, by_account)
       values (gen_random_uuid(), $1, $2, '59', 'CALL_CASEWORKER', $3, $4)`,
      [stallId, id, domain === 'HEALTH' ? 'Canarisoin' : canaryOf('stall_follow_ups.note'), PERSONAS.referent.id],
    );
  const { rows } = await owner.query<{ id: string }>(
    `insert into imports (id, organisation_id, created_by, file_name, state, failure_code, failure_message, warnings, file)
     values (gen_random_uuid(), (select organisation_id from accounts where id = $1), $1, $2, 'FAILED', 'malformed', $3, $4, convert_to($5, 'UTF8')) returning id`,
    [
      PERSONAS.ofii.id,
      canaryOf('imports.file_name'),
      canaryOf('imports.failure_message'),
      JSON.stringify([{ line: 1, column: 'A', code: 'x', message: canaryOf('imports.warnings') }]),
      canaryOf('imports.file'),
    ],
  );
  const importId = rows[0]?.id ?? '';
  const line = (message: string): string => JSON.stringify([{ line: 1, column: 'A', code: 'x', message }]);
  await owner.query(
    `insert into import_rows (import_id, line, outcome, display_name, foreigner_number, structure, pathway_id, parsed, errors, warnings, changes, conflicts)
     values ($1, 1, 'UPDATE', $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      importId,
      canaryOf('import_rows.display_name'),
      canaryOf('import_rows.foreigner_number'),
      canaryOf('import_rows.structure'),
      id,
      JSON.stringify({ person: canaryOf('import_rows.parsed') }),
      line(canaryOf('import_rows.errors')),
      line(canaryOf('import_rows.warnings')),
      JSON.stringify([{ path: 'person.phone', column: 'A', before: null, after: canaryOf('import_rows.changes') }]),
      JSON.stringify([
        {
          line: 1,
          column: 'A',
          path: 'person.phone',
          kept: canaryOf('import_rows.conflicts'),
          proposed: 'x',
          message: 'x',
        },
      ]),
    ],
  );
  await owner.query(
    `insert into idempotency_keys (account_id, key, operation, body_hash, status, response) values ($1, gen_random_uuid(), 'x', $2, 201, $3)`,
    [PERSONAS.caseworker.id, canaryOf('idempotency_keys.body_hash'), canaryOf('idempotency_keys.response')],
  );
  await owner.query(
    `insert into threshold_sets (effective_on, rules, reason, published_by) values ('2026-03-01', '{}', $1, $2)`,
    [canaryOf('threshold_sets.reason'), PERSONAS.admin.id],
  );
  await owner.query(`insert into sessions (sid, sess, expire) values ($1, $2, now() + interval '1 hour')`, [
    canaryOf('sessions.sid'),
    JSON.stringify({ cookie: {}, kept: canaryOf('sessions.sess') }),
  ]);
  const transfers = await plantTransfers(world, id);
  await owner.query(
    `insert into openings (pathway_id, account_id, reason, opened_at, ends_at, number, opened_by)
     values ($1, $2, $3, '2026-01-01', '2026-01-02', $4, $5)`,
    [
      id,
      PERSONAS.neighbourManager.id,
      canaryOf('openings.reason'),
      canaryOf('openings.number'),
      canaryOf('openings.opened_by'),
    ],
  );
  await owner.query(
    `insert into reveals (pathway_id, account_id, session_key, reason, at) values ($1, $2, $3, $4, now())`,
    [id, PERSONAS.referent.id, canaryOf('reveals.session_key'), canaryOf('reveals.reason')],
  );
  await owner.query(
    `insert into account_identities (id, account_id, issuer, subject, linked_by, linked_at)
     select gen_random_uuid(), a.id, 'https://provider.example', $1, 'SELF', now() from accounts a where a.email = $2`,
    [canaryOf('account_identities.subject'), canaryOf('accounts.email')],
  );
  await owner.query('insert into factor_resets (account_id, by_account, reason, at) values ($1, $2, $3, now())', [
    PERSONAS.colleague.id,
    PERSONAS.admin.id,
    canaryOf('factor_resets.reason'),
  ]);
  await owner.query('insert into sign_in_limits (key) values ($1)', [canaryOf('sign_in_limits.key')]);
  const kept = await (
    await world.as('caseworker')
  )
    .put(`/api/drafts/note:${id}`, { value: { text: WITHIN_COLUMNS['drafts.value, once opened']?.canary } })
    .set('If-Match', '"0"');
  if (kept.status !== 200) throw new Error(`draft not planted: ${kept.status}`);
  return {
    id,
    stalls: stalls.rows.map((stall) => stall.id),
    importId,
    notes: await plantNotes(world, id),
    task: await plantTask(world, id),
    session: await plantSession(world, id),
    view: await plantView(world),
    transfers,
  };
}

const PLACES = ['phone', 'email', 'address_line', 'postcode', 'commune'];

async function plantTransfers({ owner }: World, pathwayId: string): Promise<Planted['transfers']> {
  const asked = `insert into transfers (id, pathway_id, from_organisation, to_organisation, reason, preview, sealed, asked_by, asked_at, state, answered_by, answered_at, answer_reason)
    select $1, $2, f.organisation_id, t.organisation_id, $5, $6, false, f.id, now()`;
  const ends = 'from accounts f, accounts t where f.id = $3 and t.id = $4';
  const [refused, waiting] = [randomUUID(), randomUUID()];
  const managers = [PERSONAS.manager.id, PERSONAS.neighbourManager.id];
  const preview = (number: string): string => JSON.stringify({ number });
  const refusal = [
    canaryOf('transfers.reason'),
    preview(canaryOf('transfers.preview')),
    canaryOf('transfers.answer_reason'),
  ];
  await owner.query(`${asked}, 'REFUSED', t.id, now(), $7 ${ends}`, [refused, pathwayId, ...managers, ...refusal]);
  await owner.query(`${asked}, 'PENDING', null, null, null ${ends}`, [
    waiting,
    pathwayId,
    ...managers,
    WITHIN_COLUMNS['transfers.reason of one that waits']?.canary,
    preview(WITHIN_COLUMNS['transfers.preview of one that waits']?.canary ?? ''),
  ]);
  await owner.query(
    `insert into former_locations (transfer_id, phone, email, address_line, postcode, commune) values ($1, $2, $3, $4, $5, $6)`,
    [refused, ...PLACES.map((column) => canaryOf(`former_locations.${column}`))],
  );
  return { refused, waiting };
}

/** Each version of a note: who wrote it, for whom, and what; null: withdrawn. */
const NOTES: readonly (readonly [
  by: PersonaName,
  versions: readonly (readonly [visibility: string, text: string | null])[],
])[] = [
  ['caseworker', [['PRIVATE', canaryOf('notes.text')]]],
  ['colleague', [['PRIVATE', 'Canarinotetue']]],
  ['colleague', [['STRUCTURE', 'Canarinotestructure']]],
  ['neighbour', [['STRUCTURE', 'Canarinoteailleurs']]],
  ['neighbour', [['SHARED', 'Canarinotevenue']]],
  [
    'colleague',
    [
      ['PRIVATE', 'Canarinotejadis'],
      ['SHARED', 'Canarinotedavant'],
      ['SHARED', 'Canarinotepartagee'],
    ],
  ],
  [
    'colleague',
    [
      ['SHARED', 'Canarinoteretiree'],
      ['SHARED', null],
    ],
  ],
  [
    'neighbour',
    [
      ['SHARED', 'Canarinotereprise'],
      ['SHARED', null],
    ],
  ],
];

async function plantTask({ owner }: World, pathwayId: string): Promise<string> {
  const id = randomUUID();
  await owner.query(
    `insert into tasks (id, pathway_id, what, reason, due_on, created_at, created_by, changed_at, changed_by)
     values ($1, $2, $3, $4, '2026-03-11', now(), $5, now(), $5)`,
    [id, pathwayId, canaryOf('tasks.what'), canaryOf('tasks.reason'), PERSONAS.caseworker.id],
  );
  return id;
}

/** Of the caseworker, shared with her structure. */
async function plantView({ owner }: World): Promise<string> {
  const id = randomUUID();
  await owner.query(
    `insert into saved_views (id, owner_id, organisation_id, list, name, filter, is_shared)
     select $1, a.id, a.organisation_id, 'pathways', $2, '{}', true from accounts a where a.id = $3`,
    [id, canaryOf('saved_views.name'), PERSONAS.caseworker.id],
  );
  return id;
}

async function plantSession({ owner }: World, pathwayId: string): Promise<string> {
  const id = randomUUID();
  await owner.query(
    `insert into group_sessions (id, organisation_id, kind, title, held_on, starts_at, ends_at, hours, place, seats, created_at, created_by, changed_at, changed_by)
     select $1, a.organisation_id, 'WORKSHOP', $2, '2026-03-10', '09:00', '12:00', 3, $3, 12, now(), a.id, now(), a.id from accounts a where a.id = $4`,
    [id, canaryOf('group_sessions.title'), canaryOf('group_sessions.place'), PERSONAS.caseworker.id],
  );
  await owner.query(
    `insert into session_enrolments (session_id, pathway_id, enrolled_at, enrolled_by, changed_at, changed_by)
     values ($1, $2, now(), $3, now(), $3)`,
    [id, pathwayId, PERSONAS.caseworker.id],
  );
  return id;
}

async function plantNotes({ owner }: World, pathwayId: string): Promise<string[]> {
  const ids: string[] = [];
  for (const [by, versions] of NOTES) {
    const id = randomUUID();
    for (const [index, [visibility, text]] of versions.entries())
      await owner.query(
        `insert into notes (note_id, version, pathway_id, author_id, organisation_id, written_at, visibility, text, reason, by_account, at)
         select $1, $2, $3, a.id, a.organisation_id, '2026-01-01', $4, $5, $6, a.id, '2026-01-01' from accounts a where a.id = $7`,
        [id, index + 1, pathwayId, visibility, text, text === null ? canaryOf('notes.reason') : null, PERSONAS[by].id],
      );
    ids.push(id);
  }
  return ids;
}

/** A merge that stands, of another file into this one. */
async function plantMerge(world: World, id: string): Promise<void> {
  const merged = await world.aFile();
  await world.owner.query(
    `insert into merges (id, survivor_id, merged_id, merged_number, found_in, organisation_id, merged_by, merged_at, sealed, by_hand, after_change)
     values (gen_random_uuid(), $1, $2, $3, $1, $4, $5, now(), false, '{}', 0)`,
    [id, merged.id, merged.number, ORGANISATIONS.north.id, PERSONAS.manager.id],
  );
  await world.owner.query(
    `insert into merge_stalls (merge_id, rule, spell, stall, actions)
     select m.id, 'NO_HEALTH_COVER', 1, '{}', $2 from merges m where m.merged_id = $1`,
    [merged.id, JSON.stringify([{ note: canaryOf('merge_stalls.actions') }])],
  );
  for (const [table, key] of [
    ['pathways', 'id'],
    ['pathway_steps', 'pathway_id'],
    ['pathway_stalls', 'pathway_id'],
  ] as const)
    await world.owner.query(`update ${table} set merged = true where ${key} = $1`, [merged.id]);
}
