import { DatabaseRoles20261123090000 } from './20261123090000-database-roles.ts';
import { SignedContext20261123090100 } from './20261123090100-signed-context.ts';
import { OrganisationsAccountsSessions20261123090200 } from './20261123090200-organisations-accounts-sessions.ts';
import { PeopleAndPathways20261123090300 } from './20261123090300-people-and-pathways.ts';
import { EventsAndDerivedRows20261123090400 } from './20261123090400-events-and-derived-rows.ts';
import { ImportsAndIdempotency20261123090500 } from './20261123090500-imports-and-idempotency.ts';
import { IndexesByReach20261125150000 } from './20261125150000-indexes-by-reach.ts';
import { NoTemporaryObjects20261125170000 } from './20261125170000-no-temporary-objects.ts';
import { DatedThresholds20261125180000 } from './20261125180000-dated-thresholds.ts';
import { HomesLeft20261125184000 } from './20261125184000-homes-left.ts';
import { FormerValues20261125190000 } from './20261125190000-former-values.ts';
import { DaysOfSilences20261125190100 } from './20261125190100-days-of-silences.ts';
import { ResidenceDocuments20261125194000 } from './20261125194000-residence-documents.ts';
import { SealedFiles20261126130000 } from './20261126130000-sealed-files.ts';
import { TransfersRevealsAndBrokenGlass20261126130100 } from './20261126130100-transfers-reveals-and-broken-glass.ts';
import { StallsTellingOfAHome20261126090000 } from './20261126090000-stalls-telling-of-a-home.ts';
import { SecondFactorAndSessions20261126110000 } from './20261126110000-second-factor-and-sessions.ts';
import { AccountsByAdministrators20261126110100 } from './20261126110100-accounts-by-administrators.ts';
import { AuditTrail20261126100000 } from './20261126100000-audit-trail.ts';
import { DailyOpenings20261126100100 } from './20261126100100-daily-openings.ts';
import { ListedOpenings20261126143000 } from './20261126143000-listed-openings.ts';
import { KeysThatTellNothing20261126140000 } from './20261126140000-keys-that-tell-nothing.ts';
import { Notes20261126150000 } from './20261126150000-notes.ts';
import { Identities20261126120000 } from './20261126120000-identities.ts';
import { LocationBehindItsOwnLock20261126160000 } from './20261126160000-location-behind-its-own-lock.ts';
import { AccessesOfASealedFile20261126160100 } from './20261126160100-accesses-of-a-sealed-file.ts';
import { ListsThatNameASealedPerson20261126160200 } from './20261126160200-lists-that-name-a-sealed-person.ts';
import { WhyASecondFactorWasTakenBack20261126160300 } from './20261126160300-why-a-second-factor-was-taken-back.ts';
import { SealsEndWhatWaits20261126170200 } from './20261126170200-seals-end-what-waits.ts';
import { OpeningsEndWithThePost20261126170500 } from './20261126170500-openings-end-with-the-post.ts';
import { WritingIsNotReading20261126170600 } from './20261126170600-writing-is-not-reading.ts';
import { StructuresByASignedAdministrator20261126170700 } from './20261126170700-structures-by-a-signed-administrator.ts';
import { LastLinkAndLastInvitation20261126170800 } from './20261126170800-last-link-and-last-invitation.ts';
import { WhereAFileLeftFrom20261126181000 } from './20261126181000-where-a-file-left-from.ts';
import { DoublesAreTheStructures20261126182000 } from './20261126182000-doubles-are-the-structures.ts';
import { AnswersKeptADay20261126183000 } from './20261126183000-answers-kept-a-day.ts';
import { DailyNamings20261126190000 } from './20261126190000-daily-namings.ts';
import { Tasks20261126210000 } from './20261126210000-tasks.ts';
import { WhoHeldWhichRight20261126220000 } from './20261126220000-who-held-which-right.ts';
import { ColleaguesToldApart20261126230000 } from './20261126230000-colleagues-told-apart.ts';
import { EntriesByFileNumber20261126230100 } from './20261126230100-entries-by-file-number.ts';
import { SearchKeys20261127010000 } from './20261127010000-search-keys.ts';
import { GroupSessions20261127030000 } from './20261127030000-group-sessions.ts';
import { WeekVisits20261127060000 } from './20261127060000-week-visits.ts';
import { Drafts20261127070000 } from './20261127070000-drafts.ts';
import { RestoredValues20261127080000 } from './20261127080000-restored-values.ts';
import { PeopleToldApart20261127090000 } from './20261127090000-people-told-apart.ts';
import { MergedFiles20261127091000 } from './20261127091000-merged-files.ts';
import { SavedViews20261127100000 } from './20261127100000-saved-views.ts';
import { CancelledSessions20261127110000 } from './20261127110000-cancelled-sessions.ts';

/** Every migration, oldest first. A file that is missing here is caught by a test. */
export const migrations = [
  DatabaseRoles20261123090000,
  SignedContext20261123090100,
  OrganisationsAccountsSessions20261123090200,
  PeopleAndPathways20261123090300,
  EventsAndDerivedRows20261123090400,
  ImportsAndIdempotency20261123090500,
  IndexesByReach20261125150000,
  NoTemporaryObjects20261125170000,
  DatedThresholds20261125180000,
  HomesLeft20261125184000,
  FormerValues20261125190000,
  DaysOfSilences20261125190100,
  ResidenceDocuments20261125194000,
  StallsTellingOfAHome20261126090000,
  AuditTrail20261126100000,
  DailyOpenings20261126100100,
  SecondFactorAndSessions20261126110000,
  AccountsByAdministrators20261126110100,
  Identities20261126120000,
  SealedFiles20261126130000,
  TransfersRevealsAndBrokenGlass20261126130100,
  KeysThatTellNothing20261126140000,
  ListedOpenings20261126143000,
  Notes20261126150000,
  LocationBehindItsOwnLock20261126160000,
  AccessesOfASealedFile20261126160100,
  ListsThatNameASealedPerson20261126160200,
  WhyASecondFactorWasTakenBack20261126160300,
  SealsEndWhatWaits20261126170200,
  OpeningsEndWithThePost20261126170500,
  WritingIsNotReading20261126170600,
  StructuresByASignedAdministrator20261126170700,
  LastLinkAndLastInvitation20261126170800,
  WhereAFileLeftFrom20261126181000,
  DoublesAreTheStructures20261126182000,
  AnswersKeptADay20261126183000,
  DailyNamings20261126190000,
  Tasks20261126210000,
  WhoHeldWhichRight20261126220000,
  ColleaguesToldApart20261126230000,
  EntriesByFileNumber20261126230100,
  SearchKeys20261127010000,
  GroupSessions20261127030000,
  WeekVisits20261127060000,
  Drafts20261127070000,
  RestoredValues20261127080000,
  PeopleToldApart20261127090000,
  MergedFiles20261127091000,
  SavedViews20261127100000,
  CancelledSessions20261127110000,
];
