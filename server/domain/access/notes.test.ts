import { describe, expect, test } from '@jest/globals';
import type { Actor } from './actor.ts';
import { decideOnNote, isNarrower, mayReadNote, mayReadText, NOTE_VISIBILITIES, type NoteFacts } from './notes.ts';
import type { FileFacts } from './relations.ts';
import { ROLES, type Role } from './roles.ts';

const actor = (role: Role): Actor => ({
  accountId: 'me',
  role,
  organisationId: 'ours',
  departments: ['59'],
  displayName: 'Test',
});
const file = (given: Partial<FileFacts> = {}): FileFacts => ({
  department: '59',
  organisationId: 'ours',
  referentId: 'me',
  ...given,
});
const note = (given: Partial<NoteFacts> = {}): NoteFacts => ({
  authorId: 'me',
  organisationId: 'ours',
  visibility: 'STRUCTURE',
  isWithdrawn: false,
  ...given,
});

const MINE = file();
const A_COLLEAGUES = file({ referentId: 'a colleague' });
const NOBODYS = file({ organisationId: null, referentId: null });
const HANDED_OVER = file({ organisationId: 'theirs', referentId: 'somebody', passing: 'TRANSFERRED_OUT' });
const OPENED = file({ referentId: 'a colleague', passing: 'BROKEN_GLASS' });
const THEIRS = file({ organisationId: 'theirs', referentId: 'somebody' });

/** Every note there may be in a file, by who wrote it and for whom. */
const NOTES = {
  'hers, private': note({ visibility: 'PRIVATE' }),
  'hers, of the structure': note(),
  'hers, shared': note({ visibility: 'SHARED' }),
  'a colleague’s, private': note({ authorId: 'a colleague', visibility: 'PRIVATE' }),
  'a colleague’s, of the structure': note({ authorId: 'a colleague' }),
  'a colleague’s, shared': note({ authorId: 'a colleague', visibility: 'SHARED' }),
  'another structure’s, private': note({
    authorId: 'somebody',
    organisationId: 'theirs',
    visibility: 'PRIVATE',
  }),
  'another structure’s, of it': note({ authorId: 'somebody', organisationId: 'theirs' }),
  'another structure’s, shared': note({ authorId: 'somebody', organisationId: 'theirs', visibility: 'SHARED' }),
} as const;
type NoteName = keyof typeof NOTES;
const NAMES = Object.keys(NOTES) as NoteName[];
const SHARED: NoteName[] = ['hers, shared', 'a colleague’s, shared', 'another structure’s, shared'];
const OURS: NoteName[] = [
  'hers, private',
  'hers, of the structure',
  'hers, shared',
  'a colleague’s, of the structure',
  'a colleague’s, shared',
  'another structure’s, shared',
];

describe('a note', () => {
  test.each<[Role, string, FileFacts, NoteName[]]>([
    ['ASSOCIATION_CASEWORKER', 'of her caseload', MINE, OURS],
    ['ASSOCIATION_CASEWORKER', 'of a colleague', A_COLLEAGUES, []],
    ['ASSOCIATION_CASEWORKER', 'handed over', HANDED_OVER, OURS],
    ['ASSOCIATION_CASEWORKER', 'opened in an emergency', OPENED, SHARED],
    ['ASSOCIATION_CASEWORKER', 'of another structure', THEIRS, []],
    ['ASSOCIATION_MANAGER', 'of her structure', A_COLLEAGUES, OURS],
    ['ASSOCIATION_MANAGER', 'of nobody', NOBODYS, OURS],
    ['ASSOCIATION_MANAGER', 'handed over', HANDED_OVER, OURS],
    ['ASSOCIATION_MANAGER', 'of another structure', THEIRS, []],
    ['OFII_AGENT', 'of her territory', MINE, []],
    ['OFII_AGENT', 'of nobody', NOBODYS, []],
    ['DEPARTMENT_REFERENT', 'of her territory', MINE, []],
  ])('of a file is read by %s, %s, only where it is for her', (role, _place, place, read) => {
    expect(NAMES.filter((name) => mayReadNote(actor(role), place, NOTES[name]))).toEqual(read);
  });

  test('is read by nobody of a role that does not follow the person, whatever it is and whoever wrote it', () => {
    for (const role of ROLES.filter((one) => !one.startsWith('ASSOCIATION')))
      for (const place of [MINE, A_COLLEAGUES, NOBODYS, HANDED_OVER, OPENED, THEIRS])
        expect(NAMES.filter((name) => mayReadNote(actor(role), place, NOTES[name]))).toEqual([]);
  });

  test('of a sealed file is read by whoever may read the file, and not by whoever may only find it', () => {
    const read = (sealed: FileFacts['sealed']): boolean =>
      mayReadNote(actor('ASSOCIATION_MANAGER'), file({ sealed }), note({ visibility: 'SHARED' }));
    expect([read([]), read(['SEARCH', 'LOCATE']), read(['READ'])]).toEqual([false, false, true]);
  });

  test('withdrawn keeps its text for the structure that wrote it and for its author, and for nobody else', () => {
    const text = (name: NoteName, place = MINE): boolean =>
      mayReadText(actor('ASSOCIATION_CASEWORKER'), place, { ...NOTES[name], isWithdrawn: true });
    expect(NAMES.filter((name) => text(name))).toEqual(OURS.filter((name) => name !== 'another structure’s, shared'));
    expect(text('another structure’s, shared', OPENED)).toBe(false);
    expect(mayReadText(actor('ASSOCIATION_CASEWORKER'), MINE, NOTES['another structure’s, shared'])).toBe(true);
  });
});

describe('of a note', () => {
  const refusal = (
    act: 'correct' | 'withdraw',
    name: NoteName,
    { role = 'ASSOCIATION_CASEWORKER', place = MINE, withdrawn = false }: Given = {},
  ): string => {
    const verdict = decideOnNote(actor(role), act, place, { ...NOTES[name], isWithdrawn: withdrawn });
    return verdict.allowed ? 'allowed' : verdict.refusal;
  };
  interface Given {
    readonly role?: Role;
    readonly place?: FileFacts;
    readonly withdrawn?: boolean;
  }

  test('the text is corrected by its author alone, for the structure where she wrote it', () => {
    for (const role of ['ASSOCIATION_CASEWORKER', 'ASSOCIATION_MANAGER'] as const) {
      const place = MINE;
      expect(NAMES.filter((name) => refusal('correct', name, { role, place }) === 'allowed')).toEqual([
        'hers, private',
        'hers, of the structure',
        'hers, shared',
      ]);
      expect(refusal('correct', 'a colleague’s, shared', { role, place })).toBe('not_the_author');
      expect(refusal('correct', 'a colleague’s, private', { role, place })).toBe('out_of_reach');
    }
    const writtenElsewhere = note({ organisationId: 'theirs', visibility: 'SHARED' });
    expect(decideOnNote(actor('ASSOCIATION_CASEWORKER'), 'correct', MINE, writtenElsewhere)).toMatchObject({
      refusal: 'not_the_author',
    });
  });

  test('it is its author who withdraws it, or whoever manages the structure that follows the person', () => {
    const withdrawn = (role: Role): NoteName[] =>
      NAMES.filter((name) => refusal('withdraw', name, { role }) === 'allowed');
    expect(withdrawn('ASSOCIATION_CASEWORKER')).toEqual(['hers, private', 'hers, of the structure', 'hers, shared']);
    expect(withdrawn('ASSOCIATION_MANAGER')).toEqual(OURS);
    expect(refusal('withdraw', 'a colleague’s, shared')).toBe('not_the_author');
    expect(refusal('withdraw', 'a colleague’s, private', { role: 'ASSOCIATION_MANAGER' })).toBe('out_of_reach');
  });

  test('nothing is changed once it is withdrawn, nor where the file is only read', () => {
    for (const act of ['correct', 'withdraw'] as const) {
      expect(refusal(act, 'hers, shared', { withdrawn: true })).toBe('note_withdrawn');
      for (const place of [HANDED_OVER, OPENED]) expect(refusal(act, 'hers, shared', { place })).toBe('read_only');
      expect(refusal(act, 'hers, shared', { place: THEIRS })).toBe('out_of_reach');
      expect(refusal(act, 'hers, shared', { role: 'OFII_AGENT' })).toBe('not_allowed_for_role');
      expect(refusal(act, 'hers, shared', { place: NOBODYS, role: 'ASSOCIATION_MANAGER' })).toBe('not_taken_in_charge');
    }
  });

  test('those who read it may become more, and never fewer', () => {
    const narrower = NOTE_VISIBILITIES.flatMap((from) =>
      NOTE_VISIBILITIES.filter((to) => isNarrower(to, from)).map((to) => `${from} to ${to}`),
    );
    expect(narrower).toEqual(['STRUCTURE to PRIVATE', 'SHARED to PRIVATE', 'SHARED to STRUCTURE']);
  });
});
