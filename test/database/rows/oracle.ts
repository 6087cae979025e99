import * as m from '../../../src/authoring.ts';
import type { Row } from '../../../src/database/introspect/index.ts';
import type { Op } from '../../../src/ops/index.ts';

const t = { schema: 'APP', table: 'CUSTOMER' };
const column = (name: string, type: string, more: Row = {}): Row => ({
  ...t, name, type, type_schema: null, bytes: 22, characters: 0, unit: null, precision: null, scale: null, nullable: 'Y', expression: null,
  is_virtual: 'NO', identity: null, options: null, on_null: 'NO', collation: null, comment: null, type_check: null, ...more,
});
const text = { bytes: 320, characters: 80, unit: 'C' };

const IDENTITY =
  'START WITH: 100, INCREMENT BY: 1, MAX_VALUE: 9999999999999999999999999999, MIN_VALUE: 1, CYCLE_FLAG: N, CACHE_SIZE: 20, ORDER_FLAG: N';

/** Which query, by words of it, and the rows that the pages on its views say it gives. */
export const ROWS: readonly (readonly [RegExp, readonly Row[]])[] = [
  [/SYS_CONTEXT/, [{ name: 'APP' }]],
  [/ALL_TAB_COMMENTS/, [
    { ...t, comment: 'who buys', temporary: 'N', tablespace: 'ARCHIVE', compression: 'BASIC' },
    { schema: 'OTHER', table: 'date', comment: null, temporary: 'N', tablespace: null, compression: null },
    { ...t, table: 'SCRATCH', comment: null, temporary: 'Y', tablespace: 'TEMP', compression: null },
  ]],
  [/ALL_COL_COMMENTS/, [
    column('ID', 'NUMBER', { precision: 19, scale: 0, nullable: 'N', identity: 'BY DEFAULT', options: IDENTITY, on_null: 'YES', expression: '"APP"."ISEQ$$_1".nextval' }),
    column('NAME', 'VARCHAR2', { ...text, nullable: 'N', expression: "'it''s' ", comment: 'full', collation: 'BINARY_CI' }),
    column('Mixed Case', 'VARCHAR2', { bytes: 20, characters: 20, unit: 'B' }),
    column('STATE', 'VARCHAR2', { ...text, expression: "'fine'", type_check: "state IN ('fine', 'it''s bad')" }),
    column('SETTINGS', 'CLOB', { type_check: 'settings IS JSON' }),
    column('ACTIVE', 'NUMBER', { precision: 1, scale: 0, expression: '1', type_check: 'active IN (0, 1)' }),
    column('PRICE', 'NUMBER', { precision: 12, scale: 2, expression: '0.5' }),
    column('ANY_NUMBER', 'NUMBER'),
    column('WHOLE', 'NUMBER', { scale: 0 }),
    column('TOKEN', 'RAW', { bytes: 16, expression: 'SYS_GUID()' }),
    column('SINCE', 'TIMESTAMP(6) WITH TIME ZONE', { scale: 6, expression: 'CURRENT_TIMESTAMP' }),
    column('LENGTH', 'INTERVAL DAY(9) TO SECOND(6)', { precision: 9, scale: 6 }),
    column('NUMBER_2', 'NUMBER', { precision: 10, scale: 0, expression: '"APP"."ORDER_NUMBER"."NEXTVAL"' }),
    column('TWICE', 'NUMBER', { precision: 12, scale: 2, expression: '"PRICE"*2', is_virtual: 'YES' }),
    { ...column('CUSTOMER_ID', 'NUMBER', { precision: 19, scale: 0 }), schema: 'OTHER', table: 'date' },
    { ...column('A', 'DATE'), table: 'SCRATCH' },
  ]],
  [/ALL_CONS_COLUMNS/, [
    constraint('CK_PRICE', 'C', { name: 'CK_PRICE', expression: 'price > 0', validated: 'NOT VALIDATED' }),
    constraint('SYS_C001', 'C', { column: 'ID', expression: '"ID" IS NOT NULL' }),
    constraint('SYS_C002', 'P', { column: 'ID' }),
    constraint('UQ_NAME', 'U', { name: 'UQ_NAME', column: 'NAME', deferrable: 'DEFERRABLE', deferred: 'DEFERRED' }),
    constraint('UQ_NAME', 'U', { name: 'UQ_NAME', column: 'STATE', deferrable: 'DEFERRABLE', deferred: 'DEFERRED' }),
    {
      ...constraint('FK_CUSTOMER', 'R', { name: 'FK_CUSTOMER', column: 'CUSTOMER_ID', on_delete: 'SET NULL' }),
      schema: 'OTHER', table: 'date', other_schema: 'APP', other: 'CUSTOMER', other_column: 'ID',
    },
  ]],
  [/ALL_IND_COLUMNS/, [
    index('IX_NAME', { column: 'SYS_NC00014$', descend: 'DESC', expression: '"NAME"' }),
    index('IX_NAME', { column: 'PRICE' }),
    index('IX_LOWER', { column: 'SYS_NC00015$', expression: 'LOWER("NAME")', uniqueness: 'UNIQUE', compression: 'ENABLED', prefix: 1 }),
    index('IX_STATE', { column: 'STATE', type: 'BITMAP' }),
  ]],
  [/FROM ALL_SEQUENCES/, [
    { schema: 'APP', name: 'ORDER_NUMBER', increment: '5', min: '1', max: '9999', cycle: 'Y', cache: '1' },
    { schema: 'APP', name: 'PLAIN', increment: '1', min: '1', max: '9999999999999999999999999999', cycle: 'N', cache: '20' },
  ]],
  [/FROM ALL_VIEWS/, [{ schema: 'APP', name: 'ACTIVE_CUSTOMER', query: 'SELECT id FROM customer ' }]],
  [/AS "query"\nFROM ALL_MVIEWS/, [{ schema: 'APP', name: 'TOTAL', query: 'SELECT 1 AS one FROM DUAL' }]],
  [/ALL_SOURCE/, [
    { schema: 'APP', name: 'TWICE', kind: 'FUNCTION', text: 'FUNCTION twice (n NUMBER) RETURN NUMBER IS\n' },
    { schema: 'APP', name: 'TWICE', kind: 'FUNCTION', text: 'BEGIN RETURN 2 * n; END;' },
  ]],
  [/ALL_TRIGGERS/, [
    { ...t, name: 'TR_SAME', description: 'app.tr_same\nBEFORE UPDATE ON customer FOR EACH ROW\n', condition: 'NEW.id > 0', body: 'BEGIN NULL; END;' },
  ]],
];

function constraint(id: string, kind: string, more: Row): Row {
  return {
    ...t, id, kind, name: null, column: 'PRICE', other_schema: null, other: null, other_column: null, on_delete: 'NO ACTION',
    deferrable: 'NOT DEFERRABLE', deferred: 'IMMEDIATE', validated: 'VALIDATED', expression: null, ...more,
  };
}

function index(name: string, more: Row): Row {
  return {
    ...t, name, uniqueness: 'NONUNIQUE', type: 'NORMAL', tablespace: null, compression: 'DISABLED', prefix: null, descend: 'ASC',
    expression: null, ...more,
  };
}

const { types } = m;
const required = { nullable: false } as const;
const other = { schema: 'other', name: 'date' };

export const EXPECTED: readonly Op[] = [
  m.createSequence('order_number', { increment: 5, maxValue: 9999, cycle: true, cache: 1 }),
  m.createSequence('plain'),
  m.createTable(
    'customer',
    [
      m.column('id', types.bigint(), { ...required, identity: { start: 100 }, on: { oracle: { onNull: true } } }),
      m.column('name', types.string(80), { ...required, default: "it's", collation: 'BINARY_CI', comment: 'full' }),
      m.column('Mixed Case', types.native('VARCHAR2(20 BYTE)')),
      m.column('state', types.enum('ck_customer__state', ['fine', "it's bad"]), { default: 'fine' }),
      m.column('settings', types.json()),
      m.column('active', types.boolean(), { default: true }),
      m.column('price', types.numeric(12, 2), { default: 0.5 }),
      m.column('any_number', types.native('NUMBER')),
      m.column('whole', types.numeric(38)),
      m.column('token', types.uuid(), { default: m.uuid() }),
      m.column('since', types.timestamp({ zone: true }), { default: m.now() }),
      m.column('length', types.interval()),
      m.column('number_2', types.integer(), { default: m.nextValue('order_number') }),
      m.column('twice', types.numeric(12, 2), { generated: { expression: m.raw('"PRICE"*2'), stored: false } }),
      m.primaryKey(['id']),
      m.unique(['name', 'state'], { name: 'uq_name', deferrable: true, initially: 'deferred' }),
      m.index([m.desc('name'), 'price'], { name: 'ix_name' }),
      m.index([m.raw('LOWER("NAME")')], { name: 'ix_lower', unique: true, on: { oracle: { compress: 1 } } }),
      m.index(['state'], { name: 'ix_state', on: { oracle: { bitmap: true } } }),
    ],
    { comment: 'who buys', on: { oracle: { tablespace: 'ARCHIVE', compress: 'basic' } } },
  ),
  m.addConstraint('customer', m.check(m.raw('price > 0'), { name: 'ck_price', notValid: true })),
  m.createTable(other, [m.column('customer_id', types.bigint())]),
  m.addConstraint(other, m.foreignKey(['customer_id'], 'customer', ['id'], { name: 'fk_customer', onDelete: 'setNull' })),
  m.createTable('scratch', [m.column('a', types.date())], { temporary: true }),
  m.createView('active_customer', m.raw('SELECT id FROM customer')),
  m.createView('total', m.raw('SELECT 1 AS one FROM DUAL'), { materialized: true }),
  m.createFunction('twice', m.raw('(n NUMBER) RETURN NUMBER IS\nBEGIN RETURN 2 * n; END')),
  m.createTrigger('tr_same', 'customer', m.raw('BEFORE UPDATE ON customer FOR EACH ROW WHEN (NEW.id > 0) BEGIN NULL; END')),
];
