import { plusDays, type CalendarDay } from '../../server/domain/calendar/calendarDay.ts';
import { bornOnFact } from '../../server/domain/person/birth.ts';
import type { Person } from '../../server/domain/person/person.ts';
import type { Random } from '../random.ts';
import { idOf, makeRandom } from '../random.ts';
import { drawPathway, type DrawnPathway } from './pathway.ts';
import { stories } from './stories.ts';
import { DEPARTMENTS, ORIGINS, PLACES, STREETS } from './words.ts';

export interface DemoFile {
  readonly key: string;
  readonly person: Person;
  readonly department: string;
  readonly pathway: DrawnPathway;
  /** Followed by the demo's own caseworker. */
  readonly isStory: boolean;
}

/** Two years of the regional volume: a little over 5 200 contracts a year, of which a little over 26 % are BPI (domain facts 5.6). */
export const DEMO_FILES = 10_400;

/** The whole demo, drawn by lot from a fixed seed: the same day gives the same people. */
export function* demoFiles(today: CalendarDay, count = DEMO_FILES): Generator<DemoFile> {
  for (const [index, story] of stories(today).entries()) {
    const person = makePerson(story.birthName, story.firstNames, story, `Lille`, '59000', index + 1);
    yield {
      key: `story ${index}`,
      person,
      department: '59',
      isStory: true,
      pathway: { facts: { ...story.facts, bornOn: bornOnFact(person.birth) }, events: [...story.events] },
    };
  }
  const random = makeRandom(20_260_301);
  for (let rank = 0; rank < count; rank += 1) yield drawFile(random, today, rank);
}

function drawFile(random: Random, today: CalendarDay, rank: number): DemoFile {
  const isBpi = random.chance(0.262);
  const origin = random.weighted(ORIGINS.filter(({ bpi }) => bpi === isBpi).map((one) => [one, one.weight] as const));
  const sex = random.chance(isBpi ? 0.36 : 0.55) ? 'F' : 'M';
  const department = random.weighted(DEPARTMENTS);
  const [postcode, commune] = random.pick<readonly [string, string]>(PLACES[department]);
  const signedOn = plusDays(today, -random.int(2, 730));
  const bornOn = plusDays(signedOn, -Math.round(365.25 * (18 + 12 * random.next() + 22 * random.next() ** 2)));
  const birth = random.chance(0.04)
    ? { value: bornOn.slice(0, 4), precision: 'YEAR' as const }
    : { value: String(bornOn), precision: 'DAY' as const };
  const family = random.pick<string>(origin.family);
  const person: Person = {
    ...makePerson(
      family,
      random.pick<string>(sex === 'F' ? origin.women : origin.men),
      { sex, birth, nationality: origin.nationality, language: origin.language },
      commune,
      postcode,
      1000 + rank,
    ),
    address: { line: `${random.int(1, 180)} ${random.pick(STREETS)}`, postcode, commune },
    phone: random.chance(0.85)
      ? `06 39 98 ${String(random.int(0, 99)).padStart(2, '0')} ${String(random.int(0, 99)).padStart(2, '0')}`
      : null,
  };
  const pathway = drawPathway(random, { signedOn, isBpi, today });
  return {
    key: `file ${rank}`,
    person,
    department,
    isStory: false,
    pathway: { ...pathway, facts: { ...pathway.facts, bornOn: bornOnFact(birth) } },
  };
}

interface Who {
  readonly sex: 'F' | 'M';
  readonly birth: { readonly value: string | null; readonly precision: 'DAY' | 'MONTH' | 'YEAR' | 'UNKNOWN' };
  readonly nationality: string;
  readonly language: string;
}

function makePerson(
  birthName: string | null,
  firstNames: string | null,
  who: Who,
  commune: string,
  postcode: string,
  number: number,
): Person {
  return {
    birthName,
    usageName: null,
    firstNames,
    birth: who.birth as Person['birth'],
    sex: who.sex,
    nationality: who.nationality,
    languages: [who.language],
    phone: null,
    email: null,
    address: { line: null, postcode, commune },
    // Real numbers never begin with 0000, and the monthly lists' begin with 99: none can meet.
    foreignerNumber: `0000${String(number).padStart(6, '0')}`,
    ofiiNumber: null,
  };
}

export { idOf };
