import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page, Request, Response } from 'playwright-core';
import type { NoteView } from '../contract/note.ts';
import { faultsOf, NONE, NONE_IN_DIALOG, SIZES } from './accessibility.ts';
import { openDemo, type DemoInABrowser } from './demoBrowser.ts';
import { draftOf, noteOf, openExchange } from './exchange.ts';
import { fileCalled } from './findFile.ts';
import { picture } from './picture.ts';

const CASEWORKER = 'samira.intervenante@passerelles.example';
const MANAGER = 'claire.cheffe@passerelles.example';

let demo: DemoInABrowser;
/** Hers, for every test: each closes the page that it is said to lose. */
let page: Page;
beforeAll(async () => {
  demo = await openDemo();
  page = await demo.signIn(CASEWORKER);
});
afterAll(() => demo.close());
afterEach(() => {
  expect(demo.complaints.splice(0)).toEqual([]);
});

const text = (on = page): Locator => on.getByRole('main').getByLabel(/^Texte de la note/);
const resumed = (on = page): Locator =>
  on.getByRole('status').filter({ hasText: 'Vous n’aviez pas fini : voici votre saisie, gardée ' });
const other = (on = page): Locator => on.getByRole('status').filter({ hasText: 'Une autre saisie de ce formulaire' });
const words = (says: string | RegExp, on = page): Locator => on.getByText(says).last();

async function openNotes(q: string, on = page): Promise<string> {
  const { id } = await fileCalled(on, q);
  const asked = on.waitForResponse(draftOf(`note:${id}`, 'GET'));
  await on.goto(`/#/pathways/${id}/show/notes`);
  await on.getByRole('heading', { level: 2, name: 'Notes', exact: true }).waitFor();
  await asked;
  return id;
}
/** Types at the end of a field as a person does, and waits until all of it is kept. */
async function typeAndKeep(formKey: string, typed: string, { at = text(), on = page } = {}): Promise<Response> {
  const kept = on.waitForResponse((response) => draftOf(formKey, 'PUT', typed)(response) && response.ok());
  await at.focus();
  await on.keyboard.press('Control+End');
  await on.keyboard.type(typed);
  return kept;
}
async function draftsOf(id: string): Promise<number> {
  const { rows } = await demo.owner.query<{ n: number }>(
    'select count(*)::int as n from drafts where pathway_id = $1',
    [id],
  );
  return rows[0]?.n ?? -1;
}
/** The tab is gone, without a word; another is opened by whoever is signed in. */
async function loseTheTab(): Promise<void> {
  const context = page.context();
  await page.close();
  page = await context.newPage();
  await page.goto('/');
  await page.getByRole('banner').waitFor();
}

test('the tab is closed: what was typed is there again, said to be so, until it is sent, and then no more', async () => {
  const id = await openNotes('exemple amina');
  // Nothing is kept of a form in which nothing is typed.
  expect(await draftsOf(id)).toBe(0);
  await typeAndKeep(`note:${id}`, 'Vue ce matin avec son frère.');
  await words(/^Brouillon gardé à \d+\sh(\s\d\d)?\.$/).waitFor();
  await page.getByRole('radio', { name: /^Vous, et personne/ }).check();
  await page.waitForResponse(draftOf(`note:${id}`, 'PUT', 'PRIVATE'));

  await loseTheTab();
  await openNotes('exemple amina');
  await resumed().waitFor();
  expect(await text().inputValue()).toBe('Vue ce matin avec son frère.');
  expect(await page.getByRole('radio', { name: /^Vous, et personne/ }).isChecked()).toBe(true);
  // The focus was given to nothing.
  expect(await page.evaluate('["TEXTAREA", "BUTTON", "INPUT"].includes(document.activeElement.tagName)')).toBe(false);
  await picture(page, 'draft-resumed');
  for (const size of Object.values(SIZES)) {
    await page.setViewportSize(size);
    expect(await faultsOf(page)).toEqual(NONE);
  }
  await picture(page, 'draft-resumed-phone');
  await page.setViewportSize(SIZES.desk);

  await page.getByRole('button', { name: 'Enregistrer la note' }).click();
  await page.getByText('La note est enregistrée.').waitFor();
  expect([await text().inputValue(), await resumed().count(), await draftsOf(id)]).toEqual(['', 0, 0]);
  await loseTheTab();
  await openNotes('exemple amina');
  expect([await text().inputValue(), await resumed().count()]).toEqual(['', 0]);
  const notes = (await (await page.request.get(`/api/pathways/${id}/notes`)).json()) as NoteView[];
  expect(notes.map(({ text: said }) => said)).toEqual(['Vue ce matin avec son frère.']);
});

test('the session ends: the password is asked over the page, and she goes on in the same field', async () => {
  const id = await openNotes('exemple selam');
  await typeAndKeep(`note:${id}`, 'Elle a reçu ');
  await demo.owner.query('delete from sessions');
  await text().focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('sa convocation');
  const dialog = page.getByRole('dialog', { name: 'Votre session a expiré' });
  await dialog.getByLabel(/Mot de passe/).fill(demo.passwordOf(CASEWORKER));
  const kept = page.waitForResponse((one) => draftOf(`note:${id}`, 'PUT', 'sa convocation')(one) && one.ok());
  await dialog.getByRole('button', { name: 'Continuer' }).click();
  await kept;
  await dialog.waitFor({ state: 'detached' });
  expect(await page.evaluate('document.activeElement.tagName')).toBe('TEXTAREA');
  await page.keyboard.type(' pour le 3.');
  expect(await text().inputValue()).toBe('Elle a reçu sa convocation pour le 3.');
  await page.waitForResponse((one) => draftOf(`note:${id}`, 'PUT', 'pour le 3.')(one) && one.ok());

  // The tab with it: after signing in, the form is as it was left.
  await demo.owner.query('delete from sessions');
  await page.context().clearCookies();
  await page.close();
  page = await demo.signIn(CASEWORKER);
  await openNotes('exemple selam');
  await resumed().waitFor();
  expect(await text().inputValue()).toBe('Elle a reçu sa convocation pour le 3.');
  const gone = page.waitForResponse(draftOf(`note:${id}`, 'DELETE'));
  await page.getByRole('button', { name: 'Effacer le brouillon' }).click();
  await gone;
  await resumed().waitFor({ state: 'detached' });
  expect([await text().inputValue(), await draftsOf(id)]).toEqual(['', 0]);
  expect(await page.evaluate('document.activeElement.tagName')).toBe('TEXTAREA');
});

test('the network, then the server, do not answer: it says that all is here, and keeps it as soon as they do', async () => {
  const id = await openNotes('exemple farid');
  await typeAndKeep(`note:${id}`, 'Le bailleur ');
  const isOk = (says: string) => (one: Response) => draftOf(`note:${id}`, 'PUT', says)(one) && one.ok();
  await page.context().setOffline(true);
  await page.keyboard.type('a rappelé');
  await words('Hors connexion : votre saisie est gardée ici, tant que cette page reste ouverte.').waitFor();
  await words(/^Hors connexion/).scrollIntoViewIfNeeded();
  await picture(page, 'draft-offline');
  await page.keyboard.type(' hier');
  const back = page.waitForResponse(isOk('Le bailleur a rappelé hier'));
  await page.context().setOffline(false);
  await back;
  await words(/^Brouillon gardé à/).waitFor();

  let refused = 0;
  await page.route('**/api/drafts/**', (route) => {
    refused += 1;
    return route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"code":"unavailable"}' });
  });
  await page.keyboard.type(' soir');
  await words('Le serveur ne répond pas : votre saisie est gardée ici, tant que cette page reste ouverte.').waitFor();
  await page.waitForResponse((one) => one.status() === 503);
  expect(refused).toBeGreaterThan(1);
  const again = page.waitForResponse(isOk('Le bailleur a rappelé hier soir'));
  await page.unroute('**/api/drafts/**');
  await again;

  await demo.stop();
  await page.keyboard.type(' bien');
  await words(/^Hors connexion/).waitFor();
  await page.keyboard.type(' tard');
  await demo.restart();
  // Kept by the next try once the server answers, or by one whose answer came too late: it takes its time to start.
  await words(/^Brouillon gardé à/).waitFor({ timeout: 0 });

  // Kept, and nobody was told: it knows its own text again, and asks nothing.
  const lost = page.waitForRequest((request) => request.method() === 'PUT' && request.url().includes('/api/drafts/'));
  await page.route(
    '**/api/drafts/**',
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await page.keyboard.type('.');
  await lost;
  await words(/^Hors connexion/).waitFor();
  await words(/^Brouillon gardé à/).waitFor();
  expect(await other().count()).toBe(0);

  // The same, and she types on before it is tried again.
  await page.route(
    '**/api/drafts/**',
    async (route) => {
      await route.fetch();
      await page.keyboard.type(' Il');
      await route.abort();
    },
    { times: 1 },
  );
  const typedOn = page.waitForResponse(isOk('tard. Enfin. Il'));
  await page.keyboard.type(' Enfin.');
  await typedOn;
  await words(/^Brouillon gardé à/).waitFor();
  expect(await other().count()).toBe(0);
  await loseTheTab();
  await openNotes('exemple farid');
  await resumed().waitFor();
  expect(await text().inputValue()).toBe('Le bailleur a rappelé hier soir bien tard. Enfin. Il');
});

test('sent in vain while the draft could not be kept either, what is typed next is kept as soon as the network is there', async () => {
  const id = await openNotes('exemple amina');
  await typeAndKeep(`note:${id}`, 'La crèche ');
  // The browser believes that it has a network: nothing tells it when the server is heard again.
  await page.route('**/api/**', (route) => route.abort());
  await page.keyboard.type('a une place');
  await words(/^Hors connexion/).waitFor();
  await page.getByRole('button', { name: 'Enregistrer la note' }).click();
  await page.getByText('Nous ne savons pas si c’est enregistré').waitFor();
  await page.unroute('**/api/**');
  await typeAndKeep(`note:${id}`, ' en janvier.');
  await loseTheTab();
  await openNotes('exemple amina');
  await resumed().waitFor();
  expect(await text().inputValue()).toBe('La crèche a une place en janvier.');
  await page.getByRole('button', { name: 'Enregistrer la note' }).click();
  await page.getByText('La note est enregistrée.').waitFor();
  expect(await draftsOf(id)).toBe(0);
  demo.complaints.splice(0);
});

test('a network that says nothing at all: neither the draft nor the note that is sent waits for ever, and both are said', async () => {
  const id = await fileCalled(page, 'exemple mamadou').then((file) => file.id);
  // On a page of its own, whose time is moved.
  const slow = await page.context().newPage();
  await slow.clock.install();
  await openNotes('exemple mamadou', slow);
  await typeAndKeep(`note:${id}`, 'La porte ', { at: text(slow), on: slow });
  await words(/^Brouillon gardé à/, slow).waitFor();
  const kept = await draftsOf(id);
  // It leaves, and nothing comes back: no answer, and no refusal either.
  await slow.route('**/api/**', () => undefined);
  const put = slow.waitForRequest((one) => one.method() === 'PUT' && one.url().includes('/api/drafts/'));
  await slow.keyboard.type('ne ferme plus');
  await slow.clock.runFor(1_000);
  await put;
  const again = slow.waitForRequest((one) => one.method() === 'PUT');
  await slow.clock.runFor(15_000);
  await words('Hors connexion : votre saisie est gardée ici', slow).waitFor();

  // Sent while the draft is being tried again.
  await slow.clock.runFor(1_000);
  await again;
  const post = slow.waitForRequest((one) => one.method() === 'POST' && one.url().endsWith('/notes'));
  // The browser may be wrong about its network: what left, and is not answered, may have been taken.
  await slow.evaluate(`Object.defineProperty(navigator, 'onLine', { get: () => false })`);
  await slow.keyboard.press('Control+Enter');
  const wait = (says: string): Locator => slow.getByRole('status').filter({ hasText: says });
  await slow.clock.runFor(1_000);
  await wait('Enregistrement…').waitFor({ state: 'attached' });
  await slow.clock.runFor(9_000);
  await wait('Toujours en cours : le réseau ou le serveur est lent.').waitFor({ state: 'attached' });
  expect(await slow.getByRole('button', { name: 'Enregistrement…' }).getAttribute('aria-disabled')).toBe('true');
  await slow.clock.runFor(5_000);
  await post;
  await slow.clock.runFor(30_000);
  await slow.getByRole('alert').filter({ hasText: 'Nous ne savons pas si c’est enregistré' }).waitFor();
  expect(await wait('Toujours en cours').count()).toBe(0);
  expect(await text(slow).inputValue()).toBe('La porte ne ferme plus');

  await slow.unroute('**/api/**');
  await slow.getByRole('button', { name: 'Enregistrer la note' }).press('Enter');
  await slow.getByRole('listitem').filter({ hasText: 'La porte ne ferme plus' }).waitFor();
  await slow.waitForFunction(`document.querySelector('textarea').value === ''`);
  expect([kept, await draftsOf(id)]).toEqual([1, 0]);
  await slow.close();
  demo.complaints.splice(0);
});

test('two tabs: neither writes over the other unseen, and whichever is chosen is kept', async () => {
  const second = await page.context().newPage();
  const id = await openNotes('exemple yonas');
  const key = `note:${id}`;
  await typeAndKeep(key, 'Premier onglet.');
  await openNotes('exemple yonas', second);
  await resumed(second).waitFor();
  await typeAndKeep(key, ' Suite du second.', { at: text(second), on: second });

  await page.bringToFront();
  await text().focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Suite du premier.');
  await other().waitFor();
  expect(await text().inputValue()).toBe('Premier onglet. Suite du premier.');
  expect(await page.evaluate('document.activeElement.tagName')).toBe('TEXTAREA');
  expect(await faultsOf(page)).toEqual(NONE);
  await picture(page, 'draft-two-tabs');
  await page.getByRole('button', { name: 'Reprendre l’autre' }).click();
  expect(await text().inputValue()).toBe('Premier onglet. Suite du second.');
  await typeAndKeep(key, ' Repris.');

  await second.bringToFront();
  await text(second).focus();
  await second.keyboard.press('Control+End');
  await second.keyboard.type(' Le mien.');
  await other(second).waitFor();
  const mine = second.waitForResponse((one) => draftOf(key, 'PUT', 'Le mien.')(one) && one.ok());
  await second.getByRole('button', { name: 'Garder celle-ci' }).click();
  await mine;
  await other(second).waitFor({ state: 'detached' });
  await second.close();
  await loseTheTab();
  await openNotes('exemple yonas');
  await resumed().waitFor();
  expect(await text().inputValue()).toBe('Premier onglet. Suite du second. Le mien.');
});

/** The dialogue of the file that is shown. */
test('an exchange closed by Escape is as it was when its dialogue is opened again', async () => {
  const { id } = await fileCalled(page, 'exemple amina');
  await page.goto(`/#/pathways/${id}/show`);
  const first = await openExchange(page);
  await first.getByLabel(/a-t-elle été jointe/).selectOption({ index: 1 });
  // In two times: what is typed after it was kept once is kept too.
  await typeAndKeep(`entry:${id}`, 'A trouvé', { at: noteOf(first) });
  await typeAndKeep(`entry:${id}`, ' un stage.', { at: noteOf(first) });
  await words(/^Brouillon gardé à/).waitFor();
  await page.keyboard.press('Escape');
  await first.waitFor({ state: 'detached' });
  // News, and no success: nothing was recorded.
  await page
    .locator('.MuiAlert-colorInfo')
    .getByText('Rien n’est enregistré dans Jalon. Votre saisie est gardée en brouillon.')
    .waitFor();

  const again = await openExchange(page);
  await resumed().waitFor();
  expect(await noteOf(again).inputValue()).toBe('A trouvé un stage.');
  for (const size of Object.values(SIZES)) {
    await page.setViewportSize(size);
    expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
    await picture(page, `draft-entry-${size.width}`);
  }
  await page.setViewportSize(SIZES.desk);
  await again.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await again.waitFor({ state: 'detached' });
  expect(await draftsOf(id)).toBe(0);
  await openExchange(page);
  await page
    .getByRole('dialog')
    .getByLabel(/a-t-elle été jointe/)
    .waitFor();
  expect(await resumed().count()).toBe(0);
  await page.keyboard.press('Escape');
});

test('an exchange closed by Escape without a network is here, as long as the page is, and is kept once the network is back', async () => {
  const { id } = await fileCalled(page, 'exemple yonas');
  await page.goto(`/#/pathways/${id}/show`);
  const note = noteOf(await openExchange(page));
  await page.context().setOffline(true);
  await note.fill('Le rendez-vous est avancé au 4.');
  await words(/^Hors connexion/).waitFor();
  await page.keyboard.press('Escape');
  await page
    .locator('.MuiAlert-colorInfo')
    .getByText('Rien n’est enregistré dans Jalon. Votre saisie est gardée ici, tant que cette page reste ouverte.')
    .waitFor();
  await note.waitFor({ state: 'detached' });
  await picture(page, 'draft-left-here');

  // Nothing is kept of a form without a note: it says nothing of the draft of another, and does not end it.
  await page.locator('.MuiAlert-colorInfo').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Suspendre le suivi' }).click();
  await page.getByRole('dialog', { name: 'Suspendre le suivi' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await page.locator('.MuiAlert-colorInfo').count()).toBe(0);

  const again = noteOf(await openExchange(page));
  await resumed().waitFor();
  expect(await again.inputValue()).toBe('Le rendez-vous est avancé au 4.');
  await page.keyboard.press('Escape');
  await again.waitFor({ state: 'detached' });
  // Closed, it is tried still.
  const kept = page.waitForResponse((one) => draftOf(`entry:${id}`, 'PUT', 'avancé au 4.')(one) && one.ok());
  await page.context().setOffline(false);
  await kept;
  await loseTheTab();
  await page.goto(`/#/pathways/${id}/show`);
  const found = noteOf(await openExchange(page));
  await resumed().waitFor();
  expect(await found.inputValue()).toBe('Le rendez-vous est avancé au 4.');
  const gone = page.waitForResponse(draftOf(`entry:${id}`, 'DELETE'));
  await page.getByRole('button', { name: 'Effacer le brouillon' }).click();
  await gone;
  await page.keyboard.press('Escape');
  demo.complaints.splice(0);
});

test('an exchange left while it is sent is empty when its dialogue is opened again, and as it was once it is refused', async () => {
  const { id } = await fileCalled(page, 'exemple farid');
  const before = await draftsOf(id);
  await page.goto(`/#/pathways/${id}/show`);
  const dialog = await openExchange(page);
  await dialog.getByLabel(/a-t-elle été jointe/).selectOption({ index: 1 });
  await typeAndKeep(`entry:${id}`, 'A trouvé une place.', { at: noteOf(dialog) });
  let answer: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route(
    (url) => url.pathname.endsWith('/entries'),
    async (route) => {
      await held;
      await route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        body: JSON.stringify({ code: 'unavailable', detail: 'Le serveur est occupé.' }),
      });
    },
    { times: 1 },
  );
  const sent = page.waitForRequest((request) => request.method() === 'POST');
  await dialog.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await sent;
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  const again = await openExchange(page);
  const note = noteOf(again);
  expect([await note.inputValue(), await resumed().count()]).toEqual(['', 0]);
  answer();
  await resumed().waitFor();
  expect(await note.inputValue()).toBe('A trouvé une place.');
  await again.getByLabel(/a-t-elle été jointe/).selectOption({ index: 1 });
  await again.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await again.waitFor({ state: 'detached' });
  expect(await draftsOf(id)).toBe(before);
  demo.complaints.splice(0);
});

test('a correction keeps what was changed and nothing else of the person, and says when the file has changed since', async () => {
  const { id } = await fileCalled(page, 'exemple selam');
  const open = async (): Promise<void> => {
    await page.goto(`/#/pathways/${id}/show/correct`);
    await page.getByRole('heading', { name: 'Corriger le dossier' }).waitFor();
  };
  await open();
  await page.getByLabel('Téléphone').fill('');
  const kept = await typeAndKeep(`correct:${id}`, '06 39 98 33 33', { at: page.getByLabel('Téléphone') });
  const { value } = JSON.parse(kept.request().postData() ?? '') as { value: { typed: object } };
  expect(value.typed).toEqual({ person: { phone: '06 39 98 33 33' } });
  const { version } = (await (await page.request.get(`/api/pathways/${id}`)).json()) as { version: number };
  const changed = await page.request.put(`/api/pathways/${id}`, {
    data: { person: { nationality: 'Érythréenne' } },
    headers: { 'If-Match': `"${version}"` },
  });
  expect(changed.status()).toBe(200);

  await loseTheTab();
  await open();
  await resumed().getByText('Le dossier a changé depuis').waitFor();
  expect(await page.getByLabel('Téléphone').inputValue()).toBe('06 39 98 33 33');
  expect(await page.getByLabel('Nationalité').inputValue()).toBe('Érythréenne');
  await picture(page, 'draft-correct');
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await page.getByText('Correction enregistrée.').waitFor();
  expect(await draftsOf(id)).toBe(0);
});

test('a person whose file was being opened is offered, and fills no form that may be for somebody else', async () => {
  const open = async (words_: string): Promise<void> => {
    await page.goto('/#/pathways/create');
    await page.getByLabel(/Chercher une personne/).fill(words_);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Ouvrir un nouveau dossier' }).click();
    await page.getByLabel(/^Prénom/).waitFor();
  };
  await open('wxyz qkqk');
  await typeAndKeep('open', 'Wxy', { at: page.getByLabel(/^Prénom/) });
  await typeAndKeep('open', 'za', { at: page.getByLabel(/^Prénom/) });
  await loseTheTab();
  await open('qkqk wxyz');
  const offered = page.getByRole('status').filter({ hasText: 'Vous n’aviez pas fini une saisie, gardée ' });
  await offered.waitFor();
  expect(await page.getByLabel(/^Prénom/).inputValue()).toBe('');
  for (const size of Object.values(SIZES)) {
    await page.setViewportSize(size);
    expect(await faultsOf(page)).toEqual(NONE);
    await picture(page, `draft-offered-${size.width}`);
  }
  await page.setViewportSize(SIZES.desk);
  await page.getByRole('button', { name: 'Reprendre ma saisie' }).click();
  expect(await page.getByLabel(/^Prénom/).inputValue()).toBe('Wxyza');
  const gone = page.waitForResponse(draftOf('open', 'DELETE'));
  await page.getByRole('button', { name: 'Effacer le brouillon' }).click();
  await gone;
  await resumed().waitFor({ state: 'detached' });
  expect(await page.getByLabel(/^Prénom/).inputValue()).toBe('');
});

/** By the clock of the page, so that letters that are missing tell for how long nothing was kept. */
const LETTERS_A_SECOND = 10;
/** One letter more, and it would be kept: no moment is worse to lose the page. */
const TYPED = 'Le bailleur a rappelé hier soir pour les clés du logement de la rue'.slice(0, 59);

/** What the server said that it kept, and the most letters that it had not, whenever she had lost the page. */
async function typeWithoutAPause(on: Page): Promise<{ kept: string; atMost: number }> {
  let kept = '';
  let asked: Promise<void> = Promise.resolve();
  const keep = async (request: Request): Promise<void> => {
    const response = await request.response();
    await response?.finished();
    if (response?.ok() !== true) return;
    kept = (JSON.parse(request.postData() ?? '') as { value: { typed: { text: string } } }).value.typed.text;
  };
  on.on('request', (request) => {
    if (request.method() === 'PUT' && request.url().includes('/api/drafts/')) asked = keep(request);
  });
  await text(on).focus();
  await on.clock.pauseAt(Date.now() + 60_000);
  const missing: number[] = [];
  for (const [at, letter] of [...TYPED].entries()) {
    await on.keyboard.type(letter);
    await on.clock.runFor(1000 / LETTERS_A_SECOND);
    await asked;
    missing.push(at + 1 - kept.length);
  }
  return { kept, atMost: Math.max(...missing) };
}
/** Gone without a word: a page that is closed has the time to keep what was typed last. */
async function crash(on: Page): Promise<void> {
  const crashed = on.waitForEvent('crash');
  const session = await on.context().newCDPSession(on);
  await Promise.race([session.send('Page.crash'), crashed]);
  await crashed;
  await on.context().close();
}

test('somebody else signs in, in another tab, while she types: nothing of it is kept or written in that name', async () => {
  await demo.owner.query('delete from drafts');
  const hers = await demo.signIn(CASEWORKER);
  await hers.clock.install();
  await hers.reload();
  await hers.getByRole('banner').waitFor();
  await openNotes('exemple amina', hers);
  // Nothing is sent while the clock stands: what is typed is on the page alone when the tab is taken from her.
  await hers.clock.pauseAt(Date.now() + 60_000);
  await text(hers).fill('Elle m’a dit où elle dort.');
  const flushed = hers.waitForResponse((response) => response.request().method() === 'PUT');
  const other = await hers.context().newPage();
  const signedIn = await other.request.post('/api/session', {
    data: { email: MANAGER, password: demo.passwordOf(MANAGER) },
  });
  expect(signedIn.status()).toBe(200);
  await hers.clock.runFor(4_000);
  const answer = await flushed;
  expect([answer.status(), ((await answer.json()) as { code: string }).code]).toEqual([409, 'signed_in_as_another']);
  const { rows } = await demo.owner.query<{ n: number }>('select count(*)::int as n from drafts');
  expect(rows).toEqual([{ n: 0 }]);
  // Nor does the page write a note under the name of whoever signed in.
  const sent = hers.waitForResponse((response) => response.request().method() === 'POST');
  await hers.getByRole('main').getByRole('button', { name: 'Enregistrer la note' }).click();
  expect((await sent).status()).toBe(409);
  await hers.getByText('Une autre personne s’est connectée dans ce navigateur', { exact: false }).first().waitFor();
  await hers.context().close();
  demo.complaints.splice(0);
});

test.each([
  ['the tab dies', () => undefined],
  ['the session is ended, and the tab dies', () => demo.owner.query('delete from sessions')],
  ['the network is cut, and the tab dies', (on: Page) => on.context().setOffline(true)],
  ['the server dies, and the tab with it', () => demo.stop()],
])('while she types without a pause, %s: she loses three seconds of it at most', async (what, die) => {
  await demo.owner.query('delete from drafts');
  const typing = await demo.signIn(CASEWORKER);
  await typing.clock.install();
  await typing.reload();
  await typing.getByRole('banner').waitFor();
  await openNotes('exemple amina', typing);
  const { kept, atMost } = await typeWithoutAPause(typing);
  expect(atMost / LETTERS_A_SECOND).toBeLessThanOrEqual(3);
  expect(await text(typing).inputValue()).toBe(TYPED);
  await die(typing);
  await crash(typing);
  if (what.startsWith('the server')) await demo.restart();

  page = await demo.signIn(CASEWORKER);
  await openNotes('exemple amina');
  await resumed().waitFor();
  const found = await text().inputValue();
  expect(found).toBe(kept);
  expect(TYPED.startsWith(found)).toBe(true);
  const lost = (TYPED.length - found.length) / LETTERS_A_SECOND;
  expect(lost).toBeLessThanOrEqual(3);
  // It did die: what was typed last was nowhere else.
  expect(lost).toBeGreaterThan(0);
});
