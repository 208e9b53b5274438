import type { CorrectPathwayInput, EventInput, PathwayFile } from '../../../server/contract/pathway.ts';
import { ask, type Answer } from './ask.ts';

/** Everything that changes a file. Each answer is the file itself, which takes the place of the one on screen. */
export type FileChange =
  | { readonly kind: 'EVENT'; readonly event: EventInput; readonly key: string }
  | { readonly kind: 'ASSIGN'; readonly to: { referentId?: string | null; organisationId?: string | null } }
  | { readonly kind: 'CORRECT'; readonly patch: CorrectPathwayInput; readonly etag: string };

/** A file as the interface keeps it: with the ETag that a correction must show. */
export type FileRecord = PathwayFile & { readonly etag: string };

export function fileRecord({ data, headers }: Answer<PathwayFile>): FileRecord {
  return { ...data, etag: headers.get('ETag') ?? `"${data.version}"` };
}

/** Sends one change. @throws ApiError 409 when the rules refuse it, 412 when somebody changed the file meanwhile. */
export async function changeFile(id: string, change: FileChange): Promise<FileRecord> {
  const path = `/pathways/${encodeURIComponent(id)}`;
  if (change.kind === 'EVENT') {
    const headers = { 'Idempotency-Key': change.key };
    return fileRecord(await ask<PathwayFile>(`${path}/events`, { method: 'POST', body: change.event, headers }));
  }
  if (change.kind === 'ASSIGN') {
    return fileRecord(await ask<PathwayFile>(`${path}/assign`, { method: 'POST', body: change.to }));
  }
  const headers = { 'If-Match': change.etag };
  return fileRecord(await ask<PathwayFile>(path, { method: 'PUT', body: change.patch, headers }));
}
