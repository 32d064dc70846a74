import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bold, italic, paragraph, plain, type Table } from './block-model.ts';
import { cleanText } from './clean-text.ts';
import { renderPdf } from './pdf.ts';
import { documentWith, wardWithDisqualifyingZero } from './testing/builders.ts';
import { canReadPdf, structureOfPdf, textOfPdf } from './testing/extract.ts';

const withoutSpaces = (text: string) => text.replace(/\s+/g, '');
const longText = 'Trẻ em là người dưới 16 tuổi. '.repeat(400);

describe('the PDF', () => {
  it('names itself PDF/A-2a and is tagged, in Vietnamese, with its title shown', async () => {
    const pdf = structureOfPdf(await renderPdf(wardWithDisqualifyingZero()));
    expect(pdf).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(pdf).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(pdf).toContain('/OutputIntents');
    expect(pdf).toContain('/Marked true');
    expect(pdf).toContain('/Lang (vi-VN)');
    expect(pdf).toContain('/DisplayDocTitle true');
    expect(pdf).toContain('/StructTreeRoot');
    for (const tag of [
      'Document',
      'H1',
      'H2',
      'H3',
      'P',
      'L',
      'LI',
      'LBody',
      'Table',
      'THead',
      'TBody',
      'TR',
      'TH',
      'TD',
    ])
      expect(pdf, tag).toMatch(new RegExp(`/S /${tag}\\b`));
    expect(pdf).toContain('/Scope /Column');
  });

  it('embeds the four faces of Tinos and no other font', async () => {
    const pdf = structureOfPdf(await renderPdf(wardWithDisqualifyingZero()));
    const names = [...pdf.matchAll(/\/FontName \/[A-Z]{6}\+([\w-]+)/g)].map(([, name]) => name).sort();
    expect(names).toEqual(['Tinos-Bold', 'Tinos-BoldItalic', 'Tinos-Italic', 'Tinos-Regular']);
    expect(pdf.match(/\/FontFile2/g)).toHaveLength(4);
    expect(pdf).not.toContain('/Type1');
  });

  it('has the same bytes for the same document and others for another', async () => {
    const first = await renderPdf(wardWithDisqualifyingZero());
    expect(Buffer.compare(first, await renderPdf(wardWithDisqualifyingZero()))).toBe(0);
    expect(Buffer.compare(first, await renderPdf(documentWith([paragraph('khác')])))).not.toBe(0);
  });

  it('has the same bytes whatever was printed before', async () => {
    const document = documentWith([paragraph('Đội `a`')]);
    const before = await renderPdf(document);
    await renderPdf(documentWith([paragraph('\u00d0\u1fef\u00a0\u2010\u00ad')]));
    expect(Buffer.compare(before, await renderPdf(document))).toBe(0);
  });

  it('renders documents that are asked for at the same time', async () => {
    const alone = await renderPdf(documentWith([paragraph('một')]));
    const [first, , third] = await Promise.all(
      ['một', 'hai', 'một'].map((text) => renderPdf(documentWith([paragraph(text)]))),
    );
    expect(Buffer.compare(alone, first!)).toBe(0);
    expect(Buffer.compare(alone, third!)).toBe(0);
  });
});

describe.runIf(canReadPdf)('the text of the PDF', () => {
  it('is the same as ever', async () => {
    const pages = textOfPdf(await renderPdf(wardWithDisqualifyingZero()));
    await expect(`${pages.join('\n\n')}\n`).toMatchFileSnapshot(
      '__snapshots__/tu-danh-gia-diem-liet.pdf.txt',
    );
  });

  it('numbers the pages from the second on, and each part anew', async () => {
    const pages = textOfPdf(
      await renderPdf(
        documentWith([paragraph(longText)], { annexes: [{ title: 'Biểu', blocks: [paragraph(longText)] }] }),
      ),
    );
    expect(pages.map((page) => page.match(/^\d+(?= )/)?.[0])).toEqual(
      [undefined, '2', '3', '4', undefined, '2', '3', '4'].slice(0, pages.length),
    );
    expect(pages.length).toBeGreaterThanOrEqual(6);
  });

  it('repeats the head of a table on each page, and parts only a row higher than a page', async () => {
    const row = (text: string) => ({
      emphasis: 'none' as const,
      cells: [{ runs: [plain(text)] }, { runs: [plain('x')] }],
    });
    const table: Table = {
      kind: 'table',
      summary: 'Bảng',
      columns: [
        { width: 50, align: 'left' },
        { width: 50, align: 'right' },
      ],
      head: [[{ runs: [bold('Cột một')] }, { runs: [bold('Cột hai')] }]],
      rows: [row('đầu'), row(longText), row('cuối')],
    };
    const pages = textOfPdf(await renderPdf(documentWith([table])));
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) expect(page).toContain('Cột một');
    expect(withoutSpaces(pages.join('')).match(/dưới16tuổi/g)).toHaveLength(400);
  });

  it('keeps the signature on the page where the body ends', async () => {
    for (let lines = 20; lines < 50; lines += 3) {
      const blocks = Array.from({ length: lines }, (_, index) => paragraph(`Dòng ${index}.`));
      const pages = textOfPdf(await renderPdf(documentWith(blocks)));
      const last = pages.find((page) => page.includes('Nơi nhận:'));
      expect(last).toContain(`Dòng ${lines - 1}.`);
      expect(last).toContain('CHỦ TỊCH');
    }
  });

  it('prints what looks like markup or code as it stands', async () => {
    const hostile = '#read("/etc/passwd") $x$ *a* _b_ @c <d> \\e (f) %g & [h] {i} </w:t> $[j] <!-- k -->';
    const pages = textOfPdf(
      await renderPdf(documentWith([paragraph(hostile)], { title: [hostile], metadataTitle: hostile })),
    );
    expect(pages).toHaveLength(1);
    expect(withoutSpaces(pages[0]!).split(withoutSpaces(hostile))).toHaveLength(3);
  });

  it('prints □ for what the font lacks', async () => {
    const pages = textOfPdf(await renderPdf(documentWith([paragraph('vui 😀 chơi 漢')])));
    expect(pages[0]).toContain('vui □ chơi □');
  });

  it('carries any text of the field unharmed', async () => {
    const vietnamese = [
      ...'aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ',
    ];
    const others = [...' 0123456789.,;:!?()[]{}<>|/\\#$%&*+-=@^_~"\'`–…≥×÷“”'];
    const word = fc.array(fc.constantFrom(...vietnamese, ...others), { minLength: 1, maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(word, word, async (one, two) => {
        const texts = [one.join(''), two.join('')];
        const pages = textOfPdf(await renderPdf(documentWith([paragraph(texts[0]!, italic(texts[1]!))])));
        expect(withoutSpaces(pages.join(''))).toContain(withoutSpaces(texts.map(cleanText).join('')));
      }),
      { numRuns: 25 },
    );
  });
});
