import type { CalendarDay } from '../../calendar/calendarDay.ts';
import { formatDayFr } from '../../calendar/formatDayFr.ts';
import { catalogueOf, type CatalogueStep } from '../catalogue.ts';
import { CONTRACT_STATES, DOMAINS, STEP_STATUSES, type ContractRuleSetCode } from '../codes.ts';
import { reasonOf } from '../explainStep.ts';
import { completeFacts } from '../facts.ts';
import {
  CONTRACT_RULE_SET_LABELS,
  CONTRACT_STATE_LABELS,
  DOMAIN_LABELS,
  PARTY_LABELS,
  PERMIT_RULE_SET_LABELS,
  STEP_LABELS,
  STEP_STATUS_LABELS,
} from '../labels.ts';
import { PERMIT_RULE_SETS } from '../permitRuleSets/index.ts';
import { DUE_SOON_DAYS } from '../plan.ts';
import { CONTRACT_RULE_SETS } from '../ruleSets/index.ts';
import { STEPS, type StepDefinition } from '../steps/index.ts';
import { ALLOWED_CONTRACT_MOVES, ALLOWED_MOVES, MET_STATUSES, OPEN_STATUSES } from '../transitions.ts';
import { citation, durationWords, typeset } from '../words.ts';
import { anchorWords, POPULATION_WORDS, writeStallRules } from './writeStallRules.ts';

/** The whole pathway in French, for practitioners, from the tables of the code: `docs/pathway-catalogue.md`. */
export function writeCatalogue(): string {
  const parts = [
    introduction(),
    '## Les règles du contrat, selon le jour de sa signature',
    ...CONTRACT_RULE_SETS.map(contractRules),
    '## Les conditions de la carte, selon le jour de la première demande',
    ...PERMIT_RULE_SETS.map(permitRules),
    '## Les étapes',
    ...DOMAINS.flatMap((domain) => [
      `### ${DOMAIN_LABELS[domain]}`,
      ...STEPS.filter((step) => step.domain === domain).map(stepPart),
    ]),
    '## Les statuts d’une étape',
    statuses(),
    diagram(STEP_STATUSES, STEP_STATUS_LABELS, ALLOWED_MOVES),
    '## Les états du contrat',
    'Seul le préfet signe, prolonge ou résilie ; on enregistre sa décision. Une prolongation peut en suivre une autre tant que le plafond n’est pas atteint.',
    diagram(CONTRACT_STATES, CONTRACT_STATE_LABELS, ALLOWED_CONTRACT_MOVES),
    '## Les règles de blocage',
    writeStallRules(),
  ];
  return `${parts.map((part) => (part.startsWith('```') ? part : typeset(part))).join('\n\n')}\n`;
}

function introduction(): string {
  return `# Catalogue du parcours

<!-- Écrit par le programme : UPDATE_CATALOGUE=1 npm test -- pathway/writtenCatalogue -->

Ce que le logiciel sait du parcours d’intégration républicaine : les étapes, leurs échéances, les règles de blocage, et sur
quoi chacune repose. Il montre des faits et des délais ; il ne décide de rien.

- **Le jour limite est encore à temps.** Le retard et le blocage commencent le lendemain.
- **Les mois** gardent le numéro du jour, ou le dernier jour du mois quand il n’existe pas (31 janvier et un mois : 28 ou
  29 février), toujours comptés depuis le point de départ. Les jours sont ceux de Paris.
- **À faire bientôt** : dans les ${DUE_SOON_DAYS} jours, jour limite compris.
- **Deux horloges.** Les règles du contrat suivent le jour de sa signature ; les conditions de la carte, celui de la première
  demande. Avant la signature, le parcours est prévu sous les règles en vigueur ce jour-là, à titre provisoire.
- **Ce que vaut un délai.** « Délai légal » : un texte le fixe. « Délai recommandé », « habituel » ou « moyen » : il est
  conseillé ou observé. « Repère proposé » : aucun texte ne le fixe ; le texte cité alors est celui de l’étape.`;
}

const CONFIDENCE_WORDS: Readonly<Record<string, string>> = {
  law: 'texte de loi',
  sourced: 'source publique, non officielle',
  proposal: 'proposition',
  gk: 'usage',
};

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function contractRules(set: (typeof CONTRACT_RULE_SETS)[number], index: number): string {
  const next = CONTRACT_RULE_SETS[index + 1]?.validFrom as CalendarDay | undefined;
  const from = formatDayFr(set.validFrom as CalendarDay);
  const offered = set.languageObligation === 'OFFERED_OPTIONAL';
  const tracks = [
    ...(set.languageTracksHours ?? []).map((hours) => `${hours} h`),
    ...(set.languageModes ?? []).map(({ labelFr }) => labelFr.replaceAll("'", '’')),
  ];
  return `### ${set.labelFr}

\`${set.code}\`

${list([
  next === undefined
    ? `Contrats signés depuis le ${from}.`
    : `Contrats signés du ${from}, jusqu’à la veille du ${formatDayFr(next)}.`,
  `Niveau de français visé : ${set.languageTarget} ; formation ${offered ? 'proposée, au contrat si elle est acceptée' : 'obligatoire dès qu’elle est prescrite'} (${tracks.join(', ')}).`,
  `Formation civique : ${set.civicSessions} séances, ${set.civicHours} heures${set.civicExam ? ', puis un examen' : ''}.`,
  `Durée : ${set.durationMonths} mois, prolongeable de ${set.maxExtensionMonths} mois au plus.`,
])}`;
}

interface Card {
  readonly language?: string | null;
  readonly attendance?: boolean;
  readonly civicExam?: unknown;
  readonly freeCoursesInDepartment?: boolean;
  readonly mayorOpinionDeemedFavourableAfterMonths?: number;
  readonly legal?: string;
}

function cardConditions(card: unknown): string {
  const given = (card ?? {}) as Card;
  const exam = typeof given.civicExam === 'string';
  const mayor = given.mayorOpinionDeemedFavourableAfterMonths;
  const conditions = [
    ...(typeof given.language === 'string' ? [`niveau ${given.language.replace('oral', 'à l’oral')}`] : []),
    ...(given.attendance === true ? ['assiduité et sérieux'] : []),
    ...(exam ? ['examen civique réussi'] : []),
    ...(given.freeCoursesInDepartment === true ? ['cours gratuits disponibles dans le département'] : []),
    ...(mayor === undefined ? [] : [`avis du maire, réputé favorable au bout de ${mayor} mois`]),
  ];
  return `${conditions.join(', ')}${given.legal === undefined ? '' : ` (${given.legal.replace(' to ', ' à ')})`}`;
}

function permitRules(set: (typeof PERMIT_RULE_SETS)[number]): string {
  return `### Carte : ${PERMIT_RULE_SET_LABELS[set.code]}

\`${set.code}\`

${list([
  `Première carte pluriannuelle : ${cardConditions(set['multiYearCard'])}.`,
  `Première carte de résident : ${cardConditions(set['residentCard'])}.`,
  `Naturalisation : ${cardConditions(set['naturalisation'])}.`,
])}`;
}

/** One of everybody: each population that a step may ask for holds for one or the other. */
const EVERYBODY = [null, '2025-01-01' as CalendarDay].map((protectionGrantedOn) =>
  completeFacts({
    protectionGrantedOn,
    asylumSupportEndedOn: '2025-02-01' as CalendarDay,
    permitType: 'VLS_TS',
    isParent: true,
  }),
);

function underEachSet({ code }: StepDefinition): Map<ContractRuleSetCode, CatalogueStep> {
  return new Map(
    CONTRACT_RULE_SETS.flatMap((set) => {
      const found = EVERYBODY.map((facts) => catalogueOf(set.code, facts).byCode.get(code)).find(Boolean);
      return found === undefined ? [] : [[set.code, found] as const];
    }),
  );
}

function stepPart(step: StepDefinition): string {
  const under = underEachSet(step);
  const { actedBy, appliesTo, prerequisites, openByDefault, confidence } = step;
  const waits = prerequisites.map((code) => `« ${STEP_LABELS[code]} »`);
  return `#### ${STEP_LABELS[step.code]}

\`${step.code}\`

${list([
  `Agit : ${actedBy.map((party) => PARTY_LABELS[party]).join(', puis ')}.`,
  `Pour : ${appliesTo.map((population) => POPULATION_WORDS[population]).join(', et ')}.`,
  ...(openByDefault ? [] : ['Sans objet tant que personne ne l’ouvre : seules certaines personnes en ont besoin.']),
  ...(waits.length === 0 ? [] : [`Attend d’abord : ${waits.join(' et ')}.`]),
  ...(under.size === CONTRACT_RULE_SETS.length ? [] : [`Existe seulement sous : ${setNames([...under.keys()])}.`]),
  ...deadlines(under),
  ...grounds(under, confidence),
])}`;
}

function setNames(codes: readonly ContractRuleSetCode[]): string {
  return codes.map((code) => CONTRACT_RULE_SET_LABELS[code]).join(' ; ');
}

/** What each set says; said once where they agree. */
function grouped(
  under: ReadonlyMap<ContractRuleSetCode, CatalogueStep>,
  say: (step: CatalogueStep) => string,
): [string, ContractRuleSetCode[]][] {
  const by = new Map<string, ContractRuleSetCode[]>();
  for (const [code, step] of under) by.set(say(step), [...(by.get(say(step)) ?? []), code]);
  return [...by];
}

function deadlines(under: ReadonlyMap<ContractRuleSetCode, CatalogueStep>): string[] {
  const said = grouped(under, (step) => (step.deadline === undefined ? 'aucune' : `${reasonOf(step)}${more(step)}`));
  return said.map(([words, codes]) => `Échéance : ${words}${said.length === 1 ? '' : `, sous : ${setNames(codes)}`}.`);
}

function more({ deadline }: CatalogueStep): string {
  if (deadline === undefined) return '';
  const { opensAfter, opensBefore, extension, anchor } = deadline;
  const words = anchorWords(anchor);
  const opens =
    opensAfter !== undefined
      ? ` ; possible dès ${durationWords(opensAfter)} après ${words}`
      : opensBefore !== undefined
        ? ` ; possible dès ${durationWords(opensBefore)} avant ${words}`
        : '';
  const extended =
    extension === undefined
      ? ''
      : ` ; prolongée de ${durationWords(extension)}, ${extension.renewable ? 'autant de fois que décidé' : 'une fois'}`;
  return opens + extended;
}

function grounds(under: ReadonlyMap<ContractRuleSetCode, CatalogueStep>, confidence: string): string[] {
  const worth = CONFIDENCE_WORDS[confidence];
  if (worth === undefined) throw new RangeError(`No words for the confidence ${confidence}`);
  const said = grouped(under, ({ basis: { source } }) => {
    const text = citation(source);
    return text === null ? worth : `${text} (${worth})`;
  });
  return said.map(([words, codes]) => `Fondement : ${words}${said.length === 1 ? '' : `, sous : ${setNames(codes)}`}.`);
}

function statuses(): string {
  const rows = STEP_STATUSES.map((status) => {
    const role = OPEN_STATUSES.has(status) ? 'ouverte' : status === 'NOT_APPLICABLE' ? 'non ouverte' : 'close';
    const next = ALLOWED_MOVES[status].map((to) => STEP_STATUS_LABELS[to]).join(', ');
    const met = MET_STATUSES.has(status) ? 'oui' : 'non';
    return `| ${STEP_STATUS_LABELS[status]} | \`${status}\` | ${role} | ${met} | ${next || 'aucun'} |`;
  });
  return `| statut | code | étape | libère celles qui l’attendent | peut devenir |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}`;
}

function diagram<T extends string>(
  states: readonly T[],
  labels: Readonly<Record<T, string>>,
  moves: Readonly<Record<T, readonly T[]>>,
): string {
  const names = states.map((state) => `  state "${labels[state]}" as ${state}`);
  const arrows = states.flatMap((from) => moves[from].map((to) => `  ${from} --> ${to}`));
  return ['```mermaid', 'stateDiagram-v2', ...names, `  [*] --> ${states[0] ?? ''}`, ...arrows, '```'].join('\n');
}
