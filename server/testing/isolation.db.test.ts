import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type pg from 'pg';
import { DATABASE_ROLE, type DatabaseRole } from '../platform/database/signedContext.ts';
import { attempt, connectAs, contextOf, DATABASE_ROLES, USUAL_ACTOR } from './actingAs.ts';
import {
  columnsOpenTo,
  foreignKeys,
  isolatedTables,
  uniqueIndexes,
  type ForeignKey,
  type Table,
  type UniqueIndex,
} from './catalogue.ts';
import { idOf, plantIsolatedRows, REFUGE } from './isolatedRows.ts';
import { ORGANISATIONS, PERSONAS, type PersonaName } from './personas.ts';
import { createWorld, type World } from './world.ts';

let world: World;
let server: pg.Client;
let tables: Table[];
beforeAll(async () => {
  world = await createWorld();
  await plantIsolatedRows(world.owner);
  server = await connectAs(world.database);
  tables = await isolatedTables(world.owner);
});
afterAll(async () => {
  await server.end();
  await world.close();
});

/** Contexts that give nothing, for a role: what is missing, malformed, out of date, signed by somebody else or for another role. */
function worthless(role: DatabaseRole): Record<string, string> {
  const { database } = world;
  const usual = USUAL_ACTOR[role];
  const good = contextOf(database, usual, { for: role });
  const [payload = '', signature = ''] = good.split('.');
  const other = role === 'jalon_ofii' ? 'jalon_manager' : 'jalon_ofii';
  const hex = (text: string): string => Buffer.from(text, 'utf8').toString('hex');
  const now = Math.floor(Date.now() / 1000) + 900;
  return {
    missing: '',
    'a word': 'n’importe quoi',
    'a dot': '.',
    'a payload alone': payload,
    'a signature alone': `.${signature}`,
    'an empty signature': `${payload}.`,
    'a cut signature': good.slice(0, -2),
    'a signature with a digit changed': `${good.slice(0, -1)}${good.endsWith('0') ? '1' : '0'}`,
    'a payload with a digit changed': `${good.startsWith('6') ? '7' : '6'}${good.slice(1)}`,
    'not hexadecimal': `zz.${signature}`,
    'bytes that are no text': `ff.${signature}`,
    'a payload of one’s own under her signature': `${hex(`${role}|OFII_AGENT|${randomUUID()}|${randomUUID()}|59|${now}`)}.${signature}`,
    'signed with another key': contextOf(database, usual, { for: role, key: randomBytes(32) }),
    'signed with no key': contextOf(database, usual, { for: role, key: Buffer.alloc(0) }),
    expired: contextOf(database, usual, { for: role, at: Date.now() - 3_600_000 }),
    'signed for another role': contextOf(database, USUAL_ACTOR[other], { for: other }),
    'signed for her, through another role': contextOf(database, usual, { for: other }),
    'signed for the engine': role === 'jalon_engine' ? '' : contextOf(database, 'manager', { for: 'jalon_engine' }),
  };
}

const quote = (name: string): string => `"${name}"`;

/** A row that is there, as JSON, by whoever sees everything. */
async function oneRow(
  table: string,
  where = 'true',
  parameters: readonly unknown[] = [],
): Promise<Record<string, unknown> | undefined> {
  const { rows } = await world.owner.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) as row from ${table} t where ${where} limit 1`,
    [...parameters],
  );
  return rows[0]?.row;
}

/** An insert of a row given as JSON, of the columns that the role may write. */
function insertOf(table: string, columns: readonly string[]): string {
  const list = columns.map(quote).join(', ');
  return `insert into ${table} (${list}) select ${list} from jsonb_populate_record(null::${table}, $1::jsonb)`;
}

describe('without a context that holds', () => {
  test.each(DATABASE_ROLES)('%s reads, changes, removes and adds no row of any table', async (role) => {
    const passed: string[] = [];
    let tried = 0;
    for (const [kind, context] of Object.entries(worthless(role))) {
      const run = async (what: string, sql: string, parameters: readonly unknown[] = []): Promise<void> => {
        tried += 1;
        const { rows, code } = await attempt(server, { role, context }, sql, parameters);
        if (rows !== 0 && code !== '42501') passed.push(`${kind}: ${what} (${rows ?? code} rows)`);
      };
      for (const table of tables) {
        const open = (privilege: 'select' | 'update' | 'insert'): Promise<string[]> =>
          columnsOpenTo(world.owner, role, table, privilege);
        const [readable, writable, insertable] = [await open('select'), await open('update'), await open('insert')];
        await run(`select ${table.name}`, `select ${readable.map(quote).join(', ') || '1'} from ${table.name}`);
        for (const column of writable.slice(0, 1))
          await run(`update ${table.name}`, `update ${table.name} set ${quote(column)} = ${quote(column)}`);
        await run(`delete ${table.name}`, `delete from ${table.name}`);
        const row = await oneRow(table.name);
        if (insertable.length > 0 && row !== undefined)
          await run(`insert ${table.name}`, insertOf(table.name, insertable), [JSON.stringify(row)]);
      }
    }
    expect(passed).toEqual([]);
    expect(tried).toBeGreaterThan(tables.length * 30);
  });

  test('while with one that holds, each role sees something of each table that is open to her', async () => {
    const blind: string[] = [];
    for (const role of DATABASE_ROLES)
      for (const table of tables) {
        const columns = await columnsOpenTo(world.owner, role, table, 'select');
        if (columns.length === 0) continue;
        const context = contextOf(world.database, USUAL_ACTOR[role], { for: role });
        const { rows } = await attempt(
          server,
          { role, context },
          `select ${columns.map(quote).join(', ')} from ${table.name}`,
        );
        if (!rows) blind.push(`${role} ${table.name}`);
      }
    expect(blind).toEqual([]);
  });
});

describe('whoever opens a sealed file without the right of location', () => {
  const HOLDERS = [
    ['caseworker', 'jalon_caseworker'],
    ['caseworker', 'jalon_engine'],
    ['manager', 'jalon_manager'],
    ['manager', 'jalon_engine'],
  ] as const;
  const ofFile = (name: string): string => `'${idOf('pathway', name)}'`;

  /** Everything that a role may read of every table, in one transaction after some statements: as one text. */
  async function everythingTold(who: PersonaName, role: DatabaseRole, first: readonly string[] = []): Promise<string> {
    const columns: { table: Table; open: string[] }[] = [];
    for (const table of tables) columns.push({ table, open: await columnsOpenTo(world.owner, role, table, 'select') });
    await server.query('begin');
    try {
      await server.query(`select set_config('role', $1, true), set_config('jalon.context', $2, true)`, [
        role,
        contextOf(world.database, who, { for: role }),
      ]);
      for (const sql of first) {
        await server.query('savepoint tried');
        await server.query(sql).catch(() => server.query('rollback to savepoint tried'));
      }
      const told: string[] = [];
      for (const { table, open } of columns)
        if (open.length > 0)
          told.push(
            JSON.stringify((await server.query(`select ${open.map(quote).join(', ')} from ${table.name}`)).rows),
          );
      return told.join('\n');
    } finally {
      await server.query('rollback');
    }
  }

  test.each(HOLDERS)('is told it of no table: %s through %s', async (who, role) => {
    const told = await everythingTold(who, role);
    expect(told).toContain(idOf('pathway', 'sealed'));
    expect(told).not.toContain(`${REFUGE} sealed`);
    // Controls: it is looked for in the right places, and told where it may be.
    expect(told).toContain(`${REFUGE} mine`);
    expect(told).toContain(`${REFUGE} located`);
  });

  const ROUNDABOUT: readonly (readonly [string, (file: string) => string])[] = [
    ['lifting the seal', (file) => `update pathways set sealed = false where id = ${ofFile(file)}`],
    [
      'giving herself the right',
      (file) =>
        `insert into seal_rights (pathway_id, account_id, right_to)
         values (${ofFile(file)}, '${PERSONAS.manager.id}', 'LOCATE') on conflict do nothing`,
    ],
    ['taking it from the other right', () => `update seal_rights set right_to = 'LOCATE'`],
    [
      'becoming its referent',
      (file) => `update pathways set referent_id = '${PERSONAS.manager.id}' where id = ${ofFile(file)}`,
    ],
    [
      'handing it over',
      (file) =>
        `insert into transfers (id, pathway_id, from_organisation, to_organisation, reason, preview, sealed, asked_by, asked_at)
         values (gen_random_uuid(), ${ofFile(file)}, '${ORGANISATIONS.north.id}', '${ORGANISATIONS.somme.id}', 'Un motif', '{}', true, '${PERSONAS.manager.id}', now())`,
    ],
    [
      'following its person',
      (file) =>
        `update pathways set person_id = person_id, organisation_id = organisation_id where id = ${ofFile(file)}`,
    ],
  ];
  test.each(ROUNDABOUT)('does not come to it by %s', async (_what, statement) => {
    expect(await everythingTold('manager', 'jalon_manager', [statement('sealed')])).not.toContain(`${REFUGE} sealed`);
  });

  test('may do none of it, which whoever locates the person may', async () => {
    const manager = { role: 'jalon_manager', context: contextOf(world.database, 'manager') } as const;
    for (const [what, statement] of ROUNDABOUT.filter(([name]) => /lifting|referent|handing/.test(name))) {
      expect([what, (await attempt(server, manager, statement('sealed'))).code]).toEqual([what, '42501']);
      expect([what, await attempt(server, manager, statement('located'))]).toMatchObject([what, { rows: 1 }]);
    }
  });

  test('writes none over it', async () => {
    for (const [who, role] of HOLDERS.filter(([, through]) => through !== 'jalon_engine')) {
      const outcome = (file: string) =>
        attempt(
          server,
          { role, context: contextOf(world.database, who) },
          `update person_locations set commune = 'x' where person_id = '${idOf('person', file)}'`,
        );
      expect([who, (await outcome('sealed')).rows, (await outcome('located')).rows]).toEqual([who, 0, 1]);
    }
  });
});

/** Keys that tell of rows out of sight all the same, to whom, and why they may. */
const TELLING: Record<string, { readonly to: readonly DatabaseRole[]; readonly because: string }> = {
  people_organisation_id_foreigner_number_key: {
    to: ['jalon_caseworker', 'jalon_manager'],
    because: 'within a structure: it follows the person already, and no structure may follow her twice',
  },
  notes_pkey: {
    to: ['jalon_caseworker', 'jalon_manager', 'jalon_ofii'],
    because: 'an identifier of 122 random bits, chosen by the server, and a rank',
  },
};
/** Numbers given one after the other to everybody, by the database: that one was given tells of nobody. */
const COUNTERS = new Set(['pathway_changes_pkey', 'pathway_events_seq_key']);
/** Identifiers of 122 random bits, chosen by the server: nobody can try one that she has not been shown. */
const isRandomIdentifier = ({ columns }: UniqueIndex, table: Table): boolean =>
  columns.length === 1 && columns[0] === 'id' && table.columns.find(({ name }) => name === 'id')?.type === 'uuid';

/** What an outcome says, once the values that were tried are taken out of it. */
const said = ({ code, error }: { code: string | null; error: string | null }): string =>
  `${code ?? 'done'} ${(error ?? '').replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/g, '…')}`;

/** A row that this role may really insert, to be changed in one thing only. */
async function insertableRow(
  role: DatabaseRole,
  context: string,
  table: Table,
): Promise<Record<string, unknown> | undefined> {
  const columns = await columnsOpenTo(world.owner, role, table, 'insert');
  if (columns.length === 0) return undefined;
  const { rows } = await world.owner.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) as row from ${table.name} t`,
  );
  for (const { row } of rows) {
    const fresh = freshened(table, row);
    const { code, error } = await attempt(server, { role, context }, insertOf(table.name, columns), [
      JSON.stringify(fresh),
    ]);
    if (code === null || /unique constraint/.test(error ?? '')) return fresh;
  }
  return undefined;
}

/** The same row under values never seen: what is unique alone is new. */
function freshened(table: Table, row: Record<string, unknown>): Record<string, unknown> {
  const fresh: Record<string, unknown> = { ...row };
  if (typeof row['id'] === 'string') fresh['id'] = randomUUID();
  if ('number' in row) fresh['number'] = `N${randomBytes(4).toString('hex')}`;
  if ('foreigner_number' in row) fresh['foreigner_number'] = `9${String(randomInt(1e9)).padStart(9, '0')}`;
  if ('seq' in row) fresh['seq'] = 1_000_000 + Math.floor(Math.random() * 1_000_000);
  if ('note_id' in row) fresh['note_id'] = randomUUID();
  if (table.name === 'import_rows') fresh['line'] = 1_000 + Math.floor(Math.random() * 1_000_000);
  if (table.name === 'idempotency_keys') fresh['key'] = randomUUID();
  if (table.name === 'pathway_steps') fresh['spell'] = 100;
  if (table.name === 'pathway_stalls') fresh['spell'] = 100;
  if ('by_account' in row) fresh['by_account'] = PERSONAS.referent.id;
  return fresh;
}

/** Whether an actor sees a row, by its key, through whichever roles her request may take. */
async function sees(
  role: DatabaseRole,
  table: string,
  columns: readonly string[],
  row: Record<string, unknown>,
): Promise<boolean> {
  const persona = USUAL_ACTOR[role];
  const own = DATABASE_ROLE[PERSONAS[persona].role];
  for (const through of [role, own]) {
    const { rows } = await attempt(
      server,
      { role: through, context: contextOf(world.database, persona, { for: through }) },
      `select 1 from ${table} t where ${columns.map((column, index) => `t.${quote(column)}::text = $${index + 1}`).join(' and ')}`,
      columns.map((column) => String(row[column])),
    );
    if ((rows ?? 0) > 0) return true;
  }
  return false;
}

async function hiddenRow(
  role: DatabaseRole,
  table: string,
  key: readonly string[],
  filled: readonly string[] = [],
): Promise<Record<string, unknown> | undefined> {
  const { rows } = await world.owner.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) as row from ${table} t`,
  );
  for (const { row } of rows)
    if (filled.every((column) => row[column] !== null) && !(await sees(role, table, key, row))) return row;
  return undefined;
}

describe('a key', () => {
  test('that refers to a row out of sight is answered as one that refers to nothing', async () => {
    const telling: string[] = [];
    const proven: string[] = [];
    for (const role of DATABASE_ROLES)
      for (const key of await foreignKeys(world.owner)) {
        const table = tables.find(({ name }) => name === key.table);
        if (table === undefined) continue;
        const verdict = await referenceTells(role, key, table);
        if (verdict === undefined) continue;
        proven.push(`${role} ${key.constraint}`);
        if (verdict !== '') telling.push(`${role} ${key.constraint}: ${verdict}`);
      }
    expect(telling).toEqual([]);
    expect(proven.length).toBeGreaterThan(10);
  });

  async function referenceTells(role: DatabaseRole, key: ForeignKey, table: Table): Promise<string | undefined> {
    const context = contextOf(world.database, USUAL_ACTOR[role], { for: role });
    const columns = await columnsOpenTo(world.owner, role, table, 'insert');
    const base = await insertableRow(role, context, table);
    const hidden = await hiddenRow(role, key.referenced, key.referencedColumns);
    if (base === undefined || hidden === undefined || !key.columns.every((column) => columns.includes(column)))
      return undefined;
    const outcomes: string[] = [];
    for (const isHidden of [true, false]) {
      const row = { ...base };
      key.columns.forEach((column, index) => {
        const referenced = key.referencedColumns[index] ?? '';
        // Of a key of two columns, the structure stays the writer’s own.
        if (key.columns.length > 1 && column === 'organisation_id') return;
        row[column] = isHidden ? hidden[referenced] : randomUUID();
      });
      outcomes.push(
        said(await attempt(server, { role, context }, insertOf(table.name, columns), [JSON.stringify(row)])),
      );
    }
    return outcomes[0] === outcomes[1] ? '' : outcomes.join(' / ');
  }

  test('that repeats a row out of sight is answered as one that repeats nothing', async () => {
    const telling: string[] = [];
    const proven: string[] = [];
    for (const index of await uniqueIndexes(world.owner)) {
      const table = tables.find(({ name }) => name === index.table);
      if (table === undefined || isRandomIdentifier(index, table) || COUNTERS.has(index.name)) continue;
      for (const role of DATABASE_ROLES) {
        const context = contextOf(world.database, USUAL_ACTOR[role], { for: role });
        const columns = await columnsOpenTo(world.owner, role, table, 'insert');
        const base = await insertableRow(role, context, table);
        const hidden = await hiddenRow(role, table.name, table.key, index.columns);
        if (base === undefined || hidden === undefined || !index.columns.every((column) => columns.includes(column)))
          continue;
        const repeated = Object.fromEntries(index.columns.map((column) => [column, hidden[column]]));
        const fresh = freshened(table, { ...hidden, ...repeated });
        const others = Object.fromEntries(index.columns.map((column) => [column, fresh[column]]));
        const [twice, once] = [
          await attempt(server, { role, context }, insertOf(table.name, columns), [
            JSON.stringify({ ...base, ...repeated }),
          ]),
          await attempt(server, { role, context }, insertOf(table.name, columns), [
            JSON.stringify({ ...base, ...others }),
          ]),
        ].map(said);
        proven.push(`${role} ${index.name}`);
        if (twice !== once && TELLING[index.name]?.to.includes(role) !== true)
          telling.push(`${role} ${index.name}: ${twice} / ${once}`);
      }
    }
    expect(telling).toEqual([]);
    expect(proven).toEqual(
      expect.arrayContaining(
        ['jalon_manager', 'jalon_ofii'].map((role) => `${role} people_organisation_id_foreigner_number_key`),
      ),
    );
  });
});

describe('a structure', () => {
  test('is made and renamed by an administrator who says who she is, and by nobody without', async () => {
    const role = 'jalon_admin';
    const make = `insert into organisations (id, name, kind, department)
      values (gen_random_uuid(), 'Fantôme', 'ASSOCIATION', '59')`;
    const rename = `update organisations set name = 'Fantôme' where id = '${ORGANISATIONS.north.id}'`;
    const outcomes: Record<string, unknown> = {};
    const contexts = { signed: contextOf(world.database, 'admin'), ...worthless(role) };
    for (const [context, value] of Object.entries(contexts))
      for (const sql of [make, rename])
        outcomes[`${context}, ${sql.slice(0, 6)}`] = said(await attempt(server, { role, context: value }, sql));
    const { 'signed, insert': made, 'signed, update': renamed, ...refused } = outcomes;
    expect([made, renamed]).toEqual([said({ code: null, error: null }), said({ code: null, error: null })]);
    expect(new Set(Object.values(refused)).size).toBe(1);
    expect(Object.values(refused)[0]).toContain('42501');
  });
});
