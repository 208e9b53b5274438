/** Who a page of figures is made for. The restricted channel stays closed until an administrator opens it, in writing, for a department. */
export type Channel = 'REPORTS' | 'RESTRICTED';

export interface DisclosurePolicy {
  /** Printed on every report: a figure is only comparable with another one hidden under the same rules. */
  readonly version: string;
  /** A count of people from 1 to `threshold` - 1 is hidden. Zero is shown. */
  readonly threshold: number;
  /** A group of fewer people than this, all in one sensitive state, is hidden too: knowing the group would be knowing each of them. */
  readonly groupThreshold: number;
}

/**
 * Frozen: a change of the rules is a new version, never an edit, since reports already sent name the old one.
 * 11 is the rule for natural persons in tax data and in health data (Insee, CASD); 5 is only for named agents
 * of a prefecture under a written rule.
 */
const POLICIES = {
  REPORTS: { open: true, policy: { version: '2026-1', threshold: 11, groupThreshold: 30 } },
  RESTRICTED: { open: false, policy: { version: '2026-1-R', threshold: 5, groupThreshold: 30 } },
} as const satisfies Record<Channel, { open: boolean; policy: DisclosurePolicy }>;

/**
 * The rules of secrecy of a channel.
 * @throws RangeError when the channel is not open.
 */
export function policyFor(channel: Channel): DisclosurePolicy {
  const { open, policy } = POLICIES[channel];
  if (!open) throw new RangeError(`The ${channel} channel is not open.`);

  return policy;
}
