import type { Role } from '../access/roles.ts';
import type { CalendarDay } from '../calendar/calendarDay.ts';
import { LABELS } from '../language/labels.ts';
import type { InEachLanguage, Language } from '../language/language.ts';
import { PATHWAY_WORDS } from '../pathway/pathwayWords.ts';
import type { AuditKind, AuditPurpose } from './entry.ts';
import type { AuditOperation } from './words.ts';

export interface Access {
  readonly operation: string;
  readonly kind: AuditKind;
  readonly purpose: AuditPurpose;
}

/** « Dossier consulté, pour accompagner la personne. » */
export function accessSentence({ operation, kind, purpose }: Access, language: Language = 'fr'): string {
  const { auditOperation } = LABELS[language];
  const { kinds, purposes, access } = SAYINGS[language];
  const isNamed = Object.hasOwn(auditOperation, operation);
  const what = isNamed ? auditOperation[operation as AuditOperation] : kinds[kind];
  return access(what, purposes[purpose][0]);
}

export interface GroupedAccess {
  readonly role: Role;
  readonly organisationName: string | null;
  readonly purpose: AuditPurpose;
  readonly seen: number;
  readonly changed: number;
  readonly firstOn: CalendarDay;
  readonly lastOn: CalendarDay;
}

/** « Une agente ou un agent de l’OFII (OFII Lille) a vu votre dossier 3 fois, du 2 au 9 mars 2026, pour… » */
export function extractSentence(given: GroupedAccess, language: Language = 'fr'): string {
  const { role, organisationName, purpose, seen, changed, firstOn, lastOn } = given;
  const { roles, purposes, and, saw, changedIt, changedYours, on, between, extract } = SAYINGS[language];
  const { day } = PATHWAY_WORDS[language];
  const who = organisationName === null ? roles[role] : `${roles[role]} (${organisationName})`;
  const did = [
    ...(seen === 0 ? [] : [saw(seen)]),
    ...(changed === 0 ? [] : [seen === 0 ? changedYours(changed) : changedIt(changed)]),
  ].join(and);
  const when = firstOn === lastOn ? on(day(firstOn)) : between(day(firstOn), day(lastOn));
  return extract(`${who} ${did}`, when, purposes[purpose][1]);
}

interface Sayings {
  readonly kinds: Readonly<Record<AuditKind, string>>;
  readonly purposes: Readonly<Record<AuditPurpose, readonly [ofTheFile: string, toThePerson: string]>>;
  /** Who somebody is to the person: never a name. */
  readonly roles: Readonly<Record<Role, string>>;
  readonly access: (what: string, purpose: string) => string;
  readonly and: string;
  readonly saw: (count: number) => string;
  readonly changedYours: (count: number) => string;
  readonly changedIt: (count: number) => string;
  readonly on: (day: string) => string;
  readonly between: (first: string, last: string) => string;
  readonly extract: (whoDid: string, when: string, purpose: string) => string;
}

/** Feminine, as « fois » is: « 21 fois ». */
function fois(count: number): string {
  return count === 1 ? 'une fois' : `${grouped(count, '\u202f')} fois`;
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${grouped(count, ',')} times`;
}

function grouped(count: number, separator: string): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, separator);
}

const SAYINGS: InEachLanguage<Sayings> = {
  fr: {
    kinds: {
      READ: 'Dossier consulté',
      WRITE: 'Dossier modifié',
      SEARCH: 'Dossier trouvé par une recherche',
      SESSION: 'Connexion',
      ALERT: 'Alerte',
    },
    purposes: {
      SUPPORT: ['accompagner la personne', 'vous accompagner'],
      CONTRACT: ['suivre le contrat d’intégration', 'suivre votre contrat d’intégration'],
      UNBLOCKING: ['débloquer le parcours', 'débloquer votre parcours'],
      STATISTICS: ['établir des chiffres', 'établir des chiffres'],
      IMPORT: ['tenir le dossier à jour des listes de l’OFII', 'tenir votre dossier à jour des listes de l’OFII'],
      RULES: ['régler les seuils', 'régler les seuils'],
      CONTROL: ['contrôler les accès', 'contrôler les accès à votre dossier'],
      SECURITY: ['assurer la sécurité', 'assurer la sécurité de votre dossier'],
    },
    roles: {
      ASSOCIATION_CASEWORKER: 'Une intervenante sociale ou un intervenant social',
      ASSOCIATION_MANAGER: 'La personne responsable de la structure',
      OFII_AGENT: 'Une agente ou un agent de l’OFII',
      DEPARTMENT_REFERENT: 'La référente départementale ou le référent départemental',
      PREFECTURE_READER: 'La préfecture',
      REGIONAL_READER: 'La préfecture de région',
      AUDITOR: 'L’auditrice ou l’auditeur',
      ADMIN: 'L’administration de Jalon',
    },
    access: (what, purpose) => `${what}, pour ${purpose}.`,
    and: ' et ',
    saw: (count) => `a vu votre dossier ${fois(count)}`,
    changedYours: (count) => `a modifié votre dossier ${fois(count)}`,
    changedIt: (count) => `l’a modifié ${fois(count)}`,
    on: (day) => `le ${day}`,
    between: (first, last) => `du ${first} au ${last}`,
    extract: (whoDid, when, purpose) => `${whoDid}, ${when}, pour ${purpose}.`,
  },
  en: {
    kinds: {
      READ: 'File read',
      WRITE: 'File changed',
      SEARCH: 'File found by a search',
      SESSION: 'Sign-in',
      ALERT: 'Alert',
    },
    purposes: {
      SUPPORT: ['support the person', 'support you'],
      CONTRACT: ['follow the integration contract', 'follow your integration contract'],
      UNBLOCKING: ['unblock the pathway', 'unblock your pathway'],
      STATISTICS: ['make figures', 'make figures'],
      IMPORT: ['keep the file up to date with OFII’s lists', 'keep your file up to date with OFII’s lists'],
      RULES: ['set the thresholds', 'set the thresholds'],
      CONTROL: ['check accesses', 'check the accesses to your file'],
      SECURITY: ['keep things safe', 'keep your file safe'],
    },
    roles: {
      ASSOCIATION_CASEWORKER: 'A caseworker',
      ASSOCIATION_MANAGER: 'The manager of the structure',
      OFII_AGENT: 'An OFII officer',
      DEPARTMENT_REFERENT: 'The departmental referent',
      PREFECTURE_READER: 'The prefecture',
      REGIONAL_READER: 'The regional prefecture',
      AUDITOR: 'The auditor',
      ADMIN: 'The administration of Jalon',
    },
    access: (what, purpose) => `${what}, to ${purpose}.`,
    and: ' and ',
    saw: (count) => `saw your file ${times(count)}`,
    changedYours: (count) => `changed your file ${times(count)}`,
    changedIt: (count) => `changed it ${times(count)}`,
    on: (day) => `on ${day}`,
    between: (first, last) => `from ${first} to ${last}`,
    extract: (whoDid, when, purpose) => `${whoDid}, ${when}, to ${purpose}.`,
  },
};
