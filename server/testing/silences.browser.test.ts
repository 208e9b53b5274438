import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { openDemo, type DemoInABrowser } from './demoBrowser.ts';
import { picture } from './picture.ts';

let demo: DemoInABrowser;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());
afterEach(() => {
  expect(demo.complaints.splice(0)).toEqual([]);
});

test('the referent finds what is on hold for the third time, and reads it in words', async () => {
  const page = await demo.signIn('referente@prefecture59.example');
  await page.goto('/#/stalls');
  await page.getByRole('heading', { level: 1, name: 'Parcours bloqués' }).waitFor();
  await page.getByLabel('Mises en attente').selectOption({ label: 'Trois fois ou plus' });
  await page.getByRole('main').getByText('Aucun blocage ne répond à ces filtres.').waitFor();
  await page.getByLabel('État').selectOption({ label: 'Connu, en attente' });
  const row = page.getByRole('row', { name: /Sans couverture maladie/ });
  await row.waitFor();
  expect(await row.count()).toBe(1);
  expect(await row.innerText()).toMatch(/Connu, en attente\s+Mis en attente 3 fois/);
  await picture(page, 'put-off');
  // The address keeps both filters: it may be sent to a colleague, and names nobody.
  const filter = JSON.parse(
    new URLSearchParams(new URL(page.url()).hash.split('?')[1]).get('filter') ?? '{}',
  ) as object;
  expect(filter).toEqual({ silencedRepeatedly: true, state: 'SILENCED' });
  expect(await page.getByRole('main').innerText()).not.toMatch(/mubarak|exemple/i);

  await page.getByLabel('Mises en attente').selectOption({ label: 'Moins de trois fois' });
  await row.waitFor({ state: 'detached' });
});

test('a stall put on hold for too long is refused beside the field that is at fault, with the reason', async () => {
  const page = await demo.signIn('samira.intervenante@passerelles.example');
  const filter = encodeURIComponent(JSON.stringify({ q: 'exemple amina' }));
  const [file] = (await (await page.request.get(`/api/pathways?filter=${filter}`)).json()) as { id: string }[];
  await page.goto(`/#/pathways/${file?.id}/show`);
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Attente d’entrée en formation linguistique' })
    .getByRole('button', { name: 'Connu, en attente' })
    .click();
  const dialog = page.getByRole('dialog', { name: /Blocage connu, en attente/ });
  await dialog.waitFor();
  await dialog.getByLabel(/Ce qui est attendu/).selectOption({ index: 1 });
  const until = dialog.getByLabel(/En attente jusqu’au/);
  // The day after the longest: 90 days from 23 November 2026.
  await until.fill('2027-02-22');
  await page.keyboard.press('Enter');
  await dialog.getByText('La mise en attente ne peut pas dépasser 90 jours.').first().waitFor();
  await picture(page, 'silence-refused');
  expect(await until.getAttribute('aria-invalid')).toBe('true');
  // Already over: the field begins today, and what is typed all the same is refused beside it.
  expect(await until.getAttribute('min')).toBe('2026-11-23');
  await until.fill('2026-11-22');
  await page.keyboard.press('Enter');
  await dialog.getByText('La fin de l’attente précède son début.').first().waitFor();
  await until.fill('2027-02-21');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('En attente jusqu’au 21 février 2027.').waitFor();

  // On the day it began it is taken back, whatever was mistyped: it has hidden nothing, and counts for nothing.
  const stall = stalls(page).getByRole('listitem').filter({ hasText: 'Attente d’entrée en formation linguistique' });
  expect(await stall.getByRole('button').allInnerTexts()).toEqual(['Lever l’attente']);
  await lift(page, stall);
  expect(await stall.innerText()).not.toContain('En attente jusqu’au');
});

/** What blocks; what the picture of the pathway lists bears the same names. */
const stalls = (page: Page): Locator => page.locator('section[aria-labelledby=stalls]');

async function lift(page: Page, stall: Locator): Promise<void> {
  await stall.getByRole('button', { name: 'Lever l’attente' }).click();
  const dialog = page.getByRole('dialog', { name: /Lever l’attente/ });
  await dialog.getByRole('button', { name: 'Lever l’attente' }).click();
  await dialog.waitFor({ state: 'detached' });
  await stall.getByRole('button', { name: 'Connu, en attente' }).waitFor();
}

test('what is on hold is not put on hold again: it is prolonged, which counts once, or given back', async () => {
  const page = await demo.signIn('samira.intervenante@passerelles.example');
  const filter = encodeURIComponent(JSON.stringify({ q: 'exemple mubarak' }));
  const [file] = (await (await page.request.get(`/api/pathways?filter=${filter}`)).json()) as { id: string }[];
  await page.goto(`/#/pathways/${file?.id}/show`);
  const stall = stalls(page).getByRole('listitem').filter({ hasText: 'Sans couverture maladie' });
  await stall.getByText('En attente jusqu’au 13 décembre 2026.', { exact: false }).waitFor();
  expect(await stall.getByRole('button').allInnerTexts()).toEqual(['Changer la fin de l’attente', 'Lever l’attente']);

  await stall.getByRole('button', { name: 'Changer la fin de l’attente' }).click();
  const dialog = page.getByRole('dialog', { name: /Changer la fin de l’attente/ });
  const until = dialog.getByLabel(/En attente jusqu’au/);
  expect([await until.inputValue(), await until.getAttribute('min')]).toEqual(['2026-12-13', '2026-11-23']);
  await until.fill('2026-12-20');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await stall.getByText('En attente jusqu’au 20 décembre 2026.', { exact: false }).waitFor();
  await picture(page, 'on-hold');
  await lift(page, stall);
  expect(await stall.innerText()).toMatch(/Bloqué[^]*Mis en attente trois fois ou plus/);
});

test('what is only watched is put on hold and stays in sight, with the day and what will pass unsaid', async () => {
  const page = await demo.signIn('samira.intervenante@passerelles.example');
  const filter = encodeURIComponent(JSON.stringify({ state: 'WATCH', rule: 'NO_CONTACT' }));
  const [watched] = (await (await page.request.get(`/api/stalls?filter=${filter}`)).json()) as { pathwayId: string }[];
  await page.goto(`/#/pathways/${watched?.pathwayId}/show`);
  const stall = stalls(page).getByRole('listitem').filter({ hasText: 'Sans contact avec la personne' });
  await stall.getByRole('button', { name: 'Connu, en attente' }).click();
  const dialog = page.getByRole('dialog', { name: /Blocage connu, en attente/ });
  await dialog.getByText('Ce point reste à surveiller, et visible.', { exact: false }).waitFor();
  await dialog.getByLabel(/Ce qui est attendu/).selectOption({ index: 1 });
  await dialog.getByLabel(/En attente jusqu’au/).fill('2027-02-21');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await stall.getByText('À surveiller').waitFor();
  await stall.getByText('En attente jusqu’au 21 février 2027.').waitFor();
  await stall.getByText('La limite passera pendant l’attente', { exact: false }).waitFor();
  await picture(page, 'watch-on-hold');
});
