import { DOMAIN_LABELS } from '../../pathway/labels.ts';
import { typeset } from '../../pathway/words.ts';
import { ACTIONS } from '../actions.ts';
import { BREAK_GLASS_MINUTES, GLASS_BROKEN_BY } from '../breakGlass.ts';
import { SHOWN, type Shown } from '../fields.ts';
import { REFUSALS } from '../refusals.ts';
import { RELATIONS, relationsOf, SEALED_RIGHTS, type Relation } from '../relations.ts';
import { FILE_ACTS, GIVES_LOCATION, RIGHTS_OVER_FILES, refusalOf, rightNeeded, type FileAct } from '../rights.ts';
import { mayEver, ROLES, type Role } from '../roles.ts';
import {
  ACTION_WORDS,
  FILE_ACT_WORDS,
  HIDDEN_FACT_WORDS,
  RELATION_WORDS,
  ROLE_WORDS,
  SEALED_RIGHT_WORDS,
} from '../words.ts';

const YES = 'oui';
/** Of an emergency opening, where the file is read already. */
const NEEDLESS = 'inutile';
const ACTS = Object.keys(FILE_ACTS) as FileAct[];

/** The table of rights as a lawyer reads it, from the tables of the code: `docs/rights-matrix.md`. */
export function writeRightsMatrix(): string {
  const readers = ROLES.filter((role) => RIGHTS_OVER_FILES[role].read !== undefined);
  return `${[
    introduction(),
    '## Ce que chaque rôle peut demander',
    'Un rôle qui n’a pas l’action est refusé (403), avec la raison de la dernière colonne.',
    table(
      ['Action', ...ROLES.map((role) => ROLE_WORDS[role]), 'Raison du refus'],
      ACTIONS.map((action) => [
        ACTION_WORDS[action].words,
        ...ROLES.map((role) => (mayEver(role, action) ? YES : '-')),
        ACTION_WORDS[action].refusal,
      ]),
    ),
    '## Les relations à un dossier',
    RELATIONS.map(
      (relation) => `- **${RELATION_WORDS[relation].name}** (\`${relation}\`) : ${RELATION_WORDS[relation].meaning}.`,
    ).join('\n'),
    '## Ce que chaque rôle peut faire d’un dossier, selon la relation',
    refusals(),
    ...readers.flatMap((role) => [`### ${ROLE_WORDS[role]}`, rightsOf(role)]),
    `Les autres rôles (${ROLES.filter((role) => !readers.includes(role))
      .map((role) => ROLE_WORDS[role].toLowerCase())
      .join(', ')}) n’ont accès à aucun dossier, quelle que soit la relation.`,
    '## Ce que chaque rôle en lit',
    table(
      ['Ce qui est montré', ...ROLES.map((role) => ROLE_WORDS[role])],
      SHOWN_ROWS.map(([words, cell]) => [words, ...ROLES.map((role) => cell(SHOWN[role], role))]),
    ),
    ROLES.map((role) => `- **${ROLE_WORDS[role]}** : ${SHOWN[role].reason}`).join('\n'),
    '## Les dossiers scellés',
    `Un droit sur un dossier scellé est donné à un compte, par son nom, et s’ajoute à la relation : il n’en crée aucune. Sans aucun de ces droits, le dossier n’existe pas.\n\n${SEALED_RIGHTS.map((right) => `- \`${right}\` : ${SEALED_RIGHT_WORDS[right]}.`).join('\n')}\n\nCe qui donnerait à quelqu’un de savoir où est la personne demande \`LOCATE\` à qui le fait : ${[...GIVES_LOCATION].map((act) => FILE_ACT_WORDS[act].toLowerCase()).join(' ; ')}. Sans ce droit : ${REFUSALS.not_located}`,
    table(
      ['Sur un dossier scellé', 'Il y faut'],
      ACTS.map((act) => [
        FILE_ACT_WORDS[act],
        [rightNeeded(act), ...(GIVES_LOCATION.has(act) ? ['LOCATE'] : [])].map((right) => `\`${right}\``).join(' et '),
      ]),
    ),
    'Les listes et les blocages demandent `READ` ; y chercher un nom ou un numéro, `SEARCH` en plus. Lire une note demande `READ`.',
  ]
    .map(typeset)
    .join('\n\n')}\n`;
}

function introduction(): string {
  return `# Qui peut voir et faire quoi

<!-- Écrit par le programme : UPDATE_RIGHTS=1 npm test -- access/writtenRightsMatrix -->

Tout ce qui n’est pas dit ici est refusé. Le programme applique cette table, et la base de données la refait de son côté,
ligne à ligne, sans lui faire confiance. L’interface ne décide de rien : le serveur lui dit, pour chaque dossier, ce qui
peut en être fait.`;
}

/** Numbered, so that cells stay short. */
const NUMBERED = (Object.keys(REFUSALS) as (keyof typeof REFUSALS)[]).map((code) => ({
  code,
  sentence: REFUSALS[code],
}));

function refusals(): string {
  return `« ${YES} » : permis. Un numéro : refusé, pour la raison que voici, telle qu’elle est répondue ; d’une liste ou d’une recherche, ce qui est refusé n’y est pas. De l’ouverture en urgence : « ${NEEDLESS} » où elle lit déjà le dossier, « - » où il reste introuvable, même ainsi.\n\n${NUMBERED.map(
    ({ code, sentence }, index) => `${index + 1}. ${sentence} (\`${code}\`)`,
  ).join('\n')}`;
}

function rightsOf(role: Role): string {
  return table(
    ['', ...relationsOf(role).map((relation) => RELATION_WORDS[relation].name)],
    ACTS.map((act) => [
      FILE_ACT_WORDS[act],
      ...relationsOf(role).map((relation) => {
        const refusal = refusalOf(role, act, relation);
        return refusal === null ? YES : String(NUMBERED.findIndex(({ code }) => code === refusal) + 1);
      }),
    ]).concat([[EMERGENCY, ...relationsOf(role).map((relation) => brokenBy(role, relation))]]),
  );
}

const EMERGENCY = `L’ouvrir en urgence : motif lu par qui le suit, code, ${BREAK_GLASS_MINUTES} minutes, jamais scellé`;

function brokenBy(role: Role, relation: Relation): string {
  if (GLASS_BROKEN_BY[role]?.includes(relation) === true) return YES;
  return refusalOf(role, 'read', relation) === null && mayEver(role, 'pathways.breakGlass') ? NEEDLESS : '-';
}

const yesNo = (shown: boolean): string => (shown ? YES : '-');
const SHOWN_ROWS: readonly (readonly [words: string, cell: (shown: Shown, role: Role) => string])[] = [
  [
    'La personne : nom, naissance, numéros, coordonnées, adresse',
    ({ person }, role) => (!person && mayEver(role, 'pathways.reveal') ? 'le nom seul, sur motif' : yesNo(person)),
  ],
  [
    'Domaines des étapes, blocages et faits notés',
    ({ domains }) => (domains === 'ALL' ? 'tous' : domains.map((domain) => DOMAIN_LABELS[domain]).join(', ') || '-'),
  ],
  [
    'Informations cachées',
    ({ hiddenFacts }) => hiddenFacts.map((fact) => `${HIDDEN_FACT_WORDS[fact] ?? ''} (\`${fact}\`)`).join(', ') || '-',
  ],
  ['Qu’un suivi est suspendu', ({ pauses }) => yesNo(pauses)],
  ['Le motif d’une suspension, le type d’un titre, le numéro noté avec une étape', ({ grounds }) => yesNo(grounds)],
  ['À qui le tour, jour par jour', ({ turns }) => yesNo(turns)],
  ['Les corrections et les changements de main', ({ changes }) => yesNo(changes)],
];

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
