import type { Role } from '../access/roles.ts';

export const AUDIT_KINDS = ['READ', 'WRITE', 'SEARCH', 'SESSION', 'ALERT'] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

export const AUDIT_OUTCOMES = ['DONE', 'NOT_FOUND', 'REFUSED', 'FAILED'] as const;
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

/** Why a file is touched. A code, never a sentence: what a professional types may tell of the person. */
export const AUDIT_PURPOSES = [
  'SUPPORT',
  'CONTRACT',
  'UNBLOCKING',
  'STATISTICS',
  'IMPORT',
  'RULES',
  'CONTROL',
  'SECURITY',
] as const;
export type AuditPurpose = (typeof AUDIT_PURPOSES)[number];

/** What an act leaves, beside who acts, which the database reads in the signed context. Identifiers, codes, names of fields. */
export interface AuditEntry {
  readonly operation: string;
  readonly kind: AuditKind;
  readonly outcome: AuditOutcome;
  readonly purpose: AuditPurpose;
  /** What was asked by its identifier, found or not. */
  readonly askedId: string | null;
  /** The files told or changed. */
  readonly pathwayIds: readonly string[];
  readonly fields: readonly string[];
  /** Null for what goes on behind the answer. */
  readonly requestId: string | null;
}

/** What a role is there for, when an operation does not say better. */
export const PURPOSE_OF_ROLE: Record<Role, AuditPurpose> = {
  ASSOCIATION_CASEWORKER: 'SUPPORT',
  ASSOCIATION_MANAGER: 'SUPPORT',
  OFII_AGENT: 'CONTRACT',
  DEPARTMENT_REFERENT: 'UNBLOCKING',
  PREFECTURE_READER: 'STATISTICS',
  REGIONAL_READER: 'STATISTICS',
  AUDITOR: 'CONTROL',
  ADMIN: 'RULES',
};
