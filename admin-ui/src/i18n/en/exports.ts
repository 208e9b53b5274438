import type { Sentences } from '../messages.ts';

export const exportsEn: Sentences['exports'] = {
  take: 'Download the list',
  preparing: 'Preparing…',
  file_name: 'files',
  late_steps: 'Late steps',
  stalls: 'Stalls',
  taken: 'List of %{day}, downloaded by %{by}. Not to be left lying about: each line is a person.',
  sealed: '%{count} sealed file is not in it. |||| %{count} sealed files are not in it.',
  done: '%{count} file in the download. |||| %{count} files in the download.',
};
