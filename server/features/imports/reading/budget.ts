import type { ReadingLimits } from './limits.ts';
import { ReadingFailure, tooLarge } from './readingFailure.ts';

/** Counts what a file makes the reader keep, and stops it as soon as a limit is passed. */
export class Budget {
  readonly #limits: ReadingLimits;
  #inflated = 0;
  #rows = 0;
  #cells = 0;
  #sharedTexts = 0;
  #characters = 0;

  constructor(limits: ReadingLimits) {
    this.#limits = limits;
  }

  checkEntries(count: number): void {
    if (count > this.#limits.entries)
      throw tooLarge(
        'Ce classeur contient trop de parties pour être une liste. Copiez la liste dans un classeur neuf, puis déposez-le.',
      );
  }

  /** Bytes inflated from one part: `partial` so far in that part, out of `compressed`. */
  inflate(bytes: number, partial: number, compressed: number): void {
    this.#inflated += bytes;
    const { inflatedBytes, ratio, ratioFloorBytes } = this.#limits;
    if (this.#inflated > inflatedBytes || (partial > ratioFloorBytes && partial > compressed * ratio)) {
      throw tooLarge(
        'Ce classeur devient démesuré une fois décompressé. Copiez la liste dans un classeur neuf, puis déposez-le.',
      );
    }
  }

  /** `slack`: rows that are not lines of the list (titles, header). The exact count is made once the header is known. */
  addRow(slack: number): void {
    this.#rows += 1;
    if (this.#rows > this.#limits.rows + slack) {
      throw new ReadingFailure(
        'too_many_rows',
        'Cette liste dépasse 20\u202F000 lignes. Partagez-la en plusieurs fichiers.',
      );
    }
  }

  /** Rows of a sheet left aside for another do not count. */
  resetRows(): void {
    this.#rows = 0;
  }

  addCell(length: number): void {
    this.#cells += 1;
    if (this.#cells > this.#limits.cells)
      throw tooLarge(
        'Cette feuille a trop de cellules remplies pour être une liste. Copiez la liste seule dans un classeur neuf, puis déposez-le.',
      );
    this.addText(length);
  }

  /** A text kept once for several cells: a list has no more of them than of cells. */
  addSharedText(length: number): void {
    this.#sharedTexts += 1;
    if (this.#sharedTexts > this.#limits.cells)
      throw tooLarge(
        'Ce classeur contient trop de textes pour être une liste. Copiez la liste seule dans un classeur neuf, puis déposez-le.',
      );
    this.addText(length);
  }

  addText(length: number): void {
    this.checkText(length);
    this.#characters += length;
    if (this.#characters > this.#limits.textLength)
      throw tooLarge('Ce fichier contient trop de texte pour être une liste. Partagez-le en plusieurs fichiers.');
  }

  /** The text of one cell, while it grows. */
  checkText(length: number): void {
    if (length > this.#limits.cellLength)
      throw tooLarge('Une cellule contient un texte démesuré. Raccourcissez-le, puis déposez le fichier à nouveau.');
  }
}
