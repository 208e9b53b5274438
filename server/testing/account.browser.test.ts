import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { demoAccounts } from '../../seeds/demo/accounts.ts';
import { totpCode } from '../platform/auth/totp.ts';
import { openDemo, type DemoInABrowser } from './demoBrowser.ts';

const ADMIN = 'admin@jalon.example';
const NEW = 'nouvelle.intervenante@passerelles.example';
const PASSWORD = 'tricot brumeux quarante lampadaires';

let demo: DemoInABrowser;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());
afterEach(() => {
  expect(demo.complaints.splice(0)).toEqual([]);
});

const demoCode = (email: string): string =>
  totpCode(demoAccounts().find((account) => account.email === email)?.totpSecret ?? '', new Date());

async function enter(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel(/adresse/i).fill(email);
  await page.getByLabel(/mot de passe/i).fill(password);
  await page.getByRole('button', { name: /se connecter/i }).click();
}

test('an administrator invites, the invited chooses a password and enrols, signs in again by a recovery code, and is closed', async () => {
  const admin = await demo.signIn(ADMIN);
  await admin.goto('/#/accounts');
  await admin.getByRole('button', { name: 'Créer un compte' }).click();
  const form = admin.getByRole('dialog', { name: 'Créer un compte' });
  await form.getByLabel(/^Adresse électronique/).fill(NEW);
  await form.getByLabel(/^Nom affiché/).fill('Inès Martel');
  await form.getByLabel(/^Rôle/).selectOption('ASSOCIATION_CASEWORKER');
  await form.getByLabel(/^Structure/).selectOption({ label: 'Passerelles Nord' });
  await form.getByRole('button', { name: 'Enregistrer' }).click();
  // No department was typed: the server says so beside the field, once the code is shown.
  const fresh = admin.getByRole('dialog', { name: 'Confirmez que c’est bien vous' });
  await fresh.getByLabel('Code à six chiffres').fill(demoCode(ADMIN));
  await fresh.getByRole('button', { name: 'Confirmer' }).click();
  await form.getByText('Indiquez au moins un département.').first().waitFor();
  await form.getByLabel(/^Départements/).fill('59');
  await form.getByRole('button', { name: 'Enregistrer' }).click();
  const link = await admin.getByRole('dialog', { name: 'Lien à remettre' }).getByLabel('Lien').inputValue();
  await admin.getByRole('button', { name: 'Fermer' }).click();

  const invited = await demo.newPage();
  await invited.getByRole('button', { name: /se connecter/i }).waitFor();
  await invited.clock.install();
  await invited.goto(link);
  await invited.getByLabel(/^Nouveau mot de passe \(/).fill(PASSWORD);
  // She takes her time: minutes pass, whatever the page asks meanwhile is answered, and what she typed is there.
  for (let minute = 0; minute < 6; minute += 1) {
    await invited.clock.fastForward(60_000);
    await invited.waitForLoadState('networkidle');
  }
  expect(new URL(invited.url()).hash).toContain('password-link');
  await invited.getByLabel(/seconde fois/).fill(PASSWORD);
  await invited.getByRole('button', { name: 'Choisir ce mot de passe' }).click();
  await invited.getByRole('link', { name: 'Aller à la connexion' }).click();
  await enter(invited, NEW, PASSWORD);
  await invited.getByRole('img', { name: /Code QR/ }).waitFor();
  // Nothing else is open to her, whatever the address.
  await invited.goto('/#/pathways');
  await invited.getByRole('heading', { level: 1, name: 'Enregistrer votre second facteur' }).waitFor();
  await invited.getByRole('img', { name: /Code QR/ }).waitFor();
  const secret = (await invited.locator('code').innerText()).replaceAll(' ', '');
  await invited.getByLabel(/Code à six chiffres/).fill(totpCode(secret, new Date()));
  await invited.getByRole('button', { name: 'Enregistrer cette application' }).click();
  const list = invited.getByRole('list', { name: 'Codes de secours' });
  await list.waitFor();
  const codes = await list.getByRole('listitem').allInnerTexts();
  expect(codes).toHaveLength(10);
  // Room between two codes of one line, for the number of the second too.
  const boxes = await Promise.all((await list.locator('code').all()).map((code) => code.boundingBox()));
  for (const [rank, box] of boxes.entries())
    for (const other of boxes.slice(rank + 1))
      if (box !== null && other !== null && Math.abs(box.y - other.y) < box.height)
        expect(Math.abs(other.x - box.x) - box.width).toBeGreaterThan(48);
  await invited.getByRole('button', { name: 'J’ai gardé mes codes' }).click();
  await invited.getByRole('heading', { level: 1, name: 'Mes dossiers' }).waitFor();

  // Elsewhere, with a recovery code: the six digits of just now have served.
  const elsewhere = await demo.newPage();
  await enter(elsewhere, NEW, PASSWORD);
  await elsewhere.getByLabel('Code de connexion').fill(codes[0] ?? '');
  await elsewhere.getByRole('button', { name: /se connecter/i }).click();
  await elsewhere.getByRole('heading', { level: 1, name: 'Ma semaine' }).waitFor();
  await elsewhere.getByRole('button', { name: /Inès Martel/ }).click();
  await elsewhere.getByRole('menuitem', { name: 'Mon compte' }).click();
  await elsewhere.getByText('Il vous reste 9 codes de secours.').waitFor();
  await elsewhere.getByRole('table', { name: /2 sessions ouvertes/ }).waitFor();
  await elsewhere.getByRole('button', { name: 'Fermer toutes les autres' }).click();
  await elsewhere.getByRole('table', { name: /1 session ouverte/ }).waitFor();
  expect((await invited.request.get('/api/session')).status()).toBe(401);

  await elsewhere.getByRole('button', { name: 'Changer de mot de passe' }).click();
  const change = elsewhere.getByRole('dialog', { name: 'Changer de mot de passe' });
  await change.getByLabel(/^Mot de passe actuel/).fill(PASSWORD);
  await change.getByLabel(/^Nouveau mot de passe \(/).fill('motdepasse1234');
  await change.getByLabel(/seconde fois/).fill('motdepasse1234');
  await change.getByRole('button', { name: 'Enregistrer' }).click();
  await change
    .getByText(/trop facile à deviner/)
    .first()
    .waitFor();
  await change.getByLabel(/^Nouveau mot de passe \(/).fill(`${PASSWORD} verts`);
  await change.getByLabel(/seconde fois/).fill(`${PASSWORD} verts`);
  await change.getByRole('button', { name: 'Enregistrer' }).click();
  await elsewhere.getByText('Votre mot de passe est changé. Vos autres sessions sont fermées.').waitFor();

  await admin.getByRole('link', { name: 'Inès Martel' }).click();
  await admin.getByRole('button', { name: 'Désactiver' }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Désactiver' }).click();
  await admin.getByText('Désactivé', { exact: true }).waitFor();
  expect((await elsewhere.request.get('/api/session')).status()).toBe(401);
});

test('an account is found by its name, without a word of it in the address, and what its change takes away is told first', async () => {
  const admin = await demo.signIn(ADMIN);
  await admin.goto('/#/accounts');
  await admin.getByLabel('Chercher un compte').fill('interv samira');
  await admin.keyboard.press('Enter');
  await admin.getByText('1 compte', { exact: true }).first().waitFor();
  expect(decodeURIComponent(admin.url())).not.toMatch(/samira|interv/i);
  await admin.getByRole('button', { name: 'Effacer la recherche' }).click();
  await admin.getByLabel('Chercher un compte').fill('samira');
  await admin.keyboard.press('Enter');
  await admin.getByRole('link', { name: /^Samira/ }).click();
  await admin.getByRole('button', { name: 'Modifier' }).click();
  const form = admin.getByRole('dialog');
  const told = form.getByText('Dès l’enregistrement, cette personne ne suivra plus ses dossiers');
  await form.getByLabel(/^Structure/).selectOption({ label: 'Escale Métropole' });
  await told.waitFor();
  await form.getByLabel(/^Structure/).selectOption({ label: 'Passerelles Nord' });
  await told.waitFor({ state: 'detached' });
  // A manager follows files too; an auditor does not.
  await form.getByLabel(/^Rôle/).selectOption('ASSOCIATION_MANAGER');
  expect(await told.count()).toBe(0);
  await form.getByLabel(/^Rôle/).selectOption('AUDITOR');
  await told.waitFor();
});
