import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { listenFor } from '../../admin-ui/src/providers/silence.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const SILENCE = 1_000;

test.each([
  [SILENCE - 1, false],
  [SILENCE, true],
  [SILENCE + 1, true],
])('a request that hears nothing for %d ms of 1,000 is given up: %s', (ms, isGivenUp) => {
  const { signal } = listenFor(SILENCE, undefined);
  jest.advanceTimersByTime(ms);
  expect(signal.aborted).toBe(isGivenUp);
});

test('however slowly it comes, what is heard begins the wait again', () => {
  const listening = listenFor(SILENCE, undefined);
  for (let piece = 0; piece < 5; piece += 1) {
    jest.advanceTimersByTime(SILENCE - 1);
    listening.heard();
  }
  expect(listening.signal.aborted).toBe(false);
  jest.advanceTimersByTime(SILENCE);
  expect(listening.signal.aborted).toBe(true);
});

test('whoever asked may give up first, before or after it is sent', () => {
  const before = listenFor(SILENCE, AbortSignal.abort());
  expect(before.signal.aborted).toBe(true);

  const asker = new AbortController();
  const after = listenFor(SILENCE, asker.signal);
  expect(after.signal.aborted).toBe(false);
  asker.abort();
  expect(after.signal.aborted).toBe(true);
});

test('once it is over, neither the time nor whoever asked aborts anything, and no timer is left', () => {
  const asker = new AbortController();
  const listening = listenFor(SILENCE, asker.signal);
  listening.end();
  expect(jest.getTimerCount()).toBe(0);
  asker.abort();
  expect(listening.signal.aborted).toBe(false);
});
