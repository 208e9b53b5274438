import { describe, expect, test } from '@jest/globals';
import { COLUMNS } from './columns.ts';
import { parseRow } from './parseRow.ts';
import { accepted, aLine, faults, HAUTS_DE_FRANCE, parsed, TODAY } from './testing/aLine.ts';

describe('a line is taken', () => {
  test('when nothing is wrong with it', () => {
    expect(parsed()).toMatchObject({
      kind: 'accepted',
      line: { line: 2, department: '59', warnings: [], neededToOpen: [] },
    });
  });

  test.each(['birthName', 'usageName', 'firstNames'] as const)('with one name only, the %s', (only) => {
    const none = { birthName: '', usageName: '', firstNames: '' };
    expect(faults({ ...none, [only]: 'Lakshmi' })).toEqual([]);
    expect(faults(none)).toEqual(['Prénom(s) missing_name']);
    expect(faults({ birthName: '-', usageName: '/', firstNames: '—' })).toEqual(['Prénom(s) missing_name']);
  });

  test('without anything that a person may not have', () => {
    const poor = {
      ofiiNumber: '',
      sex: '',
      usageName: '',
      birth: '',
      nationality: '',
      languages: '',
      enteredFranceOn: '',
      motive: '',
      permit: '',
      permitStartsOn: '',
      permitEndsOn: '',
      level: '',
      track: '',
      employmentReferral: '',
      addressLine: '',
      commune: '',
      phone: '',
      email: '',
      structure: '',
      bpi: 'N',
      protectionGrantedOn: '',
    };
    expect(faults(poor)).toEqual([]);
    expect(accepted(poor).neededToOpen).toEqual([]);
  });
});

describe('a line is refused', () => {
  test.each([
    ['birth', '31/02/1990', 'Date de naissance invalid_date'],
    ['birth', '24/11/2026', 'Date de naissance date_in_future'],
    ['enteredFranceOn', '31/06/2025', "Date d'entrée en France invalid_date"],
    ['signedOn', 'RDV annulé', 'Date de signature du CIR invalid_date'],
    ['signedOn', '24/11/2026', 'Date de signature du CIR date_in_future'],
    ['permitStartsOn', 'à venir', 'Début du titre invalid_date'],
    ['permitEndsOn', '30/02/2036', 'Fin du titre invalid_date'],
    ['protectionGrantedOn', '2026', 'Date de la décision de protection invalid_date'],
    ['protectionGrantedOn', '', 'Date de la décision de protection missing_value'],
    ['foreignerNumber', '99514284X', 'N° étranger invalid_identifier'],
    ['foreignerNumber', '', 'N° étranger missing_value'],
    ['ofiiNumber', '5926', 'N° OFII invalid_identifier'],
    ['sex', 'Z', 'Sexe unknown_value'],
    ['motive', 'Touriste', "Motif d'admission unknown_value"],
    ['bpi', '?', 'BPI unknown_value'],
    ['permit', 'Visa C', 'Titre de séjour unknown_value'],
    ['level', 'A3', 'Niveau au positionnement unknown_value'],
    ['track', '150', 'Parcours linguistique (h) unknown_value'],
    ['employmentReferral', 'peut-être', 'Orientation SPE unknown_value'],
    ['postcode', '99999', 'Code postal unknown_value'],
    ['postcode', '75011', 'Code postal outside_territory'],
    ['postcode', '20090', 'Code postal outside_territory'],
    ['postcode', '97110', 'Code postal outside_territory'],
  ] as const)('for its %s « %s », and for that alone', (column, cell, fault) => {
    expect(faults({ [column]: cell })).toEqual([fault]);
  });

  test.each([
    ['level', ['<A1', '≤A1', 'A1-', 'A1 ?', 'B1+', '>A2']],
    ['bpi', ['N ?', 'N*', '-N']],
    ['sex', ['F?']],
    ['permit', ['CST ?']],
  ] as const)('for a %s with a mark of doubt or of comparison: it is not the word itself', (column, cells) => {
    for (const cell of cells) expect(faults({ [column]: cell })).toEqual([expect.stringMatching(/ unknown_value$/)]);
  });

  test('when it was signed before the entry in France: the day before, not the same day nor the day after', () => {
    const signed = (signedOn: string) =>
      faults({ enteredFranceOn: '06/10/2026', protectionGrantedOn: '06/10/2026', signedOn });
    expect([signed('05/10/2026'), signed('06/10/2026'), signed('07/10/2026')]).toEqual([
      ['Date de signature du CIR before_entry'],
      [],
      [],
    ]);
  });

  test('when the permit ends before it starts: the day before, not the same day nor the day after', () => {
    const ends = (permitEndsOn: string) => faults({ permitStartsOn: '02/07/2026', permitEndsOn });
    expect([ends('01/07/2026'), ends('02/07/2026'), ends('03/07/2026')]).toEqual([
      ['Fin du titre end_before_start'],
      [],
      [],
    ]);
  });

  test('with all its faults at once, in the order of the columns, its line number and what tells whose it is', () => {
    const row = parsed({ birth: '31/02/1990', postcode: '99999', foreignerNumber: '12', level: 'A3' }, 17);

    expect(row).toMatchObject({ kind: 'refused', line: 17, name: 'Mohammadi Zahra', foreignerNumber: '12' });
    expect(row.kind === 'refused' && row.errors.map(({ line, column }) => ({ line, column }))).toEqual(
      ['N° étranger', 'Date de naissance', 'Niveau au positionnement', 'Code postal'].map((column) => ({
        line: 17,
        column,
      })),
    );
  });

  test('with a sentence that quotes the value, says what to do, and is typeset in French', () => {
    const messages = [
      { birth: '31/02/1990' },
      { foreignerNumber: '99514284X' },
      { track: '150' },
      { postcode: '75011' },
      { bpi: '?' },
      { protectionGrantedOn: '' },
      { firstNames: '', birthName: '' },
    ].flatMap((changes) => {
      const row = parsed(changes);
      return row.kind === 'refused' ? row.errors.map(({ message }) => message) : [];
    });

    expect(messages).toHaveLength(7);
    expect(messages[0]).toBe(
      '«\u00A031/02/1990\u00A0» n’est pas un jour du calendrier. Écrivez le jour sous la forme JJ/MM/AAAA, ou l’année seule si le jour n’est pas connu.',
    );
    expect(messages[2]).toBe(
      '«\u00A0150\u00A0» n’est pas un parcours proposé pour un contrat signé le 7 octobre 2026. Écrivez «\u00A0Licence en ligne\u00A0», 600 ou rien.',
    );
    for (const message of messages) {
      expect(message).toMatch(/\.$/);
      expect(message).not.toMatch(/'| [:;!?»]|« /);
    }
  });
});

describe('the tracks offered', () => {
  const track = (signedOn: string, cell: string) =>
    faults({
      bpi: 'N',
      motive: 'Salarié',
      protectionGrantedOn: '',
      permit: 'CST',
      enteredFranceOn: '01/01/2016',
      permitStartsOn: '',
      permitEndsOn: '',
      signedOn,
      track: cell,
    });

  test.each([
    ['28/02/2019', ['50', '100', '200'], ['400', '600', 'Licence en ligne', '150']],
    ['01/03/2019', ['100', '200', '400', '600'], ['50', 'Licence en ligne', '150']],
    ['17/07/2025', ['100', '200', '400', '600'], ['50', 'Licence en ligne', '150']],
    ['18/07/2025', ['600', 'Licence en ligne'], ['50', '100', '200', '400', '150']],
  ])('on %s are those of the rule set in force', (signedOn, offered, others) => {
    for (const cell of [...offered, '']) expect(track(signedOn, cell)).toEqual([]);
    for (const cell of others) expect(track(signedOn, cell)).toEqual(['Parcours linguistique (h) unknown_value']);
  });

  test('are not judged by a signature that is itself at fault', () => {
    expect(track('RDV annulé', '400')).toEqual(['Date de signature du CIR invalid_date']);
    expect(track('31/12/2015', '600')).toEqual(['Date de signature du CIR before_entry']);
    expect(track('RDV annulé', '150')).toEqual([
      'Date de signature du CIR invalid_date',
      'Parcours linguistique (h) unknown_value',
    ]);
  });
});

describe('the territory', () => {
  test('is the importer’s, Corsica and overseas included', () => {
    const inCorsica = (postcode: string) => parseRow(aLine({ postcode }), { today: TODAY, territory: ['2A'], line: 2 });
    expect([inCorsica('20090'), inCorsica('20200'), inCorsica('59000')].map(({ kind }) => kind)).toEqual([
      'accepted',
      'refused',
      'refused',
    ]);
    expect(parseRow(aLine({ postcode: '97400' }), { today: TODAY, territory: ['974'], line: 2 })).toMatchObject({
      line: { department: '974' },
    });
    expect(HAUTS_DE_FRANCE.map((department) => accepted({ postcode: `${department}100` }).department)).toEqual(
      HAUTS_DE_FRANCE,
    );
  });

  test('takes a postcode that lost its zero, and says so', () => {
    expect(accepted({ postcode: '2000' })).toMatchObject({
      department: '02',
      warnings: [{ column: 'Code postal', code: 'repaired_identifier' }],
    });
  });
});

describe('a line may leave empty what is known already', () => {
  test.each([
    ['signedOn', 'Date de signature du CIR'],
    ['postcode', 'Code postal'],
    ['bpi', 'BPI'],
  ] as const)('%s, which only the opening of a file needs', (column, header) => {
    expect(
      accepted({ [column]: '', ...(column === 'bpi' ? { protectionGrantedOn: '' } : {}) }).neededToOpen,
    ).toMatchObject([{ line: 2, column: header, code: 'missing_value' }]);
  });
});

describe('a line is taken with a warning', () => {
  test.each([
    [{ bpi: 'N', protectionGrantedOn: '' }, 'BPI contradiction'],
    [{ bpi: 'N', motive: 'Salarié', permit: 'CST' }, 'BPI contradiction'],
    [{ motive: 'Salarié', permit: 'VLS-TS' }, "Motif d'admission contradiction"],
    [{ permit: 'CST' }, 'Titre de séjour contradiction'],
    [{ birth: '10/03/2012' }, 'Date de naissance under_sixteen'],
    [{ birth: '10/03/90' }, 'Date de naissance two_digit_year'],
    [{ email: 'zahra' }, 'Courriel ignored_value'],
    [{ signedOn: '01/06/2016', enteredFranceOn: '', track: '' }, 'Date de signature du CIR before_cir'],
  ])('%j', (changes, warning) => {
    expect(accepted(changes).warnings.map(({ column, code }) => `${column} ${code}`)).toEqual([warning]);
  });

  test('under sixteen: the day before the birthday, not the birthday nor the day after', () => {
    const warned = (birth: string) => accepted({ birth }).warnings.length;
    expect([warned('08/10/2010'), warned('07/10/2010'), warned('06/10/2010')]).toEqual([1, 0, 0]);
  });
});

test('every column has a header of its own, and no two columns answer to one name', () => {
  const headers = Object.values(COLUMNS).map(({ header }) => header);
  expect(headers).toHaveLength(26);
  expect(new Set(headers).size).toBe(26);
});
