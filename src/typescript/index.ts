export { type Code, type Group, call, given, imported, importsOf, list, listInLines, object, pieces, templateText, text, texts } from './code.ts';
export { layout } from './layout.ts';
