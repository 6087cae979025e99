import { AUTHORING } from './imports.ts';

/** A line of an interpreter's stack: the module, line and column (in code points) from 1. */
export interface Frame {
  readonly module: string;
  readonly line: number;
  readonly column: number;
}

/** `at name (module:line:column)`, or without a name. A module's name may hold brackets and blanks. */
const FRAME = /^ *at (?:.*? \((.*):(\d+):(\d+)\)|(.*):(\d+):(\d+))$/;

/** No frame is longer; a text that an author set as one may be. */
const LONGEST_FRAME = 2000;

/** The innermost frame in project code; migsql's own modules, others' and built-in functions are passed over. */
export function innermostFrame(stack: string, isForeign: (module: string) => boolean): Frame | undefined {
  for (const text of stack.split('\n')) {
    const [, ...found] = (text.length <= LONGEST_FRAME && FRAME.exec(text)) || [];
    const [module, line, column] = found[0] === undefined ? found.slice(3) : found;
    if (module !== undefined && module !== AUTHORING && module !== '<migsql>' && !isForeign(module)) {
      return { module, line: Number(line), column: Number(column) };
    }
  }
  return undefined;
}
