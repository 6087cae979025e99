import * as m from '../../../src/authoring.ts';
import type { Row } from '../../../src/database/introspect/index.ts';
import type { Op } from '../../../src/ops/index.ts';

const t = { schema: 'shop', table: 'customer' };
const column = (name: string, type: string, more: Row = {}): Row => ({
  ...t, name, type, nullable: 'YES', expression: null, extra: '', computed: null, collation: null, usual_collation: 'utf8mb4_0900_ai_ci',
  is_default: null, comment: null, is_json: 0, ...more,
});
const text = { collation: 'utf8mb4_0900_ai_ci', is_default: 'Yes' };
const key = (name: string, column: string | null, more: Row = {}): Row => ({
  ...t, name, unique: 0, type: 'BTREE', column, expression: null, descending: 0, length: null, ...more,
});

/** Which query, by words of it, and the rows of MySQL 8, where they are not MariaDB's. */
export const ROWS: readonly (readonly [RegExp, readonly Row[]])[] = [
  [/DATABASE\(\)/, [{ name: 'shop' }]],
  [/t\.CREATE_OPTIONS/, [
    { ...t, comment: null, engine: null, options: '', collation: 'utf8mb4_0900_ai_ci', usual_collation: 'utf8mb4_0900_ai_ci', is_default: 'Yes' },
  ]],
  [/COLUMN_TYPE/, [
    column('id', 'bigint unsigned', { nullable: 'NO', extra: 'auto_increment' }),
    column('name', 'varchar(80)', { ...text, expression: "it's" }),
    column('active', 'tinyint(1)', { expression: '1' }),
    column('size', 'int', { expression: '-5' }),
    column('price', 'decimal(10,2)', { expression: '0.50' }),
    column('settings', 'json', { expression: 'json_object()', extra: 'DEFAULT_GENERATED' }),
    column('note', 'longtext', { ...text, expression: "_utf8mb4\\'x\\'", extra: 'DEFAULT_GENERATED' }),
    column('since', 'timestamp(6)', {
      expression: 'CURRENT_TIMESTAMP(6)', extra: 'DEFAULT_GENERATED on update CURRENT_TIMESTAMP(6)',
    }),
    column('token', 'char(36)', { ...text, expression: 'uuid()', extra: 'DEFAULT_GENERATED' }),
    column('bytes', 'varbinary(16)', { expression: '0x00FF' }),
    column('bits', 'bit(2)', { expression: "b'10'" }),
    column('whole', 'varchar(99)', { ...text, computed: "concat(`name`,_utf8mb4\\'-\\')", extra: 'STORED GENERATED' }),
  ]],
  [/STATISTICS/, [
    key('ix_lower', null, { expression: "lower(replace(`name`,_utf8mb4\\'a\\',_utf8mb4\\'\\'))" }),
    key('ix_lower', 'size', { descending: 1 }),
    key('PRIMARY', 'id', { unique: 1 }),
    key('uq_name', 'name', { unique: 1 }),
    key('ux_name', 'name', { unique: 1, length: 10 }),
  ]],
  [/CHECK_CONSTRAINTS/, [{ ...t, name: 'ck_name', is_named: 1, expression: "(`name` <> _utf8mb4\\'x\\\\\\\\y\\')" }]],
];

const { types } = m;

export const EXPECTED: readonly Op[] = [
  m.createTable('customer', [
    m.column('id', types.native('BIGINT UNSIGNED'), { nullable: false, identity: true }),
    m.column('name', types.string(80), { default: "it's" }),
    m.column('active', types.boolean(), { default: true }),
    m.column('size', types.integer(), { default: -5 }),
    m.column('price', types.numeric(10, 2), { default: 0.5 }),
    m.column('settings', types.json(), { default: m.raw('json_object()') }),
    m.column('note', types.text(), { default: 'x' }),
    m.column('since', types.timestamp({ zone: true }), { default: m.now(), on: { mysql: { onUpdateNow: true } } }),
    m.column('token', types.uuid(), { default: m.uuid() }),
    m.column('bytes', types.binary(16), { default: { bytes: '00ff' } }),
    m.column('bits', types.native('BIT(2)'), { default: m.raw("b'10'") }),
    m.column('whole', types.string(99), { generated: { expression: m.raw("concat(`name`,'-')"), stored: true } }),
    m.primaryKey(['id']),
    m.unique(['name'], { name: 'uq_name' }),
    m.check(m.raw("`name` <> 'x\\\\y'"), { name: 'ck_name' }),
    m.index([m.raw("lower(replace(`name`,'a',''))"), m.desc('size')], { name: 'ix_lower' }),
    m.index([{ column: 'name', on: { mysql: { length: 10 } } }], { name: 'ux_name', unique: true }),
  ]),
];
