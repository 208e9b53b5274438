import { completeTable } from '../disclosure/completeTable.ts';
import {
  ALL,
  type Axis,
  type AxisMember,
  type RawCell,
  type RawTable,
  type Relation,
  type TableShape,
} from '../disclosure/table.ts';
import { DOMAINS, STALL_RULES, STEP_STATUSES, type StepStatus } from '../pathway/codes.ts';
import { DOMAIN_LABELS, STALL_RULE_LABELS, STEP_STATUS_LABELS } from '../pathway/labels.ts';
import { STEPS } from '../pathway/steps/index.ts';
import { RULES } from '../stall/rules.ts';
import { definitionOf, type Indicator } from './indicator.ts';
import { CIR_SIGNED, STALLS_BY_RULE, STEPS_BY_STATE, STOCK } from './indicators.ts';

const TOTAL: AxisMember = { code: ALL, label: 'Ensemble' };

/** Each person is on one side: the two add up. */
const PROTECTION: Axis = {
  code: 'protection',
  label: 'Protection internationale',
  margin: 'SUM',
  members: [TOTAL, { code: 'BPI', label: 'BPI' }, { code: 'NON_BPI', label: 'Autres primo-arrivants' }],
};

/** No total over the domains: a sum of administrative errands and of language courses says nothing to anyone. */
const DOMAIN: Axis = {
  code: 'domain',
  label: 'Domaine',
  margin: 'NONE',
  members: DOMAINS.map((code) => ({ code, label: DOMAIN_LABELS[code] })),
};

const NOT_COUNTED: readonly StepStatus[] = ['NOT_APPLICABLE', 'CANCELLED'];

/** The statuses that a report counts; the others are no part of a pathway. */
export const COUNTED_STATUSES: readonly StepStatus[] = STEP_STATUSES.filter((status) => !NOT_COUNTED.includes(status));

const STATUS: Axis = {
  code: 'status',
  label: 'État',
  margin: 'SUM',
  members: [TOTAL, ...COUNTED_STATUSES.map((code) => ({ code, label: STEP_STATUS_LABELS[code] }))],
};

/** A file may be stalled for several causes, so the total counts files, not causes. */
const RULE: Axis = {
  code: 'rule',
  label: 'Cause',
  margin: 'UNION',
  members: [
    { code: ALL, label: 'Au moins une cause' },
    ...STALL_RULES.map((code) => ({ code, label: STALL_RULE_LABELS[code] })),
  ],
};

/** The states that nobody should be known to be in because of a group they belong to. */
const SENSITIVE_STATUSES: readonly StepStatus[] = ['DECLINED', 'REFUSED_BY_BODY', 'ABANDONED'];

const SHAPES = {
  CIR_SIGNED: shape(CIR_SIGNED, [PROTECTION], { breakdown: { axis: 'protection' } }),
  STOCK: shape(STOCK, [PROTECTION], { breakdown: { axis: 'protection' } }),
  STEPS_BY_STATE: shape(STEPS_BY_STATE, [DOMAIN, STATUS, PROTECTION], {
    breakdown: { axis: 'protection', population: 'STOCK' },
    sensitive: { kind: 'LINE', axis: 'status', members: SENSITIVE_STATUSES },
  }),
  STALLS_BY_RULE: shape(STALLS_BY_RULE, [RULE, PROTECTION], {
    breakdown: { axis: 'protection', population: 'STOCK' },
    sensitive: { kind: 'WHOLE', table: 'STOCK', on: ['protection'] },
    alwaysZero: RULES.filter(({ appliesTo }) => appliesTo.includes('BPI')).map(({ code }) => ({
      rule: code,
      protection: 'NON_BPI',
    })),
  }),
} as const satisfies Record<string, TableShape>;

export type PrefectureTable = keyof typeof SHAPES;

/** The rows counted for each table. */
export type PrefectureRows = Readonly<Record<PrefectureTable, readonly RawCell[]>>;

/** The tables of the page, in the order shown: the population of a breakdown before the tables that it breaks down. */
export const PREFECTURE_TABLES = Object.keys(SHAPES) as PrefectureTable[];

/** A table of the page without its figures. */
export function prefectureShape(table: PrefectureTable): TableShape {
  return SHAPES[table];
}

/** The page that a prefecture reads, unprotected. */
export interface RawPage {
  readonly tables: readonly RawTable[];
  readonly relations: readonly Relation[];
}

/**
 * Makes the page from the rows counted: one per cell that is not empty, totals included (`ALL` on their axes), all
 * counted on one snapshot of the database. `value` is files, or steps in STEPS_BY_STATE; `people` is distinct files.
 * @throws Error when a row is of no cell of its table, or comes twice
 */
export function prefecturePage(rows: PrefectureRows): RawPage {
  return { tables: PREFECTURE_TABLES.map((code) => completeTable(SHAPES[code], rows[code])), relations: RELATIONS };
}

/** What the definitions say, and any reader may use: stalled files are open files, and a file has no step twice. */
const RELATIONS: readonly Relation[] = PROTECTION.members.flatMap(({ code: protection }) => [
  {
    larger: [{ table: 'STOCK', at: { protection }, times: 1 }],
    smaller: [{ table: 'STALLS_BY_RULE', at: { rule: ALL, protection }, times: 1 }],
  },
  ...DOMAINS.map((domain) => ({
    larger: [{ table: 'STOCK', at: { protection }, times: STEPS.filter((step) => step.domain === domain).length }],
    smaller: [{ table: 'STEPS_BY_STATE', at: { domain, status: ALL, protection }, times: 1 }],
  })),
]);

function shape(
  indicator: Indicator,
  axes: readonly Axis[],
  rules: Pick<TableShape, 'breakdown' | 'sensitive' | 'alwaysZero'>,
): TableShape {
  return { code: indicator.code, title: indicator.title, definition: definitionOf(indicator), axes, ...rules };
}
