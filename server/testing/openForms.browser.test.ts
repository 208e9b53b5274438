import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page, Route } from 'playwright-core';
import type { SessionView } from '../contract/session.ts';
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
  return id;
}
/** Another window was looked at, then this one: the file is asked for again. */
async function lookAgain(page: Page, id: string): Promise<void> {
  const answered = page.waitForEvent('requestfinished', (request) => request.url().endsWith(`/api/pathways/${id}`));
  await page.evaluate(`window.dispatchEvent(new Event('focus'))`);
  await answered;
}
const problem = (status: number, code: string, detail: string) => ({
  status,
  contentType: 'application/problem+json',
  body: JSON.stringify({ status, code, title: detail, detail }),
});
/** What is asked waits until it is told what becomes of it. */
async function hold(page: Page, asked: string | RegExp, becomes: (route: Route) => Promise<void>) {
  let release: () => void = () => undefined;
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(
    asked,
    async (route) => {
      begin();
      await released;
      await becomes(route);
    },
    { times: 1 },
  );
  return { begun, release: () => release() };
}

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
  for (let times = 0; times < 3; times += 1) await lookAgain(page, id);
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
  await name.fill('EXEMPLE-NUIT');
  const opened = page.locator('input[name="facts.caseOpenedOn"]');
  const day = await opened.inputValue();
  const told = (await (await page.request.get('/api/session')).json()) as SessionView;
  await page.route('**/api/session', (route) =>
    route.request().method() === 'GET' ? route.fulfill({ json: { ...told, today: '2026-11-24' } }) : route.fallback(),
  );
  await demo.owner.query('delete from sessions');
  await name.press('End');
  await page.keyboard.type('-DEUX');
  await page.clock.runFor(5_000);
  const again = page.getByRole('dialog', { name: 'Votre session a expiré' });
  await again.getByLabel(/mot de passe/i).fill(demo.passwordOf(CASEWORKER));
  await again.getByRole('button', { name: 'Continuer' }).click();
  await again.waitFor({ state: 'detached' });
  await page.clock.fastForward('06:00');
  await page.evaluate(`document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))`);
  await page.clock.runFor(5_000);
  expect([await name.inputValue(), await opened.inputValue()]).toEqual(['EXEMPLE-NUIT-DEUX', day]);
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
  await lookAgain(page, id);
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
  const { begun, release } = await hold(page, '**/entries', (route) =>
    route.fulfill(problem(409, 'not_allowed', 'Ce n’est pas possible.')),
  );
  await save(dialog).click();
  await begun;
  await page.route(`**/api/pathways/${id}`, (route) =>
    route.fulfill(problem(404, 'not_found', 'Ce dossier n’existe pas.')),
  );
  await lookAgain(page, id);
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
  const { begun, release } = await hold(page, '**/entries', (route) => route.continue());
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
  const { begun, release } = await hold(page, '**/api/drafts/**', (route) => route.abort());
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
