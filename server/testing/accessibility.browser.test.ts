import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openDemo, type DemoInABrowser } from './demoBrowser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SIZES = { desk: { width: 1280, height: 900 }, phone: { width: 320, height: 720 } } as const;
const CASEWORKER = 'samira.intervenante@passerelles.example';
const OFII = 'agent@ofii.example';
const REFERENT = 'referente@prefecture59.example';

let demo: DemoInABrowser;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());
afterEach(() => {
  expect(demo.complaints.splice(0)).toEqual([]);
});

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What is wrong with the page as it stands: nothing, for anybody who comes with a screen reader, a keyboard or a phone. */
async function faultsOf(page: Page): Promise<object> {
  // Nothing still moves: what is being loaded is said by aria-busy.
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  // A dialogue that still fades in is pale, and would be told so.
  await page.evaluate('Promise.all(document.getAnimations().map((animation) => animation.finished))');
  await page.evaluate(AXE);
  const violations = (await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) => violations)`,
  )) as Violation[];
  return {
    violations: violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`),
    headings: await page.getByRole('heading', { level: 1, includeHidden: true }).count(),
    title: / – Jalon$|^Jalon$/.test(await page.title()),
    lang: await page.locator('html').getAttribute('lang'),
    widerThanTheScreen: await page.evaluate('document.documentElement.scrollWidth > innerWidth'),
  };
}

const NONE = { violations: [], headings: 1, title: true, lang: 'fr', widerThanTheScreen: false };

/** Each screen: who opens it, where, and what says that it has come. */
const SCREENS: readonly (readonly [name: string, email: string, path: string, comes: string | RegExp])[] = [
  ['a caseload', CASEWORKER, '/#/pathways', 'Mes dossiers'],
  ['opening a file', CASEWORKER, '/#/pathways/create', 'Ouvrir un dossier'],
  ['the files of a territory', OFII, '/#/pathways', /dossiers/i],
  ['the files to assign', OFII, '/#/assign', /attribuer/i],
  ['the imports', OFII, '/#/imports', /import/i],
  ['the stalled pathways', REFERENT, '/#/stalls', 'Parcours bloqués'],
  ['the figures', 'lecture@prefecture59.example', '/#/reports', /./],
  ['a role without a screen', 'audit@jalon.example', '/#/', /./],
  ['an address that leads nowhere', CASEWORKER, '/#/nulle-part', /./],
];

describe.each(Object.entries(SIZES))('on a %s', (_name, size) => {
  test('signing in, and being refused, have no fault', async () => {
    const page = await demo.newPage(size);
    await page.getByRole('button', { name: /se connecter/i }).waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
    await page.getByLabel(/adresse/i).fill('personne@exemple.example');
    await page.getByLabel(/mot de passe/i).fill('non');
    await page.getByRole('button', { name: /se connecter/i }).click();
    await page.getByText('Adresse ou mot de passe incorrect.').waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
  });

  test.each(SCREENS)('%s has no fault', async (_screen, email, path, comes) => {
    const page = await demo.signIn(email, size);
    await page.goto(path);
    await page.getByRole('heading', { level: 1, name: comes }).waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
  });

  test('a file has no fault, in each of its parts and with a dialogue open', async () => {
    const page = await demo.signIn(CASEWORKER, size);
    const filter = encodeURIComponent(JSON.stringify({ q: 'exemple amina' }));
    const [file] = (await (await page.request.get(`/api/pathways?filter=${filter}`)).json()) as { id: string }[];
    for (const part of ['', '/identity', '/correct', '/history']) {
      await page.goto(`/#/pathways/${file?.id}/show${part}`);
      await page.getByRole('heading', { level: 1, name: /EXEMPLE Amina/ }).waitFor();
      expect(await faultsOf(page)).toEqual(NONE);
    }
    await page.getByRole('button', { name: 'Contact', exact: true }).click();
    await page.getByRole('dialog').waitFor();
    expect(await faultsOf(page)).toMatchObject({ violations: [], widerThanTheScreen: false });
  });

  test('an empty answer and a server that does not answer are said without fault', async () => {
    const page = await demo.signIn(CASEWORKER, size);
    await page.getByLabel(/Chercher une personne/).fill('zzzzzz');
    await page.keyboard.press('Enter');
    await page.getByText('Aucun dossier trouvé', { exact: false }).first().waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
    await page.route('**/api/stalls*', (route) => route.abort());
    await page.goto('/#/stalls');
    await page.getByRole('alert').first().waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
  });
});

describe('by keyboard', () => {
  test('the first Tab skips to the content; Escape closes a dialogue and gives the focus back', async () => {
    const page = await demo.signIn(CASEWORKER);
    await page.reload();
    await page.getByRole('table').waitFor();
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('Aller au contenu');
    await page.keyboard.press('Enter');
    expect(
      await page.locator(':focus').evaluate((element) => (element as unknown as { tagName: string }).tagName),
    ).toBe('MAIN');

    await page
      .getByRole('link', { name: /EXEMPLE Amina/ })
      .first()
      .click();
    const contact = page.getByRole('button', { name: 'Contact', exact: true });
    await contact.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.locator(':focus').innerText()).toBe('Contact');
  });
});
