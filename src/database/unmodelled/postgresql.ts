import { notOfExtension, ownRoutine, schemaList } from '../introspect/postgresql/scope.ts';
import type { Scope } from '../introspect/row.ts';
import type { Kind } from './kind.ts';

const CLASS = 'pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace';

/** https://www.postgresql.org/docs/current/catalog-pg-type.html */
const TYPES = `CASE t.typtype WHEN 'd' THEN 'domain' WHEN 'c' THEN 'composite type' WHEN 'r' THEN 'range type' ELSE 'base type' END`;

/** https://www.postgresql.org/docs/current/catalogs.html */
const IN_SCHEMAS: readonly Kind[] = [
  {
    kind: TYPES, name: 't.typname', from: 'pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace',
    where: `(t.typtype IN ('d', 'r') OR t.typtype = 'b' AND t.typcategory <> 'A'
      OR t.typtype = 'c' AND EXISTS (SELECT FROM pg_class k WHERE k.oid = t.typrelid AND k.relkind = 'c'))
      AND ${notOfExtension('pg_type', 't.oid')}`,
  },
  { kind: `'foreign table'`, name: 'c.relname', from: CLASS, where: `c.relkind = 'f' AND ${notOfExtension('pg_class', 'c.oid')}` },
  {
    kind: `'partition'`, name: 'c.relname', of: 'p.relname', where: `c.relispartition AND c.relkind IN ('r', 'p', 'f')`,
    from: `${CLASS} JOIN pg_inherits i ON i.inhrelid = c.oid JOIN pg_class p ON p.oid = i.inhparent`,
  },
  {
    kind: `'rule'`, name: 'r.rulename', of: 'c.relname', from: `pg_rewrite r JOIN ${CLASS} ON c.oid = r.ev_class`,
    where: `r.rulename <> '_RETURN' AND ${notOfExtension('pg_class', 'c.oid')}`,
  },
  {
    kind: `'table without columns'`, name: 'c.relname', from: CLASS,
    where: `c.relkind IN ('r', 'p') AND NOT c.relispartition AND ${notOfExtension('pg_class', 'c.oid')}
      AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attislocal)`,
  },
  { kind: `'row security'`, name: 'c.relname', from: CLASS, where: 'c.relrowsecurity' },
  { kind: `'policy'`, name: 'p.polname', of: 'c.relname', from: `pg_policy p JOIN ${CLASS} ON c.oid = p.polrelid`, where: 'true' },
  {
    kind: `CASE WHEN t.tgconstraint <> 0 THEN 'constraint trigger' ELSE 'state of trigger' END`, name: 't.tgname', of: 'c.relname',
    from: `pg_trigger t JOIN ${CLASS} ON c.oid = t.tgrelid`, where: `NOT t.tgisinternal AND (t.tgconstraint <> 0 OR t.tgenabled <> 'O')`,
  },
  {
    kind: `CASE p.prokind WHEN 'a' THEN 'aggregate' ELSE 'window function' END`, name: 'p.proname', where: `p.prokind IN ('a', 'w') AND ${ownRoutine('p.oid')}`,
    from: 'pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace',
  },
  {
    kind: `'overload'`, name: `p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')'`, from: 'pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace',
    where: `p.prokind IN ('f', 'p') AND ${ownRoutine('p.oid')} AND EXISTS (SELECT FROM pg_proc o
      WHERE o.pronamespace = p.pronamespace AND o.proname = p.proname AND o.prokind = p.prokind AND o.oid <> p.oid)`,
  },
  {
    kind: `CASE WHEN c.relkind = 'm' THEN 'index of materialized view' ELSE 'state of index' END`, name: 'x.relname', of: 'c.relname',
    from: `pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN ${CLASS} ON c.oid = i.indrelid`, where: `(c.relkind = 'm' OR NOT i.indisvalid) AND c.relkind <> 't'`,
  },
  {
    kind: `'options'`, name: `array_to_string(c.reloptions, ', ')`, of: `'view ' || c.relname`, from: CLASS,
    where: `c.relkind IN ('v', 'm') AND c.reloptions IS NOT NULL AND ${notOfExtension('pg_class', 'c.oid')}`,
  },
  { kind: `'replica identity'`, name: 'c.relname', from: CLASS, where: `c.relkind IN ('r', 'p') AND c.relreplident <> 'd'` },
  { kind: `'statistics'`, name: 's.stxname', from: 'pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace', where: 'true' },
  {
    kind: `'collation'`, name: 's.collname', from: 'pg_collation s JOIN pg_namespace n ON n.oid = s.collnamespace',
    where: notOfExtension('pg_collation', 's.oid'),
  },
  {
    kind: `'operator'`, name: 's.oprname', from: 'pg_operator s JOIN pg_namespace n ON n.oid = s.oprnamespace',
    where: notOfExtension('pg_operator', 's.oid'),
  },
  {
    kind: `'text search configuration'`, name: 's.cfgname', from: 'pg_ts_config s JOIN pg_namespace n ON n.oid = s.cfgnamespace',
    where: notOfExtension('pg_ts_config', 's.oid'),
  },
  {
    kind: `'comment'`, name: 'c.relname', from: CLASS,
    where: `c.relkind IN ('v', 'm', 'S', 'i', 'I') AND obj_description(c.oid, 'pg_class') IS NOT NULL AND ${notOfExtension('pg_class', 'c.oid')}`,
  },
  {
    kind: `'comment'`, name: 'p.proname', from: 'pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace',
    where: `obj_description(p.oid, 'pg_proc') IS NOT NULL AND ${ownRoutine('p.oid')}`,
  },
  {
    kind: `'comment'`, name: 'k.conname', of: 'c.relname', from: `pg_constraint k JOIN ${CLASS} ON c.oid = k.conrelid`,
    where: `obj_description(k.oid, 'pg_constraint') IS NOT NULL`,
  },
];

/** Of the whole database. */
const ELSEWHERE: readonly Kind[] = [
  { kind: `'extension'`, name: 'e.extname', from: 'pg_extension e', where: `e.extname <> 'plpgsql'` },
  { kind: `'event trigger'`, name: 'e.evtname', from: 'pg_event_trigger e', where: notOfExtension('pg_event_trigger', 'e.oid') },
  { kind: `'publication'`, name: 'p.pubname', from: 'pg_publication p', where: 'true' },
];

export const postgresql = (scope: Scope): string => `
SELECT kind, "schema", name, "of", false AS hidden FROM (
${[...IN_SCHEMAS.map((kind) => part(kind, scope)), ...ELSEWHERE.map((kind) => part(kind))].join('\nUNION ALL\n')}
) found ORDER BY kind, "schema", name, "of"`;

const part = ({ kind, name, of = 'NULL', from, where }: Kind, scope?: Scope): string =>
  `SELECT ${kind} AS kind, ${scope ? 'n.nspname::text' : 'NULL'} AS "schema", (${name})::text AS name, (${of})::text AS "of"
FROM ${from} WHERE ${scope ? `n.nspname IN (${schemaList(scope)}) AND (${where})` : where}`;
