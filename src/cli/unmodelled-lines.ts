import { type Unmodelled, displayUnmodelled } from '../database/unmodelled/index.ts';
import { onOneLine } from './revision-text.ts';

/** A line each, whatever a name holds: they are comments of a file as well. */
export const unmodelledLines = (all: readonly Unmodelled[]): readonly string[] => all.map((each) => onOneLine(displayUnmodelled(each)));
