import { useUpdate } from 'react-admin';
import type { EventInput } from '../../../../server/contract/pathway.ts';
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

/** Records an event on a file; sent twice after a lost answer, it is recorded once. */
export function useRecordEvent(id: string): (event: EventInput) => Promise<FileRecord> {
  const change = useChangeFile(id);
  const keyFor = useSubmissionKey();
  return (event) => change({ kind: 'EVENT', event, key: keyFor(event) });
}
