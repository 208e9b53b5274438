import { z } from 'zod';
import { isCalendarDay, type CalendarDay } from '../domain/calendar/calendarDay.ts';
import { isSeen, withoutInvisible } from '../domain/text/visibleText.ts';

/** The oldest birth and the furthest card: a day outside is a typing error, and some are no day for PostgreSQL. */
const FIRST_DAY = '1900-01-01';
const LAST_DAY = '2199-12-31';

/** A civil day in Europe/Paris, `YYYY-MM-DD`: never a time, never a zone. */
export const calendarDaySchema = z
  .string()
  .refine((text): text is CalendarDay => isCalendarDay(text) && text >= FIRST_DAY && text <= LAST_DAY, {
    message: 'Ce n’est pas un jour du calendrier (AAAA-MM-JJ, de 1900 à 2199).',
  })
  .meta({
    id: 'CalendarDay',
    description: 'Civil day, YYYY-MM-DD',
    format: 'date',
    type: 'string',
    example: '2026-03-10',
  });

/** In small letters, as the database writes it: the same identifier is the same text, whoever compares. */
export const uuidSchema = z
  .uuid({ message: 'Identifiant mal formé.' })
  .toLowerCase()
  .meta({ id: 'Uuid', format: 'uuid' });

/** A department code as the INSEE writes it: two digits, 2A, 2B, or three digits overseas. */
export const departmentSchema = z
  .string()
  .regex(/^(?:\d{2}|2[AB]|97\d)$/, { message: 'Code de département mal formé.' })
  .meta({ id: 'Department', example: '59' });

/** Any zone: PostgreSQL says its own instants with an offset, and they must be accepted back. */
export const instantSchema = z.iso.datetime({ offset: true }).meta({ id: 'Instant', description: 'Instant, RFC 3339' });

/** Half of a character, or a NUL: PostgreSQL stores neither. */
const UNSTORABLE = /[\uD800-\uDFFF\0]/u;

/** Text that can be kept as it was typed. */
export const storableText = () =>
  z.string().refine((text) => !UNSTORABLE.test(text), {
    message: 'Un caractère de ce texte ne peut pas être enregistré.',
  });

/** Free text is short by design (decision 13): a note is a fact, not a story. What is not seen in it is left out. */
export const shortText = (max: number) =>
  storableText()
    .overwrite(withoutInvisible)
    .trim()
    .min(1, { message: 'Ce champ ne peut pas être vide.' })
    .refine((text) => text === '' || isSeen(text), { message: 'Ce texte n’a aucun caractère visible.' })
    .max(max, { message: `Ce texte est trop long (${max} caractères au plus).` });

/** A code of a vocabulary. Never a sentence: codes are shown to readers who may not know the person. */
export const codeText = (max: number) =>
  shortText(max).regex(/^[A-Z0-9][A-Z0-9_.-]*$/, {
    message: 'Donnez un code de la nomenclature (majuscules et chiffres), pas un texte.',
  });

/** RFC 9457, with the two members that the stock react-admin client reads: `message` and `errors`. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string(),
    message: z.string(),
    errors: z.record(z.string(), z.unknown()).optional(),
    allowed: z.array(z.string()).optional(),
    /** Of `file_merged`: the file that the one asked for was merged into. */
    keptFile: z.object({ id: z.string(), number: z.string() }).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details' });
export type Problem = z.infer<typeof problemSchema>;

export const idParams = z.object({ id: uuidSchema });
