import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { deriveKey, urlOfRole } from '../platform/database/keys.ts';
import { signContext } from '../platform/database/signedContext.ts';
import { plantIsolatedRows } from './isolatedRows.ts';
import { ORGANISATIONS, PERSONAS } from './personas.ts';
import { PROBES, type Probe } from './policyProbes.ts';
import { createWorld, type World } from './world.ts';

let world: World;
let server: pg.Client;
let auth: pg.Client;
beforeAll(async () => {
  world = await createWorld();
  await plantIsolatedRows(world.owner);
  [server, auth] = await Promise.all([connect('jalon_server'), connect('jalon_auth')]);
});
afterAll(async () => {
  await Promise.all([server.end(), auth.end()]);
  await world.close();
});

async function connect(role: 'jalon_server' | 'jalon_auth'): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: urlOfRole(world.database.url, role, world.database.secretKey) });
  await client.connect();
  return client;
}

/** The context that the program would sign for her; none for nobody. */
function contextOf({ who, through }: Probe): string {
  if (who === 'nobody' || through === 'jalon_auth') return '';
  const { id, role, organisation, departments } = PERSONAS[who];
  const actor = { accountId: id, role, organisationId: ORGANISATIONS[organisation].id, departments, displayName: who };
  return signContext(deriveKey(world.database.secretKey, 'context'), through, actor, Date.now());
}

/** Tries in a transaction that is undone. What fails for another reason than a row policy is a mistake of the probe. */
async function isAllowed(probe: Probe): Promise<boolean> {
  const client = probe.through === 'jalon_auth' ? auth : server;
  await client.query('begin');
  try {
    if (probe.through !== 'jalon_auth')
      await client.query(`select set_config('role', $1, true), set_config('jalon.context', $2, true)`, [
        probe.through,
        contextOf(probe),
      ]);
    return (await client.query(probe.sql)).rowCount === 1;
  } catch (error) {
    if (error instanceof Error && /violates row-level security policy/.test(error.message)) return false;
    throw error;
  } finally {
    await client.query('rollback');
  }
}

/** The probes of a policy that do not end as they must. */
async function surprises(policy: string): Promise<Probe[]> {
  const surprising: Probe[] = [];
  for (const probe of PROBES[policy] ?? []) if ((await isAllowed(probe)) !== probe.allowed) surprising.push(probe);
  return surprising;
}

interface Policy {
  readonly name: string;
  readonly roles: string[];
  readonly qual: string | null;
  readonly check: string | null;
}

/** Those of the roles of the program: the owner's, which migrates, opens everything and is the same everywhere. */
async function policies(): Promise<Policy[]> {
  const { rows } = await world.owner.query<Policy>(
    `select tablename || '.' || policyname as name, roles::text[], qual, with_check as check
     from pg_policies where schemaname = 'public' and policyname <> 'owner_all' order by 1`,
  );
  return rows;
}

describe('the row policies', () => {
  test('each have a row that they let through and one that they stop, for each role, and nothing else is probed', async () => {
    const listed = await policies();
    expect(listed.map(({ name }) => name)).toEqual(Object.keys(PROBES).sort());
    const unproven = listed.flatMap(({ name, roles }) =>
      roles
        .flatMap((role) => [`${name} lets ${role} through`, `${name} stops ${role}`])
        .filter(
          (claim) =>
            !PROBES[name]?.some(
              (one) => claim === `${name} ${one.allowed ? `lets ${one.through} through` : `stops ${one.through}`}`,
            ),
        ),
    );
    // Whoever signs in may be any account: there is no row to hide before somebody is known, only columns.
    expect(unproven).toEqual(
      [
        'account_identities',
        'account_links',
        'accounts',
        'identity_invitations',
        'recovery_codes',
        'second_factors',
      ].map((table) => `${table}.sign_in stops jalon_auth`),
    );
  });

  test('of the owner are one per isolated table, for the owner alone', async () => {
    const { rows } = await world.owner.query(
      `select (select array_agg(tablename::text order by tablename) from pg_policies where policyname = 'owner_all' and roles = '{jalon_owner}') as owned,
        array_agg(relname::text order by relname) as isolated
       from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity`,
    );
    expect(rows[0].owned).toEqual(rows[0].isolated);
  });

  test.each(Object.keys(PROBES))('%s shows and accepts what it must, hides and refuses the rest', async (policy) => {
    expect(await surprises(policy)).toEqual([]);
  });
});

describe('a policy that lets everything through, or nothing', () => {
  test('is found out by its own probes, for reading and for writing', async () => {
    const unnoticed: string[] = [];
    for (const { name, qual, check } of await policies()) {
      const [table, policy] = name.split('.');
      const alter = (clauses: string): Promise<unknown> =>
        world.owner.query(`alter policy ${policy} on ${table} ${clauses}`);
      const whole = `${qual === null ? '' : `using (${qual})`} ${check === null ? '' : `with check (${check})`}`;
      for (const value of ['true', 'false'])
        for (const [part, clause] of [
          ['using', qual],
          ['with check', check],
        ] as const) {
          if (clause === null || clause === value) continue;
          await alter(`${part} (${value})`);
          if ((await surprises(name)).length === 0) unnoticed.push(`${name} ${part} (${value})`);
          await alter(whole);
        }
    }
    expect(unnoticed).toEqual([
      // These two check the same thing of what a manager writes: closing one leaves the other.
      'pathways.nobody_yet with check (false)',
      'pathways.own_structure with check (false)',
      // Every right is given by whoever opens the file and locates her: this says it again of the location alone.
      'seal_rights.location_is_given_by_who_holds_it with check (true)',
    ]);
    for (const policy of Object.keys(PROBES)) expect(await surprises(policy)).toEqual([]);
  });
});
