import type { KeyboardEvent } from 'react';

/**
 * Ctrl+Enter (⌘+Enter) sends the form inside, from any of its fields, a text of several lines included, and again from what
 * says why it was not.
 */
export const sendByKeyboard = (event: KeyboardEvent<HTMLElement>) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return;
  // A dialogue opened from this one stands beside it in the page.
  if (!event.currentTarget.contains(event.target as Node)) return;
  event.preventDefault();
  event.currentTarget.querySelector('form')?.requestSubmit();
};
