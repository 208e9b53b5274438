/** Why something may not be done with a file, as it is answered. A file out of reach and one that is not are one answer. */
export const REFUSALS = {
  not_allowed_for_role: 'Votre rôle ne permet pas cette action.',
  out_of_reach: 'Cet élément n’existe pas, ou vous n’y avez pas accès.',
  not_taken_in_charge: 'Ce dossier n’est suivi par personne\u00a0: prenez-le en charge d’abord.',
  already_assigned: 'Ce dossier est déjà suivi par une structure\u00a0: seul un transfert peut en changer.',
  read_only: 'Vous ne faites que lire ce dossier\u00a0: d’autres le suivent.',
  not_located:
    'Ce dossier est scellé\u00a0: vous n’avez pas le droit de dire où est la personne, ni de donner ce droit.',
  not_the_author:
    'Seule la personne qui a écrit une note la corrige\u202f; elle la retire, ou le responsable de la structure.',
  note_withdrawn: 'Cette note a été retirée\u00a0: écrivez-en une autre.',
} as const;
export type Refusal = keyof typeof REFUSALS;
