import * as m from '../../../src/authoring.ts';
import type { Row } from '../../../src/database/introspect/index.ts';
import type { Op } from '../../../src/ops/index.ts';

const t = { schema: 'dbo', table: 'customer' };
const column = (name: string, type: string, more: Row = {}): Row => ({
  ...t, name, type, is_own_type: false, type_schema: 'sys', bytes: 4, precision: 10, scale: 0, nullable: true, expression: null,
  computed: null, stored: null, is_identity: false, start: null, increment: null, collation: null, comment: null, value_list: null, ...more,
});

/** Which query, by words of it, and the rows that the pages on its views say it gives. */
export const ROWS: readonly (readonly [RegExp, readonly Row[]])[] = [
  [/SCHEMA_NAME\(\)/, [{ name: 'dbo' }]],
  [/FROM sys\.schemas ORDER/, [{ name: 'app' }, { name: 'dbo' }, { name: 'hidden' }]],
  [/sys\.partitions/, [
    { ...t, comment: 'who buys', filegroup: 'archive', compression: 'PAGE' },
    { schema: 'app', table: 'purchase', comment: null, filegroup: null, compression: 'NONE' },
  ]],
  [/sys\.identity_columns/, [
    column('id', 'bigint', { nullable: false, is_identity: true, start: '100', increment: '1' }),
    column('name', 'nvarchar', { bytes: 160, nullable: false, expression: "(N'it''s')", collation: 'Latin1_General_BIN2', comment: 'full' }),
    column('note', 'nvarchar', { bytes: -1 }),
    column('old', 'varchar', { bytes: 20 }),
    column('state', 'nvarchar', { bytes: 20, expression: "(N'fine')", value_list: "([state]=N'it''s bad' OR [state]=N'fine')" }),
    column('price', 'decimal', { precision: 12, scale: 2, expression: '((0.5))' }),
    column('active', 'bit', { expression: '((1))' }),
    column('token', 'uniqueidentifier', { expression: '(newid())' }),
    column('since', 'datetimeoffset', { scale: 7, expression: '(sysdatetimeoffset())' }),
    column('moment', 'datetime2', { scale: 3 }),
    column('ratio', 'float', { precision: 53 }),
    column('number', 'bigint', { expression: '(NEXT VALUE FOR [app].[order_number])' }),
    column('twice', 'bigint', { computed: '([number]*(2))', stored: true, nullable: true }),
    column('thrice', 'bigint', { computed: '([number]*(3))', stored: false, nullable: false }),
    column('phone', 'Phone', { is_own_type: true, type_schema: 'app' }),
    { ...column('customer_id', 'bigint', { nullable: false }), schema: 'app', table: 'purchase' },
  ]],
  [/sys\.key_constraints/, [
    { ...t, name: 'pk_customer', kind: 'PK', column: 'id', is_clustered: 0 },
    { ...t, name: 'uq_name', kind: 'UQ', column: 'name', is_clustered: 0 },
    { ...t, name: 'uq_name', kind: 'UQ', column: 'old', is_clustered: 0 },
  ]],
  [/sys\.foreign_key_columns/, [
    {
      schema: 'app', table: 'purchase', name: 'fk_customer', column: 'customer_id', other_schema: 'dbo', other: 'customer', other_column: 'id',
      on_delete: 'CASCADE', on_update: 'NO_ACTION', not_valid: true,
    },
  ]],
  [/NOT EXISTS \(SELECT 1 FROM sys\.columns/, [{ ...t, name: 'ck_price', expression: '([price]>(0))', not_valid: false }]],
  [/i\.is_hypothetical/, [
    index('ix_name', { unique: true, predicate: '([active]=(1))', column: 'name', descending: true }),
    index('ix_name', { unique: true, predicate: '([active]=(1))', column: 'note', included: true }),
    index('ix_store', { type: 6, column: 'price', included: true }),
  ]],
  [/sys\.sequences/, [
    sequence('order_number', { start: '1000', increment: '5', min: '1', max: '9999', cycle: true, cache: 1 }),
    sequence('plain', {}),
  ]],
  [/IN \('V'\)/, [module('active_customer', 'V', 'CREATE   VIEW [dbo].[active_customer] ([a]) AS\nSELECT id FROM customer')]],
  [/'FN'/, [
    module('nothing', 'P', 'CREATE OR ALTER PROCEDURE app.nothing @a int AS SELECT @a', 'app'),
    module('secret', 'P', null),
    module('twice', 'FN', '-- doubles\nCREATE FUNCTION twice (@n int) RETURNS int AS BEGIN RETURN 2 * @n END'),
  ]],
  [/'TR'/, [{ ...module('tr_same', 'TR', 'CREATE TRIGGER dbo.tr_same ON customer AFTER UPDATE AS SELECT 1'), table: 'customer' }]],
];

function index(name: string, more: Row): Row {
  return { ...t, name, unique: false, type: 2, predicate: null, fill_factor: null, descending: false, included: false, filegroup: null, ...more };
}

function sequence(name: string, more: Row): Row {
  const whole = { min: '-9223372036854775808', max: '9223372036854775807' };
  return { schema: 'app', name, start: '1', increment: '1', ...whole, cycle: false, cache: 0, ...more };
}

function module(name: string, kind: string, definition: string | null, schema = 'dbo'): Row {
  return { schema, name, kind, definition, table: null };
}

const { types } = m;
const required = { nullable: false } as const;

export const EXPECTED: readonly Op[] = [
  m.createSchema('app'),
  m.createSequence({ schema: 'app', name: 'order_number' }, { start: 1000, increment: 5, minValue: 1, maxValue: 9999, cycle: true, cache: 1 }),
  m.createSequence({ schema: 'app', name: 'plain' }),
  m.createTable(
    'customer',
    [
      m.column('id', types.bigint(), { ...required, identity: { start: 100 } }),
      m.column('name', types.string(80), { ...required, default: "it's", collation: 'Latin1_General_BIN2', comment: 'full' }),
      m.column('note', types.text()),
      m.column('old', types.native('varchar(20)')),
      m.column('state', types.enum('ck_customer__state', ['fine', "it's bad"]), { default: 'fine' }),
      m.column('price', types.numeric(12, 2), { default: 0.5 }),
      m.column('active', types.boolean(), { default: true }),
      m.column('token', types.uuid(), { default: m.uuid() }),
      m.column('since', types.timestamp({ zone: true }), { default: m.now() }),
      m.column('moment', types.native('datetime2(3)')),
      m.column('ratio', types.double()),
      m.column('number', types.bigint(), { default: m.nextValue({ schema: 'app', name: 'order_number' }) }),
      m.column('twice', types.bigint(), { generated: { expression: m.raw('[number]*(2)'), stored: true } }),
      m.column('thrice', types.bigint(), { generated: { expression: m.raw('[number]*(3)'), stored: false } }),
      m.column('phone', types.native('app.phone')),
      m.primaryKey(['id'], { name: 'pk_customer', on: { mssql: { clustered: false } } }),
      m.unique(['name', 'old'], { name: 'uq_name' }),
      m.check(m.raw('[price]>(0)'), { name: 'ck_price' }),
      m.index([m.desc('name')], { name: 'ix_name', unique: true, where: m.raw('[active]=(1)'), include: ['note'] }),
      m.index(['price'], { name: 'ix_store', on: { mssql: { columnstore: true } } }),
    ],
    { comment: 'who buys', on: { mssql: { filegroup: 'archive', dataCompression: 'page' } } },
  ),
  m.createTable({ schema: 'app', name: 'purchase' }, [m.column('customer_id', types.bigint(), required)]),
  m.addConstraint(
    { schema: 'app', name: 'purchase' },
    m.foreignKey(['customer_id'], 'customer', ['id'], { name: 'fk_customer', onDelete: 'cascade', notValid: true }),
  ),
  m.createView('active_customer', m.raw('SELECT id FROM customer'), { columns: ['a'] }),
  m.createProcedure({ schema: 'app', name: 'nothing' }, m.raw('@a int AS SELECT @a')),
  m.createFunction('twice', m.raw('(@n int) RETURNS int AS BEGIN RETURN 2 * @n END')),
  m.createTrigger('tr_same', 'customer', m.raw('ON customer AFTER UPDATE AS SELECT 1')),
];
