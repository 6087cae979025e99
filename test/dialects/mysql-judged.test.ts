/** Independent parsers judge what MySQL writes, since no MySQL server is at hand. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { lowerOp } from '../../src/dialects/lower.ts';
import { mysql } from '../../src/dialects/mysql/index.ts';
import {
  addColumn, alterColumn, bulkInsert, column, createIndex, createTable, createTrigger, dropTable, grant, index, now,
  primaryKey, setTableComment, setTableOptions, sql, types, unique,
} from '../../src/authoring.ts';
import type { Op } from '../../src/ops/index.ts';
import { viewOf } from '../../src/schema/model.ts';
import { KNOWN_GAPS, complaints, gapsOf, hasGap } from '../support/judges/mysql.ts';
import { allStatementsOf, namedFor, statementsOf } from '../support/lowered.ts';
import { CASES, SETUP, SETUP_SCHEMA } from './cases.ts';

const statements = (...ops: readonly Op[]): readonly string[] => statementsOf(mysql, ...ops);

const ACCOUNT = createTable('account', [
  column('id', types.integer(), { identity: true, comment: 'key' }),
  column('state', types.string(9), { nullable: false, default: 'new', comment: 'a\\b' }),
  column('seen', types.timestamp({ zone: true }), { default: now() }),
  column('amount', types.integer()),
  primaryKey(['id']),
]);

const numbered = (options: Parameters<typeof column>[2]): Op =>
  createTable('t', [column('id', types.bigint(), { nullable: false, ...options }), primaryKey(['id'])]);

const PERSON = createTable('person', [
  column('id', types.bigint(), { nullable: false }),
  column('code', types.string(9), { nullable: false, collation: 'ascii_bin', on: { mysql: { charset: 'ascii' } } }),
  column('changed', types.timestamp(), { default: now(), on: { mysql: { onUpdateNow: true } } }),
  column('kept', types.integer(), {
    nullable: false,
    generated: { expression: sql`id + 1`, stored: true },
    comment: 'sum',
  }),
]);
const KEYED = {
  constraints: [unique(['n'], { name: 'uq' })],
  indexes: [index(['n'], { name: 'i', on: { mysql: { algorithm: 'inplace', lock: 'none', using: 'btree' } } })],
} as const;
const NUMBERED = column('n', types.bigint(), { identity: { start: 9 } });
const AFTER = { on: { mysql: { position: { after: 'changed' } } } };
const FIRST = { on: { mysql: { position: 'first' } } } as const;

/** Statements that the matrix has not. */
const TRAPS: readonly (readonly string[])[] = [
  statements(ACCOUNT),
  statements(ACCOUNT, alterColumn('account', 'id', { type: types.bigint() })),
  statements(ACCOUNT, alterColumn('account', 'state', { name: 'status', type: types.string(12) })),
  statements(ACCOUNT, alterColumn('account', 'seen', { default: '2024-01-02T03:04:05Z' })),
  statements(
    ACCOUNT,
    bulkInsert('account', [
      { id: 0, state: 'a\\b' },
      { id: 2, state: 'a\nb' },
    ]),
  ),
  statements(setTableComment('account', 'back\\slash\nline')),
  statements(numbered({ identity: { start: 7 } })),
  statements(
    createTable('t', [
      column('a', types.string(9), { default: 'a\\b\n' }),
      column('b', types.text(), { default: 'a\\b' }),
      column('c', types.binary(3), { default: new Uint8Array([0, 255]) }),
      column('_utf8', types.boolean(), { default: true }),
    ]),
  ),
  statements(PERSON, alterColumn('person', 'code', { name: 'key' })),
  statements(PERSON, alterColumn('person', 'code', { comment: 'x' }, AFTER)),
  statements(PERSON, alterColumn('person', 'changed', { nullable: false })),
  statements(PERSON, alterColumn('person', 'kept', { type: types.bigint() })),
  statements(PERSON, addColumn('person', { ...NUMBERED, extras: KEYED }, FIRST)),
  statements(PERSON, createIndex('i', 'person', ['code'], { on: { mysql: { kind: 'fulltext', parser: 'ngram' } } })),
  statements(PERSON, createIndex('i', 'person', ['code'], { on: { mysql: { kind: 'spatial', algorithm: 'copy' } } })),
  statements(createTable('t', [column('a', types.integer())], { temporary: true, ifNotExists: true })),
  statements(createTable('t', [column('a', types.integer())], { temporary: true }), dropTable('t', { ifExists: true })),
  statements(createTrigger('tr', { schema: 's', name: 't' }, 'BEFORE INSERT ON s.t FOR EACH ROW SET NEW.a = 1')),
  statements(grant(['select', 'execute'], { schema: 'my_app' }, { name: "o'x", host: '10.%' })),
  statements(grant(['alter', 'execute'], { procedure: { schema: 's', name: 'p' } }, 'a')),
  statements(setTableOptions('t', { mysql: { collation: 'utf8mb4_bin', rowFormat: 'compressed' } })),
  mysql.createVersionTable({ schema: 'app', name: 'migsql_version' }, mysql).map((statement) => statement.sql),
];

const judged = suite('mysql: independent parsers');

// The text of this case is no MySQL: an author's own SQL is not migsql's to judge.
const HAND_WRITTEN: ReadonlySet<Op> = new Set([CASES.execute.nonTransactional]);

const matrix = Object.values(CASES as Record<string, Record<string, Op>>)
  .flatMap((cases) => Object.values(cases))
  .filter((op) => !HAND_WRITTEN.has(op))
  .flatMap((op) => {
    const found = lowerOp(namedFor(op, mysql), mysql, viewOf(SETUP_SCHEMA));
    return 'code' in found ? [] : found.map((statement) => statement.sql);
  });

const ALL = [...allStatementsOf(mysql, SETUP), ...matrix, ...TRAPS.flat()];

judged('accept every statement of the matrix and of the traps', () => {
  assert.equal(
    ALL.map((statement) => [statement, complaints(statement)] as const).filter(([, found]) => found.length),
    [],
  );
});

judged('have no known gap that is closed or not needed', () => {
  for (const gap of KNOWN_GAPS) {
    const statement = ALL.find((each) => gapsOf(each).includes(gap));
    assert.ok(statement, `no statement needs ${gap.form}`);
    assert.ok(hasGap(gap, statement), `${gap.judge} accepts ${statement}`);
  }
});

judged('refuse what is wrong', () => {
  const wrong = [
    'CREATE TABLE t (a INT,)',
    'CREATE TABLE t (a VARCHAR(10) DEFAULT now() + 1)',
    'ALTER TABLE t MODIFY COLUMN a',
    'ALTER TABLE t ALTER COLUMN a TYPE INT',
    'DROP INDEX i',
    'CREATE INDEX i ON t (a) WHERE a > 0',
    "INSERT INTO t (a) VALUES ('it's')",
    'CREATE TABLE order (a INT)',
    'ALTER TABLE t DROP CONSTRAINT CHECK c',
  ];
  for (const statement of wrong) assert.ok(complaints(statement).length, statement);
});

judged.run();
