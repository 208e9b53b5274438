import type { Sentences } from '../messages.ts';

export const draftsEn: Sentences['drafts'] = {
  kept: 'Draft kept.',
  kept_at: 'Draft kept at %{time}.',
  OFFLINE: 'Offline: what you type is kept here, as long as this page stays open.',
  UNANSWERED: 'The server does not answer: what you type is kept here, as long as this page stays open.',
  REFUSED: 'The draft is not kept: what you type is on this page only.',
  resumed: 'You had not finished: here is what you typed, kept %{when}.',
  changed_since: 'The file has changed since: read it again before you save.',
  begun: 'You had not finished what you typed here, kept %{when}.',
  other: 'Something else typed in this form was kept %{when}. Choose: until then, this is kept on this page only.',
  take: 'Go on with it',
  take_other: 'Take the other one',
  keep_mine: 'Keep this one',
  discard: 'Delete the draft',
  left_KEPT: 'Nothing is saved in Jalon. What you typed is kept as a draft.',
  left_beside: 'Something else typed in this form is still to be finished: open it again to find it.',
  left_HERE: 'Nothing is saved in Jalon. What you typed is kept here, as long as this page stays open.',
};
