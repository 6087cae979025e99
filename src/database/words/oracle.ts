import { writeLiteral, writeName } from '../../dialects/write.ts';
import type { SessionWords } from './session-words.ts';

/** A lock's number, of the schema and the version table as in a script. */
const lockNumber = (text: string): string =>
  `DBMS_UTILITY.GET_HASH_VALUE(SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') || ':' || ${text}, 0, 1073741824)`;

const REQUEST = "'BEGIN :held := DBMS_LOCK.REQUEST(id => :id, lockmode => 6, timeout => 0, release_on_commit => FALSE); END;'";
const RELEASE = "'BEGIN :freed := DBMS_LOCK.RELEASE(id => :id); END;'";

/** Without EXECUTE on DBMS_LOCK (PLS-00201, which is ORA-06550) a run goes on without the lock, as a script does. */
const calling = (call: string, id: string, then: string): string =>
  [
    'DECLARE',
    '  answer PLS_INTEGER := 0;',
    'BEGIN',
    '  BEGIN',
    `    EXECUTE IMMEDIATE ${call} USING OUT answer, IN ${id};`,
    '  EXCEPTION',
    '    WHEN OTHERS THEN',
    '      IF SQLCODE <> -6550 THEN',
    '        RAISE;',
    '      END IF;',
    '      answer := 0;',
    '  END;',
    then,
    'END;',
  ].join('\n');

const STOP = "  IF answer NOT IN (0, 4) THEN\n    RAISE_APPLICATION_ERROR(-20001, 'migsql: another run is under way');\n  END IF;";

export const oracle: SessionWords = {
  settings: [],
  commit: 'COMMIT',
  rollback: 'ROLLBACK',
  // https://docs.oracle.com/en/database/oracle/oracle-database/19/arpls/DBMS_LOCK.html (REQUEST: 0 granted, 4 held already)
  lock: {
    take: ({ text }) => calling(REQUEST, lockNumber(text), STOP),
    refusedAs: 'ORA-20001',
    release: ({ text }) => calling(RELEASE, lockNumber(text), '  NULL;'),
  },
  // A name without quotes is kept in upper case.
  findTable: ({ schema, name }, dialect) => {
    const stored = (part: string): string => writeLiteral(dialect, writeName(dialect, part) === part ? part.toUpperCase() : part);
    const owner = schema === undefined ? "SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')" : stored(schema);
    return `SELECT 1 AS "found" FROM all_tables WHERE owner = ${owner} AND table_name = ${stored(name)}`;
  },
  ledger: {
    now: 'SYSTIMESTAMP',
    ago: (seconds) => `SYSTIMESTAMP - NUMTODSINTERVAL(${seconds}, 'SECOND')`,
    user: "SYS_CONTEXT('USERENV', 'SESSION_USER')",
    // What a resumable script of Oracle tells its runs by: none of its own has this one.
    more: { run: '0', outcome: "'apply'" },
  },
  isDatabase: (name) =>
    `UPPER(${name}) IN (${['DB_NAME', 'CON_NAME', 'CURRENT_SCHEMA'].map((what) => `UPPER(SYS_CONTEXT('USERENV', '${what}'))`).join(', ')})`,
  ask: (condition) => `SELECT CASE WHEN ${condition} THEN 1 ELSE 0 END AS "holds" FROM DUAL`,
};
