import type { PathwayRow } from '../../../server/contract/pathway.ts';
import type { Candidate } from '../../../server/contract/person.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { filePath } from '../pathways/filePath.ts';
import { useFormat } from '../shared/useFormat.ts';
import { useProblem } from '../shared/useProblem.ts';
import { useMay, useSession } from '../shared/useSession.ts';
import { fileNumberOf } from './fileNumber.ts';
import { isNamed, pagesFor } from './palettePages.ts';
import { SHORTEST, useFound, type Found } from './useFound.ts';

interface Going {
  readonly key: string;
  readonly to: string;
  readonly label: string;
}

export type PaletteOption =
  | (Going & { readonly kind: 'PERSON'; readonly who: Candidate })
  | (Going & { readonly kind: 'FILE'; readonly file: PathwayRow })
  | (Going & { readonly kind: 'PAGE' | 'NEW' });

/** The search gives no more people than this: reaching it may mean that there are others. */
const MOST_PEOPLE = 20;

export interface PaletteOptions {
  readonly options: readonly PaletteOption[];
  /** What was found, or what else to try: told aloud too. */
  readonly told: string;
  /** Somebody is looked for, and the answer is on its way: what is first is not known yet. */
  readonly isSought: boolean;
}

/** Where one may go by what is typed: people or a file, then the screens of the menu. */
export function usePaletteOptions(words: string): PaletteOptions {
  const say = useSentences();
  const may = useMay();
  const problem = useProblem();
  const { plural } = useFormat();
  const { permissions } = useSession();
  const found = useFound(words);
  const { people, files, isAsked, isPending, error } = found;
  const isAnswered = isAsked && !isPending && error === undefined;
  const offersNew = isAnswered && may('people.search') && may('pathways.open');
  const pages = pagesFor(permissions)
    .map(({ to, label }) => ({ kind: 'PAGE', key: to, to, label: say(label) }) as const)
    .filter(({ to, label }) => isNamed(label, words) && !(offersNew && to === '/pathways/create'));
  // A name or a number may still come of it; of a page, its first letter already says.
  const isTooShort =
    [...words].length < SHORTEST && (may('people.search') || may('pathways.list') || may('audit.read'));
  const trail = may('audit.read') ? fileNumberOf(words) : undefined;
  const options: PaletteOption[] = [
    ...people.map(
      (who) =>
        ({ kind: 'PERSON', key: who.pathwayId, to: filePath(who.pathwayId), label: who.displayName, who }) as const,
    ),
    ...files.map((file) => ({ kind: 'FILE', key: file.id, to: filePath(file.id), label: file.number, file }) as const),
    ...(offersNew
      ? [{ kind: 'NEW', key: 'new', to: '/pathways/create', label: say('palette.new_person', { words }) } as const]
      : []),
    ...(trail === undefined
      ? []
      : [
          { kind: 'PAGE', key: 'trail', to: trailPath(trail), label: say('palette.trail', { number: trail }) } as const,
        ]),
    ...pages,
  ];
  return { options, told: error === undefined ? told(found) : problem(error).sentence, isSought: isPending };

  function told({ people, files }: Found): string {
    if (words === '') return '';
    if (isPending) return say('palette.searching');
    const count = pages.length + (trail === undefined ? 0 : 1);
    const others = count === 0 ? [] : [say('palette.pages_found', plural(count))];
    if (files.length > 0) return [say('palette.files_found', plural(files.length)), ...others].join(', ');
    if (people.length >= MOST_PEOPLE) return say('palette.capped', plural(MOST_PEOPLE));
    if (people.length > 0) return [say('palette.found', plural(people.length)), ...others].join(', ');
    if (isAsked) return say(may('people.search') ? 'palette.nobody' : 'palette.no_file');
    return others[0] ?? say(isTooShort ? 'palette.keep_typing' : 'palette.no_page');
  }
}

function trailPath(number: string): string {
  return `/audit?${new URLSearchParams({ filter: JSON.stringify({ number }) }).toString()}`;
}
