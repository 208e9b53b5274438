/** Monthly lists for the tests of the API: every cell is right unless it is given otherwise. */
const HEADER =
  "N° OFII;N° étranger;Sexe;Nom de naissance;Nom d'usage;Prénom(s);Date de naissance;Nationalité;Langue parlée;Date d'entrée en France;Motif d'admission;BPI;Date de la décision de protection;Titre de séjour;Début du titre;Fin du titre;Date de signature du CIR;Niveau au positionnement;Parcours linguistique (h);Orientation SPE;Adresse;Code postal;Commune;Téléphone;Courriel;Structure référente";
/** One line of a monthly list, accepted as it is; an empty text empties its cell. */
export const aLineOf = (
  given: {
    number?: string;
    name?: string;
    phone?: string;
    level?: string;
    track?: string;
    structure?: string;
    postcode?: string;
  } = {},
): string =>
  `59261000001;${given.number ?? '9912345678'};F;${given.name ?? 'Exemple'};;Alma;10/03/1990;Algérie;arabe;02/08/2026;Conjoint de Français;N;;CST;02/09/2026;01/09/2027;01/10/2026;${given.level ?? 'A1_1'};${given.track ?? 'Licence en ligne'};O;1 rue des Tests;${given.postcode ?? '59000'};Lille;${given.phone ?? '0639980001'};;${given.structure ?? 'Association Nord'}`;
/** A monthly list in text, as an office sends it. */
export const aMonthlyList = (...lines: string[]): string => `\ufeff${[HEADER, ...lines].join('\r\n')}\r\n`;
