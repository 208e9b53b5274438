import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { HAUTS_DE_FRANCE, TODAY } from '../../../domain/importing/testing/aLine.ts';
import { readInWorker, type ReadInWorkerRequest } from './readInWorker.ts';
import { readList } from './readList.ts';
import { csv, HEADERS, texts } from './testing/aList.ts';
import { makeXlsx } from './testing/makeXlsx.ts';

const request = (bytes: Buffer, more: Partial<ReadInWorkerRequest> = {}): ReadInWorkerRequest => ({
  bytes,
  today: TODAY,
  territory: HAUTS_DE_FRANCE,
  ...more,
});
const demo = (name: string) => readFileSync(new URL(`../../../../seeds/demo/ofii-lists/${name}`, import.meta.url));

describe('a list read in its own thread', () => {
  test.each(['2026-04.csv', '2026-10.xlsx'])(
    '%s gives what it gives here, and leaves the bytes to whoever sent them',
    async (name) => {
      const bytes = demo(name);
      const size = bytes.length;
      expect(await readInWorker(request(bytes))).toEqual(
        await readList(bytes, { today: TODAY, territory: HAUTS_DE_FRANCE }),
      );
      expect(bytes.length).toBe(size);
    },
  );

  test('says where it is, never backwards, up to the end', async () => {
    const seen: number[] = [];
    await readInWorker(request(demo('2026-10.csv'), { onProgress: (percent) => seen.push(percent) }));
    expect(seen.length).toBeGreaterThan(3);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(100);
  });

  test('takes twenty thousand lines, and no more', async () => {
    const lines = (count: number) =>
      Buffer.from(
        csv(Array.from({ length: count }, (_, index) => ({ foreignerNumber: String(9_900_000_000 + index) }))),
      );
    expect(await readInWorker(request(lines(20_000)))).toMatchObject({ ok: true, rows: 20_000, refused: [] });
    expect(await readInWorker(request(lines(20_001)))).toMatchObject({ ok: false, failure: { code: 'too_many_rows' } });
  });

  test('refuses a bomb, and the program goes on', async () => {
    const bomb = makeXlsx([{ name: 'CIR', rows: [HEADERS, texts()] }], {
      parts: [{ name: 'xl/worksheets/sheet1.xml', data: `<worksheet>${' '.repeat(50 * 1024 * 1024)}</worksheet>` }],
    });
    const before = process.memoryUsage().rss;
    expect(await readInWorker(request(bomb))).toMatchObject({ ok: false, failure: { code: 'too_large' } });
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
    expect(await readInWorker(request(Buffer.from(csv())))).toMatchObject({ ok: true, rows: 1 });
  });

  test('is refused once its time is over', async () => {
    expect(await readInWorker(request(demo('2026-10.xlsx'), { deadline: 1 }))).toMatchObject({
      ok: false,
      failure: { code: 'too_slow' },
    });
  });

  test('stops when it is told to', async () => {
    const controller = new AbortController();
    const reading = readInWorker(request(demo('2026-10.xlsx'), { signal: controller.signal }));
    controller.abort(new Error('The import was cancelled'));
    await expect(reading).rejects.toThrow('The import was cancelled');
    await expect(readInWorker(request(demo('2026-04.csv'), { signal: controller.signal }))).rejects.toThrow(
      'The import was cancelled',
    );
  });
});
