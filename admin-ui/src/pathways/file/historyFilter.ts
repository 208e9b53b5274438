import type { HistoryEntry } from '../../../../server/contract/pathway.ts';
import { FIELD_LABELS } from '../fieldLabels.ts';

/** What somebody looks for in a history: what happened, who changed what, what was to be done, who could read it. */
export const HISTORY_KINDS = ['EVENTS', 'CORRECTIONS', 'TASKS', 'ACCESS'] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

const KIND_OF: Readonly<Record<HistoryEntry['kind'], HistoryKind>> = {
  OPENED: 'EVENTS',
  EVENT: 'EVENTS',
  STALL_ACTION: 'EVENTS',
  MERGED: 'EVENTS',
  UNMERGED: 'EVENTS',
  CORRECTION: 'CORRECTIONS',
  TASK: 'TASKS',
  ASSIGNMENT: 'ACCESS',
  TRANSFER: 'ACCESS',
  SEALED: 'ACCESS',
  UNSEALED: 'ACCESS',
  REVEAL: 'ACCESS',
  BREAK_GLASS: 'ACCESS',
  LISTED: 'ACCESS',
};

export interface HistoryFilter {
  readonly kind: HistoryKind | '';
  /** The path of a field that was corrected: `person.phone`. */
  readonly field: FieldPath | '';
}
export type FieldPath = keyof typeof FIELD_LABELS;

/** The filter that an address asks for. Codes alone are read from it: anything else is as if it were not there. */
export function filterIn(search: string): HistoryFilter {
  const asked = new URLSearchParams(search);
  return {
    kind: HISTORY_KINDS.find((kind) => kind === asked.get('kind')) ?? '',
    field: knownField(asked.get('field')) ?? '',
  };
}

/** The address of a filter. A field is only ever corrected: chosen under another kind, it takes its place. */
export function addressOf({ kind, field }: HistoryFilter): string {
  const query = new URLSearchParams({ ...(kind === '' ? {} : { kind }), ...(field === '' ? {} : { field }) });
  return query.toString() === '' ? '' : `?${query.toString()}`;
}

export function withKind({ field }: HistoryFilter, kind: HistoryFilter['kind']): HistoryFilter {
  return { kind, field: kind === '' || kind === 'CORRECTIONS' ? field : '' };
}

export function withField({ kind }: HistoryFilter, field: HistoryFilter['field']): HistoryFilter {
  return { kind: field === '' || kind === 'CORRECTIONS' ? kind : '', field };
}

/** The field that an entry corrected; the parts of an address, which a list brings one by one, are one. */
export function correctedField({ kind, field }: HistoryEntry): FieldPath | undefined {
  return kind === 'CORRECTION' ? knownField(field?.split('.').slice(0, 2).join('.') ?? null) : undefined;
}

export function isAnswering({ kind, field }: HistoryFilter): (entry: HistoryEntry) => boolean {
  return (entry) => (kind === '' || KIND_OF[entry.kind] === kind) && (field === '' || correctedField(entry) === field);
}

function knownField(path: string | null): FieldPath | undefined {
  return path !== null && Object.hasOwn(FIELD_LABELS, path) ? (path as FieldPath) : undefined;
}
