import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { WeekBlock, WeekLineView } from '../../../server/contract/week.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { useAnnounce } from '../shared/Announcer.tsx';
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
  /** What was just done is taken back, from any line. */
  readonly onUndo: () => void;
  readonly onMore: (people: number) => Promise<void>;
  /** Where one is: before which lines is what follows the line that has the focus. */
  readonly onPlace: (place: WeekPlace) => void;
  /** What is told of a line of this part, and where. */
  readonly notice: { readonly place: WeekPlace; readonly words: ReactNode } | undefined;
}

/** A place in a part of the week that stays when its line goes: before the first that is left of those that follow. */
export interface WeekPlace {
  readonly block: WeekBlock;
  readonly following: readonly string[];
}

/** A line that is on screen: the first of its person, or another one of hers once they are shown. */
interface ShownLine {
  readonly line: WeekLineView;
  /** Of the first line of a person: how many others she has in this part. */
  readonly others: number;
  readonly isFirst: boolean;
  /** The key of that first line, of another one. */
  readonly under: string | undefined;
}

/** One person is one place: where her first line is. Her other lines are under it, once they are asked for. */
function shownLines(lines: readonly WeekLineView[], opened: ReadonlySet<string>): ShownLine[] {
  const byPerson = new Map<string, WeekLineView[]>();
  for (const line of lines) byPerson.set(line.pathwayId, [...(byPerson.get(line.pathwayId) ?? []), line]);
  return [...byPerson].flatMap(([pathwayId, own]) =>
    own
      .filter((_line, index) => index === 0 || opened.has(pathwayId))
      .map((line, index) => ({
        line,
        others: index === 0 ? own.length - 1 : 0,
        isFirst: index === 0,
        under: index === 0 ? undefined : own[0]?.key,
      })),
  );
}

/** Before which of the lines that are shown a place is; after the last one when none of those that followed is left. */
function placeOf({ following }: WeekPlace, shown: readonly ShownLine[]): number {
  const index = shown.findIndex(({ line }) => following.includes(line.key));
  return index === -1 ? shown.length : index;
}

const NoticeRow = ({ children }: { children: ReactNode }) => (
  <Box role="row" sx={{ px: 1.5, py: 1, borderTop: 1, borderColor: 'divider' }}>
    <Box role="gridcell" aria-colspan={3}>
      {children}
    </Box>
  </Box>
);

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
  onUndo,
  onMore,
  onPlace,
  notice,
}: WeekBlockGridProps) => {
  const say = useSentences();
  const { weekDay, number, plural } = useFormat();
  const announce = useAnnounce();
  const titleId = useId();
  const grid = useRef<HTMLDivElement>(null);
  /** By its key too: lines come and go around it, and what is pressed is for the line that has the focus. */
  const [current, setCurrent] = useState<{ readonly key?: string; readonly index: number }>({ index: 0 });
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const shown = shownLines(lines, opened);
  const kept = shown.findIndex(({ line }) => line.key === current.key);
  const active = kept === -1 ? Math.min(current.index, shown.length - 1) : kept;

  const open = (pathwayId: string, isOpen: boolean) => {
    const next = new Set(opened);
    if (isOpen) next.add(pathwayId);
    else next.delete(pathwayId);
    setOpened(next);
  };
  const goTo = (index: number) => {
    const to = Math.max(0, Math.min(index, shown.length - 1));
    grid.current?.querySelectorAll<HTMLElement>('[data-main]')[to]?.focus();
  };
  const stand = (index: number) => {
    const key = shown[index]?.line.key;
    setCurrent(key === undefined ? { index } : { key, index });
    onPlace({ block, following: shown.slice(index + 1).map(({ line }) => line.key) });
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
    if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.repeat) {
      event.preventDefault();
      onUndo();
      return;
    }
    if (at === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const { line } = at;
    // From line to line the space bar chooses, and only Enter acts: a run of it must not open what is no task to be chosen.
    if (event.key === ' ' && (event.target as HTMLElement).matches('[data-main]')) {
      event.preventDefault();
      if (event.repeat) return;
      if (line.kind === 'TASK') onToggle(line);
      else announce(say('week.nothing_to_select'));
      return;
    }
    const isOnLine = (event.target as HTMLElement).closest<HTMLElement>('[data-place]')?.dataset['place'] === line.key;
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
    const isLetter = event.key.length === 1;
    const act = acts[isLetter ? event.key.toLowerCase() : event.key];
    // On what tells of a line that is done, a letter would act on the next one.
    if (act === undefined || (isLetter && !isOnLine)) return;
    event.preventDefault();
    // Held down, a letter would go on with the line that takes the place of the one that is done.
    if (event.repeat && isLetter) return;
    act();
  };

  const rows = shown.map(({ line, others, isFirst, under }, index) => (
    <WeekRow
      key={line.key}
      line={line}
      isFirst={isFirst}
      under={under}
      others={others}
      isOpen={opened.has(line.pathwayId)}
      isActive={index === active}
      isSelected={selected.has(line.key)}
      onFocus={() => stand(index)}
      onOpen={(isOpen) => open(line.pathwayId, isOpen)}
      onToggle={() => onToggle(line)}
      onAct={(act) => {
        stand(index);
        onAct(line, act);
      }}
    />
  ));
  // Among them by a key of its own: it keeps its buttons, and the focus that is on one, whichever lines come and go.
  if (notice !== undefined)
    rows.splice(placeOf(notice.place, shown), 0, <NoticeRow key="notice">{notice.words}</NoticeRow>);

  return (
    <Box component="section" data-places aria-labelledby={titleId} sx={{ mb: 4 }}>
      <Typography id={titleId} variant="h2" tabIndex={-1} sx={{ mb: 1 }}>
        {say('week.heading', { block: say(`week.block_${block}`), count: number(count) })}
      </Typography>
      {(block === 'THIS_WEEK' || people < count) && (
        <Typography color="textSecondary" sx={{ mb: 1 }}>
          {[
            block === 'THIS_WEEK' ? say('week.until', { day: weekDay(until) }) : null,
            people < count ? say('week.people', plural(people)) : null,
          ]
            .filter((part) => part !== null)
            .join(' ')}
        </Typography>
      )}
      {(lines.length > 0 || notice !== undefined) && (
        <Box
          ref={grid}
          role="grid"
          aria-labelledby={titleId}
          onKeyDown={press}
          // Some browsers press a button when the space bar is let go, whatever was made of its going down.
          onKeyUp={(event) => {
            if (event.key === ' ' && (event.target as HTMLElement).matches('[data-main]')) event.preventDefault();
          }}
          sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}
        >
          <Box role="row" sx={visuallyHidden}>
            <span role="columnheader">{say('week.column_person')}</span>
            <span role="columnheader">{say('week.column_matter')}</span>
            <span role="columnheader">{say('week.column_actions')}</span>
          </Box>
          {rows}
        </Box>
      )}
      {lines.length === 0 && (
        <Typography color="textSecondary" sx={notice && { mt: 1 }}>
          {say(`week.empty_${block}`)}
        </Typography>
      )}
      <MorePeople told={new Set(lines.map(({ pathwayId }) => pathwayId)).size} people={people} onMore={showMore} />
    </Box>
  );
};
