import { inOrder, WEEK_BLOCKS, type WeekBlock, type WeekLine } from './fileWeek.ts';

/** Of how many people each part tells, unless more are asked for: more than a caseload, so that few ever ask. */
export const MOST_PEOPLE = 60;

export interface LineOf<File> {
  readonly file: File;
  readonly line: WeekLine;
}
export interface WeekPart<File> {
  /** Of everything: how many lines, and of how many people. */
  readonly lines: number;
  readonly people: number;
  /** The lines of its first people, each with all that she has in this part, in their order. */
  readonly shown: readonly LineOf<File>[];
}

/**
 * The parts of a week. Each has its own limit, of people and not of lines: whatever is late, today is told, and whoever is
 * told is told whole.
 */
export function weekParts<File extends { readonly id: string }>(
  all: readonly LineOf<File>[],
  most: Readonly<Partial<Record<WeekBlock, number | undefined>>> = {},
): Readonly<Record<WeekBlock, WeekPart<File>>> {
  const ordered = [...all].sort((a, b) => inOrder(a.line, b.line));
  const part = (block: WeekBlock): WeekPart<File> => {
    const lines = ordered.filter(({ line }) => line.block === block);
    const people = [...new Set(lines.map(({ file }) => file.id))];
    const first = new Set(people.slice(0, most[block] ?? MOST_PEOPLE));
    return { lines: lines.length, people: people.length, shown: lines.filter(({ file }) => first.has(file.id)) };
  };
  return Object.fromEntries(WEEK_BLOCKS.map((block) => [block, part(block)])) as Record<WeekBlock, WeekPart<File>>;
}
