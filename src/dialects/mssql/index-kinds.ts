import type { Index } from '../../schema/table-index.ts';
import { type Dialect, refuse } from '../dialect.ts';
import { needs } from '../server.ts';

/** What each kind of index has not, so that the server would refuse the statement. */
export function checkKind(index: Index, dialect: Dialect): void {
  const { clustered, columnstore, fillfactor } = index.on?.mssql ?? {};
  if (fillfactor !== undefined && !(Number.isInteger(fillfactor) && fillfactor >= 1 && fillfactor <= 100))
    refuse(`a fill factor of ${fillfactor} is none`, 'It is a whole number from 1 to 100.');
  if (columnstore) checkColumnstore(index, dialect);
  else if (clustered) checkClustered(index);
}

/** https://learn.microsoft.com/sql/t-sql/statements/create-columnstore-index-transact-sql */
function checkColumnstore(index: Index, dialect: Dialect): void {
  const { name, unique, keys, include, on } = index;
  const { clustered, fillfactor, online } = on?.mssql ?? {};
  const without = (what: string): never => refuse(`the columnstore index '${name}' has no ${what}`, 'Leave it out.');
  if (clustered) {
    refuse(
      `the clustered columnstore index '${name}' would hold every column, not the keys that are given`,
      'Leave out clustered for an index of some columns, or write CREATE CLUSTERED COLUMNSTORE INDEX with execute(…).',
    );
  }
  if (unique) without('unique keys');
  if (keys.some(({ order }) => order !== undefined)) without('order of its columns');
  if (include) without('columns beside its own');
  if (fillfactor !== undefined) without('fill factor');
  if (online) needs(dialect, 'ONLINE = ON of a columnstore index', 14);
}

/** The rows themselves are its leaves: https://learn.microsoft.com/sql/t-sql/statements/create-index-transact-sql */
function checkClustered({ name, where, include }: Index): void {
  const hint = "Leave out 'clustered', or what it cannot have.";
  if (where) refuse(`the clustered index '${name}' holds every row, and takes no condition`, hint);
  if (include) refuse(`the clustered index '${name}' holds every column, and includes none`, hint);
}
