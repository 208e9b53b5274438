import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** What is on screen, to be looked at: taken when SCREENSHOTS names a folder, from the root of the project. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (folder !== undefined) await page.screenshot({ path: join(process.cwd(), folder, `${name}.png`) });
}
