import { AsyncLocalStorage } from 'node:async_hooks';
import express, { type Express } from 'express';
import pg from 'pg';

/** One statement that the program sent to the database, without its values, and how many rows came back. */
export interface Statement {
  readonly sql: string;
  readonly rows: number | string;
}

type Query = (...given: unknown[]) => unknown;
interface Result {
  readonly rowCount: number | null;
}

const NOTED = new AsyncLocalStorage<Statement[]>();

export interface Watched {
  /** The application, whose answers say under which number their statements were noted. */
  readonly app: Express;
  /** What the request of that number sent: what goes on beside it is not counted. */
  take(number: string): readonly Statement[];
  stop(): void;
}
export const NUMBER_HEADER = 'x-noted-under';

/** Notes, request by request, every statement sent to the database: what a request costs, counted and not timed. */
export function watchStatements(app: Express): Watched {
  const notes: Statement[][] = [];
  const stop = noteQueries();
  const watched = express();
  watched.disable('x-powered-by');
  watched.use((_request, response, next) => {
    const noted: Statement[] = [];
    response.set(NUMBER_HEADER, String(notes.push(noted) - 1));
    NOTED.run(noted, next);
  });
  watched.use(app);
  return { app: watched, take: (number) => notes[Number(number)] ?? [], stop };
}

function noteQueries(): () => void {
  const client = pg.Client.prototype as unknown as { query: Query };
  const original = client.query;
  client.query = function (this: unknown, ...given: unknown[]): unknown {
    const notes = NOTED.getStore();
    if (notes === undefined) return original.apply(this, given);
    const [first] = given;
    const noted: { sql: string; rows: number | string } = {
      sql: typeof first === 'string' ? first : (first as { text: string }).text,
      rows: 'unknown',
    };
    notes.push(noted);
    const last = given.at(-1);
    if (typeof last === 'function') {
      const callback = last as (error: { code?: string } | null, result?: Result) => void;
      given[given.length - 1] = AsyncLocalStorage.bind((error: { code?: string } | null, result?: Result): void => {
        noted.rows = error?.code ?? result?.rowCount ?? 0;
        callback(error, result);
      });
    }
    const answer = original.apply(this, given);
    if (answer instanceof Promise)
      answer.then(
        (result: Result) => (noted.rows = result.rowCount ?? 0),
        (error: { code?: string }) => (noted.rows = error.code ?? 'error'),
      );
    return answer;
  };
  return () => {
    client.query = original;
  };
}
