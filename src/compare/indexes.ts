import { findTable } from '../schema/model.ts';
import { type Phase, difference } from './difference.ts';
import { indexRisk } from './risks.ts';
import { keptTables } from './table-pair.ts';

export const dropIndexes: Phase = (now, wanted, context) =>
  keptTables(now, wanted, context).flatMap(({ now: { name: table }, indexes }) =>
    indexes.dropped.map(({ name }) => difference({ op: 'dropIndex', table, name })),
  );

export const renameIndexes: Phase = (now, wanted, context) =>
  keptTables(now, wanted, context).flatMap(({ now: { name: table }, indexes }) =>
    indexes.kept.flatMap(({ now: { name }, wanted: { name: to } }) =>
      name === undefined || to === undefined || name === to ? [] : [difference({ op: 'renameIndex', table, name, to })],
    ),
  );

export const createIndexes: Phase = (now, wanted, context) =>
  keptTables(now, wanted, context).flatMap((pair) =>
    pair.indexes.added.map((index) =>
      difference({ op: 'createIndex', table: pair.now.name, index }, indexRisk(index, findTable(context.before, pair.now.name))),
    ),
  );
