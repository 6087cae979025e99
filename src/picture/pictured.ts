import type { Dialect } from '../dialects/dialect.ts';
import type { SchemaModel } from '../schema/model.ts';
import { type Diagram, diagramOf } from './diagram.ts';
import { difference } from './difference.ts';

export interface PictureOptions {
  /** Types have the names that it has for them. */
  readonly dialect: Dialect;
  readonly title: string;
  /** An earlier schema: what is new, gone or not as it was is marked. */
  readonly since?: SchemaModel;
}

/** What a picture shows. */
export const pictured = (model: SchemaModel, { dialect, since }: PictureOptions): Diagram => {
  const diagram = diagramOf(model, dialect);
  return since ? difference(diagramOf(since, dialect), diagram) : diagram;
};
