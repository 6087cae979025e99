import type { Constraint, Deferrability, ForeignKey, ReferentialAction } from '../../../schema/constraint.ts';
import { raw } from '../../../sql/fragment.ts';
import { known } from '../row.ts';
import { type Reader, takeColumns, takeName, takeParentheses, takeWords, wordAt } from './reader.ts';

/** What stands in the definition of a column, or as a line of its own. */
export type Clause =
  | { readonly clause: 'constraint'; readonly constraint: Constraint }
  | { readonly clause: 'collation'; readonly collation: string }
  | { readonly clause: 'generated'; readonly expression: string; readonly stored: boolean }
  | { readonly clause: 'other' };

/** @param column the one in whose definition the clauses stand */
export function readClauses(reader: Reader, column?: string): readonly Clause[] {
  const clauses: Clause[] = [];
  while (reader.at < reader.pieces.length) clauses.push(readClause(reader, column));
  return clauses;
}

const OTHER: Clause = { clause: 'other' };

function readClause(reader: Reader, column: string | undefined): Clause {
  const name = takeWords(reader, 'CONSTRAINT') ? takeName(reader) : undefined;
  const columns = (): readonly string[] => (wordAt(reader) === '(' ? takeColumns(reader) : column === undefined ? [] : [column]);
  const constraint = (fields: Constraint): Clause => ({ clause: 'constraint', constraint: { ...fields, ...(name !== undefined && { name }) } });
  if (takeWords(reader, 'PRIMARY', 'KEY')) return constraint({ kind: 'primaryKey', columns: columns() });
  if (takeWords(reader, 'UNIQUE')) return constraint(uniqueOf(columns(), takeConflict(reader)));
  if (takeWords(reader, 'CHECK')) return constraint({ kind: 'check', expression: raw(takeParentheses(reader)) });
  if (takeWords(reader, 'FOREIGN', 'KEY')) return constraint(takeReference(reader, columns()));
  if (wordAt(reader) === 'REFERENCES') return constraint(takeReference(reader, columns()));
  if (takeWords(reader, 'COLLATE')) return { clause: 'collation', collation: takeName(reader) };
  if (takeWords(reader, 'GENERATED', 'ALWAYS', 'AS') || takeWords(reader, 'AS')) {
    return { clause: 'generated', expression: takeParentheses(reader), stored: takeWords(reader, 'STORED') };
  }
  // What the catalogue says as well, or nothing says: DEFAULT, NOT NULL, AUTOINCREMENT, ASC, ON CONFLICT of others.
  if (wordAt(reader) === '(') takeParentheses(reader);
  else reader.at++;
  return OTHER;
}

type Conflict = 'rollback' | 'abort' | 'fail' | 'ignore' | 'replace';

const takeConflict = (reader: Reader): Conflict | undefined =>
  takeWords(reader, 'ON', 'CONFLICT') ? (takeName(reader).toLowerCase() as Conflict) : undefined;

const uniqueOf = (columns: readonly string[], onConflict: Conflict | undefined): Constraint => ({
  kind: 'unique',
  columns,
  ...(onConflict && { on: { sqlite: { onConflict } } }),
});

const ACTIONS: readonly (readonly [ReferentialAction, ...string[]])[] = [
  ['cascade', 'CASCADE'],
  ['restrict', 'RESTRICT'],
  ['setNull', 'SET', 'NULL'],
  ['setDefault', 'SET', 'DEFAULT'],
  ['noAction', 'NO', 'ACTION'],
];

const takeAction = (reader: Reader): ReferentialAction | undefined =>
  ACTIONS.find(([, ...words]) => takeWords(reader, ...words))?.[0];

/** https://www.sqlite.org/syntax/foreign-key-clause.html; MATCH changes nothing. */
function takeReference(reader: Reader, columns: readonly string[]): ForeignKey {
  takeWords(reader, 'REFERENCES');
  const table = { name: takeName(reader) };
  const references = { table, columns: wordAt(reader) === '(' ? takeColumns(reader) : [] };
  const actions: { onDelete?: ReferentialAction | undefined; onUpdate?: ReferentialAction | undefined } = {};
  for (;;) {
    if (takeWords(reader, 'ON', 'DELETE')) actions.onDelete = takeAction(reader);
    else if (takeWords(reader, 'ON', 'UPDATE')) actions.onUpdate = takeAction(reader);
    else if (takeWords(reader, 'MATCH')) reader.at++;
    else break;
  }
  const deferral = takeDeferral(reader);
  return known<ForeignKey>({
    kind: 'foreignKey',
    columns,
    references,
    onDelete: actions.onDelete,
    onUpdate: actions.onUpdate,
    deferrable: deferral.deferrable,
    initially: deferral.initially,
  });
}

function takeDeferral(reader: Reader): Deferrability {
  if (takeWords(reader, 'NOT', 'DEFERRABLE') || !takeWords(reader, 'DEFERRABLE')) return {};
  if (takeWords(reader, 'INITIALLY', 'DEFERRED')) return { deferrable: true, initially: 'deferred' };
  takeWords(reader, 'INITIALLY', 'IMMEDIATE');
  return { deferrable: true };
}
