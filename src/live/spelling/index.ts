import type { DialectName } from '../../sql/dialect-name.ts';
import { byEvaluation } from './mysql.ts';
import { byScratchObjects } from './postgresql.ts';
import { unlessRenamed } from './sqlite.ts';
import { type Spell, undecidedTable } from './spelling.ts';

export type { Spelling, Undecided } from './spelling.ts';

/** Texts are kept as they were written: what differs is another text. */
const asWritten: Spell = async () => ({ tables: [], objects: [], undecided: [] });

/** Views, routines and triggers are kept as they were written; of an expression the server keeps its own words. */
const expressionsAlone: Spell = async ({ tables }) => ({
  tables: [],
  objects: [],
  undecided: tables.flatMap((each) => undecidedTable(each, 'the server keeps expressions in words of its own')),
});

/** How each server is asked whether two texts mean the same to it. */
export const SPELLINGS: { readonly [D in DialectName]: Spell } = {
  postgresql: byScratchObjects,
  mysql: byEvaluation,
  mariadb: byEvaluation,
  mssql: expressionsAlone,
  oracle: asWritten,
  sqlite: unlessRenamed,
};
