import { readFileSync } from 'node:fs';

const LOOK_EVERY_MS = 250;

/**
 * Ends this process as SIGTERM would when the npm that started it is gone.
 * npm hands a SIGTERM to the shell it runs scripts with; where that shell stays in between (bash as /bin/sh),
 * the shell dies of it and the program would live on, unseen, holding its port and its data.
 */
export function stopWithLauncher() {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;

  const parent = process.ppid;
  const grandparent = isShellOfScript(parent) ? parentOf(parent) : undefined;
  const timer = setInterval(() => {
    const isAlone = process.ppid !== parent || (grandparent !== undefined && parentOf(parent) !== grandparent);
    if (!isAlone) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY_MS);
  timer.unref();
}

function isShellOfScript(pid) {
  return read(`/proc/${pid}/cmdline`)?.split('\0')[1] === '-c';
}

/** Known on Linux only; elsewhere the parent alone is watched. */
function parentOf(pid) {
  const stat = read(`/proc/${pid}/stat`);
  return stat === undefined ? undefined : Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
