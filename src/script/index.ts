export { DEFAULT_OPTIONS, type ScriptClient, type ScriptOptions } from './options.ts';
export { framed } from './framed.ts';
export { headsArgument } from './facts.ts';
export { renderScript } from './render-script.ts';
