import type { SealHolders, SealInput } from '../../../../server/contract/rights.ts';
import { SEALED_RIGHTS, type SealedRight } from '../../../../server/contract/labels.ts';
import type { FileRecord } from '../../providers/fileChange.ts';

/** Which rights each holds on a sealed file, by account; whoever seals is not among them, for she keeps all three. */
export type HeldRights = Readonly<Record<string, readonly SealedRight[]>>;

/** What the server would give by itself: all three to whoever follows the file. */
export function rightsAtFirst({ referentId }: FileRecord, ownId: string): HeldRights {
  return referentId === null || referentId === ownId ? {} : { [referentId]: [...SEALED_RIGHTS] };
}

export function rightsNow({ holders }: SealHolders, ownId: string): HeldRights {
  return Object.fromEntries(
    holders.filter(({ accountId }) => accountId !== ownId).map(({ accountId, rights }) => [accountId, rights]),
  );
}

/** Whether these are the rights that are held. */
export function areHeld(rights: HeldRights, now: SealHolders, ownId: string): boolean {
  const words = (held: HeldRights): string =>
    JSON.stringify(
      toHolders(held)
        .map(({ accountId, rights: of }) => [accountId, SEALED_RIGHTS.filter((one) => of.includes(one))])
        .sort(([one], [other]) => String(one).localeCompare(String(other))),
    );
  return now.sealed && words(rights) === words(rightsNow(now, ownId));
}

/** In the order of the three rights, whatever the order in which they were given. */
export function withRight(held: readonly SealedRight[], right: SealedRight, isGiven: boolean): SealedRight[] {
  return SEALED_RIGHTS.filter((one) => (one === right ? isGiven : held.includes(one)));
}

/** The holders to send: without any right, one is not a holder. */
export function toHolders(rights: HeldRights): NonNullable<SealInput['holders']> {
  return Object.entries(rights).flatMap(([accountId, held]) =>
    held.length === 0 ? [] : [{ accountId, rights: [...held] }],
  );
}
