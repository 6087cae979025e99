import { readdirSync, readFileSync } from 'node:fs';
import { buildGraph } from './src/revisions/index.ts';
import { readFacts } from './src/migrations/facts.ts';
export async function openProject(config: any): Promise<any> {
  const files = config.migrations.flatMap((folder: string) => readdirSync(folder).filter((f) => f.endsWith('.ts')).map((f) => {
    const { facts } = readFacts(readFileSync(folder + '/' + f, 'utf8'), 'migrations/' + f);
    return { file: 'migrations/' + f, ...facts };
  }));
  return { config, files, graph: buildGraph(files) };
}
