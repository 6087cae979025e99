import { problem } from '../errors.ts';
import type { Downgrade } from '../migration.ts';
import type { Execute } from '../ops/execute.ts';
import type { ForDialect } from '../ops/for-dialect.ts';
import type { AuthoredOp } from '../ops/index.ts';
import type { PerDialect } from '../sql/dialect-name.ts';
import { type Fragment, raw } from '../sql/fragment.ts';
import { type Compiled, migrationOf, placeOfField } from './compile.ts';
import type { MigrationFile } from './load.ts';
import { type SqlMigration, type SqlSection, parseSqlMigration } from './sql-file.ts';
import { withVariableParts } from './sql-variables.ts';

/** A `.sql` migration: each section becomes the hand-written SQL of the dialects that it is for. */
export function compileSql(file: MigrationFile): Compiled {
  const { migration, problems } = parseSqlMigration(file.text, file.file);
  if (!migration) return { problems };
  const { sections, problems: wrong } = filledSections(migration, file);
  if (wrong.length) return { problems: wrong };
  const filled = { ...migration, sections };
  const upgrade = opsOf(filled, 'upgrade', file.file);
  return { migration: migrationOf(file, { upgrade, downgrade: downgradeOf(filled, file.file), imports: [] }), problems };
}

/** A section with its text as a fragment. */
interface FilledSection extends SqlSection {
  readonly sql: Fragment;
}

interface FilledMigration extends SqlMigration {
  readonly sections: readonly FilledSection[];
}

function filledSections({ sections, variables }: SqlMigration, file: MigrationFile): Pick<FilledMigration, 'sections'> & Pick<Compiled, 'problems'> {
  if (!variables) return { sections: sections.map((section) => ({ ...section, sql: raw(section.text) })), problems: [] };
  const texts = sections.map((section) => ({ section, ...withVariableParts(section, variables, file.file) }));
  const problems = texts.flatMap((each) => each.problems);
  const named = new Set(texts.flatMap((each) => each.named));
  const unused = problems.length ? [] : variables.filter((name) => !named.has(name));
  return {
    sections: texts.map(({ section, sql }) => ({ ...section, sql })),
    problems: [...problems, ...unused.map((name) => problem('unused-sql-variable', { name }, placeOfField(file, 'variables')))],
  };
}

function downgradeOf(migration: FilledMigration, file: string): Downgrade {
  const { irreversible } = migration;
  if (irreversible) return { irreversible: irreversible.reason, origin: { file, line: irreversible.line } };
  const ops = opsOf(migration, 'downgrade', file);
  if (ops.length) return ops;
  return { irreversible: 'the file has no section for the downgrade', origin: { file }, unsaid: true };
}

function opsOf({ sections }: FilledMigration, direction: SqlSection['direction'], file: string): readonly AuthoredOp[] {
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

function executeOf({ sql, line, options }: FilledSection, file: string): Execute {
  const transactional = options.includes('no-transaction') ? { transactional: false as const } : {};
  return { op: 'execute', sql, verbatim: true, ...transactional, origin: { file, line } };
}
