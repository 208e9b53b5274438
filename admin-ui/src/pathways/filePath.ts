/** The address of a file: an identifier that means nothing, never a name nor a number of the State. */
export const filePath = (id: string): string => `/pathways/${encodeURIComponent(id)}/show`;
