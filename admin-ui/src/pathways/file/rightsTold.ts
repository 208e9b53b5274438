import type { HistoryEntry } from '../../../../server/contract/pathway.ts';
import type { Say } from '../../i18n/useSentences.ts';

/** What the history tells of a right that was used: why, or from whom to whom. Undefined: it is another fact. */
export function rightsTold({ kind, field, before, after }: HistoryEntry, say: Say): string | undefined {
  if (field === 'sealRights')
    return before === null
      ? say('history.told_right_given', { right: after ?? '' })
      : say('history.told_right_taken', { right: before });
  switch (kind) {
    case 'SEALED':
    case 'UNSEALED':
    case 'REVEAL':
    case 'BREAK_GLASS':
      return after === null ? '' : say('history.told_reason', { reason: after });
    case 'TRANSFER':
      return say('history.told_transfer', { from: before ?? '', to: after ?? '' });
    default:
      return undefined;
  }
}

/** Who did it, when her account is out of the reader's sight: the entry itself names her, or her structure. */
export function whoUsedARight({ kind, before, after }: HistoryEntry): string | null {
  if (kind === 'REVEAL' || kind === 'BREAK_GLASS') return before;
  return kind === 'TRANSFER' ? after : null;
}
