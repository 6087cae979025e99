export {
  type Code, type Group, call, given, imported, list, listInLines, object, pieces, templateText, text, texts,
} from './code.ts';
export { importClause } from './imports.ts';
export { layout } from './layout.ts';
