-- migsql 0.1.0: downgrade script for SQL Server
--
-- from    c4e01ec1d4be
-- to      base
-- steps   49
-- server  SQL Server 2016 or later
-- atomic  YES: one transaction, all or nothing
-- waits   for a lock 5 s, for a statement no limit
-- render  migsql render c4e01ec1d4be:base --dialect mssql --transaction script --client sqlcmd
-- run     sqlcmd -S SERVER -d DATABASE -b -I -x -i FILE
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

-- 1/49 downgrade c4e01ec1d4be: drop notes of orders
-- migrations/2025-09-15_drop_order_notes.ts:8
RAISERROR(N'migsql: 1/49 downgrade c4e01ec1d4be drop notes of orders', 0, 1) WITH NOWAIT;
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
-- The version table must hold [c4e01ec1d4be].
DECLARE @found nvarchar(max) = N'base', @sql nvarchar(max) = N'SET @found = ISNULL(STUFF((SELECT N'', '' + revision FROM migsql_version ORDER BY revision COLLATE Latin1_General_BIN2 FOR XML PATH(N''''), TYPE).value(N''.'', N''nvarchar(max)''), 1, 2, N''''), N''base'')';
IF OBJECT_ID(N'migsql_version', N'U') IS NOT NULL EXEC sys.sp_executesql @sql, N'@found nvarchar(max) OUTPUT', @found OUTPUT;
IF @found COLLATE Latin1_General_BIN2 <> N'c4e01ec1d4be'
BEGIN
  DECLARE @message nvarchar(2048) = REPLACE(CONCAT(N'migsql: block 1 starts at [', N'c4e01ec1d4be', N'], but the version table holds [', @found, N']'), N'%', N'%%');
  THROW 50003, @message, 1;
END;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE sales_order ADD note nvarchar(max) NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'360b2a79be25' WHERE revision = N'c4e01ec1d4be';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision c4e01ec1d4be: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 2/49 downgrade 360b2a79be25: view of overdue invoices
-- migrations/2025-04-07_overdue_invoices.sql:39
RAISERROR(N'migsql: 2/49 downgrade 360b2a79be25 view of overdue invoices', 0, 1) WITH NOWAIT;
GO
DROP VIEW overdue_invoice;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'dde8be449d7f' WHERE revision = N'360b2a79be25';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 360b2a79be25: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 3/49 downgrade dde8be449d7f: merge billing
-- migrations/2025-02-10_merge_billing.ts:15
RAISERROR(N'migsql: 3/49 downgrade dde8be449d7f merge billing', 0, 1) WITH NOWAIT;
GO
ALTER TABLE invoice DROP CONSTRAINT fk_invoice_currency;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
INSERT INTO migsql_version (revision) VALUES (N'21617ee745e9');
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision dde8be449d7f: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'40b98662ef5a' WHERE revision = N'dde8be449d7f';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision dde8be449d7f: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 4/49 downgrade 40b98662ef5a: find unpaid invoices fast
-- migrations/2024-02-12_unpaid_invoices.ts:3
RAISERROR(N'migsql: 4/49 downgrade 40b98662ef5a find unpaid invoices fast', 0, 1) WITH NOWAIT;
GO
DROP INDEX ix_invoice_unpaid ON invoice;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'aff07711ae8e' WHERE revision = N'40b98662ef5a';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 40b98662ef5a: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 5/49 downgrade aff07711ae8e: payment methods as a table, not an enum
-- migrations/2023-09-18_payment_methods.ts:43
RAISERROR(N'migsql: 5/49 downgrade aff07711ae8e payment methods as a table, not an enum', 0, 1) WITH NOWAIT;
GO
ALTER TABLE payment ADD kind nvarchar(13) NOT NULL CONSTRAINT df_payment__kind DEFAULT N'bank_transfer' CONSTRAINT ck_payment__kind CHECK (kind IN (N'card', N'paypal', N'bank_transfer', N'cash'));
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE payment SET kind = method_code
      WHERE method_code IN ('card', 'paypal', 'bank_transfer', 'cash');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @drop nvarchar(max) = (
  SELECT N'ALTER TABLE payment DROP CONSTRAINT ' + QUOTENAME(name)
  FROM sys.default_constraints
  WHERE parent_object_id = OBJECT_ID(N'payment')
    AND COL_NAME(parent_object_id, parent_column_id) = N'kind'
);
IF @drop IS NOT NULL EXEC sys.sp_executesql @drop;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE payment DROP CONSTRAINT fk_payment_method;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE payment DROP COLUMN method_code;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DROP TABLE payment_method;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'a5c9bc130ca6' WHERE revision = N'aff07711ae8e';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision aff07711ae8e: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 6/49 downgrade a5c9bc130ca6: reminders for unpaid invoices
-- migrations/2022-06-08_reminders.ts:17
RAISERROR(N'migsql: 6/49 downgrade a5c9bc130ca6 reminders for unpaid invoices', 0, 1) WITH NOWAIT;
GO
ALTER TABLE invoice DROP CONSTRAINT ck_invoice_reminder_level;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE invoice DROP COLUMN reminded_on;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @drop nvarchar(max) = (
  SELECT N'ALTER TABLE invoice DROP CONSTRAINT ' + QUOTENAME(name)
  FROM sys.default_constraints
  WHERE parent_object_id = OBJECT_ID(N'invoice')
    AND COL_NAME(parent_object_id, parent_column_id) = N'reminder_level'
);
IF @drop IS NOT NULL EXEC sys.sp_executesql @drop;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE invoice DROP COLUMN reminder_level;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'1c878c3de7c6' WHERE revision = N'a5c9bc130ca6';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision a5c9bc130ca6: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 7/49 downgrade 1c878c3de7c6: payments
-- migrations/2022-01-17_payments.ts:14
RAISERROR(N'migsql: 7/49 downgrade 1c878c3de7c6 payments', 0, 1) WITH NOWAIT;
GO
DROP TABLE payment;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'64eb9211cd60' WHERE revision = N'1c878c3de7c6';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 1c878c3de7c6: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 8/49 downgrade 64eb9211cd60: invoice lines
-- migrations/2021-10-13_invoice_lines.ts:8
RAISERROR(N'migsql: 8/49 downgrade 64eb9211cd60 invoice lines', 0, 1) WITH NOWAIT;
GO
DROP TABLE invoice_line;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'89973edcc47e' WHERE revision = N'64eb9211cd60';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 64eb9211cd60: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 9/49 downgrade 89973edcc47e: invoices
-- migrations/2021-10-12_invoices.ts:14
RAISERROR(N'migsql: 9/49 downgrade 89973edcc47e invoices', 0, 1) WITH NOWAIT;
GO
DROP TABLE invoice;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'652ad4a05dd7' WHERE revision = N'89973edcc47e';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 89973edcc47e: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 10/49 downgrade 652ad4a05dd7: VAT rates refer to countries
-- migrations/2021-09-21_tax_rates_by_country.ts:9
RAISERROR(N'migsql: 10/49 downgrade 652ad4a05dd7 VAT rates refer to countries', 0, 1) WITH NOWAIT;
GO
ALTER TABLE tax_rate DROP CONSTRAINT fk_tax_rate_country;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'0cc7be2cb74f' WHERE revision = N'652ad4a05dd7';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 652ad4a05dd7: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 11/49 downgrade 21617ee745e9: comments the auditors asked for
-- migrations/2024-11-04_comments.ts:15
RAISERROR(N'migsql: 11/49 downgrade 21617ee745e9 comments the auditors asked for', 0, 1) WITH NOWAIT;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_dropextendedproperty @name = N'MS_Description',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'sales_order',
  @level2type = N'COLUMN', @level2name = N'total';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
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
EXEC @result = sys.sp_dropextendedproperty @name = N'MS_Description',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'customer',
  @level2type = N'COLUMN', @level2name = N'phone';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_updateextendedproperty @name = N'MS_Description', @value = N'person or company, as on the parcel',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'customer',
  @level2type = N'COLUMN', @level2name = N'display_name';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_updateextendedproperty @name = N'MS_Description', @value = N'login, and where mails go',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'customer',
  @level2type = N'COLUMN', @level2name = N'email';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
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
EXEC @result = sys.sp_updateextendedproperty @name = N'MS_Description', @value = N'who buys; one row per account, the shop''s own till included',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'customer';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'f2496a629154' WHERE revision = N'21617ee745e9';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 21617ee745e9: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 12/49 downgrade f2496a629154: sign-ins
-- migrations/2024-09-02_login_events.ts:19
RAISERROR(N'migsql: 12/49 downgrade f2496a629154 sign-ins', 0, 1) WITH NOWAIT;
GO
DROP INDEX ix_login_event_occurred_at ON login_event;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DROP TABLE login_event;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'1565fc00a8a4' WHERE revision = N'f2496a629154';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision f2496a629154: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 13/49 downgrade 1565fc00a8a4: prices with four decimals, titles no longer unique
-- migrations/2024-05-13_finer_prices.ts:15
RAISERROR(N'migsql: 13/49 downgrade 1565fc00a8a4 prices with four decimals, titles no longer unique', 0, 1) WITH NOWAIT;
GO
ALTER TABLE product ADD CONSTRAINT uq_product_title UNIQUE (title);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE order_line ALTER COLUMN unit_price decimal(8, 2) NOT NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE product ALTER COLUMN price decimal(8, 2) NOT NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_updateextendedproperty @name = N'MS_Description', @value = N'gross, EUR',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'product',
  @level2type = N'COLUMN', @level2name = N'price';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'770ead80b8b5' WHERE revision = N'1565fc00a8a4';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 1565fc00a8a4: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 14/49 downgrade 770ead80b8b5: order states
-- migrations/2024-03-25_order_states.ts:15
RAISERROR(N'migsql: 14/49 downgrade 770ead80b8b5 order states', 0, 1) WITH NOWAIT;
GO
ALTER TABLE sales_order ADD CONSTRAINT df_sales_order__placed_at DEFAULT (SYSDATETIMEOFFSET()) FOR placed_at;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE sales_order DROP CONSTRAINT ck_sales_order_state;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE sales_order SET state = 'open' WHERE state = 'new';
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
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
ALTER TABLE sales_order ADD CONSTRAINT df_sales_order__state DEFAULT N'open' FOR state;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_dropextendedproperty @name = N'MS_Description',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'sales_order',
  @level2type = N'COLUMN', @level2name = N'state';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'200fada528d8' WHERE revision = N'770ead80b8b5';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 770ead80b8b5: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 15/49 downgrade 200fada528d8: deleted rows stay for ninety days
-- migrations/2024-01-16_soft_delete.ts:10
RAISERROR(N'migsql: 15/49 downgrade 200fada528d8 deleted rows stay for ninety days', 0, 1) WITH NOWAIT;
GO
ALTER TABLE review DROP COLUMN deleted_at;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE promotion DROP COLUMN deleted_at;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE category DROP COLUMN deleted_at;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE product DROP COLUMN deleted_at;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'4e2316eb118a' WHERE revision = N'200fada528d8';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 200fada528d8: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 16/49 downgrade 4e2316eb118a: mail templates
-- migrations/2023-11-14_mail_templates.ts:16
RAISERROR(N'migsql: 16/49 downgrade 4e2316eb118a mail templates', 0, 1) WITH NOWAIT;
GO
DELETE FROM mail_template WHERE (code = N'order_confirmation' AND locale = N'en')
  OR (code = N'order_confirmation' AND locale = N'de')
  OR (code = N'shipped' AND locale = N'en')
  OR (code = N'shipped' AND locale = N'pl')
  OR (code = N'till_receipt' AND locale = N'de');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DROP TABLE mail_template;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'ef4027880414' WHERE revision = N'4e2316eb118a';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 4e2316eb118a: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 17/49 downgrade ef4027880414: drop newsletter subscriptions
-- migrations/2023-10-09_drop_newsletter.ts:8
RAISERROR(N'migsql: 17/49 downgrade ef4027880414 drop newsletter subscriptions', 0, 1) WITH NOWAIT;
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
UPDATE migsql_version SET revision = N'de7d2bcc34cd' WHERE revision = N'ef4027880414';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision ef4027880414: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 18/49 downgrade de7d2bcc34cd: several addresses per customer
-- migrations/2023-07-31_customer_addresses.ts:46
RAISERROR(N'migsql: 18/49 downgrade de7d2bcc34cd several addresses per customer', 0, 1) WITH NOWAIT;
GO
ALTER TABLE customer ADD street nvarchar(200) NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE customer ADD postal_code nvarchar(16) NULL;
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
ALTER TABLE customer ADD city nvarchar(120) NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE customer ADD country_code nvarchar(2) NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE customer SET street = (
    SELECT a.street FROM customer_address a WHERE a.customer_id = customer.id AND a.kind = 'billing'
  );
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE customer SET postal_code = (
    SELECT a.postal_code FROM customer_address a WHERE a.customer_id = customer.id AND a.kind = 'billing'
  );
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE customer SET city = (
    SELECT a.city FROM customer_address a WHERE a.customer_id = customer.id AND a.kind = 'billing'
  );
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE customer SET country_code = (
    SELECT a.country_code FROM customer_address a WHERE a.customer_id = customer.id AND a.kind = 'billing'
  );
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE customer ADD CONSTRAINT fk_customer_country FOREIGN KEY (country_code) REFERENCES country (code);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DROP TABLE customer_address;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'b11ef72a092c' WHERE revision = N'de7d2bcc34cd';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision de7d2bcc34cd: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 19/49 downgrade b11ef72a092c: public ids for customers
-- migrations/2023-06-19_customer_public_ids.ts:12
RAISERROR(N'migsql: 19/49 downgrade b11ef72a092c public ids for customers', 0, 1) WITH NOWAIT;
GO
ALTER TABLE customer DROP CONSTRAINT uq_customer_public_id;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE customer ALTER COLUMN public_id uniqueidentifier NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE customer SET public_id = NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE customer DROP COLUMN public_id;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'127eb5c32a9d' WHERE revision = N'b11ef72a092c';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision b11ef72a092c: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 20/49 downgrade 127eb5c32a9d: merge storefront and warehouse
-- migrations/2023-05-22_merge_storefront_and_warehouse.ts
RAISERROR(N'migsql: 20/49 downgrade 127eb5c32a9d merge storefront and warehouse', 0, 1) WITH NOWAIT;
GO
INSERT INTO migsql_version (revision) VALUES (N'76a22f968352');
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 127eb5c32a9d: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'c487449a3cc2' WHERE revision = N'127eb5c32a9d';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 127eb5c32a9d: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 21/49 downgrade 76a22f968352: "tell me when it is back"
-- migrations/2023-04-03_back_in_stock.ts:9
RAISERROR(N'migsql: 21/49 downgrade 76a22f968352 "tell me when it is back"', 0, 1) WITH NOWAIT;
GO
DROP TABLE back_in_stock_alert;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'33e76c107f09' WHERE revision = N'76a22f968352';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 76a22f968352: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 22/49 downgrade c487449a3cc2: pick lists
-- migrations/2023-03-20_pick_lists.ts:19
RAISERROR(N'migsql: 22/49 downgrade c487449a3cc2 pick lists', 0, 1) WITH NOWAIT;
GO
DROP TABLE pick_list_line;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DROP TABLE pick_list;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'08c7186d01d3' WHERE revision = N'c487449a3cc2';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision c487449a3cc2: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 23/49 downgrade 08c7186d01d3: reasons of stock movements by code
-- migrations/2023-01-30_movement_reasons.ts:16
RAISERROR(N'migsql: 23/49 downgrade 08c7186d01d3 reasons of stock movements by code', 0, 1) WITH NOWAIT;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_dropextendedproperty @name = N'MS_Description',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'stock_movement';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE stock_movement SET reason_code = lower(reason_code);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE stock_movement ADD CONSTRAINT df_stock_movement__reason_code DEFAULT N'sale' FOR reason_code;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_dropextendedproperty @name = N'MS_Description',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'stock_movement',
  @level2type = N'COLUMN', @level2name = N'reason_code';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
EXEC @result = sp_rename N'stock_movement.reason_code', N'reason', N'COLUMN';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
IF OBJECT_ID(N'df_stock_movement__reason_code', N'D') IS NOT NULL
  EXEC @result = sp_rename N'df_stock_movement__reason_code', N'df_stock_movement__reason', N'OBJECT';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'e5c851b65ffb' WHERE revision = N'08c7186d01d3';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 08c7186d01d3: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 24/49 downgrade e5c851b65ffb: shipment weight as a number
-- migrations/2022-11-07_shipment_weight.ts:28
RAISERROR(N'migsql: 24/49 downgrade e5c851b65ffb shipment weight as a number', 0, 1) WITH NOWAIT;
GO
DECLARE @result int = 0;
EXEC @result = sp_rename N'shipment.weight_g', N'weight', N'COLUMN';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE shipment ALTER COLUMN weight nvarchar(12) NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_updateextendedproperty @name = N'MS_Description', @value = N'grams, as the scale prints them',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'shipment',
  @level2type = N'COLUMN', @level2name = N'weight';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'8440ea93a945' WHERE revision = N'e5c851b65ffb';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision e5c851b65ffb: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 25/49 downgrade 8440ea93a945: quantities beyond two billion
-- migrations/2022-09-15_larger_quantities.ts:19
RAISERROR(N'migsql: 25/49 downgrade 8440ea93a945 quantities beyond two billion', 0, 1) WITH NOWAIT;
GO
ALTER TABLE stock_movement ALTER COLUMN quantity int NOT NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
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
ALTER TABLE stock ALTER COLUMN quantity int NOT NULL;
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
UPDATE migsql_version SET revision = N'4cba307e3cd7' WHERE revision = N'8440ea93a945';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 8440ea93a945: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 26/49 downgrade 4cba307e3cd7: carriers and shipments
-- migrations/2022-05-04_shipments.ts:6
RAISERROR(N'migsql: 26/49 downgrade 4cba307e3cd7 carriers and shipments', 0, 1) WITH NOWAIT;
GO
ALTER TABLE shipment DROP CONSTRAINT fk_shipment_carrier;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DROP TABLE shipment;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DELETE FROM carrier WHERE code IN (N'dhl', N'inpost', N'paeckli', N'pickup');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DROP TABLE carrier;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'831446a99908' WHERE revision = N'4cba307e3cd7';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 4cba307e3cd7: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 27/49 downgrade 831446a99908: stock movements
-- migrations/2022-02-23_stock_movements.ts:3
RAISERROR(N'migsql: 27/49 downgrade 831446a99908 stock movements', 0, 1) WITH NOWAIT;
GO
DROP INDEX ix_stock_movement_stock ON stock_movement;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DROP TABLE stock_movement;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'935b43ea52d2' WHERE revision = N'831446a99908';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 831446a99908: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 28/49 downgrade 935b43ea52d2: stock per warehouse
-- migrations/2022-01-19_stock.ts:19
RAISERROR(N'migsql: 28/49 downgrade 935b43ea52d2 stock per warehouse', 0, 1) WITH NOWAIT;
GO
DELETE FROM stock;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DROP TABLE stock;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'c82c0dc320b7' WHERE revision = N'935b43ea52d2';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 935b43ea52d2: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 29/49 downgrade c82c0dc320b7: warehouses
-- migrations/2022-01-10_warehouses.ts:20
RAISERROR(N'migsql: 29/49 downgrade c82c0dc320b7 warehouses', 0, 1) WITH NOWAIT;
GO
DELETE FROM warehouse WHERE code IN (N'BER1', N'BER2', N'WRO1', N'VLC1');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DROP TABLE warehouse;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DELETE FROM migsql_version WHERE revision = N'c82c0dc320b7';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision c82c0dc320b7: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 30/49 downgrade 33e76c107f09: wishlists
-- migrations/2023-02-14_wishlists.ts:19
RAISERROR(N'migsql: 30/49 downgrade 33e76c107f09 wishlists', 0, 1) WITH NOWAIT;
GO
DROP TABLE wishlist_item;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DROP TABLE wishlist;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'a28bcdf6e598' WHERE revision = N'33e76c107f09';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 33e76c107f09: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 31/49 downgrade a28bcdf6e598: promotions
-- migrations/2022-12-01_promotions.ts:22
RAISERROR(N'migsql: 31/49 downgrade a28bcdf6e598 promotions', 0, 1) WITH NOWAIT;
GO
DELETE FROM promotion WHERE code IN (N'XMAS22', N'FRIENDS');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DROP TABLE promotion;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'6557269ccbd7' WHERE revision = N'a28bcdf6e598';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision a28bcdf6e598: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 32/49 downgrade 6557269ccbd7: orders by time
-- migrations/2022-10-05_orders_by_time.ts:9
RAISERROR(N'migsql: 32/49 downgrade 6557269ccbd7 orders by time', 0, 1) WITH NOWAIT;
GO
DROP INDEX ix_sales_order_placed_at ON sales_order;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'd2156a5519d4' WHERE revision = N'6557269ccbd7';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 6557269ccbd7: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 33/49 downgrade d2156a5519d4: categories in three languages
-- migrations/2022-07-12_category_translations.ts:48
RAISERROR(N'migsql: 33/49 downgrade d2156a5519d4 categories in three languages', 0, 1) WITH NOWAIT;
GO
DROP TABLE category_translation;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DELETE FROM category WHERE slug IN (N'lighting', N'hand-tools', N'screws');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DELETE FROM category WHERE slug IN (N'home', N'tools');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'19533672927f' WHERE revision = N'd2156a5519d4';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision d2156a5519d4: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 34/49 downgrade 19533672927f: reviews
-- migrations/2022-04-28_reviews.ts:8
RAISERROR(N'migsql: 34/49 downgrade 19533672927f reviews', 0, 1) WITH NOWAIT;
GO
DROP TABLE review;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'ea96785f4d97' WHERE revision = N'19533672927f';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 19533672927f: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 35/49 downgrade ea96785f4d97: product images
-- migrations/2022-03-15_product_images.ts:25
RAISERROR(N'migsql: 35/49 downgrade ea96785f4d97 product images', 0, 1) WITH NOWAIT;
GO
DELETE FROM product_image;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DROP TABLE product_image;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'92081823d745' WHERE revision = N'ea96785f4d97';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision ea96785f4d97: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 36/49 downgrade 92081823d745: product slugs
-- migrations/2022-02-02_product_slugs.ts:12
RAISERROR(N'migsql: 36/49 downgrade 92081823d745 product slugs', 0, 1) WITH NOWAIT;
GO
ALTER TABLE product DROP CONSTRAINT uq_product_slug;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE product ALTER COLUMN slug nvarchar(80) NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE product SET slug = NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE product DROP COLUMN slug;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'7b9ae6c60c73' WHERE revision = N'92081823d745';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 92081823d745: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 37/49 downgrade 7b9ae6c60c73: gift cards for Christmas
-- migrations/2021-11-22_gift_cards.ts:17
RAISERROR(N'migsql: 37/49 downgrade 7b9ae6c60c73 gift cards for Christmas', 0, 1) WITH NOWAIT;
GO
DELETE FROM product WHERE sku IN (N'GIFT-25', N'GIFT-50', N'GIFT-100');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'aef3edab6b4a' WHERE revision = N'7b9ae6c60c73';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 7b9ae6c60c73: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 38/49 downgrade aef3edab6b4a: larger order totals
-- migrations/2021-10-04_larger_totals.ts
RAISERROR(N'migsql: 38/49 downgrade aef3edab6b4a larger order totals', 0, 1) WITH NOWAIT;
GO
ALTER TABLE sales_order ALTER COLUMN total decimal(10, 2) NOT NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'e3fa8f544d98' WHERE revision = N'aef3edab6b4a';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision aef3edab6b4a: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 39/49 downgrade e3fa8f544d98: display names, longer phone numbers
-- migrations/2021-08-11_customer_names_and_phones.ts:12
RAISERROR(N'migsql: 39/49 downgrade e3fa8f544d98 display names, longer phone numbers', 0, 1) WITH NOWAIT;
GO
ALTER TABLE customer ALTER COLUMN postal_code nvarchar(12) NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_dropextendedproperty @name = N'MS_Description',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'customer',
  @level2type = N'COLUMN', @level2name = N'postal_code';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE customer ALTER COLUMN phone nvarchar(20) NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_dropextendedproperty @name = N'MS_Description',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'customer',
  @level2type = N'COLUMN', @level2name = N'display_name';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
EXEC @result = sp_rename N'customer.display_name', N'full_name', N'COLUMN';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'ba98f9e3b99d' WHERE revision = N'e3fa8f544d98';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision e3fa8f544d98: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 40/49 downgrade ba98f9e3b99d: order becomes sales_order
-- migrations/2021-06-30_rename_order.ts:10
RAISERROR(N'migsql: 40/49 downgrade ba98f9e3b99d order becomes sales_order', 0, 1) WITH NOWAIT;
GO
DECLARE @result int = 0;
DECLARE @schema sysname = SCHEMA_NAME();
EXEC @result = sys.sp_dropextendedproperty @name = N'MS_Description',
  @level0type = N'SCHEMA', @level0name = @schema,
  @level1type = N'TABLE', @level1name = N'sales_order';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
EXEC @result = sp_rename N'sales_order', N'order', N'OBJECT';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
IF OBJECT_ID(N'df_sales_order__state', N'D') IS NOT NULL
  EXEC @result = sp_rename N'df_sales_order__state', N'df_order__state', N'OBJECT';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
IF OBJECT_ID(N'df_sales_order__placed_at', N'D') IS NOT NULL
  EXEC @result = sp_rename N'df_sales_order__placed_at', N'df_order__placed_at', N'OBJECT';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
IF OBJECT_ID(N'df_sales_order__total', N'D') IS NOT NULL
  EXEC @result = sp_rename N'df_sales_order__total', N'df_order__total', N'OBJECT';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @result int = 0;
IF OBJECT_ID(N'df_sales_order__currency_code', N'D') IS NOT NULL
  EXEC @result = sp_rename N'df_sales_order__currency_code', N'df_order__currency_code', N'OBJECT';
IF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'0cd4b8651c52' WHERE revision = N'ba98f9e3b99d';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision ba98f9e3b99d: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 41/49 downgrade 0cd4b8651c52: newsletter subscriptions of their own
-- migrations/2021-05-18_newsletter.ts:26
RAISERROR(N'migsql: 41/49 downgrade 0cd4b8651c52 newsletter subscriptions of their own', 0, 1) WITH NOWAIT;
GO
ALTER TABLE customer ADD newsletter bit NOT NULL CONSTRAINT df_customer__newsletter DEFAULT 0;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE customer SET newsletter = 1
      WHERE email IN (SELECT email FROM newsletter_subscription WHERE confirmed = 1);
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DROP TABLE newsletter_subscription;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'1cc4c30c1f8a' WHERE revision = N'0cd4b8651c52';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 0cd4b8651c52: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 42/49 downgrade 1cc4c30c1f8a: one account per e-mail address
-- migrations/2021-04-07_unique_emails.ts:7
RAISERROR(N'migsql: 42/49 downgrade 1cc4c30c1f8a one account per e-mail address', 0, 1) WITH NOWAIT;
GO
ALTER TABLE customer DROP CONSTRAINT uq_customer_email;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'6758cf2b92be' WHERE revision = N'1cc4c30c1f8a';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 1cc4c30c1f8a: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 43/49 downgrade 6758cf2b92be: e-mail addresses in lower case
-- migrations/2021-04-06_lower_case_emails.sql
RAISERROR(N'migsql: 43/49 downgrade 6758cf2b92be e-mail addresses in lower case', 0, 1) WITH NOWAIT;
GO
UPDATE migsql_version SET revision = N'0d7395f9f06e' WHERE revision = N'6758cf2b92be';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 6758cf2b92be: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 44/49 downgrade 0d7395f9f06e: countries we ship to
-- migrations/2021-03-22_countries.ts:28
RAISERROR(N'migsql: 44/49 downgrade 0d7395f9f06e countries we ship to', 0, 1) WITH NOWAIT;
GO
UPDATE customer SET country_code = NULL;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE customer DROP CONSTRAINT fk_customer_country;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE customer DROP COLUMN country_code;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DELETE FROM country WHERE code IN (N'AT', N'AX', N'BE', N'BG', N'CH', N'CI', N'CW', N'CZ', N'DE', N'DK', N'ES', N'FR', N'GB', N'GR', N'IE', N'IL', N'JP', N'PL', N'RE', N'SE', N'TN', N'US');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DROP TABLE country;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'1ddf68950622' WHERE revision = N'0d7395f9f06e';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 0d7395f9f06e: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 45/49 downgrade 1ddf68950622: currencies
-- migrations/2021-03-01_currencies.ts:38
RAISERROR(N'migsql: 45/49 downgrade 1ddf68950622 currencies', 0, 1) WITH NOWAIT;
GO
ALTER TABLE [order] DROP CONSTRAINT fk_order_currency;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DECLARE @drop nvarchar(max) = (
  SELECT N'ALTER TABLE [order] DROP CONSTRAINT ' + QUOTENAME(name)
  FROM sys.default_constraints
  WHERE parent_object_id = OBJECT_ID(N'[order]')
    AND COL_NAME(parent_object_id, parent_column_id) = N'currency_code'
);
IF @drop IS NOT NULL EXEC sys.sp_executesql @drop;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
ALTER TABLE [order] DROP COLUMN currency_code;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DELETE FROM currency WHERE code IN (N'CHF', N'CZK', N'DKK', N'EUR', N'GBP', N'HUF', N'ILS', N'ISK', N'JPY', N'NOK', N'PLN', N'RON', N'SEK', N'TND', N'USD');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DROP TABLE currency;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'36117b4e8019' WHERE revision = N'1ddf68950622';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 1ddf68950622: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 46/49 downgrade 36117b4e8019: orders
-- migrations/2021-02-17_orders.ts:20
RAISERROR(N'migsql: 46/49 downgrade 36117b4e8019 orders', 0, 1) WITH NOWAIT;
GO
DROP TABLE order_line;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DROP TABLE [order];
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'87eaadc72834' WHERE revision = N'36117b4e8019';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 36117b4e8019: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 47/49 downgrade 87eaadc72834: products and categories
-- migrations/2021-02-09_products_and_categories.ts:18
RAISERROR(N'migsql: 47/49 downgrade 87eaadc72834 products and categories', 0, 1) WITH NOWAIT;
GO
DROP TABLE product;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DROP TABLE category;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
UPDATE migsql_version SET revision = N'46208f329e80' WHERE revision = N'87eaadc72834';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 87eaadc72834: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 48/49 downgrade 46208f329e80: customers
-- migrations/2021-02-08_customers.ts:36
RAISERROR(N'migsql: 48/49 downgrade 46208f329e80 customers', 0, 1) WITH NOWAIT;
GO
DROP TABLE customer;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DELETE FROM migsql_version WHERE revision = N'46208f329e80';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 46208f329e80: the version table does not hold what it starts from', 1;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO

-- 49/49 downgrade 0cc7be2cb74f: VAT rates
-- migrations/2021-09-14_tax_rates.ts:21
RAISERROR(N'migsql: 49/49 downgrade 0cc7be2cb74f VAT rates', 0, 1) WITH NOWAIT;
GO
DELETE FROM tax_rate WHERE (country_code = N'AT' AND category = N'standard' AND valid_from = '1995-01-01')
  OR (country_code = N'AT' AND category = N'books' AND valid_from = '1995-01-01')
  OR (country_code = N'DE' AND category = N'standard' AND valid_from = '2007-01-01')
  OR (country_code = N'DE' AND category = N'standard' AND valid_from = '2020-07-01')
  OR (country_code = N'DE' AND category = N'standard' AND valid_from = '2021-01-01')
  OR (country_code = N'DE' AND category = N'books' AND valid_from = '2007-01-01')
  OR (country_code = N'DE' AND category = N'books' AND valid_from = '2020-07-01')
  OR (country_code = N'DE' AND category = N'books' AND valid_from = '2021-01-01')
  OR (country_code = N'FR' AND category = N'standard' AND valid_from = '2014-01-01')
  OR (country_code = N'FR' AND category = N'books' AND valid_from = '2012-04-01');
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DROP TABLE tax_rate;
GO
IF @@ERROR <> 0 OR @@TRANCOUNT <> 1 SET NOEXEC ON;
GO
DELETE FROM migsql_version WHERE revision = N'0cc7be2cb74f';
IF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision 0cc7be2cb74f: the version table does not hold what it starts from', 1;
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
IF @migsql_ok = 1 PRINT N'migsql: OK c4e01ec1d4be -> base';
GO

-- end: base
