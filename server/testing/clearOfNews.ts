import type { Page } from 'playwright-core';

/** Some are still under them after so many pictures of the screen: that is where they stay, until the news goes. */
const FRAMES = 120;

/** Waits until none of those is under the news of what was done; once these are gone, nothing can be. */
export async function clearOfNews(page: Page, those: string): Promise<void> {
  const isClear = await page.evaluate(`new Promise((tell) => {
    let seen = 0;
    const look = () => {
      const news = document.querySelector('.MuiSnackbar-root')?.getBoundingClientRect().top ?? innerHeight;
      const those = [...document.querySelectorAll('${those}')];
      const isClear = those.length > 0 && those.every((one) => one.getBoundingClientRect().bottom <= news);
      if (isClear || (seen += 1) > ${FRAMES}) tell(isClear);
      else requestAnimationFrame(look);
    };
    look();
  })`);
  if (isClear !== true) throw new Error(`Under the news of what was done: ${those}`);
}
