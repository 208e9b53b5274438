import type { Action } from '../../../server/contract/labels.ts';
import type { Entry } from '../layout/entries.ts';
import { entriesFor } from '../layout/entries.ts';

/** The screens that one may go to by their names: those of the menu, one’s account, and a new file. */
export function pagesFor(permissions: readonly Action[]): Entry[] {
  return [
    ...entriesFor(permissions),
    ...(permissions.includes('pathways.open') ? [{ to: '/pathways/create', label: 'shell.open' } as const] : []),
    ...(permissions.includes('account.own') ? [{ to: '/account', label: 'shell.account' } as const] : []),
  ];
}

/** Whether each word typed begins a word of the name, accents apart. */
export function isNamed(name: string, typed: string): boolean {
  const words = plain(name).split(/[^\p{L}\p{N}]+/u);
  return plain(typed)
    .split(/\s+/)
    .filter((word) => word !== '')
    .every((word) => words.some((one) => one.startsWith(word)));
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
