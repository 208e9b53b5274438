import { afterAll, beforeAll, expect, test } from '@jest/globals';
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

test('two people correct one file: the second sees both versions, and loses nothing', async () => {
  const page = await demo.signIn('samira.intervenante@passerelles.example');
  const filter = encodeURIComponent(JSON.stringify({ q: 'exemple farid' }));
  const [file] = (await (await page.request.get(`/api/pathways?filter=${filter}`)).json()) as { id: string }[];
  await page.goto(`/#/pathways/${file?.id}/show/correct`);
  await page.getByLabel(/^Téléphone/).fill('06 39 98 11 11');
  const etag = (await page.request.get(`/api/pathways/${file?.id}`)).headers()['etag'] ?? '';
  const meanwhile = await page.request.put(`/api/pathways/${file?.id}`, {
    headers: { 'If-Match': etag },
    data: { person: { phone: '06 39 98 22 22' } },
  });
  expect(meanwhile.status()).toBe(200);
  await page.getByRole('button', { name: /^Enregistrer/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('06 39 98 22 22').waitFor();
  expect(await dialog.innerText()).toMatch(/06 39 98 11 11/);
});
