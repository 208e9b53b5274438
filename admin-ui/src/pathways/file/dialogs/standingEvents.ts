import type { PauseReason } from '../../../../../server/contract/labels.ts';
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

/** The closure that a reopening takes back. */
export function standingClosure(file: FileRecord): string | undefined {
  return lastStanding(file, 'closure')?.id;
}
