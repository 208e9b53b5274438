import { createHmac } from 'node:crypto';
import type { Actor } from '../../domain/access/actor.ts';
import type { CalendarDay } from '../../domain/calendar/calendarDay.ts';
import { dayInParis } from '../../domain/calendar/dayInParis.ts';
import type { Role } from '../../domain/access/roles.ts';

/** What the database is told of who acts. */
export type Claims = Pick<Actor, 'accountId' | 'organisationId' | 'departments'> & { readonly role: Role | 'RULES' };

/** The program itself, when rules change and what follows from them is computed again: every file, no person. */
export const RULES: Claims = { role: 'RULES', accountId: '', organisationId: '', departments: [] };

export type DatabaseRole =
  | 'jalon_caseworker'
  | 'jalon_manager'
  | 'jalon_ofii'
  | 'jalon_referent'
  | 'jalon_report'
  | 'jalon_auditor'
  | 'jalon_admin'
  | 'jalon_engine';

/** Which database role each role of the trade acts through. */
export const DATABASE_ROLE: Record<Role, DatabaseRole> = {
  ASSOCIATION_CASEWORKER: 'jalon_caseworker',
  ASSOCIATION_MANAGER: 'jalon_manager',
  OFII_AGENT: 'jalon_ofii',
  DEPARTMENT_REFERENT: 'jalon_referent',
  PREFECTURE_READER: 'jalon_report',
  REGIONAL_READER: 'jalon_report',
  AUDITOR: 'jalon_auditor',
  ADMIN: 'jalon_admin',
};

/** Longer than any transaction of the program (statements are cut long before), short enough to be worth nothing later. */
const VALID_SECONDS = 900;

/** The day and the instant of the program: rights that end, end by them. */
export interface Told {
  readonly today: CalendarDay;
  readonly now: Date;
}

/** Who acts, signed for one database role: the database believes nothing else (see the migration on the signed context). */
export function signContext(
  key: Buffer,
  databaseRole: DatabaseRole,
  actor: Claims,
  nowMs: number,
  { today, now }: Told = { today: dayInParis(new Date(nowMs)), now: new Date(nowMs) },
): string {
  const validUntil = Math.floor(nowMs / 1000) + VALID_SECONDS;
  const payload = [
    databaseRole,
    actor.role,
    actor.accountId,
    actor.organisationId,
    actor.departments.join(','),
    validUntil,
    today,
    now.toISOString(),
  ].join('|');
  return `${Buffer.from(payload, 'utf8').toString('hex')}.${createHmac('sha256', key).update(payload, 'utf8').digest('hex')}`;
}
