import { SaxesParser } from 'saxes';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** All text in it, of what is in its elements as well. */
  readonly text: string;
}

/**
 * Every element of a document, in the order of their ends.
 *
 * @throws where it is not well-formed
 */
export function parseXml(document: string): readonly XmlElement[] {
  const parser = new SaxesParser();
  const open: { readonly attributes: Readonly<Record<string, string>>; text: string }[] = [];
  const elements: XmlElement[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ attributes }) => open.push({ attributes: { ...attributes }, text: '' }));
  parser.on('text', (text) => {
    for (const each of open) each.text += text;
  });
  parser.on('closetag', ({ name }) => elements.push({ name, ...open.pop()! }));
  parser.write(document).close();
  return elements;
}
