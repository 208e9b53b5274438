import { useMay } from '../shared/useSession.ts';

export interface ListShape {
  /** Names are shown to who may search people; the others work on file numbers. */
  readonly hasNames: boolean;
  /** Who opens files does it for one's own structure; the others look at many. */
  readonly hasStructures: boolean;
  /** Who gives files to caseworkers needs to see whose they are. */
  readonly hasReferents: boolean;
  readonly canOpen: boolean;
  readonly hasManyOfficers: boolean;
}

/** What the lists of files show, from what the server grants. */
export function useListShape(): ListShape {
  const may = useMay();
  const isOwnCaseload = may('pathways.open') && !may('pathways.assign');
  return {
    hasNames: may('people.search'),
    hasStructures: may('organisations.list') && !may('pathways.open'),
    hasReferents: !isOwnCaseload,
    canOpen: may('pathways.open'),
    hasManyOfficers: may('caseworkers.list'),
  };
}
