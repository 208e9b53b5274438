import type { HistoryEntry, PathwayFile, PathwayRow, StoredEvent } from '../../contract/pathway.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { factsNotToldTo, showsDomain, showsStall, shownTo } from '../../domain/access/fields.ts';
import { grantsOn } from '../../domain/access/grants.ts';
import { REFUSALS } from '../../domain/access/refusals.ts';
import { decide } from '../../domain/access/rights.ts';
import { isToldOf, toldTo } from '../../domain/access/whatIsTold.ts';
import type { CalendarDay } from '../../domain/calendar/calendarDay.ts';
import type { Language } from '../../domain/language/language.ts';
import type { StallRuleCode, StepCode } from '../../domain/pathway/codes.ts';
import { voidedIds } from '../../domain/pathway/events.ts';
import { completeFacts, type Facts } from '../../domain/pathway/facts.ts';
import { repeatedSilences, silencedBeyondLimit, stepsAhead } from '../../domain/pathway/flags.ts';
import { fold } from '../../domain/pathway/fold.ts';
import { nextContractMoves, nextMoves, type Move } from '../../domain/pathway/moves.ts';
import { areObservationsCutShort } from '../../domain/pathway/observations.ts';
import { planPathway } from '../../domain/pathway/plan.ts';
import { permitKnown, renewalNotCounted } from '../../domain/pathway/residenceDocuments.ts';
import { stepDefinition } from '../../domain/pathway/steps/index.ts';
import { timelineOf, type Timeline } from '../../domain/pathway/timeline.ts';
import { displayName } from '../../domain/person/displayName.ts';
import type { Person } from '../../domain/person/person.ts';
import { fileFactsOf, type PathwayLine } from './pathways.queries.ts';
import { givenOf, type StoredHistory } from './pathways.store.ts';

/** A line of a list. Whoever sees pseudonyms gets neither name, nor birth, nor what links to the person. */
export function presentRow(line: PathwayLine): PathwayRow {
  const known = line.person_id !== undefined;
  const referentTold = whatIsToldOfReferent(line);
  const names = {
    birthName: line.birth_name ?? null,
    usageName: line.usage_name ?? null,
    firstNames: line.first_names ?? null,
    sex: line.sex ?? 'X',
  };
  return {
    id: line.id,
    number: line.number,
    personId: line.person_id ?? null,
    name: known ? displayName(names) : null,
    birth: known
      ? ({ value: line.birth_value ?? null, precision: line.birth_precision ?? 'UNKNOWN' } as PathwayRow['birth'])
      : null,
    department: line.department,
    organisationId: line.organisation_id,
    organisationName: line.organisation_name,
    referentId: referentTold === 'ELSEWHERE' ? null : line.referent_id,
    referentName: line.referent_name,
    referentTold,
    contractRuleSet: line.contract_rule_set as PathwayRow['contractRuleSet'],
    cirSignedOn: line.cir_signed_on,
    status: line.status,
    nextDueOn: line.next_due_on,
    overdue: line.overdue,
    stalled: line.stalled,
    lastContactOn: line.last_contact_on,
    sealed: line.sealed,
  };
}

/**
 * A name may be missing because there is none, or because it is not the reader’s to know: who follows the person in the
 * structure that took her file, or in the one whose file she opens in an emergency.
 */
function whatIsToldOfReferent({ referent_id, referent_name, passing }: PathwayLine): PathwayRow['referentTold'] {
  if (referent_name !== null) return 'NAMED';
  if (passing === 'TRANSFERRED_OUT') return 'ELSEWHERE';
  if (referent_id === null) return 'NOBODY';
  return passing === 'BROKEN_GLASS' ? 'ELSEWHERE' : 'NOT_TOLD';
}

export interface FileParts {
  readonly line: PathwayLine;
  readonly person: (Person & { readonly id: string }) | undefined;
  readonly history: StoredHistory;
  readonly actorNames: ReadonlyMap<string, string>;
  readonly transfer: PathwayFile['transfer'];
}

/** The whole file as this reader may see it: only her domains, and the person only if she sees people. */
export function presentFile(
  actor: Actor,
  { line, person, history, actorNames, transfer }: FileParts,
  today: CalendarDay,
  language: Language,
): PathwayFile {
  const known = givenOf(history);
  const plan = planPathway({ ...known, today, language });
  const folded = fold(known, today);
  const shows = (domain: string): boolean => showsDomain(actor, domain);
  const isShown = (rule: StallRuleCode): boolean => showsStall(actor, rule);
  const recording = decide(actor, 'recordEvent', fileFactsOf(line));
  // What the rules allow and this reader may not do is not allowed to her: said as her request would be answered.
  const toHer = <M extends Verdict>(move: M): M =>
    recording.allowed ? move : { ...move, allowed: false, reason: REFUSALS[recording.refusal] };
  const shown = presentEvents(actor, history, actorNames, today);
  // That a prerequisite is missing tells of it: not to whoever does not see it.
  const tellsOfHidden = (step: StepCode): boolean =>
    !stepDefinition(step).prerequisites.every((code) => shows(stepDefinition(code).domain));
  return {
    ...presentRow(line),
    person: person === undefined ? null : presentPerson(person, line),
    facts: presentFacts(actor, completeFacts(history.facts)),
    contract: {
      ruleSet: plan.contractRuleSet,
      provisionalRuleSet: plan.provisionalRuleSet,
      permitRuleSet: plan.permitRuleSet,
      state: plan.contractState,
      signedOn: folded.signedOn,
      endsOn: plan.cirEndsOn,
      observationsEndOn: plan.observationsEndOn,
      sentence: plan.contractSentence,
      flags: areObservationsCutShort(folded) ? ['OBSERVATIONS_CUT_SHORT'] : [],
      moves: nextContractMoves(known, folded).map(toHer),
    },
    permit: presentPermit(actor, permitKnown(folded, language)),
    flags: [
      ...stepsAhead(folded)
        .filter((code) => shows(stepDefinition(code).domain) && !tellsOfHidden(code))
        .map((code) => `PREREQUISITE_MISSING:${code}`),
      ...repeatedSilences(folded)
        .filter(isShown)
        .map((rule) => `SILENCED_REPEATEDLY:${rule}`),
      ...silencedBeyondLimit(folded)
        .filter(isShown)
        .map((rule) => `SILENCED_BEYOND_LIMIT:${rule}`),
      ...(renewalNotCounted(folded) === null ? [] : ['RENEWAL_NOT_COUNTED']),
    ],
    steps: plan.steps
      .filter(({ domain }) => shows(domain))
      .map((step) => ({ ...step, waitsFor: step.waitsFor.filter((code) => shows(stepDefinition(code).domain)) })),
    stalls: plan.stalls.filter(({ rule }) => isShown(rule)).map((stall) => ({ ...stall, facts: [...stall.facts] })),
    // Whose turn each day was tells of every domain: not for whoever may read only some.
    turns: shownTo(actor).turns ? [...plan.turns] : [],
    timeline: presentTimeline(
      timelineOf(folded, {
        step: (code) => shows(stepDefinition(code).domain),
        stall: isShown,
        gap: (code) => !tellsOfHidden(code),
      }),
    ),
    contacts: shown.filter((event) => 'contact' in event),
    events: shown,
    moves: nextMoves(known, folded)
      .filter(({ step }) => shows(stepDefinition(step).domain))
      .map((move) => toHer(tellsOfHidden(move.step) ? withoutFlags(move) : move)),
    grants: grantsOn(actor, fileFactsOf(line)),
    located: line.located,
    openUntil: line.passing === 'BROKEN_GLASS' ? (line.open_until ?? null) : null,
    transfer,
    version: history.version,
    asKnownOn: null,
  };
}

function presentTimeline({ steps, stalls, gaps, ...days }: Timeline): PathwayFile['timeline'] {
  return {
    ...days,
    steps: steps.map((step) => ({ ...step, spans: [...step.spans] })),
    stalls: [...stalls],
    gaps: [...gaps],
  };
}

interface Verdict {
  readonly allowed: boolean;
  readonly reason?: string;
}

function withoutFlags({ flags: _flags, ...move }: Move): Move {
  return move;
}

function presentPerson(
  { id, ...person }: Person & { readonly id: string },
  { located }: PathwayLine,
): PathwayFile['person'] {
  const where = located ? {} : NOT_LOCATED;
  const told = { id, displayName: displayName(person), ...person, ...where, languages: [...person.languages] };
  return told as PathwayFile['person'];
}

/** What tells where somebody is, or leads to her. */
const NOT_LOCATED = { address: null, phone: null, email: null };

function presentFacts(actor: Actor, facts: Facts): PathwayFile['facts'] {
  const hidden = factsNotToldTo(actor);
  return Object.fromEntries(
    Object.entries(facts).filter(([field]) => !hidden.includes(field as keyof Facts)),
  ) as PathwayFile['facts'];
}

/** The type of a permit is one of the facts of its opening, and told to the same readers. */
function presentPermit(actor: Actor, permit: PathwayFile['permit']): PathwayFile['permit'] {
  return permit === null || !factsNotToldTo(actor).includes('permitType') ? permit : { ...permit, document: null };
}

function presentEvents(
  actor: Actor,
  { events }: StoredHistory,
  actorNames: ReadonlyMap<string, string>,
  today: CalendarDay,
): StoredEvent[] {
  // On a past view, what happened later has not yet.
  const happened = events.filter(({ event }) => (event.on ?? today) <= today);
  const voided = voidedIds(happened.map(({ event }) => event));
  return happened
    .filter(({ event }) => isToldOf(actor, event, events))
    .map(({ event, source, actorId }) => ({
      ...toldTo(actor, event),
      id: event.id ?? '',
      seq: event.seq ?? 0,
      recordedAt: event.recordedAt ?? '',
      actor: actorId === null ? null : (actorNames.get(actorId) ?? null),
      source,
      superseded: voided.has(event.id ?? ''),
    }));
}

export type { HistoryEntry };
