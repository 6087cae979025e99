import type { Grant } from '../../ops/grant.ts';
import { type Dialect, type Lowered, type LoweringContext, refuse } from '../dialect.ts';
import { type GrantForms, grantAs, revokeAs } from '../standard/grants.ts';
import { writeFragment, writeName, writeTable } from '../write.ts';
import type { Grantee, Privilege, Securable } from '../../schema/grant.ts';

const OF_ROUTINES: readonly Privilege[] = ['execute', 'all'];

/** https://www.postgresql.org/docs/current/ddl-priv.html#PRIVILEGES-SUMMARY-TABLE */
const PRIVILEGES: { readonly [K in Securable['kind']]: readonly Privilege[] } = {
  table: ['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger', 'all'],
  sequence: ['select', 'update', 'usage', 'all'],
  schema: ['usage', 'all'],
  function: OF_ROUTINES,
  procedure: OF_ROUTINES,
};

const OF_COLUMNS: readonly Privilege[] = ['select', 'insert', 'update', 'references', 'all'];

function privilege(wanted: Privilege, on: Securable): string {
  if (wanted === 'alter')
    refuse('PostgreSQL grants no privilege to alter: only the owner can', 'Use execute(…) with ALTER … OWNER TO.');
  const isOfColumns = on.kind === 'table' && on.columns !== undefined;
  const known = isOfColumns ? OF_COLUMNS : PRIVILEGES[on.kind];
  if (!known.includes(wanted)) {
    const what = isOfColumns ? 'columns' : `a ${on.kind}`;
    refuse(`there is no privilege '${wanted}' on ${what}`, `Use ${known.map((each) => `'${each}'`).join(', ')}.`);
  }
  return wanted === 'all' ? 'ALL PRIVILEGES' : wanted.toUpperCase();
}

function securable(on: Securable, dialect: Dialect): string {
  const signature = 'signature' in on && on.signature ? `(${writeFragment(dialect, on.signature)})` : '';
  return `${on.kind.toUpperCase()} ${writeTable(dialect, on.name)}${signature}`;
}

/** No role can have the name, in lower case: https://www.postgresql.org/docs/current/sql-grant.html */
const isEveryone = ({ name }: Grantee): boolean => name === 'public';

function grantee(to: Grantee, dialect: Dialect): string {
  if (to.host !== undefined)
    refuse(
      `roles have no host ('${to.name}'@'${to.host}')`,
      "Leave 'host' out: pg_hba.conf says from where a role may connect.",
    );
  return isEveryone(to) ? 'PUBLIC' : writeName(dialect, to.name);
}

const forms: GrantForms = { privilege, securable, grantee };

export function grant(op: Grant, context: LoweringContext): readonly Lowered[] {
  if (op.withGrantOption && op.to.some(isEveryone))
    refuse('PUBLIC cannot have the grant option', "Leave 'withGrantOption' out, or grant to a role.");
  return grantAs(forms)(op, context);
}

export const revoke = revokeAs(forms);
