import { TextDecoder } from 'node:util';
import sax from 'sax';
import { ReadingFailure, unreadable } from './readingFailure.ts';

export interface XmlHandlers {
  /** Names come without their namespace prefix; attributes keep theirs. */
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/**
 * Strict entities: the five of XML, not those of HTML. The parser must track its position: it is by it that it bounds
 * what it keeps of one text or one attribute (64 KiB).
 */
const PARSING = { strictEntities: true, position: true };

/** Real workbooks nest a dozen deep, and give a tag a dozen attributes. */
const DEEPEST = 64;
const MOST_ATTRIBUTES = 64;

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

/**
 * Streams XML to handlers. No document type is accepted, so no entity can be declared; the parser knows the five of
 * XML and the numeric ones. `shouldStop` ends the reading early.
 */
export async function parseXml(
  chunks: AsyncIterable<Buffer>,
  handlers: XmlHandlers,
  shouldStop: () => boolean = () => false,
): Promise<void> {
  const parser = makeParser(handlers);
  let decoder: TextDecoder | undefined;
  for await (const chunk of chunks) {
    decoder ??= decoderFor(chunk);
    parser.write(decoder.decode(chunk, { stream: true }));
    if (shouldStop()) return;
  }
  if (decoder === undefined) throw unreadable();
  parser.write(decoder.decode()).close();
}

function makeParser({ open, close, text }: XmlHandlers): sax.SAXParser {
  const parser = sax.parser(true, PARSING);
  let depth = 0;
  let attributeCount = 0;
  parser.onattribute = () => {
    attributeCount += 1;
    if (attributeCount > MOST_ATTRIBUTES) throw unreadable();
  };
  parser.onerror = (error) => {
    throw unreadable(error);
  };
  parser.ondoctype = () => {
    throw new ReadingFailure(
      'unreadable_file',
      'Ce classeur contient une déclaration interdite dans un tableur. Copiez la liste dans un classeur neuf, puis déposez-le.',
    );
  };
  parser.onopentag = ({ name, attributes }) => {
    attributeCount = 0;
    depth += 1;
    if (depth > DEEPEST) throw unreadable();
    open?.(localName(name), attributes as Record<string, string>);
  };
  parser.onclosetag = (name) => {
    depth -= 1;
    close?.(localName(name));
  };
  if (text !== undefined) {
    parser.ontext = text;
    parser.oncdata = text;
  }
  return parser;
}

function decoderFor(first: Buffer): TextDecoder {
  if (first[0] === 0xff && first[1] === 0xfe) return new TextDecoder('utf-16le');
  if (first[0] === 0xfe && first[1] === 0xff) return new TextDecoder('utf-16be');
  return new TextDecoder('utf-8');
}
