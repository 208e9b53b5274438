import type { PathwayRow } from '../../../server/contract/pathway.ts';
import type { Candidate } from '../../../server/contract/person.ts';
import { questions } from '../providers/questions.ts';
import { useQuestion } from '../shared/useQuestion.ts';
import { useMay } from '../shared/useSession.ts';
import { fileNumberOf } from './fileNumber.ts';
import { useTyped } from './useTyped.ts';

/** One letter names half of a caseload. */
export const SHORTEST = 2;

export interface Found {
  readonly people: readonly Candidate[];
  /** Those of the number typed, for whoever reads files and no names. */
  readonly files: readonly PathwayRow[];
  /** Whether something is looked for at all; its answer may be on its way. */
  readonly isAsked: boolean;
  readonly isPending: boolean;
  readonly error: unknown;
}

const NOBODY: readonly Candidate[] = [];
const NO_FILE: readonly PathwayRow[] = [];

/** Who is found by what is typed, once the typing rests: one question at a time, the former one is given up. */
export function useFound(words: string): Found {
  const may = useMay();
  const text = useTyped(words);
  const searches = may('people.search') && [...words].length >= SHORTEST;
  const number = may('people.search') || !may('pathways.list') ? undefined : fileNumberOf(words);
  const people = useQuestion(searches ? text : undefined, (signal) => questions.searchPeople(words, signal));
  const files = useQuestion(text === undefined ? undefined : number, (signal) =>
    questions.filesNumbered(number ?? '', signal),
  );
  const isAsked = searches || number !== undefined;
  const asked = searches ? people : files;
  return {
    people: (searches && people.answer) || NOBODY,
    files: (number !== undefined && files.answer) || NO_FILE,
    isAsked,
    isPending: isAsked && asked.answer === undefined && asked.error === undefined,
    error: asked.error,
  };
}
