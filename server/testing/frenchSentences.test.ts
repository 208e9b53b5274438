import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import { labelsFr } from '../domain/language/labels.fr.ts';
import { typeset } from '../domain/pathway/words.ts';

/** Loaded by their names: the interface has types of a browser, which the server does not know. */
const SENTENCES = join(process.cwd(), 'admin-ui', 'src', 'i18n', 'fr');
const SERVER = join(process.cwd(), 'server');
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

/**
 * A line may not begin with a sign, nor end with what opens a quotation: a whole space that does not break before a colon
 * and inside a quotation, a narrow one before the other signs. An apostrophe is curly.
 */
const FAULTS = [
  /[ ][:;!?»%]/,
  /\u202f:/,
  /«(?!\u00a0)/,
  /(?<!\u00a0)»/,
  /(?<!\u202f)[;!?]/,
  /\p{L}'\p{L}/u,
  /\.\.\./,
] as const;
const faultsOf = (text: string): readonly string[] => {
  const said = text.replaceAll(/%\{\w+\}/g, 'X');
  return FAULTS.flatMap((fault) => fault.exec(said)?.[0] ?? []);
};

/** Labels published with plain spaces, shown through others; columns and values, spelt as lists spell them; English. */
const NOT_SAID =
  /^domain\/(?:pathway\/(?:steps|ruleSets)\/|stall\/rulesOf|importing\/(?:columns|vocabulary|french))|\.en\.ts$|InEnglish\.ts$/;

function sourcesOfTheServer(): (readonly [path: string, source: string])[] {
  return readdirSync(SERVER, { recursive: true, encoding: 'utf8' })
    .filter(
      (path) => /^(?:domain|features|platform|contract)\/.*\.ts$/.test(path) && !/\.test\.ts$|\/testing\//.test(path),
    )
    .filter((path) => !NOT_SAID.test(path))
    .map((path) => [path, readFileSync(join(SERVER, path), 'utf8')] as const);
}

const FRENCH = /[àâçéèêëîïôûùœÀÉÊ«»]|(?<![\p{L}’])(?:le|les|des|du|une|votre|est|pas|ce)(?![\p{L}’])/u;

/** The texts of a source that are French: with X where a value comes, without the names of properties. */
function frenchTextsOf(path: string, source: string): string[] {
  const texts: string[] = [];
  const read = (node: ts.Node): void => {
    const isName = ts.isPropertyAssignment(node.parent) && node.parent.name === node;
    if (ts.isStringLiteralLike(node) && !isName) texts.push(node.text);
    if (ts.isTemplateExpression(node))
      texts.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('X'));
    ts.forEachChild(node, read);
  };
  ts.forEachChild(ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true), read);
  return texts.map((text) => text.replaceAll(/<[^>]*>/g, '')).filter((text) => FRENCH.test(text));
}

describe('what is written in French', () => {
  test.each([
    ['a breaking space before a sign', 'Motif : aucun', true],
    ['one that does not break', 'Motif\u00a0: aucun', false],
    ['a narrow one before a colon', 'Motif\u202f: aucun', true],
    ['a straight apostrophe', "L'aide", true],
    ['a curly one', 'L’aide', false],
    ['a bare quotation', '« En attente »', true],
    ['one that holds together', '«\u00a0En attente\u00a0»', false],
    ['one that holds too tight', '«\u202fEn attente\u202f»', true],
    ['a sign that sticks to its word', 'Vraiment?', true],
    ['a sign apart from its word', 'Vraiment\u202f?', false],
    ['a sign too far from its word', 'Vraiment\u00a0?', true],
  ])('is judged: %s', (_what, text, isFault) => {
    expect(faultsOf(text).length > 0).toBe(isFault);
  });

  test('is set so by the program where it is written with plain spaces', () => {
    const plain = '« Motif » : aucun ; vraiment ? Oui ! 80 %';
    const set = '«\u00a0Motif\u00a0»\u00a0: aucun\u202f; vraiment\u202f? Oui\u202f! 80\u202f%';
    expect(typeset(plain)).toBe(set);
    expect(typeset(set)).toBe(set);
  });

  test.each([
    ['the sentences of the interface', sentences],
    ['the words of the trade', labelsFr],
  ])('follows French typography: %s', (_what, tree) => {
    const texts = textsIn(tree);
    expect(texts.length).toBeGreaterThan(300);
    expect(texts.filter(([, text]) => faultsOf(text).length > 0)).toEqual([]);
  });

  test('follows French typography: what the server says of itself', () => {
    const texts = sourcesOfTheServer().flatMap(([path, source]) =>
      frenchTextsOf(path, source).map((text) => [path, source.includes('typeset(') ? typeset(text) : text] as const),
    );
    expect(texts.length).toBeGreaterThan(500);
    expect(texts.filter(([, text]) => faultsOf(text).length > 0)).toEqual([]);
  });
});
