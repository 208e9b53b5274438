import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROGRAM } from './build.mjs';
import { prepare } from './prepare.mjs';
import { ROOT, launch } from './project.mjs';

/** `npm run account:invite`: installs, builds, then invites somebody by hand. */
async function invite() {
  const settings = join(ROOT, '.env');
  if (existsSync(settings)) process.loadEnvFile(settings);
  process.chdir(ROOT);
  await prepare();
  await import(pathToFileURL(join(dirname(PROGRAM), 'invite.js')).href);
}

await launch(invite);
