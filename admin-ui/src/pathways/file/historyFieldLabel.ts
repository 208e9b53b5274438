import type { StepCode } from '../../../../server/contract/labels.ts';
import type { Labels } from '../../../../server/contract/words/fr.ts';
import type { SentenceKey } from '../../i18n/messages.ts';
import type { Say } from '../../i18n/useSentences.ts';
import { FIELD_LABELS } from '../fieldLabels.ts';

/** What a file is entrusted to, which no form of the file holds. */
const ENTRUSTED: Readonly<Record<string, SentenceKey>> = {
  organisation: 'history.field_organisation',
  structure: 'history.field_organisation',
  referent: 'history.field_referent',
  department: 'pathways.department',
  task: 'history.kind_TASK',
  'person.address.line': 'person.address_line',
  'person.address.postcode': 'person.postcode',
  'person.address.commune': 'person.commune',
  number: 'pathways.number',
};

/** The words for a field of the history; a field that the interface does not know keeps its own name. */
export function historyFieldLabel(field: string | null, say: Say, labels: Labels): string {
  if (field?.startsWith('step.')) return labels.step[field.slice(5) as StepCode] ?? field;
  const known = ENTRUSTED[field ?? ''] ?? FIELD_LABELS[field as keyof typeof FIELD_LABELS];
  return known === undefined ? (field ?? '') : say(known);
}
