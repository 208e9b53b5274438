import { readFileSync } from 'node:fs';
import type { Role } from '../../server/domain/access/roles.ts';
import { seedFile } from '../seedFile.ts';

export interface DemoAccount {
  readonly email: string;
  readonly password: string;
  readonly role: Role;
  readonly displayName: string;
  readonly organisation: string;
  readonly department: string | null;
  readonly departments?: readonly string[];
  readonly totpSecret: string;
}

/** The accounts of the demo: public, fictive, refused in production. */
export function demoAccounts(): DemoAccount[] {
  return JSON.parse(readFileSync(seedFile('demo/accounts.json'), 'utf8')) as DemoAccount[];
}
