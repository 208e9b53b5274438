import { AUDIT_OPERATION_LABELS } from '../audit/words.ts';
import { SESSION_KIND_LABELS, timesWords } from '../groupSession/sessionWords.ts';
import * as pathway from '../pathway/labels.ts';
import { citation } from '../pathway/words.ts';

/** The French words of every code that is shown, by what it is a code of. */
export const labelsFr = {
  auditOperation: AUDIT_OPERATION_LABELS,
  cefrLevel: pathway.CEFR_LEVEL_LABELS,
  closureReason: pathway.CLOSURE_REASON_LABELS,
  contactMedium: pathway.CONTACT_MEDIUM_LABELS,
  contractRuleSet: pathway.CONTRACT_RULE_SET_LABELS,
  contractState: pathway.CONTRACT_STATE_LABELS,
  domain: pathway.DOMAIN_LABELS,
  exemptionGround: pathway.EXEMPTION_GROUND_LABELS,
  homeLeft: pathway.HOME_LEFT_LABELS,
  housing: pathway.HOUSING_LABELS,
  languageDecision: pathway.LANGUAGE_DECISION_LABELS,
  party: pathway.PARTY_LABELS,
  pauseReason: pathway.PAUSE_REASON_LABELS,
  permitRuleSet: pathway.PERMIT_RULE_SET_LABELS,
  protectionKind: pathway.PROTECTION_KIND_LABELS,
  referentAction: pathway.REFERENT_ACTION_LABELS,
  residenceDocument: pathway.RESIDENCE_DOCUMENT_LABELS,
  sessionKind: SESSION_KIND_LABELS,
  silenceReason: pathway.SILENCE_REASON_LABELS,
  stallEnd: pathway.STALL_END_LABELS,
  stallRule: pathway.STALL_RULE_LABELS,
  step: pathway.STEP_LABELS,
  stepState: pathway.STEP_STATE_LABELS,
  stepStatus: pathway.STEP_STATUS_LABELS,
  citation,
  times: timesWords,
} as const;

type Words<T> = T extends (...given: never[]) => unknown ? T : Readonly<Record<keyof T, string>>;

/** The same words in whatever language: a code without its words does not compile. */
export type Labels = { readonly [K in keyof typeof labelsFr]: Words<(typeof labelsFr)[K]> };
