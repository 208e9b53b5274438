import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { CASEWORKER, faultsOf, NONE, SIZES } from './accessibility.ts';
import { openDemo, type DemoInABrowser } from './demoBrowser.ts';
import { picture } from './picture.ts';

let demo: DemoInABrowser;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());

/** A file made as another program would: nothing is asked of it. */
async function aFile(page: Page, person: object): Promise<string> {
  const told = await page.request.post('/api/pathways', {
    headers: { 'Idempotency-Key': randomUUID() },
    data: { person: { sex: 'F', languages: [], ...person }, facts: {} },
  });
  if (told.status() !== 201) throw new Error(await told.text());
  return ((await told.json()) as { id: string }).id;
}
const born = (value: string): object => ({ precision: 'DAY', value });
const openFile = async (page: Page, id: string): Promise<void> => {
  await page.goto(`/#/pathways/${id}/show`);
  await page.getByRole('heading', { level: 1, name: /BARWAQO/i }).waitFor();
};

test('whoever looks alike is answered for before a file is opened, and it is not asked again', async () => {
  const page = await demo.openAs(CASEWORKER);
  const known = await aFile(page, { birthName: 'Barwaqo', firstNames: 'Ifrah', birth: born('1991-04-09') });
  await page.getByRole('link', { name: 'Ouvrir un dossier' }).click();
  await page.getByLabel(/Chercher une personne/).fill('zzz');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Ouvrir un nouveau dossier' }).click();
  await page.getByLabel(/^Prénom/).fill('Ifrah');
  await page.getByLabel('Nom de naissance').fill('Barwaaqo');
  await page.getByLabel(/^Sexe/).selectOption('F');
  await page.getByLabel('Date de naissance connue').selectOption('YEAR');
  await page.getByLabel('Année de naissance').fill('1991');
  await page.getByRole('button', { name: 'Voir le parcours prévu' }).click();

  // Not gone on with: the answer is asked for, and the keyboard is where it is given.
  await page.getByText('Répondez d’abord pour chaque personne').waitFor();
  const notHer = page.getByRole('button', { name: 'Ce n’est pas elle' });
  await page.waitForFunction("document.activeElement?.textContent === 'Ce n’est pas elle'");
  expect(await page.getByRole('link', { name: 'C’est elle : ouvrir son dossier' }).getAttribute('href')).toContain(
    known,
  );
  await page.keyboard.press('Enter');
  expect(await notHer.getAttribute('aria-pressed')).toBe('true');
  expect(await faultsOf(page)).toEqual(NONE);
  await picture(page, 'duplicate-hint');
  await page.getByRole('button', { name: 'Voir le parcours prévu' }).click();
  await page.getByRole('button', { name: 'Ouvrir le dossier' }).click();
  await page.getByRole('heading', { level: 1, name: 'BARWAAQO Ifrah' }).waitFor();
  const opened = /pathways\/([^/]+)\/show/.exec(page.url())?.[1];
  const left = await page.request.get(`/api/pathways/${opened}/duplicates`);
  expect([left.status(), await left.json()]).toEqual([200, []]);
  expect(demo.complaints).toEqual([]);
});

test('a file says which others may be of the same person, until it is said that they are not', async () => {
  const page = await demo.openAs(CASEWORKER);
  const twin = { birthName: 'Barwaqow', firstNames: 'Sagal', birth: born('1988-02-03') };
  const ids = [await aFile(page, twin), await aFile(page, twin), await aFile(page, twin)] as const;
  await openFile(page, ids[0]);
  const banner = page.getByRole('region', { name: 'Possibles doublons' });
  await banner.getByText('En commun : mêmes noms et même naissance').first().waitFor();
  expect(await banner.getByRole('listitem').count()).toBe(2);
  expect(await faultsOf(page)).toEqual(NONE);
  await picture(page, 'duplicate-banner');
  await banner.getByRole('button', { name: 'Ce n’est pas la même personne' }).first().click();
  await page.getByText('La question ne sera plus posée.').waitFor();
  const one = page.getByRole('region', { name: 'Possible doublon', exact: true });
  await one.waitFor();
  expect(await one.getByRole('listitem').count()).toBe(1);
  expect(await page.evaluate('document.activeElement?.tagName')).toBe('H1');

  const phone = await demo.openAs(CASEWORKER, SIZES.phone);
  await openFile(phone, ids[0]);
  const small = phone.getByRole('region', { name: 'Possible doublon', exact: true });
  await small.waitFor();
  expect(await faultsOf(phone)).toEqual(NONE);
  await picture(phone, 'duplicate-banner-phone');
  await small.getByRole('button', { name: 'Ce n’est pas la même personne' }).press('Enter');
  await small.waitFor({ state: 'detached' });
  await phone.reload();
  await openFile(phone, ids[0]);
  const left = await phone.request.get(`/api/pathways/${ids[0]}/duplicates`);
  expect(await left.json()).toEqual([]);
  expect(await small.count()).toBe(0);
  expect(demo.complaints).toEqual([]);
});
