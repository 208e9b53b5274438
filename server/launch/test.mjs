import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepare } from './prepare.mjs';
import { CACHE, ROOT, launch, readIfThere, say } from './project.mjs';
import { run } from './run.mjs';

const RESULTS = join(CACHE, 'test-results.json');
/** One more than two cores: a suite that waits for a browser or for PostgreSQL leaves its core to another. */
const WORKERS = 3;
const JEST = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');

/**
 * `npm test [-- <arguments of Jest>]`: installs, builds, runs the tests, and ends with one line of figures.
 * Fails on a failed test, on none at all, and on any that was left out: a test that does not run proves nothing.
 */
async function test(args) {
  await prepare();
  rmSync(RESULTS, { force: true });

  const { code } = await run(process.execPath, jestArguments(args), { show: true });
  const results = readIfThere(RESULTS);
  if (results === undefined) say('Jest gave no results.');
  const counts = count(results === undefined ? {} : JSON.parse(results));

  const complaint = complain(counts);
  if (complaint !== undefined) say(complaint);
  console.log(lastLine(counts));
  return code !== 0 ? code : complaint === undefined ? 0 : 1;
}

function jestArguments(args) {
  const ownWorkers = args.some((arg) => /^(-i|--runInBand|-w\d*|--maxWorkers(=.*)?)$/.test(arg));
  return [
    '--experimental-vm-modules',
    // That flag makes Node announce at every start of every worker that it is experimental.
    '--disable-warning=ExperimentalWarning',
    JEST,
    '-c',
    'server/jest.config.mjs',
    '--json',
    `--outputFile=${RESULTS}`,
    ...(ownWorkers ? [] : [`--maxWorkers=${WORKERS}`]),
    ...args,
  ];
}

/** A test file that could not even be loaded counts as one failure: its tests did not pass. */
function count({
  numPassedTests = 0,
  numFailedTests = 0,
  numPendingTests = 0,
  numTodoTests = 0,
  numRuntimeErrorTestSuites = 0,
}) {
  return {
    passed: numPassedTests,
    failed: numFailedTests + numRuntimeErrorTestSuites,
    skipped: numPendingTests + numTodoTests,
  };
}

function complain({ passed, failed, skipped }) {
  if (passed + failed === 0) return 'no test was run.';
  if (skipped > 0) return 'some tests were skipped or are to be written.';
  return failed > 0 ? 'some tests failed.' : undefined;
}

function lastLine({ passed, failed, skipped }) {
  return `Tests: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

await launch(test);
