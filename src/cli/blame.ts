import { type Place, formatPlace } from '../diagnostics.ts';
import { fail } from '../errors.ts';
import { displayTable } from '../ops/display.ts';
import { type Part, partsOf } from '../ops/parts.ts';
import type { Project } from '../compiler.ts';
import { schemaAt } from '../replay.ts';
import type { SchemaModel } from '../schema/model.ts';
import { similar } from '../similar.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import { chosenDialect } from './chosen-dialect.ts';
import type { Report } from './report.ts';

/** A part of the schema and the op that made it what it is. */
interface Blamed {
  readonly kind: string;
  readonly name: string;
  readonly revision: string;
  readonly title: string;
  readonly place: Place;
}

export interface BlameRequest {
  /** `account`, `account.balance`, `sales.account.balance`, or the name of any other thing. */
  readonly name: string;
  /** The revision whose schema is asked. */
  readonly at: string;
  readonly dialect: DialectName | undefined;
}

/**
 * Who made a table and each part of it, or one thing alone.
 *
 * @throws MigsqlError `not-in-model`; `unread-sql` where hand-written SQL that cannot be read made it
 */
export async function blame(project: Project, { name, at, dialect }: BlameRequest): Promise<Report> {
  const model = await schemaAt(project, at, chosenDialect(project, dialect));
  const found = partsNamed(model, name, at).flatMap((part) => blamed(project, model, part));
  const widths = (['kind', 'name', 'revision'] as const).map((key) => Math.max(...found.map((each) => each[key].length)));
  const lines = found.map(({ kind, name: of, revision, title, place }) => {
    const columns = [kind, of, revision].map((text, index) => text.padEnd(widths[index] ?? 0));
    return [...columns, formatPlace(place), title].join('  ').trimEnd();
  });
  return { data: { parts: found }, lines };
}

function partsNamed(model: SchemaModel, name: string, target: string): readonly Part[] {
  const parts = partsOf(model);
  const found = parts.filter((part) => part.table === name);
  const named = found.length ? found : parts.filter((part) => part.name === name);
  if (named.length) return named;
  const unread = [...model.opaque.values()].find((each) => displayTable(each.name) === name);
  if (unread) fail('unread-sql', { name, reason: unread.reason }, unread.place);
  return fail('not-in-model', { name, target, suggestions: similar(name, new Set(parts.map((part) => part.name))) });
}

function blamed({ graph }: Project, { made }: SchemaModel, { kind, name, node }: Part): readonly Blamed[] {
  const maker = made.get(node);
  if (!maker) return [];
  const { revision, place } = maker;
  return [{ kind, name, revision, title: graph.nodes.get(revision)?.revision.title ?? '', place }];
}
