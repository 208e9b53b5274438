import type { Domain, StallRuleCode } from '../pathway/codes.ts';
import type { Facts } from '../pathway/facts.ts';
import type { Actor } from './actor.ts';
import { OFII_DOMAINS } from './ofiiDomains.ts';
import { isStallOf } from './ofiiStalls.ts';
import type { Role } from './roles.ts';

/** What of a file a role is shown, once she may read it. What is hidden is absent from every answer, or said `NOT_TOLD`. */
export interface Shown {
  /** Domains whose steps, stalls and events she reads. */
  readonly domains: 'ALL' | readonly Domain[];
  /** The person, and what links to her: name, birth, numbers, contact details, address, corrections of them. */
  readonly person: boolean;
  readonly hiddenFacts: readonly (keyof Facts)[];
  /** That the follow-up is on a pause: its reason may be of health. */
  readonly pauses: boolean;
  /** The reason of a pause, the type of a permit, the number noted with a step. */
  readonly grounds: boolean;
  /** Whose turn each day was: it tells of every domain. */
  readonly turns: boolean;
  /** What was corrected, and by whom the file was taken. */
  readonly changes: boolean;
  /** Why it is so, in French, for whoever reads the table. */
  readonly reason: string;
}

const EVERYTHING: Shown = {
  domains: 'ALL',
  person: true,
  hiddenFacts: [],
  pauses: true,
  grounds: true,
  turns: true,
  changes: true,
  reason: 'La structure qui suit la personne lit tout ce qu’elle a noté, et la personne peut le lire sur demande.',
};

const NOTHING: Shown = {
  domains: [],
  person: false,
  hiddenFacts: [],
  pauses: false,
  grounds: false,
  turns: false,
  changes: false,
  reason:
    'Ce rôle ne lit aucun dossier\u00a0: des chiffres protégés, le journal des accès, des comptes ou des réglages lui suffisent.',
};

export const SHOWN: Record<Role, Shown> = {
  ASSOCIATION_CASEWORKER: EVERYTHING,
  ASSOCIATION_MANAGER: EVERYTHING,
  OFII_AGENT: {
    domains: OFII_DOMAINS,
    person: true,
    hiddenFacts: ['housing', 'asylumSupportEndedOn', 'refugeeHousingEnteredOn'],
    pauses: false,
    grounds: true,
    turns: false,
    changes: true,
    reason:
      'L’OFII suit le contrat, le français, le civique et l’emploi\u00a0: ni la santé, ni le logement, ni les liens sociaux, ni ce qui en parle.',
  },
  DEPARTMENT_REFERENT: {
    domains: 'ALL',
    person: false,
    // Who the person is, and on what ground she stays or is exempt, which may be her health.
    hiddenFacts: ['bornOn', 'permitType', 'exemption'],
    pauses: true,
    grounds: false,
    turns: true,
    changes: false,
    reason:
      'Le référent débloque des parcours, par leur numéro\u00a0: il lit des dossiers, pas des personnes, ni ce qui peut être de leur santé.',
  },
  PREFECTURE_READER: NOTHING,
  REGIONAL_READER: NOTHING,
  AUDITOR: NOTHING,
  ADMIN: NOTHING,
};

export function shownTo({ role }: Pick<Actor, 'role'>): Shown {
  return SHOWN[role];
}

/** Whether a reader is told who the person is. Where not, no query of hers names the table of persons. */
export function seesPeople(actor: Actor): boolean {
  return shownTo(actor).person;
}

export function factsNotToldTo(actor: Actor): readonly (keyof Facts)[] {
  return shownTo(actor).hiddenFacts;
}

/** Whether a reader is shown what is of this domain; what is of none (a contact, a closure) is of every file. */
export function showsDomain(actor: Actor, domain: string | null): boolean {
  const { domains } = shownTo(actor);
  return domains === 'ALL' || domain === null || (domains as readonly string[]).includes(domain);
}

/** A stall is shown with its domain, unless what clears it tells of another. */
export function showsStall(actor: Actor, rule: StallRuleCode): boolean {
  const { domains } = shownTo(actor);
  return domains === 'ALL' || isStallOf(domains, rule);
}
