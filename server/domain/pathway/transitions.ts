import type { ContractState, StepStatus } from './codes.ts';

/** Every move that a step may make. A move that is not here is refused. */
export const ALLOWED_MOVES: Record<StepStatus, readonly StepStatus[]> = {
  NOT_APPLICABLE: ['TO_DO'],
  TO_DO: [
    'REQUESTED',
    'SCHEDULED',
    'IN_PROGRESS',
    'DONE',
    'EXEMPT',
    'DECLINED',
    'NOT_APPLICABLE',
    'WAITING_THIRD_PARTY',
    'CANCELLED',
  ],
  REQUESTED: [
    'SCHEDULED',
    'WAITING_THIRD_PARTY',
    'IN_PROGRESS',
    'DONE',
    'REFUSED_BY_BODY',
    'EXEMPT',
    'DECLINED',
    'CANCELLED',
  ],
  SCHEDULED: ['IN_PROGRESS', 'DONE', 'ABANDONED', 'SCHEDULED', 'TO_DO', 'DECLINED', 'WAITING_THIRD_PARTY', 'CANCELLED'],
  IN_PROGRESS: ['WAITING_THIRD_PARTY', 'DONE', 'PARTIALLY_DONE', 'ABANDONED', 'CANCELLED'],
  WAITING_THIRD_PARTY: ['IN_PROGRESS', 'DONE', 'REFUSED_BY_BODY', 'SCHEDULED', 'ABANDONED'],
  DONE: [],
  PARTIALLY_DONE: ['IN_PROGRESS', 'DONE'],
  EXEMPT: ['TO_DO'],
  DECLINED: ['TO_DO'],
  REFUSED_BY_BODY: ['TO_DO'],
  ABANDONED: ['TO_DO'],
  CANCELLED: [],
};

/** Every move that the contract may make. Only the prefect decides: what is recorded is his decision. */
export const ALLOWED_CONTRACT_MOVES: Record<ContractState, readonly ContractState[]> = {
  NOT_CONVENED: ['CONVENED', 'EXEMPT_FROM_CIR'],
  CONVENED: ['ABSENT_AT_PLATFORM', 'SIGNED', 'DECLINED_OPTIONAL'],
  ABSENT_AT_PLATFORM: ['CONVENED'],
  EXEMPT_FROM_CIR: [],
  DECLINED_OPTIONAL: ['SIGNED'],
  SIGNED: ['EXTENDED', 'OPINION_ISSUED', 'TERMINATION_NOTICE', 'EXEMPT_FROM_CIR'],
  EXTENDED: ['OPINION_ISSUED', 'TERMINATION_NOTICE'],
  OPINION_ISSUED: ['CLOSED_RESPECTED', 'CLOSED_NOT_RESPECTED'],
  TERMINATION_NOTICE: ['SIGNED', 'TERMINATED'],
  TERMINATED: [],
  CLOSED_RESPECTED: [],
  CLOSED_NOT_RESPECTED: [],
};

/** Statuses in which a step is still somebody's turn. */
export const OPEN_STATUSES: ReadonlySet<StepStatus> = new Set<StepStatus>([
  'TO_DO',
  'REQUESTED',
  'SCHEDULED',
  'IN_PROGRESS',
  'WAITING_THIRD_PARTY',
]);

/** « Requested or later »: what is asked for, and all that may come of it; neither put aside nor given up (decision 12). */
export const REQUESTED_OR_LATER: readonly StepStatus[] = [
  'REQUESTED',
  'SCHEDULED',
  'IN_PROGRESS',
  'WAITING_THIRD_PARTY',
  'DONE',
  'PARTIALLY_DONE',
  'REFUSED_BY_BODY',
];

/** Statuses that meet a prerequisite (pathway.json `stepSemantics.prerequisites`). */
export const MET_STATUSES: ReadonlySet<StepStatus> = new Set<StepStatus>(['DONE', 'EXEMPT', 'NOT_APPLICABLE']);

/** Statuses that should come after what the step waits for: reached before it, they are flagged. */
export const BEGUN_STATUSES: ReadonlySet<StepStatus> = new Set<StepStatus>(['IN_PROGRESS', 'DONE', 'PARTIALLY_DONE']);
