import type { InEachLanguage } from '../language/language.ts';
import { deliveredWords } from './residenceDocuments.ts';
import { typeset } from './words.ts';

/** What is said of events, in one language; days, durations and labels come already in words. */
interface EventSayings {
  /** A thing, and what is told of it. */
  readonly told: (thing: string, what: string) => string;
  readonly typeset: (label: string) => string;
  readonly followsFrom: (decisionOn: string) => string;
  readonly attendance: (course: 'LANGUAGE' | 'CIVIC', attended: string, planned: string) => string;
  readonly test: string;
  readonly contact: Readonly<Record<'REACHED' | 'NO_ANSWER', string>>;
  readonly extension: string;
  readonly contract: string;
  readonly handover: string;
  readonly silence: (rule: string, until: string) => string;
  readonly pause: string;
  readonly until: (day: string) => string;
  readonly homeLeft: string;
  /** Its type is not said: it tells on what ground the person stays. */
  readonly delivered: (document: string) => string;
  readonly closure: string;
  readonly takenBack: string;
  readonly takenBackOf: (sentence: string) => string;
  readonly restored: string;
  readonly restoredOf: (sentence: string) => string;
  readonly onlineLicence: string;
}

export const EVENT_SAYINGS: InEachLanguage<EventSayings> = {
  fr: {
    told: (thing, what) => `${thing}\u00a0: ${what}`,
    typeset,
    followsFrom: (decisionOn) => `conséquence de la décision du ${decisionOn}`,
    attendance: (course, attended, planned) =>
      `Assiduité ${course === 'LANGUAGE' ? 'en français' : 'civique'}\u00a0: ${attended} sur ${planned}`,
    test: 'Test de français',
    contact: { REACHED: 'Personne jointe', NO_ANSWER: 'Tentative de contact sans réponse' },
    extension: 'Prolongation accordée',
    contract: 'Contrat',
    handover: 'Changement de référent',
    silence: (rule, until) => `«\u00a0${typeset(rule)}\u00a0» mis en attente jusqu’au ${until}`,
    pause: 'Suivi suspendu',
    until: (day) => `jusqu’au ${day}`,
    homeLeft: 'Logement quitté',
    delivered: (document) => deliveredWords({ document }),
    closure: 'Parcours clos',
    takenBack: 'Fait retiré',
    takenBackOf: (sentence) => `Retiré\u00a0: ${sentence}`,
    restored: 'Fait rétabli',
    restoredOf: (sentence) => `Rétabli\u00a0: ${sentence}`,
    onlineLicence: 'licence en ligne',
  },
  en: {
    told: (thing, what) => `${thing}: ${what}`,
    typeset: (label) => label,
    followsFrom: (decisionOn) => `follows from the decision of ${decisionOn}`,
    attendance: (course, attended, planned) =>
      `${course === 'LANGUAGE' ? 'French' : 'Civic'} attendance: ${attended} of ${planned}`,
    test: 'French test',
    contact: { REACHED: 'Person reached', NO_ANSWER: 'Attempt at contact, no answer' },
    extension: 'Extension granted',
    contract: 'Contract',
    handover: 'Change of caseworker',
    silence: (rule, until) => `“${rule}” put on hold until ${until}`,
    pause: 'Pause',
    until: (day) => `until ${day}`,
    homeLeft: 'Home left',
    delivered: (document) => {
      if (document === 'API') return 'Attestation delivered';
      return document === 'RECEPISSE' ? 'Récépissé (temporary permit) delivered' : 'Permit delivered';
    },
    closure: 'Pathway closed',
    takenBack: 'Fact taken back',
    takenBackOf: (sentence) => `Taken back: ${sentence}`,
    restored: 'Fact restored',
    restoredOf: (sentence) => `Restored: ${sentence}`,
    onlineLicence: 'online licence',
  },
};
