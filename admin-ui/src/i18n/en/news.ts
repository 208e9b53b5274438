import type { Sentences } from '../messages.ts';

export const newsEn: Sentences['news'] = {
  title: 'News',
  tabs: 'My week and news',
  tab: 'News',
  tab_to_do: 'To do',
  loading: 'Loading the news…',
  since: '%{count} change since %{at}. |||| %{count} changes since %{at}.',
  first: '%{count} change in 7 days. |||| %{count} changes in 7 days.',
  none: 'Nobody else has changed anything in your files since.',
  mark: 'I have seen it all',
  marked: 'Noted: next time, only what comes after.',
  more: 'The %{shown} latest are shown, out of %{total}.',
  count: '%{count}',
  count_more: '%{count}+',
  counted: '%{count} change |||| %{count} changes',
  counted_more: 'more than %{count} changes |||| more than %{count} changes',
  note_WRITTEN: 'Note written',
  note_CORRECTED: 'Note corrected',
  note_WITHDRAWN: 'Note withdrawn',
};
