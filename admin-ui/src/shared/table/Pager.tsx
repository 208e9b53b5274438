import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useListContext } from 'react-admin';
import { useSentences } from '../../i18n/useSentences.ts';
import { Choice } from '../fields/Choice.tsx';
import { useFormat } from '../useFormat.ts';

const PAGE_SIZES = [25, 50, 100];

/** Page buttons with names, and the number of rows per page, for the list around it. */
export const Pager = ({ title }: { title: string }) => {
  const say = useSentences();
  const { number } = useFormat();
  const { page, perPage, total = 0, setPage, setPerPage } = useListContext();
  const pages = Math.max(1, Math.ceil(total / perPage));
  if (total <= Math.min(...PAGE_SIZES)) return null;

  const turnTo = [
    { label: say('table.first'), to: 1, off: page <= 1 },
    { label: say('table.previous'), to: page - 1, off: page <= 1 },
    { label: say('table.next'), to: page + 1, off: page >= pages },
    { label: say('table.last'), to: pages, off: page >= pages },
  ];
  return (
    <Box
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', justifyContent: 'space-between', mt: 2 }}
    >
      <Box
        component="nav"
        aria-label={say('table.pages', { title })}
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}
      >
        {turnTo.map(({ label, to, off }) => (
          <Button key={label} variant="outlined" size="small" disabled={off} onClick={() => setPage(to)}>
            {label}
          </Button>
        ))}
        <Typography component="span" aria-current="page">
          {say('table.page_of', { page: number(page), total: number(pages) })}
        </Typography>
      </Box>
      <Choice
        label={say('table.per_page')}
        value={String(perPage)}
        options={PAGE_SIZES.map((size) => ({ value: String(size), label: String(size) }))}
        onChange={(value) => setPerPage(Number(value))}
        sx={{ width: '9rem' }}
      />
    </Box>
  );
};
