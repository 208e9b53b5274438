import type { RecordEntryInput } from '../../../server/contract/entry.ts';
import type {
  CorrectPathwayInput,
  EventInput,
  PathwayFile,
  RestoreFieldInput,
} from '../../../server/contract/pathway.ts';
import type { Revealed, SealInput, TransferInput, TransferView } from '../../../server/contract/rights.ts';
import { ask, type Answer } from './ask.ts';
import type { EndsDraft } from './draftQuestions.ts';
import { rightsQuestions } from './rightsQuestions.ts';

/** Everything that changes a file. Each answer is the file itself, which takes the place of the one on screen. */
export type FileChange =
  | { readonly kind: 'EVENT'; readonly event: EventInput; readonly key: string; readonly endsDraft?: EndsDraft }
  | { readonly kind: 'ENTRY'; readonly entry: RecordEntryInput; readonly key: string; readonly endsDraft?: EndsDraft }
  | { readonly kind: 'ASSIGN'; readonly to: { referentId?: string | null; organisationId?: string | null } }
  | {
      readonly kind: 'CORRECT';
      readonly patch: CorrectPathwayInput;
      readonly etag: string;
      readonly endsDraft?: EndsDraft;
    }
  | { readonly kind: 'RESTORE'; readonly restored: RestoreFieldInput; readonly etag: string }
  /** `version`: that of the rights that it replaces; none where the file was not sealed. */
  | { readonly kind: 'SEAL'; readonly seal: SealInput; readonly version?: number }
  | { readonly kind: 'UNSEAL'; readonly reason?: string }
  | RightOnFile;

/** What is answered by something else than the file, which is the one on screen with that: it is not opened once more. */
type RightOnFile = { readonly file: FileRecord } & (
  | { readonly kind: 'REVEAL'; readonly reason: string }
  | { readonly kind: 'ASK_TRANSFER'; readonly transfer: TransferInput; readonly key: string }
  | { readonly kind: 'CANCEL_TRANSFER'; readonly transferId: string }
);

/** A file as the interface keeps it: with the ETag that a correction must show. */
export type FileRecord = PathwayFile & { readonly etag: string };

export function fileRecord({ data, headers }: Answer<PathwayFile>): FileRecord {
  return { ...data, etag: headers.get('ETag') ?? `"${data.version}"` };
}

/** Sends one change. @throws ApiError 409 when the rules refuse it, 412 when somebody changed the file meanwhile. */
export async function changeFile(id: string, change: FileChange): Promise<FileRecord> {
  const path = `/pathways/${encodeURIComponent(id)}`;
  const post = async (part: string, body: object): Promise<FileRecord> =>
    fileRecord(await ask<PathwayFile>(`${path}/${part}`, { method: 'POST', body }));
  switch (change.kind) {
    case 'EVENT': {
      const headers = { 'Idempotency-Key': change.key, ...change.endsDraft };
      return fileRecord(await ask<PathwayFile>(`${path}/events`, { method: 'POST', body: change.event, headers }));
    }
    case 'ENTRY': {
      const headers = { 'Idempotency-Key': change.key, ...change.endsDraft };
      return fileRecord(await ask<PathwayFile>(`${path}/entries`, { method: 'POST', body: change.entry, headers }));
    }
    case 'ASSIGN':
      return post('assign', change.to);
    case 'CORRECT': {
      const headers = { 'If-Match': change.etag, ...change.endsDraft };
      return fileRecord(await ask<PathwayFile>(path, { method: 'PUT', body: change.patch, headers }));
    }
    case 'RESTORE': {
      const headers = { 'If-Match': change.etag };
      return fileRecord(await ask<PathwayFile>(`${path}/restore`, { method: 'POST', body: change.restored, headers }));
    }
    case 'SEAL': {
      const headers: Record<string, string> = change.version === undefined ? {} : { 'If-Match': `"${change.version}"` };
      return fileRecord(await ask<PathwayFile>(`${path}/seal`, { method: 'POST', body: change.seal, headers }));
    }
    case 'UNSEAL':
      return post('unseal', change.reason === undefined ? {} : { reason: change.reason });
    default:
      return exerciseRight(path, change);
  }
}

async function exerciseRight(path: string, change: RightOnFile): Promise<FileRecord> {
  if (change.kind === 'REVEAL') {
    const { data } = await ask<Revealed>(`${path}/reveal`, { method: 'POST', body: { reason: change.reason } });
    return { ...change.file, name: data.name };
  }
  if (change.kind === 'CANCEL_TRANSFER') {
    await rightsQuestions.cancelTransfer(change.transferId);
    return { ...change.file, transfer: null };
  }
  const headers = { 'Idempotency-Key': change.key };
  const { data } = await ask<TransferView>(`${path}/transfers`, { method: 'POST', body: change.transfer, headers });
  const { id, toOrganisationName: organisationName, askedAt: at } = data;
  return { ...change.file, transfer: { id, state: 'PENDING', organisationName, at, readsUntil: null, reason: null } };
}
