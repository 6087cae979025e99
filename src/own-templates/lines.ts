/*
 * Handlebars does not tell which line of a template a line of the text comes from. So a second tree of the template is
 * made, whose texts hold marks, and filled with the same data: a mark says which line of the template begins there.
 */

/** U+0000 stands in no script. */
const mark = (line: number): string => `\0${line}\0`;

/** A template's tree, with the marks. */
export const marked = (program: hbs.AST.Program): hbs.AST.Program => ({ ...program, body: program.body.map(markedStatement) });

function markedStatement(statement: hbs.AST.Statement): hbs.AST.Statement {
  if (statement.type === 'ContentStatement') return markedContent(statement as hbs.AST.ContentStatement);
  if (statement.type !== 'BlockStatement') return statement;
  const { program, inverse } = statement as hbs.AST.BlockStatement;
  return {
    ...statement,
    ...(program && { program: marked(program) }),
    ...(inverse && { inverse: marked(inverse) }),
  } as hbs.AST.Statement;
}

/** Its beginning and all of its lines; what Handlebars has stripped of it at its start are lines as well. */
function markedContent(content: hbs.AST.ContentStatement): hbs.AST.Statement {
  const { value, original, loc } = content;
  let line = loc.start.line + linesBeforeText(String(original)) - linesBeforeText(value);
  const lines = value.split('\n').map((text) => `${mark(line++)}${text}`);
  return { ...content, value: lines.join('\n') } as hbs.AST.Statement;
}

const linesBeforeText = (text: string): number => (/^\s*/.exec(text)?.[0] ?? '').split('\n').length - 1;

/** The line of the template in which line `written` begins, from 1. What a value holds is of the line that it stands in. */
export function originOf(text: string, written: number): number {
  const before = text.split('\n').slice(0, written);
  const start = before.pop() ?? '';
  const ownMarks = /^(?:\0\d+\0)*/.exec(start)?.[0] ?? '';
  const marks = [...`${before.join('\n')}\n${ownMarks}`.matchAll(/\0(\d+)\0/g)];
  return Number(marks.at(-1)?.[1] ?? 1);
}
