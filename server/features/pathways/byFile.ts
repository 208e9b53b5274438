/** Lines of several files, by file, each in the order in which it came. */
export function byFile<T extends { readonly pathway_id: string }>(lines: readonly T[]): Map<string, T[]> {
  const files = new Map<string, T[]>();
  for (const line of lines) {
    const own = files.get(line.pathway_id);
    if (own === undefined) files.set(line.pathway_id, [line]);
    else own.push(line);
  }
  return files;
}
