import { build } from './build.mjs';
import { install } from './install.mjs';
import { oneAtATime } from './oneAtATime.mjs';

/** Installs what is missing and builds what is stale: a second or less when there is nothing to do. */
export function prepare() {
  return oneAtATime(async () => {
    await install();
    await build();
  });
}
