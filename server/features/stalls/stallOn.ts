/**
 * The one definition of « stalled on a day » over the stored spells, as SQL: list, count, filter and report all read it.
 * It is `stallStateOn` of the domain, word for word; a test holds the two together.
 */
export function stalledOn(alias: string, day: string): string {
  return `(${alias}.since_on <= ${day} and (${alias}.cleared_on is null or ${alias}.cleared_on > ${day}) and not ${alias}.silences @> ${day}::date)`;
}

export function silencedOn(alias: string, day: string): string {
  return `(${alias}.since_on <= ${day} and (${alias}.cleared_on is null or ${alias}.cleared_on > ${day}) and ${alias}.silences @> ${day}::date)`;
}

export function watchedOn(alias: string, day: string): string {
  return `(${alias}.warn_on <= ${day} and (${alias}.since_on is null or ${alias}.since_on > ${day}) and ${alias}.limit_on is not null and (${alias}.cleared_on is null or ${alias}.cleared_on > ${day}))`;
}
