import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { faultsOf, NONE, SIZES } from './accessibility.ts';
import { counted, type Counted } from './counted.ts';
import { openDemo, type DemoInABrowser } from './demoBrowser.ts';

let demo: DemoInABrowser;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());

test('a file is opened by hand: search first, one name and a year of birth, the plan before saving, nothing lost on the way', async () => {
  const page = await demo.signIn('samira.intervenante@passerelles.example');
  await page.getByRole('link', { name: 'Ouvrir un dossier' }).click();
  await page.getByLabel(/Chercher une personne/).fill('z');
  await page.keyboard.press('Enter');
  await page.getByText('Tapez au moins deux caractères.').waitFor();
  await page.getByLabel(/Chercher une personne/).fill('tsehay zzz');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /Aucune personne de ce nom/ }).waitFor();
  await page.getByRole('button', { name: 'Ouvrir un nouveau dossier' }).click();

  // What was looked for is proposed, and nothing of it is in an address: in the first field where it is not clear which is which.
  expect(await page.getByLabel('Nom de naissance').inputValue()).toBe('tsehay zzz');
  expect(page.url()).not.toMatch(/tsehay|zzz/i);
  await page.getByLabel('Nom de naissance').fill('');
  await page.getByLabel(/^Prénom/).fill('Tsehay');
  await page.getByLabel(/^Sexe/).selectOption('F');
  await page.getByLabel('Date de naissance connue').selectOption('YEAR');
  await page.getByLabel('Année de naissance').fill('1992');
  await page.getByLabel(/^Code postal/).fill('59000');
  await page.getByLabel(/^Commune/).fill('Lille');
  await page.locator('input[name="facts.cirSignedOn"]').fill('2026-11-01');
  await page.locator('input[name="facts.enteredFranceOn"]').fill('2026-11-02');
  await page.getByRole('button', { name: 'Voir le parcours prévu' }).click();
  await page.getByRole('heading', { name: 'Parcours prévu' }).waitFor();
  expect(await page.getByRole('main').innerText()).toMatch(/Formation civique/);

  // What is looked at is not saved: leaving asks first, and staying keeps everything.
  const asked = page.waitForEvent('dialog').then(async (dialog) => {
    await dialog.dismiss();
    return dialog.type();
  });
  await page.getByRole('link', { name: 'Mes dossiers' }).click();
  expect(await asked).toBe('confirm');
  await page.getByRole('heading', { name: 'Parcours prévu' }).waitFor();

  // A contract signed before the entry is refused at its field, with what was typed still there; then the file opens.
  await page.getByRole('button', { name: 'Ouvrir le dossier' }).click();
  const signedOn = page.locator('input[name="facts.cirSignedOn"]');
  await signedOn.waitFor();
  await page.getByText('Le contrat ne peut pas être signé avant l’entrée en France.').first().waitFor();
  expect(await page.getByLabel(/^Prénom/).inputValue()).toBe('Tsehay');
  await signedOn.fill('2026-11-02');
  await page.getByRole('button', { name: 'Voir le parcours prévu' }).click();
  await page.getByRole('button', { name: 'Ouvrir le dossier' }).click();
  await page.getByRole('heading', { level: 1, name: 'Tsehay' }).waitFor();
  expect(demo.complaints).toEqual([]);
});

test('a person already followed is told while she is typed, with what is in common and the way to her file', async () => {
  const page = await demo.signIn('samira.intervenante@passerelles.example');
  await page.getByRole('link', { name: 'Ouvrir un dossier' }).click();
  await page.getByLabel(/Chercher une personne/).fill('tsehay zzz');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Ouvrir un nouveau dossier' }).click();
  const hint = page.getByRole('alert').filter({ hasText: 'Cette personne semble déjà connue' });
  const answered = (): Promise<unknown> =>
    page.waitForResponse(
      (response) =>
        response.url().endsWith('/api/people/duplicates') &&
        (response.request().postData() ?? '').includes('"birthName":"Exemple"'),
    );
  // A name alone is no hint: many share it.
  await page.getByLabel(/^Prénom/).fill('Amina');
  const named = answered();
  await page.getByLabel('Nom de naissance').fill('Exemple');
  await named;
  expect(await hint.count()).toBe(0);
  await page.getByLabel('Date de naissance connue').selectOption('YEAR');
  await page.getByLabel('Année de naissance').fill('1991');
  await hint.getByText('En commun : mêmes noms, naissance compatible').waitFor();
  page.once('dialog', (leave) => void leave.accept());
  await hint.getByRole('link', { name: /EXEMPLE Amina/ }).click();
  await page.getByRole('heading', { level: 1, name: /EXEMPLE Amina/ }).waitFor();
  expect(demo.complaints).toEqual([]);
});

test('somebody new is chosen again while a form is being filled: it asks first, and begins anew at its title', async () => {
  const page = await demo.signIn('samira.intervenante@passerelles.example');
  const field = page.getByLabel(/Chercher une personne/);
  const chooseNew = async (words: string): Promise<void> => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill(words);
    await page.getByRole('option', { name: /Nouvelle personne/ }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  const onTheTitle = (): Promise<unknown> =>
    page.waitForFunction(`document.activeElement === document.querySelector('main h1')`);
  const answer = (isLeft: boolean): Promise<string> =>
    page.waitForEvent('dialog').then(async (dialog) => {
      await (isLeft ? dialog.accept() : dialog.dismiss());
      return dialog.message();
    });
  await page.getByRole('heading', { level: 1, name: 'Ma semaine' }).waitFor();
  await chooseNew('tsehay zzz');
  await page.getByRole('button', { name: 'Ouvrir un nouveau dossier' }).click();
  await page.getByLabel(/^Prénom/).fill('Tsehay');
  const asked = answer(false);
  await chooseNew('nobody yyqx');
  expect(await asked).toMatch(/modifi|enregistr/i);
  expect(await page.getByLabel(/^Prénom/).inputValue()).toBe('Tsehay');

  const askedAgain = answer(true);
  await chooseNew('YYQX-WWQ Nobody née le 12/03/1990');
  await askedAgain;
  await onTheTitle();
  expect(await field.inputValue()).toBe('YYQX-WWQ Nobody née le 12/03/1990');
  await page.getByRole('button', { name: 'Ouvrir un nouveau dossier' }).click();
  expect(await page.getByLabel('Nom de naissance').inputValue()).toBe('YYQX-WWQ');
  expect(await page.getByLabel(/^Prénom/).inputValue()).toBe('Nobody');

  // Nothing typed, nothing is asked; and without words the search is empty, whatever was looked for before.
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('ouvrir un dos');
  await page.getByRole('option', { name: 'Ouvrir un dossier' }).waitFor();
  await page.keyboard.press('Enter');
  await field.waitFor();
  await onTheTitle();
  expect(await field.inputValue()).toBe('');
  expect(demo.complaints).toEqual([]);
});

/** Whoever comes in without an appointment, and has the name of others: one name, a year, a sex. */
test('a walk-in is registered in four clicks and ten tabs', async () => {
  const page = await demo.signIn('samira.intervenante@passerelles.example');
  await page.getByRole('heading', { level: 1, name: 'Ma semaine' }).waitFor();
  const count = counted(page);
  const { press, click, tabTo, cost } = count;
  await click(page.getByRole('link', { name: 'Ouvrir un dossier' }));
  await page.getByRole('heading', { level: 1, name: 'Ouvrir un dossier' }).waitFor();
  await tabTo(page.getByLabel(/Chercher une personne/));
  await page.keyboard.type('exemple amina');
  await press('Enter');
  await page
    .getByRole('link', { name: /EXEMPLE/i })
    .first()
    .waitFor();
  await click(page.getByRole('button', { name: 'Ce n’est pas l’une de ces personnes' }));
  await fillMinimum(page, count, 'Exemple', 'Amina');
  await click(page.getByRole('button', { name: 'Voir le parcours prévu' }));
  await click(page.getByRole('button', { name: 'Ouvrir le dossier' }));
  await page.getByRole('heading', { level: 1, name: /EXEMPLE Amina/i }).waitFor();
  expect(cost().clicks).toBeLessThanOrEqual(4);
  // Two arrows for the year, Enter for the search.
  expect(cost().keys).toBeLessThanOrEqual(10);
  expect(demo.complaints).toEqual([]);
});

test('a walk-in is registered by the keyboard alone, on a phone too', async () => {
  const page = await demo.signIn('samira.intervenante@passerelles.example', SIZES.phone);
  await page.getByRole('heading', { level: 1, name: 'Ma semaine' }).waitFor();
  const count = counted(page);
  const { press, use, tabTo, tabs, cost } = count;
  await press('Control+k');
  await page.keyboard.type('qixx wwq');
  await page.getByRole('option', { name: /Nouvelle personne/ }).waitFor();
  await use();
  await page.getByRole('heading', { name: /Aucune personne de ce nom/ }).waitFor();
  await tabTo(page.getByRole('button', { name: 'Ouvrir un nouveau dossier' }));
  await use();
  await fillMinimum(page, count, 'Wwq', 'Qixx');
  await press('Control+Enter');
  await page.getByRole('heading', { name: 'Parcours prévu' }).waitFor();
  expect(await faultsOf(page)).toEqual(NONE);
  await tabTo(page.getByRole('button', { name: 'Ouvrir le dossier' }));
  await use();
  await page.getByRole('heading', { level: 1, name: /WWQ Qixx/i }).waitFor();
  expect(cost().clicks).toBeLessThanOrEqual(4);
  expect(tabs()).toBeLessThanOrEqual(10);
  expect(demo.complaints).toEqual([]);
});

async function fillMinimum(
  page: Page,
  { tabTo, press }: Counted,
  birthName: string,
  firstNames: string,
): Promise<void> {
  // The form is entered by its first field.
  await page.waitForFunction(`document.activeElement?.name === 'person.birthName'`);
  await page.keyboard.type(birthName);
  await tabTo(page.getByLabel(/^Prénom/));
  await page.keyboard.type(firstNames);
  await tabTo(page.getByLabel('Date de naissance connue'));
  await press('ArrowDown', 'ArrowDown');
  await tabTo(page.getByLabel('Année de naissance'));
  await page.keyboard.type('2003');
  await tabTo(page.getByLabel(/^Sexe/));
  await page.keyboard.type('F');
}
