import type { Sentences } from '../messages.ts';

export const openingsEn: Sentences['openings'] = {
  title: 'Emergency openings',
  intro:
    'Files opened in an emergency by somebody who does not follow them: those that you follow, and those that you opened. Each opening lasts thirty minutes.',
  intro_auditor: 'Every file opened in an emergency by somebody who does not follow it, and why.',
  total: '%{count} opening |||| %{count} openings',
  empty: 'No file has been opened in an emergency.',
  opened_at: 'Opened on',
  file: 'File',
  by: 'By',
  you: 'You',
  reason: 'Reason',
  until: 'State',
  running: 'Running, until %{at}',
  over: 'Ended on %{at}',
  offer: 'If an emergency makes you read a file that you do not follow, you may ask to open it for thirty minutes.',
  open: 'Open a file in an emergency',
  open_title: 'Open a file in an emergency',
  open_intro:
    'The file will open for thirty minutes, to be read only. Your name and your reason will be read by whoever follows it, by their manager and by the auditor.',
  open_submit: 'Open',
  open_submitting: 'Opening…',
  number: 'Number of the file',
  number_hint: 'For instance J26-000123.',
  reason_hint: 'At least twenty characters: what is happening, and why it cannot wait.',
  code_hint: 'From your authenticator, shown for this opening only.',
};
