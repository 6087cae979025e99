-- migsql 0.1.0: downgrade script for PostgreSQL
--
-- from    c4e01ec1d4be
-- to      base
-- steps   49
-- server  PostgreSQL 13 or later
-- atomic  NO: 1 part must run outside a transaction, and what stands before is committed first
-- waits   for a lock 5 s, for a statement no limit
-- render  migsql render c4e01ec1d4be:base --dialect postgresql --transaction script --client psql
-- run     psql -X -v ON_ERROR_STOP=1 -d DATABASE -f FILE
--
-- if it stops
--   block 1 (transaction, steps 1 to 31): nothing of it is there; the version table holds c4e01ec1d4be; then run c4e01ec1d4be:base
--   block 2 (statement, step 32): nothing of it is there but perhaps index ix_sales_order_placed_at, marked invalid; the version table holds 0cc7be2cb74f, 6557269ccbd7; then run 0cc7be2cb74f,6557269ccbd7:base
--   block 3 (transaction, step 32): nothing of it is there; the version table holds 0cc7be2cb74f, 6557269ccbd7; revision 6557269ccbd7 is there in part; then run 0cc7be2cb74f,6557269ccbd7:base
--   block 4 (transaction, steps 33 to 49): nothing of it is there; the version table holds 0cc7be2cb74f, d2156a5519d4; then run 0cc7be2cb74f,d2156a5519d4:base
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

-- 1/49 downgrade c4e01ec1d4be: drop notes of orders
-- migrations/2025-09-15_drop_order_notes.ts:8
\echo 'migsql: 1/49 downgrade c4e01ec1d4be drop notes of orders'
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
  IF found <> 'c4e01ec1d4be' THEN
    RAISE EXCEPTION 'migsql: block 1 starts at [%], but the version table holds [%]', 'c4e01ec1d4be', found;
  END IF;
END $migsql$;
ALTER TABLE sales_order ADD COLUMN note TEXT;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '360b2a79be25' WHERE revision = 'c4e01ec1d4be';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'c4e01ec1d4be';
  END IF;
END $migsql$;

-- 2/49 downgrade 360b2a79be25: view of overdue invoices
-- migrations/2025-04-07_overdue_invoices.sql:39
\echo 'migsql: 2/49 downgrade 360b2a79be25 view of overdue invoices'
DROP VIEW overdue_invoice;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = 'dde8be449d7f' WHERE revision = '360b2a79be25';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '360b2a79be25';
  END IF;
END $migsql$;

-- 3/49 downgrade dde8be449d7f: merge billing
-- migrations/2025-02-10_merge_billing.ts:15
\echo 'migsql: 3/49 downgrade dde8be449d7f merge billing'
ALTER TABLE invoice DROP CONSTRAINT fk_invoice_currency;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  INSERT INTO migsql_version (revision) VALUES ('21617ee745e9');
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'dde8be449d7f';
  END IF;
END $migsql$;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '40b98662ef5a' WHERE revision = 'dde8be449d7f';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'dde8be449d7f';
  END IF;
END $migsql$;

-- 4/49 downgrade 40b98662ef5a: find unpaid invoices fast
-- migrations/2024-02-12_unpaid_invoices.ts:3
\echo 'migsql: 4/49 downgrade 40b98662ef5a find unpaid invoices fast'
DROP INDEX ix_invoice_unpaid;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = 'aff07711ae8e' WHERE revision = '40b98662ef5a';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '40b98662ef5a';
  END IF;
END $migsql$;

-- 5/49 downgrade aff07711ae8e: payment methods as a table, not an enum
-- migrations/2023-09-18_payment_methods.ts:41
\echo 'migsql: 5/49 downgrade aff07711ae8e payment methods as a table, not an enum'
CREATE TYPE payment_kind AS ENUM ('card', 'paypal', 'bank_transfer', 'cash');
ALTER TABLE payment ADD COLUMN kind payment_kind DEFAULT 'bank_transfer' NOT NULL;
UPDATE payment SET kind = CAST(method_code AS payment_kind)
      WHERE method_code IN ('card', 'paypal', 'bank_transfer', 'cash');
ALTER TABLE payment ALTER COLUMN kind DROP DEFAULT;
ALTER TABLE payment DROP CONSTRAINT fk_payment_method;
ALTER TABLE payment DROP COLUMN method_code;
DROP TABLE payment_method;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = 'a5c9bc130ca6' WHERE revision = 'aff07711ae8e';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'aff07711ae8e';
  END IF;
END $migsql$;

-- 6/49 downgrade a5c9bc130ca6: reminders for unpaid invoices
-- migrations/2022-06-08_reminders.ts:17
\echo 'migsql: 6/49 downgrade a5c9bc130ca6 reminders for unpaid invoices'
ALTER TABLE invoice DROP CONSTRAINT ck_invoice_reminder_level;
ALTER TABLE invoice DROP COLUMN reminded_on;
ALTER TABLE invoice DROP COLUMN reminder_level;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '1c878c3de7c6' WHERE revision = 'a5c9bc130ca6';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'a5c9bc130ca6';
  END IF;
END $migsql$;

-- 7/49 downgrade 1c878c3de7c6: payments
-- migrations/2022-01-17_payments.ts:14
\echo 'migsql: 7/49 downgrade 1c878c3de7c6 payments'
DROP TABLE payment;
DROP TYPE payment_kind;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '64eb9211cd60' WHERE revision = '1c878c3de7c6';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '1c878c3de7c6';
  END IF;
END $migsql$;

-- 8/49 downgrade 64eb9211cd60: invoice lines
-- migrations/2021-10-13_invoice_lines.ts:8
\echo 'migsql: 8/49 downgrade 64eb9211cd60 invoice lines'
DROP TABLE invoice_line;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '89973edcc47e' WHERE revision = '64eb9211cd60';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '64eb9211cd60';
  END IF;
END $migsql$;

-- 9/49 downgrade 89973edcc47e: invoices
-- migrations/2021-10-12_invoices.ts:14
\echo 'migsql: 9/49 downgrade 89973edcc47e invoices'
DROP TABLE invoice;
DROP TYPE invoice_state;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '652ad4a05dd7' WHERE revision = '89973edcc47e';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '89973edcc47e';
  END IF;
END $migsql$;

-- 10/49 downgrade 652ad4a05dd7: VAT rates refer to countries
-- migrations/2021-09-21_tax_rates_by_country.ts:9
\echo 'migsql: 10/49 downgrade 652ad4a05dd7 VAT rates refer to countries'
ALTER TABLE tax_rate DROP CONSTRAINT fk_tax_rate_country;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '0cc7be2cb74f' WHERE revision = '652ad4a05dd7';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '652ad4a05dd7';
  END IF;
END $migsql$;

-- 11/49 downgrade 21617ee745e9: comments the auditors asked for
-- migrations/2024-11-04_comments.ts:15
\echo 'migsql: 11/49 downgrade 21617ee745e9 comments the auditors asked for'
COMMENT ON COLUMN sales_order.total IS NULL;
COMMENT ON COLUMN product.sku IS 'stock keeping unit, as on the label';
COMMENT ON COLUMN customer.phone IS NULL;
COMMENT ON COLUMN customer.display_name IS 'person or company, as on the parcel';
COMMENT ON COLUMN customer.email IS 'login, and where mails go';
COMMENT ON TABLE country IS 'where parcels may go';
COMMENT ON TABLE customer IS 'who buys; one row per account, the shop''s own till included';
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = 'f2496a629154' WHERE revision = '21617ee745e9';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '21617ee745e9';
  END IF;
END $migsql$;

-- 12/49 downgrade f2496a629154: sign-ins
-- migrations/2024-09-02_login_events.ts:19
\echo 'migsql: 12/49 downgrade f2496a629154 sign-ins'
DROP INDEX ix_login_event_occurred_at;
DROP TABLE login_event;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '1565fc00a8a4' WHERE revision = 'f2496a629154';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'f2496a629154';
  END IF;
END $migsql$;

-- 13/49 downgrade 1565fc00a8a4: prices with four decimals, titles no longer unique
-- migrations/2024-05-13_finer_prices.ts:15
\echo 'migsql: 13/49 downgrade 1565fc00a8a4 prices with four decimals, titles no longer unique'
ALTER TABLE product ADD CONSTRAINT uq_product_title UNIQUE (title);
ALTER TABLE order_line ALTER COLUMN unit_price TYPE NUMERIC(8, 2);
ALTER TABLE product ALTER COLUMN price TYPE NUMERIC(8, 2);
COMMENT ON COLUMN product.price IS 'gross, EUR';
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '770ead80b8b5' WHERE revision = '1565fc00a8a4';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '1565fc00a8a4';
  END IF;
END $migsql$;

-- 14/49 downgrade 770ead80b8b5: order states
-- migrations/2024-03-25_order_states.ts:15
\echo 'migsql: 14/49 downgrade 770ead80b8b5 order states'
ALTER TABLE sales_order ALTER COLUMN placed_at SET DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE sales_order DROP CONSTRAINT ck_sales_order_state;
UPDATE sales_order SET state = 'open' WHERE state = 'new';
ALTER TABLE sales_order ALTER COLUMN state SET DEFAULT 'open';
COMMENT ON COLUMN sales_order.state IS NULL;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '200fada528d8' WHERE revision = '770ead80b8b5';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '770ead80b8b5';
  END IF;
END $migsql$;

-- 15/49 downgrade 200fada528d8: deleted rows stay for ninety days
-- migrations/2024-01-16_soft_delete.ts:10
\echo 'migsql: 15/49 downgrade 200fada528d8 deleted rows stay for ninety days'
ALTER TABLE review DROP COLUMN deleted_at;
ALTER TABLE promotion DROP COLUMN deleted_at;
ALTER TABLE category DROP COLUMN deleted_at;
ALTER TABLE product DROP COLUMN deleted_at;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '4e2316eb118a' WHERE revision = '200fada528d8';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '200fada528d8';
  END IF;
END $migsql$;

-- 16/49 downgrade 4e2316eb118a: mail templates
-- migrations/2023-11-14_mail_templates.ts:16
\echo 'migsql: 16/49 downgrade 4e2316eb118a mail templates'
DELETE FROM mail_template WHERE (code = 'order_confirmation' AND locale = 'en')
  OR (code = 'order_confirmation' AND locale = 'de')
  OR (code = 'shipped' AND locale = 'en')
  OR (code = 'shipped' AND locale = 'pl')
  OR (code = 'till_receipt' AND locale = 'de');
DROP TABLE mail_template;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = 'ef4027880414' WHERE revision = '4e2316eb118a';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '4e2316eb118a';
  END IF;
END $migsql$;

-- 17/49 downgrade ef4027880414: drop newsletter subscriptions
-- migrations/2023-10-09_drop_newsletter.ts:8
\echo 'migsql: 17/49 downgrade ef4027880414 drop newsletter subscriptions'
CREATE TABLE newsletter_subscription (
  email VARCHAR(254) NOT NULL,
  confirmed BOOLEAN DEFAULT FALSE NOT NULL,
  subscribed_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  CONSTRAINT pk_newsletter_subscription PRIMARY KEY (email)
);
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = 'de7d2bcc34cd' WHERE revision = 'ef4027880414';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'ef4027880414';
  END IF;
END $migsql$;

-- 18/49 downgrade de7d2bcc34cd: several addresses per customer
-- migrations/2023-07-31_customer_addresses.ts:46
\echo 'migsql: 18/49 downgrade de7d2bcc34cd several addresses per customer'
ALTER TABLE customer ADD COLUMN street VARCHAR(200);
ALTER TABLE customer ADD COLUMN postal_code VARCHAR(16);
COMMENT ON COLUMN customer.postal_code IS 'checked against the country';
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
ALTER TABLE customer ADD CONSTRAINT fk_customer_country FOREIGN KEY (country_code) REFERENCES country (code);
DROP TABLE customer_address;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = 'b11ef72a092c' WHERE revision = 'de7d2bcc34cd';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'de7d2bcc34cd';
  END IF;
END $migsql$;

-- 19/49 downgrade b11ef72a092c: public ids for customers
-- migrations/2023-06-19_customer_public_ids.ts:12
\echo 'migsql: 19/49 downgrade b11ef72a092c public ids for customers'
ALTER TABLE customer DROP CONSTRAINT uq_customer_public_id;
ALTER TABLE customer ALTER COLUMN public_id DROP NOT NULL;
UPDATE customer SET public_id = NULL;
ALTER TABLE customer DROP COLUMN public_id;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '127eb5c32a9d' WHERE revision = 'b11ef72a092c';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'b11ef72a092c';
  END IF;
END $migsql$;

-- 20/49 downgrade 127eb5c32a9d: merge storefront and warehouse
-- migrations/2023-05-22_merge_storefront_and_warehouse.ts
\echo 'migsql: 20/49 downgrade 127eb5c32a9d merge storefront and warehouse'
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  INSERT INTO migsql_version (revision) VALUES ('76a22f968352');
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '127eb5c32a9d';
  END IF;
END $migsql$;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = 'c487449a3cc2' WHERE revision = '127eb5c32a9d';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '127eb5c32a9d';
  END IF;
END $migsql$;

-- 21/49 downgrade 76a22f968352: "tell me when it is back"
-- migrations/2023-04-03_back_in_stock.ts:9
\echo 'migsql: 21/49 downgrade 76a22f968352 "tell me when it is back"'
DROP TABLE back_in_stock_alert;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '33e76c107f09' WHERE revision = '76a22f968352';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '76a22f968352';
  END IF;
END $migsql$;

-- 22/49 downgrade c487449a3cc2: pick lists
-- migrations/2023-03-20_pick_lists.ts:19
\echo 'migsql: 22/49 downgrade c487449a3cc2 pick lists'
DROP TABLE pick_list_line;
DROP TABLE pick_list;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '08c7186d01d3' WHERE revision = 'c487449a3cc2';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'c487449a3cc2';
  END IF;
END $migsql$;

-- 23/49 downgrade 08c7186d01d3: reasons of stock movements by code
-- migrations/2023-01-30_movement_reasons.ts:16
\echo 'migsql: 23/49 downgrade 08c7186d01d3 reasons of stock movements by code'
COMMENT ON TABLE stock_movement IS NULL;
UPDATE stock_movement SET reason_code = lower(reason_code);
ALTER TABLE stock_movement ALTER COLUMN reason_code SET DEFAULT 'sale';
COMMENT ON COLUMN stock_movement.reason_code IS NULL;
ALTER TABLE stock_movement RENAME COLUMN reason_code TO reason;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = 'e5c851b65ffb' WHERE revision = '08c7186d01d3';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '08c7186d01d3';
  END IF;
END $migsql$;

-- 24/49 downgrade e5c851b65ffb: shipment weight as a number
-- migrations/2022-11-07_shipment_weight.ts:28
\echo 'migsql: 24/49 downgrade e5c851b65ffb shipment weight as a number'
ALTER TABLE shipment RENAME COLUMN weight_g TO weight;
ALTER TABLE shipment ALTER COLUMN weight TYPE VARCHAR(12);
COMMENT ON COLUMN shipment.weight IS 'grams, as the scale prints them';
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '8440ea93a945' WHERE revision = 'e5c851b65ffb';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'e5c851b65ffb';
  END IF;
END $migsql$;

-- 25/49 downgrade 8440ea93a945: quantities beyond two billion
-- migrations/2022-09-15_larger_quantities.ts:19
\echo 'migsql: 25/49 downgrade 8440ea93a945 quantities beyond two billion'
ALTER TABLE stock_movement ALTER COLUMN quantity TYPE INTEGER;
ALTER TABLE stock DROP CONSTRAINT ck_stock_quantity;
ALTER TABLE stock ALTER COLUMN quantity TYPE INTEGER;
ALTER TABLE stock ADD CONSTRAINT ck_stock_quantity CHECK (quantity >= 0);
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '4cba307e3cd7' WHERE revision = '8440ea93a945';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '8440ea93a945';
  END IF;
END $migsql$;

-- 26/49 downgrade 4cba307e3cd7: carriers and shipments
-- migrations/2022-05-04_shipments.ts:6
\echo 'migsql: 26/49 downgrade 4cba307e3cd7 carriers and shipments'
ALTER TABLE shipment DROP CONSTRAINT fk_shipment_carrier;
DROP TABLE shipment;
DELETE FROM carrier WHERE code IN ('dhl', 'inpost', 'paeckli', 'pickup');
DROP TABLE carrier;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '831446a99908' WHERE revision = '4cba307e3cd7';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '4cba307e3cd7';
  END IF;
END $migsql$;

-- 27/49 downgrade 831446a99908: stock movements
-- migrations/2022-02-23_stock_movements.ts:3
\echo 'migsql: 27/49 downgrade 831446a99908 stock movements'
DROP INDEX ix_stock_movement_stock;
DROP TABLE stock_movement;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '935b43ea52d2' WHERE revision = '831446a99908';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '831446a99908';
  END IF;
END $migsql$;

-- 28/49 downgrade 935b43ea52d2: stock per warehouse
-- migrations/2022-01-19_stock.ts:19
\echo 'migsql: 28/49 downgrade 935b43ea52d2 stock per warehouse'
DELETE FROM stock;
DROP TABLE stock;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = 'c82c0dc320b7' WHERE revision = '935b43ea52d2';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '935b43ea52d2';
  END IF;
END $migsql$;

-- 29/49 downgrade c82c0dc320b7: warehouses
-- migrations/2022-01-10_warehouses.ts:20
\echo 'migsql: 29/49 downgrade c82c0dc320b7 warehouses'
DELETE FROM warehouse WHERE code IN ('BER1', 'BER2', 'WRO1', 'VLC1');
DROP TABLE warehouse;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  DELETE FROM migsql_version WHERE revision = 'c82c0dc320b7';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'c82c0dc320b7';
  END IF;
END $migsql$;

-- 30/49 downgrade 33e76c107f09: wishlists
-- migrations/2023-02-14_wishlists.ts:19
\echo 'migsql: 30/49 downgrade 33e76c107f09 wishlists'
DROP TABLE wishlist_item;
DROP TABLE wishlist;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = 'a28bcdf6e598' WHERE revision = '33e76c107f09';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '33e76c107f09';
  END IF;
END $migsql$;

-- 31/49 downgrade a28bcdf6e598: promotions
-- migrations/2022-12-01_promotions.ts:22
\echo 'migsql: 31/49 downgrade a28bcdf6e598 promotions'
DELETE FROM promotion WHERE code IN ('XMAS22', 'FRIENDS');
DROP TABLE promotion;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '6557269ccbd7' WHERE revision = 'a28bcdf6e598';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'a28bcdf6e598';
  END IF;
END $migsql$;
SET migsql.block = '1';
COMMIT;

-- 32/49 downgrade 6557269ccbd7: orders by time
-- migrations/2022-10-05_orders_by_time.ts:9
\echo 'migsql: 32/49 downgrade 6557269ccbd7 orders by time'
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
    IF found <> '0cc7be2cb74f, 6557269ccbd7' THEN
      wrong := format('it starts at [%s], but the version table holds [%s]', '0cc7be2cb74f, 6557269ccbd7', found);
    END IF;
  END IF;
  -- else nothing would tell afterwards whether the statement took effect
  IF wrong IS NULL AND NOT EXISTS (SELECT FROM pg_index JOIN pg_class ON pg_class.oid = pg_index.indexrelid WHERE pg_index.indrelid = to_regclass('sales_order') AND pg_class.relname = 'ix_sales_order_placed_at') THEN
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
DROP INDEX CONCURRENTLY ix_sales_order_placed_at;
DO $migsql$ BEGIN
  IF current_setting('migsql.block') = '1' AND NOT EXISTS (SELECT FROM pg_index JOIN pg_class ON pg_class.oid = pg_index.indexrelid WHERE pg_index.indrelid = to_regclass('sales_order') AND pg_class.relname = 'ix_sales_order_placed_at') THEN
    PERFORM set_config('migsql.block', '2', false);
  ELSE
    RAISE EXCEPTION USING MESSAGE = 'migsql: block 2 did not take effect' || '; it may have left index ix_sales_order_placed_at, marked invalid';
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
  IF found <> '0cc7be2cb74f, 6557269ccbd7' THEN
    RAISE EXCEPTION 'migsql: block 3 starts at [%], but the version table holds [%]', '0cc7be2cb74f, 6557269ccbd7', found;
  END IF;
END $migsql$;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = 'd2156a5519d4' WHERE revision = '6557269ccbd7';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '6557269ccbd7';
  END IF;
END $migsql$;
SET migsql.block = '3';
COMMIT;

-- 33/49 downgrade d2156a5519d4: categories in three languages
-- migrations/2022-07-12_category_translations.ts:48
\echo 'migsql: 33/49 downgrade d2156a5519d4 categories in three languages'
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
  IF found <> '0cc7be2cb74f, d2156a5519d4' THEN
    RAISE EXCEPTION 'migsql: block 4 starts at [%], but the version table holds [%]', '0cc7be2cb74f, d2156a5519d4', found;
  END IF;
END $migsql$;
DROP TABLE category_translation;
DELETE FROM category WHERE slug IN ('lighting', 'hand-tools', 'screws');
DELETE FROM category WHERE slug IN ('home', 'tools');
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '19533672927f' WHERE revision = 'd2156a5519d4';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'd2156a5519d4';
  END IF;
END $migsql$;

-- 34/49 downgrade 19533672927f: reviews
-- migrations/2022-04-28_reviews.ts:8
\echo 'migsql: 34/49 downgrade 19533672927f reviews'
DROP TABLE review;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = 'ea96785f4d97' WHERE revision = '19533672927f';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '19533672927f';
  END IF;
END $migsql$;

-- 35/49 downgrade ea96785f4d97: product images
-- migrations/2022-03-15_product_images.ts:25
\echo 'migsql: 35/49 downgrade ea96785f4d97 product images'
DELETE FROM product_image;
DROP TABLE product_image;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '92081823d745' WHERE revision = 'ea96785f4d97';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'ea96785f4d97';
  END IF;
END $migsql$;

-- 36/49 downgrade 92081823d745: product slugs
-- migrations/2022-02-02_product_slugs.ts:12
\echo 'migsql: 36/49 downgrade 92081823d745 product slugs'
ALTER TABLE product DROP CONSTRAINT uq_product_slug;
ALTER TABLE product ALTER COLUMN slug DROP NOT NULL;
UPDATE product SET slug = NULL;
ALTER TABLE product DROP COLUMN slug;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '7b9ae6c60c73' WHERE revision = '92081823d745';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '92081823d745';
  END IF;
END $migsql$;

-- 37/49 downgrade 7b9ae6c60c73: gift cards for Christmas
-- migrations/2021-11-22_gift_cards.ts:17
\echo 'migsql: 37/49 downgrade 7b9ae6c60c73 gift cards for Christmas'
DELETE FROM product WHERE sku IN ('GIFT-25', 'GIFT-50', 'GIFT-100');
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = 'aef3edab6b4a' WHERE revision = '7b9ae6c60c73';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '7b9ae6c60c73';
  END IF;
END $migsql$;

-- 38/49 downgrade aef3edab6b4a: larger order totals
-- migrations/2021-10-04_larger_totals.ts
\echo 'migsql: 38/49 downgrade aef3edab6b4a larger order totals'
ALTER TABLE sales_order ALTER COLUMN total TYPE NUMERIC(10, 2);
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = 'e3fa8f544d98' WHERE revision = 'aef3edab6b4a';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'aef3edab6b4a';
  END IF;
END $migsql$;

-- 39/49 downgrade e3fa8f544d98: display names, longer phone numbers
-- migrations/2021-08-11_customer_names_and_phones.ts:12
\echo 'migsql: 39/49 downgrade e3fa8f544d98 display names, longer phone numbers'
ALTER TABLE customer ALTER COLUMN postal_code TYPE VARCHAR(12);
COMMENT ON COLUMN customer.postal_code IS NULL;
ALTER TABLE customer ALTER COLUMN phone TYPE VARCHAR(20);
COMMENT ON COLUMN customer.display_name IS NULL;
ALTER TABLE customer RENAME COLUMN display_name TO full_name;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = 'ba98f9e3b99d' WHERE revision = 'e3fa8f544d98';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'e3fa8f544d98';
  END IF;
END $migsql$;

-- 40/49 downgrade ba98f9e3b99d: order becomes sales_order
-- migrations/2021-06-30_rename_order.ts:10
\echo 'migsql: 40/49 downgrade ba98f9e3b99d order becomes sales_order'
COMMENT ON TABLE sales_order IS NULL;
ALTER TABLE sales_order RENAME TO "order";
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '0cd4b8651c52' WHERE revision = 'ba98f9e3b99d';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, 'ba98f9e3b99d';
  END IF;
END $migsql$;

-- 41/49 downgrade 0cd4b8651c52: newsletter subscriptions of their own
-- migrations/2021-05-18_newsletter.ts:26
\echo 'migsql: 41/49 downgrade 0cd4b8651c52 newsletter subscriptions of their own'
ALTER TABLE customer ADD COLUMN newsletter BOOLEAN DEFAULT FALSE NOT NULL;
UPDATE customer SET newsletter = TRUE
      WHERE email IN (SELECT email FROM newsletter_subscription WHERE confirmed = TRUE);
DROP TABLE newsletter_subscription;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '1cc4c30c1f8a' WHERE revision = '0cd4b8651c52';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '0cd4b8651c52';
  END IF;
END $migsql$;

-- 42/49 downgrade 1cc4c30c1f8a: one account per e-mail address
-- migrations/2021-04-07_unique_emails.ts:7
\echo 'migsql: 42/49 downgrade 1cc4c30c1f8a one account per e-mail address'
ALTER TABLE customer DROP CONSTRAINT uq_customer_email;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '6758cf2b92be' WHERE revision = '1cc4c30c1f8a';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '1cc4c30c1f8a';
  END IF;
END $migsql$;

-- 43/49 downgrade 6758cf2b92be: e-mail addresses in lower case
-- migrations/2021-04-06_lower_case_emails.sql
\echo 'migsql: 43/49 downgrade 6758cf2b92be e-mail addresses in lower case'
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '0d7395f9f06e' WHERE revision = '6758cf2b92be';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '6758cf2b92be';
  END IF;
END $migsql$;

-- 44/49 downgrade 0d7395f9f06e: countries we ship to
-- migrations/2021-03-22_countries.ts:28
\echo 'migsql: 44/49 downgrade 0d7395f9f06e countries we ship to'
UPDATE customer SET country_code = NULL;
ALTER TABLE customer DROP CONSTRAINT fk_customer_country;
ALTER TABLE customer DROP COLUMN country_code;
DELETE FROM country WHERE code IN ('AT', 'AX', 'BE', 'BG', 'CH', 'CI', 'CW', 'CZ', 'DE', 'DK', 'ES', 'FR', 'GB', 'GR', 'IE', 'IL', 'JP', 'PL', 'RE', 'SE', 'TN', 'US');
DROP TABLE country;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '1ddf68950622' WHERE revision = '0d7395f9f06e';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '0d7395f9f06e';
  END IF;
END $migsql$;

-- 45/49 downgrade 1ddf68950622: currencies
-- migrations/2021-03-01_currencies.ts:38
\echo 'migsql: 45/49 downgrade 1ddf68950622 currencies'
ALTER TABLE "order" DROP CONSTRAINT fk_order_currency;
ALTER TABLE "order" DROP COLUMN currency_code;
DELETE FROM currency WHERE code IN ('CHF', 'CZK', 'DKK', 'EUR', 'GBP', 'HUF', 'ILS', 'ISK', 'JPY', 'NOK', 'PLN', 'RON', 'SEK', 'TND', 'USD');
DROP TABLE currency;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '36117b4e8019' WHERE revision = '1ddf68950622';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '1ddf68950622';
  END IF;
END $migsql$;

-- 46/49 downgrade 36117b4e8019: orders
-- migrations/2021-02-17_orders.ts:20
\echo 'migsql: 46/49 downgrade 36117b4e8019 orders'
DROP TABLE order_line;
DROP TABLE "order";
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '87eaadc72834' WHERE revision = '36117b4e8019';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '36117b4e8019';
  END IF;
END $migsql$;

-- 47/49 downgrade 87eaadc72834: products and categories
-- migrations/2021-02-09_products_and_categories.ts:18
\echo 'migsql: 47/49 downgrade 87eaadc72834 products and categories'
DROP TABLE product;
DROP TABLE category;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  UPDATE migsql_version SET revision = '46208f329e80' WHERE revision = '87eaadc72834';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '87eaadc72834';
  END IF;
END $migsql$;

-- 48/49 downgrade 46208f329e80: customers
-- migrations/2021-02-08_customers.ts:36
\echo 'migsql: 48/49 downgrade 46208f329e80 customers'
DROP TABLE customer;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  DELETE FROM migsql_version WHERE revision = '46208f329e80';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '46208f329e80';
  END IF;
END $migsql$;

-- 49/49 downgrade 0cc7be2cb74f: VAT rates
-- migrations/2021-09-14_tax_rates.ts:21
\echo 'migsql: 49/49 downgrade 0cc7be2cb74f VAT rates'
DELETE FROM tax_rate WHERE (country_code = 'AT' AND category = 'standard' AND valid_from = DATE '1995-01-01')
  OR (country_code = 'AT' AND category = 'books' AND valid_from = DATE '1995-01-01')
  OR (country_code = 'DE' AND category = 'standard' AND valid_from = DATE '2007-01-01')
  OR (country_code = 'DE' AND category = 'standard' AND valid_from = DATE '2020-07-01')
  OR (country_code = 'DE' AND category = 'standard' AND valid_from = DATE '2021-01-01')
  OR (country_code = 'DE' AND category = 'books' AND valid_from = DATE '2007-01-01')
  OR (country_code = 'DE' AND category = 'books' AND valid_from = DATE '2020-07-01')
  OR (country_code = 'DE' AND category = 'books' AND valid_from = DATE '2021-01-01')
  OR (country_code = 'FR' AND category = 'standard' AND valid_from = DATE '2014-01-01')
  OR (country_code = 'FR' AND category = 'books' AND valid_from = DATE '2012-04-01');
DROP TABLE tax_rate;
DO $migsql$
DECLARE
  touched bigint;
BEGIN
  DELETE FROM migsql_version WHERE revision = '0cc7be2cb74f';
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched <> 1 THEN
    RAISE EXCEPTION 'migsql: % rows of the version table change for %, where one must', touched, '0cc7be2cb74f';
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
SELECT 'migsql: OK c4e01ec1d4be -> base' AS migsql WHERE current_setting('migsql.block') = '4';

-- end: base
