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

/** Times that the rule had been put off by a day: `silencesBy` of the domain. */
export function silencesBy(alias: string, day: string): string {
  return `(select count(*)::int from unnest(${alias}.silenced_on) as began where began <= ${day})`;
}

/** Put off so often by a day that the referent is shown it (`SILENCES_SHOWN` times; the column is of the third). */
export function silencedRepeatedlyBy(alias: string, day: string): string {
  return `${alias}.third_silence_on <= ${day}`;
}

/** The other stalls, written so that no row is in neither. */
export function silencedSeldomBy(alias: string, day: string): string {
  return `(${alias}.third_silence_on is null or ${alias}.third_silence_on > ${day})`;
}

export function watchedOn(alias: string, day: string): string {
  return `(${alias}.warn_on <= ${day} and (${alias}.since_on is null or ${alias}.since_on > ${day}) and ${alias}.limit_on is not null and (${alias}.cleared_on is null or ${alias}.cleared_on > ${day}))`;
}
