/** The ops alone: no config, no files. The pages' own code is run by test/ddl.test.ts. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  type ToSqlOptions, addColumn, alterColumn, bulkInsert, column, createIndex, createTable, defineOp, execute, forDialect, fromFile,
  MigsqlError, primaryKey, refused, renameTable, shape, sql, toSql, types, unique,
} from '../src/index.ts';
import { DIALECTS } from '../src/dialects/index.ts';
import type { DialectName } from '../src/sql/dialect-name.ts';
import { statementsOf } from './support/lowered.ts';

const NAMES = Object.keys(DIALECTS) as DialectName[];

/** The problems, as `code: message (hint)`. */
function problemsOf(...given: Parameters<typeof toSql>): readonly string[] {
  try {
    toSql(...given);
  } catch (error) {
    if (!(error instanceof MigsqlError)) throw error;
    return error.diagnostics.map(({ code, message, hint }) => `${code}: ${message} (${hint})`);
  }
  throw new Error('expected problems');
}

const statements = suite('toSql');
for (const dialect of NAMES) {
  statements(`${dialect}: as a script has it`, () => {
    const op = addColumn('t', column('order', types.text(), { default: "it's" }));
    const before = [createTable('t', [column('a', types.integer())])];
    assert.equal(toSql(op, { dialect, before }), statementsOf(DIALECTS[dialect], before[0]!, op));
  });
}
statements('what has no name gets one, of the usual templates or of those given', () => {
  const op = createTable('t', [column('a', types.integer(), { unique: true }), column('b', types.integer(), { primaryKey: true })]);
  assert.match(toSql(op, { dialect: 'sqlite' }).join(), /CONSTRAINT pk_t PRIMARY KEY.*CONSTRAINT uq_t_a UNIQUE/s);
  const naming = { uq: 'u_%(column_0_name)s' };
  assert.match(toSql(op, { dialect: 'sqlite', naming }).join(), /CONSTRAINT pk_t PRIMARY KEY.*CONSTRAINT u_a UNIQUE/s);
});
statements('names are quoted where needed, or always', () => {
  const op = createIndex('ix', { schema: 'app', name: 't' }, ['a', 'Order']);
  assert.equal(toSql(op, { dialect: 'mssql' }), ['CREATE INDEX ix ON app.t (a, [Order])']);
  assert.equal(toSql(op, { dialect: 'mssql', quoting: 'needed' }), ['CREATE INDEX ix ON app.t (a, [Order])']);
  assert.equal(toSql(op, { dialect: 'mssql', quoting: 'always' }), ['CREATE INDEX [ix] ON [app].[t] ([a], [Order])']);
  assert.equal(toSql(renameTable('a', 'b'), { dialect: 'mysql', quoting: 'always' }), ['RENAME TABLE `a` TO `b`']);
});
statements('several ops know of each other, and of those before', () => {
  const ops = [createTable('t', [column('a', types.integer(), { nullable: false })]), alterColumn('t', 'a', { type: types.bigint() })];
  assert.is(toSql(ops, { dialect: 'mysql' })[1], 'ALTER TABLE t MODIFY COLUMN a BIGINT NOT NULL');
  assert.equal(toSql(ops[1]!, { dialect: 'mysql', before: ops.slice(0, 1) }), ['ALTER TABLE t MODIFY COLUMN a BIGINT NOT NULL']);
  assert.equal(toSql([], { dialect: 'mysql' }), []);
});
statements('forDialect chooses, also in what came before', () => {
  const op = forDialect({ mssql: [execute('SELECT 1'), forDialect({ default: [execute('SELECT 2')] })], default: [] });
  assert.equal(toSql(op, { dialect: 'mssql' }), ['SELECT 1', 'SELECT 2']);
  assert.equal(toSql(op, { dialect: 'oracle' }), []);
  const before = [forDialect({ mysql: [createTable('t', [column('a', types.integer())])], default: [] })];
  assert.equal(toSql(alterColumn('t', 'a', { nullable: false }), { dialect: 'mysql', before }), ['ALTER TABLE t MODIFY COLUMN a INT NOT NULL']);
});
statements('an op of the application', () => {
  const vacuum = defineOp('vacuum', {
    shape: { full: shape.optional(shape.boolean()) },
    describe: () => 'vacuum',
    lower: { postgresql: ({ full }) => (full ? sql`VACUUM FULL` : sql`VACUUM`), default: refused('it has none', 'Leave it.') },
  });
  assert.equal(toSql(vacuum({ full: true }), { dialect: 'postgresql' }), ['VACUUM FULL']);
  assert.equal(problemsOf(vacuum({}), { dialect: 'oracle' }), ['refused: vacuum on oracle: it has none (Leave it.)']);
});
statements('a field that is undefined is not there, as in JSON', () => {
  const op = { ...createIndex('ix', 't', ['a']), ifNotExists: undefined } as never;
  assert.equal(toSql(op, { dialect: 'sqlite' }), ['CREATE INDEX ix ON t (a)']);
});
statements.run();

const problems = suite('what is wrong');
problems('all of it at once', () => {
  const interval = addColumn('t', column('a', types.interval()));
  assert.equal(problemsOf([interval, alterColumn('t', 'a', { type: types.text() })], { dialect: 'mysql' }).map((text) => text.split(':')[0]), [
    'refused', 'refused',
  ]);
  assert.equal(problemsOf([{ op: 'dropTable' } as never, forDialect({})], { dialect: 'mysql', before: [null as never] }).map((text) => text.split(' (')[0]), [
    'invalid-op: dropTable: table: is missing', 'not-an-op: expected an op, got null',
  ]);
  assert.match(problemsOf(forDialect({ oracle: [] }), { dialect: 'mysql' }).join(), /no-case-for-dialect: nothing is given for mysql/);
});
problems('a name that its table has not, as in a render', () => {
  const before = [createTable('t', [column('email', types.text())])];
  assert.equal(problemsOf(createIndex('ix', 't', ['emial']), { dialect: 'sqlite', before }), [
    "not-in-schema: createIndex: table t has no column 'emial' (Did you mean email?)",
  ]);
});
problems('rows of a file, which belongs to a migration', () => {
  assert.match(problemsOf(bulkInsert('t', fromFile('rows.csv')), { dialect: 'sqlite' }).join(), /refused: .*(rows|columns)/);
});
problems('an unknown dialect, for TypeScript and at run time', () => {
  const op = unique(['a']) && renameTable('a', 'b');
  assert.equal(
    // @ts-expect-error no dialect
    problemsOf(op, { dialect: 'postgres' }),
    ["invalid-option: 'dialect' must be one of postgresql, mysql, mariadb, mssql, oracle, sqlite, not \"postgres\" (Did you mean postgresql?)"],
  );
  // @ts-expect-error no dialect at all
  assert.match(problemsOf(op, {}).join(), /'dialect' must be one of/);
  // @ts-expect-error no options at all
  assert.match(problemsOf(op).join(), /'dialect' must be one of/);
});
problems('options that do not exist, or hold what they cannot', () => {
  const op = createTable('t', [column('a', types.integer()), primaryKey(['a'])]);
  const said = (options: object): string => problemsOf(op, { dialect: 'mssql', ...options } as ToSqlOptions).join();
  assert.match(said({ sever: '2019' }), /'sever' is no option of toSql: .*\(Did you mean server\?\)/);
  assert.match(said({ quoting: 'never' }), /'quoting' must be one of needed, always, not "never"/);
  assert.match(said({ naming: { pk: 'pk_%(table)s' } }), /'naming\.pk' has the unknown token 'table'/);
  assert.match(said({ naming: { xx: 'x' } }), /'naming\.xx' is unknown: expected ix, uq, ck, fk, pk, ex/);
  assert.match(said({ naming: { pk: 1 } }), /'naming\.pk' must be a text/);
  assert.match(said({ server: '2018' }), /'server' "2018" is no version of SQL Server: there are 2016,/);
});
problems.run();
