/** A project with everything that a run can be cut in: two heads and their merge, rows that change within a revision, SQL by hand. */
import { openProject, type Project } from '../../src/compiler.ts';
import { findConfig, loadConfig } from '../../src/config.ts';
import type { DialectName } from '../../src/sql/dialect-name.ts';
import { makeProject } from '../support/project.ts';

const IMPORTS = 'addColumn, alterColumn, bulkInsert, column, createIndex, createTable, execute, migration, primaryKey, requires, sql, types, variable';

/** A migration's text. */
export const file = (id: string, revises: string, upgrade: string): string =>
  `import { ${IMPORTS} } from 'migsql';\n\nexport default migration({ id: '${id}', revises: ${revises}, upgrade: [\n${upgrade}\n] });\n`;

/** Run twice, each would leave other rows. */
const moved = (by: string, back: string): string =>
  `  execute('UPDATE account SET balance = balance ${by}', { reverse: 'UPDATE account SET balance = balance ${back}' }),`;

const CHAIN = {
  'migrations/1.ts': file('aaaa1111', 'null', `
  createTable('account', [column('id', types.integer(), { nullable: false }), column('balance', types.integer(), { nullable: false }), primaryKey(['id'])]),
  bulkInsert('account', [{ id: 1, balance: 100 }, { id: 2, balance: 200 }]),
  createIndex('ix_balance', 'account', ['balance'], { on: { postgresql: { concurrently: true } } }),`),
  'migrations/2.ts': file('bbbb2222', "'aaaa1111'", `
  addColumn('account', column('note', types.string(40))),
${moved('+ 7', '- 7')}
  createTable('entry', [column('id', types.integer())]),`),
  'migrations/3.ts': file('cccc3333', "'aaaa1111'", `
  execute('CREATE TABLE by_hand (id integer)', { reverse: 'DROP TABLE by_hand' }),
${moved('* 3', '/ 3')}
  execute('CREATE TABLE by_hand_too (id integer)', { reverse: 'DROP TABLE by_hand_too' }),`),
  'migrations/4.ts': file('dddd4444', "['bbbb2222', 'cccc3333']", `
  alterColumn('account', 'note', { type: types.string(80) }),
  requires(sql\`EXISTS (SELECT * FROM account WHERE balance > 0)\`, 'no balance'),
  createTable('last', [column('id', types.integer())]),`),
};

/** The chain as a project of one dialect. */
export const chainFiles = (dialect: DialectName): { readonly [path: string]: string } => ({ ...CHAIN, 'migsql.config.json': JSON.stringify({ dialect }) });

/** Behind the chain, a revision with other ops in the middle, as source. */
export const withOps = (dialect: DialectName, ...ops: readonly string[]): { readonly [path: string]: string } => ({
  ...chainFiles(dialect),
  'migrations/5.ts': file('eeee5555', "'dddd4444'", `
  createTable('before_it', [column('id', types.integer())]),
${ops.map((op) => `  ${op},`).join('\n')}
  createTable('behind_it', [column('id', types.integer())]),`),
});

/** Behind the chain, a revision with SQL by hand in the middle. */
export const withHand = (dialect: DialectName, ...statements: readonly string[]): { readonly [path: string]: string } =>
  withOps(dialect, ...statements.map((sql) => `execute(${JSON.stringify(sql)})`));

export const openFiles = async (files: { readonly [path: string]: string }): Promise<Project> => openProject(await loadConfig(findConfig(makeProject(files))));
