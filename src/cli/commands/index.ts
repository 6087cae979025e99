import { Apply } from './apply.ts';
import { Autocomplete } from './autocomplete.ts';
import { Baseline } from './baseline.ts';
import { Bases } from './bases.ts';
import { Blame } from './blame.ts';
import { Branches } from './branches.ts';
import { Check } from './check.ts';
import { Current } from './current.ts';
import { Diff } from './diff.ts';
import { Drift } from './drift.ts';
import { Edit } from './edit.ts';
import { EnsureVersion } from './ensure-version.ts';
import { Graph } from './graph.ts';
import { Heads } from './heads.ts';
import { History } from './history.ts';
import { Init } from './init.ts';
import { Inspect } from './inspect.ts';
import { Merge } from './merge.ts';
import { Prove } from './prove.ts';
import { Rehearse } from './rehearse.ts';
import { Render } from './render.ts';
import { Revision } from './revision.ts';
import { Schema } from './schema.ts';
import { Show } from './show.ts';
import { Snapshot } from './snapshot.ts';
import { Stamp } from './stamp.ts';
import { Templates } from './templates.ts';

/** Every command by the name it is called by. */
export const COMMANDS = {
  apply: Apply,
  autocomplete: Autocomplete,
  baseline: Baseline,
  bases: Bases,
  blame: Blame,
  branches: Branches,
  check: Check,
  current: Current,
  diff: Diff,
  drift: Drift,
  edit: Edit,
  'ensure-version': EnsureVersion,
  graph: Graph,
  heads: Heads,
  history: History,
  init: Init,
  inspect: Inspect,
  merge: Merge,
  prove: Prove,
  rehearse: Rehearse,
  render: Render,
  revision: Revision,
  schema: Schema,
  show: Show,
  snapshot: Snapshot,
  stamp: Stamp,
  templates: Templates,
};
