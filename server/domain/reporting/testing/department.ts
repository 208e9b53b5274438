import type { Coordinates } from '../../disclosure/table.ts';
import { countRows, drawFrom, type Item } from '../../disclosure/testing/population.ts';
import { STALL_RULES, type StepStatus } from '../../pathway/codes.ts';
import { STEPS } from '../../pathway/steps/index.ts';
import { RULES } from '../../stall/rules.ts';
import { COUNTED_STATUSES, prefectureShape, type PrefectureRows } from '../prefecturePage.ts';

/** How often a step of an open file is in each status, after the first demo figures. */
const STATUS_SHARES: Readonly<Partial<Record<StepStatus, number>>> = {
  TO_DO: 0.45,
  REQUESTED: 0.07,
  SCHEDULED: 0.06,
  IN_PROGRESS: 0.08,
  WAITING_THIRD_PARTY: 0.05,
  DONE: 0.26,
  PARTIALLY_DONE: 0.008,
  EXEMPT: 0.01,
  DECLINED: 0.004,
  REFUSED_BY_BODY: 0.003,
  ABANDONED: 0.005,
};

/** The rows that a department of `files` fictive files gives, drawn by the seed; the same arguments give the same rows. */
export function aDepartment(seed: number, files: number, bpiShare = 0.26): PrefectureRows {
  const draw = drawFrom(seed);
  const items: Record<keyof PrefectureRows, Item[]> = {
    CIR_SIGNED: [],
    STOCK: [],
    STEPS_BY_STATE: [],
    STALLS_BY_RULE: [],
  };
  for (let person = 0; person < files; person++) {
    const protection = draw() < bpiShare ? 'BPI' : 'NON_BPI';
    const add = (table: keyof PrefectureRows, at: Coordinates): number =>
      items[table].push({ at: { ...at, protection }, person });
    if (draw() < 0.13) add('CIR_SIGNED', {});
    if (draw() < 0.15) continue;

    add('STOCK', {});
    for (const { code, domain, appliesTo } of STEPS) {
      if (draw() < (appliesTo.includes('BPI') && protection !== 'BPI' ? 1 : 0.25)) continue;
      if (code !== 'VLSTS_VALIDATION') add('STEPS_BY_STATE', { domain, status: drawStatus(draw()) });
    }
    RULES.forEach(({ code, appliesTo }, i) => {
      const applies = !appliesTo.includes('BPI') || protection === 'BPI';
      if (applies && draw() < 0.01 + (0.1 * ((i * 7) % STALL_RULES.length)) / STALL_RULES.length)
        add('STALLS_BY_RULE', { rule: code });
    });
  }
  return {
    CIR_SIGNED: countRows(prefectureShape('CIR_SIGNED'), items.CIR_SIGNED, 'PEOPLE'),
    STOCK: countRows(prefectureShape('STOCK'), items.STOCK, 'PEOPLE'),
    STEPS_BY_STATE: countRows(prefectureShape('STEPS_BY_STATE'), items.STEPS_BY_STATE, 'ITEMS'),
    STALLS_BY_RULE: countRows(prefectureShape('STALLS_BY_RULE'), items.STALLS_BY_RULE, 'PEOPLE'),
  };
}

/** Everyone of a department stalled for one cause, and nothing else known of them. */
export function aDepartmentAllStalled(bpi: number, others: number): PrefectureRows {
  const people = [...Array.from({ length: bpi }, () => 'BPI'), ...Array.from({ length: others }, () => 'NON_BPI')];
  const files = people.map((protection, person) => ({ at: { protection }, person }));
  const stalls = files.map(({ at, person }) => ({ at: { ...at, rule: 'NO_CONTACT' }, person }));
  return {
    CIR_SIGNED: [],
    STOCK: countRows(prefectureShape('STOCK'), files, 'PEOPLE'),
    STEPS_BY_STATE: [],
    STALLS_BY_RULE: countRows(prefectureShape('STALLS_BY_RULE'), stalls, 'PEOPLE'),
  };
}

function drawStatus(drawn: number): StepStatus {
  let left = drawn;
  return COUNTED_STATUSES.find((status) => (left -= STATUS_SHARES[status] ?? 0) < 0) ?? 'TO_DO';
}
