import type { AccessExtract } from '../../../server/contract/audit.ts';
import type { ImportView } from '../../../server/contract/import.ts';
import type {
  FactsInput,
  HistoryEntry,
  PathwayFile,
  OpenPathwayInput,
  PathwayRow,
  PlanView,
  PathwayExport,
} from '../../../server/contract/pathway.ts';
import type { Candidate, PersonInput } from '../../../server/contract/person.ts';
import type { ReportView } from '../../../server/contract/report.ts';
import type { IdentityRow, Redirection } from '../../../server/contract/identity.ts';
import type { BreakGlassInput, OpeningInput, OpeningView } from '../../../server/contract/rights.ts';
import type { InstanceView } from '../../../server/contract/session.ts';
import type { StallActionInput, StallRow } from '../../../server/contract/stall.ts';
import type {
  PublishThresholdsInput,
  SimulationView,
  ThresholdsInput,
  ThresholdsView,
} from '../../../server/contract/thresholds.ts';
import { ask } from './ask.ts';
import type { EndsDraft } from './draftQuestions.ts';
import { fileRecord } from './fileChange.ts';
import { LONG_SILENCE_MS } from './silence.ts';

export type DuplicateHint = Partial<
  Pick<PersonInput, 'birthName' | 'usageName' | 'firstNames' | 'birth' | 'foreignerNumber' | 'ofiiNumber'>
>;

/** The two days of a past view: of the facts, and of what had been recorded. */
export interface PastDays {
  readonly asOf: string;
  readonly knownAt: string;
}

export interface ReportQuestion {
  readonly department: string;
  readonly period: string;
  readonly asOf: string | undefined;
}

/** What the API answers beyond lists and records. Words searched travel in bodies, never in an address (decision 18). */
export const questions = {
  instance: async (signal?: AbortSignal) =>
    (await ask<InstanceView>('/instance', { signal, withoutSession: true })).data,

  startIdentitySignIn: async (invitation: string | undefined) =>
    (
      await ask<Redirection>('/session/oidc', {
        method: 'POST',
        body: invitation === undefined ? {} : { invitation },
        withoutSession: true,
      })
    ).data,

  identities: async (signal?: AbortSignal) => (await ask<IdentityRow[]>('/session/identities', { signal })).data,

  linkIdentity: async (password: string) =>
    (await ask<Redirection>('/session/identities', { method: 'POST', body: { password } })).data,

  unlinkIdentity: async (id: string) => {
    await ask(`/session/identities/${encodeURIComponent(id)}`, { method: 'DELETE' });
  },

  exportPathways: async (query: string) =>
    (await ask<PathwayExport>(`/exports/pathways?${query}`, { silenceMs: LONG_SILENCE_MS })).data,

  searchPeople: async (text: string, signal?: AbortSignal) =>
    (await ask<Candidate[]>('/people/search', { method: 'POST', body: { text }, signal })).data,

  /** By the number of the file, which names nobody: for whoever reads files and no names. */
  filesNumbered: async (number: string, signal?: AbortSignal) =>
    (
      await ask<PathwayRow[]>(
        `/pathways?${new URLSearchParams({ filter: JSON.stringify({ q: number }) }).toString()}`,
        { signal },
      )
    ).data,

  findDuplicates: async (hint: DuplicateHint, signal?: AbortSignal) =>
    (await ask<Candidate[]>('/people/duplicates', { method: 'POST', body: hint, signal })).data,

  plan: async (facts: FactsInput, today: string, signal?: AbortSignal) =>
    (await ask<PlanView>('/pathways/plan', { method: 'POST', body: { facts, events: [], today }, signal })).data,

  openPathway: async (input: OpenPathwayInput, key: string, endsDraft: EndsDraft) => {
    const headers = { 'Idempotency-Key': key, ...endsDraft };
    return (await ask<PathwayFile>('/pathways', { method: 'POST', body: input, headers })).data;
  },

  history: async (id: string, signal?: AbortSignal) =>
    (await ask<HistoryEntry[]>(`/pathways/${encodeURIComponent(id)}/history`, { signal })).data,

  breakGlass: async (id: string, body: BreakGlassInput) =>
    (await ask<OpeningView>(`/pathways/${encodeURIComponent(id)}/break-glass`, { method: 'POST', body })).data,

  breakGlassByNumber: async (body: OpeningInput) =>
    (await ask<OpeningView>('/openings', { method: 'POST', body })).data,

  accessExtract: async (id: string, signal?: AbortSignal) =>
    (await ask<AccessExtract>(`/pathways/${encodeURIComponent(id)}/accesses/extract`, { signal })).data,

  fileAsKnown: async (id: string, { asOf, knownAt }: PastDays, signal?: AbortSignal) => {
    const query = new URLSearchParams({ asOf, knownAt });
    return fileRecord(await ask<PathwayFile>(`/pathways/${encodeURIComponent(id)}?${query.toString()}`, { signal }));
  },

  actOnStall: async (id: string, body: StallActionInput, key: string) =>
    (
      await ask<StallRow>(`/stalls/${encodeURIComponent(id)}/actions`, {
        method: 'POST',
        body,
        headers: { 'Idempotency-Key': key },
      })
    ).data,

  startImport: async (file: File, key: string) => {
    const form = new FormData();
    form.append('file', file);
    const headers = { 'Idempotency-Key': key };
    return (
      await ask<Pick<ImportView, 'id' | 'state'>>('/imports', {
        method: 'POST',
        form,
        headers,
        silenceMs: LONG_SILENCE_MS,
      })
    ).data;
  },

  confirmImport: async (id: string, key: string) =>
    (
      await ask<Pick<ImportView, 'id' | 'state'>>(`/imports/${encodeURIComponent(id)}/confirm`, {
        method: 'POST',
        headers: { 'Idempotency-Key': key },
      })
    ).data,

  report: async ({ department, period, asOf }: ReportQuestion, signal?: AbortSignal) => {
    const query = new URLSearchParams({ department, period });
    if (asOf) query.set('asOf', asOf);
    return (await ask<ReportView>(`/reports/prefecture?${query.toString()}`, { signal })).data;
  },

  thresholds: async (signal?: AbortSignal) => (await ask<ThresholdsView>('/thresholds', { signal })).data,

  simulateThresholds: async (body: ThresholdsInput, signal?: AbortSignal) =>
    (await ask<SimulationView>('/thresholds/simulation', { method: 'POST', body, signal, silenceMs: LONG_SILENCE_MS }))
      .data,

  publishThresholds: async (body: PublishThresholdsInput) =>
    (await ask<ThresholdsView>('/thresholds', { method: 'POST', body, silenceMs: LONG_SILENCE_MS })).data,
};
