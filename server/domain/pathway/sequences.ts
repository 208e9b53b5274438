import type { CalendarDay } from '../calendar/calendarDay.ts';
import { firstEntries } from './currentSteps.ts';
import type { ContractState, StepCode, StepStatus } from './codes.ts';
import type { Folded } from './fold.ts';
import { CONTRACT_STATE_LABELS, STEP_LABELS, STEP_STATUS_LABELS } from './labels.ts';
import { ALLOWED_CONTRACT_MOVES, ALLOWED_MOVES } from './transitions.ts';
import { typeset } from './words.ts';

/** A move that the history makes and that its table does not have. */
export interface ForbiddenMove {
  readonly of: 'STEP' | 'CONTRACT';
  readonly to: StepStatus | ContractState;
  readonly on: CalendarDay | null;
  /** The last of its history: what was tried, rather than a date that no longer fits between two others. */
  readonly isLast: boolean;
  readonly reason: string;
}

/** The forbidden moves of a history that another one did not already have: only what is new is refused. */
export function newForbiddenMoves(before: Folded, after: Folded): ForbiddenMove[] {
  const known = new Map<string, number>();
  for (const move of forbiddenMoves(before)) known.set(nameOf(move), (known.get(nameOf(move)) ?? 0) + 1);
  // One that is known excuses one, not the same again.
  return forbiddenMoves(after).filter((move) => {
    const left = known.get(nameOf(move)) ?? 0;
    known.set(nameOf(move), left - 1);
    return left <= 0;
  });
}

function nameOf({ reason, on }: ForbiddenMove): string {
  return `${reason}${on}`;
}

function forbiddenMoves(folded: Folded): ForbiddenMove[] {
  const first = firstEntries(folded);
  const ofSteps = folded.catalogue.steps.flatMap(({ code, number, initial }) => {
    const history = [first[initial], ...(folded.histories[number] ?? [])];
    return history.flatMap((entry, index): ForbiddenMove[] => {
      const from = history[index - 1]?.status;
      if (from === undefined || entry.because !== null || ALLOWED_MOVES[from].includes(entry.status)) return [];
      const isLast = index === history.length - 1;
      return [
        { of: 'STEP', to: entry.status, on: entry.on, isLast, reason: stepCannotFollow(code, from, entry.status) },
      ];
    });
  });
  return [...ofSteps, ...forbiddenContractMoves(folded)];
}

/**
 * The table of the contract says how a state follows another. Two entries are not in it and are facts all the same:
 * a signature known from the file, with no convocation recorded, and a further extension under the ceiling of a year
 * (R.413-4 sets the ceiling, not the number of decisions).
 */
function forbiddenContractMoves({ contract }: Folded): ForbiddenMove[] {
  return contract.flatMap(({ state, on, isRecorded }, index): ForbiddenMove[] => {
    const from = contract[index - 1]?.state;
    if (from === undefined || !isRecorded || mayContractFollow(from, state)) return [];
    return [
      {
        of: 'CONTRACT',
        to: state,
        on,
        isLast: index === contract.length - 1,
        reason: contractCannotFollow(from, state),
      },
    ];
  });
}

export function mayContractFollow(from: ContractState, to: ContractState): boolean {
  return ALLOWED_CONTRACT_MOVES[from].includes(to) || (from === 'EXTENDED' && to === 'EXTENDED');
}

/** What may be done instead of a move that is tried. */
export const INSTEAD = {
  STEP: 'Choisissez un autre statut, ou retirez d’abord le dernier fait noté.',
  CONTRACT: 'Choisissez un autre état, ou retirez d’abord le dernier fait noté.',
} as const satisfies Record<ForbiddenMove['of'], string>;

export function stepMoveRefused(step: StepCode, from: StepStatus, to: StepStatus): string {
  return `${stepCannotFollow(step, from, to)} ${INSTEAD.STEP}`;
}

export function contractMoveRefused(from: ContractState, to: ContractState): string {
  return `${contractCannotFollow(from, to)} ${INSTEAD.CONTRACT}`;
}

function stepCannotFollow(step: StepCode, from: StepStatus, to: StepStatus): string {
  const [before, after] = [STEP_STATUS_LABELS[from], STEP_STATUS_LABELS[to]];
  return typeset(`« ${STEP_LABELS[step]} » ne peut pas passer de « ${before} » à « ${after} ».`);
}

function contractCannotFollow(from: ContractState, to: ContractState): string {
  const [before, after] = [CONTRACT_STATE_LABELS[from], CONTRACT_STATE_LABELS[to]];
  return typeset(`Le contrat ne peut pas passer de « ${before} » à « ${after} ».`);
}
