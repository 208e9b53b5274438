import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { ReportView } from '../contract/report.ts';
import { openDemo, type DemoInABrowser } from './demoBrowser.ts';
import { picture } from './picture.ts';

const LISTS = join(process.cwd(), 'seeds', 'demo', 'ofii-lists');
let demo: DemoInABrowser;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());

async function stepsDone(page: Page): Promise<number> {
  const response = await page.request.get('/api/reports/prefecture?department=59&period=2026-Q4&asOf=2026-11-23');
  const report = (await response.json()) as ReportView;
  const cell = report.tables
    .find(({ code }) => code === 'STEPS_BY_STATE')
    ?.cells.find((one) => one['domain'] === 'CIVIC' && one['status'] === 'DONE' && one['protection'] === 'ALL');
  return cell?.value ?? Number.NaN;
}

test('a list is imported, a caseworker records, the referent sees the stall go, the prefecture’s figure moves', async () => {
  const prefecture = await demo.signIn('lecture@prefecture59.example');
  await prefecture.getByRole('heading', { level: 1 }).waitFor();
  const before = await stepsDone(prefecture);
  await prefecture.getByRole('table').first().waitFor();
  await picture(prefecture, 'figures');

  // The OFII agent sends the month's list, reads the report, confirms.
  const ofii = await demo.signIn('agent@ofii.example');
  await ofii.getByRole('link', { name: 'Importer' }).click();
  await ofii.locator('input[type=file]').setInputFiles(join(LISTS, '2026-04.csv'));
  await ofii.getByRole('button', { name: 'Confirmer l’import' }).waitFor();
  await picture(ofii, 'import');
  await ofii.getByRole('button', { name: 'Confirmer l’import' }).click();
  await ofii.getByText('Import terminé').first().waitFor();
  const imported = (await (
    await ofii.request.get(`/api/pathways?filter=${encodeURIComponent(JSON.stringify({ q: 'ould kaci' }))}`)
  ).json()) as { id: string }[];
  expect(imported.length).toBeGreaterThan(0);

  // A caseworker opens the file of a story and records that a civic day was attended.
  const caseworker = await demo.signIn('samira.intervenante@passerelles.example');
  await caseworker.getByRole('region', { name: /^En retard/ }).waitFor();
  await picture(caseworker, 'week');
  const [amina] = (await (
    await caseworker.request.get(`/api/pathways?filter=${encodeURIComponent(JSON.stringify({ q: 'exemple amina' }))}`)
  ).json()) as { id: string; number: string }[];
  const referent = await demo.signIn('referente@prefecture59.example');
  const stalled = async (): Promise<string[]> =>
    (
      (await (
        await referent.request.get(`/api/stalls?filter=${encodeURIComponent(JSON.stringify({ pathwayId: amina?.id }))}`)
      ).json()) as { rule: string }[]
    ).map(({ rule }) => rule);
  expect(await stalled()).toContain('LANGUAGE_WAIT');

  await caseworker.getByRole('link', { name: 'Mes dossiers' }).click();
  await caseworker.getByLabel(/Chercher une personne/).fill('exemple amina');
  await caseworker.keyboard.press('Enter');
  await caseworker
    .getByRole('link', { name: /EXEMPLE Amina/ })
    .first()
    .click();
  await caseworker.getByRole('heading', { level: 1, name: /EXEMPLE Amina/ }).waitFor();
  await picture(caseworker, 'file');
  await caseworker.getByRole('heading', { level: 2, name: 'Le parcours en image' }).evaluate(toTheTop);
  await picture(caseworker, 'picture');
  // The words searched are never in the address.
  expect(decodeURIComponent(caseworker.url())).not.toMatch(/amina/i);
  for (const [step, status] of [
    ['Formation civique - session 1', 'Réalisé'],
    ['Entrée en formation linguistique', 'Réalisé'],
  ] as const) {
    await caseworker
      .getByRole('button', { name: `Noter : ${step}` })
      .or(caseworker.getByRole('button', { name: new RegExp(`^Noter pour.*${step}$`) }))
      .first()
      .click();
    await caseworker.getByRole('menuitem', { name: status, exact: true }).click();
    await caseworker.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
    await caseworker.getByRole('dialog').waitFor({ state: 'detached' });
  }

  // The referent no longer has that stall before her; the figure of the prefecture has moved by one.
  expect(await stalled()).not.toContain('LANGUAGE_WAIT');
  await referent.getByRole('link', { name: 'Parcours bloqués' }).click();
  await referent.getByRole('heading', { level: 1, name: 'Parcours bloqués' }).waitFor();
  await referent.getByRole('table').waitFor();
  await picture(referent, 'stalls');
  expect(await referent.getByRole('main').innerText()).not.toMatch(/amina|exemple/i);
  expect(await stepsDone(prefecture)).toBe(before + 1);
  expect(demo.complaints).toEqual([]);
});

/** In the page: under the header that stays. */
function toTheTop(element: { scrollIntoView(how: object): void }): void {
  element.scrollIntoView({ block: 'start', behavior: 'instant' });
}
