/**
 * The title of the page takes the focus of what is gone. Where the focus shows, which it does not after the pointer, it is
 * scrolled into sight.
 */
export function focusTitle(): void {
  const title = document.querySelector<HTMLElement>('main h1');
  title?.focus({ preventScroll: true });
  if (title?.matches(':focus-visible') === true) title.scrollIntoView({ block: 'nearest' });
}
