import type { FileAct } from '../access/rights.ts';

/** Where people type at length, of a file: the form, and what whoever fills it in must be able to do there. */
export const DRAFTS_OF_A_FILE = {
  note: 'writeNote',
  entry: 'recordEvent',
  correct: 'correct',
} as const satisfies Record<string, FileAct>;
export type FormOfAFile = keyof typeof DRAFTS_OF_A_FILE;

/** A form that was begun: of a file, or of the one that is being opened. */
export type DraftForm =
  { readonly form: 'open'; readonly pathwayId: null } | { readonly form: FormOfAFile; readonly pathwayId: string };

/** Purged after these days: what was not finished by then is typed again from what is known by then. */
export const DRAFT_DAYS = 14;
/** Of one account: when there are more, those left the longest ago go. */
export const MOST_DRAFTS = 40;
/** A page of notes is 4 KB. */
export const DRAFT_MAX_BYTES = 32 * 1024;

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';
/** `open`, or the form and the file: `note:<pathwayId>`. */
export const FORM_KEY = new RegExp(`^(?:open|(?:${Object.keys(DRAFTS_OF_A_FILE).join('|')}):${UUID})$`);

/** @param formKey of the shape of `FORM_KEY` */
export function draftForm(formKey: string): DraftForm {
  const [form, pathwayId] = formKey.split(':');
  return pathwayId === undefined ? { form: 'open', pathwayId: null } : { form: form as FormOfAFile, pathwayId };
}

export function formKeyOf({ form, pathwayId }: DraftForm): string {
  return pathwayId === null ? form : `${form}:${pathwayId}`;
}
