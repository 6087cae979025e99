import { readFileSync, readlinkSync } from 'node:fs';
import { hostname, uptime } from 'node:os';

/** A process, so that another one can prove that it is gone: its number alone may be another's by then. */
export interface Holder {
  readonly host: string;
  /** Of the start of the machine. */
  readonly boot: string;
  /** Of the numbers of processes, which containers have of their own. */
  readonly namespace: string;
  readonly pid: number;
  /** Of the start of the process, where the system tells. */
  readonly started: string;
}

export const thisProcess = (): Holder => ({ ...thisMachine(), pid: process.pid, started: startOf(process.pid)?.started ?? '' });

/** Whether a process is proved to be gone; one of another machine or container never is. */
export function isGone({ host, boot, namespace, pid, started }: Holder): boolean {
  const here = thisMachine();
  if (!Number.isInteger(pid) || pid <= 0 || host !== here.host || boot !== here.boot || namespace !== here.namespace) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
  const now = startOf(pid);
  return now !== undefined && (now.started !== started || now.isOver);
}

function thisMachine(): Pick<Holder, 'host' | 'boot' | 'namespace'> {
  // Elsewhere than on Linux: the minute.
  const boot = orNothing(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
  return { host: hostname(), boot: boot ?? String(Math.round((Date.now() / 1000 - uptime()) / 60)), namespace: orNothing(() => readlinkSync('/proc/self/ns/pid')) ?? '' };
}

/** Fields 3 and 22 of https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html; the name in the second may hold anything. */
function startOf(pid: number): { readonly started: string; readonly isOver: boolean } | undefined {
  const stat = orNothing(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  const [state = '', ...fields] = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
  const started = fields[18];
  return started === undefined ? undefined : { started, isOver: /[ZX]/.test(state) };
}

function orNothing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
