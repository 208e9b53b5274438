import type { Sentences } from '../messages.ts';

export const paletteEn: Sentences['palette'] = {
  open: 'Search',
  title: 'Search',
  label: 'A person, a number or a page',
  label_pages: 'A page',
  people: 'People',
  pages: 'Pages',
  results: 'Results',
  searching: 'Searching…',
  nobody: 'Nobody is found among your files. Try the date of birth, the telephone or the foreigner number.',
  found: '%{count} person found |||| %{count} people found',
  because: 'Why: %{facts}',
  new_person: 'New person: check “%{words}”, then open a file',
  keys: 'Arrows to choose, Enter to open, Ctrl + Enter to open in a new tab, Esc to close.',
};
