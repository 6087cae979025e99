export { DEFAULT_OPTIONS, type ScriptClient, type ScriptOptions } from './options.ts';
export { renderScript } from './render-script.ts';
