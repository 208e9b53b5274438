import type { IncomingMessage, ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import { Provider, type Configuration } from 'oidc-provider';
import { localServer } from './localServer.ts';

/** Somebody whom the provider knows, and how she proves who she is there. */
export interface ProviderPerson {
  readonly sub: string;
  readonly siret: string;
  readonly email: string;
  readonly acr: string;
  readonly amr: readonly string[];
}

export interface RealProvider {
  readonly issuer: string;
  /** Who sits in front of the provider's page from now on; undefined: she cancels. */
  seat(person: ProviderPerson | undefined): void;
  /** Follows the browser from page to page of the provider, until it is sent elsewhere: that address. */
  visit(url: string): Promise<string>;
  close(): Promise<void>;
}

export interface RealProviderOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly publicUrl: string;
  /** Another name of this machine, when the provider must be another site than Jalon. */
  readonly hostname?: 'localhost';
  readonly secretIn: 'body' | 'header';
  readonly signedUserinfo: boolean;
}

/** A certified provider, with the constraints that ProConnect puts on a client: signed userinfo, its scopes and claims. */
export async function realProvider(options: RealProviderOptions): Promise<RealProvider> {
  const local = await localServer();
  const issuer = local.origin.replace('127.0.0.1', options.hostname ?? '127.0.0.1');
  let seated: ProviderPerson | undefined;
  const people = new Map<string, ProviderPerson>();
  const provider = new Provider(issuer, await configurationOf(options, people));
  provider.proxy = false;
  const handle = provider.callback();
  local.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith('/interaction/') === true) void interact(request, response);
    else void handle(request, response);
  });

  /** The page on which she says who she is, then agrees to what is asked: answered at once. */
  async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { prompt, params, session } = await provider.interactionDetails(request, response);
    if (seated === undefined) {
      await provider.interactionFinished(request, response, { error: 'access_denied', error_description: 'cancelled' });
      return;
    }
    if (prompt.name === 'login') {
      people.set(seated.sub, seated);
      const login = { accountId: seated.sub, acr: seated.acr, amr: [...seated.amr] };
      await provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
      return;
    }
    const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId: String(params['client_id']) });
    grant.addOIDCScope(String(params['scope']));
    grant.addOIDCClaims(['acr', 'amr']);
    const consent = { grantId: await grant.save() };
    await provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true });
  }

  return {
    issuer,
    seat: (person) => {
      seated = person;
    },
    visit: (url) => visit(url, issuer),
    close: local.close,
  };
}

async function configurationOf(
  { clientId, clientSecret, publicUrl, secretIn, signedUserinfo }: RealProviderOptions,
  people: ReadonlyMap<string, ProviderPerson>,
): Promise<Configuration> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: 'sig', alg: 'RS256', use: 'sig' }] },
    cookies: { keys: ['a key of the tests'] },
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${publicUrl}/api/session/oidc/callback`],
        post_logout_redirect_uris: [`${publicUrl}/`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: secretIn === 'body' ? 'client_secret_post' : 'client_secret_basic',
        id_token_signed_response_alg: 'RS256',
        ...(signedUserinfo ? { userinfo_signed_response_alg: 'RS256' } : {}),
      },
    ],
    scopes: ['openid', 'given_name', 'usual_name', 'email', 'uid', 'siret', 'idp_id'],
    claims: {
      openid: ['sub'],
      given_name: ['given_name'],
      usual_name: ['usual_name'],
      email: ['email'],
      uid: ['uid'],
      siret: ['siret'],
      idp_id: ['idp_id'],
      acr: null,
      amr: null,
    },
    // Ten minutes for everything: said here so that the provider does not say, for each, that it was left to it.
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 60, IdToken: 60, AuthorizationCode: 30 },
    acrValues: ['eidas1', 'eidas2', 'eidas3'],
    features: {
      devInteractions: { enabled: false },
      jwtUserinfo: { enabled: true },
      claimsParameter: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = form.replace('</form>', '<button name="logout" value="yes">Quitter</button></form>');
        },
      },
    },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, sub) => ({
      accountId: sub,
      claims: () => ({
        sub,
        given_name: 'Jeanne',
        usual_name: 'Exemple',
        email: people.get(sub)?.email,
        uid: `uid-${sub}`,
        siret: people.get(sub)?.siret,
        idp_id: 'an-idp',
      }),
    }),
  };
}

async function visit(first: string, origin: string): Promise<string> {
  const cookies = new Map<string, string>();
  let url = first;
  while (url.startsWith(`${origin}/`)) {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const next = response.headers.get('Location');
    if (next === null) throw new Error(`The provider stopped: ${response.status} ${await response.text()}`);
    url = new URL(next, url).href;
  }
  return url;
}
