import { plusDays, plusMonths, type CalendarDay } from '../../server/domain/calendar/calendarDay.ts';
import type { PathwayEvent } from '../../server/domain/pathway/events.ts';
import { completeFacts, type Facts } from '../../server/domain/pathway/facts.ts';
import { contractRuleSetOn } from '../../server/domain/pathway/ruleSets/index.ts';
import type { StepCode, StepStatus } from '../../server/domain/pathway/codes.ts';
import type { Random } from '../random.ts';

export interface DrawnPathway {
  readonly facts: Facts;
  readonly events: PathwayEvent[];
}

/** Facts and events of one fictive pathway, calibrated on the published figures of the domain facts (part 5.6). */
export function drawPathway(
  random: Random,
  { signedOn, isBpi, today }: { signedOn: CalendarDay; isBpi: boolean; today: CalendarDay },
): DrawnPathway {
  const facts = isBpi ? bpiFacts(random, signedOn, today) : otherFacts(random, signedOn, today);
  const happened = new Happenings(today);
  reception(random, happened, facts, signedOn);
  language(random, happened, facts, signedOn);
  civicDays(random, happened, signedOn);
  contractClosure(random, happened);
  rightsAndLife(random, happened, facts, signedOn);
  renewal(random, happened, facts, signedOn);
  contactsAndClosure(random, happened, signedOn, today);
  return { facts, events: untilClosure(happened.events) };
}

/** Once a follow-up has ended, nobody records anything on it any more. */
function untilClosure(events: readonly PathwayEvent[]): PathwayEvent[] {
  const closedOn = events.find((event) => 'closure' in event)?.on;
  return events.filter((event) => closedOn === undefined || 'closure' in event || (event.on ?? closedOn) < closedOn);
}

/** Collects what has happened by today: what lies in the future has not. */
class Happenings {
  readonly events: PathwayEvent[] = [];
  private readonly today: CalendarDay;

  constructor(today: CalendarDay) {
    this.today = today;
  }

  add(event: PathwayEvent & { on: CalendarDay }): boolean {
    if (event.on > this.today) return false;
    this.events.push(event);
    return true;
  }

  step(step: StepCode, status: StepStatus, on: CalendarDay, more: { outcome?: string; track?: string } = {}): boolean {
    return this.add({ step, status, on, ...more });
  }
}

function bpiFacts(random: Random, signedOn: CalendarDay, today: CalendarDay): Facts {
  const protectionGrantedOn = plusDays(signedOn, -random.int(40, 200));
  const isRefugee = random.chance(0.72);
  const firstPermitOn = plusDays(protectionGrantedOn, random.int(20, 110));
  const endedOn = plusDays(protectionGrantedOn, random.int(10, 60));
  const roof = random.next();
  return completeFacts({
    enteredFranceOn: plusDays(signedOn, -random.int(420, 1000)),
    firstPermitOn: firstPermitOn < signedOn ? firstPermitOn : plusDays(signedOn, -3),
    permitType: isRefugee ? 'CR_REFUGIE' : 'CSP_PS',
    permitExpiresOn: plusDays(plusMonths(firstPermitOn, isRefugee ? 120 : 48), -1),
    protectionGrantedOn,
    protectionKind: isRefugee ? 'REFUGEE' : 'SUBSIDIARY',
    cirSignedOn: signedOn,
    caseOpenedOn: signedOn,
    asylumSupportEndedOn: roof < 0.39 && endedOn <= today ? endedOn : null,
    refugeeHousingEnteredOn: roof >= 0.39 && roof < 0.52 ? plusDays(signedOn, -random.int(0, 60)) : null,
    isParent: random.chance(0.3),
  });
}

function otherFacts(random: Random, signedOn: CalendarDay, today: CalendarDay): Facts {
  const firstPermitOn = plusDays(signedOn, -random.int(5, 85));
  const permitExpiresOn = plusDays(plusMonths(firstPermitOn, 12), -1);
  // Renewed in time, as nearly everybody: the file then holds the new card's last day.
  const renewed = permitExpiresOn < plusDays(today, 20) && random.chance(0.955);
  return completeFacts({
    enteredFranceOn: plusDays(firstPermitOn, -random.int(0, 60)),
    firstPermitOn,
    permitType: random.weighted([
      ['VLS_TS', 55],
      ['CST_VPF_CONJOINT_FR', 20],
      ['CST_VPF_REGROUPEMENT', 8],
      ['CST_VPF_PARENT_FR', 8],
      ['CST_SALARIE', 9],
    ]),
    permitExpiresOn: renewed ? plusMonths(permitExpiresOn, 48) : permitExpiresOn,
    cirSignedOn: signedOn,
    caseOpenedOn: signedOn,
    isParent: random.chance(0.35),
  });
}

function reception(random: Random, happened: Happenings, facts: Facts, signedOn: CalendarDay): void {
  if (facts.permitType === 'VLS_TS')
    happened.step('VLSTS_VALIDATION', 'DONE', plusDays(facts.firstPermitOn ?? signedOn, random.int(0, 4)));
  happened.step('OFII_CONVOCATION', 'DONE', signedOn);
  happened.step('RECEPTION_INTERVIEW', 'DONE', signedOn);
  happened.step('REPUBLIC_COMMITMENT', 'DONE', signedOn);
  if (random.chance(0.96)) happened.step('BANK_ACCOUNT', 'DONE', plusDays(signedOn, random.int(3, 80)));
  happened.step(
    'DOMICILIATION',
    random.chance(0.75) ? 'NOT_APPLICABLE' : 'DONE',
    plusDays(signedOn, random.int(0, 25)),
  );
  if (facts.protectionGrantedOn === null) return;
  happened.step('BPI_PERMIT_APPLICATION', 'DONE', facts.firstPermitOn ?? signedOn);
  if (random.chance(0.95))
    happened.step('BPI_PERMIT_ISSUED', 'DONE', plusDays(facts.protectionGrantedOn, random.int(40, 105)));
  if (random.chance(0.9)) happened.step('AGIR_REFERRAL', 'DONE', plusDays(signedOn, random.int(4, 40)));
  if (random.chance(0.92))
    happened.step('CIVIL_STATUS_RECORDS', 'DONE', plusDays(facts.protectionGrantedOn, random.int(150, 330)));
}

function language(random: Random, happened: Happenings, facts: Facts, signedOn: CalendarDay): void {
  const isOffered = contractRuleSetOn(signedOn)?.languageObligation === 'OFFERED_OPTIONAL';
  const prescribed = random.chance(isOffered ? 0.6 : 0.43);
  const level = prescribed
    ? random.pick(['NON_LITERATE', 'INFRA_A1_1', 'A1_1'])
    : random.pick(isOffered ? ['A2', 'B1', 'B1'] : ['A1', 'A2', 'B1']);
  happened.step('PLACEMENT_TEST', 'DONE', signedOn, { outcome: level });
  if (!prescribed) {
    happened.step('LANGUAGE_DECISION', 'DONE', signedOn, { outcome: 'EXEMPT_LEVEL' });
    // The level reached is still to be proved.
    if (random.chance(0.88)) happened.step('LANGUAGE_CERTIFICATION', 'DONE', plusDays(signedOn, random.int(20, 200)));
    return;
  }
  const hours = random.weighted([
    [100, 18],
    [200, 31],
    [400, 34],
    [600, 17],
  ]);
  const online = isOffered && level !== 'NON_LITERATE';
  happened.step('LANGUAGE_DECISION', 'DONE', signedOn, {
    outcome: isOffered ? 'OFFERED_ACCEPTED' : 'PRESCRIBED',
    track: online ? 'ONLINE_LICENCE' : String(isOffered ? 600 : hours),
  });
  if (!random.chance(0.93)) return;
  const startedOn = plusDays(signedOn, Math.round(12 + 45 * random.next() ** 1.6 + (random.chance(0.07) ? 60 : 0)));
  if (!happened.step('LANGUAGE_START', 'DONE', startedOn)) return;
  const rate = random.chance(0.9) ? 0.84 + 0.16 * random.next() : 0.55 + 0.22 * random.next();
  const months = Math.max(3, Math.round(hours / 65));
  happened.add({ test: 'LANGUAGE', on: startedOn, score: random.int(2, 12) });
  for (let month = 1; month <= months; month += 1) {
    const planned = Math.round(hours / months);
    if (
      !happened.add({
        attendance: 'LANGUAGE',
        on: plusDays(startedOn, month * 30),
        attendedHours: Math.round(planned * rate),
        plannedHours: planned,
      })
    )
      return;
  }
  const endedOn = plusDays(startedOn, months * 30 + random.int(3, 25));
  if (random.chance(0.93) && happened.step('LANGUAGE_END', 'DONE', endedOn)) {
    happened.add({ test: 'LANGUAGE', on: endedOn, score: random.int(13, 40) });
    if (random.chance(0.88)) happened.step('LANGUAGE_CERTIFICATION', 'DONE', plusDays(endedOn, random.int(20, 150)));
  }
  if (facts.isParent && random.chance(0.1))
    happened.add({ pause: 'FAMILY', on: plusDays(startedOn, 40), until: plusDays(startedOn, 70) });
}

function civicDays(random: Random, happened: Happenings, signedOn: CalendarDay): void {
  let on = plusDays(signedOn, random.int(12, 40));
  for (const step of ['CIVIC_SESSION_1', 'CIVIC_SESSION_2', 'CIVIC_SESSION_3', 'CIVIC_SESSION_4'] as const) {
    if (!random.chance(0.975)) return;
    happened.step(step, 'DONE', on);
    on = plusDays(on, random.int(5, 28));
  }
  // The exam exists since the contracts of July 2025; the step is in no other pathway.
  if (contractRuleSetOn(signedOn)?.civicExam === true && random.chance(0.9))
    happened.step('CIVIC_EXAM_CSP', 'DONE', plusDays(on, random.int(5, 45)));
}

/** The contract is closed within the month that follows the end of what was prescribed (R.413-4). */
function contractClosure(random: Random, happened: Happenings): void {
  const endOf = (code: StepCode): CalendarDay | undefined =>
    happened.events.find((event) => 'step' in event && event.step === code && event.status !== 'TO_DO')?.on;
  const isExempt = happened.events.some((event) => 'step' in event && event.outcome === 'EXEMPT_LEVEL');
  const [civic, language] = [endOf('CIVIC_SESSION_4'), endOf(isExempt ? 'LANGUAGE_DECISION' : 'LANGUAGE_END')];
  if (civic === undefined || language === undefined || !random.chance(0.95)) return;
  happened.step('CIR_CLOSURE', 'DONE', plusDays(civic > language ? civic : language, random.int(5, 27)));
}

function rightsAndLife(random: Random, happened: Happenings, facts: Facts, signedOn: CalendarDay): void {
  const later = (step: StepCode, probability: number, from: number, to: number, status: StepStatus = 'DONE'): boolean =>
    random.chance(probability) && happened.step(step, status, plusDays(signedOn, random.int(from, to)));
  later('HEALTH_COVER', 0.96, 5, facts.protectionGrantedOn === null ? 95 : 40);
  later('HEALTH_CHECK', 0.9, 5, 90);
  later('GP_REGISTERED', 0.88, 20, 170);
  later('HOUSING_DIAGNOSIS', 0.96, 5, 28);
  later('SOCIAL_HOUSING_APPLICATION', 0.9, 10, 85);
  if (facts.isParent) later('SCHOOL_ENROLMENT', 0.9, 5, 60);
  if (facts.protectionGrantedOn !== null) later('CAF_RIGHTS', 0.95, 0, 45);
  if (facts.asylumSupportEndedOn !== null) later('DNA_EXIT', 0.82, 10, 120);
  if (facts.refugeeHousingEnteredOn !== null) later('CPH_STAY', 0.75, 120, 300);
  if (later('PES_ORIENTATION', 0.6, 0, 0)) later('PES_REGISTRATION', 0.92, 4, 62);
  later('CAREER_INTERVIEW', 0.88, 10, 85);
  later('JOB_ENTRY', 0.5, 40, 420);
  homeKept(random, happened, signedOn);
  later('CIR_FINAL_INTERVIEW', 0.85, 215, 300);
  later('OFII_OPINION', 0.95, 320, 364);
}

/** A home found, and the visits that say whether it is kept, at three, six and twelve months; some leave it before. */
function homeKept(random: Random, happened: Happenings, signedOn: CalendarDay): void {
  const on = plusDays(signedOn, random.int(60, 400));
  if (!random.chance(0.45) || !happened.step('HOUSING_ACCESS', 'DONE', on)) return;
  for (const [step, months] of [
    ['HOUSING_SUSTAINED_3M', 3],
    ['HOUSING_SUSTAINED_6M', 6],
    ['HOUSING_SUSTAINED_12M', 12],
  ] as const) {
    if (!random.chance(0.92)) {
      if (random.chance(0.5)) happened.add({ homeLeft: 'MOVED', on: plusDays(plusMonths(on, months), -15) });
      return;
    }
    happened.step(step, 'DONE', plusMonths(on, months));
  }
}

function renewal(random: Random, happened: Happenings, facts: Facts, signedOn: CalendarDay): void {
  if (facts.protectionGrantedOn !== null || facts.firstPermitOn === null) return;
  const firstExpiry = plusDays(plusMonths(facts.firstPermitOn, 12), -1);
  const asked = plusDays(firstExpiry, -random.int(65, 115));
  if ((facts.permitExpiresOn ?? firstExpiry) > firstExpiry || random.chance(0.92)) {
    if (
      asked > signedOn &&
      happened.step('PERMIT_RENEWAL', 'REQUESTED', asked) &&
      (facts.permitExpiresOn ?? firstExpiry) > firstExpiry
    ) {
      happened.step('PERMIT_RENEWAL', 'DONE', plusDays(asked, random.int(30, 110)));
    }
  }
}

const CLOSURES = [
  ['GOALS_MET', 42],
  ['HOUSING_ONLY', 9],
  ['JOB_ONLY', 14],
  ['REFERRED_COMMON_LAW', 15],
  ['MOVED_DEPARTMENT', 8],
  ['LOST_CONTACT', 7],
  ['MAX_DURATION', 5],
] as const;

function contactsAndClosure(random: Random, happened: Happenings, signedOn: CalendarDay, today: CalendarDay): void {
  const closedOn = random.chance(0.8) ? plusDays(signedOn, random.int(300, 560)) : null;
  const end = closedOn !== null && closedOn <= today ? closedOn : today;
  const lostOn = random.chance(0.05) ? plusDays(signedOn, random.int(60, 400)) : null;
  let on = plusDays(signedOn, random.int(2, 20));
  while (on <= end && (lostOn === null || on < lostOn)) {
    if (random.chance(0.15))
      happened.add({ contact: 'NO_ANSWER', on: plusDays(on, -1) >= signedOn ? plusDays(on, -1) : on, medium: 'PHONE' });
    happened.add({
      contact: 'REACHED',
      on,
      medium: random.pick(['OFFICE', 'PHONE', 'MESSAGE', 'HOME_VISIT'] as const),
    });
    on = plusDays(on, random.int(28, 58));
  }
  if (closedOn !== null && closedOn <= today) happened.add({ closure: random.weighted(CLOSURES), on: closedOn });
}
