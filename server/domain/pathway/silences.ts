import { daysBetween, type CalendarDay } from '../calendar/calendarDay.ts';
import { formatDayFr } from '../calendar/formatDayFr.ts';
import { findStalls } from '../stall/findStalls.ts';
import { stallRule } from '../stall/rules.ts';
import { setInForce } from '../stall/thresholds.ts';
import type { PathwayEvent, SilenceEvent } from './events.ts';
import type { Folded } from './fold.ts';
import { ACCEPTED, conflict, invalid, type Judgement, type Refusal } from './judgement.ts';
import { typeset } from './words.ts';

/** `rest` is the history that the silence joins, `recorded` all that was, what is replaced included. */
export function judgeSilence(event: SilenceEvent, rest: Folded, recorded: readonly PathwayEvent[]): Judgement {
  const { silence, on, until } = event;
  const longest = setInForce(rest.thresholds, on).silenceDays[stallRule(silence).severity];
  if (until < on) return invalid('end_before_start', 'La fin de l’attente précède son début.', 'until');
  // What was put on hold is ended by a correction, from today or from a day before; nothing is put on hold afterwards.
  if (until < rest.today && replacedBy(event, recorded) === undefined) {
    const reason = 'Cette attente serait déjà finie : choisissez aujourd’hui ou un jour à venir.';
    return invalid('silence_already_over', typeset(reason), 'until');
  }
  if (daysBetween(firstDay(event, recorded), until) > longest) {
    return invalid('silence_too_long', `La mise en attente ne peut pas dépasser ${longest} jours.`, 'until');
  }
  const isShown = findStalls(rest).some(
    ({ rule, clearedOn, warnOn, sinceOn }) =>
      rule === silence && (clearedOn === null || clearedOn > on) && on >= (warnOn ?? sinceOn ?? '9999'),
  );
  if (isShown) return ACCEPTED;
  const reason = 'Rien n’est signalé pour cette règle à cette date : il n’y a rien à mettre en attente.';
  return conflict('nothing_to_silence', typeset(reason));
}

function replacedBy({ corrects }: SilenceEvent, recorded: readonly PathwayEvent[]): SilenceEvent | undefined {
  const replaced = corrects === undefined ? undefined : recorded.find(({ id }) => id === corrects);
  return replaced !== undefined && 'silence' in replaced ? replaced : undefined;
}

/**
 * The days of a silence count from the first day that it ever had: moved on by its corrections, it would hide a stall
 * for ever and count once.
 */
function firstDay(event: SilenceEvent, recorded: readonly PathwayEvent[]): CalendarDay {
  const replaced = replacedBy(event, recorded);
  if (replaced?.silence !== event.silence) return event.on;
  const before = firstDay(
    replaced,
    recorded.filter((one) => one !== replaced),
  );
  return before < event.on ? before : event.on;
}

/**
 * A rule is on hold once at a time: each silence counts, and the third one is shown to the referent. What shared a day
 * before this was asked for is not held against a correction.
 */
export function judgeSilencesApart(before: Folded, after: Folded): Refusal | null {
  const clashes = sharingDays(after);
  if (clashes.length <= sharingDays(before).length) return null;
  const were = new Set(before.by.silences);
  const [first, second] = clashes.find((pair) => pair.some((one) => !were.has(one))) ?? clashes[0] ?? [];
  const known = second !== undefined && were.has(second) ? second : first;
  if (known === undefined) return null;
  const [on, until] = [formatDayFr(known.on), formatDayFr(known.until)];
  const reason = `C’est déjà en attente du ${on} au ${until} : changez la fin de cette attente, ou levez-la.`;
  return conflict('silence_already_running', typeset(reason), 'until');
}

function sharingDays({ by: { silences } }: Folded): (readonly [SilenceEvent, SilenceEvent])[] {
  return silences.flatMap((one, index) =>
    silences
      .slice(index + 1)
      .filter((other) => other.silence === one.silence && other.on <= one.until && one.on <= other.until)
      .map((other) => [one, other] as const),
  );
}
