import type { Grant } from '../../ops/grant.ts';
import type { Revoke } from '../../ops/revoke.ts';
import { type Dialect, type Lowered, type LoweringContext, refuse } from '../dialect.ts';
import { type GrantForms, grantAs, revokeAs } from '../standard/grants.ts';
import { writeName, writeTable } from '../write.ts';
import type { Grantee, Privilege, Securable } from '../../schema/grant.ts';

type Known = { readonly [P in Privilege]?: string };

const ROWS = {
  select: 'SELECT',
  insert: 'INSERT',
  update: 'UPDATE',
  delete: 'DELETE',
  references: 'REFERENCES',
} as const satisfies Known;

/**
 * The permissions of each kind of object, as the vendor lists them. NEXT VALUE FOR takes UPDATE on the sequence; a
 * function that gives a table takes SELECT, any other EXECUTE:
 * https://learn.microsoft.com/sql/t-sql/statements/grant-object-permissions-transact-sql
 * https://learn.microsoft.com/sql/t-sql/statements/grant-schema-permissions-transact-sql
 * https://learn.microsoft.com/sql/t-sql/functions/next-value-for-transact-sql (Permissions)
 */
const PERMISSIONS: { readonly [K in Securable['kind']]: Known } = {
  table: { ...ROWS, alter: 'ALTER' },
  sequence: { usage: 'UPDATE', update: 'UPDATE', references: 'REFERENCES', alter: 'ALTER' },
  schema: { ...ROWS, execute: 'EXECUTE', alter: 'ALTER' },
  function: { execute: 'EXECUTE', select: 'SELECT', references: 'REFERENCES', alter: 'ALTER' },
  procedure: { execute: 'EXECUTE', alter: 'ALTER' },
};

/** What stands for a privilege that there is not. */
function instead(privilege: Privilege, kind: Securable['kind']): string {
  if (privilege === 'usage' && kind === 'schema')
    return 'A schema needs no permission of its own: grant on what is in it, or select, execute … on the schema.';
  if (privilege === 'truncate') return "TRUNCATE TABLE takes ALTER on the table: grant 'alter'.";
  if (privilege === 'trigger') return "CREATE TRIGGER takes ALTER on the table: grant 'alter'.";
  return `There is ${Object.keys(PERMISSIONS[kind]).join(', ')}.`;
}

/**
 * ALL is deprecated, so that what it means is written out:
 * https://learn.microsoft.com/sql/t-sql/statements/grant-object-permissions-transact-sql (ALL)
 */
function spelledOut(privileges: readonly Privilege[], on: Securable): readonly Privilege[] {
  const all = allOf(on);
  const each = privileges.flatMap((privilege) => (privilege === 'all' && all ? all : [privilege]));
  return [...new Set(each)];
}

function allOf(on: Securable): readonly Privilege[] | undefined {
  if (on.kind === 'procedure') return ['execute'];
  if (on.kind !== 'table') return undefined;
  return on.columns ? ['select', 'update', 'references'] : ['select', 'insert', 'update', 'delete', 'references'];
}

function permission(privilege: Privilege, on: Securable): string {
  const found = PERMISSIONS[on.kind][privilege];
  const ofColumns = ['select', 'update', 'references'].includes(privilege);
  if (found !== undefined && on.kind === 'table' && on.columns && !ofColumns)
    return refuse(
      `SQL Server grants no '${privilege}' on columns`,
      "Columns have 'select', 'update' and 'references'.",
    );
  return (
    found ??
    refuse(
      `SQL Server has no privilege '${privilege}' on a ${on.kind}`,
      instead(privilege, on.kind),
    )
  );
}

/** Behind the class stands the name: https://learn.microsoft.com/sql/t-sql/statements/grant-transact-sql */
const securable = ({ kind, name }: Securable, dialect: Dialect): string =>
  kind === 'schema' ? `SCHEMA::${writeName(dialect, name.name)}` : `OBJECT::${writeTable(dialect, name)}`;

/** Everyone is the role `public`, whose name is a reserved word and needs no brackets here. */
function grantee({ name, host }: Grantee, dialect: Dialect): string {
  if (host !== undefined)
    refuse(`SQL Server does not tell users of one name apart by a host ('${name}'@'${host}')`, "Leave 'host' out.");
  return name.toLowerCase() === 'public' ? 'public' : writeName(dialect, name);
}

const FORMS: GrantForms = { privilege: permission, securable, grantee };

const written = <O extends Grant | Revoke>(op: O): O => ({ ...op, privileges: spelledOut(op.privileges, op.on) });

export const grant = (op: Grant, context: LoweringContext): readonly Lowered[] =>
  grantAs(FORMS)(written(op), context);
export const revoke = (op: Revoke, context: LoweringContext): readonly Lowered[] =>
  revokeAs(FORMS)(written(op), context);
