import type { PublishThresholdsInput, ThresholdsView } from '../../contract/thresholds.ts';
import { conflict } from '../../platform/http/problem.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { readThresholds } from './listThresholds.ts';
import { proposalOf } from './proposal.ts';
import { publishedSets, whileNobodyWrites } from './thresholds.store.ts';

/** Publishes thresholds from a day on, for good: nothing published is ever edited, another set is published over it. */
export async function publishThresholds(
  { db, today, language }: Context,
  { body }: { body: PublishThresholdsInput },
): Promise<Answer<ThresholdsView>> {
  await whileNobodyWrites(db);
  const published = await publishedSets(db);
  const lastNumber = published.at(-1)?.number ?? 0;
  if (body.basedOn !== undefined && body.basedOn !== lastNumber)
    throw conflict(
      'thresholds_changed',
      'D’autres seuils ont été publiés depuis que vous avez ouvert cette page\u00a0: relisez-les avant de publier.',
    );
  const { publication } = proposalOf(body, published, today);
  await db.query(
    'insert into threshold_sets (effective_on, rules, silence_days, reason) values ($1, $2::jsonb, $3::jsonb, $4)',
    [
      publication.effectiveOn,
      JSON.stringify(publication.rules),
      publication.silenceDays === null ? null : JSON.stringify(publication.silenceDays),
      body.reason,
    ],
  );
  return { body: await readThresholds(db, today, language), then: 'computeAgain' };
}
