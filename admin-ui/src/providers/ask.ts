import type { Problem } from '../../../server/contract/common.ts';
import type { Language } from '../i18n/languages.ts';
import { ApiError } from './apiError.ts';
import { renewFactor } from './factorKeeper.ts';
import { renewSession } from './sessionKeeper.ts';

export interface Question {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly form?: FormData;
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal | undefined;
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
 * @throws ApiError with the server's problem, or with status 0 when nothing answered.
 */
export async function ask<T>(path: string, question: Question = {}): Promise<Answer<T>> {
  const response = await send(path, question);
  if (question.withoutSession === true) return read<T>(response, question.signal);

  const renewed =
    (response.status === 401 && (await renewSession())) || ((await asksForACode(response)) && (await renewFactor()));
  return read<T>(renewed ? await send(path, question) : response, question.signal);
}

async function asksForACode(response: Response): Promise<boolean> {
  if (response.status !== 403) return false;
  const problem = parse(await response.clone().text()) as Partial<Problem> | undefined;
  return problem?.code === 'fresh_factor_needed';
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

async function send(path: string, question: Question): Promise<Response> {
  const { method = 'GET', body, form, headers, signal, keepalive } = question;
  const as: Record<string, string> =
    believed === undefined || question.withoutSession === true ? {} : { 'Signed-In-As': believed };
  const init: RequestInit = {
    method,
    headers: { Accept: 'application/json', 'Interface-Language': spoken, ...as, ...headers },
    credentials: 'same-origin',
  };
  if (signal) init.signal = signal;
  if (keepalive) init.keepalive = true;
  if (form) init.body = form;
  if (body !== undefined) {
    init.body = JSON.stringify(body);
    init.headers = { ...init.headers, 'Content-Type': 'application/json' };
  }
  // Without a network when it was asked, it has not left.
  const code = navigator.onLine ? 'network' : 'offline';
  return heard(() => fetch(`/api${path}`, init), signal, code);
}

/** What was cut on its way, before or within the answer, was not heard. */
async function heard<T>(
  listen: () => Promise<T>,
  signal: AbortSignal | undefined,
  code: 'network' | 'offline' = 'network',
): Promise<T> {
  try {
    return await listen();
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiError(0, { code });
  }
}

async function read<T>(response: Response, signal: AbortSignal | undefined): Promise<Answer<T>> {
  const text = await heard(() => response.text(), signal);
  const data = parse(text);
  if (!response.ok) throw new ApiError(response.status, (data ?? { code: 'unknown' }) as Partial<Problem>);
  return { data: data as T, headers: response.headers };
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
