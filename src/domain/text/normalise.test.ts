import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseText, searchKey } from './index.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(
      'Đ',
      'đ',
      'Ð',
      'ệ',
      'e\u0323\u0302',
      'ư',
      '’',
      ' ',
      '\u00A0',
      '\u200B',
      '\n',
      'K',
      'İ',
    ),
  }),
);

describe('normaliseText', () => {
  it('gives the decomposed letters of a Mac and the composed ones of Windows the same form', () => {
    expect(normaliseText('Lương Văn Tri'.normalize('NFD'))).toBe('Lương Văn Tri');
  });

  it('turns spaces pasted from the web into plain ones and drops what cannot be seen', () => {
    expect(normaliseText('\uFEFF Xã\u00A0Châu\u200B\u2009Sơn \u3000')).toBe('Xã Châu Sơn');
  });

  it('keeps the lines of a note, whatever system ended them', () => {
    expect(normaliseText('một\r\nhai\rba\u2028bốn')).toBe('một\nhai\nba\nbốn');
  });

  it('takes out the sign that the database refuses', () => {
    expect(normaliseText('Xã\u0000 A Lưới')).toBe('Xã A Lưới');
  });

  it('reads the Icelandic capital of converted files as Đ', () => {
    expect(normaliseText('\u00D0ồng Nai')).toBe('Đồng Nai');
  });

  it('changes nothing the second time', () => {
    fc.assert(fc.property(anyText, (text) => normaliseText(normaliseText(text)) === normaliseText(text)));
  });
});

describe('searchKey', () => {
  it('lets a name be found without tones', () => {
    expect(searchKey('Phường Lương Văn Tri')).toBe('phuong luong van tri');
    expect(searchKey('  ĐẮK   Đoa ')).toBe('dak doa');
  });

  it('unites both habits of placing the tone', () => {
    expect(searchKey('Hòa Bình')).toBe(searchKey('Hoà Bình'));
    expect(searchKey('Thủy Nguyên')).toBe(searchKey('Thuỷ Nguyên'));
  });

  it('unites the apostrophes and the dashes', () => {
    expect(searchKey('Ea H’Leo')).toBe("ea h'leo");
    expect(searchKey('Ea H`Leo')).toBe("ea h'leo");
    expect(searchKey('Lâm Viên – Đà Lạt')).toBe('lam vien - da lat');
  });

  it('is its own key', () => {
    fc.assert(fc.property(anyText, (text) => searchKey(searchKey(text)) === searchKey(text)));
  });

  it('does not depend on the form or the case in which a text came', () => {
    const vietnamese = fc.string({ unit: fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyáằẩẫậĐƠƯỢ ') });
    fc.assert(
      fc.property(vietnamese, (text) => {
        expect(searchKey(text.normalize('NFD'))).toBe(searchKey(text));
        expect(searchKey(text.toUpperCase())).toBe(searchKey(text));
      }),
    );
  });
});
