import { describe, expect, test } from '@jest/globals';
import { frenchLeft } from '../language/testing/frenchLeft.ts';
import { PREFECTURE_TABLES, prefectureShape } from './prefecturePage.ts';
import { axisInEnglish, memberInEnglish, tableInEnglish } from './reportWords.en.ts';

describe.each(PREFECTURE_TABLES)('the table %s', (code) => {
  const { axes, definition } = prefectureShape(code);

  test('has its title and its whole definition in English', () => {
    const said = tableInEnglish(code);
    expect(frenchLeft(`${said?.title} ${said?.sentence}`)).toEqual([]);
    // Sentence for sentence: what one language says of a figure, the other says too.
    expect(said?.sentence.split(/\. (?=[A-Z])/).length).toBe(definition.sentence.split(/\. (?=\p{Lu})/u).length);
  });

  test('has every axis and every member in English', () => {
    const words = axes.flatMap(({ code: axis, members }) => [
      axisInEnglish(axis) ?? `no ${axis}`,
      ...members.map((member) => memberInEnglish(axis, member.code) ?? `no ${axis}.${member.code}`),
    ]);
    expect(words.filter((text) => text.startsWith('no ') || frenchLeft(text).length > 0)).toEqual([]);
  });
});
