import { timeWords, type GroupSession, type SessionKind } from './groupSession.ts';

export const SESSION_KIND_LABELS: Record<SessionKind, string> = {
  LANGUAGE: 'Formation linguistique',
  CIVIC: 'Formation civique',
  INFORMATION: 'Information collective',
  WORKSHOP: 'Atelier',
};

/** « de 9 h à 12 h ». */
export function timesWords({ startsAt, endsAt }: Pick<GroupSession, 'startsAt' | 'endsAt'>): string {
  return `de ${timeWords(startsAt)} à ${timeWords(endsAt)}`;
}
