import Box from '@mui/material/Box';
import type { PathwayFile } from '../../../../server/contract/pathway.ts';
import { SealedTag } from './SealedTag.tsx';

/** The name, or the number for whoever is not told it; and whether the file is hidden from others. */
export const FileTitle = ({ file: { name, number, sealed } }: { file: PathwayFile }) =>
  sealed ? (
    <>
      {name ?? number}{' '}
      <Box component="span" sx={{ display: 'inline-block', verticalAlign: 'middle' }}>
        <SealedTag />
      </Box>
    </>
  ) : (
    (name ?? number)
  );
