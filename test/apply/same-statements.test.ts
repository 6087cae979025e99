import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { applyPlan } from '../../src/apply/index.ts';
import { compile, openProject } from '../../src/compiler.ts';
import { loadConfig } from '../../src/config.ts';
import { TRANSACTION_MODES } from '../../src/plan/index.ts';
import { DEFAULT_OPTIONS, renderScript } from '../../src/script/index.ts';
import { DIALECT_NAMES, type DialectName } from '../../src/sql/dialect-name.ts';
import { recorded } from '../support/recorded.ts';
import { isOwn } from './own-words.ts';

/*
 * What `apply` sends is looked for in the script that is rendered, in the same order; what stands between in the script must
 * be its own machinery, line by line. So neither has a statement that the other lacks.
 */

const config = await loadConfig(fileURLToPath(new URL('../../examples/shop/migsql.config.ts', import.meta.url)), {});
const project = await openProject(config);

const BARE = { ...DEFAULT_OPTIONS, startGuard: false, lock: false, progress: false, sentinel: false };

/** SQL Server's scripts ask each procedure how it ended; the statement is the same. */
const unwrapped = (script: string): string =>
  script.replace(/DECLARE @result int = 0;\n/g, '').replaceAll('EXEC @result = ', 'EXEC ').replace(/^IF @result <> 0 THROW .*\n/gm, '').replace(/;?\nIF @@ROWCOUNT <> 1 THROW .*$/gm, '');

const MACHINERY: { readonly [D in DialectName]: RegExp } = {
  postgresql:
    /^(;|\\set .*|(RE)?SET [\w.]+.*;|BEGIN;|COMMIT;|DO \$migsql\$( BEGIN)?|DECLARE|BEGIN|END( IF)?;?|END \$migsql\$;| {2}\w+ (text|bigint)( := '\w+')?;| {2}(IF|END IF|;).*| {4}(wrong :=|RAISE|PERFORM).*| {2}GET DIAGNOSTICS touched = ROW_COUNT;| {2}ELSE)$/,
  mysql: /^(;|SET (@migsql|SESSION|NAMES).*;|PREPARE .*|SELECT IF\(.*\) INTO @migsql_block;|START TRANSACTION;|ROLLBACK;|DEALLOCATE PREPARE migsql;|DELIMITER .*|\$\$|;;)$/,
  mariadb: /^(;|SET (@migsql|SESSION|NAMES).*;|PREPARE .*|SELECT IF\(.*\) INTO @migsql_block;|START TRANSACTION;|ROLLBACK;|DEALLOCATE PREPARE migsql;|DELIMITER .*|\$\$|;;)$/,
  sqlite:
    /^(;|\.bail on|PRAGMA (busy_timeout|foreign_keys|locking_mode) = .*;|(DROP|CREATE TEMP) TABLE (IF EXISTS )?(temp\.)?migsql_(must|script).*|(INSERT|UPDATE) (OR ROLLBACK )?(INTO )?temp\.migsql_.*| {2}(outside|start|version) INTEGER CONSTRAINT .*|\);|BEGIN( IMMEDIATE| EXCLUSIVE)?;|COMMIT;|ROLLBACK;|SELECT count\(\*\) .*|SELECT 1 FROM .*| {2}WHERE block = \d+;)$/,
  mssql:
    /^(;|GO|SET [A-Z_ ,]+( -?\d+)?;|DECLARE @.*|EXEC sys\.sp_set_session_context .*|IF (@@|ISNULL\(CAST\(SESSION|\(@options|@migsql_ok).*|BEGIN|END;| {2}(RAISERROR|SET NOEXEC|DECLARE @message).*|(BEGIN|COMMIT) TRANSACTION;)$/,
  oracle:
    /^(;|\/|WHENEVER .*|SET [A-Z]+ .*|BEGIN|DECLARE|END;|EXCEPTION| {2}(migsql_\w+ .*|DBMS_APPLICATION_INFO.*|IF .*|END IF;|EXECUTE IMMEDIATE 'ALTER SESSION.*|WHEN OTHERS THEN|;)| {4}(RAISE.*|DBMS_APP.*|ROLLBACK;)|COMMIT;)$/,
};

/** @throws where a statement is not in the script behind the one before */
function between(script: string, sent: readonly string[]): readonly string[] {
  let at = 0;
  const rest: string[] = [];
  for (const sql of sent) {
    const found = script.indexOf(sql, at);
    if (found < 0) throw new Error(`not in the script, or not there: ${sql}`);
    rest.push(script.slice(at, found));
    at = found + sql.length;
  }
  return [...rest, script.slice(at)].join('\n').split('\n').filter((line) => line.trim() !== '' && !/^\s*--/.test(line));
}

const same = suite('apply sends what render writes');
for (const dialect of DIALECT_NAMES) {
  for (const transaction of TRANSACTION_MODES) {
    for (const [from, to] of [['base', 'heads'], ['heads', 'base']] as const) {
      same(`${dialect}, ${transaction}, ${from} to ${to}`, async () => {
        const plan = await compile(project, { from, to, dialect, transaction });
        const { connection, sent } = recorded(plan);
        const applied = await applyPlan(connection, plan, { ledger: false });
        assert.equal([...applied.to].sort(), [...plan.to].sort());
        const statements = sent.filter((sql) => !isOwn(sql, plan));
        assert.is(applied.statements, statements.length);
        const script = unwrapped([...renderScript(plan, BARE)].join(''));
        const unknown = between(script, statements).filter((line) => !MACHINERY[dialect].test(line));
        assert.equal(unknown.slice(0, 5), []);
      });
    }
  }
}
same.run();
