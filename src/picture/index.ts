export { mermaid } from './mermaid.ts';
export type { PictureOptions } from './pictured.ts';
export { svg } from './svg.ts';
