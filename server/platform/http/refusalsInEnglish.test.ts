import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { frenchLeft } from '../../domain/language/testing/frenchLeft.ts';
import { Problem, unfit } from './problem.ts';
import {
  fieldInEnglish,
  FIELDS_IN_ENGLISH,
  inEnglish,
  refusalWords,
  REFUSALS_IN_ENGLISH,
} from './refusalsInEnglish.ts';
import { errorsByField } from './zodErrors.ts';

const ROOT = new URL('../../', import.meta.url);

/** What the program is written of: not its tests, not what only reads lists, whose remarks stay French as lists are. */
function sources(under = /^(?:domain|features|platform|contract)\/.*\.ts$/): string[] {
  return readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((path) => under.test(path) && !/\.test\.ts$|\/testing\//.test(path))
    .filter((path) => !/^domain\/importing|^features\/imports\/reading|^platform\/(?:auth\/oidc|database)/.test(path))
    .map((path) => readFileSync(new URL(path, ROOT), 'utf8'));
}

/** Codes that are given to a refusal, by the functions that make one, or beside its reason. */
const MADE = [
  /\b(?:badRequest|forbidden|conflict|unfit|invalid)\(\s*'([a-z_]+)'/g,
  /new Problem\(\{\s*status: \d+,\s*code: '([a-z_]+)'/g,
  /\bcode: '([a-z_]+)',\s*(?:field: [^,]+,\s*)?reason\b/g,
];

describe('what is refused', () => {
  test('has an English sentence for every code', () => {
    const codes = new Set(
      sources().flatMap((text) => MADE.flatMap((made) => [...text.matchAll(made)].map(([, code = '']) => code))),
    );
    expect(codes.size).toBeGreaterThan(100);
    expect([...codes].filter((code) => !Object.hasOwn(REFUSALS_IN_ENGLISH, code)).sort()).toEqual([]);
  });

  test('has its code written out: one made of pieces would not be found above', () => {
    const inPieces = /\b(?:badRequest|forbidden|conflict|unfit|invalid)\(\s*`[^`]*`|\bcode: `[^`]*`/g;
    expect(sources().flatMap((text) => text.match(inPieces) ?? [])).toEqual([]);
  });

  test('is said without any French left', () => {
    const said = [...Object.values(REFUSALS_IN_ENGLISH), ...Object.values(FIELDS_IN_ENGLISH)];
    expect(said.filter((sentence) => frenchLeft(sentence).length > 0 || !/^[A-Z].*[.]$/.test(sentence))).toEqual([]);
  });

  test('has English for every sentence that a schema says of a field', () => {
    const said = sources(/^contract\/.*\.ts$/)
      .flatMap((text) => [...text.matchAll(/\bmessage: (?:'([^']*)'|`([^`]*)`)/g)])
      .map(([, whole, holed = '']) => whole ?? holed.replaceAll(/\$\{[^}]*\}/g, '12'))
      .map((sentence) => sentence.replaceAll('\\u00a0', '\u00a0'));
    expect(said.length).toBeGreaterThan(30);
    expect(said.filter((sentence) => fieldInEnglish(sentence) === undefined)).toEqual([]);
  });

  test('has English for what is said of a value that does not fit its type', () => {
    const schema = z.strictObject({
      text: z.string().min(3),
      list: z.array(z.string()).max(1),
      number: z.number().max(5),
      choice: z.enum(['A', 'B']),
    });
    const { error } = schema.safeParse({ text: 'a', list: ['a', 'b'], number: 6, choice: 'C' });
    const said = Object.values(errorsByField(error as z.ZodError)) as string[];
    expect(said.map(fieldInEnglish)).toEqual([
      'Number of characters: at least 3.',
      'Number of items: at most 1.',
      'This number must be at most 5.',
      'Possible values: A, B.',
    ]);
  });

  test('is said beside its field too, and keeps its code, its status and what is allowed', () => {
    const errors = { person: { birthName: 'Obligatoire.', sex: 'Une phrase à elle.' } };
    const english = inEnglish(unfit('body_does_not_fit', 'Certaines informations sont à corriger.', errors));
    expect(english).toMatchObject({
      status: 422,
      code: 'body_does_not_fit',
      title: 'To be corrected',
      message: 'Some of what was entered needs correcting.',
      errors: { person: { birthName: 'Required.', sex: 'Some of what was entered needs correcting.' } },
    });
  });

  test('stays French where nothing is said of its code, and for whoever reads French', () => {
    expect(inEnglish(new Problem({ status: 409, code: 'of_nobody', title: 'x', detail: 'y' }))).toBeUndefined();
    expect(refusalWords({ code: 'session_full', reason: 'Plus de place.' }, 'fr')).toBe('Plus de place.');
    expect(refusalWords({ code: 'session_full', reason: 'Plus de place.' }, 'en')).toBe(
      REFUSALS_IN_ENGLISH['session_full'],
    );
    expect(refusalWords({ code: 'of_nobody', reason: 'Plus de place.' }, 'en')).toBe('Plus de place.');
  });
});
