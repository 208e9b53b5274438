import { useCallback, useRef } from 'react';
import { newKey } from '../providers/newKey.ts';

/**
 * The idempotency key of a submission: the same while the same thing is sent again after a failure, another as soon as
 * what is sent differs (the server refuses a known key with another body).
 */
export function useSubmissionKey(): (body: unknown) => string {
  const last = useRef<{ body: string; key: string } | undefined>(undefined);
  return useCallback((body: unknown) => {
    const text = JSON.stringify(body) ?? '';
    if (last.current?.body !== text) last.current = { body: text, key: newKey() };
    return last.current.key;
  }, []);
}
