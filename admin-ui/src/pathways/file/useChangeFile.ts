import { useUpdate } from 'react-admin';
import type { RecordEntryInput } from '../../../../server/contract/entry.ts';
import type { EventInput } from '../../../../server/contract/pathway.ts';
import { ApiError, formErrorsOf } from '../../providers/apiError.ts';
import type { EndsDraft } from '../../providers/draftQuestions.ts';
import type { FileChange, FileRecord } from '../../providers/fileChange.ts';
import { WHOLE } from '../../shared/queries.ts';
import { useSubmissionKey } from '../../shared/useSubmissionKey.ts';
import { useLookAgain } from './lookAgain.ts';

/** Sends a change of a file; the answer takes the place of the file on screen. Rejects with the server's refusal. */
export function useChangeFile(id: string): (change: FileChange) => Promise<FileRecord> {
  const [update] = useUpdate<FileRecord>('pathways', undefined, { mutationMode: 'pessimistic', networkMode: 'always' });
  const lookAgain = useLookAgain();
  return async (change) => {
    try {
      return (await update(
        'pathways',
        { id, data: change as unknown as Partial<FileRecord>, meta: WHOLE },
        { returnPromise: true },
      )) as FileRecord;
    } catch (refusal) {
      lookAgain(refusal);
      throw refusal;
    }
  };
}

/**
 * Records an event, and what was said beside it: all of it, or nothing. An error of the event is told where its form has
 * its fields: at the root.
 */
export function useRecordEntry(id: string): (entry: EntryOfEvent, endsDraft?: EndsDraft) => Promise<FileRecord> {
  const change = useChangeFile(id);
  const keyFor = useSubmissionKey();
  return async (entry, endsDraft = {}) => {
    const { event, ...beside } = entry;
    if (Object.keys(beside).length === 0) return change({ kind: 'EVENT', event, key: keyFor(event), endsDraft });
    try {
      return await change({ kind: 'ENTRY', entry, key: keyFor(entry), endsDraft });
    } catch (refusal) {
      throw atTheRoot(refusal);
    }
  };
}

type EntryOfEvent = RecordEntryInput & { readonly event: EventInput };

function atTheRoot(refusal: unknown): unknown {
  const { event, ...others } = formErrorsOf(refusal) ?? {};
  if (!(refusal instanceof ApiError) || typeof event !== 'object' || event === null) return refusal;
  return new ApiError(refusal.status, { ...refusal.problem, errors: { ...event, ...others } });
}

/** Records an event on a file; sent twice after a lost answer, it is recorded once. */
export function useRecordEvent(id: string): (event: EventInput) => Promise<FileRecord> {
  const change = useChangeFile(id);
  const keyFor = useSubmissionKey();
  return (event) => change({ kind: 'EVENT', event, key: keyFor(event) });
}
