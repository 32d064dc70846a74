import { fold } from './fold.ts';
import { DOCUMENT_TYPES } from './lexicon/document-types.ts';
import { dayIn, NUMBER_OF_A_DOCUMENT, tidyNumber } from './official-number.ts';
import type { DoubtCode, Read, ReadBasis } from './reading.ts';
import { withoutEnd } from './trim-end.ts';

const TYPE = [...DOCUMENT_TYPES].sort((a, b) => b.length - a.length).join('|');
const CITATION = new RegExp(
  `(?:(${TYPE})(?:\\s[\\p{L}\\s,–-]{0,60}?)?\\s(?:(?:liên tịch|số|luật số)\\s?:?\\s*)?|(?:^|[\\s,])số\\s?:?\\s?)(${NUMBER_OF_A_DOCUMENT})`,
  'giu',
);
const BASIS =
  /^(?:can cu|thuc hien|theo|xet|trien khai|tiep tuc (?:thuc hien|trien khai)|tren co so|thi hanh|quan triet|nham (?:thuc hien|trien khai))(?![a-z])(?: (?:cac|va|noi dung|vao|tinh than|thuc hien|trien khai))*/u;
const TO_ISSUER =
  /^[\s,]*(?:ngày[\s\d/.,-]{3,14}(?:tháng\s+\d{1,2}\s+năm\s+\d{4})?)?[\s,]*(?:của\s+)?(\p{Lu}[^;.:,]{1,80}?)(?=\s(?:về|ban hành|quy định|phê duyệt|ngày|hướng dẫn|triển khai|sửa đổi|thông qua|tại|v\/v|về việc|tiếp tục|tổ chức|thực hiện|giai đoạn|năm)(?:\s|$)|[;.:,]|$)/u;

interface Citation {
  readonly index: number;
  readonly end: number;
  readonly type: string | null;
  readonly number: string;
}

function citationsIn(text: string): readonly Citation[] {
  return [...text.matchAll(CITATION)].map((found) => ({
    index: found.index,
    end: found.index + found[0].length,
    type: found[1] ?? null,
    number: tidyNumber(found[2]!),
  }));
}

/** The documents that one item of the preamble rests on: those cited inside the subject of another are left out. */
function basesOfItem(item: string, read: Read): readonly ReadBasis[] {
  const all = citationsIn(item);
  const own: (Citation & { readonly next: Citation | undefined })[] = [];
  let nested = false;
  all.forEach((citation, at) => {
    if (at > 0) {
      const between = item.slice(all[at - 1]!.end, citation.index);
      const joined = /(?:,|;|\svà|\scùng)\s*$/u.test(between);
      if (!joined) nested = true;
      else if (!nested)
        nested = /\b(?:trien khai|thuc hien|theo|tai)\b(?![^,]*,)/u.test(
          fold(between).replace(/\s*(?:,|va)\s*$/u, ''),
        );
    }
    if (!nested) own.push({ ...citation, next: all[at + 1] });
  });
  return own.map((citation, at) => {
    const end = own[at + 1]?.index ?? item.length;
    const near = item.slice(citation.end, Math.min(citation.next?.index ?? item.length, citation.end + 260));
    const subject = near.search(/\s(?:về việc|về|ban hành|quy định|phê duyệt)\s/u);
    const date = dayIn(near.slice(0, 45)) ?? dayIn(subject < 0 ? near.slice(0, 160) : near.slice(0, subject));
    const issuer =
      TO_ISSUER.exec(near)?.[1]
        ?.replace(/\s+ngày.*$/u, '')
        .trim() ?? null;
    const doubts: DoubtCode[] =
      date === null && !/\/\d{4}\//u.test(citation.number) ? ['citation_incomplete'] : [];
    return {
      text: tidyBasis(item.slice(citation.index, end)),
      lines: read.lines,
      doubts: [...read.doubts, ...doubts],
      documentType: citation.type,
      number: citation.number,
      date,
      issuer,
    };
  });
}

const tidyBasis = (text: string): string =>
  withoutEnd(text.replace(/^[\s,;]+/u, ''), ' ,;.:').replace(/\s(?:và|cùng)$/u, '');

/** Where the plan's own sentence begins behind the basis in the same paragraph. */
const OWN_SENTENCE =
  /[.,;]\s(?=(?:Nay\s)?(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Ban Chỉ đạo|Sở|Phòng|Hội đồng|Chủ tịch)\s[^;]{0,160}?\s(?:xây dựng|ban hành|triển khai|xây dựng và|tổ chức|đề nghị|báo cáo|yêu cầu))/u;

/** The documents on which the plan rests, from the paragraphs above the first section. */
export function legalBasesOf(preamble: readonly Read[]): readonly ReadBasis[] {
  const bases: ReadBasis[] = [];
  let within = false;
  for (const read of preamble) {
    const starts = BASIS.test(fold(read.text.slice(0, 60)));
    if (!starts && !(within && /^(?:-|Luật|Nghị|Quyết|Thông|Kế|Chỉ|Công|Hướng)/u.test(read.text))) {
      within = false;
      continue;
    }
    within = starts ? /:$/u.test(read.text) || within : within;
    for (const item of read.text.slice(0, ownSentenceAt(read.text)).split(/;|\.\s(?=\p{Lu})/u)) {
      const text = item.trim();
      if (text === '') continue;
      const found = basesOfItem(text, read);
      for (const basis of found) bases.push(basis);
      if (found.length > 0 || !BASIS.test(fold(text.slice(0, 60)))) continue;
      const named = tidyBasis(text.slice(BASIS.exec(fold(text))![0].length));
      if (named === '') continue;
      const type = new RegExp(`^(?:${TYPE})(?!\\p{L})`, 'iu').exec(named)?.[0] ?? null;
      bases.push({
        text: named,
        lines: read.lines,
        doubts: [...read.doubts, 'citation_incomplete'],
        documentType: type,
        number: null,
        date: dayIn(named.slice(0, 200)),
        issuer: null,
      });
    }
  }
  return bases;
}

/** Whether a paragraph above the first section names what the plan rests on. */
export const namesBasis = (text: string): boolean => BASIS.test(fold(text.slice(0, 60)));

/** Where, in a paragraph that names a basis, the plan's own sentence begins; its length where there is none. */
export function ownSentenceAt(text: string): number {
  const found = OWN_SENTENCE.exec(text);
  return found ? found.index + found[0].length : text.length;
}
