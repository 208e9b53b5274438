/**
 * Asking again by itself only hides a refusal for seconds, and waiting in silence for the network says nothing at all:
 * the request is made, its failure is told, and every error card has its own « Réessayer ».
 */
export const ASK_ONCE = { retry: false, networkMode: 'always' } as const;

/** The same for a list, whose refusal is told in place of its rows: no need to say it twice. */
export const LIST_ONCE = { ...ASK_ONCE, onError: () => undefined };

/** A whole file leaves the memory of the browser with the screen that shows it: entered again, it is the server's to tell. */
export const KEPT_BY_NOBODY = { ...ASK_ONCE, gcTime: 0, refetchOnWindowFocus: false } as const;

/**
 * Asks for the record itself. React-admin lends the row of a list to whoever asks for the record of the same number, and
 * a row is not the record; what is asked under this mark has a place of its own.
 */
export const WHOLE = { whole: true } as const;
