import { citation as frenchCitation } from './words.ts';

/** What is cited at length, by what one calls it in French: the articles themselves are the same in every language. */
const CITED: Readonly<Record<string, string>> = {
  'ancien R.311-24': 'former R.311-24',
  'R.413-14 et service-public.fr': 'R.413-14 and service-public.fr',
  'instruction DGS du 8 juin 2018': 'DGS instruction of 8 June 2018',
  'instruction de février 2021': 'instruction of February 2021',
  'arrêté du 12 janvier 2012, art. 11': 'order of 12 January 2012, art. 11',
  'moyennes de 2021 et 2022': 'means of 2021 and 2022',
  'orientations régionales de 2021': 'regional guidelines of 2021',
};

/** The article or text that a basis names, in English; null when it names only pages among the sources. */
export function citation(basis: string): string | null {
  const cited = frenchCitation(basis);
  return cited === null ? null : citedInEnglish(cited);
}

/** A text that is cited in French, as one cites it in English. */
export function citedInEnglish(cited: string): string {
  return (
    CITED[cited] ??
    cited
      .replace(/^arrêté/, 'order')
      .replace(/ et /g, ' and ')
      .replace(/ du (CASF|CSS)$/, ' of the $1')
  );
}
