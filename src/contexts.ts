import type { Place } from './diagnostics.ts';
import { MigsqlError, problem } from './errors.ts';
import type { Migration } from './migration.ts';
import type { Graph, Revision } from './revisions/index.ts';

/** A revision that may be for some databases only. */
interface InContexts extends Revision {
  readonly contexts?: readonly string[];
  readonly line?: number;
}

/** What counts: migrations for these, or all of them, whatever they are for. */
export type Contexts = readonly string[] | 'any';

/**
 * What is rendered or replayed for; where a migration is for some contexts only, that must be said.
 *
 * @throws MigsqlError `open-context` for each
 */
export function saidContexts(said: readonly string[] | undefined, { nodes }: Graph<InContexts>, ids: readonly string[]): readonly string[] {
  if (said) return said;
  const problems = ids.flatMap((id) => {
    const { contexts, ...revision } = nodes.get(id)?.revision ?? {};
    return contexts ? [problem('open-context', { revision: id, contexts }, placeOf(revision))] : [];
  });
  if (problems.length) throw new MigsqlError(problems);
  return [];
}

const placeOf = ({ file = '', line }: Partial<InContexts>): Place => ({ file, ...(line !== undefined && { line }) });

/** Whether a revision is for one of these; one that names none is for all. */
export const isFor = ({ contexts }: Pick<InContexts, 'contexts'>, wanted: readonly string[]): boolean =>
  contexts?.some((each) => wanted.includes(each)) ?? true;

/** The migrations, without the ops of those that are for other contexts. */
export function inContexts({ nodes }: Graph<InContexts>, wanted: Contexts, migrations: ReadonlyMap<string, Migration>): ReadonlyMap<string, Migration> {
  if (wanted === 'any') return migrations;
  const left = ([id, each]: [string, Migration]): [string, Migration] => [id, isFor(nodes.get(id)?.revision ?? {}, wanted) ? each : withoutOps(each)];
  return new Map([...migrations].map(left));
}

const withoutOps = (migration: Migration): Migration => ({
  ...migration,
  title: `${migration.title} (left out: for other contexts)`,
  upgrade: [],
  downgrade: [],
});

/** For each of them some ops count that count for no other: what is said, if anything is, and each context that a revision names. */
export function contextSets(said: readonly string[] = [], { nodes }: Graph<InContexts>): readonly (readonly string[])[] {
  const named = new Set([...nodes.values()].flatMap(({ revision }) => revision.contexts ?? []));
  return [said, ...[...named].filter((each) => !said.includes(each)).sort().map((each) => [each])];
}
