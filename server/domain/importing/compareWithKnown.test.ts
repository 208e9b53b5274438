import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDay } from '../calendar/calendarDay.ts';
import type { StepEvent } from '../pathway/events.ts';
import { becomes, type ImportedPathway } from './becomes.ts';
import type { ColumnKey } from './columns.ts';
import { compareWithKnown } from './compareWithKnown.ts';
import type { Comparison, KnownPathway, KnownStep } from './knownPathway.ts';
import { parseRow } from './parseRow.ts';
import { accepted, aLine, HAUTS_DE_FRANCE, TODAY, type Texts } from './testing/aLine.ts';

const made = (changes: Texts = {}, line = 2): ImportedPathway => becomes(accepted(changes, line));

const toStep = (event: StepEvent, byHand = false): KnownStep => ({
  step: event.step,
  status: event.status,
  on: event.on,
  outcome: event.outcome ?? null,
  track: event.track ?? null,
  eventId: `${event.step} ${event.on}`,
  byHand,
});

/** What is stored once a line has opened a file. */
function stored(imported: ImportedPathway, changes: Partial<KnownPathway> = {}): KnownPathway {
  return {
    person: imported.person,
    facts: imported.facts,
    structureName: imported.structureName,
    correctedByHand: new Set(),
    importedSteps: imported.events.map((event) => toStep(event)),
    ...changes,
  };
}

/** What is stored once a comparison has been applied. */
function applied(known: KnownPathway, comparison: Comparison): KnownPathway {
  const added = comparison.eventsToAdd.map((event) => toStep(event));
  return {
    ...known,
    person: { ...known.person, ...comparison.personChanges },
    facts: { ...known.facts, ...comparison.factChanges },
    structureName: comparison.structureChange ?? known.structureName,
    importedSteps: [...known.importedSteps.filter(({ step }) => !added.some((event) => event.step === step)), ...added],
  };
}

const UNCHANGED = {
  outcome: 'UNCHANGED',
  personChanges: {},
  factChanges: {},
  eventsToAdd: [],
  structureChange: null,
  departmentChange: null,
  changes: [],
  conflicts: [],
};

describe('the same line again', () => {
  test('changes nothing', () => {
    expect(compareWithKnown(stored(made()), made())).toEqual(UNCHANGED);
  });

  test('with empty cells changes nothing, whichever they are', () => {
    const known = stored(made());
    const optional: readonly ColumnKey[] = [
      'ofiiNumber',
      'sex',
      'usageName',
      'firstNames',
      'birth',
      'nationality',
      'languages',
      'enteredFranceOn',
      'motive',
      'permit',
      'permitStartsOn',
      'permitEndsOn',
      'signedOn',
      'level',
      'track',
      'employmentReferral',
      'addressLine',
      'postcode',
      'commune',
      'phone',
      'email',
      'structure',
    ];
    for (const column of optional)
      expect([column, compareWithKnown(known, made({ [column]: '' }))]).toEqual([column, UNCHANGED]);
    expect(
      compareWithKnown(
        known,
        made({ ...Object.fromEntries(optional.map((column) => [column, ''])), bpi: '', protectionGrantedOn: '' }),
      ),
    ).toEqual(UNCHANGED);
  });
});

describe('a value that differs', () => {
  test.each([
    ['phone', '0611111111', { personChanges: { phone: '0611111111' } }, 'Téléphone'],
    ['birthName', 'MOHAMMADI', { personChanges: { birthName: 'MOHAMMADI' } }, 'Nom de naissance'],
    ['languages', 'pachto', { personChanges: { languages: ['pachto'] } }, 'Langue parlée'],
    [
      'addressLine',
      '3 rue Verte',
      {
        personChanges: { address: { line: '3 rue Verte', postcode: '59000', commune: 'Lille' } },
        departmentChange: null,
      },
      'Adresse',
    ],
    [
      'postcode',
      '62000',
      {
        personChanges: { address: { line: '49 allée des Tilleuls', postcode: '62000', commune: 'Lille' } },
        departmentChange: '62',
      },
      'Code postal',
    ],
    ['permitEndsOn', '02/07/2036', { factChanges: { permitExpiresOn: '2036-07-02' } }, 'Fin du titre'],
    ['enteredFranceOn', '07/03/2025', { factChanges: { enteredFranceOn: '2025-03-07' } }, "Date d'entrée en France"],
    ['structure', 'Escale Métropole', { structureChange: 'Escale Métropole' }, 'Structure référente'],
  ] as const)('in %s is an update', (column, cell, expected, field) => {
    const comparison = compareWithKnown(stored(made()), made({ [column]: cell }));
    expect(comparison).toMatchObject({ outcome: 'UPDATE', conflicts: [], eventsToAdd: [], ...expected });
    expect(comparison.changes.map((change) => change.field)).toEqual([field]);
  });

  test('in the birth moves the fact that the rules read', () => {
    const comparison = compareWithKnown(stored(made({ birth: '1990' })), made({ birth: '10/03/1990' }));
    expect(comparison).toMatchObject({
      personChanges: { birth: { value: '1990-03-10', precision: 'DAY' } },
      factChanges: { bornOn: '1990-03-10' },
    });
    expect(comparison.changes).toEqual([
      { path: 'person.birth', field: 'Date de naissance', before: '1990', after: '10 mars 1990' },
    ]);
  });

  test('in the signature moves the opening and replaces the events of that day', () => {
    const comparison = compareWithKnown(stored(made()), made({ signedOn: '08/10/2026' }));
    expect(comparison.factChanges).toEqual({ cirSignedOn: '2026-10-08', caseOpenedOn: '2026-10-08' });
    expect(comparison.eventsToAdd.map(({ step, on, corrects }) => ({ step, on, corrects }))).toEqual(
      ['OFII_CONVOCATION', 'RECEPTION_INTERVIEW', 'PLACEMENT_TEST', 'LANGUAGE_DECISION', 'PES_ORIENTATION'].map(
        (step) => ({ step, on: '2026-10-08', corrects: `${step} 2026-10-07` }),
      ),
    );
  });

  test('in a step replaces the event of the earlier import', () => {
    const comparison = compareWithKnown(stored(made()), made({ track: '600' }));
    expect(comparison.eventsToAdd).toEqual([
      {
        step: 'LANGUAGE_DECISION',
        status: 'DONE',
        on: '2026-10-07',
        outcome: 'OFFERED_ACCEPTED',
        track: '600',
        corrects: 'LANGUAGE_DECISION 2026-10-07',
      },
    ]);
    expect(comparison.changes).toEqual([
      {
        path: 'step.LANGUAGE_DECISION',
        field: 'Prescription / proposition / dispense',
        before: 'Réalisé, Formation proposée et acceptée, licence en ligne, le 7 octobre 2026',
        after: 'Réalisé, Formation proposée et acceptée, 600\u00A0h, le 7 octobre 2026',
      },
    ]);
  });

  test('fills what was not known: a signature gives its events, a protection its card', () => {
    const before = stored(made({ bpi: 'N', motive: 'Salarié', permit: 'CST', protectionGrantedOn: '' }), {
      importedSteps: [],
    });
    const comparison = compareWithKnown({ ...before, facts: { ...before.facts, cirSignedOn: null } }, made());
    expect(comparison.factChanges).toMatchObject({
      cirSignedOn: '2026-10-07',
      protectionGrantedOn: '2026-05-25',
      protectionKind: 'REFUGEE',
      permitType: 'CR_REFUGIE',
    });
    expect(comparison.eventsToAdd).toEqual(made().events);
  });

  test('a track that disappears takes nothing back, a level that changes decides anew', () => {
    expect(compareWithKnown(stored(made()), made({ track: '' })).outcome).toBe('UNCHANGED');
    const exempt = stored(made({ level: 'A2', track: '' }));
    expect(
      compareWithKnown(exempt, made({ level: 'A1', track: '' })).eventsToAdd.map(({ outcome }) => outcome),
    ).toEqual(['A1', 'OFFERED_DECLINED']);
  });
});

describe('the day the file was opened', () => {
  test('stays that of the structure that took the person in charge first', () => {
    const known = stored(made());
    const openedByHand = {
      ...known,
      facts: { ...known.facts, cirSignedOn: null, caseOpenedOn: calendarDay('2026-09-01') },
    };
    expect(compareWithKnown(openedByHand, made()).factChanges).toEqual({ cirSignedOn: '2026-10-07' });
    const neverOpened = { ...known, facts: { ...known.facts, cirSignedOn: null, caseOpenedOn: null } };
    expect(compareWithKnown(neverOpened, made()).factChanges).toEqual({
      cirSignedOn: '2026-10-07',
      caseOpenedOn: '2026-10-07',
    });
  });
});

describe('a value that a hand has corrected', () => {
  const corrected = (path: string, changes: Partial<KnownPathway> = {}): KnownPathway =>
    stored(made(), { correctedByHand: new Set([path]), ...changes });

  test('is kept, and listed as a conflict', () => {
    const known = corrected('person.phone', { person: { ...made().person, phone: '0622222222' } });
    const comparison = compareWithKnown(known, made({}, 12));
    expect(comparison).toEqual({
      ...UNCHANGED,
      conflicts: [{ line: 12, field: 'Téléphone', kept: '0622222222', proposed: '0600000000' }],
    });
  });

  test('is no conflict when the list has come to say the same', () => {
    expect(compareWithKnown(corrected('person.phone'), made())).toEqual(UNCHANGED);
  });

  test('does not hold back the other values of the line', () => {
    const known = corrected('person.phone', { person: { ...made().person, phone: null } });
    const comparison = compareWithKnown(known, made({ email: 'autre@example.org' }));
    expect(comparison).toMatchObject({
      outcome: 'UPDATE',
      personChanges: { email: 'autre@example.org' },
      conflicts: [{ field: 'Téléphone', kept: 'aucune valeur' }],
    });
    expect(comparison.personChanges).not.toHaveProperty('phone');
  });

  test('keeps the whole address when the address was corrected', () => {
    const known = corrected('person.address', {
      person: { ...made().person, address: { line: '1 rue Neuve', postcode: '80000', commune: 'Amiens' } },
    });
    const { outcome, conflicts, departmentChange } = compareWithKnown(known, made());
    expect([outcome, departmentChange, conflicts.map(({ field }) => field)]).toEqual([
      'UNCHANGED',
      null,
      ['Adresse', 'Code postal', 'Commune'],
    ]);
  });

  test('keeps a signature, which then dates the steps of the list', () => {
    const known = corrected('facts.cirSignedOn', {
      facts: { ...made().facts, cirSignedOn: calendarDay('2026-10-05') },
    });
    const { outcome, conflicts } = compareWithKnown(known, made());
    expect([outcome, conflicts]).toEqual([
      'UNCHANGED',
      [{ line: 2, field: 'Date de signature du CIR', kept: '5 octobre 2026', proposed: '7 octobre 2026' }],
    ]);
    expect(
      compareWithKnown({ ...known, importedSteps: [] }, made()).eventsToAdd.filter(
        ({ step }) => step === 'RECEPTION_INTERVIEW',
      ),
    ).toEqual([{ step: 'RECEPTION_INTERVIEW', status: 'DONE', on: '2026-10-05' }]);
  });

  test('keeps a step recorded by hand, and a step that a hand retracted', () => {
    const decision: StepEvent = {
      step: 'LANGUAGE_DECISION',
      status: 'DONE',
      on: calendarDay('2026-10-20'),
      outcome: 'OFFERED_DECLINED',
    };
    const others = made()
      .events.filter(({ step }) => step !== 'LANGUAGE_DECISION')
      .map((event) => toStep(event));
    const byHand = stored(made(), { importedSteps: [...others, toStep(decision, true)] });
    expect(compareWithKnown(byHand, made())).toEqual({
      ...UNCHANGED,
      conflicts: [
        {
          line: 2,
          field: 'Prescription / proposition / dispense',
          kept: 'Réalisé, Formation proposée et refusée, le 20 octobre 2026',
          proposed: 'Réalisé, Formation proposée et acceptée, licence en ligne, le 7 octobre 2026',
        },
      ],
    });
    expect(compareWithKnown(corrected('step.LANGUAGE_DECISION', { importedSteps: others }), made())).toMatchObject({
      outcome: 'UNCHANGED',
      conflicts: [{ kept: 'aucune valeur' }],
    });
  });

  test('a day recorded by hand for a step is not contradicted by the day of signature', () => {
    const interview = toStep({ step: 'RECEPTION_INTERVIEW', status: 'DONE', on: calendarDay('2026-09-28') }, true);
    const others = made()
      .events.filter(({ step }) => step !== 'RECEPTION_INTERVIEW')
      .map((event) => toStep(event));
    expect(compareWithKnown(stored(made(), { importedSteps: [...others, interview] }), made())).toEqual(UNCHANGED);
  });

  test('keeps the structure that a manager chose; one that is only spelled otherwise is the same', () => {
    expect(compareWithKnown(corrected('structure', { structureName: 'Oise Accueil' }), made())).toMatchObject({
      outcome: 'UNCHANGED',
      structureChange: null,
      conflicts: [{ field: 'Structure référente', kept: 'Oise Accueil' }],
    });
    expect(compareWithKnown(stored(made(), { structureName: 'PASSERELLES-NORD' }), made())).toEqual(UNCHANGED);
    expect(compareWithKnown(stored(made(), { structureName: null }), made()).structureChange).toBe('Passerelles Nord');
  });
});

describe('whatever the list holds', () => {
  const day = (from: number, to: number) =>
    fc
      .date({ min: new Date(from, 0, 2), max: new Date(to, 8, 30), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10).split('-').reverse().join('/'));
  const orEmpty = (cell: fc.Arbitrary<string>) =>
    fc.oneof({ weight: 4, arbitrary: cell }, { weight: 1, arbitrary: fc.constant('') });
  const word = fc.string({ unit: 'grapheme', maxLength: 30 });
  const some = (...words: string[]) => orEmpty(fc.constantFrom(...words));
  const cells: Record<ColumnKey, fc.Arbitrary<string>> = {
    ofiiNumber: orEmpty(fc.stringMatching(/^[0-9A-Z]{11}$/)),
    foreignerNumber: fc.constant('9912345678'),
    sex: some('F', 'M'),
    birthName: word,
    usageName: orEmpty(word),
    firstNames: word.map((name) => `A${name}`),
    birth: orEmpty(
      fc.oneof(
        day(1950, 2005),
        fc.integer({ min: 1940, max: 2005 }).map(String),
        fc.constantFrom('00/00/1990', '03/1990'),
      ),
    ),
    nationality: word,
    languages: orEmpty(word),
    enteredFranceOn: orEmpty(day(2000, 2016)),
    motive: some(
      'Réfugié',
      'Protection subsidiaire',
      'Conjoint de Français',
      'Regroupement familial',
      "Parent d'enfant français",
      'Vie privée et familiale',
      'Salarié',
    ),
    bpi: some('O', 'N'),
    protectionGrantedOn: day(2015, 2018),
    permit: some('VLS-TS', 'CST', 'Carte de résident', 'CSP protection subsidiaire'),
    permitStartsOn: orEmpty(day(2017, 2018)),
    permitEndsOn: orEmpty(day(2027, 2037)),
    signedOn: orEmpty(day(2017, 2026)),
    level: some('NON_LITERATE', 'INFRA_A1_1', 'A1_1', 'A1', 'A2', 'B1', 'B2'),
    track: some('50', '100', '200', '400', '600', 'Licence en ligne'),
    employmentReferral: some('O', 'N'),
    addressLine: orEmpty(word),
    postcode: some('59000', '2100', '60200', '62000', '80100'),
    commune: orEmpty(word),
    phone: orEmpty(word),
    email: some('a@example.org', 'b@example.org', 'rien'),
    structure: orEmpty(word),
  };
  // Some combinations are refused (a track of another rule set): only lines that are taken can be compared.
  const line = fc
    .record(cells)
    .map((texts) => parseRow(aLine(texts), { today: TODAY, territory: HAUTS_DE_FRANCE, line: 2 }))
    .filter((row) => row.kind === 'accepted')
    .map((row) => becomes(row.line));

  test('importing it a second time changes nothing', () => {
    fc.assert(
      fc.property(line, (imported) => expect(compareWithKnown(stored(imported), imported)).toEqual(UNCHANGED)),
      { numRuns: 300 },
    );
  });

  test('importing it over another month, then again, changes nothing the second time', () => {
    fc.assert(
      fc.property(line, line, (first, second) => {
        const known = stored(first);
        const after = applied(known, compareWithKnown(known, second));
        expect(compareWithKnown(after, second)).toEqual(UNCHANGED);
      }),
      { numRuns: 300 },
    );
  });

  test('nothing that a hand has corrected ever changes', () => {
    const everything = new Set(['person', 'facts', 'step', 'structure']);
    fc.assert(
      fc.property(line, line, (first, second) => {
        const comparison = compareWithKnown(stored(first, { correctedByHand: everything }), second);
        expect({ ...comparison, conflicts: [] }).toEqual(UNCHANGED);
      }),
      { numRuns: 200 },
    );
  });

  test('nothing known is ever emptied', () => {
    fc.assert(
      fc.property(line, line, (first, second) => {
        const { personChanges, factChanges } = compareWithKnown(stored(first), second);
        expect(
          [...Object.values(personChanges), ...Object.values(factChanges)].filter(
            (value) => value === null || value === '',
          ),
        ).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
