import { laterOf, plusDays, type CalendarDay } from '../calendar/calendarDay.ts';
import { formatDayFr } from '../calendar/formatDayFr.ts';
import { shift, type Duration } from '../calendar/period.ts';
import type { InEachLanguage, Language } from '../language/language.ts';
import type { ResidenceDocument } from './codes.ts';
import type { EffectiveEvent, ResidenceDocumentEvent, StepEvent } from './events.ts';
import type { Folded } from './fold.ts';
import { statusEntry, stepNumber, type Change, type Standing } from './standing.ts';
import { PATHWAY_WORDS } from './pathwayWords.ts';
import { STEP_SAYINGS } from './stepSayings.ts';
import { REQUESTED_OR_LATER } from './transitions.ts';
import { typeset } from './words.ts';

export const PERMIT_RENEWAL = stepNumber('PERMIT_RENEWAL');

/** What proves a stay while a permit is examined: it is no permit, and there is nothing in it to renew. */
const ATTESTATIONS: ReadonlySet<ResidenceDocument> = new Set<ResidenceDocument>(['API', 'RECEPISSE']);

/** No residence document is valid for longer than ten years, counted from the end of the one before. */
export const LONGEST_VALIDITY: Duration = { n: 132, unit: 'MONTH' };

/** A renewal is asked online from the 120th day before the last one on (R.431-5). */
const ASKED_FROM: Duration = { n: 120, unit: 'DAY' };

export function isPermit({ document }: ResidenceDocumentEvent): boolean {
  return !ATTESTATIONS.has(document);
}

/** The first day on which a renewal may be that of this permit. */
export function renewableFrom({ on, until }: ResidenceDocumentEvent): CalendarDay {
  return laterOf(plusDays(on, 1), shift(until, ASKED_FROM, -1));
}

/**
 * Whether what is noted of a renewal after a permit was delivered is of the renewal that gave it. « Done » is often
 * noted days after the card was given: taken for the next renewal, it would keep it silent until the card had expired.
 */
export function isOfRenewalBefore(
  permit: ResidenceDocumentEvent,
  { step, status, on }: Pick<StepEvent, 'step' | 'status' | 'on'>,
): boolean {
  return step === 'PERMIT_RENEWAL' && REQUESTED_OR_LATER.includes(status) && on < renewableFrom(permit);
}

/**
 * The last renewal noted since the permit in hand was delivered, when none of them is its own: recorded before the
 * document was, or under days since corrected. The fold leaves it out; null when there is none.
 */
export function renewalNotCounted({
  events,
  standing: { permit },
}: Pick<Folded, 'events' | 'standing'>): StepEvent | null {
  if (permit === null) return null;
  const asked = events.slice(events.indexOf(permit) + 1).filter(isRenewalAsked);
  return asked.every((event) => isOfRenewalBefore(permit, event)) ? (asked.at(-1) ?? null) : null;
}

function isRenewalAsked(event: EffectiveEvent): event is StepEvent {
  return 'step' in event && event.step === 'PERMIT_RENEWAL' && REQUESTED_OR_LATER.includes(event.status);
}

/** A permit delivered is to be renewed in its turn, whatever became of the renewal of the one before. */
export function receivePermit({ current }: Standing, permit: ResidenceDocumentEvent): Change[] {
  const { on, id } = permit;
  const delivered: Change = { kind: 'PERMIT', on, permit };
  if ((current[PERMIT_RENEWAL]?.status ?? 'TO_DO') === 'TO_DO') return [delivered];
  const entry = statusEntry('TO_DO', on, { id, because: 'NEW_PERMIT' });
  return [delivered, { kind: 'STATUS', on, step: PERMIT_RENEWAL, entry }];
}

/** The permit known where a pathway stands: the last one delivered, or that of the opening; null when none is known. */
export interface PermitKnown {
  readonly document: ResidenceDocument | null;
  readonly deliveredOn: CalendarDay | null;
  readonly validUntil: CalendarDay | null;
  /** What there is to say of a renewal that is not counted for it. */
  readonly sentence: string | null;
}

export function permitKnown(
  folded: Pick<Folded, 'events' | 'standing'>,
  language: Language = 'fr',
): PermitKnown | null {
  const { permit, facts } = folded.standing;
  if (permit !== null) {
    const { document, on, until } = permit;
    return {
      document,
      deliveredOn: on,
      validUntil: until,
      sentence: explainNotCounted(permit, renewalNotCounted(folded), language),
    };
  }
  const { permitType, permitExpiresOn } = facts;
  if (permitType === null && permitExpiresOn === null) return null;
  return { document: permitType, deliveredOn: null, validUntil: permitExpiresOn, sentence: null };
}

function explainNotCounted(permit: ResidenceDocumentEvent, asked: StepEvent | null, language: Language): string | null {
  if (asked === null) return null;
  const { day } = PATHWAY_WORDS[language];
  const [on, from, validity] = [day(asked.on), day(renewableFrom(permit)), STEP_SAYINGS[language].validity(permit)];
  return NOT_COUNTED[language](on, validity, from);
}

const NOT_COUNTED: InEachLanguage<(on: string, validity: string, from: string) => string> = {
  fr: (on, validity, from) =>
    typeset(
      `Démarche de renouvellement du ${on} non comptée : le titre remis ${validity}, se renouvelle à partir du ${from}. Vérifiez ces dates, ou retirez cette démarche.`,
    ),
  en: (on, validity, from) =>
    `Renewal of ${on} not counted: the permit delivered ${validity}, is to be renewed from ${from}. Check these dates, or take that renewal back.`,
};

/** « Titre remis », « Récépissé remis »: its type is not said, for it tells on what ground the person stays. In French, as facts are kept. */
export function deliveredWords({ document }: { readonly document: string }): string {
  if (document === 'API') return 'Attestation remise';
  return document === 'RECEPISSE' ? 'Récépissé remis' : 'Titre remis';
}

/** Why a renewal is not to be noted yet. */
export function renewalNotOpen(permit: ResidenceDocumentEvent): string {
  const [on, from] = [formatDayFr(permit.on), formatDayFr(renewableFrom(permit))];
  return typeset(
    `Un titre a été remis le ${on} : son renouvellement se note à partir du ${from}. Ce qui a été fait pour l’obtenir se note au plus tard le jour de sa remise.`,
  );
}
