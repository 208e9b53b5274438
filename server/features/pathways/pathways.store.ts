import { randomUUID } from 'node:crypto';
import type { Derived } from '../../domain/pathway/derive.ts';
import type { PathwayEvent } from '../../domain/pathway/events.ts';
import type { Facts } from '../../domain/pathway/facts.ts';
import type { Given } from '../../domain/pathway/fold.ts';
import type { Thresholds } from '../../domain/stall/thresholds.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/db.ts';
import { ChangeRow } from '../../platform/database/entities.ts';
import { thresholdsForWriting, thresholdsInForce } from '../thresholds/index.ts';
import { eventDomain, eventKind } from '../../domain/pathway/eventKind.ts';

export interface StoredHistory {
  readonly id: string;
  readonly version: number;
  readonly facts: Partial<Facts>;
  readonly events: readonly HistoryEvent[];
  readonly thresholds: Thresholds;
}
export interface HistoryEvent {
  readonly event: PathwayEvent;
  readonly source: 'HAND' | 'IMPORT';
  readonly actorId: string | null;
}

interface EventLine {
  pathway_id: string;
  id: string;
  seq: number;
  body: Record<string, unknown>;
  source: 'HAND' | 'IMPORT';
  actor_id: string | null;
  recorded_at: string;
}

/** The whole history of files, locked for writing when asked. To be called as the engine. */
export async function loadHistories(
  db: Db,
  ids: readonly string[],
  { lock }: { lock: boolean },
): Promise<Map<string, StoredHistory>> {
  const files = await db.query<{ id: string; version: number; facts: Partial<Facts> }>(
    `select p.id, p.version, p.facts from pathways p where p.id = any ($1::uuid[]) order by p.id ${lock ? 'for update' : ''}`,
    [ids],
  );
  const lines = await db.query<EventLine>(
    `select e.pathway_id, e.id, e.seq, e.body, e.source, e.actor_id, e.recorded_at
     from pathway_events e
     where e.pathway_id = any ($1::uuid[])
     order by e.seq`,
    [ids],
  );
  const events = new Map<string, HistoryEvent[]>();
  for (const line of lines) {
    const event = { ...line.body, id: line.id, seq: line.seq, recordedAt: line.recorded_at } as unknown as PathwayEvent;
    const list = events.get(line.pathway_id) ?? [];
    list.push({ event, source: line.source, actorId: line.actor_id });
    events.set(line.pathway_id, list);
  }
  const thresholds = await (lock ? thresholdsForWriting(db) : thresholdsInForce(db));
  return new Map(files.map((file) => [file.id, { ...file, events: events.get(file.id) ?? [], thresholds }]));
}

/** What the domain judges and derives a file by, with the events that are being added. */
export function givenOf({ facts, events, thresholds }: StoredHistory, added: readonly PathwayEvent[] = []): Given {
  return { facts, events: [...events.map(({ event }) => event), ...added], thresholds };
}

export interface NewEvent {
  readonly pathwayId: string;
  readonly event: PathwayEvent;
  readonly source: 'HAND' | 'IMPORT';
  readonly actorId: string;
  readonly id?: string;
}

/**
 * Appends events and numbers them. Called last in a transaction: the head of the ledger stays locked from here to the
 * commit, so numbers follow the order of the commits without gaps. To be called as the engine.
 */
export async function appendEvents(db: Db, clock: Clock, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ pathwayId, event, source, actorId, id }, index) => {
    const { id: _id, seq: _seq, recordedAt: _recordedAt, ...body } = event;
    return {
      rank: index,
      id: id ?? randomUUID(),
      pathway_id: pathwayId,
      kind: eventKind(event),
      occurred_on: event.on ?? null,
      domain: eventDomain(event),
      body,
      source,
      actor_id: actorId,
    };
  });
  const batches: string[] = [];
  for (let start = 0; start < rows.length; start += 5_000)
    batches.push(JSON.stringify(rows.slice(start, start + 5_000)));
  // Everybody who records waits from here to the commit: whatever could be made ready before has been.
  const head = await db.one<{ first: number }>('select sec.next_event_seqs($1) as first', [events.length]);
  if (head === undefined) throw new Error('The ledger has no head');
  // Read once the head is held: instants follow the numbers, and « known at » cuts a history where its numbers do.
  const recordedAt = clock.now().toISOString();
  for (const batch of batches)
    await db.query(
      `insert into pathway_events (id, seq, pathway_id, kind, occurred_on, domain, body, source, actor_id, recorded_at)
       select r.id, $2::bigint + r.rank, r.pathway_id, r.kind, r.occurred_on, r.domain, r.body, r.source, r.actor_id, $3
       from jsonb_to_recordset($1::jsonb) as r(rank bigint, id uuid, pathway_id uuid, kind text, occurred_on date, domain text, body jsonb, source text, actor_id uuid)`,
      [batch, head.first, recordedAt],
    );
}

/** What happened to a file beside its events, as the history tells it; numbered and dated by the store. */
export type NewChange = Omit<ChangeRow, 'id' | 'at'>;

export async function appendChanges(db: Db, clock: Clock, changes: readonly NewChange[]): Promise<void> {
  const at = clock.now().toISOString();
  for (let start = 0; start < changes.length; start += 500)
    await db.insert(
      ChangeRow,
      changes.slice(start, start + 500).map((change) => ({ ...change, at })),
    );
}

export interface SaveOptions {
  /** Somebody changed the file: its version moves. Rows computed again because the rules changed leave it. */
  readonly isNewVersion: boolean;
}

/**
 * Writes the derived rows of files: only those that differ from what is stored. Ids of stalls are kept, so follow-ups
 * keep their stall. To be called as the engine.
 */
export async function saveDerived(
  db: Db,
  files: readonly { id: string; derived: Derived }[],
  options: SaveOptions = { isNewVersion: true },
): Promise<void> {
  for (let start = 0; start < files.length; start += 200) await saveBatch(db, files.slice(start, start + 200), options);
}

const HEAD =
  'opened_on, cir_signed_on, contract_rule_set, contract_state, cir_ends_on, closed_on, last_contact_on, next_due_on, next_due_on_for_ofii, paused';
const STEP_VALUES =
  'domain, department, organisation_id, referent_id, sealed, status, from_on, until_on, opens_on, due_on, waits_for, outcome, party, is_open';
const STALL_VALUES =
  'domain, department, organisation_id, referent_id, sealed, severity, turn, anchor_on, warn_on, limit_on, since_on, cleared_on, cleared_by, silences, silenced_on, facts';

/** `a = excluded.a, b = excluded.b` where that changes something. */
function overwriting(table: string, values: string): string {
  const columns = values.split(', ');
  const of = (prefix: string): string => columns.map((column) => `${prefix}.${column}`).join(', ');
  return `do update set ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}
     where (${of(table)}) is distinct from (${of('excluded')})`;
}

async function saveBatch(
  db: Db,
  files: readonly { id: string; derived: Derived }[],
  { isNewVersion }: SaveOptions,
): Promise<void> {
  const ids = files.map(({ id }) => id);
  const read = HEAD.split(', ').map((column) => (column === 'paused' ? 'd.paused::datemultirange' : `d.${column}`));
  await db.query(
    `update pathways p
     set (${HEAD}) = row (${read.join(', ')})${isNewVersion ? ', version = p.version + 1, updated_at = now()' : ''}
     from jsonb_to_recordset($1::jsonb) as d(id uuid, opened_on date, cir_signed_on date, contract_rule_set text, contract_state text, cir_ends_on date,
       closed_on date, last_contact_on date, next_due_on date, next_due_on_for_ofii date, paused text)
     where p.id = d.id`,
    [JSON.stringify(files.map(({ id, derived }) => headOf(id, derived)))],
  );
  const steps = JSON.stringify(files.flatMap(({ id, derived }) => stepRows(id, derived)));
  await db.query(
    `delete from pathway_steps s
     where s.pathway_id = any ($1::uuid[])
       and not exists (
         select 1 from jsonb_to_recordset($2::jsonb) as r(pathway_id uuid, step text, spell int)
         where r.pathway_id = s.pathway_id and r.step = s.step and r.spell = s.spell)`,
    [ids, steps],
  );
  await db.query(
    `insert into pathway_steps (pathway_id, step, spell, ${STEP_VALUES})
     select r.pathway_id, r.step, r.spell, r.domain, p.department, p.organisation_id, p.referent_id, p.sealed, r.status, r.from_on, r.until_on, r.opens_on, r.due_on,
       r.waits_for, r.outcome, r.party, r.is_open
     from jsonb_to_recordset($1::jsonb) as r(pathway_id uuid, step text, spell int, domain text, status text, from_on date, until_on date, opens_on date,
       due_on date, waits_for text[], outcome text, party text, is_open boolean)
     join pathways p on p.id = r.pathway_id
     on conflict (pathway_id, step, spell) ${overwriting('pathway_steps', STEP_VALUES)}`,
    [steps],
  );
  await saveStalls(db, files);
}

/** Writes the stalls alone: what a change of threshold can move. To be called as the engine. */
export async function saveStalls(db: Db, files: readonly { id: string; derived: Derived }[]): Promise<void> {
  const stalls = JSON.stringify(files.flatMap(({ id, derived }) => stallRows(id, derived)));
  await db.query(
    `delete from pathway_stalls s
     where s.pathway_id = any ($1::uuid[])
       and not exists (
         select 1 from jsonb_to_recordset($2::jsonb) as r(pathway_id uuid, rule text, spell int)
         where r.pathway_id = s.pathway_id and r.rule = s.rule and r.spell = s.spell)`,
    [files.map(({ id }) => id), stalls],
  );
  await db.query(
    `insert into pathway_stalls (id, pathway_id, rule, spell, ${STALL_VALUES})
     select gen_random_uuid(), r.pathway_id, r.rule, r.spell, r.domain, p.department, p.organisation_id, p.referent_id, p.sealed, r.severity, r.turn, r.anchor_on,
       r.warn_on, r.limit_on, r.since_on, r.cleared_on, r.cleared_by, r.silences::datemultirange, r.silenced_on, r.facts
     from jsonb_to_recordset($1::jsonb) as r(pathway_id uuid, rule text, spell int, domain text, severity text, turn text, anchor_on date, warn_on date,
       limit_on date, since_on date, cleared_on date, cleared_by uuid, silences text, silenced_on date[], facts jsonb)
     join pathways p on p.id = r.pathway_id
     on conflict (pathway_id, rule, spell) ${overwriting('pathway_stalls', STALL_VALUES)}`,
    [stalls],
  );
}

function headOf(id: string, derived: Derived): object {
  return {
    id,
    opened_on: derived.openedOn,
    cir_signed_on: derived.signedOn,
    contract_rule_set: derived.contractRuleSet,
    contract_state: derived.contractState,
    cir_ends_on: derived.cirEndsOn,
    closed_on: derived.closedOn,
    last_contact_on: derived.lastContactOn,
    next_due_on: derived.nextDueOn,
    next_due_on_for_ofii: derived.nextDueOnForOfii,
    paused: multirange(derived.pauses),
  };
}

/** Days included on both sides, as a PostgreSQL multirange; an open end stays open. */
export function multirange(ranges: readonly { from: string; until: string | null }[]): string {
  return `{${ranges.map(({ from, until }) => `[${from},${until ?? ''}${until === null ? ')' : ']'}`).join(',')}}`;
}

export function stepRows(pathwayId: string, derived: Derived): object[] {
  return derived.stepSpells.map((spell) => ({
    pathway_id: pathwayId,
    step: spell.step,
    spell: spell.spell,
    domain: spell.domain,
    status: spell.status,
    from_on: spell.fromOn,
    until_on: spell.untilOn,
    opens_on: spell.opensOn,
    due_on: spell.dueOn,
    waits_for: spell.waitsFor,
    outcome: spell.outcome,
    party: spell.party,
    is_open: spell.isOpen,
  }));
}

export function stallRows(pathwayId: string, derived: Derived): object[] {
  return derived.stallSpells.map((spell) => ({
    pathway_id: pathwayId,
    rule: spell.rule,
    spell: spell.spell,
    domain: spell.domain,
    severity: spell.severity,
    turn: spell.turn,
    anchor_on: spell.anchorOn,
    warn_on: spell.warnOn,
    limit_on: spell.limitOn,
    since_on: spell.sinceOn,
    cleared_on: spell.clearedOn,
    cleared_by: spell.clearedByEventId,
    silences: multirange(spell.silences),
    // Ranges that touch melt into one: how many there were is in the days they began.
    silenced_on: spell.silences.map(({ from }) => from).sort(),
    facts: spell.facts,
  }));
}
