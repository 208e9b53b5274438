import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';

const HTML = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Essai</title>
<body style="font: 32px sans-serif; background: white; color: black">
<p id="french">Été, œuvre, Noël : « ça va ? » — 12 000 €</p>
<p id="arabic" lang="ar" dir="rtl">شهادة السياقة 2026</p>
<p id="unknown">&#xF0000;&#xF0001;&#xF0002;</p>
<input type="date" value="2026-03-31"></body></html>`;

describe('the browser of the tests', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 700, height: 360 } });
    await page.goto(`data:text/html;charset=utf-8,${encodeURIComponent(HTML)}`);
  });
  afterAll(() => browser.close());

  test('runs the scripts of a page', async () => {
    expect(await page.evaluate('document.title + navigator.language')).toBe('Essaifr-FR');
  });

  test('has letters for French and for Arabic, joined as they should be', async () => {
    const drawn = await page.evaluate<Record<string, string>>(DRAW);
    // An absent letter is drawn as a box, the same for all.
    expect(drawn.é).not.toBe(drawn.absent);
    expect(drawn.œ).not.toBe(drawn.absent);
    expect(drawn.ش).not.toBe(drawn.absent);
    expect(drawn.ش).not.toBe(drawn.é);
    // Joined, these letters take another shape and less room than side by side.
    expect(Number(drawn.joined)).toBeLessThan(Number(drawn.apart));
  });

  test('takes screenshots', async () => {
    const image = await page.screenshot();
    mkdirSync(join(process.cwd(), '.cache'), { recursive: true });
    writeFileSync(join(process.cwd(), '.cache', 'browser-test.png'), image);
    expect(image.subarray(1, 4).toString()).toBe('PNG');
    expect([image.readUInt32BE(16), image.readUInt32BE(20)]).toEqual([700, 360]);
    // A blank image of this size weighs about 1 kB.
    expect(image.length).toBeGreaterThan(6_000);
  });
});

const DRAW = `(() => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 60;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  const draw = (letter) => {
    pen.clearRect(0, 0, 60, 60);
    pen.font = '40px sans-serif';
    pen.fillText(letter, 5, 45);
    return canvas.toDataURL();
  };
  const width = (text) => pen.measureText(text).width;
  return {
    é: draw('é'), œ: draw('œ'), ش: draw('ش'), absent: draw('\\u{F0000}'),
    joined: width('سلسلة'), apart: [...'سلسلة'].reduce((sum, letter) => sum + width(letter), 0),
  };
})()`;
