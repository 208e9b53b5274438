/** Why a line cannot be taken: the codes of the report. */
export const LINE_ERROR_CODES = [
  'invalid_date',
  'date_in_future',
  'before_entry',
  'end_before_start',
  'invalid_identifier',
  'unknown_value',
  'missing_name',
  'missing_value',
  'outside_territory',
] as const;
export type LineErrorCode = (typeof LINE_ERROR_CODES)[number];

/** What is worth a look, and never refuses a line. */
export const LINE_WARNING_CODES = [
  'repaired_identifier',
  'two_digit_year',
  'serial_date',
  'ignored_value',
  'shortened_value',
  'contradiction',
  'before_cir',
  'under_sixteen',
  'absent_column',
  'unknown_column',
  'ignored_line',
  'hidden_rows',
  'other_list',
] as const;
export type LineWarningCode = (typeof LINE_WARNING_CODES)[number];

/** Why a file cannot be read at all: one per file. */
export const FAILURE_CODES = [
  'empty_file',
  'not_a_list',
  'missing_column',
  'duplicate_column',
  'merged_cells',
  'too_large',
  'too_many_rows',
  'too_slow',
  'unreadable_file',
  'unsupported_format',
  'encrypted_file',
  'legacy_xls',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

/** A remark on one cell: `message` is a French sentence that says what is wrong and how to mend it. */
interface Issue<Code> {
  readonly line: number;
  /** The header of the column, exactly as the list writes it. */
  readonly column: string;
  readonly code: Code;
  readonly message: string;
}
export type LineError = Issue<LineErrorCode>;
export type LineWarning = Issue<LineWarningCode>;

export interface Failure {
  readonly code: FailureCode;
  readonly message: string;
}
