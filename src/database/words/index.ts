import type { DialectName } from '../../sql/dialect-name.ts';
import { mssql } from './mssql.ts';
import { mysql } from './mysql.ts';
import { oracle } from './oracle.ts';
import { postgresql } from './postgresql.ts';
import { sqlite } from './sqlite.ts';
import type { SessionWords } from './session-words.ts';

export type { LedgerWords, LockWords, SessionWords } from './session-words.ts';

export const SESSION_WORDS: { readonly [D in DialectName]: SessionWords } = { postgresql, mysql, mariadb: mysql, mssql, oracle, sqlite };
