/** The address of a session: an identifier that means nothing. */
export const sessionPath = (id: string): string => `/group-sessions/${encodeURIComponent(id)}`;
export const attendancePath = (id: string): string => `${sessionPath(id)}/attendance`;
export const certificatesPath = (id: string): string => `${sessionPath(id)}/certificates`;
export const sheetPath = (id: string): string => `${sessionPath(id)}/sheet`;
