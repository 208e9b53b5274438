import { describe, expect, test } from '@jest/globals';
import type { PathwayEvent } from '../pathway/events.ts';
import type { Actor } from './actor.ts';
import { GLASS_BROKEN_BY, mayBreakGlass } from './breakGlass.ts';
import { showsDomain, showsStall, SHOWN } from './fields.ts';
import { grantsOn, NO_GRANTS } from './grants.ts';
import { mayRecord } from './mayRecord.ts';
import { reachOf, type ReachBranch } from './reach.ts';
import { relationsOf, relationTo, RELATIONS, type FileFacts, type Relation } from './relations.ts';
import { decide, FILE_ACTS, READING_ACTS, refusalOf, RIGHTS_OVER_FILES, type FileAct } from './rights.ts';
import { mayEver, ROLES, type Role } from './roles.ts';

const ACTS = Object.keys(FILE_ACTS) as FileAct[];
const actor = (role: Role, departments: readonly string[] = ['59']): Actor => ({
  accountId: 'me',
  role,
  organisationId: 'ours',
  departments,
  displayName: 'Test',
});
const aFile = (given: Partial<FileFacts> = {}): FileFacts => ({
  department: '59',
  organisationId: 'ours',
  referentId: 'me',
  ...given,
});
const FILES = ['59', '80'].flatMap((department) =>
  [
    ['ours', 'me'],
    ['ours', 'a colleague'],
    ['ours', null],
    ['theirs', 'somebody'],
    ['theirs', null],
    [null, null],
  ].map(([organisationId, referentId]) => aFile({ department, organisationId, referentId } as Partial<FileFacts>)),
);

describe('the relation to a file', () => {
  test.each<[Role, Partial<FileFacts>, Relation]>([
    ['ASSOCIATION_CASEWORKER', {}, 'OWN_CASELOAD'],
    ['ASSOCIATION_CASEWORKER', { referentId: 'a colleague' }, 'SAME_STRUCTURE'],
    ['ASSOCIATION_CASEWORKER', { organisationId: 'theirs', referentId: null }, 'OTHER_STRUCTURE'],
    ['ASSOCIATION_CASEWORKER', { organisationId: 'theirs', department: '80' }, 'NONE'],
    ['ASSOCIATION_MANAGER', { referentId: null }, 'SAME_STRUCTURE'],
    ['ASSOCIATION_MANAGER', { department: '80' }, 'OWN_CASELOAD'],
    ['ASSOCIATION_MANAGER', { organisationId: null, referentId: null }, 'UNASSIGNED'],
    ['ASSOCIATION_MANAGER', { organisationId: null, referentId: null, department: '80' }, 'NONE'],
    ['ASSOCIATION_MANAGER', { organisationId: 'theirs', passing: 'TRANSFERRED_OUT' }, 'TRANSFERRED_OUT'],
    ['ASSOCIATION_MANAGER', { organisationId: 'theirs' }, 'OTHER_STRUCTURE'],
    ['ASSOCIATION_MANAGER', { organisationId: 'theirs', passing: 'BROKEN_GLASS' }, 'BROKEN_GLASS'],
    ['ASSOCIATION_CASEWORKER', { referentId: 'a colleague', passing: 'BROKEN_GLASS' }, 'BROKEN_GLASS'],
    ['OFII_AGENT', { organisationId: 'theirs' }, 'TERRITORY'],
    ['OFII_AGENT', { organisationId: null, referentId: null }, 'UNASSIGNED'],
    ['OFII_AGENT', { department: '80' }, 'NONE'],
    ['DEPARTMENT_REFERENT', {}, 'TERRITORY'],
    ['DEPARTMENT_REFERENT', { department: '80' }, 'NONE'],
    ['AUDITOR', {}, 'NONE'],
    ['ADMIN', { referentId: 'me' }, 'NONE'],
  ])('of %s to %j is %s', (role, given, relation) => {
    expect(relationTo(actor(role), aFile(given))).toBe(relation);
  });

  test('is one of those that her role may have', () => {
    for (const role of ROLES)
      for (const file of FILES) expect(relationsOf(role)).toContain(relationTo(actor(role), file));
  });
});

describe('the table of rights', () => {
  test('gives an act to a role exactly where the role has its action', () => {
    const differing = ROLES.flatMap((role) =>
      ACTS.filter(
        (act) =>
          // Two acts share an action: naming a structure is the OFII’s, naming a referent the structure’s.
          !mayEver(role, FILE_ACTS[act]) && RIGHTS_OVER_FILES[role][act] !== undefined,
      ).map((act) => `${role} ${act}`),
    );
    expect(differing).toEqual([]);
    const unused = ROLES.flatMap((role) =>
      [...new Set(Object.values(FILE_ACTS))]
        .filter((action) => mayEver(role, action))
        .filter(
          (action) => !ACTS.some((act) => FILE_ACTS[act] === action && RIGHTS_OVER_FILES[role][act] !== undefined),
        )
        .map((action) => `${role} ${action}`),
    );
    expect(unused).toEqual([]);
  });

  test('lets nothing be done to a file that may not be read, and nothing to one that is nobody’s business', () => {
    for (const role of ROLES)
      for (const act of ACTS) {
        const allowed = RELATIONS.filter((relation) => refusalOf(role, act, relation) === null);
        expect(allowed.filter((relation) => refusalOf(role, 'read', relation) !== null)).toEqual([]);
        expect(allowed.filter((relation) => ['OTHER_STRUCTURE', 'NONE'].includes(relation))).toEqual([]);
      }
  });

  test('lets only reading be done after a transfer and behind a broken glass', () => {
    for (const role of ROLES)
      for (const act of ACTS)
        for (const relation of ['TRANSFERRED_OUT', 'BROKEN_GLASS'] as const)
          if (refusalOf(role, act, relation) === null) expect(READING_ACTS).toContain(act);
    expect(refusalOf('ASSOCIATION_MANAGER', 'correct', 'TRANSFERRED_OUT')).toBe('read_only');
    expect(refusalOf('ASSOCIATION_MANAGER', 'correct', 'SAME_STRUCTURE')).toBeNull();
  });

  test.each<[Role, FileAct, Partial<FileFacts>, string]>([
    ['ASSOCIATION_CASEWORKER', 'read', { referentId: 'a colleague' }, 'out_of_reach'],
    ['ASSOCIATION_MANAGER', 'correct', { organisationId: null, referentId: null }, 'not_taken_in_charge'],
    ['ASSOCIATION_MANAGER', 'recordEvent', { organisationId: null, referentId: null }, 'not_taken_in_charge'],
    ['ASSOCIATION_MANAGER', 'assignOrganisation', {}, 'not_allowed_for_role'],
    ['OFII_AGENT', 'assignOrganisation', { organisationId: 'theirs' }, 'already_assigned'],
    ['OFII_AGENT', 'recordFollowUp', {}, 'not_allowed_for_role'],
    ['DEPARTMENT_REFERENT', 'correct', {}, 'not_allowed_for_role'],
    ['DEPARTMENT_REFERENT', 'actOnStalls', { department: '80' }, 'out_of_reach'],
    ['PREFECTURE_READER', 'read', {}, 'not_allowed_for_role'],
  ])('refuses %s to %s %j: %s', (role, act, given, refusal) => {
    expect(decide(actor(role), act, aFile(given))).toMatchObject({ allowed: false, refusal });
  });

  test('takes a sealed file away from whoever has no right over it by name, and gives it to nobody', () => {
    for (const role of ROLES)
      for (const act of ACTS) {
        const open = decide(actor(role), act, aFile());
        expect(decide(actor(role), act, aFile({ sealed: [] }))).toMatchObject({
          allowed: false,
          refusal: 'out_of_reach',
        });
        expect(decide(actor(role), act, aFile({ sealed: ['SEARCH', 'READ', 'LOCATE'] }))).toEqual(open);
        const unlocated = decide(actor(role), act, aFile({ sealed: ['SEARCH', 'READ'] }));
        expect(unlocated).toEqual(
          open.allowed && ['seal', 'assignReferent', 'transfer', 'enrol', 'merge'].includes(act)
            ? { allowed: false, relation: open.relation, refusal: 'not_located' }
            : open,
        );
      }
    const searched = aFile({ sealed: ['SEARCH'] });
    expect(decide(actor('ASSOCIATION_CASEWORKER'), 'find', searched).allowed).toBe(true);
    expect(decide(actor('ASSOCIATION_CASEWORKER'), 'read', searched).allowed).toBe(false);
  });

  test('reads the files that lists walk, and no others', () => {
    const isIn = (branch: ReachBranch, file: FileFacts): boolean =>
      branch.by === 'REFERENT'
        ? file.referentId === branch.referentId
        : branch.by === 'ORGANISATION'
          ? file.organisationId === branch.organisationId
          : file.department === branch.department && (branch.by === 'DEPARTMENT' || file.organisationId === null);
    for (const role of ROLES.filter((one) => mayEver(one, 'pathways.list')))
      for (const file of FILES) {
        const walked = reachOf(actor(role)).filter((branch) => isIn(branch, file)).length;
        expect([role, file, walked]).toEqual([role, file, decide(actor(role), 'read', file).allowed ? 1 : 0]);
      }
  });
});

describe('an emergency opening', () => {
  test.each<[Role, Partial<FileFacts>, boolean]>([
    ['ASSOCIATION_CASEWORKER', { referentId: 'a colleague' }, true],
    ['ASSOCIATION_CASEWORKER', { referentId: null }, true],
    ['ASSOCIATION_CASEWORKER', { referentId: 'a colleague', sealed: [] }, false],
    ['ASSOCIATION_CASEWORKER', { organisationId: 'theirs' }, false],
    ['ASSOCIATION_CASEWORKER', {}, false],
    ['ASSOCIATION_MANAGER', { organisationId: 'theirs' }, true],
    ['ASSOCIATION_MANAGER', { organisationId: 'theirs', sealed: ['SEARCH'] }, false],
    ['ASSOCIATION_MANAGER', { organisationId: 'theirs', department: '80' }, false],
    ['ASSOCIATION_MANAGER', { referentId: 'a colleague' }, false],
    ['OFII_AGENT', {}, false],
    ['DEPARTMENT_REFERENT', {}, false],
    ['ADMIN', {}, false],
  ])('by %s of %j: %s', (role, given, allowed) => {
    expect(mayBreakGlass(actor(role), aFile(given))).toBe(allowed);
  });

  test('is for what may not be read, by whoever has its action', () => {
    for (const role of ROLES) {
      expect(GLASS_BROKEN_BY[role] !== undefined).toBe(mayEver(role, 'pathways.breakGlass'));
      for (const relation of GLASS_BROKEN_BY[role] ?? [])
        expect([relationsOf(role).includes(relation), refusalOf(role, 'read', relation)]).toEqual([
          true,
          'out_of_reach',
        ]);
    }
  });
});

describe('what is granted on a file', () => {
  test('is what the table says of each act', () => {
    expect(grantsOn(actor('ASSOCIATION_MANAGER'), aFile({ organisationId: null, referentId: null }))).toEqual({
      ...NO_GRANTS,
      assignReferent: true,
    });
    expect(grantsOn(actor('OFII_AGENT'), aFile({ organisationId: null, referentId: null }))).toEqual({
      ...NO_GRANTS,
      recordEvent: true,
      assignOrganisation: true,
    });
    expect(grantsOn(actor('DEPARTMENT_REFERENT'), aFile())).toEqual({
      ...NO_GRANTS,
      actOnStalls: true,
      reveal: true,
    });
    expect(grantsOn(actor('ASSOCIATION_CASEWORKER'), aFile())).toEqual({
      ...NO_GRANTS,
      correct: true,
      enrol: true,
      tellApart: true,
      recordEvent: true,
      recordFollowUp: true,
      planTask: true,
      readAccesses: true,
      writeNote: true,
    });
  });
});

describe('what is shown of a file', () => {
  test('is nothing to a role that reads none', () => {
    const blind = ROLES.filter((role) => RIGHTS_OVER_FILES[role].read === undefined);
    expect(blind).toEqual(['PREFECTURE_READER', 'REGIONAL_READER', 'AUDITOR', 'ADMIN']);
    for (const role of blind) {
      expect(SHOWN[role]).toMatchObject({ domains: [], person: false, pauses: false, grounds: false, turns: false });
      expect(showsStall(actor(role), 'LANGUAGE_WAIT')).toBe(false);
    }
  });

  test('has neither health, nor housing, nor social links for the OFII', () => {
    const hidden = ['HEALTH', 'HOUSING', 'SOCIAL_LINKS'].filter((domain) => showsDomain(actor('OFII_AGENT'), domain));
    expect(hidden).toEqual([]);
    expect(showsDomain(actor('OFII_AGENT'), 'LANGUAGE')).toBe(true);
  });

  test('an OFII agent records of her domains what is not the follow-up', () => {
    const records = (event: object): boolean => mayRecord(actor('OFII_AGENT'), event as PathwayEvent);
    expect(records({ step: 'CIVIC_SESSION_1', status: 'DONE' })).toBe(true);
    expect(records({ contact: 'REACHED' })).toBe(false);
    expect(records({ silence: 'LANGUAGE_WAIT' })).toBe(false);
    expect(records({ pause: 'ILLNESS' })).toBe(false);
    expect(mayRecord(actor('ASSOCIATION_CASEWORKER'), { pause: 'ILLNESS' } as unknown as PathwayEvent)).toBe(true);
  });
});
