import { describe, expect, test } from '@jest/globals';
import { findFirstHidden } from '../disclosure/goals.ts';
import { modelPage } from '../disclosure/pageModel.ts';
import { policyFor } from '../disclosure/policy.ts';
import { protectPage, type ProtectedPage } from '../disclosure/protect.ts';
import { ALL, matches, type Coordinates } from '../disclosure/table.ts';
import { solveBounds } from '../disclosure/testing/solver.ts';
import { DOMAINS, STALL_RULES } from '../pathway/codes.ts';
import { INDICATORS } from './indicators.ts';
import { COUNTED_STATUSES, PREFECTURE_TABLES, prefecturePage, prefectureShape } from './prefecturePage.ts';
import { aDepartment, aDepartmentAllStalled } from './testing/department.ts';

const policy = policyFor('REPORTS');
const nothing = { CIR_SIGNED: [], STOCK: [], STEPS_BY_STATE: [], STALLS_BY_RULE: [] };

function protectedPage(rows: Parameters<typeof prefecturePage>[0]): ProtectedPage {
  const { tables, relations } = prefecturePage(rows);
  return protectPage(tables, relations, policy);
}

function shown({ tables }: ProtectedPage, code: string, at: Coordinates): number | 'hidden' | undefined {
  const cell = tables.find(({ shape }) => shape.code === code)?.cells.find((candidate) => matches(candidate.at, at));
  return cell === undefined ? undefined : 'value' in cell ? cell.value : 'hidden';
}

describe('The page of the prefecture', () => {
  test('is four tables, each with the code, the version and the sentence of its definition', () => {
    expect(PREFECTURE_TABLES).toEqual(['CIR_SIGNED', 'STOCK', 'STEPS_BY_STATE', 'STALLS_BY_RULE']);
    expect(PREFECTURE_TABLES.map((code) => prefectureShape(code).definition.code)).toEqual(
      INDICATORS.map(({ code }) => code),
    );
  });

  test('gives every table by protection, steps by domain and status, stalls by rule', () => {
    const axes = PREFECTURE_TABLES.map((code) =>
      prefectureShape(code).axes.map((axis) => [axis.code, ...axis.members.map((member) => member.code)]),
    );

    const protection = ['protection', ALL, 'BPI', 'NON_BPI'];
    expect(axes).toEqual([
      [protection],
      [protection],
      [['domain', ...DOMAINS], ['status', ALL, ...COUNTED_STATUSES], protection],
      [['rule', ALL, ...STALL_RULES], protection],
    ]);
  });

  test('names every member in French', () => {
    const labels = PREFECTURE_TABLES.flatMap((code) => prefectureShape(code).axes.flatMap(({ members }) => members));

    expect(labels.filter(({ code, label }) => label === '' || (label === code && code !== 'BPI'))).toEqual([]);
  });

  test('shows zeros for a department where nothing has happened', () => {
    const cells = protectedPage(nothing).tables.flatMap((table) => table.cells);

    expect(cells).toHaveLength(3 + 3 + 7 * 12 * 3 + 22 * 3);
    expect(cells.every((cell) => 'value' in cell && cell.value === 0)).toBe(true);
  });

  test('refuses figures that were not counted together: more stalled files than open ones', () => {
    const rows = aDepartmentAllStalled(20, 60);
    const fewer = [
      { at: { protection: ALL }, value: 79, people: 79 },
      { at: { protection: 'BPI' }, value: 19, people: 19 },
      { at: { protection: 'NON_BPI' }, value: 60, people: 60 },
    ];

    expect(() => protectedPage({ ...rows, STOCK: fewer })).toThrow('contradict');
    expect(() => protectedPage(rows)).not.toThrow();
  });

  test('does not say that all the files of a small population are stalled', () => {
    const stalled = (bpi: number): number | 'hidden' | undefined =>
      shown(protectedPage(aDepartmentAllStalled(bpi, 60)), 'STALLS_BY_RULE', { rule: 'NO_CONTACT', protection: 'BPI' });

    expect(stalled(29)).toBe('hidden');
    expect(stalled(30)).toBe(30);
    expect(stalled(31)).toBe(31);
  });
});

describe('The definitions of the indicators', () => {
  test.each(INDICATORS.map((indicator) => [indicator.code, indicator] as const))(
    'of %s says the department and the day it is about',
    (_, { notes }) => {
      const sentence = notes.join(' ');
      expect(sentence).toContain('celui où la personne habite');
      expect(sentence).toContain('tels qu’ils sont connus aujourd’hui');
    },
  );

  test('keep to French typography', () => {
    const sentences = PREFECTURE_TABLES.map((code) => prefectureShape(code).definition.sentence);

    expect(sentences.filter((sentence) => /'|[^\u00a0]:|[^\u202f][;!?]/u.test(sentence))).toEqual([]);
    expect(sentences.filter((sentence) => !/^\p{Lu}.*\.$/u.test(sentence))).toEqual([]);
  });
});

describe('The page of a department', () => {
  const departments = [
    { files: 8, bpiShare: 0.3 },
    { files: 25, bpiShare: 0.3 },
    { files: 60, bpiShare: 0.26 },
    { files: 160, bpiShare: 0.05 },
    { files: 300, bpiShare: 0.03 },
    { files: 300, bpiShare: 0.26 },
    { files: 700, bpiShare: 0.26 },
    { files: 5000, bpiShare: 0.26 },
  ];

  test.each(departments)(
    'of $files files, $bpiShare of them BPI, gives nothing away to an adversary with a solver',
    ({ files, bpiShare }) => {
      for (const seed of [1, 2]) {
        const { tables, relations } = prefecturePage(aDepartment(seed, files, bpiShare));
        const model = modelPage(tables, relations);
        const goals = new Map(findFirstHidden(model, policy).goals.map((goal) => [goal.cell, goal]));

        const bounds = solveBounds(protectPage(tables, relations, policy).tables, relations);

        const learnt = bounds.filter(({ table, at, low, high }) => {
          const goal = goals.get(model.cellAt(table, at));
          return low > (goal?.low ?? 1) || high < (goal?.high ?? policy.threshold);
        });
        expect(learnt).toEqual([]);
        expect(
          [...goals.keys()].filter((cell) => !bounds.some(({ table, at }) => model.cellAt(table, at) === cell)),
        ).toEqual([]);
      }
    },
    60_000,
  );

  test.each([
    { files: 5000, least: 0.9 },
    { files: 1500, least: 0.75 },
    { files: 700, least: 0.75 },
    { files: 300, least: 0.7 },
  ])('of $files files keeps the use of most of its figures', ({ files, least }) => {
    const shares = [1, 2, 3].map((seed) => {
      const { tables, relations } = prefecturePage(aDepartment(seed, files));
      const cells = protectPage(tables, relations, policy).tables.flatMap((table) => table.cells);
      const large = tables.flatMap((table) => table.cells).map(({ people }) => people >= policy.threshold);
      return cells.filter((cell, i) => large[i] && 'value' in cell).length / large.filter(Boolean).length;
    });

    expect(Math.min(...shares)).toBeGreaterThan(least);
  });

  test('keeps its totals where a population is too small to be told apart', () => {
    const page = protectedPage(aDepartment(2, 300, 0.02));

    const totals = page.tables.flatMap(({ cells }) => cells).filter(({ at }) => at['protection'] === ALL);
    expect(totals.filter((cell) => 'value' in cell).length / totals.length).toBeGreaterThan(0.6);
    expect(shown(page, 'STOCK', { protection: 'BPI' })).toBe('hidden');
    expect(shown(page, 'STOCK', { protection: ALL })).toBeGreaterThan(200);
  });
});
