-- id: 360b2a79be25
-- revises: dde8be449d7f
-- title: view of overdue invoices
--
-- Every database counts days in its own way, and "number" is a reserved word of Oracle.

-- migsql:upgrade postgresql
CREATE VIEW overdue_invoice AS
SELECT i.id, i.number, i.total, i.reminder_level, current_date - i.due_on AS days_overdue
FROM invoice i
WHERE i.paid_at IS NULL AND i.due_on < current_date;

-- migsql:upgrade mysql mariadb
CREATE VIEW overdue_invoice AS
SELECT i.id, i.number, i.total, i.reminder_level, datediff(current_date, i.due_on) AS days_overdue
FROM invoice i
WHERE i.paid_at IS NULL AND i.due_on < current_date;

-- migsql:upgrade mssql
CREATE VIEW overdue_invoice AS
SELECT i.id, i.number, i.total, i.reminder_level, datediff(day, i.due_on, getdate()) AS days_overdue
FROM invoice i
WHERE i.paid_at IS NULL AND i.due_on < CAST(getdate() AS date);

-- migsql:upgrade oracle
CREATE VIEW overdue_invoice AS
SELECT i.id, i."number", i.total, i.reminder_level, trunc(sysdate) - i.due_on AS days_overdue
FROM invoice i
WHERE i.paid_at IS NULL AND i.due_on < trunc(sysdate);

-- migsql:upgrade sqlite
CREATE VIEW overdue_invoice AS
SELECT i.id, i.number, i.total, i.reminder_level,
       CAST(julianday(date('now')) - julianday(i.due_on) AS integer) AS days_overdue
FROM invoice i
WHERE i.paid_at IS NULL AND i.due_on < date('now');

-- migsql:downgrade
DROP VIEW overdue_invoice;
