import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ADMIN, CASEWORKER, leaveDialog, MANAGER, openFile, REFERENT } from './accessibility.ts';
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
