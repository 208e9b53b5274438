import type { PathwayEvent } from '../events.ts';
import type { Facts } from '../facts.ts';
import { countingEvents, SOURCE, standOn, type Said } from './reckoning/index.ts';
import { OPENED_BY_HAND } from './reckoning/source.ts';
import { isOfRenewalBefore, isPermit, type Stand } from './reckoning/standing.ts';

/** Whether every sequence that the events that count make is one of the tables of the domain data. */
export function isLawful(facts: Partial<Facts>, events: readonly PathwayEvent[], today: string): boolean {
  const stand = standOn(facts, countingEvents(events, today), today);
  const steps = SOURCE.steps.filter(({ code }) => code !== 'PERMIT_RENEWAL');
  return steps.every(({ code }) => areStepsLawful(stand, code)) && isRenewalLawful(stand) && isContractLawful(stand);
}

const hasMove = (table: readonly (readonly [string, string])[], from: string, to: string): boolean =>
  table.some(([before, after]) => before === from && after === to);

function areStepsLawful({ past, signedOn }: Stand, step: string): boolean {
  const own = past.filter((event) => event['step'] === step);
  let statuses = own.map(({ status }) => status as string);
  if (step === 'CIR_SIGNATURE' && signedOn !== null) {
    // Known from the file, or said once by an event: what led to it comes before, and it is said once.
    const others = own.filter(({ status, on }) => status !== 'DONE' || on !== signedOn);
    const [before, since] = [others.filter(({ on }) => on <= signedOn), others.filter(({ on }) => on > signedOn)];
    statuses = [
      ...before.map(({ status }) => status as string),
      'DONE',
      ...since.map(({ status }) => status as string),
    ];
  }
  return [OPENED_BY_HAND.has(step) ? 'NOT_APPLICABLE' : 'TO_DO', ...statuses].every(
    (status, index, all) => index === 0 || hasMove(SOURCE.stepTransitions, all[index - 1] ?? '', status),
  );
}

/** Each permit delivered begins a renewal anew; what is still noted of the one before holds no place (decision 11). */
function isRenewalLawful({ past }: Stand): boolean {
  let [status, permit] = ['TO_DO', undefined as Said | undefined];
  for (const event of past) {
    if (isPermit(event)) [status, permit] = ['TO_DO', event];
    if (event['step'] !== 'PERMIT_RENEWAL' || (permit !== undefined && isOfRenewalBefore(permit, event))) continue;
    if (!hasMove(SOURCE.stepTransitions, status, event['status'] as string)) return false;
    status = event['status'] as string;
  }
  return true;
}

/** Two known additions: a signature that the file or its step tells comes from anywhere, and an extension may follow another. */
function isContractLawful({ facts, past, signedOn, ruleSet }: Stand): boolean {
  const said = past.filter((event) => event['contract'] !== undefined);
  const before = ['NOT_CONVENED', 'CONVENED', 'ABSENT_AT_PLATFORM', 'DECLINED_OPTIONAL'];
  const isSigning = ({ contract, on }: (typeof said)[number]): boolean => contract === 'SIGNED' && on === signedOn;
  const states: { state: string; isTold: boolean }[] = [
    { state: facts.exemption == null ? 'NOT_CONVENED' : 'EXEMPT_FROM_CIR', isTold: true },
  ];
  const toldByStep = past.some(
    ({ step, status, on }) => step === 'CIR_SIGNATURE' && status === 'DONE' && on === signedOn,
  );
  const sign = (): void => {
    states.push({ state: 'SIGNED', isTold: facts.cirSignedOn != null || toldByStep });
    if ((facts.extensionMonths ?? 0) > 0) states.push({ state: 'EXTENDED', isTold: true });
  };
  let isSigned = signedOn === null;
  for (const event of said) {
    const state = event['contract'] as string;
    const isAfter = signedOn !== null && (event.on > signedOn || (event.on === signedOn && !before.includes(state)));
    if (!isSigned && isAfter) {
      sign();
      isSigned = true;
    }
    if (!isSigning(event)) states.push({ state, isTold: false });
  }
  if (!isSigned) sign();
  const months = said.reduce(
    (sum, { contract, months: added }) => sum + (contract === 'EXTENDED' ? ((added as number | undefined) ?? 0) : 0),
    facts.extensionMonths ?? 0,
  );
  return (
    months <= ruleSet.maxExtensionMonths &&
    states.every(({ state, isTold }, index) => {
      const from = states[index - 1]?.state;
      if (from === undefined || isTold) return true;
      return hasMove(SOURCE.contractTransitions, from, state) || (from === 'EXTENDED' && state === 'EXTENDED');
    })
  );
}
