import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { PathwayFile } from '../contract/pathway.ts';
import { faultsOf, SIZES } from './accessibility.ts';
import { loseAnswers } from './badNetwork.ts';
import { clearOfNews } from './clearOfNews.ts';
import { counted } from './counted.ts';
import { openDemo, type DemoInABrowser } from './demoBrowser.ts';
import { picture } from './picture.ts';
import { fileCalled } from './findFile.ts';

const CASEWORKER = 'samira.intervenante@passerelles.example';

let demo: DemoInABrowser;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());
afterEach(() => {
  expect(demo.complaints.splice(0)).toEqual([]);
});

async function open(page: Page, q: string): Promise<void> {
  const { id } = await fileCalled(page, q);
  await page.goto(`/#/pathways/${id}/show`);
  await page.getByRole('heading', { name: 'Étapes du parcours' }).waitFor();
}

const row = (page: Page, step: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${step}`) }) });
const save = async (page: Page, button = 'Enregistrer'): Promise<void> => {
  await page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};
async function note(page: Page, step: string, status: string): Promise<void> {
  await row(page, step).getByRole('button').filter({ hasText: 'Noter' }).click();
  await page.getByRole('menuitem', { name: status, exact: true }).click();
}

test('a home is found, left and found again: leaving is offered only while one is held, and can be taken back', async () => {
  const page = await demo.signIn(CASEWORKER);
  await open(page, 'exemple mamadou');
  const leave = page.getByRole('button', { name: 'Logement quitté' });
  expect(await leave.count()).toBe(0);
  await note(page, 'Accès à un logement pérenne', 'Réalisé');
  await save(page);
  await leave.click();
  await page
    .getByRole('dialog')
    .getByLabel(/Motif du départ/)
    .selectOption('LEASE_ENDED');
  await picture(page, 'home-left-dialog');
  await save(page);
  await row(page, 'Accès à un logement pérenne').getByText('un logement est à retrouver').waitFor();
  expect(await leave.count()).toBe(0);
  expect(await row(page, 'Maintien dans le logement à 3 mois').count()).toBe(0);
  await picture(page, 'home-left');

  await page.getByRole('link', { name: 'Historique' }).click();
  await page.getByRole('button', { name: /^Retirer : Logement quitté/ }).click();
  await save(page, 'Retirer');
  await page.getByRole('link', { name: 'Parcours', exact: true }).click();
  await row(page, 'Maintien dans le logement à 3 mois').waitFor();
  await leave.waitFor();
});

test('a residence document delivered is noted: the stall of the first permit goes, and the file says the new one', async () => {
  const page = await demo.signIn(CASEWORKER);
  await open(page, 'exemple thị mai');
  const stall = page
    .locator('section[aria-labelledby=stalls]')
    .getByRole('listitem')
    .filter({ hasText: 'Renouvellement du titre non demandé' });
  await stall.getByText('titre valable jusqu’au 2 janvier 2027').waitFor();
  await page.getByRole('button', { name: 'Document de séjour remis' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/Document remis/).selectOption('CSP_GENERALE');
  await dialog.getByLabel(/Valable jusqu’au/).fill('2026-12-31');
  await dialog.getByText('Le titre connu est déjà valable jusqu’au 2 janvier 2027').waitFor();
  await picture(page, 'document-dialog');
  await dialog.getByLabel(/Valable jusqu’au/).fill('2026-11-01');
  await dialog.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await dialog.getByText('Ce document aurait pris fin avant d’être remis').first().waitFor();
  await dialog.getByLabel(/Valable jusqu’au/).fill('2030-11-22');
  await save(page);
  await stall.waitFor({ state: 'detached' });
  await page.getByText('Carte de séjour pluriannuelle générale, valable jusqu’au 22 novembre 2030').waitFor();
  await row(page, 'Renouvellement / première carte').getByText('du titre remis le 23 novembre 2026').waitFor();
  await picture(page, 'document-delivered');

  await page.getByRole('link', { name: 'Historique' }).click();
  await page.getByRole('button', { name: /^Retirer : Titre remis/ }).click();
  await save(page, 'Retirer');
  await page.getByRole('link', { name: 'Parcours', exact: true }).click();
  await stall.waitFor();
});

test('a renewal that the days of a permit noted late leave out is said at the head of the file', async () => {
  const page = await demo.signIn(CASEWORKER);
  await open(page, 'exemple thị mai');
  const id = /pathways\/([^/]+)/.exec(page.url())?.[1] ?? '';
  const answer = await page.request.post(`/api/pathways/${id}/events`, {
    data: { step: 'PERMIT_RENEWAL', status: 'REQUESTED', on: '2026-11-16' },
    headers: { 'Idempotency-Key': randomUUID() },
  });
  expect(answer.status()).toBe(201);
  await page.getByRole('button', { name: 'Document de séjour remis' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/Document remis/).selectOption('CSP_GENERALE');
  await dialog.getByLabel(/Remis le/).fill('2026-11-02');
  await dialog.getByLabel(/Valable jusqu’au/).fill('2030-11-01');
  await save(page);
  const said = page
    .getByRole('alert')
    .filter({ hasText: 'Démarche de renouvellement du 16 novembre 2026 non comptée' });
  await said.getByText('se renouvelle à partir du 4 juillet 2030').waitFor();
  await picture(page, 'renewal-not-counted');

  await page.getByRole('link', { name: 'Historique' }).click();
  await page.getByRole('button', { name: /^Retirer : Renouvellement/ }).click();
  await save(page, 'Retirer');
  await said.waitFor({ state: 'detached' });
});

test('links with people here are opened, followed and closed', async () => {
  const page = await demo.signIn(CASEWORKER);
  await open(page, 'exemple elif');
  await page.getByRole('button', { name: /étapes non ouvertes/ }).click();
  for (const step of ['Parrainage / mentorat', 'Activité sportive ou culturelle', 'Bénévolat / service civique']) {
    await note(page, step, 'À faire');
    await save(page);
    await note(page, step, 'En cours');
    await save(page);
    await note(page, step, 'Réalisé');
    await save(page);
    await row(page, step).getByText('Réalisé', { exact: true }).waitFor();
  }
});

test('a decision without a course settles its steps, and the history says from what they follow', async () => {
  const page = await demo.signIn(CASEWORKER);
  await open(page, 'exemple amina');
  await row(page, 'Entrée en formation linguistique').getByText('À faire', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'Historique' }).click();
  await page.getByRole('button', { name: /^Retirer : Prescription/ }).click();
  await save(page, 'Retirer');
  await page.getByRole('link', { name: 'Parcours', exact: true }).click();
  await note(page, 'Prescription / proposition / dispense', 'Réalisé');
  await page
    .getByRole('dialog')
    .getByLabel(/Décision/)
    .selectOption('OFFERED_DECLINED');
  await page.getByText('seront réglés avec cette décision').waitFor();
  await picture(page, 'decision-dialog');
  await save(page);
  await row(page, 'Entrée en formation linguistique').getByText('Refusé par la personne', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'Historique' }).click();
  await page.getByText(/Entrée en formation linguistique.*conséquence de la décision du 23 novembre 2026/).waitFor();
  await picture(page, 'decision-history');
  await page
    .getByRole('button', { name: /^Retirer : Prescription/ })
    .first()
    .click();
  await page.getByText('Ce qui découle de ce fait sera retiré avec lui.').waitFor();
});

test('a notice of termination says until when the person may answer, and what ending it before would be', async () => {
  const page = await demo.signIn(CASEWORKER);
  await open(page, 'exemple farid');
  const move = async (state: string): Promise<void> => {
    await page.getByRole('button', { name: 'Contrat', exact: true }).click();
    await page
      .getByRole('dialog')
      .getByLabel(/Nouvel état du contrat/)
      .selectOption(state);
  };
  await move('TERMINATION_NOTICE');
  await save(page);
  await page
    .getByRole('alert')
    .filter({ hasText: 'observations possibles jusqu’au 23 décembre 2026 (R.413-4)' })
    .waitFor();
  await picture(page, 'termination-notice');
  await move('TERMINATED');
  await page.getByText('sera signalée comme contestable').waitFor();
  await picture(page, 'termination-dialog');
  await save(page);
  await page.getByRole('alert').filter({ hasText: 'résiliation contestable' }).waitFor();
});

test('a fact that a role is not told is left out of its list, and one that nobody filled in is said so', async () => {
  const caseworker = await demo.signIn(CASEWORKER);
  await open(caseworker, 'exemple mamadou');
  const id = /pathways\/([0-9a-f-]{36})/.exec(caseworker.url())?.[1] ?? '';
  const hidden: Record<string, readonly string[]> = {
    [CASEWORKER]: [],
    'agent@ofii.example': ['Logement', 'Fin de la prise en charge asile', 'Entrée en centre provisoire d’hébergement'],
    'referente@prefecture59.example': ['Type de titre', 'Motif de dispense du CIR'],
  };
  const all = Object.values(hidden).flat();
  for (const [email, absent] of Object.entries(hidden)) {
    const page = await demo.signIn(email);
    await page.goto(`/#/pathways/${id}/show/identity`);
    const facts = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Situation et dates' }) });
    await facts.getByText('Entrée en France').waitFor();
    const terms = await facts.getByRole('term').allInnerTexts();
    expect([email, all.filter((term) => terms.includes(term))]).toEqual([
      email,
      all.filter((term) => !absent.includes(term)),
    ]);
    await facts.getByText('Non renseigné').first().waitFor();
  }
});

test('a file is corrected by the keyboard, on a phone: the form is entered by its heading, and left to what was corrected, in sight', async () => {
  const page = await demo.signIn(CASEWORKER, SIZES.phone);
  await open(page, 'exemple mamadou');
  const { press, tabTo, use, tabs } = counted(page);
  const heldInSight = async (what: Locator): Promise<void> => {
    await what.and(page.locator(':focus')).waitFor();
    const { y = -1, height = 0 } = (await what.boundingBox()) ?? {};
    expect([y >= 0, y + height <= SIZES.phone.height]).toEqual([true, true]);
  };
  // To another part of the file, one stays on its tab.
  await page.getByRole('heading', { level: 1 }).focus();
  await tabTo(page.getByRole('link', { name: /^Identité/ }));
  await use();
  const correct = page.getByRole('link', { name: 'Corriger l’identité ou la situation' });
  await correct.waitFor();
  await heldInSight(page.getByRole('link', { name: /^Identité/ }));
  await tabTo(correct);
  await use();
  const form = page.getByRole('heading', { name: 'Corriger le dossier' });
  await heldInSight(form);
  const before = tabs();
  await tabTo(page.getByLabel('Nom de naissance'));
  expect(tabs() - before).toBe(1);

  await tabTo(page.getByRole('link', { name: 'Annuler' }));
  await use();
  await heldInSight(correct);
  await use();
  await heldInSight(form);
  await page.getByLabel('Téléphone').fill('06 39 98 55 55');
  await press('Control+Enter');
  await page.getByText('Correction enregistrée.').waitFor();
  await heldInSight(page.getByRole('heading', { name: 'Identité' }));

  await tabTo(correct);
  await use();
  await page.getByLabel('Entrée en France').fill('2024-05-02');
  await press('Control+Enter');
  await heldInSight(page.getByRole('heading', { name: 'Situation et dates' }));
  // Back in the form, one is where one was.
  await page.goBack();
  await heldInSight(page.getByLabel('Entrée en France'));
});

test('the pathway is drawn by domain, step by step by keyboard, and said in the same order in words', async () => {
  const page = await demo.signIn(CASEWORKER);
  await open(page, 'exemple mamadou');
  const drawn = page.getByRole('region', { name: 'Le parcours en image' });
  await drawn.scrollIntoViewIfNeeded();
  await picture(page, 'pathway-picture');
  const steps = drawn.locator('[data-picture-row]');
  expect(await steps.evaluateAll((rows) => rows.filter(({ tabIndex }) => tabIndex === 0).length)).toBe(1);
  // What the bars show is the name of each row.
  await drawn.getByRole('button', { name: /^Signature du CIR.*Réalisé, \d\d\/\d\d\/\d{4}$/ }).waitFor();
  await steps.first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const third = await steps.nth(2).getAttribute('aria-label');
  const named = (await steps.nth(2).innerText()).trim();
  expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe(third);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading', { name: named }).waitFor();
  expect(await faultsOf(page)).toMatchObject({ violations: [], widerThanTheScreen: false });
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe(third);

  await drawn.getByRole('button', { name: 'Lire ces faits dans l’ordre' }).click();
  const days = await drawn
    .locator('ol time')
    .evaluateAll((all) => all.map((one) => one.getAttribute('datetime') ?? ''));
  expect(days.length).toBeGreaterThan(5);
  expect(days).toEqual([...days].sort());
  // A step that only changes the stretch keeps every fact in words.
  await drawn.getByRole('button', { name: 'Tout le parcours' }).click();
  expect(await drawn.locator('ol time').count()).toBe(days.length);
  await picture(page, 'pathway-picture-whole');

  await page.setViewportSize({ width: 320, height: 640 });
  await steps.first().waitFor({ state: 'detached' });
  expect(await steps.count()).toBe(0);
  expect(await drawn.locator('ol time').count()).toBe(days.length);
  await drawn.scrollIntoViewIfNeeded();
  await picture(page, 'pathway-picture-phone');
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
});

test('the picture says of a limit that it passed the day after, and of a stall that is over that it is', async () => {
  const page = await demo.openAs(CASEWORKER);
  const late = ({ timeline: { steps, today } }: PathwayFile): boolean =>
    steps.some(({ dueOn }) => dueOn !== null && dueOn < today);
  const over = ({ timeline: { stalls } }: PathwayFile, isOver = true): boolean =>
    stalls.some(({ since, until }) => since !== null && (until !== null) === isOver);
  const shown = page.getByRole('region', { name: 'Le parcours en image' });
  const openPicture = async ({ id, timeline }: PathwayFile): Promise<void> => {
    await page.goto(`/#/pathways/${id}/show`);
    await shown.getByRole('button', { name: 'Lire ces faits dans l’ordre' }).click();
    expect(timeline.steps.length).toBeGreaterThan(0);
  };
  const lateFile = await fileWhere(page, late);
  await openPicture(lateFile);
  const lateDay = lateFile.timeline.steps.find(({ dueOn }) => dueOn !== null && dueOn < lateFile.timeline.today)?.dueOn;
  await shown
    .getByRole('listitem')
    .filter({
      has: page.locator(`time[datetime="${String(lateDay)}"]`),
      hasText: 'Échéance, dépassée depuis le lendemain',
    })
    .first()
    .waitFor();

  const overFile = await fileWhere(page, (file) => over(file) && !over(file, false));
  await openPicture(overFile);
  const row = shown.getByRole('img', { name: /Blocage levé le/ });
  expect(await row.first().innerText()).toMatch(/\(levé\)$/);
  expect(await row.first().evaluate((one) => one.ownerDocument.defaultView?.getComputedStyle(one).fontWeight)).toBe(
    '400',
  );
  expect(await faultsOf(page)).toMatchObject({ violations: [], widerThanTheScreen: false });
  await picture(page, 'pathway-picture-over');
});

async function fileWhere(page: Page, is: (file: PathwayFile) => boolean): Promise<PathwayFile> {
  const { rows } = await demo.owner.query<{ id: string }>(
    `select p.id from pathways p join accounts a on a.id = p.referent_id where a.email = $1 and not p.merged
     order by p.number`,
    [CASEWORKER],
  );
  for (const { id } of rows) {
    const file = (await (await page.request.get(`/api/pathways/${id}`)).json()) as PathwayFile;
    if (is(file)) return file;
  }
  throw new Error('No such file');
}

test('an interview, its note and what comes next are said in one form, by keyboard, and refused or recorded as one', async () => {
  const page = await demo.signIn(CASEWORKER);
  await open(page, 'exemple yonas');
  const id = /pathways\/([^/]+)/.exec(page.url())?.[1] ?? '';
  const kept = async (part: string): Promise<unknown[]> =>
    (await (await page.request.get(`/api/pathways/${id}/${part}`)).json()) as unknown[];
  const [notes, tasks] = [(await kept('notes')).length, (await kept('tasks')).length];
  let [clicks, keys] = [0, 0];
  const press = async (...pressed: string[]): Promise<void> => {
    for (const key of pressed) await page.keyboard.press(key);
    keys += pressed.length;
  };
  await page.getByRole('button', { name: 'Noter un échange' }).click();
  clicks += 1;
  const dialog = page.getByRole('dialog', { name: 'Noter un échange' });
  await dialog.getByLabel(/Note \(facultative\)/).waitFor();
  expect(await faultsOf(page)).toMatchObject({ violations: [], widerThanTheScreen: false });
  await dialog.getByLabel(/Note \(facultative\)/).click();
  clicks += 1;
  await page.keyboard.type('Sa fille entre en maternelle lundi.');
  await press('Tab', 'Tab');
  await page.keyboard.type('Demander l’attestation de la mairie');
  await picture(page, 'entry');
  await press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(/La note est enregistrée\..*La prochaine action est prévue\./).waitFor();
  expect([clicks <= 2, keys <= 6]).toEqual([true, true]);
  expect([(await kept('notes')).length, (await kept('tasks')).length]).toEqual([notes + 1, tasks + 1]);
  expect(await page.locator(':focus').innerText()).toBe('Noter un échange');

  // Without a mouse, on a phone; refused on one part, nothing is lost nor half-done.
  await page.setViewportSize({ width: 320, height: 640 });
  await page.keyboard.press('Enter');
  await dialog.getByLabel(/À faire/).fill('Rappeler');
  await dialog.getByLabel(/Note \(facultative\)/).fill('Deuxième note');
  await dialog.getByLabel(/Pour le/).fill('2020-01-01');
  await page.keyboard.press('Control+Enter');
  await dialog.getByRole('alert').waitFor();
  expect(await dialog.getByLabel(/Pour le/).getAttribute('aria-invalid')).toBe('true');
  expect(await faultsOf(page)).toMatchObject({ violations: [], widerThanTheScreen: false });
  await picture(page, 'entry-refused-phone');
  expect([(await kept('notes')).length, (await kept('tasks')).length]).toEqual([notes + 1, tasks + 1]);
  expect(await dialog.getByLabel(/Note \(facultative\)/).inputValue()).toBe('Deuxième note');
  await dialog.getByLabel(/Pour le/).fill('2026-12-01');
  // Recorded, and its answer lost: nothing is said that is not known; sent again, it is recorded once.
  const isUnknown = dialog.getByRole('alert').filter({ hasText: 'Nous ne savons pas si c’est enregistré' });
  let callOff = await loseAnswers(page, '**/api/pathways/*/entries', 'POST');
  await page.keyboard.press('Control+Enter');
  await isUnknown.getByText(/ne sera pas écrit deux fois/).waitFor();
  expect(await faultsOf(page)).toMatchObject({ violations: [], widerThanTheScreen: false });
  await picture(page, 'entry-unheard-phone');
  await callOff();
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  expect([(await kept('notes')).length, (await kept('tasks')).length]).toEqual([notes + 2, tasks + 2]);
  // Opened again at once, it ends above the news of what was recorded.
  await page.keyboard.press('Enter');
  await dialog.waitFor();
  await clearOfNews(page, '[role=dialog], [role=dialog] button');
  await page.evaluate('Promise.allSettled(document.getAnimations().map((animation) => animation.finished))');
  await picture(page, 'entry-news-phone');

  // Left there, it is not said that nothing is recorded.
  await dialog.getByLabel(/Note \(facultative\)/).fill('Troisième note');
  callOff = await loseAnswers(page, '**/api/pathways/*/entries', 'POST');
  await page.keyboard.press('Control+Enter');
  await isUnknown.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Nous ne savons pas si c’est enregistré\u00a0: rechargez la page pour le voir.').waitFor();
  await callOff();
  expect((await kept('notes')).length).toBe(notes + 3);

  // Left while it is being sent: it is not called back, what is opened since stays, and a refusal is told all the same.
  for (const isTaken of [true, false]) {
    await page.keyboard.press('Enter');
    await dialog.getByLabel(/Note \(facultative\)/).fill('Encore une');
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/api/pathways/*/entries', async (route) => {
      await held;
      await (isTaken ? route.fallback() : route.fulfill({ status: 503, json: { code: 'unavailable' } }));
    });
    const sent = page.waitForRequest(/\/entries$/);
    await page.keyboard.press('Control+Enter');
    await sent;
    await page.keyboard.press('Escape');
    await page.getByText('déjà envoyé, l’enregistrement continue', { exact: false }).waitFor();
    await page.keyboard.press('Enter');
    await dialog.waitFor();
    answer();
    await page.getByText(isTaken ? 'Fait enregistré.' : /rien n’a été enregistré/).waitFor();
    expect(await dialog.count()).toBe(1);
    await page.unroute('**/api/pathways/*/entries');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }
  expect((await kept('notes')).length).toBe(notes + 4);
  demo.complaints.splice(0);
});

interface Shown {
  readonly top: number;
  readonly words: string;
}
/** Where what has the focus is, on screen. */
const FOCUSED = `(() => {
  const { top } = document.activeElement.getBoundingClientRect();
  return { top, words: document.activeElement.textContent };
})()`;
const HEAD = `(() => {
  let element = document.querySelector('main h1');
  while (element !== null && getComputedStyle(element).position !== 'sticky') element = element.parentElement;
  return element === null ? null : element.getBoundingClientRect().bottom;
})()`;

test('the head of a file says who, who follows her and what is late, and stays in sight without covering what has the focus', async () => {
  const page = await demo.signIn(CASEWORKER);
  const ask = async <T>(path: string): Promise<T> => (await (await page.request.get(path)).json()) as T;
  const files: PathwayFile[] = [];
  for (const { id } of await ask<{ id: string }[]>('/api/pathways?range=[0,39]'))
    files.push(await ask<PathwayFile>(`/api/pathways/${id}`));
  // Of somebody whose permit ends within the 120 days that it takes to ask for the next one.
  const file = files.find(
    ({ permit, status, overdue }) =>
      status === 'OPEN' &&
      overdue > 0 &&
      (permit?.validUntil ?? '') > '2026-11-23' &&
      (permit?.validUntil ?? '9') < '2027-03-23',
  );
  await page.goto(`/#/pathways/${file?.id}/show`);
  await page.getByRole('heading', { name: 'Étapes du parcours' }).waitFor();
  const head = page.getByRole('region', { name: 'L’essentiel du dossier' });
  expect((await head.innerText()).replace(/\s+/g, ' ')).toMatch(
    /^Numéro J\d\d-\d{6} Naissance \S+ \(\d+ ans\) Langues \S.* Référent Samira Lacombe Suivi En cours/,
  );
  const alerts = head.getByRole('list', { name: 'À ne pas laisser passer' });
  expect(await alerts.getByRole('listitem').allInnerTexts()).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^\d+ étapes? en retard$/),
      expect.stringMatching(/^Titre de séjour jusqu’au \d.* 202[67]$/),
    ]),
  );
  await page.evaluate('scrollTo(0, document.body.scrollHeight)');
  expect(await page.evaluate(HEAD)).toBeGreaterThan(80);
  await page.getByRole('button', { name: 'Noter un échange' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await picture(page, 'file-head');

  // Up the page with the keyboard: nothing that has the focus is under the head, even in part.
  await page.getByRole('main').getByRole('button').last().focus();
  let seen = 0;
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Shift+Tab');
    const isInside = await page.evaluate(
      `document.activeElement.closest('main') !== null && document.activeElement.tagName !== 'MAIN'`,
    );
    if (!isInside) continue;
    const [shown, bottom] = [(await page.evaluate(FOCUSED)) as Shown, (await page.evaluate(HEAD)) as number];
    if (shown.words === 'Noter un échange') break;
    expect([shown.words, shown.top >= bottom - 1]).toEqual([shown.words, true]);
    seen += 1;
  }
  expect(seen).toBeGreaterThan(20);

  // A part has its address, and the head stays what it was.
  await page.getByRole('link', { name: 'Historique' }).click();
  await page.getByRole('heading', { name: 'Historique' }).waitFor();
  expect(page.url()).toMatch(/\/history$/);
  await head.waitFor();
  await page.getByRole('button', { name: 'Suspendre le suivi' }).click();
  await page.getByRole('dialog').getByRole('combobox').selectOption('FAMILY');
  await save(page);
  await head.getByText('Suspendu depuis le 23 novembre 2026').waitFor();
  await page.getByRole('button', { name: 'Reprendre le suivi' }).click();
  await save(page);
  await head.getByText('En cours', { exact: true }).waitFor();

  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(HEAD)).toBeNull();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  const padded = (padding: string): Promise<unknown> =>
    page.evaluate(`new Promise((seen) => {
      const look = () =>
        document.documentElement.style.scrollPaddingTop === '${padding}' ? seen(true) : requestAnimationFrame(look);
      look();
    })`);
  const line = page.locator('[data-head-line]');
  await padded('52px');
  expect(await line.isVisible()).toBe(false);
  // One line stays once it is scrolled past: who, and the number; and nothing that has the focus is under it.
  await page.getByRole('main').getByRole('button').last().focus();
  await line.waitFor();
  expect(await line.innerText()).toMatch(/^[A-ZÀ-Ý' -]+ .* · J\d\d-\d{6}$/);
  const { height = 99, y = 99 } = (await line.boundingBox()) ?? {};
  expect([y, height <= 48]).toEqual([0, true]);
  for (let step = 0; step < 15; step += 1) {
    await page.keyboard.press('Shift+Tab');
    const { top, words } = (await page.evaluate(FOCUSED)) as Shown;
    if (await line.isVisible()) expect([words, top >= height - 1]).toEqual([words, true]);
  }
  expect(await faultsOf(page)).toMatchObject({ violations: [], widerThanTheScreen: false });
  await picture(page, 'file-head-line-phone');
  // Zoomed four times, there is no room for it.
  await page.setViewportSize({ width: 320, height: 470 });
  await padded('');
  expect(await line.isVisible()).toBe(false);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.evaluate('scrollTo(0, 0)');
  await line.waitFor({ state: 'hidden' });
  await picture(page, 'file-head-phone');

  // Whoever is told no name is told nothing of the person there.
  const referent = await demo.signIn('referente@prefecture59.example');
  await referent.goto(page.url().replace('/history', ''));
  const told = referent.getByRole('region', { name: 'L’essentiel du dossier' });
  await told.waitFor();
  expect(await told.getByRole('term').allInnerTexts()).toEqual(['Référent', 'Suivi']);
  await picture(referent, 'file-head-referent');
});
