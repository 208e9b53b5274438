import type { FactsInput } from '../../../server/contract/pathway.ts';

/** A civil day as the contract types it. The browser's own date field already gives YYYY-MM-DD; the server checks it. */
export type CivilDay = NonNullable<FactsInput['enteredFranceOn']>;
