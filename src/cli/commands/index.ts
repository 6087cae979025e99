import { Blame } from './blame.ts';
import { Edit } from './edit.ts';
import { Heads } from './heads.ts';
import { History } from './history.ts';
import { Init } from './init.ts';
import { Merge } from './merge.ts';
import { Render } from './render.ts';
import { Revision } from './revision.ts';
import { Show } from './show.ts';

/** Every command by the name it is called by. */
export const COMMANDS = {
  blame: Blame,
  edit: Edit,
  heads: Heads,
  history: History,
  init: Init,
  merge: Merge,
  render: Render,
  revision: Revision,
  show: Show,
};
