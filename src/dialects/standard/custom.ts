import type { CustomOp } from '../../ops/custom.ts';
import { chooseForDialect } from '../../sql/dialect-name.ts';
import { type Lowered, type LoweringContext, refuse } from '../dialect.ts';
import { writeFragment } from '../write.ts';

/** A project's own op says its statements itself. */
export function custom({ name, lowered }: CustomOp, { dialect }: LoweringContext): readonly Lowered[] {
  const chosen = chooseForDialect(lowered, dialect.name);
  if (!chosen) {
    return refuse(
      `'${name}' says nothing for ${dialect.title}`,
      `Add '${dialect.name}' or 'default' to what defineOp('${name}', { lower: … }) gives.`,
    );
  }
  if ('unsupported' in chosen) return refuse(chosen.unsupported, chosen.hint);
  return chosen.map(({ sql, kind = 'schema', transactional = true }) => {
    const text = writeFragment(dialect, sql).trim();
    return { sql: text, kind, transactional, compound: text.includes(';') };
  });
}
