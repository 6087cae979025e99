import type { Constraint } from '../../schema/constraint.ts';
import type { SchemaObject } from '../../schema/object.ts';
import type { Column } from '../../schema/table.ts';
import type { Index } from '../../schema/table-index.ts';
import type { Catalogue, Of, TableShell } from './assemble.ts';
import { type Query, type Row, type Scope, text } from './row.ts';

/** A query of the catalogue, and what its rows say. */
export type Source<T> = readonly [query: (scope: Scope) => string, read: (rows: readonly Row[], scope: Scope) => readonly T[]];

/** The catalogue of a database, kind by kind. */
export interface Sources {
  readonly tables: Source<TableShell>;
  readonly columns: Source<Of<Column>>;
  readonly constraints: readonly Source<Of<Constraint>>[];
  readonly indexes: Source<Of<Index>>;
  readonly objects: readonly Source<SchemaObject>[];
}

export type ReadCatalogue = (query: Query, schemas: readonly string[] | undefined) => Promise<Catalogue>;

/** @param ownSchema asks for the name of the session's schema */
export const readCatalogue =
  (ownSchema: string, sources: Sources): ReadCatalogue =>
  async (query, schemas) => {
    const [row = {}] = await query(ownSchema);
    const own = text(row, 'name');
    const scope: Scope = { own, schemas: schemas ?? [own] };
    // One at a time: a connection answers one query after the other anyway.
    const read = async <T>([ask, understand]: Source<T>): Promise<readonly T[]> => understand(await query(ask(scope)), scope);
    const each = async <T>(all: readonly Source<T>[]): Promise<readonly T[]> => {
      const found: T[] = [];
      for (const source of all) found.push(...(await read(source)));
      return found;
    };
    return {
      tables: await read(sources.tables),
      columns: await read(sources.columns),
      constraints: await each(sources.constraints),
      indexes: await read(sources.indexes),
      objects: await each(sources.objects),
    };
  };
