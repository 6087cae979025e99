import type { Check, EngineCases } from '../engine-cases.ts';

const gives = (query: string, ...rows: readonly (readonly string[])[]): Check => ({ query, rows });

const constraints = (table: string, ...rows: readonly (readonly [name: string, definition: string])[]): Check =>
  gives(
    'SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint ' +
      `WHERE conrelid = '${table}'::regclass ORDER BY conname`,
    ...rows,
  );

/** One constraint of any table; none where no definition is given. */
const constraint = (name: string, ...definitions: readonly string[]): Check =>
  gives(
    `SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = '${name}'`,
    ...definitions.map((each) => [each]),
  );

const index = (name: string, ...definitions: readonly string[]): Check =>
  gives(
    'SELECT pg_get_indexdef(indexrelid) FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid ' +
      `WHERE relname = '${name}' AND indisvalid`,
    ...definitions.map((each) => [each]),
  );

const column = (table: string, name: string, what: string, ...values: readonly string[]): Check =>
  gives(`SELECT ${what} FROM pg_attribute WHERE attrelid = '${table}'::regclass AND attname = '${name}'`, values);

/** Whether it is there, by its name in the catalogue. */
const isThere = (catalogue: string, field: string, name: string, answer: 't' | 'f'): Check =>
  gives(`SELECT EXISTS (SELECT FROM ${catalogue} WHERE ${field} = '${name}')`, [answer]);

const relation = (name: string, answer: 't' | 'f'): Check => isThere('pg_class', 'relname', name, answer);

const collation = (table: string, name: string, expected: string): Check =>
  gives(
    'SELECT collname FROM pg_attribute JOIN pg_collation ON pg_collation.oid = attcollation ' +
      `WHERE attrelid = '${table}'::regclass AND attname = '${name}'`,
    [expected],
  );

const sequence = (of: string, ...values: readonly string[]): Check =>
  gives(
    'SELECT seqstart, seqincrement, seqmin, seqmax, seqcycle, seqcache FROM pg_sequence ' +
      `WHERE seqrelid = ${of}::regclass`,
    values,
  );

const LONGEST = '9223372036854775807';
const SEQUENCE = 'CREATE SEQUENCE order_number';
const ROLES = 'CREATE ROLE app_reader;\nCREATE ROLE app_writer';
const TICKET = 'INSERT INTO ticket (id, quantity, price) VALUES (1, 2, 5)';
const VIEW = 'CREATE VIEW rich AS SELECT id FROM customer';
const MATERIALIZED = 'CREATE MATERIALIZED VIEW rich AS SELECT id FROM customer';
const TWICE = 'CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql AS $$ SELECT 2 * n $$';
const TRIGGER =
  'CREATE TRIGGER tr_purchase BEFORE DELETE ON purchase FOR EACH ROW ' +
  'EXECUTE FUNCTION suppress_redundant_updates_trigger()';
const ANOTHER_ROW = "INSERT INTO customer (email, balance) VALUES ('b@x', 300);\nREFRESH MATERIALIZED VIEW rich";

const trigger = (...definitions: readonly string[]): Check =>
  gives(
    "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgname = 'tr_purchase'",
    ...definitions.map((each) => [each]),
  );

const TRIGGER_MADE =
  'CREATE TRIGGER tr_purchase BEFORE UPDATE ON public.purchase FOR EACH ROW ' +
  'EXECUTE FUNCTION suppress_redundant_updates_trigger()';

const can = (role: string, kind: string, what: string, privilege: string, answer: 't' | 'f'): Check =>
  gives(`SELECT has_${kind}_privilege('${role}', '${what}', '${privilege}')`, [answer]);

export const postgresql: EngineCases = {
  needs: {
    createTable: { sequenceDefault: SEQUENCE },
    dropColumn: { mssqlUnknown: 'CREATE TABLE elsewhere (a INTEGER, b INTEGER)' },
    alterColumn: {
      changeGenerated: TICKET,
      dropGenerated: TICKET,
      enumType: "UPDATE customer SET note = 'high'",
    },
    dropConstraint: { primaryKey: 'ALTER TABLE ticket DROP CONSTRAINT fk_ticket_customer' },
    rebuildTable: { unknownTable: 'CREATE TABLE elsewhere (a INTEGER, b INTEGER)' },
    renameConstraint: { unknownTable: 'CREATE TABLE elsewhere (a INTEGER CONSTRAINT ck_a CHECK (a > 0))' },
    dropEnum: { ifExists: "CREATE TYPE mood AS ENUM ('happy')" },
    renameEnumValue: { plain: 'INSERT INTO ticket (id) VALUES (1)' },
    setTableOptions: { parameterBack: 'ALTER TABLE purchase SET (fillfactor = 50)' },
    alterSequence: { change: SEQUENCE, restart: SEQUENCE, noBound: `${SEQUENCE} MAXVALUE 9` },
    dropSequence: { plain: SEQUENCE },
    dropSchema: { plain: 'CREATE SCHEMA hr', cascade: 'CREATE SCHEMA hr;\nCREATE TABLE hr.staff (id INTEGER)' },
    createView: { orReplace: VIEW },
    dropView: {
      plain: VIEW,
      ifExists: VIEW,
      cascade: `${VIEW};\nCREATE VIEW richer AS SELECT id FROM rich`,
      materialized: MATERIALIZED,
    },
    refreshView: {
      plain: `${MATERIALIZED};\n${ANOTHER_ROW}`,
      concurrently: `${MATERIALIZED};\nCREATE UNIQUE INDEX ux_rich ON rich (id);\n${ANOTHER_ROW}`,
    },
    createRoutine: { procedure: 'CREATE PROCEDURE purge() LANGUAGE sql AS $$ SELECT 1 $$' },
    dropRoutine: {
      function: `${TWICE};\n${TWICE.replaceAll('integer', 'bigint')}`,
      procedure: 'CREATE PROCEDURE purge() LANGUAGE sql AS $$ SELECT 1 $$',
      cascade: `${TWICE};\nCREATE VIEW doubled AS SELECT twice(1)`,
    },
    createTrigger: { orReplace: TRIGGER },
    dropTrigger: { plain: TRIGGER, ifExists: 'CREATE TABLE sales.region (id INTEGER)' },
    grant: {
      table: ROLES,
      columns: ROLES,
      sequence: `${ROLES};\n${SEQUENCE}`,
      schema: ROLES,
      function: `${ROLES};\n${TWICE};\nREVOKE ALL ON FUNCTION twice FROM PUBLIC`,
      everyone: ROLES,
    },
    revoke: {
      table: `${ROLES};\nGRANT SELECT, INSERT ON customer TO app_writer`,
      cascade:
        `${ROLES};\nGRANT SELECT ON customer TO app_reader WITH GRANT OPTION;\n` +
        'SET ROLE app_reader;\nGRANT SELECT ON customer TO app_writer;\nRESET ROLE',
    },
  },
  notRun: {},
  checks: {
    createTable: {
      plain: column('t', 'a', 'attnotnull, format_type(atttypid, atttypmod)', 't', 'integer'),
      flags: [
        constraints(
          'badge',
          ['ck_badge_level', 'CHECK ((level > 0))'],
          ['fk_badge_customer_id_customer', 'FOREIGN KEY (customer_id) REFERENCES customer(id) ON DELETE CASCADE'],
          ['pk_badge', 'PRIMARY KEY (id)'],
          ['uq_badge_code', 'UNIQUE (code)'],
        ),
        index('ix_badge_customer_id', 'CREATE INDEX ix_badge_customer_id ON public.badge USING btree (customer_id)'),
      ],
      indexed: index('ix_badge', 'CREATE UNIQUE INDEX ix_badge ON public.badge USING btree (a, b DESC)'),
      ifNotExists: relation('t', 't'),
      temporary: gives("SELECT relpersistence FROM pg_class WHERE relname = 't'", ['t']),
      generated: gives('INSERT INTO t (a) VALUES (3) RETURNING twice', ['6']),
      generatedStored: column('t', 'twice', 'attgenerated', 's'),
      identityOptions: [
        sequence("pg_get_serial_sequence('t', 'id')", '100', '10', '100', '100000', 't', '5'),
        column('t', 'id', 'attidentity', 'a'),
      ],
      sequenceDefault: [
        gives('INSERT INTO t DEFAULT VALUES RETURNING a', ['1']),
        gives("SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef WHERE adrelid = 't'::regclass", [
          "nextval('order_number'::regclass)",
        ]),
      ],
      collation: collation('t', 'a', 'C'),
      options: gives("SELECT relpersistence, reloptions FROM pg_class WHERE relname = 't'", ['u', '{fillfactor=70}']),
      partitioned: gives("SELECT pg_get_partkeydef('t'::regclass)", ['RANGE (a)']),
      deferrable: constraint('fk_t', 'FOREIGN KEY (a) REFERENCES customer(id) DEFERRABLE INITIALLY DEFERRED'),
    },
    dropTable: {
      inSchema: relation('region', 'f'),
      ifExists: relation('purchase', 'f'),
      cascade: [relation('customer', 'f'), constraint('fk_ticket_customer')],
    },
    renameTable: { inSchema: gives("SELECT 'sales.area'::regclass", ['sales.area']) },
    addColumn: {
      references: constraint('fk_purchase_ticket', 'FOREIGN KEY (ticket_id) REFERENCES ticket(id) ON DELETE CASCADE'),
      unique: constraint('uq_purchase_code', 'UNIQUE (code)'),
      indexed: index('ix_purchase_code', 'CREATE INDEX ix_purchase_code ON public.purchase USING btree (code)'),
      check: constraint('ck_purchase_weight', 'CHECK ((weight > 0))'),
      primaryKey: [
        constraint('pk_purchase', 'PRIMARY KEY (id)'),
        gives('SELECT id FROM purchase', ['1']),
        column('purchase', 'id', 'attidentity', 'd'),
      ],
      ifNotExists: column('purchase', 'total', 'format_type(atttypid, atttypmod)', 'integer'),
      generated: gives('INSERT INTO ticket (id, quantity) VALUES (1, 4) RETURNING double_quantity', ['8']),
      position: column('purchase', 'note', 'attnum', '4'),
      enum: gives('SELECT priority, pg_typeof(priority) FROM purchase', ['low', 'priority']),
    },
    dropColumn: {
      ifExists: gives("SELECT attname FROM pg_attribute WHERE attrelid = 'purchase'::regclass AND attnum > 2", [
        '........pg.dropped.3........',
      ]),
      withDependents: constraint('uq_customer_email'),
      mssqlUnknown: gives(
        "SELECT attname FROM pg_attribute WHERE attrelid = 'elsewhere'::regclass AND attnum > 0 AND NOT attisdropped",
        ['b'],
      ),
    },
    alterColumn: {
      addIdentity: [
        column('purchase', 'number', 'attidentity, attnotnull', 'd', 't'),
        gives('INSERT INTO purchase (customer_id) VALUES (1) RETURNING number', ['8']),
      ],
      changeIdentity: sequence("pg_get_serial_sequence('ticket', 'id')", '1000', '10', '1', LONGEST, 'f', '1'),
      dropIdentity: column('ticket', 'id', "attidentity = '', attnotnull", 't', 't'),
      changeGenerated: [
        gives('SELECT total FROM ticket', ['6.00']),
        column('ticket', 'total', 'attgenerated, format_type(atttypid, atttypmod)', 's', 'numeric(12,2)'),
      ],
      dropGenerated: [
        gives('SELECT total FROM ticket', ['10.00']),
        column('ticket', 'total', "attgenerated = ''", 't'),
      ],
      collation: collation('customer', 'note', 'C'),
      position: column('purchase', 'placed_at', 'attnum, col_description(attrelid, attnum)', '3', 'when'),
      enumType: gives('SELECT note, pg_typeof(note) FROM customer', ['high', 'priority']),
    },
    createIndex: {
      ifNotExists: index(
        'ix_purchase_number',
        'CREATE INDEX ix_purchase_number ON public.purchase USING btree (number)',
      ),
      include: index(
        'ix_purchase_number',
        'CREATE INDEX ix_purchase_number ON public.purchase USING btree (number) INCLUDE (placed_at)',
      ),
      nulls: index(
        'ix_purchase_placed',
        'CREATE INDEX ix_purchase_placed ON public.purchase USING btree (placed_at DESC NULLS LAST)',
      ),
      collation: index(
        'ix_customer_email',
        'CREATE INDEX ix_customer_email ON public.customer USING btree (email COLLATE "C")',
      ),
      method: index('ix_customer_email', 'CREATE INDEX ix_customer_email ON public.customer USING hash (email)'),
      opclass: index(
        'ix_customer_email',
        'CREATE INDEX ix_customer_email ON public.customer USING btree (email varchar_pattern_ops)',
      ),
      storage: index(
        'ix_purchase_number',
        "CREATE INDEX ix_purchase_number ON public.purchase USING btree (number) WITH (fillfactor='70')",
      ),
    },
    dropIndex: { ifExists: relation('ix_customer_since', 'f'), inSchema: relation('ix_region', 'f') },
    addConstraint: {
      notValidCheck: constraint('ck_purchase_number', 'CHECK ((number > 10)) NOT VALID'),
      notValidForeignKey: constraint(
        'fk_purchase_customer',
        'FOREIGN KEY (customer_id) REFERENCES customer(id) NOT VALID',
      ),
      deferrable: constraint('uq_purchase_number', 'UNIQUE (number) DEFERRABLE INITIALLY DEFERRED'),
      match: constraint('fk_purchase_customer', 'FOREIGN KEY (customer_id) REFERENCES customer(id) MATCH FULL'),
      exclusion: constraint(
        'ex_purchase_placed',
        'EXCLUDE USING gist (daterange((placed_at)::date, NULL::date) WITH &&)',
      ),
      unnamed: constraint('uq_purchase_number', 'UNIQUE (number)'),
    },
    dropConstraint: {
      ifExists: constraint('ck_customer_balance'),
      cascade: [constraint('pk_customer'), constraint('fk_ticket_customer')],
    },
    setTableOptions: {
      change: gives("SELECT relpersistence, reloptions FROM pg_class WHERE relname = 'purchase'", [
        'u',
        '{fillfactor=70}',
      ]),
      parameterBack: gives("SELECT reloptions FROM pg_class WHERE relname = 'purchase'", ['NULL']),
    },
    rebuildTable: {
      changes: gives('SELECT since, level FROM customer', ['2020-02-29', '1']),
      unknownTable: column('elsewhere', 'b', 'attnum', '2'),
    },
    renameIndex: { plain: [relation('ix_customer_since', 'f'), relation('ix_customer_from', 't')] },
    renameConstraint: {
      // The index of a key follows.
      primaryKey: [constraint('pk_client', 'PRIMARY KEY (id)'), relation('pk_client', 't')],
      unique: [constraint('uq_client_email', 'UNIQUE (email)'), relation('uq_client_email', 't')],
      check: constraint('ck_client_balance', 'CHECK ((balance >= (0)::numeric))'),
      foreignKey: constraint('fk_ticket_client', 'FOREIGN KEY (id) REFERENCES customer(id)'),
      unknownTable: constraint('ck_b', 'CHECK ((a > 0))'),
    },
    dropEnum: { ifExists: isThere('pg_type', 'typname', 'mood', 'f') },
    addEnumValue: {
      last: gives('SELECT enum_range(NULL::priority)', ['{low,high,urgent}']),
      before: gives('SELECT enum_range(NULL::priority)', ["{it's,low,high}"]),
      ifNotExists: gives('SELECT enum_range(NULL::priority)', ['{low,urgent,high}']),
    },
    renameEnumValue: {
      plain: [
        gives('SELECT priority FROM ticket', ['minor']),
        gives('UPDATE ticket SET priority = DEFAULT RETURNING priority', ['minor']),
      ],
    },
    createSequence: {
      plain: sequence("'order_number'", '1', '1', '1', LONGEST, 'f', '1'),
      options: sequence("'sales.order_number'", '1000', '10', '1000', '99990', 't', '20'),
      noCycle: gives("SELECT nextval('order_number'), nextval('order_number')", ['1', '2']),
    },
    alterSequence: {
      change: sequence("'order_number'", '1', '5', '1', '5000', 'f', '1'),
      restart: gives("SELECT nextval('order_number')", ['77']),
      noBound: sequence("'order_number'", '1', '1', '1', LONGEST, 'f', '1'),
    },
    dropSequence: { plain: relation('order_number', 'f'), ifExists: relation('order_number', 'f') },
    createSchema: {
      plain: isThere('pg_namespace', 'nspname', 'hr', 't'),
      ifNotExists: isThere('pg_namespace', 'nspname', 'hr', 't'),
    },
    dropSchema: {
      plain: isThere('pg_namespace', 'nspname', 'hr', 'f'),
      ifExists: isThere('pg_namespace', 'nspname', 'hr', 'f'),
      cascade: [isThere('pg_namespace', 'nspname', 'hr', 'f'), relation('staff', 'f')],
    },
    createView: {
      plain: gives('SELECT * FROM rich', ['1']),
      columns: gives('SELECT number, address FROM rich', ['1', 'a@x']),
      orReplace: gives("SELECT relkind FROM pg_class WHERE relname = 'rich'", ['v']),
      materialized: gives("SELECT relkind, relispopulated FROM pg_class WHERE relname = 'rich'", ['m', 't']),
    },
    dropView: {
      plain: relation('rich', 'f'),
      ifExists: relation('rich', 'f'),
      cascade: relation('richer', 'f'),
      materialized: relation('rich', 'f'),
    },
    refreshView: {
      plain: gives('SELECT count(*) FROM rich', ['2']),
      concurrently: gives('SELECT count(*) FROM rich', ['2']),
    },
    createRoutine: {
      function: gives('SELECT twice(4)', ['8']),
      procedure: [gives('CALL purge()'), gives('SELECT count(*) FROM purchase', ['0'])],
    },
    dropRoutine: {
      function: gives("SELECT oid::regprocedure FROM pg_proc WHERE proname = 'twice'", ['twice(bigint)']),
      procedure: isThere('pg_proc', 'proname', 'purge', 'f'),
      cascade: [isThere('pg_proc', 'proname', 'twice', 'f'), relation('doubled', 'f')],
    },
    createTrigger: { plain: trigger(TRIGGER_MADE), orReplace: trigger(TRIGGER_MADE) },
    dropTrigger: { plain: trigger() },
    grant: {
      table: [
        can('app_reader', 'table', 'customer', 'INSERT', 't'),
        can('app_writer', 'table', 'customer', 'SELECT', 't'),
      ],
      columns: [
        gives("SELECT has_column_privilege('app_writer', 'customer', 'note', 'UPDATE WITH GRANT OPTION')", ['t']),
        gives("SELECT has_column_privilege('app_writer', 'customer', 'email', 'UPDATE')", ['f']),
      ],
      sequence: can('app_writer', 'sequence', 'order_number', 'USAGE', 't'),
      schema: can('app_reader', 'schema', 'sales', 'USAGE', 't'),
      function: [
        can('app_reader', 'function', 'twice(integer)', 'EXECUTE', 't'),
        can('app_writer', 'function', 'twice(integer)', 'EXECUTE', 'f'),
      ],
      everyone: can('app_reader', 'table', 'customer', 'SELECT', 't'),
    },
    revoke: {
      table: [
        can('app_writer', 'table', 'customer', 'INSERT', 'f'),
        can('app_writer', 'table', 'customer', 'SELECT', 't'),
      ],
      cascade: [
        can('app_reader', 'table', 'customer', 'SELECT', 'f'),
        can('app_writer', 'table', 'customer', 'SELECT', 'f'),
      ],
    },
    insertFrom: {
      plain: gives('SELECT number FROM purchase ORDER BY number', ['1'], ['7']),
      expected: gives('SELECT number FROM purchase ORDER BY number', ['1'], ['7']),
    },
    updateRows: {
      plain: gives('SELECT note, balance FROM customer', ["it's", '5.00']),
      everyRow: gives('SELECT placed_at = CURRENT_TIMESTAMP FROM purchase', ['t']),
      expected: gives('SELECT note FROM customer', ['x']),
      expectedRange: gives('SELECT note FROM customer', ['x']),
    },
    deleteRows: {
      plain: gives('SELECT count(*) FROM purchase', ['1']),
      everyRow: gives('SELECT count(*) FROM purchase', ['0']),
      expected: gives('SELECT count(*) FROM purchase', ['0']),
      matching: gives('SELECT count(*) FROM customer', ['0']),
    },
    requires: {
      plain: gives('SELECT count(*) FROM customer', ['1']),
      quoted: gives('SELECT count(*) FROM customer', ['1']),
    },
    expects: {
      none: gives('SELECT count(*) FROM customer', ['1']),
      some: gives('SELECT count(*) FROM purchase', ['1']),
    },
    onlyIf: {
      data: [gives('SELECT note FROM customer', ["it's"]), gives('SELECT count(*) FROM purchase', ['0'])],
      schema: gives('SELECT paid FROM purchase', ['NULL']),
      several: gives('SELECT paid FROM purchase', ['t']),
    },
    custom: { plain: isThere('pg_policy', 'polname', 'own_rows', 't') },
  },
};
