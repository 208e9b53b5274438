import type { Sentences } from '../messages.ts';

export const entryEn: Sentences['entry'] = {
  note: 'Note (optional)',
  note_PRIVATE: 'You, and nobody else',
  note_STRUCTURE: 'Your structure',
  note_SHARED: 'Any structure that reads this file',
  next: 'Next action (optional)',
  next_hint: 'A few words, which the person may read. Left blank, nothing is planned.',
  planned: 'The next action is planned.',
};
