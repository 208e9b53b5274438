import { hash, verify } from '@node-rs/argon2';

// OWASP and ASVS floors are lower; these are what one core of a small server bears at some ten sign-ins a second.
const ARGON2ID = { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;
/** Hashing is deliberately heavy: without a bound, sign-in would be a lever to bring the service down. */
const AT_ONCE = 4;
const MAX_WAITING = 64;

let running = 0;
const waiting: (() => void)[] = [];

export class TooBusy extends Error {}

async function bounded<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MAX_WAITING) throw new TooBusy('Too many sign-ins at once');
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** How every hash made today begins. */
const TODAYS = `$argon2id$v=19$m=${ARGON2ID.memoryCost},t=${ARGON2ID.timeCost},p=${ARGON2ID.parallelism}$`;

/** Whether a hash was made with other parameters than today's: it is made again when the password is next seen. */
export function isOutdated(passwordHash: string): boolean {
  return !passwordHash.startsWith(TODAYS);
}

export function hashPassword(password: string): Promise<string> {
  return bounded(() => hash(password, ARGON2ID));
}

/** A hash of nothing: an unknown account costs the same work as a known one. */
let dummy: Promise<string> | undefined;

/** Whether a password is the right one; with no hash, the same work is done and the answer is no. */
export async function passwordMatches(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  dummy ??= hash('nobody has this password', ARGON2ID);
  const known = passwordHash ?? (await dummy);
  const matches = await bounded(() => verify(known, password).catch(() => false));
  return matches && passwordHash !== null && passwordHash !== undefined;
}
