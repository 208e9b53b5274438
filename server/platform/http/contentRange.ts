// `pathways 0-24/8214`; an empty page has a star for its bounds, as the stock client expects.
export function contentRange(unit: string, offset: number, count: number, total: number): string {
  return count === 0 ? `${unit} */${total}` : `${unit} ${offset}-${offset + count - 1}/${total}`;
}
