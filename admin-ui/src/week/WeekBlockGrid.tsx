import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { WeekBlock, WeekLineView } from '../../../server/contract/week.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { useFormat } from '../shared/useFormat.ts';
import { visuallyHidden } from '../shared/visuallyHidden.ts';
import type { LineAct } from './LineDialog.tsx';
import { MorePeople } from './MorePeople.tsx';
import { laterAct, WeekRow } from './WeekRow.tsx';

interface WeekBlockGridProps {
  readonly block: WeekBlock;
  readonly until: string;
  /** How many lines it has, and of how many people, told or not. */
  readonly count: number;
  readonly people: number;
  readonly lines: readonly WeekLineView[];
  readonly selected: ReadonlySet<string>;
  readonly onToggle: (line: WeekLineView) => void;
  readonly onAct: (line: WeekLineView, act: LineAct) => void;
  /** By its letter, on a line that is chosen: on all those that are, as their own buttons do, which are far from it. */
  readonly onActOnChosen: (act: LineAct) => void;
  readonly onMore: (people: number) => Promise<void>;
}

/** A line that is on screen: the first of its person, or another one of hers once they are shown. */
interface ShownLine {
  readonly line: WeekLineView;
  /** Of the first line of a person: how many others she has in this part. */
  readonly others: number;
  readonly isFirst: boolean;
}

/** One person is one place: where her first line is. Her other lines are under it, once they are asked for. */
function shownLines(lines: readonly WeekLineView[], opened: ReadonlySet<string>): ShownLine[] {
  const byPerson = new Map<string, WeekLineView[]>();
  for (const line of lines) byPerson.set(line.pathwayId, [...(byPerson.get(line.pathwayId) ?? []), line]);
  return [...byPerson].flatMap(([pathwayId, own]) =>
    own
      .filter((_line, index) => index === 0 || opened.has(pathwayId))
      .map((line, index) => ({ line, others: index === 0 ? own.length - 1 : 0, isFirst: index === 0 })),
  );
}

/**
 * One part of the week, as a grid: one tab stop, arrows from line to line, the tab key within a line. Letters act on the
 * line that has the focus, with those that are chosen when it is one of them, and nowhere else (RGAA 12.10).
 */
export const WeekBlockGrid = ({
  block,
  until,
  count,
  people,
  lines,
  selected,
  onToggle,
  onAct,
  onActOnChosen,
  onMore,
}: WeekBlockGridProps) => {
  const say = useSentences();
  const { longDay, number, plural } = useFormat();
  const titleId = useId();
  const grid = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const shown = shownLines(lines, opened);
  const active = Math.min(current, shown.length - 1);

  const open = (pathwayId: string, isOpen: boolean) => {
    const next = new Set(opened);
    if (isOpen) next.add(pathwayId);
    else next.delete(pathwayId);
    setOpened(next);
  };
  const goTo = (index: number) => {
    const next = Math.max(0, Math.min(index, shown.length - 1));
    setCurrent(next);
    grid.current?.querySelectorAll<HTMLElement>('[data-main]')[next]?.focus();
  };
  // Who comes next is where one goes on from.
  const next = useRef<number>(undefined);
  const showMore = async (asked: number) => {
    next.current = shown.length;
    try {
      await onMore(asked);
    } catch (refusal) {
      next.current = undefined;
      throw refusal;
    }
  };
  useLayoutEffect(() => {
    if (next.current === undefined || shown.length <= next.current) return;
    goTo(next.current);
    next.current = undefined;
  });
  const press = (event: KeyboardEvent) => {
    const at = shown[active];
    if (at === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const { line } = at;
    // The space bar presses what has the focus; on a button of a task, it chooses the task, as on its box.
    if (event.key === ' ' && line.kind === 'TASK' && (event.target as HTMLElement).matches('[data-main]')) {
      event.preventDefault();
      onToggle(line);
      return;
    }
    const byLetter = (act: LineAct) => (selected.has(line.key) ? onActOnChosen(act) : onAct(line, act));
    const acts: Record<string, () => void> = {
      ArrowDown: () => goTo(active + 1),
      ArrowUp: () => goTo(active - 1),
      ArrowRight: () => open(line.pathwayId, true),
      ArrowLeft: () => open(line.pathwayId, false),
      Home: () => goTo(0),
      End: () => goTo(shown.length - 1),
      t: () => byLetter(line.act),
      r: () => byLetter(laterAct(line)),
    };
    const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  return (
    <Box component="section" aria-labelledby={titleId} sx={{ mb: 4 }}>
      <Typography id={titleId} variant="h2" sx={{ mb: 1 }}>
        {say('week.heading', { block: say(`week.block_${block}`), count: number(count) })}
      </Typography>
      {(block === 'THIS_WEEK' || people < count) && (
        <Typography color="textSecondary" sx={{ mb: 1 }}>
          {[
            block === 'THIS_WEEK' ? say('week.until', { day: longDay(until) }) : null,
            people < count ? say('week.people', plural(people)) : null,
          ]
            .filter((part) => part !== null)
            .join(' ')}
        </Typography>
      )}
      {lines.length === 0 ? (
        <Typography color="textSecondary">{say(`week.empty_${block}`)}</Typography>
      ) : (
        <Box
          ref={grid}
          role="grid"
          aria-labelledby={titleId}
          onKeyDown={press}
          sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}
        >
          <Box role="row" sx={visuallyHidden}>
            <span role="columnheader">{say('week.column_person')}</span>
            <span role="columnheader">{say('week.column_matter')}</span>
            <span role="columnheader">{say('week.column_actions')}</span>
          </Box>
          {shown.map(({ line, others, isFirst }, index) => (
            <WeekRow
              key={line.key}
              line={line}
              isFirst={isFirst}
              others={others}
              isOpen={opened.has(line.pathwayId)}
              isActive={index === active}
              isSelected={selected.has(line.key)}
              onFocus={() => setCurrent(index)}
              onOpen={(isOpen) => open(line.pathwayId, isOpen)}
              onToggle={() => onToggle(line)}
              onAct={(act) => onAct(line, act)}
            />
          ))}
        </Box>
      )}
      <MorePeople told={new Set(lines.map(({ pathwayId }) => pathwayId)).size} people={people} onMore={showMore} />
    </Box>
  );
};
