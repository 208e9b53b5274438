import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openDemo, type DemoInABrowser } from './demoBrowser.ts';
import { testClock } from './world.ts';
import { picture } from './picture.ts';
import { fileCalled } from './findFile.ts';

// The demo was recorded on 23 November; today is the 25th.
const clock = testClock('2026-11-25T08:00:00.000Z');
let demo: DemoInABrowser;
beforeAll(async () => {
  demo = await openDemo({ clock });
});
afterAll(() => demo.close());
afterEach(() => {
  expect(demo.complaints.splice(0)).toEqual([]);
});

async function openHistory(page: Page, q: string): Promise<string> {
  const { id } = await fileCalled(page, q);
  await page.goto(`/#/pathways/${id}/show/history`);
  await page.getByRole('heading', { level: 2, name: 'Historique' }).waitFor();
  return id;
}

/** Asks for a past view with the keyboard alone. */
async function askFor(page: Page, knownAt: string, asOf = ''): Promise<void> {
  await page.getByRole('button', { name: 'Voir le dossier tel que connu le…' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Voir le dossier tel que connu à une date' });
  await dialog.waitFor();
  await dialog.getByLabel(/^Tel que connu le/).fill(knownAt);
  await dialog.getByLabel(/^Situation au/).fill(asOf);
  await page.keyboard.press('Enter');
}

test('a caseworker sees a file as it was known, cannot write in it, and comes back', async () => {
  const page = await demo.signIn('samira.intervenante@passerelles.example');
  const id = await openHistory(page, 'exemple amina');
  const recorded = await page.request.post(`/api/pathways/${id}/events`, {
    headers: { 'Idempotency-Key': 'c6f5a7f0-9d3c-4a55-8a3e-0b8f6a0f1a01' },
    data: { step: 'HOUSING_ACCESS', status: 'DONE', on: '2026-11-20' },
  });
  expect(recorded.status()).toBe(201);

  await askFor(page, '2026-11-24');
  const banner = page.getByRole('status').filter({ hasText: 'Vue passée' });
  await banner.waitFor();
  expect(await banner.innerText()).toMatch(
    /Vue passée\u00a0: le dossier au 24 novembre 2026, tel que connu ce jour-là\s+Rien ne s’y enregistre\. Restent ceux d’aujourd’hui\u00a0: Département, Structure, Référent\./,
  );
  await picture(page, 'past');
  // The two days, an identifier, and nothing of the person.
  expect(new URL(page.url()).hash).toBe(`#/pathways/${id}/show?asOf=2026-11-24&knownAt=2026-11-24`);
  expect(await page.title()).toMatch(/^Dossier J\d\d-\d+, vue passée – Jalon$/);
  const home = (): Promise<string> => page.getByRole('row', { name: /^Accès à un logement pérenne/ }).innerText();
  expect(await home()).not.toContain('Réalisé');
  // Nothing to record: neither on a step, nor on a stall, nor on the file; and the focus is on the title.
  expect(await page.getByRole('button', { name: /^Noter|Connu, en attente|Contact|Clore/ }).count()).toBe(0);
  expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');

  await page.getByRole('link', { name: 'Identité et situation' }).click();
  await page.getByRole('heading', { level: 2, name: /Identité/ }).waitFor();
  expect(new URL(page.url()).hash).toBe(`#/pathways/${id}/show/identity?asOf=2026-11-24&knownAt=2026-11-24`);
  expect(await page.getByRole('link', { name: /Corriger/ }).count()).toBe(0);

  await page.getByRole('link', { name: 'Revenir au dossier d’aujourd’hui' }).click();
  await page.getByRole('heading', { level: 2, name: 'Historique' }).waitFor();
  await page.getByRole('link', { name: 'Parcours', exact: true }).click();
  await page.getByRole('heading', { name: 'Étapes du parcours' }).waitFor();
  expect(await home()).toContain('Réalisé');
});

test('the situation may be of another day than the knowledge; a day that cannot be is refused where it is typed, or told', async () => {
  const page = await demo.signIn('samira.intervenante@passerelles.example');
  const id = await openHistory(page, 'exemple farid');
  await askFor(page, '2026-11-24', '2026-10-01');
  const banner = page.getByRole('status').filter({ hasText: 'Vue passée' });
  await banner.waitFor();
  expect(await banner.innerText()).toContain('le dossier au 1er octobre 2026, tel que connu le 24 novembre 2026');
  expect(new URL(page.url()).hash).toBe(`#/pathways/${id}/show?asOf=2026-10-01&knownAt=2026-11-24`);

  await page.getByRole('link', { name: 'Revenir au dossier d’aujourd’hui' }).click();
  await askFor(page, '2026-11-26');
  await page
    .getByRole('dialog')
    .getByText(/pas encore passé|avenir|venir/)
    .first()
    .waitFor();
  await page.keyboard.press('Escape');

  await askFor(page, '2026-11-10');
  await page.getByText('Ce dossier n’existait pas encore à cette date').waitFor();
  await picture(page, 'past-before-opening');
  await page.getByRole('link', { name: 'Revenir au dossier d’aujourd’hui' }).click();
  await page.getByRole('heading', { level: 2, name: 'Historique' }).waitFor();
});

test('the referent reads the past of a file by its number, never its name, on a phone too', async () => {
  const samira = await demo.signIn('samira.intervenante@passerelles.example');
  const id = await openHistory(samira, 'exemple amina');
  const page = await demo.signIn('referente@prefecture59.example', { width: 320, height: 720 });
  await page.goto(`/#/pathways/${id}/show?asOf=2026-11-24&knownAt=2026-11-24`);
  await page.getByRole('status').filter({ hasText: 'Vue passée' }).waitFor();
  await picture(page, 'past-phone');
  expect(await page.getByRole('main').innerText()).not.toMatch(/amina|exemple/i);
  expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false);
});
