import { describe, expect, it } from 'vitest';
import { inList, paragraph, wordFile } from '../testing/files.ts';
import { readDocx } from './read-docx.ts';

const level = (at: number, format: string, pattern: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/>${more}</w:lvl>`;
const lists = (...abstracts: string[]) =>
  `<w:numbering xmlns:w="w">${abstracts
    .map((levels, id) => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`)
    .join('')}`;
const list = (id: number, abstract: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`;
const cell = (...texts: string[]) => `<w:tc>${texts.map((text) => paragraph(text)).join('')}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const table = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;

describe('numbers and dashes that Word makes itself', () => {
  const numbering = `${lists(
    level(0, 'upperRoman', '%1.') + level(1, 'decimal', '%2.') + level(2, 'lowerLetter', '%3)'),
    level(0, 'bullet', '\uF0B7') + level(1, 'bullet', '+'),
    level(0, 'upperRoman', 'Phần %1') + level(1, 'decimal', '%1.%2.', '<w:isLgl/>'),
  )}${list(1, 0)}${list(2, 1)}${list(3, 0, '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride>')}${list(4, 2)}</w:numbering>`;
  const read = (body: string, more: Record<string, string> = {}) =>
    readDocx(wordFile(body, { 'word/numbering.xml': numbering, ...more })).split('\n\n');

  it('stand before their paragraphs, each level counting on its own and anew below a higher one', () => {
    const body = [
      paragraph('MỤC TIÊU', inList(1)),
      paragraph('Mục tiêu chung', inList(1, 1)),
      paragraph('Chỉ tiêu', inList(1, 1)),
      paragraph('đến năm 2026', inList(1, 2)),
      paragraph('đến năm 2030', inList(1, 2)),
      paragraph('NHIỆM VỤ', inList(1)),
      paragraph('Truyền thông', inList(1, 1)),
      paragraph('tờ rơi', inList(2)),
      paragraph('loa', inList(2, 1)),
    ];
    expect(read(body.join(''))).toEqual([
      'I. MỤC TIÊU',
      '1. Mục tiêu chung',
      '2. Chỉ tiêu',
      'a) đến năm 2026',
      'b) đến năm 2030',
      'II. NHIỆM VỤ',
      '1. Truyền thông',
      '- tờ rơi',
      '+ loa',
    ]);
  });

  it('begin where the list says, and count on over lists that share their form', () => {
    const body = [inList(1, 1), inList(3, 1), inList(3, 1), inList(1, 1)].map((place) =>
      paragraph('việc', place),
    );
    expect(read(body.join(''))).toEqual(['1. việc', '5. việc', '6. việc', '7. việc']);
  });

  it('may be made of the numbers of several levels', () => {
    const body = paragraph('a', inList(4)) + paragraph('b', inList(4)) + paragraph('c', inList(4, 1));
    expect(read(body)).toEqual(['Phần I a', 'Phần II b', '2.1. c']);
  });

  it('come from the style of the paragraph, and go where the paragraph says so', () => {
    const styles = `<w:styles xmlns:w="w"><w:style w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:styleId="MucCon"><w:basedOn w:val="Muc"/></w:style></w:styles>`;
    const body =
      paragraph('một', '<w:pStyle w:val="Muc"/>') +
      paragraph('hai', '<w:pStyle w:val="MucCon"/>') +
      paragraph('ba', `<w:pStyle w:val="Muc"/>${inList(0)}`);
    expect(read(body, { 'word/styles.xml': styles })).toEqual(['I. một', 'II. hai', 'ba']);
  });

  it('a list or a style that refers to itself ends nowhere', () => {
    const styles = `<w:styles xmlns:w="w"><w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>`;
    expect(read(paragraph('việc', '<w:pStyle w:val="A"/>'), { 'word/styles.xml': styles })).toEqual(['việc']);
  });
});

describe('the text of a Word document', () => {
  const read = (body: string, parts: Record<string, string> = {}) => readDocx(wordFile(body, parts));

  it('has the head cell after cell, and the rows of other tables as lines with tabs', () => {
    const head = table(
      row(
        cell('ỦY BAN NHÂN DÂN', 'XÃ MẪU'),
        cell('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'),
      ),
      row(cell('Số: /KH-UBND'), cell('Xã Mẫu, ngày tháng năm 2026')),
    );
    const annex = table(
      row(cell('TT'), cell('Nội dung')),
      row(cell('1'), cell('Lớp bơi', 'cho trẻ em')),
      row(cell('2'), cell('')),
    );
    expect(read(head + paragraph('KẾ HOẠCH') + annex)).toBe(
      [
        'ỦY BAN NHÂN DÂN\nXÃ MẪU',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
        'Số: /KH-UBND',
        'Xã Mẫu, ngày tháng năm 2026',
        'KẾ HOẠCH',
        'TT\tNội dung\n1\tLớp bơi cho trẻ em\n2\t',
      ].join('\n\n'),
    );
  });

  it('has each note behind the paragraph that refers to it', () => {
    const notes = `<w:footnotes xmlns:w="w"><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="7">${paragraph(' Số liệu giả định.')}</w:footnote></w:footnotes>`;
    const body = `<w:p><w:r><w:t>Phấn đấu 90%</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r><w:r><w:t> trẻ em.</w:t></w:r></w:p>${paragraph('Sau đó.')}`;
    expect(read(body, { 'word/footnotes.xml': notes })).toBe(
      'Phấn đấu 90% trẻ em.\n\n[1] Số liệu giả định.\n\nSau đó.',
    );
  });

  it('has what is seen: no deleted or moved text, one form of a drawing, capitals where they are printed', () => {
    const body =
      '<w:p><w:r><w:t>Giữ</w:t></w:r><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>dời</w:t></w:r></w:moveFrom><w:ins><w:r><w:t> thêm</w:t></w:r></w:ins></w:p>' +
      `<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph('khung')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph('khung')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>quanh khung</w:t></w:r></w:p>` +
      '<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>kế hoạch</w:t></w:r></w:p>';
    expect(read(body)).toBe('Giữ thêm\n\nkhung\n\nquanh khung\n\nKẾ HOẠCH');
  });

  it('joins a paragraph whose end was deleted with the next one', () => {
    const body = paragraph('Thực hiện ', '<w:rPr><w:del/></w:rPr>') + paragraph('kế hoạch');
    expect(read(body)).toBe('Thực hiện kế hoạch');
  });

  it('keeps tabs, line breaks and signs, and takes tab stops for none', () => {
    const body =
      '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>tỷ lệ </w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 90% &amp; hơn</w:t></w:r></w:p>';
    expect(read(body)).toBe('a\tb\ntỷ lệ ≥ 90% & hơn');
  });

  it('is found where the package says that it lies', () => {
    const bytes = wordFile('', {
      '_rels/.rels':
        '<Relationships><Relationship Type="http://x/officeDocument" Target="/word/document2.xml"/></Relationships>',
      'word/document2.xml': `<w:document xmlns:w="w"><w:body>${paragraph('ở đây')}</w:body></w:document>`,
    });
    expect(readDocx(bytes)).toBe('ở đây');
  });
});
