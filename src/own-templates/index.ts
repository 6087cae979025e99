export { ownTemplate, ownTemplates, type TemplateFolder } from './find.ts';
export { filler, lineOf, type OwnTemplate, renderOwnTemplate } from './template.ts';
