import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDay as day, plusDays, type CalendarDay } from '../calendar/calendarDay.ts';
import { stallStateOn } from '../stall/stallSpell.ts';
import { judgeEvent } from './advance.ts';
import type { ResidenceDocument, StallRuleCode, StepStatus } from './codes.ts';
import { derivePathway } from './derive.ts';
import type { PathwayEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { fold } from './fold.ts';
import { nextMoves } from './moves.ts';
import { planFollowUp, planPathway, type Plan } from './plan.ts';
import { permitKnown } from './residenceDocuments.ts';
import { anyFacts, anyPermitHistory, ORIGIN, SPAN } from './testing/histories.ts';
import { countingEvents, reckonPlan } from './testing/reckoning/index.ts';
import { isOfRenewalBefore, isPermit } from './testing/reckoning/standing.ts';

const facts: Partial<Facts> = { caseOpenedOn: day('2025-03-01'), permitExpiresOn: day('2026-02-28') };
const today = day('2026-03-10');
const given = (on: string, until: string, id = 'c', document: ResidenceDocument = 'CST_SALARIE'): PathwayEvent => ({
  id,
  document,
  on: day(on),
  until: day(until),
});
const renewal = (status: StepStatus, on: string, id: string = status): PathwayEvent => ({
  id,
  step: 'PERMIT_RENEWAL',
  status,
  on: day(on),
});
const card = given('2026-02-10', '2027-02-28');
const plain = (sentence = ''): string => sentence.replace(/[\u00a0\u202f]/g, ' ');
const planned = (events: readonly PathwayEvent[], on: string = today): Plan =>
  planPathway({ facts, events, today: day(on) });
const renewalStep = ({ steps }: Plan): Plan['steps'][number] | undefined =>
  steps.find(({ code }) => code === 'PERMIT_RENEWAL');
const stall = ({ stalls }: Plan, rule: StallRuleCode): Plan['stalls'][number] | undefined =>
  stalls.find((one) => one.rule === rule);
const spells = (rule: StallRuleCode, events: readonly PathwayEvent[], on = today): unknown[] =>
  derivePathway({ facts, events }, on).stallSpells.flatMap((one) =>
    one.rule === rule ? [[one.warnOn, one.sinceOn, one.clearedOn, one.clearedByEventId]] : [],
  );
const judge = (event: PathwayEvent, ...events: PathwayEvent[]): string => {
  const judged = judgeEvent({ facts, events }, event, today);
  return judged.accepted ? 'accepted' : `${judged.kind} ${judged.code}`;
};

describe('a card that was renewed', () => {
  const renewed = [renewal('REQUESTED', '2025-12-01'), renewal('DONE', '2025-12-20'), card];

  test('is to be renewed in its turn: the step is to do again, with the days of the new card', () => {
    expect(renewalStep(planned(renewed.slice(0, 2)))).toMatchObject({ status: 'DONE', dueOn: '2025-12-30' });
    expect(renewalStep(planned(renewed))).toMatchObject({
      status: 'TO_DO',
      opensOn: '2026-10-31',
      dueOn: '2026-12-30',
      state: 'OPEN',
    });
  });

  test('leaves the stalls of the first as they were, and has its own, silent until it may be renewed', () => {
    const late = [renewal('REQUESTED', '2026-01-05'), given('2026-02-20', '2027-02-28')];
    const [first, second, ...others] = spells('PERMIT_RENEWAL_WINDOW', late);
    expect(first).toEqual(spells('PERMIT_RENEWAL_WINDOW', late.slice(0, 1))[0]);
    expect(first).toEqual(['2025-10-31', '2025-12-31', '2026-01-05', 'REQUESTED']);
    expect([second, others]).toEqual([['2026-10-31', '2026-12-31', null, null], []]);
  });

  test('names itself in the sentences, and the days that are its own', () => {
    expect(plain(renewalStep(planned(renewed))?.sentence)).toBe(
      'Possible à partir du 31 octobre 2026, au plus tard le 30 décembre 2026, 60 jours avant la fin du titre remis le 10 février 2026, valable jusqu’au 28 février 2027 (délai légal, R.431-5). C’est au tour de la personne.',
    );
    expect(plain(stall(planned(renewed, '2026-12-30'), 'PERMIT_RENEWAL_WINDOW')?.sentence)).toBe(
      'Renouvellement du titre remis le 10 février 2026 à demander au plus tard le 30 décembre 2026, titre valable jusqu’au 28 février 2027 (R.431-5). C’est au tour de la personne.',
    );
    expect(plain(stall(planned(renewed, '2026-12-31'), 'PERMIT_RENEWAL_WINDOW')?.sentence)).toBe(
      'Renouvellement du titre remis le 10 février 2026 non demandé : dépôt attendu au plus tard le 30 décembre 2026, titre valable jusqu’au 28 février 2027 (R.431-5). C’est au tour de la personne.',
    );
    expect(stall(planned(renewed, '2026-12-31'), 'PERMIT_RENEWAL_WINDOW')?.facts).toEqual([
      { label: 'Fin du titre', on: '2027-02-28' },
      { label: 'Titre remis', on: '2026-02-10' },
    ]);
    expect(plain(stall(planned(renewed, '2027-03-01'), 'PROOF_OF_STAY_GAP')?.sentence)).toBe(
      'Aucun document de séjour depuis le 1er mars 2027 : titre remis le 10 février 2026, valable jusqu’au 28 février 2027 (repère d’usage). C’est au tour du bureau du séjour.',
    );
  });

  test('delivered when it should already have been asked for again, is stalled from that very day, and says so', () => {
    const short = given('2026-02-10', '2026-03-31');
    expect(stall(planned([short]), 'PERMIT_RENEWAL_WINDOW')).toMatchObject({ state: 'STALLED', since: '2026-02-10' });
    expect(stall(planned([short], '2026-02-09'), 'PERMIT_RENEWAL_WINDOW')).toMatchObject({ since: '2025-12-31' });
    expect(plain(stall(planned([short]), 'PERMIT_RENEWAL_WINDOW')?.sentence)).toBe(
      'Renouvellement du titre remis le 10 février 2026 non demandé : dépôt à faire sans attendre, titre valable jusqu’au 31 mars 2026 (R.431-5). C’est au tour de la personne.',
    );
  });

  test('is the permit known from the day it is delivered, not the day before', () => {
    const known = (on: string): unknown => permitKnown(fold({ facts, events: [card] }, day(on)))?.validUntil;
    expect(['2026-02-09', '2026-02-10', '2026-02-11'].map(known)).toEqual(['2026-02-28', '2027-02-28', '2027-02-28']);
  });
});

describe('what is noted of a renewal after the card was delivered', () => {
  test.each([
    ['the day it was delivered', '2026-02-10', 'TO_DO'],
    ['the day before it may be asked for again', '2026-10-30', 'TO_DO'],
    ['on the day it may', '2026-10-31', 'DONE'],
    ['the day after', '2026-11-01', 'DONE'],
  ])('%s', (_when, on, status) => {
    const events = [renewal('REQUESTED', '2025-12-01'), card, renewal('DONE', on)];
    const plan = planned(events, '2027-01-15');
    expect(renewalStep(plan)?.status).toBe(status);
    expect(stall(plan, 'PERMIT_RENEWAL_WINDOW') === undefined).toBe(status === 'DONE');
  });

  test('is the same in whichever order the two were recorded', () => {
    const events = [card, renewal('DONE', '2026-03-02'), renewal('DONE', '2026-02-10', 'd2')];
    const rows = derivePathway({ facts, events }, today);
    expect(derivePathway({ facts, events: events.toReversed() }, today).stallSpells).toEqual(rows.stallSpells);
    expect(renewalStep(planned(events.toReversed()))).toEqual(renewalStep(planned(events)));
  });

  test('is refused with the day from which it may be, offered to nobody, and accepted from that day on', () => {
    expect(judge(renewal('DONE', '2026-03-02'), card)).toBe('CONFLICT renewal_not_open');
    expect(judge(renewal('EXEMPT', '2026-03-02'), card)).toBe('accepted');
    expect(judge(renewal('DONE', '2026-02-09'), card)).toBe('accepted');
    const judged = judgeEvent({ facts, events: [card] }, renewal('DONE', '2026-03-02'), today);
    expect(judged.accepted ? '' : plain(judged.reason)).toBe(
      'Un titre a été remis le 10 février 2026 : son renouvellement se note à partir du 31 octobre 2026. Ce qui a été fait pour l’obtenir se note au plus tard le jour de sa remise.',
    );
    const offered = (on: string): StepStatus[] => {
      const known = { facts, events: [renewal('DONE', '2025-12-20'), card] };
      return nextMoves(known, fold(known, day(on))).flatMap(({ step, status, allowed }) =>
        step === 'PERMIT_RENEWAL' && allowed && ['REQUESTED', 'DONE'].includes(status) ? [status] : [],
      );
    };
    expect(['2026-10-30', '2026-10-31'].map(offered)).toEqual([[], ['REQUESTED', 'DONE']]);
  });
});

describe('a proof of stay', () => {
  test('goes on with what is delivered, permit or not, and stops with the last of them', () => {
    const receipt = given('2026-03-05', '2026-06-04', 'r', 'RECEPISSE');
    expect(spells('PROOF_OF_STAY_GAP', [receipt])).toEqual([
      ['2026-01-29', '2026-03-01', '2026-03-05', 'r'],
      ['2026-05-05', '2026-06-05', null, null],
    ]);
    expect(renewalStep(planned([receipt]))?.dueOn).toBe('2025-12-30');
    expect(plain(stall(planned([receipt], '2026-06-05'), 'PROOF_OF_STAY_GAP')?.sentence)).toContain(
      'depuis le 5 juin 2026 : récépissé remis le 5 mars 2026, valable jusqu’au 4 juin 2026',
    );
  });

  test('is not cut by a document that ends before the one in hand', () => {
    const api = given('2026-02-15', '2026-02-27', 'a', 'API');
    expect(spells('PROOF_OF_STAY_GAP', [api])).toEqual(spells('PROOF_OF_STAY_GAP', []));
    expect(spells('PROOF_OF_STAY_GAP', [{ ...api, until: day('2026-03-01') } as PathwayEvent])).toEqual([
      ['2026-02-15', '2026-03-02', null, null],
    ]);
  });
});

describe('a document is refused, with its reason', () => {
  test.each([
    ['until the day before it was delivered', given('2026-03-01', '2026-02-28'), 'INVALID end_before_start'],
    ['until the day it was delivered', given('2026-03-01', '2026-03-01'), 'accepted'],
    ['tomorrow', given('2026-03-11', '2027-03-10'), 'INVALID date_in_future'],
    ['today', given('2026-03-10', '2027-03-09'), 'accepted'],
    ['the day before the file was opened', given('2025-02-28', '2026-02-27'), 'INVALID before_opening'],
    ['the day the file was opened', given('2025-03-01', '2026-02-27'), 'accepted'],
    ['for ten years after the end of the one before', given('2026-03-10', '2037-03-10'), 'accepted'],
    ['for a day more', given('2026-03-10', '2037-03-11'), 'INVALID validity_too_long'],
  ])('%s', (_said, event, expected) => {
    expect(judge(event)).toBe(expected);
  });

  test('twice, by the day it was delivered or by its last day, unless it corrects', () => {
    const document = 'CONFLICT document_already_recorded';
    expect(judge({ ...card, id: 'd', until: day('2028-02-28') } as PathwayEvent, card)).toBe(document);
    expect(judge({ ...card, id: 'd', on: day('2026-02-11') } as PathwayEvent, card)).toBe(document);
    expect(judge(given('2026-02-10', '2027-02-28', 'd', 'API'), card)).toBe('accepted');
    expect(judge({ ...card, id: 'd', on: day('2026-02-11'), corrects: 'c' } as PathwayEvent, card)).toBe('accepted');
    expect(judge({ retracts: 'c' }, card)).toBe('accepted');
  });

  test('taken from under a renewal that was asked for again, which would then follow what is done', () => {
    const past = given('2025-06-01', '2025-12-31');
    const history = [renewal('DONE', '2025-05-01'), past, renewal('REQUESTED', '2025-10-01')];
    expect(judge({ retracts: 'c' }, ...history)).toBe('CONFLICT step_order_not_allowed');
    expect(judge({ retracts: 'c' }, ...history.slice(0, 2))).toBe('accepted');
  });
});

describe('a document that was corrected or taken back', () => {
  test('counts as corrected, from the day of the correction on in what was known', () => {
    const recorded = { ...card, recordedAt: '2026-02-11T10:00:00Z' };
    const until = day('2026-08-28');
    const corrected = { ...card, id: 'd', corrects: 'c', until, recordedAt: '2026-03-01T10:00:00Z' } as PathwayEvent;
    const due = (knownAt: string): unknown =>
      renewalStep(planPathway({ facts, events: [recorded, corrected], today, knownAt }))?.dueOn;
    expect(['2026-02-10', '2026-02-11', '2026-02-28', '2026-03-01'].map(due)).toEqual([
      '2025-12-30',
      '2026-12-30',
      '2026-12-30',
      '2026-06-29',
    ]);
  });

  test('gives everything back', () => {
    const before = [renewal('REQUESTED', '2025-12-01'), renewal('DONE', '2025-12-20')];
    const rows = derivePathway({ facts, events: [...before, card, { retracts: 'c' }] }, today);
    expect(rows).toEqual(derivePathway({ facts, events: before }, today));
  });
});

describe('a renewal accepted under days since corrected', () => {
  const late = day('2026-12-10');
  const asked = renewal('REQUESTED', '2026-11-05');
  const until = (last: string): PathwayEvent => ({ ...card, id: 'd', corrects: 'c', until: day(last) }) as PathwayEvent;
  const flags = (...events: PathwayEvent[]): readonly string[] => planFollowUp({ facts, events, today: late }).flags;
  const sentence = (...events: PathwayEvent[]): string =>
    plain(permitKnown(fold({ facts, events }, late))?.sentence ?? '');

  // It was requested on 5 November: of a permit until 5 March 2027, that is its 120th day before the last one.
  test.each([
    ['the day after its first day', '2027-03-04', []],
    ['on its first day', '2027-03-05', []],
    ['the day before it', '2027-03-06', ['RENEWAL_NOT_COUNTED']],
  ])('is counted or flagged as it falls %s', (_when, last, expected) => {
    const judged = judgeEvent({ facts, events: [card, asked] }, until(last), late);
    expect(judged).toEqual({ accepted: true, flags: expected.map((flag) => flag.toLowerCase()) });
    expect(flags(card, asked, until(last))).toEqual(expected);
    expect(renewalStep(planPathway({ facts, events: [card, asked, until(last)], today: late }))?.status).toBe(
      expected.length === 0 ? 'REQUESTED' : 'TO_DO',
    );
  });

  test('is said with its day, that from which it would count, and what to look at', () => {
    expect(sentence(card, asked)).toBe('');
    expect(sentence(card, asked, until('2028-02-28'))).toBe(
      'Démarche de renouvellement du 5 novembre 2026 non comptée : le titre remis le 10 février 2026, valable jusqu’au 28 février 2028, se renouvelle à partir du 31 octobre 2027. Vérifiez ces dates, ou retirez cette démarche.',
    );
  });

  test('is flagged no more once it is taken back, once the days are put right, once another one counts', () => {
    const longer = until('2027-03-10');
    expect(flags(card, asked, longer)).toEqual(['RENEWAL_NOT_COUNTED']);
    expect(flags(card, asked, longer, { retracts: 'REQUESTED' })).toEqual([]);
    expect(flags(card, asked, longer, { retracts: 'd' })).toEqual([]);
    expect(flags(card, asked, longer, renewal('REQUESTED', '2026-11-10', 'again'))).toEqual([]);
    expect(flags(card, asked, longer, given('2026-12-01', '2027-12-01', 'next'))).toEqual([]);
  });

  test('is flagged too when the document comes to be known after it, but not when it was noted by the day of delivery', () => {
    expect(flags(renewal('DONE', '2026-03-02'), card)).toEqual(['RENEWAL_NOT_COUNTED']);
    expect(flags(renewal('DONE', '2026-02-10'), card)).toEqual([]);
    expect(flags(renewal('DONE', '2026-02-09'), card)).toEqual([]);
    expect(flags(renewal('DECLINED', '2026-03-02'), card)).toEqual([]);
    const other: PathwayEvent = { contact: 'REACHED', on: late };
    const judged = judgeEvent({ facts, events: [renewal('DONE', '2026-03-02'), card] }, other, late);
    expect(judged).toEqual({ accepted: true, flags: [] });
  });
});

describe('whatever the documents delivered, corrected and taken back, and the renewals noted around them', () => {
  const recorded = fc.tuple(anyFacts, anyPermitHistory).map(([drawn, tried]) => {
    const events: PathwayEvent[] = [];
    const written = plusDays(ORIGIN, SPAN);
    for (const event of tried) if (judgeEvent({ facts: drawn, events }, event, written).accepted) events.push(event);
    return { drawn, events, written };
  });
  const ofStay = ({ stalls }: Plan): unknown[] =>
    stalls.flatMap(({ rule, state, since, warnOn, limitOn }) =>
      rule === 'PERMIT_RENEWAL_WINDOW' || rule === 'PROOF_OF_STAY_GAP' ? [{ rule, state, since, warnOn, limitOn }] : [],
    );

  test('stored rows say what a plan says, and what another reckoning says, on any later day', () => {
    fc.assert(
      fc.property(recorded, fc.nat({ max: 500 }), ({ drawn, events, written }, later) => {
        const looked = plusDays(written, later);
        const plan = planFollowUp({ facts: drawn, events, today: looked });
        const { stepSpells, stallSpells } = derivePathway({ facts: drawn, events }, written);
        const stored = stepSpells.filter(({ step, untilOn }) => step === 'PERMIT_RENEWAL' && untilOn === null);
        const { status, dueOn, opensOn } = renewalStep(plan) ?? {};
        expect(stored).toMatchObject([{ status, dueOn, opensOn }]);
        const shown = stallSpells.filter((spell) => stallStateOn(spell, looked) !== null).map(({ rule }) => rule);
        expect(shown.sort()).toEqual(plan.stalls.map(({ rule }) => rule).sort());
        const reckoned = reckonPlan(drawn, events, looked);
        expect(ofStay(plan)).toEqual(ofStay(reckoned as unknown as Plan));
        expect(renewalStep(plan)).toMatchObject(reckoned.steps.find(({ code }) => code === 'PERMIT_RENEWAL') ?? {});
      }),
      { numRuns: 250 },
    );
  });

  test('the days of the last permit put off, no renewal noted since it was delivered is left out without being flagged', () => {
    const ASKED = [
      'REQUESTED',
      'SCHEDULED',
      'IN_PROGRESS',
      'WAITING_THIRD_PARTY',
      'DONE',
      'PARTIALLY_DONE',
      'REFUSED_BY_BODY',
    ];
    let flagged = 0;
    fc.assert(
      fc.property(recorded, fc.nat({ max: 900 }), ({ drawn, events, written }, longer) => {
        const last = countingEvents(events, written).findLast(isPermit);
        if (last === undefined) return;
        const until = plusDays(day(last['until'] as string), longer);
        const corrected = { ...last, id: 'late', corrects: last['id'], until } as unknown as PathwayEvent;
        const judged = judgeEvent({ facts: drawn, events }, corrected, written);
        if (!judged.accepted) return;
        const past = countingEvents([...events, corrected], written);
        const held = past.findLast(isPermit) ?? last;
        const noted = past
          .slice(past.indexOf(held))
          .filter((event) => event['step'] === 'PERMIT_RENEWAL' && ASKED.includes(String(event['status'])));
        const isLeftOut = noted.length > 0 && noted.every((event) => isOfRenewalBefore(held, event));
        flagged += isLeftOut ? 1 : 0;
        const { flags } = planFollowUp({ facts: drawn, events: [...events, corrected], today: written });
        expect(flags.includes('RENEWAL_NOT_COUNTED')).toBe(isLeftOut);
      }),
      { numRuns: 800 },
    );
    expect(flagged).toBeGreaterThan(5);
  });

  test('as known after each of them is a replay of those recorded by then', () => {
    fc.assert(
      fc.property(recorded, fc.nat({ max: 16 }), ({ drawn, events, written }, count) => {
        const at = (index: number): string => new Date(Date.UTC(2026, 0, 1, index)).toISOString();
        const stamped = events.map((event, index) => ({ ...event, recordedAt: at(index), seq: index }));
        const known = planFollowUp({ facts: drawn, events: stamped, today: written, knownAt: at(count) });
        const replayed = planFollowUp({ facts: drawn, events: events.slice(0, count + 1), today: written });
        expect(known).toEqual(replayed);
      }),
      { numRuns: 150 },
    );
  });

  test('nobody holds a card whose renewal was not asked for in its time without being warned of it', () => {
    let warned = 0;
    fc.assert(
      fc.property(recorded, fc.nat({ max: 900 }), ({ drawn, events }, later) => {
        const looked: CalendarDay = plusDays(ORIGIN, later);
        const past = countingEvents(events, looked);
        const held = past.findLast(isPermit);
        if (held === undefined || looked < plusDays(day(held['until'] as string), -59)) return;
        const noted = past.slice(past.indexOf(held)).filter((event) => event['step'] === 'PERMIT_RENEWAL');
        if (noted.some((event) => !isOfRenewalBefore(held, event))) return;
        warned += 1;
        const plan = planPathway({ facts: drawn, events, today: looked });
        expect(stall(plan, 'PERMIT_RENEWAL_WINDOW')?.state).toBe('STALLED');
        expect(renewalStep(plan)).toMatchObject({ status: 'TO_DO', state: 'OVERDUE' });
      }),
      { numRuns: 400 },
    );
    expect(warned).toBeGreaterThan(20);
  });
});
