import { z } from 'zod';
import { hasLetter } from '../domain/text/visibleText.ts';
import { shortText, storableText, uuidSchema } from './common.ts';

export const birthSchema = z
  .discriminatedUnion('precision', [
    z.strictObject({
      precision: z.literal('DAY'),
      value: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { message: 'Date attendue\u00a0: AAAA-MM-JJ.' }),
    }),
    z.strictObject({
      precision: z.literal('MONTH'),
      value: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, { message: 'Mois attendu\u00a0: AAAA-MM.' }),
    }),
    z.strictObject({
      precision: z.literal('YEAR'),
      value: z.string().regex(/^\d{4}$/, { message: 'Année attendue\u00a0: AAAA.' }),
    }),
    z.strictObject({ precision: z.literal('UNKNOWN'), value: z.null() }),
  ])
  .meta({ id: 'Birth', description: 'Birth date with its precision: no day is ever invented' });

export const addressSchema = z
  .strictObject({
    line: shortText(200).nullish(),
    postcode: z.string().regex(/^\d{5}$/, { message: 'Le code postal a cinq chiffres.' }),
    commune: shortText(100),
  })
  .meta({ id: 'Address' });

const name = shortText(200).refine(hasLetter, { message: 'Un nom a au moins une lettre.' }).nullish();

/** The identity of a person: at least one name, a birth date as precise as it is known. */
export const personFields = {
  birthName: name,
  usageName: name,
  firstNames: name,
  birth: birthSchema,
  sex: z.enum(['F', 'M', 'X']),
  nationality: shortText(100).nullish(),
  languages: z.array(shortText(60)).max(10),
  phone: shortText(30).nullish(),
  email: z.email({ message: 'Adresse électronique mal formée.' }).max(200).nullish(),
  address: addressSchema.nullish(),
  foreignerNumber: z
    .string()
    .regex(/^\d{10}$/, { message: 'Le numéro étranger a dix chiffres.' })
    .nullish(),
  ofiiNumber: z
    .string()
    .regex(/^[0-9A-Za-z]{11}$/, { message: 'Le numéro OFII a onze caractères.' })
    .nullish(),
};

export const personInputSchema = z
  .strictObject({ ...personFields, languages: personFields.languages.default([]) })
  .refine((person) => [person.birthName, person.usageName, person.firstNames].some((part) => part), {
    message: 'Indiquez au moins un nom ou un prénom.',
    path: ['birthName'],
  })
  .meta({ id: 'PersonInput' });
export type PersonInput = z.infer<typeof personInputSchema>;

export const personPatchSchema = z.strictObject(personFields).partial().meta({ id: 'PersonPatch' });
export type PersonPatch = z.infer<typeof personPatchSchema>;

export const personSchema = z
  .object({ id: z.string(), displayName: z.string(), ...personFields })
  .meta({ id: 'Person' });
export type PersonView = z.infer<typeof personSchema>;

export const peopleSearchInput = z
  .strictObject({ text: storableText().trim().min(2, { message: 'Tapez au moins deux caractères.' }).max(200) })
  .meta({ id: 'PeopleSearch' });

/** A person who may be the one looked for, in the reach of whoever asks. */
export const candidateSchema = z
  .object({
    personId: z.string(),
    pathwayId: z.string(),
    number: z.string(),
    displayName: z.string(),
    birth: birthSchema,
    commune: z.string().nullable(),
    department: z.string(),
    organisationName: z.string().nullable(),
    referentName: z.string().nullable(),
    status: z.enum(['OPEN', 'PAUSED', 'CLOSED']),
    opens: z.boolean().meta({ description: 'False: sealed, and the reader may find it without opening it' }),
    /** The facts that match, in French: « même numéro étranger », « mêmes noms, naissance compatible ». */
    matches: z.array(z.string()),
  })
  .meta({ id: 'Candidate' });
export type Candidate = z.infer<typeof candidateSchema>;

/** What the entry form asks before creating: is this person known already, in my reach? */
export const duplicateHintInput = z
  .strictObject({
    birthName: name,
    usageName: name,
    firstNames: name,
    birth: birthSchema.optional(),
    foreignerNumber: storableText().max(20).nullish(),
    ofiiNumber: storableText().max(20).nullish(),
  })
  .meta({ id: 'DuplicateHintInput' });

export const tellApartInput = z
  .strictObject({ pathwayId: uuidSchema.meta({ description: 'The other file, of somebody else' }) })
  .meta({ id: 'TellApart' });
