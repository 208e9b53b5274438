import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { GroupSessionRow, GroupSessionView } from '../contract/groupSession.ts';
import { faultsOf, NONE, NONE_IN_DIALOG } from './accessibility.ts';
import { counted } from './counted.ts';
import { askAgainInVain, holdBack, loseAnswers } from './badNetwork.ts';
import { openDemo, type DemoInABrowser } from './demoBrowser.ts';

const CASEWORKER = 'samira.intervenante@passerelles.example';
const MANAGER = 'claire.cheffe@passerelles.example';
const PHONE = { width: 320, height: 700 };
const FRENCH = 'Atelier de français';

let demo: DemoInABrowser;
let page: Page;
beforeAll(async () => {
  demo = await openDemo();
  page = await demo.signIn(CASEWORKER);
});
afterAll(() => demo.close());
afterEach(() => {
  expect(demo.complaints.splice(0)).toEqual([]);
});

async function picture(name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (folder !== undefined) await page.screenshot({ path: join(process.cwd(), folder, `${name}.png`), fullPage: true });
}
const heading = (name: RegExp | string): Locator => page.getByRole('heading', { level: 1, name });
const certificates = (): Locator => page.getByRole('region').filter({ hasText: 'atteste que cette personne' });
async function sessions(): Promise<GroupSessionRow[]> {
  return (await (await page.request.get('/api/group-sessions?range=[0,99]')).json()) as GroupSessionRow[];
}
async function sessionNamed(title: string): Promise<GroupSessionView> {
  const id = (await sessions()).find((one) => one.title === title)?.id ?? '';
  return (await (await page.request.get(`/api/group-sessions/${id}`)).json()) as GroupSessionView;
}
/** The grid of a session, as it is loaded: another that was open is gone before. */
async function openGrid(id: string): Promise<void> {
  await page.goto('/#/week');
  await heading('Ma semaine').waitFor();
  await page.goto(`/#/group-sessions/${id}/attendance`);
  await heading(/Émargement/).waitFor();
}
/** On a phone too; the window is given back afterwards. */
async function onAPhone(check: () => Promise<void>): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize(PHONE);
  await check();
  if (before !== null) await page.setViewportSize(before);
}
async function isSound(name: string, expected: object = NONE): Promise<void> {
  expect({ name, ...(await faultsOf(page)) }).toMatchObject({ name, ...expected });
  await picture(name);
  await onAPhone(async () => {
    expect({ name, width: 320, ...(await faultsOf(page)) }).toMatchObject({ name, width: 320, ...expected });
    await picture(`${name}-320`);
  });
}

test('attendance of twelve, the last of them absent, then eleven certificates: within the clicks and keys allowed', async () => {
  await heading('Ma semaine').waitFor();
  const toSign = page.getByRole('region', { name: 'Séances à émarger (1)' });
  await toSign.getByText(FRENCH).waitFor();
  await picture('sessions-week');
  const { press, click, cost } = counted(page);
  await click(toSign.getByRole('link', { name: `Émarger\u00a0: ${FRENCH}` }));
  await heading(/Émargement/).waitFor();
  const rows = page.getByRole('row');
  await rows.nth(12).waitFor();
  expect(await page.getByRole('button', { name: 'Présent', pressed: true }).count()).toBe(12);
  await page.locator('[aria-pressed=true]:focus').waitFor();
  // The last of all: the furthest that the arrows go.
  await press(...Array.from({ length: 11 }, () => 'ArrowDown'), 'a');
  expect(await rows.nth(12).getByRole('button', { name: 'Absent', pressed: true }).count()).toBe(1);
  await isSound('sessions-grid');
  await press('Control+Enter');
  await page.getByText('Émargement enregistré.').first().waitFor();
  await picture('sessions-saved');
  await click(page.getByRole('link', { name: 'Générer les attestations (11)' }));
  await heading('Attestations de présence').waitFor();
  await certificates().first().waitFor();
  expect(await certificates().count()).toBe(11);
  expect(cost().clicks).toBeLessThanOrEqual(4);
  expect(cost().keys).toBeLessThanOrEqual(14);

  const { enrolled } = await sessionNamed(FRENCH);
  expect(enrolled.filter(({ attendance }) => attendance === 'PRESENT')).toHaveLength(11);
  const absent = enrolled.find(({ attendance }) => attendance === 'ABSENT');
  expect(enrolled.indexOf(absent as (typeof enrolled)[number])).toBe(11);
  expect(await page.getByText(absent?.name ?? '', { exact: true }).count()).toBe(0);
  await isSound('sessions-certificates');
  await page.goto('/#/week');
  await heading('Ma semaine').waitFor();
  await page.getByRole('region', { name: /Séances à émarger/ }).waitFor({ state: 'detached' });
});

test('attendance of twelve and their certificates, by the keyboard alone, on a phone too', async () => {
  const { id } = await sessionNamed(FRENCH);
  const notSigned = `update session_enrolments set attendance = null, attended_hours = 0, absence_reason = null
                      where session_id = $1`;
  await onAPhone(async () => {
    await demo.owner.query(notSigned, [id]);
    await page.reload();
    const { press, tabTo, use, cost } = counted(page);
    await page.getByRole('link', { name: `Émarger\u00a0: ${FRENCH}` }).waitFor();
    await tabTo(page.getByRole('link', { name: 'Aller au contenu' }));
    await use();
    await tabTo(page.getByRole('link', { name: `Émarger\u00a0: ${FRENCH}` }));
    await use();
    await page.locator('[aria-pressed=true]:focus').waitFor();
    await press(...Array.from({ length: 11 }, () => 'ArrowDown'), 'a');
    await press('Control+Enter');
    await page.getByText('Émargement enregistré.').first().waitFor();
    await page.locator('a:focus').filter({ hasText: 'Générer les attestations (11)' }).waitFor();
    await use();
    await heading('Attestations de présence').waitFor();
    await certificates().first().waitFor();
    expect(await certificates().count()).toBe(11);
    expect(cost().clicks).toBeLessThanOrEqual(3);
    expect(cost().keys).toBeLessThanOrEqual(20);
  });
  expect((await sessionNamed(FRENCH)).enrolled.map(({ attendance }) => attendance)).toEqual([
    ...Array<string>(11).fill('PRESENT'),
    'ABSENT',
  ]);
});

test('certificates are one a page on A4, in French, with their tags, and without the place', async () => {
  const { id, place, enrolled, organisationName } = await sessionNamed(FRENCH);
  await page.goto(`/#/group-sessions/${id}/certificates`);
  await certificates().first().waitFor();
  const first = certificates().first();
  const said = await first.innerText();
  for (const words of [enrolled[0]?.name, organisationName, FRENCH, 'de 9\u00a0h à 12\u00a0h', '3\u00a0h'])
    expect(said).toContain(words);
  expect(said).toMatch(/(Date|Année) de naissance\s: [^·]*\d{4} · Dossier J\d\d-\d{6}/);
  expect(said).not.toContain(place);
  expect(await first.getAttribute('lang')).toBe('fr');
  const pdf = (await page.pdf({ preferCSSPageSize: true, tagged: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(11);
  expect(pdf).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
  await page.emulateMedia({ media: 'print' });
  expect(await heading('Attestations de présence').isVisible()).toBe(false);
  await page.emulateMedia({ media: null });
});

test('what is typed stays when a colleague saved before: one is told, reads again, and saves', async () => {
  const { id } = await sessionNamed(FRENCH);
  await page.goto(`/#/group-sessions/${id}/attendance`);
  await heading(/Émargement/).waitFor();
  await page.getByRole('row').nth(12).waitFor();
  await page.keyboard.press('e');
  const before = await sessionNamed(FRENCH);
  const other = before.enrolled[5];
  const colleague = await demo.pageOf(MANAGER);
  const seen = (await (await colleague.request.get(`/api/group-sessions/${id}`)).json()) as GroupSessionView;
  const entered = await colleague.request.put(`/api/group-sessions/${id}/attendance`, {
    data: { rows: [{ pathwayId: other?.pathwayId, attendance: 'EXCUSED', absenceReason: 'WORK' }] },
    headers: { 'If-Match': `"${seen.version}"` },
  });
  expect(entered.status()).toBe(200);
  await page.keyboard.press('Control+Enter');
  await page.getByText('L’émargement n’a pas été enregistré').waitFor();
  await page.getByText(/vient d’être enregistré par Claire [^,]+, et garde ce que vous avez saisi/).waitFor();
  await isSound('sessions-refused');
  expect(await page.getByRole('row').nth(1).getByRole('button', { name: 'Excusé', pressed: true }).count()).toBe(1);
  expect(await page.getByRole('row').nth(6).getByRole('button', { name: 'Excusé', pressed: true }).count()).toBe(1);
  // A save that is refused moves the focus to what says so: the same keys save from there, and the card too.
  await page.locator(':focus', { hasText: 'L’émargement n’a pas été enregistré' }).waitFor();
  await page.route(`**/api/group-sessions/${id}/attendance`, (route) => route.abort());
  await page.keyboard.press('Control+Enter');
  await page.locator(':focus', { hasText: 'Nous ne savons pas si c’est enregistré' }).waitFor();
  // Taken, and its answer lost: it is read again, and is so.
  await page.unroute(`**/api/group-sessions/${id}/attendance`);
  await loseAnswers(page, `**/api/group-sessions/${id}/attendance`);
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await page.getByText('Émargement enregistré.').first().waitFor();
  await page.unroute(`**/api/group-sessions/${id}/attendance`);
  demo.complaints.splice(0);
  const { enrolled } = await sessionNamed(FRENCH);
  expect(enrolled.map(({ attendance }) => attendance).filter((one) => one === 'EXCUSED')).toHaveLength(2);
  expect(enrolled[5]?.absenceReason).toBe('WORK');
});

test('what is typed stays when the network drops as what a colleague saved is read again', async () => {
  const { id } = await sessionNamed(FRENCH);
  await openGrid(id);
  await page.getByRole('row').nth(12).waitFor();
  await page.locator('[aria-pressed=true]:focus').waitFor();
  await page.keyboard.press('a');
  const before = await sessionNamed(FRENCH);
  const other = before.enrolled[4];
  await page.request.put(`/api/group-sessions/${id}/attendance`, {
    data: { rows: [{ pathwayId: other?.pathwayId, attendance: 'EXCUSED', absenceReason: 'TRANSPORT' }] },
    headers: { 'If-Match': `"${before.version}"` },
  });
  let isDown = true;
  await page.route(`**/api/group-sessions/${id}`, (route) => (isDown ? route.abort() : route.continue()));
  await page.keyboard.press('Control+Enter');
  await page.getByText('L’émargement n’a pas été enregistré').waitFor();
  await page.getByText('Cette page n’est peut-être plus à jour').waitFor();
  const told = (): Promise<number> => page.getByText(/garde ce que vous avez saisi/).count();
  expect(await told()).toBe(0);
  const first = page.getByRole('row').nth(1).getByRole('button', { name: 'Absent', pressed: true });
  expect(await first.count()).toBe(1);
  await askAgainInVain(page);
  isDown = false;
  await page.getByRole('button', { name: 'Réessayer' }).first().click();
  await page
    .getByRole('alert')
    .filter({ hasText: 'Cette page n’est peut-être plus à jour' })
    .waitFor({ state: 'detached' });
  expect(await first.count()).toBe(1);

  // Entered by herself, in another window: nobody is named.
  await first.press('Control+Enter');
  await page.getByText(/ce qui est enregistré maintenant, et garde ce que vous avez saisi/).waitFor();

  // Saved, and neither the answer nor what is read again is heard: asked again it is so, and nobody else is accused.
  isDown = true;
  await loseAnswers(page, `**/api/group-sessions/${id}/attendance`);
  const notRead = page.waitForEvent('requestfailed', (request) => request.method() === 'GET');
  await first.press('Control+Enter');
  await notRead;
  await page.getByText('Nous ne savons pas si c’est enregistré').waitFor();
  expect(await told()).toBe(0);
  isDown = false;
  await page.unroute(`**/api/group-sessions/${id}/attendance`);
  await page.keyboard.press('Control+Enter');
  await page.getByText('Émargement enregistré.').first().waitFor();
  expect(await told()).toBe(0);
  await page.unroute(`**/api/group-sessions/${id}`);
  demo.complaints.splice(0);
});

test('what is entered while the grid is being saved stays to be saved, and is said to; one does not leave unasked', async () => {
  const { id } = await sessionNamed(FRENCH);
  await openGrid(id);
  await page.getByRole('row').nth(12).waitFor();
  await page.locator('[aria-pressed=true]:focus').waitFor();
  const pressed = (line: number, name: string): Locator =>
    page.getByRole('row').nth(line).getByRole('button', { name, pressed: true });
  await page.getByRole('row').nth(2).getByRole('button', { name: 'Absent' }).press('Enter');
  await pressed(2, 'Absent').waitFor();
  const { begun, release } = await holdBack(page, `**/api/group-sessions/${id}/attendance`, (route) =>
    route.continue(),
  );
  await page.keyboard.press('Control+Enter');
  await begun;
  const asked = page.waitForEvent('dialog').then(async (question) => {
    await question.dismiss();
    return question.message();
  });
  await page.getByRole('link', { name: 'Retour à la séance' }).click();
  expect(await asked).toMatch(/^L’émargement n’est pas enregistré\./);
  await page.getByRole('row').nth(3).getByRole('button', { name: 'Absent' }).press('Enter');
  await pressed(3, 'Absent').waitFor();
  release();
  await page.getByText('Ce que vous avez saisi depuis reste à enregistrer.', { exact: false }).first().waitFor();
  await isSound('sessions-saved-in-part');
  const kept = async (): Promise<unknown[]> =>
    (await sessionNamed(FRENCH)).enrolled.slice(1, 3).map(({ attendance }) => attendance);
  expect([await kept(), await pressed(3, 'Absent').count()]).toEqual([['ABSENT', 'PRESENT'], 1]);
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).press('Enter');
  await page.getByText('Émargement enregistré.').first().waitFor();
  expect(await kept()).toEqual(['ABSENT', 'ABSENT']);
});

test('what a colleague saved is told before it is written over, though all that is known is that nothing was heard', async () => {
  const before = await sessionNamed(FRENCH);
  const { id } = before;
  await openGrid(id);
  await page.getByRole('row').nth(12).waitFor();
  await page.locator('[aria-pressed=true]:focus').waitFor();
  const excused = page.getByRole('row').nth(8).getByRole('button', { name: 'Excusé' });
  await excused.press('Enter');
  await excused.and(page.locator('[aria-pressed=true]')).waitFor();
  const colleague = await demo.pageOf(MANAGER);
  const entered = await colleague.request.put(`/api/group-sessions/${id}/attendance`, {
    data: { rows: [{ pathwayId: before.enrolled[7]?.pathwayId, attendance: 'ABSENT' }] },
    headers: { 'If-Match': `"${before.version}"` },
  });
  expect(entered.status()).toBe(200);
  await page.route(`**/api/group-sessions/${id}/attendance`, (route) => route.fulfill({ status: 502, body: '' }), {
    times: 1,
  });
  await page.keyboard.press('Control+Enter');
  await page.getByText('Nous ne savons pas si c’est enregistré').waitFor();
  await page.getByText(/vient d’être enregistré par Claire [^,]+, et garde ce que vous avez saisi/).waitFor();
  await page.goto('/#/week');
});

test('a session is made, people are enrolled from the list by a range, each refusal is told, by the keyboard', async () => {
  await page.goto('/#/group-sessions');
  await heading('Séances').waitFor();
  await page.getByRole('link', { name: 'Demander un logement social' }).waitFor();
  await isSound('sessions-list');
  await page.getByRole('button', { name: 'Passées' }).press('Enter');
  await page.getByRole('link', { name: FRENCH, exact: true }).waitFor();
  await page.getByRole('button', { name: 'Nouvelle séance' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^Séance/ }).fill('Journée civique');
  await dialog.getByRole('combobox', { name: /Nature/ }).selectOption('CIVIC');
  await dialog.getByLabel(/^Jour/).fill('2026-11-23');
  await dialog.getByRole('textbox', { name: /Lieu/ }).fill('Salle 1');
  await dialog.getByRole('spinbutton', { name: /Places/ }).fill('2');
  await isSound('sessions-new', NONE_IN_DIALOG);
  await dialog.getByRole('button', { name: 'Créer la séance' }).press('Enter');
  await heading('Journée civique').waitFor();
  await page.getByText('Aucune personne que vous suivez n’est inscrite à cette séance.').waitFor();
  const { click, cost } = counted(page);
  await click(page.getByRole('button', { name: 'Choisir des personnes' }));
  const boxes = page.getByRole('checkbox');
  await click(boxes.nth(0));
  await page.keyboard.down('Shift');
  await click(boxes.nth(2));
  await page.keyboard.up('Shift');
  await click(page.getByRole('button', { name: 'Inscrire (3)' }));
  await page.getByText('2 personnes inscrites. 1 personne n’a pas pu l’être.').first().waitFor();
  await page.getByText(/Il n’y a plus de place dans cette séance/).waitFor();
  expect(cost().clicks).toBeLessThanOrEqual(6);
  await page.getByRole('heading', { level: 2, name: 'Inscriptions (2)' }).waitFor();
  // The same range by the keyboard alone: space, then Shift and space.
  const { tabTo, use, ...byKeyboard } = counted(page);
  await boxes.nth(0).focus();
  await use('Space');
  await tabTo(boxes.nth(11));
  await page.keyboard.down('Shift');
  await use('Space');
  await page.keyboard.up('Shift');
  await page.getByRole('button', { name: 'Inscrire (12)', disabled: false }).waitFor();
  expect(byKeyboard.cost()).toEqual({ keys: 11, clicks: 2 });
  // Whoever is ticked stays so, and is named, while others are searched for; all of them are enrolled at once.
  await page
    .getByLabel(/Chercher/)
    .last()
    .fill('exemple amina');
  await page.keyboard.press('Enter');
  await page.getByText(/^Choisies aussi\s: /).waitFor();
  await page.getByRole('button', { name: 'Inscrire (12)' }).waitFor();
  await isSound('sessions-ticked');
  await page.getByRole('button', { name: 'Inscrire (12)' }).press('Enter');
  await page.getByText('12 personnes n’ont pas pu l’être.', { exact: false }).first().waitFor();
  await isSound('sessions-one');
  await page.getByRole('link', { name: 'Feuille d’émargement' }).click();
  await page.getByRole('columnheader', { name: 'Signature' }).waitFor();
  expect(await page.getByRole('rowheader').count()).toBe(2);
  await isSound('sessions-sheet');
});

test('a session is cancelled, says so where it is listed, keeps those who are to be told, and is restored', async () => {
  const [person] = (await sessionNamed('Demander un logement social')).enrolled;
  const inHerFile = page
    .getByRole('region', { name: 'Séances à venir' })
    .getByRole('listitem')
    .filter({ hasText: 'Demander un logement social' });
  const openHerFile = async (): Promise<void> => {
    await page.goto(`/#/pathways/${person?.pathwayId}/show`);
    await inHerFile.getByRole('link', { name: 'Demander un logement social' }).waitFor();
  };
  await openHerFile();
  expect(await inHerFile.innerText()).toMatch(/30 novembre 2026, de 10\s?h à 11\s?h\s?30[^]*Grande salle$/);
  await isSound('sessions-of-file');
  await page.goto('/#/group-sessions');
  await page.getByRole('link', { name: 'Demander un logement social' }).click();
  await heading('Demander un logement social').waitFor();
  await page.getByRole('button', { name: 'Annuler la séance' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: /^Annuler «.Demander un logement social.»/ });
  await dialog.waitFor();
  await isSound('sessions-cancel', NONE_IN_DIALOG);
  await dialog.getByRole('button', { name: 'Ne pas annuler' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  expect((await sessionNamed('Demander un logement social')).cancelled).toBe(false);
  await page.getByRole('button', { name: 'Annuler la séance' }).press('Enter');
  await dialog.getByRole('button', { name: 'Annuler la séance' }).press('Enter');
  await page.getByText('Cette séance est annulée.', { exact: false }).waitFor();
  await page.getByRole('heading', { level: 2, name: 'Inscriptions (8)' }).waitFor();
  expect(await page.getByRole('cell', { name: 'À prévenir' }).count()).toBe(8);
  expect(await page.getByRole('heading', { name: 'Inscrire des personnes' }).count()).toBe(0);
  await isSound('sessions-cancelled');
  await page.goto('/#/group-sessions');
  await page
    .getByRole('row', { name: /Demander un logement social/ })
    .getByText('Annulée')
    .waitFor();
  await openHerFile();
  await inHerFile.getByText('Annulée : prévenez la personne').waitFor();
  await isSound('sessions-of-file-cancelled');
  await inHerFile.getByRole('link', { name: 'Demander un logement social' }).press('Enter');
  await page.getByRole('button', { name: 'Rétablir la séance' }).press('Enter');
  await page.getByRole('heading', { level: 2, name: 'Inscrire des personnes' }).waitFor();
  expect((await sessionNamed('Demander un logement social')).cancelled).toBe(false);
});

test('a list that holds nothing, and a session that is not there, say so', async () => {
  await demo.owner.query('delete from group_sessions where held_on > $1', ['2026-11-22']);
  await page.goto('/#/group-sessions');
  await page.getByText('Aucune séance cette semaine, ni plus tard.').first().waitFor();
  await isSound('sessions-empty');
  await page.goto('/#/group-sessions/00000000-0000-4000-8000-000000000001');
  await page.getByRole('alert').first().waitFor();
  await isSound('sessions-error');
});
