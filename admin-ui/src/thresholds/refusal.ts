import { ApiError, formErrorsOf } from '../providers/apiError.ts';
import { flattenErrors } from '../shared/fields/serverErrors.ts';
import type { Member } from './useDraft.ts';

/** Where the server's errors about a change are: `rules.NO_CONTACT`, `silenceDays`. */
export const memberPath = (member: Member): string => (member === 'silenceDays' ? member : `rules.${member}`);

export const isAbout = (path: string, errorPath: string): boolean =>
  errorPath === path || errorPath.startsWith(`${path}.`);

/** What a refusal says of one change, as the dialogue of that change would have been told it: by its own fields. */
export function refusalAbout(error: unknown, member: Member): ApiError | undefined {
  const path = memberPath(member);
  const told = [...flattenErrors(formErrorsOf(error))].filter(([errorPath]) => isAbout(path, errorPath));
  if (!(error instanceof ApiError) || told.length === 0) return undefined;
  // A number and its unit are one duration for the reader, whose error stands at the number.
  const errors = told.map(([errorPath, words]) => [
    errorPath.slice(path.length + 1).replace(/\.(?:n|unit)$/, ''),
    words,
  ]);
  const [first] = told;
  return new ApiError(422, { ...error.problem, message: first?.[1] ?? '', errors: Object.fromEntries(errors) });
}
