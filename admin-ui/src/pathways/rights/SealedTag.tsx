import { useSentences } from '../../i18n/useSentences.ts';
import { Tag } from '../../shared/Tag.tsx';

/** Only whoever holds a right on a sealed file ever sees it, and so this. */
export const SealedTag = () => {
  const say = useSentences();
  return <Tag tone="waiting">{say('rights.sealed')}</Tag>;
};
