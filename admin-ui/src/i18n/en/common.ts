import type { Sentences } from '../messages.ts';

export const commonEn: Sentences['common'] = {
  product: 'Jalon',
  skip: 'Skip to content',
  yes: 'Yes',
  no: 'No',
  unknown: 'Not known',
  all: 'All',
  all_feminine: 'All',
  choose: 'Choose…',
  required: '%{label} (required)',
  required_note: 'Fields that do not say “required” may stay blank.',
  save: 'Save',
  saving: 'Saving…',
  cancel: 'Discard',
  close: 'Close',
  retry: 'Try again',
  loading: 'Loading…',
  working: 'In progress…',
  still_working: 'Still in progress: the network or the server is slow.',
  days: '%{count} day |||| %{count} days',
  pair: '%{what}: %{said}',
};

export const statesEn: Sentences['states'] = {
  error_title: 'This page could not be shown',
  not_up_to_date: 'This page may no longer be up to date',
  network: 'The server does not answer. Check your connection, then try again: nothing was lost.',
  unexpected: 'Something unexpected happened. Try again; if it happens again, tell support.',
  incident: 'Reference to give to support: %{id}',
  not_found_title: 'Page not found',
  not_found: 'This address is no page, or a file that is not in your reach.',
  no_screen_title: 'Welcome',
  no_screen: 'Your account is open, but no screen is planned for your role in this version of Jalon.',
  no_screen_more: 'If you need one, ask the person who administers Jalon.',
  forbidden_title: 'Restricted screen',
  forbidden: 'Your role does not give access to this screen. If you need it, ask the person who administers Jalon.',
  not_loaded:
    'The screen could not be loaded: the connection failed, or Jalon has just been updated. Check your connection, then try again.',
  crash: 'The screen stopped. What you had saved is still saved.',
};

export const tableEn: Sentences['table'] = {
  sorted_asc: 'ascending',
  sorted_desc: 'descending',
  sort: 'Sort by',
  pages: 'Pages: %{title}',
  page_of: 'Page %{page} of %{total}',
  first: 'First page',
  previous: 'Previous page',
  next: 'Next page',
  last: 'Last page',
  per_page: 'Rows per page',
  filters: 'Filters',
  clear_filters: 'Clear filters',
};

export const formsEn: Sentences['forms'] = {
  summary: '%{count} field to correct |||| %{count} fields to correct',
  refused: 'This was not saved',
  unsent: 'Nothing is saved yet',
  unheard: 'We do not know whether this is saved',
  unheard_told:
    'The server’s answer did not arrive. Check your connection, then send again without changing anything: what may already be saved will not be written twice.',
  left_sending: '%{title}: already sent, and being saved. If that fails, it will be told here.',
  left_refused: '%{title}: nothing was saved. %{why}',
  left_changed: 'Somebody else saved a change at the same moment; open the form again to choose.',
  left_unheard: 'We do not know whether this is saved: reload the page to see.',
  required: 'This field is required.',
  not_in_future: 'A day to come cannot be recorded.',
  day_example: 'For example 12/05/2025',
};

export const conflictEn: Sentences['conflict'] = {
  title: 'Changed while you were typing',
  by: 'Changed %{when} by %{name}.',
  intro: 'Choose, field by field, the value to keep: yours is proposed. What only one of you changed is kept.',
  none: 'You did not change the same fields: all of it can be kept.',
  mine: 'Keep mine: %{value}',
  theirs: 'Keep theirs: %{value}',
  also: 'Changed too, and kept:',
  back: 'Back to what I typed',
  save: 'Save my choices',
};
