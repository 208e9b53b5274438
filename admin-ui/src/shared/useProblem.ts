import { ApiError } from '../providers/apiError.ts';
import { useSentences } from '../i18n/useSentences.ts';

export interface ProblemWords {
  readonly sentence: string;
  readonly incident: string | undefined;
}

/** What to tell of an error: the server's own sentence, or ours when it has none; and the number to quote. */
export function useProblem(): (error: unknown) => ProblemWords {
  const say = useSentences();
  return (error) => {
    if (!(error instanceof ApiError)) return { sentence: say('states.unexpected'), incident: undefined };
    if (error.code === 'network') return { sentence: say('states.network'), incident: undefined };
    if (error.status === 404) return { sentence: error.message || say('states.not_found'), incident: undefined };
    return { sentence: error.message || say('states.unexpected'), incident: error.incident };
  };
}
