import { daysBetween, plusDays, plusMonths, type CalendarDay } from '../calendar/calendarDay.ts';
import { shift, type Duration } from '../calendar/period.ts';
import type { Language } from '../language/language.ts';
import { PATHWAY_WORDS } from '../pathway/pathwayWords.ts';
import { stallRule, type StallRule } from './rules.ts';
import { onHoldUntil, type StallSpell } from './stallSpell.ts';
import { STALL_WORDS, type Said } from './stallWords.ts';

export type Explained = Pick<StallSpell, 'rule' | 'anchorOn' | 'sinceOn' | 'limitOn' | 'facts' | 'turn'> &
  Partial<Pick<StallSpell, 'silences'>>;

/** The exchange of a licence may be asked within a year (arrêté of 12 January 2012, art. 11). */
const LICENCE_RIGHT: Duration = { n: 12, unit: 'MONTH' };

/**
 * Why a pathway is stalled on `today`, or will be: what is wrong, on which dated facts, since when, on what basis, and
 * whose turn it is, unless that is said beside it. The same sentence in the API and on the screens, short enough to be read
 * aloud.
 */
export function explainStall(
  spell: Explained,
  today: CalendarDay,
  language: Language = 'fr',
  { isTurnSaid = false } = {},
): string {
  const { day, turn } = PATHWAY_WORDS[language];
  const words = STALL_WORDS[language];
  const inWords = (on: CalendarDay | null): string => (on === null ? '' : day(on));
  const rule = stallRule(spell.rule);
  const isStalled = spell.sinceOn !== null && spell.sinceOn <= today;
  const said: Said = {
    anchor: inWords(spell.anchorOn),
    limit: inWords(spell.limitOn),
    since: inWords(spell.sinceOn),
    isLowered: spell.limitOn !== null && spell.sinceOn !== null && plusDays(spell.limitOn, 1) < spell.sinceOn,
    isAnchorToCome: spell.anchorOn !== null && spell.anchorOn >= today,
    dayAfterAnchor: spell.anchorOn === null ? '' : day(plusDays(spell.anchorOn, 1)),
    isLateFromTheStart: (spell.facts[1]?.on ?? '') > (spell.limitOn ?? ''),
    lost: spell.anchorOn === null ? '' : day(shift(spell.anchorOn, LICENCE_RIGHT)),
    facts: spell.facts,
  };
  const template = words.rules[spell.rule][isStalled ? 'stalled' : 'watched'](said);
  const what = template.includes(' #') ? template.replace(' #', limitWords(rule, spell, language)) : template;
  const whose = isTurnSaid ? '' : ` ${turn(spell.turn)}`;
  return `${what} (${basisWords(rule, spell, language)}).${whose}${onHoldWords(spell, today, language)}`;
}

/** Said of what is only watched too: it stays in sight, and the day tells whether its limit will pass unsaid. */
function onHoldWords({ silences = [] }: Explained, today: CalendarDay, language: Language): string {
  const until = onHoldUntil({ silences }, today);
  return until === null ? '' : ` ${STALL_WORDS[language].onHold(PATHWAY_WORDS[language].day(until))}`;
}

/** The limit that was applied: that of the population or of the day's thresholds, with the extensions granted. */
function limitWords({ limit }: StallRule, { anchorOn, limitOn }: Explained, language: Language): string {
  if (anchorOn === null || limitOn === null) return '';
  const limitOf = limit?.unit === 'MONTH' ? monthsOrDays(anchorOn, limitOn) : days(anchorOn, limitOn);
  return ` ${STALL_WORDS[language].limit(PATHWAY_WORDS[language].duration(limitOf))}`;
}

function monthsOrDays(from: CalendarDay, to: CalendarDay): Duration {
  const n = monthsBetween(from, to);
  return plusMonths(from, n) === to ? { n, unit: 'MONTH' } : days(from, to);
}

function days(from: CalendarDay, to: CalendarDay): Duration {
  return { n: daysBetween(from, to), unit: 'DAY' };
}

function monthsBetween(from: CalendarDay, to: CalendarDay): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
}

/** The text, and whether the delay itself is only a proposal: nobody may take a setting for the law. */
function basisWords(
  { anchor, basis, confidence, limit }: StallRule,
  { anchorOn, limitOn, facts }: Explained,
  language: Language,
): string {
  const words = STALL_WORDS[language];
  // A due date says its own text, which its rule set may have changed.
  const told = anchor?.startsWith('DUE:') === true ? facts[0]?.value : undefined;
  const text = told === undefined ? PATHWAY_WORDS[language].citation(basis) : words.cited(told);
  // On the very day that a text gives, nothing is proposed; a limit put before or after it is.
  const isProposed = confidence === 'proposal' && (limit?.n !== 0 || anchorOn !== limitOn);
  return words.basis(text, isProposed);
}
