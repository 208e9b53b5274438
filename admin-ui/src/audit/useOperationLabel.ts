import { AUDIT_ALERT_LABELS, AUDIT_OPERATION_LABELS } from '../../../server/contract/labels.ts';
import { useSentences } from '../i18n/useSentences.ts';

/** What an operation was; undefined for one without words. Alerts are said in the language of the interface. */
export function useOperationLabel(): (operation: string) => string | undefined {
  const say = useSentences();
  return (operation) => (isAlert(operation) ? say(`audit.alert.${operation}`) : AUDIT_OPERATION_LABELS[operation]);
}

function isAlert(operation: string): operation is keyof typeof AUDIT_ALERT_LABELS {
  return Object.hasOwn(AUDIT_ALERT_LABELS, operation);
}
