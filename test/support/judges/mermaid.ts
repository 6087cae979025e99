import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInThisContext } from 'node:vm';
import { parse as parseYaml } from 'yaml';

/** What mermaid's own parser makes of an erDiagram. */
export interface ErDiagram {
  readonly entities: readonly ErEntity[];
  readonly relationships: readonly { readonly one: string; readonly many: string; readonly label: string }[];
  readonly title: string;
}

interface ErEntity {
  readonly name: string;
  readonly classes: readonly string[];
  readonly attributes: readonly { readonly type: string; readonly name: string; readonly keys: readonly string[]; readonly comment: string }[];
}

interface Mermaid {
  readonly parse: (text: string) => Promise<unknown>;
  readonly mermaidAPI: { readonly getDiagramFromText: (text: string) => Promise<{ readonly db: Db }> };
}

interface Db {
  readonly getEntities: () => ReadonlyMap<string, { readonly id: string; readonly cssClasses: string; readonly attributes: ErEntity['attributes'] }>;
  readonly getRelationships: () => readonly { readonly entityA: string; readonly entityB: string; readonly roleA: string }[];
}

/** It is made for browsers, as a script that leaves a global. */
function load(): Mermaid {
  runInThisContext(readFileSync(createRequire(import.meta.url).resolve('@mermaid-js/tiny'), 'utf8'));
  return (globalThis as unknown as { readonly mermaid: Mermaid }).mermaid;
}

const mermaid = load();

/** Its parser's stand-in for the codes of characters, which it draws as those. */
const decoded = (text: string): string => text.replace(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCharCode(Number(code)));

/**
 * The title goes through a cleaner that needs a browser, so that only YAML's parser reads it here.
 *
 * @throws where the grammar does not take the text
 */
export async function parseMermaid(text: string): Promise<ErDiagram> {
  const [, head = '', body = ''] = /^---\n([^]*?\n)---\n([^]*)$/.exec(text) ?? [];
  await mermaid.parse(body);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(body);
  const entities = [...db.getEntities()];
  const names = new Map(entities.map(([name, { id }]) => [id, decoded(name)]));
  return {
    entities: entities.map(([name, { cssClasses, attributes }]) => ({
      name: decoded(name),
      classes: cssClasses.split(' ').filter((each) => each !== 'default'),
      attributes: attributes.map((each) => ({ ...each, comment: decoded(each.comment) })),
    })),
    relationships: db.getRelationships().map(({ entityA, entityB, roleA }) => ({
      one: names.get(entityA) ?? entityA,
      many: names.get(entityB) ?? entityB,
      label: decoded(roleA),
    })),
    title: (parseYaml(head) as { readonly title: string }).title,
  };
}
