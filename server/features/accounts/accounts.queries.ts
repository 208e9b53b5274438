import type { AccountView } from '../../contract/account.ts';
import { foldedWords } from '../../domain/person/foldName.ts';
import type { Db } from '../../platform/database/db.ts';

interface AccountLine {
  id: string;
  email: string;
  display_name: string;
  role: AccountView['role'];
  organisation_id: string;
  organisation: string;
  departments: string[];
  state: AccountView['state'];
  has_second_factor: boolean;
  last_factor_reset: AccountView['lastFactorReset'];
  version: number;
  total: number;
}

const STATE = `case when a.disabled_at is not null then 'DISABLED' when a.has_password then 'ACTIVE' else 'INVITED' end`;

const ACCOUNTS = `select a.id, a.email, a.display_name, a.role, a.organisation_id, o.name as organisation, a.departments,
    ${STATE} as state, f.confirmed_at is not null as has_second_factor, r.told as last_factor_reset, a.version, count(*) over () as total
  from accounts a
  join organisations o on o.id = a.organisation_id
  left join second_factors f on f.account_id = a.id
  left join lateral (
    select jsonb_build_object('at', to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', b.display_name, 'reason', r.reason) as told
    from factor_resets r
    join accounts b on b.id = r.by_account
    where r.account_id = a.id
    order by r.at desc
    limit 1
  ) r on true`;

function present(line: AccountLine): AccountView {
  return {
    id: line.id,
    email: line.email,
    displayName: line.display_name,
    role: line.role,
    organisationId: line.organisation_id,
    organisation: line.organisation,
    departments: line.departments,
    state: line.state,
    hasSecondFactor: line.has_second_factor,
    lastFactorReset: line.last_factor_reset,
    version: line.version,
  };
}

export async function findAccount(db: Db, id: string): Promise<AccountView | undefined> {
  const line = await db.one<AccountLine>(`${ACCOUNTS} where a.id = $1`, [id]);
  return line === undefined ? undefined : present(line);
}

export interface AccountPage {
  readonly filter: {
    /** Words of the name or of the address, in any order. */
    readonly q?: string;
    readonly id?: readonly string[];
    readonly role?: string;
    readonly organisationId?: string;
    readonly state?: string;
  };
  readonly sort: { readonly key: 'displayName' | 'email' | 'id'; readonly direction: 'ASC' | 'DESC' };
  readonly offset: number;
  readonly limit: number;
}

/** As `foldName` writes the words that are looked for. */
const FOLDED_NAME = `regexp_replace(lower(normalize(a.display_name, NFKD)), '[\\u0300-\\u036F''’]', '', 'g')`;

const SORTED_BY = { displayName: 'a.display_name', email: 'a.email', id: 'a.id' } as const;

export async function findAccounts(
  db: Db,
  { filter, sort, offset, limit }: AccountPage,
): Promise<{ accounts: AccountView[]; total: number }> {
  const lines = await db.query<AccountLine>(
    `${ACCOUNTS}
     where ($1::uuid[] is null or a.id = any ($1)) and ($2::text is null or a.role = $2)
       and ($3::uuid is null or a.organisation_id = $3) and ($4::text is null or ${STATE} = $4)
       and ($5::text[] is null or (cardinality($5) > 0 and not exists (
         select 1 from unnest($5) as word where strpos(a.email, word) = 0 and strpos(${FOLDED_NAME}, word) = 0)))
     order by ${SORTED_BY[sort.key]} ${sort.direction}, a.id
     limit ${limit} offset ${offset}`,
    [
      filter.id ?? null,
      filter.role ?? null,
      filter.organisationId ?? null,
      filter.state ?? null,
      // Nothing but punctuation names nobody: it must not show everybody.
      filter.q === undefined ? null : foldedWords(filter.q),
    ],
  );
  return { accounts: lines.map(present), total: lines[0]?.total ?? 0 };
}
