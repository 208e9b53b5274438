import { plusDays, type CalendarDay } from '../calendar/calendarDay.ts';
import { formatDayFr } from '../calendar/formatDayFr.ts';

/** Days during which two files merged may be parted again: the last one is still in time. */
export const UNMERGE_DAYS = 30;

export interface Refused {
  readonly code: string;
  readonly reason: string;
}

export interface OneToMerge {
  readonly organisationId: string | null;
  readonly isSealed: boolean;
  readonly isTransferAsked: boolean;
}

/** Why two files may not become one; null when they may. Whose they are, and who may read them, is decided before. */
export function refusalOfMerging(kept: OneToMerge, other: OneToMerge): Refused | null {
  if (kept.organisationId === null || kept.organisationId !== other.organisationId)
    return {
      code: 'followed_elsewhere',
      reason: 'Deux dossiers ne se fusionnent qu’au sein d’une même structure\u00a0: transférez d’abord l’un des deux.',
    };
  if (kept.isSealed !== other.isSealed)
    return {
      code: 'sealed_differently',
      reason: 'Un seul des deux dossiers est scellé\u00a0: scellez l’autre d’abord, ou levez le scellé.',
    };
  if (kept.isTransferAsked || other.isTransferAsked)
    return {
      code: 'transfer_asked',
      reason: 'Un transfert attend une réponse\u00a0: retirez-le d’abord, ou attendez-la.',
    };
  return null;
}

export interface OneMerged extends OneToMerge {
  readonly wasSealed: boolean;
  readonly mergedBy: string;
}

export function lastDayToUnmerge(mergedOn: CalendarDay): CalendarDay {
  return plusDays(mergedOn, UNMERGE_DAYS);
}

/** Why two files that were merged may not be parted; null when they may. */
export function refusalOfUnmerging(
  file: OneMerged,
  { mergedOn, today }: { readonly mergedOn: CalendarDay; readonly today: CalendarDay },
): Refused | null {
  if (today > lastDayToUnmerge(mergedOn))
    return {
      code: 'merged_too_long_ago',
      reason: `Cette fusion ne pouvait être annulée que jusqu’au ${formatDayFr(lastDayToUnmerge(mergedOn))}.`,
    };
  if (file.organisationId !== file.mergedBy)
    return {
      code: 'followed_elsewhere',
      reason: 'Le dossier a changé de structure depuis la fusion\u00a0: elle ne peut plus être annulée.',
    };
  if (file.isSealed !== file.wasSealed)
    return {
      code: 'sealed_differently',
      reason: file.isSealed
        ? 'Le dossier a été scellé depuis la fusion\u00a0: l’annuler montrerait l’autre dossier. Levez d’abord le scellé.'
        : 'Le scellé a été levé depuis la fusion\u00a0: scellez de nouveau le dossier avant de l’annuler.',
    };
  if (file.isTransferAsked)
    return {
      code: 'transfer_asked',
      reason: 'Un transfert attend une réponse\u00a0: retirez-le d’abord, ou attendez-la.',
    };
  return null;
}
