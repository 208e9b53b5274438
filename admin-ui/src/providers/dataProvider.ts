import type { CreateParams, DataProvider, GetListParams, GetOneParams, RaRecord, UpdateParams } from 'react-admin';
import type { ImportView } from '../../../server/contract/import.ts';
import type { PathwayFile } from '../../../server/contract/pathway.ts';
import type { Week, WeekBlock } from '../../../server/contract/week.ts';
import { ask } from './ask.ts';
import { changeFile, fileRecord, type FileChange } from './fileChange.ts';
import { listQuery, totalOf } from './listQuery.ts';

/** Lists that live under another record: the parent is given by `meta`. */
function pathOf(resource: string, meta: Parents | undefined): string {
  if (resource === 'accesses' || resource === 'notes')
    return `/pathways/${encodeURIComponent(String(meta?.pathwayId))}/${resource}`;
  return resource === 'importLines' ? `/imports/${encodeURIComponent(String(meta?.importId))}/lines` : `/${resource}`;
}

interface Parents {
  readonly importId?: string;
  readonly pathwayId?: string;
}

async function getList(resource: string, params: GetListParams) {
  const path = `${pathOf(resource, params.meta as Parents | undefined)}?${listQuery(params)}`;
  const { data, headers } = await ask<RaRecord[]>(path, { signal: params.signal });
  return { data, total: totalOf(headers, data.length) };
}

async function getOne(resource: string, { id, meta, signal }: GetOneParams) {
  if (resource === 'week') return { data: await weekOf(String(id), (meta as WeekMeta | undefined)?.people, signal) };
  const answer = await ask<PathwayFile | ImportView>(`/${resource}/${encodeURIComponent(String(id))}`, { signal });
  return { data: resource === 'pathways' ? fileRecord({ ...answer, data: answer.data as PathwayFile }) : answer.data };
}

/** Of how many people each part of the week is to tell, where more than the first were asked for. */
export interface WeekMeta {
  readonly people: Readonly<Partial<Record<WeekBlock, number>>>;
}

/** The week of somebody who follows files; its identifier is hers. */
async function weekOf(id: string, people: WeekMeta['people'] = {}, signal?: AbortSignal) {
  const most = Object.entries(people).map(([block, count]) => `&${block}=${count}`);
  return { id, ...(await ask<Week>(`/week?referentId=${encodeURIComponent(id)}${most.join('')}`, { signal })).data };
}

async function getMany(resource: string, ids: readonly unknown[], signal?: AbortSignal) {
  const filter = encodeURIComponent(JSON.stringify({ id: ids }));
  return { data: (await ask<RaRecord[]>(`/${resource}?filter=${filter}`, { signal })).data };
}

async function create(resource: string, { data, meta }: CreateParams) {
  const headers = { 'Idempotency-Key': String((meta as { key: string }).key) };
  return { data: (await ask<RaRecord>(`/${resource}`, { method: 'POST', body: data, headers })).data };
}

async function update(resource: string, { id, data }: UpdateParams) {
  if (resource !== 'pathways') throw new Error(`No update of ${resource}`);
  return { data: await changeFile(String(id), data as FileChange) };
}

const unused = (operation: string) => () => Promise.reject(new Error(`Jalon has no ${operation}`));

/**
 * Records and lists, for react-admin; `questions.ts` beside it asks the rest. The conventions of lists are those of ra-data-simple-rest; what that client lacks is
 * here: cancelled requests, ETag, idempotency keys and the server's own refusals.
 */
export const dataProvider = {
  supportAbortSignal: true,
  getList,
  getOne,
  create,
  update,
  getMany: (resource: string, { ids, signal }: { ids: readonly unknown[]; signal?: AbortSignal }) =>
    getMany(resource, ids, signal),
  getManyReference: unused('reference list'),
  updateMany: unused('bulk update'),
  delete: unused('deletion'),
  deleteMany: unused('deletion'),
} as unknown as DataProvider;
