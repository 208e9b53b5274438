import type { DuplicateHint } from '../../providers/questions.ts';
import { toPerson, type PersonForm } from '../form/personForm.ts';

/** What to ask, once there is enough to tell somebody apart: a name, or a number. */
export function duplicateHint(form: PersonForm): DuplicateHint | undefined {
  const { birthName, usageName, firstNames, birth, foreignerNumber, ofiiNumber } = toPerson(form);
  const isTold =
    [birthName, usageName, firstNames].some((name) => (name ?? '').length > 1) ||
    foreignerNumber !== null ||
    ofiiNumber !== null;
  if (!isTold) return undefined;
  const hint: DuplicateHint = { birthName, usageName, firstNames, foreignerNumber, ofiiNumber };
  return isComplete(birth) ? { ...hint, birth } : hint;
}

const isComplete = ({ value }: { value: string | null }) => value !== null && /^\d{4}(?:-\d{2}){0,2}$/.test(value);
