import { brotliCompressSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { THEMES } from '../../admin-ui/src/layout/shades.ts';
import { faultsOf, setAppearance } from './accessibility.ts';
import { openDemo, type DemoInABrowser } from './demoBrowser.ts';
import { picture } from './picture.ts';
import { fileCalled } from './findFile.ts';
import { listenTo } from './frenchOnScreen.ts';

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

async function openCorrection(page: Page, q: string): Promise<string> {
  const id = await fileOf(page, q);
  await page.goto(`/#/pathways/${id}/show/correct`);
  await page.getByRole('heading', { name: 'Corriger le dossier' }).waitFor();
  return id;
}

const speak = async (page: Page, who: RegExp, language: string): Promise<void> => {
  await page.getByRole('banner').getByRole('button', { name: who }).click();
  await page.getByRole('menuitemradio', { name: language }).click();
  await page.getByRole('menu').waitFor({ state: 'detached' });
};

test('behind an ended session nothing is legible, to the eye nor to a screen reader, and what was typed is kept', async () => {
  const page = await demo.signIn(CASEWORKER);
  await openCorrection(page, 'exemple selam');
  await page.getByLabel('Nationalité').fill('Somalienne');
  await demo.owner.query('delete from sessions');
  // She comes back to the window: the first request says that the session has ended.
  await page.evaluate(`window.dispatchEvent(new Event('focus'))`);
  const dialog = page.getByRole('dialog', { name: 'Votre session a expiré' });
  await dialog.waitFor();
  await page.evaluate('Promise.allSettled(document.getAnimations().map((animation) => animation.finished))');
  const veil = (await page.evaluate(`(() => {
    const at = document.elementFromPoint(20, 400).closest('.MuiDialog-root').querySelector('.MuiBackdrop-root');
    const { backgroundColor, opacity } = getComputedStyle(at);
    return { backgroundColor, opacity };
  })()`)) as { backgroundColor: string; opacity: string };
  expect(veil.opacity).toBe('1');
  expect(veil.backgroundColor).toMatch(/^rgb\(/);
  expect(await page.locator('#root').getAttribute('aria-hidden')).toBe('true');
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(0);

  await dialog.getByLabel(/Mot de passe/).fill(demo.passwordOf(CASEWORKER));
  await dialog.getByRole('button', { name: 'Continuer' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await page.getByLabel('Nationalité').inputValue()).toBe('Somalienne');
});

test('whoever signs in after somebody has signed out starts from her own home', async () => {
  const page = await demo.signIn(CASEWORKER);
  const id = await openCorrection(page, 'exemple farid');
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await page.getByRole('heading', { level: 1, name: 'Connexion' }).waitFor();
  await page.getByLabel(/adresse/i).fill(MANAGER);
  await page.getByLabel(/mot de passe/i).fill(demo.passwordOf(MANAGER));
  await page.getByRole('button', { name: /se connecter/i }).click();
  await page
    .getByRole('banner')
    .getByText(/Claire/)
    .waitFor();
  await page.getByRole('heading', { level: 1, name: 'Ma semaine' }).waitFor();
  expect(page.url()).not.toContain(id);
});

test('the menu of the account shows that it is one, and closes when the browser goes back', async () => {
  const page = await demo.signIn(CASEWORKER);
  await page.getByRole('link', { name: 'Mes dossiers' }).click();
  await page.getByRole('heading', { level: 1, name: 'Mes dossiers' }).waitFor();
  const button = page.getByRole('button', { name: /^Samira/ });
  expect([await button.getAttribute('aria-haspopup'), await button.innerText()]).toEqual([
    'menu',
    expect.stringContaining('▾'),
  ]);
  await button.click();
  await page.getByRole('menu').waitFor();
  await page.goBack();
  await page.getByRole('menu').waitFor({ state: 'detached' });
  // Nothing of the page is left hidden from a screen reader.
  await page.getByRole('heading', { level: 1, name: 'Ma semaine' }).waitFor();
});

test('what was announced of a page is said neither of the next one nor to whoever comes next', async () => {
  const page = await demo.signIn(CASEWORKER);
  await page.getByRole('link', { name: 'Mes dossiers' }).click();
  const said = page.locator('[role=status][aria-live=polite]').first();
  const ofFiles = said.filter({ hasText: 'dossier' });
  await ofFiles.waitFor({ state: 'attached' });
  await page.goto('/#/account');
  await page.getByRole('heading', { level: 1, name: 'Mon compte' }).waitFor();
  await ofFiles.waitFor({ state: 'detached' });
  await page.goto('/#/pathways');
  await ofFiles.waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await page.getByRole('heading', { level: 1, name: 'Connexion' }).waitFor();
  await said.filter({ hasText: /\S/ }).waitFor({ state: 'detached' });
});

test('the language is chosen before signing in too, is kept, and its change loses nothing that is typed', async () => {
  const page = await demo.newPage();
  await page.getByLabel(/adresse/i).fill(CASEWORKER);
  expect(await page.getByRole('button', { name: 'English' }).getAttribute('lang')).toBe('en');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await page.locator('#email').inputValue()).toBe(CASEWORKER);
  await page.locator('#password').fill(demo.passwordOf(CASEWORKER));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'My week' }).waitFor();
  const id = await fileOf(page, 'exemple amina');
  await page.goto(`/#/pathways/${id}/show/correct`);
  await page.reload();
  await page.getByLabel('Nationality').fill('Somali');
  await speak(page, /^Samira/, 'Français');
  expect(await page.getByLabel('Nationalité').inputValue()).toBe('Somali');
  // A code of a language is all that the browser keeps of it.
  expect(await page.evaluate('JSON.stringify([Object.entries(localStorage), Object.keys(sessionStorage)])')).toBe(
    '[[["jalon.locale","fr"]],[]]',
  );
});

interface Shown {
  readonly appearance: string;
  readonly ground: string;
  readonly around: readonly string[];
}
const shown = async (page: Page): Promise<Shown> =>
  (await page.evaluate(`(() => {
    const told = (name) => document.querySelector('meta[name="' + name + '"]').content;
    return {
      appearance: getComputedStyle(document.documentElement).colorScheme,
      ground: getComputedStyle(document.body).backgroundColor,
      around: [told('color-scheme'), told('theme-color')],
    };
  })()`)) as Shown;
const channels = (color: string): string =>
  `rgb(${[1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16)).join(', ')})`;
const kept = (page: Page): Promise<string> => page.evaluate('JSON.stringify(Object.entries(localStorage))');
const [LIGHT, DARK] = (['light', 'dark'] as const).map((appearance) => ({
  appearance,
  ground: channels(THEMES[appearance].ground),
  around: [appearance, THEMES[appearance].header],
}));

test('the appearance is that of the device until one is chosen, by the keyboard, which is kept here and never printed', async () => {
  const page = await demo.signIn(CASEWORKER);
  expect(await shown(page)).toEqual({ ...LIGHT, around: ['light dark', THEMES.light.header] });
  await setAppearance(page, 'dark');
  expect(await shown(page)).toEqual({ ...DARK, around: ['light dark', THEMES.dark.header] });
  await setAppearance(page, 'light');

  const account = page.getByRole('button', { name: /^Samira/ });
  const radio = (name: string): Locator => page.getByRole('menuitemradio', { name });
  const openMenu = async (): Promise<void> => {
    await account.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
  };
  await openMenu();
  expect(await radio('Comme l’appareil').getAttribute('aria-checked')).toBe('true');
  const groupOf = (name: string): Promise<string> =>
    radio(name).evaluate((item) => {
      const id = item.getAttribute('aria-describedby') ?? '';
      return (item.ownerDocument.getElementById(id) as unknown as { textContent: string }).textContent;
    });
  expect([await groupOf('English'), await groupOf('Sombre')]).toEqual(['Langue', 'Apparence']);
  // A menu that opens over the page belongs to no landmark.
  expect(await faultsOf(page, ['region'])).toMatchObject({ violations: [], widerThanTheScreen: false });
  await picture(page, 'appearance-menu');
  for (const key of ['ArrowUp', 'ArrowUp', 'Enter']) await page.keyboard.press(key);
  await page.getByRole('menu').waitFor({ state: 'detached' });
  expect(await page.locator(':focus').innerText()).toMatch(/^Samira/);
  expect(await shown(page)).toEqual(DARK);
  expect(await kept(page)).toBe('[["jalon.appearance","dark"]]');

  await page.emulateMedia({ media: 'print' });
  expect(await shown(page)).toMatchObject({ appearance: 'light', ground: channels(THEMES.light.paper) });
  await page.emulateMedia({ media: 'screen' });

  // Before the application has come, the ground is dark already.
  await page.route('**/assets/**', (route) => route.abort());
  await page.reload({ waitUntil: 'commit' });
  await page.locator('#root').waitFor({ state: 'attached' });
  await page.evaluate(`document.body.style.color = 'CanvasText'`);
  expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(255, 255, 255)');
  await page.unroute('**/assets/**');

  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Ma semaine' }).waitFor();
  expect(await shown(page)).toEqual(DARK);
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await page.getByRole('heading', { level: 1, name: 'Connexion' }).waitFor();
  expect(await shown(page)).toEqual(DARK);
  await page.getByLabel(/adresse/i).fill(CASEWORKER);
  await page.getByLabel(/mot de passe/i).fill(demo.passwordOf(CASEWORKER));
  await page.getByRole('button', { name: /se connecter/i }).click();
  await page.getByRole('heading', { level: 1, name: 'Ma semaine' }).waitFor();
  expect(await shown(page)).toEqual(DARK);

  await openMenu();
  expect(await radio('Sombre').getAttribute('aria-checked')).toBe('true');
  for (const key of ['ArrowUp', 'Enter']) await page.keyboard.press(key);
  await page.locator('html[data-theme=light]').waitFor({ state: 'attached' });
  expect(await kept(page)).toBe('[]');
  await setAppearance(page, 'dark');
  expect(await shown(page)).toMatchObject({ appearance: 'dark' });
});

test('Jalon speaks French, to a browser that speaks English too, until somebody chooses English, which is kept', async () => {
  const french = await demo.newPage();
  await french.getByRole('heading', { level: 1, name: 'Connexion' }).waitFor();
  const context = await french
    .context()
    .browser()
    ?.newContext({ locale: 'en-GB', baseURL: new URL(french.url()).origin });
  if (context === undefined) throw new Error('The page has no browser.');
  try {
    const page = await context.newPage();
    await page.goto('/#/password-link?token=x');
    await page.getByRole('heading', { level: 1, name: 'Choisir votre mot de passe' }).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Choose your password' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Choose your password' }).waitFor();
  } finally {
    await context.close();
  }
});

test('in English nothing is French but what people wrote, and French comes back at once', async () => {
  const page = await demo.signIn(CASEWORKER);
  await page.getByRole('heading', { level: 1, name: 'Ma semaine' }).waitFor();
  const { french } = listenTo(page);
  const turn = page.getByText(/It is the turn of/).first();
  await page
    .getByText(/C’est au tour d/)
    .first()
    .waitFor();
  await speak(page, /^Samira/, 'English');
  await page.getByRole('heading', { level: 1, name: 'My week' }).waitFor();
  await turn.waitFor();
  expect(await page.getByText(/C’est au tour d/).count()).toBe(0);
  // The reason for which a task was put off is told in the words of whoever gave it.
  const ofTheServer = (line: string): boolean => !/^Planned for .* \(.+\)\.$/.test(line);
  expect((await french()).filter(ofTheServer)).toEqual([]);
  await picture(page, 'week-in-english');

  const id = await fileOf(page, 'exemple amina');
  const session = ((await (await page.request.get('/api/group-sessions?range=[0,0]')).json()) as { id: string }[])[0]
    ?.id;
  const seen: [string, RegExp][] = [
    ['/#/week/news', /since|first time/i],
    ['/#/pathways', /^J\d\d-\d+$/],
    [`/#/pathways/${id}/show`, /It is the turn of/],
    [`/#/pathways/${id}/show/identity`, /Nationality/],
    [`/#/pathways/${id}/show/history`, /File opened/],
    [`/#/pathways/${id}/show/accesses`, /File read, to support the person/],
    ['/#/stalls', /It is the turn of/],
    ['/#/group-sessions', /from \d+:\d\d to \d+:\d\d/],
    [`/#/group-sessions/${session}`, /from \d+:\d\d to \d+:\d\d/],
  ];
  for (const [path, words] of seen) {
    await page.goto(path);
    await page.getByRole('main').getByText(words).first().waitFor();
    expect([path, await french()]).toEqual([path, []]);
    await picture(page, `${path.replace(/\W+/g, '-')}-in-english`);
  }

  await page.goto('/#/stalls');
  await turn.waitFor();
  await speak(page, /^Samira/, 'Français');
  await page
    .getByText(/C’est au tour d/)
    .first()
    .waitFor();
  expect(await turn.count()).toBe(0);
});

test('anybody is found by Ctrl+K and a few letters, by keyboard alone', async () => {
  const page = await demo.signIn(CASEWORKER);
  await page.getByRole('heading', { level: 1, name: 'Ma semaine' }).waitFor();
  let keys = 0;
  const press = async (key: string): Promise<void> => {
    keys += 1;
    await page.keyboard.press(key);
  };
  await press('Control+k');
  const field = page.getByRole('combobox', { name: 'Une personne, un numéro ou une page' });
  await field.waitFor();
  expect(await faultsOf(page)).toMatchObject({ violations: [], widerThanTheScreen: false });
  await page.keyboard.type('ekzanpl aminna');
  const dialog = page.getByRole('dialog');
  const found = dialog.getByRole('group', { name: 'Personnes' }).getByRole('option');
  await found.first().waitFor();
  expect(await dialog.getByRole('status').innerText()).toMatch(/personnes? trouvées?/);
  expect(await found.first().innerText()).toMatch(/EXEMPLE Amina[^]*J\d\d-\d{6}[^]*Suivi\u00a0: Samira/);
  expect(await faultsOf(page)).toMatchObject({ violations: [], widerThanTheScreen: false });
  await picture(page, 'palette');
  await press('ArrowDown');
  expect(await found.first().evaluate((option) => option.classList.contains('Mui-focused'))).toBe(true);
  expect(await field.getAttribute('aria-activedescendant')).toBe(await found.first().getAttribute('id'));
  await press('Enter');
  await page.getByRole('heading', { level: 1, name: /EXEMPLE Amina/ }).waitFor();
  expect(keys).toBe(3);
  // No word of what was typed is in an address, nor kept.
  const kept = await page.evaluate('JSON.stringify([location.href, history.state, localStorage, sessionStorage])');
  expect(String(kept)).not.toMatch(/aminna|ekzanpl/i);
});

test('Enter pressed before the answer opens what is found first by the words typed, and by no others', async () => {
  const page = await demo.openAs(CASEWORKER);
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/api/people/search', async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').fill('exemple amina');
  await page.keyboard.press('Enter');
  // Changed since: nothing opens by itself.
  await dialog.getByRole('combobox').fill('exemple amin');
  release();
  await dialog.getByRole('group', { name: 'Personnes' }).waitFor();
  await page.unroute('**/api/people/search');
  await dialog.getByRole('combobox').fill('exemple amina');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /EXEMPLE Amina/ }).waitFor();
  await dialog.waitFor({ state: 'detached' });
});

test('on a telephone the bar is one row: who one is opens with the menu, and closes once one goes somewhere', async () => {
  const page = await demo.signIn(CASEWORKER, { width: 320, height: 640 });
  await page.getByRole('heading', { level: 1, name: 'Ma semaine' }).waitFor();
  const signOut = page.getByRole('button', { name: 'Se déconnecter' });
  const menu = page.getByRole('button', { name: 'Menu' });
  const buttons = await page.getByRole('banner').getByRole('button').all();
  const middles = await Promise.all(buttons.map((button) => button.boundingBox().then((at) => middleOf(at))));
  expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(8);
  expect([await signOut.count(), await menu.getAttribute('aria-expanded')]).toEqual([0, 'false']);
  await menu.click();
  await signOut.waitFor();
  expect(await faultsOf(page)).toMatchObject({ violations: [], widerThanTheScreen: false });
  await page.getByRole('button', { name: /^Samira/ }).click();
  await page.getByRole('menuitem', { name: 'Mon compte' }).click();
  await page.getByRole('heading', { level: 1, name: 'Mon compte' }).waitFor();
  await signOut.waitFor({ state: 'hidden' });
  await menu.click();
  await signOut.click();
  await page.getByRole('button', { name: 'Se connecter' }).waitFor();
});

test('the search goes to a page too, gives the focus back, and tells what to do when nobody is found', async () => {
  const page = await demo.signIn(CASEWORKER);
  await page.getByRole('heading', { level: 1, name: 'Ma semaine' }).waitFor();
  await page.setViewportSize({ width: 320, height: 640 });
  const open = page.getByRole('button', { name: /^Chercher/ });
  await open.click();
  const field = page.getByRole('combobox');
  const dialog = page.getByRole('dialog');
  // Nothing is looked for by one letter: it is not said that nothing is found.
  await page.keyboard.type('z');
  await dialog.getByRole('status').filter({ hasText: 'Continuez à taper pour lancer la recherche.' }).waitFor();
  await page.keyboard.type('z');
  await dialog.getByText('Aucun résultat parmi vos dossiers.').waitFor();
  await field.fill('nobody zzqx');
  await dialog.getByText('Aucun résultat parmi vos dossiers.').waitFor();
  expect(await faultsOf(page)).toMatchObject({ violations: [], widerThanTheScreen: false });
  await picture(page, 'palette-phone');
  await field.fill('exemple');
  await dialog.getByText('personnes').first().waitFor();
  expect(await faultsOf(page)).toMatchObject({ violations: [], widerThanTheScreen: false });
  await picture(page, 'palette-phone-found');
  await field.fill('nobody zzqx');
  await dialog.getByRole('option', { name: /Nouvelle personne/ }).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await page.locator(':focus').innerText()).toMatch(/^Chercher/);
  await page.keyboard.press('Control+k');
  await field.fill('nobody zzqx');
  await dialog.getByRole('option', { name: /Nouvelle personne/ }).click();
  // What was typed is looked for at once where a file is opened, and is not in the address.
  await page
    .getByRole('heading', { name: 'Personne n’a été trouvé' })
    .or(page.getByRole('button', { name: 'Ouvrir un nouveau dossier' }))
    .first()
    .waitFor();
  expect(await page.getByLabel(/Chercher une personne/).inputValue()).toBe('nobody zzqx');
  // From where a file is opened, other words are taken up as well.
  await page.keyboard.press('Control+k');
  await field.fill('nobody yyqx');
  await dialog.getByRole('option', { name: /Nouvelle personne/ }).click();
  await page.locator('input[value="nobody yyqx"]').waitFor();
  await page.keyboard.press('Control+k');
  await field.fill('mes dos');
  await dialog.getByRole('option', { name: 'Mes dossiers', exact: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Mes dossiers' }).waitFor();
});

test('a question is given up for the next one, and Ctrl+Enter opens in a new tab', async () => {
  const page = await demo.signIn(CASEWORKER);
  await page.getByRole('heading', { level: 1, name: 'Ma semaine' }).waitFor();
  const asked = new Set<unknown>();
  let most = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/people/search')) most = Math.max(most, asked.add(request).size);
  });
  page.on('requestfailed', (request) => asked.delete(request));
  page.on('requestfinished', (request) => asked.delete(request));
  let isFirst = true;
  await page.route('**/api/people/search', async (route) => {
    // The first one is never answered.
    if (!isFirst) await route.continue();
    isFirst = false;
  });
  await page.keyboard.press('Control+k');
  await Promise.all([page.waitForRequest('**/api/people/search'), page.keyboard.type('exemple')]);
  await Promise.all([page.waitForResponse('**/api/people/search'), page.keyboard.type(' amina')]);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('option', { name: /EXEMPLE Amina/ }).waitFor();
  expect(most).toBe(1);
  const [tab] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('Control+Enter')]);
  await tab.getByRole('heading', { level: 1, name: /EXEMPLE Amina/ }).waitFor();
  await tab.close();
  await page.getByRole('heading', { level: 1, name: 'Ma semaine' }).waitFor();
});

test('the shortcut leaves an open dialogue alone, and what is written where one writes', async () => {
  const page = await demo.signIn(CASEWORKER);
  await page.goto('/#/account');
  await page.getByRole('button', { name: 'Changer de mot de passe' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await page.keyboard.press('Control+k');
  await dialog.getByRole('button', { name: 'Annuler' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.goto('/#/pathways');
  const words = page.getByRole('searchbox');
  await words.fill('exemple amina');
  await words.press('Control+k');
  await dialog.getByRole('combobox').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await page.locator(':focus').inputValue()).toBe('exemple amina');
});

test('whoever sees no name is given pages, and a file by its whole number', async () => {
  const page = await demo.signIn('referente@prefecture59.example');
  await page.getByRole('heading', { level: 1 }).waitFor();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Un numéro de dossier ou une page' });
  await field.fill('chif');
  await page.getByRole('option', { name: 'Chiffres' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Chiffres' }).waitFor();
  const [row] = (await (await page.request.get('/api/pathways?range=[0,0]')).json()) as { number: string }[];
  const number = row?.number ?? '';
  const dialog = page.getByRole('dialog');
  await page.keyboard.press('Control+k');
  await field.fill('J26-999999');
  await dialog.getByText('Aucun dossier de ce numéro').waitFor();
  await field.fill('exemple amina');
  await dialog.getByText('Aucun résultat').waitFor();
  expect(await faultsOf(page)).toMatchObject({ violations: [], widerThanTheScreen: false });
  await field.fill(number.toLowerCase().replace('-', ' '));
  await dialog.getByRole('group', { name: 'Dossiers' }).getByRole('option', { name: number }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: new RegExp(number) }).waitFor();
  expect(asked.filter((url) => /people|amina/.test(url))).toEqual([]);
});

test('an auditor goes to what was done of a file, by its number', async () => {
  const page = await demo.signIn('audit@jalon.example');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('J26-000001');
  await page.getByRole('option', { name: 'Accès au dossier J26-000001' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.locator('input[value="J26-000001"]').waitFor();
});

test('filters are kept under a name, shared, and taken up by a colleague, whose address then says them', async () => {
  const [manager, page] = [await demo.signIn(MANAGER), await demo.signIn(CASEWORKER)];
  await manager.goto('/#/pathways');
  await manager.getByRole('combobox', { name: 'Suivi', exact: true }).selectOption('PAUSED');
  await manager.waitForURL(/PAUSED/);
  await manager.getByRole('button', { name: 'Vues enregistrées' }).click();
  // A menu floats over the page, outside of its landmarks.
  expect(await faultsOf(manager, ['region'])).toMatchObject({ violations: [], widerThanTheScreen: false });
  await manager.getByRole('menuitem', { name: 'Enregistrer cette vue…' }).click();
  const dialog = manager.getByRole('dialog');
  await manager.keyboard.press('Control+Enter');
  await dialog.locator('[aria-invalid=true]').first().waitFor();
  expect(await faultsOf(manager)).toMatchObject({ violations: [], widerThanTheScreen: false });
  await dialog.getByLabel(/^Nom de la vue/).fill('Suivis suspendus');
  await dialog.getByLabel(/^Pour qui/).selectOption('true');
  await picture(manager, 'view-save');
  await manager.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });

  await page.goto('/#/pathways');
  await page.getByRole('button', { name: 'Vues enregistrées' }).click();
  const asked = page.waitForResponse((response) =>
    /\/api\/pathways\?.*PAUSED/.test(decodeURIComponent(response.url())),
  );
  await page.getByRole('menuitem', { name: /Suivis suspendus.*Partagée par Claire/s }).click();
  await asked;
  expect(page.url()).toContain('PAUSED');
  expect(await page.getByRole('combobox', { name: 'Suivi', exact: true }).inputValue()).toBe('PAUSED');

  await manager.getByRole('button', { name: 'Vues enregistrées' }).click();
  await manager.getByRole('menuitem', { name: 'Gérer mes vues…' }).click();
  await manager.setViewportSize({ width: 320, height: 640 });
  expect(await faultsOf(manager)).toMatchObject({ violations: [], widerThanTheScreen: false });
  await dialog.getByRole('button', { name: 'Supprimer : Suivis suspendus' }).click();
  await dialog.getByText('Vous n’avez plus de vue de cette liste.').waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Vues enregistrées' }).click();
  await page.getByRole('menuitem', { name: /^Enregistrer/ }).waitFor();
  expect(await page.getByRole('menuitem', { name: /Suivis suspendus/ }).count()).toBe(0);
});

test('the first list weighs at most 340 KB of scripts, its picture 40 KB more, and nothing comes from elsewhere', async () => {
  const page = await demo.newPage();
  const scripts = new Set<string>();
  const hosts = new Set<string>();
  page.on('request', (request) => {
    hosts.add(new URL(request.url()).host);
    if (request.resourceType() === 'script') scripts.add(request.url());
  });
  const weight = async (): Promise<number> => {
    const bodies = await Promise.all([...scripts].map(async (url) => (await page.request.get(url)).body()));
    return bodies.reduce((sum, body) => sum + brotliCompressSync(body).length, 0) / 1_000;
  };
  await page.reload();
  await page.getByLabel(/adresse/i).fill(CASEWORKER);
  await page.getByLabel(/mot de passe/i).fill(demo.passwordOf(CASEWORKER));
  await page.getByRole('button', { name: /se connecter/i }).click();
  await page.getByRole('heading', { level: 1, name: 'Ma semaine' }).waitFor();
  await page.getByRole('link', { name: 'Mes dossiers' }).click();
  await page.getByRole('table').waitFor();
  const list = await weight();
  expect(list).toBeGreaterThan(100);
  expect(list).toBeLessThanOrEqual(340);
  await page.getByRole('row').getByRole('link').first().click();
  await page.getByRole('region', { name: 'Le parcours en image' }).waitFor();
  expect((await weight()) - list).toBeLessThanOrEqual(40);
  expect([...hosts]).toEqual([new URL(page.url()).host]);
});

test('the other screens come ahead, so that one opens without a network, and says that what it shows is not there', async () => {
  const page = await demo.newPage();
  await page.clock.install();
  await page.reload();
  await page.getByLabel(/adresse/i).fill(CASEWORKER);
  await page.getByLabel(/mot de passe/i).fill(demo.passwordOf(CASEWORKER));
  await page.getByRole('button', { name: /se connecter/i }).click();
  await page.getByRole('heading', { level: 1, name: 'Ma semaine' }).waitFor();
  const pieces = (await page.locator('meta[name=pieces]').getAttribute('content'))?.split(' ') ?? [];
  expect(pieces.length).toBeGreaterThan(20);
  const last = page.waitForResponse((response) => response.url().endsWith(pieces.at(-1) ?? 'nothing'));
  await page.clock.fastForward(15_000);
  await (await last).finished();
  await page.context().setOffline(true);
  await page.getByRole('navigation').getByRole('link', { name: 'Séances' }).click();
  await page.getByRole('heading', { level: 1, name: 'Séances' }).waitFor();
  await page.getByRole('button', { name: 'Réessayer' }).waitFor();
  expect(await page.getByText('L’écran n’a pas pu être chargé').count()).toBe(0);
  await page.context().setOffline(false);
  demo.complaints.splice(0);
});

function middleOf(box: { readonly y: number; readonly height: number } | null): number {
  return box === null ? Number.NaN : box.y + box.height / 2;
}
