/** How many different files may be opened in a civil day: beyond the first the auditor is alerted, beyond the second no more. */
export interface DailyQuota {
  readonly alertBeyond: number;
  readonly refuseBeyond: number;
}
export interface DailyQuotas {
  readonly account: DailyQuota;
  readonly organisation: DailyQuota;
}

/**
 * An account that opens 200 files in a day copies them. A structure has five times as much: were its quota that of one
 * account, whoever copies files would shut her colleagues out.
 */
export const DAILY_QUOTAS: DailyQuotas = {
  account: { alertBeyond: 200, refuseBeyond: 400 },
  organisation: { alertBeyond: 1_000, refuseBeyond: 2_000 },
};

/** Wider, for load tests. */
export function widened(quotas: DailyQuotas, factor: number): DailyQuotas {
  const wider = ({ alertBeyond, refuseBeyond }: DailyQuota): DailyQuota => ({
    alertBeyond: alertBeyond * factor,
    refuseBeyond: refuseBeyond * factor,
  });
  return { account: wider(quotas.account), organisation: wider(quotas.organisation) };
}

/** What one more file makes of a day, this one counted. The alert is given once, by the file that crosses the line. */
export function judgeOpening(
  { opened, isNew }: { readonly opened: number; readonly isNew: boolean },
  { alertBeyond, refuseBeyond }: DailyQuota,
): 'FINE' | 'ALERT' | 'REFUSED' {
  // A file opened once today may be opened again: nothing more is learnt.
  if (!isNew) return 'FINE';
  if (opened > refuseBeyond) return 'REFUSED';
  return opened === alertBeyond + 1 ? 'ALERT' : 'FINE';
}
