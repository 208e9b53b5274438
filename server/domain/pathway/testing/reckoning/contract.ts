import type { Said } from './counting.ts';
import { after } from './days.ts';
import type { Stand } from './standing.ts';

const BEFORE_SIGNATURE = ['NOT_CONVENED', 'CONVENED', 'ABSENT_AT_PLATFORM', 'DECLINED_OPTIONAL'];

/** The state of the contract: the last one said, or the signature and the months granted that the file tells. */
export function contractState(stand: Stand): string {
  const { facts, signedOn } = stand;
  const last = lastSaid(stand);
  if (last !== undefined) return last['contract'] as string;
  if (signedOn !== null) return (facts.extensionMonths ?? 0) > 0 ? 'EXTENDED' : 'SIGNED';
  return facts.exemption == null ? 'NOT_CONVENED' : 'EXEMPT_FROM_CIR';
}

/** The last day to answer the prefect's notice while it stands: a month, its limit day in time. */
export function observationsEnd(stand: Stand): string | null {
  const last = lastSaid(stand);
  return last?.['contract'] === 'TERMINATION_NOTICE' ? after(last.on, { n: 1, unit: 'MONTH' }) : null;
}

function lastSaid({ past, signedOn }: Stand): Said | undefined {
  const said = past.filter((event) => event['contract'] !== undefined);
  return said.filter((event) => signedOn === null || !isBefore(event['contract'] as string, event.on, signedOn)).at(-1);
}

/** What came before the signature, and the signature itself. */
function isBefore(state: string, on: string, signedOn: string): boolean {
  if (on !== signedOn) return on < signedOn;
  return state === 'SIGNED' || BEFORE_SIGNATURE.includes(state);
}
