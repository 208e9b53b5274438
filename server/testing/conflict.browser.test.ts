import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import type { GroupSessionView } from '../contract/groupSession.ts';
import type { NoteView } from '../contract/note.ts';
import type { PathwayFile } from '../contract/pathway.ts';
import type { TaskView } from '../contract/task.ts';
import { faultsOf, NONE_IN_DIALOG } from './accessibility.ts';
import { loseAnswers } from './badNetwork.ts';
import { openDemo, type DemoInABrowser } from './demoBrowser.ts';
import { fileCalled } from './findFile.ts';
import { picture } from './picture.ts';

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
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: 'Modifié pendant votre saisie' });
  await dialog.waitFor();
  await dialog.getByText(/^Modifié (le .* )?à \d+\sh(\s\d\d)? par Claire .*\.$/).waitFor();
  expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
  await picture(page, 'conflict');
  // What she alone changed is kept, and told.
  await dialog
    .getByRole('listitem')
    .filter({ hasText: /^Nationalité.:.Érythréenne$/ })
    .waitFor();
  expect(await dialog.getByRole('listitem').count()).toBe(1);
  // Only the phone was changed by both.
  expect(await dialog.getByRole('radiogroup').count()).toBe(1);
  expect(await dialog.getByRole('radio', { name: 'Garder la mienne : 06 39 98 11 11' }).isChecked()).toBe(true);
  // By the keyboard to the end: the choice, then what sends the form.
  await page.keyboard.press('Tab');
  await dialog.getByRole('radio', { name: 'Garder la mienne : 06 39 98 11 11' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('ArrowDown');
  expect(await dialog.getByRole('radio', { name: 'Garder la sienne : 06 39 98 22 22' }).isChecked()).toBe(true);
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
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
  const dialog = page.getByRole('dialog', { name: 'Modifié pendant votre saisie' });
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).and(page.locator(':focus')).waitFor();
  expect(await page.getByLabel('Téléphone').inputValue()).toBe('06 39 98 33 33');
  expect((await personOf(page, id))?.phone).toBe('06 39 98 22 22');
  await save(page);
  await dialog.getByRole('button', { name: 'Enregistrer mes choix' }).click();
  await saved(page);
  expect(await personOf(page, id)).toMatchObject({ phone: '06 39 98 33 33', nationality: 'Érythréenne' });

  // Saved, its answer lost: sent again, it is so, and nobody changed it meanwhile.
  await openCorrection(page, id);
  await page.getByLabel('Téléphone').fill('06 39 98 44 44');
  const callOff = await loseAnswers(page, '**/api/pathways/*');
  await save(page);
  await page.getByText('Nous ne savons pas si c’est enregistré').waitFor();
  await callOff();
  await save(page);
  await page.waitForURL(/\/identity$/);
  expect((await personOf(page, id))?.phone).toBe('06 39 98 44 44');
  demo.complaints.splice(0);
});

const conflictOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Modifié pendant votre saisie' });
const withKey = (data: object) => ({ data, headers: { 'Idempotency-Key': randomUUID() } });
const versioned = (data: object, version: number) => ({ data, headers: { 'If-Match': `"${version}"` } });

test('a task put off twice at once is a choice: what one asks, or what it has become; who and when are said', async () => {
  const page = await demo.pageOf(CASEWORKER);
  const manager = await demo.pageOf(MANAGER);
  const id = await fileOf(page, 'exemple selam');
  const path = `/api/pathways/${id}/tasks`;
  const asked = { what: 'Appeler le bailleur', dueOn: '2026-11-30' };
  const task = (await (await page.request.post(path, withKey(asked))).json()) as TaskView;
  await page.goto(`/#/pathways/${id}/show`);
  const line = page.getByRole('listitem').filter({ hasText: asked.what });
  const putOff = async (): Promise<void> => {
    await line.getByRole('button', { name: /^Reporter/ }).click();
    await page.getByLabel(/^Reporté au/).fill('2026-12-08');
    await page.getByLabel(/^Pourquoi/).fill('Sans réponse');
  };
  await putOff();
  const change = { dueOn: '2026-12-10', reason: 'En congé' };
  expect((await manager.request.put(`${path}/${task.id}`, versioned(change, 1))).status()).toBe(200);
  await page.keyboard.press('Enter');
  await conflictOf(page)
    .getByText(/^Modifié (le .* )?à \d+\sh(\s\d\d)? par Claire .*\.$/)
    .waitFor();
  await conflictOf(page).getByRole('radio', { name: 'Garder la sienne : Pour le 10 décembre 2026.' }).waitFor();
  expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
  await picture(page, 'conflict-of-a-task');
  // Over a dialogue too, as soon as it is there.
  await page.keyboard.press('Control+Enter');
  await line.getByText('Reporté : Sans réponse').waitFor();

  await line.getByRole('button', { name: /^Abandonner/ }).click();
  await page.getByLabel(/^Pourquoi/).fill('Inutile');
  expect((await manager.request.put(`${path}/${task.id}`, versioned({ state: 'DONE' }, 3))).status()).toBe(200);
  await page.keyboard.press('Enter');
  await conflictOf(page).getByRole('radio', { name: 'Garder la sienne : Faite' }).check();
  await conflictOf(page).getByRole('button', { name: 'Enregistrer mes choix' }).click();
  await line.waitFor({ state: 'detached' });
  const kept = (await (await page.request.get(path)).json()) as TaskView[];
  expect(kept.find((one) => one.id === task.id)).toMatchObject({ state: 'DONE', dueOn: '2026-12-08' });
});

test('a note corrected in another window is a choice of text, and may be put together from both', async () => {
  const page = await demo.pageOf(CASEWORKER);
  const id = await fileOf(page, 'exemple selam');
  const path = `/api/pathways/${id}/notes`;
  const given = { text: 'Premier texte', visibility: 'STRUCTURE' };
  const note = (await (await page.request.post(path, withKey(given))).json()) as NoteView;
  await page.goto(`/#/pathways/${id}/show/notes`);
  await page
    .getByRole('button', { name: /^Corriger la note/ })
    .first()
    .click();
  await page
    .getByLabel(/^Texte de la note/)
    .last()
    .fill('Le mien');
  const elsewhere = { ...given, text: 'Le sien' };
  expect((await page.request.put(`${path}/${note.id}`, versioned(elsewhere, note.version))).status()).toBe(200);
  await page.keyboard.press('Control+Enter');
  await conflictOf(page).getByRole('radio', { name: 'Garder la sienne : Le sien' }).waitFor();
  expect(await conflictOf(page).getByRole('radiogroup').count()).toBe(1);
  await conflictOf(page).getByRole('button', { name: 'Revenir à ma saisie' }).click();
  const form = page.getByRole('dialog', { name: 'Corriger la note' });
  await form.getByText('Le sien', { exact: true }).waitFor();
  expect(await form.getByLabel(/^Texte de la note/).inputValue()).toBe('Le mien');
  await form.getByLabel(/^Texte de la note/).fill('Les deux');
  await form.getByRole('button', { name: 'Enregistrer' }).click();
  await form.waitFor({ state: 'detached' });
  expect(await (await page.request.get(`${path}/${note.id}`)).json()).toMatchObject({ text: 'Les deux' });
});

test('a session changed by a colleague is a choice of what both changed, and the rest is put together', async () => {
  const page = await demo.pageOf(CASEWORKER);
  const manager = await demo.pageOf(MANAGER);
  const given = { kind: 'LANGUAGE', title: 'Atelier', heldOn: '2026-12-01', startsAt: '09:00', endsAt: '12:00' };
  const asked = withKey({ ...given, hours: 3, place: 'Salle 1', seats: 10, level: null });
  const session = (await (await page.request.post('/api/group-sessions', asked)).json()) as GroupSessionView;
  const path = `/api/group-sessions/${session.id}`;
  await page.goto(`/#/group-sessions/${session.id}`);
  await page.getByRole('button', { name: 'Modifier' }).click();
  const form = page.getByRole('dialog', { name: /séance/ });
  await form.getByLabel(/^Lieu/).fill('Salle 2');
  await form.getByLabel(/^Places/).fill('14');
  const theirs = versioned({ place: 'Salle 3', title: 'Atelier du mardi' }, session.version);
  expect((await manager.request.put(path, theirs)).status()).toBe(200);
  await page.keyboard.press('Enter');
  await conflictOf(page)
    .getByText(/^Modifié (le .* )?à \d+\sh(\s\d\d)? par Claire .*\.$/)
    .waitFor();
  expect(await conflictOf(page).getByRole('radiogroup').count()).toBe(1);
  await conflictOf(page).getByRole('radio', { name: 'Garder la sienne : Salle 3' }).check();
  await conflictOf(page).getByRole('button', { name: 'Enregistrer mes choix' }).click();
  await form.waitFor({ state: 'detached' });
  const kept = { title: 'Atelier du mardi', place: 'Salle 3', seats: 14 };
  expect(await (await page.request.get(path)).json()).toMatchObject(kept);
});

test('a session ended meanwhile asks for the password, and what was typed is then saved', async () => {
  const page = await demo.signIn(CASEWORKER);
  const id = await fileOf(page, 'exemple selam');
  await openCorrection(page, id);
  await page.getByLabel('Téléphone').fill('06 39 98 44 44');
  // Its draft would be the first to find the session gone.
  await page.getByText(/^Brouillon gardé à/).waitFor();
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
