import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PathwayFile, PathwayRow } from '../../contract/pathway.ts';
import type { StallRow } from '../../contract/stall.ts';
import type { TaskView } from '../../contract/task.ts';
import type { Week, WeekLineView } from '../../contract/week.ts';
import { PERSONAS, type PersonaName } from '../../testing/personas.ts';
import { createWorld, testClock, type World } from '../../testing/world.ts';

const MORNING = '2026-03-10T08:00:00.000Z';
const clock = testClock(MORNING);
let world: World;
beforeAll(async () => {
  world = await createWorld({ clock });
});
afterAll(() => world.close());

async function weekOf(name: PersonaName, query = ''): Promise<{ status: number; body: Week }> {
  return (await (await world.as(name)).get(`/api/week${query}`)) as unknown as { status: number; body: Week };
}
const linesOf = ({ lines }: Week, { id }: { id: string }): WeekLineView[] =>
  lines.filter(({ pathwayId }) => pathwayId === id);
async function post<T>(name: PersonaName, path: string, body: object): Promise<T> {
  const answer = await (await world.as(name)).post(path, body);
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body as T;
}

/** Said once a line, of its step: the sentence of a stall beside it goes without. */
const A_TURN = / ?C’est au tour [^.]*\./;
const withoutTurn = (sentence: string): string => sentence.replace(A_TURN, '');

describe('the week of a caseworker', () => {
  test('says who, what, why it is here, since when, and what moves it', async () => {
    clock.set(MORNING);
    const file = await world.aFile();
    const task = await post<TaskView>('caseworker', `/api/pathways/${file.id}/tasks`, {
      what: 'Rappeler la CPAM',
      dueOn: '2026-03-10',
    });
    const { status, body } = await weekOf('caseworker');
    expect([status, body.today, body.until, body.referentId, body.referentName]).toEqual([
      200,
      '2026-03-10',
      '2026-03-17',
      PERSONAS.caseworker.id,
      'Test caseworker',
    ]);
    expect(linesOf(body, file).find(({ kind }) => kind === 'TASK')).toEqual({
      key: `${file.id} TASK ${task.id}`,
      block: 'TODAY',
      kind: 'TASK',
      pathwayId: file.id,
      number: file.number,
      name: file.name,
      birth: file.birth,
      sealed: false,
      what: 'Rappeler la CPAM',
      why: ['Prévu le 10 mars 2026.'],
      on: '2026-03-10',
      days: 0,
      severity: 'NORMAL',
      isLegal: false,
      act: 'SETTLE_TASK',
      step: null,
      rule: null,
      task: { id: task.id, what: 'Rappeler la CPAM', dueOn: '2026-03-10', version: 1 },
    });
  });

  test('tells of each step and stall what its file tells, in its words', async () => {
    clock.set('2026-09-01T08:00:00.000Z');
    const { id } = await world.aFile();
    const { body: file } = (await (await world.as('caseworker')).get(`/api/pathways/${id}`)) as { body: PathwayFile };
    const lines = linesOf((await weekOf('caseworker')).body, file);
    const steps = lines.flatMap(({ kind, step, why }) => (kind === 'STEP' ? [[step, why[0]]] : []));
    expect(steps.length).toBeGreaterThan(0);
    expect(new Map(steps as [string, string][])).toEqual(
      new Map(
        file.steps
          .filter(({ state, dueOn }) => (state === 'OVERDUE' || state === 'DUE_SOON') && (dueOn ?? '') <= '2026-09-08')
          .map(({ code, sentence }) => [code, sentence]),
      ),
    );
    const said = lines.flatMap(({ why }) => why);
    const living = file.stalls.filter(({ state }) => state !== 'SILENCED');
    expect(living.length).toBeGreaterThan(0);
    for (const { sentence } of living) expect(said.map(withoutTurn)).toContain(withoutTurn(sentence));
    // Whose turn it is, is one: on the line, of the stall, and of the step that would end it.
    const turnIn = (sentences: readonly string[]): string | undefined => A_TURN.exec(sentences.join(' '))?.[0].trim();
    const ofStalls = living.map(({ sentence }) => {
      const line = lines.find(({ why }) => why.map(withoutTurn).includes(withoutTurn(sentence)));
      return [line?.what, turnIn(line?.why ?? [])];
    });
    expect(ofStalls).toEqual(living.map(({ sentence }, index) => [ofStalls[index]?.[0], turnIn([sentence])]));
  });

  test('says what ends a stall that no step of its own ends, where its button only opens the file', async () => {
    clock.set('2026-09-01T08:00:00.000Z');
    const refugee = {
      protectionGrantedOn: '2026-02-01',
      protectionKind: 'REFUGEE',
      asylumSupportEndedOn: '2026-05-31',
    };
    const file = await world.aFile({ facts: refugee });
    const lines = linesOf((await weekOf('caseworker')).body, file);
    const last = (act: string): string[] => [
      ...new Set(lines.flatMap((line) => (line.kind === 'STALL' && line.act === act ? [line.why.at(-1) ?? ''] : []))),
    ];
    expect(last('OPEN_FILE')).toContain(
      'Ce qui y met fin\u00a0: un emploi, une formation professionnelle ou un logement.',
    );
    expect(last('OPEN_FILE').every((sentence) => sentence.startsWith('Ce qui y met fin'))).toBe(true);
    expect(lines.flatMap(({ act, why }) => (act === 'OPEN_FILE' ? [] : why)).join()).not.toContain('Ce qui y met fin');
  });

  test('has as many late steps and stalled rules as the lists count, however the days fall', async () => {
    clock.set(MORNING);
    await world.aFile({ by: 'colleague' });
    let [told, beside] = [0, 0];
    for (const day of ['2026-03-10', '2026-05-31', '2026-07-14', '2026-10-01', '2027-03-11']) {
      clock.set(`${day}T08:00:00.000Z`);
      const colleague = await world.as('colleague');
      const rows = (await colleague.get('/api/pathways')).body as PathwayRow[];
      const stalls = (await colleague.get('/api/stalls')).body as StallRow[];
      const { body } = await weekOf('colleague');
      for (const row of rows) {
        const lines = linesOf(body, row);
        const late = lines.filter(({ kind, on }) => kind === 'STEP' && (on ?? '') < day);
        expect([day, late.length]).toEqual([day, row.overdue]);
        const sentences = lines.filter(({ block }) => block === 'LATE').flatMap(({ why }) => why);
        const own = stalls.filter(({ pathwayId }) => pathwayId === row.id);
        expect([day, own.length]).toEqual([day, row.stalled]);
        for (const { sentence } of own) expect(sentences.map(withoutTurn)).toContain(withoutTurn(sentence));
        // Whose turn it is has one answer a line.
        for (const { kind, why } of lines) {
          const turns = why.join(' ').split(A_TURN).length - 1;
          expect([why, turns]).toEqual([why, Math.min(turns, 1)]);
          beside += Number(kind === 'STEP' && turns === 1 && why.length > 1);
        }
        // Nor does one screen say 68 days where another says 69.
        const counted = lines.flatMap(({ kind, block, days, why }) =>
          kind === 'STALL' && block === 'LATE' ? [[why[0], days]] : [],
        );
        const listed = new Map(own.map((stall) => [stall.sentence, stall.days]));
        for (const [why, days] of counted) expect([day, why, days]).toEqual([day, why, listed.get(why as string)]);
        told += counted.length;
      }
      const { LATE, TODAY, THIS_WEEK, TO_WATCH } = body.counts;
      expect(LATE + TODAY + THIS_WEEK + TO_WATCH).toBe(body.lines.length);
    }
    expect(told).toBeGreaterThan(0);
    expect(beside).toBeGreaterThan(0);
  });

  test('tells of so many people in each part, each with all her lines, and counts everything', async () => {
    clock.set('2026-09-01T08:00:00.000Z');
    await world.aFile();
    const { body: whole } = await weekOf('caseworker');
    const late = whole.lines.filter(({ block }) => block === 'LATE');
    const people = [...new Set(late.map(({ pathwayId }) => pathwayId))];
    expect([whole.counts.LATE, whole.people.LATE]).toEqual([late.length, people.length]);
    expect(people.length).toBeGreaterThan(1);
    const { body: first } = await weekOf('caseworker', '?LATE=1');
    expect([first.counts, first.people]).toEqual([whole.counts, whole.people]);
    expect(first.lines).toEqual(
      whole.lines.filter(({ block, pathwayId }) => block !== 'LATE' || pathwayId === people[0]),
    );
    for (const query of ['?LATE=0', '?LATE=all', '?TODAY=1.5', '?LATER=1'])
      expect([query, (await weekOf('caseworker', query)).status]).toEqual([query, 400]);
  });

  test('watches whoever has nothing planned, until something is', async () => {
    clock.set(MORNING);
    const file = await world.aFile({ facts: {} });
    await world.owner.query('update pathways set next_due_on = null where id = $1', [file.id]);
    await world.owner.query('delete from pathway_steps where pathway_id = $1', [file.id]);
    await world.owner.query('delete from pathway_stalls where pathway_id = $1', [file.id]);
    expect(linesOf((await weekOf('caseworker')).body, file)).toMatchObject([
      { kind: 'NOTHING_PLANNED', block: 'TO_WATCH', act: 'PLAN_TASK', on: null, days: null, what: 'Rien n’est prévu' },
    ]);
    await post('caseworker', `/api/pathways/${file.id}/tasks`, { what: 'Prendre des nouvelles', dueOn: '2026-06-01' });
    expect(linesOf((await weekOf('caseworker')).body, file)).toEqual([]);
  });

  test('leaves a settled task, a silenced stall and a closed file out', async () => {
    clock.set(MORNING);
    const file = await world.aFile();
    const task = await post<TaskView>('caseworker', `/api/pathways/${file.id}/tasks`, {
      what: 'Rappeler',
      dueOn: '2026-03-12',
    });
    expect(linesOf((await weekOf('caseworker')).body, file).some(({ kind }) => kind === 'TASK')).toBe(true);
    await (
      await world.as('caseworker')
    )
      .put(`/api/pathways/${file.id}/tasks/${task.id}`, { state: 'DONE' })
      .set('If-Match', '"1"');
    expect(linesOf((await weekOf('caseworker')).body, file).some(({ kind }) => kind === 'TASK')).toBe(false);
    await post('caseworker', `/api/pathways/${file.id}/events`, { closure: 'LEFT_FRANCE', on: '2026-03-10' });
    expect(linesOf((await weekOf('caseworker')).body, file)).toEqual([]);
  });
});

describe('whose week may be read', () => {
  const of = (name: PersonaName): string => `?referentId=${PERSONAS[name].id}`;

  test('one’s own, and for a manager that of whoever works in her structure', async () => {
    clock.set(MORNING);
    const file = await world.aFile();
    await post('caseworker', `/api/pathways/${file.id}/tasks`, { what: 'Rappeler', dueOn: '2026-03-10' });
    for (const [who, whose] of [
      ['caseworker', 'caseworker'],
      ['manager', 'caseworker'],
    ] as const) {
      const { status, body } = await weekOf(who, of(whose));
      expect([who, status, linesOf(body, file).length > 0]).toEqual([who, 200, true]);
    }
    expect(linesOf((await weekOf('manager')).body, file)).toEqual([]);
    expect(linesOf((await weekOf('colleague')).body, file)).toEqual([]);
  });

  test('anybody else’s is not there, whether she exists or not', async () => {
    const nobody = `?referentId=${randomUUID()}`;
    for (const [who, query] of [
      ['caseworker', of('colleague')],
      ['caseworker', of('manager')],
      ['neighbourManager', of('caseworker')],
      ['manager', of('neighbour')],
      ['caseworker', nobody],
      ['manager', nobody],
    ] as const)
      expect([who, query, (await weekOf(who, query)).status]).toEqual([who, query, 404]);
    expect((await weekOf('manager', '?referentId=x')).status).toBe(400);
    expect((await weekOf('manager', '?who=x')).status).toBe(400);
  });

  test('leaves a sealed file to whoever may open it', async () => {
    clock.set(MORNING);
    const file = await world.aFile();
    await post('caseworker', `/api/pathways/${file.id}/tasks`, { what: 'Rappeler', dueOn: '2026-03-10' });
    await (await world.freshAs('manager')).post(`/api/pathways/${file.id}/seal`, { reason: 'Personne recherchée' });
    const told = async (): Promise<number> => linesOf((await weekOf('caseworker')).body, file).length;
    expect(await told()).toBeGreaterThan(0);
    await world.owner.query(`delete from seal_rights where pathway_id = $1 and account_id = $2 and right_to = 'READ'`, [
      file.id,
      PERSONAS.caseworker.id,
    ]);
    expect(await told()).toBe(0);
  });

  test('leaves one entry, that names the files told', async () => {
    const { body } = await weekOf('caseworker');
    const { rows } = await world.owner.query<{ files: string[] }>(
      `select pathway_ids as files from audit_entries where operation = 'readWeek' order by at desc, seq desc limit 1`,
    );
    expect([...(rows[0]?.files ?? [])].sort()).toEqual(
      [...new Set(body.lines.map(({ pathwayId }) => pathwayId))].sort(),
    );
  });
});
