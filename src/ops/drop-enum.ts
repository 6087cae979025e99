import * as v from 'valibot';
import { type OpBase, type OpDefinition, irreversible } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, identifier } from './shapes.ts';
import { call, text } from './source.ts';

export interface DropEnum extends OpBase {
  readonly op: 'dropEnum';
  readonly name: string;
}

/** `dropEnum('mood')`, after the last column of that type is gone */
export function dropEnum(name: string): DropEnum {
  return { op: 'dropEnum', name, ...origin() };
}

export const dropEnumDefinition: OpDefinition<DropEnum> = {
  shape: () => v.strictObject({ op: v.literal('dropEnum'), name: identifier, ...baseFields }),
  describe: ({ name }) => `drop enum type ${name}`,
  reverse: ({ name }, before) => {
    const values = before.enumValues(name);
    if (values) return [{ op: 'createEnum', name, values }];
    return irreversible(`no op made enum type '${name}', so its values are not known`);
  },
  evolve: (schema, { name }) => ({ ...schema, enums: schema.enums.delete(name) }),
  source: ({ name }) => call('dropEnum', text(name)),
};
