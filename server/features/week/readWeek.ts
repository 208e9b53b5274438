import type { Week, WeekLineView, WeekQuery } from '../../contract/week.ts';
import { plusDays, type CalendarDay } from '../../domain/calendar/calendarDay.ts';
import type { StepCode } from '../../domain/pathway/codes.ts';
import type { Language } from '../../domain/language/language.ts';
import { planPathway, type PlannedStep } from '../../domain/pathway/plan.ts';
import type { Birth } from '../../domain/person/birth.ts';
import { displayName } from '../../domain/person/displayName.ts';
import { explainStall } from '../../domain/stall/explain.ts';
import { daysLate, fileWeek, WEEK_BLOCKS, WEEK_DAYS, type WeekLine } from '../../domain/week/fileWeek.ts';
import { weekParts, type WeekPart } from '../../domain/week/weekParts.ts';
import {
  nothingPlannedWords,
  plannedWords,
  putOffWords,
  saysTurn,
  stallEndWords,
  stepLimitWords,
  whatOf,
} from '../../domain/week/weekWords.ts';
import type { Db } from '../../platform/database/db.ts';
import { notFound } from '../../platform/http/problem.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { byFile, givenOf, loadHistories } from '../pathways/index.ts';
import { countNews } from './readNews.ts';
import {
  findCaseload,
  findDueSteps,
  findLivingStalls,
  findOpenTasks,
  type LivingStallLine,
  type OpenTaskLine,
  type WeekFile,
} from './week.queries.ts';

/** The week of somebody who follows files: what is late, due today, due this week, to be watched, and why. */
export async function readWeek(context: Context, { query }: { query: WeekQuery }): Promise<Answer<Week>> {
  const { actor, db, today, language } = context;
  const { referentId = actor.accountId, ...most } = query;
  const referent = await colleague(context, referentId);
  const files = await findCaseload(db, actor, referentId, today);
  const ids = files.map(({ id }) => id);
  const [steps, stalls, tasks] = [
    byFile(await findDueSteps(db, ids, today)),
    byFile(await findLivingStalls(db, ids, today)),
    byFile(await findOpenTasks(db, ids)),
  ];
  const plans = await plannedSteps(db, [...steps.keys()], today, language);
  const lines = files.flatMap((file) =>
    fileWeek(
      {
        steps: (steps.get(file.id) ?? []).map(({ step, due_on: dueOn }) => ({
          step,
          dueOn,
          isLegal: plans.get(file.id)?.get(step)?.basis.kind === 'LEGAL',
        })),
        stalls: (stalls.get(file.id) ?? []).map(livingStall),
        tasks: (tasks.get(file.id) ?? []).map(({ id, step, due_on: dueOn }) => ({ id, step, dueOn })),
        isActive: !file.paused,
        nextDueOn: file.next_due_on,
      },
      today,
    ).map((line) => ({ file, line })),
  );
  const parts = weekParts(lines, most);
  const ofParts = (count: (part: WeekPart<WeekFile>) => number): Week['counts'] =>
    Object.fromEntries(WEEK_BLOCKS.map((block) => [block, count(parts[block])])) as Week['counts'];
  return {
    body: {
      today,
      until: plusDays(today, WEEK_DAYS),
      referentId,
      referentName: referent.display_name,
      files: files.length,
      counts: ofParts(({ lines: count }) => count),
      people: ofParts(({ people }) => people),
      news: referentId === actor.accountId ? await countNews(context) : null,
      lines: WEEK_BLOCKS.flatMap((block) => parts[block].shown).map(({ file, line }) =>
        presentLine(file, line, {
          today,
          language,
          stalls: stalls.get(file.id) ?? [],
          tasks: tasks.get(file.id) ?? [],
          sentenceOf: (step) => plans.get(file.id)?.get(step)?.sentence,
        }),
      ),
    },
  };
}

/** Oneself, or for a manager somebody of her structure. Anybody else is not there. */
async function colleague({ actor, db }: Context, id: string): Promise<{ display_name: string }> {
  const known =
    id === actor.accountId || actor.role === 'ASSOCIATION_MANAGER'
      ? await db.one<{ display_name: string }>(
          'select a.display_name from accounts a where a.id = $1 and a.organisation_id = $2',
          [id, actor.organisationId],
        )
      : undefined;
  if (known === undefined) throw notFound();
  return known;
}

/** What each step rests on and why it is due, as its file says it. */
async function plannedSteps(
  db: Db,
  ids: readonly string[],
  today: CalendarDay,
  language: Language,
): Promise<Map<string, Map<StepCode, PlannedStep>>> {
  const histories = await db.asEngine(() => loadHistories(db, ids, { lock: false }));
  return new Map(
    [...histories].map(([id, history]) => [
      id,
      new Map(planPathway({ ...givenOf(history), today, language }).steps.map((step) => [step.code, step])),
    ]),
  );
}

function livingStall({ id, rule, severity, since_on: sinceOn, limit_on: limitOn }: LivingStallLine) {
  return { id, rule, severity, sinceOn, limitOn };
}

interface Beside {
  readonly today: CalendarDay;
  readonly language: Language;
  readonly stalls: readonly LivingStallLine[];
  readonly tasks: readonly OpenTaskLine[];
  readonly sentenceOf: (step: StepCode) => string | undefined;
}

function presentLine(file: WeekFile, line: WeekLine, beside: Beside): WeekLineView {
  const { today, language, tasks } = beside;
  const task = 'task' in line ? tasks.find(({ id }) => id === line.task?.id) : undefined;
  return {
    key: keyOf(file.id, line),
    block: line.block,
    kind: line.kind,
    pathwayId: file.id,
    number: file.number,
    name: displayName({
      birthName: file.birth_name ?? null,
      usageName: file.usage_name ?? null,
      firstNames: file.first_names ?? null,
      sex: file.sex ?? 'X',
    }),
    birth: { value: file.birth_value ?? null, precision: file.birth_precision } as Birth & WeekLineView['birth'],
    sealed: file.sealed,
    what: whatOf(line, task?.what ?? '', language),
    why: whyOf(line, task, beside),
    on: line.on,
    days: daysLate(line, today),
    severity: line.severity,
    isLegal: line.isLegal,
    act: line.act,
    step: line.kind === 'TASK' ? line.task.step : line.kind === 'NOTHING_PLANNED' ? null : line.step,
    rule: line.kind === 'STALL' ? line.stall.rule : null,
    task: task === undefined ? null : { id: task.id, what: task.what, dueOn: task.due_on, version: task.version },
  };
}

function keyOf(pathwayId: string, line: WeekLine): string {
  if (line.kind === 'NOTHING_PLANNED') return `${pathwayId} ${line.kind}`;
  const of = line.kind === 'STEP' ? line.step : line.kind === 'STALL' ? line.stall.id : line.task.id;
  return `${pathwayId} ${line.kind} ${of}`;
}

function whyOf(line: WeekLine, task: OpenTaskLine | undefined, beside: Beside): string[] {
  const { today, language, sentenceOf } = beside;
  switch (line.kind) {
    case 'NOTHING_PLANNED':
      return [nothingPlannedWords(language)];
    case 'STALL':
      // Without a step of its own to move, its button only opens the file: it says what to look for there.
      return [
        ...withStalls([], [line.stall], beside),
        ...(line.act === 'OPEN_FILE' ? [stallEndWords(line.stall.rule, language)] : []),
      ];
    case 'STEP':
      return withStalls(
        [
          ...(task === undefined ? [] : [putOffWords(task.what, task.due_on, language)]),
          sentenceOf(line.step) ?? stepLimitWords(line.step, line.on ?? today, today, language),
        ],
        line.stalls,
        beside,
      );
    case 'TASK':
      return withStalls(
        [
          plannedWords(line.task.dueOn, today, task?.reason ?? null, language),
          ...(line.stepDueOn === null || line.task.step === null
            ? []
            : [stepLimitWords(line.task.step, line.stepDueOn, today, language)]),
        ],
        line.stalls,
        beside,
      );
  }
}

/** What is said of a line, then its stalls. Whose turn it is has one answer a line: that of its step, else of its first stall. */
function withStalls(
  said: readonly string[],
  told: readonly { readonly id: string }[],
  { today, language, stalls }: Beside,
): string[] {
  const own = stalls.filter(({ id }) => told.some((one) => one.id === id));
  return own.reduce<string[]>(
    (why, { rule, turn, facts, anchor_on: anchorOn, limit_on: limitOn, since_on: sinceOn }) => [
      ...why,
      explainStall({ rule, anchorOn, limitOn, sinceOn, facts, turn }, today, language, {
        isTurnSaid: why.some((sentence) => saysTurn(sentence, language)),
      }),
    ],
    [...said],
  );
}
