import type { Config } from '../config.ts';
import { ownTemplates } from '../own-templates/index.ts';
import { type OwnTemplates, scriptTemplatePaths } from '../script/index.ts';

/** The project's own templates of scripts. @throws MigsqlError of a code of `ownTemplates` */
export const scriptTemplates = ({ templates: folder, root }: Config): OwnTemplates =>
  folder === undefined ? new Map() : ownTemplates('script', scriptTemplatePaths(), { folder, root });
