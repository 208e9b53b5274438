import type { CalendarDay } from '../calendar/calendarDay.ts';
import { formatDayEn } from '../calendar/formatDayEn.ts';
import { citedInEnglish } from '../pathway/citation.en.ts';
import { STALL_RULE_LABELS } from '../pathway/labels.en.ts';
import { STALL_RULE_LABELS as FRENCH_RULES } from '../pathway/labels.ts';
import { pathwayWordsEn } from '../pathway/words.en.ts';
import type { StallRuleCode } from '../pathway/codes.ts';
import { isNeverReached, numberOf } from './stallFacts.ts';
import type { StallFact } from './stallSpell.ts';
import type { Said, StallWords, Words } from './stallWords.ts';

const { decimal, points } = pathwayWordsEn;

/** Rules whose limit counts from an anchor say: what is missing, since which fact, and the limit. */
function delayed(head: (said: Said) => string): Words {
  return {
    stalled: (said) =>
      said.isLowered
        ? `${head(said)}: limit #, signalled since ${said.since}`
        : `${head(said)}: limit # passed since ${said.since}`,
    watched: (said) => `${head(said)}: the limit # is ${said.limit}`,
  };
}

function counted(stalled: Words['stalled']): Words {
  return { stalled, watched: stalled };
}

function daysOf({ facts }: Said): string {
  return facts.flatMap(({ on }) => (on === undefined ? [] : [formatDayEn(on)])).join(' and ');
}

/** « delivered on 3 March 2026 », for a permit delivered since the opening. */
function deliveredOn({ facts }: Said): string {
  const on = facts[1]?.on;
  return on === undefined ? '' : ` delivered on ${formatDayEn(on)}`;
}

/** « récépissé (temporary permit) delivered on 3 March 2026 », for a document delivered since the opening. */
function documentOf({ facts }: Said): string | null {
  const { label = '', on } = facts[1] ?? {};
  if (on === undefined) return null;
  const said = labelInEnglish(label);
  return `${said.slice(0, 1).toLowerCase()}${said.slice(1)} on ${formatDayEn(on)}`;
}

/** « two absences from the reception platform, on 1 March 2026 and 2 April 2026 » */
function absences(said: Said): string {
  const count = said.facts.length;
  const where = 'from the reception platform';
  if (count === 1) return `one absence ${where}, on ${daysOf(said)}`;
  if (count === 2) return `two absences ${where}, on ${daysOf(said)}`;
  return `${count} absences ${where}, the last on ${inWords(said.facts.at(-1)?.on)}`;
}

function incomeToEnd({ anchor }: Said): string {
  return `Asylum seeker’s allowance paid until ${anchor}: neither CAF benefits nor a job to follow it`;
}

const RULES: StallWords['rules'] = {
  NO_CONTACT: delayed(({ anchor, facts }) =>
    isNeverReached(facts) ? `Person never reached, file opened on ${anchor}` : `Person not reached since ${anchor}`,
  ),
  PLATFORM_NO_SHOW: counted((said) => `CIR not signed after ${absences(said)}`),
  CIR_NOT_SIGNED: delayed(({ anchor }) => `CIR not signed, first permit of ${anchor}`),
  LANGUAGE_WAIT: delayed(({ anchor }) => `French course decided on ${anchor} and not started`),
  LANGUAGE_ATTENDANCE: counted(
    ({ since, facts }) => `Attendance at the French course below 80% since ${since}: ${valueInEnglish(facts[0])}`,
  ),
  LANGUAGE_NO_PROGRESS: counted(
    ({ since, facts }) =>
      `Less than one point gained in the French test of ${since}: ${points(numberOf(facts[1]))}, against ${valueInEnglish(facts[0])} on ${inWords(facts[0]?.on)}`,
  ),
  CIVIC_ABSENCE: delayed(({ anchor }) => `Civic training not followed, CIR signed on ${anchor}`),
  CIR_EXPIRY: {
    stalled: ({ anchor, isAnchorToCome }) =>
      `CIR ${isAnchorToCome ? 'ending' : 'expired'} on ${anchor}, training not finished`,
    watched: ({ anchor }) => `CIR ending on ${anchor}, training not finished`,
  },
  FINAL_INTERVIEW_OVERDUE: {
    stalled: ({ limit, since }) => `Final CIR interview late since ${since}: due by ${limit}`,
    watched: ({ limit }) => `Final CIR interview to be held by ${limit}`,
  },
  PERMIT_RENEWAL_WINDOW: {
    stalled: (said) =>
      `Renewal of the permit${deliveredOn(said)} not requested: ${said.isLateFromTheStart ? 'to be filed without delay' : `expected by ${said.limit}`}, permit valid until ${said.anchor}`,
    watched: (said) =>
      `Renewal of the permit${deliveredOn(said)} to be requested by ${said.limit}, permit valid until ${said.anchor}`,
  },
  PROOF_OF_STAY_GAP: {
    stalled: (said) =>
      documentOf(said) === null
        ? `No valid residence document since ${said.since}: the last one ended on ${said.anchor}`
        : `No residence document since ${said.since}: ${documentOf(said)}, valid until ${said.anchor}`,
    watched: (said) =>
      documentOf(said) === null
        ? `Last residence document valid until ${said.anchor}: nothing follows it`
        : `Last residence document, ${documentOf(said)}, valid until ${said.anchor}: nothing follows it`,
  },
  BPI_CARD_LATE: delayed(({ anchor }) => `Residence permit not delivered, protection granted on ${anchor}`),
  CIVIL_STATUS_LATE: delayed(({ anchor }) => `Civil status records awaited from OFPRA, protection of ${anchor}`),
  ASYLUM_HOUSING_OVERSTAY: delayed(({ anchor }) => `Still in asylum accommodation, asylum support ended on ${anchor}`),
  REFUGEE_HOUSING_OVERSTAY: delayed(({ anchor }) => `Still in a CPH, entered on ${anchor}`),
  INCOME_GAP: {
    stalled: (said) =>
      said.isAnchorToCome
        ? incomeToEnd(said)
        : `No known income since ${said.dayAfterAnchor}: asylum seeker’s allowance ended on ${said.anchor}`,
    watched: incomeToEnd,
  },
  NO_HEALTH_COVER: delayed(({ anchor }) => `No health cover, file opened on ${anchor}`),
  LICENCE_DEADLINE: {
    stalled: ({ anchor, lost }) =>
      `Exchange of the driving licence not requested, right lost after ${lost}: attestation of ${anchor}`,
    watched: ({ anchor, lost }) =>
      `Exchange of the driving licence to be requested, right lost after ${lost}: attestation of ${anchor}`,
  },
  PES_NO_REGISTRATION: delayed(({ anchor }) => `Referred to employment on ${anchor}, without registration`),
  HANDOVER_NO_CONTACT: delayed(({ anchor }) => `No contact since the change of caseworker of ${anchor}`),
  NO_OUTCOME_12M: delayed(({ anchor }) => `Neither job nor training nor home since ${anchor}`),
};

/** The words with which facts are kept, in English. */
const FACTS: Readonly<Record<string, string>> = {
  'Premier titre': 'First permit',
  'Signature du CIR': 'Signature of the CIR',
  'Fin du CIR': 'End of the CIR',
  'Fin du titre': 'End of the permit',
  'Décision de protection': 'Protection decision',
  'Fin de prise en charge de l’asile': 'End of asylum support',
  'Entrée en CPH': 'Entry into the CPH',
  'Fin de l’allocation pour demandeur d’asile': 'End of the asylum seeker’s allowance',
  'Dossier ouvert': 'File opened',
  'Attestation de prolongation d’instruction': 'Attestation extending the stay during examination',
  'Fin du dernier document de séjour': 'End of the last residence document',
  'Décision de formation': 'Decision on training',
  'Orientation vers l’emploi': 'Referral to employment',
  'Échéance de l’entretien': 'Due date of the interview',
  'Attestation remise': 'Attestation delivered',
  'Récépissé remis': 'Récépissé (temporary permit) delivered',
  'Titre remis': 'Permit delivered',
  'Heures de français': 'Hours of French',
  'Premier test': 'First test',
  'Test suivant': 'Next test',
  'Dernier contact': 'Last contact',
  'Changement de référent': 'Change of caseworker',
  'Absence en plateforme': 'Absence from the platform',
};

const OF_RULES = new Map(
  (Object.keys(FRENCH_RULES) as StallRuleCode[]).map((rule) => [FRENCH_RULES[rule], STALL_RULE_LABELS[rule]]),
);

function labelInEnglish(label: string): string {
  return FACTS[label] ?? OF_RULES.get(label) ?? label;
}

/** « 10,5 h suivies sur 20 h prévues », « 12,5 », or a text that is cited. */
function valueInEnglish({ value = '' }: StallFact = { label: '' }): string {
  const attended = /^([\d,]+)\s*h suivies sur ([\d,]+)\s*h prévues$/.exec(value);
  if (attended !== null) return `${hoursOf(attended[1])} attended of ${hoursOf(attended[2])} planned`;
  return /^[\d,]+$/.test(value) ? value.replace(',', '.') : citedInEnglish(value);
}

function hoursOf(written = ''): string {
  return `${decimal(Number(written.replace(',', '.')))}\u00a0h`;
}

function inWords(day: CalendarDay | undefined): string {
  return day === undefined ? '' : formatDayEn(day);
}

export const stallWordsEn: StallWords = {
  rules: RULES,
  limit: (duration) => `of ${duration}`,
  basis: (text, isProposed) => {
    if (isProposed) return text === null ? 'proposed limit' : `proposed limit; ${text}`;
    return text ?? 'usual limit';
  },
  onHold: (until) => `On hold until ${until}.`,
  cited: citedInEnglish,
  fact: (fact) => ({
    ...fact,
    label: labelInEnglish(fact.label),
    ...(fact.value === undefined ? {} : { value: valueInEnglish(fact) }),
  }),
};
