import type { Express } from 'express';
import request, { type Response, type Test } from 'supertest';

/** A browser as the application sees it: it keeps cookies, and comes over https through a proxy. */
export interface Browser {
  readonly cookies: Map<string, string>;
  get(path: string, accept?: string): Promise<Response>;
  post(path: string, body?: object): Promise<Response>;
  delete(path: string): Promise<Response>;
}

export const SESSION = '__Host-jalon';
export const TICKET = '__Host-jalon-flow';

export function browserOf(app: Express): Browser {
  const cookies = new Map<string, string>();
  const send = async (test: Test): Promise<Response> => {
    const response = await test
      .set('X-Forwarded-Proto', 'https')
      .set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    for (const cookie of response.get('Set-Cookie') ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  return {
    cookies,
    get: (path, accept = 'application/json') => send(request(app).get(path).set('Accept', accept)),
    post: (path, body = {}) => send(request(app).post(path).send(body)),
    delete: (path) => send(request(app).delete(path)),
  };
}
