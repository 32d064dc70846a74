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

/**
 * Reads XML from beginning to end in one pass, as far as the parts of a workbook or of a Word document need it. No document type, so
 * no entities of the file's own.
 * @throws XmlError when the text breaks off inside a tag, or brings a document type.
 */
export function readXml(source: string, listener: XmlListener): void {
  let at = 0;
  const upTo = (end: string, from: number): number => {
    const found = source.indexOf(end, from);
    if (found < 0) throw new XmlError(`'${end}' is missing`);
    return found;
  };
  while (at < source.length) {
    const start = source.indexOf('<', at);
    if (start !== at && listener.text) listener.text(decode(source.slice(at, start < 0 ? undefined : start)));
    if (start < 0) return;
    if (source.startsWith('<?', start)) at = upTo('?>', start) + 2;
    else if (source.startsWith('<!--', start)) at = upTo('-->', start) + 3;
    else if (source.startsWith('<![CDATA[', start)) {
      at = upTo(']]>', start) + 3;
      listener.text?.(source.slice(start + 9, at - 3));
    } else if (source[start + 1] === '!') throw new XmlError('document type');
    else {
      TAG.lastIndex = start;
      const tag = TAG.exec(source)?.[1];
      if (tag === undefined) throw new XmlError("'>' is missing");
      at = TAG.lastIndex;
      if (tag[0] === '/') {
        listener.close?.(localName(tag.slice(1).trim()));
        continue;
      }
      const name = /^[^\s/]*/.exec(tag)![0];
      listener.open?.(localName(name), attributesOf(tag.slice(name.length)));
      if (tag.endsWith('/')) listener.close?.(localName(name));
    }
  }
}
