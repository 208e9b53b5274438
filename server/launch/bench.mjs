import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { prepare } from './prepare.mjs';
import { ROOT, launch, say } from './project.mjs';
import { run } from './run.mjs';

const BENCHES = join(ROOT, 'server', 'testing', 'bench');

/** `npm run bench [-- <part of a name>]`: runs the measurements, one after the other so that none disturbs another. */
async function bench([part = '']) {
  const files = listBenches().filter((file) => file.includes(part));
  if (files.length === 0) {
    say(part === '' ? 'there is no measurement yet: nothing was measured.' : `no measurement is named like "${part}".`);
    return part === '' ? 0 : 1;
  }

  await prepare();
  let worst = 0;
  for (const file of files) {
    say(`measuring: ${file}`);
    const { code } = await run(process.execPath, [join(BENCHES, file)], { show: true });
    worst = Math.max(worst, code);
  }
  return worst;
}

function listBenches() {
  if (!existsSync(BENCHES)) return [];
  return readdirSync(BENCHES)
    .filter((file) => file.endsWith('.bench.mjs'))
    .sort();
}

await launch(bench);
