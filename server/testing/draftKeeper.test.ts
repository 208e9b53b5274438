import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';

/** Loaded by their names: the interface has types of a browser, which the server does not know. */
const UI = join(process.cwd(), 'admin-ui', 'src');
const { keeperOf } = (await import(join(UI, 'drafts', 'draftKeeper.ts'))) as {
  keeperOf: (formKey: string, of?: { isAlone: boolean }) => Keeper;
};
const { tellDeparture } = (await import(join(UI, 'providers', 'departure.ts'))) as { tellDeparture: () => void };

interface Kept {
  readonly value: Value;
  readonly version: number;
}
interface Value {
  readonly text: string;
  /** What it was typed over. */
  readonly basis?: string;
}
interface Keeper {
  basis(): unknown;
  state(): { status: string; other?: Kept; resumed?: Kept };
  open(form: { fill: (value: Value) => void; isOffered: boolean }): () => void;
  typed(value: Value | undefined): void;
  discard(): Promise<boolean>;
  keepMine(): void;
  takeOther(): void;
  pause(): Promise<number | undefined>;
  sent(): void;
  goOn(isLost: boolean): void;
  whatIsLeft(): Promise<string>;
}

/** What becomes of a request: whether it is taken, and what is heard of it. */
const WEATHERS = ['FAIR', 'NEVER_LEFT', 'ANSWER_CUT', 'TAKEN_IN_SILENCE', 'SILENCE', 'BUSY'] as const;
type Weather = (typeof WEATHERS)[number];

/** The server as the form sees it: one draft, whose version is drawn anew when it begins. */
class Server {
  weather: Weather = 'FAIR';
  kept: Kept | undefined;
  sealed = false;
  asked: string[] = [];
  private begun = 0;

  readonly fetch = async (path: string, { method, headers, body, signal }: Asked): Promise<Response> => {
    this.asked.push(`${method} ${String(body ?? '')}`);
    const { weather } = this;
    if (weather === 'NEVER_LEFT') throw new TypeError('Failed to fetch');
    if (weather === 'SILENCE') return never(signal);
    await new Promise((heard) => setTimeout(heard, 40));
    if (weather === 'BUSY') return answer(503, { code: 'unavailable' });
    const said = this.take(path, method, { over: Number(headers['If-Match']?.slice(1, -1)), body });
    if (weather === 'ANSWER_CUT') throw new TypeError('Failed to fetch');
    return weather === 'TAKEN_IN_SILENCE' ? never(signal) : said;
  };
  take(path: string, method: string, { over, body }: { over: number; body: string | undefined }): Response {
    const version = this.kept?.version ?? 0;
    if (this.sealed) return answer(404, { code: 'not_found' });
    if (path === '/api/notes') {
      if (String(over) === String(version)) this.kept = undefined;
      return answer(201, {});
    }
    if (method === 'GET') return answer(200, this.view());
    if (method === 'DELETE') {
      if (version !== 0 && over !== version) return answer(412, { code: 'stale_version' });
      this.kept = undefined;
      return answer(200, this.view());
    }
    if (over !== version) return answer(412, { code: 'stale_version' });
    this.keep((JSON.parse(body ?? '') as { value: Value }).value);
    return answer(200, { ...this.view(), value: undefined });
  }
  keep(value: Value): void {
    this.begun += 1_000;
    this.kept = { value, version: (this.kept?.version ?? this.begun) + 1 };
  }
  private view(): object {
    const { value, version } = this.kept ?? { value: null, version: 0 };
    return { formKey: KEY, value, savedAt: value === null ? null : '2026-11-23T09:00:00Z', version };
  }
}
interface Asked {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
}
const answer = (status: number, body: object): Response => new Response(JSON.stringify(body), { status });
const never = (signal: AbortSignal): Promise<Response> =>
  new Promise((_heard, fail) => signal.addEventListener('abort', () => fail(new Error('aborted'))));

const KEY = 'note:1';
let server: Server;

beforeEach(() => {
  jest.useFakeTimers();
  jest
    .spyOn(globalThis, 'fetch')
    .mockImplementation(((path: string, asked: Asked) => server.fetch(path, asked)) as unknown as typeof fetch);
  const events = { addEventListener: () => undefined, removeEventListener: () => undefined };
  const page = { window: events, document: { ...events, visibilityState: 'visible' }, navigator: { onLine: true } };
  for (const [name, value] of Object.entries(page))
    Object.defineProperty(globalThis, name, { value, configurable: true });
  server = new Server();
});
afterEach(() => {
  tellDeparture();
  jest.restoreAllMocks();
  jest.useRealTimers();
});

/** More than the longest silence, and the longest wait before another try. */
const LONG_MS = 60_000;
const RUNS = 300;
const wait = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);

/** A form with one field, which keeps what is typed as `KeepDraft` does. */
class Form {
  text = '';
  /** Sent, and not heard of: its draft may have gone with it, until something else is typed. */
  isUnsure = false;
  private isLeft = false;
  readonly keeper = keeperOf(KEY);
  private close = this.open();
  private open(): () => void {
    return this.keeper.open({
      isOffered: false,
      fill: ({ text }) => {
        this.text = text;
      },
    });
  }
  type(text: string): void {
    if (text !== this.text) this.isUnsure = false;
    this.text = text;
    if (!this.isLeft) this.keeper.typed(text === '' ? undefined : { text });
  }
  leave(): void {
    this.isLeft = true;
    this.close();
  }
  /** Sent: an empty form takes its place. */
  private beginAnew(): void {
    this.close();
    this.text = '';
    this.close = this.open();
  }
  /** As `useDraft` sends a form with its draft. */
  async send(): Promise<'SENT' | 'REFUSED' | 'LOST'> {
    const version = await this.keeper.pause();
    const givenUp = new AbortController();
    const timer = setTimeout(() => givenUp.abort(), 30_000);
    const asked = { method: 'POST', headers: { 'If-Match': `"${version ?? ''}"` }, signal: givenUp.signal };
    const answered = await server.fetch('/api/notes', asked).catch(() => undefined);
    clearTimeout(timer);
    if (answered?.ok === true) {
      this.keeper.sent();
      if (!this.isLeft) this.beginAnew();
      return 'SENT';
    }
    this.isUnsure ||= answered === undefined;
    this.keeper.goOn(answered === undefined);
    return answered === undefined ? 'LOST' : 'REFUSED';
  }
}

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('type' as const), letters: fc.string({ maxLength: 4 }) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 25_000 }) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('weather' as const), is: fc.constantFrom(...WEATHERS) }) },
  { weight: 1, arbitrary: fc.constant({ do: 'empty' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'leave' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'discard' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'send' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('sendAndLeave' as const),
      letters: fc.string({ maxLength: 4 }),
      takesOther: fc.boolean(),
    }),
  },
);

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** What was once lost, or shown as somebody else’s: these, before those that are drawn. */
const letters = 'a';
const MET: Step[][] = [
  // Typed on, before it is known that what was kept first was kept.
  [
    { do: 'weather', is: 'ANSWER_CUT' },
    { do: 'type', letters },
    { do: 'wait', ms: 1_050 },
    { do: 'type', letters },
  ],
  // Thrown away while what was typed last is still being kept.
  [{ do: 'type', letters }, { do: 'leave' }, { do: 'type', letters }, { do: 'leave' }, { do: 'discard' }],
  // Sent, when its draft was kept without our knowing.
  [
    { do: 'weather', is: 'ANSWER_CUT' },
    { do: 'type', letters },
    { do: 'wait', ms: 1_050 },
    { do: 'weather', is: 'FAIR' },
    { do: 'send' },
  ],
  // Taken, and nobody was told: its draft is gone with it.
  [{ do: 'type', letters }, { do: 'wait', ms: 5_000 }, { do: 'weather', is: 'TAKEN_IN_SILENCE' }, { do: 'send' }],
  // Thrown away, and nobody was told: it is in the form still.
  [{ do: 'type', letters }, { do: 'wait', ms: 5_000 }, { do: 'weather', is: 'ANSWER_CUT' }, { do: 'discard' }],
  // Left while it is sent, when what was typed last could not be kept.
  [
    { do: 'weather', is: 'SILENCE' },
    { do: 'type', letters },
    { do: 'wait', ms: 1_000 },
    { do: 'sendAndLeave', letters: '', takesOther: false },
  ],
];

/** A page on which nothing was done yet, and nothing is left of another. */
async function opened(): Promise<Form> {
  tellDeparture();
  jest.clearAllTimers();
  server = new Server();
  const form = new Form();
  await wait(100);
  return form;
}
/** What the server holds is given back once it is asked. */
async function reopened(form: Form): Promise<Form> {
  form.leave();
  const again = new Form();
  if (again.text === '') await whenFair();
  return again;
}
async function whenFair(): Promise<void> {
  server.weather = 'FAIR';
  await wait(LONG_MS);
}

/** Leaves the form while it is being sent, comes back to it, types in it, and learns what became of what was sent. */
async function sendAndLeave(form: Form, letters: string, takesOther: boolean): Promise<Form> {
  const { text } = form;
  let isAnswered = false;
  const sent = form.send().finally(() => (isAnswered = true));
  await wait(20);
  if (isAnswered) return form;
  form.leave();
  const again = new Form();
  expect(again.text).toBe('');
  again.type(letters);
  await wait(LONG_MS);
  const outcome = await sent;
  await whenFair();
  const before = { SENT: [''], REFUSED: [text], LOST: ['', text] }[outcome];
  const { other } = again.keeper.state();
  if (letters === '') expect(before).toContain(again.text);
  else expect([again.text, before]).toEqual([letters, expect.arrayContaining([other?.value.text ?? ''])]);
  if (other !== undefined && takesOther) again.keeper.takeOther();
  else if (other !== undefined) again.keeper.keepMine();
  await wait(LONG_MS);
  return again;
}

async function take(one: Step, form: Form): Promise<Form> {
  if (one.do === 'type') form.type(form.text + one.letters);
  if (one.do === 'empty') form.type('');
  if (one.do === 'wait') await wait(one.ms);
  if (one.do === 'weather') server.weather = one.is;
  if (one.do === 'discard') {
    const discarded = form.keeper.discard();
    await wait(LONG_MS);
    if (await discarded) form.type('');
  }
  if (one.do === 'send') {
    const sent = form.send();
    await wait(LONG_MS);
    await sent;
  }
  if (one.do === 'sendAndLeave') return sendAndLeave(form, one.letters, one.takesOther);
  if (one.do !== 'leave') return form;
  const again = await reopened(form);
  expect(form.isUnsure ? [form.text, ''] : [form.text]).toContain(again.text);
  return again;
}

test('whatever is lost on the way, one page meets no other text than its own, and keeps the last of it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      let form = await opened();
      for (const one of steps) {
        form = await take(one, form);
        expect(form.keeper.state().other).toBeUndefined();
      }
      await whenFair();
      if (form.isUnsure) form.type(`${form.text}.`);
      await wait(LONG_MS);
      expect(form.keeper.state()).toMatchObject({ status: form.text === '' ? 'NOTHING' : 'KEPT' });
      expect(form.keeper.state().other).toBeUndefined();
      expect(server.kept?.value.text ?? '').toBe(form.text);
      // All is kept: nothing more is asked, of a form that is left or not.
      server.asked = [];
      form.leave();
      await wait(LONG_MS);
      expect([server.asked, jest.getTimerCount()]).toEqual([[], 0]);
    }),
    { numRuns: RUNS, examples: MET.map((steps): [Step[]] => [steps]) },
  );
});

test('whatever was lost before, what another page keeps is shown, and not written over until one of the two is chosen', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 15 }), fc.boolean(), async (steps, takesOther) => {
      let form = await opened();
      for (const one of steps) form = await take(one, form);
      const elsewhere = { text: 'Typed elsewhere' };
      server.keep(elsewhere);
      form.type(`${form.text}.`);
      const mine = form.text;
      await whenFair();
      expect([form.keeper.state().other?.value, server.kept?.value, form.text]).toEqual([elsewhere, elsewhere, mine]);
      if (takesOther) form.keeper.takeOther();
      else form.keeper.keepMine();
      await wait(LONG_MS);
      const chosen = takesOther ? elsewhere : { text: mine };
      expect([server.kept?.value, form.text]).toEqual([chosen, chosen.text]);
      expect(form.keeper.state()).toMatchObject({ status: 'KEPT' });
      expect(form.keeper.state().other).toBeUndefined();
    }),
    { numRuns: RUNS },
  );
});

test('a form that was left when all of it was kept is as the server has it, when it is opened again', async () => {
  const form = await opened();
  form.type('Kept');
  await wait(LONG_MS);
  form.leave();
  server.keep({ text: 'Kept, and typed on elsewhere' });
  const again = new Form();
  await wait(LONG_MS);
  expect([again.text, again.keeper.state().other]).toEqual(['Kept, and typed on elsewhere', undefined]);
});

test('sent, and not heard of, it is not said to be kept: its draft may be gone with it', async () => {
  const form = await opened();
  form.type('Sent');
  await wait(LONG_MS);
  expect(form.keeper.state().status).toBe('KEPT');
  for (const weather of ['BUSY', 'ANSWER_CUT'] as const) {
    server.weather = weather;
    const sent = form.send();
    await wait(100);
    await sent;
    expect([weather, form.keeper.state().status]).toEqual([weather, weather === 'BUSY' ? 'KEPT' : 'NOTHING']);
  }
});

test.each([
  ['SILENCE', 'First'],
  ['TAKEN_IN_SILENCE', ''],
] as const)(
  'sent after another of the same key that is lost (%s), it ends its own draft alone',
  async (weather, left) => {
    const first = await opened();
    first.type('First');
    await wait(LONG_MS);
    server.weather = weather;
    const lost = first.send();
    await wait(20);
    first.leave();
    const second = new Form();
    second.type('Second');
    server.weather = 'FAIR';
    const sent = second.send();
    await wait(LONG_MS);
    expect([await lost, await sent]).toEqual(['LOST', 'SENT']);
    expect([server.kept?.value.text ?? '', (await reopened(second)).text]).toEqual([left, left]);
  },
);

test('a form that is there again while it is sent says nothing of what is sent, nor that what is typed is kept', async () => {
  await opened();
  server.keep({ text: 'Begun' });
  const first = await reopened(new Form());
  expect(first.keeper.state()).toMatchObject({ status: 'KEPT', resumed: { value: { text: 'Begun' } } });
  server.weather = 'SILENCE';
  const sent = first.send();
  await wait(20);
  first.leave();
  const again = new Form();
  expect(again.keeper.state()).toEqual({ status: 'NOTHING' });
  again.type('After');
  expect(again.keeper.state()).toEqual({ status: 'UNANSWERED' });
  expect(await again.keeper.discard()).toBe(false);
  await wait(LONG_MS);
  await sent;
  await whenFair();
  expect([again.text, again.keeper.state().other?.value, server.kept?.value]).toEqual([
    'After',
    { text: 'Begun' },
    { text: 'Begun' },
  ]);
});

test('what is typed while the form is sent is kept once it is, and is there for the next', async () => {
  const form = await opened();
  form.type('Sent');
  await wait(LONG_MS);
  const version = await form.keeper.pause();
  form.type('Sent, and a word more');
  expect(form.keeper.state().status).toBe('UNANSWERED');
  server.take('/api/notes', 'POST', { over: version ?? 0, body: undefined });
  expect(server.kept).toBeUndefined();
  form.keeper.sent();
  await wait(LONG_MS);
  expect(server.kept?.value).toEqual({ text: 'Sent, and a word more' });
  expect((await reopened(form)).text).toBe('Sent, and a word more');
});

test.each([
  ['BUSY', 'REFUSED'],
  ['SILENCE', 'LOST'],
] as const)(
  'sent after another (%s), which is %s, what was typed in the first is there again',
  async (weather, outcome) => {
    const first = await opened();
    first.type('First');
    server.weather = weather;
    const before = first.send();
    await wait(20);
    first.leave();
    const second = new Form();
    second.type('Second');
    const sent = second.send();
    server.weather = 'FAIR';
    await wait(LONG_MS);
    expect([await before, await sent]).toEqual([outcome, 'SENT']);
    expect(second.keeper.state()).toMatchObject({ status: 'KEPT' });
    expect([server.kept?.value, (await reopened(second)).text]).toEqual([{ text: 'First' }, 'First']);
  },
);

test('what is typed while a form waits for another to be sent does not go with it', async () => {
  const first = await opened();
  first.type('First');
  server.weather = 'SILENCE';
  const lost = first.send();
  await wait(20);
  first.leave();
  const second = new Form();
  second.type('Second');
  const sending = second.keeper.pause();
  second.type('Second, and a word more');
  server.weather = 'FAIR';
  await wait(LONG_MS);
  await Promise.all([lost, sending]);
  second.keeper.sent();
  second.leave();
  const third = new Form();
  await wait(LONG_MS);
  const { other } = third.keeper.state();
  expect([third.text, other?.value]).toEqual(['Second, and a word more', { text: 'First' }]);
});

test('what is typed while a draft is being thrown away is neither emptied nor lost', async () => {
  const form = await opened();
  form.type('Old');
  await wait(LONG_MS);
  const discarded = form.keeper.discard();
  form.type('New');
  await wait(LONG_MS);
  expect([await discarded, server.kept?.value, form.keeper.state()]).toMatchObject([
    false,
    { text: 'New' },
    { status: 'KEPT' },
  ]);
});

test('thrown away while what is typed meets another draft, that one is shown, and stays', async () => {
  const form = await opened();
  form.type('Hers');
  await wait(LONG_MS);
  const elsewhere = { text: 'Typed elsewhere' };
  server.keep(elsewhere);
  form.type('Hers, and more');
  await wait(1_020);
  const discarded = form.keeper.discard();
  await wait(LONG_MS);
  expect([await discarded, form.keeper.state().other?.value, server.kept?.value]).toEqual([
    false,
    elsewhere,
    elsewhere,
  ]);
});

test('another draft that was shown is asked for again when the form is: it may have been sent since', async () => {
  const form = await opened();
  server.keep({ text: 'Typed elsewhere' });
  form.type('Hers');
  await wait(LONG_MS);
  expect(form.keeper.state().other?.value).toEqual({ text: 'Typed elsewhere' });
  form.leave();
  server.kept = undefined;
  const again = new Form();
  await wait(LONG_MS);
  expect([again.text, again.keeper.state().other, server.kept]).toMatchObject([
    'Hers',
    undefined,
    { value: { text: 'Hers' } },
  ]);
});

test('what was thrown away in the second in which it was typed does not come back when the form is left', async () => {
  const form = await opened();
  form.type('Kept');
  await wait(LONG_MS);
  form.type('Kept, and more');
  const discarded = form.keeper.discard();
  await wait(100);
  expect(await discarded).toBe(true);
  form.leave();
  await wait(LONG_MS);
  expect([server.kept, new Form().text]).toEqual([undefined, '']);
});

test('typed over what was read on one day, and opened on another, it says still what it was typed over', async () => {
  await opened();
  server.keep({ text: 'Monday', basis: '1' });
  const keeper = keeperOf(KEY);
  const close = keeper.open({ isOffered: false, fill: () => undefined });
  await wait(100);
  server.asked = [];
  // As the form is filled, of a file that has changed since.
  keeper.typed({ text: 'Monday', basis: '2' });
  await wait(LONG_MS);
  expect(server.asked).toEqual([]);
  keeper.typed({ text: 'Wednesday', basis: '2' });
  await wait(LONG_MS);
  expect(server.kept?.value).toEqual({ text: 'Wednesday', basis: '1' });
  // Whichever is chosen, it is known to be typed over something else than what is read now.
  server.keep({ text: 'Elsewhere', basis: '2' });
  keeper.typed({ text: 'Thursday', basis: '3' });
  await wait(LONG_MS);
  expect(keeper.state().other?.value).toMatchObject({ text: 'Elsewhere' });
  keeper.keepMine();
  await wait(LONG_MS);
  expect([server.kept?.value, keeper.basis()]).toEqual([{ text: 'Thursday', basis: '1' }, '1']);
  close();
});

test('a form that stays on screen when she was to leave does not say that it is kept any more', async () => {
  const form = await opened();
  form.type('Hers');
  await wait(LONG_MS);
  tellDeparture();
  form.type('Hers, and more');
  await wait(LONG_MS);
  expect(form.keeper.state()).toEqual({ status: 'REFUSED' });
});

test('a form that she may not write in any more says so, and asks nothing more', async () => {
  const form = await opened();
  form.type('Hers');
  await wait(LONG_MS);
  server.sealed = true;
  form.type('Hers still');
  await wait(LONG_MS);
  expect(form.keeper.state()).toMatchObject({ status: 'REFUSED' });
  server.asked = [];
  form.type('And after');
  await wait(LONG_MS);
  form.leave();
  await wait(LONG_MS);
  expect([server.asked, jest.getTimerCount()]).toEqual([[], 0]);
});

test('what is left of a form is kept, is on the page alone, is for its answer to tell, or is nothing', async () => {
  const left = async (form: Form): Promise<string> => {
    const told = form.keeper.whatIsLeft();
    await wait(LONG_MS);
    return told;
  };
  let form = await opened();
  expect(await left(form)).toBe('NOTHING');
  form.type('Kept at once');
  expect(await left(form)).toBe('KEPT');
  server.weather = 'NEVER_LEFT';
  form.type('Here alone');
  expect(await left(form)).toBe('HERE');
  form.leave();
  form = new Form();
  expect(form.text).toBe('Here alone');
  server.weather = 'FAIR';
  await wait(LONG_MS);
  const sent = form.send();
  await wait(0);
  const told = form.keeper.whatIsLeft();
  await wait(LONG_MS);
  await sent;
  expect([await told, await left(form)]).toEqual(['NOTHING', 'NOTHING']);
});

test.each(['on screen', 'left'])(
  'what is typed in a form %s is not sent once somebody else may sign in',
  async (where) => {
    const form = await opened();
    server.weather = 'NEVER_LEFT';
    form.type('Hers');
    await wait(LONG_MS);
    if (where === 'left') form.leave();
    server.weather = 'FAIR';
    server.asked = [];
    tellDeparture();
    await wait(LONG_MS);
    expect([server.asked, server.kept, jest.getTimerCount()]).toEqual([[], undefined, 0]);
    expect(new Form().text).toBe('');
  },
);

test('a form whose draft is offered is not filled with what was left there, which is kept as it was', async () => {
  const fills: Value[] = [];
  const open = (): { keeper: Keeper; close: () => void } => {
    const keeper = keeperOf('open', { isAlone: true });
    return { keeper, close: keeper.open({ isOffered: true, fill: (value) => fills.push(value) }) };
  };
  await opened();
  const first = open();
  await wait(100);
  server.weather = 'NEVER_LEFT';
  first.keeper.typed({ text: 'Of somebody' });
  await wait(LONG_MS);
  first.close();
  const second = open();
  await wait(LONG_MS);
  server.weather = 'FAIR';
  await wait(LONG_MS);
  expect(fills).toEqual([]);
  expect(server.kept?.value).toEqual({ text: 'Of somebody' });
  second.close();
  const third = open();
  await wait(LONG_MS);
  expect([fills, third.keeper.state().other?.value]).toEqual([[], { text: 'Of somebody' }]);
});
