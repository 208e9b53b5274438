import { useEffect, useState } from 'react';
import type { Candidate } from '../../../server/contract/person.ts';
import { questions } from '../providers/questions.ts';
import { useQuestion } from '../shared/useQuestion.ts';

/** After the last letter: long enough for a word, short enough not to be waited for. */
const QUIET_MS = 200;
/** One letter names half of a caseload. */
const SHORTEST = 2;

export interface PeopleFound {
  /** Undefined: nothing was asked, or the answer is on its way. */
  readonly people: readonly Candidate[] | undefined;
  readonly isPending: boolean;
  readonly error: unknown;
}

/** Who is found by what is typed, once the typing rests; a question that is no longer asked is given up. */
export function usePeopleFound(typed: string, isAllowed: boolean): PeopleFound {
  const text = typed.trim();
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), QUIET_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const asks = isAllowed && [...text].length >= SHORTEST;
  const { answer, error } = useQuestion(asks && asked === text ? text : undefined, (signal) =>
    questions.searchPeople(text, signal),
  );
  return { people: asks ? answer : undefined, isPending: asks && answer === undefined && error === undefined, error };
}
