import { officialDay } from '../text/index.ts';
import type { RegisteredDocument } from './registered-document.ts';

/**
 * A citation as NĐ 30/2020 (Phụ lục I, ô số 6) has it: type, number, date, issuer and subject at the first mention,
 * type and number at every later one. Laws are cited by their name, without number.
 */
export function citationText(document: RegisteredDocument, mention: 'first' | 'later'): string {
  const isLaw = /luật|pháp lệnh/iu.test(document.type);
  const name = isLaw ? document.title : `${document.type} số ${document.number}`;
  if (mention === 'later') return name;
  const dated = document.issuedOn === null ? name : `${name} ${officialDay(document.issuedOn)}`;
  return isLaw ? dated : `${dated} của ${document.issuer} ${document.title}`;
}
