import { Flags, type Interfaces } from '@oclif/core';
import { clientFlag, eolFlag } from './flags.ts';

/** What is said of a script's text and of how it is run, whatever it does. */
export const scriptFlags = {
  client: clientFlag({
    description: "Who runs the script: the dialect's own client, which is the default, or 'generic' for any other.",
  }),
  'start-guard': Flags.boolean({ allowNo: true, description: 'Stop unless the database is where the script starts.' }),
  lock: Flags.boolean({ allowNo: true, description: 'Keep a second run out.' }),
  'lock-timeout': Flags.integer({ min: 0, max: 86_400, helpValue: 'SECONDS', description: 'Wait so long for a lock; 0: no limit. Default: 5.' }),
  'statement-timeout': Flags.integer({ min: 0, max: 86_400, helpValue: 'SECONDS', description: 'Let a statement take so long; 0: no limit. Default: 0.' }),
  progress: Flags.boolean({ allowNo: true, description: 'Tell each step.' }),
  sentinel: Flags.boolean({ allowNo: true, description: 'End with a line that says that all went well.' }),
  'expect-database': Flags.string({ helpValue: 'NAME', description: 'Stop in any other database.' }),
  exit: Flags.boolean({ description: 'End SQL*Plus behind the last line (Oracle): not for a script that another calls.' }),
  'expect-server': Flags.boolean({ allowNo: true, description: 'Stop on an older server than the script was written for.' }),
  eol: eolFlag({ description: 'How lines end. Default: lf.' }),
  ascii: Flags.boolean({ allowNo: true, description: 'Hold no character but ASCII, or fail with the place of one.' }),
  'line-length': Flags.integer({ min: 80, max: 1_000_000, helpValue: 'BYTES', description: 'Have no longer line, or fail with the place of one.' }),
};

/** What is said of a record's fields. */
export const givenOf = <T extends object>(fields: T): { [F in keyof T]?: NonNullable<T[F]> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;

/** The same, as `renderScript` takes it. */
export const givenScript = (flags: Interfaces.InferredFlags<typeof scriptFlags>) =>
  givenOf({
    client: flags.client,
    startGuard: flags['start-guard'],
    lock: flags.lock,
    exit: flags.exit,
    lockTimeout: flags['lock-timeout'],
    statementTimeout: flags['statement-timeout'],
    progress: flags.progress,
    sentinel: flags.sentinel,
    expectDatabase: flags['expect-database'],
    expectServer: flags['expect-server'],
    eol: flags.eol,
    ascii: flags.ascii,
    lineLength: flags['line-length'],
  });
