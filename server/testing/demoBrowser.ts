import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import type { BrowserContext, Page } from 'playwright-core';
import { demoAccounts } from '../../seeds/demo/accounts.ts';
import { seed } from '../../seeds/run.ts';
import { compose, type Composed } from '../composition.ts';
import { calendarDay } from '../domain/calendar/calendarDay.ts';
import type { Clock } from '../platform/clock.ts';
import { makeLogger } from '../platform/logger.ts';
import { launchBrowser } from './browser.ts';
import { createPlantedDatabase } from './templateDatabase.ts';

const TODAY = calendarDay('2026-11-23');

export interface Size {
  readonly width: number;
  readonly height: number;
}

const DESK: Size = { width: 1280, height: 900 };

/** The demo, small, served for real, and a real browser before it. */
export interface DemoInABrowser {
  /** What no page may do: throw, break the content policy, ask another host. */
  readonly complaints: string[];
  /** Superuser, for what no role of the program may do. */
  readonly owner: pg.Client;
  /** A page where nobody has signed in. */
  newPage(viewport?: Size): Promise<Page>;
  /** A page of someone who has signed in by the form, as she would: a session of its own. */
  signIn(email: string, viewport?: Size): Promise<Page>;
  /** The application just loaded, by someone whose one session serves all of these. */
  openAs(email: string, viewport?: Size): Promise<Page>;
  /** The same, but kept as it is left: whoever only goes to a screen and looks at it does not load the application again. */
  pageOf(email: string, viewport?: Size): Promise<Page>;
  passwordOf(email: string): string;
  /** Leaves what is not kept: pages that nobody looks at any more go on asking, and slow the next ones. */
  closePages(): Promise<void>;
  /** The program dies: whatever is being asked is cut, and nothing answers any more. */
  stop(): Promise<void>;
  /** Served again after `stop`, at the same address and over the same database. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

interface Served {
  readonly composed: Composed;
  readonly server: Server;
}

type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;

async function hasArrived(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('banner').waitFor();
}

export async function openDemo({ clock }: { clock?: Clock } = {}): Promise<DemoInABrowser> {
  const database = await createPlantedDatabase('jalon_demo', ({ url }) =>
    seed({ ownerUrl: url, kind: 'demo', today: TODAY, count: 500 }),
  );
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  const serve = async (port: number): Promise<Served> => {
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
    const server = createServer(composed.app).listen(port, '127.0.0.1');
    // After five idle seconds Node closes a connection, perhaps as a test takes it up again to ask: here none is.
    server.keepAliveTimeout = 0;
    await once(server, 'listening');
    return { composed, server };
  };
  const stop = async ({ composed, server }: Served): Promise<void> => {
    server.close();
    server.closeAllConnections();
    await composed.close();
  };
  let served = await serve(0);
  const { port } = served.server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;
  const browser = await launchBrowser();
  const complaints: string[] = [];

  const watch = (page: Page): void => {
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) complaints.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(address) && !request.url().startsWith('data:'))
        complaints.push(`asked another host: ${request.url()}`);
    });
  };
  const openContext = async (viewport: Size, storageState?: SignedIn): Promise<BrowserContext> => {
    const context = await browser.newContext({
      baseURL: address,
      locale: 'fr-FR',
      viewport,
      ...(storageState === undefined ? {} : { storageState }),
    });
    context.setDefaultTimeout(20_000);
    context.on('page', watch);
    return context;
  };

  const left = new Set<{ close(): Promise<void> }>();
  const newPage: DemoInABrowser['newPage'] = async (viewport = DESK) => {
    const context = await openContext(viewport);
    left.add(context);
    const page = await context.newPage();
    await page.goto('/');
    return page;
  };
  const passwordOf = (email: string): string =>
    demoAccounts().find((account) => account.email === email)?.password ?? '';
  const enter = async (page: Page, email: string): Promise<void> => {
    await page.getByLabel(/adresse/i).fill(email);
    await page.getByLabel(/mot de passe/i).fill(passwordOf(email));
    await page.getByRole('button', { name: /se connecter/i }).click();
    await hasArrived(page);
  };

  const sessions = new Map<string, SignedIn>();
  const contexts = new Map<string, BrowserContext>();
  const kept = new Map<BrowserContext, Page>();
  const contextOf = async (email: string, viewport: Size): Promise<BrowserContext> => {
    const key = `${email} ${viewport.width}×${viewport.height}`;
    const context = contexts.get(key) ?? (await openContext(viewport, sessions.get(email)));
    contexts.set(key, context);
    return context;
  };
  const load = async (email: string, context: BrowserContext): Promise<Page> => {
    const page = await context.newPage();
    await page.goto('/');
    if (sessions.has(email)) await hasArrived(page);
    else {
      await enter(page, email);
      sessions.set(email, await context.storageState());
    }
    return page;
  };

  return {
    complaints,
    passwordOf,
    owner,
    newPage,
    signIn: async (email, viewport) => {
      const page = await newPage(viewport);
      await enter(page, email);
      return page;
    },
    openAs: async (email, viewport = DESK) => {
      const page = await load(email, await contextOf(email, viewport));
      left.add(page);
      return page;
    },
    pageOf: async (email, viewport = DESK) => {
      const context = await contextOf(email, viewport);
      const page = kept.get(context) ?? (await load(email, context));
      kept.set(context, page);
      return page;
    },
    closePages: async () => {
      await Promise.all([...left].map((one) => one.close()));
      left.clear();
    },
    stop: () => stop(served),
    restart: async () => {
      served = await serve(port);
    },
    close: async () => {
      await browser.close();
      await stop(served);
      await owner.end();
      await database.drop();
    },
  };
}
