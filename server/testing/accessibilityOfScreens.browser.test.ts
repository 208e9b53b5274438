import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { totpCode } from '../platform/auth/totp.ts';
import {
  CASEWORKER,
  faultsInLight,
  faultsOf,
  leaveDialog,
  NONE,
  NONE_IN_DIALOG,
  REFERENT,
  SIZES,
} from './accessibility.ts';
import { openDemo, type DemoInABrowser } from './demoBrowser.ts';
import { probesOf, type Seen } from './screens.ts';

const HUGO = 'hugo.intervenant@escale.example';

let demo: DemoInABrowser;
beforeAll(async () => {
  demo = await openDemo();
  // Her account lists the sessions that she has elsewhere.
  await demo.signIn(CASEWORKER);
});
afterAll(() => demo.close());
afterEach(async () => {
  await demo.closePages();
  expect(demo.complaints.splice(0)).toEqual([]);
});

/** Goes to it from elsewhere, so that it asks anew. */
async function goTo(page: Page, { path, idOf }: Seen): Promise<void> {
  const address = idOf === undefined ? path : path.replace(':id', await idOf(page));
  await page.goto('/#/nulle-part');
  await page.getByRole('heading', { level: 1, name: 'Page introuvable' }).waitFor();
  await page.goto(address);
}

describe.each(Object.entries(SIZES))('on a %s', (_name, size) => {
  test('signing in, and being refused, have no fault', async () => {
    const page = await demo.newPage(size);
    await page.getByRole('button', { name: /se connecter/i }).waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
    await page.getByLabel(/adresse/i).fill('personne@exemple.example');
    await page.getByLabel(/mot de passe/i).fill('non');
    await page.getByRole('button', { name: /se connecter/i }).click();
    await page.getByText('Adresse ou mot de passe incorrect.').waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
  });

  test('choosing a password by a link has no fault, nor when it is refused', async () => {
    const page = await demo.newPage(size);
    await page.getByRole('button', { name: /se connecter/i }).waitFor();
    await page.goto('/#/password-link?token=inconnu');
    await page.getByRole('heading', { level: 1, name: 'Choisir votre mot de passe' }).waitFor();
    expect(page.url()).not.toContain('token');
    expect(await faultsOf(page)).toEqual(NONE);
    await page.getByLabel(/^Nouveau mot de passe \(/).fill('tricot brumeux quarante');
    await page.getByLabel(/seconde fois/).fill('autre chose');
    await page.getByRole('button', { name: 'Choisir ce mot de passe' }).click();
    await page.getByText('Les deux saisies sont différentes.').waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
    await page.getByLabel(/seconde fois/).fill('tricot brumeux quarante');
    await page.getByRole('button', { name: 'Choisir ce mot de passe' }).click();
    await page.getByText(/Ce lien a déjà servi/).waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
  });

  test('the second step of a sign-in has no fault, nor the first registration of an application', async () => {
    const of = 'where email = $1';
    await demo.owner.query(`update accounts set is_demo = false ${of}`, [HUGO]);
    const page = await demo.newPage(size);
    const enter = async (): Promise<void> => {
      await page.getByLabel(/adresse/i).fill(HUGO);
      await page.getByLabel(/mot de passe/i).fill(demo.passwordOf(HUGO));
      await page.getByRole('button', { name: /se connecter/i }).click();
    };
    await enter();
    await page.getByLabel('Code de connexion').fill('000000');
    expect(await faultsOf(page)).toEqual(NONE);
    await page.getByRole('button', { name: /se connecter/i }).click();
    await page.getByText(/Ce code n’est pas le bon/).waitFor();
    expect(await faultsOf(page)).toEqual(NONE);

    await demo.owner.query(`delete from second_factors where account_id = (select id from accounts ${of})`, [HUGO]);
    await page.getByRole('button', { name: 'Changer de compte' }).click();
    await enter();
    await page.getByRole('img', { name: /Code QR/ }).waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
    const secret = (await page.locator('code').innerText()).replaceAll(' ', '');
    await page.getByLabel(/Code à six chiffres/).fill(totpCode(secret, new Date()));
    await page.getByRole('button', { name: 'Enregistrer cette application' }).click();
    await page.getByRole('list', { name: 'Codes de secours' }).waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
  });

  test.each(probesOf('loaded'))('%s has no fault', async (_name, { email, path, title }) => {
    const page = await demo.pageOf(email, size);
    await page.goto(path);
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
  });

  test('a stall says once whose turn it is: in its sentence, and in a column where there is one', async () => {
    const page = await demo.pageOf(REFERENT, size);
    await page.goto('/#/stalls');
    await page
      .getByText(/C’est au tour/)
      .first()
      .waitFor();
    expect(await page.getByRole('columnheader', { name: 'À qui d’agir' }).count()).toBe(size === SIZES.desk ? 1 : 0);
    expect(await page.locator('dt', { hasText: 'À qui d’agir' }).count()).toBe(0);

    await page.getByRole('link', { name: /^J\d/ }).first().click();
    const stalls = page.getByRole('region', { name: 'Ce qui bloque' });
    await stalls
      .getByText(/C’est au tour/)
      .first()
      .waitFor();
    expect(await stalls.innerText()).not.toContain('À qui d’agir');
  });

  test.each(probesOf('unanswered'))('%s that no answer comes for is said without fault', async (_name, screen) => {
    const page = await demo.pageOf(screen.email, size);
    await page.route(screen.asked, (route) => route.abort());
    await goTo(page, screen);
    await screen.first?.(page);
    await page.getByText('Le serveur ne répond pas.', { exact: false }).first().waitFor();
    expect(await faultsInLight(page)).toEqual(NONE);
    await page.unroute(screen.asked);
  });

  test.each(probesOf('empty'))('%s is said without fault', async (_name, screen) => {
    const page = await demo.pageOf(screen.email, size);
    await page.route(screen.asked, async (route) => {
      const response = await route.fetch();
      const json = screen.answer((await response.json()) as object);
      const headers = Array.isArray(json) ? { ...response.headers(), 'content-range': 'rows */0' } : response.headers();
      await route.fulfill({ response, headers, json });
    });
    await goTo(page, screen);
    await page.getByText(screen.says, { exact: false }).first().waitFor();
    expect(await faultsInLight(page)).toEqual(NONE);
    await page.unroute(screen.asked);
  });

  test.each(probesOf('dialogue'))('%s is asked without fault', async (_name, screen) => {
    const page = await demo.pageOf(screen.email, size);
    await goTo(page, screen);
    await page.getByRole('main').getByRole('button', { name: screen.opener }).first().click();
    await page.getByRole('dialog').waitFor();
    expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
    await leaveDialog(page);
  });

  test('a search that finds nobody is said without fault', async () => {
    const page = await demo.openAs(CASEWORKER, size);
    await page.goto('/#/pathways');
    await page.getByLabel(/Chercher une personne/).fill('zzzzzz');
    await page.keyboard.press('Enter');
    await page.getByText('Aucun dossier trouvé', { exact: false }).first().waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
  });
});
