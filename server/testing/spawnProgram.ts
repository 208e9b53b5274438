import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

/** A program of ours that a test started, and what it said. */
export interface SpawnedProgram {
  readonly child: ChildProcess;
  /** The exit code, or the name of the signal that killed it. */
  readonly exited: Promise<number | string>;
  /** Everything written so far on both outputs. */
  said(): string;
}

/** Starts a Node program without waiting for anything. */
export function spawnProgram(args: readonly string[], env: Record<string, string> = {}): SpawnedProgram {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  const exited = new Promise<number | string>((done) => {
    child.once('close', (code, signal) => done(code ?? signal ?? 'unknown'));
  });
  return { child, exited, said: () => text };
}

/** Asks again and again until there is an answer other than undefined; fails with the words of the programs concerned. */
export async function eventually<Value>(
  ask: () => Promise<Value | undefined> | Value | undefined,
  whatFor: () => string,
): Promise<Value> {
  for (const until = Date.now() + 60_000; Date.now() < until; await wait(20)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
  }
  throw new Error(`It did not happen: ${whatFor()}`);
}
