import { parentPort, workerData } from 'node:worker_threads';
import { readList } from './readList.ts';
import type { ReadingAnswer, ReadingRequest } from './readInWorker.ts';

/** The other end of `readInWorker`: a thread of its own, so that a heavy file never holds up anyone else's request. */
const { bytes, today, territory } = workerData as ReadingRequest;
const answer = (message: ReadingAnswer) => parentPort?.postMessage(message);

const result = await readList(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
  today,
  territory,
  onProgress: (percent: number) => answer({ kind: 'progress', percent }),
});
answer({ kind: 'result', result });
