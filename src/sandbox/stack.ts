import { AUTHORING } from './imports.ts';

/** A line of an interpreter's stack: the module, line and column (in code points) from 1. */
export interface Frame {
  readonly module: string;
  readonly line: number;
  readonly column: number;
}

/** The innermost frame in project code; migsql's own modules and built-in functions are passed over. */
export function innermostFrame(stack: string): Frame | undefined {
  for (const text of stack.split('\n')) {
    const [, module, line, column] = /(?:\(|at )([^()]*):(\d+):(\d+)\)?$/.exec(text) ?? [];
    if (module !== undefined && module !== AUTHORING && !module.startsWith('<')) {
      return { module, line: Number(line), column: Number(column) };
    }
  }
  return undefined;
}
