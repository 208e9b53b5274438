/** « 59, 62 » as the server takes it. */
export function readDepartments(text: string | undefined): string[] {
  return (text ?? '')
    .split(/[\s,;]+/)
    .map((code) => code.toUpperCase())
    .filter((code) => code !== '');
}
