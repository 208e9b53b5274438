/** Asking again by itself only hides a refusal for seconds: every error card has its own « Réessayer ». */
export const ASK_ONCE = { retry: false } as const;

/**
 * Asks for the record itself. React-admin lends the row of a list to whoever asks for the record of the same number, and
 * a row is not the record; what is asked under this mark has a place of its own.
 */
export const WHOLE = { whole: true } as const;
