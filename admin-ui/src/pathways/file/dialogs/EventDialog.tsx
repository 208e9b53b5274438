import { useRef, useState, type ReactNode } from 'react';
import type { RecordEntryInput } from '../../../../../server/contract/entry.ts';
import type { NoteInput } from '../../../../../server/contract/note.ts';
import type { EventInput } from '../../../../../server/contract/pathway.ts';
import { DraftWords } from '../../../drafts/DraftWords.tsx';
import { KeepDraft } from '../../../drafts/KeepDraft.tsx';
import { useDraft } from '../../../drafts/useDraft.ts';
import { useSentences } from '../../../i18n/useSentences.ts';
import { NEW_NOTE } from '../../../notes/NoteFields.tsx';
import type { FileRecord } from '../../../providers/fileChange.ts';
import type { CivilDay } from '../../../shared/civilDay.ts';
import { FormDialog } from '../../../shared/FormDialog.tsx';
import { isLost } from '../../../shared/unheard.ts';
import { useSession } from '../../../shared/useSession.ts';
import { useTell } from '../../../shared/useTell.ts';
import { useEntrySaved } from '../entrySaved.ts';
import { useRecordEntry } from '../useChangeFile.ts';
import { NextBeside, nextFrom, type NextAction } from './NextBeside.tsx';
import { NoteBeside } from './NoteBeside.tsx';

interface EventDialogProps<Values> {
  readonly file: FileRecord;
  readonly title: string;
  readonly intro?: string;
  readonly defaults?: Partial<Values>;
  readonly toEvent: (values: Values) => EventInput;
  /** What becomes of the tasks of the file, recorded with the event. */
  readonly toTasks?: (values: Values) => NonNullable<RecordEntryInput['tasks']>;
  /** What has to be known before anything is sent is being asked. */
  readonly isWaiting?: boolean;
  readonly onRefused?: () => void;
  readonly submitLabel?: string;
  /** What to say once recorded. */
  readonly saved?: string;
  /** What is asked beside the event, in the same form and recorded with it. */
  readonly beside?: readonly ('NOTE' | 'NEXT')[];
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

const ALONE: readonly never[] = [];

/** Records one event, dated today unless told otherwise. A refusal of the rules (409) is shown here, with its reason. */
export const EventDialog = <Values extends object>({
  file,
  title,
  intro,
  defaults,
  toEvent,
  toTasks,
  isWaiting = false,
  onRefused,
  saved,
  submitLabel,
  beside = ALONE,
  onClose,
  children,
}: EventDialogProps<Values>) => {
  const say = useSentences();
  const tell = useTell();
  const { today } = useSession();
  const record = useRecordEntry(file.id);
  const onSaved = useEntrySaved();
  // As it opened: what is typed does not go with the right to send it, which the server refuses in words.
  const [{ asksNote, asksNext }] = useState(() => ({
    asksNote: beside.includes('NOTE') && file.grants.writeNote,
    asksNext: beside.includes('NEXT') && file.grants.planTask && file.status !== 'CLOSED',
  }));
  // Of the day on which it opened: night falls on an open form, and what it begins with is not to change under what is typed.
  const [defaultValues] = useState(() => ({
    on: today,
    ...(asksNote ? { note: NEW_NOTE } : {}),
    ...(asksNext ? { next: nextFrom(today as CivilDay) } : {}),
    ...defaults,
  }));
  const lost = useRef(false);
  const isSent = useRef(false);
  // Where a note is written: of the other events there is little to type.
  const draft = useDraft(`entry:${file.id}`, { defaults: defaultValues, isKept: asksNote });

  return (
    <FormDialog<Values>
      title={title}
      intro={intro}
      isWaiting={isWaiting}
      {...(submitLabel === undefined ? {} : { submitLabel })}
      defaultValues={defaultValues as unknown as Partial<Values>}
      onSubmit={async (values) => {
        const { note, next, ...own } = values as Values & Beside;
        const said = own as unknown as Values;
        const tasks = toTasks === undefined ? {} : { tasks: toTasks(said) };
        const entry = { event: toEvent(said), ...written(note), ...planned(next), ...tasks };
        await draft
          .sendWith((endsDraft) => record(entry, endsDraft))
          .catch((refusal: unknown) => {
            onRefused?.();
            lost.current ||= isLost(refusal);
            throw refusal;
          });
        lost.current = false;
        isSent.current = true;
        onSaved();
        const isWritten = [note?.text, next?.what].map((text) => (text ?? '').trim() !== '');
        tell(
          [
            saved ?? say('record.saved'),
            ...(isWritten[0] ? [say('notes.written')] : []),
            ...(isWritten[1] ? [say('entry.planned')] : []),
          ].join(' '),
        );
      }}
      onClose={() => {
        if (lost.current) tell(say('forms.left_unheard'), 'info');
        else
          void draft.keeper.whatIsLeft().then((left) => {
            if (left !== 'NOTHING') tell(say(isSent.current ? 'drafts.left_beside' : `drafts.left_${left}`), 'info');
          });
        onClose();
      }}
    >
      {asksNote && <KeepDraft draft={draft} />}
      {children}
      {asksNote && <NoteBeside />}
      {asksNext && <NextBeside />}
      {asksNote && <DraftWords draft={draft} />}
    </FormDialog>
  );
};

interface Beside {
  readonly note?: Partial<NoteInput>;
  readonly next?: Partial<NextAction>;
}

/** What was left blank is not sent. */
const written = (note: Beside['note']): { note?: NoteInput } =>
  (note?.text ?? '').trim() === '' ? {} : { note: { ...NEW_NOTE, ...note } };
const planned = (next: Beside['next']): { next?: NextAction } =>
  (next?.what ?? '').trim() === '' ? {} : { next: next as NextAction };
