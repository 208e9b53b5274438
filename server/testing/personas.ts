import type { Role } from '../domain/access/roles.ts';

/** The people who use Jalon in tests: two associations in the Nord, one in the Somme, and the services around them. */
export const ORGANISATIONS = {
  north: {
    id: '00000000-0000-4000-8000-00000000a001',
    name: 'Association Nord',
    kind: 'ASSOCIATION',
    department: '59',
  },
  neighbour: {
    id: '00000000-0000-4000-8000-00000000a002',
    name: 'Association Voisine',
    kind: 'ASSOCIATION',
    department: '59',
  },
  somme: {
    id: '00000000-0000-4000-8000-00000000a003',
    name: 'Association Somme',
    kind: 'ASSOCIATION',
    department: '80',
  },
  ofii: { id: '00000000-0000-4000-8000-00000000a004', name: 'OFII Lille', kind: 'OFII', department: '59' },
  prefecture: {
    id: '00000000-0000-4000-8000-00000000a005',
    name: 'Préfecture du Nord',
    kind: 'PREFECTURE',
    department: '59',
  },
  prefectureSomme: {
    id: '00000000-0000-4000-8000-00000000a006',
    name: 'Préfecture de la Somme',
    kind: 'PREFECTURE',
    department: '80',
  },
  region: { id: '00000000-0000-4000-8000-00000000a007', name: 'SGAR', kind: 'REGION', department: null },
  platform: { id: '00000000-0000-4000-8000-00000000a008', name: 'Exploitation', kind: 'PLATFORM', department: null },
} as const;

export interface PersonaDefinition {
  readonly id: string;
  readonly role: Role;
  readonly organisation: keyof typeof ORGANISATIONS;
  readonly departments: readonly string[];
}

const persona = (
  rank: number,
  role: Role,
  organisation: keyof typeof ORGANISATIONS,
  departments: readonly string[],
): PersonaDefinition => ({
  id: `00000000-0000-4000-8000-00000000b${String(rank).padStart(3, '0')}`,
  role,
  organisation,
  departments,
});

const REGION = ['02', '59', '60', '62', '80'];

export const PERSONAS = {
  caseworker: persona(1, 'ASSOCIATION_CASEWORKER', 'north', ['59']),
  colleague: persona(2, 'ASSOCIATION_CASEWORKER', 'north', ['59']),
  manager: persona(3, 'ASSOCIATION_MANAGER', 'north', ['59']),
  neighbour: persona(4, 'ASSOCIATION_CASEWORKER', 'neighbour', ['59']),
  neighbourManager: persona(5, 'ASSOCIATION_MANAGER', 'neighbour', ['59']),
  sommeManager: persona(6, 'ASSOCIATION_MANAGER', 'somme', ['80']),
  ofii: persona(7, 'OFII_AGENT', 'ofii', REGION),
  referent: persona(8, 'DEPARTMENT_REFERENT', 'prefecture', ['59']),
  referentSomme: persona(9, 'DEPARTMENT_REFERENT', 'prefectureSomme', ['80']),
  prefecture: persona(10, 'PREFECTURE_READER', 'prefecture', ['59']),
  region: persona(11, 'REGIONAL_READER', 'region', REGION),
  auditor: persona(12, 'AUDITOR', 'platform', []),
  admin: persona(13, 'ADMIN', 'platform', []),
} as const satisfies Record<string, PersonaDefinition>;

export type PersonaName = keyof typeof PERSONAS;
export const PASSWORD = 'un mot de passe de test';
export const emailOf = (name: PersonaName): string => `${name.toLowerCase()}@test.example`;
/** The authenticator of each: hers alone, so that the code of one is not the code of another. */
export const totpSecretOf = (name: PersonaName): string =>
  `JALONTESTJALONTEST${[...name.toUpperCase()].filter((letter) => letter >= 'A' && letter <= 'Z').join('')}`
    .padEnd(32, 'A')
    .slice(0, 32);
