const LA_POSTE = '356000000';

/**
 * Whether a text is a SIRET: fourteen digits whose Luhn key is right. The establishments of La Poste have another key,
 * since they are more than the Luhn key leaves room for: the plain sum of their digits is a multiple of five.
 */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text)) return false;
  const digits = [...text].map(Number);
  if (sumOf(digits.map((digit, index) => (index % 2 === 0 ? luhnDouble(digit) : digit))) % 10 === 0) return true;
  return text.startsWith(LA_POSTE) && sumOf(digits) % 5 === 0;
}

function luhnDouble(digit: number): number {
  return digit > 4 ? 2 * digit - 9 : 2 * digit;
}

function sumOf(digits: readonly number[]): number {
  return digits.reduce((sum, digit) => sum + digit, 0);
}
