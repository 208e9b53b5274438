import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { NoteView } from '../contract/note.ts';
import { counted } from './counted.ts';
import { comeBackWithoutANetwork, loseAnswers } from './badNetwork.ts';
import { openDemo, type DemoInABrowser } from './demoBrowser.ts';
import { picture } from './picture.ts';
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

async function openNotes(page: Page, q: string, title = 'Notes'): Promise<string> {
  const { id } = await fileCalled(page, q);
  await page.goto(`/#/pathways/${id}/show/notes`);
  await page.getByRole('heading', { level: 2, name: title }).waitFor();
  return id;
}
async function notesOf(page: Page, id: string): Promise<NoteView[]> {
  return (await (await page.request.get(`/api/pathways/${id}/notes`)).json()) as NoteView[];
}
const text = (page: Page): Locator => page.getByRole('main').getByLabel(/^Texte de la note/);
const note = (page: Page, says: string): Locator => page.getByRole('listitem').filter({ hasText: says });
const written = (page: Page): Promise<void> => page.getByText('La note est enregistrée.').waitFor();

async function write(page: Page, says: string, forWhom: RegExp): Promise<void> {
  await text(page).fill(says);
  await page.getByRole('radio', { name: forWhom }).check();
  await page.getByRole('button', { name: 'Enregistrer la note' }).click();
  await note(page, says).waitFor();
}

test('a note is written with the keyboard, for the structure unless she says otherwise, and read by those whom it is for', async () => {
  const page = await demo.signIn(CASEWORKER);
  const id = await openNotes(page, 'exemple amina');
  await page.getByText('Aucune note ici que vous puissiez lire.').waitFor();
  expect(await page.getByRole('radio', { name: /^Votre structure/ }).isChecked()).toBe(true);
  await text(page).focus();
  await page.keyboard.type('Vue ce matin.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Elle a trouvé une place en crèche.');
  await page.keyboard.press('Control+Enter');
  await written(page);
  expect(await note(page, 'Vue ce matin.').innerText()).toMatch(
    /De la structure[^]*Samira[^]*Passerelles Nord[^]*Vue ce matin\.\nElle a trouvé une place en crèche\./,
  );
  // Sent, the form is empty again, and the next note is typed at once.
  expect(await text(page).inputValue()).toBe('');
  expect(await page.evaluate('document.activeElement.tagName')).toBe('TEXTAREA');
  await page.keyboard.type('Pour moi.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await note(page, 'Pour moi.').waitFor();
  await write(page, 'Pour qui suivra.', /^Toute structure/);
  await picture(page, 'notes');
  expect((await notesOf(page, id)).map(({ visibility }) => visibility)).toEqual(['SHARED', 'PRIVATE', 'STRUCTURE']);

  await page.getByLabel('Notes montrées').selectOption('PRIVATE');
  await note(page, 'Pour qui suivra.').waitFor({ state: 'detached' });
  await note(page, 'Pour moi.').waitFor();
  // What is read, and what is typed, is in no address.
  expect(new URL(page.url()).hash).toBe(`#/pathways/${id}/show/notes`);

  const manager = await demo.signIn(MANAGER);
  await openNotes(manager, 'exemple amina');
  await note(manager, 'Pour qui suivra.').waitFor();
  await manager.getByText('Ce dossier contient aussi 1 note privée de collègues.').waitFor();
  expect(await manager.getByRole('main').innerText()).not.toContain('Pour moi.');
  expect(await manager.getByRole('button', { name: /^Corriger la note/ }).count()).toBe(0);
  expect(await manager.getByRole('button', { name: /^Retirer la note/ }).count()).toBe(2);

  for (const email of ['agent@ofii.example', 'referente@prefecture59.example']) {
    const other = await demo.signIn(email);
    await other.goto(`/#/pathways/${id}/show`);
    await other.getByRole('heading', { name: 'Étapes du parcours' }).waitFor();
    expect(await other.getByRole('link', { name: 'Notes', exact: true }).count()).toBe(0);
  }
});

test('a note is corrected and withdrawn, and nothing of it is lost for those who read it', async () => {
  const page = await demo.signIn(CASEWORKER);
  await openNotes(page, 'exemple farid');
  await write(page, 'Rendez-vous le 3.', /^Votre structure/);
  await note(page, 'Rendez-vous le 3.')
    .getByRole('button', { name: /^Corriger/ })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Corriger la note' });
  // It may be given to more people, and not to fewer.
  expect(await dialog.getByRole('radio').count()).toBe(2);
  await dialog.getByLabel(/^Texte/).fill('Rendez-vous le 4.');
  await dialog.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  const corrected = note(page, 'Rendez-vous le 4.');
  await corrected.getByRole('button', { name: /^1 texte antérieur/ }).click();
  await corrected.getByText('Rendez-vous le 3.').waitFor();

  const manager = await demo.signIn(MANAGER);
  await openNotes(manager, 'exemple farid');
  await manager.getByRole('button', { name: /^Retirer la note/ }).click();
  const withdrawal = manager.getByRole('dialog', { name: 'Retirer la note' });
  await withdrawal.getByRole('button', { name: 'Retirer', exact: true }).click();
  await withdrawal.getByText('1 champ est à corriger').waitFor();
  await withdrawal.getByLabel(/^Motif/).fill('Un autre dossier était visé.');
  await withdrawal.getByRole('button', { name: 'Retirer', exact: true }).click();
  await withdrawal.waitFor({ state: 'detached' });
  const said = note(manager, 'Un autre dossier était visé.');
  expect(await said.innerText()).toMatch(/Retirée par Claire/);
  expect(await said.innerText()).not.toContain('Rendez-vous');
  await said.getByRole('button', { name: /^2 textes antérieurs/ }).click();
  await said.getByText('Rendez-vous le 4.').waitFor();
  expect(await manager.getByRole('button', { name: /^Retirer la note/ }).count()).toBe(0);
  await picture(manager, 'notes-withdrawn');
});

test('what is typed survives a refusal, a network that does not answer, and a session that has ended; it is written once', async () => {
  const page = await demo.signIn(CASEWORKER);
  const id = await openNotes(page, 'exemple selam');
  const save = page.getByRole('button', { name: 'Enregistrer la note' });
  await text(page).fill('Ne se perd pas.');
  // Its draft would be the first to find the session gone, later.
  await page.getByText(/^Brouillon gardé à/).waitFor();
  // The answer is lost, not the request: the note is written, and nobody is told.
  await page.route('**/notes', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    await route.fetch();
    return route.abort();
  });
  await save.click();
  await page
    .getByRole('alert')
    .filter({ hasText: /réseau|serveur|connexion/i })
    .first()
    .waitFor();
  expect(await text(page).inputValue()).toBe('Ne se perd pas.');
  await page.unroute('**/notes');

  await demo.owner.query('delete from sessions');
  await save.click();
  const dialog = page.getByRole('dialog', { name: 'Votre session a expiré' });
  await dialog.getByLabel(/Mot de passe/).fill(demo.passwordOf(CASEWORKER));
  await dialog.getByRole('button', { name: 'Continuer' }).click();
  await written(page);
  expect((await notesOf(page, id)).map((one) => one.text)).toEqual(['Ne se perd pas.']);

  // Left while something is typed, the page asks first.
  await text(page).fill('Pas encore.');
  const asked = page.waitForEvent('dialog').then(async (question) => {
    await question.dismiss();
    return question.message();
  });
  await page.getByRole('link', { name: 'Historique' }).click();
  expect(await asked).toBe('La note que vous écrivez n’est pas enregistrée. Quitter quand même\u202f?');
  expect(await text(page).inputValue()).toBe('Pas encore.');
});

test('a note that is being corrected stays, with what was typed, when one comes back to it without a network', async () => {
  const page = await demo.signIn(CASEWORKER);
  const id = await openNotes(page, 'exemple mamadou');
  await write(page, 'Au premier jet.', /^Vous, et personne/);
  await page
    .getByRole('button', { name: /^Corriger la note/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: 'Corriger la note' });
  await dialog.getByLabel(/^Texte/).fill('Corrigée dans le train.');
  await comeBackWithoutANetwork(page, `/notes`);
  expect(await dialog.getByLabel(/^Texte/).inputValue()).toBe('Corrigée dans le train.');
  await page.context().setOffline(false);
  // Saved, its answer lost: sent again, it is so, and nobody changed it meanwhile.
  const callOff = await loseAnswers(page, '**/notes/*');
  await dialog.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await dialog.getByText('Nous ne savons pas si c’est enregistré').waitFor();
  await callOff();
  await dialog.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await page.locator('[role=dialog]').waitFor({ state: 'detached' });
  expect((await notesOf(page, id)).map((one) => one.text)).toEqual(['Corrigée dans le train.']);
  demo.complaints.splice(0);
});

test('a session that ends while one types, by the mouse or by the keyboard, is taken up in two clicks where one was', async () => {
  const page = await demo.signIn(CASEWORKER, { width: 320, height: 720 });
  const id = await openNotes(page, 'exemple camila');
  const caret = (): Promise<unknown> =>
    page.evaluate('[document.activeElement.tagName, document.activeElement.selectionStart]');
  const dialog = page.getByRole('dialog', { name: 'Votre session a expiré' });
  const end = async (): Promise<void> => {
    await demo.owner.query('delete from sessions');
    await page.evaluate(`window.dispatchEvent(new Event('focus'))`);
    await dialog.getByLabel(/Mot de passe/).waitFor();
  };
  await text(page).focus();
  await page.keyboard.type('Reçue avec sa fille. ');
  await end();
  // The field of the password has the focus.
  const byMouse = counted(page);
  await page.keyboard.type(demo.passwordOf(CASEWORKER));
  await byMouse.click(dialog.getByRole('button', { name: 'Continuer' }));
  await dialog.waitFor({ state: 'detached' });
  expect(byMouse.cost().clicks).toBeLessThanOrEqual(2);
  expect(await caret()).toEqual(['TEXTAREA', 21]);
  await page.keyboard.type('Elle lit déjà. ');
  await end();
  const byKeyboard = counted(page);
  await page.keyboard.type(demo.passwordOf(CASEWORKER));
  await byKeyboard.use();
  await dialog.waitFor({ state: 'detached' });
  expect(byKeyboard.cost()).toEqual({ keys: 0, clicks: 1 });
  expect(await caret()).toEqual(['TEXTAREA', 36]);
  await page.keyboard.type('À revoir.');

  // The network drops: what was typed stays, and is sent again from there.
  await page.context().setOffline(true);
  await byKeyboard.tabTo(page.getByRole('button', { name: 'Enregistrer la note' }));
  await page.keyboard.press('Enter');
  await page.getByRole('alert').first().waitFor();
  await page.context().setOffline(false);
  expect(await text(page).inputValue()).toBe('Reçue avec sa fille. Elle lit déjà. À revoir.');
  await page.getByRole('button', { name: 'Enregistrer la note' }).focus();
  await page.keyboard.press('Enter');
  await written(page);
  expect((await notesOf(page, id)).map((one) => one.text)).toEqual(['Reçue avec sa fille. Elle lit déjà. À revoir.']);
});

test('a note corrected elsewhere meanwhile is shown beside what was typed, which may then be saved', async () => {
  const page = await demo.signIn(CASEWORKER);
  const id = await openNotes(page, 'exemple yonas');
  await write(page, 'Première version.', /^Votre structure/);
  await note(page, 'Première version.')
    .getByRole('button', { name: /^Corriger/ })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Corriger la note' });
  await dialog.getByLabel(/^Texte/).fill('La mienne.');
  const [saved] = await notesOf(page, id);
  const elsewhere = await page.request.put(`/api/pathways/${id}/notes/${saved?.id}`, {
    headers: { 'If-Match': '"1"' },
    data: { text: 'D’une autre fenêtre.', visibility: 'STRUCTURE' },
  });
  expect(elsewhere.status()).toBe(200);
  // Read again behind, as one comes back to the window, it is still not what she has seen.
  const readAgain = page.waitForResponse((one) => one.request().method() === 'GET' && one.url().includes('/notes'));
  await page.evaluate(`document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))`);
  await readAgain;
  await page.locator('main').getByText('D’une autre fenêtre.').waitFor({ state: 'attached' });
  await dialog.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  const conflict = page.getByRole('dialog', { name: 'Modifié pendant votre saisie' });
  await conflict.getByRole('radio', { name: 'Garder la sienne : D’une autre fenêtre.' }).waitFor();
  expect(await conflict.getByRole('radio', { name: 'Garder la mienne : La mienne.' }).isChecked()).toBe(true);
  await conflict.getByRole('button', { name: 'Enregistrer mes choix' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect((await notesOf(page, id)).map((one) => [one.text, one.version])).toEqual([['La mienne.', 3]]);
});

test('the tab is whole on a phone, and in English', async () => {
  const page = await demo.signIn(CASEWORKER, { width: 320, height: 720 });
  await openNotes(page, 'exemple elif');
  await write(page, 'Sur un téléphone.', /^Vous, et personne/);
  await picture(page, 'notes-phone');
  expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('button', { name: /^Samira/ }).click();
  await page.getByRole('menu').getByText('English').click();
  await page.getByRole('heading', { level: 3, name: 'Write a note' }).waitFor();
  await page.getByText('You, and nobody else in Jalon').waitFor();
});
