-- migsql 0.1.0: upgrade script for PostgreSQL
--
-- from    base
-- to      c4e01ec1d4be
-- steps   49
-- server  PostgreSQL 13 or later
-- atomic  NO: 1 part must run outside a transaction, and what stands before is committed first
-- waits   for a lock 5 s, for a statement no limit
-- render  migsql render base:c4e01ec1d4be --dialect postgresql --transaction script --client psql
-- run     psql -X -v ON_ERROR_STOP=1 -d DATABASE -f FILE
--
-- if it stops
--   block 1 (transaction, steps 1 to 17): nothing of it is there; the version table holds base; then run base:c4e01ec1d4be
--   block 2 (statement, step 18): nothing of it is there but perhaps index ix_sales_order_placed_at, marked invalid: drop it before the script runs again; the version table holds 0cc7be2cb74f, d2156a5519d4; then run 0cc7be2cb74f,d2156a5519d4:c4e01ec1d4be
--   block 3 (transaction, step 18): nothing of it is there; the version table holds 0cc7be2cb74f, d2156a5519d4; revision 6557269ccbd7 is there in part; then run 0cc7be2cb74f,d2156a5519d4:c4e01ec1d4be
--   block 4 (transaction, steps 19 to 49): nothing of it is there; the version table holds 0cc7be2cb74f, 6557269ccbd7; then run 0cc7be2cb74f,6557269ccbd7:c4e01ec1d4be
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

\set ON_ERROR_STOP on
\set AUTOCOMMIT on
\set ON_ERROR_ROLLBACK off
\set SINGLELINE off
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET default_transaction_isolation = 'read committed';
SET default_transaction_read_only = off;
SET lock_timeout = '5s';
SET statement_timeout = '0s';
-- one run at a time, until the session ends; asked again and again, since a session that waits in the lock's queue
-- would stop CREATE INDEX CONCURRENTLY
SET migsql.block = 'stopped';
SET migsql.lock = 'free';
DO $migsql$ BEGIN
  FOR attempt IN 0 .. 5 * 10 LOOP
    IF pg_try_advisory_lock(2436609518079099786) THEN
      PERFORM set_config('migsql.block', '0', false), set_config('migsql.lock', 'held', false);
      RETURN;
    END IF;
    PERFORM pg_sleep(0.1);
  END LOOP;
  RAISE WARNING 'migsql: another run of a script is under way; nothing is changed';
  PERFORM set_config('default_transaction_read_only', 'on', false);
END $migsql$;
DO $migsql$ BEGIN
  IF current_setting('migsql.block') = 'stopped' THEN
    RAISE EXCEPTION 'migsql: stopped before the first change';
  END IF;
END $migsql$;

-- 1/49 upgrade 0cc7be2cb74f: VAT rates
-- migrations/2021-09-14_tax_rates.ts:10
\echo 'migsql: 1/49 upgrade 0cc7be2cb74f VAT rates'
DO $migsql$
DECLARE
  found text := 'base';
  wrong text;
BEGIN
  IF current_setting('migsql.block') <> '0' THEN
    wrong := 'block 0 did not end';
  END IF;
  IF wrong IS NOT NULL THEN
    RAISE WARNING 'migsql: block 1 is not run: %', wrong;
    PERFORM set_config('default_transaction_read_only', 'on', false), set_config('migsql.block', 'stopped', false);
  END IF;
END $migsql$;
DO $migsql$ BEGIN
  IF current_setting('migsql.block') = 'stopped' THEN
    RAISE EXCEPTION 'migsql: stopped before block 1';
  END IF;
END $migsql$;
BEGIN;
DO $migsql$
DECLARE
  found text := 'base';
BEGIN
  IF to_regclass('migsql_version') IS NOT NULL THEN
    SELECT coalesce(string_agg(revision, ', ' ORDER BY revision COLLATE "C"), 'base')
      INTO found FROM migsql_version;
  END IF;
  IF current_setting('migsql.block') <> '0' THEN
    RAISE EXCEPTION 'migsql: stopped before block 1';
  END IF;
  IF found <> 'base' THEN
    RAISE EXCEPTION 'migsql: block 1 starts at [%], but the version table holds [%]', 'base', found;
  END IF;
END $migsql$;
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
COMMENT ON TABLE tax_rate IS 'VAT by country and category; a rate holds until the next one begins';
COMMENT ON COLUMN tax_rate.rate IS '0.19 is 19 %';
INSERT INTO tax_rate (country_code, category, valid_from, rate) VALUES
  ('AT', 'standard', DATE '1995-01-01', 0.2000),
  ('AT', 'books', DATE '1995-01-01', 0.1000),
  ('DE', 'standard', DATE '2007-01-01', 0.1900),
  ('DE', 'standard', DATE '2020-07-01', 0.1600),
  ('DE', 'standard', DATE '2021-01-01', 0.1900),
  ('DE', 'books', DATE '2007-01-01', 0.0700),
  ('DE', 'books', DATE '2020-07-01', 0.0500),
  ('DE', 'books', DATE '2021-01-01', 0.0700),
  ('FR', 'standard', DATE '2014-01-01', 0.2000),
  ('FR', 'books', DATE '2012-04-01', 0.0550);
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  INSERT INTO migsql_version (revision) VALUES ('0cc7be2cb74f');
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '0cc7be2cb74f';
  END IF;
END $migsql$;

-- 2/49 upgrade 46208f329e80: customers
-- migrations/2021-02-08_customers.ts:8
\echo 'migsql: 2/49 upgrade 46208f329e80 customers'
CREATE TABLE customer (
  id BIGINT GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  email VARCHAR(254) NOT NULL,
  full_name VARCHAR(120) NOT NULL,
  phone VARCHAR(20),
  street VARCHAR(200),
  postal_code VARCHAR(12),
  city VARCHAR(120),
  newsletter BOOLEAN DEFAULT FALSE NOT NULL,
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  CONSTRAINT pk_customer PRIMARY KEY (id)
);
COMMENT ON TABLE customer IS 'who buys; one row per account, the shop''s own till included';
COMMENT ON COLUMN customer.email IS 'login, and where mails go';
INSERT INTO customer (email, full_name, street, postal_code, city) VALUES
  ('Kasse1@Shop.example', 'Laufkundschaft („Kasse 1“)', 'Görlitzer Straße 12', '10997', 'Berlin');
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  INSERT INTO migsql_version (revision) VALUES ('46208f329e80');
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '46208f329e80';
  END IF;
END $migsql$;

-- 3/49 upgrade 87eaadc72834: products and categories
-- migrations/2021-02-09_products_and_categories.ts:8
\echo 'migsql: 3/49 upgrade 87eaadc72834 products and categories'
CREATE TABLE category (
  id BIGINT GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  slug VARCHAR(60) NOT NULL,
  title VARCHAR(120) NOT NULL,
  parent_id BIGINT,
  CONSTRAINT pk_category PRIMARY KEY (id),
  CONSTRAINT uq_category_slug UNIQUE (slug),
  CONSTRAINT fk_category_parent FOREIGN KEY (parent_id) REFERENCES category (id)
);
CREATE TABLE product (
  id BIGINT GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  sku VARCHAR(40) NOT NULL,
  title VARCHAR(200) NOT NULL,
  description TEXT,
  price NUMERIC(8, 2) NOT NULL,
  weight_kg DOUBLE PRECISION,
  active BOOLEAN DEFAULT TRUE NOT NULL,
  category_id BIGINT,
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  CONSTRAINT pk_product PRIMARY KEY (id),
  CONSTRAINT uq_product_sku UNIQUE (sku),
  CONSTRAINT uq_product_title UNIQUE (title),
  CONSTRAINT fk_product_category FOREIGN KEY (category_id) REFERENCES category (id) ON DELETE SET NULL
);
COMMENT ON COLUMN product.sku IS 'stock keeping unit, as on the label';
COMMENT ON COLUMN product.price IS 'gross, EUR';
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '87eaadc72834' WHERE revision = '46208f329e80';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '87eaadc72834';
  END IF;
END $migsql$;

-- 4/49 upgrade 36117b4e8019: orders
-- migrations/2021-02-17_orders.ts:8
\echo 'migsql: 4/49 upgrade 36117b4e8019 orders'
CREATE TABLE "order" (
  id BIGINT GENERATED BY DEFAULT AS IDENTITY NOT NULL,
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
COMMENT ON COLUMN "order".number IS 'as printed on the customer''s mail';
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
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '36117b4e8019' WHERE revision = '87eaadc72834';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '36117b4e8019';
  END IF;
END $migsql$;

-- 5/49 upgrade 1ddf68950622: currencies
-- migrations/2021-03-01_currencies.ts:29
\echo 'migsql: 5/49 upgrade 1ddf68950622 currencies'
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
ALTER TABLE "order" ADD CONSTRAINT fk_order_currency FOREIGN KEY (currency_code) REFERENCES currency (code);
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '1ddf68950622' WHERE revision = '36117b4e8019';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '1ddf68950622';
  END IF;
END $migsql$;

-- 6/49 upgrade 0d7395f9f06e: countries we ship to
-- migrations/2021-03-22_countries.ts:11
\echo 'migsql: 6/49 upgrade 0d7395f9f06e countries we ship to'
CREATE TABLE country (
  code VARCHAR(2) NOT NULL,
  title VARCHAR(80) NOT NULL,
  native_title VARCHAR(80) NOT NULL,
  postal_code_pattern VARCHAR(120),
  eu_member BOOLEAN NOT NULL,
  eu_since DATE,
  CONSTRAINT pk_country PRIMARY KEY (code)
);
COMMENT ON TABLE country IS 'where parcels may go';
COMMENT ON COLUMN country.code IS 'ISO 3166-1 alpha-2';
COMMENT ON COLUMN country.postal_code_pattern IS 'regular expression; none: anything goes';
INSERT INTO country (code, title, native_title, postal_code_pattern, eu_member, eu_since) VALUES
  ('AT', 'Austria', 'Österreich', '^\d{4}$', TRUE, DATE '1995-01-01'),
  ('AX', 'Åland Islands', 'Åland', '^22\d{3}$', TRUE, DATE '1995-01-01'),
  ('BE', 'Belgium', 'België / Belgique / Belgien', '^\d{4}$', TRUE, DATE '1958-01-01'),
  ('BG', 'Bulgaria', 'България', '^\d{4}$', TRUE, DATE '2007-01-01'),
  ('CH', 'Switzerland', 'Schweiz · Suisse · Svizzera · Svizra', '^[1-9]\d{3}$', FALSE, NULL),
  ('CI', 'Côte d''Ivoire', 'Côte d’Ivoire', NULL, FALSE, NULL),
  ('CW', 'Curaçao', 'Kòrsou', NULL, FALSE, NULL),
  ('CZ', 'Czechia', 'Česko', '^\d{3}\s?\d{2}$', TRUE, DATE '2004-05-01'),
  ('DE', 'Germany', 'Deutschland', '^\d{5}$', TRUE, DATE '1958-01-01'),
  ('DK', 'Denmark', 'Danmark', '^\d{4}$', TRUE, DATE '1973-01-01'),
  ('ES', 'Spain', 'España', '^(?:0[1-9]|[1-4]\d|5[0-2])\d{3}$', TRUE, DATE '1986-01-01'),
  ('FR', 'France', 'France', '^\d{2}\s?\d{3}$', TRUE, DATE '1958-01-01'),
  ('GB', 'United Kingdom', 'United Kingdom', '^GIR ?0AA|(?:[A-Z]{1,2}\d[A-Z\d]?) ?\d[A-Z]{2}$', FALSE, NULL),
  ('GR', 'Greece', 'Ελλάδα', '^\d{3}\s?\d{2}$', TRUE, DATE '1981-01-01'),
  ('IE', 'Ireland', 'Éire', '^[\dA-Z]{3} ?[\dA-Z]{4}$', TRUE, DATE '1973-01-01'),
  ('IL', 'Israel', 'ישראל', '^\d{7}$', FALSE, NULL),
  ('JP', 'Japan', '日本', '^\d{3}-\d{4}$', FALSE, NULL),
  ('PL', 'Poland', 'Polska', '^\d{2}-\d{3}$', TRUE, DATE '2004-05-01'),
  ('RE', 'Réunion', 'La Réunion', '^974\d{2}$', TRUE, DATE '1958-01-01'),
  ('SE', 'Sweden', 'Sverige', '^\d{3} ?\d{2}$', TRUE, DATE '1995-01-01'),
  ('TN', 'Tunisia', 'تونس', '^\d{4}$', FALSE, NULL),
  ('US', 'United States', 'United States', '^\d{5}(-\d{4})?$', FALSE, NULL);
ALTER TABLE customer ADD COLUMN country_code VARCHAR(2);
ALTER TABLE customer ADD CONSTRAINT fk_customer_country FOREIGN KEY (country_code) REFERENCES country (code);
UPDATE customer SET country_code = 'DE' WHERE street IS NOT NULL;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '0d7395f9f06e' WHERE revision = '1ddf68950622';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '0d7395f9f06e';
  END IF;
END $migsql$;

-- 7/49 upgrade 6758cf2b92be: e-mail addresses in lower case
-- migrations/2021-04-06_lower_case_emails.sql:8
\echo 'migsql: 7/49 upgrade 6758cf2b92be e-mail addresses in lower case'
UPDATE customer SET email = lower(email);
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '6758cf2b92be' WHERE revision = '0d7395f9f06e';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '6758cf2b92be';
  END IF;
END $migsql$;

-- 8/49 upgrade 1cc4c30c1f8a: one account per e-mail address
-- migrations/2021-04-07_unique_emails.ts:7
\echo 'migsql: 8/49 upgrade 1cc4c30c1f8a one account per e-mail address'
ALTER TABLE customer ADD CONSTRAINT uq_customer_email UNIQUE (email);
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '1cc4c30c1f8a' WHERE revision = '6758cf2b92be';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '1cc4c30c1f8a';
  END IF;
END $migsql$;

-- 9/49 upgrade 0cd4b8651c52: newsletter subscriptions of their own
-- migrations/2021-05-18_newsletter.ts:13
\echo 'migsql: 9/49 upgrade 0cd4b8651c52 newsletter subscriptions of their own'
CREATE TABLE newsletter_subscription (
  email VARCHAR(254) NOT NULL,
  confirmed BOOLEAN DEFAULT FALSE NOT NULL,
  subscribed_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  CONSTRAINT pk_newsletter_subscription PRIMARY KEY (email)
);
INSERT INTO newsletter_subscription (email, confirmed, subscribed_at)
      SELECT email, TRUE, created_at FROM customer WHERE newsletter = TRUE;
ALTER TABLE customer DROP COLUMN newsletter;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '0cd4b8651c52' WHERE revision = '1cc4c30c1f8a';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '0cd4b8651c52';
  END IF;
END $migsql$;

-- 10/49 upgrade ba98f9e3b99d: order becomes sales_order
-- migrations/2021-06-30_rename_order.ts:9
\echo 'migsql: 10/49 upgrade ba98f9e3b99d order becomes sales_order'
ALTER TABLE "order" RENAME TO sales_order;
COMMENT ON TABLE sales_order IS 'what a customer ordered; ''order'' until June 2021';
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = 'ba98f9e3b99d' WHERE revision = '0cd4b8651c52';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'ba98f9e3b99d';
  END IF;
END $migsql$;

-- 11/49 upgrade e3fa8f544d98: display names, longer phone numbers
-- migrations/2021-08-11_customer_names_and_phones.ts:9
\echo 'migsql: 11/49 upgrade e3fa8f544d98 display names, longer phone numbers'
COMMENT ON COLUMN customer.full_name IS 'person or company, as on the parcel';
ALTER TABLE customer RENAME COLUMN full_name TO display_name;
ALTER TABLE customer ALTER COLUMN phone TYPE VARCHAR(32);
ALTER TABLE customer ALTER COLUMN postal_code TYPE VARCHAR(16);
COMMENT ON COLUMN customer.postal_code IS 'checked against the country';
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = 'e3fa8f544d98' WHERE revision = 'ba98f9e3b99d';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'e3fa8f544d98';
  END IF;
END $migsql$;

-- 12/49 upgrade aef3edab6b4a: larger order totals
-- migrations/2021-10-04_larger_totals.ts:9
\echo 'migsql: 12/49 upgrade aef3edab6b4a larger order totals'
ALTER TABLE sales_order ALTER COLUMN total TYPE NUMERIC(14, 2);
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = 'aef3edab6b4a' WHERE revision = 'e3fa8f544d98';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'aef3edab6b4a';
  END IF;
END $migsql$;

-- 13/49 upgrade 7b9ae6c60c73: gift cards for Christmas
-- migrations/2021-11-22_gift_cards.ts:14
\echo 'migsql: 13/49 upgrade 7b9ae6c60c73 gift cards for Christmas'
INSERT INTO product (sku, title, description, price) VALUES
  ('GIFT-25', 'Gift card „25 €“', E'Worth €25.\n\nUse it in the store or online; it''s valid for 3 years.\nTerms: \\\\files\\gift.pdf', 25.00),
  ('GIFT-50', 'Gift card „50 €“', E'Worth €50.\n\nUse it in the store or online; it''s valid for 3 years.\nTerms: \\\\files\\gift.pdf', 50.00),
  ('GIFT-100', 'Gift card „100 €“', E'Worth €100.\n\nUse it in the store or online; it''s valid for 3 years.\nTerms: \\\\files\\gift.pdf', 100.00);
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '7b9ae6c60c73' WHERE revision = 'aef3edab6b4a';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '7b9ae6c60c73';
  END IF;
END $migsql$;

-- 14/49 upgrade 92081823d745: product slugs
-- migrations/2022-02-02_product_slugs.ts:9
\echo 'migsql: 14/49 upgrade 92081823d745 product slugs'
ALTER TABLE product ADD COLUMN slug VARCHAR(80);
COMMENT ON COLUMN product.slug IS 'in the address: /p/gift-25';
UPDATE product SET slug = lower(sku);
ALTER TABLE product ALTER COLUMN slug SET NOT NULL;
ALTER TABLE product ADD CONSTRAINT uq_product_slug UNIQUE (slug);
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '92081823d745' WHERE revision = '7b9ae6c60c73';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '92081823d745';
  END IF;
END $migsql$;

-- 15/49 upgrade ea96785f4d97: product images
-- migrations/2022-03-15_product_images.ts:15
\echo 'migsql: 15/49 upgrade ea96785f4d97 product images'
CREATE TABLE product_image (
  id BIGINT GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  product_id BIGINT NOT NULL,
  sort_order SMALLINT DEFAULT 0 NOT NULL,
  content_type VARCHAR(60) NOT NULL,
  content BYTEA NOT NULL,
  sha256 BYTEA,
  CONSTRAINT pk_product_image PRIMARY KEY (id),
  CONSTRAINT fk_product_image_product FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE
);
INSERT INTO product_image (product_id, content_type, content)
        SELECT id, 'image/gif', '\x47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b'::bytea FROM product;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = 'ea96785f4d97' WHERE revision = '92081823d745';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'ea96785f4d97';
  END IF;
END $migsql$;

-- 16/49 upgrade 19533672927f: reviews
-- migrations/2022-04-28_reviews.ts:8
\echo 'migsql: 16/49 upgrade 19533672927f reviews'
CREATE TABLE review (
  id BIGINT GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  product_id BIGINT NOT NULL,
  customer_id BIGINT,
  stars SMALLINT NOT NULL,
  title VARCHAR(120),
  body TEXT,
  approved BOOLEAN DEFAULT FALSE NOT NULL,
  written_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
  CONSTRAINT pk_review PRIMARY KEY (id),
  CONSTRAINT fk_review_product FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE,
  CONSTRAINT fk_review_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE SET NULL,
  CONSTRAINT ck_review_stars CHECK (stars BETWEEN 1 AND 5)
);
COMMENT ON TABLE review IS 'shown once approved';
COMMENT ON COLUMN review.customer_id IS 'empty once the account is deleted (GDPR, art. 17)';
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '19533672927f' WHERE revision = 'ea96785f4d97';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '19533672927f';
  END IF;
END $migsql$;

-- 17/49 upgrade d2156a5519d4: categories in three languages
-- migrations/2022-07-12_category_translations.ts:36
\echo 'migsql: 17/49 upgrade d2156a5519d4 categories in three languages'
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
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = 'd2156a5519d4' WHERE revision = '19533672927f';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'd2156a5519d4';
  END IF;
END $migsql$;
SET migsql.block = '1';
COMMIT;

-- 18/49 upgrade 6557269ccbd7: orders by time
-- migrations/2022-10-05_orders_by_time.ts:9
\echo 'migsql: 18/49 upgrade 6557269ccbd7 orders by time'
DO $migsql$
DECLARE
  found text := 'base';
  wrong text;
BEGIN
  IF current_setting('migsql.block') <> '1' THEN
    wrong := 'block 1 did not end';
  ELSE
    IF to_regclass('migsql_version') IS NOT NULL THEN
      SELECT coalesce(string_agg(revision, ', ' ORDER BY revision COLLATE "C"), 'base')
        INTO found FROM migsql_version;
    END IF;
    IF found <> '0cc7be2cb74f, d2156a5519d4' THEN
      wrong := format('it starts at [%s], but the version table holds [%s]', '0cc7be2cb74f, d2156a5519d4', found);
    END IF;
  END IF;
  -- else nothing would tell afterwards whether the statement took effect
  IF wrong IS NULL AND EXISTS (SELECT FROM pg_index JOIN pg_class ON pg_class.oid = pg_index.indexrelid WHERE pg_index.indrelid = to_regclass('sales_order') AND pg_class.relname = 'ix_sales_order_placed_at' AND pg_index.indisvalid) THEN
    wrong := 'what it makes is there already';
  END IF;
  IF wrong IS NOT NULL THEN
    RAISE WARNING 'migsql: block 2 is not run: %', wrong;
    PERFORM set_config('default_transaction_read_only', 'on', false), set_config('migsql.block', 'stopped', false);
  END IF;
END $migsql$;
DO $migsql$ BEGIN
  IF current_setting('migsql.block') = 'stopped' THEN
    RAISE EXCEPTION 'migsql: stopped before block 2';
  END IF;
END $migsql$;
CREATE INDEX CONCURRENTLY ix_sales_order_placed_at ON sales_order (placed_at, state);
DO $migsql$ BEGIN
  IF current_setting('migsql.block') = '1' AND EXISTS (SELECT FROM pg_index JOIN pg_class ON pg_class.oid = pg_index.indexrelid WHERE pg_index.indrelid = to_regclass('sales_order') AND pg_class.relname = 'ix_sales_order_placed_at' AND pg_index.indisvalid) THEN
    PERFORM set_config('migsql.block', '2', false);
  ELSE
    RAISE EXCEPTION USING MESSAGE = 'migsql: block 2 did not take effect' || '; it may have left index ix_sales_order_placed_at, marked invalid: drop it before the script runs again';
  END IF;
END $migsql$;
DO $migsql$
DECLARE
  found text := 'base';
  wrong text;
BEGIN
  IF current_setting('migsql.block') <> '2' THEN
    wrong := 'block 2 did not end';
  END IF;
  IF wrong IS NOT NULL THEN
    RAISE WARNING 'migsql: block 3 is not run: %', wrong;
    PERFORM set_config('default_transaction_read_only', 'on', false), set_config('migsql.block', 'stopped', false);
  END IF;
END $migsql$;
DO $migsql$ BEGIN
  IF current_setting('migsql.block') = 'stopped' THEN
    RAISE EXCEPTION 'migsql: stopped before block 3';
  END IF;
END $migsql$;
BEGIN;
DO $migsql$
DECLARE
  found text := 'base';
BEGIN
  IF to_regclass('migsql_version') IS NOT NULL THEN
    SELECT coalesce(string_agg(revision, ', ' ORDER BY revision COLLATE "C"), 'base')
      INTO found FROM migsql_version;
  END IF;
  IF current_setting('migsql.block') <> '2' THEN
    RAISE EXCEPTION 'migsql: stopped before block 3';
  END IF;
  IF found <> '0cc7be2cb74f, d2156a5519d4' THEN
    RAISE EXCEPTION 'migsql: block 3 starts at [%], but the version table holds [%]', '0cc7be2cb74f, d2156a5519d4', found;
  END IF;
END $migsql$;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '6557269ccbd7' WHERE revision = 'd2156a5519d4';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '6557269ccbd7';
  END IF;
END $migsql$;
SET migsql.block = '3';
COMMIT;

-- 19/49 upgrade a28bcdf6e598: promotions
-- migrations/2022-12-01_promotions.ts:10
\echo 'migsql: 19/49 upgrade a28bcdf6e598 promotions'
DO $migsql$
DECLARE
  found text := 'base';
  wrong text;
BEGIN
  IF current_setting('migsql.block') <> '3' THEN
    wrong := 'block 3 did not end';
  END IF;
  IF wrong IS NOT NULL THEN
    RAISE WARNING 'migsql: block 4 is not run: %', wrong;
    PERFORM set_config('default_transaction_read_only', 'on', false), set_config('migsql.block', 'stopped', false);
  END IF;
END $migsql$;
DO $migsql$ BEGIN
  IF current_setting('migsql.block') = 'stopped' THEN
    RAISE EXCEPTION 'migsql: stopped before block 4';
  END IF;
END $migsql$;
BEGIN;
DO $migsql$
DECLARE
  found text := 'base';
BEGIN
  IF to_regclass('migsql_version') IS NOT NULL THEN
    SELECT coalesce(string_agg(revision, ', ' ORDER BY revision COLLATE "C"), 'base')
      INTO found FROM migsql_version;
  END IF;
  IF current_setting('migsql.block') <> '3' THEN
    RAISE EXCEPTION 'migsql: stopped before block 4';
  END IF;
  IF found <> '0cc7be2cb74f, 6557269ccbd7' THEN
    RAISE EXCEPTION 'migsql: block 4 starts at [%], but the version table holds [%]', '0cc7be2cb74f, 6557269ccbd7', found;
  END IF;
END $migsql$;
CREATE TABLE promotion (
  code VARCHAR(40) NOT NULL,
  title VARCHAR(120) NOT NULL,
  discount_percent NUMERIC(5, 2) NOT NULL,
  starts_on DATE NOT NULL,
  ends_on DATE,
  max_uses BIGINT DEFAULT 9223372036854775807 NOT NULL,
  condition JSONB,
  CONSTRAINT pk_promotion PRIMARY KEY (code),
  CONSTRAINT ck_promotion_dates CHECK (ends_on >= starts_on),
  CONSTRAINT ck_promotion_discount CHECK (discount_percent BETWEEN 0 AND 100)
);
COMMENT ON COLUMN promotion.condition IS 'what a basket must hold';
INSERT INTO promotion (code, title, discount_percent, starts_on, ends_on, max_uses, condition) VALUES
  ('XMAS22', 'Santa''s 15 % — ho ho ho 🎅', 15.00, DATE '2022-12-01', DATE '2022-12-24', 5000, '{"minTotal":49.9,"categories":["lighting"],"text":"from 49,90 € — \"while stock lasts\""}'::jsonb),
  ('FRIENDS', 'Friends & family', 20.00, DATE '2023-01-01', NULL, 9223372036854775807, NULL);
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = 'a28bcdf6e598' WHERE revision = '6557269ccbd7';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'a28bcdf6e598';
  END IF;
END $migsql$;

-- 20/49 upgrade 33e76c107f09: wishlists
-- migrations/2023-02-14_wishlists.ts:9
\echo 'migsql: 20/49 upgrade 33e76c107f09 wishlists'
CREATE TABLE wishlist (
  id BIGINT GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  public_id UUID DEFAULT gen_random_uuid() NOT NULL,
  customer_id BIGINT NOT NULL,
  title VARCHAR(80) DEFAULT 'My wishlist' NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
  updated_at TIMESTAMP WITH TIME ZONE,
  CONSTRAINT pk_wishlist PRIMARY KEY (id),
  CONSTRAINT uq_wishlist_public_id UNIQUE (public_id),
  CONSTRAINT fk_wishlist_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE
);
COMMENT ON COLUMN wishlist.public_id IS 'for links sent to friends';
CREATE TABLE wishlist_item (
  wishlist_id BIGINT NOT NULL,
  product_id BIGINT NOT NULL,
  wish VARCHAR(500),
  CONSTRAINT pk_wishlist_item PRIMARY KEY (wishlist_id, product_id),
  CONSTRAINT fk_wishlist_item_wishlist FOREIGN KEY (wishlist_id) REFERENCES wishlist (id) ON DELETE CASCADE,
  CONSTRAINT fk_wishlist_item_product FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE
);
COMMENT ON COLUMN wishlist_item.wish IS '"the blue one, please"';
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '33e76c107f09' WHERE revision = 'a28bcdf6e598';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '33e76c107f09';
  END IF;
END $migsql$;

-- 21/49 upgrade c82c0dc320b7: warehouses
-- migrations/2022-01-10_warehouses.ts:10
\echo 'migsql: 21/49 upgrade c82c0dc320b7 warehouses'
CREATE TABLE warehouse (
  code VARCHAR(8) NOT NULL,
  title VARCHAR(80) NOT NULL,
  latitude DOUBLE PRECISION,
  longitude DOUBLE PRECISION,
  label_printer VARCHAR(120),
  active BOOLEAN DEFAULT TRUE NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
  updated_at TIMESTAMP WITH TIME ZONE,
  CONSTRAINT pk_warehouse PRIMARY KEY (code)
);
COMMENT ON COLUMN warehouse.label_printer IS 'UNC path';
INSERT INTO warehouse (code, title, latitude, longitude, label_printer) VALUES
  ('BER1', 'Großbeeren', 52.3576, 13.3089, '\\ber1-print\labels'),
  ('BER2', 'Store (''Kasse 1'')', 52.4986, 13.4321, NULL),
  ('WRO1', 'Wrocław', 51.1079, 17.0385, '\\wro1-print\labels\A6'),
  ('VLC1', 'València', 39.4699, -0.3763, '\\vlc1-print\labels');
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  INSERT INTO migsql_version (revision) VALUES ('c82c0dc320b7');
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'c82c0dc320b7';
  END IF;
END $migsql$;

-- 22/49 upgrade 935b43ea52d2: stock per warehouse
-- migrations/2022-01-19_stock.ts:8
\echo 'migsql: 22/49 upgrade 935b43ea52d2 stock per warehouse'
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
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '935b43ea52d2' WHERE revision = 'c82c0dc320b7';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '935b43ea52d2';
  END IF;
END $migsql$;

-- 23/49 upgrade 831446a99908: stock movements
-- migrations/2022-02-23_stock_movements.ts:10
\echo 'migsql: 23/49 upgrade 831446a99908 stock movements'
CREATE TABLE stock_movement (
  id BIGINT GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  product_id BIGINT NOT NULL,
  warehouse_code VARCHAR(8) NOT NULL,
  quantity INTEGER NOT NULL,
  reason VARCHAR(20) DEFAULT 'sale' NOT NULL,
  note VARCHAR(500),
  occurred_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
  CONSTRAINT pk_stock_movement PRIMARY KEY (id),
  CONSTRAINT fk_stock_movement_stock FOREIGN KEY (product_id, warehouse_code) REFERENCES stock (product_id, warehouse_code)
);
COMMENT ON COLUMN stock_movement.quantity IS 'negative: taken out';
CREATE INDEX ix_stock_movement_stock ON stock_movement (product_id, warehouse_code);
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '831446a99908' WHERE revision = '935b43ea52d2';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '831446a99908';
  END IF;
END $migsql$;

-- 24/49 upgrade 4cba307e3cd7: carriers and shipments
-- migrations/2022-05-04_shipments.ts:16
\echo 'migsql: 24/49 upgrade 4cba307e3cd7 carriers and shipments'
CREATE TABLE carrier (
  code VARCHAR(12) NOT NULL,
  title VARCHAR(60) NOT NULL,
  tracking_url VARCHAR(300),
  CONSTRAINT pk_carrier PRIMARY KEY (code)
);
COMMENT ON COLUMN carrier.tracking_url IS '{number} stands for the tracking number';
INSERT INTO carrier (code, title, tracking_url) VALUES
  ('dhl', 'DHL', 'https://dhl.example/track?piece={number}&lang=de'),
  ('inpost', 'InPost (Paczkomat ''całodobowy'')', 'https://inpost.example/#!:{number}'),
  ('paeckli', 'Päckli 📦', 'https://paeckli.example/$(track)/{number}?ok=100%25'),
  ('pickup', 'Picked up in the store', NULL);
CREATE TABLE shipment (
  id BIGINT GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  order_id BIGINT NOT NULL,
  carrier_code VARCHAR(12) NOT NULL,
  tracking_number VARCHAR(40),
  weight VARCHAR(12),
  shipped_at TIMESTAMP WITH TIME ZONE,
  CONSTRAINT pk_shipment PRIMARY KEY (id),
  CONSTRAINT fk_shipment_order FOREIGN KEY (order_id) REFERENCES sales_order (id) ON DELETE CASCADE
);
COMMENT ON COLUMN shipment.weight IS 'grams, as the scale prints them';
ALTER TABLE shipment ADD CONSTRAINT fk_shipment_carrier FOREIGN KEY (carrier_code) REFERENCES carrier (code) ON UPDATE CASCADE;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '4cba307e3cd7' WHERE revision = '831446a99908';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '4cba307e3cd7';
  END IF;
END $migsql$;

-- 25/49 upgrade 8440ea93a945: quantities beyond two billion
-- migrations/2022-09-15_larger_quantities.ts:12
\echo 'migsql: 25/49 upgrade 8440ea93a945 quantities beyond two billion'
ALTER TABLE stock DROP CONSTRAINT ck_stock_quantity;
ALTER TABLE stock ALTER COLUMN quantity TYPE BIGINT;
ALTER TABLE stock ADD CONSTRAINT ck_stock_quantity CHECK (quantity >= 0);
ALTER TABLE stock_movement ALTER COLUMN quantity TYPE BIGINT;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '8440ea93a945' WHERE revision = '4cba307e3cd7';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '8440ea93a945';
  END IF;
END $migsql$;

-- 26/49 upgrade e5c851b65ffb: shipment weight as a number
-- migrations/2022-11-07_shipment_weight.ts:21
\echo 'migsql: 26/49 upgrade e5c851b65ffb shipment weight as a number'
ALTER TABLE shipment ALTER COLUMN weight TYPE INTEGER USING CAST(weight AS integer);
COMMENT ON COLUMN shipment.weight IS 'grams, packaging included';
ALTER TABLE shipment RENAME COLUMN weight TO weight_g;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = 'e5c851b65ffb' WHERE revision = '8440ea93a945';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'e5c851b65ffb';
  END IF;
END $migsql$;

-- 27/49 upgrade 08c7186d01d3: reasons of stock movements by code
-- migrations/2023-01-30_movement_reasons.ts:8
\echo 'migsql: 27/49 upgrade 08c7186d01d3 reasons of stock movements by code'
ALTER TABLE stock_movement RENAME COLUMN reason TO reason_code;
ALTER TABLE stock_movement ALTER COLUMN reason_code DROP DEFAULT;
COMMENT ON COLUMN stock_movement.reason_code IS 'SALE, RETURN, COUNT, SCRAP; see \\wiki\stock';
UPDATE stock_movement SET reason_code = upper(reason_code);
COMMENT ON TABLE stock_movement IS 'append-only: a mistake is undone by a second movement';
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '08c7186d01d3' WHERE revision = 'e5c851b65ffb';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '08c7186d01d3';
  END IF;
END $migsql$;

-- 28/49 upgrade c487449a3cc2: pick lists
-- migrations/2023-03-20_pick_lists.ts:10
\echo 'migsql: 28/49 upgrade c487449a3cc2 pick lists'
CREATE TABLE pick_list (
  id BIGINT GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  warehouse_code VARCHAR(8) NOT NULL,
  device_id UUID,
  started_at TIMESTAMP WITH TIME ZONE,
  done BOOLEAN DEFAULT FALSE NOT NULL,
  CONSTRAINT pk_pick_list PRIMARY KEY (id),
  CONSTRAINT fk_pick_list_warehouse FOREIGN KEY (warehouse_code) REFERENCES warehouse (code)
);
COMMENT ON COLUMN pick_list.device_id IS 'the handheld that walks it';
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
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = 'c487449a3cc2' WHERE revision = '08c7186d01d3';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'c487449a3cc2';
  END IF;
END $migsql$;

-- 29/49 upgrade 76a22f968352: "tell me when it is back"
-- migrations/2023-04-03_back_in_stock.ts:9
\echo 'migsql: 29/49 upgrade 76a22f968352 "tell me when it is back"'
CREATE TABLE back_in_stock_alert (
  email VARCHAR(254) NOT NULL,
  product_id BIGINT NOT NULL,
  warehouse_code VARCHAR(8) NOT NULL,
  asked_on DATE NOT NULL,
  CONSTRAINT pk_back_in_stock_alert PRIMARY KEY (email, product_id, warehouse_code),
  CONSTRAINT fk_back_in_stock_alert_stock FOREIGN KEY (product_id, warehouse_code) REFERENCES stock (product_id, warehouse_code) ON DELETE CASCADE
);
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '76a22f968352' WHERE revision = '33e76c107f09';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '76a22f968352';
  END IF;
END $migsql$;

-- 30/49 upgrade 127eb5c32a9d: merge storefront and warehouse
-- migrations/2023-05-22_merge_storefront_and_warehouse.ts
\echo 'migsql: 30/49 upgrade 127eb5c32a9d merge storefront and warehouse'
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  DELETE FROM migsql_version WHERE revision = '76a22f968352';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '127eb5c32a9d';
  END IF;
END $migsql$;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '127eb5c32a9d' WHERE revision = 'c487449a3cc2';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '127eb5c32a9d';
  END IF;
END $migsql$;

-- 31/49 upgrade b11ef72a092c: public ids for customers
-- migrations/2023-06-19_customer_public_ids.ts:9
\echo 'migsql: 31/49 upgrade b11ef72a092c public ids for customers'
ALTER TABLE customer ADD COLUMN public_id UUID;
UPDATE customer SET public_id = gen_random_uuid();
ALTER TABLE customer ALTER COLUMN public_id SET NOT NULL;
ALTER TABLE customer ADD CONSTRAINT uq_customer_public_id UNIQUE (public_id);
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = 'b11ef72a092c' WHERE revision = '127eb5c32a9d';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'b11ef72a092c';
  END IF;
END $migsql$;

-- 32/49 upgrade de7d2bcc34cd: several addresses per customer
-- migrations/2023-07-31_customer_addresses.ts:25
\echo 'migsql: 32/49 upgrade de7d2bcc34cd several addresses per customer'
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
COMMENT ON TABLE customer_address IS 'at most one address of each kind';
COMMENT ON COLUMN customer_address.kind IS 'billing, delivery';
COMMENT ON COLUMN customer_address.postal_code IS 'checked against the country';
INSERT INTO customer_address (customer_id, kind, street, postal_code, city, country_code)
      SELECT id, 'billing', street, postal_code, city, country_code FROM customer
      WHERE street IS NOT NULL OR postal_code IS NOT NULL OR city IS NOT NULL OR country_code IS NOT NULL;
ALTER TABLE customer DROP CONSTRAINT fk_customer_country;
ALTER TABLE customer DROP COLUMN street;
ALTER TABLE customer DROP COLUMN postal_code;
ALTER TABLE customer DROP COLUMN city;
ALTER TABLE customer DROP COLUMN country_code;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = 'de7d2bcc34cd' WHERE revision = 'b11ef72a092c';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'de7d2bcc34cd';
  END IF;
END $migsql$;

-- 33/49 upgrade ef4027880414: drop newsletter subscriptions
-- migrations/2023-10-09_drop_newsletter.ts:8
\echo 'migsql: 33/49 upgrade ef4027880414 drop newsletter subscriptions'
DROP TABLE newsletter_subscription;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = 'ef4027880414' WHERE revision = 'de7d2bcc34cd';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'ef4027880414';
  END IF;
END $migsql$;

-- 34/49 upgrade 4e2316eb118a: mail templates
-- migrations/2023-11-14_mail_templates.ts:9
\echo 'migsql: 34/49 upgrade 4e2316eb118a mail templates'
CREATE TABLE mail_template (
  code VARCHAR(40) NOT NULL,
  locale VARCHAR(5) NOT NULL,
  subject VARCHAR(200) NOT NULL,
  body TEXT NOT NULL,
  CONSTRAINT pk_mail_template PRIMARY KEY (code, locale)
);
INSERT INTO mail_template (code, locale, subject, body) VALUES
  ('order_confirmation', 'en', 'We''ve got your order {{number}}', E'Dear {{name}},\n\nthank you for your order; it''s on its way through our warehouse.\n\nTotal: {{total}} ({{lines}} item(s), VAT incl.)\nTrack it: https://shop.example/o/:number?a=1&b=$(ref)\n\n-- \nThe shop\nGörlitzer Straße 12, Berlin\n'),
  ('order_confirmation', 'de', 'Ihre Bestellung {{number}} ist da', E'Guten Tag {{name}},\n\nvielen Dank für Ihre Bestellung – wir packen schon.\n\nSumme: {{total}}\n\n-- \nIhr Shop\n„Haus & Garten“\n'),
  ('shipped', 'en', 'Ready, steady …', E'READY\nSTEADY\nGO\n\nYour parcel left us today.\n/\nThe shop team\n'),
  ('shipped', 'pl', 'Paczka w drodze 📦', E'Dzień dobry {{name}},\r\n\r\nTwoja paczka jest już w drodze;\r\nnumer: {{tracking}}.\r\n.\r\nZespół sklepu'),
  ('till_receipt', 'de', 'Kassenbon', E'\tKasse 1\n\t------\n{{lines}}\n\t======\n\tSumme {{total}}\n\n\\\\ber2-print\\receipts /* Vorlage: C:\\Vorlagen\\bon.txt */ ''Danke!'' -- "Bis bald"');
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '4e2316eb118a' WHERE revision = 'ef4027880414';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '4e2316eb118a';
  END IF;
END $migsql$;

-- 35/49 upgrade 200fada528d8: deleted rows stay for ninety days
-- migrations/2024-01-16_soft_delete.ts:10
\echo 'migsql: 35/49 upgrade 200fada528d8 deleted rows stay for ninety days'
ALTER TABLE product ADD COLUMN deleted_at TIMESTAMP WITH TIME ZONE;
COMMENT ON COLUMN product.deleted_at IS 'hidden since then';
ALTER TABLE category ADD COLUMN deleted_at TIMESTAMP WITH TIME ZONE;
COMMENT ON COLUMN category.deleted_at IS 'hidden since then';
ALTER TABLE promotion ADD COLUMN deleted_at TIMESTAMP WITH TIME ZONE;
COMMENT ON COLUMN promotion.deleted_at IS 'hidden since then';
ALTER TABLE review ADD COLUMN deleted_at TIMESTAMP WITH TIME ZONE;
COMMENT ON COLUMN review.deleted_at IS 'hidden since then';
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '200fada528d8' WHERE revision = '4e2316eb118a';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '200fada528d8';
  END IF;
END $migsql$;

-- 36/49 upgrade 770ead80b8b5: order states
-- migrations/2024-03-25_order_states.ts:4
\echo 'migsql: 36/49 upgrade 770ead80b8b5 order states'
ALTER TABLE sales_order ALTER COLUMN state SET DEFAULT 'new';
COMMENT ON COLUMN sales_order.state IS 'new, paid, packed, shipped, done, cancelled';
UPDATE sales_order SET state = 'new' WHERE state = 'open';
ALTER TABLE sales_order ADD CONSTRAINT ck_sales_order_state CHECK (state IN ('new', 'paid', 'packed', 'shipped', 'done', 'cancelled'));
ALTER TABLE sales_order ALTER COLUMN placed_at DROP DEFAULT;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '770ead80b8b5' WHERE revision = '200fada528d8';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '770ead80b8b5';
  END IF;
END $migsql$;

-- 37/49 upgrade 1565fc00a8a4: prices with four decimals, titles no longer unique
-- migrations/2024-05-13_finer_prices.ts:10
\echo 'migsql: 37/49 upgrade 1565fc00a8a4 prices with four decimals, titles no longer unique'
ALTER TABLE product ALTER COLUMN price TYPE NUMERIC(12, 4);
COMMENT ON COLUMN product.price IS 'net, EUR';
ALTER TABLE order_line ALTER COLUMN unit_price TYPE NUMERIC(12, 4);
ALTER TABLE product DROP CONSTRAINT uq_product_title;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '1565fc00a8a4' WHERE revision = '770ead80b8b5';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '1565fc00a8a4';
  END IF;
END $migsql$;

-- 38/49 upgrade f2496a629154: sign-ins
-- migrations/2024-09-02_login_events.ts:8
\echo 'migsql: 38/49 upgrade f2496a629154 sign-ins'
CREATE TABLE login_event (
  id BIGINT GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  customer_id BIGINT NOT NULL,
  ip_address inet,
  user_agent VARCHAR(500),
  succeeded BOOLEAN NOT NULL,
  risk REAL,
  occurred_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
  CONSTRAINT pk_login_event PRIMARY KEY (id),
  CONSTRAINT fk_login_event_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE
);
COMMENT ON COLUMN login_event.risk IS '0 … 1';
CREATE INDEX ix_login_event_occurred_at ON login_event (occurred_at DESC);
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = 'f2496a629154' WHERE revision = '1565fc00a8a4';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'f2496a629154';
  END IF;
END $migsql$;

-- 39/49 upgrade 21617ee745e9: comments the auditors asked for
-- migrations/2024-11-04_comments.ts:11
\echo 'migsql: 39/49 upgrade 21617ee745e9 comments the auditors asked for'
COMMENT ON TABLE customer IS 'personal data: erased three years after the last order (DPA §4)';
COMMENT ON TABLE country IS NULL;
COMMENT ON COLUMN customer.email IS 'personal data';
COMMENT ON COLUMN customer.display_name IS 'personal data';
COMMENT ON COLUMN customer.phone IS 'personal data';
COMMENT ON COLUMN product.sku IS NULL;
COMMENT ON COLUMN sales_order.total IS 'sum of the lines, in the order''s currency; 100 % "gross"';
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '21617ee745e9' WHERE revision = 'f2496a629154';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '21617ee745e9';
  END IF;
END $migsql$;

-- 40/49 upgrade 652ad4a05dd7: VAT rates refer to countries
-- migrations/2021-09-21_tax_rates_by_country.ts:9
\echo 'migsql: 40/49 upgrade 652ad4a05dd7 VAT rates refer to countries'
ALTER TABLE tax_rate ADD CONSTRAINT fk_tax_rate_country FOREIGN KEY (country_code) REFERENCES country (code);
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '652ad4a05dd7' WHERE revision = '0cc7be2cb74f';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '652ad4a05dd7';
  END IF;
END $migsql$;

-- 41/49 upgrade 89973edcc47e: invoices
-- migrations/2021-10-12_invoices.ts:13
\echo 'migsql: 41/49 upgrade 89973edcc47e invoices'
CREATE TYPE invoice_state AS ENUM ('draft', 'sent', 'paid', 'cancelled');
CREATE TABLE invoice (
  id BIGINT GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  number VARCHAR(20) NOT NULL,
  order_id BIGINT NOT NULL,
  state invoice_state DEFAULT 'draft' NOT NULL,
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
COMMENT ON COLUMN invoice.number IS 'without gaps, by law';
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '89973edcc47e' WHERE revision = '652ad4a05dd7';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '89973edcc47e';
  END IF;
END $migsql$;

-- 42/49 upgrade 64eb9211cd60: invoice lines
-- migrations/2021-10-13_invoice_lines.ts:8
\echo 'migsql: 42/49 upgrade 64eb9211cd60 invoice lines'
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
COMMENT ON COLUMN invoice_line.title IS 'copied: products change, invoices do not';
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '64eb9211cd60' WHERE revision = '89973edcc47e';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '64eb9211cd60';
  END IF;
END $migsql$;

-- 43/49 upgrade 1c878c3de7c6: payments
-- migrations/2022-01-17_payments.ts:13
\echo 'migsql: 43/49 upgrade 1c878c3de7c6 payments'
CREATE TYPE payment_kind AS ENUM ('card', 'paypal', 'bank_transfer', 'cash');
CREATE TABLE payment (
  id BIGINT GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  invoice_id BIGINT NOT NULL,
  kind payment_kind NOT NULL,
  amount NUMERIC(14, 2) NOT NULL,
  received_at TIMESTAMP WITH TIME ZONE NOT NULL,
  provider_reference UUID,
  provider_response JSONB,
  created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
  updated_at TIMESTAMP WITH TIME ZONE,
  CONSTRAINT pk_payment PRIMARY KEY (id),
  CONSTRAINT fk_payment_invoice FOREIGN KEY (invoice_id) REFERENCES invoice (id),
  CONSTRAINT ck_payment_amount CHECK (amount <> 0)
);
COMMENT ON COLUMN payment.amount IS 'negative: paid back';
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '1c878c3de7c6' WHERE revision = '64eb9211cd60';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '1c878c3de7c6';
  END IF;
END $migsql$;

-- 44/49 upgrade a5c9bc130ca6: reminders for unpaid invoices
-- migrations/2022-06-08_reminders.ts:8
\echo 'migsql: 44/49 upgrade a5c9bc130ca6 reminders for unpaid invoices'
ALTER TABLE invoice ADD COLUMN reminder_level SMALLINT DEFAULT 0 NOT NULL;
COMMENT ON COLUMN invoice.reminder_level IS '0: none yet … 3: "last chance", then the lawyers';
ALTER TABLE invoice ADD COLUMN reminded_on DATE;
ALTER TABLE invoice ADD CONSTRAINT ck_invoice_reminder_level CHECK (reminder_level BETWEEN 0 AND 3);
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = 'a5c9bc130ca6' WHERE revision = '1c878c3de7c6';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'a5c9bc130ca6';
  END IF;
END $migsql$;

-- 45/49 upgrade aff07711ae8e: payment methods as a table, not an enum
-- migrations/2023-09-18_payment_methods.ts:15
\echo 'migsql: 45/49 upgrade aff07711ae8e payment methods as a table, not an enum'
CREATE TABLE payment_method (
  code VARCHAR(20) NOT NULL,
  title VARCHAR(80) NOT NULL,
  fee_percent NUMERIC(5, 2) DEFAULT 0 NOT NULL,
  active BOOLEAN DEFAULT TRUE NOT NULL,
  CONSTRAINT pk_payment_method PRIMARY KEY (code)
);
INSERT INTO payment_method (code, title, fee_percent, active) VALUES
  ('card', 'Credit or debit card', 1.40, TRUE),
  ('paypal', 'PayPal', 2.49, TRUE),
  ('bank_transfer', 'Überweisung / bank transfer', 0.00, TRUE),
  ('cash', 'Cash (till only)', 0.00, TRUE),
  ('twint', 'TWINT', 1.30, FALSE);
ALTER TABLE payment ADD COLUMN method_code VARCHAR(20);
UPDATE payment SET method_code = kind;
ALTER TABLE payment ALTER COLUMN method_code SET NOT NULL;
ALTER TABLE payment ADD CONSTRAINT fk_payment_method FOREIGN KEY (method_code) REFERENCES payment_method (code);
ALTER TABLE payment DROP COLUMN kind;
DROP TYPE payment_kind;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = 'aff07711ae8e' WHERE revision = 'a5c9bc130ca6';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'aff07711ae8e';
  END IF;
END $migsql$;

-- 46/49 upgrade 40b98662ef5a: find unpaid invoices fast
-- migrations/2024-02-12_unpaid_invoices.ts:3
\echo 'migsql: 46/49 upgrade 40b98662ef5a find unpaid invoices fast'
CREATE INDEX ix_invoice_unpaid ON invoice (due_on) WHERE paid_at IS NULL;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '40b98662ef5a' WHERE revision = 'aff07711ae8e';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '40b98662ef5a';
  END IF;
END $migsql$;

-- 47/49 upgrade dde8be449d7f: merge billing
-- migrations/2025-02-10_merge_billing.ts:12
\echo 'migsql: 47/49 upgrade dde8be449d7f merge billing'
ALTER TABLE invoice ADD CONSTRAINT fk_invoice_currency FOREIGN KEY (currency_code) REFERENCES currency (code);
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  DELETE FROM migsql_version WHERE revision = '21617ee745e9';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'dde8be449d7f';
  END IF;
END $migsql$;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = 'dde8be449d7f' WHERE revision = '40b98662ef5a';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'dde8be449d7f';
  END IF;
END $migsql$;

-- 48/49 upgrade 360b2a79be25: view of overdue invoices
-- migrations/2025-04-07_overdue_invoices.sql:8
\echo 'migsql: 48/49 upgrade 360b2a79be25 view of overdue invoices'
CREATE VIEW overdue_invoice AS
SELECT i.id, i.number, i.total, i.reminder_level, current_date - i.due_on AS days_overdue
FROM invoice i
WHERE i.paid_at IS NULL AND i.due_on < current_date;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '360b2a79be25' WHERE revision = 'dde8be449d7f';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '360b2a79be25';
  END IF;
END $migsql$;

-- 49/49 upgrade c4e01ec1d4be: drop notes of orders
-- migrations/2025-09-15_drop_order_notes.ts:8
\echo 'migsql: 49/49 upgrade c4e01ec1d4be drop notes of orders'
ALTER TABLE sales_order DROP COLUMN note;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = 'c4e01ec1d4be' WHERE revision = '360b2a79be25';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'c4e01ec1d4be';
  END IF;
END $migsql$;
SET migsql.block = '4';
COMMIT;

DO $migsql$ BEGIN
  IF current_setting('migsql.lock') = 'held' THEN
    PERFORM pg_advisory_unlock(2436609518079099786), set_config('migsql.lock', 'free', false);
  END IF;
END $migsql$;
RESET lock_timeout;
RESET statement_timeout;
RESET default_transaction_isolation;
SELECT 'migsql: OK base -> c4e01ec1d4be' AS migsql WHERE current_setting('migsql.block') = '4';

-- end: c4e01ec1d4be
