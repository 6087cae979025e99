import type { Code } from './code.ts';
import { layout } from './layout.ts';

/** What stands between `import` and `from 'migsql'` in a file with these; nothing where they need no import. */
export function importClause(codes: readonly Code[]): string | undefined {
  const names = importsOf(codes);
  const place = { column: 'import '.length, after: " from 'migsql';".length };
  return names.length ? layout({ group: 'object', items: names, style: 'fill' }, place) : undefined;
}

/** In alphabetical order. */
const importsOf = (codes: readonly Code[]): readonly string[] =>
  [...new Set(codes.flatMap(namesIn))].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));

function namesIn(code: Code): readonly string[] {
  if (typeof code === 'string') return [];
  if ('imported' in code) return [code.imported];
  if ('remark' in code) return namesIn(code.code);
  return ('pieces' in code ? code.pieces : code.items).flatMap(namesIn);
}
