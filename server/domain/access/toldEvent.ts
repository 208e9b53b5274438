import type { PathwayEvent, PauseEvent, ResidenceDocumentEvent } from '../pathway/events.ts';

/** In the place of a code that a reader is not told (decision 13). */
export const NOT_TOLD = 'NOT_TOLD';

/** An event as a reader may be told it. */
export type ToldEvent =
  | Exclude<PathwayEvent, PauseEvent | ResidenceDocumentEvent>
  | (Omit<PauseEvent, 'pause'> & { readonly pause: PauseEvent['pause'] | typeof NOT_TOLD })
  | (Omit<ResidenceDocumentEvent, 'document'> & {
      readonly document: ResidenceDocumentEvent['document'] | typeof NOT_TOLD;
    });
