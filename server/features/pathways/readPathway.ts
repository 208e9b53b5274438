import type { PathwayFile } from '../../contract/pathway.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { etagOf, loadFile } from './loadFile.ts';

/** One file, with its version as ETag. */
export async function readPathway(
  { actor, db, today }: Context,
  { params }: { params: { id: string } },
): Promise<Answer<PathwayFile>> {
  const file = await loadFile(db, actor, params.id, today);
  return { body: file, etag: etagOf(file.version) };
}
