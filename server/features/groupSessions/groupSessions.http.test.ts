import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Enrolments, GroupSessionRow, GroupSessionView, SessionOfFile } from '../../contract/groupSession.ts';
import type { PathwayFile } from '../../contract/pathway.ts';
import { ORGANISATIONS, PERSONAS, type PersonaName } from '../../testing/personas.ts';
import { A_SESSION, createWorld, testClock, type FileGiven, type World } from '../../testing/world.ts';

const clock = testClock('2026-03-10T08:00:00.000Z');
let world: World;
beforeAll(async () => {
  world = await createWorld({ clock });
});
afterAll(() => world.close());

interface Told<T> {
  readonly status: number;
  readonly body: T & { readonly code?: string; readonly errors?: object; readonly detail?: string };
  readonly headers: Record<string, string>;
}
const PATH = '/api/group-sessions';
const told = <T>(answer: unknown): Told<T> => answer as Told<T>;
async function get<T = GroupSessionView>(name: PersonaName, path: string): Promise<Told<T>> {
  return told<T>(await (await world.as(name)).get(path));
}
async function post<T = GroupSessionView>(name: PersonaName, path: string, body: object): Promise<Told<T>> {
  return told<T>(await (await world.as(name)).post(path, body));
}
async function put(name: PersonaName, path: string, body: object, version?: number): Promise<Told<GroupSessionView>> {
  const asked = (await world.as(name)).put(path, body);
  if (version !== undefined) asked.set('If-Match', `"${version}"`);
  return told<GroupSessionView>(await asked);
}
async function aSession(given: object = {}, by: PersonaName = 'caseworker'): Promise<GroupSessionView> {
  const { status, body } = await post(by, PATH, { ...A_SESSION, ...given });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body;
}
async function enrol(name: PersonaName, { id }: { id: string }, ...files: { id: string }[]): Promise<Told<Enrolments>> {
  return post<Enrolments>(name, `${PATH}/${id}/enrolments`, { pathwayIds: files.map((file) => file.id) });
}
const outcomes = ({ body }: Told<Enrolments>): string[] => body.results.map(({ outcome, code }) => code ?? outcome);
async function aSessionOf(files: { id: string }[], given: object = {}): Promise<GroupSessionView> {
  const session = await aSession(given);
  await enrol('caseworker', session, ...files);
  return (await get('caseworker', `${PATH}/${session.id}`)).body;
}
const row = (file: { id: string }, attendance = 'PRESENT', more: object = {}): object => ({
  pathwayId: file.id,
  attendance,
  ...more,
});
async function sign(name: PersonaName, session: GroupSessionView, rows: object[]): Promise<Told<GroupSessionView>> {
  return put(name, `${PATH}/${session.id}/attendance`, { rows }, session.version);
}
/** The hours that count in a file: what stands of its attendance. */
async function hoursOf({ id }: { id: string }): Promise<(number | string)[][]> {
  const { body } = await get<PathwayFile>('manager', `/api/pathways/${id}`);
  const events = body.events as {
    id: string;
    attendance?: string;
    attendedHours?: number;
    plannedHours?: number;
    corrects?: string;
    retracts?: string;
  }[];
  const gone = new Set(
    events.flatMap(({ corrects, retracts }) => [corrects, retracts].filter((one) => one !== undefined)),
  );
  return events.flatMap(({ id: event, attendance, attendedHours = 0, plannedHours = 0 }) =>
    attendance === undefined || gone.has(event) ? [] : [[attendance, attendedHours, plannedHours]],
  );
}
const files = (count: number, given: FileGiven = {}): Promise<PathwayFile[]> =>
  Array.from({ length: count }).reduce<Promise<PathwayFile[]>>(
    async (all) => [...(await all), await world.aFile(given)],
    Promise.resolve([]),
  );
async function seal({ id }: { id: string }, rights: readonly string[], to: PersonaName = 'caseworker'): Promise<void> {
  await world.owner.query(
    `insert into seal_rights (pathway_id, account_id, right_to) select $1, $2, r from unnest($3::text[]) as r`,
    [id, PERSONAS[to].id, rights],
  );
  await world.owner.query('update pathways set sealed = true where id = $1', [id]);
}

describe('a session', () => {
  test('is read by its structure, and by nobody else', async () => {
    const session = await aSession({ level: 'A1_1' });
    expect(session).toEqual({
      ...A_SESSION,
      id: session.id,
      level: 'A1_1',
      cancelled: false,
      seatsLeft: 12,
      people: 0,
      unsigned: 0,
      organisationName: ORGANISATIONS.north.name,
      today: '2026-03-10',
      changedAt: session.changedAt,
      changedByName: 'Test caseworker',
      enrolled: [],
      others: 0,
      version: session.version,
    });
    for (const name of ['colleague', 'manager'] as const)
      expect([name, (await get(name, `${PATH}/${session.id}`)).status]).toEqual([name, 200]);
    for (const name of ['neighbour', 'neighbourManager', 'sommeManager'] as const)
      expect([name, (await get(name, `${PATH}/${session.id}`)).status]).toEqual([name, 404]);
    for (const name of ['ofii', 'referent', 'prefecture', 'region', 'auditor', 'admin'] as const)
      expect([name, (await get(name, `${PATH}/${session.id}`)).body.code]).toEqual([name, 'not_allowed_for_role']);
    const { body } = await get<GroupSessionRow[]>('neighbourManager', PATH);
    expect(body).toEqual([]);
  });

  test.each([
    [{}, 201, undefined],
    [{ endsAt: '09:00' }, 422, 'ends_before_start'],
    [{ hours: 3.25 }, 422, 'hours_over_duration'],
    [{ hours: 2.75 }, 201, undefined],
    [{ hours: 2.8 }, 422, 'body_does_not_fit'],
    [{ hours: 0 }, 422, 'body_does_not_fit'],
    [{ seats: 0 }, 422, 'body_does_not_fit'],
    [{ seats: 1 }, 201, undefined],
    [{ startsAt: '24:00' }, 422, 'body_does_not_fit'],
    [{ heldOn: '2026-02-30' }, 422, 'body_does_not_fit'],
    [{ level: 'Z9' }, 422, 'body_does_not_fit'],
    [{ title: '' }, 422, 'body_does_not_fit'],
    [{ teacher: 'x' }, 422, 'body_does_not_fit'],
  ])('with %o: %i', async (given, status, code) => {
    const answer = await post('caseworker', PATH, { ...A_SESSION, ...given });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test('is corrected on the version that was read, and keeps its day once it has come', async () => {
    const session = await aSession({ heldOn: '2026-03-11' });
    const path = `${PATH}/${session.id}`;
    expect((await put('colleague', path, { seats: 5 })).status).toBe(428);
    expect((await put('colleague', path, { seats: 5 }, session.version + 1)).status).toBe(412);
    const moved = await put('colleague', path, { seats: 5, heldOn: '2026-03-10' }, session.version);
    expect([moved.status, moved.body.seats, moved.body.heldOn]).toEqual([200, 5, '2026-03-10']);
    expect((await put('colleague', path, { heldOn: '2026-03-11' }, moved.body.version)).body.code).toBe('session_held');
    expect((await put('colleague', path, { title: 'Autre' }, session.version)).status).toBe(412);
    expect((await put('colleague', path, { title: 'Autre' }, moved.body.version)).body.title).toBe('Autre');
    expect((await put('neighbour', path, { title: 'Autre' }, moved.body.version)).status).toBe(404);
  });

  test('is listed by day, to come or past, and while somebody is not signed for', async () => {
    const [file] = await files(1);
    if (file === undefined) throw new Error('No file');
    const past = await aSessionOf([file], { heldOn: '2026-03-09', title: 'Passée' });
    const next = await aSessionOf([file], { heldOn: '2026-03-11', title: 'À venir' });
    const listed = async (filter: object): Promise<GroupSessionRow[]> =>
      (await get<GroupSessionRow[]>('caseworker', `${PATH}?range=[0,99]&filter=${JSON.stringify(filter)}`)).body;
    const ids = async (filter: object): Promise<string[]> => (await listed(filter)).map(({ id }) => id);
    expect(await ids({ when: 'PAST' })).toEqual([past.id]);
    expect(await ids({ when: 'UPCOMING' })).toContain(next.id);
    expect(await ids({ when: 'UPCOMING' })).not.toContain(past.id);
    expect(await ids({ unsigned: true })).toEqual([past.id]);
    expect(await listed({ when: 'PAST' })).toMatchObject([{ people: 1, unsigned: 1, seatsLeft: 11 }]);
    await sign('caseworker', past, [row(file)]);
    expect(await ids({ unsigned: true })).toEqual([]);
    expect((await get('caseworker', `${PATH}?filter={"when":"SOON"}`)).body.code).toBe('invalid_filter');
    expect((await get('caseworker', `${PATH}?filter={"place":"x"}`)).body.code).toBe('unknown_filter');
  });

  test('is cancelled and restored: it keeps its people, who are free elsewhere; nobody is enrolled nor signed for', async () => {
    const [file, other] = await files(2);
    if (file === undefined || other === undefined) throw new Error('No file');
    const session = await aSessionOf([file], { heldOn: '2026-03-10', title: 'Annulée' });
    const path = `${PATH}/${session.id}`;
    expect((await put('caseworker', path, { cancelled: true })).status).toBe(428);
    expect((await put('neighbour', path, { cancelled: true }, session.version)).status).toBe(404);
    const { status, body: cancelled } = await put('colleague', path, { cancelled: true }, session.version);
    expect([status, cancelled.cancelled, cancelled.changedByName]).toEqual([412, undefined, undefined]);
    const own = await put('caseworker', path, { cancelled: true }, session.version);
    expect([own.status, own.body.cancelled, own.body.people, own.body.unsigned]).toEqual([200, true, 1, 0]);
    const toSign = await get<GroupSessionRow[]>('caseworker', `${PATH}?filter={"unsigned":true}`);
    expect(toSign.body.map(({ id }) => id)).not.toContain(session.id);

    expect(outcomes(await enrol('caseworker', session, other))).toEqual(['session_cancelled']);
    expect((await sign('caseworker', own.body, [row(file)])).body.code).toBe('session_cancelled');
    expect(await hoursOf(file)).toEqual([]);
    // At the same hour, elsewhere: she is free.
    const instead = await aSession({ heldOn: '2026-03-10', title: 'À la place' });
    expect(outcomes(await enrol('caseworker', instead, file))).toEqual(['ENROLLED']);

    const restored = await put('caseworker', path, { cancelled: false }, own.body.version);
    expect([restored.status, restored.body.cancelled, restored.body.unsigned]).toEqual([200, false, 1]);
    expect(outcomes(await enrol('caseworker', session, other))).toEqual(['ENROLLED']);
    const read = await get('caseworker', path);
    const signed = await sign('caseworker', read.body, [row(file)]);
    expect([signed.status, await hoursOf(file)]).toEqual([200, [['LANGUAGE', 3, 3]]]);
    expect((await put('caseworker', path, { cancelled: true }, signed.body.version)).body.code).toBe('session_signed');
  });

  test('is cancelled by whoever does not see that somebody sealed was signed for, as if she were not there', async () => {
    const [hidden] = await files(1);
    if (hidden === undefined) throw new Error('No file');
    const session = await aSessionOf([hidden], { heldOn: '2026-03-10', title: 'Avec elle' });
    await sign('caseworker', session, [row(hidden)]);
    await seal(hidden, ['SEARCH', 'READ', 'LOCATE'], 'manager');
    const [seen, whole] = [
      await get('caseworker', `${PATH}/${session.id}`),
      await get('manager', `${PATH}/${session.id}`),
    ];
    expect([seen.body.people, whole.body.people]).toEqual([0, 1]);
    const refused = await put('manager', `${PATH}/${session.id}`, { cancelled: true }, whole.body.version);
    expect(refused.body.code).toBe('session_signed');
    const { status } = await put('caseworker', `${PATH}/${session.id}`, { cancelled: true }, seen.body.version);
    expect(status).toBe(200);
  });
});

describe('enrolling', () => {
  test('answers of each: those who may be are, the others are told why', async () => {
    const [first, second, third] = (await files(3)) as [PathwayFile, PathwayFile, PathwayFile];
    const session = await aSession({ seats: 2 });
    const answer = await enrol('caseworker', session, first, { id: randomUUID() }, second, third, first);
    expect(answer.status).toBe(200);
    expect(outcomes(answer)).toEqual(['ENROLLED', 'out_of_reach', 'ENROLLED', 'session_full', 'already_enrolled']);
    expect(answer.body.seatsLeft).toBe(0);
    const { body } = await get('caseworker', `${PATH}/${session.id}`);
    expect(body.enrolled.map(({ pathwayId }) => pathwayId).sort()).toEqual([first.id, second.id].sort());
    expect([body.seatsLeft, body.people, body.unsigned]).toEqual([0, 2, 2]);
  });

  test('refuses a clash, not a session that follows', async () => {
    const [file] = (await files(1)) as [PathwayFile];
    await aSessionOf([file], { title: 'Atelier CV' });
    const clash = await aSession({ startsAt: '11:30', endsAt: '14:30' });
    const after = await aSession({ startsAt: '12:00', endsAt: '15:00' });
    expect(outcomes(await enrol('caseworker', clash, file))).toEqual(['session_clash']);
    expect(outcomes(await enrol('caseworker', after, file))).toEqual(['ENROLLED']);
  });

  test('refuses another level than the one known, the last that a test said', async () => {
    const placed = (outcome: string, on: string): object => ({ step: 'PLACEMENT_TEST', status: 'DONE', on, outcome });
    const [unknown] = (await files(1)) as [PathwayFile];
    const known = await world.aFile({ events: [placed('A1_1', '2026-02-01')] });
    const level = async (code: string): Promise<GroupSessionView> => aSession({ level: code });
    expect(outcomes(await enrol('caseworker', await level('A2'), known, unknown))).toEqual(['wrong_level', 'ENROLLED']);
    expect(outcomes(await enrol('caseworker', await level('A1_1'), known))).toEqual(['ENROLLED']);
  });

  test('refuses whoever is closed before its day, not on it', async () => {
    const [file] = (await files(1)) as [PathwayFile];
    await post('caseworker', `/api/pathways/${file.id}/events`, { closure: 'GOALS_MET', on: '2026-03-10' });
    expect(outcomes(await enrol('caseworker', await aSession({ heldOn: '2026-03-11' }), file))).toEqual([
      'pathway_closed',
    ]);
    expect(outcomes(await enrol('caseworker', await aSession(), file))).toEqual(['ENROLLED']);
  });

  test('of two at once, one has the last seat', async () => {
    const [one, other] = (await files(2)) as [PathwayFile, PathwayFile];
    const session = await aSession({ seats: 1 });
    const both = await Promise.all([enrol('caseworker', session, one), enrol('manager', session, other)]);
    expect(both.flatMap(outcomes).sort()).toEqual(['ENROLLED', 'session_full']);
    expect((await get('manager', `${PATH}/${session.id}`)).body).toMatchObject({ people: 1, seatsLeft: 0 });
  });

  test('is asked with a key, and the same key enrols once', async () => {
    const [file] = (await files(1)) as [PathwayFile];
    const session = await aSession();
    const key = randomUUID();
    const ask = async (): Promise<Told<Enrolments>> =>
      told(
        await (
          await world.as('caseworker')
        )
          .post(`${PATH}/${session.id}/enrolments`, { pathwayIds: [file.id] })
          .set('Idempotency-Key', key),
      );
    expect((await ask()).body).toEqual((await ask()).body);
    expect((await get('caseworker', `${PATH}/${session.id}`)).body.people).toBe(1);
    expect((await post('neighbour', `${PATH}/${session.id}/enrolments`, { pathwayIds: [file.id] })).status).toBe(404);
  });

  test('is taken back: the seat is free, and the hours are no longer told', async () => {
    const [file] = (await files(1)) as [PathwayFile];
    const session = await aSessionOf([file]);
    await sign('caseworker', session, [row(file)]);
    expect(await hoursOf(file)).toEqual([['LANGUAGE', 3, 3]]);
    const path = `${PATH}/${session.id}/enrolments/${file.id}`;
    expect((await (await world.as('colleague')).delete(path)).status).toBe(404);
    const { status, body } = told<GroupSessionView>(await (await world.as('caseworker')).delete(path));
    expect([status, body.people, body.seatsLeft]).toEqual([200, 0, 12]);
    expect(await hoursOf(file)).toEqual([]);
    expect((await (await world.as('caseworker')).delete(path)).status).toBe(404);
  });
});

describe('signing', () => {
  test('of everybody at once tells each file its hours, and the course its ratio', async () => {
    const [came, early, absent, excused] = (await files(4)) as [PathwayFile, PathwayFile, PathwayFile, PathwayFile];
    const session = await aSessionOf([came, early, absent, excused]);
    const signed = await sign('caseworker', session, [
      row(came),
      row(early, 'PRESENT', { attendedHours: 1.5 }),
      row(absent, 'ABSENT'),
      row(excused, 'EXCUSED', { absenceReason: 'APPOINTMENT' }),
    ]);
    expect([signed.status, signed.body.unsigned]).toEqual([200, 0]);
    expect(session.enrolled.map(({ signedBy }) => signedBy)).toEqual([null, null, null, null]);
    expect(signed.body.enrolled.map(({ signedBy }) => signedBy)).toEqual(
      Array(4).fill({ id: PERSONAS.caseworker.id, name: 'Test caseworker' }),
    );
    expect(
      Object.fromEntries(
        signed.body.enrolled.map((one) => [one.pathwayId, [one.attendance, one.attendedHours, one.absenceReason]]),
      ),
    ).toEqual({
      [came.id]: ['PRESENT', 3, null],
      [early.id]: ['PRESENT', 1.5, null],
      [absent.id]: ['ABSENT', 0, null],
      [excused.id]: ['EXCUSED', 0, 'APPOINTMENT'],
    });
    expect(await hoursOf(came)).toEqual([['LANGUAGE', 3, 3]]);
    expect(await hoursOf(early)).toEqual([['LANGUAGE', 1.5, 3]]);
    expect(await hoursOf(absent)).toEqual([['LANGUAGE', 0, 3]]);
    expect(await hoursOf(excused)).toEqual([['LANGUAGE', 0, 3]]);
  });

  test('feeds the stall on attendance, and clears it when it is corrected', async () => {
    const [file] = (await files(1)) as [PathwayFile];
    const long = { startsAt: '08:00', endsAt: '18:00', hours: 10 };
    const stalled = async (): Promise<boolean> =>
      (await get<PathwayFile>('caseworker', `/api/pathways/${file.id}`)).body.stalls.some(
        ({ rule, state }) => rule === 'LANGUAGE_ATTENDANCE' && state === 'STALLED',
      );
    const first = await aSessionOf([file], { ...long, heldOn: '2026-03-08' });
    const second = await aSessionOf([file], { ...long, heldOn: '2026-03-09' });
    await sign('caseworker', first, [row(file, 'ABSENT')]);
    expect(await stalled()).toBe(false);
    const { body } = await sign('caseworker', second, [row(file)]);
    expect([body.enrolled[0]?.attendance, await stalled()]).toEqual(['PRESENT', true]);
    const again = (await get('caseworker', `${PATH}/${first.id}`)).body;
    await sign('caseworker', again, [row(file)]);
    expect(await stalled()).toBe(false);
    expect(await hoursOf(file)).toEqual([
      ['LANGUAGE', 10, 10],
      ['LANGUAGE', 10, 10],
    ]);
  });

  test('again as it was tells nothing more; corrected, it counts once', async () => {
    const [file] = (await files(1)) as [PathwayFile];
    const session = await aSessionOf([file]);
    const first = await sign('caseworker', session, [row(file)]);
    const again = await sign('caseworker', first.body, [row(file)]);
    expect([again.status, again.body.version]).toEqual([200, first.body.version]);
    const version = async (): Promise<number> =>
      (await get<PathwayFile>('caseworker', `/api/pathways/${file.id}`)).body.version;
    const before = await version();
    const corrected = await sign('caseworker', again.body, [row(file, 'ABSENT', { absenceReason: 'WORK' })]);
    expect(corrected.body.version).not.toBe(first.body.version);
    expect(await version()).toBe(before + 1);
    expect(await hoursOf(file)).toEqual([['LANGUAGE', 0, 3]]);
  });

  test('after what was mended in the file: corrects the mend, and tells again what was taken back', async () => {
    const [file] = (await files(1)) as [PathwayFile];
    const session = await aSessionOf([file]);
    const first = await sign('caseworker', session, [row(file)]);
    const event = async (): Promise<string> =>
      ((await get<PathwayFile>('caseworker', `/api/pathways/${file.id}`)).body.events.at(-1) as { id: string }).id;
    const mend = {
      attendance: 'LANGUAGE',
      on: '2026-03-10',
      attendedHours: 2,
      plannedHours: 3,
      corrects: await event(),
    };
    expect((await post('caseworker', `/api/pathways/${file.id}/events`, mend)).status).toBe(201);
    const second = await sign('caseworker', first.body, [row(file, 'ABSENT')]);
    expect(await hoursOf(file)).toEqual([['LANGUAGE', 0, 3]]);
    await post('caseworker', `/api/pathways/${file.id}/events`, { retracts: await event() });
    await sign('caseworker', second.body, [row(file, 'PRESENT', { attendedHours: 1 })]);
    expect(await hoursOf(file)).toEqual([['LANGUAGE', 1, 3]]);
  });

  test.each([
    ['WORKSHOP', []],
    ['INFORMATION', []],
    ['CIVIC', [['CIVIC', 3, 3]]],
  ])('of %s tells the file %o', async (kind, hours) => {
    const [file] = (await files(1)) as [PathwayFile];
    const session = await aSessionOf([file], { kind });
    expect((await sign('caseworker', session, [row(file)])).body.unsigned).toBe(0);
    expect(await hoursOf(file)).toEqual(hours);
  });

  test.each([
    ['2026-03-11', 422, 'session_to_come'],
    ['2026-03-10', 200, undefined],
    ['2026-03-09', 200, undefined],
  ])('a session of %s today, 10 March: %i', async (heldOn, status, code) => {
    const [file] = (await files(1)) as [PathwayFile];
    const session = await aSessionOf([file], { heldOn });
    const answer = await sign('caseworker', session, [row(file)]);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test.each([
    [{ attendedHours: 3.25 }, 422, 'hours_over_session'],
    [{ attendedHours: 3 }, 200, undefined],
    [{ attendance: 'ABSENT', attendedHours: 1 }, 422, 'hours_of_absence'],
    [{ absenceReason: 'WORK' }, 422, 'reason_of_presence'],
    [{ attendance: 'ABSENT', absenceReason: 'ILLNESS' }, 422, 'body_does_not_fit'],
    [{ attendance: 'LATE' }, 422, 'body_does_not_fit'],
  ])('with %o: %i, all of it or nothing', async (given, status, code) => {
    const [good, bad] = (await files(2)) as [PathwayFile, PathwayFile];
    const session = await aSessionOf([good, bad]);
    const answer = await sign('caseworker', session, [row(good), { ...row(bad), ...given }]);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((await get('caseworker', `${PATH}/${session.id}`)).body.unsigned).toBe(status === 200 ? 0 : 2);
    if (code?.includes('_') === true && code !== 'body_does_not_fit')
      expect(answer.body.errors).toMatchObject({ rows: { 1: expect.any(Object) } });
    expect(await hoursOf(good)).toHaveLength(status === 200 ? 1 : 0);
  });

  test('of a file closed meanwhile says which line, and signs nobody', async () => {
    const [good, closed] = (await files(2)) as [PathwayFile, PathwayFile];
    const session = await aSessionOf([good, closed]);
    await post('caseworker', `/api/pathways/${closed.id}/events`, { closure: 'GOALS_MET', on: '2026-03-09' });
    const seen = (await get('caseworker', `${PATH}/${session.id}`)).body;
    expect([seen.unsigned, seen.enrolled.find(({ pathwayId }) => pathwayId === closed.id)?.closed]).toEqual([1, true]);
    const answer = await sign('caseworker', seen, [row(good), row(closed)]);
    expect([answer.status, answer.body.code]).toEqual([409, 'pathway_closed']);
    expect(answer.body.detail).not.toContain('Alma');
    expect(Object.keys((answer.body.errors as { rows: object }).rows)).toEqual(['1']);
    expect(await hoursOf(good)).toEqual([]);
    expect((await sign('caseworker', seen, [row(good)])).status).toBe(200);
  });

  test('asks for the version that was read; of two at once, one is told', async () => {
    const [one, other] = (await files(2)) as [PathwayFile, PathwayFile];
    const session = await aSessionOf([one, other]);
    const path = `${PATH}/${session.id}/attendance`;
    expect((await put('caseworker', path, { rows: [row(one)] })).status).toBe(428);
    expect((await put('caseworker', path, { rows: [row(one)] }, session.version + 1)).status).toBe(412);
    const [a, b] = await Promise.all([
      sign('caseworker', session, [row(one)]),
      sign('manager', session, [row(one, 'ABSENT')]),
    ]);
    expect([a.status, b.status].sort()).toEqual([200, 412]);
    expect(await hoursOf(one)).toHaveLength(1);
    // Whoever was told reads again, and completes: what was entered stays.
    const now = (await get('manager', `${PATH}/${session.id}`)).body;
    const before = now.enrolled.find(({ pathwayId }) => pathwayId === one.id);
    const completed = await sign('manager', now, [row(other)]);
    expect(completed.body.enrolled.find(({ pathwayId }) => pathwayId === one.id)).toEqual(before);
    expect(completed.body.unsigned).toBe(0);
  });
});

describe('whom a session names', () => {
  test('those whom the reader follows; of the others, how many', async () => {
    const [mine] = (await files(1)) as [PathwayFile];
    const [theirs] = (await files(1, { by: 'colleague' })) as [PathwayFile];
    const session = await aSessionOf([mine]);
    expect(outcomes(await enrol('caseworker', session, theirs))).toEqual(['out_of_reach']);
    expect(outcomes(await enrol('colleague', session, theirs))).toEqual(['ENROLLED']);
    const seen = async (name: PersonaName): Promise<[string[], number, number]> => {
      const { body } = await get(name, `${PATH}/${session.id}`);
      return [body.enrolled.map(({ pathwayId }) => pathwayId).sort(), body.others, body.seatsLeft];
    };
    expect(await seen('caseworker')).toEqual([[mine.id], 1, 10]);
    expect(await seen('colleague')).toEqual([[theirs.id], 1, 10]);
    expect(await seen('manager')).toEqual([[mine.id, theirs.id].sort(), 0, 10]);
    // Each enters hers: what a colleague enters does not refuse it.
    const [one, other] = await Promise.all([
      get('caseworker', `${PATH}/${session.id}`),
      get('colleague', `${PATH}/${session.id}`),
    ]);
    expect((await sign('colleague', other.body, [row(theirs)])).status).toBe(200);
    expect((await sign('caseworker', one.body, [row(theirs)])).body.code).toBe('not_enrolled');
    expect((await sign('caseworker', one.body, [row(mine)])).status).toBe(200);
  });

  test('nothing in it tells of somebody sealed to whoever may not open and locate her', async () => {
    const [open, hunted] = (await files(2)) as [PathwayFile, PathwayFile];
    const seen = async (name: PersonaName): Promise<string> => {
      const { body, headers } = await get(name, `${PATH}/${session.id}`);
      const { body: listed } = await get<GroupSessionRow[]>(name, `${PATH}?range=[0,99]`);
      return JSON.stringify([body, headers['etag'], listed.find(({ id }) => id === session.id)]);
    };
    const session = await aSessionOf([open], { seats: 2 });
    await seal(hunted, ['SEARCH', 'READ', 'LOCATE']);
    const before = { manager: await seen('manager'), colleague: await seen('colleague') };
    // Whoever may, enrols her and signs for her: she takes no seat that others count.
    expect(outcomes(await enrol('caseworker', session, hunted))).toEqual(['ENROLLED']);
    const own = (await get('caseworker', `${PATH}/${session.id}`)).body;
    expect([own.people, own.others, own.seatsLeft]).toEqual([2, 0, 1]);
    expect((await sign('caseworker', own, [row(hunted)])).status).toBe(200);
    expect({ manager: await seen('manager'), colleague: await seen('colleague') }).toEqual(before);
    // To the others she is nobody, as one who does not exist.
    for (const id of [hunted.id, randomUUID()]) {
      expect(outcomes(await enrol('manager', session, { id }))).toEqual(['out_of_reach']);
      const read = (await get('manager', `${PATH}/${session.id}`)).body;
      expect((await sign('manager', read, [row({ id })])).body.code).toBe('not_enrolled');
      expect((await (await world.as('manager')).delete(`${PATH}/${session.id}/enrolments/${id}`)).status).toBe(404);
    }
    // The last seat is given as if she were not there.
    const [last] = (await files(1)) as [PathwayFile];
    expect(outcomes(await enrol('manager', session, last))).toEqual(['ENROLLED']);
  });

  test('to open her file is not enough: a session says where she will be', async () => {
    const [hunted] = (await files(1)) as [PathwayFile];
    const session = await aSessionOf([hunted]);
    await seal(hunted, ['SEARCH', 'READ']);
    const { body } = await get('caseworker', `${PATH}/${session.id}`);
    expect([body.enrolled, body.people, body.seatsLeft]).toEqual([[], 0, 12]);
    expect(outcomes(await enrol('caseworker', await aSession(), hunted))).toEqual(['not_located']);
    await seal(hunted, ['LOCATE']);
    expect((await get('caseworker', `${PATH}/${session.id}`)).body.people).toBe(1);
  });

  test('not whoever left for another structure: neither of them reads it, and her seat is free', async () => {
    const [file] = (await files(1)) as [PathwayFile];
    const session = await aSessionOf([file], { heldOn: '2026-03-20' });
    const asked = await post<{ id: string }>('manager', `/api/pathways/${file.id}/transfers`, {
      organisationId: ORGANISATIONS.neighbour.id,
      reason: 'Déménagement',
    });
    await post('neighbourManager', `/api/transfers/${asked.body.id}/accept`, {});
    for (const name of ['caseworker', 'manager'] as const) {
      const { body } = await get(name, `${PATH}/${session.id}`);
      expect([name, body.enrolled, body.others, body.seatsLeft]).toEqual([name, [], 0, 12]);
    }
    expect((await get('neighbourManager', `${PATH}/${session.id}`)).status).toBe(404);
    const theirs = await aSession({ heldOn: '2026-03-20' }, 'neighbourManager');
    expect(outcomes(await enrol('neighbourManager', theirs, file))).toEqual(['ENROLLED']);
  });

  test('is written in the trail: one entry an act, with the files that it told or changed', async () => {
    const [one, other] = (await files(2)) as [PathwayFile, PathwayFile];
    const session = await aSessionOf([one]);
    await enrol('caseworker', session, other, { id: randomUUID() });
    await sign('caseworker', (await get('caseworker', `${PATH}/${session.id}`)).body, [row(one)]);
    const { rows } = await world.owner.query<{ operation: string; files: number }>(
      `select operation, cardinality(pathway_ids) as files from audit_entries where asked_id = $1 order by at`,
      [session.id],
    );
    expect(rows.map(({ operation, files: count }) => [operation, count])).toEqual([
      ['openGroupSession', 0],
      ['enrolInGroupSession', 1],
      ['readGroupSession', 1],
      ['enrolInGroupSession', 1],
      ['readGroupSession', 2],
      ['recordAttendance', 2],
    ]);
  });
});

describe('the sessions to come of a file', () => {
  const ofFile = (name: PersonaName, { id }: { id: string }): Promise<Told<SessionOfFile[]>> =>
    get<SessionOfFile[]>(name, `/api/pathways/${id}/group-sessions`);
  const titles = ({ body }: Told<SessionOfFile[]>): string[] => body.map(({ title }) => title);

  test('are told with when and where, the nearest first; a cancelled one says so; what is past or signed for is not', async () => {
    const [file, other] = (await files(2)) as [PathwayFile, PathwayFile];
    const later = await aSessionOf([file, other], { heldOn: '2026-03-12', title: 'Après-demain' });
    const tomorrow = await aSessionOf([file], { heldOn: '2026-03-11', title: 'Demain' });
    await aSessionOf([file], { heldOn: '2026-03-09', title: 'Hier' });
    const today = await aSessionOf([file], { heldOn: '2026-03-10', title: 'Aujourd’hui' });
    await aSession({ heldOn: '2026-03-11', title: 'Sans elle' });
    expect(titles(await ofFile('caseworker', file))).toEqual(['Aujourd’hui', 'Demain', 'Après-demain']);
    await sign('caseworker', today, [row(file)]);
    await put('caseworker', `${PATH}/${tomorrow.id}`, { cancelled: true }, tomorrow.version);
    const { kind, title, heldOn, startsAt, endsAt, place } = later;
    expect((await ofFile('manager', file)).body).toEqual([
      expect.objectContaining({ title: 'Demain', cancelled: true }),
      // Who else comes is not told by it.
      { id: later.id, kind, title, heldOn, startsAt, endsAt, place, cancelled: false },
    ]);
  });

  test('are for whoever may enrol her: not for a colleague, another structure, the office, a referent', async () => {
    const [file] = (await files(1)) as [PathwayFile];
    await aSessionOf([file], { heldOn: '2026-03-12' });
    for (const name of ['caseworker', 'manager'] as const)
      expect([name, (await ofFile(name, file)).body.length]).toEqual([name, 1]);
    for (const name of ['colleague', 'neighbour', 'neighbourManager'] as const)
      expect([name, (await ofFile(name, file)).body.code]).toEqual([name, 'not_found']);
    for (const name of ['ofii', 'referent', 'auditor', 'admin'] as const)
      expect([name, (await ofFile(name, file)).body.code]).toEqual([name, 'not_allowed_for_role']);
    const { rows } = await world.owner.query<{ account_id: string }>(
      `select account_id from audit_entries where operation = 'listSessionsOfFile' and $1 = any (pathway_ids) order by at`,
      [file.id],
    );
    expect(rows.map(({ account_id: id }) => id)).toEqual([PERSONAS.caseworker.id, PERSONAS.manager.id]);
  });

  test('say where she will be: of somebody sealed, to whoever may locate her', async () => {
    const [hunted] = (await files(1)) as [PathwayFile];
    await aSessionOf([hunted], { heldOn: '2026-03-12' });
    await seal(hunted, ['SEARCH', 'READ']);
    const refused = await ofFile('caseworker', hunted);
    expect([refused.status, refused.body.code]).toEqual([403, 'not_located']);
    expect((await get<PathwayFile>('caseworker', `/api/pathways/${hunted.id}`)).body.grants.enrol).toBe(false);
    expect((await ofFile('manager', hunted)).status).toBe(404);
    await seal(hunted, ['LOCATE']);
    expect((await ofFile('caseworker', hunted)).body).toHaveLength(1);
  });

  test('are found by the index of the enrolments of a file', async () => {
    const [file] = (await files(1)) as [PathwayFile];
    await world.owner.query('begin');
    await world.owner.query('set local enable_seqscan = off');
    const { rows } = await world.owner.query<{ 'QUERY PLAN': string }>(
      `explain select s.id from session_enrolments e join group_sessions s on s.id = e.session_id
       where e.pathway_id = '${file.id}' and e.attendance is null and s.held_on >= '2026-03-10'`,
    );
    await world.owner.query('rollback');
    expect(JSON.stringify(rows)).toContain('session_enrolments_of_pathway');
  });
});
