/** A statement's proof does not hold before the statement, and holds after it: asked of MariaDB's own catalogue. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as m from '../../src/authoring.ts';
import { mariadb } from '../../src/dialects/mariadb/index.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import { type Op, evolve } from '../../src/ops/index.ts';
import { EMPTY_SCHEMA, viewOf } from '../../src/schema/model.ts';
import { createDatabase, isReachable } from '../support/servers.ts';

const { column, types } = m;

/** In turn; each has one statement with a proof at least. */
const OPS: readonly Op[] = [
  m.createTable('a', [column('id', types.integer(), { nullable: false }), column('n', types.integer()), m.primaryKey(['id'], { name: 'pk_a' })]),
  m.createTable('b', [column('a_id', types.integer()), column('n', types.integer())]),
  m.addColumn('a', column('extra', types.integer())),
  m.alterColumn('a', 'extra', { name: 'more' }),
  m.alterColumn('a', 'more', { name: 'most', type: types.bigint() }),
  m.createIndex('ix_a_n', 'a', ['n']),
  m.renameIndex('ix_a_n', 'a', 'ix_a_m'),
  m.dropIndex('ix_a_m', 'a'),
  m.addConstraint('b', m.unique(['n'], { name: 'uq_b_n' })),
  m.addConstraint('b', m.check(m.sql`n > 0`, { name: 'ck_b_n' })),
  m.addConstraint('b', m.foreignKey(['a_id'], 'a', ['id'], { name: 'fk_b_a' })),
  m.renameConstraint('b', 'ck_b_n', 'ck_b_m', 'check'),
  m.renameConstraint('b', 'fk_b_a', 'fk_b_b', 'foreignKey'),
  m.dropConstraint('b', 'fk_b_b', 'foreignKey'),
  m.dropConstraint('b', 'ck_b_m', 'check'),
  m.dropConstraint('b', 'uq_b_n', 'unique'),
  m.createView('v', m.sql`SELECT id FROM a`),
  m.dropView('v'),
  m.createSequence('s'),
  m.dropSequence('s'),
  m.createFunction('f', '() RETURNS INT DETERMINISTIC RETURN 1'),
  m.dropFunction('f'),
  m.createTrigger('tr', 'a', 'BEFORE INSERT ON a FOR EACH ROW SET NEW.n = 1'),
  m.dropTrigger('tr', 'a'),
  m.dropColumn('a', 'most'),
  m.renameTable('b', 'c'),
  m.dropTable('c'),
];

const test = suite('mariadb: proofs');
if (!isReachable('mariadb')) test('is not reachable, as a line beginning with SKIPPED says', () => {});
else {
  const database = createDatabase('mariadb');
  let model = EMPTY_SCHEMA;
  for (const op of OPS) {
    const before = model;
    model = evolve(model, op);
    test(JSON.stringify(op).slice(0, 90), () => {
      const lowered = lowerOp(op, mariadb, viewOf(before));
      if ('code' in lowered) throw new Error(lowered.message);
      assert.ok(lowered.some(({ proof }) => proof !== undefined));
      for (const { sql, proof } of lowered) {
        const holds = (): string => database.query(`SELECT (${proof ?? 'NULL'})`)[0]![0]!;
        const first = holds();
        database.run(`DELIMITER $$\n${sql}$$\n`);
        assert.equal([first, holds()], proof === undefined ? ['NULL', 'NULL'] : ['0', '1'], sql);
      }
    });
  }
}
test.run();
