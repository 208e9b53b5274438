import type { MoveView, StepView } from '../../../../server/contract/pathway.ts';
import type { FileRecord } from '../../providers/fileChange.ts';

/** What may be recorded on a step now; nothing for who only reads. */
export const movesOf = ({ moves, grants }: FileRecord, step: StepView): MoveView[] =>
  grants.recordEvent ? moves.filter((move) => move.step === step.code && move.allowed) : [];
