import type { Page, Route } from 'playwright-core';

/** One comes back to the page while the network is down: what it shows is asked for again, and not answered. */
export async function comeBackWithoutANetwork(page: Page, asked: string): Promise<void> {
  await page.context().setOffline(true);
  const notAnswered = page.waitForEvent('requestfailed', (request) => request.url().includes(asked));
  await page.evaluate(`document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))`);
  await notAnswered;
  await page.getByText('Cette page n’est peut-être plus à jour').first().waitFor({ state: 'attached' });
}

/** Asked again by what says so, and not answered again: it is said anew, though the same is on screen. */
export async function askAgainInVain(page: Page): Promise<void> {
  const words = 'Cette page n’est peut-être plus à jour';
  await page.getByRole('alert').filter({ hasText: words }).getByRole('button', { name: 'Réessayer' }).press('Enter');
  await page.getByRole('status').filter({ hasText: words }).waitFor({ state: 'attached' });
}

/** What is asked leaves and is done; its answer is lost on its way back. Until it is called off. */
export async function loseAnswers(page: Page, asked: string, method = 'PUT'): Promise<() => Promise<void>> {
  await page.route(asked, async (route) => {
    if (route.request().method() !== method) return route.fallback();
    await route.fetch();
    return route.abort();
  });
  return () => page.unroute(asked);
}

/** What is asked waits until it is told what becomes of it. */
export async function holdBack(page: Page, asked: string | RegExp, becomes: (route: Route) => Promise<void>) {
  let release: () => void = () => undefined;
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(
    asked,
    async (route) => {
      begin();
      await released;
      await becomes(route);
    },
    { times: 1 },
  );
  return { begun, release: () => release() };
}

/** Another window was looked at, then this one: what is shown is asked for again. */
export async function lookAgain(page: Page, asked: string): Promise<void> {
  const answered = page.waitForEvent('requestfinished', (request) => new URL(request.url()).pathname === asked);
  await page.evaluate(`window.dispatchEvent(new Event('focus'))`);
  await page.evaluate(`document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))`);
  await answered;
}
