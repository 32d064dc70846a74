import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bold, paragraph } from './block-model.ts';
import { cleanText } from './clean-text.ts';
import { renderDocx } from './docx.ts';
import { documentWith, wardWithDisqualifyingZero } from './testing/builders.ts';
import { partOfDocx, textOfDocx } from './testing/extract.ts';

describe('the Word file', () => {
  it('says the same as ever', async () => {
    const text = textOfDocx(await renderDocx(wardWithDisqualifyingZero()));
    await expect(`${text.join('\n')}\n`).toMatchFileSnapshot('__snapshots__/tu-danh-gia-diem-liet.docx.txt');
  });

  it('has the same bytes for the same document', async () => {
    const [first, second] = [
      await renderDocx(wardWithDisqualifyingZero()),
      await renderDocx(wardWithDisqualifyingZero()),
    ];
    expect(Buffer.compare(first, second)).toBe(0);
    expect(partOfDocx(first, 'docProps/core.xml')).toContain('>2026-11-01T00:00:00.000Z<');
  });

  it('keeps the page of NĐ 30: A4, margins, font, language, number hidden on the first page', async () => {
    const file = await renderDocx(wardWithDisqualifyingZero());
    const body = partOfDocx(file, 'word/document.xml');
    expect(body).toContain('<w:titlePg/>');
    expect(body).toMatch(/<w:pgSz w:w="210mm" w:h="297mm"/);
    expect(body).toMatch(/<w:pgMar w:top="20mm" w:right="15mm" w:bottom="20mm" w:left="30mm"/);
    const styles = partOfDocx(file, 'word/styles.xml');
    expect(styles).toContain('Times New Roman');
    expect(styles).toContain('<w:lang w:val="vi-VN"/>');
    expect(partOfDocx(file, 'docProps/core.xml')).toContain('<dc:title>Báo cáo kết quả tự đánh giá');
  });

  it('repeats the head of a table on each page and never parts a row', async () => {
    const body = partOfDocx(await renderDocx(wardWithDisqualifyingZero()), 'word/document.xml');
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    const rows = body.match(/<w:tr>/g)?.length ?? 0;
    expect(body.match(/<w:cantSplit\/>/g)).toHaveLength(rows);
  });

  it('carries any text unharmed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', minLength: 1 }),
        fc.string({ unit: 'grapheme' }),
        async (one, two) => {
          const text = textOfDocx(await renderDocx(documentWith([paragraph(one, bold(two))])));
          const expected = `${cleanText(one)}${cleanText(two)}`;
          if (expected !== '') expect(text).toContain(expected);
        },
      ),
      { numRuns: 30 },
    );
  });
});
