import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { PathwayFile } from '../contract/pathway.ts';
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

async function personOf(page: Page, id: string): Promise<PathwayFile['person']> {
  return ((await (await page.request.get(`/api/pathways/${id}`)).json()) as PathwayFile).person;
}

async function openCorrection(page: Page, id: string): Promise<void> {
  await page.goto(`/#/pathways/${id}/show/correct`);
  await page.getByRole('heading', { name: 'Corriger le dossier' }).waitFor();
}

const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
const saved = (page: Page): Promise<void> => page.getByText('Correction enregistrée.').waitFor();

/** A caseworker and her manager have the same file open to correct; the manager has just saved a phone and a nationality. */
async function afterTheManager(q: string): Promise<{ page: Page; id: string }> {
  const page = await demo.signIn(CASEWORKER);
  const manager = await demo.signIn(MANAGER);
  const id = await fileOf(page, q);
  await openCorrection(page, id);
  await openCorrection(manager, id);
  await manager.getByLabel('Téléphone').fill('06 39 98 22 22');
  await manager.getByLabel('Nationalité').fill('Érythréenne');
  await save(manager);
  await saved(manager);
  return { page, id };
}

test('the second to correct chooses between both versions of what both changed, and what only one changed is kept', async () => {
  const { page, id } = await afterTheManager('exemple farid');
  await page.getByLabel('Téléphone').fill('06 39 98 11 11');
  await page.getByLabel('Langues parlées').fill('tigrigna, arabe');
  await save(page);
  const dialog = page.getByRole('dialog', { name: 'Ce dossier a changé pendant votre saisie' });
  await dialog.waitFor();
  // Only the phone was changed by both.
  expect(await dialog.getByRole('radiogroup').count()).toBe(1);
  expect(await dialog.getByRole('radio', { name: 'Votre saisie : 06 39 98 11 11' }).isChecked()).toBe(true);
  await dialog.getByRole('radio', { name: 'Valeur enregistrée entre-temps : 06 39 98 22 22' }).check();
  await dialog.getByRole('button', { name: 'Enregistrer mes choix' }).click();
  await saved(page);
  expect(await personOf(page, id)).toMatchObject({
    phone: '06 39 98 22 22',
    nationality: 'Érythréenne',
    languages: ['tigrigna', 'arabe'],
  });
});

test('the second to correct who gives up choosing still has what she typed, and may then keep her own', async () => {
  const { page, id } = await afterTheManager('exemple amina');
  await page.getByLabel('Téléphone').fill('06 39 98 33 33');
  await save(page);
  const dialog = page.getByRole('dialog', { name: 'Ce dossier a changé pendant votre saisie' });
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await page.getByLabel('Téléphone').inputValue()).toBe('06 39 98 33 33');
  expect((await personOf(page, id))?.phone).toBe('06 39 98 22 22');
  await save(page);
  await dialog.getByRole('button', { name: 'Enregistrer mes choix' }).click();
  await saved(page);
  expect(await personOf(page, id)).toMatchObject({ phone: '06 39 98 33 33', nationality: 'Érythréenne' });
});

test('a session ended meanwhile asks for the password, and what was typed is then saved', async () => {
  const page = await demo.signIn(CASEWORKER);
  const id = await fileOf(page, 'exemple selam');
  await openCorrection(page, id);
  await page.getByLabel('Téléphone').fill('06 39 98 44 44');
  await demo.owner.query('delete from sessions');
  await save(page);
  const dialog = page.getByRole('dialog', { name: 'Votre session a expiré' });
  await dialog.getByLabel(/Mot de passe/).fill('non');
  await dialog.getByRole('button', { name: 'Continuer' }).click();
  await dialog.getByText('Adresse ou mot de passe incorrect.').waitFor();
  await dialog.getByLabel(/Mot de passe/).fill(demo.passwordOf(CASEWORKER));
  await dialog.getByRole('button', { name: 'Continuer' }).click();
  await saved(page);
  expect((await personOf(page, id))?.phone).toBe('06 39 98 44 44');
});
