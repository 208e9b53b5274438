import type { Language } from '../../domain/language/language.ts';
import { Problem } from './problem.ts';

/** What each code says in English. The French sentence may tell more: a day, a name, a limit. */
export const REFUSALS_IN_ENGLISH: Readonly<Record<string, string>> = {
  account_already_open: 'This account is already open: sign in, then link the identity.',
  account_disabled: 'This account is disabled: enable it first.',
  already_active: 'This person has already chosen their password: give them a reset link.',
  already_assigned: 'This file is already followed, or has just been assigned to somebody else.',
  already_closed: 'This pathway is already closed.',
  already_enrolled: 'This person is already enrolled in it.',
  already_open: 'This file is already open to you.',
  already_reached: 'You already read this file: no emergency opening is needed.',
  already_so: 'This value is already that of the file.',
  attended_over_planned: 'More hours attended than planned: check both numbers.',
  audit_unavailable: 'The audit trail cannot be written: nothing is given nor done without it.',
  before_birth: 'This day is before the birth of the person.',
  before_entry: 'The contract cannot be signed before the entry into France.',
  before_opening: 'This day is before the opening of the file.',
  birth_of_the_person: 'The birth is that of the person: correct it there.',
  body_does_not_fit: 'Some of what was entered needs correcting.',
  busy: 'Somebody else is changing this file. Nothing was recorded: try again.',
  code_required: 'Enter the code of your sign-in application.',
  contract_move_not_allowed:
    'The contract cannot come to this state from the present one: choose another, or take back what was recorded last.',
  contract_order_not_allowed: 'The states of the contract would not follow one another: check the order of the days.',
  daily_quota_exceeded:
    'You have reached the number of files that may be opened or seen in a day. Wait until tomorrow, or tell your manager.',
  date_in_future: 'This day has not come yet: choose today or a day in the past.',
  date_in_past: 'A threshold does not change the past: choose today or a day to come.',
  day_in_future: 'The day looked at has not come yet: choose today or a day in the past.',
  day_to_come: 'Choose a day in the past, or today: what follows is not known.',
  department_missing: 'Give the department.',
  department_unfit: 'This kind of structure has a department, or has none: check it.',
  department_unknown: 'Give the postcode: your structure has no department, and the file needs one.',
  departments_missing: 'Give at least one department.',
  departments_not_of_role: 'This role has no department.',
  document_already_recorded:
    'This document is already recorded: take it back in the history before recording it otherwise.',
  domain_not_allowed: 'Your role does not allow this fact to be recorded.',
  draft_malformed: 'The Ends-Draft header must name a form and the version of its draft.',
  due_in_past: 'The day until which it waits has already passed.',
  due_in_the_past: 'This day has already passed: choose today or a day to come.',
  email_taken: 'An account already has this address.',
  end_before_start: 'The end comes before the start: check both days.',
  ends_before_start: 'The session ends after it starts: check both times.',
  event_not_found: 'The fact to correct is not in this file, or has already been replaced.',
  extension_not_renewable: 'This extension is possible only once (R.552-13).',
  extension_over_ceiling: 'This would be more months of extension than the law allows.',
  file_closed: 'This file is closed: nothing more is to be done in it. Reopen it first.',
  file_merged: 'This file was merged into another one.',
  file_missing: 'Choose a file (field “file”).',
  file_moved_on: 'This file is no longer followed by the structure that hands it over: refuse this transfer.',
  followed_elsewhere: 'Two files are merged, or parted, only within one structure.',
  foreign_origin: 'This request comes from another site: it is refused.',
  former_value_lost: 'The former value was not kept with this correction: correct the field yourself.',
  fresh_factor_needed: 'This action needs a code of your application, entered within five minutes.',
  holder_without_reach:
    'One of these people does not follow this file: assign it first, a right alone would not open it.',
  home_already_left: 'That this home was left is already recorded.',
  home_left_before_access: 'No lasting home is recorded in this file on that day: record the access to a home first.',
  home_left_without_home: 'No lasting home is recorded in this file: record the access to a home first.',
  hours_of_absence: 'Somebody who was absent has no hours.',
  hours_over_duration: 'There are not that many hours to count between these two times.',
  hours_over_session: 'That is more hours than the session has.',
  idempotency_key_malformed: 'The Idempotency-Key header must be a UUID.',
  idempotency_key_missing: 'This operation needs an Idempotency-Key header (a UUID).',
  idempotency_key_reused: 'This idempotency key has already served for another request.',
  identity_taken: 'This identity is already linked to another account.',
  identity_unknown: 'This identity is linked to no account.',
  if_match_missing: 'Give the version that you have read (If-Match header).',
  import_not_ready: 'This import has already been confirmed, or is not ready to be.',
  invalid_birth: 'This birth is not possible: check it.',
  invalid_filter: 'This value of a filter is refused.',
  invitation_unknown: 'This invitation is not known, or is no longer valid.',
  json_expected: 'This operation expects JSON (Content-Type: application/json).',
  last_administrator: 'You are the last person to administer Jalon: your account stays open, with its rights.',
  last_way_in: 'Without this identity nothing would open your account any more: it stays linked.',
  link_not_valid: 'This link is not valid any more: ask for another one.',
  location_alone: 'Knowing where the person is is not given alone.',
  location_not_allowed: 'This file is sealed: you have no right to say where the person is.',
  malformed_body: 'The body of the request is not JSON.',
  malformed_multipart: 'This upload of a file is malformed or incomplete.',
  malformed_query: 'A parameter of this request is malformed.',
  malformed_request: 'This request is malformed.',
  merged_too_long_ago: 'This merge can no longer be undone: too much time has passed.',
  method_not_allowed: 'This method is not possible here.',
  missing_name: 'Give at least one name or first name.',
  months_missing: 'Say by how many months the prefect extends the contract.',
  multipart_expected: 'Send the list as a file (multipart/form-data, field “file”).',
  name_taken: 'This name is already taken.',
  no_home_held: 'No lasting home is held in this file.',
  no_hours: 'Give the number of hours attended.',
  no_second_factor:
    'This account has no sign-in application. If it is yours, sign in again through your identity provider, or register one in “My account”.',
  not_allowed_for_role: 'Your role does not allow this action.',
  not_enrolled: 'This person is not enrolled in this session.',
  not_found: 'This does not exist, or is not within your reach.',
  not_known_yet: 'This file did not exist yet on that day.',
  not_located: 'This file is sealed: you have no right to say where the person is, nor to give that right.',
  not_mergeable: 'These two files can no longer be merged: read them again.',
  not_of_this_rule: 'This rule does not have this threshold, or always has it.',
  not_sealed: 'This file is not sealed.',
  not_signed_in: 'Sign in to continue.',
  not_taken_in_charge: 'Nobody follows this file: take it in charge first.',
  not_the_author: 'Only whoever wrote a note corrects it; they withdraw it, or the manager of the structure does.',
  not_the_owner: 'This view is a colleague’s: save your own from it.',
  not_unmergeable: 'This merge can no longer be undone: read the file again.',
  not_yet_active: 'This person has not chosen their password yet: give them an invitation link.',
  note_withdrawn: 'This note was withdrawn: write another one.',
  nothing_changes: 'These thresholds are already those that will be in force that day.',
  nothing_to_silence: 'Nothing is signalled for this rule on that day: there is nothing to put on hold.',
  one_file_only: 'Send one list at a time.',
  organisation_missing: 'Say to which structure this file is to be assigned.',
  organisation_not_yours: 'You can take a file only for your own structure.',
  out_of_range: 'This number is out of range.',
  out_of_reach: 'This does not exist, or is not within your reach.',
  own_account: 'Nobody changes their own account: ask another administrator.',
  password_just_changed: 'Your password has just been changed elsewhere.',
  password_refused:
    'This password is too easy to guess, too short, too long, or your present one. Choose another one, of twelve characters at least (sixteen for administrators) and 128 at most.',
  pathway_closed: 'This pathway is closed: reopen it first.',
  pause_overlaps: 'A pause already covers these days: take it back in the history before recording another.',
  period_in_future: 'This quarter has not started.',
  person_already_followed: 'Your structure already follows a person with this foreigner number: look for their file.',
  range_too_far: 'This page is too far: narrow the filters.',
  read_only: 'You only read this file: others follow it.',
  reason_missing: 'Say why, in a few words.',
  reason_of_presence: 'Somebody who came has no reason for being absent.',
  referent_just_left: 'This account has just been disabled or has changed structure: choose somebody else.',
  referent_not_yours: 'Only the structure chooses the caseworker of the file.',
  renewal_not_open: 'The renewal of the permit delivered is not open yet on that day.',
  role_not_of_organisation: 'This role does not exist in this structure.',
  same_file: 'These are one and the same file.',
  sealed_differently:
    'One of these files is sealed otherwise than the other, or than when they were merged: seal it or lift its seal first.',
  second_factor_to_enrol: 'Register your second sign-in factor first.',
  second_factor_to_show: 'Enter the code of your sign-in application first.',
  seen_in_the_future: 'What has not happened yet has not been seen.',
  session_cancelled: 'This session is cancelled: restore it first.',
  session_clash: 'This person is enrolled in another session at that time.',
  session_full: 'There is no place left in this session.',
  session_held: 'The day of this session has come: its day and hours no longer change. Correct the attendance.',
  session_signed: 'Attendance is recorded for this session: it took place. Take these people off it to cancel it.',
  session_to_come: 'This session has not come yet: attendance is recorded from its day on.',
  set_by_law: 'This deadline comes from a text: it is no setting.',
  signed_in_as_another: 'Somebody else has signed in in this browser: reload the page. Nothing was recorded.',
  silence_already_over: 'This wait would already be over: choose today or a day to come.',
  silence_already_running: 'This is already on hold on these days: change the end of that wait, or end it.',
  silence_too_long: 'That is longer than something may be put on hold.',
  stale_version: 'Somebody changed this meanwhile: read it again.',
  step_move_not_allowed:
    'This status cannot follow the present one: choose another, or take back what was recorded last.',
  step_not_in_pathway: 'This step is not part of this pathway.',
  step_order_not_allowed: 'The statuses of this step would not follow one another: check the order of the days.',
  task_settled: 'This task is over: reopen it to change it.',
  tasks_left_open: 'A task is still to be done in this file: say whether it is done or dropped.',
  thresholds_changed: 'Other thresholds were published since you opened this page: read them before publishing.',
  too_large: 'This is too large.',
  too_many_rows: 'This list is too long to be downloaded: narrow the filters.',
  too_many_sign_ins: 'Too many attempts: wait a little before trying again.',
  too_many_views: 'You have too many views of this list: delete one first.',
  transfer_already_answered: 'This transfer has already been answered.',
  transfer_already_asked: 'The transfer of this file is already requested: wait for the answer, or withdraw it.',
  transfer_asked: 'A transfer waits for an answer: withdraw it first, or wait for it.',
  unavailable: 'The service does not answer for now. Nothing was recorded: try again in a moment.',
  unexpected: 'An unexpected error happened. Nothing was recorded. Try again; if it happens again, tell support.',
  unknown_decision: 'This decision on training does not exist: choose it in the list.',
  unknown_file: 'One of these files does not exist, or is not within your reach.',
  unknown_filter: 'Unknown filter.',
  unknown_holder: 'Choose people of your structure, each once.',
  unknown_organisation: 'This structure does not exist, or cannot be chosen.',
  unknown_parameter: 'Unknown parameter.',
  unknown_referent: 'This person does not work in your structure.',
  unknown_sort: 'Unknown sort.',
  unstorable_character: 'A character of what was entered cannot be stored.',
  unsupported_charset: 'This character set is not supported.',
  unsupported_encoding: 'This encoding is not supported.',
  validity_too_long: 'No residence document is valid for that long: check its last day.',
  visibility_narrowed: 'A note that others may read is not made private: withdraw it.',
  warn_after_limit: 'The warning must come on the day of the limit at the latest.',
  wrong_code: 'This is not the right code, or it has already served. Wait for the next one.',
  wrong_credentials: 'Wrong address or password.',
  wrong_current_password: 'This is not your present password.',
  wrong_level: 'This session is of another level than that of the person’s file.',
  wrong_password: 'Wrong password.',
};

/** What a schema says of a field, by its French sentence. */
export const FIELDS_IN_ENGLISH: Readonly<Record<string, string>> = {
  'Obligatoire.': 'Required.',
  'Vérifiez cette valeur.': 'Check this value.',
  'Choisissez une valeur de la liste.': 'Choose a value of the list.',
  'Champ inconnu.': 'Unknown field.',
  'Indiquez votre mot de passe.': 'Give your password.',
  'Donnez le motif en quelques mots.': 'Give the reason in a few words.',
  'Un caractère de ce texte ne peut pas être enregistré.': 'A character of this text cannot be stored.',
  'Tapez au moins deux caractères.': 'Type at least two characters.',
  'Pas plus de 500 places.': 'No more than 500 places.',
  'Pas plus de 24 heures.': 'No more than 24 hours.',
  'Le numéro étranger a dix chiffres.': 'The foreigner number has ten digits.',
  'Le numéro OFII a onze caractères.': 'The OFII number has eleven characters.',
  'Le code postal a cinq chiffres.': 'The postcode has five digits.',
  'Indiquez à qui attribuer le dossier.': 'Say to whom the file is to be assigned.',
  'Indiquez votre mot de passe actuel.': 'Give your present password.',
  'Indiquez votre adresse électronique.': 'Give your email address.',
  'Indiquez une adresse électronique.': 'Give an email address.',
  'Indiquez le code.': 'Give the code.',
  'Indiquez au moins un nom ou un prénom.': 'Give at least one name or first name.',
  'Donnez une heure, comme 09:30.': 'Give a time, such as 09:30.',
  'Donnez le nombre d’heures.': 'Give the number of hours.',
  'Donnez le motif en vingt caractères au moins\u00a0: il sera lu.':
    'Give the reason in twenty characters at least: it will be read.',
  'Donnez au moins une place.': 'Give at least one place.',
  'Dites en quelques mots pourquoi.': 'Say why, in a few words.',
  'Dites ce qui a eu lieu, ou écrivez une note.': 'Say what happened, or write a note.',
  'Comptez par quarts d’heure.': 'Count in quarters of an hour.',
  'Choisissez un rôle.': 'Choose a role.',
  'Choisissez un mot de passe.': 'Choose a password.',
  'Choisissez un mot de passe d’au plus 128\u00a0caractères.': 'Choose a password of 128 characters at most.',
  'Choisissez un mot de passe d’au moins 12\u00a0caractères.': 'Choose a password of 12 characters at least.',
  'Choisissez un mot de passe d’au moins 16\u00a0caractères.': 'Choose a password of 16 characters at least.',
  'Choisissez un mot de passe différent de l’actuel.': 'Choose a password that is not your present one.',
  'Ce mot de passe est trop facile à deviner. Votre nom, votre adresse et votre structure n’y comptent pas.':
    'This password is too easy to guess. Your name, your address and your structure do not count in it.',
  'Ce n’est pas un jour du calendrier (AAAA-MM-JJ, de 1900 à 2199).': 'This is no day of the calendar (1900 to 2199).',
  'Ce champ ne peut pas être vide.': 'This field cannot be empty.',
  'Adresse électronique mal formée.': 'Malformed email address.',
  'Année attendue\u00a0: AAAA.': 'Year expected: YYYY.',
  'Ce jour est à venir\u00a0: choisissez aujourd’hui ou un jour passé.':
    'This day has not come yet: choose today or a day in the past.',
  'Ce n’est pas le nom d’une opération.': 'This is no name of an operation.',
  'Ce n’est pas un numéro de dossier.': 'This is no number of a file.',
  'Ce texte n’a aucun caractère visible.': 'This text has no visible character.',
  'Cette date précède la naissance de la personne.': 'This day is before the birth of the person.',
  'Choisissez qui suit le dossier, ou un responsable de la structure.':
    'Choose whoever follows the file, or a manager of the structure.',
  'Choisissez un fichier.': 'Choose a file.',
  'Choisissez un jour à venir.': 'Choose a day to come.',
  'Choisissez un jour passé, ou aujourd’hui.': 'Choose a day in the past, or today.',
  'Choisissez un trimestre commencé.': 'Choose a quarter that has started.',
  'Code de département mal formé.': 'Malformed code of a department.',
  'Date attendue\u00a0: AAAA-MM-JJ.': 'Date expected: YYYY-MM-DD.',
  'Donnez un code de la nomenclature (majuscules et chiffres), pas un texte.':
    'Give a code of the list (capitals and digits), not a text.',
  'Formulaire inconnu.': 'Unknown form.',
  'Identifiant mal formé.': 'Malformed identifier.',
  'Instant attendu\u00a0: AAAA-MM-JJThh:mm:ssZ.': 'Instant expected: YYYY-MM-DDThh:mm:ssZ.',
  'Le contrat ne peut pas être signé avant l’entrée en France.':
    'The contract cannot be signed before the entry into France.',
  'Le titre finit avant le début du premier titre.': 'The permit ends before the first permit began.',
  'Mois attendu\u00a0: AAAA-MM.': 'Month expected: YYYY-MM.',
  'Période attendue\u00a0: AAAA-Q1 à AAAA-Q4.': 'Period expected: YYYY-Q1 to YYYY-Q4.',
  'Structure inconnue.': 'Unknown structure.',
  'Un nom a au moins une lettre.': 'A name has one letter at least.',
  'Une liste à la fois.': 'One list at a time.',
};

/** The same, of the sentences that hold a number or a list. */
const FIELDS_WITH_A_VALUE: readonly (readonly [french: RegExp, english: string])[] = [
  [/^Ce texte est trop long \((\d+) caractères au plus\)\.$/, 'This text is too long ($1 characters at most).'],
  [/^Ce brouillon est trop long \((\d+) Ko au plus\)\.$/, 'This draft is too long ($1 KB at most).'],
  [/^Ce nombre doit valoir au moins (.+)\.$/, 'This number must be at least $1.'],
  [/^Ce nombre doit valoir au plus (.+)\.$/, 'This number must be at most $1.'],
  [/^Cette valeur doit valoir au moins (.+)\.$/, 'This value must be at least $1.'],
  [/^Cette valeur doit valoir au plus (.+)\.$/, 'This value must be at most $1.'],
  [/^Nombre de caractères : au moins (.+)\.$/, 'Number of characters: at least $1.'],
  [/^Nombre de caractères : au plus (.+)\.$/, 'Number of characters: at most $1.'],
  [/^Nombre d’éléments : au moins (.+)\.$/, 'Number of items: at least $1.'],
  [/^Nombre d’éléments : au plus (.+)\.$/, 'Number of items: at most $1.'],
  [/^Valeurs possibles : (.+)\.$/, 'Possible values: $1.'],
];

const plain = (sentence: string): string => sentence.replace(/[\u00a0\u202f]/g, ' ');
const FIELDS_BY_PLAIN_SENTENCE: ReadonlyMap<string, string> = new Map(
  Object.entries(FIELDS_IN_ENGLISH).map(([french, english]) => [plain(french), english]),
);

/** What is said beside a field; undefined where English has no words for it. Which of the spaces it holds is no matter. */
export function fieldInEnglish(said: string): string | undefined {
  const sentence = plain(said);
  const known = FIELDS_BY_PLAIN_SENTENCE.get(sentence);
  if (known !== undefined) return known;
  const found = FIELDS_WITH_A_VALUE.find(([french]) => french.test(sentence));
  return found === undefined ? undefined : sentence.replace(...found);
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Malformed request',
  401: 'Sign-in needed',
  403: 'Action not allowed',
  404: 'Not found',
  405: 'Method refused',
  409: 'Not possible as things stand',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Unsupported format',
  422: 'To be corrected',
  428: 'Version expected',
  429: 'Too many attempts',
  500: 'Unexpected error',
  503: 'Service unavailable for now',
};

/** A refusal by its code; in French where English has no words for it. */
export function refusalWords({ code, reason }: { readonly code: string; readonly reason: string }, language: Language) {
  return language === 'en' ? (REFUSALS_IN_ENGLISH[code] ?? reason) : reason;
}

/** The same problem for whoever reads in English; undefined when nothing is said of its code. */
export function inEnglish(problem: Problem): Problem | undefined {
  const detail = REFUSALS_IN_ENGLISH[problem.code];
  if (detail === undefined) return undefined;
  const { status, code, allowed, retryAfterSeconds } = problem;
  return new Problem({
    ...{ status, code, detail },
    title: TITLES[status] ?? 'Refused',
    errors: problem.errors === undefined ? undefined : fieldsInEnglish(problem.errors, detail),
    ...(allowed === undefined ? {} : { allowed }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  });
}

/** Beside a field, what its schema says of it; else what is said of the whole. */
function fieldsInEnglish(errors: Record<string, unknown>, detail: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(errors).map(([field, said]) => [
      field,
      typeof said === 'string'
        ? (fieldInEnglish(said) ?? detail)
        : said !== null && typeof said === 'object' && !Array.isArray(said)
          ? fieldsInEnglish(said as Record<string, unknown>, detail)
          : said,
    ]),
  );
}
