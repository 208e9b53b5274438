import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ACTIONS } from './actions.ts';
import { REFUSALS } from './refusals.ts';
import { RELATIONS, SEALED_RIGHTS } from './relations.ts';
import { writeRightsMatrix } from './testing/writeRightsMatrix.ts';
import { ACTION_WORDS } from './words.ts';

const path = join(process.cwd(), 'docs', 'rights-matrix.md');

describe('the written table of rights', () => {
  test('is what the code says; UPDATE_RIGHTS=1 npm test -- access/writtenRightsMatrix writes it anew', () => {
    const written = writeRightsMatrix();
    if (process.env['UPDATE_RIGHTS'] !== undefined) writeFileSync(path, written);
    expect(readFileSync(path, 'utf8')).toBe(written);
  });

  test('names every action, relation, refusal and right over a sealed file', () => {
    const written = writeRightsMatrix();
    const words = ACTIONS.flatMap((action) => [ACTION_WORDS[action].words, ACTION_WORDS[action].refusal]);
    for (const said of [...words, ...RELATIONS, ...SEALED_RIGHTS, ...Object.keys(REFUSALS)])
      expect(written).toContain(said);
    // A hidden fact without words would leave its place empty.
    expect(written).not.toMatch(/undefined|null|\[object|[|,] \(`/);
  });
});
