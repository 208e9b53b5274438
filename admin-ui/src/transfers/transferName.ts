import type { TransferView } from '../../../server/contract/rights.ts';
import type { Say } from '../i18n/useSentences.ts';

/** What a transfer is of, as far as it may be told: a number, or a sealed file of which nothing is shown. */
export function transferName({ preview }: TransferView, say: Say): string {
  return preview?.number ?? say('rights.sealed');
}

/** The structure at the other end. */
export function otherStructure({ direction, fromOrganisationName, toOrganisationName }: TransferView): string {
  return direction === 'RECEIVED' ? fromOrganisationName : toOrganisationName;
}
