-- migsql 0.1.0: upgrade script for SQLite
--
-- from    base
-- to      c4e01ec1d4be
-- steps   49
-- server  SQLite 3.35 or later
-- atomic  YES: one transaction, all or nothing
-- waits   for a lock 5 s, for a statement no limit
-- render  migsql render base:c4e01ec1d4be --dialect sqlite --transaction script --client sqlite3
-- run     sqlite3 -bail -batch DATABASE < FILE
--
-- if it stops
--   block 1 (transaction, steps 1 to 49): nothing of it is there; the version table holds base; then run base:c4e01ec1d4be
--
-- sources (SHA-256)
--   e5cb66d2ff4f2663f7fae27dc44ab8ae798b134d95dbaf6eeca6276342f54c0c  migrations/2021-09-14_tax_rates.ts
--   75c3ba199d15218900c1cefacaaced7ebe2b77555a0e964fd0a031282b7c7406  migrations/2021-02-08_customers.ts
--   2d736cdc763c0376117e20ddf2d68b6d730bdbbc02df6b48cafa78c0a7bf8d8f  migrations/2021-02-09_products_and_categories.ts
--   58610a2b693dcacd7ee71244fefa58cdff97a70177e0a819674b85957a5f4a81  migrations/2021-02-17_orders.ts
--   b55839b9f8d495e9d0c09e2d2968fb5f47ebcaa3e2bc73f8bece6d082237149d  migrations/2021-03-01_currencies.ts
--   9e934a1967179e751e6c47112fe9441b1458b282d802850104871a14e039bf17  migrations/2021-03-22_countries.ts
--   49291a761b6d41dbd6536b5512dccb02b54f78ee84855218819b4418e3393b46  migrations/data/countries.json
--   b3afc6efc1402da59ee51663dbaf67b7a5bda963d4c61c6dfc35ed174d87cd89  migrations/2021-04-06_lower_case_emails.sql
--   461efa16cace9cdf572e08226a6da607ce2fe3044c738327a8d8e9e8f8d07b7a  migrations/2021-04-07_unique_emails.ts
--   823b6fed323a07fc26b3b6685d1d249f4974a01dec9c7a220c6422838c6a6d4b  migrations/2021-05-18_newsletter.ts
--   7836881aea0b877b929f3773e92e4b68d0769f4b6decdbedbd9ad64ed13671fa  migrations/2021-06-30_rename_order.ts
--   68eae43897b3d7a7b23ca34f0b52f2539f30d38adebf2b1e8675a87ab763fa2b  migrations/2021-08-11_customer_names_and_phones.ts
--   4b6bb367413274be3d57cec7d827d7db97f9ba491da9afa826acc16ea2017d0d  migrations/2021-10-04_larger_totals.ts
--   b914872b15bdf7ea2bbe65e411aeea21029b80b9c9b201c751adf1a0965d2f39  migrations/_narrow.ts
--   aef3f87bf427498ac747af00880c037473507936c84d52fe82cdde58a39c6b3c  migrations/2021-11-22_gift_cards.ts
--   46b69d8599080bea9285f816f3a2dbce01c34c265c094607c4c45b66ab6dca3c  migrations/2022-02-02_product_slugs.ts
--   2767232f51ca819523e2a45c7c32af730ada3cb3936ff12cee31fb033c807e00  migrations/2022-03-15_product_images.ts
--   f3f2a941d2e496e2ffd8c168f2007e90ca81e6b10c8339186ab6d97d038b626b  migrations/2022-04-28_reviews.ts
--   abd46f9a187df82dc6b6435bdcc633b8d2a7ebe09ab4b77637982dea9f923340  migrations/2022-07-12_category_translations.ts
--   ba1ade6d191f94e64ed5204543bf9e88adbbc1f9446825572b3c7923c908b95f  migrations/2022-10-05_orders_by_time.ts
--   53280c3e610ebeb21469e963410e30a628907948368adb021a0f3cd62117e6d4  migrations/2022-12-01_promotions.ts
--   23b65e8c2074910f38c53938ddcef3d94f413c55aa3c8c7ac3b54c768404c4c9  migrations/2023-02-14_wishlists.ts
--   ec19e147f6bf6a7669645d2304911532ea0b3e4713d247b89609d654a7777a90  migrations/_columns.ts
--   7598a5edd6e27fa6f8ea89e44133c886ce88028e8f300cb2c1ba92ede10cf499  migrations/2022-01-10_warehouses.ts
--   48617c505c2ff310f3e04d8b46200bf9b1d0b51f41f8d7f924a9e11a1b63cee1  migrations/2022-01-19_stock.ts
--   a99739ed0e7d1ce0c365b4253786fb0d9e991a7ece44e5d50d9905bf6aec6382  migrations/2022-02-23_stock_movements.ts
--   39f2fcde925cd831558031f5cf990ffdbc9f2b91bbba5ec1101b79691756eab0  migrations/2022-05-04_shipments.ts
--   4c721d5944331458c37926868c74b941bb250bc622194f410a3720c154ff4bc6  migrations/2022-09-15_larger_quantities.ts
--   8718a9f405f4fed4b67ceb2b0f141bbd5f96ce623baa2bef44a5f709b7db5f3b  migrations/2022-11-07_shipment_weight.ts
--   8f77002089c29063e17de2eae54df25e4ab3e43dde57d798236486ac757bd22f  migrations/2023-01-30_movement_reasons.ts
--   71a43baa36f3a57371eb3e9459332eac538f81140bca7b6885387eb50b358e41  migrations/2023-03-20_pick_lists.ts
--   cc2132ce969724b0795cf7c70ce5239cbabbab153b04f4c72c1b331b71c5ef5e  migrations/2023-04-03_back_in_stock.ts
--   d6fb518fe32ae53cbac64370948a11d057f7aac9aa242877f5f9458bf6ad0545  migrations/2023-05-22_merge_storefront_and_warehouse.ts
--   24afd1c8dd4280a9e44cfe3f88e755c4aa4b4369c77b17889e210b539ad4efe0  migrations/2023-06-19_customer_public_ids.ts
--   7910efed9fd2bdf9757aaf7308a697260b8fd7f6fdfe68515c55cd62fb4a008a  migrations/2023-07-31_customer_addresses.ts
--   910f151eb0691f0763b39efee992ba60053a89395e158735db022aae7f7047ef  migrations/2023-10-09_drop_newsletter.ts
--   43c51352e30888bb9cd7028365291063739ee816582f761f68a8ba0ea71c66a3  migrations/2023-11-14_mail_templates.ts
--   27f9fcef1695e12c89e4831b89ed685328d1930310c5812b8ed84b327b0b0f99  migrations/data/mail_templates.json
--   3595a1c06ae8a04d33e837585d2a9b805fd083a3205c94a47a40b07fd637c26c  migrations/2024-01-16_soft_delete.ts
--   bd35a8140d8a0f4acb1ab91cf45cd7c3e752d7ce110dea88fbf08a58eef49822  migrations/2024-03-25_order_states.ts
--   e9e0c033ba208f58ec60e318163baa8cf4ce0e9b24b53ea878ffc21e038921ad  migrations/2024-05-13_finer_prices.ts
--   46962513245a283284819669b48f1a4dc8ac8406f102a38eff7a53f98a8df207  migrations/2024-09-02_login_events.ts
--   66b7e6d8d08c4ec722b965ac0481f6abcf845007b50df3583b485b7de3d4b741  migrations/2024-11-04_comments.ts
--   8a83ce579fab9780784822fd01ba496816885b6da268c6ff949a8ffe48bfc4fa  migrations/2021-09-21_tax_rates_by_country.ts
--   caa975855ed79abb4dd937ea716cd04a8d036d70e215ba218f785e86f7f1f2d3  migrations/2021-10-12_invoices.ts
--   a24fad97f568a5b30fa19a466ed3328f2965b57f0b83b047680e6c8606300cc5  migrations/2021-10-13_invoice_lines.ts
--   faf5590f43180bfe59901527aab9d8f70f884824d283e5c7a8fbae38042f677d  migrations/2022-01-17_payments.ts
--   ce38db0a021c97c93c97b449aad99a46304ed3a0894febe036efefd1af3a7f9f  migrations/2022-06-08_reminders.ts
--   d99d7b8770534a1022c1475e1881a612ad321e70a0ac65913bbe51f5f114d32f  migrations/2023-09-18_payment_methods.ts
--   7ef28b389b06c0c599331708e8e4d7aadcafb0309d5184455b9a7bddf3e0af30  migrations/2024-02-12_unpaid_invoices.ts
--   a1643cc612a5e642305f97347e48c8da4e49aeadf702bffec5567f0f53937523  migrations/2025-02-10_merge_billing.ts
--   96917178ce85ceff9b72d682398c400eb045c14fc6ce01fdd85bc9fd603c6383  migrations/2025-04-07_overdue_invoices.sql
--   69c4fc5a888a070ef1d1d97219956d9e7a1578b853e489923fbb7f8e0a612e36  migrations/2025-09-15_drop_order_notes.ts

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

-- 1/49 upgrade 0cc7be2cb74f: VAT rates
-- migrations/2021-09-14_tax_rates.ts:10
SELECT 'migsql: 1/49 upgrade 0cc7be2cb74f VAT rates' AS migsql FROM temp.migsql_script WHERE block >= 0;
BEGIN IMMEDIATE;
-- Made here to be asked, and gone with the transaction where the script stops.
CREATE TABLE IF NOT EXISTS migsql_version (
  revision VARCHAR(128) NOT NULL,
  CONSTRAINT pk_migsql_version PRIMARY KEY (revision)
);
SELECT 'migsql: block 1 starts at [base], but the version table holds [' || found || ']' AS migsql
  FROM (SELECT coalesce(group_concat(revision, ', '), 'base') AS found
    FROM (SELECT revision FROM migsql_version ORDER BY revision))
  WHERE found <> 'base';
UPDATE temp.migsql_script SET begun = 1
  WHERE block = 0 AND (SELECT count(*) FROM migsql_version) = 0;
INSERT OR ROLLBACK INTO temp.migsql_must (start) SELECT (SELECT begun FROM temp.migsql_script) IS 1;
CREATE TABLE IF NOT EXISTS migsql_version (
  revision VARCHAR(128) NOT NULL,
  CONSTRAINT pk_migsql_version PRIMARY KEY (revision)
);
CREATE TABLE tax_rate (
  country_code VARCHAR(2) NOT NULL,
  category VARCHAR(20) NOT NULL,
  valid_from DATE NOT NULL,
  rate NUMERIC(5, 4) NOT NULL,
  CONSTRAINT pk_tax_rate PRIMARY KEY (country_code, category, valid_from)
);
INSERT INTO tax_rate (country_code, category, valid_from, rate) VALUES
  ('AT', 'standard', '1995-01-01', 0.2000),
  ('AT', 'books', '1995-01-01', 0.1000),
  ('DE', 'standard', '2007-01-01', 0.1900),
  ('DE', 'standard', '2020-07-01', 0.1600),
  ('DE', 'standard', '2021-01-01', 0.1900),
  ('DE', 'books', '2007-01-01', 0.0700),
  ('DE', 'books', '2020-07-01', 0.0500),
  ('DE', 'books', '2021-01-01', 0.0700),
  ('FR', 'standard', '2014-01-01', 0.2000),
  ('FR', 'books', '2012-04-01', 0.0550);
INSERT INTO migsql_version (revision) VALUES ('0cc7be2cb74f');
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 2/49 upgrade 46208f329e80: customers
-- migrations/2021-02-08_customers.ts:8
SELECT 'migsql: 2/49 upgrade 46208f329e80 customers' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TABLE customer (
  id INTEGER NOT NULL,
  email VARCHAR(254) NOT NULL,
  full_name VARCHAR(120) NOT NULL,
  phone VARCHAR(20),
  street VARCHAR(200),
  postal_code VARCHAR(12),
  city VARCHAR(120),
  newsletter BOOLEAN DEFAULT 0 NOT NULL,
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  CONSTRAINT pk_customer PRIMARY KEY (id)
);
INSERT INTO customer (email, full_name, street, postal_code, city) VALUES
  ('Kasse1@Shop.example', 'Laufkundschaft („Kasse 1“)', 'Görlitzer Straße 12', '10997', 'Berlin');
INSERT INTO migsql_version (revision) VALUES ('46208f329e80');
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 3/49 upgrade 87eaadc72834: products and categories
-- migrations/2021-02-09_products_and_categories.ts:8
SELECT 'migsql: 3/49 upgrade 87eaadc72834 products and categories' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TABLE category (
  id INTEGER NOT NULL,
  slug VARCHAR(60) NOT NULL,
  title VARCHAR(120) NOT NULL,
  parent_id BIGINT,
  CONSTRAINT pk_category PRIMARY KEY (id),
  CONSTRAINT uq_category_slug UNIQUE (slug),
  CONSTRAINT fk_category_parent FOREIGN KEY (parent_id) REFERENCES category (id)
);
CREATE TABLE product (
  id INTEGER NOT NULL,
  sku VARCHAR(40) NOT NULL,
  title VARCHAR(200) NOT NULL,
  description TEXT,
  price NUMERIC(8, 2) NOT NULL,
  weight_kg DOUBLE,
  active BOOLEAN DEFAULT 1 NOT NULL,
  category_id BIGINT,
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  CONSTRAINT pk_product PRIMARY KEY (id),
  CONSTRAINT uq_product_sku UNIQUE (sku),
  CONSTRAINT uq_product_title UNIQUE (title),
  CONSTRAINT fk_product_category FOREIGN KEY (category_id) REFERENCES category (id) ON DELETE SET NULL
);
UPDATE migsql_version SET revision = '87eaadc72834' WHERE revision = '46208f329e80';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 4/49 upgrade 36117b4e8019: orders
-- migrations/2021-02-17_orders.ts:8
SELECT 'migsql: 4/49 upgrade 36117b4e8019 orders' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TABLE "order" (
  id INTEGER NOT NULL,
  number VARCHAR(20) NOT NULL,
  customer_id BIGINT NOT NULL,
  state VARCHAR(20) DEFAULT 'open' NOT NULL,
  placed_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  total NUMERIC(10, 2) DEFAULT 0 NOT NULL,
  note TEXT,
  CONSTRAINT pk_order PRIMARY KEY (id),
  CONSTRAINT uq_order_number UNIQUE (number),
  CONSTRAINT fk_order_customer FOREIGN KEY (customer_id) REFERENCES customer (id)
);
CREATE TABLE order_line (
  order_id BIGINT NOT NULL,
  line_no SMALLINT NOT NULL,
  product_id BIGINT NOT NULL,
  quantity INTEGER DEFAULT 1 NOT NULL,
  unit_price NUMERIC(8, 2) NOT NULL,
  CONSTRAINT pk_order_line PRIMARY KEY (order_id, line_no),
  CONSTRAINT fk_order_line_order FOREIGN KEY (order_id) REFERENCES "order" (id) ON DELETE CASCADE,
  CONSTRAINT fk_order_line_product FOREIGN KEY (product_id) REFERENCES product (id),
  CONSTRAINT ck_order_line_quantity CHECK (quantity > 0)
);
UPDATE migsql_version SET revision = '36117b4e8019' WHERE revision = '87eaadc72834';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 5/49 upgrade 1ddf68950622: currencies
-- migrations/2021-03-01_currencies.ts:29
SELECT 'migsql: 5/49 upgrade 1ddf68950622 currencies' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TABLE currency (
  code VARCHAR(3) NOT NULL,
  title VARCHAR(60) NOT NULL,
  symbol VARCHAR(8) NOT NULL,
  digits SMALLINT DEFAULT 2 NOT NULL,
  CONSTRAINT pk_currency PRIMARY KEY (code)
);
INSERT INTO currency (code, title, symbol, digits) VALUES
  ('CHF', 'Swiss franc', 'Fr.', 2),
  ('CZK', 'Czech koruna', 'Kč', 2),
  ('DKK', 'Danish krone', 'kr.', 2),
  ('EUR', 'Euro', '€', 2),
  ('GBP', 'Pound sterling', '£', 2),
  ('HUF', 'Hungarian forint', 'Ft', 2),
  ('ILS', 'Israeli new shekel', '₪', 2),
  ('ISK', 'Icelandic króna', 'kr', 0),
  ('JPY', 'Japanese yen', '¥', 0),
  ('NOK', 'Norwegian krone', 'kr', 2),
  ('PLN', 'Polish złoty', 'zł', 2),
  ('RON', 'Romanian leu', 'lei', 2),
  ('SEK', 'Swedish krona', 'kr', 2),
  ('TND', 'Tunisian dinar', 'د.ت', 3),
  ('USD', 'US dollar (''greenback'')', '$', 2);
ALTER TABLE "order" ADD COLUMN currency_code VARCHAR(3) DEFAULT 'EUR' NOT NULL;
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "order has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "order has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of order, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('order') WHERE name COLLATE NOCASE NOT IN ('id', 'number', 'customer_id', 'state', 'placed_at', 'total', 'note', 'currency_code')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'order' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL)
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_order (
  id INTEGER NOT NULL,
  number VARCHAR(20) NOT NULL,
  customer_id BIGINT NOT NULL,
  state VARCHAR(20) DEFAULT 'open' NOT NULL,
  placed_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  total NUMERIC(10, 2) DEFAULT 0 NOT NULL,
  note TEXT,
  currency_code VARCHAR(3) DEFAULT 'EUR' NOT NULL,
  CONSTRAINT pk_order PRIMARY KEY (id),
  CONSTRAINT uq_order_number UNIQUE (number),
  CONSTRAINT fk_order_customer FOREIGN KEY (customer_id) REFERENCES customer (id),
  CONSTRAINT fk_order_currency FOREIGN KEY (currency_code) REFERENCES currency (code)
);
INSERT INTO migsql_new_order (id, number, customer_id, state, placed_at, total, note, currency_code) SELECT id, number, customer_id, state, placed_at, total, note, currency_code FROM "order";
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
UPDATE migsql_version SET revision = '1ddf68950622' WHERE revision = '36117b4e8019';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 6/49 upgrade 0d7395f9f06e: countries we ship to
-- migrations/2021-03-22_countries.ts:11
SELECT 'migsql: 6/49 upgrade 0d7395f9f06e countries we ship to' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TABLE country (
  code VARCHAR(2) NOT NULL,
  title VARCHAR(80) NOT NULL,
  native_title VARCHAR(80) NOT NULL,
  postal_code_pattern VARCHAR(120),
  eu_member BOOLEAN NOT NULL,
  eu_since DATE,
  CONSTRAINT pk_country PRIMARY KEY (code)
);
INSERT INTO country (code, title, native_title, postal_code_pattern, eu_member, eu_since) VALUES
  ('AT', 'Austria', 'Österreich', '^\d{4}$', 1, '1995-01-01'),
  ('AX', 'Åland Islands', 'Åland', '^22\d{3}$', 1, '1995-01-01'),
  ('BE', 'Belgium', 'België / Belgique / Belgien', '^\d{4}$', 1, '1958-01-01'),
  ('BG', 'Bulgaria', 'България', '^\d{4}$', 1, '2007-01-01'),
  ('CH', 'Switzerland', 'Schweiz · Suisse · Svizzera · Svizra', '^[1-9]\d{3}$', 0, NULL),
  ('CI', 'Côte d''Ivoire', 'Côte d’Ivoire', NULL, 0, NULL),
  ('CW', 'Curaçao', 'Kòrsou', NULL, 0, NULL),
  ('CZ', 'Czechia', 'Česko', '^\d{3}\s?\d{2}$', 1, '2004-05-01'),
  ('DE', 'Germany', 'Deutschland', '^\d{5}$', 1, '1958-01-01'),
  ('DK', 'Denmark', 'Danmark', '^\d{4}$', 1, '1973-01-01'),
  ('ES', 'Spain', 'España', '^(?:0[1-9]|[1-4]\d|5[0-2])\d{3}$', 1, '1986-01-01'),
  ('FR', 'France', 'France', '^\d{2}\s?\d{3}$', 1, '1958-01-01'),
  ('GB', 'United Kingdom', 'United Kingdom', '^GIR ?0AA|(?:[A-Z]{1,2}\d[A-Z\d]?) ?\d[A-Z]{2}$', 0, NULL),
  ('GR', 'Greece', 'Ελλάδα', '^\d{3}\s?\d{2}$', 1, '1981-01-01'),
  ('IE', 'Ireland', 'Éire', '^[\dA-Z]{3} ?[\dA-Z]{4}$', 1, '1973-01-01'),
  ('IL', 'Israel', 'ישראל', '^\d{7}$', 0, NULL),
  ('JP', 'Japan', '日本', '^\d{3}-\d{4}$', 0, NULL),
  ('PL', 'Poland', 'Polska', '^\d{2}-\d{3}$', 1, '2004-05-01'),
  ('RE', 'Réunion', 'La Réunion', '^974\d{2}$', 1, '1958-01-01'),
  ('SE', 'Sweden', 'Sverige', '^\d{3} ?\d{2}$', 1, '1995-01-01'),
  ('TN', 'Tunisia', 'تونس', '^\d{4}$', 0, NULL),
  ('US', 'United States', 'United States', '^\d{5}(-\d{4})?$', 0, NULL);
ALTER TABLE customer ADD COLUMN country_code VARCHAR(2);
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "customer has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "customer has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of customer, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('customer') WHERE name COLLATE NOCASE NOT IN ('id', 'email', 'full_name', 'phone', 'street', 'postal_code', 'city', 'newsletter', 'created_at', 'country_code')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'customer' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL)
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_customer (
  id INTEGER NOT NULL,
  email VARCHAR(254) NOT NULL,
  full_name VARCHAR(120) NOT NULL,
  phone VARCHAR(20),
  street VARCHAR(200),
  postal_code VARCHAR(12),
  city VARCHAR(120),
  newsletter BOOLEAN DEFAULT 0 NOT NULL,
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  country_code VARCHAR(2),
  CONSTRAINT pk_customer PRIMARY KEY (id),
  CONSTRAINT fk_customer_country FOREIGN KEY (country_code) REFERENCES country (code)
);
INSERT INTO migsql_new_customer (id, email, full_name, phone, street, postal_code, city, newsletter, created_at, country_code) SELECT id, email, full_name, phone, street, postal_code, city, newsletter, created_at, country_code FROM customer;
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
UPDATE customer SET country_code = 'DE' WHERE street IS NOT NULL;
UPDATE migsql_version SET revision = '0d7395f9f06e' WHERE revision = '1ddf68950622';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 7/49 upgrade 6758cf2b92be: e-mail addresses in lower case
-- migrations/2021-04-06_lower_case_emails.sql:8
SELECT 'migsql: 7/49 upgrade 6758cf2b92be e-mail addresses in lower case' AS migsql FROM temp.migsql_script WHERE block >= 0;
UPDATE customer SET email = lower(email);
UPDATE migsql_version SET revision = '6758cf2b92be' WHERE revision = '0d7395f9f06e';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 8/49 upgrade 1cc4c30c1f8a: one account per e-mail address
-- migrations/2021-04-07_unique_emails.ts:7
SELECT 'migsql: 8/49 upgrade 1cc4c30c1f8a one account per e-mail address' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "customer has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "customer has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of customer, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('customer') WHERE name COLLATE NOCASE NOT IN ('id', 'email', 'full_name', 'phone', 'street', 'postal_code', 'city', 'newsletter', 'created_at', 'country_code')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'customer' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL)
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_customer (
  id INTEGER NOT NULL,
  email VARCHAR(254) NOT NULL,
  full_name VARCHAR(120) NOT NULL,
  phone VARCHAR(20),
  street VARCHAR(200),
  postal_code VARCHAR(12),
  city VARCHAR(120),
  newsletter BOOLEAN DEFAULT 0 NOT NULL,
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  country_code VARCHAR(2),
  CONSTRAINT pk_customer PRIMARY KEY (id),
  CONSTRAINT fk_customer_country FOREIGN KEY (country_code) REFERENCES country (code),
  CONSTRAINT uq_customer_email UNIQUE (email)
);
INSERT INTO migsql_new_customer (id, email, full_name, phone, street, postal_code, city, newsletter, created_at, country_code) SELECT id, email, full_name, phone, street, postal_code, city, newsletter, created_at, country_code FROM customer;
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
UPDATE migsql_version SET revision = '1cc4c30c1f8a' WHERE revision = '6758cf2b92be';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 9/49 upgrade 0cd4b8651c52: newsletter subscriptions of their own
-- migrations/2021-05-18_newsletter.ts:13
SELECT 'migsql: 9/49 upgrade 0cd4b8651c52 newsletter subscriptions of their own' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TABLE newsletter_subscription (
  email VARCHAR(254) NOT NULL,
  confirmed BOOLEAN DEFAULT 0 NOT NULL,
  subscribed_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  CONSTRAINT pk_newsletter_subscription PRIMARY KEY (email)
);
INSERT INTO newsletter_subscription (email, confirmed, subscribed_at)
      SELECT email, 1, created_at FROM customer WHERE newsletter = 1;
ALTER TABLE customer DROP COLUMN newsletter;
UPDATE migsql_version SET revision = '0cd4b8651c52' WHERE revision = '1cc4c30c1f8a';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 10/49 upgrade ba98f9e3b99d: order becomes sales_order
-- migrations/2021-06-30_rename_order.ts:9
SELECT 'migsql: 10/49 upgrade ba98f9e3b99d order becomes sales_order' AS migsql FROM temp.migsql_script WHERE block >= 0;
ALTER TABLE "order" RENAME TO sales_order;
UPDATE migsql_version SET revision = 'ba98f9e3b99d' WHERE revision = '0cd4b8651c52';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 11/49 upgrade e3fa8f544d98: display names, longer phone numbers
-- migrations/2021-08-11_customer_names_and_phones.ts:9
SELECT 'migsql: 11/49 upgrade e3fa8f544d98 display names, longer phone numbers' AS migsql FROM temp.migsql_script WHERE block >= 0;
ALTER TABLE customer RENAME COLUMN full_name TO display_name;
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "customer has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "customer has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of customer, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('customer') WHERE name COLLATE NOCASE NOT IN ('id', 'email', 'display_name', 'phone', 'street', 'postal_code', 'city', 'created_at', 'country_code')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'customer' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL)
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_customer (
  id INTEGER NOT NULL,
  email VARCHAR(254) NOT NULL,
  display_name VARCHAR(120) NOT NULL,
  phone VARCHAR(32),
  street VARCHAR(200),
  postal_code VARCHAR(12),
  city VARCHAR(120),
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  country_code VARCHAR(2),
  CONSTRAINT pk_customer PRIMARY KEY (id),
  CONSTRAINT fk_customer_country FOREIGN KEY (country_code) REFERENCES country (code),
  CONSTRAINT uq_customer_email UNIQUE (email)
);
INSERT INTO migsql_new_customer (id, email, display_name, phone, street, postal_code, city, created_at, country_code) SELECT id, email, display_name, phone, street, postal_code, city, created_at, country_code FROM customer;
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
  (SELECT count(*) FROM pragma_table_xinfo('customer') WHERE name COLLATE NOCASE NOT IN ('id', 'email', 'display_name', 'phone', 'street', 'postal_code', 'city', 'created_at', 'country_code')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'customer' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL)
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_customer (
  id INTEGER NOT NULL,
  email VARCHAR(254) NOT NULL,
  display_name VARCHAR(120) NOT NULL,
  phone VARCHAR(32),
  street VARCHAR(200),
  postal_code VARCHAR(16),
  city VARCHAR(120),
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  country_code VARCHAR(2),
  CONSTRAINT pk_customer PRIMARY KEY (id),
  CONSTRAINT fk_customer_country FOREIGN KEY (country_code) REFERENCES country (code),
  CONSTRAINT uq_customer_email UNIQUE (email)
);
INSERT INTO migsql_new_customer (id, email, display_name, phone, street, postal_code, city, created_at, country_code) SELECT id, email, display_name, phone, street, postal_code, city, created_at, country_code FROM customer;
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
UPDATE migsql_version SET revision = 'e3fa8f544d98' WHERE revision = 'ba98f9e3b99d';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 12/49 upgrade aef3edab6b4a: larger order totals
-- migrations/2021-10-04_larger_totals.ts:9
SELECT 'migsql: 12/49 upgrade aef3edab6b4a larger order totals' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "sales_order has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "sales_order has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of sales_order, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('sales_order') WHERE name COLLATE NOCASE NOT IN ('id', 'number', 'customer_id', 'state', 'placed_at', 'total', 'note', 'currency_code')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'sales_order' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL)
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_sales_order (
  id INTEGER NOT NULL,
  number VARCHAR(20) NOT NULL,
  customer_id BIGINT NOT NULL,
  state VARCHAR(20) DEFAULT 'open' NOT NULL,
  placed_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  total NUMERIC(14, 2) DEFAULT 0 NOT NULL,
  note TEXT,
  currency_code VARCHAR(3) DEFAULT 'EUR' NOT NULL,
  CONSTRAINT pk_order PRIMARY KEY (id),
  CONSTRAINT uq_order_number UNIQUE (number),
  CONSTRAINT fk_order_customer FOREIGN KEY (customer_id) REFERENCES customer (id),
  CONSTRAINT fk_order_currency FOREIGN KEY (currency_code) REFERENCES currency (code)
);
INSERT INTO migsql_new_sales_order (id, number, customer_id, state, placed_at, total, note, currency_code) SELECT id, number, customer_id, state, placed_at, total, note, currency_code FROM sales_order;
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
UPDATE migsql_version SET revision = 'aef3edab6b4a' WHERE revision = 'e3fa8f544d98';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 13/49 upgrade 7b9ae6c60c73: gift cards for Christmas
-- migrations/2021-11-22_gift_cards.ts:14
SELECT 'migsql: 13/49 upgrade 7b9ae6c60c73 gift cards for Christmas' AS migsql FROM temp.migsql_script WHERE block >= 0;
INSERT INTO product (sku, title, description, price) VALUES
  ('GIFT-25', 'Gift card „25 €“', ('Worth €25.' || char(10, 10) || 'Use it in the store or online; it''s valid for 3 years.' || char(10) || 'Terms: \\files\gift.pdf'), 25.00),
  ('GIFT-50', 'Gift card „50 €“', ('Worth €50.' || char(10, 10) || 'Use it in the store or online; it''s valid for 3 years.' || char(10) || 'Terms: \\files\gift.pdf'), 50.00),
  ('GIFT-100', 'Gift card „100 €“', ('Worth €100.' || char(10, 10) || 'Use it in the store or online; it''s valid for 3 years.' || char(10) || 'Terms: \\files\gift.pdf'), 100.00);
UPDATE migsql_version SET revision = '7b9ae6c60c73' WHERE revision = 'aef3edab6b4a';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 14/49 upgrade 92081823d745: product slugs
-- migrations/2022-02-02_product_slugs.ts:9
SELECT 'migsql: 14/49 upgrade 92081823d745 product slugs' AS migsql FROM temp.migsql_script WHERE block >= 0;
ALTER TABLE product ADD COLUMN slug VARCHAR(80);
UPDATE product SET slug = lower(sku);
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
  CONSTRAINT uq_product_title UNIQUE (title),
  CONSTRAINT fk_product_category FOREIGN KEY (category_id) REFERENCES category (id) ON DELETE SET NULL
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
  slug VARCHAR(80) NOT NULL,
  CONSTRAINT pk_product PRIMARY KEY (id),
  CONSTRAINT uq_product_sku UNIQUE (sku),
  CONSTRAINT uq_product_title UNIQUE (title),
  CONSTRAINT fk_product_category FOREIGN KEY (category_id) REFERENCES category (id) ON DELETE SET NULL,
  CONSTRAINT uq_product_slug UNIQUE (slug)
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
UPDATE migsql_version SET revision = '92081823d745' WHERE revision = '7b9ae6c60c73';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 15/49 upgrade ea96785f4d97: product images
-- migrations/2022-03-15_product_images.ts:15
SELECT 'migsql: 15/49 upgrade ea96785f4d97 product images' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TABLE product_image (
  id INTEGER NOT NULL,
  product_id BIGINT NOT NULL,
  sort_order SMALLINT DEFAULT 0 NOT NULL,
  content_type VARCHAR(60) NOT NULL,
  content BLOB NOT NULL,
  sha256 BLOB,
  CONSTRAINT pk_product_image PRIMARY KEY (id),
  CONSTRAINT fk_product_image_product FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE
);
INSERT INTO product_image (product_id, content_type, content)
        SELECT id, 'image/gif', x'47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b' FROM product;
UPDATE migsql_version SET revision = 'ea96785f4d97' WHERE revision = '92081823d745';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 16/49 upgrade 19533672927f: reviews
-- migrations/2022-04-28_reviews.ts:8
SELECT 'migsql: 16/49 upgrade 19533672927f reviews' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TABLE review (
  id INTEGER NOT NULL,
  product_id BIGINT NOT NULL,
  customer_id BIGINT,
  stars SMALLINT NOT NULL,
  title VARCHAR(120),
  body TEXT,
  approved BOOLEAN DEFAULT 0 NOT NULL,
  written_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
  CONSTRAINT pk_review PRIMARY KEY (id),
  CONSTRAINT fk_review_product FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE,
  CONSTRAINT fk_review_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE SET NULL,
  CONSTRAINT ck_review_stars CHECK (stars BETWEEN 1 AND 5)
);
UPDATE migsql_version SET revision = '19533672927f' WHERE revision = 'ea96785f4d97';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 17/49 upgrade d2156a5519d4: categories in three languages
-- migrations/2022-07-12_category_translations.ts:36
SELECT 'migsql: 17/49 upgrade d2156a5519d4 categories in three languages' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TABLE category_translation (
  category_id BIGINT NOT NULL,
  locale VARCHAR(5) NOT NULL,
  title VARCHAR(120) NOT NULL,
  CONSTRAINT pk_category_translation PRIMARY KEY (category_id, locale),
  CONSTRAINT fk_category_translation FOREIGN KEY (category_id) REFERENCES category (id) ON DELETE CASCADE
);
INSERT INTO category (slug, title) VALUES
  ('home', 'Home & garden'),
  ('tools', 'Tools');
INSERT INTO category (slug, title, parent_id)
    SELECT 'lighting', 'Lighting', id FROM category WHERE slug = 'home';
INSERT INTO category (slug, title, parent_id)
    SELECT 'hand-tools', 'Craftsman''s hand tools', id FROM category WHERE slug = 'tools';
INSERT INTO category (slug, title, parent_id)
    SELECT 'screws', 'Screws & nuts', id FROM category WHERE slug = 'tools';
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, 'de', 'Haus & Garten' FROM category WHERE slug = 'home';
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, 'pl', 'Dom i ogród' FROM category WHERE slug = 'home';
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, 'de', 'Werkzeug' FROM category WHERE slug = 'tools';
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, 'pl', 'Narzędzia' FROM category WHERE slug = 'tools';
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, 'de', 'Leuchten für drinnen & draußen' FROM category WHERE slug = 'lighting';
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, 'pl', 'Oświetlenie' FROM category WHERE slug = 'lighting';
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, 'de', 'Handwerkzeug' FROM category WHERE slug = 'hand-tools';
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, 'pl', 'Narzędzia ręczne' FROM category WHERE slug = 'hand-tools';
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, 'de', 'Schrauben' FROM category WHERE slug = 'screws';
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, 'pl', 'Śruby i nakrętki' FROM category WHERE slug = 'screws';
UPDATE migsql_version SET revision = 'd2156a5519d4' WHERE revision = '19533672927f';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 18/49 upgrade 6557269ccbd7: orders by time
-- migrations/2022-10-05_orders_by_time.ts:9
SELECT 'migsql: 18/49 upgrade 6557269ccbd7 orders by time' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE INDEX ix_sales_order_placed_at ON sales_order (placed_at, state);
UPDATE migsql_version SET revision = '6557269ccbd7' WHERE revision = 'd2156a5519d4';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 19/49 upgrade a28bcdf6e598: promotions
-- migrations/2022-12-01_promotions.ts:10
SELECT 'migsql: 19/49 upgrade a28bcdf6e598 promotions' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TABLE promotion (
  code VARCHAR(40) NOT NULL,
  title VARCHAR(120) NOT NULL,
  discount_percent NUMERIC(5, 2) NOT NULL,
  starts_on DATE NOT NULL,
  ends_on DATE,
  max_uses BIGINT DEFAULT 9223372036854775807 NOT NULL,
  condition TEXT,
  CONSTRAINT pk_promotion PRIMARY KEY (code),
  CONSTRAINT ck_promotion_dates CHECK (ends_on >= starts_on),
  CONSTRAINT ck_promotion_discount CHECK (discount_percent BETWEEN 0 AND 100)
);
INSERT INTO promotion (code, title, discount_percent, starts_on, ends_on, max_uses, condition) VALUES
  ('XMAS22', 'Santa''s 15 % — ho ho ho 🎅', 15.00, '2022-12-01', '2022-12-24', 5000, '{"minTotal":49.9,"categories":["lighting"],"text":"from 49,90 € — \"while stock lasts\""}'),
  ('FRIENDS', 'Friends & family', 20.00, '2023-01-01', NULL, 9223372036854775807, NULL);
UPDATE migsql_version SET revision = 'a28bcdf6e598' WHERE revision = '6557269ccbd7';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 20/49 upgrade 33e76c107f09: wishlists
-- migrations/2023-02-14_wishlists.ts:9
SELECT 'migsql: 20/49 upgrade 33e76c107f09 wishlists' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TABLE wishlist (
  id INTEGER NOT NULL,
  public_id CHAR(36) DEFAULT (lower(hex(randomblob(4))) || '-' || lower(hex(randomblob(2))) || '-4' || substr(lower(hex(randomblob(2))), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(lower(hex(randomblob(2))), 2) || '-' || lower(hex(randomblob(6)))) NOT NULL,
  customer_id BIGINT NOT NULL,
  title VARCHAR(80) DEFAULT 'My wishlist' NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
  updated_at TIMESTAMP WITH TIME ZONE,
  CONSTRAINT pk_wishlist PRIMARY KEY (id),
  CONSTRAINT uq_wishlist_public_id UNIQUE (public_id),
  CONSTRAINT fk_wishlist_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE
);
CREATE TABLE wishlist_item (
  wishlist_id BIGINT NOT NULL,
  product_id BIGINT NOT NULL,
  wish VARCHAR(500),
  CONSTRAINT pk_wishlist_item PRIMARY KEY (wishlist_id, product_id),
  CONSTRAINT fk_wishlist_item_wishlist FOREIGN KEY (wishlist_id) REFERENCES wishlist (id) ON DELETE CASCADE,
  CONSTRAINT fk_wishlist_item_product FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE
);
UPDATE migsql_version SET revision = '33e76c107f09' WHERE revision = 'a28bcdf6e598';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 21/49 upgrade c82c0dc320b7: warehouses
-- migrations/2022-01-10_warehouses.ts:10
SELECT 'migsql: 21/49 upgrade c82c0dc320b7 warehouses' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TABLE warehouse (
  code VARCHAR(8) NOT NULL,
  title VARCHAR(80) NOT NULL,
  latitude DOUBLE,
  longitude DOUBLE,
  label_printer VARCHAR(120),
  active BOOLEAN DEFAULT 1 NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
  updated_at TIMESTAMP WITH TIME ZONE,
  CONSTRAINT pk_warehouse PRIMARY KEY (code)
);
INSERT INTO warehouse (code, title, latitude, longitude, label_printer) VALUES
  ('BER1', 'Großbeeren', 52.3576, 13.3089, '\\ber1-print\labels'),
  ('BER2', 'Store (''Kasse 1'')', 52.4986, 13.4321, NULL),
  ('WRO1', 'Wrocław', 51.1079, 17.0385, '\\wro1-print\labels\A6'),
  ('VLC1', 'València', 39.4699, -0.3763, '\\vlc1-print\labels');
INSERT INTO migsql_version (revision) VALUES ('c82c0dc320b7');
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 22/49 upgrade 935b43ea52d2: stock per warehouse
-- migrations/2022-01-19_stock.ts:8
SELECT 'migsql: 22/49 upgrade 935b43ea52d2 stock per warehouse' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TABLE stock (
  product_id BIGINT NOT NULL,
  warehouse_code VARCHAR(8) NOT NULL,
  quantity INTEGER DEFAULT 0 NOT NULL,
  counted_on DATE,
  CONSTRAINT pk_stock PRIMARY KEY (product_id, warehouse_code),
  CONSTRAINT fk_stock_product FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE,
  CONSTRAINT fk_stock_warehouse FOREIGN KEY (warehouse_code) REFERENCES warehouse (code),
  CONSTRAINT ck_stock_quantity CHECK (quantity >= 0)
);
INSERT INTO stock (product_id, warehouse_code) SELECT id, 'BER1' FROM product;
UPDATE migsql_version SET revision = '935b43ea52d2' WHERE revision = 'c82c0dc320b7';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 23/49 upgrade 831446a99908: stock movements
-- migrations/2022-02-23_stock_movements.ts:10
SELECT 'migsql: 23/49 upgrade 831446a99908 stock movements' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TABLE stock_movement (
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
CREATE INDEX ix_stock_movement_stock ON stock_movement (product_id, warehouse_code);
UPDATE migsql_version SET revision = '831446a99908' WHERE revision = '935b43ea52d2';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 24/49 upgrade 4cba307e3cd7: carriers and shipments
-- migrations/2022-05-04_shipments.ts:16
SELECT 'migsql: 24/49 upgrade 4cba307e3cd7 carriers and shipments' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TABLE carrier (
  code VARCHAR(12) NOT NULL,
  title VARCHAR(60) NOT NULL,
  tracking_url VARCHAR(300),
  CONSTRAINT pk_carrier PRIMARY KEY (code)
);
INSERT INTO carrier (code, title, tracking_url) VALUES
  ('dhl', 'DHL', 'https://dhl.example/track?piece={number}&lang=de'),
  ('inpost', 'InPost (Paczkomat ''całodobowy'')', 'https://inpost.example/#!:{number}'),
  ('paeckli', 'Päckli 📦', 'https://paeckli.example/$(track)/{number}?ok=100%25'),
  ('pickup', 'Picked up in the store', NULL);
CREATE TABLE shipment (
  id INTEGER NOT NULL,
  order_id BIGINT NOT NULL,
  carrier_code VARCHAR(12) NOT NULL,
  tracking_number VARCHAR(40),
  weight VARCHAR(12),
  shipped_at TIMESTAMP WITH TIME ZONE,
  CONSTRAINT pk_shipment PRIMARY KEY (id),
  CONSTRAINT fk_shipment_order FOREIGN KEY (order_id) REFERENCES sales_order (id) ON DELETE CASCADE
);
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
UPDATE migsql_version SET revision = '4cba307e3cd7' WHERE revision = '831446a99908';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 25/49 upgrade 8440ea93a945: quantities beyond two billion
-- migrations/2022-09-15_larger_quantities.ts:12
SELECT 'migsql: 25/49 upgrade 8440ea93a945 quantities beyond two billion' AS migsql FROM temp.migsql_script WHERE block >= 0;
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
  quantity BIGINT DEFAULT 0 NOT NULL,
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
  quantity BIGINT NOT NULL,
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
UPDATE migsql_version SET revision = '8440ea93a945' WHERE revision = '4cba307e3cd7';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 26/49 upgrade e5c851b65ffb: shipment weight as a number
-- migrations/2022-11-07_shipment_weight.ts:23
SELECT 'migsql: 26/49 upgrade e5c851b65ffb shipment weight as a number' AS migsql FROM temp.migsql_script WHERE block >= 0;
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
  weight INTEGER,
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
ALTER TABLE shipment RENAME COLUMN weight TO weight_g;
UPDATE migsql_version SET revision = 'e5c851b65ffb' WHERE revision = '8440ea93a945';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 27/49 upgrade 08c7186d01d3: reasons of stock movements by code
-- migrations/2023-01-30_movement_reasons.ts:8
SELECT 'migsql: 27/49 upgrade 08c7186d01d3 reasons of stock movements by code' AS migsql FROM temp.migsql_script WHERE block >= 0;
ALTER TABLE stock_movement RENAME COLUMN reason TO reason_code;
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
  reason_code VARCHAR(20) NOT NULL,
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
UPDATE stock_movement SET reason_code = upper(reason_code);
UPDATE migsql_version SET revision = '08c7186d01d3' WHERE revision = 'e5c851b65ffb';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 28/49 upgrade c487449a3cc2: pick lists
-- migrations/2023-03-20_pick_lists.ts:10
SELECT 'migsql: 28/49 upgrade c487449a3cc2 pick lists' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TABLE pick_list (
  id INTEGER NOT NULL,
  warehouse_code VARCHAR(8) NOT NULL,
  device_id CHAR(36),
  started_at TIMESTAMP WITH TIME ZONE,
  done BOOLEAN DEFAULT 0 NOT NULL,
  CONSTRAINT pk_pick_list PRIMARY KEY (id),
  CONSTRAINT fk_pick_list_warehouse FOREIGN KEY (warehouse_code) REFERENCES warehouse (code)
);
CREATE TABLE pick_list_line (
  pick_list_id BIGINT NOT NULL,
  stop_no SMALLINT NOT NULL,
  order_id BIGINT NOT NULL,
  order_line_no SMALLINT NOT NULL,
  picked INTEGER DEFAULT 0 NOT NULL,
  CONSTRAINT pk_pick_list_line PRIMARY KEY (pick_list_id, stop_no),
  CONSTRAINT fk_pick_list_line_list FOREIGN KEY (pick_list_id) REFERENCES pick_list (id) ON DELETE CASCADE,
  CONSTRAINT fk_pick_list_line_order_line FOREIGN KEY (order_id, order_line_no) REFERENCES order_line (order_id, line_no)
);
UPDATE migsql_version SET revision = 'c487449a3cc2' WHERE revision = '08c7186d01d3';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 29/49 upgrade 76a22f968352: "tell me when it is back"
-- migrations/2023-04-03_back_in_stock.ts:9
SELECT 'migsql: 29/49 upgrade 76a22f968352 "tell me when it is back"' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TABLE back_in_stock_alert (
  email VARCHAR(254) NOT NULL,
  product_id BIGINT NOT NULL,
  warehouse_code VARCHAR(8) NOT NULL,
  asked_on DATE NOT NULL,
  CONSTRAINT pk_back_in_stock_alert PRIMARY KEY (email, product_id, warehouse_code),
  CONSTRAINT fk_back_in_stock_alert_stock FOREIGN KEY (product_id, warehouse_code) REFERENCES stock (product_id, warehouse_code) ON DELETE CASCADE
);
UPDATE migsql_version SET revision = '76a22f968352' WHERE revision = '33e76c107f09';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 30/49 upgrade 127eb5c32a9d: merge storefront and warehouse
-- migrations/2023-05-22_merge_storefront_and_warehouse.ts
SELECT 'migsql: 30/49 upgrade 127eb5c32a9d merge storefront and warehouse' AS migsql FROM temp.migsql_script WHERE block >= 0;
DELETE FROM migsql_version WHERE revision = '76a22f968352';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;
UPDATE migsql_version SET revision = '127eb5c32a9d' WHERE revision = 'c487449a3cc2';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 31/49 upgrade b11ef72a092c: public ids for customers
-- migrations/2023-06-19_customer_public_ids.ts:9
SELECT 'migsql: 31/49 upgrade b11ef72a092c public ids for customers' AS migsql FROM temp.migsql_script WHERE block >= 0;
ALTER TABLE customer ADD COLUMN public_id CHAR(36);
UPDATE customer SET public_id = (lower(hex(randomblob(4))) || '-' || lower(hex(randomblob(2))) || '-4' || substr(lower(hex(randomblob(2))), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(lower(hex(randomblob(2))), 2) || '-' || lower(hex(randomblob(6))));
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "customer has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "customer has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of customer, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('customer') WHERE name COLLATE NOCASE NOT IN ('id', 'email', 'display_name', 'phone', 'street', 'postal_code', 'city', 'created_at', 'country_code', 'public_id')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'customer' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL)
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_customer (
  id INTEGER NOT NULL,
  email VARCHAR(254) NOT NULL,
  display_name VARCHAR(120) NOT NULL,
  phone VARCHAR(32),
  street VARCHAR(200),
  postal_code VARCHAR(16),
  city VARCHAR(120),
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  country_code VARCHAR(2),
  public_id CHAR(36) NOT NULL,
  CONSTRAINT pk_customer PRIMARY KEY (id),
  CONSTRAINT fk_customer_country FOREIGN KEY (country_code) REFERENCES country (code),
  CONSTRAINT uq_customer_email UNIQUE (email)
);
INSERT INTO migsql_new_customer (id, email, display_name, phone, street, postal_code, city, created_at, country_code, public_id) SELECT id, email, display_name, phone, street, postal_code, city, created_at, country_code, public_id FROM customer;
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
  (SELECT count(*) FROM pragma_table_xinfo('customer') WHERE name COLLATE NOCASE NOT IN ('id', 'email', 'display_name', 'phone', 'street', 'postal_code', 'city', 'created_at', 'country_code', 'public_id')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'customer' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL)
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_customer (
  id INTEGER NOT NULL,
  email VARCHAR(254) NOT NULL,
  display_name VARCHAR(120) NOT NULL,
  phone VARCHAR(32),
  street VARCHAR(200),
  postal_code VARCHAR(16),
  city VARCHAR(120),
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  country_code VARCHAR(2),
  public_id CHAR(36) NOT NULL,
  CONSTRAINT pk_customer PRIMARY KEY (id),
  CONSTRAINT fk_customer_country FOREIGN KEY (country_code) REFERENCES country (code),
  CONSTRAINT uq_customer_email UNIQUE (email),
  CONSTRAINT uq_customer_public_id UNIQUE (public_id)
);
INSERT INTO migsql_new_customer (id, email, display_name, phone, street, postal_code, city, created_at, country_code, public_id) SELECT id, email, display_name, phone, street, postal_code, city, created_at, country_code, public_id FROM customer;
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
UPDATE migsql_version SET revision = 'b11ef72a092c' WHERE revision = '127eb5c32a9d';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 32/49 upgrade de7d2bcc34cd: several addresses per customer
-- migrations/2023-07-31_customer_addresses.ts:25
SELECT 'migsql: 32/49 upgrade de7d2bcc34cd several addresses per customer' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TABLE customer_address (
  customer_id BIGINT NOT NULL,
  kind VARCHAR(10) NOT NULL,
  street VARCHAR(200),
  postal_code VARCHAR(16),
  city VARCHAR(120),
  country_code VARCHAR(2),
  CONSTRAINT pk_customer_address PRIMARY KEY (customer_id, kind),
  CONSTRAINT fk_customer_address_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE,
  CONSTRAINT fk_customer_address_country FOREIGN KEY (country_code) REFERENCES country (code)
);
INSERT INTO customer_address (customer_id, kind, street, postal_code, city, country_code)
      SELECT id, 'billing', street, postal_code, city, country_code FROM customer
      WHERE street IS NOT NULL OR postal_code IS NOT NULL OR city IS NOT NULL OR country_code IS NOT NULL;
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "customer has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "customer has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of customer, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('customer') WHERE name COLLATE NOCASE NOT IN ('id', 'email', 'display_name', 'phone', 'street', 'postal_code', 'city', 'created_at', 'country_code', 'public_id')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'customer' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL)
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_customer (
  id INTEGER NOT NULL,
  email VARCHAR(254) NOT NULL,
  display_name VARCHAR(120) NOT NULL,
  phone VARCHAR(32),
  street VARCHAR(200),
  postal_code VARCHAR(16),
  city VARCHAR(120),
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  country_code VARCHAR(2),
  public_id CHAR(36) NOT NULL,
  CONSTRAINT pk_customer PRIMARY KEY (id),
  CONSTRAINT uq_customer_email UNIQUE (email),
  CONSTRAINT uq_customer_public_id UNIQUE (public_id)
);
INSERT INTO migsql_new_customer (id, email, display_name, phone, street, postal_code, city, created_at, country_code, public_id) SELECT id, email, display_name, phone, street, postal_code, city, created_at, country_code, public_id FROM customer;
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
ALTER TABLE customer DROP COLUMN street;
ALTER TABLE customer DROP COLUMN postal_code;
ALTER TABLE customer DROP COLUMN city;
ALTER TABLE customer DROP COLUMN country_code;
UPDATE migsql_version SET revision = 'de7d2bcc34cd' WHERE revision = 'b11ef72a092c';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 33/49 upgrade ef4027880414: drop newsletter subscriptions
-- migrations/2023-10-09_drop_newsletter.ts:8
SELECT 'migsql: 33/49 upgrade ef4027880414 drop newsletter subscriptions' AS migsql FROM temp.migsql_script WHERE block >= 0;
DROP TABLE newsletter_subscription;
UPDATE migsql_version SET revision = 'ef4027880414' WHERE revision = 'de7d2bcc34cd';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 34/49 upgrade 4e2316eb118a: mail templates
-- migrations/2023-11-14_mail_templates.ts:9
SELECT 'migsql: 34/49 upgrade 4e2316eb118a mail templates' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TABLE mail_template (
  code VARCHAR(40) NOT NULL,
  locale VARCHAR(5) NOT NULL,
  subject VARCHAR(200) NOT NULL,
  body TEXT NOT NULL,
  CONSTRAINT pk_mail_template PRIMARY KEY (code, locale)
);
INSERT INTO mail_template (code, locale, subject, body) VALUES
  ('order_confirmation', 'en', 'We''ve got your order {{number}}', ('Dear {{name}},' || char(10, 10) || 'thank you for your order; it''s on its way through our warehouse.' || char(10, 10) || 'Total: {{total}} ({{lines}} item(s), VAT incl.)' || char(10) || 'Track it: https://shop.example/o/:number?a=1&b=$(ref)' || char(10, 10) || '-- ' || char(10) || 'The shop' || char(10) || 'Görlitzer Straße 12, Berlin' || char(10))),
  ('order_confirmation', 'de', 'Ihre Bestellung {{number}} ist da', ('Guten Tag {{name}},' || char(10, 10) || 'vielen Dank für Ihre Bestellung – wir packen schon.' || char(10, 10) || 'Summe: {{total}}' || char(10, 10) || '-- ' || char(10) || 'Ihr Shop' || char(10) || '„Haus & Garten“' || char(10))),
  ('shipped', 'en', 'Ready, steady …', ('READY' || char(10) || 'STEADY' || char(10) || 'GO' || char(10, 10) || 'Your parcel left us today.' || char(10) || '/' || char(10) || 'The shop team' || char(10))),
  ('shipped', 'pl', 'Paczka w drodze 📦', ('Dzień dobry {{name}},' || char(13, 10, 13, 10) || 'Twoja paczka jest już w drodze;' || char(13, 10) || 'numer: {{tracking}}.' || char(13, 10) || '.' || char(13, 10) || 'Zespół sklepu')),
  ('till_receipt', 'de', 'Kassenbon', (char(9) || 'Kasse 1' || char(10, 9) || '------' || char(10) || '{{lines}}' || char(10, 9) || '======' || char(10, 9) || 'Summe {{total}}' || char(10, 10) || '\\ber2-print\receipts /* Vorlage: C:\Vorlagen\bon.txt */ ''Danke!'' -- "Bis bald"'));
UPDATE migsql_version SET revision = '4e2316eb118a' WHERE revision = 'ef4027880414';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 35/49 upgrade 200fada528d8: deleted rows stay for ninety days
-- migrations/2024-01-16_soft_delete.ts:10
SELECT 'migsql: 35/49 upgrade 200fada528d8 deleted rows stay for ninety days' AS migsql FROM temp.migsql_script WHERE block >= 0;
ALTER TABLE product ADD COLUMN deleted_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE category ADD COLUMN deleted_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE promotion ADD COLUMN deleted_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE review ADD COLUMN deleted_at TIMESTAMP WITH TIME ZONE;
UPDATE migsql_version SET revision = '200fada528d8' WHERE revision = '4e2316eb118a';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 36/49 upgrade 770ead80b8b5: order states
-- migrations/2024-03-25_order_states.ts:4
SELECT 'migsql: 36/49 upgrade 770ead80b8b5 order states' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "sales_order has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "sales_order has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of sales_order, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('sales_order') WHERE name COLLATE NOCASE NOT IN ('id', 'number', 'customer_id', 'state', 'placed_at', 'total', 'note', 'currency_code')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'sales_order' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('ix_sales_order_placed_at'))
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_sales_order (
  id INTEGER NOT NULL,
  number VARCHAR(20) NOT NULL,
  customer_id BIGINT NOT NULL,
  state VARCHAR(20) DEFAULT 'new' NOT NULL,
  placed_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  total NUMERIC(14, 2) DEFAULT 0 NOT NULL,
  note TEXT,
  currency_code VARCHAR(3) DEFAULT 'EUR' NOT NULL,
  CONSTRAINT pk_order PRIMARY KEY (id),
  CONSTRAINT uq_order_number UNIQUE (number),
  CONSTRAINT fk_order_customer FOREIGN KEY (customer_id) REFERENCES customer (id),
  CONSTRAINT fk_order_currency FOREIGN KEY (currency_code) REFERENCES currency (code)
);
INSERT INTO migsql_new_sales_order (id, number, customer_id, state, placed_at, total, note, currency_code) SELECT id, number, customer_id, state, placed_at, total, note, currency_code FROM sales_order;
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
UPDATE sales_order SET state = 'new' WHERE state = 'open';
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "sales_order has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "sales_order has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of sales_order, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('sales_order') WHERE name COLLATE NOCASE NOT IN ('id', 'number', 'customer_id', 'state', 'placed_at', 'total', 'note', 'currency_code')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'sales_order' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('ix_sales_order_placed_at'))
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_sales_order (
  id INTEGER NOT NULL,
  number VARCHAR(20) NOT NULL,
  customer_id BIGINT NOT NULL,
  state VARCHAR(20) DEFAULT 'new' NOT NULL,
  placed_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  total NUMERIC(14, 2) DEFAULT 0 NOT NULL,
  note TEXT,
  currency_code VARCHAR(3) DEFAULT 'EUR' NOT NULL,
  CONSTRAINT pk_order PRIMARY KEY (id),
  CONSTRAINT uq_order_number UNIQUE (number),
  CONSTRAINT fk_order_customer FOREIGN KEY (customer_id) REFERENCES customer (id),
  CONSTRAINT fk_order_currency FOREIGN KEY (currency_code) REFERENCES currency (code),
  CONSTRAINT ck_sales_order_state CHECK (state IN ('new', 'paid', 'packed', 'shipped', 'done', 'cancelled'))
);
INSERT INTO migsql_new_sales_order (id, number, customer_id, state, placed_at, total, note, currency_code) SELECT id, number, customer_id, state, placed_at, total, note, currency_code FROM sales_order;
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
  (SELECT count(*) FROM pragma_table_xinfo('sales_order') WHERE name COLLATE NOCASE NOT IN ('id', 'number', 'customer_id', 'state', 'placed_at', 'total', 'note', 'currency_code')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'sales_order' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('ix_sales_order_placed_at'))
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_sales_order (
  id INTEGER NOT NULL,
  number VARCHAR(20) NOT NULL,
  customer_id BIGINT NOT NULL,
  state VARCHAR(20) DEFAULT 'new' NOT NULL,
  placed_at TIMESTAMP NOT NULL,
  total NUMERIC(14, 2) DEFAULT 0 NOT NULL,
  note TEXT,
  currency_code VARCHAR(3) DEFAULT 'EUR' NOT NULL,
  CONSTRAINT pk_order PRIMARY KEY (id),
  CONSTRAINT uq_order_number UNIQUE (number),
  CONSTRAINT fk_order_customer FOREIGN KEY (customer_id) REFERENCES customer (id),
  CONSTRAINT fk_order_currency FOREIGN KEY (currency_code) REFERENCES currency (code),
  CONSTRAINT ck_sales_order_state CHECK (state IN ('new', 'paid', 'packed', 'shipped', 'done', 'cancelled'))
);
INSERT INTO migsql_new_sales_order (id, number, customer_id, state, placed_at, total, note, currency_code) SELECT id, number, customer_id, state, placed_at, total, note, currency_code FROM sales_order;
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
UPDATE migsql_version SET revision = '770ead80b8b5' WHERE revision = '200fada528d8';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 37/49 upgrade 1565fc00a8a4: prices with four decimals, titles no longer unique
-- migrations/2024-05-13_finer_prices.ts:10
SELECT 'migsql: 37/49 upgrade 1565fc00a8a4 prices with four decimals, titles no longer unique' AS migsql FROM temp.migsql_script WHERE block >= 0;
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
  CONSTRAINT uq_product_title UNIQUE (title),
  CONSTRAINT fk_product_category FOREIGN KEY (category_id) REFERENCES category (id) ON DELETE SET NULL,
  CONSTRAINT uq_product_slug UNIQUE (slug)
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
  unit_price NUMERIC(12, 4) NOT NULL,
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
  CONSTRAINT uq_product_slug UNIQUE (slug)
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
UPDATE migsql_version SET revision = '1565fc00a8a4' WHERE revision = '770ead80b8b5';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 38/49 upgrade f2496a629154: sign-ins
-- migrations/2024-09-02_login_events.ts:8
SELECT 'migsql: 38/49 upgrade f2496a629154 sign-ins' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TABLE login_event (
  id INTEGER NOT NULL,
  customer_id BIGINT NOT NULL,
  ip_address varchar(45),
  user_agent VARCHAR(500),
  succeeded BOOLEAN NOT NULL,
  risk REAL,
  occurred_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
  CONSTRAINT pk_login_event PRIMARY KEY (id),
  CONSTRAINT fk_login_event_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE
);
CREATE INDEX ix_login_event_occurred_at ON login_event (occurred_at DESC);
UPDATE migsql_version SET revision = 'f2496a629154' WHERE revision = '1565fc00a8a4';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 39/49 upgrade 21617ee745e9: comments the auditors asked for
-- migrations/2024-11-04_comments.ts
SELECT 'migsql: 39/49 upgrade 21617ee745e9 comments the auditors asked for' AS migsql FROM temp.migsql_script WHERE block >= 0;
UPDATE migsql_version SET revision = '21617ee745e9' WHERE revision = 'f2496a629154';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 40/49 upgrade 652ad4a05dd7: VAT rates refer to countries
-- migrations/2021-09-21_tax_rates_by_country.ts:9
SELECT 'migsql: 40/49 upgrade 652ad4a05dd7 VAT rates refer to countries' AS migsql FROM temp.migsql_script WHERE block >= 0;
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
  CONSTRAINT pk_tax_rate PRIMARY KEY (country_code, category, valid_from),
  CONSTRAINT fk_tax_rate_country FOREIGN KEY (country_code) REFERENCES country (code)
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
UPDATE migsql_version SET revision = '652ad4a05dd7' WHERE revision = '0cc7be2cb74f';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 41/49 upgrade 89973edcc47e: invoices
-- migrations/2021-10-12_invoices.ts:14
SELECT 'migsql: 41/49 upgrade 89973edcc47e invoices' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TABLE invoice (
  id INTEGER NOT NULL,
  number VARCHAR(20) NOT NULL,
  order_id BIGINT NOT NULL,
  state TEXT DEFAULT 'draft' NOT NULL CONSTRAINT invoice_state CHECK (state IN ('draft', 'sent', 'paid', 'cancelled')),
  issued_on DATE NOT NULL,
  due_on DATE NOT NULL,
  paid_at TIMESTAMP WITH TIME ZONE,
  currency_code VARCHAR(3) NOT NULL,
  total NUMERIC(14, 2) NOT NULL,
  CONSTRAINT pk_invoice PRIMARY KEY (id),
  CONSTRAINT uq_invoice_number UNIQUE (number),
  CONSTRAINT fk_invoice_order FOREIGN KEY (order_id) REFERENCES sales_order (id),
  CONSTRAINT ck_invoice_due_on CHECK (due_on >= issued_on)
);
UPDATE migsql_version SET revision = '89973edcc47e' WHERE revision = '652ad4a05dd7';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 42/49 upgrade 64eb9211cd60: invoice lines
-- migrations/2021-10-13_invoice_lines.ts:8
SELECT 'migsql: 42/49 upgrade 64eb9211cd60 invoice lines' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TABLE invoice_line (
  invoice_id BIGINT NOT NULL,
  line_no SMALLINT NOT NULL,
  title VARCHAR(200) NOT NULL,
  quantity NUMERIC(12, 3) DEFAULT 1 NOT NULL,
  unit_price NUMERIC(12, 4) NOT NULL,
  tax_rate NUMERIC(5, 4) NOT NULL,
  CONSTRAINT pk_invoice_line PRIMARY KEY (invoice_id, line_no),
  CONSTRAINT fk_invoice_line_invoice FOREIGN KEY (invoice_id) REFERENCES invoice (id) ON DELETE CASCADE
);
UPDATE migsql_version SET revision = '64eb9211cd60' WHERE revision = '89973edcc47e';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 43/49 upgrade 1c878c3de7c6: payments
-- migrations/2022-01-17_payments.ts:14
SELECT 'migsql: 43/49 upgrade 1c878c3de7c6 payments' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TABLE payment (
  id INTEGER NOT NULL,
  invoice_id BIGINT NOT NULL,
  kind TEXT NOT NULL CONSTRAINT payment_kind CHECK (kind IN ('card', 'paypal', 'bank_transfer', 'cash')),
  amount NUMERIC(14, 2) NOT NULL,
  received_at TIMESTAMP WITH TIME ZONE NOT NULL,
  provider_reference CHAR(36),
  provider_response TEXT,
  created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
  updated_at TIMESTAMP WITH TIME ZONE,
  CONSTRAINT pk_payment PRIMARY KEY (id),
  CONSTRAINT fk_payment_invoice FOREIGN KEY (invoice_id) REFERENCES invoice (id),
  CONSTRAINT ck_payment_amount CHECK (amount <> 0)
);
UPDATE migsql_version SET revision = '1c878c3de7c6' WHERE revision = '64eb9211cd60';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 44/49 upgrade a5c9bc130ca6: reminders for unpaid invoices
-- migrations/2022-06-08_reminders.ts:8
SELECT 'migsql: 44/49 upgrade a5c9bc130ca6 reminders for unpaid invoices' AS migsql FROM temp.migsql_script WHERE block >= 0;
ALTER TABLE invoice ADD COLUMN reminder_level SMALLINT DEFAULT 0 NOT NULL;
ALTER TABLE invoice ADD COLUMN reminded_on DATE;
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
  CONSTRAINT ck_invoice_due_on CHECK (due_on >= issued_on),
  CONSTRAINT ck_invoice_reminder_level CHECK (reminder_level BETWEEN 0 AND 3)
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
UPDATE migsql_version SET revision = 'a5c9bc130ca6' WHERE revision = '1c878c3de7c6';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 45/49 upgrade aff07711ae8e: payment methods as a table, not an enum
-- migrations/2023-09-18_payment_methods.ts:15
SELECT 'migsql: 45/49 upgrade aff07711ae8e payment methods as a table, not an enum' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE TABLE payment_method (
  code VARCHAR(20) NOT NULL,
  title VARCHAR(80) NOT NULL,
  fee_percent NUMERIC(5, 2) DEFAULT 0 NOT NULL,
  active BOOLEAN DEFAULT 1 NOT NULL,
  CONSTRAINT pk_payment_method PRIMARY KEY (code)
);
INSERT INTO payment_method (code, title, fee_percent, active) VALUES
  ('card', 'Credit or debit card', 1.40, 1),
  ('paypal', 'PayPal', 2.49, 1),
  ('bank_transfer', 'Überweisung / bank transfer', 0.00, 1),
  ('cash', 'Cash (till only)', 0.00, 1),
  ('twint', 'TWINT', 1.30, 0);
ALTER TABLE payment ADD COLUMN method_code VARCHAR(20);
UPDATE payment SET method_code = kind;
CREATE TEMP TABLE migsql_guard (
  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is made anew" CHECK (enforced = 0),
  unknown_columns INTEGER CONSTRAINT "payment has a column that no op made, and would lose it" CHECK (unknown_columns = 0),
  unknown_objects INTEGER CONSTRAINT "payment has an index or a trigger that no op made, and would lose it" CHECK (unknown_objects = 0),
  violations INTEGER CONSTRAINT "foreign keys of payment, or to it, are violated" CHECK (violations = 0)
);
INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)
SELECT foreign_keys,
  (SELECT count(*) FROM pragma_table_xinfo('payment') WHERE name COLLATE NOCASE NOT IN ('id', 'invoice_id', 'kind', 'amount', 'received_at', 'provider_reference', 'provider_response', 'created_at', 'updated_at', 'method_code')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'payment' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL)
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_payment (
  id INTEGER NOT NULL,
  invoice_id BIGINT NOT NULL,
  kind TEXT NOT NULL CONSTRAINT payment_kind CHECK (kind IN ('card', 'paypal', 'bank_transfer', 'cash')),
  amount NUMERIC(14, 2) NOT NULL,
  received_at TIMESTAMP WITH TIME ZONE NOT NULL,
  provider_reference CHAR(36),
  provider_response TEXT,
  created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
  updated_at TIMESTAMP WITH TIME ZONE,
  method_code VARCHAR(20) NOT NULL,
  CONSTRAINT pk_payment PRIMARY KEY (id),
  CONSTRAINT fk_payment_invoice FOREIGN KEY (invoice_id) REFERENCES invoice (id),
  CONSTRAINT ck_payment_amount CHECK (amount <> 0)
);
INSERT INTO migsql_new_payment (id, invoice_id, kind, amount, received_at, provider_reference, provider_response, created_at, updated_at, method_code) SELECT id, invoice_id, kind, amount, received_at, provider_reference, provider_response, created_at, updated_at, method_code FROM payment;
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
  (SELECT count(*) FROM pragma_table_xinfo('payment') WHERE name COLLATE NOCASE NOT IN ('id', 'invoice_id', 'kind', 'amount', 'received_at', 'provider_reference', 'provider_response', 'created_at', 'updated_at', 'method_code')),
  (SELECT count(*) FROM sqlite_master WHERE tbl_name = 'payment' COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL)
FROM pragma_foreign_keys;
CREATE TABLE migsql_new_payment (
  id INTEGER NOT NULL,
  invoice_id BIGINT NOT NULL,
  kind TEXT NOT NULL CONSTRAINT payment_kind CHECK (kind IN ('card', 'paypal', 'bank_transfer', 'cash')),
  amount NUMERIC(14, 2) NOT NULL,
  received_at TIMESTAMP WITH TIME ZONE NOT NULL,
  provider_reference CHAR(36),
  provider_response TEXT,
  created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
  updated_at TIMESTAMP WITH TIME ZONE,
  method_code VARCHAR(20) NOT NULL,
  CONSTRAINT pk_payment PRIMARY KEY (id),
  CONSTRAINT fk_payment_invoice FOREIGN KEY (invoice_id) REFERENCES invoice (id),
  CONSTRAINT ck_payment_amount CHECK (amount <> 0),
  CONSTRAINT fk_payment_method FOREIGN KEY (method_code) REFERENCES payment_method (code)
);
INSERT INTO migsql_new_payment (id, invoice_id, kind, amount, received_at, provider_reference, provider_response, created_at, updated_at, method_code) SELECT id, invoice_id, kind, amount, received_at, provider_reference, provider_response, created_at, updated_at, method_code FROM payment;
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
ALTER TABLE payment DROP COLUMN kind;
UPDATE migsql_version SET revision = 'aff07711ae8e' WHERE revision = 'a5c9bc130ca6';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 46/49 upgrade 40b98662ef5a: find unpaid invoices fast
-- migrations/2024-02-12_unpaid_invoices.ts:3
SELECT 'migsql: 46/49 upgrade 40b98662ef5a find unpaid invoices fast' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE INDEX ix_invoice_unpaid ON invoice (due_on) WHERE paid_at IS NULL;
UPDATE migsql_version SET revision = '40b98662ef5a' WHERE revision = 'aff07711ae8e';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 47/49 upgrade dde8be449d7f: merge billing
-- migrations/2025-02-10_merge_billing.ts:12
SELECT 'migsql: 47/49 upgrade dde8be449d7f merge billing' AS migsql FROM temp.migsql_script WHERE block >= 0;
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
  CONSTRAINT ck_invoice_reminder_level CHECK (reminder_level BETWEEN 0 AND 3),
  CONSTRAINT fk_invoice_currency FOREIGN KEY (currency_code) REFERENCES currency (code)
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
DELETE FROM migsql_version WHERE revision = '21617ee745e9';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;
UPDATE migsql_version SET revision = 'dde8be449d7f' WHERE revision = '40b98662ef5a';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 48/49 upgrade 360b2a79be25: view of overdue invoices
-- migrations/2025-04-07_overdue_invoices.sql:32
SELECT 'migsql: 48/49 upgrade 360b2a79be25 view of overdue invoices' AS migsql FROM temp.migsql_script WHERE block >= 0;
CREATE VIEW overdue_invoice AS
SELECT i.id, i.number, i.total, i.reminder_level,
       CAST(julianday(date('now')) - julianday(i.due_on) AS integer) AS days_overdue
FROM invoice i
WHERE i.paid_at IS NULL AND i.due_on < date('now');
UPDATE migsql_version SET revision = '360b2a79be25' WHERE revision = 'dde8be449d7f';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;

-- 49/49 upgrade c4e01ec1d4be: drop notes of orders
-- migrations/2025-09-15_drop_order_notes.ts:8
SELECT 'migsql: 49/49 upgrade c4e01ec1d4be drop notes of orders' AS migsql FROM temp.migsql_script WHERE block >= 0;
ALTER TABLE sales_order DROP COLUMN note;
UPDATE migsql_version SET revision = 'c4e01ec1d4be' WHERE revision = '360b2a79be25';
INSERT OR ROLLBACK INTO temp.migsql_must (version) SELECT changes() = 1;
UPDATE temp.migsql_script SET block = 1;
COMMIT;

SELECT 'migsql: OK base -> c4e01ec1d4be' AS migsql FROM temp.migsql_script WHERE block = 1;
DROP TABLE temp.migsql_script;
DROP TABLE temp.migsql_must;

-- end: c4e01ec1d4be
