import { once } from 'node:events';
import { createServer } from 'node:http';
import pg from 'pg';
import { demoAccounts } from '../../dist/seeds/demo/accounts.js';
import { seed } from '../../dist/seeds/run.js';
import { growTo } from '../../dist/seeds/scale/grow.js';
import { compose } from '../../dist/server/composition.js';
import { migrate } from '../../dist/server/platform/database/migrate.js';
import { makeLogger } from '../../dist/server/platform/logger.js';

/** One whole installation, served over HTTP, with everyone signed in: the demo, grown to as many pathways. */
export async function install({ postgres, folder, name, pathways, spread, today }) {
  await execute(postgres.url, `create database ${name}`);
  const url = new URL(postgres.url);
  url.pathname = `/${name}`;
  const { secretKey } = postgres.secrets;
  await migrate({ ownerUrl: url.href, secretKey });
  await seed({ ownerUrl: url.href, kind: 'demo', today });
  const started = performance.now();
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  const files = await growTo(client, { pathways, spread });
  await client.query('checkpoint');
  await client.end();
  process.stderr.write(`${name}: ${files} pathways, grown in ${((performance.now() - started) / 1000).toFixed(0)} s\n`);
  const composed = await compose({
    config: { limits: 'relaxed', today, trustProxy: 0 },
    ownerUrl: url.href,
    secretKey,
    logger: makeLogger('silent'),
    demoAccounts: [],
    demoFactors: demoAccounts(),
    rootFolder: folder,
  });
  const server = createServer(composed.app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${server.address().port}`;
  const cookies = new Map();
  for (const { email, password } of demoAccounts()) {
    const response = await fetch(`${origin}/api/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    cookies.set(email, response.headers.get('set-cookie').split(';')[0]);
  }
  return {
    name,
    files,
    ask: async (email, { path, body }) => {
      const response = await fetch(`${origin}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { Cookie: cookies.get(email), 'Content-Type': 'application/json' },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const answer = await response.json();
      if (response.status !== 200) throw new Error(`${path}: ${response.status} ${JSON.stringify(answer)}`);
      return Number(response.headers.get('content-range')?.split('/')[1] ?? answer.length ?? 0);
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await composed.close();
    },
  };
}

async function execute(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}
