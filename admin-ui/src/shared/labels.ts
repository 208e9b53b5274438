import { DEPARTMENT_NAMES } from '../i18n/departments.ts';

/** « Nord (59) »; the code alone when the name is not known. */
export function departmentLabel(code: string): string {
  const name = DEPARTMENT_NAMES[code];
  return name === undefined ? code : `${name} (${code})`;
}
