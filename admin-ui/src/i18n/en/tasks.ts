import type { Sentences } from '../messages.ts';

export const tasksEn: Sentences['tasks'] = {
  settled: 'Done: %{what} (%{name}).',
  settled_many: '%{count} task done. |||| %{count} tasks done.',
  moved_off: '%{count} task put off to %{day}. |||| %{count} tasks put off to %{day}.',
  planned: 'Planned for %{day}.',
  undo: 'Reopen',
  undone: 'Reopened: %{what}. |||| %{count} tasks reopened.',
  put_off_title: 'Put off: %{what} |||| Put off %{count} tasks',
  put_off_reason: 'Why',
  put_off_reason_hint: 'A few words, which the person may read.',
  put_off_day: 'Put off to',
  put_off_submit: 'Put off',
  plan_title: 'Plan something for %{name}',
  plan_what: 'To do',
  plan_what_hint: 'A few words, which the person may read.',
  plan_day: 'By',
  plan_submit: 'Plan',
};
