import type { Trigger } from '../../../schema/object.ts';
import { raw } from '../../../sql/fragment.ts';
import { type Row, type Scope, tableOf, text } from '../row.ts';
import { schemaList } from './scope.ts';

/**
 * Triggers that people made. A constraint trigger is not CREATE TRIGGER's, and the model has no room for it.
 * https://www.postgresql.org/docs/current/catalog-pg-trigger.html
 */
export const triggersQuery = (scope: Scope): string => `
SELECT n.nspname AS "schema", c.relname AS "table", t.tgname AS name, pg_get_triggerdef(t.oid, true) AS definition,
  quote_ident(t.tgname) AS written
FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE NOT t.tgisinternal AND t.tgconstraint = 0 AND n.nspname IN (${schemaList(scope)})
ORDER BY n.nspname, c.relname, t.tgname`;

export const triggersOf = (rows: readonly Row[], scope: Scope): readonly Trigger[] =>
  rows.map((row) => {
    const [table, definition, written] = [tableOf(row, scope), text(row, 'definition'), text(row, 'written')];
    return {
      kind: 'trigger',
      name: { ...table, name: text(row, 'name') },
      table,
      definition: raw(definition.slice(definition.indexOf(written) + written.length).trim()),
    };
  });
