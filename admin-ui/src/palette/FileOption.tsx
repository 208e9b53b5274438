import Typography from '@mui/material/Typography';
import type { PathwayRow } from '../../../server/contract/pathway.ts';
import { useSentences } from '../i18n/useSentences.ts';

/** A file by its number, for whoever reads no name. */
export const FileOption = ({ file: { number, department, organisationName, status } }: { file: PathwayRow }) => {
  const say = useSentences();
  return (
    <>
      <Typography component="span" sx={{ fontWeight: 600, display: 'block' }}>
        {number}
      </Typography>
      <Typography component="span" variant="body2" sx={{ display: 'block' }}>
        {[
          department,
          organisationName ?? say('pathways.no_structure'),
          ...(status === 'OPEN' ? [] : [say(`pathwayStatuses.${status}`)]),
        ].join(' · ')}
      </Typography>
    </>
  );
};
