import type { Diagnostic, Place } from '../diagnostics.ts';
import { problem } from '../errors.ts';
import { similar } from '../similar.ts';
import type { Thrown } from './engine.ts';
import type { Program } from './program.ts';

/** What databases and other tools call the types. */
const OTHER_WORDS: { readonly [type: string]: readonly string[] } = {
  integer: ['int', 'int4', 'serial'],
  bigint: ['int8', 'bigserial', 'biginteger'],
  smallint: ['int2', 'tinyint'],
  string: ['char', 'varchar', 'varchar2', 'nvarchar', 'nchar'],
  text: ['clob', 'longtext', 'mediumtext', 'ntext'],
  boolean: ['bool', 'bit'],
  numeric: ['decimal', 'number', 'money'],
  float: ['real', 'float4'],
  double: ['float8'],
  timestamp: ['datetime', 'datetime2', 'timestamptz'],
  uuid: ['guid', 'uniqueidentifier'],
  json: ['jsonb'],
  binary: ['blob', 'bytea', 'bytes', 'varbinary', 'raw'],
};

/** An error that comes of a name that there is not, with what was probably meant; nothing for any other error. */
export function explainUnknownName(thrown: Thrown, program: Program, place: Place): Diagnostic | undefined {
  const { name, message, known } = thrown;
  const [, unknown] = /^'([^']+)' is not defined$/.exec(message) ?? [];
  if (name === 'ReferenceError' && unknown !== undefined) {
    const exported = Object.keys(known);
    const details = { name: unknown, isExported: exported.includes(unknown), suggestions: similar(unknown, exported) };
    return problem('unknown-name', details, place);
  }
  if (name !== 'TypeError' || message !== 'not a function') return undefined;
  const types = known['types'] ?? [];
  const called = calledType(program, place);
  if (called === undefined || types.includes(called)) return undefined;
  return problem('unknown-type', { type: called, known: types, suggestions: typesLike(called, types) }, place);
}

function typesLike(called: string, known: readonly string[]): readonly string[] {
  const word = called.toLowerCase();
  const meant = known.filter((type) => OTHER_WORDS[type]?.includes(word));
  return meant.length > 0 ? meant : similar(called, known);
}

/** `varchar` where the source at the place calls `types.varchar(…)`. */
function calledType(program: Program, { file, line = 1, column = 1 }: Place): string | undefined {
  const [source] = [...program.sources()].filter((each) => each.file === file);
  const lines = source?.text.split('\n', line) ?? [];
  const last = lines[line - 1] ?? '';
  const before = [...lines.slice(0, line - 1), last.slice(0, column - 1)].join('\n');
  return /\btypes\s*\??\.\s*$/.test(before) ? /^[\w$]+/.exec(last.slice(column - 1))?.[0] : undefined;
}
