import { isSiret } from '../../../domain/access/siret.ts';
import type { SettingsReader } from '../../settingsReader.ts';
import { PROFILE_NAMES, SIGNING_ALGORITHMS, type ProfileName, type SigningAlgorithm } from './profiles.ts';

/** An identity provider, as the environment names it. */
export interface OidcSettings {
  /** Exactly as the provider calls itself: it is compared, character by character, with what its tokens say. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly profile: ProfileName;
  readonly algorithm: SigningAlgorithm;
  /** Establishments whose people may come in. Undefined: the provider tells none (generic profile only). */
  readonly allowedSirets: ReadonlySet<string> | undefined;
  /** Origin that users type: where the provider sends them back, whatever the request says of its host. */
  readonly publicUrl: string;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Reads the settings of the identity provider; undefined when none of them is given. Half of them is a mistake. */
export function readOidcSettings(
  settings: SettingsReader,
  { publicUrl, isProduction }: { publicUrl: string | undefined; isProduction: boolean },
): OidcSettings | undefined {
  const issuer = settings.url('OIDC_ISSUER', ['https:', 'http:']);
  const given = {
    OIDC_ISSUER: settings.text('OIDC_ISSUER'),
    OIDC_CLIENT_ID: settings.text('OIDC_CLIENT_ID'),
    OIDC_CLIENT_SECRET: settings.text('OIDC_CLIENT_SECRET'),
    OIDC_PROFILE: settings.text('OIDC_PROFILE'),
  };
  const profile = settings.choice('OIDC_PROFILE', PROFILE_NAMES, 'generic');
  const algorithm = settings.choice('OIDC_SIGNING_ALG', SIGNING_ALGORITHMS, 'RS256');
  const allowedSirets = readSirets(settings);
  const isAsked =
    allowedSirets !== undefined ||
    settings.text('OIDC_SIGNING_ALG') !== undefined ||
    Object.values(given).some((text) => text !== undefined);
  if (!isAsked) return undefined;

  const missing = [
    ...Object.entries(given).flatMap(([name, text]) => (text === undefined ? [name] : [])),
    ...(profile === 'proconnect' && allowedSirets === undefined ? ['OIDC_ALLOWED_SIRETS'] : []),
    ...(publicUrl === undefined ? ['PUBLIC_URL'] : []),
  ];
  if (missing.length > 0)
    settings.problems.push(`An identity provider is half described: ${missing.join(', ')} must be given too.`);
  if (issuer !== undefined) settings.problems.push(...findUnsafe(issuer, publicUrl, isProduction));
  return {
    issuer: issuer ?? '',
    clientId: given.OIDC_CLIENT_ID ?? '',
    clientSecret: given.OIDC_CLIENT_SECRET ?? '',
    profile,
    algorithm,
    allowedSirets,
    publicUrl: publicUrl ?? '',
  };
}

/** Over http anybody on the way reads the code and the secret: only a machine of one's own, never in production. */
function findUnsafe(issuer: string, publicUrl: string | undefined, isProduction: boolean): string[] {
  const { protocol, hostname, search, hash, username } = new URL(issuer);
  return [
    ...(search === '' && hash === '' && username === ''
      ? []
      : ['OIDC_ISSUER must be an address without account, question mark or fragment.']),
    ...(protocol === 'https:' || (LOOPBACK.has(hostname) && !isProduction)
      ? []
      : ['OIDC_ISSUER must begin with https://, except on this machine outside production.']),
    ...(isProduction && publicUrl?.startsWith('http:') === true
      ? ['PUBLIC_URL must begin with https:// in production when an identity provider sends people back to it.']
      : []),
  ];
}

function readSirets(settings: SettingsReader): ReadonlySet<string> | undefined {
  const text = settings.text('OIDC_ALLOWED_SIRETS');
  if (text === undefined) return undefined;
  const sirets = text.split(',').map((one) => one.trim());
  const wrong = sirets.filter((one) => !isSiret(one));
  if (wrong.length > 0)
    settings.problems.push(
      `OIDC_ALLOWED_SIRETS holds ${wrong.map((one) => `"${one}"`).join(', ')}: a SIRET has fourteen digits, without spaces, and a right key.`,
    );
  return new Set(sirets);
}
