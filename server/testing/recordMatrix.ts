import { NOTE_VISIBILITIES, type NoteVisibility } from '../domain/access/notes.ts';
import type { Role } from '../domain/access/roles.ts';
import {
  FILE_NAMES,
  IMPORT_PLACES,
  isFollowed,
  isSealed,
  isTransferred,
  openerOf,
  placeOf,
  reachers,
  UNKNOWN,
  type FileName,
  type FileRecord,
  type ImportName,
  type Partly,
} from './accessRecords.ts';
import { ALLOWED, OPEN } from './accessTable.ts';
import type { Ask } from './askServer.ts';
import { emailOf, ORGANISATIONS, PASSWORD, PERSONAS, type PersonaName } from './personas.ts';
import { A_SESSION, SIGNED, SOMEONE } from './world.ts';

/** Who asks: every persona, somebody who is not signed in, and somebody whose account was closed since she signed in. */
export const NOT_SIGNED_IN = ['nobody', 'closed account'] as const;
export type Asker = PersonaName | (typeof NOT_SIGNED_IN)[number];
export const ASKERS: readonly Asker[] = [...(Object.keys(PERSONAS) as PersonaName[]), ...NOT_SIGNED_IN];

/** What came of a request: its status or, of a list, whether the record is in it. */
export type Verdict = string;

export interface Case {
  readonly operation: string;
  /** By which channel the record is named, and what is asked of it. */
  readonly what: string;
  readonly record: string;
  readonly ask: Ask;
  /** Of a list: what is looked for in it. */
  readonly looksFor?: string;
  /** It is looked for among others, which the list may well show: there is no filter that leaves it alone. */
  readonly amongOthers?: true;
  /** Of a file: where the person is, and where she was. Whoever is told either is told so by the verdict. */
  readonly places?: Pick<FileRecord, 'here' | 'formerly'>;
  /** Asked with a code that the asker has just read. */
  readonly withCode?: true;
  readonly expected: (asker: Asker) => Verdict;
}

export interface Records {
  readonly files: Record<FileName, FileRecord>;
  readonly imports: Record<ImportName, { readonly id: string }>;
}

const roleOf = (asker: Asker): Role | undefined =>
  asker in PERSONAS ? PERSONAS[asker as PersonaName].role : undefined;
const isManager = (asker: Asker): boolean => roleOf(asker) === 'ASSOCIATION_MANAGER';
const isOfii = (asker: Asker): boolean => roleOf(asker) === 'OFII_AGENT';
const isReferent = (asker: Asker): boolean => roleOf(asker) === 'DEPARTMENT_REFERENT';

/** Before any record: who one is, then what one’s trade is. */
function refusedBefore(operation: string, asker: Asker): Verdict | undefined {
  if (ALLOWED[operation] === OPEN) return undefined;
  const role = roleOf(asker);
  if (role === undefined) return '401';
  return ALLOWED[operation]?.includes(role) === true ? undefined : '403';
}

/** A version that no file has: whoever reaches the file, and may change it, is told that it is stale; nothing is written. */
const STALE = { ifMatch: '"0"' };

interface OnFile {
  readonly what: string;
  readonly ask: (file: FileRecord) => Ask;
  readonly looksFor?: 'id' | 'transferId';
  /** Looked for instead: what is said of the record to whoever reaches it. */
  readonly looksForWords?: string;
  readonly amongOthers?: true;
  readonly withCode?: true;
  readonly files?: (file: FileName) => boolean;
  /** What is answered to whoever reaches the file and has the trade. */
  readonly letIn: (asker: Asker, file: FileName) => Verdict;
  /** The same, of a file that she only reads: nothing is done there, and no list has it. */
  readonly lent?: (asker: Asker, file: FileName) => Verdict;
  /** Of a sealed file: where it asks SEARCH, or SEARCH too; and what it answers without LOCATE. */
  readonly asksSearch?: 'ALONE' | 'TOO';
  readonly unlocated?: Verdict;
}

const NOT_FOUND = '404 not_found';
const STALE_FACTOR = '403 fresh_factor_needed';
const NOT_TAKEN = '409 not_taken_in_charge';
const READ_ONLY = '409 read_only';
const NOT_LOCATED = '403 not_located';
const always = (verdict: Verdict) => (): Verdict => verdict;
const partlyOf = (asker: Asker, file: FileName): Partly | undefined => placeOf(file)?.partly?.[asker as PersonaName];
/** Written in by the structure once somebody follows it: before, it has to be taken in charge. */
const onceFollowed = (asker: Asker, file: FileName): Verdict =>
  isManager(asker) && !isFollowed(file) ? NOT_TAKEN : '412';
const event = (what: string, body: object, letIn: OnFile['letIn']): OnFile => ({
  what: `path, ${what}`,
  ask: ({ id }) => ({ method: 'POST', path: `/api/pathways/${id}/events`, body, ...STALE }),
  letIn,
});
/** Nothing of the follow-up, and nothing of the domains that she does not read, is the OFII agent’s to record. */
const notByTheOfii = (asker: Asker, file: FileName): Verdict =>
  isOfii(asker) ? '403 domain_not_allowed' : onceFollowed(asker, file);
const filter = (given: object): string => `filter=${encodeURIComponent(JSON.stringify(given))}`;
const list = (what: string, path: (file: FileRecord) => string, letIn: OnFile['letIn'] = always('shown')): OnFile => ({
  what,
  ask: (file) => ({ method: 'GET', path: path(file) }),
  looksFor: 'id',
  letIn,
});

const OF_A_DRAFT = ['note', 'entry', 'correct'];
const NO_ACCOUNT = '00000000-0000-4000-8000-00000000bfff';
/** Of the structure that follows the file; asked so that nothing comes of it. */
const structureOnly = (act: string, body: object, letIn: Verdict): OnFile => ({
  what: `path, ${act}`,
  ask: ({ id }) => ({ method: 'POST', path: `/api/pathways/${id}/${act}`, body }),
  letIn: (_asker, file) => (isFollowed(file) ? letIn : NOT_TAKEN),
});
/** What a referent reads tells no place; what left tells where she was; what is lent in an emergency, where she is. */
const telling = (letIn: string, partly: Partial<Record<Partly, string>> = {}) => {
  return (asker: Asker, file: FileName): Verdict => {
    const how = partlyOf(asker, file);
    return `200${isReferent(asker) ? '' : how === undefined ? letIn : (partly[how] ?? '')}`;
  };
};
const readAs = (how: ReturnType<typeof telling>): Pick<OnFile, 'letIn' | 'lent'> => ({ letIn: how, lent: how });

/** Of her structure, she has the session; in it, whoever she follows, and where she is sealed, may open and locate. */
const inASession = (there: Verdict, without: Verdict) => {
  return (asker: Asker, file: FileName): Verdict => {
    const opener = openerOf(file);
    if (opener === undefined || !(asker in PERSONAS)) return NOT_FOUND;
    if (PERSONAS[opener].organisation !== PERSONAS[asker as PersonaName].organisation) return NOT_FOUND;
    return isFollowed(file) && reachers(file).includes(asker as PersonaName) ? there : without;
  };
};

const EMERGENCY = 'Son enfant est aux urgences, sa référente absente.';
/** Opened to whom it is not there, and who is near enough; not to whoever reads it. */
const inAnEmergency = (asker: Asker, file: FileName): Verdict => {
  if (placeOf(file)?.opensTo.includes(asker as PersonaName) === true) return '201';
  const how = partlyOf(asker, file);
  if (how === 'IN_AN_EMERGENCY') return '409 already_open';
  const reads = reachers(file).includes(asker as PersonaName) || (how !== undefined && how !== 'FOUND');
  return reads ? '409 already_reached' : NOT_FOUND;
};

/** By their managers. */
const BOTH_ENDS: readonly Asker[] = ['manager', 'neighbourManager'];
const onTransfer = (act: string, by: PersonaName, body?: object): OnFile => ({
  what: 'path, the transfer',
  ask: ({ transferId }) => ({
    method: 'POST',
    path: `/api/transfers/${transferId}/${act}`,
    ...(body === undefined ? {} : { body }),
  }),
  files: (file) => file === UNKNOWN || isTransferred(file),
  letIn: (asker, file) => (isTransferred(file) && asker === by ? '409 transfer_already_answered' : NOT_FOUND),
});

/** A note is named with its file: read by those for whom it was written, among those who read the file. */
const ofNote = (visibility: NoteVisibility, asked: (path: string) => Ask, letIn: OnFile['letIn']): OnFile => ({
  what: `path, ${visibility}`,
  ask: ({ id, notes }) => asked(`/api/pathways/${id}/notes/${notes[visibility]}`),
  letIn: (asker, file) => {
    const author = openerOf(file);
    const isOfHerStructure =
      author !== undefined &&
      asker in PERSONAS &&
      PERSONAS[author].organisation === PERSONAS[asker as PersonaName].organisation;
    const isForHer = visibility === 'PRIVATE' ? asker === author : visibility === 'SHARED' || isOfHerStructure;
    return isForHer ? letIn(asker, file) : NOT_FOUND;
  },
});
const eachNote = (asked: (path: string) => Ask, letIn: OnFile['letIn'], lent: Verdict): OnFile[] =>
  NOTE_VISIBILITIES.map((visibility) => {
    const one = ofNote(visibility, asked, letIn);
    const whereItLeft = ofNote(visibility, asked, always(lent)).letIn;
    // An emergency makes nobody a colleague: what is for every reader is for her, and nothing else.
    const inAnEmergency = visibility === 'SHARED' ? lent : NOT_FOUND;
    return {
      ...one,
      lent: (asker, file) => (partlyOf(asker, file) === 'IN_AN_EMERGENCY' ? inAnEmergency : whereItLeft(asker, file)),
    };
  });
const byItsAuthor = (asker: Asker, file: FileName): Verdict =>
  isFollowed(file) ? (asker === openerOf(file) ? '412' : '403 not_the_author') : NOT_TAKEN;
/** And by whoever manages the structure that follows the person. */
const orAManager = (asker: Asker, file: FileName): Verdict =>
  isFollowed(file) && isManager(asker) ? '412' : byItsAuthor(asker, file);

const ON = '2026-03-01';
const NOW = telling(', here', { AS_IT_LEFT: ', formerly', IN_AN_EMERGENCY: ', here' });
/** She moved after the file had left: its former structure is not told. */
const MOVES = telling(', here, formerly', { IN_AN_EMERGENCY: ', here, formerly' });
/** Each operation on a file, by each channel through which a file may be named. */
const FILE_CASES: Record<string, readonly OnFile[]> = {
  readPathway: [
    { what: 'path', ask: ({ id }) => ({ method: 'GET', path: `/api/pathways/${id}` }), ...readAs(NOW) },
    {
      what: 'path, on a past day',
      ask: ({ id }) => ({ method: 'GET', path: `/api/pathways/${id}?asOf=${ON}` }),
      ...readAs(NOW),
    },
    {
      what: 'path, as known before it was opened',
      ask: ({ id }) => ({ method: 'GET', path: `/api/pathways/${id}?knownAt=2020-01-01` }),
      letIn: always('404 not_known_yet'),
      lent: always('404 not_known_yet'),
    },
  ],
  readHistory: [
    { what: 'path', ask: ({ id }) => ({ method: 'GET', path: `/api/pathways/${id}/history` }), ...readAs(MOVES) },
  ],
  correctPathway: [
    {
      what: 'path, where she is',
      ask: ({ id }) => ({
        method: 'PUT',
        path: `/api/pathways/${id}`,
        body: { person: { phone: '0600000000' } },
        ...STALE,
      }),
      letIn: onceFollowed,
      // Whoever is not told where she is does not say it either.
      unlocated: '403 location_not_allowed',
    },
    {
      what: 'path, her name',
      ask: ({ id }) => ({
        method: 'PUT',
        path: `/api/pathways/${id}`,
        body: { person: { usageName: 'Autrement' } },
        ...STALE,
      }),
      letIn: onceFollowed,
    },
    {
      what: 'path, the facts',
      ask: ({ id }) => ({
        method: 'PUT',
        path: `/api/pathways/${id}`,
        body: { facts: { enteredFranceOn: '2025-05-11' } },
        ...STALE,
      }),
      letIn: onceFollowed,
    },
  ],
  restoreField: [
    {
      what: 'path, a change that is not',
      ask: ({ id }) => ({
        method: 'POST',
        path: `/api/pathways/${id}/restore`,
        body: { changeId: '00000000-0000-4000-8000-000000000001', reason: 'Saisi par erreur' },
        ...STALE,
      }),
      letIn: onceFollowed,
    },
  ],
  recordEvent: [
    event('a step of the office', { step: 'CIVIC_SESSION_1', status: 'DONE', on: ON }, onceFollowed),
    event('a step of health', { step: 'HEALTH_COVER', status: 'DONE', on: ON }, notByTheOfii),
    event('a contact', { contact: 'REACHED', on: ON }, notByTheOfii),
    event('a pause', { pause: 'ILLNESS', on: ON }, notByTheOfii),
    event('a closure', { closure: 'GOALS_MET', on: ON }, notByTheOfii),
    event(
      'a silence',
      { silence: 'NO_HEALTH_COVER', on: ON, until: '2026-04-01', reason: 'REQUEST_FILED' },
      notByTheOfii,
    ),
    event('a retraction', { retracts: '00000000-0000-4000-8000-000000000001' }, onceFollowed),
  ],
  assignPathway: [
    ...[{ referentId: null }, { referentId: PERSONAS.caseworker.id }].map((body): OnFile => ({
      what: `path, referentId ${String(body.referentId)}`,
      ask: ({ id }) => ({ method: 'POST', path: `/api/pathways/${id}/assign`, body, ...STALE }),
      letIn: (asker, file) => (isOfii(asker) && isFollowed(file) ? '409 already_assigned' : '412'),
      unlocated: NOT_LOCATED,
    })),
    {
      what: 'path, a structure, of a version that is not',
      ask: ({ id }) => ({
        method: 'POST',
        path: `/api/pathways/${id}/assign`,
        body: { organisationId: ORGANISATIONS.north.id },
        ...STALE,
      }),
      // From one structure to another, only a transfer goes; the one that follows it already is named by nobody again.
      letIn: (asker, file) => (isOfii(asker) && isFollowed(file) ? '409 already_assigned' : '412'),
      unlocated: NOT_LOCATED,
    },
    {
      what: 'path, a structure that is not',
      ask: ({ id }) => ({
        method: 'POST',
        path: `/api/pathways/${id}/assign`,
        body: { organisationId: NO_ACCOUNT },
      }),
      letIn: (asker, file) => (isOfii(asker) && isFollowed(file) ? '409 already_assigned' : '422'),
      unlocated: NOT_LOCATED,
    },
  ],
  // What is sealed stays where it is.
  exportPathways: [
    {
      ...list(
        'filter id',
        ({ id }) => `/api/exports/pathways?${filter({ id: [id] })}`,
        (_asker, file) => (isSealed(file) ? 'hidden' : 'shown'),
      ),
      amongOthers: true,
    },
  ],
  listPathways: [
    list('filter id', ({ id }) => `/api/pathways?${filter({ id: [id] })}`),
    list(
      'filter id, sorted and paged',
      ({ id }) => `/api/pathways?${filter({ id: [id] })}&sort=["number","DESC"]&range=[0,9]`,
    ),
    // The referent knows no name; everybody finds by number.
    {
      ...list(
        'filter q, the name',
        ({ name }) => `/api/pathways?${filter({ q: name })}`,
        (asker) => (isReferent(asker) ? 'hidden' : 'shown'),
      ),
      asksSearch: 'TOO',
    },
    {
      ...list(
        'filter q, the number',
        ({ number }) => `/api/pathways?${filter({ q: number })}`,
        () => 'shown',
      ),
      asksSearch: 'TOO',
    },
  ],
  listStalls: [
    list('filter pathwayId', ({ id }) => `/api/stalls?${filter({ pathwayId: id, state: 'WATCH' })}`),
    list(
      'filter pathwayId, on a past day',
      ({ id }) => `/api/stalls?${filter({ pathwayId: id, state: 'WATCH', asOf: '2026-03-09' })}`,
    ),
  ],
  searchPeople: [
    {
      ...list('body, the name', () => ''),
      asksSearch: 'ALONE',
      ask: ({ name }) => ({ method: 'POST', path: '/api/people/search', body: { text: name } }),
    },
    {
      ...list('body, the number', () => ''),
      asksSearch: 'ALONE',
      ask: ({ number }) => ({ method: 'POST', path: '/api/people/search', body: { text: number } }),
    },
    {
      ...list('body, the foreigner number', () => ''),
      asksSearch: 'ALONE',
      ask: ({ foreignerNumber }) => ({ method: 'POST', path: '/api/people/search', body: { text: foreignerNumber } }),
    },
  ],
  findDuplicates: [
    {
      ...list('body, the name and the birth', () => ''),
      asksSearch: 'ALONE',
      ask: ({ name }) => ({
        method: 'POST',
        path: '/api/people/duplicates',
        body: { birthName: name, firstNames: SOMEONE.firstNames, birth: SOMEONE.birth },
      }),
    },
    {
      ...list('body, the foreigner number', () => ''),
      asksSearch: 'ALONE',
      ask: ({ foreignerNumber }) => ({ method: 'POST', path: '/api/people/duplicates', body: { foreignerNumber } }),
    },
  ],
  listDuplicates: [
    {
      what: 'path',
      ask: ({ id }) => ({ method: 'GET', path: `/api/pathways/${id}/duplicates` }),
      letIn: (_asker, file) => (isFollowed(file) ? '200' : NOT_TAKEN),
    },
  ],
  // Of itself, which is nobody else: nothing is compared, nor merged.
  previewMerge: [
    {
      what: 'path and body',
      ask: ({ id }) => ({ method: 'POST', path: `/api/pathways/${id}/merge/preview`, body: { otherId: id } }),
      letIn: (_asker, file) => (isFollowed(file) ? '422' : NOT_TAKEN),
      unlocated: NOT_LOCATED,
    },
  ],
  mergePathways: [
    {
      what: 'path and body',
      ask: ({ id }) => ({
        method: 'POST',
        path: `/api/pathways/${id}/merge`,
        body: { otherId: id, otherVersion: 0 },
        ...STALE,
      }),
      letIn: (_asker, file) => (isFollowed(file) ? '422' : NOT_TAKEN),
      unlocated: NOT_LOCATED,
    },
  ],
  listMerges: [
    {
      what: 'path',
      ask: ({ id }) => ({ method: 'GET', path: `/api/pathways/${id}/merges` }),
      letIn: (_asker, file) => (isFollowed(file) ? '200' : NOT_TAKEN),
      unlocated: NOT_LOCATED,
    },
  ],
  unmergePathways: [
    {
      what: 'path',
      ask: ({ id }) => ({
        method: 'POST',
        path: `/api/pathways/${id}/unmerge`,
        body: { mergeId: NO_ACCOUNT },
        ...STALE,
      }),
      letIn: (_asker, file) => (isFollowed(file) ? '412' : NOT_TAKEN),
      unlocated: NOT_LOCATED,
    },
  ],
  // Of itself, which is nobody else: nothing is remembered.
  tellApart: [
    {
      what: 'path and body',
      ask: ({ id }) => ({ method: 'POST', path: `/api/pathways/${id}/told-apart`, body: { pathwayId: id } }),
      letIn: (_asker, file) => (isFollowed(file) ? '422' : NOT_TAKEN),
    },
  ],
  sealPathway: [
    {
      ...structureOnly(
        'seal',
        { reason: 'Personne recherchée', holders: [{ accountId: NO_ACCOUNT, rights: ['READ'] }] },
        '422',
      ),
      unlocated: NOT_LOCATED,
    },
  ],
  // Asked of none whose seal would be lifted by it; lifting a seal has its own tests.
  unsealPathway: [
    {
      ...structureOnly('unseal', {}, '409 not_sealed'),
      files: (file) => placeOf(file)?.rights === undefined || !reachers(file).includes('manager'),
      unlocated: NOT_LOCATED,
    },
  ],
  readSeal: [
    {
      what: 'path',
      ask: ({ id }) => ({ method: 'GET', path: `/api/pathways/${id}/seal` }),
      letIn: (_asker, file) => (isFollowed(file) ? '200' : NOT_TAKEN),
    },
  ],
  askTransfer: [
    {
      ...structureOnly('transfers', { organisationId: NO_ACCOUNT, reason: 'Déménagement' }, '422'),
      unlocated: NOT_LOCATED,
    },
  ],
  listTransfers: [
    {
      ...list('filter pathwayId', ({ id }) => `/api/transfers?${filter({ pathwayId: id })}`),
      letIn: (asker, file) =>
        placeOf(file)?.transferSeenBy?.includes(asker as PersonaName) === true ? 'shown' : 'hidden',
    },
    {
      ...list('filter id', ({ transferId }) => `/api/transfers?${filter({ id: [transferId] })}`),
      looksFor: 'transferId',
      letIn: (asker, file) => (isTransferred(file) && BOTH_ENDS.includes(asker) ? 'shown' : 'hidden'),
    },
  ],
  // Each is for one of the two ends, and was answered.
  acceptTransfer: [onTransfer('accept', 'neighbourManager')],
  refuseTransfer: [onTransfer('refuse', 'neighbourManager', { reason: 'Plus de place' })],
  cancelTransfer: [onTransfer('cancel', 'manager')],
  revealName: [
    {
      what: 'path',
      ask: ({ id }) => ({
        method: 'POST',
        path: `/api/pathways/${id}/reveal`,
        body: { reason: 'Réunion de situation' },
      }),
      letIn: always('200'),
    },
  ],
  // A code first: without a right one, nothing is told of any file.
  breakGlass: [
    {
      what: 'path, without a code',
      ask: ({ id }) => ({ method: 'POST', path: `/api/pathways/${id}/break-glass`, body: { reason: EMERGENCY } }),
      letIn: always('422'),
    },
    {
      what: 'path, with a code',
      ask: ({ id }) => ({ method: 'POST', path: `/api/pathways/${id}/break-glass`, body: { reason: EMERGENCY } }),
      withCode: true,
      letIn: inAnEmergency,
    },
  ],
  breakGlassByNumber: [
    {
      what: 'body, the number, without a code',
      ask: ({ number }) => ({ method: 'POST', path: '/api/openings', body: { number, reason: EMERGENCY } }),
      letIn: always('422'),
    },
    {
      what: 'body, the number, with a code',
      ask: ({ number }) => ({ method: 'POST', path: '/api/openings', body: { number, reason: EMERGENCY } }),
      withCode: true,
      letIn: inAnEmergency,
    },
  ],
  listOpenings: [
    list(
      'filter pathwayId',
      ({ id }) => `/api/openings?${filter({ pathwayId: id })}`,
      (asker, file) => (placeOf(file)?.openingsSeenBy?.includes(asker as PersonaName) === true ? 'shown' : 'hidden'),
    ),
  ],
  readWeek: [
    {
      ...list(
        'what is hers to follow',
        () => '/api/week',
        (asker, file) => (asker === openerOf(file) && !isManager(asker) ? 'shown' : 'hidden'),
      ),
      amongOthers: true,
    },
  ],
  listTasks: [
    {
      what: 'path',
      ask: ({ id }) => ({ method: 'GET', path: `/api/pathways/${id}/tasks` }),
      letIn: (_asker, file) => (isFollowed(file) ? '200' : NOT_TAKEN),
    },
  ],
  planTask: [structureOnly('tasks', { what: 'Rappeler', dueOn: '2026-03-11' }, '201')],
  changeTask: [
    {
      what: 'path',
      ask: ({ id, taskId }) => ({
        method: 'PUT',
        path: `/api/pathways/${id}/tasks/${taskId}`,
        body: { state: 'DONE' },
        ...STALE,
      }),
      letIn: onceFollowed,
    },
  ],
  readDraft: OF_A_DRAFT.map((form) => ({
    what: `path, ${form}`,
    ask: ({ id }) => ({ method: 'GET', path: `/api/drafts/${form}:${id}` }),
    letIn: (_asker, file) => (isFollowed(file) ? '200' : NOT_TAKEN),
  })),
  // Of no version that is: nothing is written.
  keepDraft: OF_A_DRAFT.map((form) => ({
    what: `path, ${form}`,
    ask: ({ id }) => ({ method: 'PUT', path: `/api/drafts/${form}:${id}`, body: { value: {} }, ifMatch: '"9"' }),
    letIn: onceFollowed,
  })),
  discardDraft: OF_A_DRAFT.map((form) => ({
    what: `path, ${form}`,
    ask: ({ id }) => ({ method: 'DELETE', path: `/api/drafts/${form}:${id}`, ifMatch: '"9"' }),
    letIn: (_asker, file) => (isFollowed(file) ? '200' : NOT_TAKEN),
  })),
  listSessionsOfFile: [
    {
      what: 'path',
      ask: ({ id }) => ({ method: 'GET', path: `/api/pathways/${id}/group-sessions` }),
      letIn: (_asker, file) => (isFollowed(file) ? '200' : NOT_TAKEN),
      // It says where she will be.
      unlocated: NOT_LOCATED,
    },
  ],
  readGroupSession: [
    {
      what: 'path, the session',
      ask: ({ sessionId }) => ({ method: 'GET', path: `/api/group-sessions/${sessionId}` }),
      looksFor: 'id',
      amongOthers: true,
      letIn: inASession('shown', 'hidden'),
    },
  ],
  enrolInGroupSession: [
    {
      what: 'body, the file, enrolled already',
      ask: ({ id, sessionId }) => ({
        method: 'POST',
        path: `/api/group-sessions/${sessionId}/enrolments`,
        body: { pathwayIds: [id] },
      }),
      looksFor: 'id',
      looksForWords: 'already_enrolled',
      amongOthers: true,
      letIn: inASession('shown', 'hidden'),
    },
  ],
  recordAttendance: [
    {
      what: 'body, the file',
      ask: ({ id, sessionId }) => ({
        method: 'PUT',
        path: `/api/group-sessions/${sessionId}/attendance`,
        body: { rows: [{ pathwayId: id, attendance: 'PRESENT' }] },
        ifMatch: '*',
      }),
      letIn: inASession('200', '422'),
    },
  ],
  listNotes: [
    {
      what: 'path',
      ask: ({ id }) => ({ method: 'GET', path: `/api/pathways/${id}/notes` }),
      letIn: always('200'),
      lent: always('200'),
    },
  ],
  recordEntry: (
    [
      ['a contact', { event: { contact: 'REACHED', on: ON } }],
      ['a note', { note: { text: 'Une note', visibility: 'STRUCTURE' } }],
      [
        'a contact, a note, and what is next',
        {
          event: { contact: 'REACHED', on: ON },
          note: { text: 'Une note', visibility: 'STRUCTURE' },
          next: { what: 'Rappeler', dueOn: '2026-03-11' },
        },
      ],
    ] as const
  ).map(([what, body]) => ({
    what: `path, ${what}`,
    ask: ({ id }) => ({ method: 'POST', path: `/api/pathways/${id}/entries`, body, ...STALE }),
    letIn: (_asker, file) => (isFollowed(file) ? '412' : NOT_TAKEN),
  })),
  writeNote: [structureOnly('notes', { text: 'Une note', visibility: 'STRUCTURE' }, '201')],
  readNote: eachNote((path) => ({ method: 'GET', path }), always('200'), '200'),
  correctNote: eachNote(
    (path) => ({ method: 'PUT', path, body: { text: 'Corrigée', visibility: 'SHARED' }, ...STALE }),
    byItsAuthor,
    READ_ONLY,
  ),
  withdrawNote: eachNote(
    (path) => ({ method: 'POST', path: `${path}/withdraw`, body: { reason: 'Écrite par erreur' }, ...STALE }),
    orAManager,
    READ_ONLY,
  ),
  countPrivateNotes: [
    {
      what: 'path',
      ask: ({ id }) => ({ method: 'GET', path: `/api/pathways/${id}/private-notes` }),
      letIn: (_asker, file) => (isFollowed(file) ? '200' : NOT_TAKEN),
    },
  ],
  listAccesses: [
    {
      what: 'path',
      ask: ({ id }) => ({ method: 'GET', path: `/api/pathways/${id}/accesses` }),
      letIn: (_asker, file) => (isFollowed(file) ? '200' : NOT_TAKEN),
    },
  ],
  readAccessExtract: [
    {
      what: 'path',
      ask: ({ id }) => ({ method: 'GET', path: `/api/pathways/${id}/accesses/extract` }),
      letIn: (_asker, file) => (isFollowed(file) ? '200' : NOT_TAKEN),
    },
  ],
  actOnStall: [
    {
      what: 'path, the stall',
      ask: ({ stallId }) => ({
        method: 'POST',
        path: `/api/stalls/${stallId}/actions`,
        body: { action: 'CALL_CASEWORKER' },
      }),
      letIn: always('201'),
    },
  ],
};

/** Where reaching the file is not what decides: their expectations say of everybody what she is answered. */
const ASKED_OF_ALL: ReadonlySet<string> = new Set([
  'breakGlass',
  'breakGlassByNumber',
  'listOpenings',
  'readGroupSession',
  'enrolInGroupSession',
  'recordAttendance',
  'listTransfers',
  'acceptTransfer',
  'refuseTransfer',
  'cancelTransfer',
]);

function expectedOf(operation: string, one: OnFile, { asker, file }: { asker: Asker; file: FileName }): Verdict {
  const before = refusedBefore(operation, asker);
  if (before !== undefined) return before;
  if (ASKED_OF_ALL.has(operation)) return one.letIn(asker, file);
  const absent = one.looksFor === undefined ? NOT_FOUND : 'hidden';
  if (reachers(file).includes(asker as PersonaName)) return one.letIn(asker, file);
  const { asksSearch, unlocated = one.letIn(asker, file), lent = always(READ_ONLY) } = one;
  switch (partlyOf(asker, file)) {
    case undefined:
      return absent;
    case 'AS_IT_LEFT':
    case 'IN_AN_EMERGENCY':
      return one.looksFor === undefined ? lent(asker, file) : 'hidden';
    case 'FOUND':
      return asksSearch === 'ALONE' ? one.letIn(asker, file) : absent;
    case 'READ':
      return asksSearch === undefined ? unlocated : absent;
    case 'READ_AND_FOUND':
      return unlocated;
  }
}

function fileCases({ files }: Records): Case[] {
  return Object.entries(FILE_CASES).flatMap(([operation, cases]) =>
    cases.flatMap((one) =>
      FILE_NAMES.filter(one.files ?? (() => true)).map((file): Case => ({
        operation,
        what: one.what,
        record: file,
        ask: one.ask(files[file]),
        places: files[file],
        ...(one.looksFor === undefined ? {} : { looksFor: one.looksForWords ?? files[file][one.looksFor] }),
        ...(one.amongOthers === undefined ? {} : { amongOthers: one.amongOthers }),
        ...(one.withCode === undefined ? {} : { withCode: one.withCode }),
        expected: (asker) => expectedOf(operation, one, { asker, file }),
      })),
    ),
  );
}

function importCases({ imports }: Records): Case[] {
  const paths: Record<string, readonly [method: string, path: string, letIn: Verdict]> = {
    readImport: ['GET', '', '200'],
    listImportLines: ['GET', '/lines', '200'],
    // It was confirmed already.
    confirmImport: ['POST', '/confirm', '409 import_not_ready'],
  };
  return Object.entries(paths).flatMap(([operation, [method, path, letIn]]) =>
    [...(Object.keys(IMPORT_PLACES) as ImportName[]), UNKNOWN as ImportName].map((name): Case => ({
      operation,
      what: 'path',
      record: name,
      ask: { method, path: `/api/imports/${imports[name].id}${path}` },
      expected: (asker) => refusedBefore(operation, asker) ?? (name === 'of her office' ? letIn : '404 not_found'),
    })),
  );
}

/** Departments whose figures each reader is shown. */
const FIGURES_OF: Partial<Record<PersonaName, readonly string[]>> = {
  referent: ['59'],
  prefecture: ['59'],
  referentSomme: ['80'],
  region: ['59', '80'],
};
/** Professionals whom a manager may name or list, among those whose identifier she has. */
const COLLEAGUES: Partial<Record<PersonaName, readonly PersonaName[]>> = {
  manager: ['caseworker', 'colleague', 'manager'],
  neighbourManager: ['neighbour', 'neighbourManager'],
  sommeManager: ['sommeManager'],
};

function otherCases(): Case[] {
  const figures = ['59', '80', '75'].map((department): Case => ({
    operation: 'readPrefectureReport',
    what: 'query',
    record: `department ${department}`,
    ask: { method: 'GET', path: `/api/reports/prefecture?department=${department}&period=2026-Q1&asOf=2026-03-10` },
    expected: (asker) =>
      refusedBefore('readPrefectureReport', asker) ??
      (FIGURES_OF[asker as PersonaName]?.includes(department) === true ? '200' : '404 not_found'),
  }));
  const people = (['caseworker', 'colleague', 'neighbour', 'sommeManager', 'ofii'] as const).map((name): Case => ({
    operation: 'listCaseworkers',
    what: 'filter id',
    record: name,
    ask: { method: 'GET', path: `/api/caseworkers?${filter({ id: [PERSONAS[name].id] })}` },
    looksFor: PERSONAS[name].id,
    expected: (asker) =>
      refusedBefore('listCaseworkers', asker) ??
      (COLLEAGUES[asker as PersonaName]?.includes(name) === true ? 'shown' : 'hidden'),
  }));
  const noPeople: Case = {
    operation: 'listCaseworkers',
    what: 'filter id',
    record: UNKNOWN,
    ask: { method: 'GET', path: `/api/caseworkers?${filter({ id: [NO_ACCOUNT] })}` },
    looksFor: NO_ACCOUNT,
    expected: (asker) => refusedBefore('listCaseworkers', asker) ?? 'hidden',
  };
  const unknown = (
    [
      ['unlinkIdentity', 'DELETE', '/api/session/identities/$', undefined],
      ['endOwnSession', 'DELETE', '/api/sessions/$', undefined],
      ['changeGroupSession', 'PUT', '/api/group-sessions/$', { seats: 3 }],
      ['changeView', 'PUT', '/api/views/$', { isShared: true }],
      ['deleteView', 'DELETE', '/api/views/$', undefined],
      ['withdrawFromGroupSession', 'DELETE', `/api/group-sessions/$/enrolments/${NO_ACCOUNT}`, undefined],
      ['readOrganisation', 'GET', '/api/organisations/$', undefined],
      ['readAccount', 'GET', '/api/accounts/$', undefined],
      // Closing an account does not wait for a code.
      ['disableAccount', 'POST', '/api/accounts/$/disable', undefined],
    ] as const
  ).map(([operation, method, path, body]): Case => ({
    operation,
    what: 'path',
    record: UNKNOWN,
    ask: { method, path: path.replace('$', NO_ACCOUNT), ...(body === undefined ? {} : { body, ...STALE }) },
    expected: (asker) => refusedBefore(operation, asker) ?? '404 not_found',
  }));
  // A session of the tests shows no second factor: what asks for a fresh one says so, before any record is looked for.
  const stale = (
    [
      ['inviteIdentity', 'POST', '/api/accounts/$/identity-invitations', undefined],
      ['renameOrganisation', 'PUT', '/api/organisations/$', { name: 'Autre' }],
      ['changeAccount', 'PUT', '/api/accounts/$', { displayName: 'Autre' }],
      ['enableAccount', 'POST', '/api/accounts/$/enable', undefined],
      ['inviteAgain', 'POST', '/api/accounts/$/invitation', undefined],
      ['makeResetLink', 'POST', '/api/accounts/$/reset-link', undefined],
      ['resetSecondFactor', 'POST', '/api/accounts/$/factor-reset', { reason: 'Téléphone perdu' }],
    ] as const
  ).map(([operation, method, path, body]): Case => ({
    operation,
    what: 'path',
    record: UNKNOWN,
    ask: { method, path: path.replace('$', NO_ACCOUNT), ...(body === undefined ? {} : { body }), ...STALE },
    expected: (asker) => refusedBefore(operation, asker) ?? STALE_FACTOR,
  }));
  return [...figures, ...people, noPeople, ...unknown, ...stale];
}

const A_THRESHOLD = { warn: { n: 20, unit: 'DAY' }, limit: { n: 30, unit: 'DAY' } };

/** Operations that name no record: once each. */
const PLAIN: Record<string, readonly [ask: Ask, letIn: Verdict]> = {
  readInstance: [{ method: 'GET', path: '/api/instance' }, '200'],
  readSession: [{ method: 'GET', path: '/api/session' }, '200'],
  computePlan: [
    { method: 'POST', path: '/api/pathways/plan', body: { facts: {}, events: [], today: '2026-03-10' } },
    '200',
  ],
  openPathway: [{ method: 'POST', path: '/api/pathways', body: { person: SOMEONE, facts: SIGNED } }, '201'],
  startImport: [{ method: 'POST', path: '/api/imports', file: 'nom;prenom\n' }, '202'],
  listImports: [{ method: 'GET', path: '/api/imports' }, '200'],
  listTransfers: [{ method: 'GET', path: '/api/transfers' }, '200'],
  listOpenings: [{ method: 'GET', path: '/api/openings' }, '200'],
  listGroupSessions: [{ method: 'GET', path: '/api/group-sessions' }, '200'],
  openGroupSession: [{ method: 'POST', path: '/api/group-sessions', body: A_SESSION }, '201'],
  // What is new is of those whom one follows, and of what others did: it has tests of its own.
  readNews: [{ method: 'GET', path: '/api/week/news' }, '200'],
  markNewsSeen: [{ method: 'POST', path: '/api/week/news/seen', body: { until: '2026-03-01T08:00:00.000Z' } }, '200'],
  listViews: [{ method: 'GET', path: '/api/views' }, '200'],
  saveView: [
    {
      method: 'POST',
      path: '/api/views',
      body: { list: 'stalls', name: 'Une vue', isShared: false, filter: { severity: 'CRITICAL' } },
    },
    '201',
  ],
  listAudit: [{ method: 'GET', path: '/api/audit' }, '200'],
  listIdentities: [{ method: 'GET', path: '/api/session/identities' }, '200'],
  // No provider is configured: there is nothing there.
  linkIdentity: [{ method: 'POST', path: '/api/session/identities', body: { password: PASSWORD } }, '404 not_found'],
  startIdentitySignIn: [{ method: 'POST', path: '/api/session/oidc', body: {} }, '404 not_found'],
  finishIdentitySignIn: [{ method: 'GET', path: '/api/session/oidc/callback' }, '404 not_found'],
  listOrganisations: [{ method: 'GET', path: '/api/organisations' }, '200'],
  listThresholds: [{ method: 'GET', path: '/api/thresholds' }, '200'],
  publishThresholds: [
    {
      method: 'POST',
      path: '/api/thresholds',
      body: { effectiveOn: '2026-03-11', rules: { LANGUAGE_WAIT: A_THRESHOLD }, reason: 'Essai' },
    },
    '201',
  ],
  simulateThresholds: [
    {
      method: 'POST',
      path: '/api/thresholds/simulation',
      body: { effectiveOn: '2026-03-11', rules: { CIVIC_ABSENCE: A_THRESHOLD } },
    },
    '200',
  ],
  readSecondFactor: [{ method: 'GET', path: '/api/session/factor' }, '200'],
  renewSecondFactor: [{ method: 'POST', path: '/api/session/factor', body: { code: '000000' } }, '422'],
  startEnrolment: [{ method: 'POST', path: '/api/session/enrolment' }, STALE_FACTOR],
  confirmEnrolment: [
    { method: 'POST', path: '/api/session/enrolment/confirm', body: { code: '000000' } },
    STALE_FACTOR,
  ],
  replaceRecoveryCodes: [{ method: 'POST', path: '/api/session/recovery-codes' }, STALE_FACTOR],
  changePassword: [
    { method: 'POST', path: '/api/session/password', body: { currentPassword: PASSWORD, newPassword: PASSWORD } },
    STALE_FACTOR,
  ],
  usePasswordLink: [
    { method: 'POST', path: '/api/password-links', body: { token: 'inconnu', newPassword: PASSWORD } },
    '404 link_not_valid',
  ],
  listOwnSessions: [{ method: 'GET', path: '/api/sessions' }, '200'],
  endOtherSessions: [{ method: 'DELETE', path: '/api/sessions' }, '200'],
  listAccounts: [{ method: 'GET', path: '/api/accounts' }, '200'],
  makeAccount: [
    {
      method: 'POST',
      path: '/api/accounts',
      body: {
        email: 'nouvelle@test.example',
        role: 'AUDITOR',
        organisationId: ORGANISATIONS.platform.id,
        departments: [],
        displayName: 'Nouvelle',
      },
    },
    STALE_FACTOR,
  ],
  makeOrganisation: [
    { method: 'POST', path: '/api/organisations', body: { name: 'Nouvelle', kind: 'ASSOCIATION', department: '59' } },
    STALE_FACTOR,
  ],
  // Last: whoever signs in has another session afterwards, and whoever signs out none.
  signIn: [{ method: 'POST', path: '/api/session', body: { email: emailOf('caseworker'), password: PASSWORD } }, '200'],
  signOut: [{ method: 'DELETE', path: '/api/session' }, '200'],
};

function plainCases(): Case[] {
  return Object.entries(PLAIN).map(([operation, [ask, letIn]]) => ({
    operation,
    what: 'no record',
    record: 'none',
    ask,
    expected: (asker) => refusedBefore(operation, asker) ?? letIn,
  }));
}

/** What everybody asks of everything, and what must be answered. */
export function allCases(records: Records): Case[] {
  return [...fileCases(records), ...importCases(records), ...otherCases(), ...plainCases()];
}

/** Operations that the table says nothing of, and those that it speaks of and nobody serves. */
export function operationsWithoutExpectation(served: readonly string[], cases: readonly Case[]): string[] {
  const expected = new Set(cases.map(({ operation }) => operation));
  return [
    ...served.filter((operation) => !expected.has(operation)),
    ...[...expected].filter((one) => !served.includes(one)).map((one) => `${one} (not served)`),
  ];
}
