import pg from 'pg';
import { oneProcessAtATime } from '../server/platform/database/migrate.ts';
import { dayInParis } from '../server/domain/calendar/dayInParis.ts';
import type { CalendarDay } from '../server/domain/calendar/calendarDay.ts';
import { loadDemo } from './demo/load.ts';

export interface SeedOptions {
  readonly ownerUrl: string;
  /** `reference` and `none` load nothing today: no row is needed by every installation yet. */
  readonly kind: 'demo' | 'reference' | 'none';
  readonly today?: CalendarDay;
  readonly log?: (line: string) => void;
  /** Files beside the stories; the regional volume when absent. */
  readonly count?: number;
}

/** Loads what was asked for into an empty database; a database that holds anything is left alone. */
export async function seed({
  ownerUrl,
  kind,
  today = dayInParis(new Date()),
  log = () => undefined,
  count,
}: SeedOptions): Promise<void> {
  if (kind !== 'demo') return;
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await oneProcessAtATime(client, () => loadIfEmpty(client, { today, log, count }));
  } finally {
    await client.end();
  }
}

export class DemoInProduction extends Error {}

/** Passwords and codes of the demo are public: a database that holds its accounts is not served in production. */
export async function refuseDemoAccounts(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('set role jalon_owner');
    const { rows } = await client.query('select 1 from accounts where is_demo and disabled_at is null limit 1');
    if (rows.length > 0)
      throw new DemoInProduction(
        'This database holds accounts of the demo, whose passwords are public: production needs a database of its own.',
      );
  } finally {
    await client.end();
  }
}

async function loadIfEmpty(
  client: pg.Client,
  { today, log, count }: Required<Pick<SeedOptions, 'today' | 'log'>> & { count: number | undefined },
): Promise<void> {
  const { rows } = await client.query<{ empty: boolean }>('select not exists (select 1 from organisations) as empty');
  if (rows[0]?.empty !== true) return;
  log('Loading the demo (fictive people)…');
  const started = performance.now();
  const { files, events } = await loadDemo(client, today, count);
  log(`Demo loaded: ${files} pathways, ${events} events, in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}
