-- migsql 0.1.0: downgrade script for Oracle
--
-- from    c4e01ec1d4be
-- to      base
-- steps   49
-- server  Oracle 12.2 or later
-- atomic  NO: Oracle commits each schema change at once; data steps are committed by themselves
-- waits   for a lock 5 s (schema changes and the version table alone), for a statement no limit
-- render  migsql render c4e01ec1d4be:base --dialect oracle --transaction script --client sqlplus
-- run     sqlplus -S -L USER@DB @FILE
--
-- if it stops
--   192 blocks, 121 of them outside transactions; each is committed before the next
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

-- for SQL*Plus, SQLcl and SQL Developer; a client that does not know WHENEVER goes on behind an error: --client generic
WHENEVER OSERROR EXIT FAILURE ROLLBACK
WHENEVER SQLERROR EXIT FAILURE ROLLBACK
SET DEFINE OFF
SET SQLBLANKLINES ON
SET SQLTERMINATOR ';'
SET CMDSEP OFF
SET SQLPREFIX ~
SET AUTOCOMMIT OFF
SET EXITCOMMIT OFF
SET SERVEROUTPUT ON SIZE UNLIMITED
-- how far the script has come stands in CLIENT_INFO of the session: so far, it must not go on
BEGIN
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql stopped');
END;
/
-- before the first change: settings, and whether this is the place to run it
-- two runs are kept apart by DBMS_LOCK; without EXECUTE on it, the script says so, and LOCK TABLE keeps data steps apart
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
  migsql_lock PLS_INTEGER := 0;
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql stopped' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: CLIENT_INFO of the session cannot be set; nothing is changed');
  END IF;
  IF DBMS_TRANSACTION.LOCAL_TRANSACTION_ID IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: the session has a transaction open; end it first. Nothing is changed');
  END IF;
  EXECUTE IMMEDIATE 'ALTER SESSION SET DDL_LOCK_TIMEOUT = 5';
  EXECUTE IMMEDIATE 'ALTER SESSION SET NLS_NUMERIC_CHARACTERS = ''.,''';
  EXECUTE IMMEDIATE 'ALTER SESSION SET NLS_DATE_FORMAT = ''YYYY-MM-DD HH24:MI:SS''';
  EXECUTE IMMEDIATE 'ALTER SESSION SET NLS_LENGTH_SEMANTICS = BYTE';
  EXECUTE IMMEDIATE 'ALTER SESSION SET NLS_SORT = BINARY';
  EXECUTE IMMEDIATE 'ALTER SESSION SET NLS_COMP = BINARY';
  BEGIN
    EXECUTE IMMEDIATE 'BEGIN :migsql_lock := DBMS_LOCK.REQUEST(id => :migsql_id, lockmode => 6, timeout => 5, release_on_commit => FALSE); END;'
      USING OUT migsql_lock, IN DBMS_UTILITY.GET_HASH_VALUE(
        SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') || ':' || 'migsql:migsql_version', 0, 1073741824
      );
  EXCEPTION
    WHEN OTHERS THEN
      IF SQLCODE <> -6550 THEN
        RAISE;
      END IF;
      migsql_lock := 0;
      DBMS_OUTPUT.PUT_LINE('migsql: there is no lock, since EXECUTE on DBMS_LOCK is not granted: nobody else may run a script now');
  END;
  IF migsql_lock NOT IN (0, 4) THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: another run of a script is under way; nothing is changed');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  EXCEPTION
    WHEN OTHERS THEN
      IF SQLCODE <> -942 THEN
        RAISE;
      END IF;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> 'c4e01ec1d4be' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: the script starts at [' || SUBSTR('c4e01ec1d4be', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 0');
END;
/

-- 1/49 downgrade c4e01ec1d4be: drop notes of orders
-- migrations/2025-09-15_drop_order_notes.ts:8
PROMPT migsql: 1/49 downgrade c4e01ec1d4be drop notes of orders
-- block 1
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 0' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 1 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 1');
END;
/
ALTER TABLE sales_order ADD note CLOB;
-- block 2
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 1' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 2 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> 'c4e01ec1d4be' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 2 starts at [' || SUBSTR('c4e01ec1d4be', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 2');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '360b2a79be25' WHERE revision = 'c4e01ec1d4be';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 2/49 downgrade 360b2a79be25: view of overdue invoices
-- migrations/2025-04-07_overdue_invoices.sql:39
PROMPT migsql: 2/49 downgrade 360b2a79be25 view of overdue invoices
-- block 3
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 2' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 3 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '360b2a79be25' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 3 starts at [' || SUBSTR('360b2a79be25', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 3');
END;
/
DROP VIEW overdue_invoice;
-- block 4
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 3' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 4 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '360b2a79be25' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 4 starts at [' || SUBSTR('360b2a79be25', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 4');
END;
/
BEGIN
  UPDATE migsql_version SET revision = 'dde8be449d7f' WHERE revision = '360b2a79be25';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 3/49 downgrade dde8be449d7f: merge billing
-- migrations/2025-02-10_merge_billing.ts:15
PROMPT migsql: 3/49 downgrade dde8be449d7f merge billing
-- block 5
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 4' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 5 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> 'dde8be449d7f' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 5 starts at [' || SUBSTR('dde8be449d7f', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 5');
END;
/
ALTER TABLE invoice DROP CONSTRAINT fk_invoice_currency;
-- block 6
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 5' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 6 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> 'dde8be449d7f' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 6 starts at [' || SUBSTR('dde8be449d7f', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 6');
END;
/
BEGIN
  INSERT INTO migsql_version (revision) VALUES ('21617ee745e9');
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
BEGIN
  UPDATE migsql_version SET revision = '40b98662ef5a' WHERE revision = 'dde8be449d7f';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 4/49 downgrade 40b98662ef5a: find unpaid invoices fast
-- migrations/2024-02-12_unpaid_invoices.ts:15
PROMPT migsql: 4/49 downgrade 40b98662ef5a find unpaid invoices fast
-- block 7
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 6' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 7 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '21617ee745e9, 40b98662ef5a' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 7 starts at [' || SUBSTR('21617ee745e9, 40b98662ef5a', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 7');
END;
/
DROP INDEX ix_invoice_unpaid;
-- block 8
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 7' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 8 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '21617ee745e9, 40b98662ef5a' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 8 starts at [' || SUBSTR('21617ee745e9, 40b98662ef5a', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 8');
END;
/
BEGIN
  UPDATE migsql_version SET revision = 'aff07711ae8e' WHERE revision = '40b98662ef5a';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 5/49 downgrade aff07711ae8e: payment methods as a table, not an enum
-- migrations/2023-09-18_payment_methods.ts:43
PROMPT migsql: 5/49 downgrade aff07711ae8e payment methods as a table, not an enum
-- block 9
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 8' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 9 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '21617ee745e9, aff07711ae8e' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 9 starts at [' || SUBSTR('21617ee745e9, aff07711ae8e', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 9');
END;
/
ALTER TABLE payment ADD kind VARCHAR2(13 CHAR) DEFAULT 'bank_transfer' NOT NULL CONSTRAINT ck_payment__kind CHECK (kind IN ('card', 'paypal', 'bank_transfer', 'cash'));
-- block 10
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 9' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 10 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '21617ee745e9, aff07711ae8e' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 10 starts at [' || SUBSTR('21617ee745e9, aff07711ae8e', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 10');
END;
/
UPDATE payment SET kind = method_code
      WHERE method_code IN ('card', 'paypal', 'bank_transfer', 'cash');
COMMIT;
-- block 11
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 10' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 11 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 11');
END;
/
ALTER TABLE payment MODIFY (kind DEFAULT NULL);
-- block 12
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 11' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 12 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 12');
END;
/
ALTER TABLE payment DROP CONSTRAINT fk_payment_method;
-- block 13
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 12' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 13 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 13');
END;
/
ALTER TABLE payment DROP COLUMN method_code;
-- block 14
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 13' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 14 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 14');
END;
/
DROP TABLE payment_method;
-- block 15
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 14' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 15 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '21617ee745e9, aff07711ae8e' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 15 starts at [' || SUBSTR('21617ee745e9, aff07711ae8e', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 15');
END;
/
BEGIN
  UPDATE migsql_version SET revision = 'a5c9bc130ca6' WHERE revision = 'aff07711ae8e';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 6/49 downgrade a5c9bc130ca6: reminders for unpaid invoices
-- migrations/2022-06-08_reminders.ts:17
PROMPT migsql: 6/49 downgrade a5c9bc130ca6 reminders for unpaid invoices
-- block 16
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 15' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 16 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '21617ee745e9, a5c9bc130ca6' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 16 starts at [' || SUBSTR('21617ee745e9, a5c9bc130ca6', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 16');
END;
/
ALTER TABLE invoice DROP CONSTRAINT ck_invoice_reminder_level;
-- block 17
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 16' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 17 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 17');
END;
/
ALTER TABLE invoice DROP COLUMN reminded_on;
-- block 18
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 17' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 18 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 18');
END;
/
ALTER TABLE invoice DROP COLUMN reminder_level;
-- block 19
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 18' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 19 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '21617ee745e9, a5c9bc130ca6' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 19 starts at [' || SUBSTR('21617ee745e9, a5c9bc130ca6', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 19');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '1c878c3de7c6' WHERE revision = 'a5c9bc130ca6';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 7/49 downgrade 1c878c3de7c6: payments
-- migrations/2022-01-17_payments.ts:14
PROMPT migsql: 7/49 downgrade 1c878c3de7c6 payments
-- block 20
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 19' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 20 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '1c878c3de7c6, 21617ee745e9' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 20 starts at [' || SUBSTR('1c878c3de7c6, 21617ee745e9', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 20');
END;
/
DROP TABLE payment;
-- block 21
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 20' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 21 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '1c878c3de7c6, 21617ee745e9' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 21 starts at [' || SUBSTR('1c878c3de7c6, 21617ee745e9', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 21');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '64eb9211cd60' WHERE revision = '1c878c3de7c6';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 8/49 downgrade 64eb9211cd60: invoice lines
-- migrations/2021-10-13_invoice_lines.ts:8
PROMPT migsql: 8/49 downgrade 64eb9211cd60 invoice lines
-- block 22
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 21' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 22 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '21617ee745e9, 64eb9211cd60' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 22 starts at [' || SUBSTR('21617ee745e9, 64eb9211cd60', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 22');
END;
/
DROP TABLE invoice_line;
-- block 23
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 22' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 23 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '21617ee745e9, 64eb9211cd60' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 23 starts at [' || SUBSTR('21617ee745e9, 64eb9211cd60', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 23');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '89973edcc47e' WHERE revision = '64eb9211cd60';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 9/49 downgrade 89973edcc47e: invoices
-- migrations/2021-10-12_invoices.ts:14
PROMPT migsql: 9/49 downgrade 89973edcc47e invoices
-- block 24
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 23' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 24 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '21617ee745e9, 89973edcc47e' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 24 starts at [' || SUBSTR('21617ee745e9, 89973edcc47e', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 24');
END;
/
DROP TABLE invoice;
-- block 25
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 24' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 25 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '21617ee745e9, 89973edcc47e' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 25 starts at [' || SUBSTR('21617ee745e9, 89973edcc47e', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 25');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '652ad4a05dd7' WHERE revision = '89973edcc47e';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 10/49 downgrade 652ad4a05dd7: VAT rates refer to countries
-- migrations/2021-09-21_tax_rates_by_country.ts:9
PROMPT migsql: 10/49 downgrade 652ad4a05dd7 VAT rates refer to countries
-- block 26
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 25' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 26 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '21617ee745e9, 652ad4a05dd7' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 26 starts at [' || SUBSTR('21617ee745e9, 652ad4a05dd7', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 26');
END;
/
ALTER TABLE tax_rate DROP CONSTRAINT fk_tax_rate_country;
-- block 27
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 26' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 27 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '21617ee745e9, 652ad4a05dd7' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 27 starts at [' || SUBSTR('21617ee745e9, 652ad4a05dd7', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 27');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '0cc7be2cb74f' WHERE revision = '652ad4a05dd7';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 11/49 downgrade 21617ee745e9: comments the auditors asked for
-- migrations/2024-11-04_comments.ts:15
PROMPT migsql: 11/49 downgrade 21617ee745e9 comments the auditors asked for
-- block 28
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 27' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 28 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 21617ee745e9' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 28 starts at [' || SUBSTR('0cc7be2cb74f, 21617ee745e9', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 28');
END;
/
COMMENT ON COLUMN sales_order.total IS '';
-- block 29
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 28' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 29 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 29');
END;
/
COMMENT ON COLUMN product.sku IS 'stock keeping unit, as on the label';
-- block 30
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 29' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 30 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 30');
END;
/
COMMENT ON COLUMN customer.phone IS '';
-- block 31
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 30' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 31 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 31');
END;
/
COMMENT ON COLUMN customer.display_name IS 'person or company, as on the parcel';
-- block 32
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 31' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 32 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 32');
END;
/
COMMENT ON COLUMN customer.email IS 'login, and where mails go';
-- block 33
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 32' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 33 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 33');
END;
/
COMMENT ON TABLE country IS 'where parcels may go';
-- block 34
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 33' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 34 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 34');
END;
/
COMMENT ON TABLE customer IS 'who buys; one row per account, the shop''s own till included';
-- block 35
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 34' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 35 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 21617ee745e9' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 35 starts at [' || SUBSTR('0cc7be2cb74f, 21617ee745e9', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 35');
END;
/
BEGIN
  UPDATE migsql_version SET revision = 'f2496a629154' WHERE revision = '21617ee745e9';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 12/49 downgrade f2496a629154: sign-ins
-- migrations/2024-09-02_login_events.ts:19
PROMPT migsql: 12/49 downgrade f2496a629154 sign-ins
-- block 36
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 35' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 36 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, f2496a629154' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 36 starts at [' || SUBSTR('0cc7be2cb74f, f2496a629154', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 36');
END;
/
DROP INDEX ix_login_event_occurred_at;
-- block 37
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 36' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 37 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 37');
END;
/
DROP TABLE login_event;
-- block 38
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 37' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 38 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, f2496a629154' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 38 starts at [' || SUBSTR('0cc7be2cb74f, f2496a629154', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 38');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '1565fc00a8a4' WHERE revision = 'f2496a629154';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 13/49 downgrade 1565fc00a8a4: prices with four decimals, titles no longer unique
-- migrations/2024-05-13_finer_prices.ts:15
PROMPT migsql: 13/49 downgrade 1565fc00a8a4 prices with four decimals, titles no longer unique
-- block 39
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 38' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 39 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 1565fc00a8a4' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 39 starts at [' || SUBSTR('0cc7be2cb74f, 1565fc00a8a4', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 39');
END;
/
ALTER TABLE product ADD CONSTRAINT uq_product_title UNIQUE (title);
-- block 40
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 39' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 40 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 40');
END;
/
ALTER TABLE order_line ADD unit_price_narrow NUMBER(8, 2);
-- block 41
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 40' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 41 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 1565fc00a8a4' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 41 starts at [' || SUBSTR('0cc7be2cb74f, 1565fc00a8a4', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 41');
END;
/
UPDATE order_line SET unit_price_narrow = unit_price;
COMMIT;
-- block 42
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 41' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 42 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 42');
END;
/
ALTER TABLE order_line DROP COLUMN unit_price;
-- block 43
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 42' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 43 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 43');
END;
/
ALTER TABLE order_line RENAME COLUMN unit_price_narrow TO unit_price;
-- block 44
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 43' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 44 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 44');
END;
/
ALTER TABLE order_line MODIFY (unit_price NOT NULL);
-- block 45
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 44' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 45 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 45');
END;
/
ALTER TABLE product ADD price_narrow NUMBER(8, 2);
-- block 46
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 45' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 46 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 1565fc00a8a4' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 46 starts at [' || SUBSTR('0cc7be2cb74f, 1565fc00a8a4', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 46');
END;
/
UPDATE product SET price_narrow = price;
COMMIT;
-- block 47
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 46' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 47 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 47');
END;
/
ALTER TABLE product DROP COLUMN price;
-- block 48
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 47' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 48 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 48');
END;
/
ALTER TABLE product RENAME COLUMN price_narrow TO price;
-- block 49
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 48' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 49 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 49');
END;
/
ALTER TABLE product MODIFY (price NOT NULL);
-- block 50
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 49' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 50 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 50');
END;
/
COMMENT ON COLUMN product.price IS 'gross, EUR';
-- block 51
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 50' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 51 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 1565fc00a8a4' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 51 starts at [' || SUBSTR('0cc7be2cb74f, 1565fc00a8a4', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 51');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '770ead80b8b5' WHERE revision = '1565fc00a8a4';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 14/49 downgrade 770ead80b8b5: order states
-- migrations/2024-03-25_order_states.ts:15
PROMPT migsql: 14/49 downgrade 770ead80b8b5 order states
-- block 52
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 51' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 52 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 770ead80b8b5' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 52 starts at [' || SUBSTR('0cc7be2cb74f, 770ead80b8b5', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 52');
END;
/
ALTER TABLE sales_order MODIFY (placed_at DEFAULT CURRENT_TIMESTAMP);
-- block 53
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 52' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 53 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 53');
END;
/
ALTER TABLE sales_order DROP CONSTRAINT ck_sales_order_state;
-- block 54
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 53' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 54 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 770ead80b8b5' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 54 starts at [' || SUBSTR('0cc7be2cb74f, 770ead80b8b5', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 54');
END;
/
UPDATE sales_order SET state = 'open' WHERE state = 'new';
COMMIT;
-- block 55
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 54' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 55 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 55');
END;
/
ALTER TABLE sales_order MODIFY (state DEFAULT 'open');
-- block 56
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 55' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 56 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 56');
END;
/
COMMENT ON COLUMN sales_order.state IS '';
-- block 57
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 56' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 57 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 770ead80b8b5' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 57 starts at [' || SUBSTR('0cc7be2cb74f, 770ead80b8b5', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 57');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '200fada528d8' WHERE revision = '770ead80b8b5';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 15/49 downgrade 200fada528d8: deleted rows stay for ninety days
-- migrations/2024-01-16_soft_delete.ts:10
PROMPT migsql: 15/49 downgrade 200fada528d8 deleted rows stay for ninety days
-- block 58
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 57' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 58 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 200fada528d8' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 58 starts at [' || SUBSTR('0cc7be2cb74f, 200fada528d8', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 58');
END;
/
ALTER TABLE review DROP COLUMN deleted_at;
-- block 59
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 58' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 59 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 59');
END;
/
ALTER TABLE promotion DROP COLUMN deleted_at;
-- block 60
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 59' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 60 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 60');
END;
/
ALTER TABLE category DROP COLUMN deleted_at;
-- block 61
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 60' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 61 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 61');
END;
/
ALTER TABLE product DROP COLUMN deleted_at;
-- block 62
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 61' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 62 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 200fada528d8' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 62 starts at [' || SUBSTR('0cc7be2cb74f, 200fada528d8', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 62');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '4e2316eb118a' WHERE revision = '200fada528d8';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 16/49 downgrade 4e2316eb118a: mail templates
-- migrations/2023-11-14_mail_templates.ts:16
PROMPT migsql: 16/49 downgrade 4e2316eb118a mail templates
-- block 63
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 62' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 63 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 4e2316eb118a' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 63 starts at [' || SUBSTR('0cc7be2cb74f, 4e2316eb118a', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 63');
END;
/
DELETE FROM mail_template WHERE (code = 'order_confirmation' AND locale = 'en')
  OR (code = 'order_confirmation' AND locale = 'de')
  OR (code = 'shipped' AND locale = 'en')
  OR (code = 'shipped' AND locale = 'pl')
  OR (code = 'till_receipt' AND locale = 'de');
COMMIT;
-- block 64
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 63' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 64 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 64');
END;
/
DROP TABLE mail_template;
-- block 65
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 64' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 65 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 4e2316eb118a' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 65 starts at [' || SUBSTR('0cc7be2cb74f, 4e2316eb118a', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 65');
END;
/
BEGIN
  UPDATE migsql_version SET revision = 'ef4027880414' WHERE revision = '4e2316eb118a';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 17/49 downgrade ef4027880414: drop newsletter subscriptions
-- migrations/2023-10-09_drop_newsletter.ts:8
PROMPT migsql: 17/49 downgrade ef4027880414 drop newsletter subscriptions
-- block 66
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 65' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 66 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, ef4027880414' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 66 starts at [' || SUBSTR('0cc7be2cb74f, ef4027880414', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 66');
END;
/
CREATE TABLE newsletter_subscription (
  email VARCHAR2(254 CHAR) NOT NULL,
  confirmed NUMBER(1) DEFAULT 0 NOT NULL CONSTRAINT ck_newsletter_subscription__confirmed CHECK (confirmed IN (0, 1)),
  subscribed_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  CONSTRAINT pk_newsletter_subscription PRIMARY KEY (email)
);
-- block 67
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 66' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 67 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, ef4027880414' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 67 starts at [' || SUBSTR('0cc7be2cb74f, ef4027880414', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 67');
END;
/
BEGIN
  UPDATE migsql_version SET revision = 'de7d2bcc34cd' WHERE revision = 'ef4027880414';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 18/49 downgrade de7d2bcc34cd: several addresses per customer
-- migrations/2023-07-31_customer_addresses.ts:46
PROMPT migsql: 18/49 downgrade de7d2bcc34cd several addresses per customer
-- block 68
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 67' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 68 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, de7d2bcc34cd' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 68 starts at [' || SUBSTR('0cc7be2cb74f, de7d2bcc34cd', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 68');
END;
/
ALTER TABLE customer ADD street VARCHAR2(200 CHAR);
-- block 69
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 68' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 69 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 69');
END;
/
ALTER TABLE customer ADD postal_code VARCHAR2(16 CHAR);
-- block 70
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 69' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 70 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 70');
END;
/
COMMENT ON COLUMN customer.postal_code IS 'checked against the country';
-- block 71
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 70' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 71 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 71');
END;
/
ALTER TABLE customer ADD city VARCHAR2(120 CHAR);
-- block 72
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 71' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 72 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 72');
END;
/
ALTER TABLE customer ADD country_code VARCHAR2(2 CHAR);
-- block 73
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 72' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 73 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, de7d2bcc34cd' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 73 starts at [' || SUBSTR('0cc7be2cb74f, de7d2bcc34cd', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 73');
END;
/
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
COMMIT;
-- block 74
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 73' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 74 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 74');
END;
/
ALTER TABLE customer ADD CONSTRAINT fk_customer_country FOREIGN KEY (country_code) REFERENCES country (code);
-- block 75
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 74' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 75 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 75');
END;
/
DROP TABLE customer_address;
-- block 76
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 75' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 76 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, de7d2bcc34cd' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 76 starts at [' || SUBSTR('0cc7be2cb74f, de7d2bcc34cd', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 76');
END;
/
BEGIN
  UPDATE migsql_version SET revision = 'b11ef72a092c' WHERE revision = 'de7d2bcc34cd';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 19/49 downgrade b11ef72a092c: public ids for customers
-- migrations/2023-06-19_customer_public_ids.ts:12
PROMPT migsql: 19/49 downgrade b11ef72a092c public ids for customers
-- block 77
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 76' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 77 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, b11ef72a092c' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 77 starts at [' || SUBSTR('0cc7be2cb74f, b11ef72a092c', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 77');
END;
/
ALTER TABLE customer DROP CONSTRAINT uq_customer_public_id;
-- block 78
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 77' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 78 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 78');
END;
/
ALTER TABLE customer MODIFY (public_id NULL);
-- block 79
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 78' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 79 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, b11ef72a092c' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 79 starts at [' || SUBSTR('0cc7be2cb74f, b11ef72a092c', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 79');
END;
/
UPDATE customer SET public_id = NULL;
COMMIT;
-- block 80
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 79' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 80 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 80');
END;
/
ALTER TABLE customer DROP COLUMN public_id;
-- block 81
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 80' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 81 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, b11ef72a092c' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 81 starts at [' || SUBSTR('0cc7be2cb74f, b11ef72a092c', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 81');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '127eb5c32a9d' WHERE revision = 'b11ef72a092c';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 20/49 downgrade 127eb5c32a9d: merge storefront and warehouse
-- migrations/2023-05-22_merge_storefront_and_warehouse.ts
PROMPT migsql: 20/49 downgrade 127eb5c32a9d merge storefront and warehouse
-- block 82
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 81' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 82 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 127eb5c32a9d' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 82 starts at [' || SUBSTR('0cc7be2cb74f, 127eb5c32a9d', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 82');
END;
/
BEGIN
  INSERT INTO migsql_version (revision) VALUES ('76a22f968352');
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
BEGIN
  UPDATE migsql_version SET revision = 'c487449a3cc2' WHERE revision = '127eb5c32a9d';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 21/49 downgrade 76a22f968352: "tell me when it is back"
-- migrations/2023-04-03_back_in_stock.ts:9
PROMPT migsql: 21/49 downgrade 76a22f968352 "tell me when it is back"
-- block 83
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 82' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 83 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 76a22f968352, c487449a3cc2' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 83 starts at [' || SUBSTR('0cc7be2cb74f, 76a22f968352, c487449a3cc2', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 83');
END;
/
DROP TABLE back_in_stock_alert;
-- block 84
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 83' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 84 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 76a22f968352, c487449a3cc2' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 84 starts at [' || SUBSTR('0cc7be2cb74f, 76a22f968352, c487449a3cc2', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 84');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '33e76c107f09' WHERE revision = '76a22f968352';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 22/49 downgrade c487449a3cc2: pick lists
-- migrations/2023-03-20_pick_lists.ts:19
PROMPT migsql: 22/49 downgrade c487449a3cc2 pick lists
-- block 85
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 84' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 85 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 33e76c107f09, c487449a3cc2' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 85 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09, c487449a3cc2', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 85');
END;
/
DROP TABLE pick_list_line;
-- block 86
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 85' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 86 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 86');
END;
/
DROP TABLE pick_list;
-- block 87
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 86' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 87 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 33e76c107f09, c487449a3cc2' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 87 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09, c487449a3cc2', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 87');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '08c7186d01d3' WHERE revision = 'c487449a3cc2';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 23/49 downgrade 08c7186d01d3: reasons of stock movements by code
-- migrations/2023-01-30_movement_reasons.ts:16
PROMPT migsql: 23/49 downgrade 08c7186d01d3 reasons of stock movements by code
-- block 88
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 87' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 88 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '08c7186d01d3, 0cc7be2cb74f, 33e76c107f09' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 88 starts at [' || SUBSTR('08c7186d01d3, 0cc7be2cb74f, 33e76c107f09', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 88');
END;
/
COMMENT ON TABLE stock_movement IS '';
-- block 89
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 88' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 89 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '08c7186d01d3, 0cc7be2cb74f, 33e76c107f09' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 89 starts at [' || SUBSTR('08c7186d01d3, 0cc7be2cb74f, 33e76c107f09', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 89');
END;
/
UPDATE stock_movement SET reason_code = lower(reason_code);
COMMIT;
-- block 90
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 89' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 90 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 90');
END;
/
ALTER TABLE stock_movement MODIFY (reason_code DEFAULT 'sale');
-- block 91
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 90' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 91 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 91');
END;
/
COMMENT ON COLUMN stock_movement.reason_code IS '';
-- block 92
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 91' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 92 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 92');
END;
/
ALTER TABLE stock_movement RENAME COLUMN reason_code TO reason;
-- block 93
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 92' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 93 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '08c7186d01d3, 0cc7be2cb74f, 33e76c107f09' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 93 starts at [' || SUBSTR('08c7186d01d3, 0cc7be2cb74f, 33e76c107f09', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 93');
END;
/
BEGIN
  UPDATE migsql_version SET revision = 'e5c851b65ffb' WHERE revision = '08c7186d01d3';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 24/49 downgrade e5c851b65ffb: shipment weight as a number
-- migrations/2022-11-07_shipment_weight.ts:28
PROMPT migsql: 24/49 downgrade e5c851b65ffb shipment weight as a number
-- block 94
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 93' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 94 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 33e76c107f09, e5c851b65ffb' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 94 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09, e5c851b65ffb', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 94');
END;
/
ALTER TABLE shipment RENAME COLUMN weight_g TO weight;
-- block 95
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 94' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 95 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 95');
END;
/
ALTER TABLE shipment ADD weight_new VARCHAR2(12 CHAR);
-- block 96
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 95' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 96 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 96');
END;
/
COMMENT ON COLUMN shipment.weight_new IS 'grams, as the scale prints them';
-- block 97
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 96' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 97 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 33e76c107f09, e5c851b65ffb' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 97 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09, e5c851b65ffb', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 97');
END;
/
UPDATE shipment SET weight_new = to_char(weight);
COMMIT;
-- block 98
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 97' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 98 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 98');
END;
/
ALTER TABLE shipment DROP COLUMN weight;
-- block 99
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 98' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 99 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 99');
END;
/
ALTER TABLE shipment RENAME COLUMN weight_new TO weight;
-- block 100
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 99' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 100 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 33e76c107f09, e5c851b65ffb' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 100 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09, e5c851b65ffb', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 100');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '8440ea93a945' WHERE revision = 'e5c851b65ffb';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 25/49 downgrade 8440ea93a945: quantities beyond two billion
-- migrations/2022-09-15_larger_quantities.ts:19
PROMPT migsql: 25/49 downgrade 8440ea93a945 quantities beyond two billion
-- block 101
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 100' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 101 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 33e76c107f09, 8440ea93a945' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 101 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09, 8440ea93a945', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 101');
END;
/
ALTER TABLE stock_movement ADD quantity_narrow NUMBER(10);
-- block 102
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 101' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 102 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 102');
END;
/
COMMENT ON COLUMN stock_movement.quantity_narrow IS 'negative: taken out';
-- block 103
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 102' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 103 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 33e76c107f09, 8440ea93a945' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 103 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09, 8440ea93a945', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 103');
END;
/
UPDATE stock_movement SET quantity_narrow = quantity;
COMMIT;
-- block 104
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 103' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 104 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 104');
END;
/
ALTER TABLE stock_movement DROP COLUMN quantity;
-- block 105
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 104' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 105 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 105');
END;
/
ALTER TABLE stock_movement RENAME COLUMN quantity_narrow TO quantity;
-- block 106
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 105' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 106 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 106');
END;
/
ALTER TABLE stock_movement MODIFY (quantity NOT NULL);
-- block 107
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 106' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 107 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 107');
END;
/
ALTER TABLE stock DROP CONSTRAINT ck_stock_quantity;
-- block 108
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 107' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 108 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 108');
END;
/
ALTER TABLE stock ADD quantity_narrow NUMBER(10) DEFAULT 0;
-- block 109
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 108' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 109 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 33e76c107f09, 8440ea93a945' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 109 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09, 8440ea93a945', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 109');
END;
/
UPDATE stock SET quantity_narrow = quantity;
COMMIT;
-- block 110
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 109' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 110 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 110');
END;
/
ALTER TABLE stock DROP COLUMN quantity;
-- block 111
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 110' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 111 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 111');
END;
/
ALTER TABLE stock RENAME COLUMN quantity_narrow TO quantity;
-- block 112
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 111' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 112 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 112');
END;
/
ALTER TABLE stock MODIFY (quantity NOT NULL);
-- block 113
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 112' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 113 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 113');
END;
/
ALTER TABLE stock ADD CONSTRAINT ck_stock_quantity CHECK (quantity >= 0);
-- block 114
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 113' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 114 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 33e76c107f09, 8440ea93a945' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 114 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09, 8440ea93a945', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 114');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '4cba307e3cd7' WHERE revision = '8440ea93a945';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 26/49 downgrade 4cba307e3cd7: carriers and shipments
-- migrations/2022-05-04_shipments.ts:6
PROMPT migsql: 26/49 downgrade 4cba307e3cd7 carriers and shipments
-- block 115
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 114' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 115 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 33e76c107f09, 4cba307e3cd7' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 115 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09, 4cba307e3cd7', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 115');
END;
/
ALTER TABLE shipment DROP CONSTRAINT fk_shipment_carrier;
-- block 116
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 115' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 116 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 116');
END;
/
DROP TABLE shipment;
-- block 117
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 116' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 117 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 33e76c107f09, 4cba307e3cd7' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 117 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09, 4cba307e3cd7', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 117');
END;
/
DELETE FROM carrier WHERE code IN ('dhl', 'inpost', 'paeckli', 'pickup');
COMMIT;
-- block 118
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 117' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 118 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 118');
END;
/
DROP TABLE carrier;
-- block 119
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 118' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 119 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 33e76c107f09, 4cba307e3cd7' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 119 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09, 4cba307e3cd7', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 119');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '831446a99908' WHERE revision = '4cba307e3cd7';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 27/49 downgrade 831446a99908: stock movements
-- migrations/2022-02-23_stock_movements.ts:3
PROMPT migsql: 27/49 downgrade 831446a99908 stock movements
-- block 120
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 119' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 120 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 33e76c107f09, 831446a99908' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 120 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09, 831446a99908', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 120');
END;
/
DROP INDEX ix_stock_movement_stock;
-- block 121
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 120' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 121 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 121');
END;
/
DROP TABLE stock_movement;
-- block 122
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 121' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 122 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 33e76c107f09, 831446a99908' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 122 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09, 831446a99908', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 122');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '935b43ea52d2' WHERE revision = '831446a99908';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 28/49 downgrade 935b43ea52d2: stock per warehouse
-- migrations/2022-01-19_stock.ts:19
PROMPT migsql: 28/49 downgrade 935b43ea52d2 stock per warehouse
-- block 123
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 122' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 123 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 33e76c107f09, 935b43ea52d2' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 123 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09, 935b43ea52d2', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 123');
END;
/
DELETE FROM stock;
COMMIT;
-- block 124
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 123' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 124 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 124');
END;
/
DROP TABLE stock;
-- block 125
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 124' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 125 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 33e76c107f09, 935b43ea52d2' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 125 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09, 935b43ea52d2', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 125');
END;
/
BEGIN
  UPDATE migsql_version SET revision = 'c82c0dc320b7' WHERE revision = '935b43ea52d2';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 29/49 downgrade c82c0dc320b7: warehouses
-- migrations/2022-01-10_warehouses.ts:20
PROMPT migsql: 29/49 downgrade c82c0dc320b7 warehouses
-- block 126
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 125' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 126 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 33e76c107f09, c82c0dc320b7' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 126 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09, c82c0dc320b7', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 126');
END;
/
DELETE FROM warehouse WHERE code IN ('BER1', 'BER2', 'WRO1', 'VLC1');
COMMIT;
-- block 127
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 126' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 127 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 127');
END;
/
DROP TABLE warehouse;
-- block 128
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 127' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 128 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 33e76c107f09, c82c0dc320b7' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 128 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09, c82c0dc320b7', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 128');
END;
/
BEGIN
  DELETE FROM migsql_version WHERE revision = 'c82c0dc320b7';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 30/49 downgrade 33e76c107f09: wishlists
-- migrations/2023-02-14_wishlists.ts:19
PROMPT migsql: 30/49 downgrade 33e76c107f09 wishlists
-- block 129
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 128' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 129 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 33e76c107f09' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 129 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 129');
END;
/
DROP TABLE wishlist_item;
-- block 130
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 129' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 130 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 130');
END;
/
DROP TABLE wishlist;
-- block 131
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 130' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 131 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 33e76c107f09' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 131 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 131');
END;
/
BEGIN
  UPDATE migsql_version SET revision = 'a28bcdf6e598' WHERE revision = '33e76c107f09';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 31/49 downgrade a28bcdf6e598: promotions
-- migrations/2022-12-01_promotions.ts:22
PROMPT migsql: 31/49 downgrade a28bcdf6e598 promotions
-- block 132
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 131' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 132 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, a28bcdf6e598' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 132 starts at [' || SUBSTR('0cc7be2cb74f, a28bcdf6e598', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 132');
END;
/
DELETE FROM promotion WHERE code IN ('XMAS22', 'FRIENDS');
COMMIT;
-- block 133
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 132' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 133 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 133');
END;
/
DROP TABLE promotion;
-- block 134
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 133' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 134 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, a28bcdf6e598' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 134 starts at [' || SUBSTR('0cc7be2cb74f, a28bcdf6e598', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 134');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '6557269ccbd7' WHERE revision = 'a28bcdf6e598';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 32/49 downgrade 6557269ccbd7: orders by time
-- migrations/2022-10-05_orders_by_time.ts:9
PROMPT migsql: 32/49 downgrade 6557269ccbd7 orders by time
-- block 135
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 134' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 135 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 6557269ccbd7' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 135 starts at [' || SUBSTR('0cc7be2cb74f, 6557269ccbd7', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 135');
END;
/
DROP INDEX ix_sales_order_placed_at;
-- block 136
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 135' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 136 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 6557269ccbd7' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 136 starts at [' || SUBSTR('0cc7be2cb74f, 6557269ccbd7', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 136');
END;
/
BEGIN
  UPDATE migsql_version SET revision = 'd2156a5519d4' WHERE revision = '6557269ccbd7';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 33/49 downgrade d2156a5519d4: categories in three languages
-- migrations/2022-07-12_category_translations.ts:48
PROMPT migsql: 33/49 downgrade d2156a5519d4 categories in three languages
-- block 137
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 136' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 137 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, d2156a5519d4' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 137 starts at [' || SUBSTR('0cc7be2cb74f, d2156a5519d4', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 137');
END;
/
DROP TABLE category_translation;
-- block 138
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 137' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 138 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, d2156a5519d4' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 138 starts at [' || SUBSTR('0cc7be2cb74f, d2156a5519d4', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 138');
END;
/
DELETE FROM category WHERE slug IN ('lighting', 'hand-tools', 'screws');
DELETE FROM category WHERE slug IN ('home', 'tools');
BEGIN
  UPDATE migsql_version SET revision = '19533672927f' WHERE revision = 'd2156a5519d4';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 34/49 downgrade 19533672927f: reviews
-- migrations/2022-04-28_reviews.ts:8
PROMPT migsql: 34/49 downgrade 19533672927f reviews
-- block 139
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 138' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 139 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 19533672927f' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 139 starts at [' || SUBSTR('0cc7be2cb74f, 19533672927f', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 139');
END;
/
DROP TABLE review;
-- block 140
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 139' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 140 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 19533672927f' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 140 starts at [' || SUBSTR('0cc7be2cb74f, 19533672927f', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 140');
END;
/
BEGIN
  UPDATE migsql_version SET revision = 'ea96785f4d97' WHERE revision = '19533672927f';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 35/49 downgrade ea96785f4d97: product images
-- migrations/2022-03-15_product_images.ts:25
PROMPT migsql: 35/49 downgrade ea96785f4d97 product images
-- block 141
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 140' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 141 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, ea96785f4d97' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 141 starts at [' || SUBSTR('0cc7be2cb74f, ea96785f4d97', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 141');
END;
/
DELETE FROM product_image;
COMMIT;
-- block 142
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 141' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 142 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 142');
END;
/
DROP TABLE product_image;
-- block 143
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 142' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 143 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, ea96785f4d97' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 143 starts at [' || SUBSTR('0cc7be2cb74f, ea96785f4d97', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 143');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '92081823d745' WHERE revision = 'ea96785f4d97';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 36/49 downgrade 92081823d745: product slugs
-- migrations/2022-02-02_product_slugs.ts:12
PROMPT migsql: 36/49 downgrade 92081823d745 product slugs
-- block 144
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 143' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 144 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 92081823d745' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 144 starts at [' || SUBSTR('0cc7be2cb74f, 92081823d745', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 144');
END;
/
ALTER TABLE product DROP CONSTRAINT uq_product_slug;
-- block 145
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 144' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 145 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 145');
END;
/
ALTER TABLE product MODIFY (slug NULL);
-- block 146
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 145' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 146 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 92081823d745' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 146 starts at [' || SUBSTR('0cc7be2cb74f, 92081823d745', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 146');
END;
/
UPDATE product SET slug = NULL;
COMMIT;
-- block 147
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 146' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 147 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 147');
END;
/
ALTER TABLE product DROP COLUMN slug;
-- block 148
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 147' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 148 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 92081823d745' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 148 starts at [' || SUBSTR('0cc7be2cb74f, 92081823d745', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 148');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '7b9ae6c60c73' WHERE revision = '92081823d745';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 37/49 downgrade 7b9ae6c60c73: gift cards for Christmas
-- migrations/2021-11-22_gift_cards.ts:17
PROMPT migsql: 37/49 downgrade 7b9ae6c60c73 gift cards for Christmas
-- block 149
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 148' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 149 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 7b9ae6c60c73' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 149 starts at [' || SUBSTR('0cc7be2cb74f, 7b9ae6c60c73', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 149');
END;
/
DELETE FROM product WHERE sku IN ('GIFT-25', 'GIFT-50', 'GIFT-100');
BEGIN
  UPDATE migsql_version SET revision = 'aef3edab6b4a' WHERE revision = '7b9ae6c60c73';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 38/49 downgrade aef3edab6b4a: larger order totals
-- migrations/2021-10-04_larger_totals.ts
PROMPT migsql: 38/49 downgrade aef3edab6b4a larger order totals
-- block 150
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 149' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 150 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, aef3edab6b4a' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 150 starts at [' || SUBSTR('0cc7be2cb74f, aef3edab6b4a', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 150');
END;
/
ALTER TABLE sales_order ADD total_narrow NUMBER(10, 2) DEFAULT 0;
-- block 151
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 150' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 151 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, aef3edab6b4a' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 151 starts at [' || SUBSTR('0cc7be2cb74f, aef3edab6b4a', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 151');
END;
/
UPDATE sales_order SET total_narrow = total;
COMMIT;
-- block 152
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 151' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 152 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 152');
END;
/
ALTER TABLE sales_order DROP COLUMN total;
-- block 153
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 152' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 153 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 153');
END;
/
ALTER TABLE sales_order RENAME COLUMN total_narrow TO total;
-- block 154
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 153' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 154 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 154');
END;
/
ALTER TABLE sales_order MODIFY (total NOT NULL);
-- block 155
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 154' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 155 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, aef3edab6b4a' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 155 starts at [' || SUBSTR('0cc7be2cb74f, aef3edab6b4a', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 155');
END;
/
BEGIN
  UPDATE migsql_version SET revision = 'e3fa8f544d98' WHERE revision = 'aef3edab6b4a';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 39/49 downgrade e3fa8f544d98: display names, longer phone numbers
-- migrations/2021-08-11_customer_names_and_phones.ts:12
PROMPT migsql: 39/49 downgrade e3fa8f544d98 display names, longer phone numbers
-- block 156
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 155' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 156 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, e3fa8f544d98' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 156 starts at [' || SUBSTR('0cc7be2cb74f, e3fa8f544d98', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 156');
END;
/
ALTER TABLE customer MODIFY (postal_code VARCHAR2(12 CHAR));
-- block 157
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 156' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 157 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 157');
END;
/
COMMENT ON COLUMN customer.postal_code IS '';
-- block 158
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 157' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 158 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 158');
END;
/
ALTER TABLE customer MODIFY (phone VARCHAR2(20 CHAR));
-- block 159
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 158' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 159 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 159');
END;
/
COMMENT ON COLUMN customer.display_name IS '';
-- block 160
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 159' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 160 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 160');
END;
/
ALTER TABLE customer RENAME COLUMN display_name TO full_name;
-- block 161
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 160' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 161 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, e3fa8f544d98' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 161 starts at [' || SUBSTR('0cc7be2cb74f, e3fa8f544d98', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 161');
END;
/
BEGIN
  UPDATE migsql_version SET revision = 'ba98f9e3b99d' WHERE revision = 'e3fa8f544d98';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 40/49 downgrade ba98f9e3b99d: order becomes sales_order
-- migrations/2021-06-30_rename_order.ts:10
PROMPT migsql: 40/49 downgrade ba98f9e3b99d order becomes sales_order
-- block 162
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 161' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 162 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, ba98f9e3b99d' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 162 starts at [' || SUBSTR('0cc7be2cb74f, ba98f9e3b99d', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 162');
END;
/
COMMENT ON TABLE sales_order IS '';
-- block 163
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 162' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 163 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 163');
END;
/
ALTER TABLE sales_order RENAME TO "order";
-- block 164
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 163' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 164 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, ba98f9e3b99d' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 164 starts at [' || SUBSTR('0cc7be2cb74f, ba98f9e3b99d', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 164');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '0cd4b8651c52' WHERE revision = 'ba98f9e3b99d';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 41/49 downgrade 0cd4b8651c52: newsletter subscriptions of their own
-- migrations/2021-05-18_newsletter.ts:26
PROMPT migsql: 41/49 downgrade 0cd4b8651c52 newsletter subscriptions of their own
-- block 165
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 164' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 165 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 0cd4b8651c52' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 165 starts at [' || SUBSTR('0cc7be2cb74f, 0cd4b8651c52', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 165');
END;
/
ALTER TABLE customer ADD newsletter NUMBER(1) DEFAULT 0 NOT NULL CONSTRAINT ck_customer__newsletter CHECK (newsletter IN (0, 1));
-- block 166
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 165' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 166 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 0cd4b8651c52' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 166 starts at [' || SUBSTR('0cc7be2cb74f, 0cd4b8651c52', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 166');
END;
/
UPDATE customer SET newsletter = 1
      WHERE email IN (SELECT email FROM newsletter_subscription WHERE confirmed = 1);
COMMIT;
-- block 167
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 166' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 167 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 167');
END;
/
DROP TABLE newsletter_subscription;
-- block 168
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 167' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 168 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 0cd4b8651c52' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 168 starts at [' || SUBSTR('0cc7be2cb74f, 0cd4b8651c52', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 168');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '1cc4c30c1f8a' WHERE revision = '0cd4b8651c52';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 42/49 downgrade 1cc4c30c1f8a: one account per e-mail address
-- migrations/2021-04-07_unique_emails.ts:7
PROMPT migsql: 42/49 downgrade 1cc4c30c1f8a one account per e-mail address
-- block 169
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 168' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 169 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 1cc4c30c1f8a' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 169 starts at [' || SUBSTR('0cc7be2cb74f, 1cc4c30c1f8a', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 169');
END;
/
ALTER TABLE customer DROP CONSTRAINT uq_customer_email;
-- block 170
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 169' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 170 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 1cc4c30c1f8a' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 170 starts at [' || SUBSTR('0cc7be2cb74f, 1cc4c30c1f8a', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 170');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '6758cf2b92be' WHERE revision = '1cc4c30c1f8a';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 43/49 downgrade 6758cf2b92be: e-mail addresses in lower case
-- migrations/2021-04-06_lower_case_emails.sql
PROMPT migsql: 43/49 downgrade 6758cf2b92be e-mail addresses in lower case
-- block 171
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 170' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 171 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 6758cf2b92be' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 171 starts at [' || SUBSTR('0cc7be2cb74f, 6758cf2b92be', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 171');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '0d7395f9f06e' WHERE revision = '6758cf2b92be';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/

-- 44/49 downgrade 0d7395f9f06e: countries we ship to
-- migrations/2021-03-22_countries.ts:28
PROMPT migsql: 44/49 downgrade 0d7395f9f06e countries we ship to
UPDATE customer SET country_code = NULL;
COMMIT;
-- block 172
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 171' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 172 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 172');
END;
/
ALTER TABLE customer DROP CONSTRAINT fk_customer_country;
-- block 173
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 172' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 173 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 173');
END;
/
ALTER TABLE customer DROP COLUMN country_code;
-- block 174
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 173' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 174 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 0d7395f9f06e' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 174 starts at [' || SUBSTR('0cc7be2cb74f, 0d7395f9f06e', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 174');
END;
/
DELETE FROM country WHERE code IN ('AT', 'AX', 'BE', 'BG', 'CH', 'CI', 'CW', 'CZ', 'DE', 'DK', 'ES', 'FR', 'GB', 'GR', 'IE', 'IL', 'JP', 'PL', 'RE', 'SE', 'TN', 'US');
COMMIT;
-- block 175
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 174' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 175 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 175');
END;
/
DROP TABLE country;
-- block 176
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 175' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 176 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 0d7395f9f06e' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 176 starts at [' || SUBSTR('0cc7be2cb74f, 0d7395f9f06e', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 176');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '1ddf68950622' WHERE revision = '0d7395f9f06e';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 45/49 downgrade 1ddf68950622: currencies
-- migrations/2021-03-01_currencies.ts:38
PROMPT migsql: 45/49 downgrade 1ddf68950622 currencies
-- block 177
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 176' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 177 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 1ddf68950622' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 177 starts at [' || SUBSTR('0cc7be2cb74f, 1ddf68950622', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 177');
END;
/
ALTER TABLE "order" DROP CONSTRAINT fk_order_currency;
-- block 178
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 177' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 178 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 178');
END;
/
ALTER TABLE "order" DROP COLUMN currency_code;
-- block 179
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 178' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 179 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 1ddf68950622' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 179 starts at [' || SUBSTR('0cc7be2cb74f, 1ddf68950622', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 179');
END;
/
DELETE FROM currency WHERE code IN ('CHF', 'CZK', 'DKK', 'EUR', 'GBP', 'HUF', 'ILS', 'ISK', 'JPY', 'NOK', 'PLN', 'RON', 'SEK', 'TND', 'USD');
COMMIT;
-- block 180
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 179' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 180 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 180');
END;
/
DROP TABLE currency;
-- block 181
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 180' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 181 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 1ddf68950622' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 181 starts at [' || SUBSTR('0cc7be2cb74f, 1ddf68950622', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 181');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '36117b4e8019' WHERE revision = '1ddf68950622';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 46/49 downgrade 36117b4e8019: orders
-- migrations/2021-02-17_orders.ts:20
PROMPT migsql: 46/49 downgrade 36117b4e8019 orders
-- block 182
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 181' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 182 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 36117b4e8019' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 182 starts at [' || SUBSTR('0cc7be2cb74f, 36117b4e8019', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 182');
END;
/
DROP TABLE order_line;
-- block 183
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 182' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 183 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 183');
END;
/
DROP TABLE "order";
-- block 184
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 183' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 184 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 36117b4e8019' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 184 starts at [' || SUBSTR('0cc7be2cb74f, 36117b4e8019', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 184');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '87eaadc72834' WHERE revision = '36117b4e8019';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 47/49 downgrade 87eaadc72834: products and categories
-- migrations/2021-02-09_products_and_categories.ts:18
PROMPT migsql: 47/49 downgrade 87eaadc72834 products and categories
-- block 185
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 184' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 185 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 87eaadc72834' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 185 starts at [' || SUBSTR('0cc7be2cb74f, 87eaadc72834', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 185');
END;
/
DROP TABLE product;
-- block 186
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 185' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 186 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 186');
END;
/
DROP TABLE category;
-- block 187
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 186' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 187 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 87eaadc72834' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 187 starts at [' || SUBSTR('0cc7be2cb74f, 87eaadc72834', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 187');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '46208f329e80' WHERE revision = '87eaadc72834';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 48/49 downgrade 46208f329e80: customers
-- migrations/2021-02-08_customers.ts:36
PROMPT migsql: 48/49 downgrade 46208f329e80 customers
-- block 188
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 187' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 188 is not run, since what stands before it did not end');
  END IF;
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 46208f329e80' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 188 starts at [' || SUBSTR('0cc7be2cb74f, 46208f329e80', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 188');
END;
/
DROP TABLE customer;
-- block 189
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 188' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 189 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f, 46208f329e80' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 189 starts at [' || SUBSTR('0cc7be2cb74f, 46208f329e80', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 189');
END;
/
BEGIN
  DELETE FROM migsql_version WHERE revision = '46208f329e80';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 49/49 downgrade 0cc7be2cb74f: VAT rates
-- migrations/2021-09-14_tax_rates.ts:21
PROMPT migsql: 49/49 downgrade 0cc7be2cb74f VAT rates
-- block 190
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 189' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 190 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 190 starts at [' || SUBSTR('0cc7be2cb74f', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 190');
END;
/
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
COMMIT;
-- block 191
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 190' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 191 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 191');
END;
/
DROP TABLE tax_rate;
-- block 192
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 191' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 192 is not run, since what stands before it did not end');
  END IF;
  EXECUTE IMMEDIATE 'LOCK TABLE migsql_version IN EXCLUSIVE MODE WAIT 5';
  BEGIN
    OPEN migsql_heads FOR 'SELECT revision FROM migsql_version ORDER BY revision';
    LOOP
      FETCH migsql_heads INTO migsql_head;
      EXIT WHEN migsql_heads%NOTFOUND;
      migsql_found := CASE WHEN migsql_found IS NULL THEN migsql_head ELSE migsql_found || ', ' || migsql_head END;
    END LOOP;
    CLOSE migsql_heads;
  END;
  migsql_found := NVL(migsql_found, 'base');
  IF migsql_found <> '0cc7be2cb74f' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 192 starts at [' || SUBSTR('0cc7be2cb74f', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 192');
END;
/
BEGIN
  DELETE FROM migsql_version WHERE revision = '0cc7be2cb74f';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 192' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: the script did not end');
  END IF;
  BEGIN
    EXECUTE IMMEDIATE 'DECLARE migsql_lock PLS_INTEGER; BEGIN migsql_lock := DBMS_LOCK.RELEASE(:migsql_id); END;'
      USING IN DBMS_UTILITY.GET_HASH_VALUE(
        SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') || ':' || 'migsql:migsql_version', 0, 1073741824
      );
  EXCEPTION
    WHEN OTHERS THEN
      IF SQLCODE <> -6550 THEN
        RAISE;
      END IF;
  END;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql ended');
EXCEPTION
  WHEN OTHERS THEN
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql stopped');
    ROLLBACK;
    RAISE;
END;
/
PROMPT migsql: OK c4e01ec1d4be -> base
-- without EXIT, which would end the session of a script that calls this one by @; the settings are the defaults again
WHENEVER SQLERROR CONTINUE
WHENEVER OSERROR CONTINUE
SET DEFINE ON
SET SQLBLANKLINES OFF
SET SQLPREFIX #
SET EXITCOMMIT ON

-- end: base
