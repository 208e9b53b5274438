import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openDemo, type DemoInABrowser } from './demoBrowser.ts';

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
  const filter = encodeURIComponent(JSON.stringify({ q }));
  const [file] = (await (await page.request.get(`/api/pathways?filter=${filter}`)).json()) as { id: string }[];
  return file?.id ?? '';
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
  // A code of a language is all that the browser keeps.
  expect(await page.evaluate('JSON.stringify([Object.entries(localStorage), Object.keys(sessionStorage)])')).toBe(
    '[[["jalon.locale","fr"]],[]]',
  );
});

test('a browser that speaks English is spoken to in English, until somebody chooses French', async () => {
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
    await page.getByRole('heading', { level: 1, name: 'Choose your password' }).waitFor();
    await page.getByRole('button', { name: 'Français' }).click();
    await page.getByRole('heading', { level: 1, name: 'Choisir votre mot de passe' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Choisir votre mot de passe' }).waitFor();
  } finally {
    await context.close();
  }
});
