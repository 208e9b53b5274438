import type { Page } from 'playwright-core';
import type { Candidate } from '../contract/person.ts';

/** The file of whoever is likeliest meant by a name, as a search tells it: a list has those who resemble her too, in its own order. */
export async function fileCalled(page: Page, text: string): Promise<{ readonly id: string; readonly number: string }> {
  const answer = await page.request.post('/api/people/search', { data: { text } });
  if (answer.status() !== 200) throw new Error(`${answer.status()} ${await answer.text()}`);
  const [likeliest] = (await answer.json()) as Candidate[];
  if (likeliest === undefined) throw new Error(`The demo has no file of « ${text} ».`);
  return { id: likeliest.pathwayId, number: likeliest.number };
}
