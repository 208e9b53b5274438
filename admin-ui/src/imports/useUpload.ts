import { useState } from 'react';
import { questions } from '../providers/questions.ts';
import { useGoOn } from '../shared/useGoOn.ts';
import { useSubmissionKey } from '../shared/useSubmissionKey.ts';
import { importPath } from './importPath.ts';

/** Sends a list and goes to its preview. The same file sent again after a failure is the same submission. */
export function useUpload() {
  const goOn = useGoOn();
  const keyFor = useSubmissionKey();
  const [sending, setSending] = useState<string>();
  const [isWrongType, setWrongType] = useState(false);
  const [error, setError] = useState<unknown>();

  const upload = async (file: File) => {
    setError(undefined);
    setWrongType(!/\.(?:csv|xlsx)$/i.test(file.name));
    if (!/\.(?:csv|xlsx)$/i.test(file.name)) return;

    setSending(file.name);
    try {
      const { id } = await questions.startImport(file, keyFor([file.name, file.size, file.lastModified]));
      goOn(importPath(id));
    } catch (refusal) {
      setError(refusal);
      setSending(undefined);
    }
  };

  return { upload, sending, isWrongType, error };
}
