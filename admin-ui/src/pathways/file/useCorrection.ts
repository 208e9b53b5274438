import { useState } from 'react';
import { useDataProvider } from 'react-admin';
import type { Draft } from '../../drafts/useDraft.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import type { FileRecord } from '../../providers/fileChange.ts';
import { questions } from '../../providers/questions.ts';
import { isStale, type Changed, type Conflict } from '../../shared/conflict.ts';
import { useGoOn } from '../../shared/useGoOn.ts';
import { useTell } from '../../shared/useTell.ts';
import { FIELD_LABELS } from '../fieldLabels.ts';
import { filePath } from '../filePath.ts';
import { useFieldText } from '../useFieldText.ts';
import { afterCorrection } from './corrected.ts';
import {
  changedByTheOther,
  changedValues,
  conflicting,
  isAlreadyIn,
  toPatch,
  valuesOf,
  withoutPlaces,
  type CorrectionForm,
  type FieldValues,
} from './correction.ts';
import { correctedField, type FieldPath } from './historyFilter.ts';
import { useChangeFile } from './useChangeFile.ts';

/** Sends a correction; when somebody changed the file meanwhile (412), prepares the choice field by field. */
export function useCorrection(file: FileRecord, isLocated: boolean, draft: Draft) {
  const say = useSentences();
  const text = useFieldText();
  const tell = useTell();
  const goOn = useGoOn();
  const dataProvider = useDataProvider();
  const change = useChangeFile(file.id);
  const [error, setError] = useState<unknown>();
  const [isSaving, setSaving] = useState(false);
  const [conflict, setConflict] = useState<Conflict>();

  const send = async (values: FieldValues, etag: string) => {
    setSaving(true);
    setError(undefined);
    try {
      await draft.sendWith((endsDraft) => change({ kind: 'CORRECT', patch: toPatch(values), etag, endsDraft }));
      leave(values);
    } catch (refusal) {
      // Refused, and what is there now could not be read: it is told as it was refused.
      if (isStale(refusal)) await compare(values).catch(() => setError(refusal));
      else setError(refusal);
    }
    setSaving(false);
  };

  const leave = (values: FieldValues) => {
    tell(say('correct.saved'));
    setConflict(undefined);
    const isOfPerson = [...values.keys()].some((path) => path.startsWith('person.'));
    goOn(`${filePath(file.id)}/identity`, { state: afterCorrection(isOfPerson ? 'person' : 'facts') });
  };

  const compare = async (mine: FieldValues) => {
    const { data: fresh } = await dataProvider.getOne<FileRecord>('pathways', { id: file.id });
    const theirs = valuesOf(fresh);
    if (isAlreadyIn(mine, theirs)) {
      await draft.keeper.discard();
      return leave(mine);
    }
    const opened = valuesOf(file);
    const paths = conflicting(opened, mine, theirs) as FieldPath[];
    const seen = fresh.located ? theirs : withoutPlaces(theirs);
    const field = (path: FieldPath) => {
      const key = path.split('.')[1] ?? '';
      return {
        key: path,
        label: say(FIELD_LABELS[path]),
        mine: text(key, mine.get(path)),
        theirs: text(key, theirs.get(path)),
      };
    };
    setConflict({
      changed: await whoChanged(file.id, paths),
      fields: paths.map(field),
      alsoChanged: (changedByTheOther(opened, mine, seen) as FieldPath[]).map(field),
      save: async (keepTheirs) => {
        const kept = new Map([...mine].filter(([path]) => !keepTheirs.has(path)));
        if (kept.size === 0) setConflict(undefined);
        else await send(kept, fresh.etag);
      },
    });
  };

  const submit = async (form: unknown) => {
    if (isSaving) return;
    const changed = changedValues(valuesOf(file), form as CorrectionForm);
    // What was typed of where she is, before that right was taken away, is neither shown nor sent.
    const values = isLocated ? changed : withoutPlaces(changed);
    if (values.size === 0) tell(say('correct.nothing'));
    else await send(values, file.etag);
  };

  return { submit, error, isSaving, conflict, dismiss: () => setConflict(undefined) };
}

/** Who corrected these fields last or, where there are none, changed anything; undefined when it cannot be told. */
async function whoChanged(id: string, paths: readonly FieldPath[]): Promise<Changed | undefined> {
  const history = await questions.history(id).catch(() => []);
  const entry = history.find((one) => {
    const field = correctedField(one);
    return paths.length === 0 || (field !== undefined && paths.includes(field));
  });
  return entry && { by: entry.actor, at: entry.at };
}
