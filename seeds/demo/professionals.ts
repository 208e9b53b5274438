import type pg from 'pg';
import { hashPassword } from '../../server/platform/auth/passwords.ts';
import { insertAll } from '../insertAll.ts';
import { idOf, makeRandom } from '../random.ts';
import { demoAccounts } from './accounts.ts';
import { DEMO_ORGANISATIONS } from './organisations.ts';
import { CASEWORKER_NAMES } from './words.ts';

/** Open files that one caseworker follows. */
const CASELOAD = 40;

/** Whoever may follow files, and how many she follows already. */
export interface Professional {
  readonly id: string;
  readonly organisation: string;
  files: number;
}

/** The structures and services of the demo. */
export async function loadOrganisations(client: pg.Client): Promise<void> {
  await insertAll(client, [
    [
      'organisations',
      'id uuid, name text, kind text, department text',
      DEMO_ORGANISATIONS.map((one) => ({ id: idOf(`organisation ${one.name}`), ...one })),
    ],
  ]);
}

/** The accounts of the demo, and the colleagues who share the files with them (nobody signs in as a colleague). */
export async function loadAccounts(client: pg.Client, files: number): Promise<Professional[]> {
  const columns =
    'id uuid, email text, password_hash text, role text, organisation_id uuid, departments text[], display_name text, is_demo boolean';
  const rows = [];
  for (const account of demoAccounts()) {
    rows.push({
      id: idOf(`account ${account.email}`),
      email: account.email,
      password_hash: await hashPassword(account.password),
      role: account.role,
      organisation_id: idOf(`organisation ${account.organisation}`),
      departments: account.departments ?? (account.department === null ? [] : [account.department]),
      display_name: account.displayName,
      is_demo: true,
    });
  }
  const referents: Professional[] = demoAccounts()
    .filter(({ role }) => role === 'ASSOCIATION_CASEWORKER')
    .map(({ email, organisation }) => ({ id: idOf(`account ${email}`), organisation, files: 0 }));
  const associations = DEMO_ORGANISATIONS.filter(({ kind }) => kind === 'ASSOCIATION');
  const random = makeRandom(7);
  const colleagues = Math.ceil(files / (CASELOAD * 1.6));
  for (let index = 0; index < colleagues; index += 1) {
    const organisation = associations[index % associations.length]?.name ?? '';
    const id = idOf(`colleague ${index}`);
    const displayName = `${random.pick(CASEWORKER_NAMES.first)} ${random.pick(CASEWORKER_NAMES.last)}`;
    rows.push({
      id,
      email: `collegue${index}@${index % associations.length}.example`,
      password_hash: null,
      role: 'ASSOCIATION_CASEWORKER',
      organisation_id: idOf(`organisation ${organisation}`),
      departments: [],
      display_name: displayName,
      is_demo: true,
    });
    referents.push({ id, organisation, files: 0 });
  }
  await insertAll(client, [['accounts', columns, rows]]);
  return referents;
}
