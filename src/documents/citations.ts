import type { LegalDocument, Standard } from '../domain/scoring/index.ts';
import { dateInWords } from './official-lines.ts';

/** What the instruments are about, as their own headings say; keyed by number and date, for numbers repeat. */
const SUBJECTS: Readonly<Record<string, string>> = {
  '06/QĐ-TTg 2019-01-03':
    'ban hành Quy định tiêu chuẩn, trình tự đánh giá và công nhận xã, phường, thị trấn phù hợp với trẻ em',
  '604/TE-PTTG 2019-09-20':
    'về việc hướng dẫn thu thập thông tin, đánh giá và công nhận xã, phường, thị trấn phù hợp với trẻ em',
};

/** `Quyết định` from the sign in the number; a number without the sign of a type is a Công văn (NĐ 30 Phụ lục III). */
function typeName(number: string): string {
  const sign = number.split('/').at(-1)?.split('-')[0] ?? '';
  const names: Readonly<Record<string, string>> = {
    QĐ: 'Quyết định',
    NQ: 'Nghị quyết',
    CT: 'Chỉ thị',
    KH: 'Kế hoạch',
    HD: 'Hướng dẫn',
    TT: 'Thông tư',
    NĐ: 'Nghị định',
  };
  return names[sign] ?? 'Công văn';
}

/** Type and number alone, for every mention after the first. */
export function shortCitation(instrument: LegalDocument): string {
  return `${typeName(instrument.number)} số ${instrument.number}`;
}

/** The first mention in a document: type, number, date, issuer and subject (NĐ 30 Phụ lục I, ô số 6). */
export function fullCitation(instrument: LegalDocument): string {
  const [year = 0, month = 0, day = 0] = instrument.issued.split('-').map(Number);
  const subject = SUBJECTS[`${instrument.number} ${instrument.issued}`];
  const dated = `${shortCitation(instrument)} ${dateInWords({ year, month, day })} của ${instrument.issuer}`;
  return subject === undefined ? dated : `${dated} ${subject}`;
}

/** The Căn cứ of any document that rests on a standard: its decision and its guidance. */
export function basesOfStandard(standard: Standard): readonly string[] {
  const instruments = standard.guidance ? [standard.legalBasis, standard.guidance] : [standard.legalBasis];
  return instruments.map((instrument) => `Căn cứ ${fullCitation(instrument)}`);
}
