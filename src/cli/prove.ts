import type { Project } from '../compiler.ts';
import { formatPlace } from '../diagnostics.ts';
import { inOwnSchemas } from '../own-schemas.ts';
import { type Proof, type Verdict, prove } from '../prove/index.ts';
import { replay } from '../replay.ts';
import { history } from '../revisions/index.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import { chosenDialect } from './chosen-dialect.ts';
import type { Report } from './report.ts';

const VERDICTS: readonly Verdict[] = ['exact', 'lossy', 'unproved', 'impossible', 'broken'];

/**
 * Proves for each revision of a range that its downgrade leads back to the schema before its upgrade. It fails where one
 * does not; that there is no way back, or none for some rows, is only said.
 *
 * @throws MigsqlError of a code of `history`, or with the problems of the migrations
 */
export async function proveRange(project: Project, range: string | undefined, asked: DialectName | undefined): Promise<Report> {
  const dialect = chosenDialect(project, asked);
  const nodes = history(project.graph, range);
  const ids = new Set(nodes.map(({ id }) => id));
  const last = nodes.filter(({ children, dependants }) => ![...children, ...dependants].some(({ id }) => ids.has(id)));
  const chain = await replay(project, last.map(({ id }) => id).join(',') || 'base', dialect, 'any');
  const proofs = inOwnSchemas(project.graph, chain).filter(({ migration }) => ids.has(migration.id)).map((each) => prove(each, chain));
  const counts = VERDICTS.map((verdict) => [verdict, proofs.filter((proof) => proof.verdict === verdict).length] as const);
  const summary = counts.filter(([, count]) => count > 0).map(([verdict, count]) => `${count} ${verdict}`);
  return {
    data: { dialect, counts: Object.fromEntries(counts), proofs },
    lines: [...proofs.flatMap(proofLines), summary.join(', ') || 'nothing to prove'],
    failed: proofs.some(({ verdict }) => verdict === 'broken'),
  };
}

const proofLines = ({ verdict, revision, title, reasons }: Proof): readonly string[] => [
  `${verdict.padEnd(10)}  ${revision}  ${title}`.trimEnd(),
  ...reasons.map(({ text, place }) => `    ${place ? `${formatPlace(place)}: ` : ''}${text}`),
];
