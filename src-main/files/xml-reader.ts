import { SaxesParser } from 'saxes';
import { DomainError } from '../domain/problem.ts';

/** Most elements that may stand inside of one another; those that are read here know ten. */
const MAX_DEPTH = 100;

/** An element of an XML text, its names without their namespace's prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text directly in it. */
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly children: OpenElement[];
  text: string;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads a small XML text into its elements. It has no use for a document type, and with none there are no entities that
 * grow or that fetch something.
 * @throws DomainError `unreadable-file`, naming the file.
 */
export function readXml(fileName: string, text: string): XmlElement {
  const refuse = (reason: string): DomainError =>
    new DomainError('unreadable-file', `${fileName} cannot be read: ${reason}.`);
  const parser = new SaxesParser();
  const root: OpenElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  parser.on('doctype', () => {
    throw refuse('it declares a document type, which no such file needs');
  });
  parser.on('error', () => {
    throw refuse('it is no complete XML');
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > MAX_DEPTH)
      throw refuse(`more than ${MAX_DEPTH} elements stand inside of one another in it`);
    const plain = Object.entries(attributes).map(([key, value]) => [local(key), value]);
    const element: OpenElement = {
      name: local(name),
      attributes: Object.fromEntries(plain),
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const write = (more: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += more;
  };
  parser.on('text', write);
  parser.on('cdata', write);
  parser.on('closetag', () => open.pop());
  parser.write(text).close();
  const [document] = root.children;
  if (document === undefined) throw refuse('it is empty');
  return document;
}

/** The elements of a name directly in another. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The text of an element directly in another, trimmed; empty where there is none. */
export function textOf(element: XmlElement, name: string): string {
  return childrenOf(element, name)[0]?.text.trim() ?? '';
}
