import type { Problem } from '../../../server/contract/common.ts';

/** A refusal of the server, or a network that did not answer (`status` 0). Its message is a sentence for the reader. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  /** Identifier of the request, to quote to whoever keeps the server. */
  readonly incident: string | undefined;
  readonly problem: Partial<Problem>;

  constructor(status: number, problem: Partial<Problem>) {
    super(problem.message ?? problem.detail ?? '');
    this.name = 'ApiError';
    this.status = status;
    this.code = problem.code ?? 'unknown';
    this.incident = problem.instance;
    this.problem = problem;
  }
}

/** The errors of a refused form, shaped like the form; undefined when the refusal is about something else. */
export function formErrorsOf(error: unknown): Record<string, unknown> | undefined {
  if (!(error instanceof ApiError) || error.status !== 422) return undefined;
  const { errors } = error.problem;
  return errors !== undefined && Object.keys(errors).length > 0 ? errors : undefined;
}
