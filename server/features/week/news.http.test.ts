import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { News, Week } from '../../contract/week.ts';
import { PERSONAS, type PersonaName } from '../../testing/personas.ts';
import { createWorld, testClock, type World } from '../../testing/world.ts';

const clock = testClock('2026-03-10T08:00:00.000Z');
let world: World;
beforeAll(async () => {
  world = await createWorld({ clock });
});
afterAll(() => world.close());

const at = (time: string): void => clock.set(`2026-03-10T${time}:00.000Z`);

async function newsOf(name: PersonaName): Promise<News> {
  const { status, body } = await (await world.as(name)).get('/api/week/news');
  expect([name, status]).toEqual([name, 200]);
  return body as News;
}
async function seen(
  name: PersonaName,
  until: string,
): Promise<{ status: number; body: { until: string; code: string } }> {
  const { status, body } = await (await world.as(name)).post('/api/week/news/seen', { until });
  return { status, body: body as { until: string; code: string } };
}
async function record(name: PersonaName, id: string, event: object): Promise<void> {
  expect((await (await world.as(name)).post(`/api/pathways/${id}/events`, event)).status).toBe(201);
}
const of = (news: News, id: string) => news.files.find(({ pathwayId }) => pathwayId === id)?.entries ?? [];

describe('what is new in the files that one follows', () => {
  test('is what others recorded since one last had seen, with who, when, and from what to what', async () => {
    at('08:00');
    const { id } = await world.aFile();
    await record('caseworker', id, { contact: 'REACHED', on: '2026-03-10' });
    at('09:00');
    await record('manager', id, { contact: 'NO_ANSWER', on: '2026-03-10' });
    const manager = await world.as('manager');
    const etag = (await manager.get(`/api/pathways/${id}`)).get('ETag') ?? '';
    await manager.put(`/api/pathways/${id}`, { person: { phone: '06 39 98 00 11' } }).set('If-Match', etag);
    at('10:00');
    const first = await newsOf('caseworker');
    expect([first.isFirst, first.since, first.until]).toEqual([
      true,
      '2026-03-03T10:00:00.000Z',
      '2026-03-10T09:59:55.000Z',
    ]);
    expect(of(first, id).map(({ kind, actor }) => [kind, actor])).toEqual(
      expect.arrayContaining([
        ['EVENT', 'Test manager'],
        ['CORRECTION', 'Test manager'],
      ]),
    );
    expect(of(first, id).filter(({ actor }) => actor === 'Test caseworker')).toEqual([]);
    expect(of(first, id).find(({ field }) => field === 'person.phone')?.after).toBe('06 39 98 00 11');

    expect(await seen('caseworker', first.until)).toMatchObject({ status: 200, body: { until: first.until } });
    const nothing = await newsOf('caseworker');
    expect([nothing.isFirst, nothing.since, nothing.total, nothing.files]).toEqual([false, first.until, 0, []]);
    at('11:00');
    await record('manager', id, { contact: 'REACHED', on: '2026-03-10' });
    const after = await newsOf('caseworker');
    expect([after.total, of(after, id).length]).toEqual([1, 1]);
  });

  test('is told in the words of the history of its file', async () => {
    at('12:00');
    const { id } = await world.aFile();
    await record('manager', id, { contact: 'NO_ANSWER', on: '2026-03-10' });
    at('12:01');
    const history = (await (await world.as('caseworker')).get(`/api/pathways/${id}/history`)).body as object[];
    for (const entry of of(await newsOf('caseworker'), id)) expect(history).toContainEqual(entry);
    expect(of(await newsOf('caseworker'), id).length).toBeGreaterThan(0);
  });

  test('is never seen again for having been said seen earlier, nor before it is recorded', async () => {
    at('13:00');
    expect((await seen('caseworker', '2026-03-10T12:30:00.000Z')).status).toBe(200);
    expect((await seen('caseworker', '2026-03-01T00:00:00.000Z')).body.until).toBe('2026-03-10T12:30:00.000Z');
    expect((await newsOf('caseworker')).since).toBe('2026-03-10T12:30:00.000Z');
    const future = await seen('caseworker', '2026-03-10T13:00:01.000Z');
    expect([future.status, future.body.code]).toEqual([422, 'seen_in_the_future']);
    expect((await seen('caseworker', 'yesterday')).status).toBe(422);
    // Each has her own.
    expect((await newsOf('colleague')).isFirst).toBe(true);
  });

  test('is of the files that one follows, open to one, and no others', async () => {
    at('14:00');
    const [mine, hers, taken, sealed] = [
      await world.aFile(),
      await world.aFile({ by: 'colleague' }),
      await world.aFile(),
      await world.aFile(),
    ];
    at('14:10');
    for (const { id } of [mine, hers, taken, sealed])
      await record('manager', id, { contact: 'REACHED', on: '2026-03-10' });
    at('14:20');
    const told = async (): Promise<boolean[]> => {
      const news = await newsOf('caseworker');
      return [mine, hers, taken, sealed].map(({ id }) => of(news, id).length > 0);
    };
    expect(await told()).toEqual([true, false, true, true]);
    const moved = await (
      await world.as('manager')
    ).post(`/api/pathways/${taken.id}/assign`, {
      referentId: PERSONAS.colleague.id,
    });
    expect(moved.status).toBe(200);
    await (await world.freshAs('manager')).post(`/api/pathways/${sealed.id}/seal`, { reason: 'Personne recherchée' });
    await world.owner.query(`delete from seal_rights where pathway_id = $1 and account_id = $2 and right_to = 'READ'`, [
      sealed.id,
      PERSONAS.caseworker.id,
    ]);
    expect(await told()).toEqual([true, false, false, false]);
  });

  test('tells that a note was written, corrected or withdrawn, never its text, to whoever may read it', async () => {
    at('15:00');
    const { id } = await world.aFile();
    expect((await seen('caseworker', '2026-03-10T15:00:00.000Z')).status).toBe(200);
    at('15:10');
    const write = async (name: PersonaName, visibility: string): Promise<{ id: string }> => {
      const answer = await (
        await world.as(name)
      ).post(`/api/pathways/${id}/notes`, { text: 'Zébulon rappelle', visibility });
      expect(answer.status).toBe(201);
      return answer.body as { id: string };
    };
    const own = await write('caseworker', 'STRUCTURE');
    const told = await write('manager', 'STRUCTURE');
    await write('manager', 'PRIVATE');
    const acts = async (name: PersonaName): Promise<(string | null)[][]> =>
      ((await newsOf(name)).files.find(({ pathwayId }) => pathwayId === id)?.notes ?? []).map(({ act, actor }) => [
        act,
        actor,
      ]);
    expect(await acts('caseworker')).toEqual([['WRITTEN', 'Test manager']]);
    const counted = async () => ((await (await world.as('caseworker')).get('/api/week')).body as Week).news;
    expect([await counted(), (await newsOf('caseworker')).total]).toEqual([{ count: 1, isMore: false }, 1]);
    at('15:20');
    const correct = await (
      await world.as('manager')
    )
      .put(`/api/pathways/${id}/notes/${told.id}`, { text: 'Zébulon a rappelé', visibility: 'STRUCTURE' })
      .set('If-Match', '"1"');
    expect([correct.status, correct.text]).toEqual([200, correct.text]);
    expect(await acts('caseworker')).toEqual([
      ['CORRECTED', 'Test manager'],
      ['WRITTEN', 'Test manager'],
    ]);
    expect(JSON.stringify(await newsOf('caseworker'))).not.toContain('Zébulon');
    expect(own.id).not.toBe(told.id);
  });

  test('is counted beside the week as its own page counts it, up to twenty', async () => {
    at('16:00');
    const { id } = await world.aFile();
    expect((await seen('caseworker', '2026-03-10T16:00:00.000Z')).status).toBe(200);
    const counted = async (query = ''): Promise<Week['news']> =>
      ((await (await world.as(query === '' ? 'caseworker' : 'manager')).get(`/api/week${query}`)).body as Week).news;
    expect(await counted()).toEqual({ count: 0, isMore: false });
    at('16:10');
    for (let index = 0; index < 19; index += 1) await record('manager', id, { contact: 'NO_ANSWER', on: '2026-03-10' });
    await record('caseworker', id, { contact: 'NO_ANSWER', on: '2026-03-10' });
    expect([await counted(), (await newsOf('caseworker')).total]).toEqual([{ count: 19, isMore: false }, 19]);
    for (let index = 0; index < 2; index += 1) await record('manager', id, { contact: 'REACHED', on: '2026-03-10' });
    expect([await counted(), (await newsOf('caseworker')).total]).toEqual([{ count: 20, isMore: true }, 21]);
    // Nobody reads how much another has not seen.
    expect(await counted(`?referentId=${PERSONAS.caseworker.id}`)).toBeNull();
  });

  test('leaves one entry, that names the files told', async () => {
    const news = await newsOf('caseworker');
    const { rows } = await world.owner.query<{ files: string[] }>(
      `select pathway_ids as files from audit_entries where operation = 'readNews' order by at desc, seq desc limit 1`,
    );
    expect([...(rows[0]?.files ?? [])].sort()).toEqual(news.files.map(({ pathwayId }) => pathwayId).sort());
    expect(news.files.length).toBeGreaterThan(0);
  });
});
