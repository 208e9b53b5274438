import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { makeRandom, type Random } from '../../../seeds/random.ts';
import { canonicalForm, type StoredEntry } from '../../domain/audit/canonicalForm.ts';
import type { Finding } from '../../domain/audit/verifyChain.ts';
import { deriveKey, urlOfRole } from '../database/keys.ts';
import { signContext } from '../database/signedContext.ts';
import { ORGANISATIONS, PERSONAS } from '../../testing/personas.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/templateDatabase.ts';
import { anchorNow } from './anchoring.ts';
import { AnchorsAltered, anchorKey, readAnchors, type Anchor } from './anchors.ts';
import { verifyTrail } from './verifyTrail.ts';

const ROUNDS = 3;
const A_ROUND = 20;
const STRUCTURES = Object.values(ORGANISATIONS)
  .slice(0, 4)
  .map(({ id }) => id);

let database: TestDatabase;
let superuser: pg.Client;
let authPool: pg.Pool;
let folder: string;
let anchors: Anchor[];

beforeAll(async () => {
  database = await createTestDatabase();
  superuser = new pg.Client({ connectionString: database.url });
  await superuser.connect();
  authPool = new pg.Pool({ connectionString: urlOfRole(database.url, 'jalon_auth', database.secretKey), max: 1 });
  folder = mkdtempSync(join(tmpdir(), 'jalon-anchors-'));
  for (let round = 0; round < ROUNDS; round += 1) {
    await superuser.query(
      `select sec.write_audit(gen_random_uuid(), 'ASSOCIATION_CASEWORKER', o.id, 'readPathway', 'READ', 'DONE', 'SUPPORT',
         gen_random_uuid(), array[gen_random_uuid(), gen_random_uuid()], '{facts,person.phone}', gen_random_uuid())
       from generate_series(1, $1) as n, unnest($2::uuid[]) as o (id)`,
      [A_ROUND, STRUCTURES],
    );
    await anchor();
  }
  anchors = readAnchors(folder, anchorKey(database.secretKey));
});
afterAll(async () => {
  await authPool.end();
  await superuser.end();
  await database.drop();
  rmSync(folder, { recursive: true });
});

function anchor(): Promise<number> {
  return anchorNow({ pool: authPool, folder, key: anchorKey(database.secretKey), clock: { now: () => new Date() } });
}

async function run(sql: string, parameters: unknown[] = []): Promise<void> {
  await superuser.query(sql, parameters);
}

/** What somebody with every right on the database does to the trail, and the first entry that is then not what it was. */
type Alteration = (random: Random, bucket: number, last: number) => Promise<Partial<Finding>>;

const ALTERATIONS: Record<string, Alteration> = {
  'one byte of a text': async (random, bucket, last) => {
    const column = random.pick(['role', 'operation', 'kind', 'outcome', 'purpose']);
    const seq = random.int(1, last);
    await run(
      `update audit_entries set ${column} = overlay(${column} placing 'a' from 2 for 1) where bucket = $1 and seq = $2`,
      [bucket, seq],
    );
    return { seq, defect: 'ALTERED' };
  },
  'who, what or where': async (random, bucket, last) => {
    const column = random.pick(['account_id', 'organisation_id', 'asked_id', 'request_id']);
    const seq = random.int(1, last);
    await run(`update audit_entries set ${column} = $3 where bucket = $1 and seq = $2`, [
      bucket,
      seq,
      random.chance(0.5) ? null : randomUUID(),
    ]);
    return { seq, defect: 'ALTERED' };
  },
  'a file or a field left out': async (random, bucket, last) => {
    const seq = random.int(1, last);
    const change = random.pick([
      'pathway_ids = pathway_ids[2:2]',
      "pathway_ids = '{}'",
      'fields = fields[1:1]',
      "fields = array_append(fields, 'x')",
    ]);
    await run(`update audit_entries set ${change} where bucket = $1 and seq = $2`, [bucket, seq]);
    return { seq, defect: 'ALTERED' };
  },
  'a shifted time': async (random, bucket, last) => {
    const seq = random.int(1, last);
    const by = random.pick(['1 microsecond', '-1 microsecond', '1 hour', '-4000 years', 'infinity']);
    await run(
      by === 'infinity'
        ? `update audit_entries set at = 'infinity' where bucket = $1 and seq = $2`
        : `update audit_entries set at = at + interval '${by}' where bucket = $1 and seq = $2`,
      [bucket, seq],
    );
    return { seq, defect: 'ALTERED' };
  },
  'one byte of a hash': async (random, bucket, last) => {
    const seq = random.int(1, last);
    await run(
      'update audit_entries set hash = set_byte(hash, $3, (get_byte(hash, $3) + 1) % 256) where bucket = $1 and seq = $2',
      [bucket, seq, random.int(0, 31)],
    );
    return { seq, defect: 'ALTERED' };
  },
  deleted: async (random, bucket, last) => {
    const seq = random.int(1, last);
    await run('delete from audit_entries where bucket = $1 and seq = $2', [bucket, seq]);
    return { seq, defect: 'MISSING' };
  },
  'inserted, the others pushed on': async (random, bucket, last) => {
    const seq = random.int(1, last);
    await run('update audit_entries set seq = seq + 1 where bucket = $1 and seq >= $2', [bucket, seq]);
    await copy(bucket, seq + 1, seq, { request: randomUUID() });
    return { seq, defect: 'ALTERED' };
  },
  'inserted under a number that is taken': async (random, bucket, last) => {
    const seq = random.int(1, last);
    await copy(bucket, seq, seq, {});
    return { seq, defect: 'ADDED' };
  },
  'added at the end': async (_random, bucket, last) => {
    await copy(bucket, last, last + 1, { request: randomUUID() });
    return { seq: last + 1 };
  },
  'added where there is no bucket': async (_random, bucket, last) => {
    await copy(bucket, last, 1, {}, 64);
    return { bucket: '64', seq: 1, defect: 'ADDED' };
  },
  'two swapped': async (random, bucket, last) => {
    const [one, other] = twoOf(random, last);
    await run(
      `update audit_entries e set at = f.at, account_id = f.account_id, asked_id = f.asked_id, pathway_ids = f.pathway_ids, request_id = f.request_id
       from audit_entries f where e.bucket = $1 and f.bucket = $1 and (e.seq, f.seq) in (($2::bigint, $3::bigint), ($3::bigint, $2::bigint))`,
      [bucket, one, other],
    );
    return { seq: one, defect: 'ALTERED' };
  },
  'put in another order': async (random, bucket, last) => {
    const [one, other] = twoOf(random, last);
    await run(
      'update audit_entries set seq = case seq when $2::bigint then $3::bigint when $3::bigint then $2::bigint end where bucket = $1 and seq in ($2::bigint, $3::bigint)',
      [bucket, one, other],
    );
    return { seq: one, defect: 'ALTERED' };
  },
  'moved to another bucket': async (random, bucket, last) => {
    const seq = random.int(1, last);
    await run('update audit_entries set bucket = 63 where bucket = $1 and seq = $2', [bucket, seq]);
    return { seq, defect: 'MISSING' };
  },
  'its tail cut': async (random, bucket, last) => {
    const left = last - random.int(1, last);
    await run('delete from audit_entries where bucket = $1 and seq > $2', [bucket, left]);
    return { seq: left + 1, defect: 'MISSING' };
  },
  'its tail cut, the head put back': async (random, bucket, last) => {
    const left = last - random.int(1, last);
    await run('delete from audit_entries where bucket = $1 and seq > $2', [bucket, left]);
    await run(
      `update audit_heads set seq = $2, hash = coalesce((select e.hash from audit_entries e where e.bucket = $1 and e.seq = $2), '') where bucket = $1`,
      [bucket, left],
    );
    return { seq: left + 1, defect: 'MISSING' };
  },
  'changed, and the whole chain computed again': async (random, bucket, last) => {
    const seq = random.int(1, last);
    await run('update audit_entries set account_id = gen_random_uuid() where bucket = $1 and seq = $2', [bucket, seq]);
    await computeAgain(bucket);
    // Between two anchors: the last one that still agrees, and the first that does not.
    const until = Math.ceil(seq / A_ROUND) * A_ROUND;
    return { seq: until - A_ROUND + 1, until, defect: 'REWRITTEN' };
  },
  'deleted, and the whole chain computed again': async (random, bucket, last) => {
    const seq = random.int(1, last - 1);
    await run('delete from audit_entries where bucket = $1 and seq = $2', [bucket, seq]);
    await run('update audit_entries set seq = seq - 1 where bucket = $1 and seq > $2', [bucket, seq]);
    await computeAgain(bucket);
    const until = Math.ceil(seq / A_ROUND) * A_ROUND;
    // In the last round there is one entry less than what was anchored.
    return until === last ? { seq: last, defect: 'MISSING' } : { seq: until - A_ROUND + 1, until, defect: 'REWRITTEN' };
  },
};

function twoOf(random: Random, last: number): [number, number] {
  const one = random.int(1, last - 1);
  return [one, random.int(one + 1, last)];
}

async function copy(
  bucket: number,
  from: number,
  to: number,
  { request }: { request?: string },
  into = bucket,
): Promise<void> {
  await run(
    `insert into audit_entries select $5, $3, at, account_id, role, organisation_id, operation, kind, outcome, purpose, asked_id, pathway_ids,
       fields, coalesce($4::uuid, request_id), hash
     from audit_entries where bucket = $1 and seq = $2 limit 1`,
    [bucket, from, to, request ?? null, into],
  );
}

/** As somebody who knows how the chain is made: every hash from the first one, and the head. */
async function computeAgain(bucket: number): Promise<void> {
  const { rows } = await superuser.query<StoredEntry>(
    `select e.bucket::text as bucket, e.seq::text as seq, extract(epoch from e.at)::text as at, e.account_id::text as "accountId", e.role,
       e.organisation_id::text as "organisationId", e.operation, e.kind, e.outcome, e.purpose, e.asked_id::text as "askedId",
       e.pathway_ids::text as "pathwayIds", e.fields::text as fields, e.request_id::text as "requestId"
     from audit_entries e where e.bucket = $1 order by e.seq`,
    [bucket],
  );
  let hash = '';
  const hashes = rows.map((row) => (hash = createHash('sha256').update(canonicalForm(row, hash)).digest('hex')));
  await run(
    `update audit_entries e set hash = decode(f.hash, 'hex') from unnest($2::bigint[], $3::text[]) as f (seq, hash) where e.bucket = $1 and e.seq = f.seq`,
    [bucket, rows.map(({ seq }) => seq), hashes],
  );
  await run(`update audit_heads set seq = $2, hash = decode($3, 'hex') where bucket = $1`, [bucket, rows.length, hash]);
}

describe('the chain', () => {
  test('is whole as it was written', async () => {
    expect(await verifyTrail(superuser, anchors)).toEqual({
      entries: ROUNDS * A_ROUND * STRUCTURES.length,
      findings: [],
    });
  });

  test('tells each of 1,000 alterations by somebody with every right, and the entry where it begins', async () => {
    // Nothing that the database enforces stands in the way of its superuser.
    await run('alter table audit_entries disable trigger user');
    await run('alter table audit_heads disable trigger user');
    await run('alter table audit_entries drop constraint audit_entries_pkey');
    const { rows: constraints } = await superuser.query<{ name: string }>(
      `select conname as name from pg_constraint where conrelid = 'audit_entries'::regclass and contype = 'c'`,
    );
    for (const { name } of constraints) await run(`alter table audit_entries drop constraint ${name}`);
    for (const index of ['by_time', 'of_account', 'of_pathway']) await run(`drop index audit_entries_${index}`);
    await run('drop index audit_entries_asked');
    await run('create index on audit_entries (bucket, seq)');
    await run('create table kept_entries as select * from audit_entries');
    await run('create table kept_heads as select * from audit_heads');
    const { rows: buckets } = await superuser.query<{ bucket: number; last: number }>(
      'select bucket, max(seq)::int as last from audit_entries group by bucket order by bucket',
    );
    const random = makeRandom(42);
    const names = Object.keys(ALTERATIONS);
    const missed: unknown[] = [];
    for (let index = 0; index < 1_000; index += 1) {
      const name = names[index % names.length] ?? '';
      const { bucket, last } = random.pick(buckets);
      const expected = await ALTERATIONS[name]?.(random, bucket, last);
      const { findings } = await verifyTrail(superuser, anchors);
      const [first] = findings.filter((finding) => finding.bucket === (expected?.bucket ?? String(bucket)));
      if (
        first === undefined ||
        !Object.entries(expected ?? {}).every(([key, value]) => first[key as keyof Finding] === value)
      )
        missed.push({ name, bucket, expected, findings });
      await run('delete from audit_entries where bucket in ($1, 63, 64)', [bucket]);
      await run('insert into audit_entries select * from kept_entries where bucket = $1', [bucket]);
      if (index % 100 === 0) await run('vacuum audit_entries, audit_heads');
      await run('update audit_heads h set seq = k.seq, hash = k.hash from kept_heads k where k.bucket = h.bucket');
    }
    expect(missed).toEqual([]);
    expect((await verifyTrail(superuser, anchors)).findings).toEqual([]);
  });

  test('without its anchors, a chain computed again would pass: the anchors are what tells it', async () => {
    const { rows } = await superuser.query<{ bucket: number }>('select min(bucket) as bucket from audit_entries');
    await run('update audit_entries set account_id = gen_random_uuid() where bucket = $1 and seq = 5', [
      rows[0]?.bucket,
    ]);
    await computeAgain(rows[0]?.bucket ?? 0);
    expect((await verifyTrail(superuser, [])).findings).toEqual([]);
    expect((await verifyTrail(superuser, anchors)).findings).toHaveLength(1);
  });
});

describe('the anchors', () => {
  const file = (): string => join(folder, readdirSync(folder)[0] ?? '');
  const key = (): ReturnType<typeof anchorKey> => anchorKey(database.secretKey);

  test('are written when something moved, and only then', async () => {
    const before = readAnchors(folder, key()).length;
    await anchor();
    const after = readAnchors(folder, key()).length;
    expect(await anchor()).toBe(0);
    expect([after - before, readAnchors(folder, key()).length - after]).toEqual([1, 0]);
  });

  test('of another secret, changed, or with one taken out, are not believed', () => {
    const whole = readFileSync(file(), 'utf8');
    const lines = whole.split('\n');
    try {
      expect(() => readAnchors(folder, anchorKey('f'.repeat(64)))).toThrow(AnchorsAltered);
      writeFileSync(
        file(),
        whole.replace(/\d{2}(?=\.\d{3}Z)/, (seconds) => (seconds === '00' ? '01' : '00')),
      );
      expect(() => readAnchors(folder, key())).toThrow(/line 1: .*signature/);
      writeFileSync(file(), [lines[0], ...lines.slice(2)].join('\n'));
      expect(() => readAnchors(folder, key())).toThrow(/line 2: an anchor is missing/);
    } finally {
      writeFileSync(file(), whole);
    }
    expect(readAnchors(folder, key())).toHaveLength(lines.length - 1);
  });

  test('one that was cut while it was written is not one, and the next takes its place', async () => {
    const whole = readFileSync(file(), 'utf8');
    const known = readAnchors(folder, key()).length;
    truncateSync(file(), whole.length - 20);
    expect(readAnchors(folder, key())).toHaveLength(known - 1);
    expect(await anchor()).toBeGreaterThan(0);
    expect(readAnchors(folder, key())).toHaveLength(known);
  });
});

describe('the door of the trail', () => {
  const { id: accountId, role, organisation, departments } = PERSONAS.caseworker;
  const claims = { accountId, role, organisationId: ORGANISATIONS[organisation].id, departments };

  async function through(databaseRole: string, context: string, sql: string): Promise<pg.QueryResult> {
    const url = urlOfRole(
      database.url,
      databaseRole === 'jalon_auth' ? 'jalon_auth' : 'jalon_server',
      database.secretKey,
    );
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query('begin');
      if (databaseRole !== 'jalon_auth')
        await client.query(`select set_config('role', $1, true), set_config('jalon.context', $2, true)`, [
          databaseRole,
          context,
        ]);
      const result = await client.query(sql);
      await client.query('commit');
      return result;
    } finally {
      await client.end();
    }
  }
  const good = (): string =>
    signContext(deriveKey(database.secretKey, 'context'), 'jalon_caseworker', claims, Date.now());
  const APPEND = `select sec.append_audit('readPathway', 'READ', 'DONE', 'SUPPORT', null, '{}', '{}', '${randomUUID()}')`;

  test('takes who acts from the signed context, and from nothing else', async () => {
    await through('jalon_caseworker', good(), APPEND);
    const { rows } = await superuser.query(
      'select e.account_id, e.role, e.organisation_id from audit_entries e order by e.at desc limit 1',
    );
    expect(rows).toEqual([{ account_id: accountId, role, organisation_id: claims.organisationId }]);
    const forged = signContext(Buffer.alloc(32), 'jalon_caseworker', claims, Date.now());
    for (const context of ['', forged])
      await expect(through('jalon_caseworker', context, APPEND)).rejects.toThrow(/Nobody acts/);
    await expect(through('jalon_manager', good(), APPEND)).rejects.toThrow(/Nobody acts/);
  });

  test.each([
    "insert into audit_entries (bucket, seq, at, operation, kind, outcome, purpose, pathway_ids, fields, hash) values (0, 1, now(), 'x', 'READ', 'DONE', 'X', '{}', '{}', '')",
    'update audit_entries set seq = 0',
    'delete from audit_entries',
    'truncate audit_entries',
    'update audit_heads set seq = 0',
    'select 1 from audit_heads',
    `select sec.write_audit(gen_random_uuid(), 'ADMIN', null, 'x', 'READ', 'DONE', 'X', null, '{}', '{}', null)`,
  ])('%s: refused to every role of the program', async (sql) => {
    for (const databaseRole of [
      'jalon_caseworker',
      'jalon_manager',
      'jalon_ofii',
      'jalon_referent',
      'jalon_report',
      'jalon_auditor',
      'jalon_admin',
      'jalon_engine',
      'jalon_auth',
    ])
      await expect(through(databaseRole, good(), sql)).rejects.toThrow(/permission denied/);
  });

  test('no other role than the auditor reads the trail, and sign-in leaves sessions only', async () => {
    for (const databaseRole of [
      'jalon_caseworker',
      'jalon_manager',
      'jalon_ofii',
      'jalon_referent',
      'jalon_report',
      'jalon_admin',
      'jalon_engine',
      'jalon_auth',
    ])
      await expect(through(databaseRole, good(), 'select 1 from audit_entries')).rejects.toThrow(/permission denied/);
    await expect(through('jalon_auth', '', APPEND)).rejects.toThrow(/permission denied/);
    await through(
      'jalon_auth',
      '',
      `select sec.append_session_audit('signIn', 'REFUSED', null, 'nobody@test.example', null)`,
    );
    const { rows } = await superuser.query('select e.kind from audit_entries e order by e.at desc limit 1');
    expect(rows).toEqual([{ kind: 'SESSION' }]);
  });
});

describe('the owner of the tables', () => {
  test.each([
    ['update audit_entries set seq = seq', /never rewritten/],
    ['delete from audit_entries', /never rewritten/],
    ['truncate audit_entries', /never rewritten/],
    ['delete from audit_heads', /never rewritten/],
    ['update audit_heads set seq = seq + 2', /only moves on/],
    ["update audit_heads set hash = ''", /only moves on/],
  ])('%s: refused too', async (sql, refusal) => {
    const copyOfAll = await createTestDatabase();
    const owner = new pg.Client({ connectionString: copyOfAll.url });
    await owner.connect();
    try {
      await owner.query(
        `select sec.write_audit(null, null, null, 'signIn', 'SESSION', 'REFUSED', 'SECURITY', null, '{}', '{}', null)`,
      );
      await owner.query('set role jalon_owner');
      await expect(owner.query(sql)).rejects.toThrow(refusal);
    } finally {
      await owner.end();
      await copyOfAll.drop();
    }
  });

  test.each([
    ['a value among the fields', `'{}', '{"Jeanne Exemple"}'`],
    ['a value after the name of a field', `'{}', '{"phone: 0600000000"}'`],
  ])('%s is no entry', async (_what, lists) => {
    const fresh = await createTestDatabase();
    const owner = new pg.Client({ connectionString: fresh.url });
    await owner.connect();
    try {
      await expect(
        owner.query(
          `select sec.write_audit(null, null, null, 'readPathway', 'READ', 'DONE', 'SUPPORT', null, ${lists}, null)`,
        ),
      ).rejects.toThrow(/violates check constraint/);
    } finally {
      await owner.end();
      await fresh.drop();
    }
  });
});
