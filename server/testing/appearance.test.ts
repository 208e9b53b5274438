import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { QR_CODE, THEMES, type Shade, type Shades } from '../../admin-ui/src/layout/shades.ts';
import { contrastOf } from './contrast.ts';

const UI = join(process.cwd(), 'admin-ui');
const read = (path: string): string => readFileSync(join(UI, path), 'utf8');

/** What is read, on each ground on which it stands: 4.5 to one. */
const TEXTS: Partial<Record<Shade, readonly Shade[]>> = {
  ink: [
    'ground',
    'paper',
    'field',
    'head',
    'here',
    'chosen',
    'lateGround',
    'soonGround',
    'goodGround',
    'waitingGround',
  ],
  inkSoft: ['ground', 'paper', 'field', 'head', 'here', 'chosen', 'soonGround'],
  inkOff: ['off', 'ground', 'paper', 'field'],
  deep: ['ground', 'paper', 'field', 'head', 'here', 'chosen', 'soonGround'],
  deepOver: ['ground', 'paper', 'here'],
  onDeep: ['deep', 'deepOver', 'olive'],
  onHeader: ['header'],
  header: ['onHeader'],
  red: ['ground', 'paper', 'field', 'head', 'here', 'lateGround'],
  amber: ['ground', 'paper', 'soonGround'],
  green: ['ground', 'paper'],
  blue: ['ground', 'paper'],
  grey: ['ground', 'paper'],
  plainInk: ['plainGround'],
  lateInk: ['lateGround'],
  soonInk: ['soonGround'],
  goodInk: ['goodGround'],
  waitingInk: ['waitingGround'],
};

/** What is only seen, on what is beside it: the edges of what one uses, the focus, the marks of the picture. Three to one. */
const MARKS: Partial<Record<Shade, readonly Shade[]>> = {
  edge: ['ground', 'paper', 'field', 'head', 'here'],
  focus: ['ground', 'paper', 'field', 'head', 'here', 'chosen', 'soonGround'],
  deep: ['ground', 'paper', 'here', 'chosen'],
  onHeader: ['header'],
  blue: ['ground', 'paper', 'head', 'here'],
  red: ['ground', 'paper', 'head', 'lateGround'],
  green: ['ground', 'paper', 'head'],
  amber: ['ground', 'paper', 'head'],
  grey: ['ground', 'paper', 'head'],
  plainEdge: ['plainGround', 'ground', 'paper'],
  lateEdge: ['lateGround', 'ground', 'paper'],
  soonEdge: ['soonGround', 'ground', 'paper'],
  goodEdge: ['goodGround', 'ground', 'paper'],
  waitingEdge: ['waitingGround', 'ground', 'paper'],
};

/** What carries no meaning: it may be as pale as one likes. */
const ORNAMENTS: readonly Shade[] = ['line', 'floating', 'shadow', 'faint'];

function tooPale(shades: Shades, pairs: typeof TEXTS, least: number): string[] {
  return Object.entries(pairs).flatMap(([over, grounds]) =>
    grounds
      .map((ground) => [ground, contrastOf(shades[over as Shade], shades[ground])] as const)
      .filter(([, contrast]) => contrast < least)
      .map(([ground, contrast]) => `${over} on ${ground}: ${contrast.toFixed(2)}`),
  );
}

describe.each(Object.entries(THEMES))('in the %s appearance', (_name, shades) => {
  test('every text is told from its ground at 4.5 to one', () => {
    expect(tooPale(shades, TEXTS, 4.5)).toEqual([]);
  });

  test('every edge, the focus and every mark are told from what is beside them at three to one', () => {
    expect(tooPale(shades, MARKS, 3)).toEqual([]);
  });

  test('a colour that is too pale would be told', () => {
    expect(tooPale({ ...shades, inkSoft: shades.line }, TEXTS, 4.5)).toContainEqual(
      expect.stringMatching(/^inkSoft on paper: 1\./),
    );
    expect(tooPale({ ...shades, focus: shades.line }, MARKS, 3)).toContainEqual(
      expect.stringMatching(/^focus on paper: 1\./),
    );
  });
});

test('every colour is judged, or is an ornament', () => {
  const judged = [TEXTS, MARKS].flatMap((pairs) => Object.entries(pairs).flatMap(([over, on]) => [over, ...on]));
  expect([...new Set([...judged, ...ORNAMENTS])].sort()).toEqual(Object.keys(THEMES.light).sort());
  expect(Object.keys(THEMES.dark).sort()).toEqual(Object.keys(THEMES.light).sort());
});

test('contrasts are reckoned as WCAG does', () => {
  expect(contrastOf('#000000', '#ffffff')).toBe(21);
  expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrastOf('#ffffff', '#767676')).toBeCloseTo(4.54, 2);
});

test('colours are written in one file; a page names the same ones before it has loaded', () => {
  const sources = readdirSync(join(UI, 'src'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.tsx?$/.test(path),
  );
  expect(sources.length).toBeGreaterThan(100);
  const coloured = sources.filter((path) =>
    /['"`\s(]#(?:[\da-f]{3,4}){1,2}\b|\b(?:rgb|hsl)a?\(|color: '(?:white|black)'/i.test(read(join('src', path))),
  );
  expect(coloured).toEqual([join('layout', 'shades.ts')]);
  const page = read('index.html');
  expect(/name="theme-color" content="([^"]+)"/.exec(page)?.[1]).toBe(THEMES.light.header);
  expect(page.match(/#[\da-f]{6}\b/gi)).toEqual([THEMES.light.header]);
  expect(QR_CODE).toEqual({ ink: '#000000', ground: '#ffffff' });
});

test('what the page reads before it loads is what the application keeps', () => {
  const [, kept] = /KEPT_AS = '([^']+)'/.exec(read('src/layout/keptAppearance.ts')) ?? [];
  expect(read('public/appearance.js')).toContain(`localStorage.getItem('${kept}')`);
  expect(read('index.html')).toContain('<script src="/appearance.js"></script>');
});
