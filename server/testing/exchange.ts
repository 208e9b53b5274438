import type { Locator, Page, Response } from 'playwright-core';

/**
 * An exchange is noted from the head of its file: the dialogue in which a note is typed. Not from the week, whose lines offer
 * it too, and which a slow machine may still show.
 */
export async function openExchange(page: Page): Promise<Locator> {
  await page.getByRole('heading', { name: 'Étapes du parcours' }).waitFor();
  await page.getByRole('button', { name: 'Noter un échange' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  return dialog;
}

export const noteOf = (dialog: Locator): Locator => dialog.getByLabel(/^Note/).first();

/** What is asked about the draft of a form, sending words that say so. */
export const draftOf =
  (formKey: string, method: 'GET' | 'PUT' | 'DELETE', says = '') =>
  (response: Response): boolean =>
    response.url().endsWith(`/api/drafts/${encodeURIComponent(formKey)}`) &&
    response.request().method() === method &&
    (response.request().postData() ?? '').includes(says);
