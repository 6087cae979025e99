import type { ObjectName } from '../../schema/name.ts';
import type { DialectName } from '../../sql/dialect-name.ts';
import { type Query, type Row, type Scope, flag, known, maybe, nameIn, text } from '../introspect/row.ts';
import { type ScopeOptions, readScope } from '../introspect/scope.ts';
import { mssql } from './mssql.ts';
import { mariadb, mysql } from './mysql.ts';
import { oracle } from './oracle.ts';
import { postgresql } from './postgresql.ts';
import { sqlite } from './sqlite.ts';

/** Something that a database has and a schema model has no words for. */
export interface Unmodelled {
  /** `extension`, `partition`, `event`, `options`: what it is. */
  readonly kind: string;
  readonly name: ObjectName;
  /** What it belongs to. */
  readonly of?: string;
  /** Whether it is a thing that ops make, of which the user may not see what it is. */
  readonly isHidden?: true;
}

/** One query with the columns `kind`, `schema`, `name`, `of` and `hidden`; of these `schema` and `of` may be NULL. */
const QUERIES: { readonly [D in DialectName]: (scope: Scope) => string } = { postgresql, mysql, mariadb, mssql, oracle, sqlite };

/**
 * What of a database `introspect` leaves out, as far as its catalogue tells it, of the same schemas; what belongs to no
 * schema is told as well. Owners, grants and rows are never looked at.
 */
export async function unmodelled(dialect: DialectName, query: Query, options: ScopeOptions = {}): Promise<readonly Unmodelled[]> {
  const scope = await readScope(dialect, query, options);
  return (await query(QUERIES[dialect](scope))).map((row) => unmodelledOf(row, scope));
}

const unmodelledOf = (row: Row, scope: Scope): Unmodelled =>
  known<Unmodelled>({
    kind: text(row, 'kind'),
    name: nameIn(scope, maybe(row, 'schema'), text(row, 'name')),
    of: maybe(row, 'of'),
    isHidden: flag(row, 'hidden') || undefined,
  });

/** `partition measurement_2024 of measurement` */
export const displayUnmodelled = ({ kind, name: { schema, name }, of, isHidden }: Unmodelled): string =>
  `${isHidden ? 'hidden ' : ''}${kind} ${schema === undefined ? '' : `${schema}.`}${name}${of === undefined ? '' : ` of ${of}`}`;
