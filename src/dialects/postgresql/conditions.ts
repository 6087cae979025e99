import { type Dialect, type Lowered, dataStatement } from '../dialect.ts';
import { type RunOnlyIf, type StopUnless, kindOf } from '../standard/conditions.ts';
import { writeLiteral } from '../write.ts';
import { doBlock, dollarQuoted } from './do-block.ts';

/** The condition is a text to the block, whose variables would be taken for columns of the same name. */
const asked = (condition: string, body: readonly string[]): Lowered => ({
  ...dataStatement(
    doBlock(
      [
        'DECLARE',
        '  holds boolean;',
        'BEGIN',
        `  EXECUTE ${dollarQuoted(`SELECT ${condition}`, 'condition')} INTO holds;`,
        ...body,
        'END',
      ].join('\n'),
    ),
  ),
  compound: true,
});

export const stopUnless: StopUnless = (condition, message, dialect: Dialect) => [
  asked(condition, [
    '  IF holds IS NOT TRUE THEN',
    `    RAISE EXCEPTION USING MESSAGE = ${writeLiteral(dialect, message)};`,
    '  END IF;',
  ]),
];

export const runOnlyIf: RunOnlyIf = (condition, statements) => [
  {
    ...asked(condition, [
      '  IF holds THEN',
      ...statements.map(({ sql }) => `    EXECUTE ${dollarQuoted(sql, 'statement')};`),
      '  END IF;',
    ]),
    kind: kindOf(statements),
  },
];
