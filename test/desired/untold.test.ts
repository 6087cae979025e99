/** What a source has no words for is left as it is, and nothing else. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as m from '../../src/authoring.ts';
import { withUntold } from '../../src/desired/index.ts';
import { type Op, evolve } from '../../src/ops/index.ts';
import { EMPTY_SCHEMA, type SchemaModel } from '../../src/schema/model.ts';
import { load } from '../support/desired.ts';

const modelOf = (...ops: readonly Op[]): SchemaModel => ops.reduce(evolve, EMPTY_SCHEMA);

const KEY = m.foreignKey(['b'], 't', ['a'], { name: 'fk', deferrable: true, initially: 'deferred', match: 'full' });
const EXCLUSION = m.exclude([{ column: 'a', operator: '=' }], { name: 'ex' });

const NOW = modelOf(
  m.createTable(
    't',
    [
      m.column('a', m.types.text(), { comment: 'about a', collation: 'C' }),
      m.column('gone', m.types.text(), { comment: 'about gone' }),
      m.column('b', m.types.text()),
      KEY,
      EXCLUSION,
      m.check(m.sql`gone <> ''`, { name: 'ck' }),
      m.index(['a'], { name: 'ix', include: ['b'] }),
    ],
    { comment: 'about t' },
  ),
  m.createTable('u', [m.column('a', m.types.text())], { comment: 'about u' }),
  m.createFunction('f', '() RETURNS int'),
  m.createTrigger('on_t', 't', 'AFTER UPDATE'),
  m.createTrigger('on_u', 'u', 'AFTER UPDATE'),
  m.createView('v', 'SELECT 1'),
);

const WANTED = modelOf(
  m.createTable('t', [
    m.column('a', m.types.integer()),
    m.column('b', m.types.text(), { nullable: false }),
    m.foreignKey(['b'], 't', ['a'], { name: 'fk' }),
    m.index(['a'], { name: 'ix', unique: true }),
  ]),
  m.createTable('new', [m.column('a', m.types.text())]),
);

const untold = suite('what a schema does not tell');

untold('is taken over from what is there', () => {
  const kinds = ['function', 'trigger'] as const;
  const found = withUntold(WANTED, { tables: [{ name: 't' }, { name: 'new' }], kinds }, NOW);
  const expected = modelOf(
    m.createTable(
      't',
      [
        m.column('a', m.types.integer(), { comment: 'about a', collation: 'C' }),
        m.column('b', m.types.text(), { nullable: false }),
        KEY,
        EXCLUSION,
        m.index(['a'], { name: 'ix', unique: true, include: ['b'] }),
      ],
      { comment: 'about t' },
    ),
    m.createTable('new', [m.column('a', m.types.text())]),
    m.createFunction('f', '() RETURNS int'),
    m.createTrigger('on_t', 't', 'AFTER UPDATE'),
  );
  assert.equal(JSON.parse(JSON.stringify(found)), JSON.parse(JSON.stringify(expected)));
});

untold('is nothing where the sources have words for all', () => {
  assert.is(withUntold(WANTED, { tables: [], kinds: [] }, NOW), WANTED);
});

const TABLE = "import { integer, pgTable } from 'drizzle-orm/pg-core';\nexport const t = pgTable('t', { id: integer('id') });";

untold("of drizzle-orm's tables is what it has no words for, and of objects what no other file could name", async () => {
  const alone = await load({ 't.ts': TABLE }, { drizzle: 'drizzle-orm' });
  assert.equal(alone.untold, { tables: [{ name: 't' }], kinds: ['function', 'procedure', 'trigger', 'custom'] });
  const beside = await load({ 't.ts': TABLE, 'f.sql': 'CREATE FUNCTION f …' }, { drizzle: 'drizzle-orm', reader: () => ({ ops: [m.createFunction('f', '…')] }) });
  assert.equal(beside.untold, { tables: [{ name: 't' }], kinds: [] });
});

untold.run();
