import type { DropColumn } from '../../ops/drop-column.ts';
import type { DropConstraint } from '../../ops/drop-constraint.ts';
import type { DropIndex } from '../../ops/drop-index.ts';
import type { Constraint } from '../../schema/constraint.ts';
import type { Index } from '../../schema/table-index.ts';
import { generatedFrom } from '../../schema/uses.ts';
import { type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
import { dependentsOf } from './dependents.ts';
import { lowerInTurn } from './one-by-one.ts';
import { refuseCascade } from './no-cascade.ts';
import { columnThere, drops } from './proofs.ts';
import { ifExists, words } from './words.ts';
import { writeName, writeTable } from '../write.ts';

interface Drops {
  readonly dropConstraint: (op: DropConstraint, context: LoweringContext) => readonly Lowered[];
  readonly dropIndex: (op: DropIndex, context: LoweringContext) => readonly Lowered[];
}

/**
 * MySQL and MariaDB keep a column that a foreign key (errors 1828, 1553), a check of several columns (3959) or an index
 * expression (3837) needs. A key of several columns would stay without it on MySQL, for other columns than it was made
 * for, and keeps it on MariaDB (1072). Neither drops a column that others are computed from (3108, 1054). So those go
 * before; what is on this column alone goes with it:
 * https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html
 * https://dev.mysql.com/doc/refman/8.4/en/alter-table.html#alter-table-add-drop-column
 * https://mariadb.com/kb/en/alter-table/#drop-column
 */
export const dropColumnWithDependents =
  ({ dropConstraint, dropIndex }: Drops) =>
  (op: DropColumn, context: LoweringContext): readonly Lowered[] => {
    const { table, column } = op;
    const { dialect, schema } = context;
    refuseCascade(op, 'foreign keys of other tables stay, and keep a column that they reference', dialect);
    const known = schema.table(table);
    const { primaryKey, uniques, foreignKeys, checks, indexes } = dependentsOf(known, column);
    const computed = (known?.columns ?? []).filter((each) => generatedFrom(each, column));
    if (computed.length) {
      return lowerInTurn([...computed.map(({ name }) => ({ ...op, column: name })), op], table, context);
    }
    const keys = [...uniques, ...(primaryKey ? [primaryKey] : [])].filter((key) => key.columns.length > 1);
    const named = checks.filter(({ name }) => name !== undefined);
    return [
      ...[...foreignKeys, ...named, ...keys].flatMap((each) => dropConstraint(dropOf(op, each, context), context)),
      ...indexes
        .filter((index) => staysBehind(index, column))
        .flatMap(({ name }) => dropIndex({ op: 'dropIndex', table, name, ...existing(op) }, context)),
      dropOne(op, context),
    ];
  };

const existing = ({ ifExists: asked }: DropColumn): { readonly ifExists?: boolean } =>
  asked ? { ifExists: asked } : {};

const dropOne = (op: DropColumn, { dialect }: LoweringContext): Lowered =>
  drops(
    schemaStatement(
      words('ALTER TABLE', writeTable(dialect, op.table), 'DROP COLUMN', ifExists(op), writeName(dialect, op.column)),
    ),
    columnThere(op.table, op.column),
    dialect,
  );

const staysBehind = ({ keys }: Index, column: string): boolean =>
  keys.some((key) => !('column' in key && key.column === column));

/** A primary key is called PRIMARY, whatever its name. */
function dropOf(op: DropColumn, constraint: Constraint, { dialect }: LoweringContext): DropConstraint {
  const { table, column } = op;
  const { kind, name = kind === 'primaryKey' ? 'PRIMARY' : undefined } = constraint;
  if (name !== undefined) return { op: 'dropConstraint', table, name, kind, ...existing(op) };
  return refuse(
    `${dialect.title} keeps column '${column}' while its ${kind} constraint is there, which has no name to drop it by`,
    'Drop it by execute(…) before, with the name that SHOW CREATE TABLE gives.',
  );
}
