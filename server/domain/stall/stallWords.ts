import type { InEachLanguage } from '../language/language.ts';
import type { StallRuleCode } from '../pathway/codes.ts';
import type { StallFact } from './stallSpell.ts';
import { stallWordsEn } from './stallWords.en.ts';
import { stallWordsFr } from './stallWords.fr.ts';

/** The days of a stall in words, and its facts. */
export interface Said {
  readonly anchor: string;
  readonly limit: string;
  readonly since: string;
  /** Its threshold was lowered once the limit was already past: stalled from that day, not from the limit. */
  readonly isLowered: boolean;
  /** What it rests on was delivered when the limit was already past. */
  readonly isLateFromTheStart: boolean;
  /** A limit may be set before its anchor: what is to end has not ended yet. */
  readonly isAnchorToCome: boolean;
  readonly dayAfterAnchor: string;
  /** The day after which a right is lost, which is not the limit by which one is warned of it. */
  readonly lost: string;
  readonly facts: readonly StallFact[];
}

export interface Words {
  /** What is wrong, once the limit has passed. */
  readonly stalled: (said: Said) => string;
  /** What is coming, from the day of the warning; never said of rules by count, ratio or test. */
  readonly watched: (said: Said) => string;
}

/** What is said of stalls, in one language. */
export interface StallWords {
  readonly rules: Readonly<Record<StallRuleCode, Words>>;
  /** The limit that was applied, as it follows the word « limit ». */
  readonly limit: (duration: string) => string;
  /** The text, which a fact may have told already, and whether the delay itself is only a proposal. */
  readonly basis: (text: string | null, isProposed: boolean) => string;
  readonly onHold: (until: string) => string;
  /** A text that a fact was kept with, in French. */
  readonly cited: (text: string) => string;
  /** A fact as it was kept: its words are French. */
  readonly fact: (fact: StallFact) => StallFact;
}

export const STALL_WORDS: InEachLanguage<StallWords> = { fr: stallWordsFr, en: stallWordsEn };
