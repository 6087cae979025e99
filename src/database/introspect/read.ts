import type { Constraint } from '../../schema/constraint.ts';
import type { SchemaObject } from '../../schema/object.ts';
import type { Column } from '../../schema/table.ts';
import type { Index } from '../../schema/table-index.ts';
import type { Catalogue, Of, TableShell } from './assemble.ts';
import type { Query, Row, Scope } from './row.ts';

/** Asks for what there is of one kind. */
export type Source<T> = (query: Query, scope: Scope) => Promise<readonly T[]>;

/** A query of the catalogue, and what its rows say. */
export const source =
  <T>(ask: (scope: Scope) => string, understand: (rows: readonly Row[], scope: Scope) => readonly T[]): Source<T> =>
  async (query, scope) =>
    understand(await query(ask(scope)), scope);

/** How a catalogue is read: what there is, kind by kind. */
export interface CatalogueQueries {
  /** Asks for the name of the session's schema. */
  readonly ownSchema: string;
  /** Asks for the names of all schemas. */
  readonly schemaNames: string;
  readonly tables: Source<TableShell>;
  readonly columns: Source<Of<Column>>;
  readonly constraints: readonly Source<Of<Constraint>>[];
  readonly indexes: Source<Of<Index>>;
  readonly objects: readonly Source<SchemaObject>[];
}

export async function readCatalogue(
  { tables, columns, constraints, indexes, objects }: CatalogueQueries,
  query: Query,
  scope: Scope,
): Promise<Catalogue> {
  // One at a time: a connection answers one query after the other anyway.
  const each = async <T>(sources: readonly Source<T>[]): Promise<readonly T[]> => {
    const found: T[] = [];
    for (const read of sources) found.push(...(await read(query, scope)));
    return found;
  };
  return {
    tables: await tables(query, scope),
    columns: await columns(query, scope),
    constraints: await each(constraints),
    indexes: await indexes(query, scope),
    objects: await each(objects),
  };
}
