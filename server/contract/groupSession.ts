import { z } from 'zod';
import { ABSENCE_REASONS, ATTENDANCES } from '../domain/groupSession/attendance.ts';
import { SESSION_KINDS } from '../domain/groupSession/groupSession.ts';
import { CEFR_LEVELS } from '../domain/pathway/codes.ts';
import { calendarDaySchema, shortText, uuidSchema } from './common.ts';
import { birthSchema } from './person.ts';

export {
  ABSENCE_REASONS,
  ATTENDANCES,
  type AbsenceReason,
  type Attendance,
} from '../domain/groupSession/attendance.ts';
export { SESSION_KINDS, type SessionKind } from '../domain/groupSession/groupSession.ts';

/** As many as are enrolled, or signed, in one request. */
export const MOST_AT_ONCE = 100;

const timeSchema = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { message: 'Donnez une heure, comme 09:30.' })
  .meta({ id: 'CivilTime', description: 'Local time of a civil day, HH:MM', example: '09:30' });
const quarters = z.number().multipleOf(0.25, { message: 'Comptez par quarts d’heure.' });
const hours = quarters
  .positive({ message: 'Donnez le nombre d’heures.' })
  .max(24, { message: 'Pas plus de 24\u00a0heures.' });

const fields = {
  title: shortText(120),
  heldOn: calendarDaySchema,
  startsAt: timeSchema,
  endsAt: timeSchema,
  hours: hours.meta({ description: 'Hours that count, by quarters' }),
  place: shortText(120).meta({ description: 'Where, in words; of the structure, never of a person' }),
  seats: z
    .number()
    .int()
    .min(1, { message: 'Donnez au moins une place.' })
    .max(500, { message: 'Pas plus de 500 places.' }),
  level: z.enum(CEFR_LEVELS).nullable(),
};

export const openGroupSessionInput = z
  .strictObject({ kind: z.enum(SESSION_KINDS), ...fields, level: fields.level.optional() })
  .meta({ id: 'OpenGroupSession', description: 'What the structure gives to several people at once, on a day' });
export type OpenGroupSessionInput = z.infer<typeof openGroupSessionInput>;

export const changeGroupSessionInput = z
  .strictObject({ ...fields, cancelled: z.boolean() })
  .partial()
  .meta({
    id: 'ChangeGroupSession',
    description:
      'What is not given stays. Once its day has come, day and hours stay. Cancelled, it keeps its people, and takes nobody',
  });
export type ChangeGroupSessionInput = z.infer<typeof changeGroupSessionInput>;

export const enrolInput = z
  .strictObject({ pathwayIds: z.array(uuidSchema).min(1).max(MOST_AT_ONCE) })
  .meta({ id: 'EnrolInGroupSession' });
export type EnrolInput = z.infer<typeof enrolInput>;

export const attendanceInput = z
  .strictObject({
    rows: z
      .array(
        z.strictObject({
          pathwayId: uuidSchema,
          attendance: z.enum(ATTENDANCES),
          /** Of whoever came; those of the session where nothing is said. */
          attendedHours: quarters.min(0).max(24).optional(),
          absenceReason: z.enum(ABSENCE_REASONS).nullish(),
        }),
      )
      .min(1)
      .max(MOST_AT_ONCE),
  })
  .meta({ id: 'RecordAttendance', description: 'Those who are not sent stay as they were' });
export type AttendanceInput = z.infer<typeof attendanceInput>;

export const enrolmentParams = z.object({ id: uuidSchema, pathwayId: uuidSchema });

const rowFields = {
  id: uuidSchema,
  kind: z.enum(SESSION_KINDS),
  title: z.string(),
  heldOn: calendarDaySchema,
  startsAt: timeSchema,
  endsAt: timeSchema,
  hours: z.number(),
  place: z.string(),
  seats: z.number().int(),
  level: z.enum(CEFR_LEVELS).nullable(),
  /** Not given after all: whoever is enrolled is to be told. */
  cancelled: z.boolean(),
  seatsLeft: z.number().int(),
  /** Those enrolled whom the reader follows. */
  people: z.number().int(),
  /** Of them, those whose attendance is not entered; nobody of a session that is cancelled. */
  unsigned: z.number().int(),
};
export const groupSessionRowSchema = z.object(rowFields).meta({ id: 'GroupSessionRow' });
export type GroupSessionRow = z.infer<typeof groupSessionRowSchema>;

/** A session to come in which somebody is enrolled, as her file tells it: when and where; who else comes is not told by it. */
export const sessionOfFileSchema = z
  .object(rowFields)
  .pick({ id: true, kind: true, title: true, heldOn: true, startsAt: true, endsAt: true, place: true, cancelled: true })
  .meta({ id: 'SessionOfFile' });
export type SessionOfFile = z.infer<typeof sessionOfFileSchema>;

export const enrolledSchema = z
  .object({
    pathwayId: uuidSchema,
    number: z.string(),
    name: z.string(),
    birth: birthSchema,
    sealed: z.boolean(),
    /** Closed before the day of the session: nothing of it is noted in her file. */
    closed: z.boolean(),
    attendance: z.enum(ATTENDANCES).nullable(),
    attendedHours: z.number(),
    absenceReason: z.enum(ABSENCE_REASONS).nullable(),
    /** Who entered it last. */
    signedBy: z.object({ id: uuidSchema, name: z.string() }).nullable(),
  })
  .meta({ id: 'Enrolled' });
export type Enrolled = z.infer<typeof enrolledSchema>;

export const groupSessionSchema = z
  .object({
    ...rowFields,
    organisationName: z.string(),
    today: calendarDaySchema,
    /** When the session itself was changed last, and by whom; who is in it moves neither. */
    changedAt: z.string(),
    changedByName: z.string().nullable(),
    enrolled: z.array(enrolledSchema),
    /** Followed by colleagues: how many, and nothing of who. */
    others: z.number().int(),
    /** What a change shows as its ETag: it moves with what the reader sees of the session, and with nothing else. */
    version: z.number().int(),
  })
  .meta({ id: 'GroupSession' });
export type GroupSessionView = z.infer<typeof groupSessionSchema>;

export const enrolmentsSchema = z
  .object({
    /** The session. */
    id: uuidSchema,
    results: z.array(
      z.object({
        pathwayId: uuidSchema,
        outcome: z.enum(['ENROLLED', 'REFUSED']),
        code: z.string().nullable(),
        reason: z.string().nullable(),
      }),
    ),
    seatsLeft: z.number().int(),
  })
  .meta({ id: 'Enrolments' });
export type Enrolments = z.infer<typeof enrolmentsSchema>;

export const groupSessionFilters = {
  /** `UPCOMING`: today and later, the nearest first; `PAST`: before today, the last first. */
  when: z.enum(['UPCOMING', 'PAST']),
  /** Its day has come, and somebody whom one follows is not signed for. */
  unsigned: z.literal(true),
};
export const groupSessionSorts = ['heldOn'] as const;
