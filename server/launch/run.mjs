import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ROOT } from './project.mjs';

/**
 * Runs a command in the project folder and waits for it.
 * With `show`, it writes to this terminal; otherwise its words are kept and given back.
 * A SIGTERM or SIGINT received meanwhile is passed on, so that no tool outlives its launcher.
 * @returns {Promise<{ code: number, output: string }>} the exit code (128 + signal when killed) and the last 64 kB said
 */
export async function run(command, args, { show = false, cwd = ROOT, env = process.env, shell = false } = {}) {
  const stdio = show ? 'inherit' : ['ignore', 'pipe', 'pipe'];
  const child = spawn(command, args, { cwd, env, shell, stdio });
  const output = keepLastWords(child);
  const stopForwarding = forwardSignals(child);

  try {
    const code = await new Promise((done, failed) => {
      child.once('error', failed);
      child.once('close', (exitCode, signal) => done(exitCode ?? 128 + (constants.signals[signal] ?? 0)));
    });
    return { code, output: output() };
  } finally {
    stopForwarding();
  }
}

function keepLastWords(child) {
  let text = '';
  const keep = (chunk) => {
    text = (text + chunk).slice(-65_536);
  };
  child.stdout?.setEncoding('utf8').on('data', keep);
  child.stderr?.setEncoding('utf8').on('data', keep);
  return () => text;
}

function forwardSignals(child) {
  const forwarders = ['SIGTERM', 'SIGINT'].map((signal) => [signal, () => child.kill(signal)]);
  for (const [signal, forward] of forwarders) process.on(signal, forward);
  return () => forwarders.forEach(([signal, forward]) => process.off(signal, forward));
}
