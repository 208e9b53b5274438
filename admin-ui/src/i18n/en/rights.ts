import type { Sentences } from '../messages.ts';

export const rightsEn: Sentences['rights'] = {
  lost_title: 'This file is no longer accessible',
  lost: 'It does not exist, or it is out of your reach: a file may change organisation, or the person who follows it. The rest of your work is untouched.',
  lost_back: 'Back to the files',
};
