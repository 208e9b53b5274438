/** The words of a sentence, alone: « le dernier contact » → « Le dernier contact ». */
export const capital = (words: string): string => words.charAt(0).toLocaleUpperCase('fr') + words.slice(1);
