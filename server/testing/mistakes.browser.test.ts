import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openDemo, type DemoInABrowser } from './demoBrowser.ts';

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
});
