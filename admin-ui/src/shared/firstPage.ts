let pages = 0;

/** True for the page that the browser itself has just loaded: it has already told its title, the focus stays on top. */
export function isFirstPage(): boolean {
  pages += 1;
  // React's strict mode runs the effect of a new page twice while developing.
  return pages <= (import.meta.env.DEV ? 2 : 1);
}
