import { PERSON_TEXT_LIMITS as LIMIT } from '../person/person.ts';
import { emailCell, languagesCell, nameCell, textCell } from './cells.ts';
import { factColumn, otherColumn, personColumn, type Column } from './column.ts';
import { birthCell, dayCell, pastDayCell } from './dayCells.ts';
import { foreignerNumberCell, ofiiNumberCell, phoneCell, postcodeCell } from './identifierCells.ts';
import { levelCell, motiveCell, permitCell, sexCell, trackCell, yesNoCell } from './vocabulary.ts';

/** The columns of the monthly list of signatories. A new column is one entry here. */
export const COLUMNS = {
  ofiiNumber: personColumn('ofiiNumber', {
    header: 'N° OFII',
    aliases: ['Numéro OFII', 'No OFII', 'ID OFII'],
    read: ofiiNumberCell,
  }),
  foreignerNumber: personColumn('foreignerNumber', {
    header: 'N° étranger',
    aliases: ['Numéro étranger', 'No étranger', 'N° AGDREF', 'Numéro AGDREF', 'AGDREF'],
    required: true,
    read: foreignerNumberCell,
  }),
  sex: personColumn('sex', { header: 'Sexe', aliases: ['Genre'], read: sexCell }),
  birthName: personColumn('birthName', {
    header: 'Nom de naissance',
    aliases: ['Nom de famille', 'Nom patronymique'],
    required: true,
    read: nameCell(LIMIT.birthName),
  }),
  usageName: personColumn('usageName', {
    header: "Nom d'usage",
    aliases: ["Nom d'épouse", 'Nom marital'],
    read: nameCell(LIMIT.usageName),
  }),
  firstNames: personColumn('firstNames', {
    header: 'Prénom(s)',
    aliases: ['Prénom', 'Prénoms'],
    required: true,
    read: nameCell(LIMIT.firstNames),
  }),
  birth: personColumn('birth', {
    header: 'Date de naissance',
    aliases: ['Né(e) le', 'Naissance', 'DDN'],
    required: true,
    read: birthCell,
  }),
  nationality: personColumn('nationality', { header: 'Nationalité', read: textCell(LIMIT.nationality) }),
  languages: personColumn('languages', {
    header: 'Langue parlée',
    aliases: ['Langue', 'Langues', 'Langue(s) parlée(s)'],
    read: languagesCell(LIMIT.language),
  }),
  enteredFranceOn: factColumn('enteredFranceOn', {
    header: "Date d'entrée en France",
    aliases: ["Date d'entrée", 'Entrée en France'],
    read: pastDayCell,
  }),
  motive: otherColumn({
    header: "Motif d'admission",
    aliases: ["Motif d'admission au séjour", 'Motif'],
    read: motiveCell,
  }),
  bpi: otherColumn({ header: 'BPI', required: true, read: yesNoCell }),
  protectionGrantedOn: otherColumn({
    header: 'Date de la décision de protection',
    aliases: ['Date de décision de protection', 'Décision de protection'],
    required: true,
    read: pastDayCell,
  }),
  permit: otherColumn({ header: 'Titre de séjour', aliases: ['Titre'], read: permitCell }),
  permitStartsOn: factColumn('firstPermitOn', {
    header: 'Début du titre',
    aliases: ['Date de début du titre', 'Début de validité du titre'],
    read: pastDayCell,
  }),
  permitEndsOn: factColumn('permitExpiresOn', {
    header: 'Fin du titre',
    aliases: ['Date de fin du titre', 'Fin de validité du titre'],
    read: dayCell,
  }),
  signedOn: factColumn('cirSignedOn', {
    header: 'Date de signature du CIR',
    aliases: ['Date de signature', 'Signature du CIR', 'Date du CIR'],
    required: true,
    read: pastDayCell,
  }),
  level: otherColumn({
    header: 'Niveau au positionnement',
    aliases: ['Niveau', 'Niveau linguistique', 'Positionnement'],
    required: true,
    read: levelCell,
  }),
  track: otherColumn({
    header: 'Parcours linguistique (h)',
    aliases: ['Parcours linguistique', 'Parcours linguistique (heures)', 'Heures prescrites'],
    required: true,
    read: trackCell,
  }),
  employmentReferral: otherColumn({
    header: 'Orientation SPE',
    aliases: ["Orientation service public de l'emploi"],
    read: yesNoCell,
  }),
  addressLine: otherColumn({
    header: 'Adresse',
    aliases: ['Adresse postale', 'Rue'],
    read: textCell(LIMIT.addressLine),
  }),
  postcode: otherColumn({ header: 'Code postal', aliases: ['CP'], required: true, read: postcodeCell }),
  commune: otherColumn({ header: 'Commune', aliases: ['Ville'], read: textCell(LIMIT.commune) }),
  phone: personColumn('phone', {
    header: 'Téléphone',
    aliases: ['Tél', 'Tél.', 'Portable', 'Numéro de téléphone'],
    read: phoneCell(LIMIT.phone),
  }),
  email: personColumn('email', {
    header: 'Courriel',
    aliases: ['E-mail', 'Mail', 'Mél', 'Adresse électronique'],
    read: emailCell(LIMIT.email),
  }),
  structure: otherColumn({
    header: 'Structure référente',
    aliases: ['Structure', "Structure d'accompagnement"],
    read: textCell(200),
  }),
} as const satisfies Record<string, Column>;

export type ColumnKey = keyof typeof COLUMNS;
export const COLUMN_KEYS = Object.keys(COLUMNS) as ColumnKey[];

type ReadBy<C> = C extends Column<infer T> ? T : never;

/** What a line says, column by column; null where the cell is empty. */
export type LineValues = { readonly [K in ColumnKey]: ReadBy<(typeof COLUMNS)[K]> | null };
