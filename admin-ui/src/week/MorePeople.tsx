import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { MOST_PEOPLE } from '../../../server/contract/labels.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { useAnnounce } from '../shared/Announcer.tsx';
import { BusyButton } from '../shared/BusyButton.tsx';
import { ErrorCard } from '../shared/ErrorCard.tsx';
import { useFormat } from '../shared/useFormat.ts';

interface MorePeopleProps {
  /** How many people of this part are on screen, and how many it has. */
  readonly told: number;
  readonly people: number;
  /** Asks for as many people as that. */
  readonly onMore: (people: number) => Promise<void>;
}

/** Under a part that has more people than are told: how many, and the way to them. */
export const MorePeople = ({ told, people, onMore }: MorePeopleProps) => {
  const say = useSentences();
  const announce = useAnnounce();
  const { plural, number } = useFormat();
  const [isAsking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<unknown>();
  const more = Math.min(people - told, MOST_PEOPLE);

  const ask = async () => {
    setAsking(true);
    setRefusal(undefined);
    try {
      await onMore(told + more);
      announce(say('week.more_shown', plural(more)));
    } catch (problem) {
      setRefusal(problem);
    }
    setAsking(false);
  };

  if (more <= 0) return null;
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 1, alignItems: 'center', mt: 1 }}>
        <Typography>{say('week.told', { ...plural(told), people: number(people) })}</Typography>
        <BusyButton
          isBusy={isAsking}
          size="small"
          variant="outlined"
          onClick={() => void ask()}
          sx={{ bgcolor: 'background.paper', '@media print': { display: 'none' } }}
        >
          {say('week.show_more', plural(more))}
        </BusyButton>
      </Box>
      {refusal !== undefined && (
        <ErrorCard error={refusal} title={say('week.more_refused')} onRetry={() => void ask()} />
      )}
    </>
  );
};
