/** The address of two files compared: the one that would stay, and the one that would go. */
export const mergePath = (keptId: string, otherId: string): string =>
  `/merge/${encodeURIComponent(keptId)}/${encodeURIComponent(otherId)}`;
