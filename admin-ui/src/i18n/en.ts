import english from 'ra-language-english';
import { accountEn, accountsEn, organisationsEn } from './en/account.ts';
import { openingsEn } from './en/openings.ts';
import { accessesEn, auditEn } from './en/audit.ts';
import { commonEn, conflictEn, formsEn, statesEn, tableEn } from './en/common.ts';
import { draftsEn } from './en/drafts.ts';
import { duplicatesEn } from './en/duplicates.ts';
import { entryEn } from './en/entry.ts';
import { exportsEn } from './en/exports.ts';
import { correctEn, fileEn, historyEn, pastEn, recordEn } from './en/file.ts';
import { importsEn } from './en/imports.ts';
import { mergingEn } from './en/merging.ts';
import { newsEn } from './en/news.ts';
import { notesEn } from './en/notes.ts';
import { openingEn } from './en/opening.ts';
import { assignEn, pathwaysEn, pathwayStatusesEn } from './en/pathways.ts';
import { factsEn, personEn } from './en/person.ts';
import { paletteEn } from './en/palette.ts';
import { pictureEn } from './en/picture.ts';
import { reportsEn } from './en/reports.ts';
import { rightsEn, transfersEn } from './en/rights.ts';
import { rolesEn, sessionEn, shellEn } from './en/session.ts';
import { sessionsEn } from './en/sessions.ts';
import { stallsEn } from './en/stalls.ts';
import { tasksEn } from './en/tasks.ts';
import { thresholdsEn } from './en/thresholds.ts';
import { viewsEn } from './en/views.ts';
import { weekEn } from './en/week.ts';
import type { Sentences } from './messages.ts';

const enSentences: Sentences = {
  accesses: accessesEn,
  account: accountEn,
  accounts: accountsEn,
  assign: assignEn,
  audit: auditEn,
  openings: openingsEn,
  common: commonEn,
  conflict: conflictEn,
  correct: correctEn,
  drafts: draftsEn,
  duplicates: duplicatesEn,
  entry: entryEn,
  exports: exportsEn,
  facts: factsEn,
  file: fileEn,
  forms: formsEn,
  history: historyEn,
  imports: importsEn,
  merging: mergingEn,
  news: newsEn,
  notes: notesEn,
  opening: openingEn,
  organisations: organisationsEn,
  palette: paletteEn,
  past: pastEn,
  pathwayStatuses: pathwayStatusesEn,
  pathways: pathwaysEn,
  person: personEn,
  picture: pictureEn,
  record: recordEn,
  reports: reportsEn,
  rights: rightsEn,
  roles: rolesEn,
  session: sessionEn,
  sessions: sessionsEn,
  shell: shellEn,
  stalls: stallsEn,
  states: statesEn,
  table: tableEn,
  tasks: tasksEn,
  thresholds: thresholdsEn,
  transfers: transfersEn,
  views: viewsEn,
  week: weekEn,
};

/** The trade’s words for the codes come from the contract. */
export { labelsEn as labels } from '../../../server/contract/words/en.ts';

/** The English interface. */
export const en = {
  ...enSentences,
  ra: {
    ...english.ra,
    message: { ...english.ra.message, unsaved_changes: 'What you typed is not saved. Leave the page anyway?' },
    notification: { ...english.ra.notification, logged_out: 'Your session has ended. Sign in again to continue.' },
  },
};
