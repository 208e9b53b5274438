import type { HistoryEntry } from '../../../../server/contract/pathway.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import type { FileRecord } from '../../providers/fileChange.ts';
import { useFieldText } from '../useFieldText.ts';

type Entry = Pick<HistoryEntry, 'field'>;

/** The values of a history, as one reads them: those that it keeps as text, and those of the file now. */
export function useHistoryValue(file?: FileRecord) {
  const say = useSentences();
  const text = useFieldText();
  const read = (key: string, raw: unknown): string => {
    if (raw === null || raw === undefined || raw === '' || (Array.isArray(raw) && raw.length === 0))
      return say('history.blank');
    if (raw === 'true' || raw === 'false') return text(key, raw === 'true');
    return text(key, raw as string);
  };
  const written = ({ field }: Entry, raw: string | null): string => read(field?.split('.').pop() ?? '', raw);
  const now = ({ field }: Entry): string => {
    const [kind = '', key = '', part] = field?.split('.') ?? [];
    const fields = (kind === 'facts' ? file?.facts : file?.person) as Record<string, unknown> | null | undefined;
    const value = fields?.[key];
    return part === undefined ? read(key, value) : read(part, (value as Record<string, unknown> | null)?.[part]);
  };
  return { now, written };
}
