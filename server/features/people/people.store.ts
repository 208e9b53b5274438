import type { Birth } from '../../domain/person/birth.ts';
import { birthRange } from '../../domain/person/birth.ts';
import { nameSortKey } from '../../domain/person/displayName.ts';
import { foldName } from '../../domain/person/foldName.ts';
import { searchKeys } from '../../domain/person/searchKeys.ts';
import { cleanText, type Person } from '../../domain/person/person.ts';
import { departmentOfPostcode } from '../../domain/person/department.ts';
import type { CalendarDay } from '../../domain/calendar/calendarDay.ts';
import type { Db } from '../../platform/database/db.ts';
import { PersonLocationRow, PersonRow } from '../../platform/database/entities.ts';
import { unfit } from '../../platform/http/problem.ts';

/** Nobody born before is alive. */
const OLDEST_BIRTH = '1900';

type Given = { readonly [K in keyof Person]?: Person[K] | null | undefined } & {
  readonly birth: unknown;
  readonly sex: Person['sex'];
};

const text = (value: string | null | undefined): string | null => {
  const clean = value === null || value === undefined ? '' : cleanText(value);
  return clean === '' ? null : clean;
};

/** A person as given, made whole and checked. Throws a 422 Problem shaped like the form. */
export function checkedPerson(given: object, today: CalendarDay): Person {
  const from = given as Given;
  const birth = from.birth as Birth;
  if (birth.value !== null && birthRange(birth) === null)
    throw unfitBirth('Cette date n’existe pas dans le calendrier.');
  if ((birthRange(birth)?.from ?? '') > today) throw unfitBirth('La naissance ne peut pas être dans l’avenir.');
  if (birth.value !== null && birth.value < OLDEST_BIRTH) throw unfitBirth('Vérifiez l’année de naissance.');
  const person: Person = {
    birthName: text(from.birthName),
    usageName: text(from.usageName),
    firstNames: text(from.firstNames),
    birth,
    sex: from.sex,
    nationality: text(from.nationality),
    languages: [...(from.languages ?? [])].map(cleanText).filter((language) => language !== ''),
    phone: text(from.phone),
    email: text(from.email),
    address: from.address
      ? { line: text(from.address.line), postcode: from.address.postcode, commune: cleanText(from.address.commune) }
      : null,
    foreignerNumber: text(from.foreignerNumber),
    ofiiNumber: text(from.ofiiNumber),
  };
  if (person.birthName ?? person.usageName ?? person.firstNames) return person;
  throw unfit('missing_name', 'Indiquez au moins un nom ou un prénom.', {
    person: { birthName: 'Indiquez au moins un nom ou un prénom.' },
  });
}

function unfitBirth(message: string): Error {
  return unfit('invalid_birth', message, { person: { birth: { value: message } } });
}

export function departmentOfPerson({ address }: Person): string | null {
  return address === null ? null : departmentOfPostcode(address.postcode);
}

interface Keys {
  readonly department: string;
  readonly organisationId: string | null;
  readonly referentId: string | null;
}

/** Every name, folded, and the numbers: by it the likeliest of many are looked at first. What is searched is the keys. */
function searchText(person: Person): string {
  return [person.birthName, person.usageName, person.firstNames, person.foreignerNumber, person.ofiiNumber]
    .map((part) => foldName(part ?? ''))
    .filter((part) => part !== '')
    .join(' ');
}

export function personRow(id: string, person: Person, { department, organisationId, referentId }: Keys): PersonRow {
  return { id, department, organisationId, referentId, ...personColumns(person) };
}

function personColumns(person: Person): Omit<PersonRow, 'id' | 'department' | 'organisationId' | 'referentId'> {
  return {
    foreignerNumber: person.foreignerNumber,
    ofiiNumber: person.ofiiNumber,
    birthName: person.birthName,
    usageName: person.usageName,
    firstNames: person.firstNames,
    birthValue: person.birth.value,
    birthPrecision: person.birth.precision,
    sex: person.sex,
    nationality: person.nationality,
    languages: [...person.languages],
    nameSort: nameSortKey(person),
    searchText: searchText(person),
    searchKeys: searchKeys(person),
  };
}

export function locationRow(personId: string, { phone, email, address }: Person): PersonLocationRow {
  return {
    personId,
    phone,
    email,
    addressLine: address?.line ?? null,
    postcode: address?.postcode ?? null,
    commune: address?.commune ?? null,
  };
}

/** Whether a write was refused because the structure follows a person with this foreigner number (decision 20). */
export function followsAlready(error: unknown): boolean {
  return (error as { constraint?: string } | null)?.constraint === 'people_organisation_id_foreigner_number_key';
}

/**
 * Does a write that entrusts a file to a structure, once more when that structure came to follow the person in the same
 * instant: at the second try the database sees it, and whoever entrusts is not refused.
 */
export async function entrusting<T>(db: Db, write: () => Promise<T>): Promise<T> {
  await db.query('savepoint entrusting');
  const written = await write().catch(async (error: unknown) => {
    if (!followsAlready(error)) throw error;
    await db.query('rollback to savepoint entrusting');
    return write();
  });
  await db.query('release savepoint entrusting');
  return written;
}

export async function savePerson(db: Db, id: string, person: Person): Promise<void> {
  await db.manager
    .createQueryBuilder()
    .update(PersonRow)
    .set(personColumns(person))
    .where('id = :id', { id })
    .execute();
}

/** Writes where a person is. Whoever is not told writes nothing: what she would write is not what is there. */
export async function saveLocation(db: Db, id: string, person: Person): Promise<void> {
  const { personId: _, ...columns } = locationRow(id, person);
  await db.manager
    .createQueryBuilder()
    .update(PersonLocationRow)
    .set(columns)
    .where('person_id = :id', { id })
    .execute();
}

interface PersonLine {
  id: string;
  birth_name: string | null;
  usage_name: string | null;
  first_names: string | null;
  birth_value: string | null;
  birth_precision: Birth['precision'];
  sex: Person['sex'];
  nationality: string | null;
  languages: string[];
  phone: string | null;
  email: string | null;
  address_line: string | null;
  postcode: string | null;
  commune: string | null;
  foreigner_number: string | null;
  ofii_number: string | null;
}

/** Columns of `PEOPLE_LOCATED`. */
export const PERSON_COLUMNS = `pe.id, pe.birth_name, pe.usage_name, pe.first_names, pe.birth_value, pe.birth_precision, pe.sex, pe.nationality, pe.languages,
  pl.phone, pl.email, pl.address_line, pl.postcode, pl.commune, pe.foreigner_number, pe.ofii_number`;
/** Persons, with where they are for whoever is told: without it, what a sealed file holds of it is as if it held nothing. */
export const PEOPLE_LOCATED = 'people pe left join person_locations pl on pl.person_id = pe.id';

export async function loadPerson(db: Db, id: string): Promise<(Person & { readonly id: string }) | undefined> {
  const line = await db.one<PersonLine>(`select ${PERSON_COLUMNS} from ${PEOPLE_LOCATED} where pe.id = $1`, [id]);
  return line === undefined ? undefined : personFromLine(line);
}

type LocationLine = Pick<PersonLine, 'phone' | 'email' | 'address_line' | 'postcode' | 'commune'>;
const NOWHERE: LocationLine = { phone: null, email: null, address_line: null, postcode: null, commune: null };

/** Where the person was when her file was given to another structure, for whoever gave it: where she is now is not hers to know. */
export async function loadFormerLocation(db: Db, transferId: string): Promise<PersonLocation> {
  const line = await db.one<LocationLine>(
    `select fl.phone, fl.email, fl.address_line, fl.postcode, fl.commune from former_locations fl where fl.transfer_id = $1`,
    [transferId],
  );
  return locationFromLine(line ?? NOWHERE);
}

type PersonLocation = Pick<Person, 'phone' | 'email' | 'address'>;

function locationFromLine(line: LocationLine): PersonLocation {
  return {
    phone: line.phone,
    email: line.email,
    address:
      line.postcode === null ? null : { line: line.address_line, postcode: line.postcode, commune: line.commune ?? '' },
  };
}

export function personFromLine(line: PersonLine): Person & { readonly id: string } {
  return {
    id: line.id,
    ...locationFromLine(line),
    birthName: line.birth_name,
    usageName: line.usage_name,
    firstNames: line.first_names,
    birth: { value: line.birth_value, precision: line.birth_precision } as Birth,
    sex: line.sex,
    nationality: line.nationality,
    languages: line.languages,
    foreignerNumber: line.foreigner_number,
    ofiiNumber: line.ofii_number,
  };
}

export type { PersonLine };
