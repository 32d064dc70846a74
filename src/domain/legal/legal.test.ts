import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkLegalDocuments,
  citationText,
  doubtfulCitations,
  findCitations,
  type LegalDocuments,
  legalRegistry,
  type RegisteredDocument,
  sentenceOfWarning,
  warningsOf,
} from './index.ts';

const file: LegalDocuments = JSON.parse(
  readFileSync(new URL('../../../standards/legal-documents.json', import.meta.url), 'utf8'),
);
const registry = legalRegistry(file.documents);
const codesOf = (text: string, onDate = '2026-05-01') =>
  doubtfulCitations([text], registry, onDate).flatMap((found) =>
    found.flatMap(({ warnings }) => warnings.map(({ code }) => code)),
  );

describe('the registry that comes with the program', () => {
  it('has no fault', () => {
    expect(checkLegalDocuments(file)).toEqual({ ok: true, documents: file });
  });

  it('says of everything uncertain what is uncertain', () => {
    for (const { provenance, issuedOn, number } of file.documents) {
      if (provenance.status === 'provisional' || issuedOn === null)
        expect(provenance.note, number).toBeDefined();
    }
  });

  it('knows two documents with the number 06/QĐ-TTg', () => {
    expect(registry.byNumber('6/QĐ- TTg').map(({ issuedOn }) => issuedOn)).toEqual([
      '2019-01-03',
      '2022-01-06',
    ]);
  });
});

describe('finding citations', () => {
  const parts = (text: string) =>
    findCitations(text).map(({ type, number, date, issuer, name }) => [type, number, date, issuer, name]);

  it('reads type, number, date and issuer in the orders in which plans write them', () => {
    expect(
      parts(
        'Căn cứ Quyết định số 06/QĐ-TTg, ngày 03/01/2019 của Thủ tướng Chính phủ ban hành Quy định; Thông tư số 29/2019/TT-BLĐTBXH của Bộ Lao động - Thương binh và Xã hội ngày 26/12/2019 về hướng dẫn; Chỉ thị số 28-CT/TW ngày 25 tháng 12 năm 2023 của Bộ Chính trị.',
      ),
    ).toEqual([
      ['Quyết định', '06/QĐ-TTg', '2019-01-03', 'Thủ tướng Chính phủ', null],
      ['Thông tư', '29/2019/TT-BLĐTBXH', '2019-12-26', 'Bộ Lao động - Thương binh và Xã hội', null],
      ['Chỉ thị', '28-CT/TW', '2023-12-25', 'Bộ Chính trị', null],
    ]);
  });

  it('reads numbers without a date, without a type, broken at the hyphen, and of local bodies', () => {
    expect(parts('theo 06/QĐ- TTg và Nghị quyết số 121/2020/QH14 của Quốc hội khóa 14')).toEqual([
      [null, '06/QĐ-TTg', null, null, null],
      ['Nghị quyết', '121/2020/QH14', null, 'Quốc hội', null],
    ]);
    expect(
      parts('Thực hiện Kế hoạch số 138/KH-UBND ngày 15/4/2026 của UBND tỉnh Lạng Sơn về triển khai'),
    ).toEqual([['Kế hoạch', '138/KH-UBND', '2026-04-15', 'UBND tỉnh Lạng Sơn', null]]);
    expect(parts('Kế hoạch số 23/KH-SYT ngày 15/01/2026 của Sở Y tế tỉnh Lạng Sơn về')).toEqual([
      ['Kế hoạch', '23/KH-SYT', '2026-01-15', 'Sở Y tế tỉnh Lạng Sơn', null],
    ]);
  });

  it('reads laws by their name', () => {
    expect(
      parts(
        'Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016; Luật Phòng, chống ma túy và Luật Hộ tịch năm 2014 của Quốc hội',
      ),
    ).toEqual([
      ['Luật', null, '2016-04-05', null, 'Luật Trẻ em'],
      ['Luật', null, null, null, 'Luật Phòng, chống ma túy'],
      ['Luật', null, null, 'Quốc hội', 'Luật Hộ tịch'],
    ]);
  });

  it('takes no date, share or count for a document', () => {
    expect(
      findCitations(
        'Trước ngày 10/5/2026, 06/13 xã đạt 90%; từ 2021-2030, ngày 1/6; hộp thư 111 - Công an xã; 24/7 TRẺ EM.',
      ),
    ).toEqual([]);
  });

  it('says where each stands, and never fails', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'Quyết định số ',
            '06/QĐ-TTg',
            ' ngày 03/01/2019',
            ' của ',
            'Luật Trẻ em',
            '31/02/2020',
            '; ',
            'ạ ',
            '0'.repeat(9),
          ),
        ),
        (pieces) => {
          const text = pieces.join('');
          let end = 0;
          for (const { from, to, text: cited } of findCitations(text)) {
            expect(text.slice(from, to)).toBe(cited);
            expect(from).toBeGreaterThanOrEqual(end);
            end = to;
          }
        },
      ),
    );
  });

  it('reads a long text in linear time', () => {
    const text = 'Luật Trẻ em số 1/ Quyết định số 06/QĐ-'.repeat(10_000);
    const begun = performance.now();
    findCitations(text);
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});

describe('warnings', () => {
  it('548 is of the Minister of Labour, not of the Prime Minister', () => {
    const text =
      'Quyết định số 548/QĐ-TTg ngày 06/5/2011 của Thủ tướng Chính phủ ban hành tiêu chí ngôi nhà an toàn';
    expect(codesOf(text)).toEqual(['wrong_issuer']);
    const [citation] = findCitations(text);
    const [found] = warningsOf(citation!, registry, '2026-05-01');
    expect(sentenceOfWarning(citation!, found!, 'vi')).toBe(
      '“548/QĐ-TTg”: sai cơ quan ban hành. Theo danh mục là 548/QĐ-LĐTBXH ngày 06/05/2011 của Bộ trưởng Bộ Lao động - Thương binh và Xã hội.',
    );
    expect(codesOf('Quyết định số 548/QĐ-LĐTBXH ngày 06/5/2011 của Thủ tướng Chính phủ')).toEqual([
      'wrong_issuer',
    ]);
    expect(codesOf('Quyết định số 548/QĐ-LĐTBXH ngày 06/5/2011 của Bộ LĐ-TB&XH')).toEqual([]);
  });

  it('06/QĐ-TTg needs its date once, and the date that fits its subject', () => {
    expect(codesOf('theo Quyết định số 06/QĐ-TTg')).toEqual(['ambiguous_number']);
    expect(
      codesOf(
        'Quyết định số 06/QĐ-TTg ngày 03/01/2019 của Thủ tướng Chính phủ; thực hiện Quyết định số 06/QĐ-TTg',
      ),
    ).toEqual([]);
    expect(
      codesOf(
        'Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ ban hành Quy định tiêu chuẩn, trình tự đánh giá và công nhận xã, phường phù hợp với trẻ em',
      ),
    ).toEqual(['homonym']);
    expect(codesOf('Quyết định số 06/QĐ-TTg ngày 05/01/2019 của Thủ tướng Chính phủ')).toEqual([
      'wrong_date',
    ]);
  });

  it('a decree is cited with its year', () => {
    const text = 'Nghị định 123/NĐ-CP ngày 15/11/2015 về đăng ký hộ tịch';
    expect(codesOf(text)).toEqual(['number_incomplete']);
    const [citation] = findCitations(text);
    expect(sentenceOfWarning(citation!, warningsOf(citation!, registry, '2026-05-01')[0]!, 'vi')).toContain(
      '123/2015/NĐ-CP ngày 15/11/2015',
    );
  });

  it('what is out of force is named with what took its place', () => {
    expect(codesOf('Nghị định số 13/2023/NĐ-CP của Chính phủ', '2025-12-31')).toEqual([]);
    expect(codesOf('Nghị định số 13/2023/NĐ-CP của Chính phủ', '2026-01-01')).toEqual(['out_of_force']);
    const [citation] = findCitations('Quyết định số 234/QĐ-TTg của Thủ tướng Chính phủ');
    const [found] = warningsOf(citation!, registry, '2026-05-01');
    expect(sentenceOfWarning(citation!, found!, 'vi')).toContain('Thay bằng 1248/QĐ-TTg');
    expect(codesOf('Luật Tổ chức chính quyền địa phương', '2026-05-01')).toEqual([]);
    expect(codesOf('Quyết định số 331/2026/NĐ-CP', '2026-05-01')).toEqual([]);
    expect(codesOf('Nghị định số 224/2026/NĐ-CP của Chính phủ', '2026-05-01')).toEqual(['not_yet_in_force']);
  });

  it('what nobody registered is a notice only', () => {
    const [citation] = findCitations('Kế hoạch số 999/KH-UBND ngày 01/02/2026 của UBND xã Châu Sơn');
    expect(warningsOf(citation!, registry, '2026-05-01')).toEqual([
      { code: 'unknown_document', severity: 'notice', documents: [] },
    ]);
  });

  it('every warning has a sentence in both languages', () => {
    const [citation] = findCitations('Quyết định số 06/QĐ-TTg');
    for (const code of [
      'wrong_issuer',
      'wrong_date',
      'ambiguous_number',
      'homonym',
      'out_of_force',
      'not_yet_in_force',
      'number_incomplete',
      'unknown_document',
    ] as const) {
      const warning = { code, severity: 'error' as const, documents: [file.documents[0]!] };
      expect(sentenceOfWarning(citation!, warning, 'vi')).toMatch(/^“06\/QĐ-TTg”: .+\.$/u);
      expect(sentenceOfWarning(citation!, warning, 'en')).toMatch(/^“06\/QĐ-TTg”: .+\.$/u);
    }
  });
});

describe('citing', () => {
  const cite = (number: string, mention: 'first' | 'later') =>
    citationText(registry.byNumber(number)[0]!, mention);

  it('is full at the first mention, type and number later; laws go without number', () => {
    expect(cite('06/QĐ-TTg', 'first')).toBe(
      'Quyết định số 06/QĐ-TTg ngày 03 tháng 01 năm 2019 của Thủ tướng Chính phủ ban hành Quy định tiêu chuẩn, trình tự đánh giá và công nhận xã, phường, thị trấn phù hợp với trẻ em',
    );
    expect(cite('06/QĐ-TTg', 'later')).toBe('Quyết định số 06/QĐ-TTg');
    expect(cite('102/2016/QH13', 'first')).toBe('Luật Trẻ em ngày 05 tháng 4 năm 2016');
    expect(cite('102/2016/QH13', 'later')).toBe('Luật Trẻ em');
    expect(cite('28/2019/TT-BLĐTBXH', 'first')).toMatch(/^Thông tư số 28\/2019\/TT-BLĐTBXH của Bộ Lao động/);
  });

  it('is found again as the same document, without a warning', () => {
    for (const document of file.documents) {
      const text = citationText(document, 'first');
      const [citation] = findCitations(text);
      expect(citation?.number ?? citation?.name, text).toBe(
        document.type === 'Luật' ? document.title : document.number,
      );
      expect(citation?.date, text).toBe(document.issuedOn);
      const day = document.inForce.until ?? document.inForce.from ?? document.issuedOn ?? '2026-05-01';
      expect(warningsOf(citation!, registry, day), text).toEqual([]);
    }
  });
});

describe('the check of a registry', () => {
  const sound: RegisteredDocument = {
    type: 'Quyết định',
    number: '1/QĐ-UBND',
    issuedOn: '2026-01-05',
    issuer: 'UBND xã',
    title: 'về việc thử',
    inForce: { from: null, until: null },
    replacedBy: null,
    provenance: { status: 'secondary' },
    source: 'thử',
  };
  const faultsOf = (...documents: unknown[]) => {
    const check = checkLegalDocuments({ title: 'Thử', version: 1, documents });
    return check.ok ? [] : check.faults.map(({ path, code }) => `${path}: ${code}`);
  };

  it('names each fault with its path', () => {
    expect(faultsOf(sound)).toEqual([]);
    expect(faultsOf(sound, sound)).toEqual(['documents.1: duplicate']);
    expect(faultsOf({ ...sound, number: 'số một' })).toEqual(['documents.0.number: number']);
    expect(faultsOf({ ...sound, issuedOn: '2026-02-30' })).toEqual(['documents.0.issuedOn: date']);
    expect(faultsOf({ ...sound, colour: 1 })).toEqual(['documents.0.colour: unknown_key']);
    expect(faultsOf({ ...sound, title: '' })).toEqual(['documents.0.title: shape']);
    expect(faultsOf({ ...sound, replacedBy: '2/QĐ-UBND' })).toEqual(['documents.0.replacedBy: replacement']);
    expect(faultsOf({ ...sound, inForce: { from: '2026-02-01', until: '2026-01-01' } })).toEqual([
      'documents.0.inForce: reversed_force',
    ]);
    expect(faultsOf({ ...sound, provenance: { status: 'provisional' } })).toEqual([
      'documents.0.provenance.note: standing',
    ]);
    expect(faultsOf()).toEqual(['documents: shape']);
    for (const value of [null, [], 'x', {}]) expect(checkLegalDocuments(value).ok).toBe(false);
  });
});

const samples = new URL('../../../../shared/samples/', import.meta.url);
if (existsSync(samples)) {
  it('every document that the sample plans name is registered or flagged', () => {
    const codes = readdirSync(samples)
      .sort()
      .flatMap((name) => {
        const text = readFileSync(new URL(name, samples), 'utf8').normalize('NFC').replace(/\s+/gu, ' ');
        return doubtfulCitations(
          [text],
          registry,
          name.includes('2026') ? '2026-05-01' : '2024-05-10',
        )[0]!.flatMap(({ citation, warnings }) => warnings.map(({ code }) => `${citation.number}: ${code}`));
      });
    expect([...new Set(codes)].sort()).toEqual([
      '06/QĐ-TTg: ambiguous_number',
      '123/NĐ-CP: number_incomplete',
      '548/QĐ-TTg: wrong_issuer',
    ]);
  });
}
