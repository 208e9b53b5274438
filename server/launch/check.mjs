import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { install } from './install.mjs';
import { oneAtATime } from './oneAtATime.mjs';
import { ROOT, launch, say, secondsSince } from './project.mjs';
import { run } from './run.mjs';

const BOUNDED = ['server', 'migrations', 'seeds', 'admin-ui/src'];

const CHECKS = [
  { name: 'types of the server', script: 'typescript/bin/tsc', args: ['-p', 'server/tsconfig.json'] },
  { name: 'types of the interface', script: 'typescript/bin/tsc', args: ['-p', 'admin-ui/tsconfig.json', '--noEmit'] },
  { name: 'lint', script: 'eslint/bin/eslint.js', args: ['-c', 'server/eslint.config.mjs', '.'] },
  {
    name: 'boundaries',
    script: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['--config', '.dependency-cruiser.cjs', ...BOUNDED.filter((folder) => existsSync(join(ROOT, folder)))],
  },
  {
    name: 'unit tests',
    nodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
    script: 'jest/bin/jest.js',
    args: ['-c', 'server/jest.config.mjs', '--selectProjects', 'unit', '--maxWorkers=2'],
  },
];

/** `npm run check`: what can be known without a database, in the order in which it is quickest to know. */
async function check() {
  await oneAtATime(install);
  const failed = [];
  for (const { name, nodeArgs = [], script, args } of CHECKS) {
    const start = performance.now();
    const { code } = await run(process.execPath, [...nodeArgs, join(ROOT, 'node_modules', script), ...args], {
      show: true,
    });
    say(`${name}: ${code === 0 ? 'right' : 'WRONG'} (${secondsSince(start)})`);
    if (code !== 0) failed.push(name);
  }
  if (failed.length === 0) return 0;
  say(`to be mended: ${failed.join(', ')}.`);
  return 1;
}

await launch(check);
