import { formatDayFr } from '../calendar/formatDayFr.ts';
import type { StepSayings, Urgency } from './stepSayings.ts';

interface Verbs {
  readonly todo: string;
  readonly late: string;
  readonly undated: string;
}

const VERBS: Readonly<Record<Urgency, Verbs>> = {
  POSSIBLE: { todo: 'Possible jusqu’au', late: 'n’était possible que jusqu’au', undated: 'Possible jusqu’à' },
  EXPECTED: { todo: 'Prévu vers le', late: 'prévu vers le', undated: 'Prévu' },
  OWED: { todo: 'À faire au plus tard le', late: 'à faire au plus tard le', undated: 'À faire au plus tard' },
};

export const stepSayingsFr: StepSayings = {
  ground: (kind, text) => {
    if (kind === 'LEGAL') return text === null ? 'délai légal selon une source publique' : `délai légal, ${text}`;
    if (kind === 'RECOMMENDED') return text === null ? 'délai recommandé' : `délai recommandé, ${text}`;
    const worth =
      kind === 'OBSERVED_MEAN_2022'
        ? 'délai moyen observé en 2022'
        : kind === 'OBSERVED_TYPICAL'
          ? 'délai habituel'
          : 'repère proposé';
    return text === null ? worth : `${worth}\u202f; pour l’étape, ${text}`;
  },
  before: (delay, anchor) => `${delay} avant ${anchor}`,
  after: (delay, anchor, isExtended) => `${delay}${isExtended ? ', prolongation comprise,' : ''} après ${anchor}`,
  keptOpen: 'Restée ouverte à la clôture du dossier.',
  noDeadline: 'À faire, sans échéance fixée.',
  undated: (urgency, delay, ground) => `${VERBS[urgency].undated} ${delay}, dont la date n’est pas connue (${ground}).`,
  overdue: (urgency, day, reason) => `En retard\u00a0: ${VERBS[urgency].late} ${day}, ${reason}.`,
  opensLater: (from, day, reason) => `Possible à partir du ${from}, au plus tard le ${day}, ${reason}.`,
  due: (urgency, day, reason) => `${VERBS[urgency].todo} ${day}, ${reason}.`,
  homeLeft: (day) => `Logement quitté le ${day}\u00a0: un logement est à retrouver.`,
  endOfPermit: (validity) => `la fin du titre remis ${validity}`,
  validity: ({ on, until }) => `le ${formatDayFr(on)}, valable jusqu’au ${formatDayFr(until)}`,
  waits: (awaited) => `Attend d’abord ${awaited.join(' et ')}.`,
  thenDue: (isPast, day, reason) =>
    `${isPast ? 'Échéance dépassée\u00a0:' : 'Ensuite, échéance'} le ${day}, ${reason}.`,
  cancelled: 'Annulée\u00a0: erreur de saisie.',
  settled: (status, since) => `${status}${since === null ? '' : ` le ${since}`}.`,
  toOpen: 'À ouvrir si la personne en a besoin.',
  notApplicable: (since, isHomeLeft) =>
    `Sans objet${since === null ? '' : ` depuis le ${since}`}${isHomeLeft ? ', le logement ayant été quitté' : ''}.`,
};
