import type { CalendarDay } from '../calendar/calendarDay.ts';
import { daysBetween } from '../calendar/calendarDay.ts';
import { formatDayFr } from '../calendar/formatDayFr.ts';
import { PARTY_LABELS } from '../pathway/labels.ts';
import type { StallRuleCode } from '../pathway/codes.ts';
import { stallRule } from './rules.ts';
import type { StallSpell } from './stallSpell.ts';

type Explained = Pick<StallSpell, 'rule' | 'anchorOn' | 'sinceOn' | 'limitOn' | 'facts' | 'turn'>;
interface Days {
  /** The day of the anchor, in words. */
  readonly anchor: string;
  readonly limit: string;
  readonly spell: Explained;
}

/** What is wrong, one sentence a rule, with its dated facts. */
const WORDS: Record<StallRuleCode, (days: Days) => string> = {
  NO_CONTACT: ({ anchor, spell }) => (spell.facts[0]?.label === 'Dossier ouvert' ? `Personne jamais jointe depuis l’ouverture du dossier le ${anchor}` : `Personne non jointe depuis le ${anchor}`),
  PLATFORM_NO_SHOW: ({ spell }) => `Deux absences en plateforme d’accueil, les ${spell.facts.slice(0, 2).map(({ on }) => (on === undefined ? '' : formatDayFr(on))).join(' et ')}`,
  CIR_NOT_SIGNED: ({ anchor, limit }) => `CIR non signé : premier titre du ${anchor}, limite de 90 jours atteinte le ${limit}`,
  LANGUAGE_WAIT: ({ anchor, limit }) => `Formation linguistique décidée le ${anchor} et non commencée : limite de 60 jours atteinte le ${limit}`,
  LANGUAGE_ATTENDANCE: ({ spell }) => `Assiduité en français sous 80 % : ${spell.facts[0]?.value ?? ''}`,
  LANGUAGE_NO_PROGRESS: ({ spell }) => `Moins d’un point gagné au test de français : ${spell.facts.map(({ value }) => value ?? '').join(' puis ')}`,
  CIVIC_ABSENCE: ({ anchor, limit }) => `Formation civique non suivie : CIR signé le ${anchor}, limite de 4 mois atteinte le ${limit}`,
  CIR_EXPIRY: ({ limit }) => `CIR échu le ${limit} alors que les formations ne sont pas terminées`,
  FINAL_INTERVIEW_OVERDUE: ({ limit }) => `Entretien de fin de CIR attendu au plus tard le ${limit}`,
  PERMIT_RENEWAL_WINDOW: ({ anchor, limit }) => `Renouvellement du titre non demandé : titre valable jusqu’au ${anchor}, demande à déposer avant le ${limit} inclus`,
  PROOF_OF_STAY_GAP: ({ anchor }) => `Aucun document de séjour valable après le ${anchor}`,
  BPI_CARD_LATE: ({ anchor, limit }) => `Carte non remise : protection accordée le ${anchor}, délai de 3 mois atteint le ${limit}`,
  CIVIL_STATUS_LATE: ({ anchor, limit }) => `Actes d’état civil de l’OFPRA attendus depuis la décision du ${anchor} : 310 jours atteints le ${limit}`,
  ASYLUM_HOUSING_OVERSTAY: ({ anchor, limit }) => `Toujours en hébergement asile : prise en charge finie le ${anchor}, sortie prévue au plus tard le ${limit}`,
  REFUGEE_HOUSING_OVERSTAY: ({ anchor, limit }) => `Séjour en CPH commencé le ${anchor}, sortie prévue au plus tard le ${limit}`,
  INCOME_GAP: ({ anchor }) => `Plus de ressources connues depuis la fin de l’allocation pour demandeur d’asile le ${anchor}`,
  NO_HEALTH_COVER: ({ anchor, limit }) => `Sans couverture maladie : dossier ouvert le ${anchor}, limite atteinte le ${limit}`,
  LICENCE_DEADLINE: ({ anchor, limit }) => `Échange du permis de conduire non demandé : attestation du ${anchor}, alerte au ${limit}, droit perdu au bout de 12 mois`,
  PES_NO_REGISTRATION: ({ anchor, limit }) => `Orientation vers l’emploi le ${anchor} sans inscription : limite de 60 jours atteinte le ${limit}`,
  HANDOVER_NO_CONTACT: ({ anchor, limit }) => `Aucun contact depuis le changement de référent du ${anchor} : limite de 21 jours atteinte le ${limit}`,
  NO_OUTCOME_12M: ({ anchor, limit }) => `Ni emploi, ni formation, ni logement depuis l’ouverture du dossier le ${anchor} : 12 mois atteints le ${limit}`,
};

/**
 * Why a pathway is stalled (or will be): what is wrong, on which dated facts, since when, whose turn, on what basis.
 * The same sentence in the API and on the screens. Pure; `today` decides between « depuis » and « à partir du ».
 */
export function explainStall(spell: Explained, today: CalendarDay): string {
  const words = { anchor: spell.anchorOn === null ? '' : formatDayFr(spell.anchorOn), limit: spell.limitOn === null ? '' : formatDayFr(spell.limitOn), spell };
  const { basis } = stallRule(spell.rule);
  return `${WORDS[spell.rule](words)}${isCitable(basis) ? ` (${basis.split(/[,:;] ?S\d/)[0] ?? ''})` : ''}. ${since(spell, today)}, c’est à ${PARTY_LABELS[spell.turn]} d’agir.`
    .replace(/à le /g, 'au ')
    .replace(/ ([:;!?»])/g, '\u00a0$1');
}

function since({ sinceOn }: Explained, today: CalendarDay): string {
  if (sinceOn === null) return 'En pause';
  const days = daysBetween(sinceOn, today);
  if (days < 0) return `Bloqué à partir du ${formatDayFr(sinceOn)} si rien ne se passe`;
  return days === 0 ? 'Bloqué depuis aujourd’hui' : `Bloqué depuis ${days} jour${days > 1 ? 's' : ''}`;
}

function isCitable(basis: string): boolean {
  return /^(?:[LR]\.\d|CASF|CSS|arrêté|instruction)/.test(basis);
}
