const MEGABYTE = 1024 * 1024;

/** What a list may weigh. A month of the largest territory is under 1 MB and 2,000 lines: these stop bombs, not lists. */
export interface ReadingLimits {
  readonly fileBytes: number;
  /** Bytes really inflated, counted as they come: the sizes that a file declares may lie. */
  readonly inflatedBytes: number;
  /** Inflated over compressed, per part of the workbook, once it passes `ratioFloorBytes`. */
  readonly ratio: number;
  readonly ratioFloorBytes: number;
  readonly entries: number;
  readonly rows: number;
  readonly cells: number;
  readonly cellLength: number;
  /** Characters of all the texts together: what the reading keeps in memory. */
  readonly textLength: number;
}

export const READING_LIMITS: ReadingLimits = Object.freeze({
  fileBytes: 10 * MEGABYTE,
  inflatedBytes: 100 * MEGABYTE,
  ratio: 100,
  ratioFloorBytes: 4 * MEGABYTE,
  entries: 1_000,
  rows: 20_000,
  // 20,000 full lines of 26 columns, a header and some titles.
  cells: 600_000,
  cellLength: 8_192,
  textLength: 30_000_000,
});
