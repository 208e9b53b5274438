import type { Page } from 'playwright-core';
import { ADMIN, AUDITOR, CASEWORKER, findFile, MANAGER, OFII, READER, REFERENT, REGION } from './accessibility.ts';
import type { NamedTest } from './namedTests.ts';

/** Where a state of a screen is seen: by whom, at what address. */
export interface Seen {
  readonly name: string;
  readonly email: string;
  readonly path: string;
  /** What stands for `:id` in the address. */
  readonly idOf?: (page: Page) => Promise<string>;
}

/** Its title, once it has come. */
export type Loaded = Seen & { readonly title: string };
/** What is asked of the server and answered with nothing, and what is then said. */
export type Emptied = Seen & {
  readonly asked: string;
  readonly answer: (body: object) => object;
  readonly says: string;
};
/** What is asked of the server and never answered. */
export type Unanswered = Seen & { readonly asked: string; readonly first?: (page: Page) => Promise<void> };
/** The button that opens a dialogue. */
export type Opened = Seen & { readonly opener: RegExp };

/** Judged by a test that comes to it another way. */
interface JudgedBy {
  readonly judgedBy: NamedTest;
}
/** There is no such state, and why. */
interface Without {
  readonly without: string;
}
type State<Probe> = readonly Probe[] | JudgedBy | Without;

/** The four states in which a screen is judged. */
export interface Screen {
  readonly loaded: State<Loaded>;
  readonly empty: State<Emptied>;
  readonly unanswered: State<Unanswered>;
  readonly dialogue: State<Opened>;
}

const by = (file: string, title: string): JudgedBy => ({ judgedBy: { file: `${file}.browser.test.ts`, title } });
const without = (why: string): Without => ({ without: why });
const NO_DIALOGUE = without('It opens none.');
const OF_THE_FILE = without('It shows what the file holds, and asks nothing else.');
const ALWAYS_FULL = without('What it is about is there, or it is not found.');
const inAFile = (title: string): JudgedBy => by('accessibilityOfAFile', title);
const ofRoles = (title: string): JudgedBy => by('accessibilityOfRoles', title);
const ofSessions = (title: string): JudgedBy => by('sessions', title);
const NONE = (): object => [];

const NOBODY_ID = '00000000-0000-4000-8000-000000000000';
const amina = (page: Page): Promise<string> => findFile(page, 'exemple amina');
const aSession = async (page: Page): Promise<string> => {
  const [first] = (await (await page.request.get('/api/group-sessions?range=[0,0]')).json()) as { id: string }[];
  return first?.id ?? '';
};
const emptied = (body: object): object => ({ ...body, enrolled: [] });
const TO_SIGN = '**/api/group-sessions/*';

const PARTS_OF_A_FILE = inAFile('a file has no fault, in each of its parts and with a dialogue open');
const part = (name: string, asked: string): Unanswered => ({
  name: `the ${name} of a file`,
  email: CASEWORKER,
  path: `/#/pathways/:id/show/${name}`,
  idOf: amina,
  asked,
});
const partEmptied = (name: string, asked: string, says: string, answer: Emptied['answer'] = NONE): Emptied => ({
  ...part(name, asked),
  name: `nothing in the ${name} of a file`,
  answer,
  says,
});
const ofSession = (name: string, at: string): Seen => ({
  name,
  email: CASEWORKER,
  path: `/#/group-sessions/:id${at}`,
  idOf: aSession,
});

/** Every route of the interface, as its router names it. */
export const SCREENS: Readonly<Record<string, Screen>> = {
  '/': {
    loaded: without('It leads to the first screen of whoever comes.'),
    empty: without('It leads elsewhere.'),
    unanswered: without('It asks nothing.'),
    dialogue: NO_DIALOGUE,
  },
  '/login': {
    loaded: by('accessibilityOfScreens', 'signing in, and being refused, have no fault'),
    empty: without('It lists nothing.'),
    unanswered: by('accessibilityOfScreens', 'signing in, and being refused, have no fault'),
    dialogue: NO_DIALOGUE,
  },
  '*': {
    loaded: [
      { name: 'an address that leads nowhere', email: CASEWORKER, path: '/#/nulle-part', title: 'Page introuvable' },
    ],
    empty: without('It lists nothing.'),
    unanswered: without('It asks nothing.'),
    dialogue: NO_DIALOGUE,
  },
  '/password-link': {
    loaded: by('accessibilityOfScreens', 'choosing a password by a link has no fault, nor when it is refused'),
    empty: without('It lists nothing.'),
    unanswered: by('accessibilityOfScreens', 'choosing a password by a link has no fault, nor when it is refused'),
    dialogue: NO_DIALOGUE,
  },
  '/week': {
    loaded: [
      { name: 'the week', email: CASEWORKER, path: '/#/week', title: 'Ma semaine' },
      {
        name: 'the week of whoever answers for a structure',
        email: MANAGER,
        path: '/#/week',
        title: 'Ma semaine',
      },
    ],
    empty: [
      {
        name: 'a week without a file',
        email: CASEWORKER,
        path: '/#/week',
        asked: '**/api/week?*',
        answer: (body) => ({ ...body, files: 0, lines: [] }),
        says: 'Aucun dossier ne vous est attribué',
      },
    ],
    unanswered: [{ name: 'the week', email: CASEWORKER, path: '/#/week', asked: '**/api/week?*' }],
    dialogue: [{ name: 'what to plan', email: CASEWORKER, path: '/#/week', opener: /^Prévoir/ }],
  },
  '/week/news': {
    loaded: by(
      'week',
      'what others did in her files since she last looked is one click away, by person, and is said seen once',
    ),
    empty: [
      {
        name: 'news without any',
        email: CASEWORKER,
        path: '/#/week/news',
        asked: '**/api/week/news',
        answer: (body) => ({ ...body, total: 0, files: [] }),
        says: 'Personne d’autre n’a changé vos dossiers',
      },
    ],
    unanswered: [{ name: 'the news', email: CASEWORKER, path: '/#/week/news', asked: '**/api/week/news' }],
    dialogue: NO_DIALOGUE,
  },
  '/pathways': {
    loaded: [
      { name: 'a caseload', email: CASEWORKER, path: '/#/pathways', title: 'Mes dossiers' },
      { name: 'the files of a territory', email: OFII, path: '/#/pathways', title: 'Dossiers' },
      { name: 'the files of a structure', email: MANAGER, path: '/#/pathways', title: 'Dossiers' },
      { name: 'the files of a department', email: REFERENT, path: '/#/pathways', title: 'Dossiers' },
      { name: 'a screen of another role', email: CASEWORKER, path: '/#/imports', title: 'Écran réservé' },
    ],
    empty: [
      {
        name: 'a caseload without a file',
        email: CASEWORKER,
        path: '/#/pathways',
        asked: '**/api/pathways?*',
        answer: NONE,
        says: 'Aucun dossier que vous puissiez voir',
      },
    ],
    unanswered: [{ name: 'a caseload', email: CASEWORKER, path: '/#/pathways', asked: '**/api/pathways?*' }],
    dialogue: by(
      'shell',
      'filters are kept under a name, shared, and taken up by a colleague, whose address then says them',
    ),
  },
  '/pathways/create': {
    loaded: [{ name: 'opening a file', email: CASEWORKER, path: '/#/pathways/create', title: 'Ouvrir un dossier' }],
    empty: inAFile(
      'opening a file has no fault at any of its stages, nor when it is refused, nor when the person is known',
    ),
    unanswered: [
      {
        name: 'a search before opening a file',
        email: CASEWORKER,
        path: '/#/pathways/create',
        asked: '**/api/people/search',
        first: async (page) => {
          await page.getByLabel(/Chercher une personne/).fill('exemple');
          await page.keyboard.press('Enter');
        },
      },
    ],
    dialogue: NO_DIALOGUE,
  },
  '/pathways/:id/show': {
    loaded: [
      {
        name: 'a file that is not there',
        email: CASEWORKER,
        path: `/#/pathways/${NOBODY_ID}/show`,
        title: 'Ce dossier n’est plus accessible',
      },
    ],
    empty: ALWAYS_FULL,
    unanswered: [
      { name: 'a file', email: CASEWORKER, path: `/#/pathways/${NOBODY_ID}/show`, asked: '**/api/pathways/*' },
    ],
    dialogue: inAFile('every dialogue of a file has no fault'),
  },
  '/pathways/:id/show/identity': {
    loaded: PARTS_OF_A_FILE,
    empty: OF_THE_FILE,
    unanswered: OF_THE_FILE,
    dialogue: NO_DIALOGUE,
  },
  '/pathways/:id/show/correct': {
    loaded: PARTS_OF_A_FILE,
    empty: OF_THE_FILE,
    unanswered: OF_THE_FILE,
    dialogue: inAFile('a correction in conflict, and a session that has ended, ask without fault'),
  },
  '/pathways/:id/show/notes': {
    loaded: PARTS_OF_A_FILE,
    empty: [partEmptied('notes', '**/api/pathways/*/notes?*', 'Aucune note ici que vous puissiez lire.')],
    unanswered: [part('notes', '**/api/pathways/*/notes?*')],
    dialogue: inAFile('notes, refused, corrected and withdrawn, have no fault'),
  },
  '/pathways/:id/show/history': {
    loaded: PARTS_OF_A_FILE,
    empty: [partEmptied('history', '**/api/pathways/*/history', 'Rien n’a encore été noté.')],
    unanswered: [part('history', '**/api/pathways/*/history')],
    dialogue: inAFile('the past of a file has no fault: asked, refused, of two days, from before it was opened'),
  },
  '/pathways/:id/show/accesses': {
    loaded: PARTS_OF_A_FILE,
    empty: [partEmptied('accesses', '**/api/pathways/*/accesses?*', 'Personne n’a encore vu ce dossier.')],
    unanswered: [part('accesses', '**/api/pathways/*/accesses?*')],
    dialogue: NO_DIALOGUE,
  },
  '/pathways/:id/show/extract': {
    loaded: PARTS_OF_A_FILE,
    empty: [
      partEmptied('extract', '**/api/pathways/*/accesses/extract', 'Personne n’a encore vu votre dossier.', (body) => ({
        ...body,
        accesses: [],
      })),
    ],
    unanswered: [part('extract', '**/api/pathways/*/accesses/extract')],
    dialogue: NO_DIALOGUE,
  },
  '/group-sessions': {
    loaded: ofSessions(
      'a session is made, people are enrolled from the list by a range, each refusal is told, by the keyboard',
    ),
    empty: ofSessions('a list that holds nothing, and a session that is not there, say so'),
    unanswered: [
      { name: 'the sessions', email: CASEWORKER, path: '/#/group-sessions', asked: '**/api/group-sessions?*' },
    ],
    dialogue: ofSessions(
      'a session is made, people are enrolled from the list by a range, each refusal is told, by the keyboard',
    ),
  },
  '/merge/:keptId/:otherId': {
    loaded: by(
      'duplicates',
      'two files of one person are compared and merged in four clicks at most, and parted from the history',
    ),
    empty: ALWAYS_FULL,
    unanswered: [
      {
        name: 'the comparison of two files',
        email: MANAGER,
        path: `/#/merge/${NOBODY_ID}/:id`,
        idOf: amina,
        asked: '**/api/pathways/*/merge/preview',
      },
    ],
    dialogue: by(
      'duplicates',
      'two files of one person are compared and merged in four clicks at most, and parted from the history',
    ),
  },
  '/group-sessions/:id': {
    loaded: ofSessions(
      'a session is made, people are enrolled from the list by a range, each refusal is told, by the keyboard',
    ),
    empty: [
      {
        ...ofSession('a session without anybody', ''),
        asked: TO_SIGN,
        answer: emptied,
        says: 'Aucune personne que vous suivez n’est inscrite',
      },
    ],
    unanswered: [{ ...ofSession('a session', ''), asked: TO_SIGN }],
    dialogue: [{ ...ofSession('the change of a session', ''), opener: /^Modifier/ }],
  },
  '/group-sessions/:id/attendance': {
    loaded: ofSessions(
      'attendance of twelve, the last of them absent, then eleven certificates: within the clicks and keys allowed',
    ),
    empty: [
      {
        ...ofSession('the attendance of nobody', '/attendance'),
        asked: TO_SIGN,
        answer: (body) => ({ ...emptied(body), heldOn: '2026-11-20' }),
        says: 'Aucune personne que vous suivez n’est inscrite',
      },
    ],
    unanswered: [{ ...ofSession('the attendance of a session', '/attendance'), asked: TO_SIGN }],
    dialogue: NO_DIALOGUE,
  },
  '/group-sessions/:id/certificates': {
    loaded: ofSessions(
      'attendance of twelve, the last of them absent, then eleven certificates: within the clicks and keys allowed',
    ),
    empty: [
      {
        ...ofSession('the certificates of nobody', '/certificates'),
        asked: TO_SIGN,
        answer: emptied,
        says: 'Personne n’est noté présent à cette séance.',
      },
    ],
    unanswered: [{ ...ofSession('the certificates of a session', '/certificates'), asked: TO_SIGN }],
    dialogue: NO_DIALOGUE,
  },
  '/group-sessions/:id/sheet': {
    loaded: ofSessions(
      'a session is made, people are enrolled from the list by a range, each refusal is told, by the keyboard',
    ),
    empty: [
      {
        ...ofSession('a sheet to sign without anybody', '/sheet'),
        asked: TO_SIGN,
        answer: emptied,
        says: 'Aucune personne que vous suivez n’est inscrite',
      },
    ],
    unanswered: [{ ...ofSession('a sheet to sign', '/sheet'), asked: TO_SIGN }],
    dialogue: NO_DIALOGUE,
  },
  '/assign': {
    loaded: [
      { name: 'the files to assign', email: OFII, path: '/#/assign', title: 'À attribuer' },
      { name: 'the files of a structure to assign', email: MANAGER, path: '/#/assign', title: 'À attribuer' },
    ],
    empty: [
      {
        name: 'nothing to assign',
        email: MANAGER,
        path: '/#/assign',
        asked: '**/api/pathways?*',
        answer: NONE,
        says: 'Aucun dossier sans référent.',
      },
    ],
    unanswered: [{ name: 'the files to assign', email: OFII, path: '/#/assign', asked: '**/api/pathways?*' }],
    dialogue: [{ name: 'the choice of a structure', email: OFII, path: '/#/assign', opener: /^Attribuer/ }],
  },
  '/transfers': {
    loaded: [{ name: 'the transfers of a structure', email: MANAGER, path: '/#/transfers', title: 'Transferts' }],
    empty: [
      {
        name: 'no transfer',
        email: MANAGER,
        path: '/#/transfers',
        asked: '**/api/transfers?*',
        answer: NONE,
        says: 'Aucun transfert n’est terminé.',
      },
    ],
    unanswered: [{ name: 'the transfers', email: MANAGER, path: '/#/transfers', asked: '**/api/transfers?*' }],
    dialogue: ofRoles('transfers have no fault: asked, waiting on both sides, answered, and the file that left'),
  },
  '/stalls': {
    loaded: [{ name: 'the stalled pathways', email: REFERENT, path: '/#/stalls', title: 'Parcours bloqués' }],
    empty: [
      {
        name: 'no stalled pathway',
        email: REFERENT,
        path: '/#/stalls',
        asked: '**/api/stalls?*',
        answer: NONE,
        says: 'Aucun parcours bloqué parmi les dossiers que vous pouvez voir.',
      },
    ],
    unanswered: [{ name: 'the stalled pathways', email: REFERENT, path: '/#/stalls', asked: '**/api/stalls?*' }],
    dialogue: ofRoles(
      'what a referent sees and does has no fault: a file without its name, a stall to act on, a filter that keeps nothing',
    ),
  },
  '/imports': {
    loaded: [{ name: 'the imports', email: OFII, path: '/#/imports', title: 'Importer une liste de l’OFII' }],
    empty: [
      {
        name: 'no import',
        email: OFII,
        path: '/#/imports',
        asked: '**/api/imports?*',
        answer: NONE,
        says: 'Aucun import pour le moment.',
      },
    ],
    unanswered: [{ name: 'the imports', email: OFII, path: '/#/imports', asked: '**/api/imports?*' }],
    dialogue: NO_DIALOGUE,
  },
  '/imports/:id/show': {
    loaded: ofRoles('a list looked at before it is imported has no fault, whatever the sort of its lines'),
    empty: without('A list without a line is refused as it is sent.'),
    unanswered: [{ name: 'an import', email: OFII, path: `/#/imports/${NOBODY_ID}/show`, asked: '**/api/imports/*' }],
    dialogue: NO_DIALOGUE,
  },
  '/reports': {
    loaded: [
      { name: 'the figures', email: READER, path: '/#/reports', title: 'Chiffres' },
      { name: 'the figures of a region', email: REGION, path: '/#/reports', title: 'Chiffres' },
    ],
    empty: [
      {
        name: 'figures without a table',
        email: READER,
        path: '/#/reports',
        asked: '**/api/reports/**',
        answer: (body) => ({ ...body, tables: [] }),
        says: 'Aucun tableau pour ce trimestre.',
      },
    ],
    unanswered: [{ name: 'the figures', email: READER, path: '/#/reports', asked: '**/api/reports/**' }],
    dialogue: NO_DIALOGUE,
  },
  '/thresholds': {
    loaded: [{ name: 'the thresholds', email: ADMIN, path: '/#/', title: 'Seuils des blocages' }],
    empty: ALWAYS_FULL,
    unanswered: [{ name: 'the thresholds', email: ADMIN, path: '/#/thresholds', asked: '**/api/thresholds' }],
    dialogue: ofRoles(
      'thresholds have no fault: each dialogue, a simulation shown, a refusal, a conflict, a publication to come',
    ),
  },
  '/accounts': {
    loaded: [{ name: 'the accounts', email: ADMIN, path: '/#/accounts', title: 'Comptes' }],
    empty: [
      {
        name: 'no account',
        email: ADMIN,
        path: '/#/accounts',
        asked: '**/api/accounts?*',
        answer: NONE,
        says: 'Aucun compte',
      },
    ],
    unanswered: [{ name: 'the accounts', email: ADMIN, path: '/#/accounts', asked: '**/api/accounts?*' }],
    dialogue: ofRoles('an account and its dialogues have no fault'),
  },
  '/accounts/:id/show': {
    loaded: ofRoles('an account and its dialogues have no fault'),
    empty: ALWAYS_FULL,
    unanswered: [
      { name: 'an account', email: ADMIN, path: `/#/accounts/${NOBODY_ID}/show`, asked: '**/api/accounts/*' },
    ],
    dialogue: ofRoles('an account and its dialogues have no fault'),
  },
  '/organisations': {
    loaded: [{ name: 'the structures', email: ADMIN, path: '/#/organisations', title: 'Structures' }],
    empty: [
      {
        name: 'no structure',
        email: ADMIN,
        path: '/#/organisations',
        asked: '**/api/organisations?*',
        answer: NONE,
        says: 'Aucune structure',
      },
    ],
    unanswered: [{ name: 'the structures', email: ADMIN, path: '/#/organisations', asked: '**/api/organisations?*' }],
    dialogue: [
      { name: 'a new structure', email: ADMIN, path: '/#/organisations', opener: /^Créer une structure/ },
      { name: 'the name of a structure', email: ADMIN, path: '/#/organisations', opener: /^Renommer/ },
    ],
  },
  '/account': {
    loaded: [{ name: 'one’s own account', email: CASEWORKER, path: '/#/account', title: 'Mon compte' }],
    empty: without('One has a session at least: the one that asks.'),
    unanswered: [{ name: 'one’s own account', email: CASEWORKER, path: '/#/account', asked: '**/api/session/factor' }],
    dialogue: [
      { name: 'the change of a password', email: CASEWORKER, path: '/#/account', opener: /^Changer de mot de passe/ },
    ],
  },
  '/audit': {
    loaded: [{ name: 'the audit trail', email: AUDITOR, path: '/#/', title: 'Journal des accès' }],
    empty: [
      {
        name: 'an audit trail without an entry',
        email: AUDITOR,
        path: '/#/audit',
        asked: '**/api/audit?*',
        answer: NONE,
        says: 'Aucune entrée',
      },
    ],
    unanswered: [{ name: 'the audit trail', email: AUDITOR, path: '/#/audit', asked: '**/api/audit?*' }],
    dialogue: NO_DIALOGUE,
  },
  '/openings': {
    loaded: [{ name: 'the emergency openings', email: CASEWORKER, path: '/#/openings', title: 'Ouvertures d’urgence' }],
    empty: [
      {
        name: 'no emergency opening',
        email: CASEWORKER,
        path: '/#/openings',
        asked: '**/api/openings?*',
        answer: NONE,
        says: 'Aucun dossier n’a été ouvert en urgence.',
      },
    ],
    unanswered: [
      { name: 'the emergency openings', email: CASEWORKER, path: '/#/openings', asked: '**/api/openings?*' },
    ],
    dialogue: ofRoles('an emergency opening has no fault, asked or refused'),
  },
};

/** Those of a state that are come to by their address, each under its name. */
export function probesOf<Name extends keyof Screen>(
  state: Name,
): readonly (readonly [string, Extract<Screen[Name], readonly unknown[]>[number]])[] {
  return Object.values(SCREENS).flatMap((screen) => {
    const probes = screen[state];
    return Array.isArray(probes) ? (probes as Seen[]).map((probe) => [probe.name, probe] as never) : [];
  });
}

/** The tests elsewhere that judge a state of a screen. */
export function judgesNamed(): NamedTest[] {
  return Object.values(SCREENS)
    .flatMap((screen) => [screen.loaded, screen.empty, screen.unanswered, screen.dialogue])
    .flatMap((state) => ('judgedBy' in state ? [state.judgedBy] : []));
}
