import { useSentences } from '../i18n/useSentences.ts';
import { useFormat } from '../shared/useFormat.ts';
import {
  isSameDuration,
  partAt,
  partsOf,
  type Duration,
  type Part,
  type SilenceDays,
  type Threshold,
} from './thresholds.ts';

const SEVERITIES = ['NORMAL', 'CRITICAL'] as const;

/** Thresholds and their changes, in words. Anchors are the server's, in French. */
export function useThresholdWords() {
  const say = useSentences();
  const { plural } = useFormat();

  const times = (count: number): string => say('thresholds.times', plural(count));
  const days = (count: number): string => say('common.days', plural(count));
  /** « 45 jours après », « 60 jours avant », « le jour même ». */
  const place = ({ n, unit }: Duration): string => {
    if (n === 0) return say('thresholds.same_day');
    const length = unit === 'MONTH' ? say('thresholds.months', plural(Math.abs(n))) : days(Math.abs(n));
    return say(n < 0 ? 'thresholds.before' : 'thresholds.after', { length });
  };
  /** « 45 jours après le dernier contact ». */
  const placeFrom = (duration: Duration, anchor: string | null): string => {
    if (anchor === null) return place(duration);
    if (duration.n === 0) return say('thresholds.same_day_from', { anchor });
    return say('thresholds.from', { place: place(duration), anchor });
  };
  /** « Limite », « Limite, BPI ». */
  const partLabel = ({ kind, population }: Pick<Part, 'kind' | 'population'>): string => {
    const name = say(`thresholds.${kind}`);
    if (population === undefined) return name;
    return say('thresholds.for_population', { name, population: say(`thresholds.population_${population}`) });
  };

  /** One line for each duration, or number of times, that is no longer the same. */
  const thresholdChanges = (before: Threshold, after: Threshold, anchor: string | null): string[] => {
    const parts = partsOf(after).flatMap((part) => {
      const was = partAt(before, part.path)?.duration;
      if (was === undefined || isSameDuration(part.duration, was)) return [];
      const words = { label: partLabel(part), before: place(was), after: placeFrom(part.duration, anchor) };
      return [say('thresholds.change', words)];
    });
    const { countLimit } = after;
    if (countLimit === undefined || countLimit === before.countLimit) return parts;
    const words = { before: times(before.countLimit ?? 0), after: times(countLimit) };
    return [...parts, say('thresholds.change', { label: say('thresholds.count'), ...words })];
  };

  const silenceChanges = (before: SilenceDays, after: SilenceDays): string[] =>
    SEVERITIES.flatMap((severity) => {
      if (before[severity] === after[severity]) return [];
      const words = { before: days(before[severity]), after: days(after[severity]) };
      return [say('thresholds.change', { label: say(`thresholds.silence_${severity}`), ...words })];
    });

  return { times, days, place, placeFrom, partLabel, thresholdChanges, silenceChanges };
}
