import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import type { BrowserContext, Page } from 'playwright-core';
import { demoAccounts } from '../../seeds/demo/accounts.ts';
import { seed } from '../../seeds/run.ts';
import { compose } from '../composition.ts';
import { calendarDay } from '../domain/calendar/calendarDay.ts';
import type { Clock } from '../platform/clock.ts';
import { makeLogger } from '../platform/logger.ts';
import { launchBrowser } from './browser.ts';
import { createTestDatabase } from './templateDatabase.ts';

const TODAY = calendarDay('2026-11-23');

/** The demo, small, served for real, and a real browser before it. */
export interface DemoInABrowser {
  /** What no page may do: throw, break the content policy, ask another host. */
  readonly complaints: string[];
  /** Superuser, for what no role of the program may do. */
  readonly owner: pg.Client;
  /** A page where nobody has signed in. */
  newPage(viewport?: { width: number; height: number }): Promise<Page>;
  /** A page of someone who has signed in by the form, as she would. */
  signIn(email: string, viewport?: { width: number; height: number }): Promise<Page>;
  passwordOf(email: string): string;
  /** Leaves what was opened: pages that nobody looks at any more go on asking, and slow the next ones. */
  closePages(): Promise<void>;
  close(): Promise<void>;
}

export async function openDemo({ clock }: { clock?: Clock } = {}): Promise<DemoInABrowser> {
  const database = await createTestDatabase();
  await seed({ ownerUrl: database.url, kind: 'demo', today: TODAY, count: 500 });
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  const composed = await compose({
    config: { limits: 'relaxed', today: TODAY, trustProxy: 0 },
    ...(clock === undefined ? {} : { clock }),
    ownerUrl: database.url,
    secretKey: database.secretKey,
    logger: makeLogger('silent'),
    rootFolder: process.cwd(),
    demoAccounts: [],
    demoFactors: demoAccounts(),
  });
  const server = createServer(composed.app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await launchBrowser();
  const complaints: string[] = [];

  const contexts = new Set<BrowserContext>();
  const newPage: DemoInABrowser['newPage'] = async (viewport = { width: 1280, height: 900 }) => {
    const context = await browser.newContext({ baseURL: address, locale: 'fr-FR', viewport });
    contexts.add(context);
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) complaints.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(address) && !request.url().startsWith('data:'))
        complaints.push(`asked another host: ${request.url()}`);
    });
    await page.goto('/');
    return page;
  };
  const passwordOf = (email: string): string =>
    demoAccounts().find((account) => account.email === email)?.password ?? '';
  return {
    complaints,
    passwordOf,
    owner,
    newPage,
    signIn: async (email, viewport) => {
      const page = await newPage(viewport);
      await page.getByLabel(/adresse/i).fill(email);
      await page.getByLabel(/mot de passe/i).fill(passwordOf(email));
      await page.getByRole('button', { name: /se connecter/i }).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByRole('banner').waitFor();
      return page;
    },
    closePages: async () => {
      await Promise.all([...contexts].map((context) => context.close()));
      contexts.clear();
    },
    close: async () => {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
      await composed.close();
      await owner.end();
      await database.drop();
    },
  };
}
