import { PUBLIC } from '../../ops/grant.ts';
import type { Revoke } from '../../ops/revoke.ts';
import type { Grantee, Privilege, Securable } from '../../schema/grant.ts';
import { type Dialect, type Lowered, type LoweringContext, refuse } from '../dialect.ts';
import { writeLiteral, writeName, writeTable } from '../write.ts';
import { isPlainText } from './backslash-neutral-text.ts';
import { type GrantForms, revokeAs } from './grants.ts';
import { refuseCascade } from './no-cascade.ts';

const HINT = 'Leave it out, or give this database another grant with forDialect(…).';

/** What can be granted on what: https://dev.mysql.com/doc/refman/8.4/en/grant.html#grant-privileges */
const PRIVILEGES: { readonly [K in Securable['kind']]: { readonly [P in Privilege]?: string } } = {
  table: {
    select: 'SELECT', insert: 'INSERT', update: 'UPDATE', delete: 'DELETE', references: 'REFERENCES',
    trigger: 'TRIGGER', alter: 'ALTER', all: 'ALL PRIVILEGES',
  },
  // NEXT VALUE FOR takes INSERT, PREVIOUS VALUE FOR takes SELECT:
  // https://mariadb.com/docs/server/reference/sql-structure/sequences/create-sequence
  sequence: {
    select: 'SELECT', insert: 'INSERT', alter: 'ALTER', usage: 'SELECT, INSERT', all: 'ALL PRIVILEGES',
  },
  schema: {
    select: 'SELECT', insert: 'INSERT', update: 'UPDATE', delete: 'DELETE', references: 'REFERENCES',
    trigger: 'TRIGGER', alter: 'ALTER', execute: 'EXECUTE', all: 'ALL PRIVILEGES',
  },
  function: { execute: 'EXECUTE', alter: 'ALTER ROUTINE', all: 'ALL PRIVILEGES' },
  procedure: { execute: 'EXECUTE', alter: 'ALTER ROUTINE', all: 'ALL PRIVILEGES' },
};

const OF_COLUMNS: readonly Privilege[] = ['select', 'insert', 'update', 'references'];

function privilege(each: Privilege, on: Securable, { title }: Dialect): string {
  if (on.kind === 'table' && on.columns && !OF_COLUMNS.includes(each)) {
    refuse(`${title} has no privilege '${each}' on columns`, 'Grant it on the whole table.');
  }
  const word = PRIVILEGES[on.kind][each];
  if (word !== undefined) return word;
  // USAGE is the word for no privilege at all, TRUNCATE goes by DROP.
  return refuse(`${title} has no privilege '${each}' on a ${on.kind}`, HINT);
}

/**
 * A signature has nothing to say, since a routine is known by its name alone. In the name of a database `_` and `%`
 * stand for any characters unless a backslash is before them, even between backticks, so that a grant on `my_app`
 * would be one on `my1app` as well. https://dev.mysql.com/doc/refman/8.4/en/grant.html#grant-quoting
 */
function securable({ kind, name }: Securable, dialect: Dialect): string {
  if (kind === 'table' || kind === 'sequence') return writeTable(dialect, name);
  if (kind !== 'schema') return `${kind.toUpperCase()} ${writeTable(dialect, name)}`;
  const plain = writeName(dialect, name.name);
  return /[_%\\]/.test(name.name) ? `${dialect.lexicon.quote(name.name.replace(/[_%\\]/g, '\\$&'))}.*` : `${plain}.*`;
}

/** A user's name or host: a plain string. */
export function account(text: string, dialect: Dialect): string {
  if (!isPlainText(text)) {
    refuse(`the user or host '${text}' holds a backslash or a control character`, 'Write the grant with execute(…).');
  }
  return writeLiteral(dialect, text);
}

export const isPublic = ({ name, host }: Grantee): boolean => name === PUBLIC.name && host === undefined;

export const userGrants = (grantee: GrantForms['grantee']): GrantForms => ({ privilege, securable, grantee });

export const revokeFromUsers =
  (forms: GrantForms) =>
  (op: Revoke, context: LoweringContext): readonly Lowered[] => {
    refuseCascade(op, 'what a user granted on stays with those who have it', context.dialect);
    return revokeAs(forms)(op, context);
  };
