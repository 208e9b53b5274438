import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { SessionView } from '../contract/session.ts';
import { holdBack, lookAgain } from './badNetwork.ts';
import { openDemo, type DemoInABrowser } from './demoBrowser.ts';
import { draftOf, noteOf, openExchange } from './exchange.ts';
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

const news = (page: Page, says: string | RegExp): Locator => page.locator('.MuiAlert-colorInfo').getByText(says);
const medium = (dialog: Locator): Locator => dialog.getByLabel(/^Moyen/);
const save = (dialog: Locator): Locator => dialog.getByRole('button', { name: 'Enregistrer', exact: true });

async function openFile(page: Page, q: string): Promise<string> {
  const { id } = await fileCalled(page, q);
  await page.goto(`/#/pathways/${id}/show`);
  await page.getByRole('heading', { name: 'Étapes du parcours' }).waitFor();
  return id;
}
const problem = (status: number, code: string, detail: string) => ({
  status,
  contentType: 'application/problem+json',
  body: JSON.stringify({ status, code, title: detail, detail }),
});
test('an exchange that is refused stays as it was typed when one comes back to its window, and its draft too', async () => {
  const page = await demo.signIn(CASEWORKER);
  const id = await openFile(page, 'exemple amina');
  const dialog = await openExchange(page);
  const proposed = await medium(dialog).inputValue();
  await medium(dialog).selectOption({ label: 'Visite à domicile' });
  const kept = page.waitForResponse(draftOf(`entry:${id}`, 'PUT', 'Vue avec sa sœur.'));
  await noteOf(dialog).fill('Vue avec sa sœur.');
  await kept;
  await page.route('**/entries', (route) => route.fulfill(problem(409, 'not_allowed', 'Ce n’est pas possible.')), {
    times: 1,
  });
  await save(dialog).click();
  await dialog.getByText('Ce n’est pas possible.').first().waitFor();
  const thrownAway: string[] = [];
  page.on('request', (request) => request.method() === 'DELETE' && thrownAway.push(request.url()));
  for (let times = 0; times < 3; times += 1) await lookAgain(page, `/api/pathways/${id}`);
  const chosen = await medium(dialog).inputValue();
  expect(chosen).not.toBe(proposed);
  expect(await noteOf(dialog).inputValue()).toBe('Vue avec sa sœur.');
  await save(dialog).click();
  await dialog.waitFor({ state: 'detached' });
  expect(thrownAway).toEqual([]);
  // The next one is proposed as this one was: calls and visits are made in a row.
  expect(await medium(await openExchange(page)).inputValue()).toBe(chosen);
  await page.context().close();
});

test('night falls on a form that is open: what is typed in it, and the day with which it began, are there in the morning', async () => {
  const page = await demo.signIn(CASEWORKER);
  await page.clock.install();
  await page.goto('/#/pathways/create');
  await page.reload();
  await page.getByLabel(/Chercher une personne/).fill('exemple nuit');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Ouvrir un nouveau dossier' }).click();
  const name = page.getByLabel(/^Nom/).first();
  const opened = page.locator('input[name="facts.caseOpenedOn"]');
  const day = await opened.inputValue();
  const told = (await (await page.request.get('/api/session')).json()) as SessionView;
  await page.route('**/api/session', (route) =>
    route.request().method() === 'GET' ? route.fulfill({ json: { ...told, today: '2026-11-24' } }) : route.fallback(),
  );
  await demo.owner.query('delete from sessions');
  await name.fill('EXEMPLE-NUIT');
  await page.clock.runFor(5_000);
  const again = page.getByRole('dialog', { name: 'Votre session a expiré' });
  await again.getByLabel(/mot de passe/i).fill(demo.passwordOf(CASEWORKER));
  await again.getByRole('button', { name: 'Continuer' }).click();
  await again.waitFor({ state: 'detached' });
  await page.clock.fastForward('06:00');
  await page.evaluate(`document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))`);
  await page.clock.runFor(5_000);
  expect([await name.inputValue(), await opened.inputValue()]).toEqual(['EXEMPLE-NUIT', day]);
  await page.context().close();
});

test('the network is lost when one comes back to the window: the dialogue stays, with what is typed, and nothing is shown behind', async () => {
  const page = await demo.signIn(CASEWORKER);
  const id = await openFile(page, 'exemple yonas');
  const dialog = await openExchange(page);
  await noteOf(dialog).fill('Rappeler mardi.');
  await page.context().setOffline(true);
  await page.evaluate(`window.dispatchEvent(new Event('focus'))`);
  await page.locator('main').getByRole('button', { name: 'Réessayer', includeHidden: true }).first().waitFor();
  expect(await noteOf(dialog).inputValue()).toBe('Rappeler mardi.');
  expect(await page.locator('main').getByText('Noter un échange').isVisible()).toBe(false);
  await picture(page, 'dialogue-without-a-network');
  await page.context().setOffline(false);
  await lookAgain(page, `/api/pathways/${id}`);
  await save(dialog).click();
  await dialog.waitFor({ state: 'detached' });
  await page.locator('main').getByRole('button', { name: 'Noter un échange' }).first().waitFor();
  demo.complaints.splice(0);
  await page.context().close();
});

test('what is refused of a dialogue that the page took away is said', async () => {
  const page = await demo.signIn(CASEWORKER);
  const id = await openFile(page, 'exemple farid');
  const dialog = await openExchange(page);
  await noteOf(dialog).fill('Cherche une place.');
  const { begun, release } = await holdBack(page, '**/entries', (route) =>
    route.fulfill(problem(409, 'not_allowed', 'Ce n’est pas possible.')),
  );
  await save(dialog).click();
  await begun;
  await page.route(`**/api/pathways/${id}`, (route) =>
    route.fulfill(problem(404, 'not_found', 'Ce dossier n’existe pas.')),
  );
  await lookAgain(page, `/api/pathways/${id}`);
  await dialog.waitFor({ state: 'detached' });
  release();
  await news(page, /^Noter un échange\s: rien n’a été enregistré\. Ce n’est pas possible\.$/).waitFor();
  await page.context().close();
});

test('what is typed while an exchange is being saved is not said to be all of it, and is there the next time', async () => {
  const page = await demo.signIn(CASEWORKER);
  await openFile(page, 'exemple selam');
  const dialog = await openExchange(page);
  await noteOf(dialog).fill('Venue au cours.');
  const { begun, release } = await holdBack(page, '**/entries', (route) => route.continue());
  await save(dialog).click();
  await begun;
  await noteOf(dialog).fill('Venue au cours. À rappeler.');
  release();
  await dialog.waitFor({ state: 'detached' });
  await news(page, 'Une autre saisie de ce formulaire reste à finir : vous la retrouverez en le rouvrant.').waitFor();
  await picture(page, 'draft-beside');
  expect(await news(page, /Rien n’est enregistré/).count()).toBe(0);
  const again = noteOf(await openExchange(page));
  await page.getByRole('status').filter({ hasText: 'Vous n’aviez pas fini' }).waitFor();
  expect(await again.inputValue()).toBe('Venue au cours. À rappeler.');
  await page.context().close();
});

test('she leaves while what she sends waits for its draft: it is not sent in the name of whoever signs in next', async () => {
  const page = await demo.signIn(CASEWORKER);
  const id = await openFile(page, 'exemple amina');
  const dialog = await openExchange(page);
  const { begun, release } = await holdBack(page, '**/api/drafts/**', (route) => route.abort());
  await noteOf(dialog).fill('Elle m’a dit où elle dort.');
  await begun;
  await save(dialog).click();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await page.getByLabel(/adresse/i).fill(MANAGER);
  await page.getByLabel(/mot de passe/i).fill(demo.passwordOf(MANAGER));
  await page.getByRole('button', { name: /se connecter/i }).click();
  await page.getByRole('banner').waitFor();
  const written: string[] = [];
  page.on('request', (request) => request.method() !== 'GET' && written.push(request.url()));
  release();
  // Whatever it was to send, it would have sent before this is answered.
  await page.goto(`/#/pathways/${id}/show`);
  await openExchange(page);
  await page
    .getByText(/a-t-elle été jointe/)
    .first()
    .waitFor();
  expect(written).toEqual([]);
  expect(await news(page, /./).count()).toBe(0);
  await page.context().close();
});

test('a correction that met another one, which could not be read, is refused in words and can be sent again', async () => {
  const page = await demo.signIn(CASEWORKER);
  const { id } = await fileCalled(page, 'exemple selam');
  await page.goto(`/#/pathways/${id}/show/correct`);
  await page.getByLabel('Téléphone').fill('06 39 98 44 44');
  const { version } = (await (await page.request.get(`/api/pathways/${id}`)).json()) as { version: number };
  const changed = await page.request.put(`/api/pathways/${id}`, {
    data: { person: { nationality: 'Soudanaise' } },
    headers: { 'If-Match': `"${version}"` },
  });
  expect(changed.status()).toBe(200);
  let isDown = true;
  await page.route(`**/api/pathways/${id}`, (route) =>
    isDown && route.request().method() === 'GET' ? route.abort() : route.fallback(),
  );
  const submit = page.getByRole('button', { name: 'Enregistrer', exact: true });
  await submit.click();
  const again = page.getByRole('button', { name: 'Réessayer' });
  await again.waitFor();
  isDown = false;
  await again.click();
  await page
    .getByRole('alert')
    .getByText(/modifié/)
    .first()
    .waitFor();
  await submit.click();
  const both = page.getByRole('dialog', { name: 'Modifié pendant votre saisie' });
  await both.getByRole('button', { name: /^Enregistrer/ }).click();
  await page.getByText('Correction enregistrée.').waitFor();
  const after = (await (await page.request.get(`/api/pathways/${id}`)).json()) as { person: { phone: string } };
  expect(after.person.phone).toBe('06 39 98 44 44');
  demo.complaints.splice(0);
  await page.context().close();
});

test('a colleague closes the file while an exchange is typed: it stays, and whether it can be recorded is told in words', async () => {
  const page = await demo.signIn(CASEWORKER);
  const id = await openFile(page, 'exemple yonas');
  const dialog = await openExchange(page);
  await noteOf(dialog).fill('Départ à Lille, tout est en ordre.');
  const closed = await page.request.post(`/api/pathways/${id}/events`, {
    data: { closure: 'MOVED_DEPARTMENT', on: '2026-11-20' },
    headers: { 'Idempotency-Key': randomUUID() },
  });
  expect(closed.status()).toBe(201);
  await lookAgain(page, `/api/pathways/${id}`);
  await page.locator('main').getByText('Clos').first().waitFor({ state: 'attached' });
  expect(await noteOf(dialog).inputValue()).toBe('Départ à Lille, tout est en ordre.');
  await save(dialog).click();
  await dialog.getByRole('alert').waitFor();
  expect(await noteOf(dialog).inputValue()).toBe('Départ à Lille, tout est en ordre.');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await page.locator('main').getByRole('button', { name: 'Noter un échange' }).count()).toBe(0);
  await page.context().close();
});

test('a form that was left does not take her away from where she types once it is saved', async () => {
  const page = await demo.signIn(CASEWORKER);
  await page.goto('/#/group-sessions');
  await page.getByRole('button', { name: 'Nouvelle séance' }).click();
  const made = page.getByRole('dialog', { name: 'Nouvelle séance' });
  await made.getByRole('textbox', { name: /^Séance/ }).fill('Atelier en attente');
  await made.getByRole('textbox', { name: /Lieu/ }).fill('Salle 2');
  const { begun, release } = await holdBack(page, '**/api/group-sessions', (route) => route.continue());
  await made.getByRole('button', { name: 'Créer la séance' }).click();
  await begun;
  await page.keyboard.press('Escape');
  await made.waitFor({ state: 'detached' });
  await openFile(page, 'exemple amina');
  await page.getByRole('button', { name: 'Ajouter une action' }).click();
  const task = page.getByRole('dialog').getByLabel(/À faire/);
  await task.fill('Appeler la mairie');
  const answered = page.waitForResponse(
    (one) => one.request().method() === 'POST' && one.url().endsWith('group-sessions'),
  );
  release();
  expect((await answered).status()).toBe(201);
  // Anything that this was to bring has been brought once the page has asked, and was answered, something else.
  await page.getByRole('dialog').getByRole('button', { name: 'Prévoir', exact: true }).click();
  await page.locator('main').getByText('Appeler la mairie').first().waitFor();
  expect(page.url()).toContain('/pathways/');

  // Left, and still on the list: it is there once it is made.
  await page.goto('/#/group-sessions');
  await page.getByRole('button', { name: 'Nouvelle séance' }).click();
  await made.getByRole('textbox', { name: /^Séance/ }).fill('Atelier suivant');
  await made.getByRole('textbox', { name: /Lieu/ }).fill('Salle 2');
  const next = await holdBack(page, '**/api/group-sessions', (route) => route.continue());
  await made.getByRole('button', { name: 'Créer la séance' }).click();
  await next.begun;
  await page.keyboard.press('Escape');
  await made.waitFor({ state: 'detached' });
  next.release();
  await page.getByRole('link', { name: 'Atelier suivant', exact: true }).waitFor();
  await page.context().close();
});

test('what is opened again could not be read: the keyboard goes on from the title, and not from what is hidden', async () => {
  const page = await demo.signIn(CASEWORKER);
  await openFile(page, 'exemple amina');
  const button = page.locator('main').getByRole('button', { name: 'Noter un échange' }).first();
  await button.focus();
  await page.context().setOffline(true);
  await page.evaluate(`window.dispatchEvent(new Event('focus'))`);
  await page.locator('main').getByRole('button', { name: 'Réessayer' }).waitFor();
  await page.locator('h1:focus').waitFor();
  demo.complaints.splice(0);
  await page.context().close();
});

test('while a file is being opened, what is in it is not changed', async () => {
  const page = await demo.signIn(CASEWORKER);
  await page.goto('/#/pathways/create');
  await page.getByLabel(/Chercher une personne/).fill('qzxw vbnm');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Ouvrir un nouveau dossier' }).click();
  await page.getByLabel('Nom de naissance').fill('Exemple');
  await page.getByLabel(/^Prénom/).fill('Attendue');
  await page.getByLabel('Date de naissance connue').selectOption('YEAR');
  await page.getByLabel('Année de naissance').fill('1971');
  await page.getByLabel(/^Sexe/).selectOption('F');
  await page.getByRole('button', { name: 'Voir le parcours prévu' }).click();
  const { begun, release } = await holdBack(page, '**/api/pathways', (route) => route.continue());
  await page.getByRole('button', { name: 'Ouvrir le dossier' }).click();
  await begun;
  const modify = page.getByRole('button', { name: 'Modifier la saisie' });
  expect(await modify.getAttribute('aria-disabled')).toBe('true');
  await modify.click({ force: true });
  expect(
    await page
      .getByRole('heading', { name: /Parcours prévu|prévu/ })
      .first()
      .isVisible(),
  ).toBe(true);
  expect(await page.getByLabel(/^Prénom/).isVisible()).toBe(false);
  release();
  await page.getByRole('heading', { level: 1, name: /EXEMPLE Attendue/i }).waitFor();
  await page.context().close();
});
