/** The file that is being given to somebody. */
export interface AssignTarget {
  readonly id: string;
  /** The name, or the number for who sees pseudonyms. */
  readonly name: string;
  /** What to say once it is done. */
  readonly saved: string;
}

export interface AssignDialogProps {
  readonly target: AssignTarget;
  readonly onClose: () => void;
  readonly onDone?: (() => void) | undefined;
}
