import type { News } from '../../contract/week.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { visibilitiesRead } from '../../domain/access/notes.ts';
import { relationTo } from '../../domain/access/relations.ts';
import type { Db } from '../../platform/database/db.ts';
import { fileFactsOf, type PathwayLine } from '../pathways/index.ts';

export type NoteNews = News['files'][number]['notes'][number] & { readonly pathway_id: string };

/**
 * What others did of notes since an instant, in files that the reader reaches: of those that she may read, and without their
 * text. A note that was its author’s alone begins for others on the day when it was given to them.
 */
export function findNoteNews(db: Db, actor: Actor, files: readonly PathwayLine[], since: string): Promise<NoteNews[]> {
  const read = files.map((file) => {
    const facts = fileFactsOf(file);
    const until = relationTo(actor, facts) === 'TRANSFERRED_OUT' ? (file.left_at ?? '-infinity') : 'infinity';
    return { id: file.id, until, visibilities: visibilitiesRead(actor, facts).join(' ') };
  });
  return db.query<NoteNews>(
    `select n.pathway_id, n.at, a.display_name as actor,
       case when n.withdrawn then 'WITHDRAWN' when n.place = 1 then 'WRITTEN' else 'CORRECTED' end as act
     from (
       select n.pathway_id, n.at, n.by_account, n.withdrawn,
         row_number() over (partition by n.note_id order by n.version) as place
       from unnest($1::uuid[], $2::timestamptz[], $3::text[]) as f (id, until, visibilities)
       join notes n on n.pathway_id = f.id
       where n.visibility = any (string_to_array(f.visibilities, ' ')) and n.visibility <> 'PRIVATE' and n.at <= f.until
         and (n.visibility <> 'STRUCTURE' or n.organisation_id = $4)
     ) n
     left join accounts a on a.id = n.by_account
     where n.at > $5 and n.by_account <> $6
     order by n.at desc`,
    [
      read.map(({ id }) => id),
      read.map(({ until }) => until),
      read.map(({ visibilities }) => visibilities),
      actor.organisationId,
      since,
      actor.accountId,
    ],
  );
}
