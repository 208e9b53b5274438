/** What a figure counts, in words that its reader can check. A change of meaning is a new version, never an edit. */
export interface Indicator {
  readonly code: string;
  readonly version: number;
  /** Title of its table, in French. */
  readonly title: string;
  /** Who or what is counted. */
  readonly numerator: string;
  /** Among whom, for a rate; null for a count. */
  readonly denominator: string | null;
  /** From when the figure means something: how old a file or a period must be; null when it always does. */
  readonly maturity: string | null;
  /** What is not obvious, and would otherwise be believed wrongly. */
  readonly notes: readonly string[];
}

/** The definition as printed beside the figures. */
export function definitionOf(indicator: Indicator): { code: string; version: number; sentence: string } {
  const { code, version, numerator, denominator, maturity, notes } = indicator;
  const base = denominator === null ? numerator : `${numerator} Rapporté à\u00a0: ${denominator}`;
  return { code, version, sentence: [base, ...(maturity === null ? [] : [maturity]), ...notes].join(' ') };
}
