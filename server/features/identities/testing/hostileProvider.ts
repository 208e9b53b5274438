import type { IncomingMessage, ServerResponse } from 'node:http';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWTPayload } from 'jose';
import { localServer } from './localServer.ts';

export const CLIENT_ID = 'jalon';
export const CLIENT_SECRET = 'a secret that both sides know, and that signs nothing';
const KID = 'k1';

/** How a token is signed, rightly or not. */
export type Signature =
  'registered' | 'none' | 'public-key-as-secret' | 'client-secret' | 'stolen-kid' | 'unknown-kid' | 'ES256';
type Answer = (response: ServerResponse) => void;

/** What this provider does instead of what it should. A claim that is undefined is left out. */
export interface Behaviour {
  readonly metadata?: object;
  readonly discovery?: Answer;
  readonly token?: Answer;
  readonly userinfoAnswer?: Answer;
  readonly idToken?: object;
  readonly idTokenSigned?: Signature | 'absent';
  readonly userinfo?: object;
  readonly userinfoSigned?: Signature | 'plain JSON';
}

export interface HostileProvider {
  readonly issuer: string;
  behave(behaviour: Behaviour): void;
  /** Reads what the browser was sent with, as a provider would, and gives what it would be sent back with. */
  receive(authorizationUrl: string): { code: string; state: string };
  /** Tokens asked for since it began: a code that was never sent proves that nothing was. */
  readonly tokensAsked: () => number;
  close(): Promise<void>;
}

/** A provider that does as it is told, rules of the protocol included or not. Honest until told otherwise. */
export async function hostileProvider(person: JWTPayload): Promise<HostileProvider> {
  const keys = {
    registered: await generateKeyPair('RS256', { extractable: true }),
    other: await generateKeyPair('RS256', { extractable: true }),
    ec: await generateKeyPair('ES256', { extractable: true }),
  };
  const publicPem = new TextEncoder().encode(await exportSPKI(keys.registered.publicKey));
  const jwks = {
    keys: [
      { ...(await exportJWK(keys.registered.publicKey)), kid: KID, alg: 'RS256', use: 'sig' },
      { ...(await exportJWK(keys.ec.publicKey)), kid: 'ec1', alg: 'ES256', use: 'sig' },
    ],
  };
  let behaviour: Behaviour = {};
  let nonce: string | undefined;
  let asked = 0;
  const local = await localServer((request, response) => void answer(request, response));
  const issuer = local.origin;

  const sign = (claims: JWTPayload, how: Signature): Promise<string> => {
    const jws = (alg: string, kid: string, key: CryptoKey | Uint8Array): Promise<string> =>
      new SignJWT(claims).setProtectedHeader({ alg, kid }).sign(key);
    switch (how) {
      case 'registered':
        return jws('RS256', KID, keys.registered.privateKey);
      case 'none':
        return Promise.resolve(new UnsecuredJWT(claims).encode());
      case 'public-key-as-secret':
        return jws('HS256', KID, publicPem);
      case 'client-secret':
        return jws('HS256', KID, new TextEncoder().encode(CLIENT_SECRET));
      case 'stolen-kid':
        return jws('RS256', KID, keys.other.privateKey);
      case 'unknown-kid':
        return jws('RS256', 'nobody', keys.other.privateKey);
      case 'ES256':
        return jws('ES256', 'ec1', keys.ec.privateKey);
    }
  };
  const withTimes = (claims: object): JWTPayload => {
    const now = Math.floor(Date.now() / 1000);
    return { iss: issuer, aud: CLIENT_ID, iat: now, exp: now + 60, ...claims };
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const json = (body: object): void => {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(body));
    };
    switch (request.url) {
      case '/.well-known/openid-configuration':
        if (behaviour.discovery !== undefined) return behaviour.discovery(response);
        return json({
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          userinfo_endpoint: `${issuer}/userinfo`,
          jwks_uri: `${issuer}/jwks`,
          end_session_endpoint: `${issuer}/session/end`,
          response_types_supported: ['code'],
          subject_types_supported: ['pairwise'],
          id_token_signing_alg_values_supported: ['RS256', 'ES256', 'HS256', 'none'],
          ...behaviour.metadata,
        });
      case '/jwks':
        return json(jwks);
      case '/token': {
        asked += 1;
        if (behaviour.token !== undefined) return behaviour.token(response);
        const claims = withTimes({ sub: person.sub, nonce, amr: ['pwd'], acr: 'eidas1', ...behaviour.idToken });
        const how = behaviour.idTokenSigned ?? 'registered';
        const idToken = how === 'absent' ? {} : { id_token: await sign(claims, how) };
        return json({
          access_token: 'access',
          refresh_token: 'refresh',
          token_type: 'Bearer',
          expires_in: 60,
          ...idToken,
        });
      }
      case '/userinfo': {
        if (behaviour.userinfoAnswer !== undefined) return behaviour.userinfoAnswer(response);
        const claims = withTimes({ ...person, ...behaviour.userinfo });
        const how = behaviour.userinfoSigned ?? 'registered';
        if (how === 'plain JSON') return json(claims);
        response.setHeader('Content-Type', 'application/jwt');
        response.end(await sign(claims, how));
        return;
      }
      default:
        response.statusCode = 404;
        response.end();
    }
  }

  return {
    issuer,
    behave: (next) => {
      behaviour = next;
    },
    receive: (authorizationUrl) => {
      const { searchParams } = new URL(authorizationUrl);
      nonce = searchParams.get('nonce') ?? undefined;
      return { code: 'a-code', state: searchParams.get('state') ?? '' };
    },
    tokensAsked: () => asked,
    close: local.close,
  };
}
