export const importPath = (id: string): string => `/imports/${encodeURIComponent(id)}/show`;
