import { Args } from '@oclif/core';
import { resolve } from '../../revisions/index.ts';
import { MigsqlCommand, type Report } from '../command.ts';
import { revisionBlock, revisionData } from '../revision-text.ts';

export class Show extends MigsqlCommand<typeof Show> {
  static override summary = 'Show all that is known of a revision.';
  static override description = 'REVISION is a target: an id or the beginning of one, a label, head, label@head, ae10-1 …';
  static override args = {
    revision: Args.string({ description: 'The revision, or several with commas.', required: true, ignoreStdin: true }),
  };
  static override examples = [
    { description: 'By the beginning of its id', command: '<%= config.bin %> <%= command.id %> ae10' },
    { description: 'The head of a branch', command: '<%= config.bin %> <%= command.id %> billing@head' },
  ];

  protected async execute(): Promise<Report> {
    const { graph } = await this.project();
    const found = resolve(graph, this.args.revision).flatMap((id) => graph.nodes.get(id) ?? []).map(revisionData);
    return { data: { revisions: found }, lines: found.map(revisionBlock) };
  }
}
