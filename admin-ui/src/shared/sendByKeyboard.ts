import type { KeyboardEvent } from 'react';

/**
 * Ctrl+Enter (⌘+Enter) sends the form inside, from any of its fields, a text of several lines included, and again from what
 * says why it was not.
 */
export const sendByKeyboard = sendingBy((inside) => inside.querySelector('form')?.requestSubmit());

/** The same, of what is sent otherwise. */
export function sendingBy(send: (inside: HTMLElement) => void) {
  return (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return;
    // A dialogue opened from this one stands beside it in the page.
    if (!event.currentTarget.contains(event.target as Node)) return;
    event.preventDefault();
    send(event.currentTarget);
  };
}
