import { describe, expect, test } from '@jest/globals';
import type { StepEvent } from '../pathway/events.ts';
import { NO_FACTS } from '../pathway/facts.ts';
import { becomes } from './becomes.ts';
import { accepted, type Texts } from './testing/aLine.ts';

const made = (changes: Texts = {}) => becomes(accepted(changes));
const steps = (changes: Texts = {}) =>
  made(changes).events.map(({ step, status, on, outcome, track }: StepEvent) =>
    [step, status, on, outcome, track].filter((part) => part !== undefined).join(' '),
  );
const notProtected = { bpi: 'N', protectionGrantedOn: '', motive: 'Conjoint de Français', permit: 'VLS-TS' };

describe('an accepted line becomes', () => {
  test('a person', () => {
    expect(made().person).toEqual({
      birthName: 'Mohammadi',
      usageName: null,
      firstNames: 'Zahra',
      birth: { value: '1990-03-10', precision: 'DAY' },
      sex: 'F',
      nationality: 'Afghanistan',
      languages: ['dari'],
      phone: '0600000000',
      email: 'zahra@example.org',
      address: { line: '49 allée des Tilleuls', postcode: '59000', commune: 'Lille' },
      foreignerNumber: '9912345678',
      ofiiNumber: '59261000001',
    });
  });

  test('a person of whom little is said, without anything invented', () => {
    const little = made({
      sex: '',
      birth: '1990',
      nationality: '',
      languages: '',
      phone: '',
      email: '',
      addressLine: '',
      commune: '',
      ofiiNumber: '',
      structure: '',
    });
    expect(little.person).toMatchObject({
      sex: 'X',
      birth: { value: '1990', precision: 'YEAR' },
      nationality: null,
      languages: [],
      phone: null,
      email: null,
      address: { line: null, postcode: '59000', commune: '' },
      ofiiNumber: null,
    });
    expect(little).toMatchObject({ structureName: null, department: '59' });
    expect(made({ birth: '' }).person.birth).toEqual({ value: null, precision: 'UNKNOWN' });
  });

  test('facts', () => {
    expect(made().facts).toEqual({
      ...NO_FACTS,
      bornOn: '1990-03-10',
      enteredFranceOn: '2025-03-06',
      firstPermitOn: '2026-07-02',
      permitExpiresOn: '2036-07-01',
      permitType: 'CR_REFUGIE',
      protectionGrantedOn: '2026-05-25',
      protectionKind: 'REFUGEE',
      cirSignedOn: '2026-10-07',
      caseOpenedOn: '2026-10-07',
    });
  });

  test('a structure, a level, a track and a department, for whoever stores it', () => {
    expect(made()).toMatchObject({
      structureName: 'Passerelles Nord',
      level: 'A1',
      track: 'ONLINE_LICENCE',
      department: '59',
    });
  });

  test('the events of the day at the platform, and the card of a protected person on its first day', () => {
    expect(steps()).toEqual([
      'BPI_PERMIT_APPLICATION DONE 2026-07-02',
      'BPI_PERMIT_ISSUED DONE 2026-07-02',
      'OFII_CONVOCATION DONE 2026-10-07',
      'RECEPTION_INTERVIEW DONE 2026-10-07',
      'PLACEMENT_TEST DONE 2026-10-07 A1',
      'LANGUAGE_DECISION DONE 2026-10-07 OFFERED_ACCEPTED ONLINE_LICENCE',
      'PES_ORIENTATION DONE 2026-10-07',
    ]);
  });

  test('no card event for someone who is not protected, nor before the card is known', () => {
    expect(steps(notProtected).filter((step) => step.startsWith('BPI'))).toEqual([]);
    expect(steps({ permitStartsOn: '' }).filter((step) => step.startsWith('BPI'))).toEqual([]);
  });
});

describe('the residence document', () => {
  test.each([
    ['VLS-TS', 'Salarié', 'VLS_TS'],
    ['CST', 'Conjoint de Français', 'CST_VPF_CONJOINT_FR'],
    ['CST', "Parent d'enfant français", 'CST_VPF_PARENT_FR'],
    ['CST', 'Regroupement familial', 'CST_VPF_REGROUPEMENT'],
    ['CST', 'Vie privée et familiale', 'CST_VPF_LIENS'],
    ['CST', 'Salarié', 'CST_SALARIE'],
    ['CST', '', null],
    ['Carte de résident', '', null],
    ['Carte de résident', 'Conjoint de Français', 'CR'],
    ['', 'Salarié', null],
  ])('« %s » of motive « %s » is %s', (permit, motive, document) => {
    expect(made({ ...notProtected, permit, motive }).facts.permitType).toBe(document);
  });

  test.each([
    ['Carte de résident', 'Réfugié', 'CR_REFUGIE', 'REFUGEE'],
    ['CSP protection subsidiaire', 'Protection subsidiaire', 'CSP_PS', 'SUBSIDIARY'],
    ['CST', 'Réfugié', null, 'REFUGEE'],
  ])('« %s » of a protected person (« %s ») is %s', (permit, motive, document, kind) => {
    expect(made({ permit, motive }).facts).toMatchObject({ permitType: document, protectionKind: kind });
  });

  test('says nothing of a protection that the column BPI denies', () => {
    expect(made({ bpi: 'N' }).facts).toMatchObject({ protectionGrantedOn: null, protectionKind: null });
  });
});

describe('the language decision', () => {
  const decision = (signedOn: string, level: string, track: string) =>
    steps({ ...notProtected, enteredFranceOn: '', permitStartsOn: '', permitEndsOn: '', signedOn, level, track })
      .find((step) => step.startsWith('LANGUAGE_DECISION'))
      ?.split(' ')
      .slice(3)
      .join(' ');

  test.each([
    ['06/11/2018', 'A1_1', '50', 'PRESCRIBED 50'],
    ['28/02/2019', 'NON_LITERATE', '200', 'PRESCRIBED 200'],
    ['17/07/2025', 'INFRA_A1_1', '400', 'PRESCRIBED 400'],
    ['17/07/2025', 'A1', '', 'EXEMPT_LEVEL'],
    ['17/07/2025', 'A1_1', '', 'OFFERED_DECLINED'],
    ['18/07/2025', 'NON_LITERATE', '600', 'OFFERED_ACCEPTED 600'],
    ['18/07/2025', 'A1', 'Licence en ligne', 'OFFERED_ACCEPTED ONLINE_LICENCE'],
    ['18/07/2025', 'A1', '', 'OFFERED_DECLINED'],
    ['18/07/2025', 'A2', '', 'EXEMPT_LEVEL'],
    ['18/07/2025', 'B2', '', 'EXEMPT_LEVEL'],
    ['18/07/2025', '', '600', 'OFFERED_ACCEPTED 600'],
    ['18/07/2025', '', '', undefined],
  ])('of a contract signed on %s, level « %s », track « %s » is %s', (signedOn, level, track, outcome) => {
    expect(decision(signedOn, level, track)).toBe(outcome);
  });
});

describe('the referral to employment', () => {
  const referral = (signedOn: string, cell: string) =>
    steps({
      ...notProtected,
      enteredFranceOn: '',
      permitStartsOn: '',
      permitEndsOn: '',
      signedOn,
      track: '',
      employmentReferral: cell,
    })
      .find((step) => step.startsWith('PES'))
      ?.split(' ')[1];

  test.each([
    ['01/03/2019', 'O', 'DONE'],
    ['01/03/2019', 'N', 'NOT_APPLICABLE'],
    ['01/03/2019', '', undefined],
    ['28/02/2019', 'O', undefined],
    ['28/02/2019', 'N', undefined],
  ])('of a contract signed on %s, « %s », is %s', (signedOn, cell, status) => {
    expect(referral(signedOn, cell)).toBe(status);
  });
});
