import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { LinkBase } from 'react-admin';
import { SHADES } from '../layout/shades.ts';
import type { WeekLineView } from '../../../server/contract/week.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { filePath } from '../pathways/filePath.ts';
import { Tag } from '../shared/Tag.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { visuallyHidden } from '../shared/visuallyHidden.ts';
import type { LineAct } from './LineDialog.tsx';

interface WeekRowProps {
  readonly line: WeekLineView;
  /** Whether it is the first line of its person: the others are under it, without her name said again to the eye. */
  readonly isFirst: boolean;
  /** The key of that first line, of another one of hers. */
  readonly under: string | undefined;
  readonly others: number;
  readonly isOpen: boolean;
  /** Whether the tab key comes to it: one line of a part at a time. */
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly onFocus: () => void;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onToggle: () => void;
  readonly onAct: (act: LineAct) => void;
}

/** What one does of a line that is not for now: a task is put off, anything else is planned. */
export function laterAct({ kind }: WeekLineView): LineAct {
  return kind === 'TASK' ? 'PUT_OFF' : 'PLAN_TASK';
}

export const WeekRow = ({ line, isFirst, under, isActive, onFocus, ...props }: WeekRowProps) => (
  <Box
    role="row"
    data-place={line.key}
    data-under={under}
    onFocus={onFocus}
    sx={{
      display: 'grid',
      gridTemplateColumns: { xs: '1fr', md: '14rem minmax(0, 1fr) 18rem' },
      columnGap: 2,
      rowGap: 0.5,
      px: 1.5,
      py: isFirst ? 1.5 : 1,
      borderTop: isFirst ? 1 : 0,
      borderColor: 'divider',
      '&:nth-of-type(2)': { borderTop: 0 },
      '&:focus-within': { bgcolor: SHADES.here },
    }}
  >
    <Who line={line} isFirst={isFirst} stop={isActive ? 0 : -1} {...props} />
    <Why line={line} stop={isActive ? 0 : -1} {...props} />
    <Acts line={line} stop={isActive ? 0 : -1} {...props} />
  </Box>
);

type CellProps = Omit<WeekRowProps, 'isFirst' | 'under' | 'isActive' | 'onFocus'> & { readonly stop: 0 | -1 };

const Who = ({ line, isFirst, isSelected, stop, onToggle }: CellProps & { isFirst: boolean }) => {
  const say = useSentences();
  const { birth } = useFormat();
  const { name, what } = line;
  const born = birth(line.birth as Parameters<typeof birth>[0]);
  return (
    <Box role="gridcell" sx={{ display: 'flex', gap: 1, alignItems: 'start', justifyContent: 'space-between' }}>
      {isFirst ? (
        <Box sx={{ minWidth: 0 }}>
          <Link
            component={LinkBase}
            to={filePath(line.pathwayId)}
            tabIndex={stop}
            underline="always"
            sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}
          >
            {name}
          </Link>
          <Typography variant="body2" color="textSecondary">
            {[born, line.number].filter((part) => part !== null).join(' · ')}
          </Typography>
        </Box>
      ) : (
        <Box component="span" sx={visuallyHidden}>
          {name}
        </Box>
      )}
      {line.kind === 'TASK' && (
        <Box
          component="input"
          type="checkbox"
          checked={isSelected}
          onChange={onToggle}
          tabIndex={stop}
          aria-label={say('week.select', { what, name })}
          sx={{ width: 24, height: 24, m: 0, ml: 'auto', flexShrink: 0, accentColor: SHADES.blue }}
        />
      )}
    </Box>
  );
};

const Why = ({ line, others, isOpen, stop, onOpen }: CellProps) => {
  const say = useSentences();
  const { plural } = useFormat();
  return (
    <Box role="gridcell" sx={{ minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, rowGap: 0.25, alignItems: 'center' }}>
        <Typography component="span" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
          {line.what}
        </Typography>
        <LineTags line={line} />
      </Box>
      {line.why.map((sentence) => (
        <Typography key={sentence} variant="body2" color="textSecondary">
          {sentence}
        </Typography>
      ))}
      {others > 0 && (
        <Button
          size="small"
          tabIndex={stop}
          aria-expanded={isOpen}
          aria-label={say(isOpen ? 'week.others_hide_of' : 'week.others_of', { ...plural(others), name: line.name })}
          onClick={() => onOpen(!isOpen)}
          sx={{ ml: -0.75, mt: 0.25, '@media print': { display: 'none' } }}
        >
          {say(isOpen ? 'week.others_hide' : 'week.others', plural(others))}
        </Button>
      )}
    </Box>
  );
};

const Acts = ({ line, stop, onAct }: CellProps) => {
  const say = useSentences();
  const { name, what } = line;
  const act = say(`week.act_${line.act}`);
  const later = laterAct(line);
  const laterWords = say(later === 'PUT_OFF' ? 'week.put_off_act' : 'week.plan_act');
  return (
    <Box
      role="gridcell"
      sx={{
        display: 'flex',
        gap: 1,
        alignItems: 'start',
        justifyContent: { md: 'end' },
        flexWrap: 'wrap',
        '@media print': { display: 'none' },
      }}
    >
      <Button
        data-main
        size="small"
        variant="outlined"
        tabIndex={stop}
        aria-label={say('week.act_of', { act, what, name })}
        onClick={() => onAct(line.act)}
        sx={{ bgcolor: 'background.paper' }}
      >
        {act}
      </Button>
      {later !== line.act && (
        <Button
          size="small"
          tabIndex={stop}
          aria-label={say('week.act_of', { act: laterWords, what, name })}
          onClick={() => onAct(later)}
        >
          {laterWords}
        </Button>
      )}
    </Box>
  );
};

/** How late or how near, how grave, and whether a text sets it: in words. */
const LineTags = ({ line: { kind, days, block, severity, isLegal, task } }: { line: WeekLineView }) => {
  const say = useSentences();
  const { plural } = useFormat();
  return (
    <>
      {severity === 'CRITICAL' && <Tag tone="late">{say('week.critical')}</Tag>}
      {days !== null && days > 0 && block !== 'TO_WATCH' && (
        <Tag tone={severity === 'CRITICAL' || isLegal ? 'late' : 'soon'}>
          {say(kind === 'STALL' ? 'week.stalled' : 'week.late', plural(days))}
        </Tag>
      )}
      {days === 0 && (
        <Tag tone="soon">{say(kind === 'STALL' && block === 'LATE' ? 'week.stalled_today' : 'week.today')}</Tag>
      )}
      {days !== null && days < 0 && <Tag tone="waiting">{say('week.ahead', plural(-days))}</Tag>}
      {isLegal && <Tag>{say('week.legal')}</Tag>}
      {kind === 'STEP' && task !== null && <Tag tone="waiting">{say('week.put_off')}</Tag>}
    </>
  );
};
