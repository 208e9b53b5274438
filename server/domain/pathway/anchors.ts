import { endOfMonth, laterOf, plusMonths, type CalendarDay } from '../calendar/calendarDay.ts';
import { STEP_CODES, type StepCode, type StepStatus } from './codes.ts';
import { civicSessionsRequired } from './ruleSets/index.ts';
import { enteredKey, stepNumber, type Standing, type StatusEntry } from './standing.ts';

/** Reads the day of an anchor where a pathway stands; null while it is unknown. */
export type AnchorReader = (standing: Standing) => CalendarDay | null;

const key = (step: StepCode, status: StepStatus): number => enteredKey(stepNumber(step), status);

/** In their order, as many as there are codes. */
export const CIVIC_SESSIONS: readonly StepCode[] = STEP_CODES.filter((code) => code.startsWith('CIVIC_SESSION_'));
const CIVIC_DONE = CIVIC_SESSIONS.map((session) => key(session, 'DONE'));
const CIVIC_STARTED = key('CIVIC_SESSION_1', 'DONE');
const LANGUAGE_STARTED = key('LANGUAGE_START', 'DONE');
const LANGUAGE_DECIDED = key('LANGUAGE_DECISION', 'DONE');
const LANGUAGE_END = stepNumber('LANGUAGE_END');
const LANGUAGE_ENDS = [key('LANGUAGE_END', 'DONE'), key('LANGUAGE_END', 'PARTIALLY_DONE')] as const;
const LANGUAGE_OVER: ReadonlySet<StepStatus> = new Set<StepStatus>(['DONE', 'PARTIALLY_DONE', 'ABANDONED']);

/** The civic sessions attended, earliest first. */
function civicSessionsDone({ entered }: Standing): StatusEntry[] {
  const done: StatusEntry[] = [];
  let isInOrder = true;
  for (const session of CIVIC_DONE) {
    const entry = entered[session];
    if (entry === undefined) continue;
    isInOrder &&= (done.at(-1)?.on ?? '') <= (entry.on ?? '');
    done.push(entry);
  }
  return isInOrder ? done : done.sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1));
}

/** The session from which enough of the civic training has been followed: the third, the second under CIR-2016. */
export function civicTrainingEnded(standing: Standing): StatusEntry | null {
  return civicSessionsDone(standing)[civicSessionsRequired(standing.ruleSet) - 1] ?? null;
}

/** The outcome of the language decision; null while there is none. */
export function languageOutcome({ entered }: Standing): string | null {
  return entered[LANGUAGE_DECIDED]?.outcome ?? null;
}

function isLanguageFollowed(standing: Standing): boolean {
  const outcome = languageOutcome(standing);
  return outcome === 'PRESCRIBED' || outcome === 'OFFERED_ACCEPTED';
}

/** What ended the last prescribed training (pathway.json `trainingEnded`); null while one goes on, or goes on again. */
export function trainingEnded(standing: Standing): StatusEntry | null {
  const civic = civicTrainingEnded(standing);
  if (civic === null || !isLanguageFollowed(standing)) return civic;
  const language = standing.current[LANGUAGE_END];
  if (language === undefined || !LANGUAGE_OVER.has(language.status)) return null;
  return (language.on ?? '') > (civic.on ?? '') ? language : civic;
}

/** `TRAINING_END`: the last day of what was followed to its end, once all of it has ended. */
function trainingEnd(standing: Standing): CalendarDay | null {
  if (trainingEnded(standing) === null) return null;
  const languageEnds = isLanguageFollowed(standing)
    ? LANGUAGE_ENDS.map((end) => standing.entered[end]?.on ?? null)
    : [];
  return latest([civicSessionsDone(standing).at(-1)?.on ?? null, ...languageEnds]);
}

function trainingStart({ entered }: Standing): CalendarDay | null {
  const language = entered[LANGUAGE_STARTED]?.on ?? null;
  const civic = entered[CIVIC_STARTED]?.on ?? null;
  return language === null || (civic !== null && civic < language) ? civic : language;
}

function latest(days: readonly (CalendarDay | null)[]): CalendarDay | null {
  return days.reduce((last, day) => (last === null || (day !== null && day > last) ? day : last), null);
}

/** `CIR_END`: a year from the signature, and the months that the prefect granted, up to the ceiling (R.413-4). */
export function contractEnd({ signedOn, ruleSet, extensionMonths }: Standing): CalendarDay | null {
  if (signedOn === null) return null;
  return plusMonths(signedOn, ruleSet.durationMonths + Math.min(ruleSet.maxExtensionMonths, extensionMonths));
}

/** The allowance for asylum seekers stops with the month that follows that of the decision (L.551-13). */
function allowanceEnd({ facts: { protectionGrantedOn } }: Standing): CalendarDay | null {
  return protectionGrantedOn === null ? null : endOfMonth(plusMonths(protectionGrantedOn, 1));
}

/**
 * Valid through the permit's last day, or through the certificate's 3 months (6 for BPI, R.431-15-3): what the file
 * knew at its opening. Documents delivered since make windows of their own.
 */
export function proofOfStayEnd({ facts }: Pick<Standing, 'facts'>): CalendarDay | null {
  const { stayCertificateOn, permitExpiresOn, protectionGrantedOn } = facts;
  if (stayCertificateOn === null) return permitExpiresOn;
  const certificate = plusMonths(stayCertificateOn, protectionGrantedOn === null ? 3 : 6);
  return permitExpiresOn === null ? certificate : laterOf(permitExpiresOn, certificate);
}

const READERS: Readonly<Record<string, AnchorReader>> = {
  ENTRY_DATE: ({ facts }) => facts.enteredFranceOn,
  FIRST_PERMIT_DATE: ({ facts }) => facts.firstPermitOn,
  PERMIT_EXPIRY: ({ facts, permit }) => (permit === null ? facts.permitExpiresOn : permit.until),
  PROTECTION_DATE: ({ facts }) => facts.protectionGrantedOn,
  CIR_SIGNATURE: ({ signedOn }) => signedOn,
  CASE_OPENED: ({ facts }) => facts.caseOpenedOn,
  STAY_CERTIFICATE_DATE: ({ facts }) => facts.stayCertificateOn,
  ASYLUM_SUPPORT_END: ({ facts }) => facts.asylumSupportEndedOn,
  REFUGEE_HOUSING_ENTRY: ({ facts }) => facts.refugeeHousingEnteredOn,
  CIR_END: contractEnd,
  ASYLUM_ALLOWANCE_END: allowanceEnd,
  PROOF_OF_STAY_END: proofOfStayEnd,
  TRAINING_START: trainingStart,
  TRAINING_END: trainingEnd,
};

/** The reader of an anchor of pathway.json. Throws RangeError when there is no such anchor. */
export function anchorReader(anchor: string): AnchorReader {
  if (anchor.startsWith('STEP:')) {
    const [, step, status] = anchor.split(':');
    const entry = key(step as StepCode, status as StepStatus);
    return ({ entered }) => entered[entry]?.on ?? null;
  }
  const reader = READERS[anchor];
  if (reader === undefined) throw new RangeError(`No such anchor: ${anchor}`);
  return reader;
}

/** Whether the signature, from any source, gives an anchor its day. */
export function isSignatureReadBy(anchor: string): boolean {
  return anchor === 'CIR_SIGNATURE' || anchor === 'CIR_END' || anchor.startsWith('STEP:CIR_SIGNATURE:');
}

/** The steps whose moves may move an anchor; a signature that another source tells is not one of these moves. */
export function stepsReadBy(anchor: string): readonly StepCode[] {
  if (anchor.startsWith('STEP:')) return [anchor.split(':')[1] as StepCode];
  if (anchor === 'TRAINING_START') return ['LANGUAGE_START', 'CIVIC_SESSION_1'];
  return anchor === 'TRAINING_END' ? ['LANGUAGE_DECISION', 'LANGUAGE_END', ...CIVIC_SESSIONS] : [];
}
