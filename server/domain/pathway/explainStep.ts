import { formatDayFr } from '../calendar/formatDayFr.ts';
import type { ContractRuleSetCode, StepState } from './codes.ts';
import { PARTY_LABELS, STEP_LABELS, STEP_STATUS_LABELS } from './labels.ts';
import type { StepSpell } from './spells.ts';
import { deadlineOf, type StepDefinition } from './steps/index.ts';

/** How sure a deadline is, in words that a caseworker may repeat. */
const KIND_WORDS: Record<string, string> = {
  LEGAL: 'délai fixé par les textes',
  LEGAL_THEN_PROPOSAL: 'délai fixé par les textes, ou repère proposé selon le régime',
  PROPOSAL: 'repère proposé, sans valeur légale',
  OBSERVED_MEAN_2022: 'délai moyen observé en 2022',
  OBSERVED_TYPICAL: 'délai habituellement observé',
  RECOMMENDED: 'délai recommandé',
};

/** One sentence on a step: where it stands, what it waits for, until when and why. In French, to be read aloud. */
export function explainStep(spell: StepSpell, state: StepState, definition: StepDefinition, ruleSet: ContractRuleSetCode): string {
  if (state === 'NOT_OPEN') return spell.status === 'CANCELLED' ? 'Annulée : saisie par erreur.' : 'Sans objet tant que personne ne l’a ouverte.';
  if (state === 'CLOSED') return `${STEP_STATUS_LABELS[spell.status]}${spell.fromOn === null ? '' : ` le ${formatDayFr(spell.fromOn)}`}.`;
  if (state === 'WAITING') return `Attend d’abord : ${spell.waitsFor.map((code) => STEP_LABELS[code]).join(', ')}.`;
  const party = spell.status === 'WAITING_THIRD_PARTY' && spell.party !== null ? spell.party : definition.actedBy[0];
  const turn = `C’est à ${PARTY_LABELS[party]} d’agir`.replace('à le ', 'au ');
  if (spell.dueOn === null) return `${turn}\u00a0; aucune échéance n’est calculable pour l’instant.`;
  const kind = KIND_WORDS[deadlineOf(definition, ruleSet) === undefined ? '' : (definition.due?.kind ?? '')];
  const basis = kind === undefined ? '' : ` (${kind}${isArticle(definition.basis) ? `, ${definition.basis}` : ''})`;
  return state === 'OVERDUE'
    ? `En retard depuis le ${formatDayFr(spell.dueOn)}${basis}. ${turn}.`
    : `À faire avant le ${formatDayFr(spell.dueOn)} inclus${basis}. ${turn}.`;
}

/** Article or text of law, rather than the number of a page among the sources. */
export function isArticle(basis: string): boolean {
  return /(?:^|\s)(?:[LR]\.\d|CASF|CSS|arrêté)/.test(basis);
}
