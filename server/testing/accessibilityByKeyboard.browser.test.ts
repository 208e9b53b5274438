import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  ADMIN,
  CASEWORKER,
  edgesIn,
  faultsOf,
  leaveDialog,
  MANAGER,
  NONE,
  openFile,
  REFERENT,
  setAppearance,
  SIZES,
} from './accessibility.ts';
import { openDemo, type DemoInABrowser } from './demoBrowser.ts';

let demo: DemoInABrowser;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());
afterEach(async () => {
  await demo.closePages();
  expect(demo.complaints.splice(0)).toEqual([]);
});

const focusedName = (page: Page): Promise<string | null> => page.locator(':focus').getAttribute('aria-label');

describe('by keyboard', () => {
  test('every dialogue of a file is left by Escape, which gives the focus back to what opened it', async () => {
    const page = await demo.pageOf(CASEWORKER);
    await openFile(page, 'exemple amina');
    const noteFact = page.getByRole('group', { name: 'Noter un fait' }).getByRole('button');
    const openers = [...(await noteFact.all()), page.getByRole('button', { name: 'Connu, en attente' }).first()];
    expect(openers.length).toBeGreaterThan(5);
    for (const opener of openers) {
      const name = await opener.innerText();
      await opener.focus();
      await page.keyboard.press('Enter');
      await leaveDialog(page);
      expect(await page.locator(':focus').innerText()).toBe(name);
    }
  });

  test('the dialogues of rights are left by Escape, which gives the focus back to what opened them', async () => {
    const escape = async (page: Page): Promise<void> => {
      const openers = await page.getByRole('group', { name: 'Accès à ce dossier' }).getByRole('button').all();
      expect(openers.length).toBeGreaterThan(0);
      for (const opener of openers) {
        const name = await opener.innerText();
        await opener.focus();
        await page.keyboard.press('Enter');
        await leaveDialog(page);
        expect(await page.locator(':focus').innerText()).toBe(name);
      }
    };
    const page = await demo.pageOf(MANAGER);
    const id = await openFile(page, 'exemple amina');
    await escape(page);
    await page.request.post(`/api/pathways/${id}/seal`, { data: { reason: 'La personne est recherchée.' } });
    await page.reload();
    await page.getByRole('button', { name: 'Lever le scellé' }).waitFor();
    await escape(page);
    await page.request.post(`/api/pathways/${id}/unseal`, { data: {} });

    const referent = await demo.pageOf(REFERENT);
    await referent.goto('/#/stalls');
    await referent.getByRole('main').getByRole('link', { name: /^J\d/ }).nth(1).click();
    await referent.getByRole('button', { name: 'Demander le nom' }).waitFor();
    await escape(referent);
  });

  test('a move chosen in a menu, and an act on a stall, give the focus back to what opened them', async () => {
    const page = await demo.pageOf(CASEWORKER);
    await openFile(page, 'exemple amina');
    const move = page.getByRole('button', { name: /^Noter pour/ }).first();
    await move.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem').first().waitFor();
    await page.keyboard.press('Enter');
    await leaveDialog(page);
    expect(await focusedName(page)).toBe(await move.getAttribute('aria-label'));

    const referent = await demo.pageOf(REFERENT);
    await referent.goto('/#/stalls');
    const act = referent.getByRole('button', { name: /^Agir sur/ }).first();
    await act.focus();
    await referent.keyboard.press('Enter');
    await leaveDialog(referent);
    expect(await focusedName(referent)).toBe(await act.getAttribute('aria-label'));
  });

  test('the dialogues of thresholds are left by Escape, which gives the focus back to what opened them', async () => {
    const page = await demo.pageOf(ADMIN);
    await page.goto('/#/thresholds');
    for (const edited of ['Sans contact avec la personne', 'Mise en attente d’un blocage']) {
      const opener = page.getByRole('button', { name: `Modifier : ${edited}` });
      await opener.focus();
      await page.keyboard.press('Enter');
      await leaveDialog(page);
      expect(await focusedName(page)).toBe(await opener.getAttribute('aria-label'));
    }
  });

  test('the first Tab skips to the content; Escape closes a dialogue and gives the focus back', async () => {
    const page = await demo.openAs(CASEWORKER);
    await page.goto('/#/pathways');
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
    const contact = page.getByRole('button', { name: 'Noter un échange', exact: true });
    await contact.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.locator(':focus').innerText()).toBe('Noter un échange');
  });
});

const WEEK = { path: '/#/week', title: 'Ma semaine' };
const LIST = { path: '/#/pathways', title: 'Mes dossiers' };
async function goTo(page: Page, { path, title }: { path: string; title: string }): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
}
const held = (page: Page): Promise<string> =>
  page.locator(':focus').evaluate((element) => (element as unknown as { textContent: string }).textContent);

describe('what a page of react-admin leaves out', () => {
  test('going to another screen names the document and puts the focus on its one title', async () => {
    const page = await demo.pageOf(CASEWORKER);
    await goTo(page, WEEK);
    await page.getByRole('link', { name: LIST.title }).click();
    await page.getByRole('heading', { level: 1, name: LIST.title }).waitFor();
    expect(await page.title()).toBe('Mes dossiers – Jalon');
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect([await page.evaluate('document.activeElement.tagName'), await held(page)]).toEqual(['H1', LIST.title]);
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: WEEK.title }).waitFor();
    expect([await page.title(), await held(page)]).toEqual(['Ma semaine – Jalon', WEEK.title]);
  });

  test('the menu is a landmark of links, beside the content, and says where one is', async () => {
    const page = await demo.pageOf(CASEWORKER);
    await goTo(page, LIST);
    const menu = page.getByRole('banner').getByRole('navigation', { name: 'Menu principal' });
    expect(await menu.getByRole('link').count()).toBeGreaterThan(2);
    expect(await menu.locator('[aria-current=page]').allInnerTexts()).toEqual([LIST.title]);
    expect(await page.getByRole('main').getByRole('navigation', { name: 'Menu principal' }).count()).toBe(0);
    expect(await page.getByRole('menu').count()).toBe(0);
  });

  test('a list says what it is, how many and in what order, in its caption and its headers', async () => {
    const page = await demo.pageOf(CASEWORKER);
    await goTo(page, LIST);
    const sorts = (): Promise<(string | null)[]> =>
      page
        .locator('th[aria-sort]')
        .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-sort')).filter((sort) => sort !== 'none'));
    const { total, label } = await listed(page);
    expect(await page.locator('caption').innerText()).toBe(`Mes dossiers, ${total}, ${label}, tri croissant`);
    expect(await sorts()).toEqual(['ascending']);
    await page.getByRole('columnheader', { name: label }).getByRole('button').click();
    await page.getByRole('table', { name: `Mes dossiers, ${total}, ${label}, tri décroissant` }).waitFor();
    expect(await sorts()).toEqual(['descending']);
    await page.getByRole('columnheader', { name: 'Nom', exact: true }).getByRole('button').click();
    await page.getByRole('table', { name: `Mes dossiers, ${total}, Nom, tri croissant` }).waitFor();
    expect(await sorts()).toEqual(['ascending']);
    expect(await page.locator('th[aria-sort=none]').count()).toBeGreaterThan(0);
  });

  test('the third person of a list is opened from its headers by the tab key and Enter, within twelve keys', async () => {
    const page = await demo.pageOf(CASEWORKER);
    await goTo(page, LIST);
    await page.getByRole('columnheader').getByRole('button').first().focus();
    const third = page.getByRole('row').nth(3).getByRole('rowheader').getByRole('link');
    let keys = 0;
    while (!(await third.evaluate((link) => link === link.ownerDocument.activeElement))) {
      await page.keyboard.press('Tab');
      keys += 1;
      if (keys === 12) throw new Error('Twelve keys are not enough.');
    }
    const name = await third.innerText();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name }).waitFor();
  });

  test('a box says what it chooses and of whom, and what acts on the chosen is there only while some are', async () => {
    const page = await demo.pageOf(CASEWORKER);
    await goTo(page, WEEK);
    const boxes = await page.getByRole('checkbox').all();
    expect(boxes.length).toBeGreaterThan(1);
    for (const box of boxes) {
      // The name is the first text of its cell, said to the eye or not.
      const name = await box.locator('xpath=ancestor::*[@role="gridcell"][1]').evaluate((cell) => {
        const [first] = cell.querySelectorAll('a, span') as unknown as { textContent: string }[];
        return first?.textContent ?? '';
      });
      expect(await box.getAttribute('aria-label')).toMatch(new RegExp(`^Choisir.: .+, ${name}$`));
    }
    const acts = page.getByRole('group', { name: /choisies?$/ });
    const settle = page.getByRole('button', { name: 'Terminer', includeHidden: true });
    expect([await acts.count(), await settle.count()]).toEqual([0, 0]);
    await boxes[0]?.check();
    await acts.waitFor();
    expect(await settle.count()).toBe(1);
    await boxes[0]?.uncheck();
    await acts.waitFor({ state: 'detached' });
    expect(await settle.count()).toBe(0);
  });

  test('a row that opens others says so by its button, and nothing that takes the focus is hidden from a screen reader', async () => {
    const page = await demo.pageOf(CASEWORKER);
    const hidden = page.locator('[aria-hidden=true]').locator('a, button, input, select, [tabindex="0"]');
    await goTo(page, LIST);
    expect([await page.locator('table [aria-expanded]').count(), await hidden.count()]).toEqual([0, 0]);
    await goTo(page, WEEK);
    expect(await hidden.count()).toBe(0);
    const more = page.getByRole('button', { name: /^et \d+ autres? pour / }).first();
    expect(await more.getAttribute('aria-expanded')).toBe('false');
    const rows = await page.getByRole('row').count();
    await more.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { expanded: true }).first().waitFor();
    expect(await page.getByRole('row').count()).toBeGreaterThan(rows);
  });

  test('what is read of a file is terms and their values, each with its own', async () => {
    const page = await demo.pageOf(CASEWORKER);
    const id = await openFile(page, 'exemple amina');
    await page.goto(`/#/pathways/${id}/show/identity`);
    await page.getByRole('heading', { level: 2, name: /Identité/ }).waitFor();
    const groups = page.locator('main dl > div');
    expect(await groups.count()).toBeGreaterThan(20);
    const shapes = await groups.evaluateAll((all) =>
      all.map((group) =>
        [...(group.children as unknown as { tagName: string }[])].map(({ tagName }) => tagName).join(),
      ),
    );
    expect([...new Set(shapes)]).toEqual(['DT,DD']);
    expect(await page.locator('main dd:empty').count()).toBe(0);
  });

  test('a list that is asked for again says that it is busy, then how many it holds', async () => {
    const page = await demo.pageOf(CASEWORKER);
    await goTo(page, LIST);
    const before = (await listed(page)).total;
    let answer = (): void => undefined;
    const wait = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/api/pathways?*', async (route) => {
      await wait;
      await route.continue();
    });
    await page.getByRole('combobox', { name: 'Suivi', exact: true }).selectOption('PAUSED');
    await page.locator('table[aria-busy=true]').waitFor();
    answer();
    await page.locator('table[aria-busy=false]').waitFor();
    await page.unroute('**/api/pathways?*');
    const { total } = await listed(page);
    expect(total).not.toBe(before);
    const said = page.locator('[role=status][aria-live=polite]').first();
    await said.filter({ hasText: new RegExp(`^\\s*${total}\\s*$`) }).waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Effacer les filtres' }).click();
    await page.getByText(before, { exact: true }).waitFor();
  });

  test('on a phone a list is cards, no wider than the screen, and is sorted by a choice', async () => {
    const page = await demo.pageOf(CASEWORKER, SIZES.phone);
    await goTo(page, LIST);
    expect(await page.getByRole('table').count()).toBe(0);
    const { total, label } = await listed(page);
    const cards = page.getByRole('list', { name: `Mes dossiers, ${total}, ${label}, tri croissant` });
    expect(await cards.getByRole('listitem').count()).toBeGreaterThan(5);
    await page.getByLabel('Trier par').selectOption({ label: 'Nom, tri décroissant' });
    await page.getByRole('list', { name: `Mes dossiers, ${total}, Nom, tri décroissant` }).waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
  });

  test('edges and the focus stand out at three to one, and in forced colours a button and the current page still do', async () => {
    const page = await demo.pageOf(CASEWORKER);
    await goTo(page, LIST);
    await page.getByRole('searchbox').focus();
    await page.keyboard.press('Tab');
    for (const appearance of ['dark', 'light'] as const) {
      await setAppearance(page, appearance);
      const drawn = await edgesIn(page);
      expect(drawn.fields.length).toBeGreaterThan(3);
      for (const contrast of [...drawn.fields, drawn.focus.contrast]) expect(contrast).toBeGreaterThanOrEqual(3);
      expect(drawn.focus.width).toBeGreaterThanOrEqual(3);
    }
    await page.emulateMedia({ forcedColors: 'active' });
    const forced = await edgesIn(page);
    expect(forced.focus.width).toBeGreaterThanOrEqual(3);
    expect(forced.currentEdge).not.toBe(forced.otherEdge);
    expect(forced.containedBorder).toBe('solid 1px');
    await page.emulateMedia({ forcedColors: 'none' });
  });
});

/** How many the list holds, in words, and what it is sorted by at first. */
async function listed(page: Page): Promise<{ total: string; label: string }> {
  const total = (
    await page
      .getByText(/^\d+ dossiers?$/)
      .first()
      .innerText()
  ).trim();
  return { total, label: 'Première échéance' };
}
