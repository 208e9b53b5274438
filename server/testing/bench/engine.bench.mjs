import { demoFiles } from '../../dist/seeds/demo/people.js';
import { makeRandom } from '../../dist/seeds/random.js';
import { plusDays } from '../../dist/server/domain/calendar/calendarDay.js';
import { derivePathway } from '../../dist/server/domain/pathway/derive.js';
import { completeFacts } from '../../dist/server/domain/pathway/facts.js';
import { planPathway } from '../../dist/server/domain/pathway/plan.js';

/**
 * The engine alone, on one core, without a database: what a file shown costs (`planPathway`) and what a file written
 * costs (`derivePathway`). First the demo's own people, `ENGINE_PATHWAYS` of them; then files ever longer, in turns in
 * one run, whose cost per event says whether a long history is dearer than its length.
 */
const PATHWAYS = Number(process.env.ENGINE_PATHWAYS ?? 100_000);
const ROUNDS = Number(process.env.ROUNDS ?? 15);
const TODAY = '2026-11-23';
/** What a pathway may cost, in µs, on one core. */
const TARGET = 60;
const LENGTHS = [10, 50, 100, 250, 500];
/** What comes back in a long life. */
const RETURNING = ['CAF_RIGHTS', 'HEALTH_COVER', 'LANGUAGE_START', 'CIVIC_SESSION_1', 'DNA_EXIT', 'HOUSING_ACCESS'];
const MOVES = ['REQUESTED', 'SCHEDULED', 'IN_PROGRESS', 'WAITING_THIRD_PARTY', 'ABANDONED', 'TO_DO'];

/** An event of the longest files may cost this much more than one of the middle files. Squares would give 5. */
const LINEAR = 2;

const ENGINES = {
  planPathway: ({ facts, events }) => planPathway({ facts, events, today: TODAY }),
  derivePathway: (pathway) => derivePathway(pathway, TODAY),
};

measurePeople();
measureGrowth();

function measurePeople() {
  const batch = 2_000;
  const people = drawPeople();
  const warming = take(people, batch);
  const events = { all: 0, files: 0 };
  const times = Object.fromEntries(
    Object.keys(ENGINES).map((name) => [name, { each: new Float64Array(PATHWAYS), cpu: 0 }]),
  );
  for (const engine of Object.values(ENGINES)) warming.forEach((pathway) => engine(pathway));
  while (events.files < PATHWAYS) {
    const pathways = take(people, Math.min(batch, PATHWAYS - events.files));
    for (const [name, engine] of Object.entries(ENGINES)) {
      const before = process.cpuUsage();
      pathways.forEach((pathway, place) => {
        const start = performance.now();
        engine(pathway);
        times[name].each[events.files + place] = (performance.now() - start) * 1000;
      });
      times[name].cpu += cpuSince(before);
    }
    events.files += pathways.length;
    events.all += pathways.reduce((sum, pathway) => sum + pathway.events.length, 0);
  }
  const length = (events.all / events.files).toFixed(1);
  console.log(`\n${events.files} pathways of the demo, ${length} events each, one core;`);
  console.log('µs each: the lesser of the clock, which also counts what else the machine does, and of the processor,');
  console.log(
    'which also counts the other threads of the collector, busy with people just drawn; p50 and p99 by the clock',
  );
  console.log(row('', 'per second', 'µs each', 'clock', 'processor', 'p50', 'p99'));
  for (const [name, { each, cpu }] of Object.entries(times)) {
    const [clock, processor] = [each.reduce((sum, one) => sum + one, 0) / each.length, cpu / each.length];
    const mean = Math.min(clock, processor);
    const sorted = each.toSorted();
    const at = (share) => sorted[Math.floor(share * (sorted.length - 1))].toFixed(1);
    const verdict = mean < TARGET ? `under ${TARGET} µs` : `OVER ${TARGET} µs`;
    console.log(
      `${row(name, Math.round(1e6 / mean), ...[mean, clock, processor].map((one) => one.toFixed(1)), at(0.5), at(0.99))}   ${verdict}`,
    );
  }
}

/** The people of the demo without end: the same seed gives the same first ones. */
function* drawPeople() {
  for (const { pathway } of demoFiles(TODAY, Infinity)) yield pathway;
}

function take(iterator, count) {
  return Array.from({ length: count }, () => iterator.next().value);
}

function measureGrowth() {
  const random = makeRandom(500);
  const lives = LENGTHS.map((length) => Array.from({ length: 40 }, () => longLife(random, length)));
  console.log(`\nmedian of ${ROUNDS} rounds, by number of events: µs a pathway, µs an event, and as a ratio`);
  console.log(row('', ...LENGTHS));
  for (const [name, engine] of Object.entries(ENGINES)) {
    const times = LENGTHS.map(() => []);
    for (let round = -10; round < ROUNDS; round += 1) {
      lives.forEach((pathways, place) => {
        const before = process.cpuUsage();
        for (let time = 0; time < 5; time += 1) pathways.forEach((pathway) => engine(pathway));
        if (round >= 0) times[place].push(cpuSince(before) / (5 * pathways.length));
      });
    }
    const each = times.map(median);
    const perEvent = each.map((time, place) => time / LENGTHS[place]);
    const growth = perEvent[LENGTHS.indexOf(500)] / perEvent[LENGTHS.indexOf(100)];
    const verdict = growth <= LINEAR ? 'linear' : 'NOT LINEAR';
    console.log(row(name, ...each.map((time) => time.toFixed(1))));
    console.log(row('  an event', ...perEvent.map((time) => time.toFixed(2))));
    console.log(row('  × the shortest', ...each.map((time) => (time / each[0]).toFixed(1))));
    console.log(`  an event among 500 costs ×${growth.toFixed(2)} one among 100: ${verdict}`);
    if (growth > LINEAR) process.exitCode = 1;
  }
}

/** A file followed for ten years: what recurs in a life recurs, in the order of the days. */
function longLife(random, length) {
  const opened = plusDays(TODAY, -3650);
  const facts = completeFacts({
    enteredFranceOn: plusDays(opened, -400),
    firstPermitOn: plusDays(opened, -30),
    permitExpiresOn: plusDays(TODAY, 40),
    protectionGrantedOn: plusDays(opened, -60),
    protectionKind: 'REFUGEE',
    cirSignedOn: opened,
    caseOpenedOn: opened,
    asylumSupportEndedOn: plusDays(opened, 30),
  });
  const events = Array.from({ length }, (_, place) => {
    const on = plusDays(opened, 1 + Math.floor((place * 3600) / length));
    const until = plusDays(on, random.int(3, 20));
    return {
      id: `event ${place}`,
      ...random.weighted([
        [{ contact: 'REACHED', on, medium: 'PHONE' }, 30],
        [{ contact: 'NO_ANSWER', on, medium: 'PHONE' }, 15],
        [{ attendance: 'LANGUAGE', on, attendedHours: random.int(0, 20), plannedHours: 20 }, 15],
        [{ step: random.pick(RETURNING), status: random.pick(MOVES), on }, 25],
        [{ test: 'LANGUAGE', on, score: random.int(1, 20) }, 4],
        [{ handover: true, on }, 3],
        [{ silence: 'NO_HEALTH_COVER', on, until, reason: 'REQUEST_FILED' }, 4],
        [{ pause: 'TRAVEL', on, until }, 4],
      ]),
    };
  });
  return { facts, events };
}

/** µs of processor, the collector's own included: a busy machine does not lengthen them. */
function cpuSince(before) {
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function row(name, ...cells) {
  return name.padEnd(18) + cells.map((cell) => String(cell).padStart(12)).join('');
}
