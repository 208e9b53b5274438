import french from 'ra-language-french';
import { account, accounts, organisations } from './fr/account.ts';
import { accesses, audit } from './fr/audit.ts';
import { common, conflict, forms, states, table } from './fr/common.ts';
import { drafts } from './fr/drafts.ts';
import { duplicates } from './fr/duplicates.ts';
import { entry } from './fr/entry.ts';
import { exports } from './fr/exports.ts';
import { correct, file, history, past, record } from './fr/file.ts';
import { imports } from './fr/imports.ts';
import { merging } from './fr/merging.ts';
import { news } from './fr/news.ts';
import { notes } from './fr/notes.ts';
import { opening } from './fr/opening.ts';
import { openings } from './fr/openings.ts';
import { assign, pathways, pathwayStatuses } from './fr/pathways.ts';
import { facts, person } from './fr/person.ts';
import { palette } from './fr/palette.ts';
import { picture } from './fr/picture.ts';
import { reports } from './fr/reports.ts';
import { rights, transfers } from './fr/rights.ts';
import { roles, session, shell } from './fr/session.ts';
import { sessions } from './fr/sessions.ts';
import { stalls } from './fr/stalls.ts';
import { tasks } from './fr/tasks.ts';
import { thresholds } from './fr/thresholds.ts';
import { views } from './fr/views.ts';
import { week } from './fr/week.ts';

/** The trade’s words for the codes come from the contract. */
export { labelsFr as labels } from '../../../server/contract/words/fr.ts';

/** Every sentence that a person can read. */
export const frSentences = {
  accesses,
  account,
  accounts,
  assign,
  audit,
  common,
  conflict,
  correct,
  drafts,
  duplicates,
  entry,
  exports,
  facts,
  file,
  forms,
  history,
  imports,
  merging,
  news,
  notes,
  opening,
  openings,
  organisations,
  palette,
  past,
  pathwayStatuses,
  pathways,
  person,
  picture,
  record,
  reports,
  rights,
  roles,
  session,
  sessions,
  shell,
  stalls,
  states,
  table,
  tasks,
  thresholds,
  transfers,
  views,
  week,
};

export const fr = {
  ...frSentences,
  ra: {
    ...french.ra,
    message: {
      ...french.ra.message,
      unsaved_changes: 'Votre saisie n’est pas enregistrée. Quitter la page quand même ?',
    },
    notification: {
      ...french.ra.notification,
      logged_out: 'Votre session est terminée. Reconnectez-vous pour continuer.',
    },
  },
};
