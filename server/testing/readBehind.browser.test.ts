import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { AccountView } from '../contract/account.ts';
import type { HistoryEntry, PathwayFile } from '../contract/pathway.ts';
import type { SealHolders } from '../contract/rights.ts';
import type { TaskView } from '../contract/task.ts';
import { demoAccounts } from '../../seeds/demo/accounts.ts';
import { totpCode } from '../platform/auth/totp.ts';
import { holdBack, lookAgain } from './badNetwork.ts';
import { openDemo, type DemoInABrowser } from './demoBrowser.ts';
import { fileCalled } from './findFile.ts';

const CASEWORKER = 'samira.intervenante@passerelles.example';
const ADMINISTRATOR = 'admin@jalon.example';
const MANAGER = 'claire.cheffe@passerelles.example';

/** A list, or a file, is read again behind what is open over it: what a colleague made of it is neither lost nor taken over. */
let demo: DemoInABrowser;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());
afterEach(() => {
  expect(demo.complaints.splice(0)).toEqual([]);
});

const keyed = (data: object) => ({ data, headers: { 'Idempotency-Key': randomUUID() } });
const json = async <T>(page: Page, path: string): Promise<T> => (await (await page.request.get(path)).json()) as T;

/** Tasks for today, each of another file. */
async function planned(page: Page, ...whats: string[]): Promise<TaskView[]> {
  await demo.owner.query('delete from tasks');
  const files = await json<{ id: string }[]>(page, '/api/pathways?range=[0,9]');
  const tasks: TaskView[] = [];
  for (const [index, what] of whats.entries()) {
    const body = keyed({ what, dueOn: '2026-11-23' });
    tasks.push((await (await page.request.post(`/api/pathways/${files[index]?.id}/tasks`, body)).json()) as TaskView);
  }
  await page.goto('/#/week');
  await page.reload();
  for (const what of whats) await row(page, what).waitFor();
  return tasks;
}
const row = (page: Page, says: string): Locator =>
  page.locator('main').getByRole('row', { includeHidden: true }).filter({ hasText: says });
async function kept(page: Page, task: TaskView | undefined): Promise<TaskView | undefined> {
  return (await json<TaskView[]>(page, `/api/pathways/${task?.pathwayId}/tasks`)).find(({ id }) => id === task?.id);
}
async function changedElsewhere(page: Page, task: TaskView | undefined, data: object): Promise<void> {
  const version = (await kept(page, task))?.version;
  const path = `/api/pathways/${task?.pathwayId}/tasks/${task?.id}`;
  const answer = await page.request.put(path, { data, headers: { 'If-Match': `"${version}"` } });
  expect(answer.status()).toBe(200);
}

test('chosen tasks are put off as they were when they were chosen: what a colleague made of one is met, and the reason stays', async () => {
  const page = await demo.signIn(CASEWORKER);
  const [one, two, three] = await planned(page, 'Rappeler un', 'Rappeler deux', 'Rappeler trois');
  for (const { what } of [one, two] as TaskView[]) await row(page, what).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Reporter…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Reporter 2 actions' });
  await dialog.getByLabel(/^Pourquoi/).fill('Guichet fermé');
  await changedElsewhere(page, two, { dueOn: '2026-11-25', reason: 'Elle est en stage' });
  await changedElsewhere(page, one, { state: 'DONE' });
  await lookAgain(page, '/api/week');
  await row(page, 'Rappeler un').waitFor({ state: 'detached' });
  expect(await dialog.getByLabel(/^Pourquoi/).inputValue()).toBe('Guichet fermé');
  await dialog.getByRole('button', { name: 'Reporter', exact: true }).click();
  const met = page.getByRole('dialog', { name: 'Modifié pendant votre saisie' });
  await met.getByRole('radio', { name: /^Garder la sienne/ }).check();
  await met.getByRole('button', { name: /^Enregistrer/ }).click();
  await met.getByRole('radio', { name: /25 novembre/ }).check();
  await met.getByRole('button', { name: /^Enregistrer/ }).click();
  await dialog.waitFor({ state: 'detached' });
  expect([(await kept(page, one))?.state, (await kept(page, two))?.dueOn]).toEqual(['DONE', '2026-11-25']);
  // Nothing opens by itself once another is chosen.
  await row(page, three?.what ?? '')
    .getByRole('checkbox')
    .check();
  await page.getByRole('button', { name: 'Reporter…' }).waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.context().close();
});

test('of several tasks put off, those that were are told and shown, though the next one is refused', async () => {
  const page = await demo.signIn(CASEWORKER);
  const [one, two] = await planned(page, 'Rappeler un', 'Rappeler deux');
  for (const { what } of [one, two] as TaskView[]) await row(page, what).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Reporter…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Reporter 2 actions' });
  await dialog.getByLabel(/^Pourquoi/).fill('Guichet fermé');
  let asked = 0;
  await page.route('**/api/pathways/*/tasks/*', (route) => {
    asked += 1;
    return asked === 2
      ? route.fulfill({ status: 503, json: { code: 'unavailable', detail: 'Occupé.' } })
      : route.fallback();
  });
  const read = page.waitForResponse((one) => new URL(one.url()).pathname === '/api/week');
  await dialog.getByRole('button', { name: 'Reporter', exact: true }).click();
  await page.getByText(/^1 action reportée au 30 novembre 2026/).waitFor();
  await dialog.getByText('Occupé.').first().waitFor();
  await read;
  // The other stays chosen.
  await page
    .locator('main')
    .getByRole('group', { name: /^1 action/, includeHidden: true })
    .waitFor({ state: 'attached' });
  const states = [(await kept(page, one))?.dueOn, (await kept(page, two))?.dueOn].toSorted();
  expect(states).toEqual(['2026-11-23', '2026-11-30']);
  // Sent again, only the other is: the first is as was asked already.
  await dialog.getByRole('button', { name: 'Reporter', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  expect([(await kept(page, one))?.dueOn, (await kept(page, two))?.dueOn]).toEqual(['2026-11-30', '2026-11-30']);
  await page.context().close();
});

test('put off to the day on which it is due already, a task keeps why', async () => {
  const page = await demo.signIn(CASEWORKER);
  const [one] = await planned(page, 'Rappeler un');
  await changedElsewhere(page, one, { dueOn: '2026-11-30', reason: 'Elle travaille' });
  await page.reload();
  await row(page, 'Rappeler un').getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Reporter…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Reporter/ });
  await dialog.getByLabel(/^Pourquoi/).fill('Guichet fermé');
  await dialog.getByRole('button', { name: 'Reporter', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await kept(page, one)).toMatchObject({ dueOn: '2026-11-30', reason: 'Guichet fermé' });
  await page.context().close();
});

test('on what tells of a task that is done, a letter acts on no other', async () => {
  const page = await demo.signIn(CASEWORKER);
  const tasks = await planned(page, 'Rappeler un', 'Rappeler deux');
  const today = page.getByRole('region', { name: /^Aujourd’hui/ });
  await today.locator('[data-main]').first().focus();
  await page.keyboard.press('t');
  await today.getByText(/^Terminé\s: /).waitFor();
  await today.getByRole('button', { name: 'Rouvrir' }).focus();
  await page.keyboard.press('r');
  await page.keyboard.press('t');
  // The week is asked for, and answered, after whatever they would have begun.
  await lookAgain(page, '/api/week');
  expect(await page.getByRole('dialog').count()).toBe(0);
  const states = await Promise.all(tasks.map(async (task) => (await kept(page, task))?.state));
  expect(states.toSorted()).toEqual(['DONE', 'OPEN']);
  // On the line, it does.
  await today.locator('[data-main]').first().focus();
  await page.keyboard.press('r');
  await page.getByRole('dialog', { name: /^Reporter/ }).waitFor();
  await page.context().close();
});

test('more of a part, asked before a task was done and answered after, does not bring it back', async () => {
  const page = await demo.signIn(CASEWORKER);
  await demo.owner.query(
    `update pathways p set referent_id = s.id from accounts s
     where s.email = $1 and p.organisation_id = s.organisation_id and p.closed_on is null and not p.sealed`,
    [CASEWORKER],
  );
  const [one] = await planned(page, 'Rappeler un');
  const { begun, release } = await holdBack(page, /\/api\/week\?.*LATE=/, async (route) => {
    const before = (await (await route.fetch()).json()) as { lines: { what: string }[] };
    // Of before it was done.
    expect(before).toBeDefined();
    await route.fulfill({ json: { ...before, lines: [...before.lines, ...brought] } });
  });
  const week = await json<{ lines: { what: string }[] }>(page, '/api/week');
  const brought = week.lines.filter(({ what }) => what === one?.what);
  expect(brought).toHaveLength(1);
  await page
    .getByRole('region', { name: /^En retard/ })
    .getByRole('button', { name: /personnes? suivantes?$/ })
    .click();
  await begun;
  await row(page, 'Rappeler un').locator('[data-main]').focus();
  const read = page.waitForResponse((answer) => new URL(answer.url()).pathname === '/api/week');
  await page.keyboard.press('t');
  await page
    .getByRole('grid')
    .getByText(/^Terminé\s: Rappeler un/)
    .waitFor();
  await read;
  const again = page.waitForResponse((answer) => /week\?.*LATE=/.test(answer.url()));
  release();
  await again;
  await page
    .getByRole('region', { name: /^En retard/ })
    .getByRole('row')
    .nth(61)
    .waitFor();
  expect(await page.locator('[data-place]').filter({ hasText: 'Rappeler un' }).count()).toBe(0);
  await page.context().close();
});

test('a stall on hold is prolonged as it was read: a day that a colleague gave meanwhile is not written over', async () => {
  const page = await demo.signIn(CASEWORKER);
  const { id } = await fileCalled(page, 'exemple amina');
  const path = `/api/pathways/${id}`;
  const [stall] = (await json<PathwayFile>(page, path)).stalls;
  const silence = { silence: stall?.rule, on: '2026-11-20', reason: 'APPOINTMENT_BOOKED' };
  const begun = await page.request.post(`${path}/events`, keyed({ ...silence, until: '2026-12-01' }));
  expect([begun.status(), await begun.text()]).toEqual([201, expect.anything()]);
  await page.goto(`/#/pathways/${id}/show`);
  await page.getByRole('button', { name: 'Changer la fin de l’attente' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/En attente jusqu’au/).fill('2026-12-05');
  const first = (await json<PathwayFile>(page, path)).events.find((event) => 'silence' in event && !event.superseded);
  const elsewhere = keyed({ ...silence, until: '2026-12-20', corrects: first?.id });
  expect((await page.request.post(`${path}/events`, elsewhere)).status()).toBe(201);
  await lookAgain(page, path);
  await dialog.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await dialog
    .getByText(/a déjà été remplacé/)
    .first()
    .waitFor();
  const { events } = await json<PathwayFile>(page, path);
  const standing = events.filter((event) => 'silence' in event && !event.superseded);
  expect(standing.map((event) => event['until' as keyof typeof event])).toEqual(['2026-12-20']);
  // Gone from the file meanwhile, it takes no dialogue away.
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.context().close();
});

test('a pause is ended as it was read: the end that a colleague gave it meanwhile is not written over', async () => {
  const page = await demo.signIn(CASEWORKER);
  const { id } = await fileCalled(page, 'exemple farid');
  const path = `/api/pathways/${id}`;
  const pause = { pause: 'TRAVEL', on: '2026-11-10' };
  expect((await page.request.post(`${path}/events`, keyed(pause))).status()).toBe(201);
  const ends = async (): Promise<unknown[]> =>
    (await json<PathwayFile>(page, path)).events
      .filter((event) => 'pause' in event && !event.superseded)
      .map((event) => event['until' as keyof typeof event]);
  await page.goto(`/#/pathways/${id}/show`);
  await page.getByRole('button', { name: 'Reprendre le suivi' }).click();
  const dialog = page.getByRole('dialog');
  const first = (await json<PathwayFile>(page, path)).events.find((event) => 'pause' in event && !event.superseded);
  const elsewhere = keyed({ ...pause, until: '2026-11-15', corrects: first?.id });
  expect((await page.request.post(`${path}/events`, elsewhere)).status()).toBe(201);
  await lookAgain(page, path);
  await dialog.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await dialog.getByRole('alert').waitFor();
  expect(await ends()).toEqual(['2026-11-15']);
  await page.context().close();
});

test('a note that goes to another page while it is being corrected takes nothing of what is typed with it', async () => {
  const page = await demo.signIn(CASEWORKER);
  const { id } = await fileCalled(page, 'exemple yonas');
  const path = `/api/pathways/${id}/notes`;
  const write = async (text: string): Promise<void> => {
    expect((await page.request.post(path, keyed({ text, visibility: 'STRUCTURE' }))).status()).toBe(201);
  };
  for (let number = 1; number <= 25; number += 1) await write(`Note ${number}.`);
  await page.goto(`/#/pathways/${id}/show/notes`);
  const first = page.getByRole('listitem').filter({ hasText: 'Note 1.' });
  await first.getByRole('button', { name: /^Corriger/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Corriger la note' });
  await dialog.getByLabel(/^Texte/).fill('Première note, corrigée.');
  await write('Une de plus.');
  await lookAgain(page, path);
  await page.locator('main').getByText('Une de plus.').waitFor({ state: 'attached' });
  expect(await page.locator('main').getByText('Note 1.', { exact: true }).count()).toBe(0);
  await dialog.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  const { rows } = await demo.owner.query<{ n: number }>(
    `select count(*)::int as n from notes where pathway_id = $1 and text = 'Première note, corrigée.'`,
    [id],
  );
  expect(rows).toEqual([{ n: 1 }]);
  await page.context().close();
});

test('a note changed meanwhile, and out of the list, is withdrawn as it is now, and shown so first', async () => {
  const page = await demo.signIn(CASEWORKER);
  const { id } = await fileCalled(page, 'exemple selam');
  const path = `/api/pathways/${id}/notes`;
  const made = await page.request.post(path, keyed({ text: 'À retirer.', visibility: 'STRUCTURE' }));
  const { id: note } = (await made.json()) as { id: string };
  await page.goto(`/#/pathways/${id}/show/notes`);
  await page.getByLabel('Notes montrées').selectOption('STRUCTURE');
  await page
    .getByRole('button', { name: /^Retirer la note/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: 'Retirer la note' });
  await dialog.getByText('À retirer.').waitFor();
  const changed = await page.request.put(`${path}/${note}`, {
    data: { text: 'À garder peut-être.', visibility: 'SHARED' },
    headers: { 'If-Match': '"1"' },
  });
  expect(changed.status()).toBe(200);
  await dialog.getByLabel(/^Motif/).fill('Un autre dossier était visé.');
  await dialog.getByRole('button', { name: 'Retirer', exact: true }).click();
  await dialog.getByText('À garder peut-être.').waitFor();
  await dialog.getByRole('button', { name: 'Retirer', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.context().close();
});

test('the rights of an account are changed as they were read: those that another administrator gave meanwhile stay', async () => {
  const page = await demo.signIn(ADMINISTRATOR);
  const accounts = await json<AccountView[]>(page, '/api/accounts?range=[0,99]');
  const hers = accounts.find(({ email }) => email === CASEWORKER);
  const path = `/api/accounts/${hers?.id}`;
  await page.goto(`/#/accounts/${hers?.id}/show`);
  await page.getByRole('button', { name: 'Modifier' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Nom/).fill('Samira Lacombe-Test');
  await demo.owner.query(`update accounts set role = 'ASSOCIATION_MANAGER', version = version + 1 where id = $1`, [
    hers?.id,
  ]);
  await lookAgain(page, path);
  await dialog.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  const fresh = page.getByRole('dialog', { name: 'Confirmez que c’est bien vous' });
  const secret = demoAccounts().find(({ email }) => email === ADMINISTRATOR)?.totpSecret ?? '';
  await fresh.getByLabel('Code à six chiffres').fill(totpCode(secret, new Date()));
  await fresh.getByRole('button', { name: 'Confirmer' }).click();
  await dialog
    .getByRole('alert')
    .getByText(/modifié/)
    .first()
    .waitFor();
  expect(await json<AccountView>(page, path)).toMatchObject({ role: 'ASSOCIATION_MANAGER' });
  await demo.owner.query(`update accounts set role = 'ASSOCIATION_CASEWORKER' where id = $1`, [hers?.id]);
  await page.context().close();
});

test('of two searches, the last one is shown, in whatever order they are answered; one who is filtered out is said to be there', async () => {
  const page = await demo.signIn(CASEWORKER);
  await page.goto('/#/pathways');
  const field = page.getByRole('searchbox').first();
  const rows = page.getByRole('rowheader');
  await rows.nth(3).waitFor();
  const { begun, release } = await holdBack(page, '**/api/people/search', (route) => route.continue());
  await field.fill('exemple yonas');
  await page.keyboard.press('Enter');
  await begun;
  await field.fill('exemple amina');
  await page.keyboard.press('Enter');
  await rows.filter({ hasText: 'Amina' }).first().waitFor();
  const late = page.waitForResponse((answer) => (answer.request().postData() ?? '').includes('yonas'));
  release();
  await late;
  // What it would bring is asked for with the next list, which is answered after it.
  await page.getByRole('combobox', { name: 'Suivi', exact: true }).selectOption('CLOSED');
  await page.getByText('1 personne trouvée, qui n’est pas dans cette liste', { exact: false }).first().waitFor();
  expect(await rows.count()).toBe(0);
  await page.getByRole('combobox', { name: 'Suivi', exact: true }).selectOption('OPEN');
  await rows.filter({ hasText: 'Amina' }).first().waitFor();
  expect(await rows.filter({ hasText: 'Yonas' }).count()).toBe(0);
  await page.context().close();
});

test('views that cannot be read again are those that were, and not none', async () => {
  const page = await demo.signIn(CASEWORKER);
  for (const name of ['Une vue', 'Une autre'])
    await page.request.post(
      '/api/views',
      keyed({ list: 'pathways', name, filter: { status: 'PAUSED' }, isShared: false }),
    );
  await page.goto('/#/pathways');
  await page.getByRole('button', { name: 'Vues enregistrées' }).click();
  await page.getByRole('menuitem', { name: 'Gérer mes vues…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Une autre').first().waitFor();
  await page.route('**/api/views?**', (route) => route.abort());
  const failed = page.waitForEvent('requestfailed');
  await dialog.getByRole('button', { name: 'Supprimer : Une vue' }).click();
  await failed;
  await dialog.getByText('Une autre').first().waitFor();
  expect(await dialog.getByText('Vous n’avez plus de vue de cette liste.').count()).toBe(0);
  demo.complaints.splice(0);
  await page.context().close();
});

test('rights over a sealed file that were changed meanwhile are not given back unseen, and a lost answer does not seal twice', async () => {
  const [page, elsewhere] = [await demo.signIn(MANAGER), await demo.signIn(MANAGER)];
  const { id } = await fileCalled(page, 'exemple selam');
  const path = `/api/pathways/${id}`;
  const history = async (): Promise<number> =>
    (await json<HistoryEntry[]>(page, `${path}/history`)).filter(({ sentence }) => sentence === 'Dossier scellé')
      .length;
  await page.goto(`/#/pathways/${id}/show`);
  await page.getByRole('button', { name: 'Sceller le dossier' }).click();
  const seal = page.getByRole('dialog');
  await seal.getByLabel(/^Motif/).fill('La personne est recherchée.');
  await page.route(`**${path}/seal`, async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    await route.fetch();
    return route.abort();
  });
  await seal.getByRole('button', { name: 'Sceller le dossier' }).click();
  await seal.getByText('Nous ne savons pas si c’est enregistré').waitFor();
  await page.unroute(`**${path}/seal`);
  await seal.getByRole('button', { name: 'Sceller le dossier' }).click();
  await seal.waitFor({ state: 'detached' });
  expect(await history()).toBe(1);

  await page.getByRole('button', { name: 'Droits sur le dossier scellé' }).click();
  const rights = page.getByRole('dialog');
  const hers = rights.getByRole('group', { name: /^Samira/ });
  await hers.getByRole('checkbox', { name: /Savoir où est la personne/ }).uncheck();
  await rights.getByLabel(/^Motif/).fill('Seule la responsable sait où elle est.');
  // Elsewhere, all of hers are taken away.
  const taken = await elsewhere.request.post(`${path}/seal`, {
    data: { reason: 'Elle a changé de poste.', holders: [] },
  });
  expect(taken.status()).toBe(200);
  await rights.getByRole('button', { name: 'Enregistrer ces droits' }).click();
  await rights
    .getByText(/Quelqu’un a modifié ce dossier/)
    .first()
    .waitFor();
  expect((await json<SealHolders>(page, `${path}/seal`)).holders).toHaveLength(1);
  await page.keyboard.press('Escape');
  await rights.waitFor({ state: 'detached' });

  // Something else of the file changed: the rights are those that were read, and are replaced.
  await page.getByRole('button', { name: 'Droits sur le dossier scellé' }).click();
  await rights.getByLabel(/^Motif/).fill('Vérifié avec elle.');
  const { version } = await json<PathwayFile>(page, path);
  const corrected = await elsewhere.request.put(path, {
    data: { person: { nationality: 'Soudanaise' } },
    headers: { 'If-Match': `"${version}"` },
  });
  expect(corrected.status()).toBe(200);
  await rights.getByRole('button', { name: 'Enregistrer ces droits' }).click();
  await rights.waitFor({ state: 'detached' });
  demo.complaints.splice(0);
  for (const one of [page, elsewhere]) await one.context().close();
});
