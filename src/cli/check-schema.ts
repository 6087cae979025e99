import type { Project } from '../compiler.ts';
import { type Diagnostic, formatDiagnostic } from '../diagnostics.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import { chosenDialects } from './chosen-dialect.ts';
import { differenceData, differenceLines } from './diff.ts';
import type { Report } from './report.ts';
import { wantedChanges } from '../wanted-changes/index.ts';

const doubtLine = (doubt: Diagnostic): string => `  note: ${formatDiagnostic(doubt)}`;

/**
 * Whether the migrations make the schema that the config says is wanted, in each dialect of the config or in one.
 *
 * @throws MigsqlError with the problems of the migrations and of the wanted schema
 */
export async function checkSchema(project: Project, asked: DialectName | undefined): Promise<Report> {
  const results: { readonly data: object; readonly lines: readonly string[]; readonly failed: boolean }[] = [];
  for (const dialect of chosenDialects(project, asked)) {
    const { found, doubts } = await wantedChanges(project, { target: 'heads', dialect });
    const lines = found.length
      ? [`${dialect}: the schema that is wanted differs from what the migrations make; still to be done:`, ...differenceLines(found).map((line) => `  ${line}`)]
      : [`${dialect}: the migrations make the schema that is wanted`];
    results.push({ data: { dialect, differences: found.map(differenceData), doubts }, lines: [...lines, ...doubts.map(doubtLine)], failed: found.length > 0 });
  }
  return {
    data: { schema: results.map(({ data }) => data) },
    lines: results.flatMap(({ lines }) => lines),
    failed: results.some(({ failed }) => failed),
  };
}
