import { createHash } from 'node:crypto';
import type { ObjectName } from '../schema/name.ts';
import type { VersionTable } from '../schema/version-table.ts';
import type { Plan, PlannedStep, Statement } from './plan.ts';

/** The append-only table of what was run, beside the version table. */
export const ledgerTable = ({ schema }: VersionTable): ObjectName => ({ ...(schema !== undefined && { schema }), name: 'migsql_ledger' });

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** SHA-256 of a plan as JSON, in hex: what the ledger knows a script by. */
export const planHash = (plan: Plan): string => sha256(JSON.stringify(plan));

export const statementsOf = ({ blocks }: PlannedStep): readonly Statement[] => blocks.flatMap(({ statements }) => statements);

/** SHA-256 of a step's statements, in hex: whether what was begun is what would go on. */
export const statementsHash = (step: PlannedStep): string => sha256(JSON.stringify(statementsOf(step).map(({ sql }) => sql)));
