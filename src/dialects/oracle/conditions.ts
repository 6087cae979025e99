import type { Lowered } from '../dialect.ts';
import { type RunOnlyIf, type StopUnless, kindOf } from '../standard/conditions.ts';
import { writeLiteral } from '../write.ts';
import { block, runs } from './blocks.ts';

const asked = (condition: string, then: readonly string[]): Lowered =>
  block(
    [`  SELECT COUNT(*) INTO migsql_holds FROM dual WHERE ${condition};`, ...then],
    ['  migsql_holds PLS_INTEGER;'],
  );

export const stopUnless: StopUnless = (condition, message, dialect) => [
  {
    ...asked(condition, [
      '  IF migsql_holds = 0 THEN',
      `    RAISE_APPLICATION_ERROR(-20001, ${writeLiteral(dialect, message)});`,
      '  END IF;',
    ]),
    kind: 'data',
  },
];

export const runOnlyIf: RunOnlyIf = (condition, statements) => [
  {
    ...asked(condition, ['  IF migsql_holds > 0 THEN', ...statements.map((each) => runs(each, '    ')), '  END IF;']),
    kind: kindOf(statements),
  },
];
