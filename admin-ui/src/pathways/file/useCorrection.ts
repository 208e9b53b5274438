import { useState } from 'react';
import { useDataProvider, useNavigate } from 'react-admin';
import { useSentences } from '../../i18n/useSentences.ts';
import { ApiError } from '../../providers/apiError.ts';
import type { FileRecord } from '../../providers/fileChange.ts';
import { useTell } from '../../shared/useTell.ts';
import { filePath } from '../filePath.ts';
import {
  changedValues,
  conflicting,
  toPatch,
  valuesOf,
  withoutPlaces,
  type CorrectionForm,
  type FieldValues,
} from './correction.ts';
import { useChangeFile } from './useChangeFile.ts';

export interface Conflict {
  /** The fields that both changed. */
  readonly paths: readonly string[];
  readonly mine: FieldValues;
  readonly theirs: FieldValues;
  readonly etag: string;
}

/** Sends a correction; when somebody changed the file meanwhile (412), prepares the choice field by field. */
export function useCorrection(file: FileRecord, isLocated: boolean) {
  const say = useSentences();
  const tell = useTell();
  const navigate = useNavigate();
  const dataProvider = useDataProvider();
  const change = useChangeFile(file.id);
  const [error, setError] = useState<unknown>();
  const [isSaving, setSaving] = useState(false);
  const [conflict, setConflict] = useState<Conflict>();

  const send = async (values: FieldValues, etag: string) => {
    setSaving(true);
    setError(undefined);
    try {
      await change({ kind: 'CORRECT', patch: toPatch(values), etag });
      tell(say('correct.saved'));
      setConflict(undefined);
      navigate(`${filePath(file.id)}/identity`);
    } catch (refusal) {
      if (refusal instanceof ApiError && refusal.status === 412) await compare(values);
      else setError(refusal);
    }
    setSaving(false);
  };

  const compare = async (mine: FieldValues) => {
    const { data: fresh } = await dataProvider.getOne<FileRecord>('pathways', { id: file.id });
    const theirs = valuesOf(fresh);
    setConflict({ paths: conflicting(valuesOf(file), mine, theirs), mine, theirs, etag: fresh.etag });
  };

  const submit = async (form: unknown) => {
    const changed = changedValues(valuesOf(file), form as CorrectionForm);
    // What was typed of where she is, before that right was taken away, is neither shown nor sent.
    const values = isLocated ? changed : withoutPlaces(changed);
    if (values.size === 0) tell(say('correct.nothing'));
    else await send(values, file.etag);
  };

  return { submit, error, isSaving, conflict, resolve: send, dismiss: () => setConflict(undefined) };
}
