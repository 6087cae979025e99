import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { packageFile } from '../package-root.ts';
import type { Limits } from './limits.ts';
import { type Sandbox, openSandbox } from './sandbox.ts';

/** The text of the module that project code imports as `migsql`, as the build made it. */
export const authoringText = (): string => readFileSync(packageFile('dist/authoring.js'), 'utf8');

/** A sandbox with the package's own authoring module and thread. */
export const openPackageSandbox = (limits: Partial<Limits> = {}): Sandbox =>
  openSandbox({ authoring: authoringText(), worker: pathToFileURL(packageFile('dist/sandbox-worker.js')), limits });
