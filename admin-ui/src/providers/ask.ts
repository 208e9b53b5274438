import type { Problem } from '../../../server/contract/common.ts';
import type { Language } from '../i18n/languages.ts';
import { ApiError } from './apiError.ts';
import { whoIsHere } from './departure.ts';
import { renewFactor } from './factorKeeper.ts';
import { renewSession } from './sessionKeeper.ts';
import { listenFor, SILENCE_MS } from './silence.ts';

export interface Question {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly form?: FormData;
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal | undefined;
  /** In milliseconds, how long the answer, then the rest of it once it has begun, is waited for. */
  readonly silenceMs?: number;
  /** True for what must arrive though the page is being left. */
  readonly keepalive?: boolean;
  /** True for the session itself: an expired session is then an answer, not a reason to ask for the password. */
  readonly withoutSession?: boolean;
}

export interface Answer<T> {
  readonly data: T;
  readonly headers: Headers;
}

/**
 * The only call to the API. When the session has expired, the page stays as it is, the person signs in again in a
 * dialogue, and the same request is sent once more: nothing typed is lost. The same when a fresh code is needed.
 * @throws ApiError with the server's problem, or with the code `network` or `offline` when nothing of it was heard.
 */
export async function ask<T>(path: string, question: Question = {}): Promise<Answer<T>> {
  const isStillHers = whoIsHere();
  const told = await send(path, question);
  if (question.withoutSession === true) return read<T>(told);

  const renewed =
    isStillHers() && ((told.status === 401 && (await renewSession())) || (asksForACode(told) && (await renewFactor())));
  if (renewed && isStillHers()) return read<T>(await send(path, question));
  if (told.status === 401 && !isStillHers()) throw notSentAnyMore();
  return read<T>(told);
}

/**
 * Of whoever left meanwhile, nothing is asked of whoever is here now, nor sent in her name; nor is it told as a session that is
 * over (401): hers would be closed.
 */
export function notSentAnyMore(): ApiError {
  return new ApiError(0, { code: 'offline' });
}

interface Told {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

function asksForACode({ status, text }: Told): boolean {
  return status === 403 && (parse(text) as Partial<Problem> | undefined)?.code === 'fresh_factor_needed';
}

let spoken: Language = 'fr';

/** The language in which the server is to make its sentences: that of the interface. */
export function askIn(language: Language): void {
  spoken = language;
}

let believed: string | undefined;

/** Whom the page is made for: what it asks is refused once somebody else has signed in, in another tab (409). */
export function askAs(accountId: string | undefined): void {
  believed = accountId;
}

/** What was cut on its way, before or within the answer, or said nothing for too long, was not heard. */
async function send(path: string, question: Question): Promise<Told> {
  const { signal, silenceMs = SILENCE_MS } = question;
  let mayHaveLeft = navigator.onLine;
  const listening = listenFor(silenceMs, signal);
  try {
    const response = await fetch(`/api${path}`, { ...requestOf(question), signal: listening.signal });
    listening.heard();
    mayHaveLeft = true;
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (cause) {
    if (signal?.aborted) throw cause;
    // Without a network when it was asked, and refused at once by the browser, it has not left.
    throw new ApiError(0, { code: mayHaveLeft || listening.signal.aborted ? 'network' : 'offline' });
  } finally {
    listening.end();
  }
}

function requestOf(question: Question): RequestInit {
  const { method = 'GET', body, form, headers, keepalive = false } = question;
  const as: Record<string, string> =
    believed === undefined || question.withoutSession === true ? {} : { 'Signed-In-As': believed };
  const common = { Accept: 'application/json', 'Interface-Language': spoken, ...as, ...headers };
  const request = { method, keepalive, credentials: 'same-origin' } as const;
  if (form) return { ...request, body: form, headers: common };
  if (body === undefined) return { ...request, headers: common };
  return { ...request, body: JSON.stringify(body), headers: { ...common, 'Content-Type': 'application/json' } };
}

function read<T>({ status, headers, text }: Told): Answer<T> {
  const data = parse(text);
  // Of what stands in front of Jalon (502, 504), and not of Jalon, which names each of its refusals: nothing was heard from it.
  if (status > 499 && (data as Partial<Problem> | undefined)?.code === undefined)
    throw new ApiError(status, { code: 'network' });
  if (status < 200 || status > 299) throw new ApiError(status, (data ?? { code: 'unknown' }) as Partial<Problem>);
  return { data: data as T, headers };
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
