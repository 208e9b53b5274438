/**
 * The domains whose steps, stalls and events an OFII agent reads, with the events of no domain (contacts, closure…); she
 * records in no other. Each is taken whole: « accueil et droits » has permits, CAF rights and a bank account beside the
 * contract, employment has the jobs found beside the orientation. Health, housing and social links are not hers. The row
 * policies of events, steps and stalls list the same domains.
 */
export const OFII_DOMAINS = ['RECEPTION_RIGHTS', 'LANGUAGE', 'CIVIC', 'EMPLOYMENT'] as const;

export function isOfiiDomain(domain: string): boolean {
  return (OFII_DOMAINS as readonly string[]).includes(domain);
}
