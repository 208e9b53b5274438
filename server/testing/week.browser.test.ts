import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { TaskView } from '../contract/task.ts';
import type { Week } from '../contract/week.ts';
import { faultsOf, NONE, NONE_IN_DIALOG, SIZES } from './accessibility.ts';
import { clearOfNews } from './clearOfNews.ts';
import { counted, type Counted } from './counted.ts';
import { comeBackWithoutANetwork, loseAnswers } from './badNetwork.ts';
import { openDemo, type DemoInABrowser } from './demoBrowser.ts';
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

async function weekOf(page: Page): Promise<Week> {
  return (await (await page.request.get('/api/week')).json()) as Week;
}
/** What has a place on screen. */
interface Shown {
  getBoundingClientRect(): { readonly bottom: number };
}
let planned = 0;
/** Tasks planned for today, each on another file of the caseload, by the API. */
async function plan(page: Page, ...whats: string[]): Promise<TaskView[]> {
  const files = (await (await page.request.get('/api/pathways?range=[0,39]')).json()) as { id: string }[];
  const tasks: TaskView[] = [];
  for (const what of whats) {
    planned += 1;
    const answer = await page.request.post(`/api/pathways/${files[planned % files.length]?.id}/tasks`, {
      data: { what, dueOn: '2026-11-23' },
      headers: { 'Idempotency-Key': `00000000-0000-4000-8000-${String(planned).padStart(12, '0')}` },
    });
    if (answer.status() !== 201) throw new Error(await answer.text());
    tasks.push((await answer.json()) as TaskView);
  }
  await page.reload();
  return tasks;
}
const asKept = (page: Page, tasks: readonly TaskView[]): Promise<TaskView[]> =>
  Promise.all(
    tasks.map(async ({ pathwayId, id }) => {
      const all = (await (await page.request.get(`/api/pathways/${pathwayId}/tasks`)).json()) as TaskView[];
      const own = all.find((task) => task.id === id);
      if (own === undefined) throw new Error('The task is gone.');
      return own;
    }),
  );
const part = (page: Page, name: RegExp): Locator => page.getByRole('region', { name });
const row = (page: Page, says: string): Locator => page.getByRole('row').filter({ hasText: says });
const blockNamed = (name: RegExp): string =>
  ({ 'En retard': 'LATE', Aujourd: 'TODAY', Cette: 'THIS_WEEK' })[
    /^\^([A-Z][a-z]+(?: retard)?)/.exec(name.source)?.[1] ?? ''
  ] ?? 'TO_WATCH';

/** The week just loaded, at the top of the document: what it costs from there, the link that skips the menu included. */
async function fromTheTop(page: Page): Promise<Counted> {
  await page.goto('/#/week');
  await page.reload();
  await part(page, /^En retard/).waitFor();
  const count = counted(page);
  await count.tabTo(page.getByRole('link', { name: 'Aller au contenu' }));
  await count.use();
  return count;
}
/** The line where the keyboard is. */
const lineHasFocus = (page: Page): Promise<string> =>
  page
    .getByRole('row')
    .filter({ has: page.locator(':focus') })
    .innerText();
/** What was planned for today, in the order of the screen. */
async function inTheirOrder(page: Page, tasks: readonly TaskView[]): Promise<TaskView[]> {
  const words = await part(page, /^Aujourd’hui/).innerText();
  return [...tasks].sort((a, b) => words.indexOf(a.what) - words.indexOf(b.what));
}
/** What is asked of the week is not answered until it is let go. */
async function holdTheWeek(page: Page): Promise<() => Promise<void>> {
  const asked = '**/api/week**';
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(asked, async (route) => {
    await held;
    await route.fallback();
  });
  return async () => {
    letGo();
    await page.unroute(asked);
  };
}
/** What had the focus is gone, and the keyboard does not begin the document again. */
const keepsFocus = (page: Page): Promise<void> => page.locator(':focus').waitFor();

/** Whether it is read where the page opens, without a key nor a click. */
async function isInSight(page: Page, what: Locator): Promise<void> {
  const height = page.viewportSize()?.height ?? 0;
  const box = await what.boundingBox();
  expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
}
const firstLate = (page: Page): Locator =>
  part(page, /^En retard/)
    .getByRole('row')
    .nth(1);

test('Monday: the day begins on what cannot wait, without a click, and tells what the API tells', async () => {
  const page = await demo.signIn(CASEWORKER);
  await page.getByRole('heading', { level: 1, name: 'Ma semaine' }).waitFor();
  await part(page, /^En retard/).waitFor();
  // Who, what, why, and its one main button.
  expect(await firstLate(page).locator('[data-main]').count()).toBe(1);
  await isInSight(page, firstLate(page));
  await picture(page, 'week');
  const week = await weekOf(page);
  for (const [name, count] of [
    [/^En retard/, week.counts.LATE],
    [/^Aujourd’hui/, week.counts.TODAY],
    [/^Cette semaine/, week.counts.THIS_WEEK],
    [/^À surveiller/, week.counts.TO_WATCH],
  ] as const) {
    const region = part(page, name);
    await region.waitFor();
    expect(await region.getByRole('heading').innerText()).toContain(`(${count})`);
    // One place a person, with how many others she has; shown, they are all there.
    const people = new Set(
      week.lines.filter(({ block }) => block === blockNamed(name)).map(({ pathwayId }) => pathwayId),
    );
    expect(await region.getByRole('row').count()).toBe(count === 0 ? 0 : people.size + 1);
    const more = region.getByRole('button', { name: /^et \d+ autres? pour / });
    while ((await more.count()) > 0) await more.first().click();
    expect(await region.getByRole('row').count()).toBe(count === 0 ? 0 : count + 1);
  }
  expect(week.counts.LATE).toBeGreaterThan(0);
  const [first] = week.lines;
  const said = await firstLate(page).innerText();
  for (const words of [first?.name, first?.what, ...(first?.why ?? [])]) expect(said).toContain(words);
  // The demo has what was said to be done, in each part of it.
  const blocks = new Set(week.lines.filter(({ kind }) => kind === 'TASK').map(({ block }) => block));
  expect([...blocks]).toEqual(expect.arrayContaining(['LATE', 'TODAY', 'THIS_WEEK']));
});

test('five tasks are done and three put off with why, by the keyboard, within the keys allowed; what is done can be undone', async () => {
  const page = await demo.signIn(CASEWORKER);
  await demo.owner.query('delete from tasks');
  const names = ['Un', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six', 'Sept', 'Huit'].map((name) => `Tâche ${name}`);
  const tasks = await plan(page, ...names);
  const today = part(page, /^Aujourd’hui/);
  await row(page, 'Tâche Huit').waitFor();
  // To the first line, as one would with the pointer or the tab key: not counted.
  const toFirst = (): Promise<void> => today.locator('[data-place]').first().getByRole('checkbox').focus();
  await toFirst();
  const { press, click, cost } = counted(page);
  for (let index = 0; index < 5; index += 1) await press(...(index === 0 ? ['Space'] : ['ArrowDown', 'Space']));
  await page.getByRole('group', { name: '5 actions choisies' }).waitFor();
  await click(page.getByRole('button', { name: 'Terminer' }));
  await part(page, /^Aujourd’hui/)
    .getByText('5 actions terminées.')
    .waitFor();
  expect((await asKept(page, tasks)).filter(({ state }) => state === 'DONE')).toHaveLength(5);

  await toFirst();
  await press('Space', 'ArrowDown', 'Space', 'ArrowDown', 'Space');
  await click(page.getByRole('button', { name: 'Reporter…' }));
  const dialog = page.getByRole('dialog', { name: 'Reporter 3 actions' });
  await dialog.getByLabel(/^Pourquoi/).fill('Guichet fermé');
  await press('Enter');
  await page.getByText(/^3 actions reportées au 30 novembre 2026/).waitFor();
  expect(cost().keys).toBeLessThanOrEqual(16);
  expect(cost().clicks).toBeLessThanOrEqual(2);
  const moved = (await asKept(page, tasks)).filter(({ state }) => state === 'OPEN');
  expect(moved.map(({ dueOn, reason }) => [dueOn, reason])).toEqual(Array(3).fill(['2026-11-30', 'Guichet fermé']));
  await part(page, /^Cette semaine/)
    .getByRole('row')
    .filter({ hasText: moved[0]?.what ?? '' })
    .getByText('dans 7 jours', { exact: true })
    .waitFor();

  await page.getByRole('button', { name: 'Rouvrir' }).click();
  await page.getByText('5 actions rouvertes.').waitFor();
  expect((await asKept(page, tasks)).filter(({ state }) => state === 'OPEN')).toHaveLength(8);
});

test('five tasks are done and three put off by the keyboard alone, on a phone, by T and R on what is chosen', async () => {
  const page = await demo.pageOf(CASEWORKER, SIZES.phone);
  await demo.owner.query('delete from tasks');
  const names = ['Une', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six', 'Sept', 'Huit'].map((name) => `Démarche ${name}`);
  const tasks = await plan(page, ...names);
  const { press, tabTo, cost } = await fromTheTop(page);
  const box = (line: number): Locator =>
    part(page, /^Aujourd’hui/)
      .getByRole('row')
      .nth(line)
      .getByRole('checkbox');
  await tabTo(box(1));
  for (let index = 0; index < 5; index += 1) await press(...(index === 0 ? ['Space'] : ['ArrowDown', 'Space']));
  await page.getByRole('group', { name: '5 actions choisies' }).waitFor();
  await press('t');
  await part(page, /^Aujourd’hui/)
    .getByText('5 actions terminées.')
    .waitFor();
  expect((await asKept(page, tasks)).filter(({ state }) => state === 'DONE')).toHaveLength(5);

  // One is on the line that took the place of those that are done.
  await page.locator('[data-main]:focus').waitFor();
  expect(await lineHasFocus(page)).toMatch(/Démarche/);
  await press('Space', 'ArrowDown', 'Space', 'ArrowDown', 'Space', 'r');
  const dialog = page.getByRole('dialog', { name: 'Reporter 3 actions' });
  await tabTo(dialog.getByLabel(/^Pourquoi/));
  await page.keyboard.type('Guichet fermé');
  await press('Enter');
  await page.getByText(/^3 actions reportées au 30 novembre 2026/).waitFor();
  await dialog.waitFor({ state: 'detached' });
  const moved = (await asKept(page, tasks)).filter(({ state }) => state === 'OPEN');
  expect(moved.map(({ dueOn, reason }) => [dueOn, reason])).toEqual(Array(3).fill(['2026-11-30', 'Guichet fermé']));
  await keepsFocus(page);
  expect(cost().keys).toBeLessThanOrEqual(35);
  expect(cost().clicks).toBeLessThanOrEqual(1);
});

test('T and R act on the line that has the focus, with all that are chosen when it is one of them, and nowhere else', async () => {
  const page = await demo.signIn(CASEWORKER);
  const tasks = await plan(page, 'Appeler la mairie');
  await row(page, 'Appeler la mairie')
    .getByRole('button', { name: /^Terminé/ })
    .focus();
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog', { name: 'Reporter : Appeler la mairie' });
  await dialog.waitFor();
  // Typed in a field, a letter is a letter.
  await dialog.getByLabel(/^Pourquoi/).fill('');
  await page.keyboard.type('trr');
  expect(await dialog.getByLabel(/^Pourquoi/).inputValue()).toBe('trr');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('t');
  expect((await asKept(page, tasks))[0]?.state).toBe('OPEN');
  await row(page, 'Appeler la mairie')
    .getByRole('button', { name: /^Terminé/ })
    .focus();
  await page.keyboard.press('t');
  await part(page, /^Aujourd’hui/)
    .getByText(/^Terminé\s: Appeler la mairie/)
    .waitFor();

  // With some chosen: on all of them from one of them, and on another line alone.
  const three = await plan(page, 'Rappeler l’école', 'Rappeler la CAF', 'Rappeler l’OFII');
  const states = async (): Promise<string[]> => (await asKept(page, three)).map(({ state }) => state);
  for (const what of ['Rappeler l’école', 'Rappeler la CAF']) await row(page, what).getByRole('checkbox').check();
  await row(page, 'Rappeler l’OFII').getByRole('checkbox').focus();
  await page.keyboard.press('t');
  await part(page, /^Aujourd’hui/)
    .getByText(/^Terminé\s: Rappeler l’OFII/)
    .waitFor();
  expect(await states()).toEqual(['OPEN', 'OPEN', 'DONE']);
  await row(page, 'Rappeler la CAF').getByRole('checkbox').focus();
  await page.keyboard.press('r');
  await page.getByRole('dialog', { name: 'Reporter 2 actions' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await page.locator(':focus').getAttribute('aria-label')).toMatch(/^Choisir\s: Rappeler la CAF/);
  await page.keyboard.press('t');
  await part(page, /^Aujourd’hui/)
    .getByText('2 actions terminées.')
    .waitFor();
  expect(await states()).toEqual(['DONE', 'DONE', 'DONE']);
});

test('whatever is done from a line leaves the keyboard on the next one, and what was done is told and undone from there', async () => {
  const page = await demo.pageOf(CASEWORKER, SIZES.phone);
  await demo.owner.query('delete from tasks');
  const planned = await plan(page, 'Poste un', 'Poste deux', 'Poste trois', 'Poste quatre');
  const today = part(page, /^Aujourd’hui/);
  const scrolled = (): Promise<number> => page.evaluate('window.scrollY');
  const { tabTo, press, use } = await fromTheTop(page);
  const tasks = await inTheirOrder(page, planned);
  const [one, two, three] = tasks.map(({ what }) => what) as [string, string, string];
  const told = (what: string): Locator => today.getByText(new RegExp(`^Terminé\\s: ${what}`));
  await tabTo(today.getByRole('row').nth(1).getByRole('checkbox'));
  await press('ArrowDown', 't');
  await told(two).waitFor();
  await row(page, three).locator('[data-main]:focus').waitFor();
  expect(await scrolled()).toBeGreaterThan(0);
  await isInSight(page, told(two));
  expect(await faultsOf(page)).toEqual(NONE);
  await picture(page, 'week-done-phone');
  // Back past what the line has before its main button: its box, and the name.
  await press('Shift+Tab', 'Shift+Tab', 'Shift+Tab');
  expect(await page.locator(':focus').innerText()).toBe('Rouvrir');
  await use();
  await row(page, two).locator('[data-main]:focus').waitFor();
  expect((await asKept(page, tasks)).map(({ state }) => state)).toEqual(Array(4).fill('OPEN'));

  // Put off, one is on the next line; the last one done, on the one before; none left, on what the part is called.
  await press('r');
  const dialog = page.getByRole('dialog', { name: /^Reporter/ });
  // The focus goes to what is around the dialogue: one’s place in the page stays.
  await dialog.getByRole('heading').click();
  await tabTo(dialog.getByLabel(/^Pourquoi/));
  await page.keyboard.type('Guichet fermé');
  await press('Enter');
  await row(page, three).locator('[data-main]:focus').waitFor();
  await press('End', 't');
  await row(page, three).locator('[data-main]:focus').waitFor();
  await press('t');
  await row(page, one).locator('[data-main]:focus').waitFor();
  await press('t');
  await today.locator('h2:focus').waitFor();
  await told(one).waitFor();
  await today.getByRole('button', { name: 'Rouvrir' }).waitFor();

  // A step recorded from its line.
  const line = (await weekOf(page)).lines.find(({ kind, block }) => kind === 'STEP' && block === 'LATE');
  const late = part(page, /^En retard/);
  const own = late.getByRole('button', { name: `Faire avancer\u00a0: ${line?.what}, ${line?.name}` });
  await own.focus();
  await use();
  await page.getByRole('dialog', { name: `${line?.what}, ${line?.name}\u00a0: que noter\u202f?` }).waitFor();
  await use();
  const recording = page.getByRole('dialog', { name: `${line?.what}, ${line?.name}\u00a0: ` });
  await recording.getByRole('button', { name: 'Enregistrer' }).waitFor();
  await press('Control+Enter');
  await recording.waitFor({ state: 'detached' });
  await own.waitFor({ state: 'detached' });
  await late.locator('[data-main]:focus').waitFor();
  await clearOfNews(page, ':focus');
  // From line to line too: the next one is in sight, but for the news.
  await page.locator(':focus').evaluate((main) => {
    const { ownerDocument: page } = main;
    const all = [...page.querySelectorAll('[data-main]')] as unknown as Shown[];
    const next = all[all.indexOf(main as unknown as Shown) + 1];
    page.defaultView?.scrollBy(0, (next?.getBoundingClientRect().bottom ?? 0) - page.defaultView.innerHeight + 10);
  });
  await press('ArrowDown');
  await clearOfNews(page, ':focus');
  await picture(page, 'week-news-phone');
});

test('back from a file, the keyboard is on the line that one left, or on the next when it is gone, and the title is said', async () => {
  const page = await demo.pageOf(CASEWORKER);
  await fromTheTop(page);
  const late = part(page, /^En retard/);
  const focused = page.locator(':focus');
  const title = page.getByRole('heading', { level: 1, name: 'Ma semaine' });
  const said = page.getByRole('status').filter({ hasText: /^Ma semaine$/ });
  const lines = late.locator('[data-place]');
  await lines.nth(12).waitFor();
  const keys = await lines.evaluateAll((all) => all.map(({ dataset }) => dataset['place'] ?? ''));
  const inLine = (index: number): Locator => lines.and(page.locator(`[data-place="${keys[index]}"]`));
  await lines.first().locator('[data-main]').focus();
  for (let down = 0; down < 12; down += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+Tab');
  while ((await focused.getAttribute('href')) === null) await page.keyboard.press('Shift+Tab');
  const name = await focused.innerText();
  const file = (await focused.getAttribute('href')) ?? '';
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByRole('heading', { name: 'Étapes du parcours' }).waitFor();
  // The list may come after the page.
  const read = await holdTheWeek(page);
  await page.goBack();
  await read();
  await inLine(12).getByRole('link', { name }).and(focused).waitFor();
  await isInSight(page, focused);
  await said.waitFor({ state: 'attached' });
  // The part goes on from there.
  await page.keyboard.press('ArrowDown');
  await inLine(13).locator('[data-main]:focus').waitFor();

  // Gone meanwhile: the one that took its place.
  await inLine(12).getByRole('link').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Étapes du parcours' }).waitFor();
  expect(await said.count()).toBe(0);
  const pathwayId = /pathways\/([^/]+)/.exec(file)?.[1] ?? '';
  await demo.owner.query('update pathways set referent_id = null where id = $1', [pathwayId]);
  await page.goBack();
  await inLine(13).locator('[data-main]:focus').waitFor();
  await isInSight(page, focused);
  await demo.owner.query('update pathways set referent_id = (select id from accounts where email = $2) where id = $1', [
    pathwayId,
    CASEWORKER,
  ]);

  // The same of a list; left from the menu, there is no place to come back to.
  await page.getByRole('link', { name: 'Mes dossiers' }).click();
  const link = page.getByRole('row').nth(14).getByRole('rowheader').getByRole('link');
  await link.focus();
  const whose = await link.innerText();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: whose }).waitFor();
  await page.goBack();
  await link.and(focused).waitFor();
  expect(await link.innerText()).toBe(whose);
  await isInSight(page, link);
  await page.goBack();
  await title.and(focused).waitFor();
});

test('a task that could not be said done says so where one is, and is asked again; pressed twice, it is asked once', async () => {
  const page = await demo.pageOf(CASEWORKER, SIZES.phone);
  await demo.owner.query('delete from tasks');
  const planned = await plan(page, 'Tri un', 'Tri deux', 'Tri trois', 'Tri quatre');
  await row(page, 'Tri un').waitFor();
  const tasks = await inTheirOrder(page, planned);
  const [one, two, three, four] = tasks.map(({ what }) => what) as [string, string, string, string];
  const told = (what: string): Locator => page.getByRole('grid').getByText(new RegExp(`^Terminé\\s: ${what}`));
  const states = async (): Promise<string[]> => (await asKept(page, tasks)).map(({ state }) => state);
  const today = part(page, /^Aujourd’hui/);
  const { press, tabTo, use } = await fromTheTop(page);
  await row(page, one).locator('[data-main]').focus();

  // Not heard: its line is still there, with the focus.
  const ofTasks = '**/api/pathways/*/tasks/*';
  await page.route(ofTasks, (route) => route.abort());
  await press('t');
  const alert = today.getByRole('alert').filter({ hasText: 'Nous ne savons pas si c’est enregistré' });
  await alert.waitFor();
  await isInSight(page, alert);
  expect(await lineHasFocus(page)).toContain(one);
  await picture(page, 'week-refused-phone');
  // In vain again: it is said again, though the same is on screen.
  const saidAnew = page.getByRole('status').filter({ hasText: 'Nous ne savons pas si c’est enregistré' });
  expect(await saidAnew.count()).toBe(0);
  await press('t');
  await saidAnew.waitFor({ state: 'attached' });
  await page.unroute(ofTasks);

  // Taken, and its answer lost: it is read again, and is done; it can be taken back.
  await loseAnswers(page, ofTasks);
  await tabTo(alert.getByRole('button', { name: 'Réessayer' }));
  await use();
  await told(one).waitFor();
  await row(page, two).locator('[data-main]:focus').waitFor();
  expect(await today.getByRole('alert').count()).toBe(0);
  expect(await states()).toEqual(['DONE', 'OPEN', 'OPEN', 'OPEN']);
  await page.unroute(ofTasks);
  await today.getByRole('button', { name: 'Rouvrir' }).waitFor();

  // Twice before the answer comes: asked once.
  await row(page, two).locator('[data-main]').focus();
  let asked = 0;
  let begin = (): void => undefined;
  let answer = (): void => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const answered = new Promise<void>((resolve) => (answer = resolve));
  await page.route(ofTasks, async (route) => {
    asked += 1;
    begin();
    await answered;
    await route.fallback();
  });
  await press('t', 't');
  // Taken back before it is done: once it is, and nothing else is.
  await press('Control+z');
  const named = new RegExp(`${two} \\(.+\\)`);
  const announced = (start: RegExp): Locator =>
    page.getByRole('status').filter({ hasText: start }).filter({ hasText: named });
  await announced(/Enregistrement en cours/)
    .first()
    .waitFor({ state: 'attached' });
  await begun;
  expect(asked).toBe(1);
  answer();
  await announced(/Rouvert\s:/)
    .first()
    .waitFor({ state: 'attached' });
  await row(page, two).locator('[data-main]:focus').waitFor();
  expect(asked).toBe(2);
  expect(await states()).toEqual(['DONE', 'OPEN', 'OPEN', 'OPEN']);
  await press('t');
  await told(two).waitFor();
  await row(page, three).locator('[data-main]:focus').waitFor();
  expect(await today.getByRole('alert').count()).toBe(0);
  await press('Control+z');
  await row(page, two).locator('[data-main]:focus').waitFor();
  expect(await states()).toEqual(['DONE', 'OPEN', 'OPEN', 'OPEN']);
  await page.unroute(ofTasks);

  // Refused, as somebody else changed it: so it says, and done again it is, before the list has been read again.
  await row(page, three).waitFor();
  const putOff = async (...those: readonly (TaskView | undefined)[]): Promise<void> => {
    for (const task of those) {
      const answer = await page.request.put(`/api/pathways/${task?.pathwayId}/tasks/${task?.id}`, {
        data: { dueOn: '2026-11-24', reason: 'Guichet fermé' },
        headers: { 'If-Match': `"${(await asKept(page, task ? [task] : []))[0]?.version}"` },
      });
      expect(answer.status()).toBe(200);
    }
  };
  await putOff(tasks[2]);
  let read = await holdTheWeek(page);
  await row(page, three).locator('[data-main]').focus();
  await press('t');
  const refused = page.getByRole('alert').filter({ hasText: 'Rien n’a été enregistré' });
  await tabTo(refused.getByRole('button', { name: 'Réessayer' }));
  const again = page.waitForRequest((request) => request.method() === 'PUT');
  await use();
  await again;
  await read();
  await told(three).waitFor();
  expect(await states()).toEqual(['DONE', 'OPEN', 'DONE', 'OPEN']);

  // The list is read again, and nothing is left in that part: the keyboard stays on what was about to be pressed.
  await row(page, four).locator('[data-main]').focus();
  await putOff(tasks[1], tasks[3]);
  read = await holdTheWeek(page);
  await press('t');
  await tabTo(refused.getByRole('button', { name: 'Réessayer' }));
  await read();
  await today.getByText('Rien pour aujourd’hui.').waitFor();
  expect(await refused.getByRole('button', { name: 'Réessayer' }).and(page.locator(':focus')).count()).toBe(1);
  await use();
  await told(four).waitFor();
  expect(await states()).toEqual(['DONE', 'OPEN', 'DONE', 'DONE']);

  // Put off, and the answer lost: it is read again, and is so.
  await loseAnswers(page, ofTasks);
  await row(page, two).locator('[data-main]').focus();
  await press('r');
  await page
    .getByRole('dialog')
    .getByLabel(/^Pourquoi/)
    .fill('Guichet fermé');
  await press('Enter');
  await page
    .getByRole('status')
    .filter({ hasText: /1 action reportée/ })
    .first()
    .waitFor({ state: 'attached' });
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  demo.complaints.splice(0);
});

test('the space bar chooses tasks from line to line and opens nothing; a dialogue of a line says whose it is, and for what', async () => {
  const page = await demo.pageOf(CASEWORKER);
  await demo.owner.query('delete from tasks');
  await fromTheTop(page);
  const line = (await weekOf(page)).lines.find(({ kind, block }) => kind === 'STEP' && block === 'LATE');
  const act = (name: string): Locator =>
    part(page, /^En retard/).getByRole('button', { name: `${name}\u00a0: ${line?.what}, ${line?.name}` });
  await act('Faire avancer').focus();
  await page.keyboard.press('Space');
  await page
    .getByRole('status')
    .filter({ hasText: 'Rien à choisir sur cette ligne' })
    .first()
    .waitFor({ state: 'attached' });
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: `${line?.what}, ${line?.name}\u00a0: que noter\u202f?` }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await act('Prévoir').click();
  await page.getByRole('dialog', { name: `Prévoir une action pour ${line?.name}\u00a0: ${line?.what}` }).waitFor();
  await page.keyboard.press('Escape');
});

test('a late step is moved on from its line, or planned, and what is planned is then its line', async () => {
  const page = await demo.signIn(CASEWORKER);
  const late = part(page, /^En retard/);
  await late.waitFor();
  const line = (await weekOf(page)).lines.find(({ kind, block }) => kind === 'STEP' && block === 'LATE');
  if (line === undefined) throw new Error('The demo has no late step.');
  await row(page, line.what)
    .filter({ hasText: line.name })
    .getByRole('button', { name: /^Faire avancer/ })
    .click();
  const choice = page.getByRole('dialog', { name: new RegExp(`que noter`) });
  await choice.waitFor();
  await picture(page, 'week-step');
  await page.keyboard.press('Escape');
  await row(page, line.what)
    .filter({ hasText: line.name })
    .getByRole('button', { name: /^Prévoir/ })
    .click();
  const dialog = page.getByRole('dialog', { name: /^Prévoir une action/ });
  await dialog.getByLabel(/^À faire/).fill('Relancer par courrier');
  await page.keyboard.press('Enter');
  await row(page, 'Relancer par courrier').getByText('dans 7 jours', { exact: true }).waitFor();
  expect((await weekOf(page)).lines.some(({ key }) => key === line.key)).toBe(false);

  // Of somebody whose other lines are shown, and come further down: one goes on from who is next, not from them.
  const lines = (await weekOf(page)).lines.filter(({ block }) => block === 'LATE');
  const firsts = lines.filter((one) => lines.find(({ pathwayId }) => pathwayId === one.pathwayId) === one);
  const next = (of: (typeof lines)[number]) => firsts[firsts.indexOf(of) + 1];
  const further = (of: (typeof lines)[number]) =>
    lines.find((other, at) => other.pathwayId === of.pathwayId && at > lines.indexOf(next(of) ?? of) && other !== of);
  const own = (of: (typeof lines)[number]) => lines.filter(({ pathwayId }) => pathwayId === of.pathwayId);
  const planned = firsts.find((one) => one.kind === 'STEP' && further(one) === own(one)[1] && next(one) !== undefined);
  const main = (of: { key: string } | undefined): Locator =>
    page.locator(`[data-place="${of?.key ?? ''}"]`).locator('[data-main]');
  await main(planned).focus();
  await page.keyboard.press('ArrowRight');
  await main(planned && further(planned)).waitFor();
  await page.keyboard.press('r');
  await dialog.getByLabel(/^À faire/).fill('Relancer au guichet');
  await page.keyboard.press('Enter');
  await main(planned).waitFor({ state: 'detached' });
  await main(planned && next(planned))
    .and(page.locator(':focus'))
    .waitFor();
  await isInSight(page, page.locator(':focus'));
});

test('what is to be done is told in the file, done, put off with why or given up from there, and its history says so', async () => {
  const page = await demo.signIn(CASEWORKER);
  await demo.owner.query('delete from tasks');
  const [task] = await plan(page, 'Appeler l’école');
  await page.goto(`/#/pathways/${task?.pathwayId}/show`);
  const tasks = page.getByRole('region', { name: 'À faire' });
  const line = (what: string): Locator => tasks.getByRole('listitem').filter({ hasText: what });
  expect(await line('Appeler l’école').innerText()).toMatch(
    /^Appeler l’école\s+aujourd’hui\s+Pour le 23 novembre 2026\. Prévu le .* par Samira/,
  );
  await tasks.getByRole('button', { name: 'Ajouter une action' }).click();
  const planning = page.getByRole('dialog', { name: /^Prévoir une action pour / });
  await planning.getByLabel(/^À faire/).fill('Écrire au bailleur');
  await page.keyboard.press('Control+Enter');
  await line('Écrire au bailleur').getByText('dans 7 jours', { exact: true }).waitFor();

  await line('Écrire au bailleur')
    .getByRole('button', { name: /^Reporter/ })
    .click();
  await page
    .getByRole('dialog')
    .getByLabel(/^Reporté au/)
    .fill('2026-12-08');
  await page
    .getByRole('dialog')
    .getByLabel(/^Pourquoi/)
    .fill('Sans réponse');
  await page.keyboard.press('Enter');
  await line('Écrire au bailleur').getByText('Reporté\u00a0: Sans réponse').waitFor();
  // Late, it says by how many days.
  await demo.owner.query(`update tasks set due_on = '2026-11-20' where what = 'Appeler l’école'`);
  await page.reload();
  await line('Appeler l’école').getByText('en retard de 3 jours', { exact: true }).waitFor();
  expect(await faultsOf(page)).toEqual(NONE);
  await picture(page, 'file-tasks');

  await line('Appeler l’école')
    .getByRole('button', { name: /^Terminé/ })
    .click();
  await tasks.getByText(/^Terminé\s: Appeler l’école/).waitFor();
  expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('status');
  await line('Écrire au bailleur')
    .getByRole('button', { name: /^Abandonner/ })
    .click();
  await page
    .getByRole('dialog')
    .getByLabel(/^Pourquoi/)
    .fill('Le bailleur a répondu');
  await page.keyboard.press('Enter');
  await tasks.getByText('Rien n’est prévu pour ce dossier.').waitFor();
  expect(await page.locator(':focus').innerText()).toBe('À faire');
  await tasks.getByRole('button', { name: 'Afficher les 2 actions terminées ou abandonnées' }).click();
  await line('Écrire au bailleur')
    .getByText(/^Abandonné le .* par Samira .*\s: Le bailleur a répondu$/)
    .waitFor();
  await picture(page, 'file-tasks-settled');
  await line('Appeler l’école')
    .getByRole('button', { name: /^Rouvrir/ })
    .click();
  await line('Appeler l’école')
    .getByRole('button', { name: /^Reporter/ })
    .waitFor();

  // What is said with a contact is there at once.
  await page.getByRole('button', { name: 'Noter un échange' }).click();
  const contact = page.getByRole('dialog', { name: 'Noter un échange' });
  await contact.getByLabel(/^À faire/).fill('Envoyer le formulaire');
  await page.keyboard.press('Control+Enter');
  await line('Envoyer le formulaire').waitFor();
  await page.setViewportSize(SIZES.phone);
  expect(await faultsOf(page)).toEqual(NONE);
  await tasks.scrollIntoViewIfNeeded();
  await picture(page, 'file-tasks-phone');

  await page.getByRole('link', { name: 'Historique' }).click();
  await page
    .getByText(/Écrire au bailleur\s: pour le 8 décembre 2026 – Sans réponse/)
    .first()
    .waitFor();
});

test('on a bad network nothing typed is lost, and what the server took without being heard is not written twice', async () => {
  const page = await demo.signIn(CASEWORKER);
  await page.getByRole('heading', { level: 1, name: 'Ma semaine' }).waitFor();
  const what = 'Redire à la CAF ce qui manque';
  await page
    .getByRole('button', { name: /^Prévoir/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/À faire/).fill(what);

  // Nothing leaves.
  await page.context().setOffline(true);
  await page.keyboard.press('Control+Enter');
  await dialog.getByText('Rien n’est encore enregistré').waitFor();
  expect(await dialog.getByLabel(/À faire/).inputValue()).toBe(what);
  // Nor does the page behind, asked for again as one comes back to it, and not answered, take the dialogue away.
  await comeBackWithoutANetwork(page, '/api/week');
  expect(await dialog.getByLabel(/À faire/).inputValue()).toBe(what);
  await page.context().setOffline(false);
  // Nor does a server that is not well.
  const outOfOrder = { status: 503, json: { code: 'unavailable', detail: 'Le serveur redémarre.' } };
  await page.route('**/api/week?*', (route) => route.fulfill(outOfOrder), { times: 1 });
  await page.evaluate(`document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))`);
  await page.getByText('Le serveur redémarre.').first().waitFor({ state: 'attached' });
  expect(await dialog.getByLabel(/À faire/).inputValue()).toBe(what);

  // It leaves and is taken; the answer is lost on its way back, then by the proxy in front.
  let [taken, sent] = [0, 0];
  await page.route('**/api/pathways/*/tasks', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    sent += 1;
    const answer = await route.fetch();
    if (answer.status() === 201) taken += 1;
    if (sent === 2) return route.fulfill({ status: 504, body: '<h1>Gateway Timeout</h1>' });
    return sent === 1 ? route.abort() : route.fulfill({ response: answer });
  });
  const unheard = page.waitForEvent('requestfailed', (request) => request.method() === 'POST');
  const told = dialog.getByRole('alert');
  await told.press('Control+Enter');
  await unheard;
  await dialog.getByText('Nous ne savons pas si c’est enregistré').waitFor();
  await dialog.getByText(/ne sera pas écrit deux fois/).waitFor();
  await dialog.getByRole('button', { name: 'Prévoir', disabled: false }).waitFor();
  const unheardAgain = page.waitForResponse((response) => response.status() === 504);
  await told.press('Control+Enter');
  await unheardAgain;
  await dialog.getByText('Nous ne savons pas si c’est enregistré').waitFor();
  await dialog.getByRole('button', { name: 'Prévoir', disabled: false }).waitFor();
  await told.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  expect([sent, taken]).toEqual([3, 3]);
  const { lines } = await weekOf(page);
  expect(lines.filter((line) => line.task?.what === what)).toHaveLength(1);
  demo.complaints.splice(0);
});

test('a manager reads the week of a colleague; nobody else’s is there', async () => {
  const page = await demo.signIn(MANAGER);
  await page.getByRole('heading', { level: 1, name: 'Ma semaine' }).waitFor();
  const choice = page.getByLabel('Semaine de');
  const samira = choice.locator('option').filter({ hasText: /^Samira/ });
  await samira.waitFor({ state: 'attached' });
  await choice.selectOption((await samira.getAttribute('value')) ?? '');
  await page.getByRole('heading', { level: 1, name: /^La semaine de Samira/ }).waitFor();
  await part(page, /^En retard/).waitFor();
});

test('on a phone, everything is in the width of the screen, and what comes first is in sight', async () => {
  const page = await demo.openAs(CASEWORKER, SIZES.phone);
  await part(page, /^En retard/).waitFor();
  const week = await weekOf(page);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  await picture(page, 'week-phone');
  // What there is to sign, with its button, then who comes first and for what.
  await isInSight(page, page.getByRole('link', { name: /^Émarger/ }));
  await isInSight(page, firstLate(page).getByText(week.lines[0]?.what ?? '', { exact: true }));
});

test('what others did in her files since she last looked is one click away, by person, and is said seen once', async () => {
  const [manager, page] = [await demo.pageOf(MANAGER), await demo.signIn(CASEWORKER)];
  const [file] = (await (await page.request.get('/api/pathways?range=[0,0]')).json()) as { id: string; name: string }[];
  const answer = await manager.request.post(`/api/pathways/${file?.id}/events`, {
    data: { contact: 'NO_ANSWER', on: '2026-11-23', medium: 'PHONE' },
    headers: { 'Idempotency-Key': '00000000-0000-4000-8000-00000000c012' },
  });
  expect(answer.status()).toBe(201);
  const since = async (): Promise<string> =>
    ((await (await page.request.get('/api/week/news')).json()) as { since: string }).since;
  const before = await since();
  // How much is new is on the link, and in its name.
  await page.goto('/#/week');
  await page.reload();
  await page.getByRole('link', { name: /^Nouveautés\s?, (plus de )?\d+ changements?$/ }).waitFor();
  const { click, cost } = counted(page);
  await click(page.getByRole('link', { name: 'Nouveautés' }));
  await page.getByRole('heading', { level: 1, name: 'Nouveautés' }).waitFor();
  const told = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: file?.name ?? '' }) });
  await told
    .first()
    .getByText(/sans réponse/i)
    .first()
    .waitFor();
  expect(await told.first().innerText()).toMatch(/Claire/);
  // Nobody has said that she had seen: the last seven days, whatever the demo was loaded with before them.
  await page.getByText(/^\d+ changements? depuis 7\sjours\.$/).waitFor();
  const words = (await page.getByRole('main').innerText()).split('\n');
  expect(words.filter((line) => line.includes('00:00'))).toEqual([]);
  expect(cost()).toEqual({ keys: 0, clicks: 1 });
  await picture(page, 'news');
  for (const size of Object.values(SIZES)) {
    await page.setViewportSize(size);
    expect(await faultsOf(page)).toEqual(NONE);
  }
  await page.getByRole('button', { name: 'J’ai tout vu' }).click();
  // What was recorded in the last seconds is told once more, rather than never.
  await page.getByRole('status').filter({ hasText: 'C’est noté' }).first().waitFor({ state: 'attached' });
  expect((await since()) > before).toBe(true);
});

test('what others did in her files is read, and said seen, by the keyboard alone', async () => {
  const [manager, page] = [await demo.pageOf(MANAGER), await demo.pageOf(CASEWORKER, SIZES.phone)];
  const [file] = (await (await page.request.get('/api/pathways?range=[0,0]')).json()) as { id: string; name: string }[];
  const answer = await manager.request.post(`/api/pathways/${file?.id}/events`, {
    data: { contact: 'REACHED', on: '2026-11-23', medium: 'PHONE' },
    headers: { 'Idempotency-Key': '00000000-0000-4000-8000-00000000c112' },
  });
  expect(answer.status()).toBe(201);
  const { tabTo, use, cost } = await fromTheTop(page);
  await tabTo(page.getByRole('link', { name: 'Nouveautés' }));
  await use();
  await page.getByRole('heading', { level: 1, name: 'Nouveautés' }).waitFor();
  await page
    .getByRole('listitem')
    .filter({ hasText: /Claire/ })
    .first()
    .waitFor();
  await tabTo(page.getByRole('button', { name: 'J’ai tout vu' }));
  await use();
  await page.getByRole('status').filter({ hasText: 'C’est noté' }).first().waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Enregistrement…' }).waitFor({ state: 'detached' });
  await keepsFocus(page);
  expect(cost().keys).toBeLessThanOrEqual(7);
  expect(cost().clicks).toBeLessThanOrEqual(3);
});

test('a list is taken to a meeting as a sheet: its rows, in their order, with who took them', async () => {
  const page = await demo.signIn(CASEWORKER);
  await page.goto('/#/pathways');
  const asked = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Télécharger la liste' }).click();
  const sheet = await asked;
  expect(sheet.suggestedFilename()).toBe('dossiers-2026-11-23.csv');
  const lines = (await readFile(await sheet.path(), 'utf8')).split('\r\n');
  expect(lines[0]).toMatch(/^\ufeffNom;.*Étapes en retard;Blocages/);
  const answer = await page.request.get('/api/pathways?range=[0,99]&sort=["nextDueOn","ASC"]');
  const rows = (await answer.json()) as { number: string }[];
  expect(lines.slice(1, rows.length + 1).map((line) => line.split(';')[1])).toEqual(rows.map(({ number }) => number));
  expect(lines.slice(rows.length + 1).join('\n')).toMatch(
    /^\n?Liste du 23\/11\/2026, téléchargée par Samira Lacombe\./m,
  );
  await page.getByText(`${rows.length} dossiers dans le fichier téléchargé.`).waitFor();
});

test('a follow-up is closed in three clicks, with what stays open in words, and what was to be done is said with it', async () => {
  const page = await demo.signIn(CASEWORKER);
  const [first] = await plan(page, 'Prévenir la CAF');
  const pathwayId = first?.pathwayId ?? '';
  const closing = page.getByRole('dialog', { name: 'Clore le parcours' });

  await page.request.post(`/api/pathways/${pathwayId}/tasks`, {
    data: { what: 'Rendre le dossier', dueOn: '2026-11-30' },
    headers: { 'Idempotency-Key': '00000000-0000-4000-8000-00000000c105' },
  });
  await page.goto(`/#/pathways/${pathwayId}/show`);
  await page.getByRole('button', { name: 'Clore le parcours' }).click();
  await closing.getByText(/^\d+ étapes? encore ouvertes?, qui/).waitFor();
  await closing.getByRole('group', { name: 'Que deviennent les 2 actions encore à mener ?' }).waitFor();
  const fate = (what: string) => closing.getByRole('radiogroup', { name: new RegExp(`^${what} \\(pour le`) });
  await fate('Prévenir la CAF').getByRole('radio', { name: 'Faite' }).check();
  expect(await fate('Rendre le dossier').getByRole('radio', { name: 'Abandonnée' }).isChecked()).toBe(true);
  expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
  await picture(page, 'closing');
  // Somebody plans something meanwhile: nothing is closed, and it is asked for.
  await page.request.post(`/api/pathways/${pathwayId}/tasks`, {
    data: { what: 'Écrire au juge', dueOn: '2026-11-30' },
    headers: { 'Idempotency-Key': '00000000-0000-4000-8000-00000000c106' },
  });
  await closing.getByLabel(/^Motif de sortie/).selectOption({ index: 1 });
  await closing.getByRole('button', { name: 'Enregistrer' }).click();
  await closing.getByText(/Une action est encore à mener dans ce dossier/).waitFor();
  await fate('Écrire au juge').waitFor();
  expect(await fate('Prévenir la CAF').getByRole('radio', { name: 'Faite' }).isChecked()).toBe(true);
  await page.setViewportSize(SIZES.phone);
  expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
  await picture(page, 'closing-phone');
  await page.setViewportSize(SIZES.desk);
  await closing.getByLabel(/^Pourquoi abandonner/).fill('Suivie par une autre structure');
  await page.keyboard.press('Enter');
  await closing.waitFor({ state: 'detached' });
  const kept = (await (await page.request.get(`/api/pathways/${pathwayId}/tasks`)).json()) as TaskView[];
  expect(kept.map(({ what, state, reason }) => [what, state, reason]).sort()).toEqual([
    ['Prévenir la CAF', 'DONE', null],
    ['Rendre le dossier', 'DROPPED', 'Suivie par une autre structure'],
    ['Écrire au juge', 'DROPPED', 'Suivie par une autre structure'],
  ]);

  // Nothing to be done: it is opened, the reason is chosen, it is saved.
  await demo.owner.query('delete from tasks');
  const { lines } = await weekOf(page);
  const other = lines.find((line) => line.pathwayId !== pathwayId)?.pathwayId ?? '';
  await page.goto(`/#/pathways/${other}/show`);
  const { click, choose, cost } = counted(page);
  await click(page.getByRole('button', { name: 'Clore le parcours' }));
  const reasons = closing.getByLabel(/^Motif de sortie/);
  await choose(reasons, (await reasons.locator('option').nth(1).textContent()) ?? '');
  await click(closing.getByRole('button', { name: 'Enregistrer' }));
  await closing.waitFor({ state: 'detached' });
  expect(cost()).toEqual({ keys: 0, clicks: 3 });
  await page.getByRole('button', { name: 'Rouvrir le parcours' }).waitFor();
});

test('a follow-up is closed by the keyboard alone, on a phone, and what was to be done is said done', async () => {
  const page = await demo.pageOf(CASEWORKER, SIZES.phone);
  await demo.owner.query('delete from tasks');
  const pathwayId = (await weekOf(page)).lines[0]?.pathwayId ?? '';
  const kept = async (): Promise<string[]> =>
    ((await (await page.request.get(`/api/pathways/${pathwayId}/tasks`)).json()) as TaskView[]).map(
      ({ state }) => state,
    );
  await page.request.post(`/api/pathways/${pathwayId}/tasks`, {
    data: { what: 'Rendre les clés', dueOn: '2026-12-15' },
    headers: { 'Idempotency-Key': '00000000-0000-4000-8000-00000000c114' },
  });
  expect(await kept()).toEqual(['OPEN']);
  const { press, tabTo, use, cost } = await fromTheTop(page);
  await tabTo(firstLate(page).getByRole('link'));
  await use();
  await tabTo(page.getByRole('button', { name: 'Clore le parcours' }));
  await use();
  const closing = page.getByRole('dialog', { name: 'Clore le parcours' });
  await closing.getByRole('radiogroup', { name: /^Rendre les clés/ }).waitFor();
  // It is entered by the reason.
  await page.keyboard.type('Perdu');
  expect(await closing.getByLabel(/^Motif de sortie/).inputValue()).toBe('LOST_CONTACT');
  await tabTo(closing.getByRole('radio', { name: 'Abandonnée' }));
  await press('ArrowUp');
  expect(await closing.getByRole('radio', { name: 'Faite' }).isChecked()).toBe(true);
  await press('Control+Enter');
  await closing.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Rouvrir le parcours' }).waitFor();
  expect(await kept()).toEqual(['DONE']);
  await keepsFocus(page);
  expect(cost().keys).toBeLessThanOrEqual(24);
  expect(cost().clicks).toBeLessThanOrEqual(3);
});

test('past sixty people in a part, each part still tells its own, and those who are left out are reached by the keyboard', async () => {
  const page = await demo.pageOf(CASEWORKER, SIZES.phone);
  await demo.owner.query('delete from tasks');
  const given = await demo.owner.query(
    `update pathways p set referent_id = s.id from accounts s
     where s.email = $1 and p.organisation_id = s.organisation_id and p.closed_on is null and not p.sealed`,
    [CASEWORKER],
  );
  expect(given.rowCount).toBeGreaterThan(100);
  await plan(page, 'Appeler le collège');
  const { tabTo, use } = await fromTheTop(page);
  const week = await weekOf(page);
  expect(week.lines.length).toBeLessThan(week.counts.LATE);
  const late = part(page, /^En retard/);
  const rows = (): Promise<number> => late.getByRole('row').count();
  // Today and this week lose nothing by what is late.
  for (const [name, block] of [
    [/^Aujourd’hui/, 'TODAY'],
    [/^Cette semaine/, 'THIS_WEEK'],
    [/^À surveiller/, 'TO_WATCH'],
  ] as const) {
    const people = Math.min(week.people[block], 60);
    expect([block, await part(page, name).getByRole('row').count()]).toEqual([block, people === 0 ? 0 : people + 1]);
  }
  await row(page, 'Appeler le collège').waitFor();
  const { LATE: people } = week.people;
  await late.getByText(`Pour ${people} personnes.`).waitFor();
  await late.getByText(`60 personnes sont montrées, sur ${people}.`).waitFor();
  await late.getByText(/personnes sont montrées/).scrollIntoViewIfNeeded();
  await picture(page, 'week-more-phone');

  // Not had, it says so where one is, and is asked for again.
  const more = late.getByRole('button', { name: `Montrer les ${Math.min(people - 60, 60)} personnes suivantes` });
  await page.route('**/api/week?*', (route) => route.abort());
  await tabTo(late.getByRole('row').nth(1).locator('[data-main]'));
  await tabTo(more);
  await use();
  const told = late.getByRole('alert').filter({ hasText: 'La suite n’a pas pu être montrée' });
  await told.waitFor();
  expect(await rows()).toBe(61);
  await page.unroute('**/api/week?*');
  await tabTo(told.getByRole('button', { name: 'Réessayer' }));
  await use();
  await late.getByRole('row').nth(61).waitFor();
  expect(await late.getByRole('row').nth(61).locator('[data-main]:focus').count()).toBe(1);
  while ((await rows()) < people + 1) {
    const before = await rows();
    await tabTo(late.getByRole('button', { name: /personnes? suivantes?$/ }));
    await use();
    await late.getByRole('row').nth(before).waitFor();
  }
  expect(await rows()).toBe(people + 1);
  expect(await late.getByText(/personnes sont montrées/).count()).toBe(0);
  expect(await faultsOf(page)).toEqual(NONE);
});
