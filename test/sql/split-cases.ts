import type { DialectName } from '../../src/sql/dialect-name.ts';

/** Texts and the statements that the dialect's client sends for them. */
export const CASES: { readonly [D in DialectName]: readonly (readonly [text: string, ...statements: string[]])[] } = {
  postgresql: [
    [''],
    [' ;; -- nothing\n;'],
    ['SELECT 1 /* a */ ; /* b */ SELECT 2 -- c', 'SELECT 1', 'SELECT 2'],
    ["SELECT E'\\\\'; SELECT e'\\';'", "SELECT E'\\\\'", "SELECT e'\\';'"],
    ["SELECT U&'\\0061\\'; SELECT U&\"a;\"\"b\"", "SELECT U&'\\0061\\'", 'SELECT U&"a;""b"'],
    ["SELECT type'a\\'; SELECT B'1;'", "SELECT type'a\\'", "SELECT B'1;'"],
    ['SELECT $1$$;$$; SELECT a$$; SELECT 2', 'SELECT $1$$;$$', 'SELECT a$$', 'SELECT 2'],
    ['SELECT $é$ ; $$ ; $é$; SELECT 2', 'SELECT $é$ ; $$ ; $é$', 'SELECT 2'],
    ['SELECT 1 -- a\r; SELECT 2', 'SELECT 1', 'SELECT 2'],
    [
      'CREATE OR REPLACE PROCEDURE p() BEGIN ATOMIC SELECT CASE 1 WHEN 1 THEN 2 END; SELECT (CASE END); END; SELECT 3',
      'CREATE OR REPLACE PROCEDURE p() BEGIN ATOMIC SELECT CASE 1 WHEN 1 THEN 2 END; SELECT (CASE END); END',
      'SELECT 3',
    ],
    ['CREATE TABLE begin (function int); SELECT 1', 'CREATE TABLE begin (function int)', 'SELECT 1'],
    [
      'CREATE PROCEDURE "p"() BEGIN ATOMIC SELECT 1; END; SELECT 1',
      'CREATE PROCEDURE "p"() BEGIN ATOMIC SELECT 1; END',
      'SELECT 1',
    ],
    [
      "COPY t FROM STDIN;\n\\.\nCOPY t FROM stdin WITH (FORMAT csv); -- data:\n'\n\\.\r\nSELECT 1",
      'COPY t FROM STDIN',
      'COPY t FROM stdin WITH (FORMAT csv)',
      'SELECT 1',
    ],
    [
      "COPY t TO stdout; COPY t FROM '/stdin'; COPY (SELECT a FROM stdin) TO STDOUT",
      'COPY t TO stdout',
      "COPY t FROM '/stdin'",
      'COPY (SELECT a FROM stdin) TO STDOUT',
    ],
    [
      "SET standard_conforming_strings=off; SELECT 'it\\';s'; " +
        "SET standard_conforming_strings TO 'on'; SELECT 'a\\'; SELECT 2",
      'SET standard_conforming_strings=off',
      "SELECT 'it\\';s'",
      "SET standard_conforming_strings TO 'on'",
      "SELECT 'a\\'",
      'SELECT 2',
    ],
    ['\ufeffSELECT 1', 'SELECT 1'],
  ],
  mysql: [
    ['SELECT 1 # ;\'\n; SELECT 2', 'SELECT 1', 'SELECT 2'],
    ['SELECT 5--3;SELECT 1 --\t;\n; --3;\nSELECT 4', 'SELECT 5--3', 'SELECT 1', 'SELECT 4'],
    ['/*!40101 SET a=\'*/;\' */; SELECT 2*/*;*/3', "/*!40101 SET a='*/;' */", 'SELECT 2*/*;*/3'],
    [
      '/*!50003 CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN SET NEW.x = 1; END */; SELECT 1',
      '/*!50003 CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN SET NEW.x = 1; END */', 'SELECT 1',
    ],
    ["SELECT 'a\\\\'; SELECT `a\\`; SELECT \"a\"\"\\\";\"", "SELECT 'a\\\\'", 'SELECT `a\\`', 'SELECT "a""\\";"'],
    [
      "SET sql_mode = 'NO_BACKSLASH_ESCAPES'; SELECT 'a\\'; SET SESSION sql_mode = ''; SELECT 'a\\';'",
      "SET sql_mode = 'NO_BACKSLASH_ESCAPES'",
      "SELECT 'a\\'",
      "SET SESSION sql_mode = ''",
      "SELECT 'a\\';'",
    ],
    ['SELECT 1\\G SELECT \\N\\g', 'SELECT 1', 'SELECT \\N'],
    [
      'delimiter $$\nCREATE TABLE a$b (x INT);$$\n' +
        'CREATE PROCEDURE p() BEGIN SELECT "$$"; END$$ DELIMITER ;\nSELECT 1;SELECT 2',
      'CREATE TABLE a$b (x INT)',
      'CREATE PROCEDURE p() BEGIN SELECT "$$"; END',
      'SELECT 1',
      'SELECT 2',
    ],
    ["DELIMITER 'go'\nSELECT 1 go\nSELECT 2 /* go */ go", 'SELECT 1', 'SELECT 2'],
    ['USE shop; SELECT 1', 'USE shop', 'SELECT 1'],
    ['BEGIN; SELECT 1; COMMIT', 'BEGIN', 'SELECT 1', 'COMMIT'],
    [
      'CREATE TABLE event (a INT); ALTER TABLE t ADD event INT; CREATE TABLE procedure_log (`begin` INT); SELECT 1',
      'CREATE TABLE event (a INT)',
      'ALTER TABLE t ADD event INT',
      'CREATE TABLE procedure_log (`begin` INT)',
      'SELECT 1',
    ],
    [
      'CREATE TRIGGER t AFTER INSERT ON a FOR EACH ROW FOLLOWS `begin` IF NEW.x THEN SET @a = 1; END IF; SELECT 1',
      'CREATE TRIGGER t AFTER INSERT ON a FOR EACH ROW FOLLOWS `begin` IF NEW.x THEN SET @a = 1; END IF',
      'SELECT 1',
    ],
    [
      'CREATE FUNCTION soundex2 RETURNS STRING SONAME "x.so"; SELECT 1',
      'CREATE FUNCTION soundex2 RETURNS STRING SONAME "x.so"',
      'SELECT 1',
    ],
    [
      'SELECT CASE WHEN a THEN 1 END; SELECT IF(a, 1, 2); SELECT REPEAT("a", 3)',
      'SELECT CASE WHEN a THEN 1 END',
      'SELECT IF(a, 1, 2)',
      'SELECT REPEAT("a", 3)',
    ],
  ],
  mariadb: [
    ['/*M! SELECT 1; */; SELECT 2', '/*M! SELECT 1; */', 'SELECT 2'],
    [
      'BEGIN NOT ATOMIC DECLARE x INT; SET x = 1; END; SELECT 1',
      'BEGIN NOT ATOMIC DECLARE x INT; SET x = 1; END',
      'SELECT 1',
    ],
    [
      'IF @a THEN SELECT 1; ELSE SELECT 2; END IF; FOR i IN 1..3 DO SELECT i; END FOR; SELECT 3',
      'IF @a THEN SELECT 1; ELSE SELECT 2; END IF', 'FOR i IN 1..3 DO SELECT i; END FOR', 'SELECT 3',
    ],
  ],
  mssql: [
    ['SELECT 1\nGO\n\nGO\n-- nothing\nGO\nSELECT 2', 'SELECT 1', 'SELECT 2'],
    ['SELECT 1;\r\n go \r\nSELECT 2;\r\nGO\r\n', 'SELECT 1', 'SELECT 2'],
    ['SELECT 1 GO\nSELECT go FROM t\n/* x */ GO\nSELECT 2', 'SELECT 1 GO\nSELECT go FROM t\n/* x */ GO\nSELECT 2'],
    [
      'SELECT /* a /* \nGO\n */ \nGO\n */ 1\nGO /* two\nlines */\nSELECT 2',
      'SELECT /* a /* \nGO\n */ \nGO\n */ 1',
      'SELECT 2',
    ],
    [
      'SELECT [a\nGO\n]]b], "c\nGO\nd", N\'e\nGO\nf\'\nGO\nSELECT 2',
      'SELECT [a\nGO\n]]b], "c\nGO\nd", N\'e\nGO\nf\'',
      'SELECT 2',
    ],
    ['GO\nSELECT 1 -- \nGO', 'SELECT 1'],
    ['SELECT a\nGO_TO FROM t\nGO--x', 'SELECT a\nGO_TO FROM t'],
    [
      'MERGE INTO t USING s ON 1 = 1 WHEN MATCHED THEN DELETE;\nGO',
      'MERGE INTO t USING s ON 1 = 1 WHEN MATCHED THEN DELETE',
    ],
  ],
  oracle: [
    [
      "SELECT nq'!it's;!', Q'{a;}b}', q''a;'' FROM dual; SELECT 2 FROM dual",
      "SELECT nq'!it's;!', Q'{a;}b}', q''a;'' FROM dual",
      'SELECT 2 FROM dual',
    ],
    [
      '<<outer>>\nBEGIN NULL; END;\n/\nSELECT 1 FROM dual\n/\nSELECT 2 FROM dual;',
      '<<outer>>\nBEGIN NULL; END;',
      'SELECT 1 FROM dual',
      'SELECT 2 FROM dual',
    ],
    [
      'CREATE OR REPLACE EDITIONABLE TYPE BODY t AS MEMBER FUNCTION f IS BEGIN NULL; END; END;\n  /  \n' +
        'CREATE INDEX i ON t (type);',
      'CREATE OR REPLACE EDITIONABLE TYPE BODY t AS MEMBER FUNCTION f IS BEGIN NULL; END; END;',
      'CREATE INDEX i ON t (type)',
    ],
    [
      'CREATE TABLE function (x NUMBER); CREATE VIEW v AS SELECT 1 begin FROM dual;',
      'CREATE TABLE function (x NUMBER)',
      'CREATE VIEW v AS SELECT 1 begin FROM dual',
    ],
    [
      'BEGIN\n  x := 4\n / 2; /* \n/\n */ y := \'\n/\n\';\nEND;\n/',
      'BEGIN\n  x := 4\n / 2; /* \n/\n */ y := \'\n/\n\';\nEND;',
    ],
    [
      'WITH FUNCTION f RETURN NUMBER IS BEGIN RETURN 1; END; SELECT f FROM dual\n/',
      'WITH FUNCTION f RETURN NUMBER IS BEGIN RETURN 1; END; SELECT f FROM dual',
    ],
    [
      "REM it's a remark;\nSELECT 1 FROM dual; REMARK done\nSET TRANSACTION READ ONLY;",
      'SELECT 1 FROM dual',
      'SET TRANSACTION READ ONLY',
    ],
    ["SELECT 'a\\' FROM dual; SELECT 1 FROM dual", "SELECT 'a\\' FROM dual", 'SELECT 1 FROM dual'],
  ],
  sqlite: [
    [
      'CREATE TEMP TRIGGER IF NOT EXISTS t AFTER UPDATE OF a ON b BEGIN SELECT CASE WHEN 1 THEN 2 END; END; SELECT 1',
      'CREATE TEMP TRIGGER IF NOT EXISTS t AFTER UPDATE OF a ON b BEGIN SELECT CASE WHEN 1 THEN 2 END; END',
      'SELECT 1',
    ],
    [
      'CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; -- END;\n END -- x\n; SELECT 1',
      'CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; -- END;\n END',
      'SELECT 1',
    ],
    ['SELECT [a;]]; SELECT `a;``b`, "c;""d"', 'SELECT [a;]]', 'SELECT `a;``b`, "c;""d"'],
    ['SELECT 1\n/\nSELECT 2\n go \nSELECT 3, go\n;', 'SELECT 1', 'SELECT 2', 'SELECT 3, go'],
    [
      'CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 4\n/\n2; END\ngo\nSELECT 1',
      'CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 4\n/\n2; END',
      'SELECT 1',
    ],
    ['CREATE TABLE trigger_log (begin, end); SELECT 1', 'CREATE TABLE trigger_log (begin, end)', 'SELECT 1'],
    ['/* not /* nested; */ SELECT 1; # x', 'SELECT 1', '# x'],
  ],
};
