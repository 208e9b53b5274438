import type { AuditOperation } from '../../../server/contract/labels.ts';
import { useLabels } from '../i18n/useLabels.ts';

/** What an operation was; undefined for one without words. */
export function useOperationLabel(): (operation: string) => string | undefined {
  const { auditOperation } = useLabels();
  return (operation) =>
    Object.hasOwn(auditOperation, operation) ? auditOperation[operation as AuditOperation] : undefined;
}
