import type { Actor } from '../../domain/access/actor.ts';
import type { AuditEntry } from '../../domain/audit/entry.ts';
import { judgeNaming, type DailyQuotas } from '../../domain/audit/quotas.ts';
import type { CalendarDay } from '../../domain/calendar/calendarDay.ts';
import type { Db } from '../database/db.ts';
import { auditUnavailable } from './append.ts';
import { quotaExceeded, raiseAlert } from './dailyQuota.ts';

/** Of an account or of its structure, to which the page names files not yet named that day. */
interface Counted {
  readonly of_account: boolean;
  readonly named_today: number;
  readonly was_alerted: boolean;
}

/**
 * Counts the files that an answer names without having been asked for them: those of a page, of a search. Named again the
 * same day, they cost nothing. Crossing the first line leaves an alert for the auditor, in the transaction of the act;
 * crossing the second throws a 429 Problem, and the page is refused whole. Without quotas: the role is told no name.
 */
export async function countNamings(
  db: Db,
  actor: Actor,
  { askedId, pathwayIds }: AuditEntry,
  { day, quotas }: { readonly day: CalendarDay; readonly quotas: DailyQuotas | null },
): Promise<void> {
  // What is asked by its identifier is an opening, counted by itself.
  const named = [...new Set(pathwayIds)].filter((id) => id !== askedId);
  if (quotas === null || named.length === 0) return;
  const counted = await db
    .query<Counted>('select * from sec.count_namings($1::date, $2::uuid[], $3::int, $4::int)', [
      day,
      named,
      quotas.account.alertBeyond,
      quotas.organisation.alertBeyond,
    ])
    .catch((error: unknown) => {
      throw auditUnavailable(error);
    });
  const verdicts = counted.map(({ of_account: ofAccount, named_today: total, was_alerted: wasAlerted }) => {
    const subject = ofAccount ? 'account' : 'organisation';
    return { subject, verdict: judgeNaming({ named: total, wasAlerted }, quotas[subject]) } as const;
  });
  if (verdicts.some(({ verdict }) => verdict === 'REFUSED')) throw quotaExceeded(TOO_MANY_NAMED);
  for (const { subject, verdict } of verdicts) if (verdict === 'ALERT') await raiseAlert(db, actor, ALERT_OF[subject]);
}

const ALERT_OF = { account: 'manyFilesNamedToAccount', organisation: 'manyFilesNamedToOrganisation' } as const;

const TOO_MANY_NAMED = {
  title: 'Trop de dossiers vus dans des listes aujourd’hui',
  detail:
    'Le nombre de dossiers vus aujourd’hui dans des listes et des recherches dépasse de loin celui d’une journée ordinaire. Les pages déjà vues restent accessibles\u202f; pour les autres, attendez demain ou prévenez votre responsable.',
};
