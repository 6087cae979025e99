export { DEFAULT_OPTIONS, type ScriptClient, type ScriptOptions } from './options.ts';
export { framed } from './framed.ts';
export { headsArgument } from './facts.ts';
export { type OwnTemplates, scriptTemplatePaths } from './fill.ts';
export { type Rendering, renderScript } from './render-script.ts';
