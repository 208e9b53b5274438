/** A password typed twice, since nobody sees what is typed. */
export const sameAs =
  (source: string) =>
  (value: unknown, all: Record<string, unknown>): string | undefined =>
    value === all[source] ? undefined : 'session.link_differs';
