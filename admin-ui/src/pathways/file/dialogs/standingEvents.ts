import type { PauseReason, SilenceReason, StallRuleCode } from '../../../../../server/contract/labels.ts';
import type { FileRecord } from '../../../providers/fileChange.ts';
import type { CivilDay } from '../../../shared/civilDay.ts';

export interface RunningPause {
  readonly id: string;
  readonly reason: PauseReason;
  readonly on: CivilDay;
}

/** The last event of a kind that still counts: neither corrected nor retracted since. */
function lastStanding(file: FileRecord, kind: 'pause' | 'closure') {
  return file.events.findLast((event) => !event.superseded && kind in event);
}

/** The pause that a resumption ends. */
export function runningPause(file: FileRecord): RunningPause | undefined {
  const event = lastStanding(file, 'pause');
  return event && { id: event.id, reason: event['pause'] as PauseReason, on: event['on'] as CivilDay };
}

export interface RunningSilence {
  readonly id: string;
  readonly rule: StallRuleCode;
  readonly reason: SilenceReason;
  readonly on: CivilDay;
  readonly until: CivilDay;
}

/** What puts a stall on hold on a day; of several, the one that lasts longest. */
export function runningSilence(file: FileRecord, rule: StallRuleCode, day: CivilDay): RunningSilence | undefined {
  return file.events
    .filter((event) => !event.superseded && event['silence'] === rule)
    .map((event) => ({
      id: event.id,
      rule,
      reason: event['reason'] as SilenceReason,
      on: event['on'] as CivilDay,
      until: event['until'] as CivilDay,
    }))
    .filter(({ on, until }) => on <= day && day <= until)
    .reduce<RunningSilence | undefined>(
      (last, one) => (last === undefined || last.until < one.until ? one : last),
      undefined,
    );
}

/** The closure that a reopening takes back. */
export function standingClosure(file: FileRecord): string | undefined {
  return lastStanding(file, 'closure')?.id;
}
