import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { seed } from '../../seeds/run.ts';
import { calendarDay } from '../domain/calendar/calendarDay.ts';
import { startEmbeddedPostgres } from '../platform/database/embedded/startEmbeddedPostgres.ts';
import type { EmbeddedPostgres } from '../platform/database/embedded/startEmbeddedPostgres.ts';
import { migrate } from '../platform/database/migrate.ts';
import { DataFolders, query } from '../testing/embeddedHost.ts';

const PASSWORD = 'the-password-of-the-migrator';
const SECRET_KEY = 'a1b2c3d4e5f60718'.repeat(4);

/** psql's own commands are the two lines that begin with a backslash; what they say is put in by hand. */
function rolesAsSql(): string {
  const text = readFileSync(join(process.cwd(), 'docker', 'postgres', 'roles.sql'), 'utf8');
  return text.replaceAll(/^\\.*$/gm, '').replaceAll(":'migrator_password'", `'${PASSWORD}'`);
}

describe('on a database of one’s own, prepared by docker/postgres/roles.sql', () => {
  const folders = new DataFolders();
  let postgres: EmbeddedPostgres;
  let ownerUrl: string;

  beforeAll(async () => {
    postgres = await startEmbeddedPostgres({ dataDir: folders.next(0o711), durable: false, log: () => undefined });
    await query(postgres.url, rolesAsSql());
    const url = new URL(postgres.url);
    url.username = 'jalon_migrator';
    url.password = PASSWORD;
    ownerUrl = url.href;
  });
  afterAll(async () => {
    await postgres.stop();
    await folders.removeAll();
  });

  test('the migrations run without a superuser, twice', async () => {
    expect(await query(ownerUrl, 'select rolsuper, rolbypassrls from pg_roles where rolname = current_user')).toEqual([
      { rolsuper: false, rolbypassrls: false },
    ]);
    expect((await migrate({ ownerUrl, secretKey: SECRET_KEY })).applied).not.toEqual([]);
    expect((await migrate({ ownerUrl, secretKey: SECRET_KEY })).applied).toEqual([]);
  });

  test('the demo loads without a superuser, its references checked, and every index is there again', async () => {
    const indexes = () =>
      query(postgres.url, `select indexname from pg_indexes where schemaname = 'public' order by 1`);
    const before = await indexes();
    await seed({ ownerUrl, kind: 'demo', today: calendarDay('2026-11-23'), count: 30 });
    expect(await indexes()).toEqual(before);
    const [counted] = await query<{ files: string }>(postgres.url, 'select count(*) as files from pathways');
    expect(Number(counted?.files)).toBeGreaterThan(30);
  });

  test('it makes every role that the migrations speak of, and only two that may sign in besides the migrator', async () => {
    const roles = await query<{ name: string; login: boolean }>(
      postgres.url,
      "select rolname as name, rolcanlogin as login from pg_roles where rolname like 'jalon%' order by rolname",
    );
    const spokenOf = new Set(rolesAsSql().match(/jalon_[a-z]+/g));
    expect(roles.map(({ name }) => name)).toEqual([...spokenOf].sort());
    expect(roles.filter(({ login }) => login).map(({ name }) => name)).toEqual([
      'jalon_auth',
      'jalon_migrator',
      'jalon_server',
    ]);
  });
});
