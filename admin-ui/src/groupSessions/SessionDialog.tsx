import { useState } from 'react';
import { CEFR_LEVELS, SESSION_KINDS } from '../../../server/contract/labels.ts';
import type {
  ChangeGroupSessionInput,
  GroupSessionView,
  OpenGroupSessionInput,
} from '../../../server/contract/groupSession.ts';
import type { SentenceKey } from '../i18n/messages.ts';
import { useLabels } from '../i18n/useLabels.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { groupSessionQuestions } from '../providers/groupSessionQuestions.ts';
import { bothChanged, ConflictMet, isStale } from '../shared/conflict.ts';
import { optionsOf } from '../shared/fields/Choice.tsx';
import { ChoiceInput } from '../shared/fields/ChoiceInput.tsx';
import { DayInput } from '../shared/fields/DayInput.tsx';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { useGoOn } from '../shared/useGoOn.ts';
import { useSession } from '../shared/useSession.ts';
import { useSubmissionKey } from '../shared/useSubmissionKey.ts';
import { sessionPath } from './sessionPath.ts';

interface SessionDialogProps {
  /** The session that is corrected; none: a new one, which is then shown. */
  readonly session?: GroupSessionView;
  readonly onDone?: () => Promise<unknown>;
  readonly onClose: () => void;
}

type Typed = Record<keyof OpenGroupSessionInput, string>;

type Changeable = Required<Omit<ChangeGroupSessionInput, 'cancelled'>>;

/** What may be changed of a session, by the words of its form. */
const LABELS = {
  title: 'sessions.name',
  heldOn: 'sessions.day',
  startsAt: 'sessions.starts_at',
  endsAt: 'sessions.ends_at',
  hours: 'sessions.hours',
  place: 'sessions.place',
  seats: 'sessions.seats',
  level: 'sessions.level',
} as const satisfies Record<keyof Changeable, SentenceKey>;
const KEYS = Object.keys(LABELS) as (keyof Changeable)[];

/** A new session, or the correction of one. Once its day has come, its day and hours stay. */
export const SessionDialog = ({ session: shown, onDone, onClose }: SessionDialogProps) => {
  const labels = useLabels();
  const say = useSentences();
  const words = useValueWords();
  // What the form was opened on: what is read again meanwhile must not pass for what one has seen.
  const [session] = useState(shown);
  const keyFor = useSubmissionKey();
  const goOn = useGoOn();
  const { today } = useSession();
  const isHeld = session !== undefined && session.heldOn <= today;
  const typed = (values: Typed): OpenGroupSessionInput => ({
    kind: values.kind as OpenGroupSessionInput['kind'],
    title: values.title,
    heldOn: values.heldOn as OpenGroupSessionInput['heldOn'],
    startsAt: values.startsAt,
    endsAt: values.endsAt,
    hours: Number(values.hours.replace(',', '.')),
    place: values.place,
    seats: Number(values.seats),
    level: values.level === '' ? null : (values.level as OpenGroupSessionInput['level']),
  });

  /** Sends what one changed of what was opened, on the version that is there; what somebody else changed too is a choice. */
  const change = async (
    opened: GroupSessionView,
    there: Pick<GroupSessionView, 'id' | 'version'>,
    mine: Changeable,
  ) => {
    const changed = KEYS.filter((key) => mine[key] !== opened[key]);
    try {
      const body = Object.fromEntries(changed.map((key) => [key, mine[key]])) as ChangeGroupSessionInput;
      await groupSessionQuestions.change(there, body);
      await onDone?.();
    } catch (refusal) {
      if (!isStale(refusal)) throw refusal;
      const now = await groupSessionQuestions.read(there.id).catch(() => {
        throw refusal;
      });
      const both = bothChanged(KEYS, opened, mine, now);
      const save = (keepTheirs: ReadonlySet<string>): Promise<void> =>
        change(now, now, {
          ...now,
          ...Object.fromEntries(changed.filter((key) => !keepTheirs.has(key)).map((key) => [key, mine[key]])),
        });
      // People were enrolled, or other fields changed: nothing is to be chosen.
      if (both.length === 0) return save(new Set());
      throw new ConflictMet({
        changed: { by: now.changedByName, at: now.changedAt },
        fields: both.map((key) => ({
          key,
          label: say(LABELS[key]),
          mine: words(key, mine[key]),
          theirs: words(key, now[key]),
        })),
        save,
      });
    }
  };

  return (
    <FormDialog<Typed>
      title={say(session === undefined ? 'sessions.new_title' : 'sessions.change_title')}
      {...(isHeld ? { intro: say('sessions.held') } : {})}
      submitLabel={say(session === undefined ? 'sessions.create' : 'common.save')}
      defaultValues={
        session === undefined
          ? { kind: 'LANGUAGE', heldOn: today, startsAt: '09:00', endsAt: '12:00', hours: '3', seats: '12' }
          : {
              kind: session.kind,
              title: session.title,
              heldOn: session.heldOn,
              startsAt: session.startsAt,
              endsAt: session.endsAt,
              hours: String(session.hours),
              place: session.place,
              seats: String(session.seats),
              level: session.level ?? '',
            }
      }
      onSubmit={async (values) => {
        const { kind, ...rest } = typed(values);
        if (session !== undefined) return change(session, session, { ...rest, level: rest.level ?? null });
        const { id } = await groupSessionQuestions.open({ kind, ...rest }, keyFor({ kind, ...rest }));
        goOn(sessionPath(id));
      }}
      onClose={onClose}
    >
      <TextInput
        source="title"
        label={say('sessions.name')}
        hint={say('sessions.name_hint')}
        maxLength={120}
        isRequired
      />
      {session === undefined && (
        <ChoiceInput
          source="kind"
          label={say('sessions.kind')}
          hint={say('sessions.kind_hint')}
          options={optionsOf(SESSION_KINDS, labels.sessionKind)}
          isRequired
        />
      )}
      {!isHeld && <DayInput source="heldOn" label={say('sessions.day')} isRequired />}
      <TextInput source="startsAt" type="time" label={say('sessions.starts_at')} isRequired />
      <TextInput source="endsAt" type="time" label={say('sessions.ends_at')} isRequired />
      {!isHeld && (
        <TextInput
          source="hours"
          label={say('sessions.hours')}
          hint={say('sessions.hours_hint')}
          maxLength={5}
          isRequired
        />
      )}
      <TextInput
        source="place"
        label={say('sessions.place')}
        hint={say('sessions.place_hint')}
        maxLength={120}
        isRequired
      />
      <TextInput source="seats" type="number" min={1} max={500} label={say('sessions.seats')} isRequired />
      <ChoiceInput
        source="level"
        label={say('sessions.level')}
        hint={say('sessions.level_hint')}
        options={optionsOf(CEFR_LEVELS, labels.cefrLevel)}
      />
    </FormDialog>
  );
};

/** A value of a session as one reads it. */
function useValueWords() {
  const labels = useLabels();
  const say = useSentences();
  const { longDay, number } = useFormat();
  return (key: keyof Changeable, value: string | number | null): string => {
    if (key === 'level')
      return value === null ? say('sessions.any_level') : labels.cefrLevel[value as keyof typeof labels.cefrLevel];
    if (typeof value === 'number') return number(value);
    return key === 'heldOn' ? longDay(value ?? '') : (value ?? '');
  };
}
