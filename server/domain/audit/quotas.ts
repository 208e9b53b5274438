import type { Role } from '../access/roles.ts';

/** How many different files of a civil day: beyond the first the auditor is alerted, beyond the second no more. */
export interface DailyQuota {
  readonly alertBeyond: number;
  readonly refuseBeyond: number;
}
export interface DailyQuotas {
  readonly account: DailyQuota;
  readonly organisation: DailyQuota;
}

export interface Quotas {
  /** Files opened by their identifier. */
  readonly openings: DailyQuotas;
  /** Files that lists and searches name. Null: the role is told no name. */
  readonly namings: Readonly<Record<Role, DailyQuotas | null>>;
}

/** A caseload is paged through in a day, and a structure's too: far beyond them, lists are copied. */
const OF_A_STRUCTURE: DailyQuotas = {
  account: { alertBeyond: 1_000, refuseBeyond: 5_000 },
  organisation: { alertBeyond: 5_000, refuseBeyond: 25_000 },
};

/** An agent may rightly page through the whole list of her territory: some ten thousand files. */
const OF_A_TERRITORY: DailyQuotas = {
  account: { alertBeyond: 5_000, refuseBeyond: 15_000 },
  organisation: { alertBeyond: 25_000, refuseBeyond: 100_000 },
};

/**
 * An account that opens 200 files in a day copies them. A structure has five times as much: were its quota that of one
 * account, whoever copies files would shut her colleagues out. A list shows less of each file than the file does, and one
 * pages through it.
 */
export const DAILY_QUOTAS: Quotas = {
  openings: {
    account: { alertBeyond: 200, refuseBeyond: 400 },
    organisation: { alertBeyond: 1_000, refuseBeyond: 2_000 },
  },
  namings: {
    ASSOCIATION_CASEWORKER: OF_A_STRUCTURE,
    ASSOCIATION_MANAGER: OF_A_STRUCTURE,
    OFII_AGENT: OF_A_TERRITORY,
    DEPARTMENT_REFERENT: null,
    PREFECTURE_READER: null,
    REGIONAL_READER: null,
    AUDITOR: null,
    ADMIN: null,
  },
};

/** Wider, for load tests. */
export function widened({ openings, namings }: Quotas, factor: number): Quotas {
  const widenOne = ({ alertBeyond, refuseBeyond }: DailyQuota): DailyQuota => ({
    alertBeyond: alertBeyond * factor,
    refuseBeyond: refuseBeyond * factor,
  });
  const widen = ({ account, organisation }: DailyQuotas): DailyQuotas => ({
    account: widenOne(account),
    organisation: widenOne(organisation),
  });
  const byRole = Object.entries(namings).map(([role, quotas]) => [role, quotas === null ? null : widen(quotas)]);
  return { openings: widen(openings), namings: Object.fromEntries(byRole) as Quotas['namings'] };
}

export type Verdict = 'FINE' | 'ALERT' | 'REFUSED';

/** What one more file makes of a day, this one counted. The alert is given once, by the file that crosses the line. */
export function judgeOpening(
  { opened, isNew }: { readonly opened: number; readonly isNew: boolean },
  { alertBeyond, refuseBeyond }: DailyQuota,
): Verdict {
  // A file opened once today may be opened again: nothing more is learnt.
  if (!isNew) return 'FINE';
  if (opened > refuseBeyond) return 'REFUSED';
  return opened === alertBeyond + 1 ? 'ALERT' : 'FINE';
}

/**
 * What a page makes of a day when it names files not yet named in it, these counted: refused whole when one of them is too
 * many. A page adds many at once, so that the line is crossed without being met: whether the alert was given is remembered.
 */
export function judgeNaming(
  { named, wasAlerted }: { readonly named: number; readonly wasAlerted: boolean },
  { alertBeyond, refuseBeyond }: DailyQuota,
): Verdict {
  if (named > refuseBeyond) return 'REFUSED';
  return named > alertBeyond && !wasAlerted ? 'ALERT' : 'FINE';
}
