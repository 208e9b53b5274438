import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openDemo, type DemoInABrowser } from './demoBrowser.ts';
import { fileCalled } from './findFile.ts';

const CASEWORKER = 'samira.intervenante@passerelles.example';
const MANAGER = 'claire.cheffe@passerelles.example';

let demo: DemoInABrowser;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());
afterEach(() => {
  expect(demo.complaints.splice(0)).toEqual([]);
});

async function fileOf(page: Page, q: string): Promise<string> {
  return (await fileCalled(page, q)).id;
}

test('who saw a file is a tab of it, and its extract is printed alone, without the name of a professional', async () => {
  const manager = await demo.signIn(MANAGER);
  const id = await fileOf(manager, 'exemple amina');
  expect((await manager.request.get(`/api/pathways/${id}`)).status()).toBe(200);

  const page = await demo.signIn(CASEWORKER);
  await page.goto(`/#/pathways/${id}/show`);
  await page.getByRole('link', { name: 'Accès', exact: true }).click();
  await page.getByRole('heading', { level: 2, name: 'Qui a vu ce dossier' }).waitFor();
  const bySomebody = page.getByRole('row', {
    name: /Claire.*responsable de structure.*Dossier consulté, pour accompagner la personne\./,
  });
  expect(await bySomebody.first().innerText()).toMatch(/Passerelles Nord/);

  await page.getByRole('link', { name: 'Préparer le relevé pour la personne' }).click();
  const extract = page.getByRole('article', { name: 'Relevé des accès à votre dossier' });
  await extract.waitFor();
  expect(await extract.innerText()).toMatch(
    /La personne responsable de la structure \(Passerelles Nord\) a vu votre dossier (?:\d+|une) fois/,
  );
  expect(await extract.innerText()).not.toMatch(/Claire|Samira/);
  await page.emulateMedia({ media: 'print' });
  expect(await extract.isVisible()).toBe(true);
  for (const hidden of [
    page.getByRole('button', { name: 'Imprimer' }),
    page.getByRole('navigation', { name: 'Parties du dossier' }),
    page.getByRole('banner'),
  ])
    expect(await hidden.isVisible()).toBe(false);
  // Nothing of the file but its number and the name of the person stands on the page.
  expect(await page.getByRole('main').innerText()).not.toMatch(/Référent|Téléphone|Titre de séjour/);
});

test('the auditor reads the trail, follows an account, and filters by day', async () => {
  const samira = await demo.signIn(CASEWORKER);
  const id = await fileOf(samira, 'exemple farid');
  const page = await demo.signIn('audit@jalon.example');
  await page.getByRole('heading', { level: 1, name: 'Journal des accès' }).waitFor();
  await page
    .getByRole('button', { name: /^Tout ce qu’a fait ce compte.*Samira/ })
    .first()
    .click();
  await page.getByLabel('Compte choisi').waitFor();
  const file = page.getByLabel('Numéro ou identifiant d’un dossier');
  await file.fill(id);
  const row = page.getByRole('row', { name: /Samira.*Dossier trouvé par une recherche/ });
  await row.first().waitFor();
  await page.getByLabel('Opération').selectOption('readPathway');
  await page.getByText('Aucune entrée ne correspond à ces filtres.').first().waitFor();
  // Codes and identifiers in the address: nobody is looked for by name.
  expect(decodeURIComponent(page.url())).toContain(id);
  // By its number too, as people quote it; what is neither filters nothing, and is told.
  await page.getByLabel('Opération').selectOption('');
  const number = ((await (await samira.request.get(`/api/pathways/${id}`)).json()) as { number: string }).number;
  await file.fill(number.toLowerCase());
  await row.first().waitFor();
  expect(decodeURIComponent(page.url())).toContain(`"number":"${number}"`);
  await file.fill('J99-999999');
  await page.getByText('Aucune entrée ne correspond à ces filtres.').first().waitFor();
  await file.fill('exemple farid');
  await file.press('Enter');
  await page.getByText('ni un identifiant entier : rien n’est filtré').waitFor();
  expect(await file.getAttribute('aria-invalid')).toBe('true');
  expect(decodeURIComponent(page.url())).not.toMatch(/number|pathwayId|farid/);
  await file.fill('');
  await page.getByRole('button', { name: 'Effacer les filtres' }).first().click();
  await page.getByLabel('Au (inclus)').fill('2020-01-01');
  await page.getByText('Aucune entrée ne correspond à ces filtres.').first().waitFor();
});

test('an alert is told to the auditor before anything else, is one click away, and is in her language', async () => {
  const samira = await demo.signIn(CASEWORKER);
  const [one, other] = [await fileOf(samira, 'exemple farid'), await fileOf(samira, 'exemple selam')];
  await samira.request.get(`/api/pathways/${one}`);
  // The limits of the demo in a browser are relaxed, ten thousand times as wide.
  await demo.owner.query('update daily_opening_counts set opened = 2000000');
  expect((await samira.request.get(`/api/pathways/${other}/history`)).status()).toBe(200);
  const page = await demo.signIn('audit@jalon.example');
  await page.getByRole('button', { name: 'Voir les alertes' }).click();
  await page.getByRole('row', { name: /Samira.*Plus de 200 dossiers ouverts en un jour par un compte/ }).waitFor();
  await page.getByRole('button', { name: /^Sophie/ }).click();
  await page.getByRole('menu').getByText('English').click();
  await page.getByRole('row', { name: /Samira.*More than 200 files opened in a day by an account/ }).waitFor();
});

test('so is one of the files that lists named', async () => {
  const samira = await demo.signIn(CASEWORKER);
  await demo.owner.query(
    'delete from daily_namings; update daily_naming_counts set named = 10000000, alerted_with = null',
  );
  expect((await samira.request.get('/api/pathways')).status()).toBe(200);
  const page = await demo.signIn('audit@jalon.example');
  await page.getByRole('button', { name: 'Voir les alertes' }).click();
  const told = 'dossiers vus en un jour dans des listes et des recherches par un compte \\(OFII : 5 000\\)';
  await page
    .getByRole('row', { name: new RegExp(`Samira.*Plus de 1 000 ${told}`.replaceAll(' ', '\\s')) })
    .first()
    .waitFor();
});

test('a manager has no such tab on a file that nobody follows yet, and has it on one of hers', async () => {
  const page = await demo.signIn(MANAGER);
  for (const [filter, count] of [
    [{ organisationId: null }, 0],
    [{ q: 'exemple amina' }, 1],
  ] as const) {
    const [file] = (await (
      await page.request.get(`/api/pathways?filter=${encodeURIComponent(JSON.stringify(filter))}`)
    ).json()) as { id: string }[];
    await page.goto(`/#/pathways/${file?.id ?? ''}/show`);
    await page.getByRole('link', { name: 'Historique' }).waitFor();
    expect([filter, await page.getByRole('link', { name: 'Accès', exact: true }).count()]).toEqual([filter, count]);
    await page.goto('/#/pathways');
    await page.getByRole('heading', { level: 1, name: 'Dossiers' }).waitFor();
  }
});

test('a role that does not follow files has no such tab', async () => {
  const samira = await demo.signIn(CASEWORKER);
  const id = await fileOf(samira, 'exemple amina');
  const page = await demo.signIn('agent@ofii.example');
  await page.goto(`/#/pathways/${id}/show`);
  await page.getByRole('link', { name: 'Historique' }).waitFor();
  expect(await page.getByRole('link', { name: 'Accès', exact: true }).count()).toBe(0);
});
