import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A test, as it is named elsewhere than where it stands. */
export interface NamedTest {
  readonly file: string;
  readonly title: string;
}

/** Whether a test of that title stands in that file: the quotes are those of the code. */
export function isThere({ file, title }: NamedTest): boolean {
  const path = join(process.cwd(), 'server', 'testing', file);
  const declared = new RegExp(`\\btest(\\.each\\(.*\\))?\\(\\s*'${escaped(title)}',`);
  return existsSync(path) && declared.test(readFileSync(path, 'utf8'));
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
