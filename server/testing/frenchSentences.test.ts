import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { labelsFr } from '../domain/language/labels.fr.ts';

/** Loaded by their names: the interface has types of a browser, which the server does not know. */
const SENTENCES = join(process.cwd(), 'admin-ui', 'src', 'i18n', 'fr');
const sentences = Object.fromEntries(
  await Promise.all(
    readdirSync(SENTENCES).map(async (file) => [file, (await import(join(SENTENCES, file))) as object] as const),
  ),
);

/** Every text of a tree, with the way to it. */
function textsIn(tree: unknown, path = ''): (readonly [path: string, text: string])[] {
  if (typeof tree === 'string') return [[path, tree]];
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) => textsIn(value, path === '' ? key : `${path}.${key}`));
}

/** A line may not begin with a sign, nor end with what opens a quotation; an apostrophe is curly. */
const FAULTS = [
  /[ ][:;!?»%]/,
  /«(?![\u00a0\u202f])/,
  /(?<![\u00a0\u202f])[;!?»](?<!\?[a-z]+)/,
  /\p{L}'\p{L}/u,
  /\.\.\./,
] as const;
const faultsOf = (text: string): readonly string[] => {
  const said = text.replaceAll(/%\{\w+\}/g, 'X');
  return FAULTS.flatMap((fault) => fault.exec(said)?.[0] ?? []);
};

describe('what is written in French', () => {
  test.each([
    ['a breaking space before a sign', 'Motif : aucun', true],
    ['none that does not break', 'Motif\u00a0: aucun', false],
    ['a straight apostrophe', "L'aide", true],
    ['a curly one', 'L’aide', false],
    ['a bare quotation', '« En attente »', true],
    ['one that holds together', '«\u00a0En attente\u00a0»', false],
    ['a sign that sticks to its word', 'Vraiment?', true],
    ['a sign apart from its word', 'Vraiment\u202f?', false],
  ])('is judged: %s', (_what, text, isFault) => {
    expect(faultsOf(text).length > 0).toBe(isFault);
  });

  test.each([
    ['the sentences of the interface', sentences],
    ['the words of the trade', labelsFr],
  ])('follows French typography: %s', (_what, tree) => {
    const texts = textsIn(tree);
    expect(texts.length).toBeGreaterThan(300);
    expect(texts.filter(([, text]) => faultsOf(text).length > 0)).toEqual([]);
  });
});
