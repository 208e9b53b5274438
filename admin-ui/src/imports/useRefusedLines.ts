import { useDataProvider } from 'react-admin';
import type { ImportLine } from '../../../server/contract/import.ts';

const PAGE = 100;

/** Every refused line of an import, asked page by page. */
export function useRefusedLines(importId: string): () => Promise<ImportLine[]> {
  const dataProvider = useDataProvider();

  const pagesFrom = async (page: number): Promise<ImportLine[]> => {
    const { data, total = 0 } = await dataProvider.getList<ImportLine>('importLines', {
      pagination: { page, perPage: PAGE },
      sort: { field: 'line', order: 'ASC' },
      filter: { outcome: 'REFUSED' },
      meta: { importId },
    });
    return page * PAGE < total ? [...data, ...(await pagesFrom(page + 1))] : data;
  };
  return () => pagesFrom(1);
}
