import { type Dialect, type Lowered, type Lowering, refuse, schemaStatement } from '../../src/dialects/dialect.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import { OPS, type Op, describe } from '../../src/ops/index.ts';

/** A database for tests of what does not depend on SQL: each op lowers to its own description. */
export function plainDialect(traits: { readonly transactionalDdl: boolean; readonly autocommit?: boolean }): Dialect {
  const lower = (op: Op): readonly Lowered[] => {
    const data = op.op === 'bulkInsert' || op.op === 'execute';
    return [{ ...schemaStatement(describe(op)), kind: data ? 'data' : 'schema' }];
  };
  const refusal = { unsupported: 'no types', hint: 'none' };
  return {
    name: 'postgresql',
    title: 'Plain',
    lexicon: { quote: (name) => name, reserved: new Set(), plain: /^/, longestName: { count: 99, unit: 'bytes' } },
    types: new Proxy({}, { get: () => refusal }) as Dialect['types'],
    literals: (value) => `'${String(value)}'`,
    functions: { now: 'now', today: 'today', uuid: 'uuid' },
    lowering: Object.fromEntries(Object.keys(OPS).map((name) => [name, lower])) as unknown as Lowering,
    transactionalDdl: traits.transactionalDdl,
    autocommit: traits.autocommit ?? true,
    server: [1],
    nextValue: refusal,
    countedRows: () => refuse('no counts', 'none'),
    columnDefinition: () => refuse('no columns', 'none'),
    createVersionTable: ({ name }) => [schemaStatement(`create ${name}`)],
    script: { client: 'plain', run: 'plain FILE', layout: 'postgresql', settings: [], ledger: [], timeouts: () => [] },
    stored: DIALECTS.postgresql.stored,
  };
}
