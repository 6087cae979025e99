-- migsql 0.1.0: upgrade script for SQL Server
--
-- from    base
-- to      c4e01ec1d4be
-- steps   49
-- server  SQL Server 2016 or later
-- atomic  YES: one transaction, all or nothing
-- waits   for a lock 5 s, for a statement no limit
-- render  migsql render base:c4e01ec1d4be --dialect mssql --transaction script --client sqlcmd
-- run     sqlcmd -S SERVER -d DATABASE -b -I -x -i FILE
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

-- Settings that the statements are written for; the session's own are put back at the end.
SET NOEXEC OFF;
DECLARE @options int = @@OPTIONS;
EXEC sys.sp_set_session_context @key = N'migsql_options', @value = @options;
EXEC sys.sp_set_session_context @key = N'migsql_block', @value = -1;
SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
SET NUMERIC_ROUNDABORT OFF;
SET NOCOUNT ON;
SET IMPLICIT_TRANSACTIONS OFF;
SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
SET ROWCOUNT 0;
SET LOCK_TIMEOUT 5000;
GO
-- A gate like this follows each batch: behind an error, SET NOEXEC ON has the rest compiled but not run.
IF @@ERROR <> 0 SET NOEXEC ON;
GO
-- A transaction that is open already would be taken for the script's own.
IF @@TRANCOUNT <> 0
BEGIN
  RAISERROR(N'migsql: a transaction is open in this session: end it first. Nothing is changed', 16, 1);
  SET NOEXEC ON;
END;
SET XACT_ABORT ON;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 0 SET NOEXEC ON;
GO
EXEC sys.sp_set_session_context @key = N'migsql_block', @value = 0;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 0 SET NOEXEC ON;
GO

-- 1/49 upgrade 0cc7be2cb74f: VAT rates
-- migrations/2021-09-14_tax_rates.ts:10
RAISERROR(N'migsql: 1/49 upgrade 0cc7be2cb74f VAT rates', 0, 1) WITH NOWAIT;
GO
-- Block 1: one transaction.
IF ISNULL(CAST(SESSION_CONTEXT(N'migsql_block') AS int), -1) <> 0 OR @@TRANCOUNT <> 0 SET NOEXEC ON;
GO
BEGIN TRANSACTION;
-- One run at a time: the end of the transaction gives the lock back.
DECLARE @resource nvarchar(255) = N'migsql:migsql_version', @lock int;
EXEC @lock = sys.sp_getapplock @Resource = @resource, @LockMode = N'Exclusive', @LockOwner = N'Transaction', @LockTimeout = 5000;
IF @lock < 0 THROW 50002, N'migsql: another run of a script is under way; nothing is changed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
-- The version table must hold [base].
DECLARE @found nvarchar(max) = N'base', @sql nvarchar(max) = N'SET @found = ISNULL(STUFF((SELECT N'', '' + revision FROM migsql_version ORDER BY revision COLLATE Latin1_General_BIN2 FOR XML PATH(N''''), TYPE).value(N''.'', N''nvarchar(max)''), 1, 2, N''''), N''base'')';
IF OBJECT_ID(N'migsql_version', N'U') IS NOT NULL EXEC sys.sp_executesql @sql, N'@found nvarchar(max) OUTPUT', @found OUTPUT;
IF @found COLLATE Latin1_General_BIN2 <> N'base'
BEGIN
  DECLARE @message nvarchar(2048) = REPLACE(CONCAT(N'migsql: block 1 starts at [', N'base', N'], but the version table holds [', @found, N']'), N'%', N'%%');
  THROW 50003, @message, 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
IF OBJECT_ID(N'migsql_version', N'U') IS NULL
CREATE TABLE migsql_version (
  revision nvarchar(128) NOT NULL,
  CONSTRAINT pk_migsql_version PRIMARY KEY (revision)
);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
CREATE TABLE tax_rate (
  country_code nvarchar(2) NOT NULL,
  category nvarchar(20) NOT NULL,
  valid_from date NOT NULL,
  rate decimal(5, 4) NOT NULL,
  CONSTRAINT pk_tax_rate PRIMARY KEY (country_code, category, valid_from)
);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'VAT by country and category; a rate holds until the next one begins',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'tax_rate';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'0.19 is 19 %',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'tax_rate',
  @level2type = N'COLUMN', @level2name = N'rate';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
INSERT INTO tax_rate (country_code, category, valid_from, rate) VALUES
  (N'AT', N'standard', '1995-01-01', 0.2000),
  (N'AT', N'books', '1995-01-01', 0.1000),
  (N'DE', N'standard', '2007-01-01', 0.1900),
  (N'DE', N'standard', '2020-07-01', 0.1600),
  (N'DE', N'standard', '2021-01-01', 0.1900),
  (N'DE', N'books', '2007-01-01', 0.0700),
  (N'DE', N'books', '2020-07-01', 0.0500),
  (N'DE', N'books', '2021-01-01', 0.0700),
  (N'FR', N'standard', '2014-01-01', 0.2000),
  (N'FR', N'books', '2012-04-01', 0.0550);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
INSERT INTO migsql_version (revision) VALUES (N'0cc7be2cb74f');
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 0cc7be2cb74f: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 2/49 upgrade 46208f329e80: customers
-- migrations/2021-02-08_customers.ts:8
RAISERROR(N'migsql: 2/49 upgrade 46208f329e80 customers', 0, 1) WITH NOWAIT;
GO
CREATE TABLE customer (
  id bigint IDENTITY(1, 1) NOT NULL,
  email nvarchar(254) NOT NULL,
  full_name nvarchar(120) NOT NULL,
  phone nvarchar(20) NULL,
  street nvarchar(200) NULL,
  postal_code nvarchar(12) NULL,
  city nvarchar(120) NULL,
  newsletter bit NOT NULL CONSTRAINT df_customer__newsletter DEFAULT 0,
  created_at datetime2 NOT NULL CONSTRAINT df_customer__created_at DEFAULT (SYSDATETIMEOFFSET()),
  CONSTRAINT pk_customer PRIMARY KEY (id)
);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'who buys; one row per account, the shop''s own till included',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'customer';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'login, and where mails go',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'customer',
  @level2type = N'COLUMN', @level2name = N'email';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
INSERT INTO customer (email, full_name, street, postal_code, city) VALUES
  (N'Kasse1@Shop.example', (N'Laufkundschaft (' + NCHAR(8222) + N'Kasse 1' + NCHAR(8220) + N')'), (N'G' + NCHAR(246) + N'rlitzer Stra' + NCHAR(223) + N'e 12'), N'10997', N'Berlin');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
INSERT INTO migsql_version (revision) VALUES (N'46208f329e80');
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 46208f329e80: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 3/49 upgrade 87eaadc72834: products and categories
-- migrations/2021-02-09_products_and_categories.ts:8
RAISERROR(N'migsql: 3/49 upgrade 87eaadc72834 products and categories', 0, 1) WITH NOWAIT;
GO
CREATE TABLE category (
  id bigint IDENTITY(1, 1) NOT NULL,
  slug nvarchar(60) NOT NULL,
  title nvarchar(120) NOT NULL,
  parent_id bigint NULL,
  CONSTRAINT pk_category PRIMARY KEY (id),
  CONSTRAINT uq_category_slug UNIQUE (slug),
  CONSTRAINT fk_category_parent FOREIGN KEY (parent_id) REFERENCES category (id)
);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
CREATE TABLE product (
  id bigint IDENTITY(1, 1) NOT NULL,
  sku nvarchar(40) NOT NULL,
  title nvarchar(200) NOT NULL,
  description nvarchar(max) NULL,
  price decimal(8, 2) NOT NULL,
  weight_kg float(53) NULL,
  active bit NOT NULL CONSTRAINT df_product__active DEFAULT 1,
  category_id bigint NULL,
  created_at datetime2 NOT NULL CONSTRAINT df_product__created_at DEFAULT (SYSDATETIMEOFFSET()),
  CONSTRAINT pk_product PRIMARY KEY (id),
  CONSTRAINT uq_product_sku UNIQUE (sku),
  CONSTRAINT uq_product_title UNIQUE (title),
  CONSTRAINT fk_product_category FOREIGN KEY (category_id) REFERENCES category (id) ON DELETE SET NULL
);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'stock keeping unit, as on the label',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'product',
  @level2type = N'COLUMN', @level2name = N'sku';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'gross, EUR',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'product',
  @level2type = N'COLUMN', @level2name = N'price';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'87eaadc72834' WHERE revision = N'46208f329e80';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 87eaadc72834: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 4/49 upgrade 36117b4e8019: orders
-- migrations/2021-02-17_orders.ts:8
RAISERROR(N'migsql: 4/49 upgrade 36117b4e8019 orders', 0, 1) WITH NOWAIT;
GO
CREATE TABLE [order] (
  id bigint IDENTITY(1, 1) NOT NULL,
  number nvarchar(20) NOT NULL,
  customer_id bigint NOT NULL,
  state nvarchar(20) NOT NULL CONSTRAINT df_order__state DEFAULT N'open',
  placed_at datetime2 NOT NULL CONSTRAINT df_order__placed_at DEFAULT (SYSDATETIMEOFFSET()),
  total decimal(10, 2) NOT NULL CONSTRAINT df_order__total DEFAULT 0,
  note nvarchar(max) NULL,
  CONSTRAINT pk_order PRIMARY KEY (id),
  CONSTRAINT uq_order_number UNIQUE (number),
  CONSTRAINT fk_order_customer FOREIGN KEY (customer_id) REFERENCES customer (id)
);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'as printed on the customer''s mail',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'order',
  @level2type = N'COLUMN', @level2name = N'number';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
CREATE TABLE order_line (
  order_id bigint NOT NULL,
  line_no smallint NOT NULL,
  product_id bigint NOT NULL,
  quantity int NOT NULL CONSTRAINT df_order_line__quantity DEFAULT 1,
  unit_price decimal(8, 2) NOT NULL,
  CONSTRAINT pk_order_line PRIMARY KEY (order_id, line_no),
  CONSTRAINT fk_order_line_order FOREIGN KEY (order_id) REFERENCES [order] (id) ON DELETE CASCADE,
  CONSTRAINT fk_order_line_product FOREIGN KEY (product_id) REFERENCES product (id),
  CONSTRAINT ck_order_line_quantity CHECK (quantity > 0)
);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'36117b4e8019' WHERE revision = N'87eaadc72834';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 36117b4e8019: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 5/49 upgrade 1ddf68950622: currencies
-- migrations/2021-03-01_currencies.ts:29
RAISERROR(N'migsql: 5/49 upgrade 1ddf68950622 currencies', 0, 1) WITH NOWAIT;
GO
CREATE TABLE currency (
  code nvarchar(3) NOT NULL,
  title nvarchar(60) NOT NULL,
  symbol nvarchar(8) NOT NULL,
  digits smallint NOT NULL CONSTRAINT df_currency__digits DEFAULT 2,
  CONSTRAINT pk_currency PRIMARY KEY (code)
);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
INSERT INTO currency (code, title, symbol, digits) VALUES
  (N'CHF', N'Swiss franc', N'Fr.', 2),
  (N'CZK', N'Czech koruna', (N'K' + NCHAR(269)), 2),
  (N'DKK', N'Danish krone', N'kr.', 2),
  (N'EUR', N'Euro', NCHAR(8364), 2),
  (N'GBP', N'Pound sterling', NCHAR(163), 2),
  (N'HUF', N'Hungarian forint', N'Ft', 2),
  (N'ILS', N'Israeli new shekel', NCHAR(8362), 2),
  (N'ISK', (N'Icelandic kr' + NCHAR(243) + N'na'), N'kr', 0),
  (N'JPY', N'Japanese yen', NCHAR(165), 0),
  (N'NOK', N'Norwegian krone', N'kr', 2),
  (N'PLN', (N'Polish z' + NCHAR(322) + N'oty'), (N'z' + NCHAR(322)), 2),
  (N'RON', N'Romanian leu', N'lei', 2),
  (N'SEK', N'Swedish krona', N'kr', 2),
  (N'TND', N'Tunisian dinar', (NCHAR(1583) + N'.' + NCHAR(1578)), 3),
  (N'USD', N'US dollar (''greenback'')', N'$', 2);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE [order] ADD currency_code nvarchar(3) NOT NULL CONSTRAINT df_order__currency_code DEFAULT N'EUR';
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE [order] ADD CONSTRAINT fk_order_currency FOREIGN KEY (currency_code) REFERENCES currency (code);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'1ddf68950622' WHERE revision = N'36117b4e8019';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 1ddf68950622: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 6/49 upgrade 0d7395f9f06e: countries we ship to
-- migrations/2021-03-22_countries.ts:11
RAISERROR(N'migsql: 6/49 upgrade 0d7395f9f06e countries we ship to', 0, 1) WITH NOWAIT;
GO
CREATE TABLE country (
  code nvarchar(2) NOT NULL,
  title nvarchar(80) NOT NULL,
  native_title nvarchar(80) NOT NULL,
  postal_code_pattern nvarchar(120) NULL,
  eu_member bit NOT NULL,
  eu_since date NULL,
  CONSTRAINT pk_country PRIMARY KEY (code)
);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'where parcels may go',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'country';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'ISO 3166-1 alpha-2',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'country',
  @level2type = N'COLUMN', @level2name = N'code';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'regular expression; none: anything goes',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'country',
  @level2type = N'COLUMN', @level2name = N'postal_code_pattern';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
INSERT INTO country (code, title, native_title, postal_code_pattern, eu_member, eu_since) VALUES
  (N'AT', N'Austria', (NCHAR(214) + N'sterreich'), N'^\d{4}$', 1, '1995-01-01'),
  (N'AX', (NCHAR(197) + N'land Islands'), (NCHAR(197) + N'land'), N'^22\d{3}$', 1, '1995-01-01'),
  (N'BE', N'Belgium', (N'Belgi' + NCHAR(235) + N' / Belgique / Belgien'), N'^\d{4}$', 1, '1958-01-01'),
  (N'BG', N'Bulgaria', (NCHAR(1041) + NCHAR(1098) + NCHAR(1083) + NCHAR(1075) + NCHAR(1072) + NCHAR(1088) + NCHAR(1080) + NCHAR(1103)), N'^\d{4}$', 1, '2007-01-01'),
  (N'CH', N'Switzerland', (N'Schweiz ' + NCHAR(183) + N' Suisse ' + NCHAR(183) + N' Svizzera ' + NCHAR(183) + N' Svizra'), N'^[1-9]\d{3}$', 0, NULL),
  (N'CI', (N'C' + NCHAR(244) + N'te d''Ivoire'), (N'C' + NCHAR(244) + N'te d' + NCHAR(8217) + N'Ivoire'), NULL, 0, NULL),
  (N'CW', (N'Cura' + NCHAR(231) + N'ao'), (N'K' + NCHAR(242) + N'rsou'), NULL, 0, NULL),
  (N'CZ', N'Czechia', (NCHAR(268) + N'esko'), N'^\d{3}\s?\d{2}$', 1, '2004-05-01'),
  (N'DE', N'Germany', N'Deutschland', N'^\d{5}$', 1, '1958-01-01'),
  (N'DK', N'Denmark', N'Danmark', N'^\d{4}$', 1, '1973-01-01'),
  (N'ES', N'Spain', (N'Espa' + NCHAR(241) + N'a'), N'^(?:0[1-9]|[1-4]\d|5[0-2])\d{3}$', 1, '1986-01-01'),
  (N'FR', N'France', N'France', N'^\d{2}\s?\d{3}$', 1, '1958-01-01'),
  (N'GB', N'United Kingdom', N'United Kingdom', N'^GIR ?0AA|(?:[A-Z]{1,2}\d[A-Z\d]?) ?\d[A-Z]{2}$', 0, NULL),
  (N'GR', N'Greece', (NCHAR(917) + NCHAR(955) + NCHAR(955) + NCHAR(940) + NCHAR(948) + NCHAR(945)), N'^\d{3}\s?\d{2}$', 1, '1981-01-01'),
  (N'IE', N'Ireland', (NCHAR(201) + N'ire'), N'^[\dA-Z]{3} ?[\dA-Z]{4}$', 1, '1973-01-01'),
  (N'IL', N'Israel', (NCHAR(1497) + NCHAR(1513) + NCHAR(1512) + NCHAR(1488) + NCHAR(1500)), N'^\d{7}$', 0, NULL),
  (N'JP', N'Japan', (NCHAR(26085) + NCHAR(26412)), N'^\d{3}-\d{4}$', 0, NULL),
  (N'PL', N'Poland', N'Polska', N'^\d{2}-\d{3}$', 1, '2004-05-01'),
  (N'RE', (N'R' + NCHAR(233) + N'union'), (N'La R' + NCHAR(233) + N'union'), N'^974\d{2}$', 1, '1958-01-01'),
  (N'SE', N'Sweden', N'Sverige', N'^\d{3} ?\d{2}$', 1, '1995-01-01'),
  (N'TN', N'Tunisia', (NCHAR(1578) + NCHAR(1608) + NCHAR(1606) + NCHAR(1587)), N'^\d{4}$', 0, NULL),
  (N'US', N'United States', N'United States', N'^\d{5}(-\d{4})?$', 0, NULL);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE customer ADD country_code nvarchar(2) NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE customer ADD CONSTRAINT fk_customer_country FOREIGN KEY (country_code) REFERENCES country (code);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE customer SET country_code = 'DE' WHERE street IS NOT NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'0d7395f9f06e' WHERE revision = N'1ddf68950622';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 0d7395f9f06e: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 7/49 upgrade 6758cf2b92be: e-mail addresses in lower case
-- migrations/2021-04-06_lower_case_emails.sql:8
RAISERROR(N'migsql: 7/49 upgrade 6758cf2b92be e-mail addresses in lower case', 0, 1) WITH NOWAIT;
GO
UPDATE customer SET email = lower(email);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'6758cf2b92be' WHERE revision = N'0d7395f9f06e';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 6758cf2b92be: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 8/49 upgrade 1cc4c30c1f8a: one account per e-mail address
-- migrations/2021-04-07_unique_emails.ts:7
RAISERROR(N'migsql: 8/49 upgrade 1cc4c30c1f8a one account per e-mail address', 0, 1) WITH NOWAIT;
GO
ALTER TABLE customer ADD CONSTRAINT uq_customer_email UNIQUE (email);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'1cc4c30c1f8a' WHERE revision = N'6758cf2b92be';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 1cc4c30c1f8a: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 9/49 upgrade 0cd4b8651c52: newsletter subscriptions of their own
-- migrations/2021-05-18_newsletter.ts:13
RAISERROR(N'migsql: 9/49 upgrade 0cd4b8651c52 newsletter subscriptions of their own', 0, 1) WITH NOWAIT;
GO
CREATE TABLE newsletter_subscription (
  email nvarchar(254) NOT NULL,
  confirmed bit NOT NULL CONSTRAINT df_newsletter_subscription__confirmed DEFAULT 0,
  subscribed_at datetime2 NOT NULL CONSTRAINT df_newsletter_subscription__subscribed_at DEFAULT (SYSDATETIMEOFFSET()),
  CONSTRAINT pk_newsletter_subscription PRIMARY KEY (email)
);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
INSERT INTO newsletter_subscription (email, confirmed, subscribed_at)
      SELECT email, 1, created_at FROM customer WHERE newsletter = 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @drop nvarchar(max) = (
  SELECT N'ALTER TABLE customer DROP CONSTRAINT ' + QUOTENAME(name)
  FROM sys.default_constraints
  WHERE parent_object_id = OBJECT_ID(N'customer')
    AND COL_NAME(parent_object_id, parent_column_id) = N'newsletter'
);
IF @drop IS NOT NULL EXEC sys.sp_executesql @drop;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE customer DROP COLUMN newsletter;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'0cd4b8651c52' WHERE revision = N'1cc4c30c1f8a';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 0cd4b8651c52: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 10/49 upgrade ba98f9e3b99d: order becomes sales_order
-- migrations/2021-06-30_rename_order.ts:9
RAISERROR(N'migsql: 10/49 upgrade ba98f9e3b99d order becomes sales_order', 0, 1) WITH NOWAIT;
GO
DECLARE @result int = 0;
EXEC @result = sp_rename N'[order]', N'sales_order', N'OBJECT';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
IF OBJECT_ID(N'df_order__state', N'D') IS NOT NULL
  EXEC @result = sp_rename N'df_order__state', N'df_sales_order__state', N'OBJECT';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
IF OBJECT_ID(N'df_order__placed_at', N'D') IS NOT NULL
  EXEC @result = sp_rename N'df_order__placed_at', N'df_sales_order__placed_at', N'OBJECT';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
IF OBJECT_ID(N'df_order__total', N'D') IS NOT NULL
  EXEC @result = sp_rename N'df_order__total', N'df_sales_order__total', N'OBJECT';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
IF OBJECT_ID(N'df_order__currency_code', N'D') IS NOT NULL
  EXEC @result = sp_rename N'df_order__currency_code', N'df_sales_order__currency_code', N'OBJECT';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'what a customer ordered; ''order'' until June 2021',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'sales_order';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'ba98f9e3b99d' WHERE revision = N'0cd4b8651c52';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision ba98f9e3b99d: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 11/49 upgrade e3fa8f544d98: display names, longer phone numbers
-- migrations/2021-08-11_customer_names_and_phones.ts:9
RAISERROR(N'migsql: 11/49 upgrade e3fa8f544d98 display names, longer phone numbers', 0, 1) WITH NOWAIT;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'person or company, as on the parcel',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'customer',
  @level2type = N'COLUMN', @level2name = N'full_name';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
EXEC @result = sp_rename N'customer.full_name', N'display_name', N'COLUMN';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE customer ALTER COLUMN phone nvarchar(32) NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE customer ALTER COLUMN postal_code nvarchar(16) NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'checked against the country',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'customer',
  @level2type = N'COLUMN', @level2name = N'postal_code';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'e3fa8f544d98' WHERE revision = N'ba98f9e3b99d';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision e3fa8f544d98: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 12/49 upgrade aef3edab6b4a: larger order totals
-- migrations/2021-10-04_larger_totals.ts:9
RAISERROR(N'migsql: 12/49 upgrade aef3edab6b4a larger order totals', 0, 1) WITH NOWAIT;
GO
ALTER TABLE sales_order ALTER COLUMN total decimal(14, 2) NOT NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'aef3edab6b4a' WHERE revision = N'e3fa8f544d98';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision aef3edab6b4a: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 13/49 upgrade 7b9ae6c60c73: gift cards for Christmas
-- migrations/2021-11-22_gift_cards.ts:14
RAISERROR(N'migsql: 13/49 upgrade 7b9ae6c60c73 gift cards for Christmas', 0, 1) WITH NOWAIT;
GO
INSERT INTO product (sku, title, description, price) VALUES
  (N'GIFT-25', (N'Gift card ' + NCHAR(8222) + N'25 ' + NCHAR(8364) + NCHAR(8220)), (N'Worth ' + NCHAR(8364) + N'25.' + NCHAR(10) + NCHAR(10) + N'Use it in the store or online; it''s valid for 3 years.' + NCHAR(10) + N'Terms: \\files\gift.pdf'), 25.00),
  (N'GIFT-50', (N'Gift card ' + NCHAR(8222) + N'50 ' + NCHAR(8364) + NCHAR(8220)), (N'Worth ' + NCHAR(8364) + N'50.' + NCHAR(10) + NCHAR(10) + N'Use it in the store or online; it''s valid for 3 years.' + NCHAR(10) + N'Terms: \\files\gift.pdf'), 50.00),
  (N'GIFT-100', (N'Gift card ' + NCHAR(8222) + N'100 ' + NCHAR(8364) + NCHAR(8220)), (N'Worth ' + NCHAR(8364) + N'100.' + NCHAR(10) + NCHAR(10) + N'Use it in the store or online; it''s valid for 3 years.' + NCHAR(10) + N'Terms: \\files\gift.pdf'), 100.00);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'7b9ae6c60c73' WHERE revision = N'aef3edab6b4a';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 7b9ae6c60c73: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 14/49 upgrade 92081823d745: product slugs
-- migrations/2022-02-02_product_slugs.ts:9
RAISERROR(N'migsql: 14/49 upgrade 92081823d745 product slugs', 0, 1) WITH NOWAIT;
GO
ALTER TABLE product ADD slug nvarchar(80) NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'in the address: /p/gift-25',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'product',
  @level2type = N'COLUMN', @level2name = N'slug';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE product SET slug = lower(sku);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE product ALTER COLUMN slug nvarchar(80) NOT NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE product ADD CONSTRAINT uq_product_slug UNIQUE (slug);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'92081823d745' WHERE revision = N'7b9ae6c60c73';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 92081823d745: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 15/49 upgrade ea96785f4d97: product images
-- migrations/2022-03-15_product_images.ts:15
RAISERROR(N'migsql: 15/49 upgrade ea96785f4d97 product images', 0, 1) WITH NOWAIT;
GO
CREATE TABLE product_image (
  id bigint IDENTITY(1, 1) NOT NULL,
  product_id bigint NOT NULL,
  sort_order smallint NOT NULL CONSTRAINT df_product_image__sort_order DEFAULT 0,
  content_type nvarchar(60) NOT NULL,
  content varbinary(max) NOT NULL,
  sha256 varbinary(32) NULL,
  CONSTRAINT pk_product_image PRIMARY KEY (id),
  CONSTRAINT fk_product_image_product FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE
);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
INSERT INTO product_image (product_id, content_type, content)
        SELECT id, 'image/gif', 0x47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b FROM product;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'ea96785f4d97' WHERE revision = N'92081823d745';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision ea96785f4d97: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 16/49 upgrade 19533672927f: reviews
-- migrations/2022-04-28_reviews.ts:8
RAISERROR(N'migsql: 16/49 upgrade 19533672927f reviews', 0, 1) WITH NOWAIT;
GO
CREATE TABLE review (
  id bigint IDENTITY(1, 1) NOT NULL,
  product_id bigint NOT NULL,
  customer_id bigint NULL,
  stars smallint NOT NULL,
  title nvarchar(120) NULL,
  body nvarchar(max) NULL,
  approved bit NOT NULL CONSTRAINT df_review__approved DEFAULT 0,
  written_at datetimeoffset NOT NULL CONSTRAINT df_review__written_at DEFAULT (SYSDATETIMEOFFSET()),
  CONSTRAINT pk_review PRIMARY KEY (id),
  CONSTRAINT fk_review_product FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE,
  CONSTRAINT fk_review_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE SET NULL,
  CONSTRAINT ck_review_stars CHECK (stars BETWEEN 1 AND 5)
);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'shown once approved',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'review';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'empty once the account is deleted (GDPR, art. 17)',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'review',
  @level2type = N'COLUMN', @level2name = N'customer_id';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'19533672927f' WHERE revision = N'ea96785f4d97';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 19533672927f: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 17/49 upgrade d2156a5519d4: categories in three languages
-- migrations/2022-07-12_category_translations.ts:36
RAISERROR(N'migsql: 17/49 upgrade d2156a5519d4 categories in three languages', 0, 1) WITH NOWAIT;
GO
CREATE TABLE category_translation (
  category_id bigint NOT NULL,
  locale nvarchar(5) NOT NULL,
  title nvarchar(120) NOT NULL,
  CONSTRAINT pk_category_translation PRIMARY KEY (category_id, locale),
  CONSTRAINT fk_category_translation FOREIGN KEY (category_id) REFERENCES category (id) ON DELETE CASCADE
);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
INSERT INTO category (slug, title) VALUES
  (N'home', N'Home & garden'),
  (N'tools', N'Tools');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
INSERT INTO category (slug, title, parent_id)
    SELECT N'lighting', N'Lighting', id FROM category WHERE slug = N'home';
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
INSERT INTO category (slug, title, parent_id)
    SELECT N'hand-tools', N'Craftsman''s hand tools', id FROM category WHERE slug = N'tools';
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
INSERT INTO category (slug, title, parent_id)
    SELECT N'screws', N'Screws & nuts', id FROM category WHERE slug = N'tools';
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, N'de', N'Haus & Garten' FROM category WHERE slug = N'home';
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, N'pl', (N'Dom i ogr' + NCHAR(243) + N'd') FROM category WHERE slug = N'home';
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, N'de', N'Werkzeug' FROM category WHERE slug = N'tools';
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, N'pl', (N'Narz' + NCHAR(281) + N'dzia') FROM category WHERE slug = N'tools';
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, N'de', (N'Leuchten f' + NCHAR(252) + N'r drinnen & drau' + NCHAR(223) + N'en') FROM category WHERE slug = N'lighting';
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, N'pl', (N'O' + NCHAR(347) + N'wietlenie') FROM category WHERE slug = N'lighting';
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, N'de', N'Handwerkzeug' FROM category WHERE slug = N'hand-tools';
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, N'pl', (N'Narz' + NCHAR(281) + N'dzia r' + NCHAR(281) + N'czne') FROM category WHERE slug = N'hand-tools';
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, N'de', N'Schrauben' FROM category WHERE slug = N'screws';
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
INSERT INTO category_translation (category_id, locale, title)
    SELECT id, N'pl', (NCHAR(346) + N'ruby i nakr' + NCHAR(281) + N'tki') FROM category WHERE slug = N'screws';
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'd2156a5519d4' WHERE revision = N'19533672927f';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision d2156a5519d4: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 18/49 upgrade 6557269ccbd7: orders by time
-- migrations/2022-10-05_orders_by_time.ts:9
RAISERROR(N'migsql: 18/49 upgrade 6557269ccbd7 orders by time', 0, 1) WITH NOWAIT;
GO
CREATE INDEX ix_sales_order_placed_at ON sales_order (placed_at, state);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'6557269ccbd7' WHERE revision = N'd2156a5519d4';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 6557269ccbd7: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 19/49 upgrade a28bcdf6e598: promotions
-- migrations/2022-12-01_promotions.ts:10
RAISERROR(N'migsql: 19/49 upgrade a28bcdf6e598 promotions', 0, 1) WITH NOWAIT;
GO
CREATE TABLE promotion (
  code nvarchar(40) NOT NULL,
  title nvarchar(120) NOT NULL,
  discount_percent decimal(5, 2) NOT NULL,
  starts_on date NOT NULL,
  ends_on date NULL,
  max_uses bigint NOT NULL CONSTRAINT df_promotion__max_uses DEFAULT 9223372036854775807,
  condition nvarchar(max) NULL,
  CONSTRAINT pk_promotion PRIMARY KEY (code),
  CONSTRAINT ck_promotion_dates CHECK (ends_on >= starts_on),
  CONSTRAINT ck_promotion_discount CHECK (discount_percent BETWEEN 0 AND 100)
);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'what a basket must hold',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'promotion',
  @level2type = N'COLUMN', @level2name = N'condition';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
INSERT INTO promotion (code, title, discount_percent, starts_on, ends_on, max_uses, condition) VALUES
  (N'XMAS22', (N'Santa''s 15 % ' + NCHAR(8212) + N' ho ho ho ' + NCHAR(55356) + NCHAR(57221)), 15.00, '2022-12-01', '2022-12-24', 5000, (N'{"minTotal":49.9,"categories":["lighting"],"text":"from 49,90 ' + NCHAR(8364) + N' ' + NCHAR(8212) + N' \"while stock lasts\""}')),
  (N'FRIENDS', N'Friends & family', 20.00, '2023-01-01', NULL, 9223372036854775807, NULL);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'a28bcdf6e598' WHERE revision = N'6557269ccbd7';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision a28bcdf6e598: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 20/49 upgrade 33e76c107f09: wishlists
-- migrations/2023-02-14_wishlists.ts:9
RAISERROR(N'migsql: 20/49 upgrade 33e76c107f09 wishlists', 0, 1) WITH NOWAIT;
GO
CREATE TABLE wishlist (
  id bigint IDENTITY(1, 1) NOT NULL,
  public_id uniqueidentifier NOT NULL CONSTRAINT df_wishlist__public_id DEFAULT (NEWID()),
  customer_id bigint NOT NULL,
  title nvarchar(80) NOT NULL CONSTRAINT df_wishlist__title DEFAULT N'My wishlist',
  created_at datetimeoffset NOT NULL CONSTRAINT df_wishlist__created_at DEFAULT (SYSDATETIMEOFFSET()),
  updated_at datetimeoffset NULL,
  CONSTRAINT pk_wishlist PRIMARY KEY (id),
  CONSTRAINT uq_wishlist_public_id UNIQUE (public_id),
  CONSTRAINT fk_wishlist_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE
);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'for links sent to friends',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'wishlist',
  @level2type = N'COLUMN', @level2name = N'public_id';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
CREATE TABLE wishlist_item (
  wishlist_id bigint NOT NULL,
  product_id bigint NOT NULL,
  wish nvarchar(500) NULL,
  CONSTRAINT pk_wishlist_item PRIMARY KEY (wishlist_id, product_id),
  CONSTRAINT fk_wishlist_item_wishlist FOREIGN KEY (wishlist_id) REFERENCES wishlist (id) ON DELETE CASCADE,
  CONSTRAINT fk_wishlist_item_product FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE
);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'"the blue one, please"',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'wishlist_item',
  @level2type = N'COLUMN', @level2name = N'wish';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'33e76c107f09' WHERE revision = N'a28bcdf6e598';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 33e76c107f09: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 21/49 upgrade c82c0dc320b7: warehouses
-- migrations/2022-01-10_warehouses.ts:10
RAISERROR(N'migsql: 21/49 upgrade c82c0dc320b7 warehouses', 0, 1) WITH NOWAIT;
GO
CREATE TABLE warehouse (
  code nvarchar(8) NOT NULL,
  title nvarchar(80) NOT NULL,
  latitude float(53) NULL,
  longitude float(53) NULL,
  label_printer nvarchar(120) NULL,
  active bit NOT NULL CONSTRAINT df_warehouse__active DEFAULT 1,
  created_at datetimeoffset NOT NULL CONSTRAINT df_warehouse__created_at DEFAULT (SYSDATETIMEOFFSET()),
  updated_at datetimeoffset NULL,
  CONSTRAINT pk_warehouse PRIMARY KEY (code)
);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'UNC path',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'warehouse',
  @level2type = N'COLUMN', @level2name = N'label_printer';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
INSERT INTO warehouse (code, title, latitude, longitude, label_printer) VALUES
  (N'BER1', (N'Gro' + NCHAR(223) + N'beeren'), 52.3576e0, 13.3089e0, N'\\ber1-print\labels'),
  (N'BER2', N'Store (''Kasse 1'')', 52.4986e0, 13.4321e0, NULL),
  (N'WRO1', (N'Wroc' + NCHAR(322) + N'aw'), 51.1079e0, 17.0385e0, N'\\wro1-print\labels\A6'),
  (N'VLC1', (N'Val' + NCHAR(232) + N'ncia'), 39.4699e0, -0.3763e0, N'\\vlc1-print\labels');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
INSERT INTO migsql_version (revision) VALUES (N'c82c0dc320b7');
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision c82c0dc320b7: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 22/49 upgrade 935b43ea52d2: stock per warehouse
-- migrations/2022-01-19_stock.ts:8
RAISERROR(N'migsql: 22/49 upgrade 935b43ea52d2 stock per warehouse', 0, 1) WITH NOWAIT;
GO
CREATE TABLE stock (
  product_id bigint NOT NULL,
  warehouse_code nvarchar(8) NOT NULL,
  quantity int NOT NULL CONSTRAINT df_stock__quantity DEFAULT 0,
  counted_on date NULL,
  CONSTRAINT pk_stock PRIMARY KEY (product_id, warehouse_code),
  CONSTRAINT fk_stock_product FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE,
  CONSTRAINT fk_stock_warehouse FOREIGN KEY (warehouse_code) REFERENCES warehouse (code),
  CONSTRAINT ck_stock_quantity CHECK (quantity >= 0)
);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
INSERT INTO stock (product_id, warehouse_code) SELECT id, 'BER1' FROM product;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'935b43ea52d2' WHERE revision = N'c82c0dc320b7';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 935b43ea52d2: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 23/49 upgrade 831446a99908: stock movements
-- migrations/2022-02-23_stock_movements.ts:10
RAISERROR(N'migsql: 23/49 upgrade 831446a99908 stock movements', 0, 1) WITH NOWAIT;
GO
CREATE TABLE stock_movement (
  id bigint IDENTITY(1, 1) NOT NULL,
  product_id bigint NOT NULL,
  warehouse_code nvarchar(8) NOT NULL,
  quantity int NOT NULL,
  reason nvarchar(20) NOT NULL CONSTRAINT df_stock_movement__reason DEFAULT N'sale',
  note nvarchar(500) NULL,
  occurred_at datetimeoffset NOT NULL CONSTRAINT df_stock_movement__occurred_at DEFAULT (SYSDATETIMEOFFSET()),
  CONSTRAINT pk_stock_movement PRIMARY KEY (id),
  CONSTRAINT fk_stock_movement_stock FOREIGN KEY (product_id, warehouse_code) REFERENCES stock (product_id, warehouse_code)
);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'negative: taken out',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'stock_movement',
  @level2type = N'COLUMN', @level2name = N'quantity';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
CREATE INDEX ix_stock_movement_stock ON stock_movement (product_id, warehouse_code);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'831446a99908' WHERE revision = N'935b43ea52d2';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 831446a99908: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 24/49 upgrade 4cba307e3cd7: carriers and shipments
-- migrations/2022-05-04_shipments.ts:16
RAISERROR(N'migsql: 24/49 upgrade 4cba307e3cd7 carriers and shipments', 0, 1) WITH NOWAIT;
GO
CREATE TABLE carrier (
  code nvarchar(12) NOT NULL,
  title nvarchar(60) NOT NULL,
  tracking_url nvarchar(300) NULL,
  CONSTRAINT pk_carrier PRIMARY KEY (code)
);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'{number} stands for the tracking number',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'carrier',
  @level2type = N'COLUMN', @level2name = N'tracking_url';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
INSERT INTO carrier (code, title, tracking_url) VALUES
  (N'dhl', N'DHL', N'https://dhl.example/track?piece={number}&lang=de'),
  (N'inpost', (N'InPost (Paczkomat ''ca' + NCHAR(322) + N'odobowy'')'), N'https://inpost.example/#!:{number}'),
  (N'paeckli', (N'P' + NCHAR(228) + N'ckli ' + NCHAR(55357) + NCHAR(56550)), (N'https://paeckli.example/$' + N'(track)/{number}?ok=100%25')),
  (N'pickup', N'Picked up in the store', NULL);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
CREATE TABLE shipment (
  id bigint IDENTITY(1, 1) NOT NULL,
  order_id bigint NOT NULL,
  carrier_code nvarchar(12) NOT NULL,
  tracking_number nvarchar(40) NULL,
  weight nvarchar(12) NULL,
  shipped_at datetimeoffset NULL,
  CONSTRAINT pk_shipment PRIMARY KEY (id),
  CONSTRAINT fk_shipment_order FOREIGN KEY (order_id) REFERENCES sales_order (id) ON DELETE CASCADE
);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'grams, as the scale prints them',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'shipment',
  @level2type = N'COLUMN', @level2name = N'weight';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE shipment ADD CONSTRAINT fk_shipment_carrier FOREIGN KEY (carrier_code) REFERENCES carrier (code) ON UPDATE CASCADE;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'4cba307e3cd7' WHERE revision = N'831446a99908';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 4cba307e3cd7: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 25/49 upgrade 8440ea93a945: quantities beyond two billion
-- migrations/2022-09-15_larger_quantities.ts:12
RAISERROR(N'migsql: 25/49 upgrade 8440ea93a945 quantities beyond two billion', 0, 1) WITH NOWAIT;
GO
ALTER TABLE stock DROP CONSTRAINT ck_stock_quantity;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @drop nvarchar(max) = (
  SELECT N'ALTER TABLE stock DROP CONSTRAINT ' + QUOTENAME(name)
  FROM sys.default_constraints
  WHERE parent_object_id = OBJECT_ID(N'stock')
    AND COL_NAME(parent_object_id, parent_column_id) = N'quantity'
);
IF @drop IS NOT NULL EXEC sys.sp_executesql @drop;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE stock ALTER COLUMN quantity bigint NOT NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE stock ADD CONSTRAINT df_stock__quantity DEFAULT 0 FOR quantity;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE stock ADD CONSTRAINT ck_stock_quantity CHECK (quantity >= 0);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE stock_movement ALTER COLUMN quantity bigint NOT NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'8440ea93a945' WHERE revision = N'4cba307e3cd7';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 8440ea93a945: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 26/49 upgrade e5c851b65ffb: shipment weight as a number
-- migrations/2022-11-07_shipment_weight.ts:23
RAISERROR(N'migsql: 26/49 upgrade e5c851b65ffb shipment weight as a number', 0, 1) WITH NOWAIT;
GO
ALTER TABLE shipment ALTER COLUMN weight int NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_updateextendedproperty @name = N'MS_Description', @value = N'grams, packaging included',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'shipment',
  @level2type = N'COLUMN', @level2name = N'weight';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
EXEC @result = sp_rename N'shipment.weight', N'weight_g', N'COLUMN';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'e5c851b65ffb' WHERE revision = N'8440ea93a945';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision e5c851b65ffb: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 27/49 upgrade 08c7186d01d3: reasons of stock movements by code
-- migrations/2023-01-30_movement_reasons.ts:8
RAISERROR(N'migsql: 27/49 upgrade 08c7186d01d3 reasons of stock movements by code', 0, 1) WITH NOWAIT;
GO
DECLARE @result int = 0;
EXEC @result = sp_rename N'stock_movement.reason', N'reason_code', N'COLUMN';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
IF OBJECT_ID(N'df_stock_movement__reason', N'D') IS NOT NULL
  EXEC @result = sp_rename N'df_stock_movement__reason', N'df_stock_movement__reason_code', N'OBJECT';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @drop nvarchar(max) = (
  SELECT N'ALTER TABLE stock_movement DROP CONSTRAINT ' + QUOTENAME(name)
  FROM sys.default_constraints
  WHERE parent_object_id = OBJECT_ID(N'stock_movement')
    AND COL_NAME(parent_object_id, parent_column_id) = N'reason_code'
);
IF @drop IS NOT NULL EXEC sys.sp_executesql @drop;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'SALE, RETURN, COUNT, SCRAP; see \\wiki\stock',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'stock_movement',
  @level2type = N'COLUMN', @level2name = N'reason_code';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE stock_movement SET reason_code = upper(reason_code);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'append-only: a mistake is undone by a second movement',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'stock_movement';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'08c7186d01d3' WHERE revision = N'e5c851b65ffb';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 08c7186d01d3: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 28/49 upgrade c487449a3cc2: pick lists
-- migrations/2023-03-20_pick_lists.ts:10
RAISERROR(N'migsql: 28/49 upgrade c487449a3cc2 pick lists', 0, 1) WITH NOWAIT;
GO
CREATE TABLE pick_list (
  id bigint IDENTITY(1, 1) NOT NULL,
  warehouse_code nvarchar(8) NOT NULL,
  device_id uniqueidentifier NULL,
  started_at datetimeoffset NULL,
  done bit NOT NULL CONSTRAINT df_pick_list__done DEFAULT 0,
  CONSTRAINT pk_pick_list PRIMARY KEY (id),
  CONSTRAINT fk_pick_list_warehouse FOREIGN KEY (warehouse_code) REFERENCES warehouse (code)
);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'the handheld that walks it',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'pick_list',
  @level2type = N'COLUMN', @level2name = N'device_id';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
CREATE TABLE pick_list_line (
  pick_list_id bigint NOT NULL,
  stop_no smallint NOT NULL,
  order_id bigint NOT NULL,
  order_line_no smallint NOT NULL,
  picked int NOT NULL CONSTRAINT df_pick_list_line__picked DEFAULT 0,
  CONSTRAINT pk_pick_list_line PRIMARY KEY (pick_list_id, stop_no),
  CONSTRAINT fk_pick_list_line_list FOREIGN KEY (pick_list_id) REFERENCES pick_list (id) ON DELETE CASCADE,
  CONSTRAINT fk_pick_list_line_order_line FOREIGN KEY (order_id, order_line_no) REFERENCES order_line (order_id, line_no)
);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'c487449a3cc2' WHERE revision = N'08c7186d01d3';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision c487449a3cc2: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 29/49 upgrade 76a22f968352: "tell me when it is back"
-- migrations/2023-04-03_back_in_stock.ts:9
RAISERROR(N'migsql: 29/49 upgrade 76a22f968352 "tell me when it is back"', 0, 1) WITH NOWAIT;
GO
CREATE TABLE back_in_stock_alert (
  email nvarchar(254) NOT NULL,
  product_id bigint NOT NULL,
  warehouse_code nvarchar(8) NOT NULL,
  asked_on date NOT NULL,
  CONSTRAINT pk_back_in_stock_alert PRIMARY KEY (email, product_id, warehouse_code),
  CONSTRAINT fk_back_in_stock_alert_stock FOREIGN KEY (product_id, warehouse_code) REFERENCES stock (product_id, warehouse_code) ON DELETE CASCADE
);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'76a22f968352' WHERE revision = N'33e76c107f09';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 76a22f968352: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 30/49 upgrade 127eb5c32a9d: merge storefront and warehouse
-- migrations/2023-05-22_merge_storefront_and_warehouse.ts
RAISERROR(N'migsql: 30/49 upgrade 127eb5c32a9d merge storefront and warehouse', 0, 1) WITH NOWAIT;
GO
DELETE FROM migsql_version WHERE revision = N'76a22f968352';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 127eb5c32a9d: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'127eb5c32a9d' WHERE revision = N'c487449a3cc2';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 127eb5c32a9d: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 31/49 upgrade b11ef72a092c: public ids for customers
-- migrations/2023-06-19_customer_public_ids.ts:9
RAISERROR(N'migsql: 31/49 upgrade b11ef72a092c public ids for customers', 0, 1) WITH NOWAIT;
GO
ALTER TABLE customer ADD public_id uniqueidentifier NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE customer SET public_id = NEWID();
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE customer ALTER COLUMN public_id uniqueidentifier NOT NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE customer ADD CONSTRAINT uq_customer_public_id UNIQUE (public_id);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'b11ef72a092c' WHERE revision = N'127eb5c32a9d';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision b11ef72a092c: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 32/49 upgrade de7d2bcc34cd: several addresses per customer
-- migrations/2023-07-31_customer_addresses.ts:25
RAISERROR(N'migsql: 32/49 upgrade de7d2bcc34cd several addresses per customer', 0, 1) WITH NOWAIT;
GO
CREATE TABLE customer_address (
  customer_id bigint NOT NULL,
  kind nvarchar(10) NOT NULL,
  street nvarchar(200) NULL,
  postal_code nvarchar(16) NULL,
  city nvarchar(120) NULL,
  country_code nvarchar(2) NULL,
  CONSTRAINT pk_customer_address PRIMARY KEY (customer_id, kind),
  CONSTRAINT fk_customer_address_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE,
  CONSTRAINT fk_customer_address_country FOREIGN KEY (country_code) REFERENCES country (code)
);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'at most one address of each kind',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'customer_address';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'billing, delivery',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'customer_address',
  @level2type = N'COLUMN', @level2name = N'kind';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'checked against the country',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'customer_address',
  @level2type = N'COLUMN', @level2name = N'postal_code';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
INSERT INTO customer_address (customer_id, kind, street, postal_code, city, country_code)
      SELECT id, 'billing', street, postal_code, city, country_code FROM customer
      WHERE street IS NOT NULL OR postal_code IS NOT NULL OR city IS NOT NULL OR country_code IS NOT NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE customer DROP CONSTRAINT fk_customer_country;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE customer DROP COLUMN street;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE customer DROP COLUMN postal_code;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE customer DROP COLUMN city;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE customer DROP COLUMN country_code;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'de7d2bcc34cd' WHERE revision = N'b11ef72a092c';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision de7d2bcc34cd: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 33/49 upgrade ef4027880414: drop newsletter subscriptions
-- migrations/2023-10-09_drop_newsletter.ts:8
RAISERROR(N'migsql: 33/49 upgrade ef4027880414 drop newsletter subscriptions', 0, 1) WITH NOWAIT;
GO
DROP TABLE newsletter_subscription;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'ef4027880414' WHERE revision = N'de7d2bcc34cd';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision ef4027880414: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 34/49 upgrade 4e2316eb118a: mail templates
-- migrations/2023-11-14_mail_templates.ts:9
RAISERROR(N'migsql: 34/49 upgrade 4e2316eb118a mail templates', 0, 1) WITH NOWAIT;
GO
CREATE TABLE mail_template (
  code nvarchar(40) NOT NULL,
  locale nvarchar(5) NOT NULL,
  subject nvarchar(200) NOT NULL,
  body nvarchar(max) NOT NULL,
  CONSTRAINT pk_mail_template PRIMARY KEY (code, locale)
);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
INSERT INTO mail_template (code, locale, subject, body) VALUES
  (N'order_confirmation', N'en', N'We''ve got your order {{number}}', (N'Dear {{name}},' + NCHAR(10) + NCHAR(10) + N'thank you for your order; it''s on its way through our warehouse.' + NCHAR(10) + NCHAR(10) + N'Total: {{total}} ({{lines}} item(s), VAT incl.)' + NCHAR(10) + N'Track it: https://shop.example/o/:number?a=1&b=$' + N'(ref)' + NCHAR(10) + NCHAR(10) + N'-- ' + NCHAR(10) + N'The shop' + NCHAR(10) + N'G' + NCHAR(246) + N'rlitzer Stra' + NCHAR(223) + N'e 12, Berlin' + NCHAR(10))),
  (N'order_confirmation', N'de', N'Ihre Bestellung {{number}} ist da', (N'Guten Tag {{name}},' + NCHAR(10) + NCHAR(10) + N'vielen Dank f' + NCHAR(252) + N'r Ihre Bestellung ' + NCHAR(8211) + N' wir packen schon.' + NCHAR(10) + NCHAR(10) + N'Summe: {{total}}' + NCHAR(10) + NCHAR(10) + N'-- ' + NCHAR(10) + N'Ihr Shop' + NCHAR(10) + NCHAR(8222) + N'Haus & Garten' + NCHAR(8220) + NCHAR(10))),
  (N'shipped', N'en', (N'Ready, steady ' + NCHAR(8230)), (N'READY' + NCHAR(10) + N'STEADY' + NCHAR(10) + N'GO' + NCHAR(10) + NCHAR(10) + N'Your parcel left us today.' + NCHAR(10) + N'/' + NCHAR(10) + N'The shop team' + NCHAR(10))),
  (N'shipped', N'pl', (N'Paczka w drodze ' + NCHAR(55357) + NCHAR(56550)), (N'Dzie' + NCHAR(324) + N' dobry {{name}},' + NCHAR(13) + NCHAR(10) + NCHAR(13) + NCHAR(10) + N'Twoja paczka jest ju' + NCHAR(380) + N' w drodze;' + NCHAR(13) + NCHAR(10) + N'numer: {{tracking}}.' + NCHAR(13) + NCHAR(10) + N'.' + NCHAR(13) + NCHAR(10) + N'Zesp' + NCHAR(243) + NCHAR(322) + N' sklepu')),
  (N'till_receipt', N'de', N'Kassenbon', (NCHAR(9) + N'Kasse 1' + NCHAR(10) + NCHAR(9) + N'------' + NCHAR(10) + N'{{lines}}' + NCHAR(10) + NCHAR(9) + N'======' + NCHAR(10) + NCHAR(9) + N'Summe {{total}}' + NCHAR(10) + NCHAR(10) + N'\\ber2-print\receipts /* Vorlage: C:\Vorlagen\bon.txt */ ''Danke!'' -- "Bis bald"'));
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'4e2316eb118a' WHERE revision = N'ef4027880414';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 4e2316eb118a: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 35/49 upgrade 200fada528d8: deleted rows stay for ninety days
-- migrations/2024-01-16_soft_delete.ts:10
RAISERROR(N'migsql: 35/49 upgrade 200fada528d8 deleted rows stay for ninety days', 0, 1) WITH NOWAIT;
GO
ALTER TABLE product ADD deleted_at datetimeoffset NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'hidden since then',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'product',
  @level2type = N'COLUMN', @level2name = N'deleted_at';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE category ADD deleted_at datetimeoffset NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'hidden since then',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'category',
  @level2type = N'COLUMN', @level2name = N'deleted_at';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE promotion ADD deleted_at datetimeoffset NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'hidden since then',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'promotion',
  @level2type = N'COLUMN', @level2name = N'deleted_at';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE review ADD deleted_at datetimeoffset NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'hidden since then',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'review',
  @level2type = N'COLUMN', @level2name = N'deleted_at';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'200fada528d8' WHERE revision = N'4e2316eb118a';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 200fada528d8: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 36/49 upgrade 770ead80b8b5: order states
-- migrations/2024-03-25_order_states.ts:4
RAISERROR(N'migsql: 36/49 upgrade 770ead80b8b5 order states', 0, 1) WITH NOWAIT;
GO
DECLARE @drop nvarchar(max) = (
  SELECT N'ALTER TABLE sales_order DROP CONSTRAINT ' + QUOTENAME(name)
  FROM sys.default_constraints
  WHERE parent_object_id = OBJECT_ID(N'sales_order')
    AND COL_NAME(parent_object_id, parent_column_id) = N'state'
);
IF @drop IS NOT NULL EXEC sys.sp_executesql @drop;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE sales_order ADD CONSTRAINT df_sales_order__state DEFAULT N'new' FOR state;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'new, paid, packed, shipped, done, cancelled',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'sales_order',
  @level2type = N'COLUMN', @level2name = N'state';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE sales_order SET state = 'new' WHERE state = 'open';
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE sales_order ADD CONSTRAINT ck_sales_order_state CHECK (state IN ('new', 'paid', 'packed', 'shipped', 'done', 'cancelled'));
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @drop nvarchar(max) = (
  SELECT N'ALTER TABLE sales_order DROP CONSTRAINT ' + QUOTENAME(name)
  FROM sys.default_constraints
  WHERE parent_object_id = OBJECT_ID(N'sales_order')
    AND COL_NAME(parent_object_id, parent_column_id) = N'placed_at'
);
IF @drop IS NOT NULL EXEC sys.sp_executesql @drop;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'770ead80b8b5' WHERE revision = N'200fada528d8';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 770ead80b8b5: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 37/49 upgrade 1565fc00a8a4: prices with four decimals, titles no longer unique
-- migrations/2024-05-13_finer_prices.ts:10
RAISERROR(N'migsql: 37/49 upgrade 1565fc00a8a4 prices with four decimals, titles no longer unique', 0, 1) WITH NOWAIT;
GO
ALTER TABLE product ALTER COLUMN price decimal(12, 4) NOT NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_updateextendedproperty @name = N'MS_Description', @value = N'net, EUR',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'product',
  @level2type = N'COLUMN', @level2name = N'price';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE order_line ALTER COLUMN unit_price decimal(12, 4) NOT NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE product DROP CONSTRAINT uq_product_title;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'1565fc00a8a4' WHERE revision = N'770ead80b8b5';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 1565fc00a8a4: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 38/49 upgrade f2496a629154: sign-ins
-- migrations/2024-09-02_login_events.ts:8
RAISERROR(N'migsql: 38/49 upgrade f2496a629154 sign-ins', 0, 1) WITH NOWAIT;
GO
CREATE TABLE login_event (
  id bigint IDENTITY(1, 1) NOT NULL,
  customer_id bigint NOT NULL,
  ip_address varchar(45) NULL,
  user_agent nvarchar(500) NULL,
  succeeded bit NOT NULL,
  risk real NULL,
  occurred_at datetimeoffset NOT NULL CONSTRAINT df_login_event__occurred_at DEFAULT (SYSDATETIMEOFFSET()),
  CONSTRAINT pk_login_event PRIMARY KEY (id),
  CONSTRAINT fk_login_event_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE
);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME(), @comment nvarchar(3750) = (N'0 ' + NCHAR(8230) + N' 1');
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = @comment,
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'login_event',
  @level2type = N'COLUMN', @level2name = N'risk';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
CREATE INDEX ix_login_event_occurred_at ON login_event (occurred_at DESC);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'f2496a629154' WHERE revision = N'1565fc00a8a4';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision f2496a629154: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 39/49 upgrade 21617ee745e9: comments the auditors asked for
-- migrations/2024-11-04_comments.ts:11
RAISERROR(N'migsql: 39/49 upgrade 21617ee745e9 comments the auditors asked for', 0, 1) WITH NOWAIT;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME(), @comment nvarchar(3750) = (N'personal data: erased three years after the last order (DPA ' + NCHAR(167) + N'4)');
EXEC @result = sys.sp_updateextendedproperty @name = N'MS_Description', @value = @comment,
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'customer';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_dropextendedproperty @name = N'MS_Description',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'country';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_updateextendedproperty @name = N'MS_Description', @value = N'personal data',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'customer',
  @level2type = N'COLUMN', @level2name = N'email';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_updateextendedproperty @name = N'MS_Description', @value = N'personal data',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'customer',
  @level2type = N'COLUMN', @level2name = N'display_name';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'personal data',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'customer',
  @level2type = N'COLUMN', @level2name = N'phone';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_dropextendedproperty @name = N'MS_Description',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'product',
  @level2type = N'COLUMN', @level2name = N'sku';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'sum of the lines, in the order''s currency; 100 % "gross"',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'sales_order',
  @level2type = N'COLUMN', @level2name = N'total';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'21617ee745e9' WHERE revision = N'f2496a629154';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 21617ee745e9: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 40/49 upgrade 652ad4a05dd7: VAT rates refer to countries
-- migrations/2021-09-21_tax_rates_by_country.ts:9
RAISERROR(N'migsql: 40/49 upgrade 652ad4a05dd7 VAT rates refer to countries', 0, 1) WITH NOWAIT;
GO
ALTER TABLE tax_rate ADD CONSTRAINT fk_tax_rate_country FOREIGN KEY (country_code) REFERENCES country (code);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'652ad4a05dd7' WHERE revision = N'0cc7be2cb74f';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 652ad4a05dd7: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 41/49 upgrade 89973edcc47e: invoices
-- migrations/2021-10-12_invoices.ts:14
RAISERROR(N'migsql: 41/49 upgrade 89973edcc47e invoices', 0, 1) WITH NOWAIT;
GO
CREATE TABLE invoice (
  id bigint IDENTITY(1, 1) NOT NULL,
  number nvarchar(20) NOT NULL,
  order_id bigint NOT NULL,
  state nvarchar(9) NOT NULL CONSTRAINT df_invoice__state DEFAULT N'draft' CONSTRAINT ck_invoice__state CHECK (state IN (N'draft', N'sent', N'paid', N'cancelled')),
  issued_on date NOT NULL,
  due_on date NOT NULL,
  paid_at datetimeoffset NULL,
  currency_code nvarchar(3) NOT NULL,
  total decimal(14, 2) NOT NULL,
  CONSTRAINT pk_invoice PRIMARY KEY (id),
  CONSTRAINT uq_invoice_number UNIQUE (number),
  CONSTRAINT fk_invoice_order FOREIGN KEY (order_id) REFERENCES sales_order (id),
  CONSTRAINT ck_invoice_due_on CHECK (due_on >= issued_on)
);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'without gaps, by law',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'invoice',
  @level2type = N'COLUMN', @level2name = N'number';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'89973edcc47e' WHERE revision = N'652ad4a05dd7';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 89973edcc47e: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 42/49 upgrade 64eb9211cd60: invoice lines
-- migrations/2021-10-13_invoice_lines.ts:8
RAISERROR(N'migsql: 42/49 upgrade 64eb9211cd60 invoice lines', 0, 1) WITH NOWAIT;
GO
CREATE TABLE invoice_line (
  invoice_id bigint NOT NULL,
  line_no smallint NOT NULL,
  title nvarchar(200) NOT NULL,
  quantity decimal(12, 3) NOT NULL CONSTRAINT df_invoice_line__quantity DEFAULT 1,
  unit_price decimal(12, 4) NOT NULL,
  tax_rate decimal(5, 4) NOT NULL,
  CONSTRAINT pk_invoice_line PRIMARY KEY (invoice_id, line_no),
  CONSTRAINT fk_invoice_line_invoice FOREIGN KEY (invoice_id) REFERENCES invoice (id) ON DELETE CASCADE
);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'copied: products change, invoices do not',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'invoice_line',
  @level2type = N'COLUMN', @level2name = N'title';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'64eb9211cd60' WHERE revision = N'89973edcc47e';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 64eb9211cd60: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 43/49 upgrade 1c878c3de7c6: payments
-- migrations/2022-01-17_payments.ts:14
RAISERROR(N'migsql: 43/49 upgrade 1c878c3de7c6 payments', 0, 1) WITH NOWAIT;
GO
CREATE TABLE payment (
  id bigint IDENTITY(1, 1) NOT NULL,
  invoice_id bigint NOT NULL,
  kind nvarchar(13) NOT NULL CONSTRAINT ck_payment__kind CHECK (kind IN (N'card', N'paypal', N'bank_transfer', N'cash')),
  amount decimal(14, 2) NOT NULL,
  received_at datetimeoffset NOT NULL,
  provider_reference uniqueidentifier NULL,
  provider_response nvarchar(max) NULL,
  created_at datetimeoffset NOT NULL CONSTRAINT df_payment__created_at DEFAULT (SYSDATETIMEOFFSET()),
  updated_at datetimeoffset NULL,
  CONSTRAINT pk_payment PRIMARY KEY (id),
  CONSTRAINT fk_payment_invoice FOREIGN KEY (invoice_id) REFERENCES invoice (id),
  CONSTRAINT ck_payment_amount CHECK (amount <> 0)
);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = N'negative: paid back',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'payment',
  @level2type = N'COLUMN', @level2name = N'amount';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'1c878c3de7c6' WHERE revision = N'64eb9211cd60';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 1c878c3de7c6: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 44/49 upgrade a5c9bc130ca6: reminders for unpaid invoices
-- migrations/2022-06-08_reminders.ts:8
RAISERROR(N'migsql: 44/49 upgrade a5c9bc130ca6 reminders for unpaid invoices', 0, 1) WITH NOWAIT;
GO
ALTER TABLE invoice ADD reminder_level smallint NOT NULL CONSTRAINT df_invoice__reminder_level DEFAULT 0;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME(), @comment nvarchar(3750) = (N'0: none yet ' + NCHAR(8230) + N' 3: "last chance", then the lawyers');
EXEC @result = sys.sp_addextendedproperty @name = N'MS_Description', @value = @comment,
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'invoice',
  @level2type = N'COLUMN', @level2name = N'reminder_level';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE invoice ADD reminded_on date NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE invoice ADD CONSTRAINT ck_invoice_reminder_level CHECK (reminder_level BETWEEN 0 AND 3);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'a5c9bc130ca6' WHERE revision = N'1c878c3de7c6';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision a5c9bc130ca6: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 45/49 upgrade aff07711ae8e: payment methods as a table, not an enum
-- migrations/2023-09-18_payment_methods.ts:15
RAISERROR(N'migsql: 45/49 upgrade aff07711ae8e payment methods as a table, not an enum', 0, 1) WITH NOWAIT;
GO
CREATE TABLE payment_method (
  code nvarchar(20) NOT NULL,
  title nvarchar(80) NOT NULL,
  fee_percent decimal(5, 2) NOT NULL CONSTRAINT df_payment_method__fee_percent DEFAULT 0,
  active bit NOT NULL CONSTRAINT df_payment_method__active DEFAULT 1,
  CONSTRAINT pk_payment_method PRIMARY KEY (code)
);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
INSERT INTO payment_method (code, title, fee_percent, active) VALUES
  (N'card', N'Credit or debit card', 1.40, 1),
  (N'paypal', N'PayPal', 2.49, 1),
  (N'bank_transfer', (NCHAR(220) + N'berweisung / bank transfer'), 0.00, 1),
  (N'cash', N'Cash (till only)', 0.00, 1),
  (N'twint', N'TWINT', 1.30, 0);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE payment ADD method_code nvarchar(20) NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE payment SET method_code = kind;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE payment ALTER COLUMN method_code nvarchar(20) NOT NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE payment ADD CONSTRAINT fk_payment_method FOREIGN KEY (method_code) REFERENCES payment_method (code);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE payment DROP CONSTRAINT ck_payment__kind;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE payment DROP COLUMN kind;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'aff07711ae8e' WHERE revision = N'a5c9bc130ca6';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision aff07711ae8e: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 46/49 upgrade 40b98662ef5a: find unpaid invoices fast
-- migrations/2024-02-12_unpaid_invoices.ts:3
RAISERROR(N'migsql: 46/49 upgrade 40b98662ef5a find unpaid invoices fast', 0, 1) WITH NOWAIT;
GO
CREATE INDEX ix_invoice_unpaid ON invoice (due_on) WHERE paid_at IS NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'40b98662ef5a' WHERE revision = N'aff07711ae8e';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 40b98662ef5a: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 47/49 upgrade dde8be449d7f: merge billing
-- migrations/2025-02-10_merge_billing.ts:12
RAISERROR(N'migsql: 47/49 upgrade dde8be449d7f merge billing', 0, 1) WITH NOWAIT;
GO
ALTER TABLE invoice ADD CONSTRAINT fk_invoice_currency FOREIGN KEY (currency_code) REFERENCES currency (code);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DELETE FROM migsql_version WHERE revision = N'21617ee745e9';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision dde8be449d7f: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'dde8be449d7f' WHERE revision = N'40b98662ef5a';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision dde8be449d7f: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 48/49 upgrade 360b2a79be25: view of overdue invoices
-- migrations/2025-04-07_overdue_invoices.sql:20
RAISERROR(N'migsql: 48/49 upgrade 360b2a79be25 view of overdue invoices', 0, 1) WITH NOWAIT;
GO
CREATE VIEW overdue_invoice AS
SELECT i.id, i.number, i.total, i.reminder_level, datediff(day, i.due_on, getdate()) AS days_overdue
FROM invoice i
WHERE i.paid_at IS NULL AND i.due_on < CAST(getdate() AS date);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'360b2a79be25' WHERE revision = N'dde8be449d7f';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 360b2a79be25: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 49/49 upgrade c4e01ec1d4be: drop notes of orders
-- migrations/2025-09-15_drop_order_notes.ts:8
RAISERROR(N'migsql: 49/49 upgrade c4e01ec1d4be drop notes of orders', 0, 1) WITH NOWAIT;
GO
ALTER TABLE sales_order DROP COLUMN note;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'c4e01ec1d4be' WHERE revision = N'360b2a79be25';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision c4e01ec1d4be: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
COMMIT TRANSACTION;
IF @@ERROR = 0 AND @@TRANCOUNT = 0 EXEC sys.sp_set_session_context @key = N'migsql_block', @value = 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 0 SET NOEXEC ON;
GO

-- The end. Under NOEXEC the first lines do not run, so that @migsql_ok stays unset; SET NOEXEC OFF always does.
DECLARE @migsql_ok int;
IF @@ERROR = 0 AND @@TRANCOUNT = 0 AND CAST(SESSION_CONTEXT(N'migsql_block') AS int) = 1 SET @migsql_ok = 1;
SET NOEXEC OFF;
DECLARE @block int = ISNULL(CAST(SESSION_CONTEXT(N'migsql_block') AS int), -1), @options int = ISNULL(CAST(SESSION_CONTEXT(N'migsql_options') AS int), 0);
-- What is open still is the script's own, unless it was refused before it began.
IF @@TRANCOUNT > 0 AND @block >= 0 ROLLBACK TRANSACTION;
EXEC sys.sp_set_session_context @key = N'migsql_block', @value = -1;
SET LOCK_TIMEOUT -1;
IF (@options & 16384) = 0 SET XACT_ABORT OFF;
IF (@options & 512) = 0 SET NOCOUNT OFF;
IF (@options & 2) = 2 SET IMPLICIT_TRANSACTIONS ON;
IF @migsql_ok IS NULL
BEGIN
  DECLARE @message nvarchar(2048) = CONCAT(N'migsql: STOPPED, ', CASE WHEN @block < 0 THEN 0 ELSE @block END, N' of 1 blocks are there whole and nothing of the others; see "if it stops" at the top of the script');
  RAISERROR(N'%s', 16, 1, @message);
END;
IF @migsql_ok = 1 PRINT N'migsql: OK base -> c4e01ec1d4be';
GO

-- end: c4e01ec1d4be
