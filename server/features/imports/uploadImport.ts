import { createHash, randomUUID } from 'node:crypto';
import busboy from 'busboy';
import type { Request, RequestHandler } from 'express';
import { mayEver } from '../../domain/access/roles.ts';
import { cleanText } from '../../domain/person/person.ts';
import type { Database } from '../../platform/database/database.ts';
import { answerOnce } from '../../platform/http/idempotency.ts';
import { badRequest, forbidden, Problem, unfit } from '../../platform/http/problem.ts';
import { actorOf, readIdempotencyKey } from '../../platform/http/route.ts';
import type { ImportRunner } from './importRunner.ts';

const MAX_BYTES = 10 * 1024 * 1024;

/** Receives a monthly list, answers at once, and checks it behind. Nothing becomes a person before the confirmation. */
export function uploadImport({
  database,
  importRunner,
}: {
  database: Database;
  importRunner: ImportRunner;
}): RequestHandler {
  return async (request, response) => {
    const actor = actorOf(request);
    if (!mayEver(actor.role, 'imports.manage')) throw forbidden();
    const key = readIdempotencyKey(request);
    const { bytes, fileName } = await receiveFile(request);
    const bodyHash = createHash('sha256').update(fileName).update(bytes).digest('hex');
    let started: string | undefined;
    const { body } = await database.inActorTransaction(actor, (db) =>
      answerOnce(db, { accountId: actor.accountId, key, operation: 'startImport', bodyHash }, async () => {
        const id = randomUUID();
        await db.query(
          `insert into imports (id, organisation_id, created_by, file_name, state, file) values ($1, $2, $3, $4, 'CHECKING', $5)`,
          [id, actor.organisationId, actor.accountId, fileName, bytes],
        );
        started = id;
        return { body: { id, state: 'CHECKING' as const } };
      }),
    );
    if (started !== undefined) importRunner.start(importRunner.check(actor, started));
    response.status(202).set('Location', `/api/imports/${body.id}`).json(body);
  };
}

function receiveFile(request: Request): Promise<{ bytes: Buffer; fileName: string }> {
  return new Promise((resolve, reject) => {
    if (request.is('multipart/form-data') !== 'multipart/form-data') {
      reject(
        badRequest('multipart_expected', 'Envoyez la liste comme un fichier (multipart/form-data, champ « file »).'),
      );
      return;
    }
    let receiver: busboy.Busboy;
    try {
      receiver = busboy({
        headers: request.headers,
        defParamCharset: 'utf8',
        limits: { fileSize: MAX_BYTES, files: 1, fields: 10, fieldSize: 1024, parts: 12 },
      });
    } catch {
      reject(badRequest('malformed_multipart', 'Cet envoi de fichier est mal formé.'));
      return;
    }
    let found: { chunks: Buffer[]; fileName: string; tooLarge: boolean } | undefined;
    receiver.on('file', (field, stream, { filename }) => {
      if (field !== 'file') {
        stream.resume();
        return;
      }
      const file = {
        chunks: [] as Buffer[],
        fileName: cleanText(filename ?? '').slice(0, 200) || 'liste',
        tooLarge: false,
      };
      found = file;
      stream.on('data', (chunk: Buffer) => file.chunks.push(chunk));
      stream.on('limit', () => {
        file.tooLarge = true;
        file.chunks.length = 0;
      });
    });
    receiver.on('error', () => reject(badRequest('malformed_multipart', 'Cet envoi de fichier est mal formé.')));
    receiver.on('close', () => {
      if (found === undefined)
        reject(unfit('file_missing', 'Choisissez un fichier (champ « file »).', { file: 'Choisissez un fichier.' }));
      else if (found.tooLarge)
        reject(
          new Problem({
            status: 413,
            code: 'too_large',
            title: 'Fichier trop volumineux',
            detail: 'Ce fichier dépasse 10 Mo\u00a0: ce n’est pas une liste mensuelle, ou elle est à partager.',
          }),
        );
      else resolve({ bytes: Buffer.concat(found.chunks), fileName: found.fileName });
    });
    request.pipe(receiver);
  });
}
