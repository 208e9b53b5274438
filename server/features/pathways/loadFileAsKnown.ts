import type { AsKnownOn, AsKnownQuery, PathwayFile } from '../../contract/pathway.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { factsNotToldTo, seesPeople, shownTo } from '../../domain/access/fields.ts';
import { NO_GRANTS } from '../../domain/access/grants.ts';
import type { CalendarDay } from '../../domain/calendar/calendarDay.ts';
import { dayInParis } from '../../domain/calendar/dayInParis.ts';
import { formatDayFr } from '../../domain/calendar/formatDayFr.ts';
import type { Language } from '../../domain/language/language.ts';
import { derivePathway, type Derived } from '../../domain/pathway/derive.ts';
import { completeFacts, factsBy } from '../../domain/pathway/facts.ts';
import { recordedBy } from '../../domain/pathway/knownAt.ts';
import { departmentOfPostcode } from '../../domain/person/department.ts';
import type { Person } from '../../domain/person/person.ts';
import type { Db } from '../../platform/database/db.ts';
import { notFound, Problem } from '../../platform/http/problem.ts';
import { loadFormerLocation, loadPerson } from '../people/index.ts';
import { asItStood, type Replaced } from './asItStood.ts';
import { actorNamesOf } from './loadFile.ts';
import { presentFile } from './pathways.presenter.ts';
import { findPathway, type PathwayLine } from './pathways.queries.ts';
import { loadHistories, type StoredHistory } from './pathways.store.ts';
import { transferGiven } from './runningTransfer.ts';

interface ChangeLine extends Replaced {
  readonly kind: 'OPENED' | 'CORRECTION';
  readonly at: string;
}

/**
 * The file as it was on a day, as known on a day: planned anew from what had been recorded by then, for whoever reaches
 * it today. Who may read it is decided by whom it is entrusted to now, so these are today's.
 */
export async function loadFileAsKnown(
  db: Db,
  actor: Actor,
  id: string,
  today: CalendarDay,
  language: Language,
  { asOf = today, knownAt }: AsKnownQuery,
): Promise<PathwayFile> {
  const line = await findPathway(db, actor, id, today);
  if (line === undefined) throw notFound();
  const transfer = await transferGiven(db, actor, line, today);
  const now = seesPeople(actor) && line.person_id !== undefined ? await loadPerson(db, line.person_id) : undefined;
  const person =
    now === undefined || transfer === null ? now : { ...now, ...(await loadFormerLocation(db, transfer.id)) };
  const { history, changes } = await db.asEngine(async () => ({
    history: (await loadHistories(db, [id], { lock: false })).get(id),
    changes: await loadChanges(db, actor, id),
  }));
  if (history === undefined) throw notFound();
  const wasKnown = knownAt === undefined ? () => true : recordedBy(knownAt);
  refuseBeforeOpening(changes, wasKnown);

  const later = changes.filter(({ kind, at }) => kind === 'CORRECTION' && !wasKnown(at));
  const stood = asItStood({ facts: completeFacts(history.facts), ...(person === undefined ? {} : { person }) }, later);
  refuseBeforeFollowUp(stood.facts.caseOpenedOn, asOf);
  const known: StoredHistory = {
    ...history,
    facts: factsBy(stood.facts, asOf),
    events: history.events.filter(({ event }) => wasKnown(event.recordedAt ?? '')),
  };
  const derived = derivePathway({ facts: known.facts, events: known.events.map(({ event }) => event) }, asOf);
  const file = presentFile(
    actor,
    {
      line: asItLeft(pastLine(actor, line, derived, stood.person, asOf), transfer, stood.person),
      person: person === undefined ? undefined : { ...(stood.person ?? person), id: person.id },
      history: known,
      actorNames: await actorNamesOf(db, known),
      transfer,
    },
    asOf,
    language,
  );
  return pastFile(file, {
    asOf,
    knownAt: knownAt ?? null,
    asToday: [...ENTRUSTED, ...stood.asToday.filter(isShownTo(actor))],
  });
}

/** Whom a file is entrusted to decides who reads it: as today, whatever the day looked at. */
const ENTRUSTED = ['department', 'organisation', 'referent'];

/** To whoever gave the file, it is where she gave it: who follows the person since, and where, is not hers to know. */
function asItLeft(line: PathwayLine, transfer: PathwayFile['transfer'], person: Person | undefined): PathwayLine {
  if (transfer === null) return line;
  const postcode = person?.address?.postcode ?? null;
  return {
    ...line,
    organisation_id: null,
    organisation_name: transfer.organisationName,
    referent_id: null,
    referent_name: null,
    department: (postcode === null ? null : departmentOfPostcode(postcode)) ?? line.department,
  };
}

/** That a field was corrected tells of it: only to whoever sees the field. */
function isShownTo(actor: Actor): (path: string) => boolean {
  const hidden = new Set(factsNotToldTo(actor).map((fact) => `facts.${fact}`));
  return (path) => !hidden.has(path) && (seesPeople(actor) || !path.startsWith('person.'));
}

function loadChanges(db: Db, actor: Actor, id: string): Promise<ChangeLine[]> {
  // The facts repeat the birth: it is undone for everybody, and shown to those who see people.
  const fields = seesPeople(actor) ? '^(facts|person)[.]' : '^(facts[.]|person[.]birth$)';
  return db.query<ChangeLine>(
    `select c.kind, c.at, c.field, c.before, c.was
     from pathway_changes c
     where c.pathway_id = $1 and (c.kind = 'OPENED' or (c.kind = 'CORRECTION' and c.field ~ $2))
     order by c.id desc`,
    [id, fields],
  );
}

/** Throws a 404 that says since when: whoever asks reaches the file, which is therefore no secret to her. */
function refuseBeforeOpening(changes: readonly ChangeLine[], wasKnown: (at: string) => boolean): void {
  const opened = changes.findLast(({ kind }) => kind === 'OPENED');
  if (opened === undefined || wasKnown(opened.at)) return;
  throw notKnownYet(`il a été ouvert dans Jalon le ${formatDayFr(dayInParis(new Date(opened.at)))}`);
}

/** Before the follow-up began there is no pathway to show, only facts of later days. */
function refuseBeforeFollowUp(openedOn: CalendarDay | null, asOf: CalendarDay): void {
  if (openedOn !== null && asOf < openedOn) throw notKnownYet(`son suivi a commencé le ${formatDayFr(openedOn)}`);
}

function notKnownYet(since: string): Problem {
  return new Problem({
    status: 404,
    code: 'not_known_yet',
    title: 'Dossier pas encore ouvert',
    detail: `Ce dossier n’existait pas encore à cette date\u00a0: ${since}.`,
  });
}

/** The line of a list as it would have been: counts follow once the file is presented, for they are of what is shown. */
function pastLine(
  actor: Actor,
  line: PathwayLine,
  derived: Derived,
  person: Person | undefined,
  day: CalendarDay,
): PathwayLine {
  return {
    ...line,
    contract_rule_set: derived.contractRuleSet,
    cir_signed_on: derived.signedOn,
    status: statusOn(actor, derived, day),
    next_due_on: shownTo(actor).domains === 'ALL' ? derived.nextDueOn : derived.nextDueOnForOfii,
    last_contact_on: derived.lastContactOn,
    ...(person === undefined
      ? {}
      : {
          birth_name: person.birthName,
          usage_name: person.usageName,
          first_names: person.firstNames,
          birth_value: person.birth.value,
          birth_precision: person.birth.precision,
          sex: person.sex,
        }),
  };
}

/** As `statusOn` says it of stored rows: the office is not told that there is a pause. */
function statusOn(actor: Actor, { closedOn, pauses }: Derived, day: CalendarDay): PathwayLine['status'] {
  if (closedOn !== null) return 'CLOSED';
  const isPaused = pauses.some(({ from, until }) => from <= day && day <= (until ?? day));
  return isPaused && shownTo(actor).pauses ? 'PAUSED' : 'OPEN';
}

const PAST = 'Vue d’une date passée\u00a0: rien ne s’y enregistre.';

function pastFile(file: PathwayFile, asKnownOn: AsKnownOn): PathwayFile {
  return {
    ...readOnly(file, PAST),
    overdue: file.steps.filter(({ state }) => state === 'OVERDUE').length,
    stalled: file.stalls.filter(({ state }) => state === 'STALLED').length,
    asKnownOn,
  };
}

/** The file, with nothing to be done on it, and why. */
export function readOnly(file: PathwayFile, reason: string): PathwayFile {
  return {
    ...file,
    contract: { ...file.contract, moves: [] },
    moves: file.moves.map(({ step, status }) => ({ step, status, allowed: false, reason })),
    grants: { ...NO_GRANTS },
    // No version begins at 0: whoever sends it back is told that it is stale.
    version: 0,
  };
}
