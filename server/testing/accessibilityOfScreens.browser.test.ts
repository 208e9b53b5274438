import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { totpCode } from '../platform/auth/totp.ts';
import {
  ADMIN,
  AUDITOR,
  CASEWORKER,
  faultsOf,
  MANAGER,
  NONE,
  OFII,
  READER,
  REFERENT,
  REGION,
  SIZES,
} from './accessibility.ts';
import { openDemo, type DemoInABrowser } from './demoBrowser.ts';

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

/** Each screen: who opens it, where, and its title once it has come. */
const SCREENS: readonly (readonly [name: string, email: string, path: string, title: string])[] = [
  ['the week', CASEWORKER, '/#/week', 'Ma semaine'],
  ['the week of whoever answers for a structure', MANAGER, '/#/week', 'Ma semaine'],
  ['a caseload', CASEWORKER, '/#/pathways', 'Mes dossiers'],
  ['opening a file', CASEWORKER, '/#/pathways/create', 'Ouvrir un dossier'],
  ['the files of a territory', OFII, '/#/pathways', 'Dossiers'],
  ['the files to assign', OFII, '/#/assign', 'À attribuer'],
  ['the imports', OFII, '/#/imports', 'Importer une liste de l’OFII'],
  ['the stalled pathways', REFERENT, '/#/stalls', 'Parcours bloqués'],
  ['the figures', READER, '/#/reports', 'Chiffres'],
  ['the files of a structure', MANAGER, '/#/pathways', 'Dossiers'],
  ['the files of a structure to assign', MANAGER, '/#/assign', 'À attribuer'],
  ['the transfers of a structure', MANAGER, '/#/transfers', 'Transferts'],
  ['the files of a department', REFERENT, '/#/pathways', 'Dossiers'],
  ['the figures of a region', REGION, '/#/reports', 'Chiffres'],
  ['the thresholds', ADMIN, '/#/', 'Seuils des blocages'],
  ['the accounts', ADMIN, '/#/accounts', 'Comptes'],
  ['the structures', ADMIN, '/#/organisations', 'Structures'],
  ['one’s own account', CASEWORKER, '/#/account', 'Mon compte'],
  ['a screen of another role', CASEWORKER, '/#/imports', 'Écran réservé'],
  [
    'a file that is not there',
    CASEWORKER,
    '/#/pathways/00000000-0000-4000-8000-000000000000/show',
    'Ce dossier n’est plus accessible',
  ],
  ['the audit trail', AUDITOR, '/#/', 'Journal des accès'],
  ['the emergency openings', CASEWORKER, '/#/openings', 'Ouvertures d’urgence'],
  ['an address that leads nowhere', CASEWORKER, '/#/nulle-part', 'Page introuvable'],
];

/** What is asked of the server, for each screen that can go without an answer. */
const UNANSWERED: readonly (readonly [name: string, email: string, asked: string, path: string])[] = [
  ['the week', CASEWORKER, '**/api/week?*', '/#/week'],
  ['a caseload', CASEWORKER, '**/api/pathways?*', '/#/pathways'],
  ['a file', CASEWORKER, '**/api/pathways/*', '/#/pathways/00000000-0000-4000-8000-000000000000/show'],
  ['the files to assign', OFII, '**/api/pathways?*', '/#/assign'],
  ['the transfers', MANAGER, '**/api/transfers?*', '/#/transfers'],
  ['the imports', OFII, '**/api/imports?*', '/#/imports'],
  ['the figures', READER, '**/api/reports/**', '/#/reports'],
  ['the thresholds', ADMIN, '**/api/thresholds', '/#/thresholds'],
];

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

  test.each(SCREENS)('%s has no fault', async (_screen, email, path, title) => {
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

  test.each(UNANSWERED)('%s that no answer comes for is said without fault', async (_screen, email, asked, path) => {
    const page = await demo.pageOf(email, size);
    await page.route(asked, (route) => route.abort());
    await page.goto('/#/nulle-part');
    await page.getByRole('heading', { level: 1, name: 'Page introuvable' }).waitFor();
    await page.goto(path);
    await page.getByText('Le serveur ne répond pas.', { exact: false }).first().waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
    await page.unroute(asked);
  });

  test('an empty answer and a server that does not answer are said without fault', async () => {
    const page = await demo.openAs(CASEWORKER, size);
    await page.goto('/#/pathways');
    await page.getByLabel(/Chercher une personne/).fill('zzzzzz');
    await page.keyboard.press('Enter');
    await page.getByText('Aucun dossier trouvé', { exact: false }).first().waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
    await page.route('**/api/stalls*', (route) => route.abort());
    await page.goto('/#/stalls');
    await page.getByRole('alert').first().waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
  });
});
