import type { DialectName } from './dialect-name.ts';
import { commitsImplicitly } from './recognise/commits.ts';
import { type StatementKind, kindOf } from './recognise/kind.ts';
import { outline } from './recognise/outline.ts';
import { tablesOf } from './recognise/tables.ts';
import { refusalOf } from './recognise/transactional.ts';
import { verbOf } from './recognise/verb.ts';

export type { StatementKind } from './recognise/kind.ts';

/** What the words of a raw statement say about it. */
export interface Recognised {
  /** Its leading keywords in upper case, without modifiers: `CREATE INDEX`, `UPDATE`; empty if it has none. */
  readonly verb: string;
  readonly kind: StatementKind;
  /** Whether it can stand inside a transaction, where the server has such. */
  readonly transactional: boolean;
  /** Why it is not transactional. */
  readonly reason?: string;
  /** It commits the open transaction by itself: most definitions in MySQL, MariaDB and Oracle. */
  readonly commits: boolean;
  /** The tables it changes, as written but without quotes; absent where its first words do not tell. */
  readonly tables?: readonly string[];
}

/**
 * Recognises one statement (for SQL Server, one batch) by its keywords; it always answers and never fails.
 * A statement may be written in any form; text behind a first statement is not looked at, except in a batch.
 */
export function recognise(sql: string, dialect: DialectName): Recognised {
  const read = outline(sql, dialect);
  const verb = verbOf(read, dialect);
  const kind = kindOf(read, verb, dialect);
  const reason = refusalOf(read, dialect);
  const tables = tablesOf(read, verb, dialect);
  return {
    verb,
    kind,
    transactional: reason === undefined,
    ...(reason !== undefined && { reason }),
    commits: commitsImplicitly(read, kind, dialect),
    ...(tables && { tables }),
  };
}
