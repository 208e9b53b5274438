import { plusDays, type CalendarDay } from '../calendar/calendarDay.ts';
import { RULES } from '../stall/rules.ts';
import { PROPOSED } from '../stall/thresholds.ts';
import { ACTORS, CONTRACT_STATES, LANGUAGE_DECISIONS, STEP_CODES, STEP_STATUSES } from './codes.ts';
import { derivePathway } from './derive.ts';
import type { PathwayEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { PERMIT_RULE_SETS } from './permitRuleSets/index.ts';
import { CONTRACT_RULE_SETS } from './ruleSets/index.ts';
import { STEPS } from './steps/index.ts';

const HISTORIES = 80;
const EVENTS = 40;
const FIRST_DAY = '2017-01-01' as CalendarDay;
const SPAN = 1500;
const YEAR = 366;

/**
 * The rules, and what they make of histories that are always the same: what a release changes in the rows derived shows
 * here, be it in the data or in the code. Rows stored under another sample have to be computed again.
 */
export function rulesSample(): unknown {
  const draw = drawer();
  const rows = Array.from({ length: HISTORIES }, () => {
    const from = plusDays(FIRST_DAY, draw(3650));
    return derivePathway({ facts: someFacts(draw, from), events: someEvents(draw, from) }, plusDays(from, SPAN));
  });
  return {
    steps: STEPS,
    rules: RULES,
    proposed: PROPOSED,
    contract: CONTRACT_RULE_SETS,
    permit: PERMIT_RULE_SETS,
    rows,
  };
}

/** Numbers that look drawn and are the same on every machine (Lehmer). */
function drawer(): (below: number) => number {
  let state = 20_260;
  return (below) => (state = (state * 48_271) % 2_147_483_647) % below;
}

function someFacts(draw: (below: number) => number, from: CalendarDay): Partial<Facts> {
  const maybe = (days: number): CalendarDay | null => (draw(3) === 0 ? null : plusDays(from, draw(days)));
  return {
    caseOpenedOn: from,
    cirSignedOn: maybe(90),
    enteredFranceOn: maybe(30),
    firstPermitOn: maybe(30),
    permitType: draw(2) === 0 ? 'VLS_TS' : null,
    permitExpiresOn: maybe(SPAN),
    protectionGrantedOn: draw(2) === 0 ? null : plusDays(from, draw(60)),
    asylumSupportEndedOn: maybe(90),
    refugeeHousingEnteredOn: maybe(90),
    stayCertificateOn: maybe(YEAR),
    extensionMonths: draw(3) === 0 ? 6 : 0,
    isParent: draw(2) === 0,
  };
}

function someEvents(draw: (below: number) => number, from: CalendarDay): PathwayEvent[] {
  const one = <T>(list: readonly T[]): T => list[draw(list.length)] as T;
  return Array.from({ length: EVENTS }, (_, index): PathwayEvent => {
    const common = { id: `e${index}`, on: plusDays(from, draw(SPAN)) };
    const kind = draw(20);
    if (kind === 0) return { ...common, contact: draw(2) === 0 ? 'REACHED' : 'NO_ANSWER' };
    if (kind === 1) return { ...common, contract: one(CONTRACT_STATES), months: 1 + draw(6) };
    if (kind === 2) return { ...common, extension: draw(2) === 0 ? 'DNA_EXIT' : 'CPH_STAY' };
    if (kind === 3) return { ...common, handover: true };
    if (kind === 4) return { ...common, attendance: 'LANGUAGE', attendedHours: draw(21), plannedHours: 20 };
    if (kind === 5) return { ...common, test: 'LANGUAGE', score: draw(10) };
    if (kind === 6) return { ...common, pause: 'TRAVEL', until: plusDays(common.on, draw(40)) };
    if (kind === 7)
      return { ...common, silence: one(RULES).code, until: plusDays(common.on, draw(90)), reason: 'OTHER' };
    if (kind === 8 && index > 0) return { ...common, retracts: `e${draw(index)}` };
    const [outcome, party] = [one(LANGUAGE_DECISIONS), one(ACTORS)];
    return { ...common, step: one(STEP_CODES), status: draw(2) === 0 ? 'DONE' : one(STEP_STATUSES), outcome, party };
  });
}
