import type Handlebars from 'handlebars';
import { fail } from '../errors.ts';
import { builtModule } from '../package-root.ts';
import { marked, originOf } from './lines.ts';

/** A template that is not the package's. */
export interface OwnTemplate {
  /** As messages name it. */
  readonly file: string;
  readonly text: string;
}

/** Compiled as the package's are: a name that is not given is an error, nothing is escaped, and no helper reaches further. */
type Compiler = Pick<typeof Handlebars, 'compile' | 'parse'>;
const compiler = (): Compiler => builtModule('template-compiler.cjs') as Compiler;

/**
 * The text of a template of a project's own, filled with `data`.
 *
 * @throws MigsqlError `broken-template` with the line
 */
export const renderOwnTemplate = (own: OwnTemplate, data: object): string => filler(own)(data);

/** The same for one that is filled many times: it is compiled once. */
export function filler({ file, text }: OwnTemplate): (data: object) => string {
  const template = compiler().compile(text);
  return (data) => {
    try {
      return template(data);
    } catch (error) {
      return broken(error as HandlebarsError, data, file);
    }
  };
}

/** The line of a template, from 1, in which a line begins that it writes. */
export function lineOf(own: OwnTemplate, data: object, written: number): number {
  const { compile, parse } = compiler();
  return originOf(compile(marked(parse(own.text)))(data), written);
}

interface HandlebarsError extends Error {
  readonly lineNumber?: number;
  readonly column?: number;
}

function broken({ message, lineNumber, column }: HandlebarsError, data: object, file: string): never {
  const line = lineNumber ?? Number(/^\w+ error on line (\d+)/.exec(message)?.[1] ?? 1);
  const place = { file, line, ...(column !== undefined && { column: column + 1 }) };
  return fail('broken-template', { reason: inWords(message), known: Object.keys(data) }, place);
}

/** What Handlebars says, without its own options, tokens and places. */
const inWords = (message: string): string =>
  (message.split('\n').at(-1) ?? '')
    .replace(/ - \d+:\d+$/, '')
    .replace(/^Expecting .*, got '(\w+)'$/, 'unexpected $1')
    .replace(/^You specified knownHelpersOnly, but used the unknown/, 'there is no')
    .replace('not defined in [object Object]', 'is not given');
