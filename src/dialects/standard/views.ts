import type { CreateView } from '../../ops/create-view.ts';
import type { DropView } from '../../ops/drop-view.ts';
import { type Dialect, type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
import { writeFragment, writeNames, writeTable } from '../write.ts';
import { cascade, ifExists, words } from './words.ts';

/** `CREATE VIEW v (a, b) AS …`; `create` is how it begins. */
export function viewStatement({ name, columns, query, materialized }: CreateView, create: string, dialect: Dialect): Lowered {
  const head = words(
    create,
    materialized && 'MATERIALIZED',
    'VIEW',
    writeTable(dialect, name),
    columns && `(${writeNames(dialect, columns)})`,
  );
  return schemaStatement(`${head} AS\n${writeFragment(dialect, query).trim().replace(/;\s*$/, '')}`);
}

export const createView = (op: CreateView, { dialect }: LoweringContext): readonly Lowered[] => [
  viewStatement(op, op.orReplace ? 'CREATE OR REPLACE' : 'CREATE', dialect),
];

export const dropView = (op: DropView, { dialect }: LoweringContext): readonly Lowered[] => [
  schemaStatement(
    words('DROP', op.materialized && 'MATERIALIZED', 'VIEW', ifExists(op), writeTable(dialect, op.name), cascade(op)),
  ),
];

/** For databases whose views have no rows of their own. */
export function refuseMaterialized({ materialized }: { readonly materialized?: boolean }, { title }: Dialect): void {
  if (!materialized) return;
  refuse(
    `${title} has no materialized views`,
    'Keep the rows in a table that insertFrom(…) fills, or leave it out with forDialect(…).',
  );
}
