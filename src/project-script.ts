import type { Config } from './config.ts';
import { DIALECTS } from './dialects/index.ts';
import { fail } from './errors.ts';
import { ownTemplates } from './own-templates/index.ts';
import type { Plan } from './plan/index.ts';
import { DEFAULT_OPTIONS, type OwnTemplates, type ScriptOptions, renderScript, scriptTemplatePaths } from './script/index.ts';

/** What the config, or a command line, says of scripts. Where one begins and what it ends is said for one run alone. */
export type GivenScript = Config['script'] & Pick<ScriptOptions, 'fromStep' | 'exit'>;

/** The project's own templates of scripts. @throws MigsqlError of a code of `ownTemplates` */
export const scriptTemplates = ({ templates: folder, root }: Config): OwnTemplates =>
  folder === undefined ? new Map() : ownTemplates('script', scriptTemplatePaths(), { folder, root });

/** @throws MigsqlError `invalid-usage` where the client is another dialect's */
export function scriptOptions({ dialect }: Plan, { client, ...given }: GivenScript): ScriptOptions {
  const own = DIALECTS[dialect].script.client;
  if (client !== undefined && client !== own && client !== 'generic') {
    fail('invalid-usage', { reason: `${client} runs no scripts for ${dialect}`, instead: `Say '--client ${own}', which is the default, or '--client generic'.` });
  }
  return { ...DEFAULT_OPTIONS, ...given, client: client === 'generic' ? 'generic' : 'own' };
}

/** A plan as `render` writes it where nothing is said but what the config says. @throws MigsqlError of `renderScript` */
export const projectScript = (config: Config, plan: Plan): Iterable<string> =>
  renderScript(plan, scriptOptions(plan, config.script), { templates: scriptTemplates(config) });
