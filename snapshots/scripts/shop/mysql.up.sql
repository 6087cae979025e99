-- migsql 0.1.0: upgrade script for MySQL
--
-- from    base
-- to      c4e01ec1d4be
-- steps   49
-- server  MySQL 8.0.19 or later
-- atomic  NO: MySQL commits each schema change at once; data steps are committed by themselves
-- waits   for a lock 5 s, for a statement no limit
-- render  migsql render base:c4e01ec1d4be --dialect mysql --transaction script --client mysql
-- run     mysql --default-character-set=utf8mb4 --show-warnings --comments --skip-reconnect -vvv DATABASE < FILE
--
-- if it stops
--   159 blocks, 99 of them outside transactions; each is committed before the next
--   the version table names the last revision that is there whole; the plan as JSON has a line for each block
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

SET NAMES utf8mb4;
SET SESSION sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_IN_DATE,NO_ZERO_DATE,NO_ENGINE_SUBSTITUTION';
SET SESSION autocommit = 1;
SET SESSION TRANSACTION READ WRITE;
SET SESSION group_concat_max_len = 1048576;
-- @migsql_block is the number of the last block that is there whole; below 0, nothing more takes effect.
SET @migsql_block = -1, @migsql_run = 1, @migsql_found = NULL;
SET @migsql_server_ok = 1, @migsql_database_ok = 1, @migsql_lock_ok = 0, @migsql_start_ok = 0;

-- How long a statement waits for a lock, and takes; 0 for no limit.
SET SESSION lock_wait_timeout = 5;
SET SESSION innodb_lock_wait_timeout = 5;
SET SESSION max_execution_time = 0;

-- One run at a time; the server gives the lock back when the session ends.
SET @migsql_lock = CONCAT('migsql:', MD5(CONCAT_WS('.', DATABASE(), 'migsql_version')));
SELECT COALESCE(GET_LOCK(@migsql_lock, 5) = 1, 0) INTO @migsql_lock_ok;
SELECT 'migsql: another run of a script is under way; nothing is changed' AS migsql FROM DUAL WHERE NOT @migsql_lock_ok;

-- The heads that the version table holds; without the table, base.
SELECT COUNT(*) INTO @migsql_table FROM information_schema.tables
  WHERE table_schema = DATABASE() AND table_name = 'migsql_version';
SET @migsql = IF(
  @migsql_table = 0,
  'SELECT ''base'' INTO @migsql_found',
  'SELECT COALESCE(GROUP_CONCAT(revision ORDER BY revision SEPARATOR '', ''), ''base'') INTO @migsql_found FROM migsql_version'
);
PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;

-- The start: nothing is changed where the version table holds other heads.
SELECT CONCAT('migsql: the script starts at [base], but the version table holds [', @migsql_found, ']') AS migsql
  FROM DUAL WHERE @migsql_found <> 'base';
SET @migsql_start_ok = COALESCE(@migsql_found = 'base', 0);

SET @migsql_block = IF(@migsql_server_ok AND @migsql_database_ok AND @migsql_lock_ok AND @migsql_start_ok, 0, -1);
SET @migsql = IF(@migsql_block = 0, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 0, 'DO 0', 'SELECT * FROM `migsql: stopped before block 1`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;

-- 1/49 upgrade 0cc7be2cb74f: VAT rates
-- migrations/2021-09-14_tax_rates.ts:10
SELECT 'migsql: 1/49 upgrade 0cc7be2cb74f VAT rates' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 0, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 0, 'DO 0', 'SELECT * FROM `migsql: stopped before block 1`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE IF NOT EXISTS migsql_version (
  revision VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (revision)
);
SELECT IF(@@error_count = 0 AND @migsql_block = 0, 1, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 1, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 1, 'DO 0', 'SELECT * FROM `migsql: stopped before block 2`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE tax_rate (
  country_code VARCHAR(2) NOT NULL,
  category VARCHAR(20) NOT NULL,
  valid_from DATE NOT NULL,
  rate DECIMAL(5, 4) NOT NULL COMMENT '0.19 is 19 %',
  PRIMARY KEY (country_code, category, valid_from)
) COMMENT = 'VAT by country and category; a rate holds until the next one begins';
SELECT IF(@@error_count = 0 AND @migsql_block = 1, 2, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 2, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 2, 'DO 0', 'SELECT * FROM `migsql: stopped before block 3`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
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
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
INSERT INTO migsql_version (revision) VALUES ('0cc7be2cb74f');
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 2, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 2, 3, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 2/49 upgrade 46208f329e80: customers
-- migrations/2021-02-08_customers.ts:8
SELECT 'migsql: 2/49 upgrade 46208f329e80 customers' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 3, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 3, 'DO 0', 'SELECT * FROM `migsql: stopped before block 4`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE customer (
  id BIGINT NOT NULL AUTO_INCREMENT,
  email VARCHAR(254) NOT NULL COMMENT 'login, and where mails go',
  full_name VARCHAR(120) NOT NULL,
  phone VARCHAR(20),
  street VARCHAR(200),
  postal_code VARCHAR(12),
  city VARCHAR(120),
  newsletter BOOLEAN NOT NULL DEFAULT FALSE,
  created_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  PRIMARY KEY (id)
) COMMENT = 'who buys; one row per account, the shop''s own till included';
SELECT IF(@@error_count = 0 AND @migsql_block = 3, 4, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 4, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 4, 'DO 0', 'SELECT * FROM `migsql: stopped before block 5`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
INSERT INTO customer (email, full_name, street, postal_code, city) VALUES
  ('Kasse1@Shop.example', 'Laufkundschaft („Kasse 1“)', 'Görlitzer Straße 12', '10997', 'Berlin');
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
INSERT INTO migsql_version (revision) VALUES ('46208f329e80');
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 4, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 4, 5, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 3/49 upgrade 87eaadc72834: products and categories
-- migrations/2021-02-09_products_and_categories.ts:8
SELECT 'migsql: 3/49 upgrade 87eaadc72834 products and categories' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 5, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 5, 'DO 0', 'SELECT * FROM `migsql: stopped before block 6`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE category (
  id BIGINT NOT NULL AUTO_INCREMENT,
  slug VARCHAR(60) NOT NULL,
  title VARCHAR(120) NOT NULL,
  parent_id BIGINT,
  PRIMARY KEY (id),
  CONSTRAINT uq_category_slug UNIQUE (slug),
  CONSTRAINT fk_category_parent FOREIGN KEY (parent_id) REFERENCES category (id)
);
SELECT IF(@@error_count = 0 AND @migsql_block = 5, 6, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 6, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 6, 'DO 0', 'SELECT * FROM `migsql: stopped before block 7`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE product (
  id BIGINT NOT NULL AUTO_INCREMENT,
  sku VARCHAR(40) NOT NULL COMMENT 'stock keeping unit, as on the label',
  title VARCHAR(200) NOT NULL,
  description LONGTEXT,
  price DECIMAL(8, 2) NOT NULL COMMENT 'gross, EUR',
  weight_kg DOUBLE,
  active BOOLEAN NOT NULL DEFAULT TRUE,
  category_id BIGINT,
  created_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  PRIMARY KEY (id),
  CONSTRAINT uq_product_sku UNIQUE (sku),
  CONSTRAINT uq_product_title UNIQUE (title),
  CONSTRAINT fk_product_category FOREIGN KEY (category_id) REFERENCES category (id) ON DELETE SET NULL
);
SELECT IF(@@error_count = 0 AND @migsql_block = 6, 7, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 7, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 7, 'DO 0', 'SELECT * FROM `migsql: stopped before block 8`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '87eaadc72834' WHERE revision = '46208f329e80';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 7, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 7, 8, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 4/49 upgrade 36117b4e8019: orders
-- migrations/2021-02-17_orders.ts:8
SELECT 'migsql: 4/49 upgrade 36117b4e8019 orders' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 8, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 8, 'DO 0', 'SELECT * FROM `migsql: stopped before block 9`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE `order` (
  id BIGINT NOT NULL AUTO_INCREMENT,
  number VARCHAR(20) NOT NULL COMMENT 'as printed on the customer''s mail',
  customer_id BIGINT NOT NULL,
  state VARCHAR(20) NOT NULL DEFAULT 'open',
  placed_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  total DECIMAL(10, 2) NOT NULL DEFAULT 0,
  note LONGTEXT,
  PRIMARY KEY (id),
  CONSTRAINT uq_order_number UNIQUE (number),
  CONSTRAINT fk_order_customer FOREIGN KEY (customer_id) REFERENCES customer (id)
);
SELECT IF(@@error_count = 0 AND @migsql_block = 8, 9, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 9, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 9, 'DO 0', 'SELECT * FROM `migsql: stopped before block 10`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE order_line (
  order_id BIGINT NOT NULL,
  line_no SMALLINT NOT NULL,
  product_id BIGINT NOT NULL,
  quantity INT NOT NULL DEFAULT 1,
  unit_price DECIMAL(8, 2) NOT NULL,
  PRIMARY KEY (order_id, line_no),
  CONSTRAINT fk_order_line_order FOREIGN KEY (order_id) REFERENCES `order` (id) ON DELETE CASCADE,
  CONSTRAINT fk_order_line_product FOREIGN KEY (product_id) REFERENCES product (id),
  CONSTRAINT ck_order_line_quantity CHECK (quantity > 0)
);
SELECT IF(@@error_count = 0 AND @migsql_block = 9, 10, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 10, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 10, 'DO 0', 'SELECT * FROM `migsql: stopped before block 11`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '36117b4e8019' WHERE revision = '87eaadc72834';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 10, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 10, 11, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 5/49 upgrade 1ddf68950622: currencies
-- migrations/2021-03-01_currencies.ts:29
SELECT 'migsql: 5/49 upgrade 1ddf68950622 currencies' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 11, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 11, 'DO 0', 'SELECT * FROM `migsql: stopped before block 12`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE currency (
  code VARCHAR(3) NOT NULL,
  title VARCHAR(60) NOT NULL,
  symbol VARCHAR(8) NOT NULL,
  digits SMALLINT NOT NULL DEFAULT 2,
  PRIMARY KEY (code)
);
SELECT IF(@@error_count = 0 AND @migsql_block = 11, 12, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 12, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 12, 'DO 0', 'SELECT * FROM `migsql: stopped before block 13`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
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
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 12, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 12, 13, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;
SET @migsql = IF(@migsql_block = 13, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 13, 'DO 0', 'SELECT * FROM `migsql: stopped before block 14`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE `order` ADD COLUMN currency_code VARCHAR(3) NOT NULL DEFAULT 'EUR';
SELECT IF(@@error_count = 0 AND @migsql_block = 13, 14, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 14, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 14, 'DO 0', 'SELECT * FROM `migsql: stopped before block 15`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE `order` ADD CONSTRAINT fk_order_currency FOREIGN KEY (currency_code) REFERENCES currency (code);
SELECT IF(@@error_count = 0 AND @migsql_block = 14, 15, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 15, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 15, 'DO 0', 'SELECT * FROM `migsql: stopped before block 16`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '1ddf68950622' WHERE revision = '36117b4e8019';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 15, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 15, 16, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 6/49 upgrade 0d7395f9f06e: countries we ship to
-- migrations/2021-03-22_countries.ts:11
SELECT 'migsql: 6/49 upgrade 0d7395f9f06e countries we ship to' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 16, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 16, 'DO 0', 'SELECT * FROM `migsql: stopped before block 17`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE country (
  code VARCHAR(2) NOT NULL COMMENT 'ISO 3166-1 alpha-2',
  title VARCHAR(80) NOT NULL,
  native_title VARCHAR(80) NOT NULL,
  postal_code_pattern VARCHAR(120) COMMENT 'regular expression; none: anything goes',
  eu_member BOOLEAN NOT NULL,
  eu_since DATE,
  PRIMARY KEY (code)
) COMMENT = 'where parcels may go';
SELECT IF(@@error_count = 0 AND @migsql_block = 16, 17, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 17, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 17, 'DO 0', 'SELECT * FROM `migsql: stopped before block 18`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
INSERT INTO country (code, title, native_title, postal_code_pattern, eu_member, eu_since) VALUES
  ('AT', 'Austria', 'Österreich', REPLACE('^\\d{4}$', '\\', LEFT('\\', 1)), TRUE, '1995-01-01'),
  ('AX', 'Åland Islands', 'Åland', REPLACE('^22\\d{3}$', '\\', LEFT('\\', 1)), TRUE, '1995-01-01'),
  ('BE', 'Belgium', 'België / Belgique / Belgien', REPLACE('^\\d{4}$', '\\', LEFT('\\', 1)), TRUE, '1958-01-01'),
  ('BG', 'Bulgaria', 'България', REPLACE('^\\d{4}$', '\\', LEFT('\\', 1)), TRUE, '2007-01-01'),
  ('CH', 'Switzerland', 'Schweiz · Suisse · Svizzera · Svizra', REPLACE('^[1-9]\\d{3}$', '\\', LEFT('\\', 1)), FALSE, NULL),
  ('CI', 'Côte d''Ivoire', 'Côte d’Ivoire', NULL, FALSE, NULL),
  ('CW', 'Curaçao', 'Kòrsou', NULL, FALSE, NULL),
  ('CZ', 'Czechia', 'Česko', REPLACE('^\\d{3}\\s?\\d{2}$', '\\', LEFT('\\', 1)), TRUE, '2004-05-01'),
  ('DE', 'Germany', 'Deutschland', REPLACE('^\\d{5}$', '\\', LEFT('\\', 1)), TRUE, '1958-01-01'),
  ('DK', 'Denmark', 'Danmark', REPLACE('^\\d{4}$', '\\', LEFT('\\', 1)), TRUE, '1973-01-01'),
  ('ES', 'Spain', 'España', REPLACE('^(?:0[1-9]|[1-4]\\d|5[0-2])\\d{3}$', '\\', LEFT('\\', 1)), TRUE, '1986-01-01'),
  ('FR', 'France', 'France', REPLACE('^\\d{2}\\s?\\d{3}$', '\\', LEFT('\\', 1)), TRUE, '1958-01-01'),
  ('GB', 'United Kingdom', 'United Kingdom', REPLACE('^GIR ?0AA|(?:[A-Z]{1,2}\\d[A-Z\\d]?) ?\\d[A-Z]{2}$', '\\', LEFT('\\', 1)), FALSE, NULL),
  ('GR', 'Greece', 'Ελλάδα', REPLACE('^\\d{3}\\s?\\d{2}$', '\\', LEFT('\\', 1)), TRUE, '1981-01-01'),
  ('IE', 'Ireland', 'Éire', REPLACE('^[\\dA-Z]{3} ?[\\dA-Z]{4}$', '\\', LEFT('\\', 1)), TRUE, '1973-01-01'),
  ('IL', 'Israel', 'ישראל', REPLACE('^\\d{7}$', '\\', LEFT('\\', 1)), FALSE, NULL),
  ('JP', 'Japan', '日本', REPLACE('^\\d{3}-\\d{4}$', '\\', LEFT('\\', 1)), FALSE, NULL),
  ('PL', 'Poland', 'Polska', REPLACE('^\\d{2}-\\d{3}$', '\\', LEFT('\\', 1)), TRUE, '2004-05-01'),
  ('RE', 'Réunion', 'La Réunion', REPLACE('^974\\d{2}$', '\\', LEFT('\\', 1)), TRUE, '1958-01-01'),
  ('SE', 'Sweden', 'Sverige', REPLACE('^\\d{3} ?\\d{2}$', '\\', LEFT('\\', 1)), TRUE, '1995-01-01'),
  ('TN', 'Tunisia', 'تونس', REPLACE('^\\d{4}$', '\\', LEFT('\\', 1)), FALSE, NULL),
  ('US', 'United States', 'United States', REPLACE('^\\d{5}(-\\d{4})?$', '\\', LEFT('\\', 1)), FALSE, NULL);
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 17, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 17, 18, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;
SET @migsql = IF(@migsql_block = 18, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 18, 'DO 0', 'SELECT * FROM `migsql: stopped before block 19`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer ADD COLUMN country_code VARCHAR(2);
SELECT IF(@@error_count = 0 AND @migsql_block = 18, 19, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 19, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 19, 'DO 0', 'SELECT * FROM `migsql: stopped before block 20`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer ADD CONSTRAINT fk_customer_country FOREIGN KEY (country_code) REFERENCES country (code);
SELECT IF(@@error_count = 0 AND @migsql_block = 19, 20, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 20, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 20, 'DO 0', 'SELECT * FROM `migsql: stopped before block 21`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE customer SET country_code = 'DE' WHERE street IS NOT NULL;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
UPDATE migsql_version SET revision = '0d7395f9f06e' WHERE revision = '1ddf68950622';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 20, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 20, 21, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 7/49 upgrade 6758cf2b92be: e-mail addresses in lower case
-- migrations/2021-04-06_lower_case_emails.sql:8
SELECT 'migsql: 7/49 upgrade 6758cf2b92be e-mail addresses in lower case' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 21, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 21, 'DO 0', 'SELECT * FROM `migsql: stopped before block 22`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE customer SET email = lower(email);
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
UPDATE migsql_version SET revision = '6758cf2b92be' WHERE revision = '0d7395f9f06e';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 21, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 21, 22, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 8/49 upgrade 1cc4c30c1f8a: one account per e-mail address
-- migrations/2021-04-07_unique_emails.ts:7
SELECT 'migsql: 8/49 upgrade 1cc4c30c1f8a one account per e-mail address' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 22, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 22, 'DO 0', 'SELECT * FROM `migsql: stopped before block 23`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer ADD CONSTRAINT uq_customer_email UNIQUE (email);
SELECT IF(@@error_count = 0 AND @migsql_block = 22, 23, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 23, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 23, 'DO 0', 'SELECT * FROM `migsql: stopped before block 24`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '1cc4c30c1f8a' WHERE revision = '6758cf2b92be';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 23, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 23, 24, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 9/49 upgrade 0cd4b8651c52: newsletter subscriptions of their own
-- migrations/2021-05-18_newsletter.ts:13
SELECT 'migsql: 9/49 upgrade 0cd4b8651c52 newsletter subscriptions of their own' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 24, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 24, 'DO 0', 'SELECT * FROM `migsql: stopped before block 25`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE newsletter_subscription (
  email VARCHAR(254) NOT NULL,
  confirmed BOOLEAN NOT NULL DEFAULT FALSE,
  subscribed_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  PRIMARY KEY (email)
);
SELECT IF(@@error_count = 0 AND @migsql_block = 24, 25, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 25, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 25, 'DO 0', 'SELECT * FROM `migsql: stopped before block 26`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
INSERT INTO newsletter_subscription (email, confirmed, subscribed_at)
      SELECT email, TRUE, created_at FROM customer WHERE newsletter = TRUE;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 25, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 25, 26, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;
SET @migsql = IF(@migsql_block = 26, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 26, 'DO 0', 'SELECT * FROM `migsql: stopped before block 27`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer DROP COLUMN newsletter;
SELECT IF(@@error_count = 0 AND @migsql_block = 26, 27, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 27, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 27, 'DO 0', 'SELECT * FROM `migsql: stopped before block 28`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '0cd4b8651c52' WHERE revision = '1cc4c30c1f8a';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 27, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 27, 28, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 10/49 upgrade ba98f9e3b99d: order becomes sales_order
-- migrations/2021-06-30_rename_order.ts:9
SELECT 'migsql: 10/49 upgrade ba98f9e3b99d order becomes sales_order' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 28, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 28, 'DO 0', 'SELECT * FROM `migsql: stopped before block 29`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
RENAME TABLE `order` TO sales_order;
SELECT IF(@@error_count = 0 AND @migsql_block = 28, 29, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 29, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 29, 'DO 0', 'SELECT * FROM `migsql: stopped before block 30`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE sales_order COMMENT = 'what a customer ordered; ''order'' until June 2021';
SELECT IF(@@error_count = 0 AND @migsql_block = 29, 30, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 30, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 30, 'DO 0', 'SELECT * FROM `migsql: stopped before block 31`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = 'ba98f9e3b99d' WHERE revision = '0cd4b8651c52';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 30, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 30, 31, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 11/49 upgrade e3fa8f544d98: display names, longer phone numbers
-- migrations/2021-08-11_customer_names_and_phones.ts:9
SELECT 'migsql: 11/49 upgrade e3fa8f544d98 display names, longer phone numbers' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 31, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 31, 'DO 0', 'SELECT * FROM `migsql: stopped before block 32`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer CHANGE COLUMN full_name display_name VARCHAR(120) NOT NULL COMMENT 'person or company, as on the parcel';
SELECT IF(@@error_count = 0 AND @migsql_block = 31, 32, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 32, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 32, 'DO 0', 'SELECT * FROM `migsql: stopped before block 33`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer MODIFY COLUMN phone VARCHAR(32) NULL;
SELECT IF(@@error_count = 0 AND @migsql_block = 32, 33, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 33, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 33, 'DO 0', 'SELECT * FROM `migsql: stopped before block 34`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer MODIFY COLUMN postal_code VARCHAR(16) NULL COMMENT 'checked against the country';
SELECT IF(@@error_count = 0 AND @migsql_block = 33, 34, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 34, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 34, 'DO 0', 'SELECT * FROM `migsql: stopped before block 35`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = 'e3fa8f544d98' WHERE revision = 'ba98f9e3b99d';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 34, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 34, 35, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 12/49 upgrade aef3edab6b4a: larger order totals
-- migrations/2021-10-04_larger_totals.ts:9
SELECT 'migsql: 12/49 upgrade aef3edab6b4a larger order totals' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 35, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 35, 'DO 0', 'SELECT * FROM `migsql: stopped before block 36`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE sales_order MODIFY COLUMN total DECIMAL(14, 2) NOT NULL DEFAULT 0;
SELECT IF(@@error_count = 0 AND @migsql_block = 35, 36, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 36, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 36, 'DO 0', 'SELECT * FROM `migsql: stopped before block 37`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = 'aef3edab6b4a' WHERE revision = 'e3fa8f544d98';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 36, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 36, 37, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 13/49 upgrade 7b9ae6c60c73: gift cards for Christmas
-- migrations/2021-11-22_gift_cards.ts:14
SELECT 'migsql: 13/49 upgrade 7b9ae6c60c73 gift cards for Christmas' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 37, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 37, 'DO 0', 'SELECT * FROM `migsql: stopped before block 38`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
INSERT INTO product (sku, title, description, price) VALUES
  ('GIFT-25', 'Gift card „25 €“', CONCAT('Worth €25.', CHAR(10, 10 USING utf8mb4), 'Use it in the store or online; it''s valid for 3 years.', CHAR(10 USING utf8mb4), 'Terms: ', CHAR(92, 92 USING utf8mb4), 'files', CHAR(92 USING utf8mb4), 'gift.pdf'), 25.00),
  ('GIFT-50', 'Gift card „50 €“', CONCAT('Worth €50.', CHAR(10, 10 USING utf8mb4), 'Use it in the store or online; it''s valid for 3 years.', CHAR(10 USING utf8mb4), 'Terms: ', CHAR(92, 92 USING utf8mb4), 'files', CHAR(92 USING utf8mb4), 'gift.pdf'), 50.00),
  ('GIFT-100', 'Gift card „100 €“', CONCAT('Worth €100.', CHAR(10, 10 USING utf8mb4), 'Use it in the store or online; it''s valid for 3 years.', CHAR(10 USING utf8mb4), 'Terms: ', CHAR(92, 92 USING utf8mb4), 'files', CHAR(92 USING utf8mb4), 'gift.pdf'), 100.00);
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
UPDATE migsql_version SET revision = '7b9ae6c60c73' WHERE revision = 'aef3edab6b4a';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 37, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 37, 38, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 14/49 upgrade 92081823d745: product slugs
-- migrations/2022-02-02_product_slugs.ts:9
SELECT 'migsql: 14/49 upgrade 92081823d745 product slugs' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 38, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 38, 'DO 0', 'SELECT * FROM `migsql: stopped before block 39`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE product ADD COLUMN slug VARCHAR(80) COMMENT 'in the address: /p/gift-25';
SELECT IF(@@error_count = 0 AND @migsql_block = 38, 39, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 39, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 39, 'DO 0', 'SELECT * FROM `migsql: stopped before block 40`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE product SET slug = lower(sku);
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 39, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 39, 40, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;
SET @migsql = IF(@migsql_block = 40, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 40, 'DO 0', 'SELECT * FROM `migsql: stopped before block 41`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE product MODIFY COLUMN slug VARCHAR(80) NOT NULL COMMENT 'in the address: /p/gift-25';
SELECT IF(@@error_count = 0 AND @migsql_block = 40, 41, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 41, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 41, 'DO 0', 'SELECT * FROM `migsql: stopped before block 42`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE product ADD CONSTRAINT uq_product_slug UNIQUE (slug);
SELECT IF(@@error_count = 0 AND @migsql_block = 41, 42, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 42, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 42, 'DO 0', 'SELECT * FROM `migsql: stopped before block 43`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '92081823d745' WHERE revision = '7b9ae6c60c73';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 42, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 42, 43, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 15/49 upgrade ea96785f4d97: product images
-- migrations/2022-03-15_product_images.ts:15
SELECT 'migsql: 15/49 upgrade ea96785f4d97 product images' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 43, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 43, 'DO 0', 'SELECT * FROM `migsql: stopped before block 44`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE product_image (
  id BIGINT NOT NULL AUTO_INCREMENT,
  product_id BIGINT NOT NULL,
  sort_order SMALLINT NOT NULL DEFAULT 0,
  content_type VARCHAR(60) NOT NULL,
  content LONGBLOB NOT NULL,
  sha256 VARBINARY(32),
  PRIMARY KEY (id),
  CONSTRAINT fk_product_image_product FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE
);
SELECT IF(@@error_count = 0 AND @migsql_block = 43, 44, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 44, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 44, 'DO 0', 'SELECT * FROM `migsql: stopped before block 45`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
INSERT INTO product_image (product_id, content_type, content)
        SELECT id, 'image/gif', x'47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b' FROM product;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
UPDATE migsql_version SET revision = 'ea96785f4d97' WHERE revision = '92081823d745';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 44, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 44, 45, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 16/49 upgrade 19533672927f: reviews
-- migrations/2022-04-28_reviews.ts:8
SELECT 'migsql: 16/49 upgrade 19533672927f reviews' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 45, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 45, 'DO 0', 'SELECT * FROM `migsql: stopped before block 46`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE review (
  id BIGINT NOT NULL AUTO_INCREMENT,
  product_id BIGINT NOT NULL,
  customer_id BIGINT COMMENT 'empty once the account is deleted (GDPR, art. 17)',
  stars SMALLINT NOT NULL,
  title VARCHAR(120),
  body LONGTEXT,
  approved BOOLEAN NOT NULL DEFAULT FALSE,
  written_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  PRIMARY KEY (id),
  CONSTRAINT fk_review_product FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE,
  CONSTRAINT fk_review_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE SET NULL,
  CONSTRAINT ck_review_stars CHECK (stars BETWEEN 1 AND 5)
) COMMENT = 'shown once approved';
SELECT IF(@@error_count = 0 AND @migsql_block = 45, 46, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 46, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 46, 'DO 0', 'SELECT * FROM `migsql: stopped before block 47`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '19533672927f' WHERE revision = 'ea96785f4d97';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 46, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 46, 47, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 17/49 upgrade d2156a5519d4: categories in three languages
-- migrations/2022-07-12_category_translations.ts:36
SELECT 'migsql: 17/49 upgrade d2156a5519d4 categories in three languages' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 47, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 47, 'DO 0', 'SELECT * FROM `migsql: stopped before block 48`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE category_translation (
  category_id BIGINT NOT NULL,
  locale VARCHAR(5) NOT NULL,
  title VARCHAR(120) NOT NULL,
  PRIMARY KEY (category_id, locale),
  CONSTRAINT fk_category_translation FOREIGN KEY (category_id) REFERENCES category (id) ON DELETE CASCADE
);
SELECT IF(@@error_count = 0 AND @migsql_block = 47, 48, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 48, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 48, 'DO 0', 'SELECT * FROM `migsql: stopped before block 49`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
INSERT INTO category (slug, title) VALUES
  ('home', 'Home & garden'),
  ('tools', 'Tools');
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
INSERT INTO category (slug, title, parent_id)
    SELECT 'lighting', 'Lighting', id FROM category WHERE slug = 'home';
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
INSERT INTO category (slug, title, parent_id)
    SELECT 'hand-tools', 'Craftsman''s hand tools', id FROM category WHERE slug = 'tools';
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
INSERT INTO category (slug, title, parent_id)
    SELECT 'screws', 'Screws & nuts', id FROM category WHERE slug = 'tools';
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, 'de', 'Haus & Garten' FROM category WHERE slug = 'home';
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, 'pl', 'Dom i ogród' FROM category WHERE slug = 'home';
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, 'de', 'Werkzeug' FROM category WHERE slug = 'tools';
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, 'pl', 'Narzędzia' FROM category WHERE slug = 'tools';
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, 'de', 'Leuchten für drinnen & draußen' FROM category WHERE slug = 'lighting';
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, 'pl', 'Oświetlenie' FROM category WHERE slug = 'lighting';
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, 'de', 'Handwerkzeug' FROM category WHERE slug = 'hand-tools';
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, 'pl', 'Narzędzia ręczne' FROM category WHERE slug = 'hand-tools';
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, 'de', 'Schrauben' FROM category WHERE slug = 'screws';
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, 'pl', 'Śruby i nakrętki' FROM category WHERE slug = 'screws';
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
UPDATE migsql_version SET revision = 'd2156a5519d4' WHERE revision = '19533672927f';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 48, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 48, 49, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 18/49 upgrade 6557269ccbd7: orders by time
-- migrations/2022-10-05_orders_by_time.ts:9
SELECT 'migsql: 18/49 upgrade 6557269ccbd7 orders by time' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 49, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 49, 'DO 0', 'SELECT * FROM `migsql: stopped before block 50`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE INDEX ix_sales_order_placed_at ON sales_order (placed_at, state);
SELECT IF(@@error_count = 0 AND @migsql_block = 49, 50, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 50, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 50, 'DO 0', 'SELECT * FROM `migsql: stopped before block 51`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '6557269ccbd7' WHERE revision = 'd2156a5519d4';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 50, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 50, 51, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 19/49 upgrade a28bcdf6e598: promotions
-- migrations/2022-12-01_promotions.ts:10
SELECT 'migsql: 19/49 upgrade a28bcdf6e598 promotions' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 51, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 51, 'DO 0', 'SELECT * FROM `migsql: stopped before block 52`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE promotion (
  code VARCHAR(40) NOT NULL,
  title VARCHAR(120) NOT NULL,
  discount_percent DECIMAL(5, 2) NOT NULL,
  starts_on DATE NOT NULL,
  ends_on DATE,
  max_uses BIGINT NOT NULL DEFAULT 9223372036854775807,
  `condition` JSON COMMENT 'what a basket must hold',
  PRIMARY KEY (code),
  CONSTRAINT ck_promotion_dates CHECK (ends_on >= starts_on),
  CONSTRAINT ck_promotion_discount CHECK (discount_percent BETWEEN 0 AND 100)
);
SELECT IF(@@error_count = 0 AND @migsql_block = 51, 52, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 52, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 52, 'DO 0', 'SELECT * FROM `migsql: stopped before block 53`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
INSERT INTO promotion (code, title, discount_percent, starts_on, ends_on, max_uses, `condition`) VALUES
  ('XMAS22', 'Santa''s 15 % — ho ho ho 🎅', 15.00, '2022-12-01', '2022-12-24', 5000, REPLACE('{"minTotal":49.9,"categories":["lighting"],"text":"from 49,90 € — \\"while stock lasts\\""}', '\\', LEFT('\\', 1))),
  ('FRIENDS', 'Friends & family', 20.00, '2023-01-01', NULL, 9223372036854775807, NULL);
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
UPDATE migsql_version SET revision = 'a28bcdf6e598' WHERE revision = '6557269ccbd7';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 52, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 52, 53, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 20/49 upgrade 33e76c107f09: wishlists
-- migrations/2023-02-14_wishlists.ts:9
SELECT 'migsql: 20/49 upgrade 33e76c107f09 wishlists' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 53, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 53, 'DO 0', 'SELECT * FROM `migsql: stopped before block 54`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE wishlist (
  id BIGINT NOT NULL AUTO_INCREMENT,
  public_id CHAR(36) NOT NULL DEFAULT (UUID()) COMMENT 'for links sent to friends',
  customer_id BIGINT NOT NULL,
  title VARCHAR(80) NOT NULL DEFAULT 'My wishlist',
  created_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  updated_at TIMESTAMP(6) NULL,
  PRIMARY KEY (id),
  CONSTRAINT uq_wishlist_public_id UNIQUE (public_id),
  CONSTRAINT fk_wishlist_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE
);
SELECT IF(@@error_count = 0 AND @migsql_block = 53, 54, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 54, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 54, 'DO 0', 'SELECT * FROM `migsql: stopped before block 55`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE wishlist_item (
  wishlist_id BIGINT NOT NULL,
  product_id BIGINT NOT NULL,
  wish VARCHAR(500) COMMENT '"the blue one, please"',
  PRIMARY KEY (wishlist_id, product_id),
  CONSTRAINT fk_wishlist_item_wishlist FOREIGN KEY (wishlist_id) REFERENCES wishlist (id) ON DELETE CASCADE,
  CONSTRAINT fk_wishlist_item_product FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE
);
SELECT IF(@@error_count = 0 AND @migsql_block = 54, 55, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 55, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 55, 'DO 0', 'SELECT * FROM `migsql: stopped before block 56`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '33e76c107f09' WHERE revision = 'a28bcdf6e598';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 55, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 55, 56, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 21/49 upgrade c82c0dc320b7: warehouses
-- migrations/2022-01-10_warehouses.ts:10
SELECT 'migsql: 21/49 upgrade c82c0dc320b7 warehouses' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 56, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 56, 'DO 0', 'SELECT * FROM `migsql: stopped before block 57`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE warehouse (
  code VARCHAR(8) NOT NULL,
  title VARCHAR(80) NOT NULL,
  latitude DOUBLE,
  longitude DOUBLE,
  label_printer VARCHAR(120) COMMENT 'UNC path',
  active BOOLEAN NOT NULL DEFAULT TRUE,
  created_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  updated_at TIMESTAMP(6) NULL,
  PRIMARY KEY (code)
);
SELECT IF(@@error_count = 0 AND @migsql_block = 56, 57, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 57, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 57, 'DO 0', 'SELECT * FROM `migsql: stopped before block 58`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
INSERT INTO warehouse (code, title, latitude, longitude, label_printer) VALUES
  ('BER1', 'Großbeeren', 52.3576, 13.3089, REPLACE('\\\\ber1-print\\labels', '\\', LEFT('\\', 1))),
  ('BER2', 'Store (''Kasse 1'')', 52.4986, 13.4321, NULL),
  ('WRO1', 'Wrocław', 51.1079, 17.0385, REPLACE('\\\\wro1-print\\labels\\A6', '\\', LEFT('\\', 1))),
  ('VLC1', 'València', 39.4699, -0.3763, REPLACE('\\\\vlc1-print\\labels', '\\', LEFT('\\', 1)));
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
INSERT INTO migsql_version (revision) VALUES ('c82c0dc320b7');
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 57, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 57, 58, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 22/49 upgrade 935b43ea52d2: stock per warehouse
-- migrations/2022-01-19_stock.ts:8
SELECT 'migsql: 22/49 upgrade 935b43ea52d2 stock per warehouse' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 58, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 58, 'DO 0', 'SELECT * FROM `migsql: stopped before block 59`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE stock (
  product_id BIGINT NOT NULL,
  warehouse_code VARCHAR(8) NOT NULL,
  quantity INT NOT NULL DEFAULT 0,
  counted_on DATE,
  PRIMARY KEY (product_id, warehouse_code),
  CONSTRAINT fk_stock_product FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE,
  CONSTRAINT fk_stock_warehouse FOREIGN KEY (warehouse_code) REFERENCES warehouse (code),
  CONSTRAINT ck_stock_quantity CHECK (quantity >= 0)
);
SELECT IF(@@error_count = 0 AND @migsql_block = 58, 59, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 59, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 59, 'DO 0', 'SELECT * FROM `migsql: stopped before block 60`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
INSERT INTO stock (product_id, warehouse_code) SELECT id, 'BER1' FROM product;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
UPDATE migsql_version SET revision = '935b43ea52d2' WHERE revision = 'c82c0dc320b7';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 59, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 59, 60, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 23/49 upgrade 831446a99908: stock movements
-- migrations/2022-02-23_stock_movements.ts:10
SELECT 'migsql: 23/49 upgrade 831446a99908 stock movements' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 60, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 60, 'DO 0', 'SELECT * FROM `migsql: stopped before block 61`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE stock_movement (
  id BIGINT NOT NULL AUTO_INCREMENT,
  product_id BIGINT NOT NULL,
  warehouse_code VARCHAR(8) NOT NULL,
  quantity INT NOT NULL COMMENT 'negative: taken out',
  reason VARCHAR(20) NOT NULL DEFAULT 'sale',
  note VARCHAR(500),
  occurred_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  PRIMARY KEY (id),
  CONSTRAINT fk_stock_movement_stock FOREIGN KEY (product_id, warehouse_code) REFERENCES stock (product_id, warehouse_code)
);
SELECT IF(@@error_count = 0 AND @migsql_block = 60, 61, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 61, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 61, 'DO 0', 'SELECT * FROM `migsql: stopped before block 62`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '831446a99908' WHERE revision = '935b43ea52d2';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 61, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 61, 62, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 24/49 upgrade 4cba307e3cd7: carriers and shipments
-- migrations/2022-05-04_shipments.ts:16
SELECT 'migsql: 24/49 upgrade 4cba307e3cd7 carriers and shipments' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 62, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 62, 'DO 0', 'SELECT * FROM `migsql: stopped before block 63`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE carrier (
  code VARCHAR(12) NOT NULL,
  title VARCHAR(60) NOT NULL,
  tracking_url VARCHAR(300) COMMENT '{number} stands for the tracking number',
  PRIMARY KEY (code)
);
SELECT IF(@@error_count = 0 AND @migsql_block = 62, 63, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 63, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 63, 'DO 0', 'SELECT * FROM `migsql: stopped before block 64`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
INSERT INTO carrier (code, title, tracking_url) VALUES
  ('dhl', 'DHL', 'https://dhl.example/track?piece={number}&lang=de'),
  ('inpost', 'InPost (Paczkomat ''całodobowy'')', 'https://inpost.example/#!:{number}'),
  ('paeckli', 'Päckli 📦', 'https://paeckli.example/$(track)/{number}?ok=100%25'),
  ('pickup', 'Picked up in the store', NULL);
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 63, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 63, 64, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;
SET @migsql = IF(@migsql_block = 64, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 64, 'DO 0', 'SELECT * FROM `migsql: stopped before block 65`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE shipment (
  id BIGINT NOT NULL AUTO_INCREMENT,
  order_id BIGINT NOT NULL,
  carrier_code VARCHAR(12) NOT NULL,
  tracking_number VARCHAR(40),
  weight VARCHAR(12) COMMENT 'grams, as the scale prints them',
  shipped_at TIMESTAMP(6) NULL,
  PRIMARY KEY (id),
  CONSTRAINT fk_shipment_order FOREIGN KEY (order_id) REFERENCES sales_order (id) ON DELETE CASCADE
);
SELECT IF(@@error_count = 0 AND @migsql_block = 64, 65, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 65, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 65, 'DO 0', 'SELECT * FROM `migsql: stopped before block 66`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE shipment ADD CONSTRAINT fk_shipment_carrier FOREIGN KEY (carrier_code) REFERENCES carrier (code) ON UPDATE CASCADE;
SELECT IF(@@error_count = 0 AND @migsql_block = 65, 66, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 66, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 66, 'DO 0', 'SELECT * FROM `migsql: stopped before block 67`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '4cba307e3cd7' WHERE revision = '831446a99908';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 66, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 66, 67, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 25/49 upgrade 8440ea93a945: quantities beyond two billion
-- migrations/2022-09-15_larger_quantities.ts:12
SELECT 'migsql: 25/49 upgrade 8440ea93a945 quantities beyond two billion' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 67, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 67, 'DO 0', 'SELECT * FROM `migsql: stopped before block 68`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE stock DROP CHECK ck_stock_quantity;
SELECT IF(@@error_count = 0 AND @migsql_block = 67, 68, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 68, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 68, 'DO 0', 'SELECT * FROM `migsql: stopped before block 69`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE stock MODIFY COLUMN quantity BIGINT NOT NULL DEFAULT 0;
SELECT IF(@@error_count = 0 AND @migsql_block = 68, 69, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 69, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 69, 'DO 0', 'SELECT * FROM `migsql: stopped before block 70`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE stock ADD CONSTRAINT ck_stock_quantity CHECK (quantity >= 0);
SELECT IF(@@error_count = 0 AND @migsql_block = 69, 70, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 70, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 70, 'DO 0', 'SELECT * FROM `migsql: stopped before block 71`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE stock_movement MODIFY COLUMN quantity BIGINT NOT NULL COMMENT 'negative: taken out';
SELECT IF(@@error_count = 0 AND @migsql_block = 70, 71, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 71, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 71, 'DO 0', 'SELECT * FROM `migsql: stopped before block 72`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '8440ea93a945' WHERE revision = '4cba307e3cd7';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 71, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 71, 72, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 26/49 upgrade e5c851b65ffb: shipment weight as a number
-- migrations/2022-11-07_shipment_weight.ts:23
SELECT 'migsql: 26/49 upgrade e5c851b65ffb shipment weight as a number' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 72, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 72, 'DO 0', 'SELECT * FROM `migsql: stopped before block 73`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE shipment MODIFY COLUMN weight INT NULL COMMENT 'grams, packaging included';
SELECT IF(@@error_count = 0 AND @migsql_block = 72, 73, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 73, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 73, 'DO 0', 'SELECT * FROM `migsql: stopped before block 74`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE shipment RENAME COLUMN weight TO weight_g;
SELECT IF(@@error_count = 0 AND @migsql_block = 73, 74, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 74, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 74, 'DO 0', 'SELECT * FROM `migsql: stopped before block 75`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = 'e5c851b65ffb' WHERE revision = '8440ea93a945';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 74, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 74, 75, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 27/49 upgrade 08c7186d01d3: reasons of stock movements by code
-- migrations/2023-01-30_movement_reasons.ts:8
SELECT 'migsql: 27/49 upgrade 08c7186d01d3 reasons of stock movements by code' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 75, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 75, 'DO 0', 'SELECT * FROM `migsql: stopped before block 76`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE stock_movement RENAME COLUMN reason TO reason_code;
SELECT IF(@@error_count = 0 AND @migsql_block = 75, 76, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 76, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 76, 'DO 0', 'SELECT * FROM `migsql: stopped before block 77`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql_sql_mode = @@SESSION.sql_mode;
SELECT IF(@@error_count = 0 AND @migsql_block = 76, 77, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 77, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 77, 'DO 0', 'SELECT * FROM `migsql: stopped before block 78`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',NO_BACKSLASH_ESCAPES');
SELECT IF(@@error_count = 0 AND @migsql_block = 77, 78, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 78, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 78, 'DO 0', 'SELECT * FROM `migsql: stopped before block 79`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE stock_movement MODIFY COLUMN reason_code VARCHAR(20) NOT NULL COMMENT 'SALE, RETURN, COUNT, SCRAP; see \\wiki\stock';
SELECT IF(@@error_count = 0 AND @migsql_block = 78, 79, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 79, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 79, 'DO 0', 'SELECT * FROM `migsql: stopped before block 80`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET SESSION sql_mode = @migsql_sql_mode;
SELECT IF(@@error_count = 0 AND @migsql_block = 79, 80, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 80, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 80, 'DO 0', 'SELECT * FROM `migsql: stopped before block 81`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE stock_movement SET reason_code = upper(reason_code);
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 80, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 80, 81, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;
SET @migsql = IF(@migsql_block = 81, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 81, 'DO 0', 'SELECT * FROM `migsql: stopped before block 82`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE stock_movement COMMENT = 'append-only: a mistake is undone by a second movement';
SELECT IF(@@error_count = 0 AND @migsql_block = 81, 82, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 82, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 82, 'DO 0', 'SELECT * FROM `migsql: stopped before block 83`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '08c7186d01d3' WHERE revision = 'e5c851b65ffb';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 82, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 82, 83, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 28/49 upgrade c487449a3cc2: pick lists
-- migrations/2023-03-20_pick_lists.ts:10
SELECT 'migsql: 28/49 upgrade c487449a3cc2 pick lists' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 83, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 83, 'DO 0', 'SELECT * FROM `migsql: stopped before block 84`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE pick_list (
  id BIGINT NOT NULL AUTO_INCREMENT,
  warehouse_code VARCHAR(8) NOT NULL,
  device_id CHAR(36) COMMENT 'the handheld that walks it',
  started_at TIMESTAMP(6) NULL,
  done BOOLEAN NOT NULL DEFAULT FALSE,
  PRIMARY KEY (id),
  CONSTRAINT fk_pick_list_warehouse FOREIGN KEY (warehouse_code) REFERENCES warehouse (code)
);
SELECT IF(@@error_count = 0 AND @migsql_block = 83, 84, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 84, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 84, 'DO 0', 'SELECT * FROM `migsql: stopped before block 85`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE pick_list_line (
  pick_list_id BIGINT NOT NULL,
  stop_no SMALLINT NOT NULL,
  order_id BIGINT NOT NULL,
  order_line_no SMALLINT NOT NULL,
  picked INT NOT NULL DEFAULT 0,
  PRIMARY KEY (pick_list_id, stop_no),
  CONSTRAINT fk_pick_list_line_list FOREIGN KEY (pick_list_id) REFERENCES pick_list (id) ON DELETE CASCADE,
  CONSTRAINT fk_pick_list_line_order_line FOREIGN KEY (order_id, order_line_no) REFERENCES order_line (order_id, line_no)
);
SELECT IF(@@error_count = 0 AND @migsql_block = 84, 85, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 85, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 85, 'DO 0', 'SELECT * FROM `migsql: stopped before block 86`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = 'c487449a3cc2' WHERE revision = '08c7186d01d3';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 85, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 85, 86, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 29/49 upgrade 76a22f968352: "tell me when it is back"
-- migrations/2023-04-03_back_in_stock.ts:9
SELECT 'migsql: 29/49 upgrade 76a22f968352 "tell me when it is back"' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 86, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 86, 'DO 0', 'SELECT * FROM `migsql: stopped before block 87`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE back_in_stock_alert (
  email VARCHAR(254) NOT NULL,
  product_id BIGINT NOT NULL,
  warehouse_code VARCHAR(8) NOT NULL,
  asked_on DATE NOT NULL,
  PRIMARY KEY (email, product_id, warehouse_code),
  CONSTRAINT fk_back_in_stock_alert_stock FOREIGN KEY (product_id, warehouse_code) REFERENCES stock (product_id, warehouse_code) ON DELETE CASCADE
);
SELECT IF(@@error_count = 0 AND @migsql_block = 86, 87, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 87, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 87, 'DO 0', 'SELECT * FROM `migsql: stopped before block 88`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '76a22f968352' WHERE revision = '33e76c107f09';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 87, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 87, 88, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 30/49 upgrade 127eb5c32a9d: merge storefront and warehouse
-- migrations/2023-05-22_merge_storefront_and_warehouse.ts
SELECT 'migsql: 30/49 upgrade 127eb5c32a9d merge storefront and warehouse' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 88, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 88, 'DO 0', 'SELECT * FROM `migsql: stopped before block 89`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
DELETE FROM migsql_version WHERE revision = '76a22f968352';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
UPDATE migsql_version SET revision = '127eb5c32a9d' WHERE revision = 'c487449a3cc2';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 88, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 88, 89, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 31/49 upgrade b11ef72a092c: public ids for customers
-- migrations/2023-06-19_customer_public_ids.ts:9
SELECT 'migsql: 31/49 upgrade b11ef72a092c public ids for customers' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 89, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 89, 'DO 0', 'SELECT * FROM `migsql: stopped before block 90`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer ADD COLUMN public_id CHAR(36);
SELECT IF(@@error_count = 0 AND @migsql_block = 89, 90, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 90, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 90, 'DO 0', 'SELECT * FROM `migsql: stopped before block 91`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE customer SET public_id = UUID();
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 90, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 90, 91, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;
SET @migsql = IF(@migsql_block = 91, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 91, 'DO 0', 'SELECT * FROM `migsql: stopped before block 92`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer MODIFY COLUMN public_id CHAR(36) NOT NULL;
SELECT IF(@@error_count = 0 AND @migsql_block = 91, 92, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 92, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 92, 'DO 0', 'SELECT * FROM `migsql: stopped before block 93`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer ADD CONSTRAINT uq_customer_public_id UNIQUE (public_id);
SELECT IF(@@error_count = 0 AND @migsql_block = 92, 93, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 93, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 93, 'DO 0', 'SELECT * FROM `migsql: stopped before block 94`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = 'b11ef72a092c' WHERE revision = '127eb5c32a9d';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 93, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 93, 94, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 32/49 upgrade de7d2bcc34cd: several addresses per customer
-- migrations/2023-07-31_customer_addresses.ts:25
SELECT 'migsql: 32/49 upgrade de7d2bcc34cd several addresses per customer' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 94, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 94, 'DO 0', 'SELECT * FROM `migsql: stopped before block 95`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE customer_address (
  customer_id BIGINT NOT NULL,
  kind VARCHAR(10) NOT NULL COMMENT 'billing, delivery',
  street VARCHAR(200),
  postal_code VARCHAR(16) COMMENT 'checked against the country',
  city VARCHAR(120),
  country_code VARCHAR(2),
  PRIMARY KEY (customer_id, kind),
  CONSTRAINT fk_customer_address_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE,
  CONSTRAINT fk_customer_address_country FOREIGN KEY (country_code) REFERENCES country (code)
) COMMENT = 'at most one address of each kind';
SELECT IF(@@error_count = 0 AND @migsql_block = 94, 95, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 95, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 95, 'DO 0', 'SELECT * FROM `migsql: stopped before block 96`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
INSERT INTO customer_address (customer_id, kind, street, postal_code, city, country_code)
      SELECT id, 'billing', street, postal_code, city, country_code FROM customer
      WHERE street IS NOT NULL OR postal_code IS NOT NULL OR city IS NOT NULL OR country_code IS NOT NULL;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 95, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 95, 96, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;
SET @migsql = IF(@migsql_block = 96, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 96, 'DO 0', 'SELECT * FROM `migsql: stopped before block 97`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer DROP FOREIGN KEY fk_customer_country;
SELECT IF(@@error_count = 0 AND @migsql_block = 96, 97, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 97, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 97, 'DO 0', 'SELECT * FROM `migsql: stopped before block 98`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer DROP COLUMN street;
SELECT IF(@@error_count = 0 AND @migsql_block = 97, 98, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 98, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 98, 'DO 0', 'SELECT * FROM `migsql: stopped before block 99`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer DROP COLUMN postal_code;
SELECT IF(@@error_count = 0 AND @migsql_block = 98, 99, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 99, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 99, 'DO 0', 'SELECT * FROM `migsql: stopped before block 100`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer DROP COLUMN city;
SELECT IF(@@error_count = 0 AND @migsql_block = 99, 100, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 100, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 100, 'DO 0', 'SELECT * FROM `migsql: stopped before block 101`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer DROP COLUMN country_code;
SELECT IF(@@error_count = 0 AND @migsql_block = 100, 101, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 101, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 101, 'DO 0', 'SELECT * FROM `migsql: stopped before block 102`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = 'de7d2bcc34cd' WHERE revision = 'b11ef72a092c';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 101, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 101, 102, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 33/49 upgrade ef4027880414: drop newsletter subscriptions
-- migrations/2023-10-09_drop_newsletter.ts:8
SELECT 'migsql: 33/49 upgrade ef4027880414 drop newsletter subscriptions' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 102, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 102, 'DO 0', 'SELECT * FROM `migsql: stopped before block 103`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP TABLE newsletter_subscription;
SELECT IF(@@error_count = 0 AND @migsql_block = 102, 103, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 103, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 103, 'DO 0', 'SELECT * FROM `migsql: stopped before block 104`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = 'ef4027880414' WHERE revision = 'de7d2bcc34cd';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 103, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 103, 104, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 34/49 upgrade 4e2316eb118a: mail templates
-- migrations/2023-11-14_mail_templates.ts:9
SELECT 'migsql: 34/49 upgrade 4e2316eb118a mail templates' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 104, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 104, 'DO 0', 'SELECT * FROM `migsql: stopped before block 105`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE mail_template (
  code VARCHAR(40) NOT NULL,
  locale VARCHAR(5) NOT NULL,
  subject VARCHAR(200) NOT NULL,
  body LONGTEXT NOT NULL,
  PRIMARY KEY (code, locale)
);
SELECT IF(@@error_count = 0 AND @migsql_block = 104, 105, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 105, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 105, 'DO 0', 'SELECT * FROM `migsql: stopped before block 106`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
INSERT INTO mail_template (code, locale, subject, body) VALUES
  ('order_confirmation', 'en', 'We''ve got your order {{number}}', CONCAT('Dear {{name}},', CHAR(10, 10 USING utf8mb4), 'thank you for your order; it''s on its way through our warehouse.', CHAR(10, 10 USING utf8mb4), 'Total: {{total}} ({{lines}} item(s), VAT incl.)', CHAR(10 USING utf8mb4), 'Track it: https://shop.example/o/:number?a=1&b=$(ref)', CHAR(10, 10 USING utf8mb4), '-- ', CHAR(10 USING utf8mb4), 'The shop', CHAR(10 USING utf8mb4), 'Görlitzer Straße 12, Berlin', CHAR(10 USING utf8mb4))),
  ('order_confirmation', 'de', 'Ihre Bestellung {{number}} ist da', CONCAT('Guten Tag {{name}},', CHAR(10, 10 USING utf8mb4), 'vielen Dank für Ihre Bestellung – wir packen schon.', CHAR(10, 10 USING utf8mb4), 'Summe: {{total}}', CHAR(10, 10 USING utf8mb4), '-- ', CHAR(10 USING utf8mb4), 'Ihr Shop', CHAR(10 USING utf8mb4), '„Haus & Garten“', CHAR(10 USING utf8mb4))),
  ('shipped', 'en', 'Ready, steady …', CONCAT('READY', CHAR(10 USING utf8mb4), 'STEADY', CHAR(10 USING utf8mb4), 'GO', CHAR(10, 10 USING utf8mb4), 'Your parcel left us today.', CHAR(10 USING utf8mb4), '/', CHAR(10 USING utf8mb4), 'The shop team', CHAR(10 USING utf8mb4))),
  ('shipped', 'pl', 'Paczka w drodze 📦', CONCAT('Dzień dobry {{name}},', CHAR(13, 10, 13, 10 USING utf8mb4), 'Twoja paczka jest już w drodze;', CHAR(13, 10 USING utf8mb4), 'numer: {{tracking}}.', CHAR(13, 10 USING utf8mb4), '.', CHAR(13, 10 USING utf8mb4), 'Zespół sklepu')),
  ('till_receipt', 'de', 'Kassenbon', CONCAT(CHAR(9 USING utf8mb4), 'Kasse 1', CHAR(10, 9 USING utf8mb4), '------', CHAR(10 USING utf8mb4), '{{lines}}', CHAR(10, 9 USING utf8mb4), '======', CHAR(10, 9 USING utf8mb4), 'Summe {{total}}', CHAR(10, 10, 92, 92 USING utf8mb4), 'ber2-print', CHAR(92 USING utf8mb4), 'receipts /* Vorlage: C:', CHAR(92 USING utf8mb4), 'Vorlagen', CHAR(92 USING utf8mb4), 'bon.txt */ ''Danke!'' -- "Bis bald"'));
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
UPDATE migsql_version SET revision = '4e2316eb118a' WHERE revision = 'ef4027880414';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 105, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 105, 106, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 35/49 upgrade 200fada528d8: deleted rows stay for ninety days
-- migrations/2024-01-16_soft_delete.ts:10
SELECT 'migsql: 35/49 upgrade 200fada528d8 deleted rows stay for ninety days' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 106, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 106, 'DO 0', 'SELECT * FROM `migsql: stopped before block 107`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE product ADD COLUMN deleted_at TIMESTAMP(6) NULL COMMENT 'hidden since then';
SELECT IF(@@error_count = 0 AND @migsql_block = 106, 107, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 107, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 107, 'DO 0', 'SELECT * FROM `migsql: stopped before block 108`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE category ADD COLUMN deleted_at TIMESTAMP(6) NULL COMMENT 'hidden since then';
SELECT IF(@@error_count = 0 AND @migsql_block = 107, 108, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 108, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 108, 'DO 0', 'SELECT * FROM `migsql: stopped before block 109`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE promotion ADD COLUMN deleted_at TIMESTAMP(6) NULL COMMENT 'hidden since then';
SELECT IF(@@error_count = 0 AND @migsql_block = 108, 109, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 109, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 109, 'DO 0', 'SELECT * FROM `migsql: stopped before block 110`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE review ADD COLUMN deleted_at TIMESTAMP(6) NULL COMMENT 'hidden since then';
SELECT IF(@@error_count = 0 AND @migsql_block = 109, 110, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 110, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 110, 'DO 0', 'SELECT * FROM `migsql: stopped before block 111`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '200fada528d8' WHERE revision = '4e2316eb118a';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 110, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 110, 111, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 36/49 upgrade 770ead80b8b5: order states
-- migrations/2024-03-25_order_states.ts:4
SELECT 'migsql: 36/49 upgrade 770ead80b8b5 order states' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 111, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 111, 'DO 0', 'SELECT * FROM `migsql: stopped before block 112`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE sales_order MODIFY COLUMN state VARCHAR(20) NOT NULL DEFAULT 'new' COMMENT 'new, paid, packed, shipped, done, cancelled';
SELECT IF(@@error_count = 0 AND @migsql_block = 111, 112, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 112, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 112, 'DO 0', 'SELECT * FROM `migsql: stopped before block 113`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE sales_order SET state = 'new' WHERE state = 'open';
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 112, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 112, 113, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;
SET @migsql = IF(@migsql_block = 113, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 113, 'DO 0', 'SELECT * FROM `migsql: stopped before block 114`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE sales_order ADD CONSTRAINT ck_sales_order_state CHECK (state IN ('new', 'paid', 'packed', 'shipped', 'done', 'cancelled'));
SELECT IF(@@error_count = 0 AND @migsql_block = 113, 114, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 114, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 114, 'DO 0', 'SELECT * FROM `migsql: stopped before block 115`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE sales_order ALTER COLUMN placed_at DROP DEFAULT;
SELECT IF(@@error_count = 0 AND @migsql_block = 114, 115, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 115, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 115, 'DO 0', 'SELECT * FROM `migsql: stopped before block 116`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '770ead80b8b5' WHERE revision = '200fada528d8';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 115, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 115, 116, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 37/49 upgrade 1565fc00a8a4: prices with four decimals, titles no longer unique
-- migrations/2024-05-13_finer_prices.ts:10
SELECT 'migsql: 37/49 upgrade 1565fc00a8a4 prices with four decimals, titles no longer unique' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 116, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 116, 'DO 0', 'SELECT * FROM `migsql: stopped before block 117`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE product MODIFY COLUMN price DECIMAL(12, 4) NOT NULL COMMENT 'net, EUR';
SELECT IF(@@error_count = 0 AND @migsql_block = 116, 117, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 117, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 117, 'DO 0', 'SELECT * FROM `migsql: stopped before block 118`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE order_line MODIFY COLUMN unit_price DECIMAL(12, 4) NOT NULL;
SELECT IF(@@error_count = 0 AND @migsql_block = 117, 118, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 118, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 118, 'DO 0', 'SELECT * FROM `migsql: stopped before block 119`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE product DROP INDEX uq_product_title;
SELECT IF(@@error_count = 0 AND @migsql_block = 118, 119, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 119, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 119, 'DO 0', 'SELECT * FROM `migsql: stopped before block 120`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '1565fc00a8a4' WHERE revision = '770ead80b8b5';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 119, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 119, 120, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 38/49 upgrade f2496a629154: sign-ins
-- migrations/2024-09-02_login_events.ts:8
SELECT 'migsql: 38/49 upgrade f2496a629154 sign-ins' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 120, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 120, 'DO 0', 'SELECT * FROM `migsql: stopped before block 121`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE login_event (
  id BIGINT NOT NULL AUTO_INCREMENT,
  customer_id BIGINT NOT NULL,
  ip_address varchar(45),
  user_agent VARCHAR(500),
  succeeded BOOLEAN NOT NULL,
  risk FLOAT COMMENT '0 … 1',
  occurred_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  PRIMARY KEY (id),
  CONSTRAINT fk_login_event_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE
);
SELECT IF(@@error_count = 0 AND @migsql_block = 120, 121, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 121, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 121, 'DO 0', 'SELECT * FROM `migsql: stopped before block 122`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE INDEX ix_login_event_occurred_at ON login_event (occurred_at DESC);
SELECT IF(@@error_count = 0 AND @migsql_block = 121, 122, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 122, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 122, 'DO 0', 'SELECT * FROM `migsql: stopped before block 123`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = 'f2496a629154' WHERE revision = '1565fc00a8a4';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 122, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 122, 123, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 39/49 upgrade 21617ee745e9: comments the auditors asked for
-- migrations/2024-11-04_comments.ts:11
SELECT 'migsql: 39/49 upgrade 21617ee745e9 comments the auditors asked for' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 123, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 123, 'DO 0', 'SELECT * FROM `migsql: stopped before block 124`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer COMMENT = 'personal data: erased three years after the last order (DPA §4)';
SELECT IF(@@error_count = 0 AND @migsql_block = 123, 124, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 124, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 124, 'DO 0', 'SELECT * FROM `migsql: stopped before block 125`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE country COMMENT = '';
SELECT IF(@@error_count = 0 AND @migsql_block = 124, 125, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 125, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 125, 'DO 0', 'SELECT * FROM `migsql: stopped before block 126`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer MODIFY COLUMN email VARCHAR(254) NOT NULL COMMENT 'personal data';
SELECT IF(@@error_count = 0 AND @migsql_block = 125, 126, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 126, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 126, 'DO 0', 'SELECT * FROM `migsql: stopped before block 127`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer MODIFY COLUMN display_name VARCHAR(120) NOT NULL COMMENT 'personal data';
SELECT IF(@@error_count = 0 AND @migsql_block = 126, 127, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 127, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 127, 'DO 0', 'SELECT * FROM `migsql: stopped before block 128`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer MODIFY COLUMN phone VARCHAR(32) NULL COMMENT 'personal data';
SELECT IF(@@error_count = 0 AND @migsql_block = 127, 128, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 128, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 128, 'DO 0', 'SELECT * FROM `migsql: stopped before block 129`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE product MODIFY COLUMN sku VARCHAR(40) NOT NULL;
SELECT IF(@@error_count = 0 AND @migsql_block = 128, 129, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 129, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 129, 'DO 0', 'SELECT * FROM `migsql: stopped before block 130`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE sales_order MODIFY COLUMN total DECIMAL(14, 2) NOT NULL DEFAULT 0 COMMENT 'sum of the lines, in the order''s currency; 100 % "gross"';
SELECT IF(@@error_count = 0 AND @migsql_block = 129, 130, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 130, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 130, 'DO 0', 'SELECT * FROM `migsql: stopped before block 131`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '21617ee745e9' WHERE revision = 'f2496a629154';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 130, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 130, 131, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 40/49 upgrade 652ad4a05dd7: VAT rates refer to countries
-- migrations/2021-09-21_tax_rates_by_country.ts:9
SELECT 'migsql: 40/49 upgrade 652ad4a05dd7 VAT rates refer to countries' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 131, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 131, 'DO 0', 'SELECT * FROM `migsql: stopped before block 132`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE tax_rate ADD CONSTRAINT fk_tax_rate_country FOREIGN KEY (country_code) REFERENCES country (code);
SELECT IF(@@error_count = 0 AND @migsql_block = 131, 132, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 132, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 132, 'DO 0', 'SELECT * FROM `migsql: stopped before block 133`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '652ad4a05dd7' WHERE revision = '0cc7be2cb74f';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 132, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 132, 133, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 41/49 upgrade 89973edcc47e: invoices
-- migrations/2021-10-12_invoices.ts:14
SELECT 'migsql: 41/49 upgrade 89973edcc47e invoices' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 133, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 133, 'DO 0', 'SELECT * FROM `migsql: stopped before block 134`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE invoice (
  id BIGINT NOT NULL AUTO_INCREMENT,
  number VARCHAR(20) NOT NULL COMMENT 'without gaps, by law',
  order_id BIGINT NOT NULL,
  state ENUM('draft', 'sent', 'paid', 'cancelled') NOT NULL DEFAULT 'draft',
  issued_on DATE NOT NULL,
  due_on DATE NOT NULL,
  paid_at TIMESTAMP(6) NULL,
  currency_code VARCHAR(3) NOT NULL,
  total DECIMAL(14, 2) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uq_invoice_number UNIQUE (number),
  CONSTRAINT fk_invoice_order FOREIGN KEY (order_id) REFERENCES sales_order (id),
  CONSTRAINT ck_invoice_due_on CHECK (due_on >= issued_on)
);
SELECT IF(@@error_count = 0 AND @migsql_block = 133, 134, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 134, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 134, 'DO 0', 'SELECT * FROM `migsql: stopped before block 135`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '89973edcc47e' WHERE revision = '652ad4a05dd7';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 134, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 134, 135, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 42/49 upgrade 64eb9211cd60: invoice lines
-- migrations/2021-10-13_invoice_lines.ts:8
SELECT 'migsql: 42/49 upgrade 64eb9211cd60 invoice lines' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 135, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 135, 'DO 0', 'SELECT * FROM `migsql: stopped before block 136`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE invoice_line (
  invoice_id BIGINT NOT NULL,
  line_no SMALLINT NOT NULL,
  title VARCHAR(200) NOT NULL COMMENT 'copied: products change, invoices do not',
  quantity DECIMAL(12, 3) NOT NULL DEFAULT 1,
  unit_price DECIMAL(12, 4) NOT NULL,
  tax_rate DECIMAL(5, 4) NOT NULL,
  PRIMARY KEY (invoice_id, line_no),
  CONSTRAINT fk_invoice_line_invoice FOREIGN KEY (invoice_id) REFERENCES invoice (id) ON DELETE CASCADE
);
SELECT IF(@@error_count = 0 AND @migsql_block = 135, 136, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 136, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 136, 'DO 0', 'SELECT * FROM `migsql: stopped before block 137`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '64eb9211cd60' WHERE revision = '89973edcc47e';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 136, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 136, 137, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 43/49 upgrade 1c878c3de7c6: payments
-- migrations/2022-01-17_payments.ts:14
SELECT 'migsql: 43/49 upgrade 1c878c3de7c6 payments' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 137, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 137, 'DO 0', 'SELECT * FROM `migsql: stopped before block 138`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE payment (
  id BIGINT NOT NULL AUTO_INCREMENT,
  invoice_id BIGINT NOT NULL,
  kind ENUM('card', 'paypal', 'bank_transfer', 'cash') NOT NULL,
  amount DECIMAL(14, 2) NOT NULL COMMENT 'negative: paid back',
  received_at TIMESTAMP(6) NOT NULL,
  provider_reference CHAR(36),
  provider_response JSON,
  created_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  updated_at TIMESTAMP(6) NULL,
  PRIMARY KEY (id),
  CONSTRAINT fk_payment_invoice FOREIGN KEY (invoice_id) REFERENCES invoice (id),
  CONSTRAINT ck_payment_amount CHECK (amount <> 0)
);
SELECT IF(@@error_count = 0 AND @migsql_block = 137, 138, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 138, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 138, 'DO 0', 'SELECT * FROM `migsql: stopped before block 139`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '1c878c3de7c6' WHERE revision = '64eb9211cd60';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 138, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 138, 139, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 44/49 upgrade a5c9bc130ca6: reminders for unpaid invoices
-- migrations/2022-06-08_reminders.ts:8
SELECT 'migsql: 44/49 upgrade a5c9bc130ca6 reminders for unpaid invoices' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 139, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 139, 'DO 0', 'SELECT * FROM `migsql: stopped before block 140`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE invoice ADD COLUMN reminder_level SMALLINT NOT NULL DEFAULT 0 COMMENT '0: none yet … 3: "last chance", then the lawyers';
SELECT IF(@@error_count = 0 AND @migsql_block = 139, 140, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 140, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 140, 'DO 0', 'SELECT * FROM `migsql: stopped before block 141`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE invoice ADD COLUMN reminded_on DATE;
SELECT IF(@@error_count = 0 AND @migsql_block = 140, 141, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 141, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 141, 'DO 0', 'SELECT * FROM `migsql: stopped before block 142`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE invoice ADD CONSTRAINT ck_invoice_reminder_level CHECK (reminder_level BETWEEN 0 AND 3);
SELECT IF(@@error_count = 0 AND @migsql_block = 141, 142, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 142, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 142, 'DO 0', 'SELECT * FROM `migsql: stopped before block 143`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = 'a5c9bc130ca6' WHERE revision = '1c878c3de7c6';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 142, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 142, 143, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 45/49 upgrade aff07711ae8e: payment methods as a table, not an enum
-- migrations/2023-09-18_payment_methods.ts:15
SELECT 'migsql: 45/49 upgrade aff07711ae8e payment methods as a table, not an enum' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 143, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 143, 'DO 0', 'SELECT * FROM `migsql: stopped before block 144`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE payment_method (
  code VARCHAR(20) NOT NULL,
  title VARCHAR(80) NOT NULL,
  fee_percent DECIMAL(5, 2) NOT NULL DEFAULT 0,
  active BOOLEAN NOT NULL DEFAULT TRUE,
  PRIMARY KEY (code)
);
SELECT IF(@@error_count = 0 AND @migsql_block = 143, 144, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 144, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 144, 'DO 0', 'SELECT * FROM `migsql: stopped before block 145`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
INSERT INTO payment_method (code, title, fee_percent, active) VALUES
  ('card', 'Credit or debit card', 1.40, TRUE),
  ('paypal', 'PayPal', 2.49, TRUE),
  ('bank_transfer', 'Überweisung / bank transfer', 0.00, TRUE),
  ('cash', 'Cash (till only)', 0.00, TRUE),
  ('twint', 'TWINT', 1.30, FALSE);
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 144, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 144, 145, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;
SET @migsql = IF(@migsql_block = 145, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 145, 'DO 0', 'SELECT * FROM `migsql: stopped before block 146`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE payment ADD COLUMN method_code VARCHAR(20);
SELECT IF(@@error_count = 0 AND @migsql_block = 145, 146, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 146, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 146, 'DO 0', 'SELECT * FROM `migsql: stopped before block 147`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE payment SET method_code = kind;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 146, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 146, 147, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;
SET @migsql = IF(@migsql_block = 147, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 147, 'DO 0', 'SELECT * FROM `migsql: stopped before block 148`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE payment MODIFY COLUMN method_code VARCHAR(20) NOT NULL;
SELECT IF(@@error_count = 0 AND @migsql_block = 147, 148, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 148, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 148, 'DO 0', 'SELECT * FROM `migsql: stopped before block 149`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE payment ADD CONSTRAINT fk_payment_method FOREIGN KEY (method_code) REFERENCES payment_method (code);
SELECT IF(@@error_count = 0 AND @migsql_block = 148, 149, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 149, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 149, 'DO 0', 'SELECT * FROM `migsql: stopped before block 150`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE payment DROP COLUMN kind;
SELECT IF(@@error_count = 0 AND @migsql_block = 149, 150, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 150, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 150, 'DO 0', 'SELECT * FROM `migsql: stopped before block 151`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = 'aff07711ae8e' WHERE revision = 'a5c9bc130ca6';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 150, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 150, 151, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 46/49 upgrade 40b98662ef5a: find unpaid invoices fast
-- migrations/2024-02-12_unpaid_invoices.ts:15
SELECT 'migsql: 46/49 upgrade 40b98662ef5a find unpaid invoices fast' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 151, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 151, 'DO 0', 'SELECT * FROM `migsql: stopped before block 152`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE INDEX ix_invoice_unpaid ON invoice (paid_at, due_on);
SELECT IF(@@error_count = 0 AND @migsql_block = 151, 152, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 152, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 152, 'DO 0', 'SELECT * FROM `migsql: stopped before block 153`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '40b98662ef5a' WHERE revision = 'aff07711ae8e';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 152, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 152, 153, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 47/49 upgrade dde8be449d7f: merge billing
-- migrations/2025-02-10_merge_billing.ts:12
SELECT 'migsql: 47/49 upgrade dde8be449d7f merge billing' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 153, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 153, 'DO 0', 'SELECT * FROM `migsql: stopped before block 154`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE invoice ADD CONSTRAINT fk_invoice_currency FOREIGN KEY (currency_code) REFERENCES currency (code);
SELECT IF(@@error_count = 0 AND @migsql_block = 153, 154, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 154, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 154, 'DO 0', 'SELECT * FROM `migsql: stopped before block 155`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
DELETE FROM migsql_version WHERE revision = '21617ee745e9';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
UPDATE migsql_version SET revision = 'dde8be449d7f' WHERE revision = '40b98662ef5a';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 154, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 154, 155, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 48/49 upgrade 360b2a79be25: view of overdue invoices
-- migrations/2025-04-07_overdue_invoices.sql:14
SELECT 'migsql: 48/49 upgrade 360b2a79be25 view of overdue invoices' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 155, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 155, 'DO 0', 'SELECT * FROM `migsql: stopped before block 156`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE VIEW overdue_invoice AS
SELECT i.id, i.number, i.total, i.reminder_level, datediff(current_date, i.due_on) AS days_overdue
FROM invoice i
WHERE i.paid_at IS NULL AND i.due_on < current_date;
SELECT IF(@@error_count = 0 AND @migsql_block = 155, 156, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 156, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 156, 'DO 0', 'SELECT * FROM `migsql: stopped before block 157`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '360b2a79be25' WHERE revision = 'dde8be449d7f';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 156, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 156, 157, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 49/49 upgrade c4e01ec1d4be: drop notes of orders
-- migrations/2025-09-15_drop_order_notes.ts:8
SELECT 'migsql: 49/49 upgrade c4e01ec1d4be drop notes of orders' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 157, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 157, 'DO 0', 'SELECT * FROM `migsql: stopped before block 158`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE sales_order DROP COLUMN note;
SELECT IF(@@error_count = 0 AND @migsql_block = 157, 158, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 158, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 158, 'DO 0', 'SELECT * FROM `migsql: stopped before block 159`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = 'c4e01ec1d4be' WHERE revision = '360b2a79be25';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 158, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 158, 159, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

DO RELEASE_LOCK(@migsql_lock);
SET @migsql = IF(@migsql_block = 159, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 159, 'DO 0', 'SELECT * FROM `migsql: stopped before the end`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SELECT CONCAT('migsql: ', 'OK base -> c4e01ec1d4be') AS migsql FROM DUAL WHERE @migsql_block = 159;

-- end: c4e01ec1d4be
