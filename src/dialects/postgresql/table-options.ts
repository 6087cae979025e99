import type { SetTableOptions } from '../../ops/set-table-options.ts';
import { type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
import { writeName, writeTable } from '../write.ts';
import { refusePartitioned } from './partitioned.ts';
import { changedParameters } from './storage.ts';

/** All changes in one statement, so that the rows are written anew once. */
export function setTableOptions({ table, on }: SetTableOptions, context: LoweringContext): readonly Lowered[] {
  const { dialect } = context;
  const { unlogged, with: parameters = {}, tablespace, partitionBy, inherits } = on.postgresql ?? {};
  if (partitionBy) refuse('a table cannot become partitioned', 'Make a partitioned table, and move the rows to it.');
  if (inherits)
    refuse('what a table inherits from is no option that can be set', 'Use execute(…) with INHERIT or NO INHERIT.');
  const isStored = unlogged !== undefined || Object.keys(parameters).length > 0;
  if (isStored) refusePartitioned(table, 'only its partitions have rows to be stored in another way', context);
  const actions = [
    ...changedParameters(parameters, dialect),
    ...(unlogged === undefined ? [] : [unlogged ? 'SET UNLOGGED' : 'SET LOGGED']),
    ...(tablespace === undefined ? [] : [`SET TABLESPACE ${writeName(dialect, tablespace)}`]),
  ];
  return actions.length ? [schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} ${actions.join(', ')}`)] : [];
}
