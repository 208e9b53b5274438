import type { Sentences } from '../messages.ts';

export const sessionEn: Sentences['session'] = {
  title: 'Sign in',
  intro:
    'Jalon follows the integration pathway of newcomers, from the signature of the contract to the end of the programme.',
  email: 'E-mail address',
  password: 'Password',
  submit: 'Sign in',
  submitting: 'Signing in…',
  demo_title: 'Demonstration accounts',
  demo_intro: 'These accounts only open fictitious files.',
  demo_try: 'Try as: %{role}',
  demo_place: '%{organisation}, %{department}',
  again_title: 'Your session has expired',
  again_intro: 'Enter your password to continue. What you typed is kept.',
  again_submit: 'Continue',
  sign_out: 'Sign out',
  through: 'Sign in with %{name}',
  or_password: 'Or with your password:',
  invited: 'You have been invited to open your account. Sign in to link it to your identity.',
  identities: 'Sign in with %{name}',
  identities_intro:
    'Link your account to your %{name} identity to sign in without a password. You will be sent to %{name}, then back here.',
  link: 'Link my %{name} identity',
  linked_at: 'Identity at %{host}, linked on %{at}',
  unlink: 'Unlink',
  refused: {
    cancelled: 'The sign-in was cancelled at the identity provider. Nothing was opened.',
    start_again: 'This sign-in has expired, was used already, or began in another browser. Start again here.',
    provider_error: 'The identity provider could not recognise you. Try again in a moment.',
    unreachable: 'The identity provider does not answer at the moment. Try again later.',
    taken: 'This identity is already linked to another Jalon account. Nothing was changed.',
    unverified:
      'The answer of the identity provider could not be verified (%{code}). Start again; if it happens again, tell the person who administers Jalon.',
  },
};

export const shellEn: Sentences['shell'] = {
  main_menu: 'Main menu',
  open_menu: 'Menu',
  user_menu: 'Account of %{name}',
  language: 'Language',
  my_pathways: 'My files',
  pathways: 'Files',
  open: 'Open a file',
  assign: 'To assign',
  stalls: 'Stalled pathways',
  imports: 'Import',
  reports: 'Figures',
  thresholds: 'Thresholds',
  audit: 'Audit trail',
  demo_banner: 'Demonstration: all people are fictitious.',
};

export const rolesEn: Sentences['roles'] = {
  ASSOCIATION_CASEWORKER: 'caseworker',
  ASSOCIATION_MANAGER: 'structure manager',
  OFII_AGENT: 'OFII agent',
  DEPARTMENT_REFERENT: 'departmental referent',
  PREFECTURE_READER: 'prefecture reader',
  REGIONAL_READER: 'regional reader',
  AUDITOR: 'auditor',
  ADMIN: 'administrator',
};
