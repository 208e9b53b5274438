import type { SessionView } from '../../contract/session.ts';
import { ROLE_ACTIONS } from '../../domain/access/roles.ts';
import type { Auth } from '../../platform/auth/auth.ts';
import { freshUntil, type SignedIn } from '../../platform/auth/ownSession.ts';
import type { Clock } from '../../platform/clock.ts';

/** Who is signed in and what she may do: nothing yet, as long as she has a second factor to enrol or to show. */
export async function presentSession(
  auth: Auth,
  clock: Clock,
  { account, factorAt, isComplete }: SignedIn,
): Promise<SessionView> {
  const { actor } = account;
  const { rows } = await auth.pool.query<{ name: string; department: string | null }>(
    'select o.name, o.department from organisations o where o.id = $1',
    [actor.organisationId],
  );
  return {
    user: { id: actor.accountId, email: account.email, displayName: actor.displayName },
    role: actor.role,
    organisation: { id: actor.organisationId, name: rows[0]?.name ?? '', department: rows[0]?.department ?? null },
    departments: [...actor.departments],
    permissions: isComplete ? [...ROLE_ACTIONS[actor.role]] : [],
    secondFactor: {
      state: !isComplete
        ? account.hasFactor
          ? 'TO_SHOW'
          : 'TO_ENROL'
        : factorAt === undefined
          ? 'NOT_ASKED'
          : 'ENROLLED',
      freshUntil: freshUntil(factorAt, clock.now())?.toISOString() ?? null,
    },
    today: clock.today(),
  };
}
