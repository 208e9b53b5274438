import Typography from '@mui/material/Typography';
import { useSentences } from '../../i18n/useSentences.ts';
import { OfferEmergency, type OfferEmergencyProps } from '../../openings/OfferEmergency.tsx';
import { ButtonLink } from '../../shared/ButtonLink.tsx';
import { Page } from '../../shared/Page.tsx';

interface LostFileProps {
  /** Where an emergency opening would let it be read. */
  readonly emergency?: OfferEmergencyProps;
}

/** A file that is absent, sealed or elsewhere: the server answers the same, and so does the page. */
export const LostFile = ({ emergency }: LostFileProps) => {
  const say = useSentences();
  return (
    <Page title={say('rights.lost_title')}>
      <Typography sx={{ mb: 2, maxWidth: '60rem' }}>{say('rights.lost')}</Typography>
      {emergency && <OfferEmergency {...emergency} />}
      <ButtonLink to="/pathways">{say('rights.lost_back')}</ButtonLink>
    </Page>
  );
};
