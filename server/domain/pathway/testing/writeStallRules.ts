import type { Duration } from '../../calendar/period.ts';
import { RULES, type StallRule } from '../../stall/rules.ts';
import type { ContractState, Population } from '../codes.ts';
import {
  CONTRACT_RULE_SET_LABELS,
  CONTRACT_STATE_LABELS,
  DOMAIN_LABELS,
  LANGUAGE_DECISION_LABELS,
  PARTY_LABELS,
  STALL_RULE_LABELS,
  STEP_LABELS,
  STEP_STATUS_LABELS,
} from '../labels.ts';
import { civicSessionsRequired, CONTRACT_RULE_SETS } from '../ruleSets/index.ts';
import { PATHWAY_WORDS } from '../pathwayWords.ts';
import { citation, durationWords } from '../words.ts';

export const POPULATION_WORDS: Record<Population, string> = {
  ALL: 'tout le monde',
  BPI: 'bénéficiaires de la protection internationale',
  NON_BPI: 'autres primo-arrivants',
  VLSTS: 'titulaires d’un VLS-TS',
  DZA_OPTIONAL: 'ressortissants algériens, à qui le CIR est proposé',
  MINOR_16_18: 'personnes entrées entre 16 et 18 ans',
  HOUSED_IN_DNA: 'personnes hébergées dans le dispositif d’asile',
  PARENT: 'parents',
};

/** Anchors that only stall rules have. */
const STALL_ANCHORS: Readonly<Record<string, string>> = {
  LAST_CONTACT: 'le dernier contact où la personne a été jointe, ou l’ouverture du dossier',
  LAST_HANDOVER: 'le dernier changement de référent',
  PROOF_OF_STAY_END: 'le dernier jour du titre ou de l’attestation de séjour',
  ASYLUM_ALLOWANCE_END: 'la fin de l’allocation pour demandeur d’asile',
  'STEP:LANGUAGE_DECISION:DONE': 'la décision de formation linguistique',
  'DUE:CIR_FINAL_INTERVIEW': 'l’échéance de l’entretien de fin de CIR',
};

const WINDOW_CLEARED: Record<NonNullable<StallRule['windows']>, string> = {
  CONTACT: 'un contact où la personne est jointe',
  HANDOVER: 'un contact où la personne est jointe, après le changement',
  PLATFORM_NO_SHOW: '',
  ATTENDANCE: 'le retour au taux d’assiduité',
  TEST: 'un test suivant où le point est gagné',
};

const SPECIAL_CLEARED: Record<NonNullable<StallRule['clearedBySpecial']>, string> = {
  CIVIC_ENDED: civicSessionsWords(),
  TRAINING_ENDED: 'la fin de toutes les formations prescrites',
};

/** « 3 séances civiques suivies (2 sous : CIR - régime d'origine) »: as many as the last set asks for, then the others. */
function civicSessionsWords(): string {
  const last = CONTRACT_RULE_SETS.at(-1);
  const usual = last === undefined ? 0 : civicSessionsRequired(last);
  const others = CONTRACT_RULE_SETS.filter((set) => civicSessionsRequired(set) !== usual).map(
    (set) => `${civicSessionsRequired(set)} sous : ${CONTRACT_RULE_SET_LABELS[set.code]}`,
  );
  return `${usual} séances civiques suivies${others.length === 0 ? '' : ` (${others.join(', ')})`}`;
}

/** How an anchor is said after « depuis », « après » or « avant ». A catalogue with a hole, or a code, is not written. */
export function anchorWords(anchor: string, own: Readonly<Record<string, string>> = {}): string {
  const words = own[anchor] ?? PATHWAY_WORDS.fr.anchors[anchor];
  if (words === undefined) throw new RangeError(`No words for the anchor ${anchor}: add them to ANCHOR_WORDS`);
  return words;
}

export function writeStallRules(rules: readonly StallRule[] = RULES): string {
  const intro =
    'Entre le jour de l’alerte et le jour limite, le parcours est à surveiller ; il est bloqué le lendemain du jour limite, jusqu’à ce qui lève la règle, et à cela seul. Un blocage mis en attente avec un motif revient de lui-même le lendemain du jour dit. Une suspension du suivi déplace les limites qui attendent la personne, jamais celles de la loi.';
  return [intro, ...rules.map(rulePart)].join('\n\n');
}

function rulePart(rule: StallRule): string {
  const lines = [
    `Domaine : ${DOMAIN_LABELS[rule.domain]}. Pour : ${rule.appliesTo.map((one) => POPULATION_WORDS[one]).join(', et ')}.`,
    ...firing(rule),
    ...(rule.extension === undefined ? [] : [extensionWords(rule.extension)]),
    `Levée par : ${clearing(rule).join(' ; ')}.`,
    `À qui d’agir : ${PARTY_LABELS[rule.turn]}.${rule.severity === 'CRITICAL' ? ' **Critique** : en tête de liste.' : ''}`,
    groundLine(rule),
  ];
  return `### ${STALL_RULE_LABELS[rule.code]}\n\n\`${rule.code}\`\n\n${lines.map((line) => `- ${line}`).join('\n')}`;
}

/** « 60 jours avant la fin du CIR », « le jour même de la fin du CIR » */
function dayWords({ n, unit }: Duration, anchor: string): string {
  if (n === 0) return 'ce jour même';
  return `${durationWords({ n: Math.abs(n), unit })} ${n < 0 ? 'avant' : 'après'}${anchor === '' ? '' : ` ${anchor}`}`;
}

function firing(rule: StallRule): string[] {
  const { anchor, warn, limit, warnByPopulation = {}, limitByPopulation = {} } = rule;
  if (rule.ratio !== undefined) {
    const { min, onlyOnceDenominatorHoursReach } = rule.ratio;
    return [`Moins de ${min * 100} % des heures prévues suivies, à partir de ${onlyOnceDenominatorHoursReach} heures.`];
  }
  if (rule.testGainMin !== undefined)
    return [`Moins de ${rule.testGainMin} point gagné depuis le premier test.`.replace('de 1', 'd’un')];
  if (rule.countLimit !== undefined) return [`${rule.countLimit} absences à la convocation en plateforme d’accueil.`];
  if (anchor === null) throw new RangeError(`Nothing says when ${rule.code} begins`);
  const words = anchorWords(anchor, STALL_ANCHORS);
  const others = Object.keys(limitByPopulation).map((population) => {
    const one = population as Population;
    const [alert, last] = [warnByPopulation[one] ?? warn, limitByPopulation[one] ?? limit];
    const said = `${alert === null ? '' : dayWords(alert, '')}, limite ${last === null ? '' : dayWords(last, '')}`;
    return `Pour ${POPULATION_WORDS[one]} : alerte ${said}.`;
  });
  const outcomes = rule.onlyIfOutcome?.map((outcome) =>
    LANGUAGE_DECISION_LABELS[outcome as 'PRESCRIBED'].toLowerCase(),
  );
  return [
    `Compte depuis : ${words}.`,
    `Alerte : ${warn === null ? 'aucune' : dayWords(warn, '')} ; limite : ${limit === null ? 'aucune' : dayWords(limit, '')}.`,
    ...others,
    ...(outcomes === undefined ? [] : [`Seulement si la décision est : ${outcomes.join(', ou ')}.`]),
    ...(rule.onlyIfOpened === undefined
      ? []
      : [`Seulement si l’étape « ${STEP_LABELS[rule.onlyIfOpened]} » a été ouverte.`]),
  ];
}

function extensionWords({ months, max }: NonNullable<StallRule['extension']>): string {
  return `Limite repoussée de ${months} mois par prolongation, ${max === null ? 'autant de fois que décidé' : 'une seule fois'}.`;
}

function clearing(rule: StallRule): string[] {
  const steps = (rule.clearedByStep ?? []).map(
    ([step, statuses]) =>
      `« ${STEP_LABELS[step]} » devient ${statuses.map((status) => `« ${STEP_STATUS_LABELS[status]} »`).join(' ou ')}`,
  );
  const contract = (rule.clearedByContract ?? []).map(
    (state: ContractState) => `contrat « ${CONTRACT_STATE_LABELS[state]} »`,
  );
  const special = rule.clearedBySpecial === undefined ? [] : [SPECIAL_CLEARED[rule.clearedBySpecial]];
  const recurring =
    rule.windows === undefined || WINDOW_CLEARED[rule.windows] === '' ? [] : [WINDOW_CLEARED[rule.windows]];
  const found = [...special, ...recurring, ...steps, ...contract];
  if (found.length > 0) return found;
  if (rule.anchor !== 'PROOF_OF_STAY_END') throw new RangeError(`Nothing says what clears ${rule.code}`);
  return ['un nouveau document de séjour valable'];
}

function groundLine({ basis, confidence, limit }: StallRule): string {
  const text = citation(basis);
  if (confidence === 'proposal' && limit?.n !== 0) {
    return `Repère proposé, que l’administrateur peut régler${text === null ? '' : ` ; pour le droit, ${text}`}.`;
  }
  return `Fondement : ${text ?? 'usage, source non officielle'} ; ce n’est pas un réglage.`;
}
