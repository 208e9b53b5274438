const PARIS = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' });

/** « 14 h 05 », in Paris, with no-break spaces. */
export function formatTimeFr(instant: Date): string {
  return PARIS.format(instant).replace(':', '\u00a0h\u00a0');
}
