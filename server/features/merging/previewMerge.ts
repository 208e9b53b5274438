import type { MergePreview, PreviewMergeInput } from '../../contract/merge.ts';
import type { CalendarDay } from '../../domain/calendar/calendarDay.ts';
import { fieldsOfTwo } from '../../domain/merging/mergeFields.ts';
import { derivePathway } from '../../domain/pathway/derive.ts';
import { effectiveEvents } from '../../domain/pathway/effectiveEvents.ts';
import type { Language } from '../../domain/language/language.ts';
import { eventSentence } from '../../domain/pathway/eventSentence.ts';
import type { PathwayEvent } from '../../domain/pathway/events.ts';
import { planPathway } from '../../domain/pathway/plan.ts';
import { displayName } from '../../domain/person/displayName.ts';
import { refusalWords } from '../../platform/http/refusalsInEnglish.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { asText } from '../pathways/index.ts';
import { countWhatMoves } from './merging.queries.ts';
import { loadTwoFiles, type OneFile } from './twoFiles.ts';

/** Two files side by side, and the one that they would make; nothing is written. */
export async function previewMerge(
  context: Context,
  { params, body }: { params: { id: string }; body: PreviewMergeInput },
): Promise<Answer<MergePreview>> {
  const { db, today, language } = context;
  const two = await loadTwoFiles(context, params.id, body, { lock: false });
  const { kept, other, merged, moves, refusal } = two;
  const events = [...kept.events, ...moves.moved].sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
  const given = { facts: merged.facts, events, thresholds: kept.history.thresholds };
  const plan = planPathway({ ...given, today, language });
  const derived = derivePathway(given, today);
  const fromOther = new Set(moves.moved.map(({ id }) => id));
  const counts = await countWhatMoves(db, params.id, body.otherId);
  return {
    body: {
      kept: presentFile(kept),
      other: presentFile(other),
      refusal: refusal === null ? null : { ...refusal, reason: refusalWords(refusal, language) },
      fields: fieldsOfTwo(kept.said, other.said)
        .filter(({ isSilent }) => !isSilent)
        .map(({ path, kept: keptValue, other: otherValue, isSame, proposed }) => ({
          path,
          kept: asText(keptValue),
          other: asText(otherValue),
          isSame,
          proposed,
          chosen: isSame ? ('KEPT' as const) : (body.choices[path] ?? proposed),
        })),
      result: {
        name: displayName(merged.person),
        status: statusOn(derived, today),
        steps: plan.steps.map((step) => ({ ...step, waitsFor: [...step.waitsFor] })),
        stalls: plan.stalls.map((stall) => ({ ...stall, facts: [...stall.facts] })),
        events: effectiveEvents(events, today).map((event) => ({
          ...told(event, events, language),
          from: fromOther.has(event.id) ? ('OTHER' as const) : ('KEPT' as const),
        })),
        ...counts,
      },
      left: moves.left.map(({ event, because }) => ({ ...told(event, other.events, language), because })),
    },
  };
}

function told(
  event: PathwayEvent,
  among: readonly PathwayEvent[],
  language: Language,
): { readonly on: CalendarDay | null; readonly sentence: string } {
  return {
    on: event.on ?? null,
    sentence: eventSentence(
      event,
      among.map((one) => ({ event: one })),
      language,
    ),
  };
}

function statusOn(
  { closedOn, pauses }: ReturnType<typeof derivePathway>,
  today: CalendarDay,
): MergePreview['result']['status'] {
  if (closedOn !== null && closedOn <= today) return 'CLOSED';
  return pauses.some(({ from, until }) => from <= today && today <= (until ?? today)) ? 'PAUSED' : 'OPEN';
}

function presentFile({ line, person, history, said }: OneFile): MergePreview['kept'] {
  return {
    id: line.id,
    number: line.number,
    name: displayName(person),
    status: line.status,
    referentName: line.referent_name,
    openedOn: said.facts.caseOpenedOn,
    lastContactOn: line.last_contact_on,
    version: history.version,
  };
}
