/**
 * What an OFII agent follows: the contract, French, the civic days and the orientation to employment. Health, housing and
 * social links are not the office's to read (decisions.md, roles; CNIL opinion quoted in domain facts 1.2).
 */
export const OFII_DOMAINS = ['RECEPTION_RIGHTS', 'LANGUAGE', 'CIVIC', 'EMPLOYMENT'] as const;

export function isOfiiDomain(domain: string): boolean {
  return (OFII_DOMAINS as readonly string[]).includes(domain);
}
