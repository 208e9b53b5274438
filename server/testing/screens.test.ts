import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { isThere } from './namedTests.ts';
import { judgesNamed, probesOf, SCREENS } from './screens.ts';

const sourceOf = (path: string): string => readFileSync(join(process.cwd(), 'admin-ui', 'src', path), 'utf8');
const PAGES_OF_A_RESOURCE = { list: '', create: '/create', show: '/:id/show', edit: '/:id' } as const;

/** Every route that the router declares; the parts of a file are routes of their own. */
function routesOf(router: string, file: string): string[] {
  const resources = [...router.matchAll(/<Resource\s+name="([^"]+)"([^>]*)\/>/g)].flatMap(([, name = '', pages = '']) =>
    Object.entries(PAGES_OF_A_RESOURCE)
      .filter(([page]) => new RegExp(`\\b${page}=`).test(pages))
      .map(([, path]) => `/${name}${path}`),
  );
  const own = [...router.matchAll(/<Route\s+path="([^"]+)"/g)].map(([, path = '']) => path);
  const [, parts = ''] = /const PARTS = \{([^}]*)\}/.exec(file) ?? [];
  const ofAFile = [...parts.matchAll(/^\s*(\w+):/gm)].map(([, part = '']) => `/pathways/:id/show/${part}`);
  const around = [
    ...(router.includes('dashboard=') ? ['/'] : []),
    ...(router.includes('loginPage=') ? ['/login'] : []),
    ...(router.includes('catchAll=') ? ['*'] : []),
  ];
  return [...around, ...resources, ...own, ...ofAFile];
}

describe('the table of screens', () => {
  test('has every route of the router, and no other', () => {
    const routes = routesOf(sourceOf('App.tsx'), sourceOf('pathways/file/PathwayFile.tsx'));
    expect(Object.keys(SCREENS).sort()).toEqual(routes.sort());
    expect(routes.length).toBeGreaterThan(25);
  });

  test('names tests that are there', () => {
    expect(judgesNamed().filter((named) => !isThere(named))).toEqual([]);
  });

  test('comes to each state somewhere, under a name of its own', () => {
    for (const state of ['loaded', 'empty', 'unanswered', 'dialogue'] as const) {
      const names = probesOf(state).map(([name]) => name);
      expect(names.length).toBeGreaterThan(3);
      expect(names).toEqual([...new Set(names)]);
    }
  });

  test('would miss a route or a part that is added, whatever the way it is declared', () => {
    const router =
      '<X dashboard={H} /><Resource name="a" list={A} show={B} />\n<Route path="/b/:id" element={<B />} />';
    expect(routesOf(router, 'const PARTS = {\n  c: C,\n};')).toEqual([
      '/',
      '/a',
      '/a/:id/show',
      '/b/:id',
      '/pathways/:id/show/c',
    ]);
  });
});
