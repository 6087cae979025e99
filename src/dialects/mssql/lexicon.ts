import { type Lexicon, refuse } from '../dialect.ts';

/** https://learn.microsoft.com/sql/t-sql/language-elements/reserved-keywords-transact-sql */
const RESERVED =
  'add all alter and any as asc authorization backup begin between break browse bulk by cascade case check ' +
  'checkpoint close clustered coalesce collate column commit compute constraint contains containstable continue ' +
  'convert create cross current current_date current_time current_timestamp current_user cursor database dbcc ' +
  'deallocate declare default delete deny desc disk distinct distributed double drop dump else end errlvl escape ' +
  'except exec execute exists exit external fetch file fillfactor for foreign freetext freetexttable from full ' +
  'function goto grant group having holdlock identity identity_insert identitycol if in index inner insert ' +
  'intersect into is join key kill left like lineno load merge national nocheck nonclustered not null nullif of ' +
  'off offsets on open opendatasource openquery openrowset openxml option or order outer over percent pivot plan ' +
  'precision primary print proc procedure public raiserror read readtext reconfigure references replication ' +
  'restore restrict return revert revoke right rollback rowcount rowguidcol rule save schema securityaudit select ' +
  'semantickeyphrasetable semanticsimilaritydetailstable semanticsimilaritytable session_user set setuser ' +
  'shutdown some statistics system_user table tablesample textsize then to top tran transaction trigger truncate ' +
  'try_convert tsequal union unique unpivot update updatetext use user values varying view waitfor when where ' +
  'while with within writetext';

// A line that is GO alone ends the batch even inside a name, and sqlcmd puts a variable's value in the place of $(…):
// https://learn.microsoft.com/sql/tools/sqlcmd/sqlcmd-use-scripting-variables
const UNSAFE = /[\x00-\x1f\x7f\u2028\u2029]|\$\(/;

/** The name, where a script can hold it. */
export const checkName = (name: string): string =>
  UNSAFE.test(name)
    ? refuse(
        `the name ${JSON.stringify(name)} holds a line end or '$('`,
        'sqlcmd would change it: choose another name.',
      )
    : name;

export const lexicon: Lexicon = {
  quote: (name) => `[${checkName(name).replaceAll(']', ']]')}]`,
  reserved: new Set(RESERVED.split(' ')),
  // Names are compared by the collation, mostly without regard to case, so upper case needs no brackets.
  plain: /^[A-Za-z_][A-Za-z0-9_]*$/,
  // sysname: https://learn.microsoft.com/sql/relational-databases/databases/database-identifiers
  longestName: { count: 128, unit: 'characters' },
};
