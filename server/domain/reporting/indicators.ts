import type { Indicator } from './indicator.ts';

// Three bases of "by department" exist (residence, structure, referent); each figure says which one is its own.
const BY_RESIDENCE = 'Département\u00a0: celui où la personne habite, d’après ce que l’on sait aujourd’hui.';
const AS_KNOWN_NOW =
  'Les faits sont arrêtés au jour de situation, tels qu’ils sont connus aujourd’hui\u00a0: un fait saisi en retard compte à sa date.';
const PROTECTION =
  'BPI\u00a0: personne dont une décision de protection internationale (réfugié, protection subsidiaire, apatride) est connue aujourd’hui.';
const OPEN_FILE =
  'Dossier ouvert\u00a0: ouvert au plus tard le jour de situation et non clos ce jour-là\u202f; un dossier clos le jour même n’est plus compté, un dossier en pause l’est.';

/** Contracts signed in the period. */
export const CIR_SIGNED = {
  code: 'CIR_SIGNED',
  version: 1,
  title: 'Signataires du contrat d’intégration républicaine',
  numerator:
    'Personnes dont la date de signature du contrat d’intégration républicaine tombe dans la période, premier et dernier jours compris, et au plus tard le jour de situation.',
  denominator: null,
  maturity: null,
  notes: [
    'Chaque personne compte une fois, que son dossier soit ouvert ou clos aujourd’hui.',
    BY_RESIDENCE,
    PROTECTION,
    AS_KNOWN_NOW,
  ],
} as const satisfies Indicator;

/** Open files on the day asked. */
export const STOCK = {
  code: 'STOCK',
  version: 1,
  title: 'Dossiers ouverts',
  numerator: 'Dossiers ouverts le jour de situation.',
  denominator: null,
  maturity: null,
  notes: [
    OPEN_FILE,
    'Un dossier suit une personne\u00a0: chaque personne compte une fois.',
    BY_RESIDENCE,
    PROTECTION,
    AS_KNOWN_NOW,
  ],
} as const satisfies Indicator;

/** Steps of the open files by domain and status. */
export const STEPS_BY_STATE = {
  code: 'STEPS_BY_STATE',
  version: 1,
  title: 'Étapes par domaine et par état',
  numerator: 'Étapes des dossiers ouverts, selon leur domaine et leur état le jour de situation.',
  denominator: null,
  maturity: null,
  notes: [
    'On compte des étapes, non des personnes\u00a0: une personne a plusieurs étapes dans un domaine, chacune dans un seul état, et chaque étape compte une fois.',
    'Les étapes sans objet ou annulées ne sont pas comptées.',
    'Le secret se juge sur le nombre de personnes concernées, non sur le nombre d’étapes.',
    OPEN_FILE,
    BY_RESIDENCE,
    PROTECTION,
    AS_KNOWN_NOW,
  ],
} as const satisfies Indicator;

/** Open files stalled, by rule. */
export const STALLS_BY_RULE = {
  code: 'STALLS_BY_RULE',
  version: 1,
  title: 'Dossiers bloqués par cause',
  numerator: 'Dossiers ouverts qui présentent, le jour de situation, un blocage de cette cause.',
  denominator: null,
  maturity: null,
  notes: [
    'Un blocage commence le lendemain du jour limite de sa règle\u202f; un blocage mis en attente avec un motif n’est pas compté tant que dure l’attente.',
    'Un dossier bloqué pour plusieurs causes compte une fois dans chacune et une seule fois dans l’ensemble\u00a0: les causes ne s’additionnent pas.',
    'Un blocage compare des délais\u00a0: il ne juge ni la personne ni la structure.',
    OPEN_FILE,
    BY_RESIDENCE,
    PROTECTION,
    AS_KNOWN_NOW,
  ],
} as const satisfies Indicator;

/** Every indicator that a report may carry. */
export const INDICATORS = [CIR_SIGNED, STOCK, STEPS_BY_STATE, STALLS_BY_RULE] as const satisfies readonly Indicator[];
