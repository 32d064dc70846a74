import { DOCUMENT_TYPES } from '../plan/lexicon/document-types.ts';
import { searchKey } from '../text/index.ts';

/** Papers that carry no number of their own, whatever else they are: lists, agreements of people, invitations. */
const WITHOUT_NUMBER = new Set([
  'Danh sách',
  'Bản cam kết',
  'Giấy mời',
  'Văn bản',
  'Luật',
  'Bộ luật',
  'Hiến pháp',
]);

const numbered = DOCUMENT_TYPES.filter((type) => !WITHOUT_NUMBER.has(type)).map((type) => searchKey(type));

/** The fields of an official document that an appraiser looks for. */
export type NumberingField = 'number' | 'symbol' | 'issued_on';

/**
 * What an official document lacks of number, symbol and date (NĐ 30/2020 Đ.8). Its type is what was said of it or,
 * where nothing was, what its title begins with; a photograph, a list or a register needs none of them.
 */
export function missingNumbering(document: {
  readonly documentType: string | null;
  readonly title: string;
  readonly number: string | null;
  readonly symbol: string | null;
  readonly issuedOn: string | null;
}): readonly NumberingField[] {
  if (!isNumberedType(document.documentType ?? document.title)) return [];
  return [
    ...(document.number === null ? (['number'] as const) : []),
    ...(document.symbol === null ? (['symbol'] as const) : []),
    ...(document.issuedOn === null ? (['issued_on'] as const) : []),
  ];
}

function isNumberedType(text: string): boolean {
  const key = searchKey(text);
  return numbered.some((type) => key === type || key.startsWith(`${type} `));
}
