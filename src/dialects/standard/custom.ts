import type { CustomOp } from '../../ops/custom.ts';
import { chooseForDialect } from '../../sql/dialect-name.ts';
import { type Fragment, raw } from '../../sql/fragment.ts';
import { type Dialect, type Lowered, type LoweringContext, refuse } from '../dialect.ts';
import { execute } from './execute.ts';

/**
 * A project's own op says its statements itself. They are read as hand-written SQL is: without terminators and
 * transactions, and each is outside a transaction where the server wants it there.
 */
export function custom({ name, lowered }: CustomOp, context: LoweringContext): readonly Lowered[] {
  const { dialect } = context;
  const chosen = chooseForDialect(lowered, dialect.name);
  if (!chosen) {
    return refuse(
      `'${name}' says nothing for ${dialect.title}`,
      `Add '${dialect.name}' or 'default' to what defineOp('${name}', { lower: … }) gives.`,
    );
  }
  if ('unsupported' in chosen) return refuse(chosen.unsupported, chosen.hint);
  return chosen.flatMap(({ sql, ...said }) => {
    const statements = execute({ op: 'execute', sql: closed(sql, dialect) }, context);
    if (statements.length) return statements.map((statement) => ({ ...statement, ...said }));
    return refuse(`'${name}' gives an empty statement for ${dialect.title}`, 'Where there is nothing to do, give an empty list.');
  });
}

/** sqlite3 takes the END of a trigger for its end where a semicolon follows. */
const closed = (sql: Fragment, { name }: Dialect): Fragment =>
  name === 'sqlite' ? { sql: [...sql.sql, ...raw('\n;').sql] } : sql;
