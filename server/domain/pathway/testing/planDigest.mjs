import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/**
 * Plans, in a process of its own and with the compiled program, everything that it is given, and prints a digest of it
 * all: `node planDigest.mjs <folder of the compiled domain>`, the questions on the standard input. A process, because
 * the zone of a machine is read once, when Node starts.
 */
const folder = new URL(`file://${process.argv[2]}/`);
const { planFollowUp } = await import(new URL('pathway/plan.js', folder));
const { derivePathway } = await import(new URL('pathway/derive.js', folder));
const { dayInParis } = await import(new URL('calendar/dayInParis.js', folder));
const { formatDayFr } = await import(new URL('calendar/formatDayFr.js', folder));

const { plans, instants } = JSON.parse(readFileSync(0, 'utf8'));
const digest = (value) => createHash('sha256').update(JSON.stringify(value)).digest('hex');

console.log(
  JSON.stringify({
    offset: new Date('2026-01-15T12:00:00Z').getTimezoneOffset(),
    plans: plans.map((asked) => digest([planFollowUp(asked), derivePathway(asked, asked.today)])),
    days: instants.map((instant) => dayInParis(new Date(instant))),
    words: plans.map(({ today }) => formatDayFr(today)),
  }),
);
