/** The quarter of a civil day, as the API names it: `2026-09-30` → `2026-Q3`. */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** The quarters that can be asked, the latest first. */
export function quartersUntil(day: string, count = 12): string[] {
  const [year = '', quarter = ''] = quarterOf(day).split('-Q');
  const latest = Number(year) * 4 + Number(quarter) - 1;
  return Array.from({ length: count }, (_, back) => {
    const index = latest - back;
    return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`;
  });
}
