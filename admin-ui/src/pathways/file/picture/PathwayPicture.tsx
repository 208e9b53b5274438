import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useId, useState } from 'react';
import type { StepView } from '../../../../../server/contract/pathway.ts';
import { useSentences } from '../../../i18n/useSentences.ts';
import type { FileRecord } from '../../../providers/fileChange.ts';
import { Section } from '../../../shared/Section.tsx';
import { FactList } from './FactList.tsx';
import { factsInOrder } from './factsInOrder.ts';
import { Lanes } from './Lanes.tsx';
import { Legend } from './Legend.tsx';
import { STRETCHES, type Stretch } from './scale.ts';
import { StepFactsDialog } from './StepFactsDialog.tsx';

/**
 * Where the person is, what comes next and where it stopped, by domain; and the same facts in words. A phone is given the
 * words: bars of a few pixels say nothing.
 */
export const PathwayPicture = ({ file }: { file: FileRecord }) => {
  const say = useSentences();
  const listId = useId();
  const isNarrow = useMediaQuery('(max-width: 599.95px)', { noSsr: true });
  const [stretch, setStretch] = useState<Stretch>('USUAL');
  const [isListed, setListed] = useState(isNarrow);
  const [opened, setOpened] = useState<StepView>();
  const facts = factsInOrder(file.timeline);
  const isShown = isListed || isNarrow;

  return (
    <Section id="picture" title={say('picture.title')} intro={say('picture.intro')}>
      {!isNarrow && (
        <Box component="figure" aria-labelledby="picture" sx={{ m: 0 }}>
          <ToggleButtonGroup
            exclusive
            size="small"
            value={stretch}
            aria-label={say('picture.stretch')}
            onChange={(_event, value: Stretch | null) => value !== null && setStretch(value)}
            sx={{ mb: 1, '@media print': { display: 'none' } }}
          >
            {STRETCHES.map((one) => (
              <ToggleButton key={one} value={one}>
                {say(`picture.stretch_${one}`)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          <Lanes file={file} facts={facts} stretch={stretch} onOpen={setOpened} />
          <Legend />
        </Box>
      )}
      {!isNarrow && (
        <Button size="small" aria-expanded={isListed} aria-controls={listId} onClick={() => setListed(!isListed)}>
          {say(isListed ? 'picture.hide_list' : 'picture.show_list')}
        </Button>
      )}
      <Box id={listId}>{isShown && <FactList facts={facts} today={file.timeline.today} />}</Box>
      {opened && (
        <StepFactsDialog
          file={file}
          step={opened}
          facts={facts.filter((fact) => 'step' in fact && fact.step === opened.code)}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Section>
  );
};
