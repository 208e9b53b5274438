import type { ImportError } from '../../contract/import.ts';
import type { Actor } from '../../domain/access/actor.ts';
import type { CalendarDay } from '../../domain/calendar/calendarDay.ts';
import type { ImportedPathway } from '../../domain/importing/becomes.ts';
import { COLUMNS } from '../../domain/importing/columns.ts';
import { compareWithKnown } from '../../domain/importing/compareWithKnown.ts';
import { displayName } from '../../domain/person/displayName.ts';
import { foldName } from '../../domain/person/foldName.ts';
import type { Db } from '../../platform/database/db.ts';
import { loadKnownFiles, type KnownFile } from './knownPathways.ts';
import type { ReadList } from './reading/readList.ts';
import type { StagedLine } from './imports.store.ts';

/** Structures that a list may name, by folded name. */
export async function structuresByName(db: Db): Promise<Map<string, { id: string; name: string }>> {
  const rows = await db.query<{ id: string; name: string }>(
    `select o.id, o.name from organisations o where o.kind = 'ASSOCIATION'`,
  );
  return new Map(rows.map((row) => [foldName(row.name), row]));
}

/** What each line would do if it were confirmed now. Stores nothing. */
export async function stagedLines(db: Db, _actor: Actor, list: ReadList, today: CalendarDay): Promise<StagedLine[]> {
  const structures = await structuresByName(db);
  const numbers = list.accepted.flatMap(({ person }) => person.foreignerNumber ?? []);
  const known = await loadKnownFiles(db, numbers, today, { lock: false });

  /** The line that stands for each person of the file, by foreigner number. */
  const standsFor = new Map<string, number>();
  const accepted = list.accepted.map((line): StagedLine => {
    const number = line.person.foreignerNumber ?? '';
    const sameAsLine = standsFor.get(number);
    if (sameAsLine !== undefined) return { ...NOTHING, line: line.line, outcome: 'REPEATED', sameAsLine };
    const file = known.get(number);
    const structure = line.structureName === null ? undefined : structures.get(foldName(line.structureName));
    const common = {
      ...NOTHING,
      line: line.line,
      displayName: displayName(line.person),
      foreignerNumber: line.person.foreignerNumber,
      structure: structure?.name ?? null,
      warnings: [...line.warnings, ...unknownStructure(line, structure, file), ...protectionDropped(line, file)],
    };
    if (file === undefined && line.neededToOpen.length > 0)
      return { ...common, outcome: 'REFUSED', errors: line.neededToOpen };
    standsFor.set(number, line.line);
    if (file === undefined) return { ...common, outcome: 'CREATE', parsed: line };
    const { outcome, changes, conflicts } = compareWithKnown(file.known, namedStructure(line, structure?.name));
    return { ...common, outcome, pathwayId: file.pathwayId, parsed: line, changes, conflicts };
  });
  const refused = list.refused.map((line): StagedLine => ({
    ...NOTHING,
    line: line.line,
    outcome: 'REFUSED',
    displayName: line.name,
    foreignerNumber: line.foreignerNumber,
    errors: line.errors,
  }));
  const numberOf = new Map(list.accepted.map(({ line, person }) => [line, person.foreignerNumber ?? '']));
  const repeated = list.repeated.map(({ line, sameAsLine }): StagedLine => ({
    ...NOTHING,
    line,
    outcome: 'REPEATED',
    sameAsLine: standsFor.get(numberOf.get(sameAsLine) ?? '') ?? sameAsLine,
  }));
  return [...accepted, ...refused, ...repeated].sort((a, b) => a.line - b.line);
}

/** A protection is not withdrawn by a letter in a list: the file keeps it, and the agent is told. */
function protectionDropped({ line, bpi }: ImportedPathway, file: KnownFile | undefined): ImportError[] {
  if (bpi !== false || file === undefined || file.known.facts.protectionGrantedOn === null) return [];
  return [
    {
      line,
      column: COLUMNS.bpi.header,
      code: 'contradiction',
      message:
        'BPI vaut «\u00a0N\u00a0», mais le dossier tient la personne pour protégée. La protection est gardée\u00a0: corrigez la liste ou le dossier.',
    },
  ];
}

const NOTHING = {
  displayName: null,
  foreignerNumber: null,
  structure: null,
  pathwayId: null,
  parsed: null,
  errors: [],
  warnings: [],
  changes: [],
  conflicts: [],
  sameAsLine: null,
} as const;

/** A structure that nobody knows changes nothing: the file stays, or waits, where it is. */
export function namedStructure(line: ImportedPathway, known: string | undefined): ImportedPathway {
  return { ...line, structureName: known ?? null };
}

function unknownStructure(
  line: ImportedPathway,
  structure: { id: string } | undefined,
  file: KnownFile | undefined,
): ImportError[] {
  if (line.structureName === null || structure !== undefined) return [];
  const what =
    file === undefined || file.organisationId === null ? 'le dossier sera à attribuer' : 'le dossier reste où il est';
  return [
    {
      line: line.line,
      column: COLUMNS.structure.header,
      code: 'unknown_structure',
      message: `La structure «\u00a0${line.structureName}\u00a0» n’est pas connue\u00a0: ${what}.`,
    },
  ];
}
