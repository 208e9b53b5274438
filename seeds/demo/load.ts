import type pg from 'pg';
import type { CalendarDay } from '../../server/domain/calendar/calendarDay.ts';
import { plusDays } from '../../server/domain/calendar/calendarDay.ts';
import { midnightInParis } from '../../server/domain/calendar/dayInParis.ts';
import type { StepCode } from '../../server/domain/pathway/codes.ts';
import type { PathwayEvent } from '../../server/domain/pathway/events.ts';
import { withAllConsequences } from '../../server/domain/pathway/consequences.ts';
import { derivePathway } from '../../server/domain/pathway/derive.ts';
import {
  eventDomain,
  eventKind,
  loadedUnder,
  locationRow,
  personRow,
  stallRows,
  stepRows,
  multirange,
} from '../../server/features/pathways/forSeeds.ts';
import { dropIndexes, FILLED_TABLES } from '../indexes.ts';
import { insertAll } from '../insertAll.ts';
import { makeRandom, idOf } from '../random.ts';
import { demoAccounts } from './accounts.ts';
import { demoFiles, type DemoFile } from './people.ts';
import { demoTasks } from './tasks.ts';
import { loadSessions } from './sessions.ts';
import { loadAccounts, loadOrganisations, type Professional } from './professionals.ts';

/** Files per batch: large enough to be fast, small enough for one statement. */
const BATCH = 400;

/** Loads the demo in one transaction: either all of it is there, or none. */
export async function loadDemo(
  client: pg.Client,
  today: CalendarDay,
  count?: number,
): Promise<{ files: number; events: number }> {
  await client.query('begin');
  try {
    await trustReferences(client);
    await loadOrganisations(client);
    const files = [...demoFiles(today, count)].sort(bySignature);
    const referents = await loadAccounts(client, files.length);
    const loaded = await loadFiles(client, files, referents, today);
    await loadSessions(client, today);
    await client.query('commit');
    await client.query('analyze');
    return loaded;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

function bySignature(a: DemoFile, b: DemoFile): number {
  const [x, y] = [a.pathway.facts.cirSignedOn ?? '', b.pathway.facts.cirSignedOn ?? ''];
  return x < y ? -1 : x > y ? 1 : a.key < b.key ? -1 : 1;
}

/**
 * A million references made a moment ago by this very program need not be looked up one by one: it took a third of the
 * load. Only a superuser may say so, as on the embedded database; elsewhere they are checked.
 */
async function trustReferences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ rolsuper: boolean }>(
    'select rolsuper from pg_roles where rolname = current_user',
  );
  if (rows[0]?.rolsuper === true) await client.query('set local session_replication_role = replica');
}

/** Structures that follow the people of a department: most often its own. */
const FOLLOWED_BY: Record<string, readonly (readonly [string, number])[]> = {
  '59': [
    ['Passerelles Nord', 48],
    ['Escale Métropole', 48],
    ['Horizons Artois', 4],
  ],
  '62': [
    ['Horizons Artois', 92],
    ['Passerelles Nord', 8],
  ],
  '60': [
    ['Oise Accueil', 96],
    ['Baie de Somme Solidarité', 4],
  ],
  '80': [
    ['Baie de Somme Solidarité', 97],
    ['Oise Accueil', 3],
  ],
  '02': [
    ['Thiérache Entraide', 97],
    ['Oise Accueil', 3],
  ],
};

async function loadFiles(
  client: pg.Client,
  files: readonly DemoFile[],
  referents: Professional[],
  today: CalendarDay,
): Promise<{ files: number; events: number }> {
  const random = makeRandom(11);
  const randomOfTasks = makeRandom(41);
  const agent = idOf(`account ${demoAccounts().find(({ role }) => role === 'OFII_AGENT')?.email ?? ''}`);
  // The first instant of the day: whenever the demo is loaded, none of it was recorded in time to come.
  const recordedAt = midnightInParis(today);
  // What is older than a week was recorded before: the week of whoever comes for the first time tells of the last one.
  const before = midnightInParis(plusDays(today, -8));
  const recordedOn = (on: string | null | undefined): string =>
    on != null && on > plusDays(today, -8) ? recordedAt : before;
  let seq = 0;
  const makeIndexesAgain = await dropIndexes(client, FILLED_TABLES);
  // A batch is written while the next one is planned: two cores, two programs.
  let writing: Promise<void> = Promise.resolve();
  for (let start = 0; start < files.length; start += BATCH) {
    const batch = files.slice(start, start + BATCH).map((file, index) => prepare(file, start + index));
    await writing;
    writing = write(batch);
    // Heard at the next turn: until then nobody else would.
    writing.catch(() => undefined);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await writing;
  await makeIndexesAgain();
  await client.query('update ledger_head set seq = $1', [seq]);
  const { rules, thresholds, unsignedUnder } = loadedUnder(today);
  await client.query('update derived_rows_state set rules = $1, thresholds = $2, unsigned_under = $3', [
    rules,
    thresholds,
    unsignedUnder,
  ]);
  await client.query(`select setval('pathway_numbers', $1)`, [files.length]);
  return { files: files.length, events: seq };

  async function write(batch: readonly ReturnType<typeof prepare>[]): Promise<void> {
    const opened = batch.map(({ pathway: { id, opened_on: openedOn } }) => ({
      pathway_id: id,
      at: recordedOn(openedOn),
      actor_id: agent,
      kind: 'OPENED',
      source: 'IMPORT',
    }));
    // One statement: the database works alone through it, while this program plans the next batch.
    await insertAll(client, [
      ['people', PEOPLE, batch.map(({ person }) => person)],
      ['person_locations', LOCATIONS, batch.map(({ location }) => location)],
      ['pathways', PATHWAYS, batch.map(({ pathway }) => pathway)],
      ['pathway_changes', CHANGES, opened],
      ['pathway_events', EVENTS, batch.flatMap(({ events }) => events)],
      ['pathway_steps', STEPS, batch.flatMap(({ steps }) => steps)],
      ['pathway_stalls', STALLS, batch.flatMap(({ stalls }) => stalls)],
      ['tasks', TASKS, batch.flatMap(({ tasks }) => tasks)],
    ]);
  }

  function prepare(file: DemoFile, rank: number) {
    const id = idOf(`pathway ${file.key}`);
    const personId = idOf(`person ${file.key}`);
    const keys = entrust(file);
    const { facts } = file.pathway;
    const told = file.pathway.events.map((event, index) => ({ ...event, id: idOf(`event ${file.key} ${index}`) }));
    let following = 0;
    const newId = (): string => idOf(`event ${file.key} following ${(following += 1)}`);
    const events = withAllConsequences({ facts, events: told }, today, newId);
    const derived = derivePathway({ facts, events }, today);
    const steps = stepRows(id, derived) as {
      step: StepCode;
      is_open: boolean;
      waits_for: string[];
      until_on: string | null;
    }[];
    const openSteps = steps
      .filter((row) => row.is_open && row.waits_for.length === 0 && row.until_on === null)
      .map(({ step }) => step);
    const isolation = {
      department: file.department,
      organisation_id: keys.organisationId,
      referent_id: keys.referentId,
    };
    return {
      person: snake(personRow(personId, file.person, { department: file.department, ...keys })),
      location: snake(locationRow(personId, file.person)),
      pathway: {
        id,
        number: `J${(facts.cirSignedOn ?? today).slice(2, 4)}-${String(rank + 1).padStart(6, '0')}`,
        person_id: personId,
        ...isolation,
        facts,
        opened_on: derived.openedOn,
        cir_signed_on: derived.signedOn,
        contract_rule_set: derived.contractRuleSet,
        contract_state: derived.contractState,
        cir_ends_on: derived.cirEndsOn,
        closed_on: derived.closedOn,
        paused: multirange(derived.pauses),
        last_contact_on: derived.lastContactOn,
        next_due_on: derived.nextDueOn,
        next_due_on_for_ofii: derived.nextDueOnForOfii,
      },
      events: events.map(({ id: eventId, ...body }) => ({
        id: eventId,
        seq: (seq += 1),
        pathway_id: id,
        kind: eventKind(body),
        occurred_on: body.on,
        domain: eventDomain(body),
        body,
        ...(isFromTheList(body, file)
          ? { source: 'IMPORT', actor_id: agent }
          : { source: 'HAND', actor_id: keys.referentId }),
        recorded_at: recordedOn(body.on),
      })),
      steps: steps.map((row) => ({ ...row, ...isolation })),
      tasks:
        keys.referentId === null || derived.closedOn !== null
          ? []
          : demoTasks(
              { key: file.key, pathwayId: id, referentId: keys.referentId, isStory: file.isStory, openSteps },
              randomOfTasks,
              today,
            ),
      stalls: stallRows(id, derived).map((row) => ({
        id: idOf(`stall ${file.key} ${(row as { rule: string }).rule} ${(row as { spell: number }).spell}`),
        ...row,
        ...isolation,
      })),
    };
  }

  /** Most files have a structure and a referent; a few wait for one, as in life. */
  function entrust(file: DemoFile): { organisationId: string | null; referentId: string | null } {
    const samira = referents[0];
    if (file.isStory && samira !== undefined) {
      samira.files += 1;
      return { organisationId: idOf(`organisation ${samira.organisation}`), referentId: samira.id };
    }
    const isOpen = !file.pathway.events.some((event) => 'closure' in event);
    if (isOpen && random.chance(0.012)) return { organisationId: null, referentId: null };
    const organisation = random.weighted(FOLLOWED_BY[file.department] ?? FOLLOWED_BY['59'] ?? []);
    const organisationId = idOf(`organisation ${organisation}`);
    if (isOpen && random.chance(0.015)) return { organisationId, referentId: null };
    const team = referents.filter((one) => one.organisation === organisation);
    const referent = team.reduce<Professional | undefined>(
      (least, one) => (least === undefined || one.files < least.files ? one : least),
      undefined,
    );
    if (referent !== undefined && isOpen) referent.files += 1;
    return { organisationId, referentId: (isOpen ? referent : random.pick(team))?.id ?? null };
  }
}

/** What the monthly list brought, on the day of signature or with the card of a protected person; the rest a hand recorded. */
function isFromTheList(event: PathwayEvent, { pathway }: DemoFile): boolean {
  if (!('step' in event)) return false;
  return (
    event.followsFrom !== undefined ||
    event.step === 'BPI_PERMIT_APPLICATION' ||
    event.step === 'BPI_PERMIT_ISSUED' ||
    (LISTED_STEPS.has(event.step) && event.on === pathway.facts.cirSignedOn)
  );
}

const LISTED_STEPS: ReadonlySet<string> = new Set([
  'OFII_CONVOCATION',
  'RECEPTION_INTERVIEW',
  'PLACEMENT_TEST',
  'LANGUAGE_DECISION',
  'PES_ORIENTATION',
]);

function snake(row: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  );
}

const KEYS = 'department text, organisation_id uuid, referent_id uuid';
const LOCATIONS = `person_id uuid, phone text, email text, address_line text, postcode text, commune text`;
const PEOPLE = `id uuid, ${KEYS}, foreigner_number text, ofii_number text, birth_name text, usage_name text, first_names text, birth_value text, birth_precision text, sex text, nationality text, languages text[], name_sort text, search_text text, search_keys bigint[]`;
const PATHWAYS = `id uuid, number text, person_id uuid, ${KEYS}, facts jsonb, opened_on date, cir_signed_on date, contract_rule_set text, contract_state text, cir_ends_on date, closed_on date, paused datemultirange, last_contact_on date, next_due_on date, next_due_on_for_ofii date`;
const CHANGES = 'pathway_id uuid, at timestamptz, actor_id uuid, kind text, source text';
const EVENTS =
  'id uuid, seq bigint, pathway_id uuid, kind text, occurred_on date, domain text, body jsonb, source text, actor_id uuid, recorded_at timestamptz';
const STEPS = `pathway_id uuid, step text, spell int, domain text, ${KEYS}, status text, from_on date, until_on date, opens_on date, due_on date, waits_for text[], outcome text, party text, is_open boolean`;
const STALLS = `id uuid, pathway_id uuid, rule text, spell int, domain text, ${KEYS}, severity text, turn text, anchor_on date, warn_on date, limit_on date, since_on date, cleared_on date, cleared_by uuid, silences datemultirange, silenced_on date[], facts jsonb`;
const TASKS = `id uuid, pathway_id uuid, what text, step text, due_on date, state text, reason text, version int, created_at timestamptz, created_by uuid, changed_at timestamptz, changed_by uuid`;
