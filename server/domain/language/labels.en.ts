import { AUDIT_OPERATION_LABELS } from '../audit/words.en.ts';
import { SESSION_KIND_LABELS, timesWords } from '../groupSession/sessionWords.en.ts';
import { citation } from '../pathway/citation.en.ts';
import * as pathway from '../pathway/labels.en.ts';
import type { Labels } from './labels.fr.ts';

/** The English words of every code that is shown. */
export const labelsEn: Labels = {
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
};
