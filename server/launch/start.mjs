import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROGRAM } from './build.mjs';
import { prepare } from './prepare.mjs';
import { ROOT, launch } from './project.mjs';
import { refuseSecondStart } from './refuseSecondStart.mjs';

/** `npm start`: installs, builds, then becomes the program. */
async function start() {
  const settings = join(ROOT, '.env');
  if (existsSync(settings)) process.loadEnvFile(settings);
  process.chdir(ROOT);

  await refuseSecondStart();
  await prepare();

  // The program runs in this very process: signals, exit code and a kill -9 reach it and not a go-between.
  process.setSourceMapsEnabled(true);
  process.argv[1] = PROGRAM;
  await import(pathToFileURL(PROGRAM).href);
}

await launch(start);
