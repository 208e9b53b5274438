import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { totpCode } from '../platform/auth/totp.ts';
import { openDemo, type DemoInABrowser } from './demoBrowser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LISTS = join(process.cwd(), 'seeds', 'demo', 'ofii-lists');
const SIZES = { desk: { width: 1280, height: 900 }, phone: { width: 320, height: 720 } } as const;
const CASEWORKER = 'samira.intervenante@passerelles.example';
const OFII = 'agent@ofii.example';
const MANAGER = 'claire.cheffe@passerelles.example';
const REFERENT = 'referente@prefecture59.example';
const ADMIN = 'admin@jalon.example';
const OTHER_MANAGER = 'nadege.cheffe@escale.example';
const HUGO = 'hugo.intervenant@escale.example';

let demo: DemoInABrowser;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());
afterEach(async () => {
  await demo.closePages();
  expect(demo.complaints.splice(0)).toEqual([]);
});

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What is wrong with the page as it stands: nothing, for anybody who comes with a screen reader, a keyboard or a phone. */
async function faultsOf(page: Page, unjudged: readonly string[] = []): Promise<object> {
  // Nothing still moves: what is being loaded is said by aria-busy.
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  // A dialogue that still fades in is pale, and would be told so. What is cut short has ended too.
  await page.evaluate('Promise.allSettled(document.getAnimations().map((animation) => animation.finished))');
  await page.evaluate(AXE);
  const rules = Object.fromEntries(unjudged.map((rule) => [rule, { enabled: false }]));
  const violations = (await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: ${JSON.stringify(rules)} }).then(({ violations }) => violations)`,
  )) as Violation[];
  return {
    violations: violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`),
    headings: await page.getByRole('heading', { level: 1, includeHidden: true }).count(),
    title: / – Jalon$|^Jalon$/.test(await page.title()),
    lang: await page.locator('html').getAttribute('lang'),
    widerThanTheScreen: await page.evaluate('document.documentElement.scrollWidth > innerWidth'),
  };
}

const NONE = { violations: [], headings: 1, title: true, lang: 'fr', widerThanTheScreen: false };

/** Each screen: who opens it, where, and what says that it has come. */
const SCREENS: readonly (readonly [name: string, email: string, path: string, comes: string | RegExp])[] = [
  ['a caseload', CASEWORKER, '/#/pathways', 'Mes dossiers'],
  ['opening a file', CASEWORKER, '/#/pathways/create', 'Ouvrir un dossier'],
  ['the files of a territory', OFII, '/#/pathways', /dossiers/i],
  ['the files to assign', OFII, '/#/assign', /attribuer/i],
  ['the imports', OFII, '/#/imports', /import/i],
  ['the stalled pathways', REFERENT, '/#/stalls', 'Parcours bloqués'],
  ['the figures', 'lecture@prefecture59.example', '/#/reports', /./],
  ['the files of a structure', MANAGER, '/#/pathways', 'Dossiers'],
  ['the files of a structure to assign', MANAGER, '/#/assign', 'À attribuer'],
  ['the transfers of a structure', MANAGER, '/#/transfers', 'Transferts'],
  ['the files of a department', REFERENT, '/#/pathways', 'Dossiers'],
  ['the figures of a region', 'lecture@region.example', '/#/reports', 'Chiffres'],
  ['the thresholds', ADMIN, '/#/', 'Seuils des blocages'],
  ['the accounts', ADMIN, '/#/accounts', 'Comptes'],
  ['the structures', ADMIN, '/#/organisations', 'Structures'],
  ['one’s own account', CASEWORKER, '/#/account', 'Mon compte'],
  ['a screen of another role', CASEWORKER, '/#/imports', 'Écran réservé'],
  ['a file that is not there', CASEWORKER, '/#/pathways/00000000-0000-4000-8000-000000000000/show', 'Dossier'],
  ['the audit trail', 'audit@jalon.example', '/#/', 'Journal des accès'],
  ['the emergency openings', CASEWORKER, '/#/openings', 'Ouvertures d’urgence'],
  ['an address that leads nowhere', CASEWORKER, '/#/nulle-part', /./],
];

async function openFile(page: Page, q: string): Promise<string> {
  const filter = encodeURIComponent(JSON.stringify({ q }));
  const [file] = (await (await page.request.get(`/api/pathways?filter=${filter}`)).json()) as { id: string }[];
  await page.goto(`/#/pathways/${file?.id}/show`);
  await page.getByRole('heading', { name: 'Étapes du parcours' }).waitFor();
  return file?.id ?? '';
}

async function record(page: Page, id: string, event: object): Promise<void> {
  const answer = await page.request.post(`/api/pathways/${id}/events`, {
    headers: { 'Idempotency-Key': randomUUID() },
    data: event,
  });
  expect(answer.status()).toBe(201);
}

async function leaveDialog(page: Page): Promise<void> {
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

const focusedName = (page: Page): Promise<string | null> => page.locator(':focus').getAttribute('aria-label');

/** Under a dialogue the page is hidden from everybody: only what the dialogue shows is judged, and the width. */
const NONE_IN_DIALOG = { violations: [], title: true, lang: 'fr', widerThanTheScreen: false };

/** What is asked of the server, for each screen that can go without an answer. */
const UNANSWERED: readonly (readonly [name: string, email: string, asked: string, path: string])[] = [
  ['a caseload', CASEWORKER, '**/api/pathways?*', '/#/pathways'],
  ['a file', CASEWORKER, '**/api/pathways/*', '/#/pathways/00000000-0000-4000-8000-000000000000/show'],
  ['the files to assign', OFII, '**/api/pathways?*', '/#/assign'],
  ['the transfers', MANAGER, '**/api/transfers?*', '/#/transfers'],
  ['the imports', OFII, '**/api/imports?*', '/#/imports'],
  ['the figures', 'lecture@prefecture59.example', '**/api/reports/**', '/#/reports'],
  ['the thresholds', ADMIN, '**/api/thresholds', '/#/thresholds'],
];

describe.each(Object.entries(SIZES))('on a %s', (_name, size) => {
  test('signing in, and being refused, have no fault', async () => {
    const page = await demo.newPage(size);
    await page.getByRole('button', { name: /se connecter/i }).waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
    await page.getByLabel(/adresse/i).fill('personne@exemple.example');
    await page.getByLabel(/mot de passe/i).fill('non');
    await page.getByRole('button', { name: /se connecter/i }).click();
    await page.getByText('Adresse ou mot de passe incorrect.').waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
  });

  test('choosing a password by a link has no fault, nor when it is refused', async () => {
    const page = await demo.newPage(size);
    await page.getByRole('button', { name: /se connecter/i }).waitFor();
    await page.goto('/#/password-link?token=inconnu');
    await page.getByRole('heading', { level: 1, name: 'Choisir votre mot de passe' }).waitFor();
    expect(page.url()).not.toContain('token');
    expect(await faultsOf(page)).toEqual(NONE);
    await page.getByLabel(/^Nouveau mot de passe \(/).fill('tricot brumeux quarante');
    await page.getByLabel(/seconde fois/).fill('autre chose');
    await page.getByRole('button', { name: 'Choisir ce mot de passe' }).click();
    await page.getByText('Les deux saisies sont différentes.').waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
    await page.getByLabel(/seconde fois/).fill('tricot brumeux quarante');
    await page.getByRole('button', { name: 'Choisir ce mot de passe' }).click();
    await page.getByText(/Ce lien a déjà servi/).waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
  });

  test('the second step of a sign-in has no fault, nor the first registration of an application', async () => {
    const of = 'where email = $1';
    await demo.owner.query(`update accounts set is_demo = false ${of}`, [HUGO]);
    const page = await demo.newPage(size);
    const enter = async (): Promise<void> => {
      await page.getByLabel(/adresse/i).fill(HUGO);
      await page.getByLabel(/mot de passe/i).fill(demo.passwordOf(HUGO));
      await page.getByRole('button', { name: /se connecter/i }).click();
    };
    await enter();
    await page.getByLabel('Code de connexion').fill('000000');
    expect(await faultsOf(page)).toEqual(NONE);
    await page.getByRole('button', { name: /se connecter/i }).click();
    await page.getByText(/Ce code n’est pas le bon/).waitFor();
    expect(await faultsOf(page)).toEqual(NONE);

    await demo.owner.query(`delete from second_factors where account_id = (select id from accounts ${of})`, [HUGO]);
    await page.getByRole('button', { name: 'Changer de compte' }).click();
    await enter();
    await page.getByRole('img', { name: /Code QR/ }).waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
    const secret = (await page.locator('code').innerText()).replaceAll(' ', '');
    await page.getByLabel(/Code à six chiffres/).fill(totpCode(secret, new Date()));
    await page.getByRole('button', { name: 'Enregistrer cette application' }).click();
    await page.getByRole('list', { name: 'Codes de secours' }).waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
  });

  test('an account and its dialogues have no fault', async () => {
    const page = await demo.signIn(ADMIN, size);
    await page.goto('/#/accounts');
    await page.getByRole('button', { name: 'Créer un compte' }).click();
    await page.getByLabel(/^Nom affiché/).waitFor();
    expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
    await leaveDialog(page);
    await page.getByRole('link', { name: 'Claire Vasseur' }).click();
    await page.getByRole('heading', { level: 1, name: 'Claire Vasseur' }).waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
    for (const name of ['Modifier', 'Désactiver', 'Retirer le second facteur']) {
      await page.getByRole('button', { name, exact: true }).click();
      await page.getByRole('dialog').waitFor();
      expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
      await leaveDialog(page);
    }
    await page.getByRole('button', { name: 'Lien de réinitialisation du mot de passe' }).click();
    await page.getByRole('dialog', { name: 'Confirmez que c’est bien vous' }).waitFor();
    expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
  });

  test.each(SCREENS)('%s has no fault', async (_screen, email, path, comes) => {
    const page = await demo.signIn(email, size);
    await page.goto(path);
    await page.getByRole('heading', { level: 1, name: comes }).waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
  });

  test('an emergency opening has no fault, asked or refused', async () => {
    const page = await demo.signIn(CASEWORKER, size);
    await page.goto('/#/openings');
    await page.getByRole('button', { name: 'Ouvrir un dossier en urgence' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
    await page.getByRole('button', { name: 'Ouvrir', exact: true }).click();
    await page
      .getByText(/à corriger/)
      .first()
      .waitFor();
    expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
  });

  test('a stall says once whose turn it is: in its sentence, and in a column where there is one', async () => {
    const page = await demo.signIn(REFERENT, size);
    await page.goto('/#/stalls');
    await page
      .getByText(/C’est au tour/)
      .first()
      .waitFor();
    expect(await page.getByRole('columnheader', { name: 'À qui d’agir' }).count()).toBe(size === SIZES.desk ? 1 : 0);
    expect(await page.locator('dt', { hasText: 'À qui d’agir' }).count()).toBe(0);

    await page.getByRole('link', { name: /^J\d/ }).first().click();
    const stalls = page.getByRole('region', { name: 'Ce qui bloque' });
    await stalls
      .getByText(/C’est au tour/)
      .first()
      .waitFor();
    expect(await stalls.innerText()).not.toContain('À qui d’agir');
  });

  test('a file has no fault, in each of its parts and with a dialogue open', async () => {
    const page = await demo.signIn(CASEWORKER, size);
    const filter = encodeURIComponent(JSON.stringify({ q: 'exemple amina' }));
    const [file] = (await (await page.request.get(`/api/pathways?filter=${filter}`)).json()) as { id: string }[];
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
      await page.goto(`/#/pathways/${file?.id}/show${part}`);
      await page.getByRole('heading', { level: 1, name: /EXEMPLE Amina/ }).waitFor();
      expect(await faultsOf(page)).toEqual(NONE);
    }
    await page.getByRole('button', { name: 'Contact', exact: true }).click();
    await page.getByRole('dialog').waitFor();
    expect(await faultsOf(page)).toMatchObject({ violations: [], widerThanTheScreen: false });
  });

  test('opening a file has no fault at any of its stages, nor when it is refused, nor when the person is known', async () => {
    const page = await demo.signIn(CASEWORKER, size);
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

  test('a list looked at before it is imported has no fault, whatever the sort of its lines', async () => {
    const page = await demo.signIn(OFII, size);
    await page.goto('/#/imports');
    await page.locator('input[type=file]').setInputFiles(join(LISTS, '2026-04.csv'));
    await page.getByRole('button', { name: 'Confirmer l’import' }).waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
    const tabs = await page.getByRole('tab').all();
    expect(tabs.length).toBeGreaterThan(1);
    for (const tab of tabs) {
      await tab.click();
      expect(await faultsOf(page)).toEqual(NONE);
    }
  });

  test('what a referent sees and does has no fault: a file without its name, a stall to act on, a filter that keeps nothing', async () => {
    const page = await demo.signIn(REFERENT, size);
    await page
      .getByRole('button', { name: /^Agir sur/ })
      .first()
      .click();
    await page.getByRole('dialog').waitFor();
    expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
    await leaveDialog(page);
    await page.getByRole('main').getByRole('link', { name: /\d/ }).first().click();
    await page.getByRole('heading', { name: 'Étapes du parcours' }).waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
    const nothing = encodeURIComponent(JSON.stringify({ status: 'CLOSED', stalled: true }));
    await page.goto(`/#/pathways?filter=${nothing}`);
    await page.getByText('Aucun dossier ne répond à ces filtres.').first().waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
  });

  test('every dialogue of a file has no fault', async () => {
    const page = await demo.signIn(CASEWORKER, size);
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
  });

  test('a correction in conflict, and a session that has ended, ask without fault', async () => {
    const page = await demo.signIn(CASEWORKER, size);
    await openFile(page, 'exemple farid');
    const asked = `/api${new URL(page.url()).hash.slice(1).replace('/show', '')}`;
    await page.getByRole('link', { name: 'Identité et situation' }).click();
    await page.getByRole('link', { name: 'Corriger l’identité ou la situation' }).click();
    await page.getByLabel('Téléphone').fill('06 39 98 11 11');
    const etag = (await page.request.get(asked)).headers()['etag'] ?? '';
    const phone = `06 39 98 22 ${size.width === 320 ? '22' : '33'}`;
    await page.request.put(asked, { headers: { 'If-Match': etag }, data: { person: { phone } } });
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await page.getByRole('dialog', { name: 'Ce dossier a changé pendant votre saisie' }).waitFor();
    expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
    await leaveDialog(page);
    await demo.owner.query('delete from sessions');
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await page.getByRole('dialog', { name: 'Votre session a expiré' }).waitFor();
    expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
  });

  test('a file that is sealed has no fault: asked, refused, done, its rights, for whoever may not know where the person is', async () => {
    const page = await demo.signIn(MANAGER, size);
    const id = await openFile(page, size === SIZES.desk ? 'exemple yonas' : 'exemple elif');
    const rights = page.getByRole('group', { name: 'Accès à ce dossier' });
    const dialog = page.getByRole('dialog');
    await rights.getByRole('button', { name: 'Sceller le dossier' }).click();
    await dialog.getByRole('checkbox').first().waitFor();
    await dialog.getByLabel('Donner un accès à').selectOption({ index: 1 });
    await dialog.getByRole('button', { name: 'Ajouter' }).click();
    expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
    await dialog.getByRole('button', { name: 'Sceller le dossier' }).click();
    await dialog.locator('[aria-invalid=true]').first().waitFor();
    expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
    await dialog.getByLabel(/^Motif/).fill('La personne est recherchée.');
    await dialog
      .getByRole('checkbox', { name: /^Savoir/ })
      .first()
      .uncheck();
    await dialog.getByRole('button', { name: 'Sceller le dossier' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await faultsOf(page)).toEqual(NONE);
    for (const name of ['Droits sur le dossier scellé', 'Lever le scellé']) {
      await rights.getByRole('button', { name }).click();
      await dialog.waitFor();
      expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
      await leaveDialog(page);
    }
    const caseworker = await demo.signIn(CASEWORKER, size);
    for (const [part, tells] of [
      ['identity', 'Tenu à part'],
      ['correct', 'sont tenues à part'],
    ]) {
      await caseworker.goto(`/#/pathways/${id}/show/${part}`);
      await caseworker
        .getByText(tells ?? '')
        .first()
        .waitFor();
      await caseworker.getByRole('heading', { level: 2 }).first().waitFor();
      expect(await faultsOf(caseworker)).toEqual(NONE);
    }
    await caseworker.goto('/#/pathways');
    await caseworker.getByText('Dossier scellé').first().waitFor();
    expect(await faultsOf(caseworker)).toEqual(NONE);
  });

  test('transfers have no fault: asked, waiting on both sides, answered, and the file that left', async () => {
    const page = await demo.signIn(MANAGER, size);
    const dialog = page.getByRole('dialog');
    const numbers: string[] = [];
    const names = size === SIZES.desk ? ['joão', 'nasir'] : ['selam', 'nasir'];
    for (const name of names) {
      const id = await openFile(page, `exemple ${name}`);
      await page.getByRole('button', { name: 'Transférer à une autre structure' }).click();
      await dialog.waitFor();
      await dialog.getByLabel(/^Structure/).selectOption({ label: 'Escale Métropole' });
      expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
      await dialog.getByLabel(/^Motif/).fill('Un logement trouvé près de votre structure.');
      await dialog.getByRole('button', { name: 'Demander le transfert' }).click();
      await page.getByText(/^Transfert demandé à Escale Métropole/).waitFor();
      await dialog.waitFor({ state: 'detached' });
      expect(await faultsOf(page)).toEqual(NONE);
      const { number } = (await (await page.request.get(`/api/pathways/${id}`)).json()) as { number: string };
      numbers.push(number);
    }
    await page.getByRole('button', { name: 'Retirer la demande' }).click();
    await dialog.waitFor();
    expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);

    const other = await demo.signIn(OTHER_MANAGER, size);
    await other.getByText(/transferts? attend(?:ent)? votre réponse\./).waitFor();
    expect(await faultsOf(other)).toEqual(NONE);
    await other.goto('/#/transfers');
    for (const [answer, number] of [
      ['Accepter', numbers[0]],
      ['Refuser', numbers[1]],
    ]) {
      const opener = other.getByRole('button', { name: new RegExp(`^${answer}.:.${number}$`) });
      await opener.waitFor();
      expect(await faultsOf(other)).toEqual(NONE);
      await opener.click();
      const answering = other.getByRole('dialog');
      await answering.waitFor();
      expect(await faultsOf(other)).toMatchObject(NONE_IN_DIALOG);
      if (answer === 'Refuser') await answering.getByLabel(/^Motif/).fill('Plus de place chez nous.');
      await answering.getByRole('button', { name: answer ?? '' }).click();
      await answering.waitFor({ state: 'detached' });
    }
    await other.getByText('Plus de place chez nous.').first().waitFor();
    expect(await faultsOf(other)).toEqual(NONE);

    await page.goto('/#/transfers');
    await page.getByText('Plus de place chez nous.').first().waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
    await page
      .getByRole('link', { name: numbers[0] ?? '' })
      .first()
      .click();
    await page.getByText(/^Dossier transféré le/).waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
  });

  test('a name asked by a referent has no fault, nor where its structure reads why', async () => {
    const page = await demo.signIn(REFERENT, size);
    await page.getByRole('main').getByRole('link', { name: /^J\d/ }).first().click();
    await page.getByRole('button', { name: 'Demander le nom' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
    await dialog.getByLabel(/^Motif/).fill('Réunion de situation.');
    await dialog.getByRole('button', { name: 'Voir le nom' }).click();
    await page.getByText('pour cette session et ce dossier seulement').waitFor();
    await dialog.waitFor({ state: 'detached' });
    expect(await faultsOf(page)).toEqual(NONE);
  });

  test('notes, refused, corrected and withdrawn, have no fault', async () => {
    const page = await demo.signIn(CASEWORKER, size);
    await openFile(page, 'exemple mubarak');
    await page.getByRole('link', { name: 'Notes', exact: true }).click();
    await page.getByRole('button', { name: 'Enregistrer la note' }).click();
    await page.getByText('1 champ est à corriger').waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
    await page.getByLabel(/^Texte de la note/).fill('Un mot sans fin : '.concat('interminable'.repeat(12)));
    await page.getByRole('button', { name: 'Enregistrer la note' }).click();
    await page.getByText('La note est enregistrée.').waitFor();
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
    const page = await demo.signIn(CASEWORKER, size);
    // Facts stay recorded: a person each, for each size.
    const [housed, ended] = size === SIZES.desk ? ['mamadou', 'camila'] : ['camila', 'mamadou'];
    const home = await openFile(page, `exemple ${housed}`);
    await record(page, home, { step: 'HOUSING_ACCESS', status: 'DONE', on: '2026-11-20' });
    await page.reload();
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

    const contract = await openFile(page, `exemple ${ended}`);
    await record(page, contract, { contract: 'TERMINATION_NOTICE', on: '2026-11-23' });
    await page.reload();
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
    const page = await demo.signIn(CASEWORKER, size);
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
    await page.goto(`/#/pathways/${id}/show?asOf=2026-11-20&knownAt=2026-11-20`);
    await page.getByText('Ce dossier n’existait pas encore à cette date').waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
  });

  test('a stall put on hold has no fault: asked, refused for too long, found by the referent the third time', async () => {
    const page = await demo.signIn(CASEWORKER, size);
    await openFile(page, 'exemple amina');
    await page.getByRole('button', { name: 'Connu, en attente' }).first().click();
    const dialog = page.getByRole('dialog', { name: /Blocage connu, en attente/ });
    await dialog.waitFor();
    expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
    await dialog.getByLabel(/Ce qui est attendu/).selectOption({ index: 1 });
    await dialog.getByLabel(/En attente jusqu’au/).fill('2028-01-01');
    await page.keyboard.press('Enter');
    await dialog
      .getByText(/ne se met en attente que/)
      .first()
      .waitFor();
    expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);

    const referent = await demo.signIn(REFERENT, size);
    const filter = encodeURIComponent(JSON.stringify({ silencedRepeatedly: true, state: 'SILENCED' }));
    await referent.goto(`/#/stalls?filter=${filter}`);
    await referent.getByText('Mis en attente 3 fois').first().waitFor();
    expect(await faultsOf(referent)).toEqual(NONE);
  });

  test('thresholds have no fault: each dialogue, a simulation shown, a refusal, a conflict, a publication to come', async () => {
    const page = await demo.signIn(ADMIN, size);
    const keep = async (): Promise<void> => {
      await page.getByRole('button', { name: 'Ajouter aux modifications' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    };
    for (const edited of [
      'Sans couverture maladie',
      'CIR échu, formations en cours',
      'Absences en plateforme',
      'Mise en attente',
    ]) {
      await page.getByRole('button', { name: new RegExp(`^Modifier.:.${edited}`) }).click();
      await page.getByRole('dialog').waitFor();
      expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
      await leaveDialog(page);
    }
    const civic = page.getByRole('button', { name: 'Modifier : Formation civique non suivie' });
    const limit = page.getByRole('dialog').getByRole('spinbutton', { name: /^Limite/ });
    await civic.click();
    await limit.fill('900');
    await keep();
    await page.getByRole('button', { name: 'Simuler' }).click();
    await page.getByText(/champs? (?:est|sont) à corriger/).waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
    await page.getByRole('button', { name: /^Modifier ce qui est à publier/ }).click();
    await limit.waitFor();
    expect(await limit.getAttribute('aria-invalid')).toBe('true');
    expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
    await limit.fill(size.width === 320 ? '11' : '10');
    await keep();
    await page.getByLabel(/^En vigueur à partir du/).fill('2026-12-24');
    await page.getByRole('button', { name: 'Simuler' }).click();
    await page.getByRole('heading', { name: 'Simulation' }).waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
    await page.getByRole('button', { name: 'Publier…' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await faultsOf(page)).toMatchObject(NONE_IN_DIALOG);
    await page.getByLabel(/^Raison/).fill('Essai');
    await page.route(
      '**/api/thresholds',
      (route) => route.fulfill({ status: 409, json: { status: 409, code: 'thresholds_changed', message: 'Relisez.' } }),
      { times: 1 },
    );
    await page.getByRole('button', { name: 'Publier pour de bon' }).click();
    await page.getByText('D’autres seuils viennent d’être publiés').waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
    await page.getByRole('button', { name: 'Relire les seuils' }).click();
    await page.getByRole('button', { name: 'Relire les seuils' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Publier…' }).click();
    await page.getByRole('button', { name: 'Publier pour de bon' }).click();
    await page.getByText('À venir', { exact: true }).first().waitFor();
    await page.getByText('Les dossiers sont à jour.').first().waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
  });

  test.each(UNANSWERED)('%s that no answer comes for is said without fault', async (_screen, email, asked, path) => {
    const page = await demo.signIn(email, size);
    await page.route(asked, (route) => route.abort());
    await page.goto('/#/nulle-part');
    await page.getByRole('heading', { level: 1, name: 'Page introuvable' }).waitFor();
    await page.goto(path);
    await page.getByText('Le serveur ne répond pas.', { exact: false }).first().waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
  });

  test('an empty answer and a server that does not answer are said without fault', async () => {
    const page = await demo.signIn(CASEWORKER, size);
    await page.getByLabel(/Chercher une personne/).fill('zzzzzz');
    await page.keyboard.press('Enter');
    await page.getByText('Aucun dossier trouvé', { exact: false }).first().waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
    await page.route('**/api/stalls*', (route) => route.abort());
    await page.goto('/#/stalls');
    await page.getByRole('alert').first().waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
  });
});

describe('by keyboard', () => {
  test('every dialogue of a file is left by Escape, which gives the focus back to what opened it', async () => {
    const page = await demo.signIn(CASEWORKER);
    await openFile(page, 'exemple amina');
    const noteFact = page.getByRole('group', { name: 'Noter un fait' }).getByRole('button');
    const openers = [...(await noteFact.all()), page.getByRole('button', { name: 'Connu, en attente' }).first()];
    expect(openers.length).toBeGreaterThan(5);
    for (const opener of openers) {
      const name = await opener.innerText();
      await opener.focus();
      await page.keyboard.press('Enter');
      await leaveDialog(page);
      expect(await page.locator(':focus').innerText()).toBe(name);
    }
  });

  test('the dialogues of rights are left by Escape, which gives the focus back to what opened them', async () => {
    const escape = async (page: Page): Promise<void> => {
      const openers = await page.getByRole('group', { name: 'Accès à ce dossier' }).getByRole('button').all();
      expect(openers.length).toBeGreaterThan(0);
      for (const opener of openers) {
        const name = await opener.innerText();
        await opener.focus();
        await page.keyboard.press('Enter');
        await leaveDialog(page);
        expect(await page.locator(':focus').innerText()).toBe(name);
      }
    };
    const page = await demo.signIn(MANAGER);
    const id = await openFile(page, 'exemple amina');
    await escape(page);
    await page.request.post(`/api/pathways/${id}/seal`, { data: { reason: 'La personne est recherchée.' } });
    await page.reload();
    await page.getByRole('button', { name: 'Lever le scellé' }).waitFor();
    await escape(page);
    await page.request.post(`/api/pathways/${id}/unseal`, { data: {} });

    const referent = await demo.signIn(REFERENT);
    await referent.getByRole('main').getByRole('link', { name: /^J\d/ }).nth(1).click();
    await referent.getByRole('button', { name: 'Demander le nom' }).waitFor();
    await escape(referent);
  });

  test('a move chosen in a menu, and an act on a stall, give the focus back to what opened them', async () => {
    const page = await demo.signIn(CASEWORKER);
    await openFile(page, 'exemple amina');
    const move = page.getByRole('button', { name: /^Noter pour/ }).first();
    await move.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem').first().waitFor();
    await page.keyboard.press('Enter');
    await leaveDialog(page);
    expect(await focusedName(page)).toBe(await move.getAttribute('aria-label'));

    const referent = await demo.signIn(REFERENT);
    const act = referent.getByRole('button', { name: /^Agir sur/ }).first();
    await act.focus();
    await referent.keyboard.press('Enter');
    await leaveDialog(referent);
    expect(await focusedName(referent)).toBe(await act.getAttribute('aria-label'));
  });

  test('the dialogues of thresholds are left by Escape, which gives the focus back to what opened them', async () => {
    const page = await demo.signIn(ADMIN);
    for (const edited of ['Sans contact avec la personne', 'Mise en attente d’un blocage']) {
      const opener = page.getByRole('button', { name: `Modifier : ${edited}` });
      await opener.focus();
      await page.keyboard.press('Enter');
      await leaveDialog(page);
      expect(await focusedName(page)).toBe(await opener.getAttribute('aria-label'));
    }
  });

  test('the first Tab skips to the content; Escape closes a dialogue and gives the focus back', async () => {
    const page = await demo.signIn(CASEWORKER);
    await page.reload();
    await page.getByRole('table').waitFor();
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('Aller au contenu');
    await page.keyboard.press('Enter');
    expect(
      await page.locator(':focus').evaluate((element) => (element as unknown as { tagName: string }).tagName),
    ).toBe('MAIN');

    await page
      .getByRole('link', { name: /EXEMPLE Amina/ })
      .first()
      .click();
    const contact = page.getByRole('button', { name: 'Contact', exact: true });
    await contact.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.locator(':focus').innerText()).toBe('Contact');
  });
});
