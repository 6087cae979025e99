-- migsql 0.1.0: upgrade script for Oracle
--
-- from    base
-- to      c4e01ec1d4be
-- steps   49
-- server  Oracle 12.2 or later
-- atomic  NO: Oracle commits each schema change at once; data steps are committed by themselves
-- waits   for a lock 5 s (schema changes and the version table alone), for a statement no limit
-- render  migsql render base:c4e01ec1d4be --dialect oracle --transaction script --client sqlplus
-- run     sqlplus -S -L USER@DB @FILE
--
-- if it stops
--   199 blocks, 138 of them outside transactions; each is committed before the next
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
  IF migsql_found <> 'base' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: the script starts at [' || SUBSTR('base', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 0');
END;
/

-- 1/49 upgrade 0cc7be2cb74f: VAT rates
-- migrations/2021-09-14_tax_rates.ts:10
PROMPT migsql: 1/49 upgrade 0cc7be2cb74f VAT rates
-- block 1
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 0' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 1 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 1');
END;
/
BEGIN
  EXECUTE IMMEDIATE 'CREATE TABLE migsql_version (
    revision VARCHAR2(128 CHAR) NOT NULL,
    CONSTRAINT pk_migsql_version PRIMARY KEY (revision)
  )';
EXCEPTION
  WHEN OTHERS THEN
    IF SQLCODE <> -955 THEN
      RAISE;
    END IF;
END;
/
-- block 2
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 1' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 2 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 2');
END;
/
CREATE TABLE tax_rate (
  country_code VARCHAR2(2 CHAR) NOT NULL,
  category VARCHAR2(20 CHAR) NOT NULL,
  valid_from DATE NOT NULL,
  rate NUMBER(5, 4) NOT NULL,
  CONSTRAINT pk_tax_rate PRIMARY KEY (country_code, category, valid_from)
);
-- block 3
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 2' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 3 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 3');
END;
/
COMMENT ON TABLE tax_rate IS 'VAT by country and category; a rate holds until the next one begins';
-- block 4
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 3' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 4 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 4');
END;
/
COMMENT ON COLUMN tax_rate.rate IS '0.19 is 19 %';
-- block 5
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 4' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 5 is not run, since what stands before it did not end');
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
  IF migsql_found <> 'base' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 5 starts at [' || SUBSTR('base', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 5');
END;
/
INSERT INTO tax_rate (country_code, category, valid_from, rate) VALUES ('AT', 'standard', DATE '1995-01-01', 0.2000);
INSERT INTO tax_rate (country_code, category, valid_from, rate) VALUES ('AT', 'books', DATE '1995-01-01', 0.1000);
INSERT INTO tax_rate (country_code, category, valid_from, rate) VALUES ('DE', 'standard', DATE '2007-01-01', 0.1900);
INSERT INTO tax_rate (country_code, category, valid_from, rate) VALUES ('DE', 'standard', DATE '2020-07-01', 0.1600);
INSERT INTO tax_rate (country_code, category, valid_from, rate) VALUES ('DE', 'standard', DATE '2021-01-01', 0.1900);
INSERT INTO tax_rate (country_code, category, valid_from, rate) VALUES ('DE', 'books', DATE '2007-01-01', 0.0700);
INSERT INTO tax_rate (country_code, category, valid_from, rate) VALUES ('DE', 'books', DATE '2020-07-01', 0.0500);
INSERT INTO tax_rate (country_code, category, valid_from, rate) VALUES ('DE', 'books', DATE '2021-01-01', 0.0700);
INSERT INTO tax_rate (country_code, category, valid_from, rate) VALUES ('FR', 'standard', DATE '2014-01-01', 0.2000);
INSERT INTO tax_rate (country_code, category, valid_from, rate) VALUES ('FR', 'books', DATE '2012-04-01', 0.0550);
BEGIN
  INSERT INTO migsql_version (revision) VALUES ('0cc7be2cb74f');
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 2/49 upgrade 46208f329e80: customers
-- migrations/2021-02-08_customers.ts:8
PROMPT migsql: 2/49 upgrade 46208f329e80 customers
-- block 6
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 5' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 6 is not run, since what stands before it did not end');
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
  IF migsql_found <> '0cc7be2cb74f' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 6 starts at [' || SUBSTR('0cc7be2cb74f', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 6');
END;
/
CREATE TABLE customer (
  id NUMBER(19) GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  email VARCHAR2(254 CHAR) NOT NULL,
  full_name VARCHAR2(120 CHAR) NOT NULL,
  phone VARCHAR2(20 CHAR),
  street VARCHAR2(200 CHAR),
  postal_code VARCHAR2(12 CHAR),
  city VARCHAR2(120 CHAR),
  newsletter NUMBER(1) DEFAULT 0 NOT NULL CONSTRAINT ck_customer__newsletter CHECK (newsletter IN (0, 1)),
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  CONSTRAINT pk_customer PRIMARY KEY (id)
);
-- block 7
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 6' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 7 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 7');
END;
/
COMMENT ON TABLE customer IS 'who buys; one row per account, the shop''s own till included';
-- block 8
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 7' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 8 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 8');
END;
/
COMMENT ON COLUMN customer.email IS 'login, and where mails go';
-- block 9
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 8' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 9 is not run, since what stands before it did not end');
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
      'migsql: block 9 starts at [' || SUBSTR('0cc7be2cb74f', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 9');
END;
/
INSERT INTO customer (email, full_name, street, postal_code, city) VALUES ('Kasse1@Shop.example', TO_CHAR(UNISTR('Laufkundschaft (\201eKasse 1\201c)')), TO_CHAR(UNISTR('G\00f6rlitzer Stra\00dfe 12')), '10997', 'Berlin');
BEGIN
  INSERT INTO migsql_version (revision) VALUES ('46208f329e80');
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 3/49 upgrade 87eaadc72834: products and categories
-- migrations/2021-02-09_products_and_categories.ts:8
PROMPT migsql: 3/49 upgrade 87eaadc72834 products and categories
-- block 10
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 9' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 10 is not run, since what stands before it did not end');
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
      'migsql: block 10 starts at [' || SUBSTR('0cc7be2cb74f, 46208f329e80', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 10');
END;
/
CREATE TABLE category (
  id NUMBER(19) GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  slug VARCHAR2(60 CHAR) NOT NULL,
  title VARCHAR2(120 CHAR) NOT NULL,
  parent_id NUMBER(19),
  CONSTRAINT pk_category PRIMARY KEY (id),
  CONSTRAINT uq_category_slug UNIQUE (slug),
  CONSTRAINT fk_category_parent FOREIGN KEY (parent_id) REFERENCES category (id)
);
-- block 11
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 10' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 11 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 11');
END;
/
CREATE TABLE product (
  id NUMBER(19) GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  sku VARCHAR2(40 CHAR) NOT NULL,
  title VARCHAR2(200 CHAR) NOT NULL,
  description CLOB,
  price NUMBER(8, 2) NOT NULL,
  weight_kg BINARY_DOUBLE,
  active NUMBER(1) DEFAULT 1 NOT NULL CONSTRAINT ck_product__active CHECK (active IN (0, 1)),
  category_id NUMBER(19),
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  CONSTRAINT pk_product PRIMARY KEY (id),
  CONSTRAINT uq_product_sku UNIQUE (sku),
  CONSTRAINT uq_product_title UNIQUE (title),
  CONSTRAINT fk_product_category FOREIGN KEY (category_id) REFERENCES category (id) ON DELETE SET NULL
);
-- block 12
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 11' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 12 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 12');
END;
/
COMMENT ON COLUMN product.sku IS 'stock keeping unit, as on the label';
-- block 13
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 12' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 13 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 13');
END;
/
COMMENT ON COLUMN product.price IS 'gross, EUR';
-- block 14
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 13' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 14 is not run, since what stands before it did not end');
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
      'migsql: block 14 starts at [' || SUBSTR('0cc7be2cb74f, 46208f329e80', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 14');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '87eaadc72834' WHERE revision = '46208f329e80';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 4/49 upgrade 36117b4e8019: orders
-- migrations/2021-02-17_orders.ts:8
PROMPT migsql: 4/49 upgrade 36117b4e8019 orders
-- block 15
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 14' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 15 is not run, since what stands before it did not end');
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
      'migsql: block 15 starts at [' || SUBSTR('0cc7be2cb74f, 87eaadc72834', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 15');
END;
/
CREATE TABLE "order" (
  id NUMBER(19) GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  "number" VARCHAR2(20 CHAR) NOT NULL,
  customer_id NUMBER(19) NOT NULL,
  state VARCHAR2(20 CHAR) DEFAULT 'open' NOT NULL,
  placed_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  total NUMBER(10, 2) DEFAULT 0 NOT NULL,
  note CLOB,
  CONSTRAINT pk_order PRIMARY KEY (id),
  CONSTRAINT uq_order_number UNIQUE ("number"),
  CONSTRAINT fk_order_customer FOREIGN KEY (customer_id) REFERENCES customer (id)
);
-- block 16
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 15' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 16 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 16');
END;
/
COMMENT ON COLUMN "order"."number" IS 'as printed on the customer''s mail';
-- block 17
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 16' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 17 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 17');
END;
/
CREATE TABLE order_line (
  order_id NUMBER(19) NOT NULL,
  line_no NUMBER(5) NOT NULL,
  product_id NUMBER(19) NOT NULL,
  quantity NUMBER(10) DEFAULT 1 NOT NULL,
  unit_price NUMBER(8, 2) NOT NULL,
  CONSTRAINT pk_order_line PRIMARY KEY (order_id, line_no),
  CONSTRAINT fk_order_line_order FOREIGN KEY (order_id) REFERENCES "order" (id) ON DELETE CASCADE,
  CONSTRAINT fk_order_line_product FOREIGN KEY (product_id) REFERENCES product (id),
  CONSTRAINT ck_order_line_quantity CHECK (quantity > 0)
);
-- block 18
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 17' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 18 is not run, since what stands before it did not end');
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
      'migsql: block 18 starts at [' || SUBSTR('0cc7be2cb74f, 87eaadc72834', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 18');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '36117b4e8019' WHERE revision = '87eaadc72834';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 5/49 upgrade 1ddf68950622: currencies
-- migrations/2021-03-01_currencies.ts:29
PROMPT migsql: 5/49 upgrade 1ddf68950622 currencies
-- block 19
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 18' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 19 is not run, since what stands before it did not end');
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
      'migsql: block 19 starts at [' || SUBSTR('0cc7be2cb74f, 36117b4e8019', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 19');
END;
/
CREATE TABLE currency (
  code VARCHAR2(3 CHAR) NOT NULL,
  title VARCHAR2(60 CHAR) NOT NULL,
  symbol VARCHAR2(8 CHAR) NOT NULL,
  digits NUMBER(5) DEFAULT 2 NOT NULL,
  CONSTRAINT pk_currency PRIMARY KEY (code)
);
-- block 20
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 19' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 20 is not run, since what stands before it did not end');
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
      'migsql: block 20 starts at [' || SUBSTR('0cc7be2cb74f, 36117b4e8019', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 20');
END;
/
INSERT INTO currency (code, title, symbol, digits) VALUES ('CHF', 'Swiss franc', 'Fr.', 2);
INSERT INTO currency (code, title, symbol, digits) VALUES ('CZK', 'Czech koruna', TO_CHAR(UNISTR('K\010d')), 2);
INSERT INTO currency (code, title, symbol, digits) VALUES ('DKK', 'Danish krone', 'kr.', 2);
INSERT INTO currency (code, title, symbol, digits) VALUES ('EUR', 'Euro', TO_CHAR(UNISTR('\20ac')), 2);
INSERT INTO currency (code, title, symbol, digits) VALUES ('GBP', 'Pound sterling', TO_CHAR(UNISTR('\00a3')), 2);
INSERT INTO currency (code, title, symbol, digits) VALUES ('HUF', 'Hungarian forint', 'Ft', 2);
INSERT INTO currency (code, title, symbol, digits) VALUES ('ILS', 'Israeli new shekel', TO_CHAR(UNISTR('\20aa')), 2);
INSERT INTO currency (code, title, symbol, digits) VALUES ('ISK', TO_CHAR(UNISTR('Icelandic kr\00f3na')), 'kr', 0);
INSERT INTO currency (code, title, symbol, digits) VALUES ('JPY', 'Japanese yen', TO_CHAR(UNISTR('\00a5')), 0);
INSERT INTO currency (code, title, symbol, digits) VALUES ('NOK', 'Norwegian krone', 'kr', 2);
INSERT INTO currency (code, title, symbol, digits) VALUES ('PLN', TO_CHAR(UNISTR('Polish z\0142oty')), TO_CHAR(UNISTR('z\0142')), 2);
INSERT INTO currency (code, title, symbol, digits) VALUES ('RON', 'Romanian leu', 'lei', 2);
INSERT INTO currency (code, title, symbol, digits) VALUES ('SEK', 'Swedish krona', 'kr', 2);
INSERT INTO currency (code, title, symbol, digits) VALUES ('TND', 'Tunisian dinar', TO_CHAR(UNISTR('\062f.\062a')), 3);
INSERT INTO currency (code, title, symbol, digits) VALUES ('USD', 'US dollar (''greenback'')', '$', 2);
COMMIT;
-- block 21
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 20' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 21 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 21');
END;
/
ALTER TABLE "order" ADD currency_code VARCHAR2(3 CHAR) DEFAULT 'EUR' NOT NULL;
-- block 22
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 21' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 22 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 22');
END;
/
ALTER TABLE "order" ADD CONSTRAINT fk_order_currency FOREIGN KEY (currency_code) REFERENCES currency (code);
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
  IF migsql_found <> '0cc7be2cb74f, 36117b4e8019' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 23 starts at [' || SUBSTR('0cc7be2cb74f, 36117b4e8019', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 23');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '1ddf68950622' WHERE revision = '36117b4e8019';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 6/49 upgrade 0d7395f9f06e: countries we ship to
-- migrations/2021-03-22_countries.ts:11
PROMPT migsql: 6/49 upgrade 0d7395f9f06e countries we ship to
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
  IF migsql_found <> '0cc7be2cb74f, 1ddf68950622' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 24 starts at [' || SUBSTR('0cc7be2cb74f, 1ddf68950622', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 24');
END;
/
CREATE TABLE country (
  code VARCHAR2(2 CHAR) NOT NULL,
  title VARCHAR2(80 CHAR) NOT NULL,
  native_title VARCHAR2(80 CHAR) NOT NULL,
  postal_code_pattern VARCHAR2(120 CHAR),
  eu_member NUMBER(1) NOT NULL CONSTRAINT ck_country__eu_member CHECK (eu_member IN (0, 1)),
  eu_since DATE,
  CONSTRAINT pk_country PRIMARY KEY (code)
);
-- block 25
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 24' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 25 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 25');
END;
/
COMMENT ON TABLE country IS 'where parcels may go';
-- block 26
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 25' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 26 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 26');
END;
/
COMMENT ON COLUMN country.code IS 'ISO 3166-1 alpha-2';
-- block 27
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 26' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 27 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 27');
END;
/
COMMENT ON COLUMN country.postal_code_pattern IS 'regular expression; none: anything goes';
-- block 28
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 27' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 28 is not run, since what stands before it did not end');
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
      'migsql: block 28 starts at [' || SUBSTR('0cc7be2cb74f, 1ddf68950622', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 28');
END;
/
INSERT INTO country (code, title, native_title, postal_code_pattern, eu_member, eu_since) VALUES ('AT', 'Austria', TO_CHAR(UNISTR('\00d6sterreich')), '^\d{4}$', 1, DATE '1995-01-01');
INSERT INTO country (code, title, native_title, postal_code_pattern, eu_member, eu_since) VALUES ('AX', TO_CHAR(UNISTR('\00c5land Islands')), TO_CHAR(UNISTR('\00c5land')), '^22\d{3}$', 1, DATE '1995-01-01');
INSERT INTO country (code, title, native_title, postal_code_pattern, eu_member, eu_since) VALUES ('BE', 'Belgium', TO_CHAR(UNISTR('Belgi\00eb / Belgique / Belgien')), '^\d{4}$', 1, DATE '1958-01-01');
INSERT INTO country (code, title, native_title, postal_code_pattern, eu_member, eu_since) VALUES ('BG', 'Bulgaria', TO_CHAR(UNISTR('\0411\044a\043b\0433\0430\0440\0438\044f')), '^\d{4}$', 1, DATE '2007-01-01');
INSERT INTO country (code, title, native_title, postal_code_pattern, eu_member, eu_since) VALUES ('CH', 'Switzerland', TO_CHAR(UNISTR('Schweiz \00b7 Suisse \00b7 Svizzera \00b7 Svizra')), '^[1-9]\d{3}$', 0, NULL);
INSERT INTO country (code, title, native_title, postal_code_pattern, eu_member, eu_since) VALUES ('CI', TO_CHAR(UNISTR('C\00f4te d''Ivoire')), TO_CHAR(UNISTR('C\00f4te d\2019Ivoire')), NULL, 0, NULL);
INSERT INTO country (code, title, native_title, postal_code_pattern, eu_member, eu_since) VALUES ('CW', TO_CHAR(UNISTR('Cura\00e7ao')), TO_CHAR(UNISTR('K\00f2rsou')), NULL, 0, NULL);
INSERT INTO country (code, title, native_title, postal_code_pattern, eu_member, eu_since) VALUES ('CZ', 'Czechia', TO_CHAR(UNISTR('\010cesko')), '^\d{3}\s?\d{2}$', 1, DATE '2004-05-01');
INSERT INTO country (code, title, native_title, postal_code_pattern, eu_member, eu_since) VALUES ('DE', 'Germany', 'Deutschland', '^\d{5}$', 1, DATE '1958-01-01');
INSERT INTO country (code, title, native_title, postal_code_pattern, eu_member, eu_since) VALUES ('DK', 'Denmark', 'Danmark', '^\d{4}$', 1, DATE '1973-01-01');
INSERT INTO country (code, title, native_title, postal_code_pattern, eu_member, eu_since) VALUES ('ES', 'Spain', TO_CHAR(UNISTR('Espa\00f1a')), '^(?:0[1-9]|[1-4]\d|5[0-2])\d{3}$', 1, DATE '1986-01-01');
INSERT INTO country (code, title, native_title, postal_code_pattern, eu_member, eu_since) VALUES ('FR', 'France', 'France', '^\d{2}\s?\d{3}$', 1, DATE '1958-01-01');
INSERT INTO country (code, title, native_title, postal_code_pattern, eu_member, eu_since) VALUES ('GB', 'United Kingdom', 'United Kingdom', '^GIR ?0AA|(?:[A-Z]{1,2}\d[A-Z\d]?) ?\d[A-Z]{2}$', 0, NULL);
INSERT INTO country (code, title, native_title, postal_code_pattern, eu_member, eu_since) VALUES ('GR', 'Greece', TO_CHAR(UNISTR('\0395\03bb\03bb\03ac\03b4\03b1')), '^\d{3}\s?\d{2}$', 1, DATE '1981-01-01');
INSERT INTO country (code, title, native_title, postal_code_pattern, eu_member, eu_since) VALUES ('IE', 'Ireland', TO_CHAR(UNISTR('\00c9ire')), '^[\dA-Z]{3} ?[\dA-Z]{4}$', 1, DATE '1973-01-01');
INSERT INTO country (code, title, native_title, postal_code_pattern, eu_member, eu_since) VALUES ('IL', 'Israel', TO_CHAR(UNISTR('\05d9\05e9\05e8\05d0\05dc')), '^\d{7}$', 0, NULL);
INSERT INTO country (code, title, native_title, postal_code_pattern, eu_member, eu_since) VALUES ('JP', 'Japan', TO_CHAR(UNISTR('\65e5\672c')), '^\d{3}-\d{4}$', 0, NULL);
INSERT INTO country (code, title, native_title, postal_code_pattern, eu_member, eu_since) VALUES ('PL', 'Poland', 'Polska', '^\d{2}-\d{3}$', 1, DATE '2004-05-01');
INSERT INTO country (code, title, native_title, postal_code_pattern, eu_member, eu_since) VALUES ('RE', TO_CHAR(UNISTR('R\00e9union')), TO_CHAR(UNISTR('La R\00e9union')), '^974\d{2}$', 1, DATE '1958-01-01');
INSERT INTO country (code, title, native_title, postal_code_pattern, eu_member, eu_since) VALUES ('SE', 'Sweden', 'Sverige', '^\d{3} ?\d{2}$', 1, DATE '1995-01-01');
INSERT INTO country (code, title, native_title, postal_code_pattern, eu_member, eu_since) VALUES ('TN', 'Tunisia', TO_CHAR(UNISTR('\062a\0648\0646\0633')), '^\d{4}$', 0, NULL);
INSERT INTO country (code, title, native_title, postal_code_pattern, eu_member, eu_since) VALUES ('US', 'United States', 'United States', '^\d{5}(-\d{4})?$', 0, NULL);
COMMIT;
-- block 29
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 28' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 29 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 29');
END;
/
ALTER TABLE customer ADD country_code VARCHAR2(2 CHAR);
-- block 30
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 29' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 30 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 30');
END;
/
ALTER TABLE customer ADD CONSTRAINT fk_customer_country FOREIGN KEY (country_code) REFERENCES country (code);
-- block 31
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 30' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 31 is not run, since what stands before it did not end');
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
      'migsql: block 31 starts at [' || SUBSTR('0cc7be2cb74f, 1ddf68950622', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 31');
END;
/
UPDATE customer SET country_code = 'DE' WHERE street IS NOT NULL;
BEGIN
  UPDATE migsql_version SET revision = '0d7395f9f06e' WHERE revision = '1ddf68950622';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 7/49 upgrade 6758cf2b92be: e-mail addresses in lower case
-- migrations/2021-04-06_lower_case_emails.sql:8
PROMPT migsql: 7/49 upgrade 6758cf2b92be e-mail addresses in lower case
-- block 32
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 31' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 32 is not run, since what stands before it did not end');
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
      'migsql: block 32 starts at [' || SUBSTR('0cc7be2cb74f, 0d7395f9f06e', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 32');
END;
/
UPDATE customer SET email = lower(email);
BEGIN
  UPDATE migsql_version SET revision = '6758cf2b92be' WHERE revision = '0d7395f9f06e';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 8/49 upgrade 1cc4c30c1f8a: one account per e-mail address
-- migrations/2021-04-07_unique_emails.ts:7
PROMPT migsql: 8/49 upgrade 1cc4c30c1f8a one account per e-mail address
-- block 33
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 32' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 33 is not run, since what stands before it did not end');
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
  IF migsql_found <> '0cc7be2cb74f, 6758cf2b92be' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 33 starts at [' || SUBSTR('0cc7be2cb74f, 6758cf2b92be', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 33');
END;
/
ALTER TABLE customer ADD CONSTRAINT uq_customer_email UNIQUE (email);
-- block 34
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 33' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 34 is not run, since what stands before it did not end');
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
      'migsql: block 34 starts at [' || SUBSTR('0cc7be2cb74f, 6758cf2b92be', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 34');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '1cc4c30c1f8a' WHERE revision = '6758cf2b92be';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 9/49 upgrade 0cd4b8651c52: newsletter subscriptions of their own
-- migrations/2021-05-18_newsletter.ts:13
PROMPT migsql: 9/49 upgrade 0cd4b8651c52 newsletter subscriptions of their own
-- block 35
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 34' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 35 is not run, since what stands before it did not end');
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
      'migsql: block 35 starts at [' || SUBSTR('0cc7be2cb74f, 1cc4c30c1f8a', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 35');
END;
/
CREATE TABLE newsletter_subscription (
  email VARCHAR2(254 CHAR) NOT NULL,
  confirmed NUMBER(1) DEFAULT 0 NOT NULL CONSTRAINT ck_newsletter_subscription__confirmed CHECK (confirmed IN (0, 1)),
  subscribed_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  CONSTRAINT pk_newsletter_subscription PRIMARY KEY (email)
);
-- block 36
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 35' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 36 is not run, since what stands before it did not end');
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
      'migsql: block 36 starts at [' || SUBSTR('0cc7be2cb74f, 1cc4c30c1f8a', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 36');
END;
/
INSERT INTO newsletter_subscription (email, confirmed, subscribed_at)
      SELECT email, 1, created_at FROM customer WHERE newsletter = 1;
COMMIT;
-- block 37
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 36' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 37 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 37');
END;
/
ALTER TABLE customer DROP COLUMN newsletter;
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
  IF migsql_found <> '0cc7be2cb74f, 1cc4c30c1f8a' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 38 starts at [' || SUBSTR('0cc7be2cb74f, 1cc4c30c1f8a', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 38');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '0cd4b8651c52' WHERE revision = '1cc4c30c1f8a';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 10/49 upgrade ba98f9e3b99d: order becomes sales_order
-- migrations/2021-06-30_rename_order.ts:9
PROMPT migsql: 10/49 upgrade ba98f9e3b99d order becomes sales_order
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
  IF migsql_found <> '0cc7be2cb74f, 0cd4b8651c52' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 39 starts at [' || SUBSTR('0cc7be2cb74f, 0cd4b8651c52', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 39');
END;
/
ALTER TABLE "order" RENAME TO sales_order;
-- block 40
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 39' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 40 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 40');
END;
/
COMMENT ON TABLE sales_order IS 'what a customer ordered; ''order'' until June 2021';
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
  IF migsql_found <> '0cc7be2cb74f, 0cd4b8651c52' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 41 starts at [' || SUBSTR('0cc7be2cb74f, 0cd4b8651c52', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 41');
END;
/
BEGIN
  UPDATE migsql_version SET revision = 'ba98f9e3b99d' WHERE revision = '0cd4b8651c52';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 11/49 upgrade e3fa8f544d98: display names, longer phone numbers
-- migrations/2021-08-11_customer_names_and_phones.ts:9
PROMPT migsql: 11/49 upgrade e3fa8f544d98 display names, longer phone numbers
-- block 42
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 41' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 42 is not run, since what stands before it did not end');
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
      'migsql: block 42 starts at [' || SUBSTR('0cc7be2cb74f, ba98f9e3b99d', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 42');
END;
/
COMMENT ON COLUMN customer.full_name IS 'person or company, as on the parcel';
-- block 43
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 42' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 43 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 43');
END;
/
ALTER TABLE customer RENAME COLUMN full_name TO display_name;
-- block 44
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 43' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 44 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 44');
END;
/
ALTER TABLE customer MODIFY (phone VARCHAR2(32 CHAR));
-- block 45
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 44' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 45 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 45');
END;
/
ALTER TABLE customer MODIFY (postal_code VARCHAR2(16 CHAR));
-- block 46
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 45' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 46 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 46');
END;
/
COMMENT ON COLUMN customer.postal_code IS 'checked against the country';
-- block 47
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 46' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 47 is not run, since what stands before it did not end');
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
      'migsql: block 47 starts at [' || SUBSTR('0cc7be2cb74f, ba98f9e3b99d', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 47');
END;
/
BEGIN
  UPDATE migsql_version SET revision = 'e3fa8f544d98' WHERE revision = 'ba98f9e3b99d';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 12/49 upgrade aef3edab6b4a: larger order totals
-- migrations/2021-10-04_larger_totals.ts:9
PROMPT migsql: 12/49 upgrade aef3edab6b4a larger order totals
-- block 48
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 47' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 48 is not run, since what stands before it did not end');
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
      'migsql: block 48 starts at [' || SUBSTR('0cc7be2cb74f, e3fa8f544d98', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 48');
END;
/
ALTER TABLE sales_order MODIFY (total NUMBER(14, 2));
-- block 49
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 48' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 49 is not run, since what stands before it did not end');
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
      'migsql: block 49 starts at [' || SUBSTR('0cc7be2cb74f, e3fa8f544d98', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 49');
END;
/
BEGIN
  UPDATE migsql_version SET revision = 'aef3edab6b4a' WHERE revision = 'e3fa8f544d98';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 13/49 upgrade 7b9ae6c60c73: gift cards for Christmas
-- migrations/2021-11-22_gift_cards.ts:14
PROMPT migsql: 13/49 upgrade 7b9ae6c60c73 gift cards for Christmas
-- block 50
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 49' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 50 is not run, since what stands before it did not end');
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
      'migsql: block 50 starts at [' || SUBSTR('0cc7be2cb74f, aef3edab6b4a', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 50');
END;
/
INSERT INTO product (sku, title, description, price) VALUES ('GIFT-25', TO_CHAR(UNISTR('Gift card \201e25 \20ac\201c')), TO_CHAR(UNISTR('Worth \20ac25.\000a\000aUse it in the store or online; it''s valid for 3 years.\000aTerms: \005c\005cfiles\005cgift.pdf')), 25.00);
INSERT INTO product (sku, title, description, price) VALUES ('GIFT-50', TO_CHAR(UNISTR('Gift card \201e50 \20ac\201c')), TO_CHAR(UNISTR('Worth \20ac50.\000a\000aUse it in the store or online; it''s valid for 3 years.\000aTerms: \005c\005cfiles\005cgift.pdf')), 50.00);
INSERT INTO product (sku, title, description, price) VALUES ('GIFT-100', TO_CHAR(UNISTR('Gift card \201e100 \20ac\201c')), TO_CHAR(UNISTR('Worth \20ac100.\000a\000aUse it in the store or online; it''s valid for 3 years.\000aTerms: \005c\005cfiles\005cgift.pdf')), 100.00);
BEGIN
  UPDATE migsql_version SET revision = '7b9ae6c60c73' WHERE revision = 'aef3edab6b4a';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 14/49 upgrade 92081823d745: product slugs
-- migrations/2022-02-02_product_slugs.ts:9
PROMPT migsql: 14/49 upgrade 92081823d745 product slugs
-- block 51
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 50' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 51 is not run, since what stands before it did not end');
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
  IF migsql_found <> '0cc7be2cb74f, 7b9ae6c60c73' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 51 starts at [' || SUBSTR('0cc7be2cb74f, 7b9ae6c60c73', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 51');
END;
/
ALTER TABLE product ADD slug VARCHAR2(80 CHAR);
-- block 52
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 51' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 52 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 52');
END;
/
COMMENT ON COLUMN product.slug IS 'in the address: /p/gift-25';
-- block 53
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 52' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 53 is not run, since what stands before it did not end');
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
      'migsql: block 53 starts at [' || SUBSTR('0cc7be2cb74f, 7b9ae6c60c73', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 53');
END;
/
UPDATE product SET slug = lower(sku);
COMMIT;
-- block 54
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 53' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 54 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 54');
END;
/
ALTER TABLE product MODIFY (slug NOT NULL);
-- block 55
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 54' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 55 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 55');
END;
/
ALTER TABLE product ADD CONSTRAINT uq_product_slug UNIQUE (slug);
-- block 56
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 55' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 56 is not run, since what stands before it did not end');
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
      'migsql: block 56 starts at [' || SUBSTR('0cc7be2cb74f, 7b9ae6c60c73', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 56');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '92081823d745' WHERE revision = '7b9ae6c60c73';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 15/49 upgrade ea96785f4d97: product images
-- migrations/2022-03-15_product_images.ts:15
PROMPT migsql: 15/49 upgrade ea96785f4d97 product images
-- block 57
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 56' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 57 is not run, since what stands before it did not end');
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
      'migsql: block 57 starts at [' || SUBSTR('0cc7be2cb74f, 92081823d745', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 57');
END;
/
CREATE TABLE product_image (
  id NUMBER(19) GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  product_id NUMBER(19) NOT NULL,
  sort_order NUMBER(5) DEFAULT 0 NOT NULL,
  content_type VARCHAR2(60 CHAR) NOT NULL,
  content BLOB NOT NULL,
  sha256 RAW(32),
  CONSTRAINT pk_product_image PRIMARY KEY (id),
  CONSTRAINT fk_product_image_product FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE
);
-- block 58
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 57' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 58 is not run, since what stands before it did not end');
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
      'migsql: block 58 starts at [' || SUBSTR('0cc7be2cb74f, 92081823d745', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 58');
END;
/
INSERT INTO product_image (product_id, content_type, content)
        SELECT id, 'image/gif', HEXTORAW('47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b') FROM product;
BEGIN
  UPDATE migsql_version SET revision = 'ea96785f4d97' WHERE revision = '92081823d745';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 16/49 upgrade 19533672927f: reviews
-- migrations/2022-04-28_reviews.ts:8
PROMPT migsql: 16/49 upgrade 19533672927f reviews
-- block 59
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 58' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 59 is not run, since what stands before it did not end');
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
  IF migsql_found <> '0cc7be2cb74f, ea96785f4d97' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 59 starts at [' || SUBSTR('0cc7be2cb74f, ea96785f4d97', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 59');
END;
/
CREATE TABLE review (
  id NUMBER(19) GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  product_id NUMBER(19) NOT NULL,
  customer_id NUMBER(19),
  stars NUMBER(5) NOT NULL,
  title VARCHAR2(120 CHAR),
  body CLOB,
  approved NUMBER(1) DEFAULT 0 NOT NULL CONSTRAINT ck_review__approved CHECK (approved IN (0, 1)),
  written_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
  CONSTRAINT pk_review PRIMARY KEY (id),
  CONSTRAINT fk_review_product FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE,
  CONSTRAINT fk_review_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE SET NULL,
  CONSTRAINT ck_review_stars CHECK (stars BETWEEN 1 AND 5)
);
-- block 60
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 59' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 60 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 60');
END;
/
COMMENT ON TABLE review IS 'shown once approved';
-- block 61
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 60' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 61 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 61');
END;
/
COMMENT ON COLUMN review.customer_id IS 'empty once the account is deleted (GDPR, art. 17)';
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
  IF migsql_found <> '0cc7be2cb74f, ea96785f4d97' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 62 starts at [' || SUBSTR('0cc7be2cb74f, ea96785f4d97', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 62');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '19533672927f' WHERE revision = 'ea96785f4d97';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 17/49 upgrade d2156a5519d4: categories in three languages
-- migrations/2022-07-12_category_translations.ts:36
PROMPT migsql: 17/49 upgrade d2156a5519d4 categories in three languages
-- block 63
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 62' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 63 is not run, since what stands before it did not end');
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
      'migsql: block 63 starts at [' || SUBSTR('0cc7be2cb74f, 19533672927f', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 63');
END;
/
CREATE TABLE category_translation (
  category_id NUMBER(19) NOT NULL,
  locale VARCHAR2(5 CHAR) NOT NULL,
  title VARCHAR2(120 CHAR) NOT NULL,
  CONSTRAINT pk_category_translation PRIMARY KEY (category_id, locale),
  CONSTRAINT fk_category_translation FOREIGN KEY (category_id) REFERENCES category (id) ON DELETE CASCADE
);
-- block 64
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 63' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 64 is not run, since what stands before it did not end');
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
      'migsql: block 64 starts at [' || SUBSTR('0cc7be2cb74f, 19533672927f', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 64');
END;
/
INSERT INTO category (slug, title) VALUES ('home', 'Home & garden');
INSERT INTO category (slug, title) VALUES ('tools', 'Tools');
INSERT INTO category (slug, title, parent_id)
    SELECT 'lighting', 'Lighting', id FROM category WHERE slug = 'home';
INSERT INTO category (slug, title, parent_id)
    SELECT 'hand-tools', 'Craftsman''s hand tools', id FROM category WHERE slug = 'tools';
INSERT INTO category (slug, title, parent_id)
    SELECT 'screws', 'Screws & nuts', id FROM category WHERE slug = 'tools';
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, 'de', 'Haus & Garten' FROM category WHERE slug = 'home';
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, 'pl', TO_CHAR(UNISTR('Dom i ogr\00f3d')) FROM category WHERE slug = 'home';
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, 'de', 'Werkzeug' FROM category WHERE slug = 'tools';
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, 'pl', TO_CHAR(UNISTR('Narz\0119dzia')) FROM category WHERE slug = 'tools';
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, 'de', TO_CHAR(UNISTR('Leuchten f\00fcr drinnen & drau\00dfen')) FROM category WHERE slug = 'lighting';
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, 'pl', TO_CHAR(UNISTR('O\015bwietlenie')) FROM category WHERE slug = 'lighting';
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, 'de', 'Handwerkzeug' FROM category WHERE slug = 'hand-tools';
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, 'pl', TO_CHAR(UNISTR('Narz\0119dzia r\0119czne')) FROM category WHERE slug = 'hand-tools';
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, 'de', 'Schrauben' FROM category WHERE slug = 'screws';
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, 'pl', TO_CHAR(UNISTR('\015aruby i nakr\0119tki')) FROM category WHERE slug = 'screws';
BEGIN
  UPDATE migsql_version SET revision = 'd2156a5519d4' WHERE revision = '19533672927f';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 18/49 upgrade 6557269ccbd7: orders by time
-- migrations/2022-10-05_orders_by_time.ts:9
PROMPT migsql: 18/49 upgrade 6557269ccbd7 orders by time
-- block 65
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 64' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 65 is not run, since what stands before it did not end');
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
      'migsql: block 65 starts at [' || SUBSTR('0cc7be2cb74f, d2156a5519d4', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 65');
END;
/
CREATE INDEX ix_sales_order_placed_at ON sales_order (placed_at, state);
-- block 66
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 65' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 66 is not run, since what stands before it did not end');
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
      'migsql: block 66 starts at [' || SUBSTR('0cc7be2cb74f, d2156a5519d4', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 66');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '6557269ccbd7' WHERE revision = 'd2156a5519d4';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 19/49 upgrade a28bcdf6e598: promotions
-- migrations/2022-12-01_promotions.ts:10
PROMPT migsql: 19/49 upgrade a28bcdf6e598 promotions
-- block 67
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 66' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 67 is not run, since what stands before it did not end');
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
      'migsql: block 67 starts at [' || SUBSTR('0cc7be2cb74f, 6557269ccbd7', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 67');
END;
/
CREATE TABLE promotion (
  code VARCHAR2(40 CHAR) NOT NULL,
  title VARCHAR2(120 CHAR) NOT NULL,
  discount_percent NUMBER(5, 2) NOT NULL,
  starts_on DATE NOT NULL,
  ends_on DATE,
  max_uses NUMBER(19) DEFAULT 9223372036854775807 NOT NULL,
  condition CLOB CONSTRAINT ck_promotion__condition CHECK (condition IS JSON),
  CONSTRAINT pk_promotion PRIMARY KEY (code),
  CONSTRAINT ck_promotion_dates CHECK (ends_on >= starts_on),
  CONSTRAINT ck_promotion_discount CHECK (discount_percent BETWEEN 0 AND 100)
);
-- block 68
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 67' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 68 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 68');
END;
/
COMMENT ON COLUMN promotion.condition IS 'what a basket must hold';
-- block 69
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 68' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 69 is not run, since what stands before it did not end');
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
      'migsql: block 69 starts at [' || SUBSTR('0cc7be2cb74f, 6557269ccbd7', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 69');
END;
/
INSERT INTO promotion (code, title, discount_percent, starts_on, ends_on, max_uses, condition) VALUES ('XMAS22', TO_CHAR(UNISTR('Santa''s 15 % \2014 ho ho ho \d83c\df85')), 15.00, DATE '2022-12-01', DATE '2022-12-24', 5000, TO_CHAR(UNISTR('{"minTotal":49.9,"categories":["lighting"],"text":"from 49,90 \20ac \2014 \005c"while stock lasts\005c""}')));
INSERT INTO promotion (code, title, discount_percent, starts_on, ends_on, max_uses, condition) VALUES ('FRIENDS', 'Friends & family', 20.00, DATE '2023-01-01', NULL, 9223372036854775807, NULL);
BEGIN
  UPDATE migsql_version SET revision = 'a28bcdf6e598' WHERE revision = '6557269ccbd7';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 20/49 upgrade 33e76c107f09: wishlists
-- migrations/2023-02-14_wishlists.ts:9
PROMPT migsql: 20/49 upgrade 33e76c107f09 wishlists
-- block 70
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 69' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 70 is not run, since what stands before it did not end');
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
  IF migsql_found <> '0cc7be2cb74f, a28bcdf6e598' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 70 starts at [' || SUBSTR('0cc7be2cb74f, a28bcdf6e598', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 70');
END;
/
CREATE TABLE wishlist (
  id NUMBER(19) GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  public_id RAW(16) DEFAULT SYS_GUID() NOT NULL,
  customer_id NUMBER(19) NOT NULL,
  title VARCHAR2(80 CHAR) DEFAULT 'My wishlist' NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
  updated_at TIMESTAMP WITH TIME ZONE,
  CONSTRAINT pk_wishlist PRIMARY KEY (id),
  CONSTRAINT uq_wishlist_public_id UNIQUE (public_id),
  CONSTRAINT fk_wishlist_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE
);
-- block 71
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 70' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 71 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 71');
END;
/
COMMENT ON COLUMN wishlist.public_id IS 'for links sent to friends';
-- block 72
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 71' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 72 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 72');
END;
/
CREATE TABLE wishlist_item (
  wishlist_id NUMBER(19) NOT NULL,
  product_id NUMBER(19) NOT NULL,
  wish VARCHAR2(500 CHAR),
  CONSTRAINT pk_wishlist_item PRIMARY KEY (wishlist_id, product_id),
  CONSTRAINT fk_wishlist_item_wishlist FOREIGN KEY (wishlist_id) REFERENCES wishlist (id) ON DELETE CASCADE,
  CONSTRAINT fk_wishlist_item_product FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE
);
-- block 73
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 72' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 73 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 73');
END;
/
COMMENT ON COLUMN wishlist_item.wish IS '"the blue one, please"';
-- block 74
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 73' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 74 is not run, since what stands before it did not end');
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
      'migsql: block 74 starts at [' || SUBSTR('0cc7be2cb74f, a28bcdf6e598', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 74');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '33e76c107f09' WHERE revision = 'a28bcdf6e598';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 21/49 upgrade c82c0dc320b7: warehouses
-- migrations/2022-01-10_warehouses.ts:10
PROMPT migsql: 21/49 upgrade c82c0dc320b7 warehouses
-- block 75
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 74' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 75 is not run, since what stands before it did not end');
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
      'migsql: block 75 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 75');
END;
/
CREATE TABLE warehouse (
  code VARCHAR2(8 CHAR) NOT NULL,
  title VARCHAR2(80 CHAR) NOT NULL,
  latitude BINARY_DOUBLE,
  longitude BINARY_DOUBLE,
  label_printer VARCHAR2(120 CHAR),
  active NUMBER(1) DEFAULT 1 NOT NULL CONSTRAINT ck_warehouse__active CHECK (active IN (0, 1)),
  created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
  updated_at TIMESTAMP WITH TIME ZONE,
  CONSTRAINT pk_warehouse PRIMARY KEY (code)
);
-- block 76
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 75' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 76 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 76');
END;
/
COMMENT ON COLUMN warehouse.label_printer IS 'UNC path';
-- block 77
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 76' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 77 is not run, since what stands before it did not end');
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
      'migsql: block 77 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 77');
END;
/
INSERT INTO warehouse (code, title, latitude, longitude, label_printer) VALUES ('BER1', TO_CHAR(UNISTR('Gro\00dfbeeren')), 52.3576d, 13.3089d, '\\ber1-print\labels');
INSERT INTO warehouse (code, title, latitude, longitude, label_printer) VALUES ('BER2', 'Store (''Kasse 1'')', 52.4986d, 13.4321d, NULL);
INSERT INTO warehouse (code, title, latitude, longitude, label_printer) VALUES ('WRO1', TO_CHAR(UNISTR('Wroc\0142aw')), 51.1079d, 17.0385d, '\\wro1-print\labels\A6');
INSERT INTO warehouse (code, title, latitude, longitude, label_printer) VALUES ('VLC1', TO_CHAR(UNISTR('Val\00e8ncia')), 39.4699d, -0.3763d, '\\vlc1-print\labels');
BEGIN
  INSERT INTO migsql_version (revision) VALUES ('c82c0dc320b7');
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 22/49 upgrade 935b43ea52d2: stock per warehouse
-- migrations/2022-01-19_stock.ts:8
PROMPT migsql: 22/49 upgrade 935b43ea52d2 stock per warehouse
-- block 78
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 77' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 78 is not run, since what stands before it did not end');
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
  IF migsql_found <> '0cc7be2cb74f, 33e76c107f09, c82c0dc320b7' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 78 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09, c82c0dc320b7', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 78');
END;
/
CREATE TABLE stock (
  product_id NUMBER(19) NOT NULL,
  warehouse_code VARCHAR2(8 CHAR) NOT NULL,
  quantity NUMBER(10) DEFAULT 0 NOT NULL,
  counted_on DATE,
  CONSTRAINT pk_stock PRIMARY KEY (product_id, warehouse_code),
  CONSTRAINT fk_stock_product FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE,
  CONSTRAINT fk_stock_warehouse FOREIGN KEY (warehouse_code) REFERENCES warehouse (code),
  CONSTRAINT ck_stock_quantity CHECK (quantity >= 0)
);
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
  IF migsql_found <> '0cc7be2cb74f, 33e76c107f09, c82c0dc320b7' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 79 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09, c82c0dc320b7', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 79');
END;
/
INSERT INTO stock (product_id, warehouse_code) SELECT id, 'BER1' FROM product;
BEGIN
  UPDATE migsql_version SET revision = '935b43ea52d2' WHERE revision = 'c82c0dc320b7';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 23/49 upgrade 831446a99908: stock movements
-- migrations/2022-02-23_stock_movements.ts:10
PROMPT migsql: 23/49 upgrade 831446a99908 stock movements
-- block 80
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 79' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 80 is not run, since what stands before it did not end');
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
  IF migsql_found <> '0cc7be2cb74f, 33e76c107f09, 935b43ea52d2' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 80 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09, 935b43ea52d2', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 80');
END;
/
CREATE TABLE stock_movement (
  id NUMBER(19) GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  product_id NUMBER(19) NOT NULL,
  warehouse_code VARCHAR2(8 CHAR) NOT NULL,
  quantity NUMBER(10) NOT NULL,
  reason VARCHAR2(20 CHAR) DEFAULT 'sale' NOT NULL,
  note VARCHAR2(500 CHAR),
  occurred_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
  CONSTRAINT pk_stock_movement PRIMARY KEY (id),
  CONSTRAINT fk_stock_movement_stock FOREIGN KEY (product_id, warehouse_code) REFERENCES stock (product_id, warehouse_code)
);
-- block 81
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 80' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 81 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 81');
END;
/
COMMENT ON COLUMN stock_movement.quantity IS 'negative: taken out';
-- block 82
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 81' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 82 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 82');
END;
/
CREATE INDEX ix_stock_movement_stock ON stock_movement (product_id, warehouse_code);
-- block 83
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 82' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 83 is not run, since what stands before it did not end');
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
      'migsql: block 83 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09, 935b43ea52d2', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 83');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '831446a99908' WHERE revision = '935b43ea52d2';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 24/49 upgrade 4cba307e3cd7: carriers and shipments
-- migrations/2022-05-04_shipments.ts:16
PROMPT migsql: 24/49 upgrade 4cba307e3cd7 carriers and shipments
-- block 84
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 83' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 84 is not run, since what stands before it did not end');
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
      'migsql: block 84 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09, 831446a99908', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 84');
END;
/
CREATE TABLE carrier (
  code VARCHAR2(12 CHAR) NOT NULL,
  title VARCHAR2(60 CHAR) NOT NULL,
  tracking_url VARCHAR2(300 CHAR),
  CONSTRAINT pk_carrier PRIMARY KEY (code)
);
-- block 85
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 84' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 85 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 85');
END;
/
COMMENT ON COLUMN carrier.tracking_url IS '{number} stands for the tracking number';
-- block 86
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 85' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 86 is not run, since what stands before it did not end');
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
      'migsql: block 86 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09, 831446a99908', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 86');
END;
/
INSERT INTO carrier (code, title, tracking_url) VALUES ('dhl', 'DHL', 'https://dhl.example/track?piece={number}&lang=de');
INSERT INTO carrier (code, title, tracking_url) VALUES ('inpost', TO_CHAR(UNISTR('InPost (Paczkomat ''ca\0142odobowy'')')), 'https://inpost.example/#!:{number}');
INSERT INTO carrier (code, title, tracking_url) VALUES ('paeckli', TO_CHAR(UNISTR('P\00e4ckli \d83d\dce6')), 'https://paeckli.example/$(track)/{number}?ok=100%25');
INSERT INTO carrier (code, title, tracking_url) VALUES ('pickup', 'Picked up in the store', NULL);
COMMIT;
-- block 87
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 86' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 87 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 87');
END;
/
CREATE TABLE shipment (
  id NUMBER(19) GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  order_id NUMBER(19) NOT NULL,
  carrier_code VARCHAR2(12 CHAR) NOT NULL,
  tracking_number VARCHAR2(40 CHAR),
  weight VARCHAR2(12 CHAR),
  shipped_at TIMESTAMP WITH TIME ZONE,
  CONSTRAINT pk_shipment PRIMARY KEY (id),
  CONSTRAINT fk_shipment_order FOREIGN KEY (order_id) REFERENCES sales_order (id) ON DELETE CASCADE
);
-- block 88
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 87' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 88 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 88');
END;
/
COMMENT ON COLUMN shipment.weight IS 'grams, as the scale prints them';
-- block 89
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 88' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 89 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 89');
END;
/
ALTER TABLE shipment ADD CONSTRAINT fk_shipment_carrier FOREIGN KEY (carrier_code) REFERENCES carrier (code);
-- block 90
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 89' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 90 is not run, since what stands before it did not end');
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
      'migsql: block 90 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09, 831446a99908', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 90');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '4cba307e3cd7' WHERE revision = '831446a99908';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 25/49 upgrade 8440ea93a945: quantities beyond two billion
-- migrations/2022-09-15_larger_quantities.ts:12
PROMPT migsql: 25/49 upgrade 8440ea93a945 quantities beyond two billion
-- block 91
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 90' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 91 is not run, since what stands before it did not end');
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
      'migsql: block 91 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09, 4cba307e3cd7', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 91');
END;
/
ALTER TABLE stock DROP CONSTRAINT ck_stock_quantity;
-- block 92
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 91' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 92 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 92');
END;
/
ALTER TABLE stock MODIFY (quantity NUMBER(19));
-- block 93
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 92' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 93 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 93');
END;
/
ALTER TABLE stock ADD CONSTRAINT ck_stock_quantity CHECK (quantity >= 0);
-- block 94
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 93' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 94 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 94');
END;
/
ALTER TABLE stock_movement MODIFY (quantity NUMBER(19));
-- block 95
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 94' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 95 is not run, since what stands before it did not end');
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
      'migsql: block 95 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09, 4cba307e3cd7', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 95');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '8440ea93a945' WHERE revision = '4cba307e3cd7';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 26/49 upgrade e5c851b65ffb: shipment weight as a number
-- migrations/2022-11-07_shipment_weight.ts:8
PROMPT migsql: 26/49 upgrade e5c851b65ffb shipment weight as a number
-- block 96
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 95' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 96 is not run, since what stands before it did not end');
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
      'migsql: block 96 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09, 8440ea93a945', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 96');
END;
/
ALTER TABLE shipment ADD weight_new NUMBER(10);
-- block 97
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 96' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 97 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 97');
END;
/
COMMENT ON COLUMN shipment.weight_new IS 'grams, packaging included';
-- block 98
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 97' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 98 is not run, since what stands before it did not end');
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
      'migsql: block 98 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09, 8440ea93a945', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 98');
END;
/
UPDATE shipment SET weight_new = to_number(weight);
COMMIT;
-- block 99
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 98' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 99 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 99');
END;
/
ALTER TABLE shipment DROP COLUMN weight;
-- block 100
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 99' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 100 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 100');
END;
/
ALTER TABLE shipment RENAME COLUMN weight_new TO weight;
-- block 101
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 100' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 101 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 101');
END;
/
ALTER TABLE shipment RENAME COLUMN weight TO weight_g;
-- block 102
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 101' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 102 is not run, since what stands before it did not end');
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
      'migsql: block 102 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09, 8440ea93a945', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 102');
END;
/
BEGIN
  UPDATE migsql_version SET revision = 'e5c851b65ffb' WHERE revision = '8440ea93a945';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 27/49 upgrade 08c7186d01d3: reasons of stock movements by code
-- migrations/2023-01-30_movement_reasons.ts:8
PROMPT migsql: 27/49 upgrade 08c7186d01d3 reasons of stock movements by code
-- block 103
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 102' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 103 is not run, since what stands before it did not end');
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
      'migsql: block 103 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09, e5c851b65ffb', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 103');
END;
/
ALTER TABLE stock_movement RENAME COLUMN reason TO reason_code;
-- block 104
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 103' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 104 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 104');
END;
/
ALTER TABLE stock_movement MODIFY (reason_code DEFAULT NULL);
-- block 105
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 104' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 105 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 105');
END;
/
COMMENT ON COLUMN stock_movement.reason_code IS 'SALE, RETURN, COUNT, SCRAP; see \\wiki\stock';
-- block 106
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 105' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 106 is not run, since what stands before it did not end');
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
      'migsql: block 106 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09, e5c851b65ffb', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 106');
END;
/
UPDATE stock_movement SET reason_code = upper(reason_code);
COMMIT;
-- block 107
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 106' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 107 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 107');
END;
/
COMMENT ON TABLE stock_movement IS 'append-only: a mistake is undone by a second movement';
-- block 108
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 107' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 108 is not run, since what stands before it did not end');
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
      'migsql: block 108 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09, e5c851b65ffb', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 108');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '08c7186d01d3' WHERE revision = 'e5c851b65ffb';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 28/49 upgrade c487449a3cc2: pick lists
-- migrations/2023-03-20_pick_lists.ts:10
PROMPT migsql: 28/49 upgrade c487449a3cc2 pick lists
-- block 109
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 108' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 109 is not run, since what stands before it did not end');
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
      'migsql: block 109 starts at [' || SUBSTR('08c7186d01d3, 0cc7be2cb74f, 33e76c107f09', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 109');
END;
/
CREATE TABLE pick_list (
  id NUMBER(19) GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  warehouse_code VARCHAR2(8 CHAR) NOT NULL,
  device_id RAW(16),
  started_at TIMESTAMP WITH TIME ZONE,
  done NUMBER(1) DEFAULT 0 NOT NULL CONSTRAINT ck_pick_list__done CHECK (done IN (0, 1)),
  CONSTRAINT pk_pick_list PRIMARY KEY (id),
  CONSTRAINT fk_pick_list_warehouse FOREIGN KEY (warehouse_code) REFERENCES warehouse (code)
);
-- block 110
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 109' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 110 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 110');
END;
/
COMMENT ON COLUMN pick_list.device_id IS 'the handheld that walks it';
-- block 111
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 110' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 111 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 111');
END;
/
CREATE TABLE pick_list_line (
  pick_list_id NUMBER(19) NOT NULL,
  stop_no NUMBER(5) NOT NULL,
  order_id NUMBER(19) NOT NULL,
  order_line_no NUMBER(5) NOT NULL,
  picked NUMBER(10) DEFAULT 0 NOT NULL,
  CONSTRAINT pk_pick_list_line PRIMARY KEY (pick_list_id, stop_no),
  CONSTRAINT fk_pick_list_line_list FOREIGN KEY (pick_list_id) REFERENCES pick_list (id) ON DELETE CASCADE,
  CONSTRAINT fk_pick_list_line_order_line FOREIGN KEY (order_id, order_line_no) REFERENCES order_line (order_id, line_no)
);
-- block 112
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 111' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 112 is not run, since what stands before it did not end');
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
      'migsql: block 112 starts at [' || SUBSTR('08c7186d01d3, 0cc7be2cb74f, 33e76c107f09', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 112');
END;
/
BEGIN
  UPDATE migsql_version SET revision = 'c487449a3cc2' WHERE revision = '08c7186d01d3';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 29/49 upgrade 76a22f968352: "tell me when it is back"
-- migrations/2023-04-03_back_in_stock.ts:9
PROMPT migsql: 29/49 upgrade 76a22f968352 "tell me when it is back"
-- block 113
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 112' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 113 is not run, since what stands before it did not end');
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
      'migsql: block 113 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09, c487449a3cc2', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 113');
END;
/
CREATE TABLE back_in_stock_alert (
  email VARCHAR2(254 CHAR) NOT NULL,
  product_id NUMBER(19) NOT NULL,
  warehouse_code VARCHAR2(8 CHAR) NOT NULL,
  asked_on DATE NOT NULL,
  CONSTRAINT pk_back_in_stock_alert PRIMARY KEY (email, product_id, warehouse_code),
  CONSTRAINT fk_back_in_stock_alert_stock FOREIGN KEY (product_id, warehouse_code) REFERENCES stock (product_id, warehouse_code) ON DELETE CASCADE
);
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
  IF migsql_found <> '0cc7be2cb74f, 33e76c107f09, c487449a3cc2' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 114 starts at [' || SUBSTR('0cc7be2cb74f, 33e76c107f09, c487449a3cc2', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 114');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '76a22f968352' WHERE revision = '33e76c107f09';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 30/49 upgrade 127eb5c32a9d: merge storefront and warehouse
-- migrations/2023-05-22_merge_storefront_and_warehouse.ts
PROMPT migsql: 30/49 upgrade 127eb5c32a9d merge storefront and warehouse
-- block 115
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 114' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 115 is not run, since what stands before it did not end');
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
      'migsql: block 115 starts at [' || SUBSTR('0cc7be2cb74f, 76a22f968352, c487449a3cc2', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 115');
END;
/
BEGIN
  DELETE FROM migsql_version WHERE revision = '76a22f968352';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
BEGIN
  UPDATE migsql_version SET revision = '127eb5c32a9d' WHERE revision = 'c487449a3cc2';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 31/49 upgrade b11ef72a092c: public ids for customers
-- migrations/2023-06-19_customer_public_ids.ts:9
PROMPT migsql: 31/49 upgrade b11ef72a092c public ids for customers
-- block 116
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 115' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 116 is not run, since what stands before it did not end');
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
  IF migsql_found <> '0cc7be2cb74f, 127eb5c32a9d' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 116 starts at [' || SUBSTR('0cc7be2cb74f, 127eb5c32a9d', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 116');
END;
/
ALTER TABLE customer ADD public_id RAW(16);
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
  IF migsql_found <> '0cc7be2cb74f, 127eb5c32a9d' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 117 starts at [' || SUBSTR('0cc7be2cb74f, 127eb5c32a9d', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 117');
END;
/
UPDATE customer SET public_id = SYS_GUID();
COMMIT;
-- block 118
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 117' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 118 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 118');
END;
/
ALTER TABLE customer MODIFY (public_id NOT NULL);
-- block 119
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 118' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 119 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 119');
END;
/
ALTER TABLE customer ADD CONSTRAINT uq_customer_public_id UNIQUE (public_id);
-- block 120
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 119' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 120 is not run, since what stands before it did not end');
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
      'migsql: block 120 starts at [' || SUBSTR('0cc7be2cb74f, 127eb5c32a9d', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 120');
END;
/
BEGIN
  UPDATE migsql_version SET revision = 'b11ef72a092c' WHERE revision = '127eb5c32a9d';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 32/49 upgrade de7d2bcc34cd: several addresses per customer
-- migrations/2023-07-31_customer_addresses.ts:25
PROMPT migsql: 32/49 upgrade de7d2bcc34cd several addresses per customer
-- block 121
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 120' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 121 is not run, since what stands before it did not end');
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
      'migsql: block 121 starts at [' || SUBSTR('0cc7be2cb74f, b11ef72a092c', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 121');
END;
/
CREATE TABLE customer_address (
  customer_id NUMBER(19) NOT NULL,
  kind VARCHAR2(10 CHAR) NOT NULL,
  street VARCHAR2(200 CHAR),
  postal_code VARCHAR2(16 CHAR),
  city VARCHAR2(120 CHAR),
  country_code VARCHAR2(2 CHAR),
  CONSTRAINT pk_customer_address PRIMARY KEY (customer_id, kind),
  CONSTRAINT fk_customer_address_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE,
  CONSTRAINT fk_customer_address_country FOREIGN KEY (country_code) REFERENCES country (code)
);
-- block 122
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 121' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 122 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 122');
END;
/
COMMENT ON TABLE customer_address IS 'at most one address of each kind';
-- block 123
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 122' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 123 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 123');
END;
/
COMMENT ON COLUMN customer_address.kind IS 'billing, delivery';
-- block 124
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 123' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 124 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 124');
END;
/
COMMENT ON COLUMN customer_address.postal_code IS 'checked against the country';
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
  IF migsql_found <> '0cc7be2cb74f, b11ef72a092c' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 125 starts at [' || SUBSTR('0cc7be2cb74f, b11ef72a092c', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 125');
END;
/
INSERT INTO customer_address (customer_id, kind, street, postal_code, city, country_code)
      SELECT id, 'billing', street, postal_code, city, country_code FROM customer
      WHERE street IS NOT NULL OR postal_code IS NOT NULL OR city IS NOT NULL OR country_code IS NOT NULL;
COMMIT;
-- block 126
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 125' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 126 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 126');
END;
/
ALTER TABLE customer DROP CONSTRAINT fk_customer_country;
-- block 127
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 126' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 127 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 127');
END;
/
ALTER TABLE customer DROP COLUMN street;
-- block 128
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 127' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 128 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 128');
END;
/
ALTER TABLE customer DROP COLUMN postal_code;
-- block 129
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 128' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 129 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 129');
END;
/
ALTER TABLE customer DROP COLUMN city;
-- block 130
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 129' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 130 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 130');
END;
/
ALTER TABLE customer DROP COLUMN country_code;
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
  IF migsql_found <> '0cc7be2cb74f, b11ef72a092c' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 131 starts at [' || SUBSTR('0cc7be2cb74f, b11ef72a092c', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 131');
END;
/
BEGIN
  UPDATE migsql_version SET revision = 'de7d2bcc34cd' WHERE revision = 'b11ef72a092c';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 33/49 upgrade ef4027880414: drop newsletter subscriptions
-- migrations/2023-10-09_drop_newsletter.ts:8
PROMPT migsql: 33/49 upgrade ef4027880414 drop newsletter subscriptions
-- block 132
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 131' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 132 is not run, since what stands before it did not end');
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
      'migsql: block 132 starts at [' || SUBSTR('0cc7be2cb74f, de7d2bcc34cd', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 132');
END;
/
DROP TABLE newsletter_subscription;
-- block 133
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 132' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 133 is not run, since what stands before it did not end');
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
      'migsql: block 133 starts at [' || SUBSTR('0cc7be2cb74f, de7d2bcc34cd', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 133');
END;
/
BEGIN
  UPDATE migsql_version SET revision = 'ef4027880414' WHERE revision = 'de7d2bcc34cd';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 34/49 upgrade 4e2316eb118a: mail templates
-- migrations/2023-11-14_mail_templates.ts:9
PROMPT migsql: 34/49 upgrade 4e2316eb118a mail templates
-- block 134
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 133' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 134 is not run, since what stands before it did not end');
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
      'migsql: block 134 starts at [' || SUBSTR('0cc7be2cb74f, ef4027880414', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 134');
END;
/
CREATE TABLE mail_template (
  code VARCHAR2(40 CHAR) NOT NULL,
  locale VARCHAR2(5 CHAR) NOT NULL,
  subject VARCHAR2(200 CHAR) NOT NULL,
  body CLOB NOT NULL,
  CONSTRAINT pk_mail_template PRIMARY KEY (code, locale)
);
-- block 135
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 134' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 135 is not run, since what stands before it did not end');
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
      'migsql: block 135 starts at [' || SUBSTR('0cc7be2cb74f, ef4027880414', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 135');
END;
/
INSERT INTO mail_template (code, locale, subject, body) VALUES ('order_confirmation', 'en', 'We''ve got your order {{number}}', TO_CHAR(UNISTR('Dear {{name}},\000a\000athank you for your order; it''s on its way through our warehouse.\000a\000aTotal: {{total}} ({{lines}} item(s), VAT incl.)\000aTrack it: https://shop.example/o/:number?a=1&b=$(ref)\000a\000a-- \000aThe shop\000aG\00f6rlitzer Stra\00dfe 12, Berlin\000a')));
INSERT INTO mail_template (code, locale, subject, body) VALUES ('order_confirmation', 'de', 'Ihre Bestellung {{number}} ist da', TO_CHAR(UNISTR('Guten Tag {{name}},\000a\000avielen Dank f\00fcr Ihre Bestellung \2013 wir packen schon.\000a\000aSumme: {{total}}\000a\000a-- \000aIhr Shop\000a\201eHaus & Garten\201c\000a')));
INSERT INTO mail_template (code, locale, subject, body) VALUES ('shipped', 'en', TO_CHAR(UNISTR('Ready, steady \2026')), ('READY' || CHR(10) || 'STEADY' || CHR(10) || 'GO' || CHR(10) || CHR(10) || 'Your parcel left us today.' || CHR(10) || '/' || CHR(10) || 'The shop team' || CHR(10)));
INSERT INTO mail_template (code, locale, subject, body) VALUES ('shipped', 'pl', TO_CHAR(UNISTR('Paczka w drodze \d83d\dce6')), TO_CHAR(UNISTR('Dzie\0144 dobry {{name}},\000d\000a\000d\000aTwoja paczka jest ju\017c w drodze;\000d\000anumer: {{tracking}}.\000d\000a.\000d\000aZesp\00f3\0142 sklepu')));
INSERT INTO mail_template (code, locale, subject, body) VALUES ('till_receipt', 'de', 'Kassenbon', (CHR(9) || 'Kasse 1' || CHR(10) || CHR(9) || '------' || CHR(10) || '{{lines}}' || CHR(10) || CHR(9) || '======' || CHR(10) || CHR(9) || 'Summe {{total}}' || CHR(10) || CHR(10) || '\\ber2-print\receipts /* Vorlage: C:\Vorlagen\bon.txt */ ''Danke!'' -- "Bis bald"'));
BEGIN
  UPDATE migsql_version SET revision = '4e2316eb118a' WHERE revision = 'ef4027880414';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 35/49 upgrade 200fada528d8: deleted rows stay for ninety days
-- migrations/2024-01-16_soft_delete.ts:10
PROMPT migsql: 35/49 upgrade 200fada528d8 deleted rows stay for ninety days
-- block 136
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 135' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 136 is not run, since what stands before it did not end');
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
  IF migsql_found <> '0cc7be2cb74f, 4e2316eb118a' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 136 starts at [' || SUBSTR('0cc7be2cb74f, 4e2316eb118a', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 136');
END;
/
ALTER TABLE product ADD deleted_at TIMESTAMP WITH TIME ZONE;
-- block 137
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 136' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 137 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 137');
END;
/
COMMENT ON COLUMN product.deleted_at IS 'hidden since then';
-- block 138
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 137' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 138 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 138');
END;
/
ALTER TABLE category ADD deleted_at TIMESTAMP WITH TIME ZONE;
-- block 139
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 138' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 139 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 139');
END;
/
COMMENT ON COLUMN category.deleted_at IS 'hidden since then';
-- block 140
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 139' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 140 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 140');
END;
/
ALTER TABLE promotion ADD deleted_at TIMESTAMP WITH TIME ZONE;
-- block 141
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 140' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 141 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 141');
END;
/
COMMENT ON COLUMN promotion.deleted_at IS 'hidden since then';
-- block 142
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 141' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 142 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 142');
END;
/
ALTER TABLE review ADD deleted_at TIMESTAMP WITH TIME ZONE;
-- block 143
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 142' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 143 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 143');
END;
/
COMMENT ON COLUMN review.deleted_at IS 'hidden since then';
-- block 144
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 143' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 144 is not run, since what stands before it did not end');
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
      'migsql: block 144 starts at [' || SUBSTR('0cc7be2cb74f, 4e2316eb118a', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 144');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '200fada528d8' WHERE revision = '4e2316eb118a';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 36/49 upgrade 770ead80b8b5: order states
-- migrations/2024-03-25_order_states.ts:4
PROMPT migsql: 36/49 upgrade 770ead80b8b5 order states
-- block 145
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 144' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 145 is not run, since what stands before it did not end');
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
      'migsql: block 145 starts at [' || SUBSTR('0cc7be2cb74f, 200fada528d8', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 145');
END;
/
ALTER TABLE sales_order MODIFY (state DEFAULT 'new');
-- block 146
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 145' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 146 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 146');
END;
/
COMMENT ON COLUMN sales_order.state IS 'new, paid, packed, shipped, done, cancelled';
-- block 147
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 146' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 147 is not run, since what stands before it did not end');
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
      'migsql: block 147 starts at [' || SUBSTR('0cc7be2cb74f, 200fada528d8', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 147');
END;
/
UPDATE sales_order SET state = 'new' WHERE state = 'open';
COMMIT;
-- block 148
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 147' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 148 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 148');
END;
/
ALTER TABLE sales_order ADD CONSTRAINT ck_sales_order_state CHECK (state IN ('new', 'paid', 'packed', 'shipped', 'done', 'cancelled'));
-- block 149
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 148' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 149 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 149');
END;
/
ALTER TABLE sales_order MODIFY (placed_at DEFAULT NULL);
-- block 150
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 149' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 150 is not run, since what stands before it did not end');
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
      'migsql: block 150 starts at [' || SUBSTR('0cc7be2cb74f, 200fada528d8', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 150');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '770ead80b8b5' WHERE revision = '200fada528d8';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 37/49 upgrade 1565fc00a8a4: prices with four decimals, titles no longer unique
-- migrations/2024-05-13_finer_prices.ts:10
PROMPT migsql: 37/49 upgrade 1565fc00a8a4 prices with four decimals, titles no longer unique
-- block 151
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 150' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 151 is not run, since what stands before it did not end');
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
      'migsql: block 151 starts at [' || SUBSTR('0cc7be2cb74f, 770ead80b8b5', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 151');
END;
/
ALTER TABLE product MODIFY (price NUMBER(12, 4));
-- block 152
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 151' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 152 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 152');
END;
/
COMMENT ON COLUMN product.price IS 'net, EUR';
-- block 153
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 152' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 153 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 153');
END;
/
ALTER TABLE order_line MODIFY (unit_price NUMBER(12, 4));
-- block 154
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 153' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 154 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 154');
END;
/
ALTER TABLE product DROP CONSTRAINT uq_product_title;
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
  IF migsql_found <> '0cc7be2cb74f, 770ead80b8b5' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 155 starts at [' || SUBSTR('0cc7be2cb74f, 770ead80b8b5', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 155');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '1565fc00a8a4' WHERE revision = '770ead80b8b5';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 38/49 upgrade f2496a629154: sign-ins
-- migrations/2024-09-02_login_events.ts:8
PROMPT migsql: 38/49 upgrade f2496a629154 sign-ins
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
  IF migsql_found <> '0cc7be2cb74f, 1565fc00a8a4' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 156 starts at [' || SUBSTR('0cc7be2cb74f, 1565fc00a8a4', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 156');
END;
/
CREATE TABLE login_event (
  id NUMBER(19) GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  customer_id NUMBER(19) NOT NULL,
  ip_address varchar(45),
  user_agent VARCHAR2(500 CHAR),
  succeeded NUMBER(1) NOT NULL CONSTRAINT ck_login_event__succeeded CHECK (succeeded IN (0, 1)),
  risk BINARY_FLOAT,
  occurred_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
  CONSTRAINT pk_login_event PRIMARY KEY (id),
  CONSTRAINT fk_login_event_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE
);
-- block 157
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 156' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 157 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 157');
END;
/
BEGIN
  EXECUTE IMMEDIATE TO_CHAR(UNISTR('COMMENT ON COLUMN login_event.risk IS ''0 \2026 1'''));
END;
/
-- block 158
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 157' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 158 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 158');
END;
/
CREATE INDEX ix_login_event_occurred_at ON login_event (occurred_at DESC);
-- block 159
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 158' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 159 is not run, since what stands before it did not end');
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
      'migsql: block 159 starts at [' || SUBSTR('0cc7be2cb74f, 1565fc00a8a4', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 159');
END;
/
BEGIN
  UPDATE migsql_version SET revision = 'f2496a629154' WHERE revision = '1565fc00a8a4';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 39/49 upgrade 21617ee745e9: comments the auditors asked for
-- migrations/2024-11-04_comments.ts:11
PROMPT migsql: 39/49 upgrade 21617ee745e9 comments the auditors asked for
-- block 160
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 159' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 160 is not run, since what stands before it did not end');
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
      'migsql: block 160 starts at [' || SUBSTR('0cc7be2cb74f, f2496a629154', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 160');
END;
/
BEGIN
  EXECUTE IMMEDIATE TO_CHAR(UNISTR('COMMENT ON TABLE customer IS ''personal data: erased three years after the last order (DPA \00a74)'''));
END;
/
-- block 161
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 160' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 161 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 161');
END;
/
COMMENT ON TABLE country IS '';
-- block 162
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 161' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 162 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 162');
END;
/
COMMENT ON COLUMN customer.email IS 'personal data';
-- block 163
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 162' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 163 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 163');
END;
/
COMMENT ON COLUMN customer.display_name IS 'personal data';
-- block 164
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 163' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 164 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 164');
END;
/
COMMENT ON COLUMN customer.phone IS 'personal data';
-- block 165
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 164' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 165 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 165');
END;
/
COMMENT ON COLUMN product.sku IS '';
-- block 166
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 165' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 166 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 166');
END;
/
COMMENT ON COLUMN sales_order.total IS 'sum of the lines, in the order''s currency; 100 % "gross"';
-- block 167
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 166' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 167 is not run, since what stands before it did not end');
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
      'migsql: block 167 starts at [' || SUBSTR('0cc7be2cb74f, f2496a629154', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 167');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '21617ee745e9' WHERE revision = 'f2496a629154';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 40/49 upgrade 652ad4a05dd7: VAT rates refer to countries
-- migrations/2021-09-21_tax_rates_by_country.ts:9
PROMPT migsql: 40/49 upgrade 652ad4a05dd7 VAT rates refer to countries
-- block 168
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 167' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 168 is not run, since what stands before it did not end');
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
      'migsql: block 168 starts at [' || SUBSTR('0cc7be2cb74f, 21617ee745e9', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 168');
END;
/
ALTER TABLE tax_rate ADD CONSTRAINT fk_tax_rate_country FOREIGN KEY (country_code) REFERENCES country (code);
-- block 169
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 168' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 169 is not run, since what stands before it did not end');
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
      'migsql: block 169 starts at [' || SUBSTR('0cc7be2cb74f, 21617ee745e9', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 169');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '652ad4a05dd7' WHERE revision = '0cc7be2cb74f';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 41/49 upgrade 89973edcc47e: invoices
-- migrations/2021-10-12_invoices.ts:14
PROMPT migsql: 41/49 upgrade 89973edcc47e invoices
-- block 170
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 169' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 170 is not run, since what stands before it did not end');
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
      'migsql: block 170 starts at [' || SUBSTR('21617ee745e9, 652ad4a05dd7', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 170');
END;
/
CREATE TABLE invoice (
  id NUMBER(19) GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  "number" VARCHAR2(20 CHAR) NOT NULL,
  order_id NUMBER(19) NOT NULL,
  state VARCHAR2(9 CHAR) DEFAULT 'draft' NOT NULL CONSTRAINT ck_invoice__state CHECK (state IN ('draft', 'sent', 'paid', 'cancelled')),
  issued_on DATE NOT NULL,
  due_on DATE NOT NULL,
  paid_at TIMESTAMP WITH TIME ZONE,
  currency_code VARCHAR2(3 CHAR) NOT NULL,
  total NUMBER(14, 2) NOT NULL,
  CONSTRAINT pk_invoice PRIMARY KEY (id),
  CONSTRAINT uq_invoice_number UNIQUE ("number"),
  CONSTRAINT fk_invoice_order FOREIGN KEY (order_id) REFERENCES sales_order (id),
  CONSTRAINT ck_invoice_due_on CHECK (due_on >= issued_on)
);
-- block 171
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 170' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 171 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 171');
END;
/
COMMENT ON COLUMN invoice."number" IS 'without gaps, by law';
-- block 172
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 171' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 172 is not run, since what stands before it did not end');
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
      'migsql: block 172 starts at [' || SUBSTR('21617ee745e9, 652ad4a05dd7', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 172');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '89973edcc47e' WHERE revision = '652ad4a05dd7';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 42/49 upgrade 64eb9211cd60: invoice lines
-- migrations/2021-10-13_invoice_lines.ts:8
PROMPT migsql: 42/49 upgrade 64eb9211cd60 invoice lines
-- block 173
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 172' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 173 is not run, since what stands before it did not end');
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
      'migsql: block 173 starts at [' || SUBSTR('21617ee745e9, 89973edcc47e', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 173');
END;
/
CREATE TABLE invoice_line (
  invoice_id NUMBER(19) NOT NULL,
  line_no NUMBER(5) NOT NULL,
  title VARCHAR2(200 CHAR) NOT NULL,
  quantity NUMBER(12, 3) DEFAULT 1 NOT NULL,
  unit_price NUMBER(12, 4) NOT NULL,
  tax_rate NUMBER(5, 4) NOT NULL,
  CONSTRAINT pk_invoice_line PRIMARY KEY (invoice_id, line_no),
  CONSTRAINT fk_invoice_line_invoice FOREIGN KEY (invoice_id) REFERENCES invoice (id) ON DELETE CASCADE
);
-- block 174
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 173' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 174 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 174');
END;
/
COMMENT ON COLUMN invoice_line.title IS 'copied: products change, invoices do not';
-- block 175
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 174' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 175 is not run, since what stands before it did not end');
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
      'migsql: block 175 starts at [' || SUBSTR('21617ee745e9, 89973edcc47e', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 175');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '64eb9211cd60' WHERE revision = '89973edcc47e';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 43/49 upgrade 1c878c3de7c6: payments
-- migrations/2022-01-17_payments.ts:14
PROMPT migsql: 43/49 upgrade 1c878c3de7c6 payments
-- block 176
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 175' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 176 is not run, since what stands before it did not end');
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
      'migsql: block 176 starts at [' || SUBSTR('21617ee745e9, 64eb9211cd60', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 176');
END;
/
CREATE TABLE payment (
  id NUMBER(19) GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  invoice_id NUMBER(19) NOT NULL,
  kind VARCHAR2(13 CHAR) NOT NULL CONSTRAINT ck_payment__kind CHECK (kind IN ('card', 'paypal', 'bank_transfer', 'cash')),
  amount NUMBER(14, 2) NOT NULL,
  received_at TIMESTAMP WITH TIME ZONE NOT NULL,
  provider_reference RAW(16),
  provider_response CLOB CONSTRAINT ck_payment__provider_response CHECK (provider_response IS JSON),
  created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
  updated_at TIMESTAMP WITH TIME ZONE,
  CONSTRAINT pk_payment PRIMARY KEY (id),
  CONSTRAINT fk_payment_invoice FOREIGN KEY (invoice_id) REFERENCES invoice (id),
  CONSTRAINT ck_payment_amount CHECK (amount <> 0)
);
-- block 177
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 176' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 177 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 177');
END;
/
COMMENT ON COLUMN payment.amount IS 'negative: paid back';
-- block 178
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 177' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 178 is not run, since what stands before it did not end');
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
      'migsql: block 178 starts at [' || SUBSTR('21617ee745e9, 64eb9211cd60', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 178');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '1c878c3de7c6' WHERE revision = '64eb9211cd60';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 44/49 upgrade a5c9bc130ca6: reminders for unpaid invoices
-- migrations/2022-06-08_reminders.ts:8
PROMPT migsql: 44/49 upgrade a5c9bc130ca6 reminders for unpaid invoices
-- block 179
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 178' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 179 is not run, since what stands before it did not end');
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
      'migsql: block 179 starts at [' || SUBSTR('1c878c3de7c6, 21617ee745e9', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 179');
END;
/
ALTER TABLE invoice ADD reminder_level NUMBER(5) DEFAULT 0 NOT NULL;
-- block 180
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 179' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 180 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 180');
END;
/
BEGIN
  EXECUTE IMMEDIATE TO_CHAR(UNISTR('COMMENT ON COLUMN invoice.reminder_level IS ''0: none yet \2026 3: "last chance", then the lawyers'''));
END;
/
-- block 181
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 180' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 181 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 181');
END;
/
ALTER TABLE invoice ADD reminded_on DATE;
-- block 182
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 181' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 182 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 182');
END;
/
ALTER TABLE invoice ADD CONSTRAINT ck_invoice_reminder_level CHECK (reminder_level BETWEEN 0 AND 3);
-- block 183
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 182' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 183 is not run, since what stands before it did not end');
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
      'migsql: block 183 starts at [' || SUBSTR('1c878c3de7c6, 21617ee745e9', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 183');
END;
/
BEGIN
  UPDATE migsql_version SET revision = 'a5c9bc130ca6' WHERE revision = '1c878c3de7c6';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 45/49 upgrade aff07711ae8e: payment methods as a table, not an enum
-- migrations/2023-09-18_payment_methods.ts:15
PROMPT migsql: 45/49 upgrade aff07711ae8e payment methods as a table, not an enum
-- block 184
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 183' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 184 is not run, since what stands before it did not end');
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
      'migsql: block 184 starts at [' || SUBSTR('21617ee745e9, a5c9bc130ca6', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 184');
END;
/
CREATE TABLE payment_method (
  code VARCHAR2(20 CHAR) NOT NULL,
  title VARCHAR2(80 CHAR) NOT NULL,
  fee_percent NUMBER(5, 2) DEFAULT 0 NOT NULL,
  active NUMBER(1) DEFAULT 1 NOT NULL CONSTRAINT ck_payment_method__active CHECK (active IN (0, 1)),
  CONSTRAINT pk_payment_method PRIMARY KEY (code)
);
-- block 185
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 184' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 185 is not run, since what stands before it did not end');
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
      'migsql: block 185 starts at [' || SUBSTR('21617ee745e9, a5c9bc130ca6', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 185');
END;
/
INSERT INTO payment_method (code, title, fee_percent, active) VALUES ('card', 'Credit or debit card', 1.40, 1);
INSERT INTO payment_method (code, title, fee_percent, active) VALUES ('paypal', 'PayPal', 2.49, 1);
INSERT INTO payment_method (code, title, fee_percent, active) VALUES ('bank_transfer', TO_CHAR(UNISTR('\00dcberweisung / bank transfer')), 0.00, 1);
INSERT INTO payment_method (code, title, fee_percent, active) VALUES ('cash', 'Cash (till only)', 0.00, 1);
INSERT INTO payment_method (code, title, fee_percent, active) VALUES ('twint', 'TWINT', 1.30, 0);
COMMIT;
-- block 186
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 185' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 186 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 186');
END;
/
ALTER TABLE payment ADD method_code VARCHAR2(20 CHAR);
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
  IF migsql_found <> '21617ee745e9, a5c9bc130ca6' THEN
    RAISE_APPLICATION_ERROR(
      -20001,
      'migsql: block 187 starts at [' || SUBSTR('21617ee745e9, a5c9bc130ca6', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 187');
END;
/
UPDATE payment SET method_code = kind;
COMMIT;
-- block 188
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 187' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 188 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 188');
END;
/
ALTER TABLE payment MODIFY (method_code NOT NULL);
-- block 189
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 188' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 189 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 189');
END;
/
ALTER TABLE payment ADD CONSTRAINT fk_payment_method FOREIGN KEY (method_code) REFERENCES payment_method (code);
-- block 190
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 189' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 190 is not run, since what stands before it did not end');
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 190');
END;
/
ALTER TABLE payment DROP COLUMN kind;
-- block 191
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 190' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 191 is not run, since what stands before it did not end');
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
      'migsql: block 191 starts at [' || SUBSTR('21617ee745e9, a5c9bc130ca6', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 191');
END;
/
BEGIN
  UPDATE migsql_version SET revision = 'aff07711ae8e' WHERE revision = 'a5c9bc130ca6';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 46/49 upgrade 40b98662ef5a: find unpaid invoices fast
-- migrations/2024-02-12_unpaid_invoices.ts:15
PROMPT migsql: 46/49 upgrade 40b98662ef5a find unpaid invoices fast
-- block 192
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 191' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 192 is not run, since what stands before it did not end');
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
      'migsql: block 192 starts at [' || SUBSTR('21617ee745e9, aff07711ae8e', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 192');
END;
/
CREATE INDEX ix_invoice_unpaid ON invoice (paid_at, due_on);
-- block 193
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 192' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 193 is not run, since what stands before it did not end');
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
      'migsql: block 193 starts at [' || SUBSTR('21617ee745e9, aff07711ae8e', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 193');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '40b98662ef5a' WHERE revision = 'aff07711ae8e';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 47/49 upgrade dde8be449d7f: merge billing
-- migrations/2025-02-10_merge_billing.ts:12
PROMPT migsql: 47/49 upgrade dde8be449d7f merge billing
-- block 194
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 193' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 194 is not run, since what stands before it did not end');
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
      'migsql: block 194 starts at [' || SUBSTR('21617ee745e9, 40b98662ef5a', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 194');
END;
/
ALTER TABLE invoice ADD CONSTRAINT fk_invoice_currency FOREIGN KEY (currency_code) REFERENCES currency (code);
-- block 195
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 194' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 195 is not run, since what stands before it did not end');
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
      'migsql: block 195 starts at [' || SUBSTR('21617ee745e9, 40b98662ef5a', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 195');
END;
/
BEGIN
  DELETE FROM migsql_version WHERE revision = '21617ee745e9';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
BEGIN
  UPDATE migsql_version SET revision = 'dde8be449d7f' WHERE revision = '40b98662ef5a';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 48/49 upgrade 360b2a79be25: view of overdue invoices
-- migrations/2025-04-07_overdue_invoices.sql:26
PROMPT migsql: 48/49 upgrade 360b2a79be25 view of overdue invoices
-- block 196
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 195' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 196 is not run, since what stands before it did not end');
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
      'migsql: block 196 starts at [' || SUBSTR('dde8be449d7f', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 196');
END;
/
CREATE VIEW overdue_invoice AS
SELECT i.id, i."number", i.total, i.reminder_level, trunc(sysdate) - i.due_on AS days_overdue
FROM invoice i
WHERE i.paid_at IS NULL AND i.due_on < trunc(sysdate);
-- block 197
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 196' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 197 is not run, since what stands before it did not end');
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
      'migsql: block 197 starts at [' || SUBSTR('dde8be449d7f', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 197');
END;
/
BEGIN
  UPDATE migsql_version SET revision = '360b2a79be25' WHERE revision = 'dde8be449d7f';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

-- 49/49 upgrade c4e01ec1d4be: drop notes of orders
-- migrations/2025-09-15_drop_order_notes.ts:8
PROMPT migsql: 49/49 upgrade c4e01ec1d4be drop notes of orders
-- block 198
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 197' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 198 is not run, since what stands before it did not end');
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
      'migsql: block 198 starts at [' || SUBSTR('360b2a79be25', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 198');
END;
/
ALTER TABLE sales_order DROP COLUMN note;
-- block 199
DECLARE
  migsql_heads SYS_REFCURSOR;
  migsql_head VARCHAR2(512);
  migsql_found VARCHAR2(32767);
BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 198' THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: block 199 is not run, since what stands before it did not end');
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
      'migsql: block 199 starts at [' || SUBSTR('360b2a79be25', 1, 800) ||
        '], but the version table holds [' || SUBSTR(migsql_found, 1, 800) || ']'
    );
  END IF;
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('migsql 199');
END;
/
BEGIN
  UPDATE migsql_version SET revision = 'c4e01ec1d4be' WHERE revision = '360b2a79be25';
  IF SQL%ROWCOUNT <> 1 THEN
    RAISE_APPLICATION_ERROR(-20001, 'migsql: one row of the version table must change, not ' || SQL%ROWCOUNT);
  END IF;
END;
/
COMMIT;

BEGIN
  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> 'migsql 199' THEN
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
PROMPT migsql: OK base -> c4e01ec1d4be
-- without EXIT, which would end the session of a script that calls this one by @; the settings are the defaults again
WHENEVER SQLERROR CONTINUE
WHENEVER OSERROR CONTINUE
SET DEFINE ON
SET SQLBLANKLINES OFF
SET SQLPREFIX #
SET EXITCOMMIT ON

-- end: c4e01ec1d4be
