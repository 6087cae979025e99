-- migsql 0.1.0: downgrade script for MySQL
--
-- from    c4e01ec1d4be
-- to      base
-- steps   49
-- server  MySQL 8.0.19 or later
-- atomic  NO: MySQL commits each schema change at once; data steps are committed by themselves
-- waits   for a lock 5 s, for a statement no limit
-- render  migsql render c4e01ec1d4be:base --dialect mysql --transaction script --client mysql
-- run     mysql --default-character-set=utf8mb4 --show-warnings --comments --skip-reconnect -vvv DATABASE < FILE
--
-- if it stops
--   162 blocks, 97 of them outside transactions; each is committed before the next
--   the version table names the last revision that is there whole; the plan as JSON has a line for each block
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
SELECT CONCAT('migsql: the script starts at [c4e01ec1d4be], but the version table holds [', @migsql_found, ']') AS migsql
  FROM DUAL WHERE @migsql_found <> 'c4e01ec1d4be';
SET @migsql_start_ok = COALESCE(@migsql_found = 'c4e01ec1d4be', 0);

SET @migsql_block = IF(@migsql_server_ok AND @migsql_database_ok AND @migsql_lock_ok AND @migsql_start_ok, 0, -1);
SET @migsql = IF(@migsql_block = 0, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 0, 'DO 0', 'SELECT * FROM `migsql: stopped before block 1`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;

-- 1/49 downgrade c4e01ec1d4be: drop notes of orders
-- migrations/2025-09-15_drop_order_notes.ts:8
SELECT 'migsql: 1/49 downgrade c4e01ec1d4be drop notes of orders' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 0, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 0, 'DO 0', 'SELECT * FROM `migsql: stopped before block 1`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE sales_order ADD COLUMN note LONGTEXT;
SELECT IF(@@error_count = 0 AND @migsql_block = 0, 1, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 1, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 1, 'DO 0', 'SELECT * FROM `migsql: stopped before block 2`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '360b2a79be25' WHERE revision = 'c4e01ec1d4be';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 1, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 1, 2, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 2/49 downgrade 360b2a79be25: view of overdue invoices
-- migrations/2025-04-07_overdue_invoices.sql:39
SELECT 'migsql: 2/49 downgrade 360b2a79be25 view of overdue invoices' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 2, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 2, 'DO 0', 'SELECT * FROM `migsql: stopped before block 3`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP VIEW overdue_invoice;
SELECT IF(@@error_count = 0 AND @migsql_block = 2, 3, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 3, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 3, 'DO 0', 'SELECT * FROM `migsql: stopped before block 4`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = 'dde8be449d7f' WHERE revision = '360b2a79be25';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 3, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 3, 4, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 3/49 downgrade dde8be449d7f: merge billing
-- migrations/2025-02-10_merge_billing.ts:15
SELECT 'migsql: 3/49 downgrade dde8be449d7f merge billing' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 4, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 4, 'DO 0', 'SELECT * FROM `migsql: stopped before block 5`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE invoice DROP FOREIGN KEY fk_invoice_currency;
SELECT IF(@@error_count = 0 AND @migsql_block = 4, 5, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 5, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 5, 'DO 0', 'SELECT * FROM `migsql: stopped before block 6`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP INDEX fk_invoice_currency ON invoice;
SELECT IF(@@error_count = 0 AND @migsql_block = 5, 6, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 6, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 6, 'DO 0', 'SELECT * FROM `migsql: stopped before block 7`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
INSERT INTO migsql_version (revision) VALUES ('21617ee745e9');
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
UPDATE migsql_version SET revision = '40b98662ef5a' WHERE revision = 'dde8be449d7f';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 6, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 6, 7, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 4/49 downgrade 40b98662ef5a: find unpaid invoices fast
-- migrations/2024-02-12_unpaid_invoices.ts:15
SELECT 'migsql: 4/49 downgrade 40b98662ef5a find unpaid invoices fast' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 7, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 7, 'DO 0', 'SELECT * FROM `migsql: stopped before block 8`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP INDEX ix_invoice_unpaid ON invoice;
SELECT IF(@@error_count = 0 AND @migsql_block = 7, 8, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 8, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 8, 'DO 0', 'SELECT * FROM `migsql: stopped before block 9`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = 'aff07711ae8e' WHERE revision = '40b98662ef5a';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 8, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 8, 9, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 5/49 downgrade aff07711ae8e: payment methods as a table, not an enum
-- migrations/2023-09-18_payment_methods.ts:43
SELECT 'migsql: 5/49 downgrade aff07711ae8e payment methods as a table, not an enum' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 9, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 9, 'DO 0', 'SELECT * FROM `migsql: stopped before block 10`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE payment ADD COLUMN kind ENUM('card', 'paypal', 'bank_transfer', 'cash') NOT NULL DEFAULT 'bank_transfer';
SELECT IF(@@error_count = 0 AND @migsql_block = 9, 10, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 10, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 10, 'DO 0', 'SELECT * FROM `migsql: stopped before block 11`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE payment SET kind = method_code
      WHERE method_code IN ('card', 'paypal', 'bank_transfer', 'cash');
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 10, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 10, 11, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;
SET @migsql = IF(@migsql_block = 11, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 11, 'DO 0', 'SELECT * FROM `migsql: stopped before block 12`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE payment ALTER COLUMN kind DROP DEFAULT;
SELECT IF(@@error_count = 0 AND @migsql_block = 11, 12, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 12, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 12, 'DO 0', 'SELECT * FROM `migsql: stopped before block 13`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE payment DROP FOREIGN KEY fk_payment_method;
SELECT IF(@@error_count = 0 AND @migsql_block = 12, 13, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 13, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 13, 'DO 0', 'SELECT * FROM `migsql: stopped before block 14`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE payment DROP COLUMN method_code;
SELECT IF(@@error_count = 0 AND @migsql_block = 13, 14, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 14, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 14, 'DO 0', 'SELECT * FROM `migsql: stopped before block 15`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP TABLE payment_method;
SELECT IF(@@error_count = 0 AND @migsql_block = 14, 15, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 15, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 15, 'DO 0', 'SELECT * FROM `migsql: stopped before block 16`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = 'a5c9bc130ca6' WHERE revision = 'aff07711ae8e';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 15, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 15, 16, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 6/49 downgrade a5c9bc130ca6: reminders for unpaid invoices
-- migrations/2022-06-08_reminders.ts:17
SELECT 'migsql: 6/49 downgrade a5c9bc130ca6 reminders for unpaid invoices' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 16, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 16, 'DO 0', 'SELECT * FROM `migsql: stopped before block 17`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE invoice DROP CHECK ck_invoice_reminder_level;
SELECT IF(@@error_count = 0 AND @migsql_block = 16, 17, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 17, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 17, 'DO 0', 'SELECT * FROM `migsql: stopped before block 18`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE invoice DROP COLUMN reminded_on;
SELECT IF(@@error_count = 0 AND @migsql_block = 17, 18, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 18, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 18, 'DO 0', 'SELECT * FROM `migsql: stopped before block 19`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE invoice DROP COLUMN reminder_level;
SELECT IF(@@error_count = 0 AND @migsql_block = 18, 19, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 19, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 19, 'DO 0', 'SELECT * FROM `migsql: stopped before block 20`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '1c878c3de7c6' WHERE revision = 'a5c9bc130ca6';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 19, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 19, 20, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 7/49 downgrade 1c878c3de7c6: payments
-- migrations/2022-01-17_payments.ts:14
SELECT 'migsql: 7/49 downgrade 1c878c3de7c6 payments' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 20, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 20, 'DO 0', 'SELECT * FROM `migsql: stopped before block 21`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP TABLE payment;
SELECT IF(@@error_count = 0 AND @migsql_block = 20, 21, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 21, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 21, 'DO 0', 'SELECT * FROM `migsql: stopped before block 22`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '64eb9211cd60' WHERE revision = '1c878c3de7c6';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 21, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 21, 22, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 8/49 downgrade 64eb9211cd60: invoice lines
-- migrations/2021-10-13_invoice_lines.ts:8
SELECT 'migsql: 8/49 downgrade 64eb9211cd60 invoice lines' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 22, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 22, 'DO 0', 'SELECT * FROM `migsql: stopped before block 23`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP TABLE invoice_line;
SELECT IF(@@error_count = 0 AND @migsql_block = 22, 23, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 23, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 23, 'DO 0', 'SELECT * FROM `migsql: stopped before block 24`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '89973edcc47e' WHERE revision = '64eb9211cd60';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 23, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 23, 24, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 9/49 downgrade 89973edcc47e: invoices
-- migrations/2021-10-12_invoices.ts:14
SELECT 'migsql: 9/49 downgrade 89973edcc47e invoices' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 24, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 24, 'DO 0', 'SELECT * FROM `migsql: stopped before block 25`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP TABLE invoice;
SELECT IF(@@error_count = 0 AND @migsql_block = 24, 25, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 25, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 25, 'DO 0', 'SELECT * FROM `migsql: stopped before block 26`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '652ad4a05dd7' WHERE revision = '89973edcc47e';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 25, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 25, 26, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 10/49 downgrade 652ad4a05dd7: VAT rates refer to countries
-- migrations/2021-09-21_tax_rates_by_country.ts:9
SELECT 'migsql: 10/49 downgrade 652ad4a05dd7 VAT rates refer to countries' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 26, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 26, 'DO 0', 'SELECT * FROM `migsql: stopped before block 27`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE tax_rate DROP FOREIGN KEY fk_tax_rate_country;
SELECT IF(@@error_count = 0 AND @migsql_block = 26, 27, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 27, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 27, 'DO 0', 'SELECT * FROM `migsql: stopped before block 28`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '0cc7be2cb74f' WHERE revision = '652ad4a05dd7';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 27, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 27, 28, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 11/49 downgrade 21617ee745e9: comments the auditors asked for
-- migrations/2024-11-04_comments.ts:15
SELECT 'migsql: 11/49 downgrade 21617ee745e9 comments the auditors asked for' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 28, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 28, 'DO 0', 'SELECT * FROM `migsql: stopped before block 29`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE sales_order MODIFY COLUMN total DECIMAL(14, 2) NOT NULL DEFAULT 0;
SELECT IF(@@error_count = 0 AND @migsql_block = 28, 29, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 29, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 29, 'DO 0', 'SELECT * FROM `migsql: stopped before block 30`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE product MODIFY COLUMN sku VARCHAR(40) NOT NULL COMMENT 'stock keeping unit, as on the label';
SELECT IF(@@error_count = 0 AND @migsql_block = 29, 30, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 30, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 30, 'DO 0', 'SELECT * FROM `migsql: stopped before block 31`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer MODIFY COLUMN phone VARCHAR(32) NULL;
SELECT IF(@@error_count = 0 AND @migsql_block = 30, 31, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 31, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 31, 'DO 0', 'SELECT * FROM `migsql: stopped before block 32`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer MODIFY COLUMN display_name VARCHAR(120) NOT NULL COMMENT 'person or company, as on the parcel';
SELECT IF(@@error_count = 0 AND @migsql_block = 31, 32, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 32, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 32, 'DO 0', 'SELECT * FROM `migsql: stopped before block 33`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer MODIFY COLUMN email VARCHAR(254) NOT NULL COMMENT 'login, and where mails go';
SELECT IF(@@error_count = 0 AND @migsql_block = 32, 33, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 33, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 33, 'DO 0', 'SELECT * FROM `migsql: stopped before block 34`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE country COMMENT = 'where parcels may go';
SELECT IF(@@error_count = 0 AND @migsql_block = 33, 34, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 34, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 34, 'DO 0', 'SELECT * FROM `migsql: stopped before block 35`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer COMMENT = 'who buys; one row per account, the shop''s own till included';
SELECT IF(@@error_count = 0 AND @migsql_block = 34, 35, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 35, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 35, 'DO 0', 'SELECT * FROM `migsql: stopped before block 36`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = 'f2496a629154' WHERE revision = '21617ee745e9';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 35, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 35, 36, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 12/49 downgrade f2496a629154: sign-ins
-- migrations/2024-09-02_login_events.ts:19
SELECT 'migsql: 12/49 downgrade f2496a629154 sign-ins' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 36, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 36, 'DO 0', 'SELECT * FROM `migsql: stopped before block 37`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP INDEX ix_login_event_occurred_at ON login_event;
SELECT IF(@@error_count = 0 AND @migsql_block = 36, 37, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 37, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 37, 'DO 0', 'SELECT * FROM `migsql: stopped before block 38`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP TABLE login_event;
SELECT IF(@@error_count = 0 AND @migsql_block = 37, 38, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 38, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 38, 'DO 0', 'SELECT * FROM `migsql: stopped before block 39`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '1565fc00a8a4' WHERE revision = 'f2496a629154';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 38, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 38, 39, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 13/49 downgrade 1565fc00a8a4: prices with four decimals, titles no longer unique
-- migrations/2024-05-13_finer_prices.ts:15
SELECT 'migsql: 13/49 downgrade 1565fc00a8a4 prices with four decimals, titles no longer unique' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 39, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 39, 'DO 0', 'SELECT * FROM `migsql: stopped before block 40`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE product ADD CONSTRAINT uq_product_title UNIQUE (title);
SELECT IF(@@error_count = 0 AND @migsql_block = 39, 40, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 40, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 40, 'DO 0', 'SELECT * FROM `migsql: stopped before block 41`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE order_line MODIFY COLUMN unit_price DECIMAL(8, 2) NOT NULL;
SELECT IF(@@error_count = 0 AND @migsql_block = 40, 41, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 41, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 41, 'DO 0', 'SELECT * FROM `migsql: stopped before block 42`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE product MODIFY COLUMN price DECIMAL(8, 2) NOT NULL COMMENT 'net, EUR';
SELECT IF(@@error_count = 0 AND @migsql_block = 41, 42, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 42, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 42, 'DO 0', 'SELECT * FROM `migsql: stopped before block 43`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE product MODIFY COLUMN price DECIMAL(8, 2) NOT NULL COMMENT 'gross, EUR';
SELECT IF(@@error_count = 0 AND @migsql_block = 42, 43, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 43, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 43, 'DO 0', 'SELECT * FROM `migsql: stopped before block 44`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '770ead80b8b5' WHERE revision = '1565fc00a8a4';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 43, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 43, 44, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 14/49 downgrade 770ead80b8b5: order states
-- migrations/2024-03-25_order_states.ts:15
SELECT 'migsql: 14/49 downgrade 770ead80b8b5 order states' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 44, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 44, 'DO 0', 'SELECT * FROM `migsql: stopped before block 45`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE sales_order ALTER COLUMN placed_at SET DEFAULT (CURRENT_TIMESTAMP(6));
SELECT IF(@@error_count = 0 AND @migsql_block = 44, 45, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 45, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 45, 'DO 0', 'SELECT * FROM `migsql: stopped before block 46`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE sales_order DROP CHECK ck_sales_order_state;
SELECT IF(@@error_count = 0 AND @migsql_block = 45, 46, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 46, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 46, 'DO 0', 'SELECT * FROM `migsql: stopped before block 47`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE sales_order SET state = 'open' WHERE state = 'new';
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 46, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 46, 47, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;
SET @migsql = IF(@migsql_block = 47, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 47, 'DO 0', 'SELECT * FROM `migsql: stopped before block 48`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE sales_order MODIFY COLUMN state VARCHAR(20) NOT NULL DEFAULT 'open';
SELECT IF(@@error_count = 0 AND @migsql_block = 47, 48, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 48, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 48, 'DO 0', 'SELECT * FROM `migsql: stopped before block 49`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '200fada528d8' WHERE revision = '770ead80b8b5';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 48, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 48, 49, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 15/49 downgrade 200fada528d8: deleted rows stay for ninety days
-- migrations/2024-01-16_soft_delete.ts:10
SELECT 'migsql: 15/49 downgrade 200fada528d8 deleted rows stay for ninety days' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 49, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 49, 'DO 0', 'SELECT * FROM `migsql: stopped before block 50`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE review DROP COLUMN deleted_at;
SELECT IF(@@error_count = 0 AND @migsql_block = 49, 50, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 50, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 50, 'DO 0', 'SELECT * FROM `migsql: stopped before block 51`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE promotion DROP COLUMN deleted_at;
SELECT IF(@@error_count = 0 AND @migsql_block = 50, 51, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 51, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 51, 'DO 0', 'SELECT * FROM `migsql: stopped before block 52`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE category DROP COLUMN deleted_at;
SELECT IF(@@error_count = 0 AND @migsql_block = 51, 52, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 52, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 52, 'DO 0', 'SELECT * FROM `migsql: stopped before block 53`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE product DROP COLUMN deleted_at;
SELECT IF(@@error_count = 0 AND @migsql_block = 52, 53, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 53, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 53, 'DO 0', 'SELECT * FROM `migsql: stopped before block 54`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '4e2316eb118a' WHERE revision = '200fada528d8';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 53, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 53, 54, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 16/49 downgrade 4e2316eb118a: mail templates
-- migrations/2023-11-14_mail_templates.ts:16
SELECT 'migsql: 16/49 downgrade 4e2316eb118a mail templates' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 54, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 54, 'DO 0', 'SELECT * FROM `migsql: stopped before block 55`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
DELETE FROM mail_template WHERE (code = 'order_confirmation' AND locale = 'en')
  OR (code = 'order_confirmation' AND locale = 'de')
  OR (code = 'shipped' AND locale = 'en')
  OR (code = 'shipped' AND locale = 'pl')
  OR (code = 'till_receipt' AND locale = 'de');
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 54, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 54, 55, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;
SET @migsql = IF(@migsql_block = 55, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 55, 'DO 0', 'SELECT * FROM `migsql: stopped before block 56`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP TABLE mail_template;
SELECT IF(@@error_count = 0 AND @migsql_block = 55, 56, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 56, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 56, 'DO 0', 'SELECT * FROM `migsql: stopped before block 57`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = 'ef4027880414' WHERE revision = '4e2316eb118a';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 56, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 56, 57, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 17/49 downgrade ef4027880414: drop newsletter subscriptions
-- migrations/2023-10-09_drop_newsletter.ts:8
SELECT 'migsql: 17/49 downgrade ef4027880414 drop newsletter subscriptions' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 57, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 57, 'DO 0', 'SELECT * FROM `migsql: stopped before block 58`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
CREATE TABLE newsletter_subscription (
  email VARCHAR(254) NOT NULL,
  confirmed BOOLEAN NOT NULL DEFAULT FALSE,
  subscribed_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  PRIMARY KEY (email)
);
SELECT IF(@@error_count = 0 AND @migsql_block = 57, 58, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 58, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 58, 'DO 0', 'SELECT * FROM `migsql: stopped before block 59`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = 'de7d2bcc34cd' WHERE revision = 'ef4027880414';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 58, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 58, 59, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 18/49 downgrade de7d2bcc34cd: several addresses per customer
-- migrations/2023-07-31_customer_addresses.ts:46
SELECT 'migsql: 18/49 downgrade de7d2bcc34cd several addresses per customer' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 59, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 59, 'DO 0', 'SELECT * FROM `migsql: stopped before block 60`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer ADD COLUMN street VARCHAR(200);
SELECT IF(@@error_count = 0 AND @migsql_block = 59, 60, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 60, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 60, 'DO 0', 'SELECT * FROM `migsql: stopped before block 61`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer ADD COLUMN postal_code VARCHAR(16) COMMENT 'checked against the country';
SELECT IF(@@error_count = 0 AND @migsql_block = 60, 61, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 61, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 61, 'DO 0', 'SELECT * FROM `migsql: stopped before block 62`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer ADD COLUMN city VARCHAR(120);
SELECT IF(@@error_count = 0 AND @migsql_block = 61, 62, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 62, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 62, 'DO 0', 'SELECT * FROM `migsql: stopped before block 63`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer ADD COLUMN country_code VARCHAR(2);
SELECT IF(@@error_count = 0 AND @migsql_block = 62, 63, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 63, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 63, 'DO 0', 'SELECT * FROM `migsql: stopped before block 64`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE customer SET street = (
    SELECT a.street FROM customer_address a WHERE a.customer_id = customer.id AND a.kind = 'billing'
  );
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
UPDATE customer SET postal_code = (
    SELECT a.postal_code FROM customer_address a WHERE a.customer_id = customer.id AND a.kind = 'billing'
  );
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
UPDATE customer SET city = (
    SELECT a.city FROM customer_address a WHERE a.customer_id = customer.id AND a.kind = 'billing'
  );
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
UPDATE customer SET country_code = (
    SELECT a.country_code FROM customer_address a WHERE a.customer_id = customer.id AND a.kind = 'billing'
  );
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 63, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 63, 64, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;
SET @migsql = IF(@migsql_block = 64, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 64, 'DO 0', 'SELECT * FROM `migsql: stopped before block 65`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer ADD CONSTRAINT fk_customer_country FOREIGN KEY (country_code) REFERENCES country (code);
SELECT IF(@@error_count = 0 AND @migsql_block = 64, 65, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 65, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 65, 'DO 0', 'SELECT * FROM `migsql: stopped before block 66`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP TABLE customer_address;
SELECT IF(@@error_count = 0 AND @migsql_block = 65, 66, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 66, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 66, 'DO 0', 'SELECT * FROM `migsql: stopped before block 67`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = 'b11ef72a092c' WHERE revision = 'de7d2bcc34cd';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 66, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 66, 67, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 19/49 downgrade b11ef72a092c: public ids for customers
-- migrations/2023-06-19_customer_public_ids.ts:12
SELECT 'migsql: 19/49 downgrade b11ef72a092c public ids for customers' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 67, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 67, 'DO 0', 'SELECT * FROM `migsql: stopped before block 68`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer DROP INDEX uq_customer_public_id;
SELECT IF(@@error_count = 0 AND @migsql_block = 67, 68, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 68, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 68, 'DO 0', 'SELECT * FROM `migsql: stopped before block 69`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer MODIFY COLUMN public_id CHAR(36) NULL;
SELECT IF(@@error_count = 0 AND @migsql_block = 68, 69, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 69, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 69, 'DO 0', 'SELECT * FROM `migsql: stopped before block 70`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE customer SET public_id = NULL;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 69, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 69, 70, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;
SET @migsql = IF(@migsql_block = 70, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 70, 'DO 0', 'SELECT * FROM `migsql: stopped before block 71`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer DROP COLUMN public_id;
SELECT IF(@@error_count = 0 AND @migsql_block = 70, 71, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 71, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 71, 'DO 0', 'SELECT * FROM `migsql: stopped before block 72`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '127eb5c32a9d' WHERE revision = 'b11ef72a092c';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 71, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 71, 72, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 20/49 downgrade 127eb5c32a9d: merge storefront and warehouse
-- migrations/2023-05-22_merge_storefront_and_warehouse.ts
SELECT 'migsql: 20/49 downgrade 127eb5c32a9d merge storefront and warehouse' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 72, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 72, 'DO 0', 'SELECT * FROM `migsql: stopped before block 73`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
INSERT INTO migsql_version (revision) VALUES ('76a22f968352');
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
UPDATE migsql_version SET revision = 'c487449a3cc2' WHERE revision = '127eb5c32a9d';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 72, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 72, 73, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 21/49 downgrade 76a22f968352: "tell me when it is back"
-- migrations/2023-04-03_back_in_stock.ts:9
SELECT 'migsql: 21/49 downgrade 76a22f968352 "tell me when it is back"' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 73, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 73, 'DO 0', 'SELECT * FROM `migsql: stopped before block 74`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP TABLE back_in_stock_alert;
SELECT IF(@@error_count = 0 AND @migsql_block = 73, 74, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 74, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 74, 'DO 0', 'SELECT * FROM `migsql: stopped before block 75`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '33e76c107f09' WHERE revision = '76a22f968352';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 74, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 74, 75, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 22/49 downgrade c487449a3cc2: pick lists
-- migrations/2023-03-20_pick_lists.ts:19
SELECT 'migsql: 22/49 downgrade c487449a3cc2 pick lists' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 75, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 75, 'DO 0', 'SELECT * FROM `migsql: stopped before block 76`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP TABLE pick_list_line;
SELECT IF(@@error_count = 0 AND @migsql_block = 75, 76, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 76, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 76, 'DO 0', 'SELECT * FROM `migsql: stopped before block 77`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP TABLE pick_list;
SELECT IF(@@error_count = 0 AND @migsql_block = 76, 77, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 77, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 77, 'DO 0', 'SELECT * FROM `migsql: stopped before block 78`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '08c7186d01d3' WHERE revision = 'c487449a3cc2';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 77, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 77, 78, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 23/49 downgrade 08c7186d01d3: reasons of stock movements by code
-- migrations/2023-01-30_movement_reasons.ts:16
SELECT 'migsql: 23/49 downgrade 08c7186d01d3 reasons of stock movements by code' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 78, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 78, 'DO 0', 'SELECT * FROM `migsql: stopped before block 79`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE stock_movement COMMENT = '';
SELECT IF(@@error_count = 0 AND @migsql_block = 78, 79, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 79, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 79, 'DO 0', 'SELECT * FROM `migsql: stopped before block 80`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE stock_movement SET reason_code = lower(reason_code);
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 79, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 79, 80, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;
SET @migsql = IF(@migsql_block = 80, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 80, 'DO 0', 'SELECT * FROM `migsql: stopped before block 81`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE stock_movement MODIFY COLUMN reason_code VARCHAR(20) NOT NULL DEFAULT 'sale';
SELECT IF(@@error_count = 0 AND @migsql_block = 80, 81, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 81, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 81, 'DO 0', 'SELECT * FROM `migsql: stopped before block 82`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE stock_movement RENAME COLUMN reason_code TO reason;
SELECT IF(@@error_count = 0 AND @migsql_block = 81, 82, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 82, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 82, 'DO 0', 'SELECT * FROM `migsql: stopped before block 83`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = 'e5c851b65ffb' WHERE revision = '08c7186d01d3';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 82, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 82, 83, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 24/49 downgrade e5c851b65ffb: shipment weight as a number
-- migrations/2022-11-07_shipment_weight.ts:28
SELECT 'migsql: 24/49 downgrade e5c851b65ffb shipment weight as a number' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 83, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 83, 'DO 0', 'SELECT * FROM `migsql: stopped before block 84`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE shipment RENAME COLUMN weight_g TO weight;
SELECT IF(@@error_count = 0 AND @migsql_block = 83, 84, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 84, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 84, 'DO 0', 'SELECT * FROM `migsql: stopped before block 85`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE shipment MODIFY COLUMN weight VARCHAR(12) NULL COMMENT 'grams, as the scale prints them';
SELECT IF(@@error_count = 0 AND @migsql_block = 84, 85, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 85, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 85, 'DO 0', 'SELECT * FROM `migsql: stopped before block 86`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '8440ea93a945' WHERE revision = 'e5c851b65ffb';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 85, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 85, 86, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 25/49 downgrade 8440ea93a945: quantities beyond two billion
-- migrations/2022-09-15_larger_quantities.ts:19
SELECT 'migsql: 25/49 downgrade 8440ea93a945 quantities beyond two billion' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 86, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 86, 'DO 0', 'SELECT * FROM `migsql: stopped before block 87`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE stock_movement MODIFY COLUMN quantity INT NOT NULL COMMENT 'negative: taken out';
SELECT IF(@@error_count = 0 AND @migsql_block = 86, 87, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 87, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 87, 'DO 0', 'SELECT * FROM `migsql: stopped before block 88`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE stock DROP CHECK ck_stock_quantity;
SELECT IF(@@error_count = 0 AND @migsql_block = 87, 88, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 88, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 88, 'DO 0', 'SELECT * FROM `migsql: stopped before block 89`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE stock MODIFY COLUMN quantity INT NOT NULL DEFAULT 0;
SELECT IF(@@error_count = 0 AND @migsql_block = 88, 89, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 89, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 89, 'DO 0', 'SELECT * FROM `migsql: stopped before block 90`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE stock ADD CONSTRAINT ck_stock_quantity CHECK (quantity >= 0);
SELECT IF(@@error_count = 0 AND @migsql_block = 89, 90, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 90, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 90, 'DO 0', 'SELECT * FROM `migsql: stopped before block 91`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '4cba307e3cd7' WHERE revision = '8440ea93a945';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 90, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 90, 91, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 26/49 downgrade 4cba307e3cd7: carriers and shipments
-- migrations/2022-05-04_shipments.ts:6
SELECT 'migsql: 26/49 downgrade 4cba307e3cd7 carriers and shipments' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 91, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 91, 'DO 0', 'SELECT * FROM `migsql: stopped before block 92`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE shipment DROP FOREIGN KEY fk_shipment_carrier;
SELECT IF(@@error_count = 0 AND @migsql_block = 91, 92, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 92, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 92, 'DO 0', 'SELECT * FROM `migsql: stopped before block 93`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP TABLE shipment;
SELECT IF(@@error_count = 0 AND @migsql_block = 92, 93, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 93, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 93, 'DO 0', 'SELECT * FROM `migsql: stopped before block 94`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
DELETE FROM carrier WHERE code IN ('dhl', 'inpost', 'paeckli', 'pickup');
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 93, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 93, 94, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;
SET @migsql = IF(@migsql_block = 94, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 94, 'DO 0', 'SELECT * FROM `migsql: stopped before block 95`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP TABLE carrier;
SELECT IF(@@error_count = 0 AND @migsql_block = 94, 95, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 95, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 95, 'DO 0', 'SELECT * FROM `migsql: stopped before block 96`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '831446a99908' WHERE revision = '4cba307e3cd7';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 95, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 95, 96, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 27/49 downgrade 831446a99908: stock movements
-- migrations/2022-02-23_stock_movements.ts:10
SELECT 'migsql: 27/49 downgrade 831446a99908 stock movements' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 96, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 96, 'DO 0', 'SELECT * FROM `migsql: stopped before block 97`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP TABLE stock_movement;
SELECT IF(@@error_count = 0 AND @migsql_block = 96, 97, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 97, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 97, 'DO 0', 'SELECT * FROM `migsql: stopped before block 98`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '935b43ea52d2' WHERE revision = '831446a99908';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 97, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 97, 98, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 28/49 downgrade 935b43ea52d2: stock per warehouse
-- migrations/2022-01-19_stock.ts:19
SELECT 'migsql: 28/49 downgrade 935b43ea52d2 stock per warehouse' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 98, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 98, 'DO 0', 'SELECT * FROM `migsql: stopped before block 99`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
DELETE FROM stock;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 98, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 98, 99, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;
SET @migsql = IF(@migsql_block = 99, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 99, 'DO 0', 'SELECT * FROM `migsql: stopped before block 100`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP TABLE stock;
SELECT IF(@@error_count = 0 AND @migsql_block = 99, 100, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 100, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 100, 'DO 0', 'SELECT * FROM `migsql: stopped before block 101`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = 'c82c0dc320b7' WHERE revision = '935b43ea52d2';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 100, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 100, 101, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 29/49 downgrade c82c0dc320b7: warehouses
-- migrations/2022-01-10_warehouses.ts:20
SELECT 'migsql: 29/49 downgrade c82c0dc320b7 warehouses' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 101, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 101, 'DO 0', 'SELECT * FROM `migsql: stopped before block 102`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
DELETE FROM warehouse WHERE code IN ('BER1', 'BER2', 'WRO1', 'VLC1');
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 101, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 101, 102, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;
SET @migsql = IF(@migsql_block = 102, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 102, 'DO 0', 'SELECT * FROM `migsql: stopped before block 103`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP TABLE warehouse;
SELECT IF(@@error_count = 0 AND @migsql_block = 102, 103, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 103, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 103, 'DO 0', 'SELECT * FROM `migsql: stopped before block 104`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
DELETE FROM migsql_version WHERE revision = 'c82c0dc320b7';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 103, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 103, 104, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 30/49 downgrade 33e76c107f09: wishlists
-- migrations/2023-02-14_wishlists.ts:19
SELECT 'migsql: 30/49 downgrade 33e76c107f09 wishlists' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 104, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 104, 'DO 0', 'SELECT * FROM `migsql: stopped before block 105`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP TABLE wishlist_item;
SELECT IF(@@error_count = 0 AND @migsql_block = 104, 105, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 105, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 105, 'DO 0', 'SELECT * FROM `migsql: stopped before block 106`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP TABLE wishlist;
SELECT IF(@@error_count = 0 AND @migsql_block = 105, 106, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 106, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 106, 'DO 0', 'SELECT * FROM `migsql: stopped before block 107`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = 'a28bcdf6e598' WHERE revision = '33e76c107f09';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 106, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 106, 107, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 31/49 downgrade a28bcdf6e598: promotions
-- migrations/2022-12-01_promotions.ts:22
SELECT 'migsql: 31/49 downgrade a28bcdf6e598 promotions' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 107, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 107, 'DO 0', 'SELECT * FROM `migsql: stopped before block 108`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
DELETE FROM promotion WHERE code IN ('XMAS22', 'FRIENDS');
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 107, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 107, 108, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;
SET @migsql = IF(@migsql_block = 108, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 108, 'DO 0', 'SELECT * FROM `migsql: stopped before block 109`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP TABLE promotion;
SELECT IF(@@error_count = 0 AND @migsql_block = 108, 109, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 109, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 109, 'DO 0', 'SELECT * FROM `migsql: stopped before block 110`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '6557269ccbd7' WHERE revision = 'a28bcdf6e598';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 109, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 109, 110, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 32/49 downgrade 6557269ccbd7: orders by time
-- migrations/2022-10-05_orders_by_time.ts:9
SELECT 'migsql: 32/49 downgrade 6557269ccbd7 orders by time' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 110, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 110, 'DO 0', 'SELECT * FROM `migsql: stopped before block 111`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP INDEX ix_sales_order_placed_at ON sales_order;
SELECT IF(@@error_count = 0 AND @migsql_block = 110, 111, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 111, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 111, 'DO 0', 'SELECT * FROM `migsql: stopped before block 112`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = 'd2156a5519d4' WHERE revision = '6557269ccbd7';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 111, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 111, 112, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 33/49 downgrade d2156a5519d4: categories in three languages
-- migrations/2022-07-12_category_translations.ts:48
SELECT 'migsql: 33/49 downgrade d2156a5519d4 categories in three languages' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 112, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 112, 'DO 0', 'SELECT * FROM `migsql: stopped before block 113`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP TABLE category_translation;
SELECT IF(@@error_count = 0 AND @migsql_block = 112, 113, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 113, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 113, 'DO 0', 'SELECT * FROM `migsql: stopped before block 114`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
DELETE FROM category WHERE slug IN ('lighting', 'hand-tools', 'screws');
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
DELETE FROM category WHERE slug IN ('home', 'tools');
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
UPDATE migsql_version SET revision = '19533672927f' WHERE revision = 'd2156a5519d4';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 113, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 113, 114, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 34/49 downgrade 19533672927f: reviews
-- migrations/2022-04-28_reviews.ts:8
SELECT 'migsql: 34/49 downgrade 19533672927f reviews' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 114, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 114, 'DO 0', 'SELECT * FROM `migsql: stopped before block 115`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP TABLE review;
SELECT IF(@@error_count = 0 AND @migsql_block = 114, 115, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 115, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 115, 'DO 0', 'SELECT * FROM `migsql: stopped before block 116`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = 'ea96785f4d97' WHERE revision = '19533672927f';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 115, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 115, 116, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 35/49 downgrade ea96785f4d97: product images
-- migrations/2022-03-15_product_images.ts:25
SELECT 'migsql: 35/49 downgrade ea96785f4d97 product images' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 116, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 116, 'DO 0', 'SELECT * FROM `migsql: stopped before block 117`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
DELETE FROM product_image;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 116, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 116, 117, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;
SET @migsql = IF(@migsql_block = 117, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 117, 'DO 0', 'SELECT * FROM `migsql: stopped before block 118`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP TABLE product_image;
SELECT IF(@@error_count = 0 AND @migsql_block = 117, 118, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 118, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 118, 'DO 0', 'SELECT * FROM `migsql: stopped before block 119`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '92081823d745' WHERE revision = 'ea96785f4d97';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 118, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 118, 119, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 36/49 downgrade 92081823d745: product slugs
-- migrations/2022-02-02_product_slugs.ts:12
SELECT 'migsql: 36/49 downgrade 92081823d745 product slugs' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 119, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 119, 'DO 0', 'SELECT * FROM `migsql: stopped before block 120`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE product DROP INDEX uq_product_slug;
SELECT IF(@@error_count = 0 AND @migsql_block = 119, 120, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 120, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 120, 'DO 0', 'SELECT * FROM `migsql: stopped before block 121`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE product MODIFY COLUMN slug VARCHAR(80) NULL COMMENT 'in the address: /p/gift-25';
SELECT IF(@@error_count = 0 AND @migsql_block = 120, 121, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 121, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 121, 'DO 0', 'SELECT * FROM `migsql: stopped before block 122`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE product SET slug = NULL;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 121, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 121, 122, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;
SET @migsql = IF(@migsql_block = 122, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 122, 'DO 0', 'SELECT * FROM `migsql: stopped before block 123`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE product DROP COLUMN slug;
SELECT IF(@@error_count = 0 AND @migsql_block = 122, 123, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 123, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 123, 'DO 0', 'SELECT * FROM `migsql: stopped before block 124`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '7b9ae6c60c73' WHERE revision = '92081823d745';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 123, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 123, 124, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 37/49 downgrade 7b9ae6c60c73: gift cards for Christmas
-- migrations/2021-11-22_gift_cards.ts:17
SELECT 'migsql: 37/49 downgrade 7b9ae6c60c73 gift cards for Christmas' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 124, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 124, 'DO 0', 'SELECT * FROM `migsql: stopped before block 125`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
DELETE FROM product WHERE sku IN ('GIFT-25', 'GIFT-50', 'GIFT-100');
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
UPDATE migsql_version SET revision = 'aef3edab6b4a' WHERE revision = '7b9ae6c60c73';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 124, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 124, 125, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 38/49 downgrade aef3edab6b4a: larger order totals
-- migrations/2021-10-04_larger_totals.ts
SELECT 'migsql: 38/49 downgrade aef3edab6b4a larger order totals' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 125, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 125, 'DO 0', 'SELECT * FROM `migsql: stopped before block 126`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE sales_order MODIFY COLUMN total DECIMAL(10, 2) NOT NULL DEFAULT 0;
SELECT IF(@@error_count = 0 AND @migsql_block = 125, 126, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 126, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 126, 'DO 0', 'SELECT * FROM `migsql: stopped before block 127`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = 'e3fa8f544d98' WHERE revision = 'aef3edab6b4a';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 126, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 126, 127, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 39/49 downgrade e3fa8f544d98: display names, longer phone numbers
-- migrations/2021-08-11_customer_names_and_phones.ts:12
SELECT 'migsql: 39/49 downgrade e3fa8f544d98 display names, longer phone numbers' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 127, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 127, 'DO 0', 'SELECT * FROM `migsql: stopped before block 128`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer MODIFY COLUMN postal_code VARCHAR(12) NULL;
SELECT IF(@@error_count = 0 AND @migsql_block = 127, 128, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 128, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 128, 'DO 0', 'SELECT * FROM `migsql: stopped before block 129`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer MODIFY COLUMN phone VARCHAR(20) NULL;
SELECT IF(@@error_count = 0 AND @migsql_block = 128, 129, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 129, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 129, 'DO 0', 'SELECT * FROM `migsql: stopped before block 130`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer CHANGE COLUMN display_name full_name VARCHAR(120) NOT NULL;
SELECT IF(@@error_count = 0 AND @migsql_block = 129, 130, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 130, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 130, 'DO 0', 'SELECT * FROM `migsql: stopped before block 131`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = 'ba98f9e3b99d' WHERE revision = 'e3fa8f544d98';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 130, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 130, 131, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 40/49 downgrade ba98f9e3b99d: order becomes sales_order
-- migrations/2021-06-30_rename_order.ts:10
SELECT 'migsql: 40/49 downgrade ba98f9e3b99d order becomes sales_order' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 131, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 131, 'DO 0', 'SELECT * FROM `migsql: stopped before block 132`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE sales_order COMMENT = '';
SELECT IF(@@error_count = 0 AND @migsql_block = 131, 132, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 132, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 132, 'DO 0', 'SELECT * FROM `migsql: stopped before block 133`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
RENAME TABLE sales_order TO `order`;
SELECT IF(@@error_count = 0 AND @migsql_block = 132, 133, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 133, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 133, 'DO 0', 'SELECT * FROM `migsql: stopped before block 134`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '0cd4b8651c52' WHERE revision = 'ba98f9e3b99d';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 133, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 133, 134, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 41/49 downgrade 0cd4b8651c52: newsletter subscriptions of their own
-- migrations/2021-05-18_newsletter.ts:26
SELECT 'migsql: 41/49 downgrade 0cd4b8651c52 newsletter subscriptions of their own' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 134, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 134, 'DO 0', 'SELECT * FROM `migsql: stopped before block 135`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer ADD COLUMN newsletter BOOLEAN NOT NULL DEFAULT FALSE;
SELECT IF(@@error_count = 0 AND @migsql_block = 134, 135, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 135, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 135, 'DO 0', 'SELECT * FROM `migsql: stopped before block 136`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE customer SET newsletter = TRUE
      WHERE email IN (SELECT email FROM newsletter_subscription WHERE confirmed = TRUE);
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 135, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 135, 136, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;
SET @migsql = IF(@migsql_block = 136, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 136, 'DO 0', 'SELECT * FROM `migsql: stopped before block 137`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP TABLE newsletter_subscription;
SELECT IF(@@error_count = 0 AND @migsql_block = 136, 137, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 137, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 137, 'DO 0', 'SELECT * FROM `migsql: stopped before block 138`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '1cc4c30c1f8a' WHERE revision = '0cd4b8651c52';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 137, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 137, 138, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 42/49 downgrade 1cc4c30c1f8a: one account per e-mail address
-- migrations/2021-04-07_unique_emails.ts:7
SELECT 'migsql: 42/49 downgrade 1cc4c30c1f8a one account per e-mail address' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 138, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 138, 'DO 0', 'SELECT * FROM `migsql: stopped before block 139`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer DROP INDEX uq_customer_email;
SELECT IF(@@error_count = 0 AND @migsql_block = 138, 139, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 139, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 139, 'DO 0', 'SELECT * FROM `migsql: stopped before block 140`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '6758cf2b92be' WHERE revision = '1cc4c30c1f8a';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 139, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 139, 140, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 43/49 downgrade 6758cf2b92be: e-mail addresses in lower case
-- migrations/2021-04-06_lower_case_emails.sql
SELECT 'migsql: 43/49 downgrade 6758cf2b92be e-mail addresses in lower case' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 140, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 140, 'DO 0', 'SELECT * FROM `migsql: stopped before block 141`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '0d7395f9f06e' WHERE revision = '6758cf2b92be';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;

-- 44/49 downgrade 0d7395f9f06e: countries we ship to
-- migrations/2021-03-22_countries.ts:28
SELECT 'migsql: 44/49 downgrade 0d7395f9f06e countries we ship to' AS migsql FROM DUAL WHERE @migsql_block >= 0;
UPDATE customer SET country_code = NULL;
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 140, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 140, 141, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;
SET @migsql = IF(@migsql_block = 141, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 141, 'DO 0', 'SELECT * FROM `migsql: stopped before block 142`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer DROP FOREIGN KEY fk_customer_country;
SELECT IF(@@error_count = 0 AND @migsql_block = 141, 142, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 142, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 142, 'DO 0', 'SELECT * FROM `migsql: stopped before block 143`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE customer DROP COLUMN country_code;
SELECT IF(@@error_count = 0 AND @migsql_block = 142, 143, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 143, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 143, 'DO 0', 'SELECT * FROM `migsql: stopped before block 144`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
DELETE FROM country WHERE code IN ('AT', 'AX', 'BE', 'BG', 'CH', 'CI', 'CW', 'CZ', 'DE', 'DK', 'ES', 'FR', 'GB', 'GR', 'IE', 'IL', 'JP', 'PL', 'RE', 'SE', 'TN', 'US');
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 143, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 143, 144, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;
SET @migsql = IF(@migsql_block = 144, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 144, 'DO 0', 'SELECT * FROM `migsql: stopped before block 145`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP TABLE country;
SELECT IF(@@error_count = 0 AND @migsql_block = 144, 145, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 145, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 145, 'DO 0', 'SELECT * FROM `migsql: stopped before block 146`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '1ddf68950622' WHERE revision = '0d7395f9f06e';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 145, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 145, 146, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 45/49 downgrade 1ddf68950622: currencies
-- migrations/2021-03-01_currencies.ts:38
SELECT 'migsql: 45/49 downgrade 1ddf68950622 currencies' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 146, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 146, 'DO 0', 'SELECT * FROM `migsql: stopped before block 147`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE `order` DROP FOREIGN KEY fk_order_currency;
SELECT IF(@@error_count = 0 AND @migsql_block = 146, 147, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 147, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 147, 'DO 0', 'SELECT * FROM `migsql: stopped before block 148`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
ALTER TABLE `order` DROP COLUMN currency_code;
SELECT IF(@@error_count = 0 AND @migsql_block = 147, 148, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 148, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 148, 'DO 0', 'SELECT * FROM `migsql: stopped before block 149`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
DELETE FROM currency WHERE code IN ('CHF', 'CZK', 'DKK', 'EUR', 'GBP', 'HUF', 'ILS', 'ISK', 'JPY', 'NOK', 'PLN', 'RON', 'SEK', 'TND', 'USD');
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 148, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 148, 149, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;
SET @migsql = IF(@migsql_block = 149, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 149, 'DO 0', 'SELECT * FROM `migsql: stopped before block 150`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP TABLE currency;
SELECT IF(@@error_count = 0 AND @migsql_block = 149, 150, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 150, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 150, 'DO 0', 'SELECT * FROM `migsql: stopped before block 151`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '36117b4e8019' WHERE revision = '1ddf68950622';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 150, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 150, 151, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 46/49 downgrade 36117b4e8019: orders
-- migrations/2021-02-17_orders.ts:20
SELECT 'migsql: 46/49 downgrade 36117b4e8019 orders' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 151, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 151, 'DO 0', 'SELECT * FROM `migsql: stopped before block 152`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP TABLE order_line;
SELECT IF(@@error_count = 0 AND @migsql_block = 151, 152, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 152, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 152, 'DO 0', 'SELECT * FROM `migsql: stopped before block 153`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP TABLE `order`;
SELECT IF(@@error_count = 0 AND @migsql_block = 152, 153, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 153, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 153, 'DO 0', 'SELECT * FROM `migsql: stopped before block 154`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '87eaadc72834' WHERE revision = '36117b4e8019';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 153, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 153, 154, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 47/49 downgrade 87eaadc72834: products and categories
-- migrations/2021-02-09_products_and_categories.ts:18
SELECT 'migsql: 47/49 downgrade 87eaadc72834 products and categories' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 154, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 154, 'DO 0', 'SELECT * FROM `migsql: stopped before block 155`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP TABLE product;
SELECT IF(@@error_count = 0 AND @migsql_block = 154, 155, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 155, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 155, 'DO 0', 'SELECT * FROM `migsql: stopped before block 156`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP TABLE category;
SELECT IF(@@error_count = 0 AND @migsql_block = 155, 156, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 156, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 156, 'DO 0', 'SELECT * FROM `migsql: stopped before block 157`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
UPDATE migsql_version SET revision = '46208f329e80' WHERE revision = '87eaadc72834';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 156, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 156, 157, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 48/49 downgrade 46208f329e80: customers
-- migrations/2021-02-08_customers.ts:36
SELECT 'migsql: 48/49 downgrade 46208f329e80 customers' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 157, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 157, 'DO 0', 'SELECT * FROM `migsql: stopped before block 158`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP TABLE customer;
SELECT IF(@@error_count = 0 AND @migsql_block = 157, 158, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 158, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 158, 'DO 0', 'SELECT * FROM `migsql: stopped before block 159`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
DELETE FROM migsql_version WHERE revision = '46208f329e80';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 158, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 158, 159, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

-- 49/49 downgrade 0cc7be2cb74f: VAT rates
-- migrations/2021-09-14_tax_rates.ts:21
SELECT 'migsql: 49/49 downgrade 0cc7be2cb74f VAT rates' AS migsql FROM DUAL WHERE @migsql_block >= 0;
SET @migsql = IF(@migsql_block = 159, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 159, 'DO 0', 'SELECT * FROM `migsql: stopped before block 160`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
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
SELECT IF(@@error_count = 0, @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 159, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 159, 160, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;
SET @migsql = IF(@migsql_block = 160, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 160, 'DO 0', 'SELECT * FROM `migsql: stopped before block 161`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
DROP TABLE tax_rate;
SELECT IF(@@error_count = 0 AND @migsql_block = 160, 161, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 161, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 161, 'DO 0', 'SELECT * FROM `migsql: stopped before block 162`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
START TRANSACTION;
DELETE FROM migsql_version WHERE revision = '0cc7be2cb74f';
SELECT IF(@@error_count = 0 AND (NOT @migsql_run OR ROW_COUNT() = 1), @migsql_block, -1) INTO @migsql_block;
SET @migsql = IF(@migsql_block = 161, 'COMMIT', 'DO 0'); PREPARE migsql FROM @migsql; EXECUTE migsql;
SELECT IF(@@error_count = 0 AND @migsql_block = 161, 162, -1) INTO @migsql_block;
DEALLOCATE PREPARE migsql;
ROLLBACK;

DO RELEASE_LOCK(@migsql_lock);
SET @migsql = IF(@migsql_block = 162, 'DO 0', 'SET SESSION TRANSACTION READ ONLY'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SET @migsql = IF(@migsql_block = 162, 'DO 0', 'SELECT * FROM `migsql: stopped before the end`'); PREPARE migsql FROM @migsql; EXECUTE migsql; DEALLOCATE PREPARE migsql;
SELECT CONCAT('migsql: ', 'OK c4e01ec1d4be -> base') AS migsql FROM DUAL WHERE @migsql_block = 162;

-- end: base
