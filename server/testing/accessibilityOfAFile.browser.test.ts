import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  CASEWORKER,
  faultsOf,
  findFile,
  leaveDialog,
  MANAGER,
  NONE,
  NONE_IN_DIALOG,
  openFile,
  REFERENT,
  SIZES,
} from './accessibility.ts';
import { openDemo, type DemoInABrowser } from './demoBrowser.ts';

let demo: DemoInABrowser;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());
afterEach(async () => {
  await demo.closePages();
  expect(demo.complaints.splice(0)).toEqual([]);
});

async function record(page: Page, id: string, event: object): Promise<void> {
  const answer = await page.request.post(`/api/pathways/${id}/events`, {
    headers: { 'Idempotency-Key': randomUUID() },
    data: event,
  });
  expect(answer.status()).toBe(201);
}

describe.each(Object.entries(SIZES))('on a %s', (_name, size) => {
  test('a file has no fault, in each of its parts and with a dialogue open', async () => {
    const page = await demo.pageOf(CASEWORKER, size);
    const id = await findFile(page, 'exemple amina');
    // Others have read it: its accesses tell of them.
    for (const reader of [MANAGER, REFERENT]) {
      expect((await (await demo.pageOf(reader, size)).request.get(`/api/pathways/${id}`)).status()).toBe(200);
    }
    for (const part of [
      '?asOf=2026-11-23&knownAt=2026-11-23',
      '',
      '/identity',
      '/correct',
      '/notes',
      '/accesses',
      '/extract',
      '/history',
    ]) {
      await page.goto(`/#/pathways/${id}/show${part}`);
      await page.getByRole('heading', { level: 1, name: /EXEMPLE Amina/ }).waitFor();
      expect(await faultsOf(page)).toEqual(NONE);
    }
    await page.getByRole('button', { name: 'Noter un échange', exact: true }).click();
    await page.getByRole('dialog').waitFor();
    expect(await faultsOf(page)).toMatchObject({ violations: [], widerThanTheScreen: false });
    await leaveDialog(page);
  });

  test('opening a file has no fault at any of its stages, nor when it is refused, nor when the person is known', async () => {
    const page = await demo.openAs(CASEWORKER, size);
    await page.goto('/#/pathways/create');
    const search = page.getByLabel(/Chercher une personne/);
    await search.fill('exemple');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /personnes? trouvées?/ }).waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
    await search.fill('tsehay zzz');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Ouvrir un nouveau dossier' }).click();
    await page.getByLabel('Nom de naissance').waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
    await page.getByRole('button', { name: 'Voir le parcours prévu' }).click();
    await page.getByText(/champs? (?:est|sont) à corriger/).waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
    await page.getByLabel('Nom de naissance').fill('Exemple');
    await page.getByLabel(/^Prénom/).fill('Amina');
    await page.getByLabel('Date de naissance connue').selectOption('YEAR');
    await page.getByLabel('Année de naissance').fill('1991');
    await page.getByText('Cette personne semble déjà connue').first().waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
    await page.getByLabel('Nom de naissance').fill('Zzz');
    await page.getByLabel(/^Sexe/).selectOption('F');
    await page.getByLabel('Date de naissance connue').selectOption('UNKNOWN');
    await page.getByRole('button', { name: 'Voir le parcours prévu' }).click();
    await page.getByRole('heading', { name: 'Parcours prévu' }).waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
  });

  test('every dialogue of a file has no fault', async () => {
    const page = await demo.pageOf(CASEWORKER, size);
    await openFile(page, 'exemple amina');
    const openers = await page.getByRole('group', { name: 'Noter un fait' }).getByRole('button').all();
    expect(openers.length).toBeGreaterThan(5);
    for (const opener of openers) {
      await opener.click();
      await page.getByRole('dialog').waitFor();
      expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
      await leaveDialog(page);
    }
    await page
      .getByRole('button', { name: /^Noter pour/ })
      .first()
      .click();
    await page.getByRole('menuitem').first().waitFor();
    // A menu that opens over the page belongs to no landmark, like a dialogue; the rule knows dialogues only.
    expect(await faultsOf(page, ['region'])).toMatchObject(NONE_IN_DIALOG);
    await page.getByRole('menuitem').first().click();
    await page.getByRole('dialog').waitFor();
    expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
    await leaveDialog(page);
  });

  test('a correction in conflict, and a session that has ended, ask without fault', async () => {
    // Nothing that was begun at the other size is offered.
    await demo.owner.query('delete from drafts');
    const page = await demo.signIn(CASEWORKER, size);
    const id = await openFile(page, 'exemple farid');
    const asked = `/api/pathways/${id}`;
    await page.getByRole('link', { name: 'Identité et situation' }).click();
    await page.getByRole('link', { name: 'Corriger l’identité ou la situation' }).click();
    await page.getByLabel('Téléphone').fill('06 39 98 11 11');
    const etag = (await page.request.get(asked)).headers()['etag'] ?? '';
    const phone = `06 39 98 22 ${size.width === 320 ? '22' : '33'}`;
    await page.request.put(asked, { headers: { 'If-Match': etag }, data: { person: { phone } } });
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await page.getByRole('dialog', { name: 'Modifié pendant votre saisie' }).waitFor();
    expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
    await leaveDialog(page);
    // Its draft would be the first to find the session gone.
    await page.getByText(/^Brouillon gardé à/).waitFor();
    const last = await demo.owner.query(
      'delete from sessions where opened_at = (select max(s.opened_at) from sessions s)',
    );
    expect(last.rowCount).toBe(1);
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await page.getByRole('dialog', { name: 'Votre session a expiré' }).waitFor();
    expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
  });

  test('notes, refused, corrected and withdrawn, have no fault', async () => {
    const page = await demo.pageOf(CASEWORKER, size);
    await openFile(page, 'exemple mubarak');
    await page.getByRole('link', { name: 'Notes', exact: true }).click();
    await page.getByRole('button', { name: 'Enregistrer la note' }).click();
    await page.getByText('1 champ est à corriger').waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
    await page.getByLabel(/^Texte de la note/).fill('Un mot sans fin : '.concat('interminable'.repeat(12)));
    await page.getByRole('button', { name: 'Enregistrer la note' }).click();
    await page.getByText('La note est enregistrée.').waitFor();
    await page.getByRole('button', { name: 'Enregistrer la note', disabled: false }).waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
    for (const [opens, fills, sends] of [
      [/^Corriger la note/, /^Texte de la note/, 'Enregistrer'],
      [/^Retirer la note/, /^Motif/, 'Retirer'],
    ] as const) {
      await page.getByRole('button', { name: opens }).first().click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(fills).fill('Écrite par erreur');
      expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
      await dialog.getByRole('button', { name: sends, exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
    }
    await page
      .getByRole('button', { name: /textes? antérieurs? de la note/ })
      .first()
      .click();
    await page.getByText('interminable').first().waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
  });

  test('a home left, a contract being ended, and what is taken back have no fault', async () => {
    const page = await demo.openAs(CASEWORKER, size);
    // Facts stay recorded: a person each, for each size.
    const [housed, ended] = size === SIZES.desk ? ['mamadou', 'camila'] : ['camila', 'mamadou'];
    const home = { step: 'HOUSING_ACCESS', status: 'DONE', on: '2026-11-20' };
    await record(page, await findFile(page, `exemple ${housed}`), home);
    await openFile(page, `exemple ${housed}`);
    await page.getByRole('button', { name: 'Logement quitté' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
    await page
      .getByRole('dialog')
      .getByLabel(/Motif du départ/)
      .selectOption('LEASE_ENDED');
    await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await page.getByText('un logement est à retrouver').first().waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
    await page.getByRole('link', { name: 'Historique' }).click();
    await page
      .getByRole('button', { name: /^Retirer : Logement quitté/ })
      .first()
      .click();
    await page.getByRole('dialog').waitFor();
    expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
    await leaveDialog(page);

    const notice = { contract: 'TERMINATION_NOTICE', on: '2026-11-23' };
    await record(page, await findFile(page, `exemple ${ended}`), notice);
    await openFile(page, `exemple ${ended}`);
    await page.getByRole('alert').filter({ hasText: 'observations possibles jusqu’au 23 décembre 2026' }).waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
    await page.getByRole('button', { name: 'Contrat', exact: true }).click();
    await page
      .getByRole('dialog')
      .getByLabel(/Nouvel état du contrat/)
      .selectOption('TERMINATED');
    await page.getByText('sera signalée comme contestable').waitFor();
    expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
  });

  test('the past of a file has no fault: asked, refused, of two days, from before it was opened', async () => {
    const page = await demo.pageOf(CASEWORKER, size);
    const id = await openFile(page, 'exemple amina');
    await page.goto(`/#/pathways/${id}/show/history`);
    await page.getByRole('button', { name: 'Voir le dossier tel que connu le…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
    await dialog.getByLabel(/^Tel que connu le/).fill('2026-11-24');
    await page.keyboard.press('Enter');
    await dialog.locator('[aria-invalid=true]').first().waitFor();
    expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
    await leaveDialog(page);
    await page.goto(`/#/pathways/${id}/show?asOf=2026-10-01&knownAt=2026-11-23`);
    await page.getByRole('status').filter({ hasText: 'Vue passée' }).waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
    await page.goto(`/#/pathways/${id}/show?asOf=2026-11-10&knownAt=2026-11-10`);
    await page.getByText('Ce dossier n’existait pas encore à cette date').waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
  });

  test('a stall put on hold has no fault: asked, refused for too long, found by the referent the third time', async () => {
    const page = await demo.openAs(CASEWORKER, size);
    await openFile(page, 'exemple amina');
    await page.getByRole('button', { name: 'Connu, en attente' }).first().click();
    const dialog = page.getByRole('dialog', { name: /Blocage connu, en attente/ });
    await dialog.waitFor();
    expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
    await dialog.getByLabel(/Ce qui est attendu/).selectOption({ index: 1 });
    await dialog.getByLabel(/En attente jusqu’au/).fill('2028-01-01');
    await page.keyboard.press('Enter');
    await dialog
      .getByText(/La mise en attente ne peut pas dépasser/)
      .first()
      .waitFor();
    expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);

    const referent = await demo.pageOf(REFERENT, size);
    await referent.goto('/#/account');
    await referent.getByRole('heading', { level: 1, name: 'Mon compte' }).waitFor();
    // A list that opens with filters shows them, on a phone too.
    const filter = encodeURIComponent(JSON.stringify({ silencedRepeatedly: true, state: 'SILENCED' }));
    await referent.goto(`/#/stalls?filter=${filter}`);
    await referent.getByText('Mis en attente 3 fois').first().waitFor();
    expect(await faultsOf(referent)).toEqual(NONE);
  });
});
