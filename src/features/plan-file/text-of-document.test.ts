import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { paragraph as printed } from '../../documents/block-model.ts';
import { renderDocx, renderPdf } from '../../documents/index.ts';
import { documentWith } from '../../documents/testing/builders.ts';
import { textOfDocument } from './index.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { paragraph, pdfFile, wordFile } from './testing/files.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const faultOf = async (bytes: Uint8Array, name = 'tep.docx') => {
  const read = await textOfDocument(bytes, name);
  return read.ok ? 'read' : read.fault.code;
};
const textOf = async (bytes: Uint8Array, name = 'tep') => {
  const read = await textOfDocument(bytes, name);
  return read.ok ? read : read.fault;
};
const printedDocument = () => documentWith([printed('- Phấn đấu 90% trẻ em được khai sinh đúng hạn.')]);
const words = 'Kế hoạch thực hiện công tác trẻ em trên địa bàn xã. '.repeat(3);

describe('a file of plain text', () => {
  const utf16 = (text: string, bigEndian: boolean) => {
    const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
    return bigEndian ? bytes.swap16() : bytes;
  };

  it.each([
    ['UTF-8', utf8('KẾ HOẠCH\r\nnăm 2026')],
    ['UTF-8 with its mark', utf8('\uFEFFKẾ HOẠCH\nnăm 2026')],
    ['UTF-8 in letters taken apart', utf8('KẾ HOẠCH\nnăm 2026'.normalize('NFD'))],
    ['UTF-16, little end first', utf16('KẾ HOẠCH\rnăm 2026', false)],
    ['UTF-16, big end first', utf16('KẾ HOẠCH\nnăm 2026', true)],
  ])('in %s is read', async (_, bytes) => {
    expect(await textOf(bytes)).toEqual({ ok: true, kind: 'txt', pages: null, text: 'KẾ HOẠCH\nnăm 2026' });
  });

  it('in an encoding of before Unicode is refused with what to do, whether or not its bytes are UTF-8', async () => {
    const tcvn3 = 'KÕ ho¹ch thùc hiÖn c«ng t¸c trÎ em trªn ®Þa bµn x· '.repeat(3);
    const vni = 'Keá hoaïch thöïc hieän coâng taùc treû em treân ñòa baøn xaõ '.repeat(3);
    expect(await faultOf(Buffer.from(tcvn3, 'latin1'))).toBe('legacy_encoding');
    expect(await faultOf(utf8(tcvn3))).toBe('legacy_encoding');
    expect(await faultOf(utf8(vni))).toBe('legacy_encoding');
    expect(await textOf(utf8(vni), 'kh.txt')).toMatchObject({
      message: expect.stringMatching(/“kh\.txt”.*TCVN3.*VNI.*UTF-8/),
    });
    expect(await faultOf(utf8(`${words} © ® « » × café`))).toBe('read');
  });

  it.each([
    ['empty', utf8('')],
    ['empty', utf8(' \n\t')],
    ['rich_text', utf8('{\\rtf1 abc}')],
    ['web_page', utf8('\n<!DOCTYPE html><p>x')],
    ['unknown_kind', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1)],
    ['unknown_kind', utf8('a\0b')],
    ['old_word', Buffer.concat([Buffer.from('d0cf11e0', 'hex'), Buffer.from('WordDocument', 'utf16le')])],
    [
      'protected',
      Buffer.concat([Buffer.from('d0cf11e0', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    ],
    ['too_large', new Uint8Array(20_000_001)],
  ])('is no plan: %s', async (code, bytes) => {
    expect(await faultOf(bytes)).toBe(code);
  });
});

describe('a Word document', () => {
  it('that the program wrote is read, whatever its name', async () => {
    const docx = await renderDocx(printedDocument());
    const read = await textOf(docx, 'ke-hoach.pdf');
    expect(read).toMatchObject({ ok: true, kind: 'docx' });
    expect(read).toHaveProperty('text', expect.stringContaining('Phấn đấu 90% trẻ em được khai sinh'));
  });

  it('that unpacks to more than any plan has is refused before it is unpacked', async () => {
    const bomb = wordFile(paragraph('a'), { 'word/styles.xml': `<a>${' '.repeat(9_000_000)}</a>` });
    const many = Object.fromEntries(
      [1, 2, 3].map((part) => [`word/p${part}.xml`, '<a b="c"/>'.repeat(5 * 10 ** 5)]),
    );
    expect(await faultOf(bomb)).toBe('unpacks_too_large');
    expect(await faultOf(wordFile(paragraph('a'), many))).toBe('unpacks_too_large');
  });

  it('may hold pictures, which are not unpacked', async () => {
    const files = {
      'word/document.xml': strToU8(`<a><p><t>${words}</t></p></a>`),
      'word/media/a.bmp': new Uint8Array(40_000_000),
    };
    expect(await faultOf(zipSync(files))).toBe('read');
  });

  it('that lies about its size is damaged', async () => {
    const bytes = Buffer.from(wordFile(paragraph(words.repeat(50_000))));
    const name = bytes.lastIndexOf('word/document.xml');
    bytes.writeUInt32LE(100, name - 46 + 24);
    expect(await faultOf(bytes)).toBe('damaged');
  });

  it('cut off anywhere, or another kind of archive, gives a sentence', async () => {
    const whole = wordFile(paragraph(words));
    for (const share of [0.1, 0.5, 0.9, 0.99])
      expect(await faultOf(whole.subarray(0, Math.floor(whole.length * share)))).toBe('damaged');
    expect(await faultOf(zipSync({ 'xl/workbook.xml': strToU8('<a/>') }))).toBe('not_a_document');
    expect(await faultOf(zipSync({ 'word/document.xml': strToU8('<a><b') }))).toBe('damaged');
    expect(await faultOf(wordFile(''))).toBe('empty');
  });
});

describe('a PDF', () => {
  const page = (text: string) => (pdf: PDFKit.PDFDocument) => void pdf.text(text, 70, 70);

  it('that the program wrote is read line by line, the head on lines of its own', async () => {
    const read = await textOf(await renderPdf(printedDocument()), 'ke-hoach.docx');
    expect(read).toMatchObject({ ok: true, kind: 'pdf' });
    const lines = (read as { text: string }).text.split('\n');
    expect(lines[0]).toMatch(/ỦY BAN NHÂN DÂN.* {3,}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM/);
    expect(lines.some((line) => line.includes('- Phấn đấu 90% trẻ em được khai sinh'))).toBe(true);
  });

  it('of a scan, under a password, cut off or of a thousand pages is refused with its reason', async () => {
    const text = 'Children have the right to be protected. '.repeat(5);
    expect(await faultOf(await pdfFile([(pdf) => void pdf.rect(0, 0, 99, 99).fill()]))).toBe('scanned');
    expect(await faultOf(await pdfFile([page(text)], { userPassword: 'bi-mat', ownerPassword: 'x' }))).toBe(
      'protected',
    );
    expect(await faultOf(utf8('%PDF-1.7\nnothing'))).toBe('damaged');
    const thousand = await pdfFile(Array.from({ length: 1000 }, () => page(text)));
    expect(await faultOf(thousand)).toBe('too_many_pages');
  });

  it('that unpacks to more than the memory is for is stopped', async () => {
    const content = deflateSync(Buffer.alloc(250_000_000, ' '));
    const bomb = Buffer.concat([
      utf8(`%PDF-1.4
        1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
        2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
        3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<>>>> endobj
        4 0 obj <</Length ${content.length}/Filter/FlateDecode>> stream\n`),
      content,
      utf8('\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF'),
    ]);
    // Of time there is enough on the busiest machine: what stops it is the memory.
    const allowance = { milliseconds: 80_000, memory: 150_000_000 };
    await expect(readPdf(bomb, allowance)).rejects.toMatchObject({ code: 'unpacks_too_large' });
  }, 90_000);

  it('that takes too long is stopped', async () => {
    await expect(
      readPdf(await pdfFile([page(words)]), { milliseconds: 1, memory: 1e9 }),
    ).rejects.toMatchObject({ code: 'took_too_long' });
  });
});

it('no bytes, however made, do more than give a sentence', async () => {
  const whole = wordFile(paragraph(words));
  const start = fc.constantFrom('', 'PK\x03\x04', 'PK\x05\x06', '\xd0\xcf\x11\xe0', '\xff\xfe', '{\\rtf');
  const random = fc
    .tuple(start, fc.uint8Array({ maxLength: 300 }))
    .map(([head, bytes]) => Buffer.concat([Buffer.from(head, 'latin1'), bytes]));
  const mutated = fc
    .array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 })
    .map((changes) => {
      const bytes = Uint8Array.from(whole);
      for (const [at, byte] of changes) bytes[at] = byte;
      return bytes;
    });
  await fc.assert(
    fc.asyncProperty(fc.oneof(random, mutated), async (bytes) => {
      const read = await textOfDocument(bytes, 'x');
      expect(read.ok ? read.text.length : read.fault.message.length).toBeGreaterThan(0);
    }),
    { numRuns: 400, seed: 20190103 },
  );
});
