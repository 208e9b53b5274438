import { addDays, addMonths, differenceInCalendarDays, endOfMonth } from 'date-fns';
import { UTCDate } from '@date-fns/utc';
import type { PathwayEvent } from '../events.ts';
import type { Facts } from '../facts.ts';

/**
 * Another reckoning of the stalls, as plain as possible and sharing nothing with the engine: it looks at one day, reads
 * the events up to it, and counts with date-fns. Slow, without spells or sentences; tests hold the engine to it.
 */
type Any = Record<string, unknown> & { on: string };

const date = (day: string): UTCDate => new UTCDate(`${day}T00:00:00Z`);
const text = (value: Date): string => value.toISOString().slice(0, 10);
const days = (day: string, count: number): string => text(addDays(date(day), count));
const months = (day: string, count: number): string => text(addMonths(date(day), count));

export function reckonStalls(facts: Partial<Facts>, events: readonly PathwayEvent[], today: string): string[] {
  const past = (events as unknown as readonly Any[])
    .map((event, index) => ({ event, index }))
    .filter(({ event }) => event.on <= today)
    .sort((a, b) => a.event.on.localeCompare(b.event.on) || a.index - b.index)
    .map(({ event }) => event);
  const entered = (step: string, ...statuses: string[]): Any[] =>
    past.filter((event) => event['step'] === step && statuses.includes(event['status'] as string));
  const has = (step: string, ...statuses: string[]): boolean => entered(step, ...statuses).length > 0;
  const last = (list: readonly Any[]): string | null => list.at(-1)?.on ?? null;
  const contracts = (...states: string[]): Any[] =>
    past.filter((event) => states.includes(event['contract'] as string));
  const bpi = facts.protectionGrantedOn != null;
  const signedOn =
    facts.cirSignedOn ??
    past.find(
      (event) => event['contract'] === 'SIGNED' || (event['step'] === 'CIR_SIGNATURE' && event['status'] === 'DONE'),
    )?.on ??
    null;
  const set = (signedOn ?? today) < '2019-03-01' ? 2016 : (signedOn ?? today) < '2025-07-18' ? 2022 : 2025;

  const civic = [1, 2, 3, 4].flatMap((n) => last(entered(`CIVIC_SESSION_${n}`, 'DONE')) ?? []).sort();
  const civicOver = civic.length >= (set === 2016 ? 2 : 3);
  const decision = entered('LANGUAGE_DECISION', 'DONE').at(-1);
  const followed = ['PRESCRIBED', 'OFFERED_ACCEPTED'].includes(decision?.['outcome'] as string);
  const languageEnd = past.filter((event) => event['step'] === 'LANGUAGE_END').at(-1);
  const languageOver = ['DONE', 'PARTIALLY_DONE', 'ABANDONED'].includes(languageEnd?.['status'] as string);
  const trainingOver = civicOver && (!followed || languageOver);
  const ends = [
    ...civic,
    ...(followed ? entered('LANGUAGE_END', 'DONE').slice(-1) : []).map(({ on }) => on),
    ...(followed ? entered('LANGUAGE_END', 'PARTIALLY_DONE').slice(-1) : []).map(({ on }) => on),
  ].sort();
  const starts = [last(entered('LANGUAGE_START', 'DONE')), last(entered('CIVIC_SESSION_1', 'DONE'))]
    .filter((day) => day !== null)
    .sort();

  const granted = contracts('EXTENDED').reduce((sum, event) => sum + ((event['months'] as number | undefined) ?? 0), 0);
  const cirEnd = signedOn === null ? null : months(signedOn, 12 + Math.min(12, (facts.extensionMonths ?? 0) + granted));
  const extensions = (step: string): number => past.filter((event) => event['extension'] === step).length;
  const certificate = facts.stayCertificateOn == null ? null : months(facts.stayCertificateOn, bpi ? 6 : 3);
  const proof =
    [facts.permitExpiresOn ?? null, certificate]
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null;
  const interview =
    set === 2025
      ? starts[0] === undefined
        ? null
        : months(starts[0], 9)
      : trainingOver && set === 2022
        ? months(ends.at(-1) ?? '', 3)
        : null;
  const handover = past.filter((event) => event['handover'] === true).at(-1);
  const reachedAfterHandover =
    handover !== undefined && past.slice(past.indexOf(handover) + 1).some((event) => event['contact'] === 'REACHED');
  const reached = last(past.filter((event) => event['contact'] === 'REACHED'));
  const absences = contracts('ABSENT_AT_PLATFORM');
  const opened = facts.caseOpenedOn ?? null;

  const stalls: Record<string, string | null> = {};
  const after = (rule: string, limit: string | null, cleared: boolean): void => {
    if (limit !== null && today > limit && !cleared) stalls[rule] = days(limit, 1);
  };
  const plus = (day: string | null | undefined, count: number, unit: 'D' | 'M'): string | null =>
    day == null ? null : unit === 'D' ? days(day, count) : months(day, count);

  after('NO_CONTACT', plus(reached ?? opened, 60, 'D'), false);
  if (absences[1] !== undefined && signedOn === null) stalls['PLATFORM_NO_SHOW'] = absences[1].on;
  after(
    'CIR_NOT_SIGNED',
    plus(facts.firstPermitOn, 90, 'D'),
    signedOn !== null || facts.exemption != null || contracts('EXEMPT_FROM_CIR', 'DECLINED_OPTIONAL').length > 0,
  );
  if (followed) after('LANGUAGE_WAIT', plus(decision?.on, 60, 'D'), has('LANGUAGE_START', 'IN_PROGRESS', 'DONE'));
  after('CIVIC_ABSENCE', plus(signedOn, 4, 'M'), civicOver);
  after(
    'CIR_EXPIRY',
    cirEnd,
    trainingOver || contracts('TERMINATED', 'CLOSED_RESPECTED', 'CLOSED_NOT_RESPECTED').length > 0,
  );
  after('FINAL_INTERVIEW_OVERDUE', interview, has('CIR_FINAL_INTERVIEW', 'DONE'));
  after(
    'PERMIT_RENEWAL_WINDOW',
    plus(facts.permitExpiresOn, -60, 'D'),
    has(
      'PERMIT_RENEWAL',
      'REQUESTED',
      'SCHEDULED',
      'IN_PROGRESS',
      'WAITING_THIRD_PARTY',
      'DONE',
      'PARTIALLY_DONE',
      'REFUSED_BY_BODY',
    ),
  );
  after('PROOF_OF_STAY_GAP', proof, false);
  if (bpi) {
    after('BPI_CARD_LATE', plus(facts.protectionGrantedOn, 3, 'M'), has('BPI_PERMIT_ISSUED', 'DONE'));
    after('CIVIL_STATUS_LATE', plus(facts.protectionGrantedOn, 310, 'D'), has('CIVIL_STATUS_RECORDS', 'DONE'));
    const housed = facts.asylumSupportEndedOn ?? null;
    after(
      'ASYLUM_HOUSING_OVERSTAY',
      plus(housed, 3 + 3 * Math.min(1, extensions('DNA_EXIT')), 'M'),
      housed !== null && has('DNA_EXIT', 'DONE'),
    );
    after(
      'REFUGEE_HOUSING_OVERSTAY',
      plus(facts.refugeeHousingEnteredOn, 9 + 3 * extensions('CPH_STAY'), 'M'),
      has('CPH_STAY', 'DONE'),
    );
    const allowance = text(endOfMonth(addMonths(date(`${facts.protectionGrantedOn?.slice(0, 7)}-01`), 1)));
    after('INCOME_GAP', allowance, has('CAF_RIGHTS', 'DONE') || has('JOB_ENTRY', 'DONE'));
  }
  after('NO_HEALTH_COVER', plus(opened, bpi ? 1 : 3, 'M'), has('HEALTH_COVER', 'DONE'));
  if (set !== 2016) {
    after(
      'PES_NO_REGISTRATION',
      plus(last(entered('PES_ORIENTATION', 'DONE')), 60, 'D'),
      has('PES_REGISTRATION', 'DONE', 'DECLINED', 'EXEMPT'),
    );
  }
  if (handover !== undefined) after('HANDOVER_NO_CONTACT', days(handover.on, 21), reachedAfterHandover);
  after(
    'NO_OUTCOME_12M',
    plus(opened, 12, 'M'),
    has('JOB_ENTRY', 'DONE') || has('VOCATIONAL_TRAINING', 'IN_PROGRESS', 'DONE') || has('HOUSING_ACCESS', 'DONE'),
  );
  const isSilenced = (rule: string): boolean =>
    past.some((event) => event['silence'] === rule && today <= (event['until'] as string));
  return Object.entries(stalls)
    .filter(([rule]) => !isSilenced(rule))
    .map(([rule, since]) => `${rule} ${since}`)
    .sort();
}

/** Whole days from one to the other. */
export function reckonDays(from: string, to: string): number {
  return differenceInCalendarDays(date(to), date(from));
}
