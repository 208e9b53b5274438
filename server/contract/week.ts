import { z } from 'zod';
import { STALL_RULES, STEP_CODES } from '../domain/pathway/codes.ts';
import { WEEK_ACTS, WEEK_BLOCKS } from '../domain/week/fileWeek.ts';
import { calendarDaySchema, instantSchema, uuidSchema } from './common.ts';
import { historyEntrySchema } from './pathway.ts';
import { birthSchema } from './person.ts';

export { WEEK_ACTS, WEEK_BLOCKS, WEEK_DAYS, type WeekAct, type WeekBlock } from '../domain/week/fileWeek.ts';

/** Of how many people a part is to tell; without it, of the first ones. */
const mostPeople = z.coerce.number().int().min(1).max(100_000).optional();

/** Whose week: one’s own, or for a manager that of a colleague of her structure; and how much of each of its parts. */
export const weekQuery = z.strictObject({
  referentId: uuidSchema.optional(),
  LATE: mostPeople,
  TODAY: mostPeople,
  THIS_WEEK: mostPeople,
  TO_WATCH: mostPeople,
});
export type WeekQuery = z.infer<typeof weekQuery>;

export const weekLineSchema = z
  .object({
    /** The same as long as the line says the same thing: what a screen keeps its place by. */
    key: z.string(),
    block: z.enum(WEEK_BLOCKS),
    kind: z.enum(['STEP', 'STALL', 'TASK', 'NOTHING_PLANNED']),
    pathwayId: uuidSchema,
    number: z.string(),
    name: z.string(),
    birth: birthSchema,
    sealed: z.boolean(),
    /** What is to be done, in a few words. */
    what: z.string(),
    /** Why it is here: each sentence with its dates, as the file says it. */
    why: z.array(z.string()),
    /** Its day: due, or the first day of a stall, or the limit that comes. */
    on: calendarDaySchema.nullable(),
    /** Days past that day (positive), or to go (negative). */
    days: z.number().int().nullable(),
    severity: z.enum(['CRITICAL', 'NORMAL']),
    /** Whether its day is set by a text; else by a custom, a proposal, or whoever planned it. */
    isLegal: z.boolean(),
    /** What the one button of the line does. */
    act: z.enum(WEEK_ACTS),
    step: z.enum(STEP_CODES).nullable(),
    rule: z.enum(STALL_RULES).nullable(),
    /** The task of the line, or the one by which a late step was put off, and the version that a change of it shows. */
    task: z
      .object({ id: uuidSchema, what: z.string(), dueOn: calendarDaySchema, version: z.number().int() })
      .nullable(),
  })
  .meta({ id: 'WeekLine' });
export type WeekLineView = z.infer<typeof weekLineSchema>;

const partCounts = z.object({
  LATE: z.number().int(),
  TODAY: z.number().int(),
  THIS_WEEK: z.number().int(),
  TO_WATCH: z.number().int(),
});

export const weekSchema = z
  .object({
    today: calendarDaySchema,
    /** The last day of this week: seven days from today. */
    until: calendarDaySchema,
    referentId: uuidSchema,
    referentName: z.string(),
    /** Files that she follows, closed ones left out. */
    files: z.number().int(),
    /** How many lines each part has, told or not. */
    counts: partCounts,
    /** And of how many people. */
    people: partCounts,
    /** How much is new in one’s own files: counted up to some, and whether there is more; null of a colleague’s week. */
    news: z.object({ count: z.number().int(), isMore: z.boolean() }).nullable(),
    /** In the order in which they cannot wait: of each part, its first people, each with all her lines of it. */
    lines: z.array(weekLineSchema),
  })
  .meta({ id: 'Week' });
export type Week = z.infer<typeof weekSchema>;

export const NOTE_ACTS = ['WRITTEN', 'CORRECTED', 'WITHDRAWN'] as const;

/** What others recorded in the files that one follows, since one last said that one had seen it. */
export const newsSchema = z
  .object({
    /** From this instant, excluded, to that one: what `seen` is to be told. */
    since: instantSchema,
    until: instantSchema,
    /** True until one has said for the first time that one had seen: the last seven days are then told. */
    isFirst: z.boolean(),
    /** How many entries and notes there are; past the first 300, the latest are told. */
    total: z.number().int(),
    /** The file of the latest entry first. */
    files: z.array(
      z.object({
        pathwayId: uuidSchema,
        number: z.string(),
        name: z.string(),
        birth: birthSchema,
        sealed: z.boolean(),
        entries: z.array(historyEntrySchema),
        /** That a note was written, corrected or withdrawn by somebody else, told to whoever may read it; never its text. */
        notes: z.array(z.object({ at: instantSchema, actor: z.string().nullable(), act: z.enum(NOTE_ACTS) })),
      }),
    ),
  })
  .meta({ id: 'News' });
export type News = z.infer<typeof newsSchema>;

export const newsSeenInput = z
  .strictObject({ until: instantSchema })
  .meta({ id: 'NewsSeen', description: 'Everything recorded until then was seen: the `until` of what was read' });
export type NewsSeenInput = z.infer<typeof newsSeenInput>;
