import { useCallback, useEffect, useRef, useState } from 'react';
import { useLanguage } from '../i18n/LanguageProvider.tsx';

export interface Questioned<T> {
  readonly answer: T | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly askAgain: () => void;
}

/**
 * Asks once for each key and forgets the answer of a question that is no longer asked.
 * @param asked what the answer depends on, besides the language; undefined asks nothing
 */
export function useQuestion<T>(
  asked: string | undefined,
  question: (signal: AbortSignal) => Promise<T>,
): Questioned<T> {
  const { language } = useLanguage();
  const key = asked === undefined ? undefined : `${language} ${asked}`;
  const latest = useRef(question);
  latest.current = question;
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<{ key?: string; answer?: T; error?: unknown }>({});

  useEffect(() => {
    if (key === undefined) return undefined;
    const controller = new AbortController();
    latest.current(controller.signal).then(
      (answer) => {
        if (!controller.signal.aborted) setState({ key, answer });
      },
      (error: unknown) => {
        if (!controller.signal.aborted) setState({ key, error });
      },
    );
    return () => {
      controller.abort();
    };
  }, [key, turn]);

  const askAgain = useCallback(() => {
    setState({});
    setTurn((value) => value + 1);
  }, []);
  const current = key !== undefined && state.key === key ? state : {};
  return {
    answer: current.answer,
    error: current.error,
    isPending: key !== undefined && current.answer === undefined && current.error === undefined,
    askAgain,
  };
}
