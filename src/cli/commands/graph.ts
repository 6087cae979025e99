import { Args, Flags } from '@oclif/core';
import { MigsqlCommand } from '../command.ts';
import { fail } from '../../errors.ts';
import { graphFormatFlag } from '../flags.ts';
import type { Report } from '../report.ts';

export class Graph extends MigsqlCommand<typeof Graph> {
  static override summary = 'Draw the graph of revisions.';
  static override description =
    'The newest is on top; dashed lines lead to what a revision depends on. In the terminal, history --graph draws it.';
  static override usage = 'graph [[FROM]:[TO]] [--format mermaid|dot|svg|json] [-o FILE]';
  static override args = {
    range: Args.string({ description: 'Revisions from FROM to TO; either may be left out.', ignoreStdin: true }),
  };
  static override flags = {
    format: graphFormatFlag({ char: 'f', description: 'For mermaid, for Graphviz, as a picture, or as data. Default: mermaid.' }),
    output: Flags.string({ char: 'o', description: 'Write there instead of stdout.', helpValue: 'FILE' }),
  };
  static override examples = [
    { description: 'For a page of documentation', command: '<%= config.bin %> <%= command.id %> > graph.mmd' },
    { description: 'As a picture', command: '<%= config.bin %> <%= command.id %> --format svg -o graph.svg' },
    { description: 'What came after a release, for Graphviz', command: '<%= config.bin %> <%= command.id %> ae1027a6acf0: --format dot' },
  ];

  protected async execute(): Promise<Report | void> {
    const { drawGraph } = await import('../graph-picture.ts');
    const { json, output, format = json && output === undefined ? 'json' : 'mermaid' } = this.flags;
    if (output === '') fail('invalid-usage', { reason: '-o is empty', instead: 'Name a file.' });
    if (json && output === undefined && format !== 'json') {
      fail('invalid-usage', { reason: `stdout cannot be ${format} and JSON`, instead: 'Leave out --json, or add -o FILE.' });
    }
    return drawGraph(await this.project(), { range: this.args.range, format, output });
  }
}
