import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { unpackBrowser } from './unpackBrowser.ts';

const FLAGS = [
  // Dates typed in native inputs follow the browser's own language, not the page's.
  '--lang=fr-FR',
  // The only pages visited are ours; the sandbox needs rights that containers and root do not give.
  '--no-sandbox',
  // /dev/shm is 64 MB in a container, less than one large page.
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--font-render-hinting=none',
];

/** A browser for tests: the packaged Chromium on linux-x64, elsewhere the Chrome installed by the developer. To be closed. */
export async function launchBrowser(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return chromium.launch({ channel: 'chrome', args: ['--lang=fr-FR'] });
  }
  const { executablePath, libraries, fontsFile } = await unpackBrowser();
  const libraryPath = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: libraryPath,
    FONTCONFIG_FILE: fontsFile,
    LANG: 'fr_FR.UTF-8',
    LANGUAGE: 'fr_FR',
    TZ: 'Europe/Paris',
  };
  const launch = (): Promise<Browser> => chromium.launch({ executablePath, args: FLAGS, env: withoutUndefined(env) });
  // Several start at once on a busy machine, and now and then one dies as it does (SIGSEGV), before any page.
  return launch().catch(launch);
}

function withoutUndefined(env: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
