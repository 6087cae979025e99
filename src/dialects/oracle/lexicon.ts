import { type Lexicon, refuse } from '../dialect.ts';

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Oracle-SQL-Reserved-Words.html */
const RESERVED =
  'access add all alter and any as asc audit between by char check cluster column column_value comment compress ' +
  'connect create current date decimal default delete desc distinct drop else exclusive exists file float for ' +
  'from grant group having identified immediate in increment index initial insert integer intersect into is level ' +
  'like lock long maxextents minus mlslabel mode modify nested_table_id noaudit nocompress not nowait null number ' +
  'of offline on online option or order pctfree prior public raw rename resource revoke row rowid rownum rows ' +
  'select session set share size smallint start successful synonym sysdate table then to trigger uid union unique ' +
  'update user validate values varchar varchar2 view whenever where with';

/** Not reserved, but where a column's name may stand, each of them begins something else. */
const AMBIGUOUS = 'case constraint foreign primary';

const CONTROL = /[\x00-\x1f\x7f\u2028\u2029]/;

export const lexicon: Lexicon = {
  /**
   * A name between quotes cannot hold a quote:
   * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Database-Object-Names-and-Qualifiers.html
   */
  quote: (name) =>
    name.includes('"') || CONTROL.test(name)
      ? refuse(
          `the name ${JSON.stringify(name)} holds a double quote or a line end`,
          'Oracle has no such names: choose another.',
        )
      : `"${name}"`,
  reserved: new Set(`${RESERVED} ${AMBIGUOUS}`.split(' ')),
  // Names without quotes begin with a letter and fold to upper case, so that one with upper case letters needs quotes.
  plain: /^[a-z][a-z0-9_$#]*$/,
  folded: (name) => name.toUpperCase(),
  // https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Database-Object-Names-and-Qualifiers.html
  longestName: { count: 128, unit: 'bytes' },
  olderNames: { before: [12, 2], longest: { count: 30, unit: 'bytes' } },
};
