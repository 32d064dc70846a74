/** What a reader of XML wants to hear of. Names come without their prefix. */
export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

export class XmlError extends Error {
  override readonly name = 'XmlError';
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|\w+);/g, (whole, name: string) => {
    if (name[0] !== '#') return ENTITIES[name] ?? whole;
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** A tag up to its end; a '>' inside quotes does not end it. */
const TAG = /<([^"'<>]*(?:"[^"]*"[^"'<>]*|'[^']*'[^"'<>]*)*)>/y;
/** A name begins behind a space and nowhere inside another name: otherwise a long name would be tried from each of its letters. */
const ATTRIBUTE = /\s([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const NO_ATTRIBUTES: Readonly<Record<string, string>> = {};

function attributesOf(tag: string): Readonly<Record<string, string>> {
  if (!tag.includes('=')) return NO_ATTRIBUTES;
  const attributes: Record<string, string> = {};
  for (const [, name, double, single] of tag.matchAll(ATTRIBUTE))
    attributes[localName(name!)] = decode(double ?? single ?? '');
  return attributes;
}

/** What a tag may not be read as, with its end. */
const MARKED = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
] as const;
const LONGEST_MARK = '<![CDATA['.length;

/**
 * Tells the listener of all that is whole in the source; gives the place from which on it is not.
 * @throws XmlError for a document type, and where nothing follows for a construct that is not whole.
 */
function readWhole(source: string, listener: XmlListener, isEnd: boolean): number {
  let at = 0;
  const wanting = (what: string, from: number): number => {
    if (isEnd) throw new XmlError(`${what} is missing`);
    return from;
  };
  while (at < source.length) {
    const start = source.indexOf('<', at);
    if (start < 0 && !isEnd) return at;
    if (start !== at && listener.text) listener.text(decode(source.slice(at, start < 0 ? undefined : start)));
    if (start < 0) return source.length;
    const [, end] = MARKED.find(([mark]) => source.startsWith(mark, start)) ?? [];
    if (end !== undefined) {
      const found = source.indexOf(end, start);
      if (found < 0) return wanting(`'${end}'`, start);
      if (end === ']]>') listener.text?.(source.slice(start + '<![CDATA['.length, found));
      at = found + end.length;
      continue;
    }
    // Which of the marked it will be is not to be seen yet.
    if (!isEnd && source.length - start < LONGEST_MARK) return start;
    if (source[start + 1] === '!') throw new XmlError('document type');
    TAG.lastIndex = start;
    const tag = TAG.exec(source)?.[1];
    if (tag === undefined) return wanting("'>'", start);
    at = TAG.lastIndex;
    if (tag[0] === '/') {
      listener.close?.(localName(tag.slice(1).trim()));
      continue;
    }
    const name = /^[^\s/]*/.exec(tag)![0];
    listener.open?.(localName(name), attributesOf(tag.slice(name.length)));
    if (tag.endsWith('/')) listener.close?.(localName(name));
  }
  return at;
}

/**
 * Reads XML from beginning to end in one pass, as far as the parts of a workbook or of a Word document need it. No document type, so
 * no entities of the file's own.
 * @throws XmlError when the text breaks off inside a tag, or brings a document type.
 */
export function readXml(source: string, listener: XmlListener): void {
  readWhole(source, listener, true);
}

/** No tag and no text between two tags is longer. */
const LONGEST_PIECE = 1_000_000;

/**
 * As {@link readXml}, of bytes in UTF-8 that come piece by piece: only what is not whole yet is kept. Between two pieces
 * other work gets its turn.
 * @throws XmlError also for a tag or a text of more than a million letters.
 */
export async function readXmlStream(pieces: AsyncIterable<Uint8Array>, listener: XmlListener): Promise<void> {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  for await (const piece of pieces) {
    rest += decoder.decode(piece, { stream: true });
    rest = rest.slice(readWhole(rest, listener, false));
    if (rest.length > LONGEST_PIECE) throw new XmlError('a piece without end');
  }
  readWhole(rest + decoder.decode(), listener, true);
}
