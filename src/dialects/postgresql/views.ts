import type { RefreshView } from '../../ops/refresh-view.ts';
import { type Lowered, type LoweringContext, schemaStatement } from '../dialect.ts';
import { words } from '../standard/words.ts';
import { writeTable } from '../write.ts';

/**
 * CONCURRENTLY lets others read meanwhile, needs a unique index of the view, and may stand in a transaction:
 * https://www.postgresql.org/docs/current/sql-refreshmaterializedview.html
 */
export const refreshView = ({ name, on }: RefreshView, { dialect }: LoweringContext): readonly Lowered[] => [
  schemaStatement(
    words('REFRESH MATERIALIZED VIEW', on?.postgresql?.concurrently && 'CONCURRENTLY', writeTable(dialect, name)),
  ),
];
