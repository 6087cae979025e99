import type { SequenceOptions } from '../../schema/object.ts';
import type { Lexicon } from '../dialect.ts';
import type { Stored } from '../stored.ts';
import { typeForm } from './read-type.ts';
import { storedExpression } from './stored-expression.ts';
import { mysqlDefault, mysqlExpressions } from './stored-mysql-expression.ts';
import { storedText } from './stored-text.ts';
import type { TypeReader } from './type-readings.ts';

/** What MySQL and MariaDB store; MySQL has no sequences. */
export function mysqlStored(reader: TypeReader, lexicon: Lexicon, sequence: (options: SequenceOptions) => SequenceOptions): Stored {
  const rules = mysqlExpressions(reader.dialect, lexicon);
  return {
    ignoresCase: true,
    type: (text) => typeForm(text, reader),
    conversion: () => undefined,
    default: mysqlDefault(rules),
    numbering: (type, value) => [type, value],
    expression: (text) => storedExpression(text, rules),
    text: storedText(rules),
    identity: () => ({}),
    sequence,
    action: (action) => (action === 'restrict' ? 'noAction' : action),
    nulls: (order) => (order === 'asc' ? 'first' : 'last'),
    generatedIsStored: false,
    constraintNamesClash: true,
    namesPrimaryKey: false,
    identityNeedsKey: true,
    numbersIntegerKey: false,
    foreignKeyMakesIndex: true,
    uniqueIndexIsConstraint: true,
    keyUsesIndex: false,
    keyLeavesNotNull: true,
  };
}
