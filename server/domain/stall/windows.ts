import { laterOf, plusDays, plusMonths, type CalendarDay } from '../calendar/calendarDay.ts';
import { anchorDay, stepDates } from '../pathway/anchors.ts';
import type { Folded } from '../pathway/fold.ts';
import { stepDefinition } from '../pathway/steps/index.ts';
import type { StepCode } from '../pathway/codes.ts';
import type { StallRule } from './stallRule.ts';
import type { StallFact } from './stallSpell.ts';

/** A stretch of time in which a rule may fire: from an anchor (or from the fact that fired it) to what ended it. */
export interface Window {
  readonly anchorOn: CalendarDay;
  /** The anchor already carries the delay: rules by count, ratio or test are stalled from that very day. */
  readonly firedOn?: CalendarDay;
  readonly extraMonths?: number;
  readonly endedOn: CalendarDay | null;
  readonly endedBy: string | null;
  readonly facts: readonly StallFact[];
}

type Finder = (rule: StallRule, folded: Folded) => Window[];

/** Rules whose anchor comes back have several windows; the others have one (or several, when an extension moves the limit). */
export function windowsOf(rule: StallRule, folded: Folded): Window[] {
  return rule.windows === undefined ? anchoredWindows(rule, folded) : RECURRING[rule.windows](rule, folded);
}

const RECURRING: Record<NonNullable<StallRule['windows']>, Finder> = {
  CONTACT: (_rule, { facts, events }) => {
    const reached = events.filter((event) => 'contact' in event && event.contact === 'REACHED');
    const opened = facts.caseOpenedOn;
    const starts = reached.map((event) => ({ on: event.on, id: event.id ?? null, label: 'Dernier contact' }));
    if (opened !== null && !starts.some(({ on }) => on <= opened)) starts.unshift({ on: opened, id: null, label: 'Dossier ouvert' });
    return starts.map(({ on, label }, index) => ({
      anchorOn: on,
      endedOn: starts[index + 1]?.on ?? null,
      endedBy: starts[index + 1]?.id ?? null,
      facts: [{ label, on }],
    }));
  },
  HANDOVER: (_rule, { events }) =>
    events.flatMap((event, position) => {
      if (!('handover' in event)) return [];
      const end = events.slice(position + 1).find((later) => 'handover' in later || ('contact' in later && later.contact === 'REACHED'));
      return [{ anchorOn: event.on, endedOn: end?.on ?? null, endedBy: end?.id ?? null, facts: [{ label: 'Changement de référent', on: event.on }] }];
    }),
  PLATFORM_NO_SHOW: (rule, { events }) => {
    const absences = events.filter((event) => 'contract' in event && event.contract === 'ABSENT_AT_PLATFORM');
    const fired = absences[(rule.countLimit ?? 2) - 1];
    if (fired === undefined) return [];
    const facts = absences.map(({ on }) => ({ label: 'Absence en plateforme', on }));
    return [{ anchorOn: fired.on, firedOn: fired.on, endedOn: null, endedBy: null, facts }];
  },
  ATTENDANCE: attendanceWindows,
  TEST: testWindows,
};

function attendanceWindows(rule: StallRule, { events }: Folded): Window[] {
  if (rule.ratio === undefined) return [];
  const { min, onlyOnceDenominatorHoursReach } = rule.ratio;
  const windows: Window[] = [];
  let [attended, planned] = [0, 0];
  let under: { on: CalendarDay; facts: StallFact[] } | undefined;
  const records = events.filter((event) => 'attendance' in event && event.attendance === 'LANGUAGE');
  records.forEach((record, index) => {
    if (!('attendance' in record)) return;
    attended += record.attendedHours;
    planned += record.plannedHours;
    // Records of one day are judged together: their order within the day says nothing.
    if (records[index + 1]?.on === record.on) return;
    // Hours are entered by quarters; the sum of fractions must not turn 80 % into 79.999 %.
    const low = planned >= onlyOnceDenominatorHoursReach && attended < min * planned - 1e-9;
    const ratio = `${Math.floor((attended / Math.max(planned, 1e-9)) * 100)} %`;
    if (low && under === undefined) under = { on: record.on, facts: [{ label: 'Heures suivies', value: `${attended} h sur ${planned} h (${ratio})`, on: record.on }] };
    if (!low && under !== undefined) {
      windows.push({ anchorOn: under.on, firedOn: under.on, endedOn: record.on, endedBy: record.id ?? null, facts: under.facts });
      under = undefined;
    }
  });
  if (under !== undefined) windows.push({ anchorOn: under.on, firedOn: under.on, endedOn: null, endedBy: null, facts: under.facts });
  return windows;
}

function testWindows(rule: StallRule, { events }: Folded): Window[] {
  const [baseline, ...later] = events.filter((event) => 'test' in event);
  const windows: Window[] = [];
  let fired: { on: CalendarDay; facts: StallFact[] } | undefined;
  for (const test of later) {
    if (baseline === undefined || !('test' in baseline) || !('test' in test)) continue;
    const gained = test.score - baseline.score >= (rule.testGainMin ?? 1);
    if (!gained && fired === undefined) {
      const facts = [{ label: 'Premier test', on: baseline.on, value: String(baseline.score) }, { label: 'Dernier test', on: test.on, value: String(test.score) }];
      fired = { on: test.on, facts };
    }
    if (gained && fired !== undefined) {
      windows.push({ anchorOn: fired.on, firedOn: fired.on, endedOn: test.on, endedBy: test.id ?? null, facts: fired.facts });
      fired = undefined;
    }
  }
  if (fired !== undefined) windows.push({ anchorOn: fired.on, firedOn: fired.on, endedOn: null, endedBy: null, facts: fired.facts });
  return windows;
}

const ANCHOR_WORDS: Record<string, string> = {
  FIRST_PERMIT_DATE: 'Premier titre',
  CIR_SIGNATURE: 'Signature du CIR',
  CIR_END: 'Fin du CIR',
  PERMIT_EXPIRY: 'Fin du titre',
  PROTECTION_DATE: 'Décision de protection',
  ASYLUM_SUPPORT_END: 'Fin de prise en charge asile',
  REFUGEE_HOUSING_ENTRY: 'Entrée en CPH',
  ASYLUM_ALLOWANCE_END: 'Fin de l’allocation pour demandeur d’asile',
  CASE_OPENED: 'Dossier ouvert',
  STAY_CERTIFICATE_DATE: 'Attestation de prolongation d’instruction',
  PROOF_OF_STAY_END: 'Fin du dernier document de séjour',
  'STEP:LANGUAGE_DECISION:DONE': 'Décision de formation',
  'STEP:PES_ORIENTATION:DONE': 'Orientation vers l’emploi',
  'DUE:CIR_FINAL_INTERVIEW': 'Échéance de l’entretien',
};

function anchoredWindows(rule: StallRule, folded: Folded): Window[] {
  if (rule.anchor === null) return [];
  const moved = rule.anchor === 'CIR_END' ? contractEnds(folded) : housingEnds(rule, folded);
  const facts = (on: CalendarDay): StallFact[] => [{ label: ANCHOR_WORDS[rule.anchor ?? ''] ?? rule.labelFr, on }];
  if (moved !== undefined) return moved.map((window) => ({ ...window, facts: facts(window.anchorOn) }));
  const anchorOn = ruleAnchor(rule.anchor, folded);
  return anchorOn === null ? [] : [{ anchorOn, endedOn: null, endedBy: null, facts: facts(anchorOn) }];
}

function ruleAnchor(anchor: string, folded: Folded): CalendarDay | null {
  if (anchor === 'PROOF_OF_STAY_END') return proofOfStayEnd(folded);
  if (!anchor.startsWith('DUE:')) return anchorDay(folded, anchor);
  const step = anchor.slice(4) as StepCode;
  return folded.steps.has(step) ? stepDates(folded, stepDefinition(step)).dueOn : null;
}

/** Valid through the permit's last day, or through the certificate's 3 months (6 for BPI, R.431-15-3). */
function proofOfStayEnd({ facts }: Folded): CalendarDay | null {
  const certificate = facts.stayCertificateOn === null ? null : plusMonths(facts.stayCertificateOn, facts.protectionGrantedOn === null ? 3 : 6);
  if (facts.permitExpiresOn === null || certificate === null) return facts.permitExpiresOn ?? certificate;
  return laterOf(facts.permitExpiresOn, certificate);
}

type Bare = Omit<Window, 'facts'>;

/** Each extension by the prefect ends a window on the day it is granted and opens one with the new end (R.413-4). */
function contractEnds({ cirEndsOn, contract, extensionMonths, events }: Folded): Bare[] | undefined {
  if (cirEndsOn === null) return undefined;
  const granted = events.filter((event) => 'contract' in event && event.contract === 'EXTENDED');
  const given = contract.reduce((sum, { months }) => sum + months, 0);
  if (granted.length === 0 || given !== extensionMonths) return undefined;
  let months = 0;
  const windows: Bare[] = [];
  for (const event of [...granted].reverse()) {
    months += 'contract' in event ? (event.months ?? 0) : 0;
    windows.unshift({ anchorOn: plusMonths(cirEndsOn, -months), endedOn: event.on, endedBy: event.id ?? null });
  }
  return [...windows, { anchorOn: cirEndsOn, endedOn: null, endedBy: null }];
}

function housingEnds(rule: StallRule, folded: Folded): Bare[] | undefined {
  const { extension } = rule;
  if (extension === undefined || rule.anchor === null) return undefined;
  const anchorOn = anchorDay(folded, rule.anchor);
  if (anchorOn === null) return [];
  const granted = folded.events.filter((event) => 'extension' in event && event.extension === extension.step).slice(0, extension.max ?? undefined);
  return [null, ...granted].map((_event, index) => ({
    anchorOn,
    extraMonths: index * extension.months,
    endedOn: granted[index]?.on ?? null,
    endedBy: granted[index]?.id ?? null,
  }));
}

/** The day after a limit: the limit day itself is still in time (decision 6). */
export function dayAfter(limitOn: CalendarDay): CalendarDay {
  return plusDays(limitOn, 1);
}
