import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import supertest from 'supertest';
import type { ReportView } from '../../contract/report.ts';
import { calendarDay } from '../../domain/calendar/calendarDay.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { seed } from '../../../seeds/run.ts';

const TODAY = calendarDay('2026-03-10');
let world: World;
beforeAll(async () => {
  world = await createWorld({ today: TODAY });
  // The demo on an installation of its own accounts: enough people for figures to be shown.
  await world.owner.query('truncate organisations cascade');
  await seed({ ownerUrl: world.database.url, kind: 'demo', today: TODAY, count: 1500 });
});
afterAll(() => world.close());

const PASSWORDS: Record<string, string> = {
  'lecture@prefecture59.example': 'Demo-Jalon-2026-prefecture',
  'lecture@region.example': 'Demo-Jalon-2026-region',
  'agent@ofii.example': 'Demo-Jalon-2026-ofii',
  'admin@jalon.example': 'Demo-Jalon-2026-admin',
};

async function report(email: string, query: string) {
  const signedIn = await supertest(world.app).post('/api/session').send({ email, password: PASSWORDS[email] });
  return supertest(world.app)
    .get(`/api/reports/prefecture?${query}`)
    .set('Cookie', signedIn.get('Set-Cookie')?.[0]?.split(';')[0] ?? '');
}
const cell = (view: ReportView, table: string, at: object) =>
  view.tables
    .find(({ code }) => code === table)
    ?.cells.find((one) => Object.entries(at).every(([axis, member]) => one[axis] === member));

describe('the figures of the prefecture', () => {
  test('are those of a plain count, each with its definition and the policy that hid the others', async () => {
    const response = await report('lecture@prefecture59.example', 'department=59&period=2025-Q4&asOf=2025-12-31');
    expect(response.status).toBe(200);
    const view = response.body as ReportView;
    expect(view).toMatchObject({ department: '59', period: '2025-Q4', asOf: '2025-12-31', policy: { threshold: 11 } });
    expect(view.tables.map(({ code }) => code)).toEqual(['CIR_SIGNED', 'STOCK', 'STEPS_BY_STATE', 'STALLS_BY_RULE']);
    expect(view.tables.every(({ definition }) => definition.sentence.length > 40)).toBe(true);
    const { rows } = await world.owner.query<{ signed: number; stock: number }>(
      `select count(*) filter (where cir_signed_on between '2025-10-01' and '2025-12-31')::int as signed,
         count(*) filter (where opened_on <= '2025-12-31' and (closed_on is null or closed_on > '2025-12-31'))::int as stock
       from pathways where department = '59'`,
    );
    expect(cell(view, 'CIR_SIGNED', { protection: 'ALL' })).toMatchObject({ value: rows[0]?.signed });
    expect(cell(view, 'STOCK', { protection: 'ALL' })).toMatchObject({ value: rows[0]?.stock });
  });

  test('the stalls of the report are those of the worklist on the same day', async () => {
    const view = (await report('lecture@prefecture59.example', 'department=59&period=2026-Q1&asOf=2026-03-10'))
      .body as ReportView;
    const { rows } = await world.owner.query<{ rule: string; n: number }>(
      `select s.rule, count(*)::int as n from pathway_stalls s where s.department = '59' and s.since_on <= '2026-03-10' and (s.cleared_on is null or s.cleared_on > '2026-03-10')
         and not s.silences @> '2026-03-10'::date group by s.rule`,
    );
    const shown = rows.filter(
      ({ rule }) => cell(view, 'STALLS_BY_RULE', { rule, protection: 'ALL' })?.value !== undefined,
    );
    expect(shown.length).toBeGreaterThan(3);
    for (const { rule, n } of shown)
      expect({ rule, n: cell(view, 'STALLS_BY_RULE', { rule, protection: 'ALL' })?.value }).toEqual({ rule, n });
  });

  test('no count from 1 to 10 is ever shown, in any department', async () => {
    for (const department of ['02', '59', '60', '62', '80']) {
      const view = (await report('lecture@region.example', `department=${department}&period=2026-Q1`))
        .body as ReportView;
      const people = view.tables.filter(({ code }) => code !== 'STEPS_BY_STATE').flatMap(({ cells }) => cells);
      expect(people.filter(({ value }) => value !== undefined && value > 0 && value < 11)).toEqual([]);
      expect(people.some(({ value }) => value !== undefined && value >= 11)).toBe(true);
      expect(people.some(({ suppressed }) => suppressed === true)).toBe(true);
    }
  });

  test('another department is absent, a bad period is said, a role without reports is refused', async () => {
    const email = 'lecture@prefecture59.example';
    expect((await report(email, 'department=80&period=2026-Q1')).status).toBe(404);
    expect((await report(email, 'department=59&period=2026-T1')).status).toBe(400);
    expect((await report(email, 'department=59&period=2026-Q1&nationality=x')).status).toBe(400);
    expect((await report(email, 'department=59&period=2026-Q2')).body).toMatchObject({
      status: 422,
      code: 'period_in_future',
    });
    expect((await report(email, 'department=59&period=2026-Q1&asOf=2026-03-11')).body).toMatchObject({
      status: 422,
      code: 'day_in_future',
    });
    expect((await report('lecture@region.example', 'period=2026-Q1')).body).toMatchObject({
      status: 400,
      code: 'department_missing',
    });
    for (const other of ['agent@ofii.example', 'admin@jalon.example'])
      expect((await report(other, 'department=59&period=2026-Q1')).status).toBe(403);
  });
});
