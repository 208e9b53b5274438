import { pino, type Logger } from 'pino';

/** Logs carry no body, no query string, no name: a path with identifiers replaced, a status, a duration. */
export function makeLogger(level: string): Logger {
  return pino({ level, base: undefined });
}

export type { Logger };
