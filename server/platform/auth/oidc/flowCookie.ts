import type { Request, Response } from 'express';
import { FLOW_LIFE_MS } from './pendingFlows.ts';

const NAME = 'jalon-flow';
/** Under its stricter name over https, like the cookie of a session. */
const SECURE_NAME = '__Host-jalon-flow';

const nameFor = ({ secure }: Request): string => (secure ? SECURE_NAME : NAME);

/**
 * The ticket of a pending sign-in. Not SameSite=Strict, as the session is: the browser must send it when the provider,
 * another site, sends the person back.
 */
const optionsFor = ({ secure }: Request) => ({ httpOnly: true, sameSite: 'lax', secure, path: '/' }) as const;

export function giveTicket(request: Request, response: Response, ticket: string): void {
  response.cookie(nameFor(request), ticket, { ...optionsFor(request), maxAge: FLOW_LIFE_MS });
}

export function forgetTicket(request: Request, response: Response): void {
  response.clearCookie(nameFor(request), optionsFor(request));
}

/** The ticket that the browser holds; undefined when it holds none, or something that we never gave. */
export function readTicket(request: Request): string | undefined {
  const name = nameFor(request);
  const given = (request.get('Cookie') ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`));
  const ticket = given.length === 1 ? given[0]?.slice(name.length + 1) : undefined;
  return ticket !== undefined && /^[\w-]{43}$/.test(ticket) ? ticket : undefined;
}
