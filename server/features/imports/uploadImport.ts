import { createHash, randomUUID } from 'node:crypto';
import busboy from 'busboy';
import type { Request, RequestHandler } from 'express';
import { mayEver } from '../../domain/access/roles.ts';
import { ACTION_WORDS } from '../../domain/access/words.ts';
import { cleanText } from '../../domain/person/person.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { answerOnce } from '../../platform/http/idempotency.ts';
import { badRequest, forbidden, Problem, unfit } from '../../platform/http/problem.ts';
import { leavingOneEntry, type Trace } from '../../platform/audit/leavingOneEntry.ts';
import { actorOf, readIdempotencyKey, requestIdOf } from '../../platform/http/route.ts';
import type { ImportRunner } from './importRunner.ts';

const MAX_BYTES = 10 * 1024 * 1024;

/** Receives a monthly list, answers at once, and checks it behind. Nothing becomes a person before the confirmation. */
export function uploadImport({
  database,
  clock,
  importRunner,
}: {
  database: Database;
  clock: Clock;
  importRunner: ImportRunner;
}): RequestHandler {
  return async (request, response) => {
    const actor = actorOf(request);
    const trace: Trace = {
      operation: 'startImport',
      kind: 'WRITE',
      purpose: 'IMPORT',
      askedId: null,
      pathwayIds: [],
      fields: ['file'],
      requestId: requestIdOf(response),
    };
    let started: string | undefined;
    const { body } = await leavingOneEntry(
      { database, actor },
      () => trace,
      async () => {
        if (!mayEver(actor.role, 'imports.manage'))
          throw forbidden('not_allowed_for_role', ACTION_WORDS['imports.manage'].refusal);
        const key = readIdempotencyKey(request);
        const { bytes, fileName } = await receiveFile(request);
        const bodyHash = createHash('sha256').update(fileName).update(bytes).digest('hex');
        return database.inActorTransaction(actor, async (db) => {
          const answer = await answerOnce(
            db,
            { accountId: actor.accountId, key, operation: 'startImport', bodyHash, language: 'fr' },
            async () => {
              const id = randomUUID();
              await db.query(
                `insert into imports (id, organisation_id, created_by, file_name, state, file, created_at) values ($1, $2, $3, $4, 'CHECKING', $5, $6)`,
                [id, actor.organisationId, actor.accountId, fileName, bytes, clock.now().toISOString()],
              );
              started = id;
              return { body: { id, state: 'CHECKING' as const } };
            },
          );
          await db.audit(actor, { ...trace, askedId: answer.body.id, outcome: 'DONE' });
          return answer;
        });
      },
    );
    if (started !== undefined) importRunner.start(importRunner.check(actor, started));
    response.status(202).set('Location', `/api/imports/${body.id}`).json(body);
  };
}

const MALFORMED = (): Problem => badRequest('malformed_multipart', 'Cet envoi de fichier est mal formé ou incomplet.');
const TOO_LARGE = (): Problem =>
  new Problem({
    status: 413,
    code: 'too_large',
    title: 'Fichier trop volumineux',
    detail: 'Ce fichier dépasse 10\u00a0Mo\u00a0: ce n’est pas une liste mensuelle, ou elle est à partager.',
  });
/** What a form adds around the file. */
const ENVELOPE_BYTES = 64 * 1024;

interface Received {
  readonly bytes: Buffer;
  readonly fileName: string;
}

/** The one file of a multipart request. Throws a Problem for anything else; whatever was sent, the process goes on. */
function receiveFile(request: Request): Promise<Received> {
  if (request.is('multipart/form-data') !== 'multipart/form-data')
    throw badRequest(
      'multipart_expected',
      'Envoyez la liste comme un fichier (multipart/form-data, champ «\u00a0file\u00a0»).',
    );
  // Told before reading: there is no need to receive it all to refuse it.
  if (Number(request.get('Content-Length') ?? 0) > MAX_BYTES + ENVELOPE_BYTES) throw TOO_LARGE();
  return new Promise((resolve, reject) => {
    const receiver = makeReceiver(request);
    const files: { chunks: Buffer[]; fileName: string; isTooLarge: boolean }[] = [];
    const fail = (): void => reject(MALFORMED());
    receiver.on('file', (field, stream, { filename }) => {
      // A body cut short is said on the stream of its file: unheard, it would end the process.
      stream.on('error', fail);
      if (field !== 'file') {
        stream.resume();
        return;
      }
      const file = {
        chunks: [] as Buffer[],
        fileName: cleanText(filename ?? '').slice(0, 200) || 'liste',
        isTooLarge: false,
      };
      files.push(file);
      stream.on('data', (chunk: Buffer) => file.chunks.push(chunk));
      stream.on('limit', () => {
        file.isTooLarge = true;
        file.chunks.length = 0;
      });
    });
    receiver.on('error', fail);
    request.on('aborted', fail);
    receiver.on('close', () => {
      const [file, other] = files;
      if (file === undefined)
        reject(
          unfit('file_missing', 'Choisissez un fichier (champ «\u00a0file\u00a0»).', {
            file: 'Choisissez un fichier.',
          }),
        );
      else if (other !== undefined)
        reject(unfit('one_file_only', 'Envoyez une liste à la fois.', { file: 'Une liste à la fois.' }));
      else if (file.isTooLarge) reject(TOO_LARGE());
      else resolve({ bytes: Buffer.concat(file.chunks), fileName: file.fileName });
    });
    request.pipe(receiver);
  });
}

function makeReceiver(request: Request): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: { fileSize: MAX_BYTES, files: 3, fields: 10, fieldSize: 1024, parts: 12 },
    });
  } catch {
    throw MALFORMED();
  }
}
