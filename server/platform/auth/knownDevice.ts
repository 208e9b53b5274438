import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import onHeaders from 'on-headers';
import { foldEmail } from './accountAtDoor.ts';
import type { Auth } from './auth.ts';

const COOKIE = 'jalon-device';
const SECURE_COOKIE = '__Host-jalon-device';
/** Accounts that share a device: a desk, a family of duty phones. */
const MOST_ACCOUNTS = 6;
const KEPT_MS = 180 * 24 * 60 * 60 * 1000;
const TO_WRITE = 'deviceCookie';
const SHAPE = /^[0-9a-f-]{36}(?:\.[\w-]{43}){1,6}$/;

function cookieName(request: Request): string {
  return request.secure ? SECURE_COOKIE : COOKIE;
}

function proof({ keys }: Auth, device: string, email: string): string {
  return createHmac('sha256', keys.knownDevice)
    .update(`${device}|${foldEmail(email)}`)
    .digest('base64url');
}

function read(request: Request): { device: string; proofs: string[] } | undefined {
  const name = cookieName(request);
  const pair = (request.get('Cookie') ?? '').split(/;\s*/).find((one) => one.startsWith(`${name}=`));
  const value = pair?.slice(name.length + 1) ?? '';
  if (!SHAPE.test(value)) return undefined;
  const [device = '', ...proofs] = value.split('.');
  return { device, proofs };
}

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/**
 * The device that this account has signed in from before, by a cookie that only this program can write. It opens
 * nothing: it only spares its owner the tries of strangers.
 */
export function knownDevice(auth: Auth, request: Request, email: string): string | undefined {
  const known = read(request);
  if (known === undefined) return undefined;
  const expected = proof(auth, known.device, email);
  return known.proofs.some((one) => isSame(one, expected)) ? known.device : undefined;
}

/** After a whole sign-in, the device is known to the account; others of the same device stay so. */
export function rememberDevice(auth: Auth, request: Request, response: Response, email: string): void {
  const known = read(request);
  const device = known?.device ?? randomUUID();
  const own = proof(auth, device, email);
  const others = (known?.proofs ?? []).filter((one) => one !== own).slice(-(MOST_ACCOUNTS - 1));
  response.locals[TO_WRITE] = [device, ...others, own].join('.');
}

/** Writes the cookie of the device after that of the session: what reads one cookie only reads the session's. */
export function writeKnownDevice(): RequestHandler {
  return (request, response, next) => {
    onHeaders(response, () => {
      const value = response.locals[TO_WRITE] as string | undefined;
      if (value === undefined) return;
      response.cookie(cookieName(request), value, {
        httpOnly: true,
        sameSite: 'strict',
        path: '/',
        secure: request.secure,
        maxAge: KEPT_MS,
      });
    });
    next();
  };
}
