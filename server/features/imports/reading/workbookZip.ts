import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { Budget } from './budget.ts';
import { ReadingFailure, unreadable, unsupported } from './readingFailure.ts';

/** The parts of a zipped workbook, by name. Only the parts asked for are ever inflated. */
export class WorkbookZip {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #budget: Budget;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, budget: Budget) {
    this.#zip = zip;
    this.#entries = entries;
    this.#budget = budget;
  }

  static async open(bytes: Buffer, budget: Budget): Promise<WorkbookZip> {
    const zip = await yauzl
      .fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: false })
      .catch((error: unknown) => {
        throw unreadable(error);
      });
    budget.checkEntries(zip.entryCount);
    const entries = new Map<string, Entry>();
    try {
      for await (const entry of zip.eachEntry()) entries.set(entry.fileName.replaceAll('\\', '/'), entry);
    } catch (error) {
      throw unreadable(error);
    }
    refuseOtherDocuments(entries);
    return new WorkbookZip(zip, entries, budget);
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** The bytes of a part, as they are inflated and counted. */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw unreadable();
    if (entry.isEncrypted()) throw locked();
    const stream: Readable = await this.#zip.openReadStreamPromise(entry).catch((error: unknown) => {
      throw unreadable(error);
    });
    let inflated = 0;
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        inflated += chunk.length;
        this.#budget.inflate(chunk.length, inflated, entry.compressedSize);
        yield chunk;
      }
    } catch (error) {
      // A part that is longer than it says, a checksum that does not fit: the zip library refuses them.
      throw error instanceof ReadingFailure ? error : unreadable(error);
    } finally {
      stream.destroy();
    }
  }
}

function locked(): ReadingFailure {
  return new ReadingFailure(
    'encrypted_file',
    'Ce classeur est protégé par un mot de passe. Ouvrez-le, retirez le mot de passe, enregistrez-le, puis déposez-le à nouveau.',
  );
}

function refuseOtherDocuments(entries: ReadonlyMap<string, Entry>): void {
  const names = [...entries.keys()];
  if (names.includes('xl/workbook.bin')) throw unsupported('un classeur binaire (.xlsb)');
  if (names.includes('content.xml') && names.includes('mimetype')) throw unsupported('un document OpenDocument');
  if (names.some((name) => name.startsWith('word/'))) throw unsupported('un document Word');
  if (names.some((name) => name.startsWith('ppt/'))) throw unsupported('un diaporama');
  if (!names.some((name) => name.startsWith('xl/') || name === '[Content_Types].xml')) throw unsupported('une archive');
}
