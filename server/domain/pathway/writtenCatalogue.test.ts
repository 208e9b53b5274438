import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { RULES } from '../stall/rules.ts';
import { writeCatalogue } from './testing/writeCatalogue.ts';
import { CONTRACT_STATES, STEP_STATUSES } from './codes.ts';
import { STEPS } from './steps/index.ts';

const path = join(process.cwd(), 'docs', 'pathway-catalogue.md');

describe('the written catalogue', () => {
  test('is what the code says; UPDATE_CATALOGUE=1 npm test -- pathway/writtenCatalogue writes it anew', () => {
    const written = writeCatalogue();
    if (process.env['UPDATE_CATALOGUE'] !== undefined) writeFileSync(path, written);
    expect(readFileSync(path, 'utf8')).toBe(written);
  });

  test('names every step, rule, status and state, and no page of a source', () => {
    const written = writeCatalogue();
    const codes = [...STEPS, ...RULES].map(({ code }) => code);
    for (const code of [...codes, ...STEP_STATUSES, ...CONTRACT_STATES]) expect(written).toContain(code);
    expect(written).not.toMatch(/\bS\d\d\b|undefined|null|\bgk\b|\b(?:sourced|proposal|former|after|before)\b/);
  });
});
