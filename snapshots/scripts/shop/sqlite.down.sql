-- migsql 0.1.0: downgrade script for SQLite
--
-- from    c4e01ec1d4be
-- to      base
-- steps   49
-- server  SQLite 3.35 or later
-- atomic  YES: one transaction, all or nothing
-- waits   for a lock 5 s, for a statement no limit
-- render  migsql render c4e01ec1d4be:base --dialect sqlite --transaction script --client sqlite3
-- run     sqlite3 -bail -batch DATABASE < FILE
--
-- if it stops
--   block 1 (transaction, steps 1 to 49): nothing of it is there; the version table holds c4e01ec1d4be; then run c4e01ec1d4be:base
--
-- sources (SHA-256)
--   69c4fc5a888a070ef1d1d97219956d9e7a1578b853e489923fbb7f8e0a612e36  migrations/2025-09-15_drop_order_notes.ts
--   96917178ce85ceff9b72d682398c400eb045c14fc6ce01fdd85bc9fd603c6383  migrations/2025-04-07_overdue_invoices.sql
--   a1643cc612a5e642305f97347e48c8da4e49aeadf702bffec5567f0f53937523  migrations/2025-02-10_merge_billing.ts
--   7ef28b389b06c0c599331708e8e4d7aadcafb0309d5184455b9a7bddf3e0af30  migrations/2024-02-12_unpaid_invoices.ts
--   d99d7b8770534a1022c1475e1881a612ad321e70a0ac65913bbe51f5f114d32f  migrations/2023-09-18_payment_methods.ts
--   ce38db0a021c97c93c97b449aad99a46304ed3a0894febe036efefd1af3a7f9f  migrations/2022-06-08_reminders.ts
--   faf5590f43180bfe59901527aab9d8f70f884824d283e5c7a8fbae38042f677d  migrations/2022-01-17_payments.ts
--   ec19e147f6bf6a7669645d2304911532ea0b3e4713d247b89609d654a7777a90  migrations/_columns.ts
--   a24fad97f568a5b30fa19a466ed3328f2965b57f0b83b047680e6c8606300cc5  migrations/2021-10-13_invoice_lines.ts
--   caa975855ed79abb4dd937ea716cd04a8d036d70e215ba218f785e86f7f1f2d3  migrations/2021-10-12_invoices.ts
--   8a83ce579fab9780784822fd01ba496816885b6da268c6ff949a8ffe48bfc4fa  migrations/2021-09-21_tax_rates_by_country.ts
--   66b7e6d8d08c4ec722b965ac0481f6abcf845007b50df3583b485b7de3d4b741  migrations/2024-11-04_comments.ts
--   46962513245a283284819669b48f1a4dc8ac8406f102a38eff7a53f98a8df207  migrations/2024-09-02_login_events.ts
--   e9e0c033ba208f58ec60e318163baa8cf4ce0e9b24b53ea878ffc21e038921ad  migrations/2024-05-13_finer_prices.ts
--   b914872b15bdf7ea2bbe65e411aeea21029b80b9c9b201c751adf1a0965d2f39  migrations/_narrow.ts
--   bd35a8140d8a0f4acb1ab91cf45cd7c3e752d7ce110dea88fbf08a58eef49822  migrations/2024-03-25_order_states.ts
--   3595a1c06ae8a04d33e837585d2a9b805fd083a3205c94a47a40b07fd637c26c  migrations/2024-01-16_soft_delete.ts
--   43c51352e30888bb9cd7028365291063739ee816582f761f68a8ba0ea71c66a3  migrations/2023-11-14_mail_templates.ts
--   27f9fcef1695e12c89e4831b89ed685328d1930310c5812b8ed84b327b0b0f99  migrations/data/mail_templates.json
--   910f151eb0691f0763b39efee992ba60053a89395e158735db022aae7f7047ef  migrations/2023-10-09_drop_newsletter.ts
--   7910efed9fd2bdf9757aaf7308a697260b8fd7f6fdfe68515c55cd62fb4a008a  migrations/2023-07-31_customer_addresses.ts
--   24afd1c8dd4280a9e44cfe3f88e755c4aa4b4369c77b17889e210b539ad4efe0  migrations/2023-06-19_customer_public_ids.ts
--   d6fb518fe32ae53cbac64370948a11d057f7aac9aa242877f5f9458bf6ad0545  migrations/2023-05-22_merge_storefront_and_warehouse.ts
--   cc2132ce969724b0795cf7c70ce5239cbabbab153b04f4c72c1b331b71c5ef5e  migrations/2023-04-03_back_in_stock.ts
--   71a43baa36f3a57371eb3e9459332eac538f81140bca7b6885387eb50b358e41  migrations/2023-03-20_pick_lists.ts
--   8f77002089c29063e17de2eae54df25e4ab3e43dde57d798236486ac757bd22f  migrations/2023-01-30_movement_reasons.ts
--   8718a9f405f4fed4b67ceb2b0f141bbd5f96ce623baa2bef44a5f709b7db5f3b  migrations/2022-11-07_shipment_weight.ts
--   4c721d5944331458c37926868c74b941bb250bc622194f410a3720c154ff4bc6  migrations/2022-09-15_larger_quantities.ts
--   39f2fcde925cd831558031f5cf990ffdbc9f2b91bbba5ec1101b79691756eab0  migrations/2022-05-04_shipments.ts
--   a99739ed0e7d1ce0c365b4253786fb0d9e991a7ece44e5d50d9905bf6aec6382  migrations/2022-02-23_stock_movements.ts
--   48617c505c2ff310f3e04d8b46200bf9b1d0b51f41f8d7f924a9e11a1b63cee1  migrations/2022-01-19_stock.ts
--   7598a5edd6e27fa6f8ea89e44133c886ce88028e8f300cb2c1ba92ede10cf499  migrations/2022-01-10_warehouses.ts
--   23b65e8c2074910f38c53938ddcef3d94f413c55aa3c8c7ac3b54c768404c4c9  migrations/2023-02-14_wishlists.ts
--   53280c3e610ebeb21469e963410e30a628907948368adb021a0f3cd62117e6d4  migrations/2022-12-01_promotions.ts
--   ba1ade6d191f94e64ed5204543bf9e88adbbc1f9446825572b3c7923c908b95f  migrations/2022-10-05_orders_by_time.ts
--   abd46f9a187df82dc6b6435bdcc633b8d2a7ebe09ab4b77637982dea9f923340  migrations/2022-07-12_category_translations.ts
--   f3f2a941d2e496e2ffd8c168f2007e90ca81e6b10c8339186ab6d97d038b626b  migrations/2022-04-28_reviews.ts
--   2767232f51ca819523e2a45c7c32af730ada3cb3936ff12cee31fb033c807e00  migrations/2022-03-15_product_images.ts
--   46b69d8599080bea9285f816f3a2dbce01c34c265c094607c4c45b66ab6dca3c  migrations/2022-02-02_product_slugs.ts
--   aef3f87bf427498ac747af00880c037473507936c84d52fe82cdde58a39c6b3c  migrations/2021-11-22_gift_cards.ts
--   4b6bb367413274be3d57cec7d827d7db97f9ba491da9afa826acc16ea2017d0d  migrations/2021-10-04_larger_totals.ts
--   68eae43897b3d7a7b23ca34f0b52f2539f30d38adebf2b1e8675a87ab763fa2b  migrations/2021-08-11_customer_names_and_phones.ts
--   7836881aea0b877b929f3773e92e4b68d0769f4b6decdbedbd9ad64ed13671fa  migrations/2021-06-30_rename_order.ts
--   823b6fed323a07fc26b3b6685d1d249f4974a01dec9c7a220c6422838c6a6d4b  migrations/2021-05-18_newsletter.ts
--   461efa16cace9cdf572e08226a6da607ce2fe3044c738327a8d8e9e8f8d07b7a  migrations/2021-04-07_unique_emails.ts
--   b3afc6efc1402da59ee51663dbaf67b7a5bda963d4c61c6dfc35ed174d87cd89  migrations/2021-04-06_lower_case_emails.sql
--   9e934a1967179e751e6c47112fe9441b1458b282d802850104871a14e039bf17  migrations/2021-03-22_countries.ts
--   49291a761b6d41dbd6536b5512dccb02b54f78ee84855218819b4418e3393b46  migrations/data/countries.json
--   b55839b9f8d495e9d0c09e2d2968fb5f47ebcaa3e2bc73f8bece6d082237149d  migrations/2021-03-01_currencies.ts
--   58610a2b693dcacd7ee71244fefa58cdff97a70177e0a819674b85957a5f4a81  migrations/2021-02-17_orders.ts
--   2d736cdc763c0376117e20ddf2d68b6d730bdbbc02df6b48cafa78c0a7bf8d8f  migrations/2021-02-09_products_and_categories.ts
--   75c3ba199d15218900c1cefacaaced7ebe2b77555a0e964fd0a031282b7c7406  migrations/2021-02-08_customers.ts
--   e5cb66d2ff4f2663f7fae27dc44ab8ae798b134d95dbaf6eeca6276342f54c0c  migrations/2021-09-14_tax_rates.ts

.bail on
-- In a session that stays open (.read) an error leaves the transaction open as well: end it with ROLLBACK, never COMMIT.
PRAGMA busy_timeout = 5000;

-- What must hold is written here: the check that fails is the message, and stops the script.
DROP TABLE IF EXISTS temp.migsql_must;
CREATE TEMP TABLE migsql_must (
  outside INTEGER CONSTRAINT "migsql: a transaction is open in this session; end it, and run the script again" CHECK (outside),
  start INTEGER CONSTRAINT "migsql: stopped, since the database is not where the script must start from" CHECK (start),
  version INTEGER CONSTRAINT "migsql: a change of the version table did not touch exactly one row" CHECK (version)
);
DROP TABLE IF EXISTS temp.migsql_script;
-- How far the script is: the last whole block, and the one that has begun.
CREATE TEMP TABLE migsql_script (block INTEGER, begun INTEGER, outside INTEGER, started TEXT);
INSERT INTO temp.migsql_script (block) VALUES (0);
-- Foreign keys are off while tables are made anew. The PRAGMA does nothing within a transaction, which shows one.
PRAGMA foreign_keys = ON;
UPDATE temp.migsql_script SET outside = (SELECT foreign_keys FROM pragma_foreign_keys);
PRAGMA foreign_keys = OFF;
UPDATE temp.migsql_script SET outside = 0, block = -1 WHERE outside = 0 OR (SELECT foreign_keys FROM pragma_foreign_keys);
INSERT INTO temp.migsql_must (outside) SELECT (SELECT outside FROM temp.migsql_script) IS 1;

-- 1/49 downgrade c4e01ec1d4be: drop notes of orders
-- migrations/2025-09-15_drop_order_notes.ts:8
SELECT 'migsql: 1/49 downgrade c4e01ec1d4be drop notes of orders' AS migsql FROM temp.migsql_script WHERE block >= 0;
BEGIN IMMEDIATE;
-- Made here to be asked, and gone with the transaction where the script stops.
CREATE TABLE IF NOT EXISTS migsql_version (
  revision VARCHAR(128) NOT NULL,
  CONSTRAINT pk_migsql_version PRIMARY KEY (revision)
);
SELECT 'migsql: block 1 starts at [c4e01ec1d4be], but the version table holds [' || found || ']' AS migsql
  FROM (SELECT coalesce(group_concat(revision, ', '), 'base') AS found
    FROM (SELECT revision FROM migsql_version ORDER BY revision))
  WHERE found <> 'c4e01ec1d4be';
UPDATE temp.migsql_script SET begun = 1
  WHERE block = 0 AND (SELECT count(*) FROM migsql_version) = 1
  AND (SELECT count(*) FROM migsql_version WHERE revision IN ('c4e01ec1d4be')) = 1;
INSERT OR ROLLBACK INTO temp.migsql_must (start) SELECT (SELECT begun FROM temp.migsql_script) IS 1;
ALTER TABLE sales_order ADD COLUMN note TEXT;
UPDATE migsql_version SET revision = '360b2a79be25' WHERE revision = 'c4e01ec1d4be';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 2/49 downgrade 360b2a79be25: view of overdue invoices
-- migrations/2025-04-07_overdue_invoices.sql:39
SELECT 'migsql: 2/49 downgrade 360b2a79be25 view of overdue invoices' AS migsql FROM temp.migsql_script WHERE block >= 0;
DROP VIEW overdue_invoice;
UPDATE migsql_version SET revision = 'dde8be449d7f' WHERE revision = '360b2a79be25';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 3/49 downgrade dde8be449d7f: merge billing
-- migrations/2025-02-10_merge_billing.ts:15
SELECT 'migsql: 3/49 downgrade dde8be449d7f merge billing' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "invoice has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "invoice has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of invoice, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('invoice') WHERE name COLLATE NOCASE NOT IN ('id', 'number', 'order_id', 'state', 'issued_on', 'due_on', 'paid_at', 'currency_code', 'total', 'reminder_level', 'reminded_on')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'invoice' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('ix_invoice_unpaid'))
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_invoice (
  id INTEGER NOT NULL,
  number VARCHAR(20) NOT NULL,
  order_id BIGINT NOT NULL,
  state TEXT DEFAULT 'draft' NOT NULL CONSTRAINT invoice_state CHECK (state IN ('draft', 'sent', 'paid', 'cancelled')),
  issued_on DATE NOT NULL,
  due_on DATE NOT NULL,
  paid_at TIMESTAMP WITH TIME ZONE,
  currency_code VARCHAR(3) NOT NULL,
  total NUMERIC(14, 2) NOT NULL,
  reminder_level SMALLINT DEFAULT 0 NOT NULL,
  reminded_on DATE,
  CONSTRAINT pk_invoice PRIMARY KEY (id),
  CONSTRAINT uq_invoice_number UNIQUE (number),
  CONSTRAINT fk_invoice_order FOREIGN KEY (order_id) REFERENCES sales_order (id),
  CONSTRAINT ck_invoice_due_on CHECK (due_on >= issued_on),
  CONSTRAINT ck_invoice_reminder_level CHECK (reminder_level BETWEEN 0 AND 3)
);
INSERT INTO migsql_new_invoice (id, number, order_id, state, issued_on, due_on, paid_at, currency_code, total, reminder_level, reminded_on) SELECT id, number, order_id, state, issued_on, due_on, paid_at, currency_code, total, reminder_level, reminded_on FROM invoice;
DROP TABLE invoice;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migsql_new_invoice RENAME TO invoice;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_invoice_unpaid ON invoice (due_on) WHERE paid_at IS NULL;
INSERT INTO temp.migsql_guard (violations)
SELECT count(*) FROM (
  SELECT 'invoice' AS name UNION
  SELECT m.name FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k
  WHERE m.type = 'table' AND k."table" = 'invoice' COLLATE NOCASE
) AS t, pragma_foreign_key_check(t.name) AS c
WHERE 'invoice' COLLATE NOCASE IN (c."table", c.parent);
DROP TABLE temp.migsql_guard;
INSERT INTO migsql_version (revision) VALUES ('21617ee745e9');
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;
UPDATE migsql_version SET revision = '40b98662ef5a' WHERE revision = 'dde8be449d7f';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 4/49 downgrade 40b98662ef5a: find unpaid invoices fast
-- migrations/2024-02-12_unpaid_invoices.ts:3
SELECT 'migsql: 4/49 downgrade 40b98662ef5a find unpaid invoices fast' AS migsql FROM temp.migsql_script WHERE block >= 0;
DROP INDEX ix_invoice_unpaid;
UPDATE migsql_version SET revision = 'aff07711ae8e' WHERE revision = '40b98662ef5a';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 5/49 downgrade aff07711ae8e: payment methods as a table, not an enum
-- migrations/2023-09-18_payment_methods.ts:43
SELECT 'migsql: 5/49 downgrade aff07711ae8e payment methods as a table, not an enum' AS migsql FROM temp.migsql_script WHERE block >= 0;
ALTER TABLE payment ADD COLUMN kind TEXT DEFAULT 'bank_transfer' NOT NULL CONSTRAINT payment_kind CHECK (kind IN ('card', 'paypal', 'bank_transfer', 'cash'));
UPDATE payment SET kind = method_code
      WHERE method_code IN ('card', 'paypal', 'bank_transfer', 'cash');
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "payment has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "payment has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of payment, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('payment') WHERE name COLLATE NOCASE NOT IN ('id', 'invoice_id', 'amount', 'received_at', 'provider_reference', 'provider_response', 'created_at', 'updated_at', 'method_code', 'kind')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'payment' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL)
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_payment (
  id INTEGER NOT NULL,
  invoice_id BIGINT NOT NULL,
  amount NUMERIC(14, 2) NOT NULL,
  received_at TIMESTAMP WITH TIME ZONE NOT NULL,
  provider_reference CHAR(36),
  provider_response TEXT,
  created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
  updated_at TIMESTAMP WITH TIME ZONE,
  method_code VARCHAR(20) NOT NULL,
  kind TEXT NOT NULL CONSTRAINT payment_kind CHECK (kind IN ('card', 'paypal', 'bank_transfer', 'cash')),
  CONSTRAINT pk_payment PRIMARY KEY (id),
  CONSTRAINT fk_payment_invoice FOREIGN KEY (invoice_id) REFERENCES invoice (id),
  CONSTRAINT ck_payment_amount CHECK (amount <> 0),
  CONSTRAINT fk_payment_method FOREIGN KEY (method_code) REFERENCES payment_method (code)
);
INSERT INTO migsql_new_payment (id, invoice_id, amount, received_at, provider_reference, provider_response, created_at, updated_at, method_code, kind) SELECT id, invoice_id, amount, received_at, provider_reference, provider_response, created_at, updated_at, method_code, kind FROM payment;
DROP TABLE payment;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migsql_new_payment RENAME TO payment;
PRAGMA legacy_alter_table = OFF;
INSERT INTO temp.migsql_guard (violations)
SELECT count(*) FROM (
  SELECT 'payment' AS name UNION
  SELECT m.name FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k
  WHERE m.type = 'table' AND k."table" = 'payment' COLLATE NOCASE
) AS t, pragma_foreign_key_check(t.name) AS c
WHERE 'payment' COLLATE NOCASE IN (c."table", c.parent);
DROP TABLE temp.migsql_guard;
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "payment has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "payment has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of payment, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('payment') WHERE name COLLATE NOCASE NOT IN ('id', 'invoice_id', 'amount', 'received_at', 'provider_reference', 'provider_response', 'created_at', 'updated_at', 'method_code', 'kind')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'payment' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL)
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_payment (
  id INTEGER NOT NULL,
  invoice_id BIGINT NOT NULL,
  amount NUMERIC(14, 2) NOT NULL,
  received_at TIMESTAMP WITH TIME ZONE NOT NULL,
  provider_reference CHAR(36),
  provider_response TEXT,
  created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
  updated_at TIMESTAMP WITH TIME ZONE,
  method_code VARCHAR(20) NOT NULL,
  kind TEXT NOT NULL CONSTRAINT payment_kind CHECK (kind IN ('card', 'paypal', 'bank_transfer', 'cash')),
  CONSTRAINT pk_payment PRIMARY KEY (id),
  CONSTRAINT fk_payment_invoice FOREIGN KEY (invoice_id) REFERENCES invoice (id),
  CONSTRAINT ck_payment_amount CHECK (amount <> 0)
);
INSERT INTO migsql_new_payment (id, invoice_id, amount, received_at, provider_reference, provider_response, created_at, updated_at, method_code, kind) SELECT id, invoice_id, amount, received_at, provider_reference, provider_response, created_at, updated_at, method_code, kind FROM payment;
DROP TABLE payment;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migsql_new_payment RENAME TO payment;
PRAGMA legacy_alter_table = OFF;
INSERT INTO temp.migsql_guard (violations)
SELECT count(*) FROM (
  SELECT 'payment' AS name UNION
  SELECT m.name FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k
  WHERE m.type = 'table' AND k."table" = 'payment' COLLATE NOCASE
) AS t, pragma_foreign_key_check(t.name) AS c
WHERE 'payment' COLLATE NOCASE IN (c."table", c.parent);
DROP TABLE temp.migsql_guard;
ALTER TABLE payment DROP COLUMN method_code;
DROP TABLE payment_method;
UPDATE migsql_version SET revision = 'a5c9bc130ca6' WHERE revision = 'aff07711ae8e';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 6/49 downgrade a5c9bc130ca6: reminders for unpaid invoices
-- migrations/2022-06-08_reminders.ts:17
SELECT 'migsql: 6/49 downgrade a5c9bc130ca6 reminders for unpaid invoices' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "invoice has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "invoice has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of invoice, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('invoice') WHERE name COLLATE NOCASE NOT IN ('id', 'number', 'order_id', 'state', 'issued_on', 'due_on', 'paid_at', 'currency_code', 'total', 'reminder_level', 'reminded_on')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'invoice' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL)
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_invoice (
  id INTEGER NOT NULL,
  number VARCHAR(20) NOT NULL,
  order_id BIGINT NOT NULL,
  state TEXT DEFAULT 'draft' NOT NULL CONSTRAINT invoice_state CHECK (state IN ('draft', 'sent', 'paid', 'cancelled')),
  issued_on DATE NOT NULL,
  due_on DATE NOT NULL,
  paid_at TIMESTAMP WITH TIME ZONE,
  currency_code VARCHAR(3) NOT NULL,
  total NUMERIC(14, 2) NOT NULL,
  reminder_level SMALLINT DEFAULT 0 NOT NULL,
  reminded_on DATE,
  CONSTRAINT pk_invoice PRIMARY KEY (id),
  CONSTRAINT uq_invoice_number UNIQUE (number),
  CONSTRAINT fk_invoice_order FOREIGN KEY (order_id) REFERENCES sales_order (id),
  CONSTRAINT ck_invoice_due_on CHECK (due_on >= issued_on)
);
INSERT INTO migsql_new_invoice (id, number, order_id, state, issued_on, due_on, paid_at, currency_code, total, reminder_level, reminded_on) SELECT id, number, order_id, state, issued_on, due_on, paid_at, currency_code, total, reminder_level, reminded_on FROM invoice;
DROP TABLE invoice;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migsql_new_invoice RENAME TO invoice;
PRAGMA legacy_alter_table = OFF;
INSERT INTO temp.migsql_guard (violations)
SELECT count(*) FROM (
  SELECT 'invoice' AS name UNION
  SELECT m.name FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k
  WHERE m.type = 'table' AND k."table" = 'invoice' COLLATE NOCASE
) AS t, pragma_foreign_key_check(t.name) AS c
WHERE 'invoice' COLLATE NOCASE IN (c."table", c.parent);
DROP TABLE temp.migsql_guard;
ALTER TABLE invoice DROP COLUMN reminded_on;
ALTER TABLE invoice DROP COLUMN reminder_level;
UPDATE migsql_version SET revision = '1c878c3de7c6' WHERE revision = 'a5c9bc130ca6';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 7/49 downgrade 1c878c3de7c6: payments
-- migrations/2022-01-17_payments.ts:14
SELECT 'migsql: 7/49 downgrade 1c878c3de7c6 payments' AS migsql FROM temp.migsql_script WHERE block >= 0;
DROP TABLE payment;
UPDATE migsql_version SET revision = '64eb9211cd60' WHERE revision = '1c878c3de7c6';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 8/49 downgrade 64eb9211cd60: invoice lines
-- migrations/2021-10-13_invoice_lines.ts:8
SELECT 'migsql: 8/49 downgrade 64eb9211cd60 invoice lines' AS migsql FROM temp.migsql_script WHERE block >= 0;
DROP TABLE invoice_line;
UPDATE migsql_version SET revision = '89973edcc47e' WHERE revision = '64eb9211cd60';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 9/49 downgrade 89973edcc47e: invoices
-- migrations/2021-10-12_invoices.ts:14
SELECT 'migsql: 9/49 downgrade 89973edcc47e invoices' AS migsql FROM temp.migsql_script WHERE block >= 0;
DROP TABLE invoice;
UPDATE migsql_version SET revision = '652ad4a05dd7' WHERE revision = '89973edcc47e';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 10/49 downgrade 652ad4a05dd7: VAT rates refer to countries
-- migrations/2021-09-21_tax_rates_by_country.ts:9
SELECT 'migsql: 10/49 downgrade 652ad4a05dd7 VAT rates refer to countries' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "tax_rate has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "tax_rate has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of tax_rate, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('tax_rate') WHERE name COLLATE NOCASE NOT IN ('country_code', 'category', 'valid_from', 'rate')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'tax_rate' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL)
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_tax_rate (
  country_code VARCHAR(2) NOT NULL,
  category VARCHAR(20) NOT NULL,
  valid_from DATE NOT NULL,
  rate NUMERIC(5, 4) NOT NULL,
  CONSTRAINT pk_tax_rate PRIMARY KEY (country_code, category, valid_from)
);
INSERT INTO migsql_new_tax_rate (country_code, category, valid_from, rate) SELECT country_code, category, valid_from, rate FROM tax_rate;
DROP TABLE tax_rate;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migsql_new_tax_rate RENAME TO tax_rate;
PRAGMA legacy_alter_table = OFF;
INSERT INTO temp.migsql_guard (violations)
SELECT count(*) FROM (
  SELECT 'tax_rate' AS name UNION
  SELECT m.name FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k
  WHERE m.type = 'table' AND k."table" = 'tax_rate' COLLATE NOCASE
) AS t, pragma_foreign_key_check(t.name) AS c
WHERE 'tax_rate' COLLATE NOCASE IN (c."table", c.parent);
DROP TABLE temp.migsql_guard;
UPDATE migsql_version SET revision = '0cc7be2cb74f' WHERE revision = '652ad4a05dd7';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 11/49 downgrade 21617ee745e9: comments the auditors asked for
-- migrations/2024-11-04_comments.ts
SELECT 'migsql: 11/49 downgrade 21617ee745e9 comments the auditors asked for' AS migsql FROM temp.migsql_script WHERE block >= 0;
UPDATE migsql_version SET revision = 'f2496a629154' WHERE revision = '21617ee745e9';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 12/49 downgrade f2496a629154: sign-ins
-- migrations/2024-09-02_login_events.ts:19
SELECT 'migsql: 12/49 downgrade f2496a629154 sign-ins' AS migsql FROM temp.migsql_script WHERE block >= 0;
DROP INDEX ix_login_event_occurred_at;
DROP TABLE login_event;
UPDATE migsql_version SET revision = '1565fc00a8a4' WHERE revision = 'f2496a629154';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 13/49 downgrade 1565fc00a8a4: prices with four decimals, titles no longer unique
-- migrations/2024-05-13_finer_prices.ts:15
SELECT 'migsql: 13/49 downgrade 1565fc00a8a4 prices with four decimals, titles no longer unique' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "product has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "product has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of product, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('product') WHERE name COLLATE NOCASE NOT IN ('id', 'sku', 'title', 'description', 'price', 'weight_kg', 'active', 'category_id', 'created_at', 'slug', 'deleted_at')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'product' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL)
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_product (
  id INTEGER NOT NULL,
  sku VARCHAR(40) NOT NULL,
  title VARCHAR(200) NOT NULL,
  description TEXT,
  price NUMERIC(12, 4) NOT NULL,
  weight_kg DOUBLE,
  active BOOLEAN DEFAULT 1 NOT NULL,
  category_id BIGINT,
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  slug VARCHAR(80) NOT NULL,
  deleted_at TIMESTAMP WITH TIME ZONE,
  CONSTRAINT pk_product PRIMARY KEY (id),
  CONSTRAINT uq_product_sku UNIQUE (sku),
  CONSTRAINT fk_product_category FOREIGN KEY (category_id) REFERENCES category (id) ON DELETE SET NULL,
  CONSTRAINT uq_product_slug UNIQUE (slug),
  CONSTRAINT uq_product_title UNIQUE (title)
);
INSERT INTO migsql_new_product (id, sku, title, description, price, weight_kg, active, category_id, created_at, slug, deleted_at) SELECT id, sku, title, description, price, weight_kg, active, category_id, created_at, slug, deleted_at FROM product;
DROP TABLE product;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migsql_new_product RENAME TO product;
PRAGMA legacy_alter_table = OFF;
INSERT INTO temp.migsql_guard (violations)
SELECT count(*) FROM (
  SELECT 'product' AS name UNION
  SELECT m.name FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k
  WHERE m.type = 'table' AND k."table" = 'product' COLLATE NOCASE
) AS t, pragma_foreign_key_check(t.name) AS c
WHERE 'product' COLLATE NOCASE IN (c."table", c.parent);
DROP TABLE temp.migsql_guard;
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "order_line has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "order_line has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of order_line, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('order_line') WHERE name COLLATE NOCASE NOT IN ('order_id', 'line_no', 'product_id', 'quantity', 'unit_price')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'order_line' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL)
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_order_line (
  order_id BIGINT NOT NULL,
  line_no SMALLINT NOT NULL,
  product_id BIGINT NOT NULL,
  quantity INTEGER DEFAULT 1 NOT NULL,
  unit_price NUMERIC(8, 2) NOT NULL,
  CONSTRAINT pk_order_line PRIMARY KEY (order_id, line_no),
  CONSTRAINT fk_order_line_order FOREIGN KEY (order_id) REFERENCES sales_order (id) ON DELETE CASCADE,
  CONSTRAINT fk_order_line_product FOREIGN KEY (product_id) REFERENCES product (id),
  CONSTRAINT ck_order_line_quantity CHECK (quantity > 0)
);
INSERT INTO migsql_new_order_line (order_id, line_no, product_id, quantity, unit_price) SELECT order_id, line_no, product_id, quantity, unit_price FROM order_line;
DROP TABLE order_line;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migsql_new_order_line RENAME TO order_line;
PRAGMA legacy_alter_table = OFF;
INSERT INTO temp.migsql_guard (violations)
SELECT count(*) FROM (
  SELECT 'order_line' AS name UNION
  SELECT m.name FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k
  WHERE m.type = 'table' AND k."table" = 'order_line' COLLATE NOCASE
) AS t, pragma_foreign_key_check(t.name) AS c
WHERE 'order_line' COLLATE NOCASE IN (c."table", c.parent);
DROP TABLE temp.migsql_guard;
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "product has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "product has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of product, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('product') WHERE name COLLATE NOCASE NOT IN ('id', 'sku', 'title', 'description', 'price', 'weight_kg', 'active', 'category_id', 'created_at', 'slug', 'deleted_at')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'product' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL)
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_product (
  id INTEGER NOT NULL,
  sku VARCHAR(40) NOT NULL,
  title VARCHAR(200) NOT NULL,
  description TEXT,
  price NUMERIC(8, 2) NOT NULL,
  weight_kg DOUBLE,
  active BOOLEAN DEFAULT 1 NOT NULL,
  category_id BIGINT,
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  slug VARCHAR(80) NOT NULL,
  deleted_at TIMESTAMP WITH TIME ZONE,
  CONSTRAINT pk_product PRIMARY KEY (id),
  CONSTRAINT uq_product_sku UNIQUE (sku),
  CONSTRAINT fk_product_category FOREIGN KEY (category_id) REFERENCES category (id) ON DELETE SET NULL,
  CONSTRAINT uq_product_slug UNIQUE (slug),
  CONSTRAINT uq_product_title UNIQUE (title)
);
INSERT INTO migsql_new_product (id, sku, title, description, price, weight_kg, active, category_id, created_at, slug, deleted_at) SELECT id, sku, title, description, price, weight_kg, active, category_id, created_at, slug, deleted_at FROM product;
DROP TABLE product;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migsql_new_product RENAME TO product;
PRAGMA legacy_alter_table = OFF;
INSERT INTO temp.migsql_guard (violations)
SELECT count(*) FROM (
  SELECT 'product' AS name UNION
  SELECT m.name FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k
  WHERE m.type = 'table' AND k."table" = 'product' COLLATE NOCASE
) AS t, pragma_foreign_key_check(t.name) AS c
WHERE 'product' COLLATE NOCASE IN (c."table", c.parent);
DROP TABLE temp.migsql_guard;
UPDATE migsql_version SET revision = '770ead80b8b5' WHERE revision = '1565fc00a8a4';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 14/49 downgrade 770ead80b8b5: order states
-- migrations/2024-03-25_order_states.ts:15
SELECT 'migsql: 14/49 downgrade 770ead80b8b5 order states' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "sales_order has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "sales_order has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of sales_order, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('sales_order') WHERE name COLLATE NOCASE NOT IN ('id', 'number', 'customer_id', 'state', 'placed_at', 'total', 'currency_code', 'note')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'sales_order' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('ix_sales_order_placed_at'))
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_sales_order (
  id INTEGER NOT NULL,
  number VARCHAR(20) NOT NULL,
  customer_id BIGINT NOT NULL,
  state VARCHAR(20) DEFAULT 'new' NOT NULL,
  placed_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  total NUMERIC(14, 2) DEFAULT 0 NOT NULL,
  currency_code VARCHAR(3) DEFAULT 'EUR' NOT NULL,
  note TEXT,
  CONSTRAINT pk_order PRIMARY KEY (id),
  CONSTRAINT uq_order_number UNIQUE (number),
  CONSTRAINT fk_order_customer FOREIGN KEY (customer_id) REFERENCES customer (id),
  CONSTRAINT fk_order_currency FOREIGN KEY (currency_code) REFERENCES currency (code),
  CONSTRAINT ck_sales_order_state CHECK (state IN ('new', 'paid', 'packed', 'shipped', 'done', 'cancelled'))
);
INSERT INTO migsql_new_sales_order (id, number, customer_id, state, placed_at, total, currency_code, note) SELECT id, number, customer_id, state, placed_at, total, currency_code, note FROM sales_order;
DROP TABLE sales_order;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migsql_new_sales_order RENAME TO sales_order;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_sales_order_placed_at ON sales_order (placed_at, state);
INSERT INTO temp.migsql_guard (violations)
SELECT count(*) FROM (
  SELECT 'sales_order' AS name UNION
  SELECT m.name FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k
  WHERE m.type = 'table' AND k."table" = 'sales_order' COLLATE NOCASE
) AS t, pragma_foreign_key_check(t.name) AS c
WHERE 'sales_order' COLLATE NOCASE IN (c."table", c.parent);
DROP TABLE temp.migsql_guard;
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "sales_order has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "sales_order has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of sales_order, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('sales_order') WHERE name COLLATE NOCASE NOT IN ('id', 'number', 'customer_id', 'state', 'placed_at', 'total', 'currency_code', 'note')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'sales_order' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('ix_sales_order_placed_at'))
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_sales_order (
  id INTEGER NOT NULL,
  number VARCHAR(20) NOT NULL,
  customer_id BIGINT NOT NULL,
  state VARCHAR(20) DEFAULT 'new' NOT NULL,
  placed_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  total NUMERIC(14, 2) DEFAULT 0 NOT NULL,
  currency_code VARCHAR(3) DEFAULT 'EUR' NOT NULL,
  note TEXT,
  CONSTRAINT pk_order PRIMARY KEY (id),
  CONSTRAINT uq_order_number UNIQUE (number),
  CONSTRAINT fk_order_customer FOREIGN KEY (customer_id) REFERENCES customer (id),
  CONSTRAINT fk_order_currency FOREIGN KEY (currency_code) REFERENCES currency (code)
);
INSERT INTO migsql_new_sales_order (id, number, customer_id, state, placed_at, total, currency_code, note) SELECT id, number, customer_id, state, placed_at, total, currency_code, note FROM sales_order;
DROP TABLE sales_order;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migsql_new_sales_order RENAME TO sales_order;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_sales_order_placed_at ON sales_order (placed_at, state);
INSERT INTO temp.migsql_guard (violations)
SELECT count(*) FROM (
  SELECT 'sales_order' AS name UNION
  SELECT m.name FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k
  WHERE m.type = 'table' AND k."table" = 'sales_order' COLLATE NOCASE
) AS t, pragma_foreign_key_check(t.name) AS c
WHERE 'sales_order' COLLATE NOCASE IN (c."table", c.parent);
DROP TABLE temp.migsql_guard;
UPDATE sales_order SET state = 'open' WHERE state = 'new';
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "sales_order has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "sales_order has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of sales_order, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('sales_order') WHERE name COLLATE NOCASE NOT IN ('id', 'number', 'customer_id', 'state', 'placed_at', 'total', 'currency_code', 'note')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'sales_order' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('ix_sales_order_placed_at'))
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_sales_order (
  id INTEGER NOT NULL,
  number VARCHAR(20) NOT NULL,
  customer_id BIGINT NOT NULL,
  state VARCHAR(20) DEFAULT 'open' NOT NULL,
  placed_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  total NUMERIC(14, 2) DEFAULT 0 NOT NULL,
  currency_code VARCHAR(3) DEFAULT 'EUR' NOT NULL,
  note TEXT,
  CONSTRAINT pk_order PRIMARY KEY (id),
  CONSTRAINT uq_order_number UNIQUE (number),
  CONSTRAINT fk_order_customer FOREIGN KEY (customer_id) REFERENCES customer (id),
  CONSTRAINT fk_order_currency FOREIGN KEY (currency_code) REFERENCES currency (code)
);
INSERT INTO migsql_new_sales_order (id, number, customer_id, state, placed_at, total, currency_code, note) SELECT id, number, customer_id, state, placed_at, total, currency_code, note FROM sales_order;
DROP TABLE sales_order;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migsql_new_sales_order RENAME TO sales_order;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_sales_order_placed_at ON sales_order (placed_at, state);
INSERT INTO temp.migsql_guard (violations)
SELECT count(*) FROM (
  SELECT 'sales_order' AS name UNION
  SELECT m.name FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k
  WHERE m.type = 'table' AND k."table" = 'sales_order' COLLATE NOCASE
) AS t, pragma_foreign_key_check(t.name) AS c
WHERE 'sales_order' COLLATE NOCASE IN (c."table", c.parent);
DROP TABLE temp.migsql_guard;
UPDATE migsql_version SET revision = '200fada528d8' WHERE revision = '770ead80b8b5';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 15/49 downgrade 200fada528d8: deleted rows stay for ninety days
-- migrations/2024-01-16_soft_delete.ts:10
SELECT 'migsql: 15/49 downgrade 200fada528d8 deleted rows stay for ninety days' AS migsql FROM temp.migsql_script WHERE block >= 0;
ALTER TABLE review DROP COLUMN deleted_at;
ALTER TABLE promotion DROP COLUMN deleted_at;
ALTER TABLE category DROP COLUMN deleted_at;
ALTER TABLE product DROP COLUMN deleted_at;
UPDATE migsql_version SET revision = '4e2316eb118a' WHERE revision = '200fada528d8';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 16/49 downgrade 4e2316eb118a: mail templates
-- migrations/2023-11-14_mail_templates.ts:16
SELECT 'migsql: 16/49 downgrade 4e2316eb118a mail templates' AS migsql FROM temp.migsql_script WHERE block >= 0;
DELETE FROM mail_template WHERE (code = 'order_confirmation' AND locale = 'en')
  OR (code = 'order_confirmation' AND locale = 'de')
  OR (code = 'shipped' AND locale = 'en')
  OR (code = 'shipped' AND locale = 'pl')
  OR (code = 'till_receipt' AND locale = 'de');
DROP TABLE mail_template;
UPDATE migsql_version SET revision = 'ef4027880414' WHERE revision = '4e2316eb118a';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 17/49 downgrade ef4027880414: drop newsletter subscriptions
-- migrations/2023-10-09_drop_newsletter.ts:8
SELECT 'migsql: 17/49 downgrade ef4027880414 drop newsletter subscriptions' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TABLE newsletter_subscription (
  email VARCHAR(254) NOT NULL,
  confirmed BOOLEAN DEFAULT 0 NOT NULL,
  subscribed_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  CONSTRAINT pk_newsletter_subscription PRIMARY KEY (email)
);
UPDATE migsql_version SET revision = 'de7d2bcc34cd' WHERE revision = 'ef4027880414';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 18/49 downgrade de7d2bcc34cd: several addresses per customer
-- migrations/2023-07-31_customer_addresses.ts:46
SELECT 'migsql: 18/49 downgrade de7d2bcc34cd several addresses per customer' AS migsql FROM temp.migsql_script WHERE block >= 0;
ALTER TABLE customer ADD COLUMN street VARCHAR(200);
ALTER TABLE customer ADD COLUMN postal_code VARCHAR(16);
ALTER TABLE customer ADD COLUMN city VARCHAR(120);
ALTER TABLE customer ADD COLUMN country_code VARCHAR(2);
UPDATE customer SET street = (
    SELECT a.street FROM customer_address a WHERE a.customer_id = customer.id AND a.kind = 'billing'
  );
UPDATE customer SET postal_code = (
    SELECT a.postal_code FROM customer_address a WHERE a.customer_id = customer.id AND a.kind = 'billing'
  );
UPDATE customer SET city = (
    SELECT a.city FROM customer_address a WHERE a.customer_id = customer.id AND a.kind = 'billing'
  );
UPDATE customer SET country_code = (
    SELECT a.country_code FROM customer_address a WHERE a.customer_id = customer.id AND a.kind = 'billing'
  );
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "customer has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "customer has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of customer, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('customer') WHERE name COLLATE NOCASE NOT IN ('id', 'email', 'display_name', 'phone', 'created_at', 'public_id', 'street', 'postal_code', 'city', 'country_code')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'customer' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL)
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_customer (
  id INTEGER NOT NULL,
  email VARCHAR(254) NOT NULL,
  display_name VARCHAR(120) NOT NULL,
  phone VARCHAR(32),
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  public_id CHAR(36) NOT NULL,
  street VARCHAR(200),
  postal_code VARCHAR(16),
  city VARCHAR(120),
  country_code VARCHAR(2),
  CONSTRAINT pk_customer PRIMARY KEY (id),
  CONSTRAINT uq_customer_email UNIQUE (email),
  CONSTRAINT uq_customer_public_id UNIQUE (public_id),
  CONSTRAINT fk_customer_country FOREIGN KEY (country_code) REFERENCES country (code)
);
INSERT INTO migsql_new_customer (id, email, display_name, phone, created_at, public_id, street, postal_code, city, country_code) SELECT id, email, display_name, phone, created_at, public_id, street, postal_code, city, country_code FROM customer;
DROP TABLE customer;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migsql_new_customer RENAME TO customer;
PRAGMA legacy_alter_table = OFF;
INSERT INTO temp.migsql_guard (violations)
SELECT count(*) FROM (
  SELECT 'customer' AS name UNION
  SELECT m.name FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k
  WHERE m.type = 'table' AND k."table" = 'customer' COLLATE NOCASE
) AS t, pragma_foreign_key_check(t.name) AS c
WHERE 'customer' COLLATE NOCASE IN (c."table", c.parent);
DROP TABLE temp.migsql_guard;
DROP TABLE customer_address;
UPDATE migsql_version SET revision = 'b11ef72a092c' WHERE revision = 'de7d2bcc34cd';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 19/49 downgrade b11ef72a092c: public ids for customers
-- migrations/2023-06-19_customer_public_ids.ts:12
SELECT 'migsql: 19/49 downgrade b11ef72a092c public ids for customers' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "customer has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "customer has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of customer, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('customer') WHERE name COLLATE NOCASE NOT IN ('id', 'email', 'display_name', 'phone', 'created_at', 'public_id', 'street', 'postal_code', 'city', 'country_code')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'customer' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL)
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_customer (
  id INTEGER NOT NULL,
  email VARCHAR(254) NOT NULL,
  display_name VARCHAR(120) NOT NULL,
  phone VARCHAR(32),
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  public_id CHAR(36) NOT NULL,
  street VARCHAR(200),
  postal_code VARCHAR(16),
  city VARCHAR(120),
  country_code VARCHAR(2),
  CONSTRAINT pk_customer PRIMARY KEY (id),
  CONSTRAINT uq_customer_email UNIQUE (email),
  CONSTRAINT fk_customer_country FOREIGN KEY (country_code) REFERENCES country (code)
);
INSERT INTO migsql_new_customer (id, email, display_name, phone, created_at, public_id, street, postal_code, city, country_code) SELECT id, email, display_name, phone, created_at, public_id, street, postal_code, city, country_code FROM customer;
DROP TABLE customer;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migsql_new_customer RENAME TO customer;
PRAGMA legacy_alter_table = OFF;
INSERT INTO temp.migsql_guard (violations)
SELECT count(*) FROM (
  SELECT 'customer' AS name UNION
  SELECT m.name FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k
  WHERE m.type = 'table' AND k."table" = 'customer' COLLATE NOCASE
) AS t, pragma_foreign_key_check(t.name) AS c
WHERE 'customer' COLLATE NOCASE IN (c."table", c.parent);
DROP TABLE temp.migsql_guard;
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "customer has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "customer has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of customer, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('customer') WHERE name COLLATE NOCASE NOT IN ('id', 'email', 'display_name', 'phone', 'created_at', 'public_id', 'street', 'postal_code', 'city', 'country_code')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'customer' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL)
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_customer (
  id INTEGER NOT NULL,
  email VARCHAR(254) NOT NULL,
  display_name VARCHAR(120) NOT NULL,
  phone VARCHAR(32),
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  public_id CHAR(36),
  street VARCHAR(200),
  postal_code VARCHAR(16),
  city VARCHAR(120),
  country_code VARCHAR(2),
  CONSTRAINT pk_customer PRIMARY KEY (id),
  CONSTRAINT uq_customer_email UNIQUE (email),
  CONSTRAINT fk_customer_country FOREIGN KEY (country_code) REFERENCES country (code)
);
INSERT INTO migsql_new_customer (id, email, display_name, phone, created_at, public_id, street, postal_code, city, country_code) SELECT id, email, display_name, phone, created_at, public_id, street, postal_code, city, country_code FROM customer;
DROP TABLE customer;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migsql_new_customer RENAME TO customer;
PRAGMA legacy_alter_table = OFF;
INSERT INTO temp.migsql_guard (violations)
SELECT count(*) FROM (
  SELECT 'customer' AS name UNION
  SELECT m.name FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k
  WHERE m.type = 'table' AND k."table" = 'customer' COLLATE NOCASE
) AS t, pragma_foreign_key_check(t.name) AS c
WHERE 'customer' COLLATE NOCASE IN (c."table", c.parent);
DROP TABLE temp.migsql_guard;
UPDATE customer SET public_id = NULL;
ALTER TABLE customer DROP COLUMN public_id;
UPDATE migsql_version SET revision = '127eb5c32a9d' WHERE revision = 'b11ef72a092c';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 20/49 downgrade 127eb5c32a9d: merge storefront and warehouse
-- migrations/2023-05-22_merge_storefront_and_warehouse.ts
SELECT 'migsql: 20/49 downgrade 127eb5c32a9d merge storefront and warehouse' AS migsql FROM temp.migsql_script WHERE block >= 0;
INSERT INTO migsql_version (revision) VALUES ('76a22f968352');
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;
UPDATE migsql_version SET revision = 'c487449a3cc2' WHERE revision = '127eb5c32a9d';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 21/49 downgrade 76a22f968352: "tell me when it is back"
-- migrations/2023-04-03_back_in_stock.ts:9
SELECT 'migsql: 21/49 downgrade 76a22f968352 "tell me when it is back"' AS migsql FROM temp.migsql_script WHERE block >= 0;
DROP TABLE back_in_stock_alert;
UPDATE migsql_version SET revision = '33e76c107f09' WHERE revision = '76a22f968352';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 22/49 downgrade c487449a3cc2: pick lists
-- migrations/2023-03-20_pick_lists.ts:19
SELECT 'migsql: 22/49 downgrade c487449a3cc2 pick lists' AS migsql FROM temp.migsql_script WHERE block >= 0;
DROP TABLE pick_list_line;
DROP TABLE pick_list;
UPDATE migsql_version SET revision = '08c7186d01d3' WHERE revision = 'c487449a3cc2';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 23/49 downgrade 08c7186d01d3: reasons of stock movements by code
-- migrations/2023-01-30_movement_reasons.ts:13
SELECT 'migsql: 23/49 downgrade 08c7186d01d3 reasons of stock movements by code' AS migsql FROM temp.migsql_script WHERE block >= 0;
UPDATE stock_movement SET reason_code = lower(reason_code);
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "stock_movement has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "stock_movement has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of stock_movement, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('stock_movement') WHERE name COLLATE NOCASE NOT IN ('id', 'product_id', 'warehouse_code', 'quantity', 'reason_code', 'note', 'occurred_at')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'stock_movement' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('ix_stock_movement_stock'))
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_stock_movement (
  id INTEGER NOT NULL,
  product_id BIGINT NOT NULL,
  warehouse_code VARCHAR(8) NOT NULL,
  quantity BIGINT NOT NULL,
  reason_code VARCHAR(20) DEFAULT 'sale' NOT NULL,
  note VARCHAR(500),
  occurred_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
  CONSTRAINT pk_stock_movement PRIMARY KEY (id),
  CONSTRAINT fk_stock_movement_stock FOREIGN KEY (product_id, warehouse_code) REFERENCES stock (product_id, warehouse_code)
);
INSERT INTO migsql_new_stock_movement (id, product_id, warehouse_code, quantity, reason_code, note, occurred_at) SELECT id, product_id, warehouse_code, quantity, reason_code, note, occurred_at FROM stock_movement;
DROP TABLE stock_movement;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migsql_new_stock_movement RENAME TO stock_movement;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_stock_movement_stock ON stock_movement (product_id, warehouse_code);
INSERT INTO temp.migsql_guard (violations)
SELECT count(*) FROM (
  SELECT 'stock_movement' AS name UNION
  SELECT m.name FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k
  WHERE m.type = 'table' AND k."table" = 'stock_movement' COLLATE NOCASE
) AS t, pragma_foreign_key_check(t.name) AS c
WHERE 'stock_movement' COLLATE NOCASE IN (c."table", c.parent);
DROP TABLE temp.migsql_guard;
ALTER TABLE stock_movement RENAME COLUMN reason_code TO reason;
UPDATE migsql_version SET revision = 'e5c851b65ffb' WHERE revision = '08c7186d01d3';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 24/49 downgrade e5c851b65ffb: shipment weight as a number
-- migrations/2022-11-07_shipment_weight.ts:28
SELECT 'migsql: 24/49 downgrade e5c851b65ffb shipment weight as a number' AS migsql FROM temp.migsql_script WHERE block >= 0;
ALTER TABLE shipment RENAME COLUMN weight_g TO weight;
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "shipment has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "shipment has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of shipment, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('shipment') WHERE name COLLATE NOCASE NOT IN ('id', 'order_id', 'carrier_code', 'tracking_number', 'weight', 'shipped_at')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'shipment' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL)
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_shipment (
  id INTEGER NOT NULL,
  order_id BIGINT NOT NULL,
  carrier_code VARCHAR(12) NOT NULL,
  tracking_number VARCHAR(40),
  weight VARCHAR(12),
  shipped_at TIMESTAMP WITH TIME ZONE,
  CONSTRAINT pk_shipment PRIMARY KEY (id),
  CONSTRAINT fk_shipment_order FOREIGN KEY (order_id) REFERENCES sales_order (id) ON DELETE CASCADE,
  CONSTRAINT fk_shipment_carrier FOREIGN KEY (carrier_code) REFERENCES carrier (code) ON UPDATE CASCADE
);
INSERT INTO migsql_new_shipment (id, order_id, carrier_code, tracking_number, weight, shipped_at) SELECT id, order_id, carrier_code, tracking_number, weight, shipped_at FROM shipment;
DROP TABLE shipment;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migsql_new_shipment RENAME TO shipment;
PRAGMA legacy_alter_table = OFF;
INSERT INTO temp.migsql_guard (violations)
SELECT count(*) FROM (
  SELECT 'shipment' AS name UNION
  SELECT m.name FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k
  WHERE m.type = 'table' AND k."table" = 'shipment' COLLATE NOCASE
) AS t, pragma_foreign_key_check(t.name) AS c
WHERE 'shipment' COLLATE NOCASE IN (c."table", c.parent);
DROP TABLE temp.migsql_guard;
UPDATE migsql_version SET revision = '8440ea93a945' WHERE revision = 'e5c851b65ffb';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 25/49 downgrade 8440ea93a945: quantities beyond two billion
-- migrations/2022-09-15_larger_quantities.ts:19
SELECT 'migsql: 25/49 downgrade 8440ea93a945 quantities beyond two billion' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "stock_movement has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "stock_movement has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of stock_movement, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('stock_movement') WHERE name COLLATE NOCASE NOT IN ('id', 'product_id', 'warehouse_code', 'quantity', 'reason', 'note', 'occurred_at')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'stock_movement' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('ix_stock_movement_stock'))
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_stock_movement (
  id INTEGER NOT NULL,
  product_id BIGINT NOT NULL,
  warehouse_code VARCHAR(8) NOT NULL,
  quantity INTEGER NOT NULL,
  reason VARCHAR(20) DEFAULT 'sale' NOT NULL,
  note VARCHAR(500),
  occurred_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
  CONSTRAINT pk_stock_movement PRIMARY KEY (id),
  CONSTRAINT fk_stock_movement_stock FOREIGN KEY (product_id, warehouse_code) REFERENCES stock (product_id, warehouse_code)
);
INSERT INTO migsql_new_stock_movement (id, product_id, warehouse_code, quantity, reason, note, occurred_at) SELECT id, product_id, warehouse_code, quantity, reason, note, occurred_at FROM stock_movement;
DROP TABLE stock_movement;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migsql_new_stock_movement RENAME TO stock_movement;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_stock_movement_stock ON stock_movement (product_id, warehouse_code);
INSERT INTO temp.migsql_guard (violations)
SELECT count(*) FROM (
  SELECT 'stock_movement' AS name UNION
  SELECT m.name FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k
  WHERE m.type = 'table' AND k."table" = 'stock_movement' COLLATE NOCASE
) AS t, pragma_foreign_key_check(t.name) AS c
WHERE 'stock_movement' COLLATE NOCASE IN (c."table", c.parent);
DROP TABLE temp.migsql_guard;
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "stock has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "stock has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of stock, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('stock') WHERE name COLLATE NOCASE NOT IN ('product_id', 'warehouse_code', 'quantity', 'counted_on')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'stock' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL)
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_stock (
  product_id BIGINT NOT NULL,
  warehouse_code VARCHAR(8) NOT NULL,
  quantity BIGINT DEFAULT 0 NOT NULL,
  counted_on DATE,
  CONSTRAINT pk_stock PRIMARY KEY (product_id, warehouse_code),
  CONSTRAINT fk_stock_product FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE,
  CONSTRAINT fk_stock_warehouse FOREIGN KEY (warehouse_code) REFERENCES warehouse (code)
);
INSERT INTO migsql_new_stock (product_id, warehouse_code, quantity, counted_on) SELECT product_id, warehouse_code, quantity, counted_on FROM stock;
DROP TABLE stock;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migsql_new_stock RENAME TO stock;
PRAGMA legacy_alter_table = OFF;
INSERT INTO temp.migsql_guard (violations)
SELECT count(*) FROM (
  SELECT 'stock' AS name UNION
  SELECT m.name FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k
  WHERE m.type = 'table' AND k."table" = 'stock' COLLATE NOCASE
) AS t, pragma_foreign_key_check(t.name) AS c
WHERE 'stock' COLLATE NOCASE IN (c."table", c.parent);
DROP TABLE temp.migsql_guard;
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "stock has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "stock has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of stock, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('stock') WHERE name COLLATE NOCASE NOT IN ('product_id', 'warehouse_code', 'quantity', 'counted_on')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'stock' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL)
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_stock (
  product_id BIGINT NOT NULL,
  warehouse_code VARCHAR(8) NOT NULL,
  quantity INTEGER DEFAULT 0 NOT NULL,
  counted_on DATE,
  CONSTRAINT pk_stock PRIMARY KEY (product_id, warehouse_code),
  CONSTRAINT fk_stock_product FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE,
  CONSTRAINT fk_stock_warehouse FOREIGN KEY (warehouse_code) REFERENCES warehouse (code)
);
INSERT INTO migsql_new_stock (product_id, warehouse_code, quantity, counted_on) SELECT product_id, warehouse_code, quantity, counted_on FROM stock;
DROP TABLE stock;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migsql_new_stock RENAME TO stock;
PRAGMA legacy_alter_table = OFF;
INSERT INTO temp.migsql_guard (violations)
SELECT count(*) FROM (
  SELECT 'stock' AS name UNION
  SELECT m.name FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k
  WHERE m.type = 'table' AND k."table" = 'stock' COLLATE NOCASE
) AS t, pragma_foreign_key_check(t.name) AS c
WHERE 'stock' COLLATE NOCASE IN (c."table", c.parent);
DROP TABLE temp.migsql_guard;
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "stock has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "stock has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of stock, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('stock') WHERE name COLLATE NOCASE NOT IN ('product_id', 'warehouse_code', 'quantity', 'counted_on')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'stock' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL)
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_stock (
  product_id BIGINT NOT NULL,
  warehouse_code VARCHAR(8) NOT NULL,
  quantity INTEGER DEFAULT 0 NOT NULL,
  counted_on DATE,
  CONSTRAINT pk_stock PRIMARY KEY (product_id, warehouse_code),
  CONSTRAINT fk_stock_product FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE,
  CONSTRAINT fk_stock_warehouse FOREIGN KEY (warehouse_code) REFERENCES warehouse (code),
  CONSTRAINT ck_stock_quantity CHECK (quantity >= 0)
);
INSERT INTO migsql_new_stock (product_id, warehouse_code, quantity, counted_on) SELECT product_id, warehouse_code, quantity, counted_on FROM stock;
DROP TABLE stock;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migsql_new_stock RENAME TO stock;
PRAGMA legacy_alter_table = OFF;
INSERT INTO temp.migsql_guard (violations)
SELECT count(*) FROM (
  SELECT 'stock' AS name UNION
  SELECT m.name FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k
  WHERE m.type = 'table' AND k."table" = 'stock' COLLATE NOCASE
) AS t, pragma_foreign_key_check(t.name) AS c
WHERE 'stock' COLLATE NOCASE IN (c."table", c.parent);
DROP TABLE temp.migsql_guard;
UPDATE migsql_version SET revision = '4cba307e3cd7' WHERE revision = '8440ea93a945';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 26/49 downgrade 4cba307e3cd7: carriers and shipments
-- migrations/2022-05-04_shipments.ts:6
SELECT 'migsql: 26/49 downgrade 4cba307e3cd7 carriers and shipments' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "shipment has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "shipment has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of shipment, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('shipment') WHERE name COLLATE NOCASE NOT IN ('id', 'order_id', 'carrier_code', 'tracking_number', 'weight', 'shipped_at')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'shipment' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL)
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_shipment (
  id INTEGER NOT NULL,
  order_id BIGINT NOT NULL,
  carrier_code VARCHAR(12) NOT NULL,
  tracking_number VARCHAR(40),
  weight VARCHAR(12),
  shipped_at TIMESTAMP WITH TIME ZONE,
  CONSTRAINT pk_shipment PRIMARY KEY (id),
  CONSTRAINT fk_shipment_order FOREIGN KEY (order_id) REFERENCES sales_order (id) ON DELETE CASCADE
);
INSERT INTO migsql_new_shipment (id, order_id, carrier_code, tracking_number, weight, shipped_at) SELECT id, order_id, carrier_code, tracking_number, weight, shipped_at FROM shipment;
DROP TABLE shipment;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migsql_new_shipment RENAME TO shipment;
PRAGMA legacy_alter_table = OFF;
INSERT INTO temp.migsql_guard (violations)
SELECT count(*) FROM (
  SELECT 'shipment' AS name UNION
  SELECT m.name FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k
  WHERE m.type = 'table' AND k."table" = 'shipment' COLLATE NOCASE
) AS t, pragma_foreign_key_check(t.name) AS c
WHERE 'shipment' COLLATE NOCASE IN (c."table", c.parent);
DROP TABLE temp.migsql_guard;
DROP TABLE shipment;
DELETE FROM carrier WHERE code IN ('dhl', 'inpost', 'paeckli', 'pickup');
DROP TABLE carrier;
UPDATE migsql_version SET revision = '831446a99908' WHERE revision = '4cba307e3cd7';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 27/49 downgrade 831446a99908: stock movements
-- migrations/2022-02-23_stock_movements.ts:3
SELECT 'migsql: 27/49 downgrade 831446a99908 stock movements' AS migsql FROM temp.migsql_script WHERE block >= 0;
DROP INDEX ix_stock_movement_stock;
DROP TABLE stock_movement;
UPDATE migsql_version SET revision = '935b43ea52d2' WHERE revision = '831446a99908';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 28/49 downgrade 935b43ea52d2: stock per warehouse
-- migrations/2022-01-19_stock.ts:19
SELECT 'migsql: 28/49 downgrade 935b43ea52d2 stock per warehouse' AS migsql FROM temp.migsql_script WHERE block >= 0;
DELETE FROM stock;
DROP TABLE stock;
UPDATE migsql_version SET revision = 'c82c0dc320b7' WHERE revision = '935b43ea52d2';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 29/49 downgrade c82c0dc320b7: warehouses
-- migrations/2022-01-10_warehouses.ts:20
SELECT 'migsql: 29/49 downgrade c82c0dc320b7 warehouses' AS migsql FROM temp.migsql_script WHERE block >= 0;
DELETE FROM warehouse WHERE code IN ('BER1', 'BER2', 'WRO1', 'VLC1');
DROP TABLE warehouse;
DELETE FROM migsql_version WHERE revision = 'c82c0dc320b7';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 30/49 downgrade 33e76c107f09: wishlists
-- migrations/2023-02-14_wishlists.ts:19
SELECT 'migsql: 30/49 downgrade 33e76c107f09 wishlists' AS migsql FROM temp.migsql_script WHERE block >= 0;
DROP TABLE wishlist_item;
DROP TABLE wishlist;
UPDATE migsql_version SET revision = 'a28bcdf6e598' WHERE revision = '33e76c107f09';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 31/49 downgrade a28bcdf6e598: promotions
-- migrations/2022-12-01_promotions.ts:22
SELECT 'migsql: 31/49 downgrade a28bcdf6e598 promotions' AS migsql FROM temp.migsql_script WHERE block >= 0;
DELETE FROM promotion WHERE code IN ('XMAS22', 'FRIENDS');
DROP TABLE promotion;
UPDATE migsql_version SET revision = '6557269ccbd7' WHERE revision = 'a28bcdf6e598';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 32/49 downgrade 6557269ccbd7: orders by time
-- migrations/2022-10-05_orders_by_time.ts:9
SELECT 'migsql: 32/49 downgrade 6557269ccbd7 orders by time' AS migsql FROM temp.migsql_script WHERE block >= 0;
DROP INDEX ix_sales_order_placed_at;
UPDATE migsql_version SET revision = 'd2156a5519d4' WHERE revision = '6557269ccbd7';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 33/49 downgrade d2156a5519d4: categories in three languages
-- migrations/2022-07-12_category_translations.ts:48
SELECT 'migsql: 33/49 downgrade d2156a5519d4 categories in three languages' AS migsql FROM temp.migsql_script WHERE block >= 0;
DROP TABLE category_translation;
DELETE FROM category WHERE slug IN ('lighting', 'hand-tools', 'screws');
DELETE FROM category WHERE slug IN ('home', 'tools');
UPDATE migsql_version SET revision = '19533672927f' WHERE revision = 'd2156a5519d4';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 34/49 downgrade 19533672927f: reviews
-- migrations/2022-04-28_reviews.ts:8
SELECT 'migsql: 34/49 downgrade 19533672927f reviews' AS migsql FROM temp.migsql_script WHERE block >= 0;
DROP TABLE review;
UPDATE migsql_version SET revision = 'ea96785f4d97' WHERE revision = '19533672927f';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 35/49 downgrade ea96785f4d97: product images
-- migrations/2022-03-15_product_images.ts:25
SELECT 'migsql: 35/49 downgrade ea96785f4d97 product images' AS migsql FROM temp.migsql_script WHERE block >= 0;
DELETE FROM product_image;
DROP TABLE product_image;
UPDATE migsql_version SET revision = '92081823d745' WHERE revision = 'ea96785f4d97';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 36/49 downgrade 92081823d745: product slugs
-- migrations/2022-02-02_product_slugs.ts:12
SELECT 'migsql: 36/49 downgrade 92081823d745 product slugs' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "product has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "product has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of product, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('product') WHERE name COLLATE NOCASE NOT IN ('id', 'sku', 'title', 'description', 'price', 'weight_kg', 'active', 'category_id', 'created_at', 'slug')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'product' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL)
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_product (
  id INTEGER NOT NULL,
  sku VARCHAR(40) NOT NULL,
  title VARCHAR(200) NOT NULL,
  description TEXT,
  price NUMERIC(8, 2) NOT NULL,
  weight_kg DOUBLE,
  active BOOLEAN DEFAULT 1 NOT NULL,
  category_id BIGINT,
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  slug VARCHAR(80) NOT NULL,
  CONSTRAINT pk_product PRIMARY KEY (id),
  CONSTRAINT uq_product_sku UNIQUE (sku),
  CONSTRAINT fk_product_category FOREIGN KEY (category_id) REFERENCES category (id) ON DELETE SET NULL,
  CONSTRAINT uq_product_title UNIQUE (title)
);
INSERT INTO migsql_new_product (id, sku, title, description, price, weight_kg, active, category_id, created_at, slug) SELECT id, sku, title, description, price, weight_kg, active, category_id, created_at, slug FROM product;
DROP TABLE product;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migsql_new_product RENAME TO product;
PRAGMA legacy_alter_table = OFF;
INSERT INTO temp.migsql_guard (violations)
SELECT count(*) FROM (
  SELECT 'product' AS name UNION
  SELECT m.name FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k
  WHERE m.type = 'table' AND k."table" = 'product' COLLATE NOCASE
) AS t, pragma_foreign_key_check(t.name) AS c
WHERE 'product' COLLATE NOCASE IN (c."table", c.parent);
DROP TABLE temp.migsql_guard;
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "product has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "product has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of product, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('product') WHERE name COLLATE NOCASE NOT IN ('id', 'sku', 'title', 'description', 'price', 'weight_kg', 'active', 'category_id', 'created_at', 'slug')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'product' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL)
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_product (
  id INTEGER NOT NULL,
  sku VARCHAR(40) NOT NULL,
  title VARCHAR(200) NOT NULL,
  description TEXT,
  price NUMERIC(8, 2) NOT NULL,
  weight_kg DOUBLE,
  active BOOLEAN DEFAULT 1 NOT NULL,
  category_id BIGINT,
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  slug VARCHAR(80),
  CONSTRAINT pk_product PRIMARY KEY (id),
  CONSTRAINT uq_product_sku UNIQUE (sku),
  CONSTRAINT fk_product_category FOREIGN KEY (category_id) REFERENCES category (id) ON DELETE SET NULL,
  CONSTRAINT uq_product_title UNIQUE (title)
);
INSERT INTO migsql_new_product (id, sku, title, description, price, weight_kg, active, category_id, created_at, slug) SELECT id, sku, title, description, price, weight_kg, active, category_id, created_at, slug FROM product;
DROP TABLE product;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migsql_new_product RENAME TO product;
PRAGMA legacy_alter_table = OFF;
INSERT INTO temp.migsql_guard (violations)
SELECT count(*) FROM (
  SELECT 'product' AS name UNION
  SELECT m.name FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k
  WHERE m.type = 'table' AND k."table" = 'product' COLLATE NOCASE
) AS t, pragma_foreign_key_check(t.name) AS c
WHERE 'product' COLLATE NOCASE IN (c."table", c.parent);
DROP TABLE temp.migsql_guard;
UPDATE product SET slug = NULL;
ALTER TABLE product DROP COLUMN slug;
UPDATE migsql_version SET revision = '7b9ae6c60c73' WHERE revision = '92081823d745';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 37/49 downgrade 7b9ae6c60c73: gift cards for Christmas
-- migrations/2021-11-22_gift_cards.ts:17
SELECT 'migsql: 37/49 downgrade 7b9ae6c60c73 gift cards for Christmas' AS migsql FROM temp.migsql_script WHERE block >= 0;
DELETE FROM product WHERE sku IN ('GIFT-25', 'GIFT-50', 'GIFT-100');
UPDATE migsql_version SET revision = 'aef3edab6b4a' WHERE revision = '7b9ae6c60c73';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 38/49 downgrade aef3edab6b4a: larger order totals
-- migrations/2021-10-04_larger_totals.ts
SELECT 'migsql: 38/49 downgrade aef3edab6b4a larger order totals' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "sales_order has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "sales_order has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of sales_order, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('sales_order') WHERE name COLLATE NOCASE NOT IN ('id', 'number', 'customer_id', 'state', 'placed_at', 'total', 'currency_code', 'note')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'sales_order' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL)
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_sales_order (
  id INTEGER NOT NULL,
  number VARCHAR(20) NOT NULL,
  customer_id BIGINT NOT NULL,
  state VARCHAR(20) DEFAULT 'open' NOT NULL,
  placed_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  total NUMERIC(10, 2) DEFAULT 0 NOT NULL,
  currency_code VARCHAR(3) DEFAULT 'EUR' NOT NULL,
  note TEXT,
  CONSTRAINT pk_order PRIMARY KEY (id),
  CONSTRAINT uq_order_number UNIQUE (number),
  CONSTRAINT fk_order_customer FOREIGN KEY (customer_id) REFERENCES customer (id),
  CONSTRAINT fk_order_currency FOREIGN KEY (currency_code) REFERENCES currency (code)
);
INSERT INTO migsql_new_sales_order (id, number, customer_id, state, placed_at, total, currency_code, note) SELECT id, number, customer_id, state, placed_at, total, currency_code, note FROM sales_order;
DROP TABLE sales_order;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migsql_new_sales_order RENAME TO sales_order;
PRAGMA legacy_alter_table = OFF;
INSERT INTO temp.migsql_guard (violations)
SELECT count(*) FROM (
  SELECT 'sales_order' AS name UNION
  SELECT m.name FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k
  WHERE m.type = 'table' AND k."table" = 'sales_order' COLLATE NOCASE
) AS t, pragma_foreign_key_check(t.name) AS c
WHERE 'sales_order' COLLATE NOCASE IN (c."table", c.parent);
DROP TABLE temp.migsql_guard;
UPDATE migsql_version SET revision = 'e3fa8f544d98' WHERE revision = 'aef3edab6b4a';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 39/49 downgrade e3fa8f544d98: display names, longer phone numbers
-- migrations/2021-08-11_customer_names_and_phones.ts:12
SELECT 'migsql: 39/49 downgrade e3fa8f544d98 display names, longer phone numbers' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "customer has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "customer has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of customer, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('customer') WHERE name COLLATE NOCASE NOT IN ('id', 'email', 'display_name', 'phone', 'created_at', 'street', 'postal_code', 'city', 'country_code')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'customer' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL)
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_customer (
  id INTEGER NOT NULL,
  email VARCHAR(254) NOT NULL,
  display_name VARCHAR(120) NOT NULL,
  phone VARCHAR(32),
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  street VARCHAR(200),
  postal_code VARCHAR(12),
  city VARCHAR(120),
  country_code VARCHAR(2),
  CONSTRAINT pk_customer PRIMARY KEY (id),
  CONSTRAINT uq_customer_email UNIQUE (email),
  CONSTRAINT fk_customer_country FOREIGN KEY (country_code) REFERENCES country (code)
);
INSERT INTO migsql_new_customer (id, email, display_name, phone, created_at, street, postal_code, city, country_code) SELECT id, email, display_name, phone, created_at, street, postal_code, city, country_code FROM customer;
DROP TABLE customer;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migsql_new_customer RENAME TO customer;
PRAGMA legacy_alter_table = OFF;
INSERT INTO temp.migsql_guard (violations)
SELECT count(*) FROM (
  SELECT 'customer' AS name UNION
  SELECT m.name FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k
  WHERE m.type = 'table' AND k."table" = 'customer' COLLATE NOCASE
) AS t, pragma_foreign_key_check(t.name) AS c
WHERE 'customer' COLLATE NOCASE IN (c."table", c.parent);
DROP TABLE temp.migsql_guard;
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "customer has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "customer has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of customer, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('customer') WHERE name COLLATE NOCASE NOT IN ('id', 'email', 'display_name', 'phone', 'created_at', 'street', 'postal_code', 'city', 'country_code')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'customer' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL)
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_customer (
  id INTEGER NOT NULL,
  email VARCHAR(254) NOT NULL,
  display_name VARCHAR(120) NOT NULL,
  phone VARCHAR(20),
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  street VARCHAR(200),
  postal_code VARCHAR(12),
  city VARCHAR(120),
  country_code VARCHAR(2),
  CONSTRAINT pk_customer PRIMARY KEY (id),
  CONSTRAINT uq_customer_email UNIQUE (email),
  CONSTRAINT fk_customer_country FOREIGN KEY (country_code) REFERENCES country (code)
);
INSERT INTO migsql_new_customer (id, email, display_name, phone, created_at, street, postal_code, city, country_code) SELECT id, email, display_name, phone, created_at, street, postal_code, city, country_code FROM customer;
DROP TABLE customer;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migsql_new_customer RENAME TO customer;
PRAGMA legacy_alter_table = OFF;
INSERT INTO temp.migsql_guard (violations)
SELECT count(*) FROM (
  SELECT 'customer' AS name UNION
  SELECT m.name FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k
  WHERE m.type = 'table' AND k."table" = 'customer' COLLATE NOCASE
) AS t, pragma_foreign_key_check(t.name) AS c
WHERE 'customer' COLLATE NOCASE IN (c."table", c.parent);
DROP TABLE temp.migsql_guard;
ALTER TABLE customer RENAME COLUMN display_name TO full_name;
UPDATE migsql_version SET revision = 'ba98f9e3b99d' WHERE revision = 'e3fa8f544d98';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 40/49 downgrade ba98f9e3b99d: order becomes sales_order
-- migrations/2021-06-30_rename_order.ts:9
SELECT 'migsql: 40/49 downgrade ba98f9e3b99d order becomes sales_order' AS migsql FROM temp.migsql_script WHERE block >= 0;
ALTER TABLE sales_order RENAME TO "order";
UPDATE migsql_version SET revision = '0cd4b8651c52' WHERE revision = 'ba98f9e3b99d';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 41/49 downgrade 0cd4b8651c52: newsletter subscriptions of their own
-- migrations/2021-05-18_newsletter.ts:26
SELECT 'migsql: 41/49 downgrade 0cd4b8651c52 newsletter subscriptions of their own' AS migsql FROM temp.migsql_script WHERE block >= 0;
ALTER TABLE customer ADD COLUMN newsletter BOOLEAN DEFAULT 0 NOT NULL;
UPDATE customer SET newsletter = 1
      WHERE email IN (SELECT email FROM newsletter_subscription WHERE confirmed = 1);
DROP TABLE newsletter_subscription;
UPDATE migsql_version SET revision = '1cc4c30c1f8a' WHERE revision = '0cd4b8651c52';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 42/49 downgrade 1cc4c30c1f8a: one account per e-mail address
-- migrations/2021-04-07_unique_emails.ts:7
SELECT 'migsql: 42/49 downgrade 1cc4c30c1f8a one account per e-mail address' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "customer has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "customer has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of customer, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('customer') WHERE name COLLATE NOCASE NOT IN ('id', 'email', 'full_name', 'phone', 'created_at', 'street', 'postal_code', 'city', 'country_code', 'newsletter')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'customer' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL)
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_customer (
  id INTEGER NOT NULL,
  email VARCHAR(254) NOT NULL,
  full_name VARCHAR(120) NOT NULL,
  phone VARCHAR(20),
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  street VARCHAR(200),
  postal_code VARCHAR(12),
  city VARCHAR(120),
  country_code VARCHAR(2),
  newsletter BOOLEAN DEFAULT 0 NOT NULL,
  CONSTRAINT pk_customer PRIMARY KEY (id),
  CONSTRAINT fk_customer_country FOREIGN KEY (country_code) REFERENCES country (code)
);
INSERT INTO migsql_new_customer (id, email, full_name, phone, created_at, street, postal_code, city, country_code, newsletter) SELECT id, email, full_name, phone, created_at, street, postal_code, city, country_code, newsletter FROM customer;
DROP TABLE customer;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migsql_new_customer RENAME TO customer;
PRAGMA legacy_alter_table = OFF;
INSERT INTO temp.migsql_guard (violations)
SELECT count(*) FROM (
  SELECT 'customer' AS name UNION
  SELECT m.name FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k
  WHERE m.type = 'table' AND k."table" = 'customer' COLLATE NOCASE
) AS t, pragma_foreign_key_check(t.name) AS c
WHERE 'customer' COLLATE NOCASE IN (c."table", c.parent);
DROP TABLE temp.migsql_guard;
UPDATE migsql_version SET revision = '6758cf2b92be' WHERE revision = '1cc4c30c1f8a';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 43/49 downgrade 6758cf2b92be: e-mail addresses in lower case
-- migrations/2021-04-06_lower_case_emails.sql
SELECT 'migsql: 43/49 downgrade 6758cf2b92be e-mail addresses in lower case' AS migsql FROM temp.migsql_script WHERE block >= 0;
UPDATE migsql_version SET revision = '0d7395f9f06e' WHERE revision = '6758cf2b92be';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 44/49 downgrade 0d7395f9f06e: countries we ship to
-- migrations/2021-03-22_countries.ts:28
SELECT 'migsql: 44/49 downgrade 0d7395f9f06e countries we ship to' AS migsql FROM temp.migsql_script WHERE block >= 0;
UPDATE customer SET country_code = NULL;
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "customer has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "customer has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of customer, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('customer') WHERE name COLLATE NOCASE NOT IN ('id', 'email', 'full_name', 'phone', 'created_at', 'street', 'postal_code', 'city', 'country_code', 'newsletter')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'customer' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL)
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_customer (
  id INTEGER NOT NULL,
  email VARCHAR(254) NOT NULL,
  full_name VARCHAR(120) NOT NULL,
  phone VARCHAR(20),
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  street VARCHAR(200),
  postal_code VARCHAR(12),
  city VARCHAR(120),
  country_code VARCHAR(2),
  newsletter BOOLEAN DEFAULT 0 NOT NULL,
  CONSTRAINT pk_customer PRIMARY KEY (id)
);
INSERT INTO migsql_new_customer (id, email, full_name, phone, created_at, street, postal_code, city, country_code, newsletter) SELECT id, email, full_name, phone, created_at, street, postal_code, city, country_code, newsletter FROM customer;
DROP TABLE customer;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migsql_new_customer RENAME TO customer;
PRAGMA legacy_alter_table = OFF;
INSERT INTO temp.migsql_guard (violations)
SELECT count(*) FROM (
  SELECT 'customer' AS name UNION
  SELECT m.name FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k
  WHERE m.type = 'table' AND k."table" = 'customer' COLLATE NOCASE
) AS t, pragma_foreign_key_check(t.name) AS c
WHERE 'customer' COLLATE NOCASE IN (c."table", c.parent);
DROP TABLE temp.migsql_guard;
ALTER TABLE customer DROP COLUMN country_code;
DELETE FROM country WHERE code IN ('AT', 'AX', 'BE', 'BG', 'CH', 'CI', 'CW', 'CZ', 'DE', 'DK', 'ES', 'FR', 'GB', 'GR', 'IE', 'IL', 'JP', 'PL', 'RE', 'SE', 'TN', 'US');
DROP TABLE country;
UPDATE migsql_version SET revision = '1ddf68950622' WHERE revision = '0d7395f9f06e';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 45/49 downgrade 1ddf68950622: currencies
-- migrations/2021-03-01_currencies.ts:38
SELECT 'migsql: 45/49 downgrade 1ddf68950622 currencies' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "order has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "order has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of order, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('order') WHERE name COLLATE NOCASE NOT IN ('id', 'number', 'customer_id', 'state', 'placed_at', 'total', 'currency_code', 'note')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'order' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL)
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_order (
  id INTEGER NOT NULL,
  number VARCHAR(20) NOT NULL,
  customer_id BIGINT NOT NULL,
  state VARCHAR(20) DEFAULT 'open' NOT NULL,
  placed_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  total NUMERIC(10, 2) DEFAULT 0 NOT NULL,
  currency_code VARCHAR(3) DEFAULT 'EUR' NOT NULL,
  note TEXT,
  CONSTRAINT pk_order PRIMARY KEY (id),
  CONSTRAINT uq_order_number UNIQUE (number),
  CONSTRAINT fk_order_customer FOREIGN KEY (customer_id) REFERENCES customer (id)
);
INSERT INTO migsql_new_order (id, number, customer_id, state, placed_at, total, currency_code, note) SELECT id, number, customer_id, state, placed_at, total, currency_code, note FROM "order";
DROP TABLE "order";
PRAGMA legacy_alter_table = ON;
ALTER TABLE migsql_new_order RENAME TO "order";
PRAGMA legacy_alter_table = OFF;
INSERT INTO temp.migsql_guard (violations)
SELECT count(*) FROM (
  SELECT 'order' AS name UNION
  SELECT m.name FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k
  WHERE m.type = 'table' AND k."table" = 'order' COLLATE NOCASE
) AS t, pragma_foreign_key_check(t.name) AS c
WHERE 'order' COLLATE NOCASE IN (c."table", c.parent);
DROP TABLE temp.migsql_guard;
ALTER TABLE "order" DROP COLUMN currency_code;
DELETE FROM currency WHERE code IN ('CHF', 'CZK', 'DKK', 'EUR', 'GBP', 'HUF', 'ILS', 'ISK', 'JPY', 'NOK', 'PLN', 'RON', 'SEK', 'TND', 'USD');
DROP TABLE currency;
UPDATE migsql_version SET revision = '36117b4e8019' WHERE revision = '1ddf68950622';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 46/49 downgrade 36117b4e8019: orders
-- migrations/2021-02-17_orders.ts:20
SELECT 'migsql: 46/49 downgrade 36117b4e8019 orders' AS migsql FROM temp.migsql_script WHERE block >= 0;
DROP TABLE order_line;
DROP TABLE "order";
UPDATE migsql_version SET revision = '87eaadc72834' WHERE revision = '36117b4e8019';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 47/49 downgrade 87eaadc72834: products and categories
-- migrations/2021-02-09_products_and_categories.ts:18
SELECT 'migsql: 47/49 downgrade 87eaadc72834 products and categories' AS migsql FROM temp.migsql_script WHERE block >= 0;
DROP TABLE product;
DROP TABLE category;
UPDATE migsql_version SET revision = '46208f329e80' WHERE revision = '87eaadc72834';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 48/49 downgrade 46208f329e80: customers
-- migrations/2021-02-08_customers.ts:36
SELECT 'migsql: 48/49 downgrade 46208f329e80 customers' AS migsql FROM temp.migsql_script WHERE block >= 0;
DROP TABLE customer;
DELETE FROM migsql_version WHERE revision = '46208f329e80';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 49/49 downgrade 0cc7be2cb74f: VAT rates
-- migrations/2021-09-14_tax_rates.ts:21
SELECT 'migsql: 49/49 downgrade 0cc7be2cb74f VAT rates' AS migsql FROM temp.migsql_script WHERE block >= 0;
DELETE FROM tax_rate WHERE (country_code = 'AT' AND category = 'standard' AND valid_from = '1995-01-01')
  OR (country_code = 'AT' AND category = 'books' AND valid_from = '1995-01-01')
  OR (country_code = 'DE' AND category = 'standard' AND valid_from = '2007-01-01')
  OR (country_code = 'DE' AND category = 'standard' AND valid_from = '2020-07-01')
  OR (country_code = 'DE' AND category = 'standard' AND valid_from = '2021-01-01')
  OR (country_code = 'DE' AND category = 'books' AND valid_from = '2007-01-01')
  OR (country_code = 'DE' AND category = 'books' AND valid_from = '2020-07-01')
  OR (country_code = 'DE' AND category = 'books' AND valid_from = '2021-01-01')
  OR (country_code = 'FR' AND category = 'standard' AND valid_from = '2014-01-01')
  OR (country_code = 'FR' AND category = 'books' AND valid_from = '2012-04-01');
DROP TABLE tax_rate;
DELETE FROM migsql_version WHERE revision = '0cc7be2cb74f';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;
UPDATE temp.migsql_script SET block = 1;
COMMIT;

SELECT 'migsql: OK c4e01ec1d4be -> base' AS migsql FROM temp.migsql_script WHERE block = 1;
DROP TABLE temp.migsql_script;
DROP TABLE temp.migsql_must;

-- end: base
