import type { Actor } from '../../domain/access/actor.ts';
import type { AuditEntry } from '../../domain/audit/entry.ts';
import { judgeOpening, type DailyQuotas } from '../../domain/audit/quotas.ts';
import type { CalendarDay } from '../../domain/calendar/calendarDay.ts';
import type { Db } from '../database/db.ts';
import { auditUnavailable } from './append.ts';
import { quotaExceeded, raiseAlert } from './dailyQuota.ts';

interface Counted {
  readonly by_account: number;
  readonly by_organisation: number;
  readonly new_to_account: boolean;
  readonly new_to_organisation: boolean;
}

/**
 * Counts a file that was opened by its identifier: what lists name, which show less and in which one pages, is counted
 * apart (`countNamings`). Crossing the first line leaves an alert for the auditor, in the transaction of the act; crossing
 * the second throws a 429 Problem.
 */
export async function countOpening(
  db: Db,
  actor: Actor,
  entry: AuditEntry,
  { day, quotas }: { readonly day: CalendarDay; readonly quotas: DailyQuotas },
): Promise<void> {
  const { askedId, pathwayIds } = entry;
  if (askedId === null || !pathwayIds.includes(askedId)) return;
  const counted = await db
    .one<Counted>('select * from sec.count_opening($1::date, $2::uuid)', [day, askedId])
    .catch((error: unknown) => {
      throw auditUnavailable(error);
    });
  if (counted === undefined) return;
  const verdicts = {
    account: judgeOpening({ opened: counted.by_account, isNew: counted.new_to_account }, quotas.account),
    organisation: judgeOpening(
      { opened: counted.by_organisation, isNew: counted.new_to_organisation },
      quotas.organisation,
    ),
  };
  if (verdicts.account === 'REFUSED' || verdicts.organisation === 'REFUSED') throw quotaExceeded(TOO_MANY_OPENED);
  for (const subject of ['account', 'organisation'] as const)
    if (verdicts[subject] === 'ALERT') await raiseAlert(db, actor, ALERT_OF[subject]);
}

const ALERT_OF = { account: 'manyFilesOpenedByAccount', organisation: 'manyFilesOpenedByOrganisation' } as const;

const TOO_MANY_OPENED = {
  title: 'Trop de dossiers ouverts aujourd’hui',
  detail:
    'Le nombre de dossiers ouverts aujourd’hui dépasse de loin celui d’une journée ordinaire. Ceux déjà ouverts restent accessibles\u202f; pour les autres, attendez demain ou prévenez votre responsable.',
};
