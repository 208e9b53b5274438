/**
 * The department of a postcode: its first two digits, three overseas. Corsica is split by the third digit
 * (20000–20199 and 200xx go to 2A, the rest to 2B).
 */
export function departmentOfPostcode(postcode: string): string | null {
  if (!/^\d{5}$/.test(postcode)) return null;
  const two = postcode.slice(0, 2);
  if (two === '97') return postcode.slice(0, 3);
  if (two === '20') return Number(postcode[2]) <= 1 ? '2A' : '2B';
  return Number(two) >= 1 && Number(two) <= 95 ? two : null;
}
