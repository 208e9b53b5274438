import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openDemo, type DemoInABrowser } from './demoBrowser.ts';
import { testClock } from './world.ts';
import { fileCalled } from './findFile.ts';

const CASEWORKER = 'samira.intervenante@passerelles.example';
const MANAGER = 'claire.cheffe@passerelles.example';
const OTHER_MANAGER = 'nadege.cheffe@escale.example';
const REFERENT = 'referente@prefecture59.example';

// The demo was recorded on 23 November.
const clock = testClock('2026-11-24T08:00:00.000Z');
let demo: DemoInABrowser;
beforeAll(async () => {
  demo = await openDemo({ clock });
});
afterAll(() => demo.close());
afterEach(() => {
  expect(demo.complaints.splice(0)).toEqual([]);
});

async function openFile(page: Page, id: string, part = ''): Promise<void> {
  await page.goto(`/#/pathways/${id}/show${part}`);
  await page.getByRole('navigation', { name: 'Parties du dossier' }).waitFor();
}

/** Presses a button with the keyboard, and gives the dialogue that it opens. */
async function askBy(page: Page, button: string | RegExp): Promise<ReturnType<Page['getByRole']>> {
  await page.getByRole('button', { name: button }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  return dialog;
}

const lost = (page: Page): Promise<void> =>
  page.getByRole('heading', { level: 1, name: 'Ce dossier n’est plus accessible' }).waitFor();

test('a right taken back takes what it told off the screens that are open, and nothing is shown again from memory', async () => {
  const [caseworker, manager] = [await demo.signIn(CASEWORKER), await demo.signIn(MANAGER)];
  const { id, number } = await fileCalled(caseworker, 'exemple farid');
  const { referentId } = (await (await caseworker.request.get(`/api/pathways/${id}`)).json()) as { referentId: string };
  const sealFor = async (rights: readonly string[]): Promise<void> => {
    const data = {
      reason: 'La personne est recherchée.',
      holders: rights.length === 0 ? [] : [{ accountId: referentId, rights }],
    };
    expect((await manager.request.post(`/api/pathways/${id}/seal`, { data })).status()).toBe(200);
  };
  await openFile(caseworker, id, '/identity');
  const address = caseworker.getByText(/^\d{5} /);
  await address.waitFor();
  await sealFor(['SEARCH', 'READ']);
  // Whatever she does next on it: here, another part of the file, and back.
  await caseworker.getByRole('link', { name: 'Historique' }).click();
  await caseworker.getByText('Tenu à part, car le dossier est scellé').first().waitFor();
  await caseworker.getByRole('link', { name: /^Identité/ }).click();
  await caseworker.getByText('Tenu à part, car le dossier est scellé').nth(1).waitFor();
  expect(await address.count()).toBe(0);

  await caseworker.goto('/#/pathways');
  await caseworker.getByRole('heading', { level: 1, name: 'Mes dossiers' }).waitFor();
  await sealFor([]);
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await caseworker.route(`**/api/pathways/${id}`, async (route) => {
    await held;
    await route.continue();
  });
  const asked = caseworker.waitForRequest(`**/api/pathways/${id}`);
  await caseworker.goBack();
  await asked;
  const meanwhile = await caseworker.getByRole('main').innerText();
  expect(meanwhile).not.toMatch(/farid|exemple/i);
  expect(meanwhile).not.toContain(number);
  answer();
  await lost(caseworker);
  expect((await manager.request.post(`/api/pathways/${id}/unseal`, { data: {} })).status()).toBe(200);
});

test('a manager seals a file: the colleague who has it open loses it at her next request, and nothing else', async () => {
  const [caseworker, manager] = [await demo.signIn(CASEWORKER), await demo.signIn(MANAGER)];
  const { id } = await fileCalled(caseworker, 'exemple amina');
  await openFile(caseworker, id);
  expect(await caseworker.getByRole('group', { name: 'Accès à ce dossier' }).count()).toBe(0);

  await openFile(manager, id);
  const dialog = await askBy(manager, 'Sceller le dossier');
  await dialog.getByLabel(/^Motif/).fill('La personne est recherchée par son ancien conjoint.');
  const hers = dialog.getByRole('group', { name: /qui suit le dossier/ });
  await hers.getByText('Samira').waitFor();
  for (const right of await hers.getByRole('checkbox').all()) await right.uncheck();
  await hers.getByText('cette personne ne trouvera plus ce dossier').waitFor();
  await dialog.getByRole('button', { name: 'Sceller le dossier' }).click();
  await manager.getByRole('heading', { level: 1, name: 'EXEMPLE Amina Dossier scellé' }).waitFor();
  await dialog.waitFor({ state: 'detached' });

  // Whatever she does next on it: here, reading its history.
  await caseworker.getByRole('link', { name: 'Historique' }).click();
  await lost(caseworker);
  expect(await caseworker.getByRole('main').innerText()).not.toMatch(/amina|exemple/i);
  await caseworker.reload();
  await lost(caseworker);
  const absent = await caseworker.getByRole('main').innerText();
  await caseworker.goto('/#/pathways/00000000-0000-4000-8000-000000000000/show');
  await lost(caseworker);
  expect(await caseworker.getByRole('main').innerText()).toBe(absent);
  await caseworker.getByRole('link', { name: 'Revenir aux dossiers' }).click();
  await caseworker.getByRole('link', { name: /EXEMPLE Farid/ }).waitFor();
  expect(await caseworker.getByRole('main').innerText()).not.toMatch(/amina/i);

  // In the lists of whoever holds its rights, it says so.
  await manager.getByRole('link', { name: 'Dossiers', exact: true }).click();
  await manager.getByLabel(/Chercher une personne/).fill('exemple amina');
  await manager.keyboard.press('Enter');
  await manager
    .getByRole('row', { name: /EXEMPLE Amina/ })
    .getByText('Dossier scellé')
    .waitFor();
});

test('what somebody was recording when the file was sealed is refused plainly, and leaves nothing of it on screen', async () => {
  const [caseworker, manager] = [await demo.signIn(CASEWORKER), await demo.signIn(MANAGER)];
  const { id } = await fileCalled(caseworker, 'exemple farid');
  await openFile(caseworker, id);
  const contact = await askBy(caseworker, 'Noter un échange');
  await contact.getByLabel(/La personne a-t-elle été jointe/).selectOption('REACHED');
  await manager.request.post(`/api/pathways/${id}/seal`, {
    data: { reason: 'La personne est recherchée.', holders: [] },
  });
  await contact.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await lost(caseworker);
  expect(await caseworker.locator('body').innerText()).not.toMatch(/farid/i);
});

test('rights over a sealed file are given and taken by name; without location, where the person is is kept apart', async () => {
  const [caseworker, manager] = [await demo.signIn(CASEWORKER), await demo.signIn(MANAGER)];
  const { id } = await fileCalled(caseworker, 'exemple selam');
  await addNamesakes();
  await openFile(manager, id);
  const seal = await askBy(manager, 'Sceller le dossier');
  // A right is never used without its reason.
  await seal.getByRole('button', { name: 'Sceller le dossier' }).click();
  await seal.getByText('Ce champ est obligatoire.').first().waitFor();
  await seal.getByLabel(/^Motif/).fill('La personne est recherchée.');
  await seal.getByRole('button', { name: 'Sceller le dossier' }).click();
  await seal.waitFor({ state: 'detached' });

  await openFile(caseworker, id, '/identity');
  const told = async (): Promise<string> => caseworker.getByRole('main').innerText();
  await caseworker.getByText('Téléphone').first().waitFor();
  expect(await told()).not.toContain('Tenu à part');

  const rights = await askBy(manager, 'Droits sur le dossier scellé');
  const hers = rights.getByRole('group', { name: /^Samira.*qui suit le dossier/ });
  expect(await hers.getByRole('checkbox', { checked: true }).count()).toBe(3);
  await hers.getByRole('checkbox', { name: /Savoir où est la personne/ }).uncheck();
  // Those alone whom a right serves, and told apart where two have the same name.
  const offered = rights.getByLabel('Donner un accès à');
  expect((await offered.getByRole('option').allInnerTexts()).toSorted()).toEqual([
    'Choisir…',
    'Manon Dubois, responsable de structure, manon.dubois1@passerelles.example',
    'Manon Dubois, responsable de structure, manon.dubois2@passerelles.example',
  ]);
  await offered.selectOption({ index: 1 });
  await rights.getByRole('button', { name: 'Ajouter' }).click();
  // The keyboard goes on with whoever was added, who is not told where the person is.
  expect(await rights.getByRole('checkbox', { checked: true }).count()).toBe(4);
  expect(await rights.locator(':focus').getAttribute('type')).toBe('checkbox');
  await rights.getByLabel(/^Motif/).fill('Seule la responsable sait où elle est.');
  await rights.getByRole('button', { name: 'Enregistrer ces droits' }).click();
  await rights.waitFor({ state: 'detached' });

  await caseworker.reload();
  await caseworker.getByRole('heading', { level: 1, name: /Dossier scellé/ }).waitFor();
  // The phone in the head of the file; phone, e-mail and address in her identity.
  expect((await told()).match(/Tenu à part/g)).toHaveLength(4);
  await openFile(caseworker, id, '/correct');
  await caseworker.getByRole('group', { name: 'Coordonnées' }).getByText('sont tenues à part').waitFor();
  expect(await caseworker.getByLabel('Téléphone').count()).toBe(0);
  await caseworker.getByLabel('Nationalité').fill('Érythréenne');
  await caseworker.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await caseworker.getByText('Correction enregistrée.').waitFor();

  const lift = await askBy(manager, 'Lever le scellé');
  await lift.getByLabel(/^Motif/).fill('Le danger est passé.');
  await lift.getByRole('button', { name: 'Lever le scellé' }).click();
  await lift.waitFor({ state: 'detached' });
  await manager.getByRole('button', { name: 'Sceller le dossier' }).waitFor();
  await openFile(manager, id, '/history');
  await manager.getByText('Motif\u00a0: Le danger est passé.').waitFor();
  await caseworker.reload();
  await caseworker.getByRole('navigation', { name: 'Parties du dossier' }).waitFor();
  expect(await told()).not.toMatch(/Tenu à part|Dossier scellé/);
});

async function sealedFor(manager: Page, id: string, rights: readonly string[]): Promise<void> {
  const file = (await (await manager.request.get(`/api/pathways/${id}`)).json()) as { referentId: string };
  const holders = rights.length === 0 ? [] : [{ accountId: file.referentId, rights }];
  const data = { reason: 'La personne est recherchée.', holders };
  expect((await manager.request.post(`/api/pathways/${id}/seal`, { data })).status()).toBe(200);
}

async function versionOf(page: Page, id: string): Promise<string> {
  return (await page.request.get(`/api/pathways/${id}`)).headers()['etag'] ?? '';
}

/** Two managers of Passerelles Nord whom their names do not tell apart. */
async function addNamesakes(): Promise<void> {
  await demo.owner.query(
    `insert into accounts (id, email, role, organisation_id, departments, display_name)
     select gen_random_uuid(), 'manon.dubois' || rank || '@passerelles.example', 'ASSOCIATION_MANAGER', organisation_id, departments,
       'Manon Dubois'
     from accounts cross join generate_series(1, 2) as rank
     where email = $1
     on conflict do nothing`,
    [MANAGER],
  );
}

test('where the person is is not given alone, and colleagues of one name are told apart where a referent is named', async () => {
  const manager = await demo.signIn(MANAGER);
  const { id } = await fileCalled(manager, 'exemple nasir');
  await addNamesakes();
  await openFile(manager, id);
  const assign = await askBy(manager, 'Attribuer');
  for (const rank of [1, 2])
    await assign
      .getByRole('option', {
        name: `Manon Dubois, responsable de structure, manon.dubois${rank}@passerelles.example (0`,
      })
      .waitFor({ state: 'attached' });
  expect(await assign.getByRole('option', { name: /^Samira.*@/ }).count()).toBe(0);
  await manager.keyboard.press('Escape');
  await assign.waitFor({ state: 'detached' });

  const seal = await askBy(manager, 'Sceller le dossier');
  await seal.getByLabel(/^Motif/).fill('La personne est recherchée.');
  const hers = seal.getByRole('group', { name: /^Samira.*qui suit le dossier/ });
  await hers.getByRole('checkbox', { name: /Le trouver par/ }).uncheck();
  await hers
    .getByRole('checkbox', { name: /l’ouvrir/ })
    .last()
    .uncheck();
  await hers.getByText('Ce droit ne se donne pas seul').waitFor();
  await seal.getByRole('button', { name: 'Sceller le dossier' }).click();
  await seal.getByText('Savoir où est la personne ne se donne pas seul').waitFor();
  await hers.getByRole('checkbox', { name: /Le trouver par/ }).check();
  await seal.getByRole('button', { name: 'Sceller le dossier' }).click();
  await seal.waitFor({ state: 'detached' });
});

test('whoever may find a sealed file without opening it is told so, and led nowhere', async () => {
  const [caseworker, manager] = [await demo.signIn(CASEWORKER), await demo.signIn(MANAGER)];
  const { id, number } = await fileCalled(caseworker, 'exemple elif');
  const look = async (): Promise<ReturnType<Page['getByRole']>> => {
    await caseworker.goto('/#/pathways/create');
    await caseworker.reload();
    await caseworker.getByLabel(/Chercher une personne/).fill('exemple elif');
    await caseworker.getByRole('main').getByRole('button', { name: 'Chercher', exact: true }).click();
    return caseworker.getByRole('main').getByRole('listitem').filter({ hasText: number });
  };
  await (await look()).getByRole('link', { name: /EXEMPLE Elif/ }).waitFor();
  await sealedFor(manager, id, ['SEARCH']);
  const found = await look();
  await found.getByText('vous pouvez le trouver, pas l’ouvrir').waitFor();
  expect([await found.getByRole('link').count(), await found.innerText()]).toEqual([
    0,
    expect.stringMatching(/EXEMPLE Elif/),
  ]);
  expect((await manager.request.post(`/api/pathways/${id}/unseal`, { data: {} })).status()).toBe(200);
});

const KEPT_APART = 'Tenu à part, car le dossier est scellé';

test('a right taken away takes what it showed off an open screen, whatever she does next there', async () => {
  const [caseworker, manager] = [await demo.signIn(CASEWORKER), await demo.signIn(MANAGER)];
  const { id } = await fileCalled(caseworker, 'exemple mubarak');
  const located = ['SEARCH', 'READ', 'LOCATE'];
  const address = `/api/pathways/${id}`;
  const person = { phone: '06 39 98 77 66' };
  const corrected = await manager.request.put(address, {
    data: { person },
    headers: { 'If-Match': await versionOf(manager, id) },
  });
  expect(corrected.status()).toBe(200);
  await sealedFor(manager, id, located);
  const told = async (): Promise<string> => caseworker.locator('body').innerText();

  await openFile(caseworker, id);
  expect(await told()).toContain(person.phone);
  await sealedFor(manager, id, ['SEARCH', 'READ']);
  await caseworker.getByRole('link', { name: 'Historique' }).click();
  await caseworker.getByText(KEPT_APART).waitFor();
  expect(await told()).not.toContain(person.phone);

  // Coming to a part shows nothing that was known before the answer about it.
  await sealedFor(manager, id, located);
  await caseworker.reload();
  await caseworker.getByText(person.phone).first().waitFor();
  await caseworker.getByRole('link', { name: 'Identité et situation' }).click();
  await caseworker.getByRole('heading', { level: 2, name: 'Identité' }).waitFor();
  await caseworker.getByRole('link', { name: 'Notes' }).click();
  await caseworker.getByRole('heading', { level: 2, name: 'Notes' }).waitFor();
  await sealedFor(manager, id, ['SEARCH', 'READ']);
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await caseworker.route(`**${address}`, async (route) => {
    await held;
    await route.continue();
  });
  await caseworker.getByRole('link', { name: 'Identité et situation' }).click();
  await caseworker.getByRole('status', { name: 'Chargement du dossier' }).waitFor();
  expect(await caseworker.getByText('Adresse', { exact: true }).count()).toBe(0);
  answer();
  await caseworker.getByText(KEPT_APART).first().waitFor();
  await caseworker.unroute(`**${address}`);

  // Coming back to the window is enough.
  await sealedFor(manager, id, located);
  await caseworker.evaluate(`window.dispatchEvent(new Event('focus'))`);
  await caseworker.getByText(person.phone).first().waitFor();
  await sealedFor(manager, id, ['SEARCH', 'READ']);
  await caseworker.evaluate(`window.dispatchEvent(new Event('focus'))`);
  await caseworker.getByText(KEPT_APART).first().waitFor();
  expect(await told()).not.toContain(person.phone);

  // So is being refused what one was typing; the rest of it is kept.
  await sealedFor(manager, id, located);
  await openFile(caseworker, id, '/correct');
  await caseworker.getByLabel('Téléphone').fill('06 39 98 33 33');
  await caseworker.getByLabel('Nationalité').fill('Érythréenne');
  await sealedFor(manager, id, ['SEARCH', 'READ']);
  await caseworker.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await caseworker.getByRole('group', { name: 'Coordonnées' }).getByText('sont tenues à part').waitFor();
  expect(await caseworker.getByLabel('Téléphone').count()).toBe(0);
  expect(await caseworker.getByLabel('Nationalité').inputValue()).toBe('Érythréenne');
});

test('a transfer is asked, accepted by the other structure, and the former one reads the file for thirty days', async () => {
  clock.set('2026-11-24T08:00:00.000Z');
  const [manager, other] = [await demo.signIn(MANAGER), await demo.signIn(OTHER_MANAGER)];
  const { id, number } = await fileCalled(manager, 'exemple yonas');
  await openFile(manager, id);
  const ask = await askBy(manager, 'Transférer à une autre structure');
  // Her own structure is not among those that she may choose.
  const structures = ask.getByLabel(/^Structure/);
  await structures.getByRole('option', { name: 'Escale Métropole' }).waitFor({ state: 'attached' });
  expect(await structures.getByRole('option', { name: 'Passerelles Nord' }).count()).toBe(0);
  await structures.selectOption({ label: 'Escale Métropole' });
  await ask.getByLabel(/^Motif/).fill('Un logement trouvé près de votre structure.');
  // What is chosen in a department is not what is sent for another.
  await ask.getByLabel('Département de la structure').selectOption('80');
  await ask.getByRole('button', { name: 'Demander le transfert' }).click();
  await ask.getByText('Ce champ est obligatoire.').first().waitFor();
  await ask.getByLabel('Département de la structure').selectOption('59');
  expect(await structures.locator('option:checked').innerText()).toBe('Escale Métropole');
  await ask.getByRole('button', { name: 'Demander le transfert' }).click();
  await manager.getByText('Transfert demandé à Escale Métropole le 24 novembre 2026').waitFor();
  await ask.waitFor({ state: 'detached' });
  expect(await manager.getByRole('button', { name: 'Transférer à une autre structure' }).count()).toBe(0);
  // It is taken back from the file, then asked again.
  const cancel = await askBy(manager, 'Retirer la demande');
  await cancel.getByRole('button', { name: 'Retirer la demande' }).click();
  await cancel.waitFor({ state: 'detached' });
  const again = await askBy(manager, 'Transférer à une autre structure');
  await again.getByLabel(/^Structure/).selectOption({ label: 'Escale Métropole' });
  await again.getByLabel(/^Motif/).fill('Un logement trouvé près de votre structure.');
  await again.getByRole('button', { name: 'Demander le transfert' }).click();
  await again.waitFor({ state: 'detached' });

  await other.reload();
  await other.getByRole('link', { name: 'Transferts 1 en attente' }).click();
  const received = other.getByRole('region', { name: 'Reçus, à décider' });
  await received.getByText('1 transfert attend votre réponse', { exact: true }).waitFor();
  await received.getByText('Un logement trouvé près de votre structure.').waitFor();
  expect(await other.getByRole('main').innerText()).not.toMatch(/yonas|exemple/i);
  const accept = await askBy(other, new RegExp(`^Accepter.:.${number}$`));
  await accept.getByRole('button', { name: 'Accepter' }).click();
  await accept.waitFor({ state: 'detached' });
  await received.getByText('Aucun transfert n’attend votre réponse.').waitFor();
  await other.getByRole('link', { name: 'Transferts', exact: true }).waitFor();
  const ended = other
    .getByRole('region', { name: 'Historique des transferts' })
    .getByRole('row', { name: /Reçu de Passerelles Nord .* Accepté/ });
  await ended.getByRole('link', { name: number }).click();
  await other.getByRole('heading', { level: 1, name: /EXEMPLE Yonas/ }).waitFor();
  await other.getByRole('group', { name: 'Noter un fait' }).waitFor();

  // Whoever asked and has the file on screen learns it from what she does next.
  const late = await askBy(manager, 'Retirer la demande');
  await late.getByRole('button', { name: 'Retirer la demande' }).click();
  await late.getByText('a déjà reçu une réponse').waitFor();
  await manager.getByText('Dossier transféré le 24 novembre 2026').waitFor();

  // Accepted on 24 November: read until 24 December, that day included, and nothing is recorded.
  clock.set('2026-11-26T08:00:00.000Z');
  for (const email of [CASEWORKER, MANAGER]) {
    const former = await demo.signIn(email);
    await openFile(former, id);
    await former.getByText('Dossier transféré le 24 novembre 2026\u00a0: Escale Métropole le suit désormais').waitFor();
    await former.getByText('Vous le lisez jusqu’au 24 décembre 2026 inclus').waitFor();
    await former.getByText('Suivi par une autre structure').waitFor();
    expect(await former.getByRole('main').innerText()).not.toContain('Sans référent');
    for (const group of ['Noter un fait', 'Accès à ce dossier'])
      expect([group, await former.getByRole('group', { name: group }).count()]).toEqual([group, 0]);
    expect(await former.getByRole('link', { name: 'Accès', exact: true }).count()).toBe(0);
    expect(await former.getByRole('button', { name: /^Noter pour/ }).count()).toBe(0);
  }
  const later = await demo.signIn(MANAGER);
  await later.goto('/#/transfers');
  const sent = later.getByRole('region', { name: 'Historique des transferts' });
  await sent.getByText('Vous le lisez jusqu’au 24/12/2026 inclus.').waitFor();
  await sent.getByRole('row', { name: /Retiré/ }).waitFor();
  await sent.getByLabel('Issue').selectOption('ACCEPTED');
  await sent.getByText('1 transfert terminé', { exact: true }).waitFor();
});

test('a transfer is refused with a reason that the other reads; one of a sealed file shows nothing', async () => {
  clock.set('2026-11-24T08:00:00.000Z');
  const [manager, other] = [await demo.signIn(MANAGER), await demo.signIn(OTHER_MANAGER)];
  const { id } = await fileCalled(manager, 'exemple camila');
  await manager.request.post(`/api/pathways/${id}/seal`, { data: { reason: 'La personne est recherchée.' } });
  await openFile(manager, id);
  const ask = await askBy(manager, 'Transférer à une autre structure');
  await ask.getByText('la structure choisie n’en verra rien avant d’accepter').waitFor();
  await ask.getByLabel(/^Structure/).selectOption({ label: 'Escale Métropole' });
  await ask.getByLabel(/^Motif/).fill('Elle part dans une autre ville.');
  await ask.getByRole('button', { name: 'Demander le transfert' }).click();
  await ask.waitFor({ state: 'detached' });

  // The notice is where the day starts, in sight where the menu is folded.
  await other.goto('/#/');
  await other.reload();
  await other.getByText('1 transfert attend votre réponse.').waitFor();
  await other.getByRole('link', { name: 'Voir les transferts' }).click();
  await other.getByText('Rien n’en est montré avant l’acceptation.').waitFor();
  const refuse = await askBy(other, /^Refuser.:.Dossier scellé$/);
  await refuse.getByLabel(/^Motif/).fill('Plus de place chez nous.');
  await refuse.getByRole('button', { name: 'Refuser' }).click();
  await refuse.waitFor({ state: 'detached' });
  await other
    .getByRole('region', { name: 'Reçus, à décider' })
    .getByText('Aucun transfert n’attend votre réponse.')
    .waitFor();

  await manager.goto('/#/transfers');
  const sent = manager.getByRole('region', { name: 'Historique des transferts' });
  await sent.getByText('Plus de place chez nous.').waitFor();
  // The file says it too, to whoever asked, in the words of the other.
  await openFile(manager, id);
  await manager.getByText('Transfert refusé par Escale Métropole le 24 novembre 2026').waitFor();
  await manager.getByText('Le dossier reste le vôtre. Motif\u00a0: Plus de place chez nous.').waitFor();
  expect(await manager.getByRole('button', { name: 'Retirer la demande' }).count()).toBe(0);
  await manager.getByRole('button', { name: 'Transférer à une autre structure' }).waitFor();
  clock.set('2026-12-25T08:00:00.000Z');
  const later = await demo.signIn(MANAGER);
  await openFile(later, id);
  await later.getByRole('button', { name: 'Transférer à une autre structure' }).waitFor();
  expect(await later.getByRole('main').innerText()).not.toContain('Transfert refusé');
  clock.set('2026-11-24T08:00:00.000Z');
});

test('a referent asks the name of one file, with a reason that its structure reads', async () => {
  clock.set('2026-11-24T08:00:00.000Z');
  const [referent, manager] = [await demo.signIn(REFERENT), await demo.signIn(MANAGER)];
  const { id, number } = await fileCalled(manager, 'exemple elif');
  await openFile(referent, id);
  await referent.getByRole('heading', { level: 1, name: number }).waitFor();
  const ask = await askBy(referent, 'Demander le nom');
  await ask.getByLabel(/^Motif/).fill('Réunion de situation du comité départemental.');
  await ask.getByRole('button', { name: 'Voir le nom' }).click();
  await referent.getByRole('heading', { level: 1, name: /EXEMPLE Elif/ }).waitFor();
  await ask.waitFor({ state: 'detached' });
  await referent.getByText('pour cette session et ce dossier seulement').first().waitFor();
  expect(await referent.getByRole('button', { name: 'Demander le nom' }).count()).toBe(0);
  // The number stays in sight, and neither the address nor the title of the page holds the name.
  expect(await referent.getByRole('main').innerText()).toContain(number);
  expect(`${referent.url()} ${await referent.title()}`).not.toMatch(/elif/i);
  await referent.reload();
  await referent.getByRole('heading', { level: 1, name: /EXEMPLE Elif/ }).waitFor();

  await openFile(manager, id, '/history');
  const told = manager.getByRole('row', { name: /Nom donné à la référente départementale ou au référent/ });
  await told.getByText('Motif\u00a0: Réunion de situation du comité départemental.').waitFor();
  await told.getByRole('cell', { name: 'Isabelle Marchand, Préfecture du Nord' }).waitFor();
  await manager.getByRole('link', { name: 'Accès', exact: true }).click();
  await manager.getByText('Nom donné sur motif').first().waitFor();
});
