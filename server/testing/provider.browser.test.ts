import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { compose, type Composed } from '../composition.ts';
import { realProvider, type ProviderPerson, type RealProvider } from '../features/identities/testing/realProvider.ts';
import { makeLogger } from '../platform/logger.ts';
import { faultsOf, NONE_IN_DIALOG, SIZES } from './accessibility.ts';
import { launchBrowser } from './browser.ts';
import { emailOf, ORGANISATIONS, PASSWORD, PERSONAS, type PersonaName } from './personas.ts';
import { picture } from './picture.ts';
import { createTestDatabase, type TestDatabase } from './templateDatabase.ts';
import { codeShown, factorsOfPersonas, plantPersonas, TODAY } from './world.ts';

const SIRET = '73282932000074';
const CLIENT = { clientId: 'jalon', clientSecret: 'a secret of the tests' };
const JEANNE: ProviderPerson = { sub: 'jeanne', siret: SIRET, email: '', acr: 'eidas2', amr: ['pwd', 'mfa'] };

/** The provider is `localhost` and Jalon `127.0.0.1`: two sites for a browser, which keeps strict cookies apart. */
let provider: RealProvider;
let database: TestDatabase;
let owner: pg.Client;
let composed: Composed;
let browser: Browser;
let page: Page;
let jalon: string;
const complaints: string[] = [];
const server = createServer();

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  jalon = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  provider = await realProvider({
    ...CLIENT,
    publicUrl: jalon,
    hostname: 'localhost',
    secretIn: 'body',
    signedUserinfo: true,
  });
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  await plantPersonas(owner);
  await owner.query('update organisations set siret = $1 where id = $2', [SIRET, ORGANISATIONS.north.id]);
  composed = await compose({
    config: {
      limits: 'normal',
      today: TODAY,
      trustProxy: 0,
      publicUrl: jalon,
      oidc: {
        ...CLIENT,
        publicUrl: jalon,
        issuer: provider.issuer,
        profile: 'proconnect',
        algorithm: 'RS256',
        allowedSirets: new Set([SIRET]),
      },
    },
    ownerUrl: database.url,
    secretKey: database.secretKey,
    logger: makeLogger('silent'),
    demoAccounts: [],
    demoFactors: factorsOfPersonas(),
    rootFolder: process.cwd(),
  });
  server.on('request', composed.app);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
  await composed.close();
  await owner.end();
  await database.drop();
  await provider.close();
});
beforeEach(async () => {
  provider.seat(JEANNE);
  await owner.query('truncate account_identities');
  const context = await browser.newContext({ baseURL: jalon, locale: 'fr-FR' });
  context.setDefaultTimeout(20_000);
  page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const { origin } = new URL(request.url());
    if (![jalon, provider.issuer, 'null'].includes(origin)) complaints.push(`asked another host: ${request.url()}`);
  });
  await page.goto('/');
});

const codeOf = (name: PersonaName) => codeShown(owner, name, composed.auth.clock.now());
const through = () => page.getByRole('button', { name: 'S’identifier avec ProConnect' });

async function link(account: string = PERSONAS.caseworker.id): Promise<void> {
  await owner.query(
    `insert into account_identities (id, account_id, issuer, subject, linked_by, linked_at)
     values (gen_random_uuid(), $1, $2, 'jeanne', 'SELF', now())`,
    [account, provider.issuer],
  );
}

describe('in front of a browser that keeps sites apart', () => {
  test('one click at the provider opens the files of the linked account, and signing out leaves both', async () => {
    await link();
    await through().click();
    await page.getByRole('banner').waitFor();
    await page.getByRole('button', { name: /Test caseworker/ }).waitFor();
    expect(new URL(page.url()).search).toBe('');

    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    // The provider asks, and sends her back to the door.
    await page.getByRole('button', { name: 'Quitter' }).click();
    await page.waitForURL((url) => url.origin === jalon && url.searchParams.has('state'));
    await through().waitFor();
    expect((await owner.query('select 1 from sessions')).rowCount).toBe(0);
  });

  test('a sign-in cancelled there comes back to the door, with the reason, in her language', async () => {
    provider.seat(undefined);
    await through().click();
    await page.getByText('La connexion a été abandonnée chez le fournisseur d’identité.').waitFor();
    await through().waitFor();
  });

  test('an identity that is linked to nobody is told so on a page that leads back', async () => {
    await through().click();
    await page.getByText('Aucun compte Jalon n’est lié à cette identité.').waitFor();
    await page.getByRole('link', { name: 'Revenir à la page de connexion' }).click();
    await page.getByLabel(/adresse/i).fill(emailOf('caseworker'));
    await page.getByLabel(/mot de passe/i).fill(PASSWORD);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await page.getByRole('banner').waitFor();
  });

  test('she links her identity from her account, sees it there, and takes it away', async () => {
    await page.getByLabel(/adresse/i).fill(emailOf('caseworker'));
    await page.getByLabel(/mot de passe/i).fill(PASSWORD);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    const openDialog = async () => {
      await page.getByRole('button', { name: /Test caseworker/ }).click();
      await page.getByRole('menuitem', { name: 'Se connecter avec ProConnect' }).click();
      return page.getByRole('dialog', { name: 'Se connecter avec ProConnect' });
    };
    const isSound = async (): Promise<void> => {
      for (const size of [SIZES.phone, SIZES.desk]) {
        await page.setViewportSize(size);
        expect({ ...size, ...(await faultsOf(page)) }).toMatchObject({ ...size, ...NONE_IN_DIALOG });
        await picture(page, `identities-${size.width}`);
      }
    };
    const dialog = await openDialog();
    await isSound();
    await dialog.getByLabel(/Mot de passe/).fill('autre chose');
    await dialog.getByRole('button', { name: 'Lier mon identité ProConnect' }).click();
    // Linking asks for a fresh code first, then judges the password.
    const fresh = page.getByRole('dialog', { name: 'Confirmez que c’est bien vous' });
    await fresh.getByLabel('Code à six chiffres').fill(await codeOf('caseworker'));
    await fresh.getByRole('button', { name: 'Confirmer' }).click();
    await dialog.getByText('Mot de passe incorrect.').waitFor();
    await isSound();
    await dialog.getByLabel(/Mot de passe/).fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Lier mon identité ProConnect' }).click();
    await dialog.waitFor({ state: 'detached' });
    const again = await openDialog();
    await again.getByText(/Identité de localhost, liée le/).waitFor();
    await isSound();
    await again.getByRole('button', { name: 'Ne plus lier' }).click();
    await again.getByText(/Identité de localhost/).waitFor({ state: 'detached' });
    expect((await owner.query('select 1 from account_identities')).rowCount).toBe(0);
  });

  test('an invitation opens the account of somebody new', async () => {
    const { rows } = await owner.query('select a.password_hash as hash from accounts a where a.id = $1', [
      PERSONAS.colleague.id,
    ]);
    await owner.query('update accounts set password_hash = null where id = $1', [PERSONAS.colleague.id]);
    const admin = await browser.newContext({ baseURL: jalon });
    await admin.request.post('/api/session', {
      data: { email: emailOf('admin'), password: PASSWORD, code: await codeOf('admin') },
    });
    const invited = await admin.request.post(`/api/accounts/${PERSONAS.colleague.id}/identity-invitations`);
    const { token } = (await invited.json()) as { token: string };
    await page.goto(`/#/login?invitation=${token}`);
    await page.getByText('Vous avez reçu une invitation à ouvrir votre compte.').waitFor();
    await through().click();
    await page.getByRole('button', { name: /Test colleague/ }).waitFor();
    await owner.query('update accounts set password_hash = $2 where id = $1', [PERSONAS.colleague.id, rows[0].hash]);
  });

  test('an address cannot put words of its own on the page', async () => {
    await page.goto(`/#/login?refused=${encodeURIComponent('<b>Appelez le 0899…</b>')}`);
    await page.getByText('n’a pas pu être vérifiée (unknown)').waitFor();
    expect(await page.getByText('0899').count()).toBe(0);
  });

  test('nothing broke, and nobody else was asked anything', () => {
    expect(complaints).toEqual([]);
  });
});
