import type { Stand } from './standing.ts';

const BEFORE_SIGNATURE = ['NOT_CONVENED', 'CONVENED', 'ABSENT_AT_PLATFORM', 'DECLINED_OPTIONAL'];

/** The state of the contract: the last one said, or the signature and the months granted that the file tells. */
export function contractState({ facts, past, signedOn }: Stand): string {
  const said = past.filter((event) => event['contract'] !== undefined);
  const last = said
    .filter((event) => signedOn === null || !isBefore(event['contract'] as string, event.on, signedOn))
    .at(-1);
  if (last !== undefined) return last['contract'] as string;
  if (signedOn !== null) return (facts.extensionMonths ?? 0) > 0 ? 'EXTENDED' : 'SIGNED';
  return facts.exemption == null ? 'NOT_CONVENED' : 'EXEMPT_FROM_CIR';
}

/** What came before the signature, and the signature itself. */
function isBefore(state: string, on: string, signedOn: string): boolean {
  if (on !== signedOn) return on < signedOn;
  return state === 'SIGNED' || BEFORE_SIGNATURE.includes(state);
}
