import type { Sentences } from '../messages.ts';

export const notesEn: Sentences['notes'] = {
  tab: 'Notes',
  title: 'Notes',
  intro:
    'What helps to support the person and is not a step. A note clears no stall. The person may ask to read what is written about them.',
  write_title: 'Write a note',
  write: 'Save the note',
  leave: 'The note that you are writing is not saved. Leave anyway?',
  written: 'The note is saved.',
  text: 'Text of the note',
  text_hint:
    'Facts, in few words: no diagnosis, no religion, no asylum story, no social security number. 4,000 characters at most.',
  visibility: 'Who will read it',
  choose_PRIVATE: 'You, and nobody else in Jalon',
  choose_STRUCTURE: 'Your structure: you, and the colleagues who read this file',
  choose_SHARED:
    'Any structure that reads this file: yours, the one that follows the person after you, and the one that opens it in an emergency',
  visibility_PRIVATE: 'Private',
  visibility_STRUCTURE: 'Of the structure',
  visibility_SHARED: 'Shared',
  filter_visibility: 'Notes shown',
  filter_all: 'All',
  total: '%{count} note |||| %{count} notes',
  empty: 'No note here that you may read.',
  empty_filtered: 'No note of this kind.',
  origin: '%{author}, %{structure}.',
  somebody: 'Somebody of another structure, or who left',
  by_somebody: 'somebody of another structure, or who left',
  written_at: 'Written on %{at}.',
  corrected_at: 'Corrected on %{at}.',
  withdrawn: 'Withdrawn',
  withdrawn_by: 'Withdrawn by %{by}, on %{at}. Reason: %{reason}',
  withdrawn_done: 'The note is withdrawn.',
  former: '%{count} earlier text |||| %{count} earlier texts',
  former_of: '%{count} earlier text of the note of %{when} |||| %{count} earlier texts of the note of %{when}',
  former_at: '%{at}, %{visibility}',
  correct: 'Correct',
  correct_of: 'Correct the note of %{when}',
  correct_title: 'Correct the note',
  correct_intro:
    'The text before stays readable by those who could read it. A note may be shown to more people, not to fewer: for that, withdraw it.',
  correct_meanwhile: 'What is saved now:',
  corrected: 'The note is corrected.',
  withdraw: 'Withdraw',
  withdraw_of: 'Withdraw the note of %{when}',
  withdraw_title: 'Withdraw the note',
  withdraw_intro:
    'Nothing is erased: the text stays readable by the structure that wrote it, and by no other. Those who read the note will see who withdrew it, when and why.',
  withdraw_intro_PRIVATE: 'Nothing is erased: you can still read it, and it stays private.',
  reason: 'Reason',
  reason_hint: 'Read by those who read the note: do not repeat what had to be withdrawn.',
  private_of_colleagues:
    'This file also holds %{count} private note of colleagues. |||| This file also holds %{count} private notes of colleagues.',
  private_of_others:
    'It keeps %{count} private note of somebody who left, or of another structure. |||| It keeps %{count} private notes of people who left, or of another structure.',
  private_asked:
    'You do not read them. If the person asks what is written about her, they are part of it: ask those who wrote them or, if they have left, the person who administers Jalon.',
};
