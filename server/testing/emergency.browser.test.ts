import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { demoAccounts } from '../../seeds/demo/accounts.ts';
import { totpCode } from '../platform/auth/totp.ts';
import { openDemo, type DemoInABrowser } from './demoBrowser.ts';

const CASEWORKER = 'samira.intervenante@passerelles.example';
const MANAGER = 'claire.cheffe@passerelles.example';
const OTHER_MANAGER = 'nadege.cheffe@escale.example';
const AUDITOR = 'audit@jalon.example';
const REASON = 'Son enfant est hospitalisé ce matin, et sa référente est absente.';

let demo: DemoInABrowser;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());
afterEach(() => {
  expect(demo.complaints.splice(0)).toEqual([]);
});

/** Files of colleagues of hers, which she does not reach. */
async function colleaguesFiles(): Promise<{ id: string; number: string }[]> {
  const { rows } = await demo.owner.query<{ id: string; number: string }>(
    `select p.id, p.number from pathways p join accounts a on a.organisation_id = p.organisation_id
     where a.email = $1 and p.referent_id <> a.id and not p.sealed order by p.number limit 2`,
    [CASEWORKER],
  );
  return rows;
}

/** What an authenticator shows; it may have served for the file before. */
async function code(of = CASEWORKER): Promise<string> {
  await demo.owner.query(
    'update second_factors set last_step = null where account_id = (select id from accounts where email = $1)',
    [of],
  );
  return totpCode(demoAccounts().find(({ email }) => email === of)?.totpSecret ?? '', new Date());
}

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Ouvrir un dossier en urgence' });

test('the number that somebody gives on the phone opens her file, to read, and those concerned read why', async () => {
  const [file] = await colleaguesFiles();
  const page = await demo.signIn(CASEWORKER);
  await page.getByRole('link', { name: 'Urgences' }).click();
  await page.getByText('Aucun dossier n’a été ouvert en urgence.').first().waitFor();
  await page.getByRole('button', { name: 'Ouvrir un dossier en urgence' }).click();
  const dialog = dialogOf(page);
  await dialog.getByLabel(/^Numéro du dossier/).fill(file?.number.toLowerCase() ?? '');
  await dialog.getByLabel(/^Motif/).fill('Trop court');
  await dialog.getByLabel(/^Code/).fill(await code());
  await dialog.getByRole('button', { name: 'Ouvrir', exact: true }).click();
  await dialog.getByText('Donnez le motif en vingt caractères au moins').first().waitFor();
  await dialog.getByLabel(/^Motif/).fill(REASON);
  await dialog.getByRole('button', { name: 'Ouvrir', exact: true }).click();

  await page.getByRole('heading', { name: 'Étapes du parcours' }).waitFor();
  expect(page.url()).toContain(file?.id);
  await page
    .getByText(/Ouverture d’urgence, jusqu’au .*ce dossier se lit/)
    .first()
    .waitFor();
  expect(await page.getByRole('group', { name: 'Noter un fait' }).count()).toBe(0);

  for (const email of [MANAGER, AUDITOR]) {
    const reader = await demo.signIn(email);
    await reader.getByRole('link', { name: 'Urgences' }).click();
    await reader.getByRole('row', { name: new RegExp(`${file?.number ?? ''}.*Samira.*${REASON}`) }).waitFor();
    // The auditor reads no file: its number leads nowhere.
    expect(await reader.getByRole('link', { name: file?.number ?? '' }).count()).toBe(email === MANAGER ? 1 : 0);
  }
});

test('a file that she does not reach offers it, and stays as it is after a wrong code', async () => {
  const [, file] = await colleaguesFiles();
  const page = await demo.signIn(CASEWORKER);
  await page.goto(`/#/pathways/${file?.id ?? ''}/show`);
  await page.getByRole('button', { name: 'Ouvrir un dossier en urgence' }).click();
  const dialog = dialogOf(page);
  await dialog.getByLabel(/^Motif/).fill(REASON);
  await dialog.getByLabel(/^Code/).fill('000000');
  await page.keyboard.press('Enter');
  await dialog.getByText('Code inconnu, ou déjà utilisé.').first().waitFor();
  await dialog.getByLabel(/^Code/).fill(await code());
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Étapes du parcours' }).waitFor();
});

test('the file of another structure, opened in an emergency, says whose it is to follow, and has no tab that would fail', async () => {
  const [file] = await colleaguesFiles();
  const page = await demo.signIn(OTHER_MANAGER);
  const opened = await page.request.post(`/api/pathways/${file?.id ?? ''}/break-glass`, {
    data: { reason: REASON, code: await code(OTHER_MANAGER) },
  });
  expect(opened.status()).toBe(201);
  await page.goto(`/#/pathways/${file?.id ?? ''}/show`);
  await page.getByText('Suivi par une autre structure').waitFor();
  expect(await page.getByRole('main').innerText()).not.toContain('Sans référent');
  const tabs = page.getByRole('navigation', { name: 'Parties du dossier' });
  await tabs.getByRole('link', { name: 'Historique' }).waitFor();
  expect(await tabs.getByRole('link', { name: 'Accès', exact: true }).count()).toBe(0);
});
