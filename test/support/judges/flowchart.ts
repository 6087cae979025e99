import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInThisContext } from 'node:vm';

/** What mermaid's own parser makes of a flowchart: each node's text by its id, and the links. */
export interface Flowchart {
  readonly nodes: ReadonlyMap<string, string>;
  readonly links: readonly { readonly from: string; readonly to: string; readonly stroke: string }[];
}

interface Mermaid {
  readonly parse: (text: string) => Promise<unknown>;
  readonly mermaidAPI: { readonly getDiagramFromText: (text: string) => Promise<{ readonly db: Db }> };
}

interface Db {
  readonly getVertices: () => ReadonlyMap<string, { readonly text: string }>;
  readonly getEdges: () => readonly { readonly start: string; readonly end: string; readonly stroke: string }[];
}

/**
 * It is made for browsers, as a script that leaves a global. Its cleaner of HTML, which has nothing to clean here, leaves
 * texts alone in a window that it does not know.
 */
function load(): Mermaid {
  Object.assign(globalThis, { window: { document: { nodeType: 9, createElement: () => ({}) }, Element: class {} } });
  runInThisContext(readFileSync(createRequire(import.meta.url).resolve('@mermaid-js/tiny'), 'utf8'));
  Reflect.deleteProperty(globalThis, 'window');
  return (globalThis as unknown as { readonly mermaid: Mermaid }).mermaid;
}

const mermaid = load();

/** Its parser's stand-in for the codes of characters, which it draws as those. */
const decoded = (text: string): string => text.replace(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCharCode(Number(code)));

/** @throws where the grammar does not take the text */
export async function parseFlowchart(text: string): Promise<Flowchart> {
  await mermaid.parse(text);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  return {
    nodes: new Map([...db.getVertices()].map(([id, vertex]) => [id, decoded(vertex.text)])),
    links: db.getEdges().map(({ start, end, stroke }) => ({ from: start, to: end, stroke })),
  };
}
