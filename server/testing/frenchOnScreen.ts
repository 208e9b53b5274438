import type { Page } from 'playwright-core';
import { DEPARTMENT_NAMES } from '../../admin-ui/src/i18n/departments.ts';
import { frenchLeft } from '../domain/language/testing/frenchLeft.ts';

/** What people wrote, or are called, under these names of the API: it is in their language, whatever that of the screen. */
const TYPED = new Set([
  ...['name', 'displayName', 'fullName', 'birthName', 'usageName', 'firstNames', 'line', 'commune', 'nationality'],
  ...['languages', 'by', 'actor', 'authorName', 'createdByName', 'referentName', 'organisationName', 'fileName'],
  ...[
    'text',
    'note',
    'what',
    'title',
    'place',
    'reason',
    'reference',
    'before',
    'after',
    'publishedBy',
    'changedByName',
  ],
  ...['organisation', 'settledByName', 'settledReason', 'toOrganisationName', 'fromOrganisationName', 'askedByName'],
]);

/** What is read on a page that is not in English, lines of what people typed apart. */
export interface Listener {
  readonly french: () => Promise<string[]>;
}

/** Remembers what people wrote of all that the server answers to a page from now on. */
export function listenTo(page: Page): Listener {
  const typed = new Set<string>(Object.values(DEPARTMENT_NAMES));
  const remembering: Promise<void>[] = [];
  page.on('response', (response) => {
    if (!response.url().includes('/api/')) return;
    remembering.push(
      response.json().then(
        (body: unknown) => remember(body, typed),
        () => undefined,
      ),
    );
  });
  return {
    french: async () => {
      await Promise.all(remembering);
      // The longest first: a name may be part of another.
      const known = [...typed].sort((one, other) => other.length - one.length);
      const lines = (await page.evaluate(READ)) as string[];
      return lines.filter(
        (line) => frenchLeft(known.reduce((rest, word) => rest.replaceAll(word, 'Name'), line)).length > 0,
      );
    },
  };
}

function remember(value: unknown, typed: Set<string>, key = ''): void {
  if (typeof value === 'string') {
    if (TYPED.has(key) && value.length > 1)
      for (const line of value.split('\n')) if (line.trim() !== '') typed.add(line.trim());
    return;
  }
  if (Array.isArray(value)) for (const one of value) remember(one, typed, key);
  else if (value !== null && typeof value === 'object')
    for (const [name, one] of Object.entries(value)) if (!isSaidByTheServer(name, value)) remember(one, typed, name);
}

/** A line of the week, a table of figures, a refusal: under the same names, what the server says itself. */
function isSaidByTheServer(name: string, of: object): boolean {
  if (name === 'what') return 'why' in of;
  if (name === 'title') return 'definition' in of;
  return name === 'reason' && ('code' in of || 'allowed' in of);
}

/** The lines that are seen and those that are only heard, but for what is said to be French. */
const READ = `(() => {
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.currentNode; node !== null; node = walker.nextNode()) {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    if (element.closest('[lang="fr"], script, style, noscript') !== null) continue;
    if (node.nodeType === Node.TEXT_NODE) lines.push(node.textContent.trim());
    else for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'aria-description']) lines.push(element.getAttribute(name) ?? '');
  }
  return [...new Set(lines.filter((line) => line !== ''))];
})()`;
