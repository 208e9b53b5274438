import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROGRAM } from './build.mjs';
import { prepare } from './prepare.mjs';
import { ROOT, launch } from './project.mjs';

const AUDIT = join(PROGRAM, '..', 'audit.js');

/** `npm run audit:verify` and `npm run audit:anchor`: beside a program that runs, whose build is left as it is. */
async function audit() {
  const settings = join(ROOT, '.env');
  if (existsSync(settings)) process.loadEnvFile(settings);
  process.chdir(ROOT);

  if (!existsSync(AUDIT)) await prepare();

  process.setSourceMapsEnabled(true);
  process.argv[1] = AUDIT;
  await import(pathToFileURL(AUDIT).href);
}

await launch(audit);
