import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { fileCalled } from './findFile.ts';

/** What the checks of accessibility share: who looks, at which widths, and what is a fault. */

export const SIZES = { desk: { width: 1280, height: 900 }, phone: { width: 320, height: 720 } } as const;

export const CASEWORKER = 'samira.intervenante@passerelles.example';
export const MANAGER = 'claire.cheffe@passerelles.example';
export const OTHER_MANAGER = 'nadege.cheffe@escale.example';
export const OFII = 'agent@ofii.example';
export const REFERENT = 'referente@prefecture59.example';
export const READER = 'lecture@prefecture59.example';
export const REGION = 'lecture@region.example';
export const ADMIN = 'admin@jalon.example';
export const AUDITOR = 'audit@jalon.example';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A page without fault, in French, no wider than its screen. */
export const NONE = { violations: [], headings: 1, title: true, lang: 'fr', widerThanTheScreen: false };

/** Under a dialogue the page is hidden from everybody: only what the dialogue shows is judged, and the width. */
export const NONE_IN_DIALOG = { violations: [], title: true, lang: 'fr', widerThanTheScreen: false };

/**
 * A dialogue that still fades in is pale, and would be told so; what is cut short has ended too. What ends may make
 * something else begin: two frames later, still nothing moves.
 */
const NOTHING_MOVES = `(async () => {
  const moving = () => document.getAnimations().filter(({ playState }) => playState !== 'finished');
  const frame = () => new Promise((seen) => requestAnimationFrame(seen));
  do {
    await Promise.allSettled(moving().map((animation) => animation.finished));
    await frame();
    await frame();
  } while (moving().length > 0);
})()`;

/** The page as a device that is set so shows it; what would fade from one colour to the other does so at once. */
export async function setAppearance(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.locator(`html[data-theme=${colorScheme}]`).waitFor({ state: 'attached' });
  await page.evaluate(`(async () => {
    await new Promise((seen) => requestAnimationFrame(seen));
    for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
  })()`);
}

/** In the dark appearance only colours differ: only they are judged again. */
async function paleInDark(page: Page): Promise<string[]> {
  await setAppearance(page, 'dark');
  const violations = await violationsOf(page, { runOnly: { type: 'rule', values: ['color-contrast'] } });
  await setAppearance(page, 'light');
  return violations.map((violation) => `in dark, ${violation}`);
}

interface Faults {
  readonly violations: readonly string[];
  readonly headings: number;
  readonly title: boolean;
  readonly lang: string | null;
  readonly widerThanTheScreen: boolean;
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

async function violationsOf(page: Page, judged: object): Promise<string[]> {
  // Of the rules that are kept nothing is written down, nor where a fault stands: its HTML says it.
  const options = JSON.stringify({ ...judged, resultTypes: ['violations'], selectors: false });
  const violations = (await page.evaluate(
    `axe.run(document, ${options}).then(({ violations }) => violations)`,
  )) as Violation[];
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

/**
 * What is wrong with the page as it stands: nothing, for anybody who comes with a screen reader, a keyboard or a phone; in
 * the dark neither. There the colours of a phone are those of a desk: a desk is enough.
 */
export async function faultsOf(page: Page, unjudged: readonly string[] = []): Promise<Faults> {
  const inLight = await faultsInLight(page, unjudged);
  if ((page.viewportSize()?.width ?? 0) < SIZES.desk.width) return inLight;
  return { ...inLight, violations: [...inLight.violations, ...(await paleInDark(page))] };
}

/** The same, where the dark appearance has nothing of its own to show. */
export async function faultsInLight(page: Page, unjudged: readonly string[] = []): Promise<Faults> {
  // What is being loaded is said by aria-busy.
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  await page.evaluate(NOTHING_MOVES);
  // Half a megabyte of script: once for each time that the application is loaded.
  if (await page.evaluate('globalThis.axe === undefined')) await page.evaluate(AXE);
  const violations = await violationsOf(page, {
    runOnly: STANDARDS,
    rules: Object.fromEntries(unjudged.map((rule) => [rule, { enabled: false }])),
  });
  return {
    violations,
    headings: await page.getByRole('heading', { level: 1, includeHidden: true }).count(),
    title: / – Jalon$|^Jalon$/.test(await page.title()),
    lang: await page.locator('html').getAttribute('lang'),
    widerThanTheScreen: await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth'),
  };
}

/** The identifier of the first file that her search finds. */
export async function findFile(page: Page, q: string): Promise<string> {
  return (await fileCalled(page, q)).id;
}

export async function openFile(page: Page, q: string): Promise<string> {
  const id = await findFile(page, q);
  await page.goto(`/#/pathways/${id}/show`);
  await page.getByRole('heading', { name: 'Étapes du parcours' }).waitFor();
  return id;
}

export async function leaveDialog(page: Page): Promise<void> {
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

interface Edges {
  /** Of each field, how its edge stands out from what is around it. */
  readonly fields: readonly number[];
  readonly focus: { readonly contrast: number; readonly width: number };
  readonly currentEdge: string;
  readonly otherEdge: string;
  readonly containedBorder: string;
}

/** How the edges of what one uses are drawn: what axe does not judge. */
export async function edgesIn(page: Page): Promise<Edges> {
  return (await page.evaluate(`(() => {
    const channels = (color) => (color.match(/[\\d.]+/g) ?? []).map(Number);
    const luminance = (color) => {
      const [r, g, b] = channels(color).map((part) => {
        const one = part / 255;
        return one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (one, other) => {
      const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
      return (light + 0.05) / (dark + 0.05);
    };
    const ground = getComputedStyle(document.body).backgroundColor;
    const fields = [...document.querySelectorAll('main .MuiOutlinedInput-notchedOutline')];
    const focused = getComputedStyle(document.activeElement);
    const edge = (selector) => getComputedStyle(document.querySelector(selector)).borderBottomColor;
    const contained = getComputedStyle(document.querySelector('main .MuiButton-contained'));
    return {
      fields: fields.map((field) => contrast(getComputedStyle(field).borderTopColor, ground)),
      focus: { contrast: contrast(focused.outlineColor, ground), width: parseFloat(focused.outlineWidth) },
      currentEdge: edge('nav a[aria-current]'),
      otherEdge: edge('nav a:not([aria-current])'),
      containedBorder: contained.borderTopStyle + ' ' + contained.borderTopWidth,
    };
  })()`)) as Edges;
}
