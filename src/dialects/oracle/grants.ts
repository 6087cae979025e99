import { type Grant, PUBLIC } from '../../ops/grant.ts';
import type { Revoke } from '../../ops/revoke.ts';
import type { Grantee, Privilege, Securable } from '../../schema/grant.ts';
import { type Dialect, type Lowered, type LoweringContext, refuse } from '../dialect.ts';
import { needs } from '../server.ts';
import { type GrantForms, grantAs, revokeAs } from '../standard/grants.ts';
import { writeName, writeTable } from '../write.ts';

type Words = { readonly [P in Privilege]?: string };

/**
 * What Oracle calls the privileges on each kind of object:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/GRANT.html (Object Privileges); those on a schema
 * came with 23ai: https://docs.oracle.com/en/database/oracle/oracle-database/23/sqlrf/GRANT.html
 */
const PRIVILEGES: { readonly [K in Securable['kind']]: Words } = {
  table: {
    select: 'SELECT',
    insert: 'INSERT',
    update: 'UPDATE',
    delete: 'DELETE',
    references: 'REFERENCES',
    alter: 'ALTER',
    all: 'ALL',
  },
  // SELECT is what NEXTVAL and CURRVAL need.
  sequence: { select: 'SELECT', usage: 'SELECT', alter: 'ALTER', all: 'ALL' },
  function: { execute: 'EXECUTE', all: 'ALL' },
  procedure: { execute: 'EXECUTE', all: 'ALL' },
  schema: {
    select: 'SELECT ANY TABLE',
    insert: 'INSERT ANY TABLE',
    update: 'UPDATE ANY TABLE',
    delete: 'DELETE ANY TABLE',
    alter: 'ALTER ANY TABLE',
    execute: 'EXECUTE ANY PROCEDURE',
  },
};

/** Of some columns of a table alone. */
const OF_COLUMNS: readonly Privilege[] = ['insert', 'update', 'references'];

function privilegeWords(privilege: Privilege, on: Securable, dialect: Dialect): string {
  const found = PRIVILEGES[on.kind][privilege];
  if (found === undefined) {
    return refuse(
      `Oracle has no privilege '${privilege}' on a ${on.kind}`,
      on.kind === 'schema' && privilege === 'usage'
        ? 'Leave it out with forDialect(…): a schema needs none, its tables have their own.'
        : 'Leave it out, or give this database another grant with forDialect(…).',
    );
  }
  if (on.kind === 'schema') needs(dialect, 'a privilege on a schema', 23);
  if (on.kind === 'table' && on.columns && !OF_COLUMNS.includes(privilege)) {
    refuse(
      `Oracle has no privilege '${privilege}' on columns`,
      "Only 'insert', 'update' and 'references' are granted on columns: grant it on the table, or on a view of them.",
    );
  }
  return found;
}

function granteeName({ name, host }: Grantee, dialect: Dialect): string {
  if (host !== undefined) {
    refuse(
      `'${name}' has a host, and users of Oracle are not told apart by where they come from`,
      'Leave the host out, or keep it to MySQL and MariaDB with forDialect(…).',
    );
  }
  return name === PUBLIC.name ? 'PUBLIC' : writeName(dialect, name);
}

const FORMS: GrantForms = {
  privilege: privilegeWords,
  securable: ({ kind, name }, dialect) =>
    kind === 'schema' ? `SCHEMA ${writeName(dialect, name.name)}` : writeTable(dialect, name),
  grantee: granteeName,
};

export function grant(op: Grant, context: LoweringContext): readonly Lowered[] {
  if (op.on.kind === 'schema' && op.withGrantOption) {
    refuse('a privilege on a schema is granted without WITH GRANT OPTION', 'Leave it out, or grant on each table.');
  }
  return grantAs(FORMS)(op, context);
}

/**
 * What a grantee has granted on goes with it in any case; foreign keys that REFERENCES allowed go by CASCADE
 * CONSTRAINTS. Privileges on columns go with those on the whole table alone (ORA-01750):
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/REVOKE.html
 */
export function revoke({ cascade, ...op }: Revoke, context: LoweringContext): readonly Lowered[] {
  if (op.on.kind === 'table' && op.on.columns) {
    refuse(
      'Oracle revokes no privilege on columns',
      'Revoke it on the whole table, and grant it again on the columns that keep it.',
    );
  }
  const takesKeys = op.on.kind === 'table' && op.privileges.some((each) => each === 'references' || each === 'all');
  return revokeAs(FORMS)(op, context).map((statement) =>
    cascade && takesKeys ? { ...statement, sql: `${statement.sql} CASCADE CONSTRAINTS` } : statement,
  );
}
