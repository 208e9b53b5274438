import type { CaseworkerRow } from '../../../server/contract/session.ts';
import { useSentences } from '../i18n/useSentences.ts';

type Colleague = Pick<CaseworkerRow, 'id' | 'displayName' | 'role' | 'email'>;

/** The name of each colleague; of those who have the same, with their role and, where that is the same too, their address. */
export function useNamesToldApart(): (colleagues: readonly Colleague[]) => ReadonlyMap<string, string> {
  const say = useSentences();
  return (colleagues) => {
    const names = colleagues.map(({ displayName }) => displayName);
    const withRoles = colleagues.map(({ displayName, role }) => `${displayName}, ${say(`roles.${role}`)}`);
    return new Map(
      colleagues.map(({ id, displayName, email }, rank) => {
        if (isAlone(names, displayName)) return [id, displayName];
        const withRole = withRoles[rank] ?? displayName;
        return [id, isAlone(withRoles, withRole) ? withRole : `${withRole}, ${email}`];
      }),
    );
  };
}

function isAlone(words: readonly string[], word: string): boolean {
  return words.filter((other) => other === word).length < 2;
}
