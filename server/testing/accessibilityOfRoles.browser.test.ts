import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import {
  ADMIN,
  AUDITOR,
  CASEWORKER,
  faultsOf,
  leaveDialog,
  MANAGER,
  NONE,
  NONE_IN_DIALOG,
  OFII,
  openFile,
  OTHER_MANAGER,
  REFERENT,
  SIZES,
} from './accessibility.ts';
import { openDemo, type DemoInABrowser } from './demoBrowser.ts';

const LISTS = join(process.cwd(), 'seeds', 'demo', 'ofii-lists');

let demo: DemoInABrowser;
beforeAll(async () => {
  demo = await openDemo();
  // Rights over a sealed file are given to the managers of the structure: there is another one than she who gives them.
  await demo.owner.query(
    `update accounts set role = 'ASSOCIATION_MANAGER' where id = (
       select a.id from accounts a join accounts m on m.organisation_id = a.organisation_id and m.email = $1
       where a.role = 'ASSOCIATION_CASEWORKER' and a.email <> $2 order by a.email limit 1)`,
    [MANAGER, CASEWORKER],
  );
});
afterAll(() => demo.close());
afterEach(async () => {
  await demo.closePages();
  expect(demo.complaints.splice(0)).toEqual([]);
});

describe.each(Object.entries(SIZES))('on a %s', (_name, size) => {
  test('an account and its dialogues have no fault', async () => {
    const page = await demo.pageOf(ADMIN, size);
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
    await leaveDialog(page);
  });

  test('an emergency opening has no fault, asked or refused', async () => {
    const page = await demo.pageOf(CASEWORKER, size);
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

  test('what a referent sees and does has no fault: a file without its name, a stall to act on, a filter that keeps nothing', async () => {
    const page = await demo.pageOf(REFERENT, size);
    await page.goto('/#/stalls');
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

  test('a file that is sealed has no fault: asked, refused, done, its rights, for whoever may not know where the person is', async () => {
    const page = await demo.pageOf(MANAGER, size);
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
    const caseworker = await demo.pageOf(CASEWORKER, size);
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
    for (const reader of [caseworker, page]) {
      await reader.goto('/#/pathways');
      await reader.getByText('Dossier scellé').first().waitFor();
      expect(await faultsOf(reader)).toEqual(NONE);
    }
  });

  test('transfers have no fault: asked, waiting on both sides, answered, and the file that left', async () => {
    const page = await demo.pageOf(MANAGER, size);
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

    const other = await demo.openAs(OTHER_MANAGER, size);
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

  test('a list looked at before it is imported has no fault, whatever the sort of its lines', async () => {
    const page = await demo.pageOf(OFII, size);
    await page.goto('/#/imports');
    await page.locator('input[type=file]').setInputFiles(join(LISTS, '2026-04.csv'));
    await page.getByRole('button', { name: 'Confirmer l’import' }).waitFor();
    const tabs = await page.getByRole('tab').all();
    expect(tabs.length).toBeGreaterThan(1);
    for (const tab of tabs) {
      await tab.click();
      expect(await faultsOf(page)).toEqual(NONE);
    }
    await page.goto('/#/imports');
    await page.getByRole('link', { name: '2026-04.csv' }).first().waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
  });

  test('thresholds have no fault: each dialogue, a simulation shown, a refusal, a conflict, a publication to come', async () => {
    const page = await demo.pageOf(ADMIN, size);
    await page.goto('/#/thresholds');
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
    await page.getByLabel(/^Motif/).fill('Essai');
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

  test('the audit trail of all that has no fault', async () => {
    const page = await demo.pageOf(AUDITOR, size);
    await page.goto('/#/audit');
    await page.getByRole('heading', { level: 1, name: 'Journal des accès' }).waitFor();
    expect(await faultsOf(page)).toEqual(NONE);
  });
});
