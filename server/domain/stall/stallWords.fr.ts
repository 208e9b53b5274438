import type { CalendarDay } from '../calendar/calendarDay.ts';
import { formatDayFr } from '../calendar/formatDayFr.ts';
import { points } from '../pathway/words.ts';
import { isNeverReached, numberOf } from './stallFacts.ts';
import type { StallFact } from './stallSpell.ts';
import type { Said, StallWords, Words } from './stallWords.ts';

/** Rules whose limit counts from an anchor say: what is missing, since which fact, and the limit. */
function delayed(head: (said: Said) => string): Words {
  return {
    stalled: (said) =>
      said.isLowered
        ? `${head(said)}\u00a0: limite #, signalé depuis le ${said.since}`
        : `${head(said)}\u00a0: limite # dépassée depuis le ${said.since}`,
    watched: (said) => `${head(said)}\u00a0: la limite # est le ${said.limit}`,
  };
}

function counted(stalled: Words['stalled']): Words {
  return { stalled, watched: stalled };
}

function daysOf({ facts }: Said): string {
  return facts.flatMap(({ on }) => (on === undefined ? [] : [`le ${formatDayFr(on)}`])).join(' et ');
}

/** « remis le 3 mars 2026 », for a permit delivered since the opening. */
function deliveredOn({ facts }: Said): string {
  const on = facts[1]?.on;
  return on === undefined ? '' : ` remis le ${formatDayFr(on)}`;
}

/** « récépissé remis le 3 mars 2026 », for a document delivered since the opening. */
function documentOf({ facts }: Said): string | null {
  const { label = '', on } = facts[1] ?? {};
  return on === undefined ? null : `${label.slice(0, 1).toLowerCase()}${label.slice(1)} le ${formatDayFr(on)}`;
}

function scored(fact: StallFact | undefined): string {
  return points(numberOf(fact));
}

/** « deux absences en plateforme d’accueil, le 1er mars 2026 et le 2 avril 2026 » */
function absences(said: Said): string {
  const count = said.facts.length;
  const where = 'en plateforme d’accueil';
  if (count === 1) return `une absence ${where}, ${daysOf(said)}`;
  if (count === 2) return `deux absences ${where}, ${daysOf(said)}`;
  return `${count} absences ${where}, la dernière le ${inWords(said.facts.at(-1)?.on)}`;
}

function incomeToEnd({ anchor }: Said): string {
  return `Allocation pour demandeur d’asile versée jusqu’au ${anchor}\u00a0: ni droits CAF ni emploi pour prendre la suite`;
}

const RULES: StallWords['rules'] = {
  NO_CONTACT: delayed(({ anchor, facts }) =>
    isNeverReached(facts)
      ? `Personne jamais jointe, dossier ouvert le ${anchor}`
      : `Personne non jointe depuis le ${anchor}`,
  ),
  PLATFORM_NO_SHOW: counted((said) => `CIR non signé après ${absences(said)}`),
  CIR_NOT_SIGNED: delayed(({ anchor }) => `CIR non signé, premier titre du ${anchor}`),
  LANGUAGE_WAIT: delayed(({ anchor }) => `Cours de français décidé le ${anchor} et non commencé`),
  LANGUAGE_ATTENDANCE: counted(
    ({ since, facts }) => `Assiduité en français sous 80\u202f% depuis le ${since}\u00a0: ${facts[0]?.value ?? ''}`,
  ),
  LANGUAGE_NO_PROGRESS: counted(
    ({ since, facts }) =>
      `Moins d’un point gagné au test de français du ${since}\u00a0: ${scored(facts[1])}, contre ${facts[0]?.value ?? ''} le ${inWords(facts[0]?.on)}`,
  ),
  CIVIC_ABSENCE: delayed(({ anchor }) => `Formation civique non suivie, CIR signé le ${anchor}`),
  CIR_EXPIRY: {
    stalled: ({ anchor, isAnchorToCome }) =>
      `CIR ${isAnchorToCome ? 'à échéance' : 'échu'} le ${anchor}, formations non terminées`,
    watched: ({ anchor }) => `CIR à échéance le ${anchor}, formations non terminées`,
  },
  FINAL_INTERVIEW_OVERDUE: {
    stalled: ({ limit, since }) => `Entretien de fin de CIR en retard depuis le ${since}\u00a0: échéance au ${limit}`,
    watched: ({ limit }) => `Entretien de fin de CIR à tenir au plus tard le ${limit}`,
  },
  PERMIT_RENEWAL_WINDOW: {
    stalled: (said) =>
      `Renouvellement du titre${deliveredOn(said)} non demandé\u00a0: dépôt ${said.isLateFromTheStart ? 'à faire sans attendre' : `attendu au plus tard le ${said.limit}`}, titre valable jusqu’au ${said.anchor}`,
    watched: (said) =>
      `Renouvellement du titre${deliveredOn(said)} à demander au plus tard le ${said.limit}, titre valable jusqu’au ${said.anchor}`,
  },
  PROOF_OF_STAY_GAP: {
    stalled: (said) =>
      documentOf(said) === null
        ? `Aucun document de séjour valable depuis le ${said.since}\u00a0: le dernier a pris fin le ${said.anchor}`
        : `Aucun document de séjour depuis le ${said.since}\u00a0: ${documentOf(said)}, valable jusqu’au ${said.anchor}`,
    watched: (said) =>
      documentOf(said) === null
        ? `Dernier document de séjour valable jusqu’au ${said.anchor}\u00a0: rien ne prend la suite`
        : `Dernier document de séjour, ${documentOf(said)}, valable jusqu’au ${said.anchor}\u00a0: rien ne prend la suite`,
  },
  BPI_CARD_LATE: delayed(({ anchor }) => `Carte de séjour non remise, protection accordée le ${anchor}`),
  CIVIL_STATUS_LATE: delayed(({ anchor }) => `Actes d’état civil attendus de l’OFPRA, protection du ${anchor}`),
  ASYLUM_HOUSING_OVERSTAY: delayed(({ anchor }) => `Toujours en hébergement asile, prise en charge finie le ${anchor}`),
  REFUGEE_HOUSING_OVERSTAY: delayed(({ anchor }) => `Toujours en CPH, entrée le ${anchor}`),
  INCOME_GAP: {
    stalled: (said) =>
      said.isAnchorToCome
        ? incomeToEnd(said)
        : `Sans ressources connues depuis le ${said.dayAfterAnchor}\u00a0: allocation pour demandeur d’asile terminée le ${said.anchor}`,
    watched: incomeToEnd,
  },
  NO_HEALTH_COVER: delayed(({ anchor }) => `Sans couverture maladie, dossier ouvert le ${anchor}`),
  LICENCE_DEADLINE: {
    stalled: ({ anchor, lost }) =>
      `Échange du permis de conduire non demandé, droit perdu après le ${lost}\u00a0: attestation du ${anchor}`,
    watched: ({ anchor, lost }) =>
      `Échange du permis de conduire à demander, droit perdu après le ${lost}\u00a0: attestation du ${anchor}`,
  },
  PES_NO_REGISTRATION: delayed(({ anchor }) => `Orientation vers l’emploi du ${anchor} sans inscription`),
  HANDOVER_NO_CONTACT: delayed(({ anchor }) => `Aucun contact depuis le changement de référent du ${anchor}`),
  NO_OUTCOME_12M: delayed(({ anchor }) => `Ni emploi ni formation ni logement depuis le ${anchor}`),
};

function inWords(day: CalendarDay | undefined): string {
  return day === undefined ? '' : formatDayFr(day);
}

export const stallWordsFr: StallWords = {
  rules: RULES,
  limit: (duration) => (duration.startsWith('un ') ? `d’${duration}` : `de ${duration}`),
  basis: (text, isProposed) => {
    if (isProposed) return text === null ? 'repère proposé' : `repère proposé\u202f; ${text}`;
    return text ?? 'repère d’usage';
  },
  onHold: (until) => `En attente jusqu’au ${until}.`,
  cited: (text) => text,
  fact: (fact) => fact,
};
