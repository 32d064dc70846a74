import { describe, expect, it } from 'vitest';
import { readXml, readXmlStream, XmlError, type XmlListener } from './xml.ts';

const attributesOf = (tag: string) => {
  let found: Readonly<Record<string, string>> = {};
  readXml(tag, {
    open(_name, attributes) {
      found = attributes;
    },
  });
  return found;
};

describe('the attributes of a tag', () => {
  it('are read in either kind of quotes, over several lines, without their prefix', () => {
    expect(attributesOf(`<w:p w:a="1"\n  b='2 > 1'\tc = "&lt;"/>`)).toEqual({ a: '1', b: '2 > 1', c: '<' });
  });

  it('are found as quickly behind a name of any length', () => {
    const begin = performance.now();
    expect(attributesOf(`<p ${'ab'.repeat(500_000)} c="1"/>`)).toEqual({ c: '1' });
    expect(performance.now() - begin).toBeLessThan(1_000);
  });
});

describe('XML that comes piece by piece', () => {
  const xml =
    '<?xml version="1.0"?><!-- <a> --><a b="1 > 0">Tổ &amp; <c/> dân <![CDATA[<phố> ]] ]]>3<d e=\'"\'></d></a>';
  const recorded = (): [string[], XmlListener] => {
    const heard: string[] = [];
    let text = '';
    const tell = (what: string) => {
      if (text !== '') heard.push(text);
      text = '';
      heard.push(what);
    };
    return [
      heard,
      {
        open: (name, attributes) => tell(`open ${name} ${JSON.stringify(attributes)}`),
        close: (name) => tell(`close ${name}`),
        text: (part) => {
          text += part;
        },
      },
    ];
  };
  async function* inPieces(length: number) {
    const bytes = Buffer.from(xml, 'utf8');
    for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
  }

  it.each([1, 2, 3, 5, 7, 11, 1000])('of %i bytes says the same as all at once', async (length) => {
    const [whole, listener] = recorded();
    readXml(xml, listener);
    const [heard, other] = recorded();
    await readXmlStream(inPieces(length), other);
    expect(heard).toEqual(whole);
    expect(heard).toContain('open d {"e":"\\""}');
  });

  it('is refused where it breaks off, brings a document type, or has a tag without end', async () => {
    const refused = (...pieces: string[]) =>
      expect(
        readXmlStream(
          (async function* () {
            for (const piece of pieces) yield Buffer.from(piece);
          })(),
          {},
        ),
      ).rejects.toBeInstanceOf(XmlError);
    await refused('<a><b c="', '1');
    await refused('<!DOC', 'TYPE a>');
    await refused('<a ', ...Array.from({ length: 12 }, () => 'b'.repeat(100_000)));
  });
});
