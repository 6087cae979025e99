import { type Test, suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Op, evolve } from '../../src/ops/index.ts';
import { type Reading, type SqlReader, openReader } from '../../src/reader/index.ts';
import { EMPTY_SCHEMA, type SchemaModel } from '../../src/schema/model.ts';
import type { DialectName } from '../../src/sql/dialect-name.ts';

/** A statement and the ops that it is, each as its builder makes it. */
export type Read = readonly [sql: string, ...ops: readonly Op[]];

/** A statement that is not read: the reason, and names that it may have made or changed; all of them, where its first words say them. */
export type Opaque = readonly [sql: string, reason: RegExp, names: readonly string[]];

/** Without the places that builders note. */
const plain = (op: Op): Op => JSON.parse(JSON.stringify({ ...op, origin: undefined })) as Op;

const dotted = (reading: Reading): readonly string[] =>
  'opaque' in reading ? reading.opaque.map(({ schema, name }) => (schema === undefined ? name : `${schema}.${name}`)) : [];

export interface Readings {
  readonly read: readonly Read[];
  readonly opaque: readonly Opaque[];
  /** What is there before each statement. */
  readonly before?: readonly Op[];
}

/** Holds a dialect's reader to a table of statements: a suite, to be run. */
export function readings(dialect: DialectName, { read, opaque, before = [] }: Readings): Test {
  const test = suite(`${dialect}: hand-written SQL`);
  const schema = before.reduce<SchemaModel>(evolve, EMPTY_SCHEMA);
  let reader: SqlReader;
  test.before(async () => {
    reader = await openReader(dialect);
  });
  for (const [sql, ...ops] of read) {
    test(sql, () => {
      const reading = reader(sql, schema);
      assert.equal('ops' in reading ? reading.ops.map(plain) : reading, ops.map(plain));
    });
  }
  for (const [sql, reason, names] of opaque) {
    test(`opaque: ${sql}`, () => {
      const reading = reader(sql, schema);
      assert.ok('opaque' in reading, `it was read: ${JSON.stringify(reading)}`);
      assert.match(reading.reason, reason);
      const found = dotted(reading);
      if (dialect !== 'mssql' && /^(?:CREATE (?:TEMP )?TABLE|CREATE INDEX|DROP TABLE)\b/.test(sql)) assert.equal(found, names);
      else assert.equal(names.filter((name) => !found.includes(name)), []);
      if (names.length === 0) assert.equal(found, []);
    });
  }
  return test;
}
