import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { HistoryEntry, PathwayFile } from '../contract/pathway.ts';
import { faultsOf, NONE_IN_DIALOG, NONE, SIZES } from './accessibility.ts';
import { counted } from './counted.ts';
import { openDemo, type DemoInABrowser } from './demoBrowser.ts';
import { fileCalled } from './findFile.ts';
import { picture } from './picture.ts';

let demo: DemoInABrowser;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());

describe('a mistake', () => {
  test('is taken back from the history; a pause begun today ends today; a second tab acts under its own name', async () => {
    const page = await demo.signIn('samira.intervenante@passerelles.example');
    const filter = encodeURIComponent(JSON.stringify({ q: 'exemple selam' }));
    const read = async () =>
      (
        (await (await page.request.get(`/api/pathways?filter=${filter}`)).json()) as {
          id: string;
          status: string;
          lastContactOn: string;
        }[]
      )[0];
    const before = await read();
    await page.goto(`/#/pathways/${before?.id}/show/history`);
    await page.getByRole('button', { name: 'Noter un échange', exact: true }).click();
    await page
      .getByRole('dialog')
      .getByLabel(/a-t-elle été jointe/)
      .selectOption('REACHED');
    await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await read())?.lastContactOn).toBe('2026-11-23');
    await page
      .getByRole('button', { name: /^Retirer/ })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Retirer' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await read())?.lastContactOn).toBe(before?.lastContactOn);

    const inDialog = async (fill: (dialog: ReturnType<Page['getByRole']>) => Promise<unknown>): Promise<void> => {
      const dialog = page.getByRole('dialog');
      await fill(dialog);
      await dialog.getByRole('button', { name: 'Enregistrer' }).click();
      await dialog.waitFor({ state: 'detached' });
    };
    await page.getByRole('button', { name: /Suspendre/ }).click();
    await inDialog((dialog) => dialog.getByRole('combobox').selectOption('FAMILY'));
    expect((await read())?.status).toBe('PAUSED');
    await page.getByRole('button', { name: /Reprendre/ }).click();
    await inDialog((dialog) => dialog.waitFor());
    expect((await read())?.status).toBe('OPEN');

    const other = await page.context().newPage();
    await other.goto('/');
    await other.getByRole('button', { name: /se déconnecter/i }).click();
    await other.getByLabel(/adresse/i).fill('claire.cheffe@passerelles.example');
    await other.getByLabel(/mot de passe/i).fill(demo.passwordOf('claire.cheffe@passerelles.example'));
    await other.getByRole('button', { name: /se connecter/i }).click();
    await other
      .getByRole('banner')
      .getByText(/Claire/)
      .waitFor();
    await page
      .getByRole('banner')
      .getByText(/Claire/)
      .waitFor();
  });

  test('in a field is found by it in the history, and what was there is restored with why, in three clicks', async () => {
    const page = await demo.signIn('samira.intervenante@passerelles.example');
    const { id } = await fileCalled(page, 'exemple farid');
    const read = async (): Promise<PathwayFile> =>
      (await (await page.request.get(`/api/pathways/${id}`)).json()) as PathwayFile;
    const before = await read();
    for (const person of [{ phone: '06 39 98 55 55' }, { nationality: 'Saisie sur le mauvais dossier' }]) {
      const { version } = await read();
      await page.request.put(`/api/pathways/${id}`, { headers: { 'If-Match': `"${version}"` }, data: { person } });
    }
    await page.goto(`/#/pathways/${id}/show`);
    const { press, click, choose, cost } = counted(page);
    await click(page.getByRole('link', { name: 'Historique' }));
    await choose(page.getByLabel('Champ corrigé'), 'Nationalité');
    await page
      .getByRole('status')
      .filter({ hasText: /^1 ligne sur \d+$/ })
      .waitFor();
    // A code, and no value: an address is kept by a browser.
    expect(page.url()).toMatch(/\/history\?field=person\.nationality$/);
    await picture(page, 'history-of-a-field');
    expect(await faultsOf(page)).toEqual(NONE);
    await click(page.getByRole('button', { name: /^Rétablir cette valeur/ }));
    const dialog = page.getByRole('dialog', { name: 'Rétablir la valeur d’avant : Nationalité' });
    await dialog.getByText('Saisie sur le mauvais dossier').waitFor();
    expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
    await picture(page, 'restore');
    await page.keyboard.press('Enter');
    await dialog.locator('[aria-invalid=true]').waitFor();
    await page.keyboard.type('Saisi sur le dossier d’une autre personne');
    await press('Enter');
    await page.getByText('Valeur rétablie.').waitFor();
    // The key sends the reason: nothing is restored without one.
    expect(cost()).toEqual({ keys: 1, clicks: 3 });
    await page.getByText('Motif : Saisi sur le dossier d’une autre personne').waitFor();
    expect(await read()).toMatchObject({
      person: { nationality: before.person?.nationality ?? null, phone: '06 39 98 55 55' },
    });

    // The address is its own bookmark, and a file is read on a phone.
    await page.reload();
    await page
      .getByRole('status')
      .filter({ hasText: /^2 lignes sur \d+$/ })
      .waitFor();
    await page.setViewportSize(SIZES.phone);
    expect(await faultsOf(page)).toEqual(NONE);
    await picture(page, 'history-of-a-field-on-a-phone');
    await page.getByLabel('Ce qui a été fait', { exact: true }).selectOption({ label: 'Faits et suites' });
    const history = (await (await page.request.get(`/api/pathways/${id}/history`)).json()) as HistoryEntry[];
    const facts = history.filter(({ kind }) => ['OPENED', 'EVENT', 'STALL_ACTION'].includes(kind));
    await page
      .getByRole('status')
      .filter({ hasText: new RegExp(`^${facts.length} lignes? sur`) })
      .waitFor();
    expect(await page.getByLabel('Champ corrigé').inputValue()).toBe('');
    await page.getByRole('button', { name: 'Effacer les filtres' }).click();
    await page.waitForURL(/\/history$/);
  });

  test('in a field is restored by the keyboard alone too, on a phone', async () => {
    const page = await demo.signIn('samira.intervenante@passerelles.example', SIZES.phone);
    const { id } = await fileCalled(page, 'exemple yonas');
    const read = async (): Promise<PathwayFile> =>
      (await (await page.request.get(`/api/pathways/${id}`)).json()) as PathwayFile;
    const { version, person } = await read();
    await page.request.put(`/api/pathways/${id}`, {
      headers: { 'If-Match': `"${version}"` },
      data: { person: { nationality: 'Saisie par erreur' } },
    });
    await page.goto(`/#/pathways/${id}/show`);
    await page.getByRole('heading', { name: 'Étapes du parcours' }).waitFor();
    const { press, tabTo, use, cost } = counted(page);
    await tabTo(page.getByRole('link', { name: 'Historique' }));
    await use();
    await tabTo(page.getByLabel('Champ corrigé'));
    await page.keyboard.type('Nat');
    await page.waitForURL(/field=person\.nationality$/);
    await tabTo(page.getByRole('button', { name: /^Rétablir cette valeur/ }));
    await use();
    await page.getByRole('dialog').getByText('Saisie par erreur').waitFor();
    await page.keyboard.type('Un autre dossier');
    await press('Enter');
    await page.getByText('Valeur rétablie.').waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.locator('h2:focus').innerText()).toBe('Historique');
    expect((await read()).person?.nationality).toBe(person?.nationality);
    expect(cost().clicks).toBeLessThanOrEqual(3);
    expect(cost().keys).toBeLessThanOrEqual(20);
  });
});
