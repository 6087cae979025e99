import { resolve as resolvePath } from 'node:path';
import type { Project } from '../compiler.ts';
import { fail } from '../errors.ts';
import { resolve } from '../revisions/index.ts';
import { editorOf, openEditor } from './editor.ts';
import type { Report } from './report.ts';

/** @throws MigsqlError of a code of `resolve`; `invalid-usage` when it is not one revision; `no-editor`, `editor-failed` */
export function editRevision({ config, graph }: Project, target: string, json: boolean): Report {
  const editor = editorOf(process.env);
  const [id, ...more] = resolve(graph, target);
  const file = graph.nodes.get(id ?? '')?.revision.file;
  if (file === undefined || more.length) {
    const reason = `'${target}' is ${more.length ? `${more.length + 1} revisions` : 'no revision'}, and one can be edited`;
    return fail('invalid-usage', { reason, instead: "Name one; 'migsql history' lists them." });
  }
  openEditor(editor, resolvePath(config.root, file), json);
  return { data: { edited: file }, lines: [] };
}
