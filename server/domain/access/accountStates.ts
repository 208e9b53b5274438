/** INVITED: no password chosen yet. */
export const ACCOUNT_STATES = ['INVITED', 'ACTIVE', 'DISABLED'] as const;

/** What a structure or a service is. */
export const ORGANISATION_KINDS = ['ASSOCIATION', 'OFII', 'PREFECTURE', 'REGION', 'PLATFORM'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];
