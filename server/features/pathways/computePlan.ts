import type { PlanInput, PlanView } from '../../contract/pathway.ts';
import { completeFacts, type Facts } from '../../domain/pathway/facts.ts';
import type { PathwayEvent } from '../../domain/pathway/events.ts';
import { planPathway } from '../../domain/pathway/plan.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { thresholdsInForce } from '../thresholds/index.ts';

/** The plan of facts and events that nobody stores: what the entry form shows before saving. */
export async function computePlan({ db, language }: Context, { body }: { body: PlanInput }): Promise<Answer<PlanView>> {
  const plan = planPathway({
    facts: completeFacts(body.facts as Partial<Facts>),
    events: body.events as PathwayEvent[],
    thresholds: await thresholdsInForce(db),
    today: body.today,
    language,
    ...(body.knownAt === undefined ? {} : { knownAt: body.knownAt }),
  });
  return { body: plan as PlanView };
}
