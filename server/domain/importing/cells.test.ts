import { describe, expect, test } from '@jest/globals';
import { emailCell, languagesCell, nameCell, textCell, type CellReader } from './cells.ts';
import { levelCell, motiveCell, permitCell, sexCell, trackCell, yesNoCell } from './vocabulary.ts';
import { TODAY } from './testing/aLine.ts';

function read<T>(reader: CellReader<T>, written: string): unknown {
  const found = reader({ text: written }, { today: TODAY });
  return found.kind === 'value' ? found.value : found.kind === 'error' ? found.code : null;
}

describe('a word of a closed list', () => {
  test('is read with or without accents, capitals, spaces or straight apostrophes', () => {
    expect(['Réfugié', 'REFUGIE', ' refugié ', 'Réfugiée'].map((word) => read(motiveCell, word))).toEqual(
      Array(4).fill('REFUGEE'),
    );
    expect(["Parent d'enfant français", 'PARENT D’ENFANT FRANCAIS'].map((word) => read(motiveCell, word))).toEqual([
      'PARENT_FR',
      'PARENT_FR',
    ]);
    expect(['VLS-TS', 'vls ts', 'VLSTS'].map((word) => read(permitCell, word))).toEqual(Array(3).fill('VLS_TS'));
    expect(
      ['INFRA_A1_1', 'Infra A1.1', 'A1_1', 'A1.1', 'a1', 'Non-lecteur / non-scripteur'].map((word) =>
        read(levelCell, word),
      ),
    ).toEqual(['INFRA_A1_1', 'INFRA_A1_1', 'A1_1', 'A1_1', 'A1', 'NON_LITERATE']);
    expect(['O', 'o', 'Oui', 'N', 'NON'].map((word) => read(yesNoCell, word))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(['F', 'm', 'Femme', 'H'].map((word) => read(sexCell, word))).toEqual(['F', 'M', 'F', 'M']);
  });

  test('is refused when it is not of the list, and empty when there is nothing', () => {
    expect(['A3', '?', 'A 1 2'].map((word) => read(levelCell, word))).toEqual(Array(3).fill('unknown_value'));
    expect([
      read(yesNoCell, '?'),
      read(yesNoCell, 'OO'),
      read(motiveCell, 'Touriste'),
      read(permitCell, 'Récépissé'),
    ]).toEqual(Array(4).fill('unknown_value'));
    expect([read(yesNoCell, ' '), read(levelCell, '')]).toEqual([null, null]);
  });

  test('says which words it knows', () => {
    expect(yesNoCell({ text: '?' }, { today: TODAY })).toMatchObject({
      message: '«\u00A0?\u00A0» n’est pas une valeur connue. Écrivez O ou N.',
    });
  });
});

describe('a language track', () => {
  test('is hours, or the online licence', () => {
    expect(
      ['600', '600 h', '600h', '600 heures', '0600', 'Licence en ligne', 'LICENCE EN LIGNE'].map((word) =>
        read(trackCell, word),
      ),
    ).toEqual(['600', '600', '600', '600', '600', 'ONLINE_LICENCE', 'ONLINE_LICENCE']);
    expect(['six cents', '600 jours', '6,5'].map((word) => read(trackCell, word))).toEqual(
      Array(3).fill('unknown_value'),
    );
  });
});

describe('free text', () => {
  test('is kept as given, formulas included, without invisible characters', () => {
    expect(read(textCell(200), '=HYPERLINK("http://example.org";"clic")')).toBe(
      '=HYPERLINK("http://example.org";"clic")',
    );
    expect(read(textCell(200), '\u202Erue\0 des  Lilas')).toBe('rue des Lilas');
  });

  test('is cut at its limit with a warning, and not before', () => {
    const limit = textCell(5);
    expect(['abcd', 'abcde', 'abcdef'].map((word) => limit({ text: word }, { today: TODAY }))).toMatchObject([
      { value: 'abcd' },
      { value: 'abcde' },
      { value: 'abcde', warning: { code: 'shortened_value' } },
    ]);
    expect(limit({ text: 'abcde' }, { today: TODAY })).not.toHaveProperty('warning');
  });

  test('that is an error of the spreadsheet is read as empty, with a warning', () => {
    expect(textCell(200)({ text: '#N/A' }, { today: TODAY })).toMatchObject({
      kind: 'empty',
      warning: { code: 'ignored_value' },
    });
  });

  test('is no name without a letter', () => {
    expect(['-', '/', '—', '.'].map((word) => read(nameCell(200), word))).toEqual(Array(4).fill(null));
    expect(read(nameCell(200), "N'Dri")).toBe("N'Dri");
  });

  test('may name several languages', () => {
    expect(read(languagesCell(60), 'dari, pachto et français')).toEqual(['dari', 'pachto', 'français']);
    expect(read(languagesCell(60), 'dari')).toEqual(['dari']);
  });
});

describe('an e-mail', () => {
  test('that cannot be one is left out with a warning, and refuses nobody', () => {
    expect(read(emailCell(200), 'zahra@example.org')).toBe('zahra@example.org');
    for (const wrong of [
      'zahra',
      'zahra@',
      'zahra@example',
      'a b@example.org',
      'zahra@example..org',
      'zahra@exemple.org, autre@example.org',
    ]) {
      expect(emailCell(200)({ text: wrong }, { today: TODAY })).toMatchObject({
        kind: 'empty',
        warning: { code: 'ignored_value' },
      });
    }
  });
});
