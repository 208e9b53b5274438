import { ApiError } from '../providers/apiError.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { isLost, isUnheard } from './unheard.ts';

export interface ProblemWords {
  readonly sentence: string;
  readonly incident: string | undefined;
}

/** What to tell of an error: the server's own sentence, or ours when it has none; and the number to quote. */
export function useProblem(): (error: unknown) => ProblemWords {
  const say = useSentences();
  return (error) => {
    if (!(error instanceof ApiError)) return { sentence: say('states.unexpected'), incident: undefined };
    if (isUnheard(error)) return { sentence: say('states.network'), incident: undefined };
    if (error.status === 404) return { sentence: error.message || say('states.not_found'), incident: undefined };
    return { sentence: error.message || say('states.unexpected'), incident: error.incident };
  };
}

/** The same of what was to be saved, under a title: where the answer was lost, nobody here knows whether it is. */
export function useSavingProblem(): (error: unknown, refused: string) => ProblemWords & { readonly title: string } {
  const say = useSentences();
  const problem = useProblem();
  return (error, refused) => {
    if (isLost(error)) return { title: say('forms.unheard'), sentence: say('forms.unheard_told'), incident: undefined };
    return { title: isUnheard(error) ? say('forms.unsent') : refused, ...problem(error) };
  };
}
