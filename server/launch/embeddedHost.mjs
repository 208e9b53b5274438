import { startEmbeddedPostgres } from '../dist/server/platform/database/embedded/startEmbeddedPostgres.js';

/**
 * The smallest program around the embedded database, for the launch tests, which end it in every way.
 * Usage: node embeddedHost.mjs <data folder>. Prints one line of JSON when ready, then lives until SIGTERM
 * (a clean stop), SIGUSR2 (an exit that forgets the database, as after an unhandled error) or SIGHUP (not handled).
 */
const [dataDir] = process.argv.slice(2);

try {
  const { url, port, folder, stop } = await startEmbeddedPostgres({
    dataDir,
    log: (line) => process.stderr.write(`${line}\n`),
  });
  process.once('SIGTERM', () => void stop());
  process.once('SIGUSR2', () => process.exit(1));
  console.log(JSON.stringify({ url, port, folder }));
} catch (error) {
  console.error(error.message);
  process.exitCode = error.code === 'ALREADY_RUNNING' ? 3 : 1;
}
