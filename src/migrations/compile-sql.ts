import type { Downgrade } from '../migration.ts';
import type { Execute } from '../ops/execute.ts';
import type { ForDialect } from '../ops/for-dialect.ts';
import type { AuthoredOp } from '../ops/index.ts';
import type { PerDialect } from '../sql/dialect-name.ts';
import { raw } from '../sql/fragment.ts';
import { type Compiled, migrationOf } from './compile.ts';
import type { MigrationFile } from './load.ts';
import { type SqlMigration, type SqlSection, parseSqlMigration } from './sql-file.ts';

/** A `.sql` migration: each section becomes the hand-written SQL of the dialects that it is for. */
export function compileSql(file: MigrationFile): Compiled {
  const { migration, problems } = parseSqlMigration(file.text, file.file);
  if (!migration) return { problems };
  const upgrade = opsOf(migration, 'upgrade', file.file);
  return { migration: migrationOf(file, { upgrade, downgrade: downgradeOf(migration, file.file), imports: [] }), problems };
}

function downgradeOf(migration: SqlMigration, file: string): Downgrade {
  const { irreversible } = migration;
  if (irreversible) return { irreversible: irreversible.reason, origin: { file, line: irreversible.line } };
  const ops = opsOf(migration, 'downgrade', file);
  if (ops.length) return ops;
  return { irreversible: 'the file has no section for the downgrade', origin: { file }, unsaid: true };
}

function opsOf({ sections }: SqlMigration, direction: SqlSection['direction'], file: string): readonly AuthoredOp[] {
  const found = sections.filter((section) => section.direction === direction);
  const [first] = found;
  if (!first) return [];
  const cases: PerDialect<readonly AuthoredOp[]> = Object.fromEntries(
    found.flatMap((section) => namesOf(section).map((name) => [name, [executeOf(section, file)]])),
  );
  const op: ForDialect = { op: 'forDialect', cases, origin: { file, line: first.line } };
  return [op];
}

const namesOf = ({ dialects }: SqlSection): readonly (keyof PerDialect<unknown>)[] => (dialects.length ? dialects : ['default']);

function executeOf({ text, line, options }: SqlSection, file: string): Execute {
  const transactional = options.includes('no-transaction') ? { transactional: false as const } : {};
  return { op: 'execute', sql: raw(text), verbatim: true, ...transactional, origin: { file, line } };
}
