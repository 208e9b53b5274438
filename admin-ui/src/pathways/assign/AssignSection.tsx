import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { ListBase } from 'react-admin';
import { LIST_ONCE } from '../../shared/queries.ts';
import { AssignRows } from './AssignRows.tsx';

interface AssignSectionProps {
  readonly title: string;
  readonly intro: string;
  readonly empty: string;
  readonly filter: Readonly<Record<string, string | null>>;
  /** True when giving a file to a caseworker also takes it for one's structure. */
  readonly isTaking?: boolean;
}

/** One list of files waiting for somebody. */
export const AssignSection = ({ title, intro, empty, filter, isTaking = false }: AssignSectionProps) => {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id} sx={{ mb: 4 }}>
      <Typography id={id} variant="h2">
        {title}
      </Typography>
      <Typography color="textSecondary" sx={{ mb: 1.5 }}>
        {intro}
      </Typography>
      <ListBase
        resource="pathways"
        filter={filter}
        perPage={25}
        sort={{ field: 'nextDueOn', order: 'ASC' }}
        storeKey={false}
        disableSyncWithLocation
        exporter={false}
        queryOptions={LIST_ONCE}
      >
        <AssignRows title={title} empty={empty} isTaking={isTaking} />
      </ListBase>
    </Box>
  );
};
