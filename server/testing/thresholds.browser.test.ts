import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { ThresholdsView } from '../contract/thresholds.ts';
import { openDemo, type DemoInABrowser } from './demoBrowser.ts';

const ADMIN = 'admin@jalon.example';
const REFERENT = 'referente@prefecture59.example';
const NO_CONTACT = 'Sans contact avec la personne';
const CIVIC = 'Formation civique non suivie';

let demo: DemoInABrowser;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());
afterEach(() => {
  expect(demo.complaints.splice(0)).toEqual([]);
});

const read = async (page: Page): Promise<ThresholdsView> =>
  (await (await page.request.get('/api/thresholds')).json()) as ThresholdsView;

/** What is read, whatever the spaces of French typography. */
const words = async (locator: Locator): Promise<string> => (await locator.innerText()).replace(/\s+/g, ' ');

/** An administrator at home: the thresholds. */
async function atHome(): Promise<Page> {
  const page = await demo.signIn(ADMIN);
  await page.getByRole('heading', { level: 1, name: 'Seuils des blocages' }).waitFor();
  await page.getByRole('table', { name: /en vigueur/ }).waitFor();
  return page;
}

async function openRule(page: Page, rule: string): Promise<void> {
  await page.getByRole('button', { name: `Modifier : ${rule}` }).click();
  await page.getByRole('dialog', { name: `Modifier : ${rule}` }).waitFor();
}

const durationOf = (page: Page, part: string) =>
  page.getByRole('dialog').getByRole('group', { name: part, exact: true });

async function type(page: Page, part: string, n: number, unit?: string): Promise<void> {
  await durationOf(page, part)
    .getByLabel(new RegExp(`^${part.replace(/[()]/g, '\\$&')}`))
    .fill(String(n));
  if (unit !== undefined) await durationOf(page, part).getByLabel('Unité').selectOption(unit);
}

async function keep(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Ajouter aux modifications' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

const toPublish = (page: Page) => page.getByRole('region', { name: /^Modifications à publier/ });
const lines = (page: Page) => toPublish(page).getByRole('list', { name: 'Modifications à publier' });

async function simulate(page: Page): Promise<void> {
  await toPublish(page).getByRole('button', { name: 'Simuler' }).click();
  await page.getByRole('heading', { name: 'Simulation' }).waitFor();
}

const offerToPublish = (page: Page) => page.getByRole('button', { name: 'Publier…' });

async function publish(page: Page, reason: string): Promise<void> {
  await offerToPublish(page).click();
  const dialog = page.getByRole('dialog', { name: 'Publier ces seuils' });
  await dialog.getByLabel(/^Motif/).fill(reason);
  await dialog.getByRole('button', { name: 'Publier pour de bon' }).click();
}

/** Leaves by the name of the product, or otherwise, and answers what is asked first. */
async function leave(
  page: Page,
  answer: 'accept' | 'dismiss',
  go = () => page.getByRole('banner').getByRole('link', { name: 'Jalon', exact: true }).click(),
): Promise<string> {
  const asked = page.waitForEvent('dialog').then(async (dialog) => {
    await dialog[answer]();
    return dialog.message();
  });
  await go();
  return asked;
}

test('a limit is changed, simulated, published for today: the referent’s list and the file then say the new one', async () => {
  const page = await atHome();
  await openRule(page, NO_CONTACT);
  await type(page, 'Alerte', 20);
  await type(page, 'Limite', 30);
  await page.getByRole('dialog').getByText('30 jours après le dernier contact').waitFor();
  await keep(page);
  expect(await words(lines(page))).toContain('Limite : 60 jours après → 30 jours après le dernier contact');
  expect((await read(page)).lastNumber).toBe(0);
  await page.getByText('On publie après avoir simulé', { exact: false }).waitFor();
  expect(await offerToPublish(page).count()).toBe(0);

  await simulate(page);
  const total = page.getByRole('table', { name: 'Par règle, tous les départements' }).getByRole('row').nth(1);
  await total.waitFor();
  const [before = 0, after = 0, newly = 0, gone = 0] = (await total.getByRole('cell').allInnerTexts()).map(Number);
  expect({ newly: newly > 0, gone }).toEqual({ newly: true, gone: 0 });
  expect(after).toBe(before + newly);
  // By department, only what changes; the parts make the whole.
  const parts = page.getByRole('table', { name: /^Par département et par règle/ }).getByRole('row');
  const newlyByDepartment = await Promise.all(
    (await parts.all()).slice(1).map(async (row) => Number(await row.getByRole('cell').nth(3).innerText())),
  );
  expect(newlyByDepartment.every((count) => count > 0)).toBe(true);
  expect(newlyByDepartment.reduce((sum, count) => sum + count, 0)).toBe(newly);

  await offerToPublish(page).click();
  const dialog = page.getByRole('dialog', { name: 'Publier ces seuils' });
  expect(await words(dialog)).toMatch(
    new RegExp(`À partir du 23 novembre 2026[^]*30 jours après le dernier contact[^]* ${newly} nouveaux blocages`),
  );
  await dialog.getByRole('button', { name: 'Publier pour de bon' }).click();
  await dialog.getByText('Ce champ est obligatoire.').waitFor();
  await dialog.getByLabel(/^Motif/).fill('Décision du comité départemental');
  await dialog.getByRole('button', { name: 'Publier pour de bon' }).click();
  await page.getByText('Seuils publiés, en vigueur à partir du 23 novembre 2026.').waitFor();
  expect(await words(page.locator(':focus'))).toContain('Seuils publiés');
  await page.getByText('Les dossiers sont à jour.').first().waitFor();
  await page.getByText('Proposé par des professionnels : 60 jours après').waitFor();
  const history = page.getByRole('table', { name: /1 publication/ });
  expect(await words(history)).toMatch(/30 jours après le dernier contact[^]*Décision du comité départemental/);
  expect(await lines(page).count()).toBe(0);

  const referent = await demo.signIn(REFERENT);
  await referent.goto(`/#/stalls?filter=${encodeURIComponent(JSON.stringify({ rule: 'NO_CONTACT' }))}`);
  const row = referent.getByRole('row').filter({ hasText: 'limite de 30 jours' }).first();
  const sentence = /Personne[^.]*limite de 30 jours[^.]*\./.exec(await words(row))?.[0] ?? 'no sentence';
  await row.getByRole('link').first().click();
  await referent.getByRole('heading', { name: 'Étapes du parcours' }).waitFor();
  expect(await words(referent.getByRole('main'))).toContain(sentence);
});

test('what a text sets is shown with what it counts from and its article, and is not a setting', async () => {
  const page = await atHome();
  const ofTexts = page.getByRole('region', { name: 'Délais fixés par un texte' });
  const line = async (rule: string): Promise<string> =>
    words(ofTexts.getByRole('row').filter({ has: page.getByRole('rowheader', { name: rule }) }));
  expect(await line('Carte BPI')).toContain('La décision de protection 2 mois après 3 mois après R.424-1 et R.424-7');
  expect(await line('Rupture de droit au séjour')).toContain(
    'La fin du dernier document de séjour 30 jours avant Le jour même',
  );
  expect(await ofTexts.getByRole('button').count()).toBe(0);
  // Control: elsewhere each rule has its button, and « putting on hold » has one.
  const { rules } = await read(page);
  expect(await page.getByRole('button', { name: /^Modifier.:/ }).count()).toBe(
    rules.filter(({ settable }) => settable).length + 1,
  );
});

test('a threshold that cannot be is refused beside its field, before it is sent or by the server', async () => {
  const page = await atHome();
  await openRule(page, CIVIC);
  await type(page, 'Alerte', 5);
  await page.getByRole('dialog').getByRole('button', { name: 'Ajouter aux modifications' }).click();
  await durationOf(page, 'Alerte').getByText('L’alerte doit venir au plus tard le jour de la limite.').waitFor();
  // Thirty days and a month compare by a calendar, which the server keeps.
  await type(page, 'Alerte', 1, 'MONTH');
  await type(page, 'Limite', 30, 'DAY');
  await keep(page);
  await toPublish(page).getByRole('button', { name: 'Simuler' }).click();
  const link = page.getByRole('button', { name: CIVIC, exact: true });
  await link.click();
  const edit = page.getByRole('button', { name: `Modifier ce qui est à publier : ${CIVIC}` });
  expect(await page.locator(':focus').getAttribute('id')).toBe(await edit.getAttribute('id'));
  await page.keyboard.press('Enter');
  const warn = durationOf(page, 'Alerte').getByLabel(/^Alerte/);
  await durationOf(page, 'Alerte').getByText('L’alerte doit venir au plus tard le jour de la limite.').waitFor();
  expect(await warn.getAttribute('aria-invalid')).toBe('true');
  await warn.fill('900');
  await durationOf(page, 'Alerte').getByLabel('Unité').selectOption('DAY');
  await type(page, 'Limite', 900);
  await keep(page);
  await toPublish(page).getByRole('button', { name: 'Simuler' }).click();
  await toPublish(page).getByText('Entre 1 et 730 jours ou 24 mois.').first().waitFor();

  await toPublish(page)
    .getByRole('button', { name: /^Retirer/ })
    .click();
  await page.getByText('Aucune modification en préparation.', { exact: false }).waitFor();
  expect(await words(page.locator(':focus'))).toBe('Modifications à publier');
});

test('of two administrators, the second is told, keeps what she typed, reads again, and publishes over it', async () => {
  const [first, second] = [await atHome(), await atHome()];
  const { lastNumber } = await read(first);
  for (const page of [first, second]) {
    await openRule(page, CIVIC);
    await type(page, 'Limite', page === first ? 5 : 6);
    await keep(page);
    await simulate(page);
  }
  await publish(first, 'Première décision');
  await first.getByText('Seuils publiés', { exact: false }).first().waitFor();
  await publish(second, 'Seconde décision');
  const readAgain = second.getByRole('button', { name: 'Relire les seuils' });
  await readAgain.waitFor();
  expect(await words(second.locator(':focus'))).toContain('D’autres seuils viennent d’être publiés');
  expect(await words(lines(second))).toContain('Limite : 4 mois après → 6 mois après la signature du CIR');
  expect((await read(second)).lastNumber).toBe(lastNumber + 1);

  await readAgain.click();
  await readAgain.waitFor({ state: 'detached' });
  expect(await words(lines(second))).toContain('Limite : 5 mois après → 6 mois après la signature du CIR');
  expect(await offerToPublish(second).count()).toBe(0);
  await simulate(second);
  await offerToPublish(second).click();
  const dialog = second.getByRole('dialog', { name: 'Publier ces seuils' });
  expect(await dialog.getByLabel(/^Motif/).inputValue()).toBe('Seconde décision');
  await dialog.getByRole('button', { name: 'Publier pour de bon' }).click();
  await second.getByText('Seuils publiés', { exact: false }).first().waitFor();
  const { published } = await read(second);
  expect(published.slice(0, 2).map(({ reason }) => reason)).toEqual(['Seconde décision', 'Première décision']);
});

test('what is read again behind the open dialogue is not what was simulated over: it is refused', async () => {
  const [first, page] = [await atHome(), await demo.signIn(ADMIN)];
  // Files that are long to bring up to date: the page reads again by itself.
  await page.route('**/api/thresholds', async (route) => {
    if (route.request().method() !== 'GET') return route.continue();
    const response = await route.fetch();
    return route.fulfill({ response, json: { ...(await response.json()), applied: false } });
  });
  await page.reload();
  await page.getByText('Les dossiers sont en cours de mise à jour.').first().waitFor();
  await openRule(page, CIVIC);
  await type(page, 'Limite', 11);
  await keep(page);
  await simulate(page);
  await offerToPublish(page).click();
  await page.getByLabel(/^Motif/).fill('Décision ancienne');
  await openRule(first, NO_CONTACT);
  await type(first, 'Limite', 33);
  await keep(first);
  await simulate(first);
  await publish(first, 'Décision nouvelle');
  await first.getByText('Seuils publiés', { exact: false }).first().waitFor();
  const { lastNumber } = await read(first);
  await page.getByText('Décision nouvelle').waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Publier pour de bon' }).click();
  await page.getByText('D’autres seuils viennent d’être publiés').waitFor();
  expect((await read(first)).lastNumber).toBe(lastNumber);
});

test('going back from an open dialogue asks first, and keeps what was typed', async () => {
  const page = await atHome();
  await openRule(page, CIVIC);
  await type(page, 'Limite', 9);
  expect(await leave(page, 'dismiss', () => page.evaluate('history.back()'))).toContain('ne sont pas publiées');
  expect(
    await durationOf(page, 'Limite')
      .getByLabel(/^Limite/)
      .inputValue(),
  ).toBe('9');
});

test('only what was simulated is published, a day past is refused, and leaving asks first', async () => {
  const page = await atHome();
  // A warning makes nobody stalled: there is no department to name.
  await openRule(page, CIVIC);
  await type(page, 'Alerte', 2);
  await keep(page);
  await simulate(page);
  await page.getByText('aucun dossier ne deviendrait bloqué', { exact: false }).first().waitFor();
  expect(await page.getByRole('table', { name: /^Par règle/ }).count()).toBe(1);
  expect(await page.getByRole('table', { name: /^Par département/ }).count()).toBe(0);
  await openRule(page, CIVIC);
  await type(page, 'Limite', 8);
  await keep(page);
  await page.getByText('Les modifications ne sont plus celles de la dernière simulation', { exact: false }).waitFor();
  await simulate(page);
  const day = page.getByLabel(/^En vigueur à partir du/);
  await day.fill('2026-12-24');
  await page.getByText('Les modifications ne sont plus celles de la dernière simulation', { exact: false }).waitFor();
  expect(await page.getByRole('heading', { name: 'Simulation' }).count()).toBe(0);
  expect(await offerToPublish(page).count()).toBe(0);
  await simulate(page);
  await openRule(page, CIVIC);
  await type(page, 'Limite', 9);
  await keep(page);
  expect(await offerToPublish(page).count()).toBe(0);
  await day.fill('2026-11-22');
  await page.getByText('Un seuil ne change pas le passé', { exact: false }).waitFor();
  await toPublish(page).getByRole('button', { name: 'Simuler' }).click();
  expect(await page.locator(':focus').getAttribute('id')).toBe('effective-on');

  expect(await leave(page, 'dismiss')).toContain('Vos modifications ne sont pas publiées.');
  expect(await words(lines(page))).toContain('9 mois');
  expect(await leave(page, 'accept')).toContain('Vos modifications ne sont pas publiées.');
  await page.getByText('Aucune modification en préparation.', { exact: false }).waitFor();
});
