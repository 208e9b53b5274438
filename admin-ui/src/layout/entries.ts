import type { Action } from '../../../server/contract/labels.ts';
import type { SentenceKey } from '../i18n/messages.ts';

export interface Entry {
  readonly to: string;
  readonly label: SentenceKey;
}

interface EntryRule extends Entry {
  readonly needs: Action;
}

const ENTRIES: readonly EntryRule[] = [
  { to: '/week', label: 'shell.week', needs: 'week.read' },
  { to: '/pathways', label: 'shell.pathways', needs: 'pathways.list' },
  { to: '/group-sessions', label: 'shell.sessions', needs: 'groupSessions.hold' },
  { to: '/assign', label: 'shell.assign', needs: 'pathways.assign' },
  { to: '/transfers', label: 'shell.transfers', needs: 'pathways.transfer' },
  { to: '/stalls', label: 'shell.stalls', needs: 'stalls.list' },
  { to: '/imports', label: 'shell.imports', needs: 'imports.manage' },
  { to: '/reports', label: 'shell.reports', needs: 'reports.read' },
  { to: '/thresholds', label: 'shell.thresholds', needs: 'thresholds.manage' },
  { to: '/accounts', label: 'shell.accounts', needs: 'accounts.manage' },
  { to: '/organisations', label: 'shell.organisations', needs: 'organisations.manage' },
  { to: '/audit', label: 'shell.audit', needs: 'audit.read' },
  { to: '/openings', label: 'shell.openings', needs: 'openings.list' },
];

/** Whose files the list shows: one's own, when one opens files but gives none to others; else those of a wider reach. */
export function seesOwnFilesOnly(permissions: readonly Action[]): boolean {
  return permissions.includes('pathways.open') && !permissions.includes('pathways.assign');
}

/** The entries of the main menu, in order, that the session may use. */
export function entriesFor(permissions: readonly Action[]): Entry[] {
  return ENTRIES.filter(({ needs }) => permissions.includes(needs)).map(({ to, label }) => ({
    to,
    label: to === '/pathways' && seesOwnFilesOnly(permissions) ? 'shell.my_pathways' : label,
  }));
}

/** Where the day starts: the worklist for who acts on stalls, else the first entry; undefined when there is no screen. */
export function homeFor(permissions: readonly Action[]): string | undefined {
  return permissions.includes('stalls.act') ? '/stalls' : entriesFor(permissions)[0]?.to;
}
