import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { HistoryEntry, PathwayFile, PlanView } from '../../contract/pathway.ts';
import { createWorld, type Client, type World } from '../../testing/world.ts';

let world: World;
let caseworker: Client;
beforeAll(async () => {
  world = await createWorld();
  caseworker = await world.as('caseworker');
});
afterAll(() => world.close());

const facts = { caseOpenedOn: '2025-03-01', permitType: 'VLS_TS', permitExpiresOn: '2026-02-28' };
const ASKED = { step: 'PERMIT_RENEWAL', status: 'REQUESTED', on: '2025-12-01' };
const CARD = { document: 'CST_SALARIE', on: '2026-02-10', until: '2026-04-30' };
const RULES = ['PERMIT_RENEWAL_WINDOW', 'PROOF_OF_STAY_GAP'];
const stalled = ({ stalls }: Pick<PathwayFile, 'stalls'>): string[] =>
  stalls.flatMap(({ rule, state, since }) => (RULES.includes(rule) ? [`${rule} ${since ?? state}`] : []));

describe('a residence document delivered', () => {
  test('is recorded, warns of its own renewal, is said in the history, corrected and taken back', async () => {
    const file = await world.aFile({ facts, events: [ASKED] });
    expect(file.permit).toEqual({ document: 'VLS_TS', deliveredOn: null, validUntil: '2026-02-28', sentence: null });
    expect(stalled(file)).toEqual(['PROOF_OF_STAY_GAP 2026-03-01']);

    const recorded = await caseworker.post(`/api/pathways/${file.id}/events`, CARD);
    const after = recorded.body as PathwayFile;
    expect([recorded.status, stalled(after)]).toEqual([201, ['PERMIT_RENEWAL_WINDOW 2026-03-02']]);
    expect(after.permit).toEqual({
      document: 'CST_SALARIE',
      deliveredOn: '2026-02-10',
      validUntil: '2026-04-30',
      sentence: null,
    });
    const history = (await caseworker.get(`/api/pathways/${file.id}/history`)).body as HistoryEntry[];
    expect(history[0]).toMatchObject({
      sentence:
        'Titre remis le 10 février 2026, valable jusqu’au 30 avril 2026 (carte de séjour temporaire «\u00a0salarié\u00a0»)',
      on: '2026-02-10',
    });

    const corrects = after.events.at(-1)?.id;
    const longer = { ...CARD, until: '2027-02-28', corrects };
    const corrected = (await caseworker.post(`/api/pathways/${file.id}/events`, longer)).body as PathwayFile;
    expect([stalled(corrected), corrected.permit?.validUntil]).toEqual([[], '2027-02-28']);
    const retracts = corrected.events.at(-1)?.id;
    const back = (await caseworker.post(`/api/pathways/${file.id}/events`, { retracts })).body as PathwayFile;
    expect(stalled(back)).toEqual(stalled(after));
  });

  test('keeps for the referent the days of the stall that it ended, and shows her that of the next one', async () => {
    const file = await world.aFile({ facts, events: [ASKED, CARD] });
    const referent = await world.as('referent');
    const days = async (asOf: string): Promise<string[]> => {
      const filter = encodeURIComponent(JSON.stringify({ department: '59', asOf }));
      const { body } = await referent.get(`/api/stalls?filter=${filter}&range=[0,99]`);
      return (body as { pathwayId: string; rule: string; since: string }[])
        .filter(({ pathwayId, rule }) => pathwayId === file.id && RULES.includes(rule))
        .map(({ rule, since }) => `${rule} ${since}`);
    };
    expect(await days('2026-03-01')).toEqual([]);
    expect(await days('2026-03-02')).toEqual(['PERMIT_RENEWAL_WINDOW 2026-03-02']);
  });

  test.each([
    ['until the day before it was delivered', { ...CARD, until: '2026-02-09' }, 422, 'end_before_start', 'until'],
    ['tomorrow', { ...CARD, on: '2026-03-11' }, 422, 'date_in_future', 'on'],
    ['before the file was opened', { ...CARD, on: '2025-02-28' }, 422, 'before_opening', 'on'],
    ['for twenty years', { ...CARD, until: '2046-02-09' }, 422, 'validity_too_long', 'until'],
    ['without its last day', { document: 'CST_SALARIE', on: '2026-02-10' }, 422, undefined, undefined],
    ['of a kind that is none', { ...CARD, document: 'PASSEPORT' }, 422, undefined, undefined],
    ['twice', { ...CARD, on: '2026-02-11' }, 409, 'document_already_recorded', undefined],
  ])('is refused %s', async (_when, event, status, code, field) => {
    const file = await world.aFile({ facts, events: [CARD] });
    const { body } = await caseworker.post(`/api/pathways/${file.id}/events`, event);
    expect(body).toMatchObject({ status, ...(code === undefined ? {} : { code }) });
    if (field !== undefined) expect(Object.keys((body as { errors: object }).errors)).toEqual([field]);
  });

  test('ends the renewal that gave it: what is noted of that one afterwards is refused, with the day of the next', async () => {
    const file = await world.aFile({ facts, events: [ASKED, { ...CARD, until: '2027-02-28' }] });
    const done = { step: 'PERMIT_RENEWAL', status: 'DONE', on: '2026-03-02' };
    const { body } = await caseworker.post(`/api/pathways/${file.id}/events`, done);
    expect(body).toMatchObject({ status: 409, code: 'renewal_not_open' });
    expect((body as { detail: string }).detail).toContain('à partir du 31 octobre 2026');
    expect(file.moves.find(({ step, status }) => step === 'PERMIT_RENEWAL' && status === 'DONE')).toMatchObject({
      allowed: false,
      reason: (body as { detail: string }).detail,
    });
  });

  test('is of the rights: an OFII agent reads it and records it', async () => {
    const file = await world.aFile({ facts });
    const ofii = await world.as('ofii');
    expect((await ofii.post(`/api/pathways/${file.id}/events`, CARD)).status).toBe(201);
    expect(((await ofii.get(`/api/pathways/${file.id}`)).body as PathwayFile).permit?.validUntil).toBe('2026-04-30');
  });

  test('whose days are corrected flags the renewal that they leave out, and says it, to an OFII agent too', async () => {
    const again = { ...ASKED, on: '2026-03-05' };
    const file = await world.aFile({ facts, events: [ASKED, CARD, again] });
    expect([file.flags, file.permit?.sentence]).toEqual([[], null]);
    const corrects = file.events.find((event) => 'document' in event)?.id;
    const longer = { ...CARD, until: '2027-02-28', corrects };
    const answer = await caseworker.post(`/api/pathways/${file.id}/events`, longer);
    const left = {
      flags: ['RENEWAL_NOT_COUNTED'],
      permit: {
        sentence:
          'Démarche de renouvellement du 5 mars 2026 non comptée\u00a0: le titre remis le 10 février 2026, valable jusqu’au 28 février 2027, se renouvelle à partir du 31 octobre 2026. Vérifiez ces dates, ou retirez cette démarche.',
      },
    };
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject(left);
    expect((await (await world.as('ofii')).get(`/api/pathways/${file.id}`)).body).toMatchObject(left);
    const retracts = file.events.find((event) => event['on'] === again.on)?.id;
    const back = await caseworker.post(`/api/pathways/${file.id}/events`, { retracts });
    expect(back.body).toMatchObject({ flags: [], permit: { sentence: null } });
  });

  test('is planned without a file, as known on a day', async () => {
    const events = [{ ...CARD, id: 'c', recordedAt: '2026-02-12T09:00:00Z' }];
    const plan = async (knownAt: string): Promise<PlanView> =>
      (await caseworker.post('/api/pathways/plan', { facts, events, today: '2026-03-10', knownAt })).body as PlanView;
    expect([stalled(await plan('2026-02-11')), stalled(await plan('2026-02-12'))]).toEqual([
      ['PROOF_OF_STAY_GAP 2026-03-01', 'PERMIT_RENEWAL_WINDOW 2025-12-31'],
      ['PERMIT_RENEWAL_WINDOW 2026-03-02'],
    ]);
  });

  test('the file as it was says the permit known then', async () => {
    const { id } = await world.aFile({ facts, events: [CARD] });
    const on = async (asOf: string): Promise<unknown> =>
      ((await caseworker.get(`/api/pathways/${id}?asOf=${asOf}`)).body as PathwayFile).permit?.validUntil;
    expect([await on('2026-02-09'), await on('2026-02-10')]).toEqual(['2026-02-28', '2026-04-30']);
  });
});
