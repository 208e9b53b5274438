import { daysBetween, plusDays, plusMonths, type CalendarDay } from '../calendar/calendarDay.ts';
import { shift, type Duration } from '../calendar/period.ts';
import { formatDayFr } from '../calendar/formatDayFr.ts';
import type { StallRuleCode } from '../pathway/codes.ts';
import { citation, durationWords, points, turnSentence } from '../pathway/words.ts';
import { stallRule, type StallRule } from './rules.ts';
import { onHoldUntil, type StallSpell } from './stallSpell.ts';

export type Explained = Pick<StallSpell, 'rule' | 'anchorOn' | 'sinceOn' | 'limitOn' | 'facts' | 'turn'> &
  Partial<Pick<StallSpell, 'silences'>>;

/** The days of a stall in words, and its facts. */
interface Said {
  readonly anchor: string;
  readonly limit: string;
  readonly since: string;
  /** Its threshold was lowered once the limit was already past: stalled from that day, not from the limit. */
  readonly isLowered: boolean;
  /** What it rests on was delivered when the limit was already past. */
  readonly isLateFromTheStart: boolean;
  /** A limit may be set before its anchor: what is to end has not ended yet. */
  readonly isAnchorToCome: boolean;
  readonly dayAfterAnchor: string;
  /** The day after which a right is lost, which is not the limit by which one is warned of it. */
  readonly lost: string;
  readonly facts: Explained['facts'];
}
interface Words {
  /** What is wrong, once the limit has passed. */
  readonly stalled: (said: Said) => string;
  /** What is coming, from the day of the warning; never said of rules by count, ratio or test. */
  readonly watched: (said: Said) => string;
}

/** Rules whose limit counts from an anchor say: what is missing, since which fact, and the limit. */
function delayed(head: (said: Said) => string): Words {
  return {
    stalled: (said) =>
      said.isLowered
        ? `${head(said)}\u202f: limite #, signalé depuis le ${said.since}`
        : `${head(said)}\u202f: limite # dépassée depuis le ${said.since}`,
    watched: (said) => `${head(said)}\u202f: la limite # est le ${said.limit}`,
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

function scored(fact: Explained['facts'][number] | undefined): string {
  return points(Number((fact?.value ?? '').replace(',', '.')));
}

/** The exchange of a licence may be asked within a year (arrêté of 12 January 2012, art. 11). */
const LICENCE_RIGHT: Duration = { n: 12, unit: 'MONTH' };

/** « deux absences en plateforme d’accueil, le 1er mars 2026 et le 2 avril 2026 » */
function absences(said: Said): string {
  const count = said.facts.length;
  const where = 'en plateforme d’accueil';
  if (count === 1) return `une absence ${where}, ${daysOf(said)}`;
  if (count === 2) return `deux absences ${where}, ${daysOf(said)}`;
  return `${count} absences ${where}, la dernière le ${inWords(said.facts.at(-1)?.on ?? null)}`;
}

function incomeToEnd({ anchor }: Said): string {
  return `Allocation pour demandeur d’asile versée jusqu’au ${anchor}\u202f: ni droits CAF ni emploi pour prendre la suite`;
}

const NEVER_REACHED = 'Dossier ouvert';

const WORDS: Readonly<Record<StallRuleCode, Words>> = {
  NO_CONTACT: delayed(({ anchor, facts }) =>
    facts[0]?.label === NEVER_REACHED
      ? `Personne jamais jointe, dossier ouvert le ${anchor}`
      : `Personne non jointe depuis le ${anchor}`,
  ),
  PLATFORM_NO_SHOW: counted((said) => `CIR non signé après ${absences(said)}`),
  CIR_NOT_SIGNED: delayed(({ anchor }) => `CIR non signé, premier titre du ${anchor}`),
  LANGUAGE_WAIT: delayed(({ anchor }) => `Cours de français décidé le ${anchor} et non commencé`),
  LANGUAGE_ATTENDANCE: counted(
    ({ since, facts }) => `Assiduité en français sous 80\u202f% depuis le ${since}\u202f: ${facts[0]?.value ?? ''}`,
  ),
  LANGUAGE_NO_PROGRESS: counted(
    ({ since, facts }) =>
      `Moins d’un point gagné au test de français du ${since}\u202f: ${scored(facts[1])}, contre ${facts[0]?.value ?? ''} le ${inWords(facts[0]?.on ?? null)}`,
  ),
  CIVIC_ABSENCE: delayed(({ anchor }) => `Formation civique non suivie, CIR signé le ${anchor}`),
  CIR_EXPIRY: {
    stalled: ({ anchor, isAnchorToCome }) =>
      `CIR ${isAnchorToCome ? 'à échéance' : 'échu'} le ${anchor}, formations non terminées`,
    watched: ({ anchor }) => `CIR à échéance le ${anchor}, formations non terminées`,
  },
  FINAL_INTERVIEW_OVERDUE: {
    stalled: ({ limit, since }) => `Entretien de fin de CIR en retard depuis le ${since}\u202f: échéance au ${limit}`,
    watched: ({ limit }) => `Entretien de fin de CIR à tenir au plus tard le ${limit}`,
  },
  PERMIT_RENEWAL_WINDOW: {
    stalled: (said) =>
      `Renouvellement du titre${deliveredOn(said)} non demandé\u202f: dépôt ${said.isLateFromTheStart ? 'à faire sans attendre' : `attendu au plus tard le ${said.limit}`}, titre valable jusqu’au ${said.anchor}`,
    watched: (said) =>
      `Renouvellement du titre${deliveredOn(said)} à demander au plus tard le ${said.limit}, titre valable jusqu’au ${said.anchor}`,
  },
  PROOF_OF_STAY_GAP: {
    stalled: (said) =>
      documentOf(said) === null
        ? `Aucun document de séjour valable depuis le ${said.since}\u202f: le dernier a pris fin le ${said.anchor}`
        : `Aucun document de séjour depuis le ${said.since}\u202f: ${documentOf(said)}, valable jusqu’au ${said.anchor}`,
    watched: (said) =>
      documentOf(said) === null
        ? `Dernier document de séjour valable jusqu’au ${said.anchor}\u202f: rien ne prend la suite`
        : `Dernier document de séjour, ${documentOf(said)}, valable jusqu’au ${said.anchor}\u202f: rien ne prend la suite`,
  },
  BPI_CARD_LATE: delayed(({ anchor }) => `Carte de séjour non remise, protection accordée le ${anchor}`),
  CIVIL_STATUS_LATE: delayed(({ anchor }) => `Actes d’état civil attendus de l’OFPRA, protection du ${anchor}`),
  ASYLUM_HOUSING_OVERSTAY: delayed(({ anchor }) => `Toujours en hébergement asile, prise en charge finie le ${anchor}`),
  REFUGEE_HOUSING_OVERSTAY: delayed(({ anchor }) => `Toujours en CPH, entrée le ${anchor}`),
  INCOME_GAP: {
    stalled: (said) =>
      said.isAnchorToCome
        ? incomeToEnd(said)
        : `Sans ressources connues depuis le ${said.dayAfterAnchor}\u202f: allocation pour demandeur d’asile terminée le ${said.anchor}`,
    watched: incomeToEnd,
  },
  NO_HEALTH_COVER: delayed(({ anchor }) => `Sans couverture maladie, dossier ouvert le ${anchor}`),
  LICENCE_DEADLINE: {
    stalled: ({ anchor, lost }) =>
      `Échange du permis de conduire non demandé, droit perdu après le ${lost}\u202f: attestation du ${anchor}`,
    watched: ({ anchor, lost }) =>
      `Échange du permis de conduire à demander, droit perdu après le ${lost}\u202f: attestation du ${anchor}`,
  },
  PES_NO_REGISTRATION: delayed(({ anchor }) => `Orientation vers l’emploi du ${anchor} sans inscription`),
  HANDOVER_NO_CONTACT: delayed(({ anchor }) => `Aucun contact depuis le changement de référent du ${anchor}`),
  NO_OUTCOME_12M: delayed(({ anchor }) => `Ni emploi ni formation ni logement depuis le ${anchor}`),
};

/**
 * Why a pathway is stalled on `today`, or will be: what is wrong, on which dated facts, since when, on what basis, and
 * whose turn it is. The same sentence in the API and on the screens, in French, short enough to be read aloud.
 */
export function explainStall(spell: Explained, today: CalendarDay): string {
  const rule = stallRule(spell.rule);
  const isStalled = spell.sinceOn !== null && spell.sinceOn <= today;
  const said: Said = {
    anchor: inWords(spell.anchorOn),
    limit: inWords(spell.limitOn),
    since: inWords(spell.sinceOn),
    isLowered: spell.limitOn !== null && spell.sinceOn !== null && plusDays(spell.limitOn, 1) < spell.sinceOn,
    isAnchorToCome: spell.anchorOn !== null && spell.anchorOn >= today,
    dayAfterAnchor: spell.anchorOn === null ? '' : formatDayFr(plusDays(spell.anchorOn, 1)),
    isLateFromTheStart: (spell.facts[1]?.on ?? '') > (spell.limitOn ?? ''),
    lost: spell.anchorOn === null ? '' : formatDayFr(shift(spell.anchorOn, LICENCE_RIGHT)),
    facts: spell.facts,
  };
  const template = WORDS[spell.rule][isStalled ? 'stalled' : 'watched'](said);
  const what = template.includes(' #') ? template.replace(' #', limitWords(rule, spell)) : template;
  return `${what}${basisWords(rule, spell)}. ${turnSentence(spell.turn)}${onHoldWords(spell, today)}`;
}

/** Said of what is only watched too: it stays in sight, and the day tells whether its limit will pass unsaid. */
function onHoldWords({ silences = [] }: Explained, today: CalendarDay): string {
  const until = onHoldUntil({ silences }, today);
  return until === null ? '' : ` En attente jusqu’au ${formatDayFr(until)}.`;
}

function inWords(day: CalendarDay | null): string {
  return day === null ? '' : formatDayFr(day);
}

/** The limit that was applied: that of the population or of the day's thresholds, with the extensions granted. */
function limitWords({ limit }: StallRule, { anchorOn, limitOn }: Explained): string {
  if (anchorOn === null || limitOn === null) return '';
  const words = durationWords(limit?.unit === 'MONTH' ? monthsOrDays(anchorOn, limitOn) : days(anchorOn, limitOn));
  return words.startsWith('un ') ? ` d’${words}` : ` de ${words}`;
}

function monthsOrDays(from: CalendarDay, to: CalendarDay): Duration {
  const n = monthsBetween(from, to);
  return plusMonths(from, n) === to ? { n, unit: 'MONTH' } : days(from, to);
}

function days(from: CalendarDay, to: CalendarDay): Duration {
  return { n: daysBetween(from, to), unit: 'DAY' };
}

function monthsBetween(from: CalendarDay, to: CalendarDay): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
}

/** The text, and whether the delay itself is only a proposal: nobody may take a setting for the law. */
function basisWords({ anchor, basis, confidence, limit }: StallRule, { anchorOn, limitOn, facts }: Explained): string {
  // A due date says its own text, which its rule set may have changed.
  const text = (anchor?.startsWith('DUE:') === true ? facts[0]?.value : undefined) ?? citation(basis);
  // On the very day that a text gives, nothing is proposed; a limit put before or after it is.
  const isProposed = confidence === 'proposal' && (limit?.n !== 0 || anchorOn !== limitOn);
  if (isProposed) return text === null ? ' (repère proposé)' : ` (repère proposé\u202f; ${text})`;
  return ` (${text ?? 'repère d’usage'})`;
}
