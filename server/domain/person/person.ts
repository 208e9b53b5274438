import type { Birth } from './birth.ts';

/** X: not stated. */
export const SEXES = ['F', 'M', 'X'] as const;
export type Sex = (typeof SEXES)[number];

export interface Address {
  readonly line: string | null;
  /** Five digits: the department follows from it. */
  readonly postcode: string;
  /** Empty when the sender did not give it. */
  readonly commune: string;
}

/** Who a person is, and how to reach them: at least one of the three names. Nothing else is kept (decision 13). */
export interface Person {
  readonly birthName: string | null;
  readonly usageName: string | null;
  readonly firstNames: string | null;
  readonly birth: Birth;
  readonly sex: Sex;
  readonly nationality: string | null;
  readonly languages: readonly string[];
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: Address | null;
  readonly foreignerNumber: string | null;
  readonly ofiiNumber: string | null;
}

export type Names = Pick<Person, 'birthName' | 'usageName' | 'firstNames'>;

/** The longest text that each field keeps, in characters. */
export const PERSON_TEXT_LIMITS = {
  birthName: 200,
  usageName: 200,
  firstNames: 200,
  nationality: 100,
  language: 60,
  phone: 30,
  email: 200,
  addressLine: 200,
  commune: 100,
} as const;

/** Whether a person can be called by something. */
export function hasName({ birthName, usageName, firstNames }: Names): boolean {
  return [birthName, usageName, firstNames].some((name) => name !== null && name !== '');
}

export { cleanText } from './cleanText.ts';
