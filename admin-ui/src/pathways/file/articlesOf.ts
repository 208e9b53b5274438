const ARTICLE = /(?:(?:CASF|CSS)\s)?\b[LRD]\.\d[\d-]*(?:\s(?:\d°|II|s\.))?|arrêté du [^;]+/g;

/** The articles of law named by a ground; undefined when it names none. What remains are notes on sources, not for this screen. */
export function articlesOf(source: string): string | undefined {
  const articles = source.match(ARTICLE);
  return articles === null ? undefined : articles.join(', ');
}
