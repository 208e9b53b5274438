import type { TimelineView } from '../../../../../server/contract/pathway.ts';

type DrawnStep = TimelineView['steps'][number];
type DrawnStall = TimelineView['stalls'][number];

/** One thing that the picture shows: on a day (null: not known), until another. What its sentence is made of. */
export type DrawnFact = { readonly on: string | null; readonly until: string | null } & (
  | { readonly kind: 'STATUS'; readonly step: DrawnStep['step']; readonly status: DrawnStep['spans'][number]['status'] }
  | { readonly kind: 'DUE'; readonly step: DrawnStep['step']; readonly isLate: boolean }
  | { readonly kind: 'STALL'; readonly rule: DrawnStall['rule'] }
  | { readonly kind: 'LIMIT'; readonly rule: DrawnStall['rule'] }
  | { readonly kind: 'GAP'; readonly domain: DrawnStep['domain'] }
);

/**
 * Everything that the picture draws, in the order of time: its twin in words. A step still to do, as it was from the
 * first day, is no fact of its own; its limit is.
 */
export function factsInOrder({ steps, stalls, gaps, today }: TimelineView): DrawnFact[] {
  const facts: DrawnFact[] = [
    ...steps.flatMap(({ step, spans, dueOn }): DrawnFact[] => [
      ...spans
        .filter(({ status }, index) => index > 0 || (status !== 'TO_DO' && status !== 'NOT_APPLICABLE'))
        .map(({ status, from, until }): DrawnFact => ({ kind: 'STATUS', step, status, on: from, until })),
      ...(dueOn === null ? [] : [{ kind: 'DUE', step, on: dueOn, until: null, isLate: dueOn < today } as const]),
    ]),
    ...stalls.map(({ rule, since, until, limitOn }): DrawnFact =>
      since === null ? { kind: 'LIMIT', rule, on: limitOn, until: null } : { kind: 'STALL', rule, on: since, until },
    ),
    ...gaps.map(({ domain, from, until }): DrawnFact => ({ kind: 'GAP', domain, on: from, until })),
  ];
  return facts.sort((one, other) => compare(one.on ?? '', other.on ?? ''));
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
