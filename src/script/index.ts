export { renderScript } from './render-script.ts';
