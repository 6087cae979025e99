import { SESSION_WORDS } from '../../src/database/words/index.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import { type Plan, lockName } from '../../src/plan/index.ts';

/** What a session says beside the plan's statements and the ledger. */
export function isOwn(sql: string, { dialect: name, versionTable }: Plan): boolean {
  const { settings, begin, commit, rollback, lock, alone } = SESSION_WORDS[name];
  const { script } = DIALECTS[name];
  const locks = lock ? [lock.take(lockName(versionTable, DIALECTS[name])), lock.release(lockName(versionTable, DIALECTS[name]))] : [];
  return [...script.settings, ...settings, ...script.timeouts(5, 0), begin, commit, rollback, ...locks, ...(alone?.begin ?? []), ...(alone?.end ?? [])].includes(sql);
}
