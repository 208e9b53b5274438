import { z } from 'zod';
import { shortText, uuidSchema } from './common.ts';
import { pathwayFilters, pathwaySorts } from './pathway.ts';
import { stallFilters, stallSorts } from './stall.ts';

export const VIEW_LISTS = ['pathways', 'stalls'] as const;
export type ViewList = (typeof VIEW_LISTS)[number];

// Neither words searched, nor files by their identifiers, nor a past day: a view is of everybody who answers to it today.
const { q: _words, id: _ids, ...keptOfPathways } = pathwayFilters;
const { pathwayId: _file, asOf: _day, ...keptOfStalls } = stallFilters;

const name = shortText(60).meta({ description: 'In a few words, for colleagues too: never the name of a person' });
const isShared = z.boolean().meta({ description: 'Whether colleagues of the same structure or service see it' });
const order = z.enum(['ASC', 'DESC']);

export const saveViewInput = z
  .union([
    z.strictObject({
      list: z.literal('pathways'),
      name,
      isShared,
      filter: z.strictObject(keptOfPathways).partial(),
      sort: z.tuple([z.enum(pathwaySorts), order]).optional(),
    }),
    z.strictObject({
      list: z.literal('stalls'),
      name,
      isShared,
      filter: z.strictObject(keptOfStalls).partial(),
      sort: z.tuple([z.enum(stallSorts), order]).optional(),
    }),
  ])
  .meta({ id: 'SaveView', description: 'Filters and order of a list, under a name' });
export type SaveViewInput = z.infer<typeof saveViewInput>;

export const changeViewInput = z
  .strictObject({ name: name.optional(), isShared: isShared.optional() })
  .meta({ id: 'ChangeView', description: 'What is not given stays' });
export type ChangeViewInput = z.infer<typeof changeViewInput>;

export const viewSchema = z
  .object({
    id: uuidSchema,
    list: z.enum(VIEW_LISTS),
    name: z.string(),
    filter: z.record(z.string(), z.unknown()),
    sort: z.tuple([z.string(), order]).nullable(),
    isShared: z.boolean(),
    /** One’s own may be changed; a colleague’s is only used. */
    isOwn: z.boolean(),
    ownerName: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({
    id: 'View',
    description: 'What it shows is asked again by whoever uses it, under her own rights: it gives none',
  });
export type ViewView = z.infer<typeof viewSchema>;

export const viewListFilters = { list: z.enum(VIEW_LISTS), id: z.array(uuidSchema).max(100) };
export const viewListSorts = ['name', 'id'] as const;
