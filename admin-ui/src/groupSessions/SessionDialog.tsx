import { CEFR_LEVEL_LABELS, CEFR_LEVELS, SESSION_KIND_LABELS } from '../../../server/contract/labels.ts';
import { SESSION_KINDS } from '../../../server/contract/labels.ts';
import type { GroupSessionView, OpenGroupSessionInput } from '../../../server/contract/groupSession.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { groupSessionQuestions } from '../providers/groupSessionQuestions.ts';
import { optionsOf } from '../shared/fields/Choice.tsx';
import { ChoiceInput } from '../shared/fields/ChoiceInput.tsx';
import { DayInput } from '../shared/fields/DayInput.tsx';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useSession } from '../shared/useSession.ts';
import { useSubmissionKey } from '../shared/useSubmissionKey.ts';

interface SessionDialogProps {
  /** The session that is corrected; none: a new one. */
  readonly session?: GroupSessionView;
  readonly onDone: (session: GroupSessionView) => void | Promise<unknown>;
  readonly onClose: () => void;
}

type Typed = Record<keyof OpenGroupSessionInput, string>;

/** A new session, or the correction of one. Once its day has come, its day and hours stay. */
export const SessionDialog = ({ session, onDone, onClose }: SessionDialogProps) => {
  const say = useSentences();
  const keyFor = useSubmissionKey();
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
        const saved =
          session === undefined
            ? await groupSessionQuestions.open({ kind, ...rest }, keyFor({ kind, ...rest }))
            : await groupSessionQuestions.change(session, rest);
        await onDone(saved);
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
          options={optionsOf(SESSION_KINDS, SESSION_KIND_LABELS)}
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
        options={optionsOf(CEFR_LEVELS, CEFR_LEVEL_LABELS)}
      />
    </FormDialog>
  );
};
