import { z } from 'zod';
import { calendarDaySchema, departmentSchema } from './common.ts';

export const reportQuery = z.strictObject({
  department: departmentSchema.optional(),
  period: z.string().regex(/^\d{4}-Q[1-4]$/, { message: 'Période attendue\u00a0: AAAA-Q1 à AAAA-Q4.' }),
  asOf: calendarDaySchema.optional(),
});

const cellSchema = z
  .object({ value: z.number().int().optional(), suppressed: z.literal(true).optional() })
  .catchall(z.union([z.string(), z.number(), z.boolean()]))
  .meta({ id: 'ReportCell' });

export const reportTableSchema = z
  .object({
    code: z.string(),
    title: z.string(),
    definition: z.object({ code: z.string(), version: z.number().int(), sentence: z.string() }),
    axes: z.array(
      z.object({
        code: z.string(),
        label: z.string(),
        members: z.array(z.object({ code: z.string(), label: z.string() })),
      }),
    ),
    cells: z.array(cellSchema),
  })
  .meta({ id: 'ReportTable' });

export const reportSchema = z
  .object({
    department: departmentSchema,
    period: z.string(),
    asOf: calendarDaySchema,
    policy: z.object({ threshold: z.number().int(), version: z.string() }),
    tables: z.array(reportTableSchema),
  })
  .meta({ id: 'PrefectureReport' });
export type ReportView = z.infer<typeof reportSchema>;
