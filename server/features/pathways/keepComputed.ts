import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Logger } from '../../platform/logger.ts';
import { computeAgain } from './computeAgain.ts';

/** Rules change on a day, and other processes publish: looked at regularly, at the cost of one small query. */
const LOOK_EVERY_MS = 60_000;

export interface RowsKeeper {
  /** Computes again what a change of rules touches; resolves when it is done. Asked while at work, it looks once more. */
  now(): Promise<void>;
  stop(): Promise<void>;
}

/** Keeps the stored rows those of the rules in force: at the start, after a publication, and when a day brings other rules. */
export function keepComputed(database: Database, clock: Clock, logger: Logger): RowsKeeper {
  let running: Promise<void> | undefined;
  let isStopped = false;
  const once = async (): Promise<void> => {
    try {
      const { files } = await computeAgain(database, clock);
      if (files > 0) logger.info({ files }, 'rows computed again: the rules have changed');
    } catch (error) {
      // It begins again at the next look: rows are those of the rules of before, none is half-written.
      logger.error({ kind: error instanceof Error ? error.name : typeof error }, 'rows not computed again');
    }
  };
  const now = (): Promise<void> => {
    if (isStopped) return Promise.resolve();
    const work = (running ?? Promise.resolve()).then(() => (isStopped ? undefined : once()));
    running = work;
    return work;
  };
  const timer = setInterval(() => void now(), LOOK_EVERY_MS);
  timer.unref();
  void now();
  return {
    now,
    stop: async () => {
      isStopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
