import { Worker } from 'node:worker_threads';
import type { CalendarDay } from '../../../domain/calendar/calendarDay.ts';
import type { ListResult } from './readList.ts';

export interface ReadingRequest {
  readonly bytes: Uint8Array;
  readonly today: CalendarDay;
  readonly territory: readonly string[];
}
export type ReadingAnswer =
  { readonly kind: 'progress'; readonly percent: number } | { readonly kind: 'result'; readonly result: ListResult };

export interface ReadInWorkerRequest extends ReadingRequest {
  readonly onProgress?: (percent: number) => void;
  /** Stops the reading: the promise rejects with the reason of the signal. */
  readonly signal?: AbortSignal;
  /** Milliseconds; a list of 20,000 lines takes a few seconds. */
  readonly deadline?: number;
}

const DEADLINE = 60_000;
const MEMORY = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

/** Node 20 runs no TypeScript: the thread always runs the compiled program, found from here whether this file is compiled or not. */
const ENTRY = import.meta.url.endsWith('.ts')
  ? new URL('../../../dist/server/features/imports/reading/readingWorker.js', import.meta.url)
  : new URL('./readingWorker.js', import.meta.url);

/** Reads a list in a thread with its own memory and a deadline. A file that exhausts either is refused; the program goes on. */
export function readInWorker({
  bytes,
  today,
  territory,
  onProgress,
  signal,
  deadline = DEADLINE,
}: ReadInWorkerRequest): Promise<ListResult> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) return reject(signal.reason as Error);
    const copy = Uint8Array.from(bytes);
    const request: ReadingRequest = { bytes: copy, today, territory };
    const worker = new Worker(ENTRY, { workerData: request, transferList: [copy.buffer], resourceLimits: MEMORY });
    const timer = setTimeout(() => settle(() => resolve(tooSlow())), deadline);
    const onAbort = () => settle(() => reject(signal?.reason as Error));
    signal?.addEventListener('abort', onAbort, { once: true });

    // Whatever comes first settles; what the thread says after it was stopped is not listened to.
    function settle(end: () => void): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      worker.removeAllListeners();
      worker.on('error', () => undefined);
      void worker.terminate().then(end, end);
    }

    worker.on('message', (answer: ReadingAnswer) => {
      if (answer.kind === 'progress') onProgress?.(answer.percent);
      else settle(() => resolve(answer.result));
    });
    worker.on('error', (error: Error & { code?: string }) =>
      settle(() => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(tooLarge()) : reject(error))),
    );
    worker.on('exit', (code) => settle(() => reject(new Error(`The reading thread ended with ${code} and no result`))));
  });
}

function tooSlow(): ListResult {
  return {
    ok: false,
    failure: {
      code: 'too_slow',
      message:
        'La lecture de ce fichier prend trop de temps. Copiez la liste dans un classeur neuf, ou partagez-la en plusieurs fichiers.',
    },
  };
}

function tooLarge(): ListResult {
  return {
    ok: false,
    failure: {
      code: 'too_large',
      message:
        'Ce fichier demande trop de mémoire pour être une liste. Copiez la liste dans un classeur neuf, puis déposez-le.',
    },
  };
}
