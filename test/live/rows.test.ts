/** Databases that no test can ask, by the rows that their vendors' pages describe: a baseline of each makes the model that was read. */
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openProject, type Project } from '../../src/compiler.ts';
import { loadConfig } from '../../src/config.ts';
import type { Connection } from '../../src/database/connection.ts';
import { baseline, drift, isDrifted, proveBaseline } from '../../src/live/index.ts';
import { migrationSource } from '../../src/migrations/write.ts';
import { makeProject } from '../support/project.ts';
import * as mssql from '../database/rows/mssql.ts';
import * as mysql from '../database/rows/mysql.ts';
import * as oracle from '../database/rows/oracle.ts';

const ROWS = { mysql, mssql, oracle };

/** A session that answers questions about the catalogue, and is at the heads that are given. */
const connectionOf = (dialect: keyof typeof ROWS, heads: readonly string[]): Connection => ({
  dialect,
  server: '99',
  display: dialect,
  run: async () => ({}),
  query: async (sql) => {
    if (/UNION ALL[^]*ORDER BY/.test(sql)) return [];
    const fitting = ROWS[dialect].ROWS.find(([pattern]) => pattern.test(sql));
    if (fitting) return fitting[1];
    if (/FROM migsql_version/i.test(sql)) return heads.map((revision) => ({ revision }));
    return heads.length && /migsql_version/i.test(sql) && !/migsql_ledger/i.test(sql) ? [{ found: 1 }] : [];
  },
  cancel: () => {},
  close: async () => {},
});

const projectWith = async (dialect: string, files: { readonly [path: string]: string }): Promise<Project> => {
  const config = { dialect, cache: false, server: { mysql: '8.4', mssql: '2022', oracle: '23' } };
  return openProject(await loadConfig(join(makeProject({ ...files, 'migsql.config.json': JSON.stringify(config) }), 'migsql.config.json')));
};

const test = suite('baselines of what vendors describe');
for (const dialect of ['mysql', 'mssql', 'oracle'] as const) {
  test(`${dialect}: is written, read back, and is no drift`, async () => {
    const options = dialect === 'mssql' ? { schemas: ['dbo', 'app'] } : {};
    const { found, model } = await baseline(await projectWith(dialect, { 'migrations/.keep': '' }), connectionOf(dialect, []), options);
    assert.ok(found.length > 0);
    const written = { id: 'b0', revises: [], title: 'baseline', branchLabels: [], dependsOn: [], upgrade: found.map(({ op }) => ({ op })), downgrade: 'reversed' as const };
    const project = await projectWith(dialect, { 'migrations/b0.ts': migrationSource(written) });
    await proveBaseline(project, 'b0', model, { dialect });
    assert.not(isDrifted(await drift(project, connectionOf(dialect, ['b0']), options)));
  });
}
test.run();
