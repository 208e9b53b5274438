import { useLocation } from 'react-admin';

/** What of the file a correction was about, as the address that one is sent to afterwards carries it; null when given up. */
export type CorrectedPart = 'person' | 'facts' | null;

export const afterCorrection = (part: CorrectedPart): { readonly corrected: CorrectedPart } => ({ corrected: part });

/** Undefined when one comes from elsewhere. */
export function useCorrected(): CorrectedPart | undefined {
  const { state } = useLocation();
  return (state as { corrected?: CorrectedPart } | null)?.corrected;
}
