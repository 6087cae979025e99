import type { Dialect } from '../../dialects/dialect.ts';
import { parseVersion } from '../../dialects/server.ts';
import { writeLiteral, writeName, writeTable } from '../../dialects/write.ts';
import type { Plan, PlannedStep } from '../../plan/index.ts';
import { versionColumn } from '../../plan/version-table.ts';
import { headsText } from '../facts.ts';
import type { ScriptInput } from './layout.ts';

// What the scripts of MySQL and MariaDB are written from, whose statements are conditional only as prepared ones.

/** A script for one of the two must not run on the other, nor on an older one. */
export interface ServerFacts {
  readonly isMariadb: boolean;
  readonly title: string;
  /** As the script counts it: three digits for each number but the first. */
  readonly number: number;
}

export function serverFacts({ server }: Plan, { name, title }: Dialect): ServerFacts {
  const [major = 0, minor = 0, patch = 0] = parseVersion(server) ?? [];
  return { isMariadb: name === 'mariadb', title: `${title} ${server}`, number: major * 1_000_000 + minor * 1000 + patch };
}

/** The heads that the version table holds while the last whole block is before the `below`th. */
export interface HeadsWhile {
  readonly below: number;
  readonly heads: string;
}

/** One entry for each change of the heads, so that a long script has a short list; the last holds at the end. */
export function headsWhile({ plan, dialect, failures }: ScriptInput): readonly HeadsWhile[] {
  const after = [...failures.map(({ heads }) => heads), plan.to].map((heads) => writeLiteral(dialect, headsText(heads)));
  return after.flatMap((heads, block) => (heads === after[block + 1] ? [] : [{ below: block + 1, heads }]));
}

const versions = (plan: Plan, dialect: Dialect) => {
  const table = writeTable(dialect, plan.versionTable);
  const column = writeName(dialect, versionColumn(plan.versionTable));
  const list = (ids: readonly string[]): string => [...ids].sort().map((id) => writeLiteral(dialect, id)).join(', ');
  const some = (ids: readonly string[]): string => `EXISTS (SELECT 1 FROM ${table} WHERE ${column} IN (${list(ids)}))`;
  return { table, column, list, some };
};

/** The heads that a script of this form can begin at: those of its own steps and around them. */
function knownHeads({ from, to, steps, lineage }: Plan): readonly string[] {
  const own = new Set(steps.map(({ revision }) => revision));
  const around = steps.flatMap(({ revision }) => lineage.prerequisites(revision)).flatMap((id) => [id, ...lineage.appliedBy(id)]);
  const known = new Set([...from, ...to, ...own, ...around, ...to.flatMap((id) => lineage.appliedBy(id))]);
  // What comes after a revision that goes must go before it.
  const after = steps.flatMap(({ revision }) => lineage.appliedBy(revision)).filter((id) => !own.has(id));
  if (steps[0]?.direction === 'downgrade') after.forEach((id) => known.delete(id));
  else after.forEach((id) => known.add(id));
  return [...known];
}

/** Whether the database is where an idempotent script can begin: a query that says so, and the answer without a table. */
export function idempotentStart(plan: Plan, dialect: Dialect): { readonly query: string; readonly atBase: number } {
  const { table, column, list, some } = versions(plan, dialect);
  const known = knownHeads(plan);
  const needed = plan.steps[0]?.direction === 'downgrade' ? plan.to : plan.from;
  const unknown = known.length ? ` WHERE ${column} NOT IN (${list(known)})` : '';
  const conditions = [
    `NOT EXISTS (SELECT 1 FROM ${table}${unknown})`,
    ...needed.map((id) => some(plan.lineage.appliedBy(id))),
  ];
  const query = `SELECT ${conditions.join(' AND ')} INTO @migsql_start_ok`;
  return { query: writeLiteral(dialect, query), atBase: needed.length === 0 ? 1 : 0 };
}

/** Whether a step is still to be done. */
export function stepQuery({ revision, direction }: PlannedStep, plan: Plan, dialect: Dialect): string {
  const { table, column, list } = versions(plan, dialect);
  const wanted = direction === 'upgrade' ? '= 0' : '> 0';
  const applied = list(plan.lineage.appliedBy(revision));
  return writeLiteral(dialect, `SELECT COUNT(*) ${wanted} INTO @migsql_run FROM ${table} WHERE ${column} IN (${applied})`);
}

export interface VersionRow {
  readonly literal: string;
  /** Whether exactly one row must change. */
  readonly one: boolean;
}

/** What a step does to the version table wherever the database is. */
export function versionRows({ revision, direction }: PlannedStep, plan: Plan, dialect: Dialect): readonly VersionRow[] {
  const { table, column, list, some } = versions(plan, dialect);
  const id = writeLiteral(dialect, revision);
  const before = plan.lineage.prerequisites(revision);
  const row = (sql: string, one: boolean): VersionRow => ({ literal: writeLiteral(dialect, sql), one });
  const without = `DELETE FROM ${table} WHERE ${column}`;
  if (direction === 'upgrade') {
    const insert = row(`INSERT INTO ${table} (${column}) VALUES (${id})`, true);
    return before.length ? [row(`${without} IN (${list(before)})`, false), insert] : [insert];
  }
  const back = (each: string): string =>
    `INSERT INTO ${table} (${column}) SELECT ${writeLiteral(dialect, each)} FROM DUAL WHERE NOT ${some(plan.lineage.appliedBy(each))}`;
  return [row(`${without} = ${id}`, true), ...before.map((each) => row(back(each), false))];
}

/** A text literal that a person can read: its lines stay lines, which are all the same to the server between words. */
export const readableLiteral = (sql: string, dialect: Dialect): string =>
  /^[^\x01-\x09\x0b-\x1f\x7f\\]*$/.test(sql) ? `'${sql.replaceAll("'", "''")}'` : writeLiteral(dialect, sql);
