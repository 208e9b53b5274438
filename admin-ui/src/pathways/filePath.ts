import type { PastDays } from '../providers/questions.ts';

/** The address of a file: an identifier that means nothing, never a name nor a number of the State. */
export const filePath = (id: string): string => `/pathways/${encodeURIComponent(id)}/show`;

/** The address of a file as it was known: its two days, and nothing else. */
export const pastPath = (id: string, { asOf, knownAt }: PastDays): string =>
  `${filePath(id)}?${new URLSearchParams({ asOf, knownAt }).toString()}`;
