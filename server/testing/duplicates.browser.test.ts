import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { CASEWORKER, faultsOf, leaveDialog, MANAGER, NONE, NONE_IN_DIALOG, SIZES } from './accessibility.ts';
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
  const banner = page.getByRole('region', { name: 'Doublons possibles' });
  await banner.getByText('En commun : mêmes noms et même naissance').first().waitFor();
  expect(await banner.getByRole('listitem').count()).toBe(2);
  expect(await faultsOf(page)).toEqual(NONE);
  await picture(page, 'duplicate-banner');
  await banner.getByRole('button', { name: 'Ce n’est pas la même personne' }).first().click();
  await page.getByText('La question ne sera plus posée.').waitFor();
  const one = page.getByRole('region', { name: 'Doublon possible', exact: true });
  await one.waitFor();
  expect(await one.getByRole('listitem').count()).toBe(1);
  expect(await page.evaluate('document.activeElement?.tagName')).toBe('H1');

  const phone = await demo.openAs(CASEWORKER, SIZES.phone);
  await openFile(phone, ids[0]);
  const small = phone.getByRole('region', { name: 'Doublon possible', exact: true });
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

/** Every click that is made, by hand. */
function counted(page: Page): {
  readonly clicks: () => number;
  readonly click: (role: 'button' | 'link' | 'radio', name: string | RegExp) => Promise<void>;
} {
  let clicks = 0;
  return {
    clicks: () => clicks,
    click: async (role, name) => {
      clicks += 1;
      await page.getByRole(role, { name }).first().click();
    },
  };
}

test('two files of one person are compared and merged in four clicks at most, and parted from the history', async () => {
  const page = await demo.openAs(MANAGER);
  const person = { birthName: 'Barwaqoyin', firstNames: 'Deqa', birth: born('1985-06-07') };
  const kept = await aFile(page, { ...person, phone: '0600000001' });
  const month = { precision: 'MONTH', value: '1985-06' };
  const other = await aFile(page, { ...person, birth: month, phone: '0600000002', email: 'deqa@exemple.example' });
  const numberOf = async (id: string): Promise<string> =>
    ((await (await page.request.get(`/api/pathways/${id}`)).json()) as { number: string }).number;
  const [keptNumber, otherNumber] = [await numberOf(kept), await numberOf(other)];
  await page.request.post(`/api/pathways/${other}/events`, {
    headers: { 'Idempotency-Key': randomUUID() },
    data: { contact: 'REACHED', on: '2026-11-20', medium: 'PHONE' },
  });
  // A colleague has begun a note in the file that goes.
  const colleague = await demo.openAs(MANAGER);
  await colleague.goto(`/#/pathways/${other}/show/notes`);
  await colleague
    .getByRole('main')
    .getByLabel(/^Texte de la note/)
    .fill('Elle a rappelé ce matin.');
  await openFile(page, kept);
  const { click, clicks } = counted(page);
  await click('link', 'Comparer');
  await page.getByRole('heading', { level: 2, name: 'Ce qui diffère' }).waitFor();
  expect(page.url()).toMatch(new RegExp(`/merge/${kept}/${other}$`));
  expect(await page.getByRole('group', { name: 'Téléphone' }).getByRole('radio').count()).toBe(2);
  // A birth known by its month is said as everywhere else.
  await page
    .getByRole('radio', { name: /juin 1985$/ })
    .nth(1)
    .waitFor();
  expect(await page.getByText('1985-06').count()).toBe(0);
  await page.getByText('Personne jointe').first().waitFor();
  expect(await faultsOf(page)).toEqual(NONE);
  await picture(page, 'merge');
  expect(await page.getByText(/Sans objet/).count()).toBe(0);
  await click('radio', /^Dossier fusionné\s*0600000002/);
  await click('button', 'Fusionner les deux dossiers');
  await page.getByText(`Le dossier ${otherNumber} est fusionné dans celui-ci.`).waitFor();
  expect(clicks()).toBeLessThanOrEqual(4);
  await page.getByRole('heading', { level: 1, name: 'BARWAQOYIN Deqa' }).waitFor();
  const read = async (): Promise<{ phone: string; email: string | null }> =>
    (
      (await (await page.request.get(`/api/pathways/${kept}`)).json()) as {
        person: { phone: string; email: string | null };
      }
    ).person;
  expect(await read()).toMatchObject({ phone: '0600000002', email: 'deqa@exemple.example' });
  // The number that went leads to the one that stays.
  const listed = await page.request.get(
    `/api/pathways?filter=${encodeURIComponent(JSON.stringify({ q: otherNumber }))}`,
  );
  expect(((await listed.json()) as { number: string }[]).map(({ number }) => number)).toEqual([keptNumber]);
  await page.goto(`/#/pathways/${other}/show`);
  await page.getByText(`a été fusionné dans le dossier ${keptNumber}`).waitFor();
  expect(await page.getByRole('button', { name: 'Réessayer' }).count()).toBe(0);
  await page.getByRole('link', { name: `Ouvrir le dossier ${keptNumber}` }).click();
  await page.getByRole('heading', { level: 1, name: 'BARWAQOYIN Deqa' }).waitFor();
  // Hers is not lost: she is told where to take it, and may copy it, though the file is asked for again meanwhile.
  await colleague.keyboard.press('Control+Enter');
  const refusal = colleague
    .getByRole('main')
    .getByRole('alert')
    .filter({ hasText: 'Ce que vous avez saisi reste affiché' });
  await refusal.getByText(`a été fusionné dans le dossier ${keptNumber} : rien n’a été enregistré`).waitFor();
  await colleague.evaluate("window.dispatchEvent(new Event('focus'))");
  await colleague.getByText('Ce dossier a été fusionné dans un autre').waitFor();
  expect(await colleague.getByLabel(/^Texte de la note/).inputValue()).toBe('Elle a rappelé ce matin.');
  expect(await colleague.getByLabel(/^Texte de la note/).isVisible()).toBe(true);
  expect(await faultsOf(colleague)).toEqual(NONE);
  await picture(colleague, 'merged-meanwhile');
  expect(await refusal.getByRole('link').getAttribute('href')).toContain(kept);

  await page.goto(`/#/pathways/${kept}/show/history`);
  await page.getByText(`Dossier ${otherNumber}, fusionné le`).waitFor();
  expect(await faultsOf(page)).toEqual(NONE);
  await picture(page, 'merge-history');
  const undo = page.getByRole('button', { name: `Annuler la fusion du dossier ${otherNumber}` });
  await undo.click();
  await page.getByRole('dialog').waitFor();
  expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
  await picture(page, 'merge-undo');
  await leaveDialog(page);
  expect(await page.evaluate("document.activeElement?.getAttribute('aria-label')")).toBe(
    `Annuler la fusion du dossier ${otherNumber}`,
  );
  await undo.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Annuler la fusion' }).click();
  await page.getByText(`Fusion annulée : le dossier ${otherNumber}`).waitFor();
  await page.getByText(`Dossier ${otherNumber}, fusionné le`).waitFor({ state: 'detached' });
  expect(await read()).toMatchObject({ phone: '0600000001', email: null });
  await openFile(page, other);
  expect(await page.getByRole('region', { name: /doublon/ }).count()).toBe(0);
  expect(demo.complaints).toEqual([]);
});

/** Every key that is pressed: Tab until something has the focus. */
function pressed(page: Page): {
  readonly keys: () => number;
  readonly press: (key: string) => Promise<void>;
  readonly tabTo: (wanted: Locator) => Promise<void>;
} {
  let keys = 0;
  const press = async (key: string): Promise<void> => {
    keys += 1;
    await page.keyboard.press(key);
  };
  const hasFocus = (wanted: Locator): Promise<boolean> =>
    wanted.evaluate((element) => element === element.ownerDocument.activeElement);
  return {
    keys: () => keys,
    press,
    tabTo: async (wanted) => {
      await wanted.waitFor();
      for (let tabs = 0; tabs < 60 && !(await hasFocus(wanted)); tabs += 1) await press('Tab');
      expect(await hasFocus(wanted)).toBe(true);
    },
  };
}

test('on a phone and by the keyboard alone, two files are compared, swapped, merged and parted', async () => {
  const page = await demo.openAs(MANAGER, SIZES.phone);
  const person = { birthName: 'Barwaqolow', firstNames: 'Hodan', birth: born('1979-08-09') };
  const kept = await aFile(page, { ...person, phone: '0600000001' });
  const other = await aFile(page, { ...person, phone: '0600000002' });
  const phoneOf = async (id: string): Promise<string> =>
    ((await (await page.request.get(`/api/pathways/${id}`)).json()) as { person: { phone: string } }).person.phone;
  await openFile(page, kept);
  const { keys, press, tabTo } = pressed(page);
  await tabTo(page.getByRole('link', { name: 'Comparer' }));
  await press('Enter');
  await page.getByRole('group', { name: 'Téléphone' }).waitFor();
  expect(await faultsOf(page)).toEqual(NONE);
  await picture(page, 'merge-phone');
  await tabTo(page.getByRole('link', { name: /^Garder plutôt/ }));
  await press('Enter');
  await page.waitForURL(new RegExp(`/merge/${other}/${kept}$`));
  await tabTo(page.getByRole('radio', { name: /^Dossier gardé\s*0600000002/ }));
  await press('ArrowDown');
  expect(await page.getByRole('radio', { name: /^Dossier fusionné\s*0600000001/ }).isChecked()).toBe(true);
  const merge = page.getByRole('button', { name: 'Fusionner les deux dossiers' });
  await tabTo(merge);
  // A network that fails once leaves the focus on what sends: the same key sends again.
  await page.route(`**/api/pathways/${other}/merge`, (route) => route.abort(), { times: 1 });
  await press('Enter');
  await page
    .getByRole('alert')
    .getByText(/serveur/)
    .waitFor();
  await merge.and(page.locator(':focus')).waitFor();
  demo.complaints.splice(0);
  await press('Enter');
  await page.getByRole('heading', { level: 1, name: 'BARWAQOLOW Hodan' }).waitFor();
  expect(await phoneOf(other)).toBe('0600000001');
  expect(keys()).toBeLessThanOrEqual(20);

  await page.goto(`/#/pathways/${other}/show/history`);
  await tabTo(page.getByRole('button', { name: /^Annuler la fusion du dossier/ }));
  expect(await faultsOf(page)).toEqual(NONE);
  await picture(page, 'merge-history-phone');
  await press('Enter');
  await tabTo(page.getByRole('dialog').getByRole('button', { name: 'Annuler la fusion' }));
  expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
  await press('Enter');
  await page.getByText('Fusion annulée').first().waitFor();
  await page.getByRole('button', { name: /^Annuler la fusion du dossier/ }).waitFor({ state: 'detached' });
  expect([await phoneOf(kept), await phoneOf(other)]).toEqual(['0600000001', '0600000002']);
  expect(demo.complaints).toEqual([]);
});
