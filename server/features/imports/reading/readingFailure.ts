import type { Failure, FailureCode } from '../../../domain/importing/issues.ts';

/** Stops the reading of a file from the depths of a parser. `readSheet` alone catches it, and gives its failure. */
export class ReadingFailure extends Error {
  readonly failure: Failure;

  constructor(code: FailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ReadingFailure';
    this.failure = { code, message };
  }
}

export function unreadable(cause?: unknown): ReadingFailure {
  return new ReadingFailure(
    'unreadable_file',
    'Ce fichier est abîmé\u00A0: il n’a pas pu être lu. Ouvrez-le dans un tableur, enregistrez-le sous .xlsx, puis déposez-le à nouveau.',
    { cause },
  );
}

export function tooLarge(message: string): ReadingFailure {
  return new ReadingFailure('too_large', message);
}

export function unsupported(what: string): ReadingFailure {
  return new ReadingFailure(
    'unsupported_format',
    `Ce fichier est ${what}. Ouvrez la liste dans un tableur, enregistrez-la sous .xlsx ou .csv, puis déposez-la à nouveau.`,
  );
}
