import type { Sentences } from '../messages.ts';

export const duplicatesEn: Sentences['duplicates'] = {
  title: 'Possible duplicate |||| Possible duplicates',
  intro:
    'This file and the one below may be of the same person. |||| This file and those below may be of the same person.',
  not_same: 'This is not the same person',
  told_apart: 'Remembered: this is not the same person. It will not be asked again.',
};
