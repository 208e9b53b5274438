import type { PersonInput, PersonView } from '../../../../server/contract/person.ts';

type Precision = PersonInput['birth']['precision'];

/** A person as the form holds it: text everywhere, one value of birth for each precision. */
export interface PersonForm {
  readonly birthName: string;
  readonly usageName: string;
  readonly firstNames: string;
  readonly birth: {
    readonly precision: Precision;
    readonly values: { readonly DAY: string; readonly MONTH: string; readonly YEAR: string };
  };
  readonly sex: string;
  readonly nationality: string;
  readonly languages: string;
  readonly phone: string;
  readonly email: string;
  readonly address: { readonly line: string; readonly postcode: string; readonly commune: string };
  readonly foreignerNumber: string;
  readonly ofiiNumber: string;
}

/** What the form shows of a person; of nobody, a blank form. */
export function toPersonForm(person?: PersonView): PersonForm {
  return {
    birthName: person?.birthName ?? '',
    usageName: person?.usageName ?? '',
    firstNames: person?.firstNames ?? '',
    birth: birthForm(person?.birth),
    sex: person?.sex ?? '',
    nationality: person?.nationality ?? '',
    languages: (person?.languages ?? []).join(', '),
    phone: person?.phone ?? '',
    email: person?.email ?? '',
    address: {
      line: person?.address?.line ?? '',
      postcode: person?.address?.postcode ?? '',
      commune: person?.address?.commune ?? '',
    },
    foreignerNumber: person?.foreignerNumber ?? '',
    ofiiNumber: person?.ofiiNumber ?? '',
  };
}

function birthForm(birth: PersonView['birth'] | undefined): PersonForm['birth'] {
  const value = birth?.value ?? '';
  const precision = birth?.precision ?? 'DAY';
  return {
    precision,
    values: {
      DAY: precision === 'DAY' ? value : '',
      MONTH: precision === 'MONTH' ? value.split('-').reverse().join('/') : '',
      YEAR: precision === 'YEAR' ? value : '',
    },
  };
}

/** The person to send: a blank is null, a birth date keeps its precision. */
export function toPerson(form: PersonForm): PersonInput {
  return {
    birthName: textOrNull(form.birthName),
    usageName: textOrNull(form.usageName),
    firstNames: textOrNull(form.firstNames),
    birth: toBirth(form.birth),
    sex: form.sex as PersonInput['sex'],
    nationality: textOrNull(form.nationality),
    languages: form.languages
      .split(',')
      .map((language) => language.trim())
      .filter((language) => language !== ''),
    phone: textOrNull(form.phone),
    email: textOrNull(form.email),
    address: toAddress(form.address),
    foreignerNumber: textOrNull(form.foreignerNumber),
    ofiiNumber: textOrNull(form.ofiiNumber),
  };
}

/** The birth date to send; a value not typed yet is sent blank, and the server says what it expects. */
export function toBirth({ precision, values }: PersonForm['birth']): PersonInput['birth'] {
  if (precision === 'UNKNOWN') return { precision, value: null };
  if (precision === 'MONTH') return { precision, value: values.MONTH.trim().split('/').reverse().join('-') };
  return { precision, value: values[precision].trim() };
}

function toAddress({ line, postcode, commune }: PersonForm['address']): PersonInput['address'] {
  const isBlank = [line, postcode, commune].every((part) => part.trim() === '');
  return isBlank ? null : { line: textOrNull(line), postcode: postcode.trim(), commune: commune.trim() };
}

function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
