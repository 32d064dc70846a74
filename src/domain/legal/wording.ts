import { formatDate, type Language } from '../text/index.ts';
import type { Citation } from './find-citations.ts';
import type { RegisteredDocument } from './registered-document.ts';
import type { CitationWarning } from './warnings.ts';

/** What is doubtful and what to do, in one or two sentences. */
export function sentenceOfWarning(
  citation: Citation,
  { code, documents }: CitationWarning,
  language: Language,
): string {
  const [first] = documents;
  const cited = citation.number ?? citation.name ?? citation.text;
  const list = documents.map((one) => nameOf(one, language)).join('; ');
  const vi = language === 'vi';
  switch (code) {
    case 'wrong_issuer':
      return vi
        ? `“${cited}”: sai cơ quan ban hành. Theo danh mục là ${list} của ${first!.issuer}.`
        : `“${cited}”: wrong issuer. The registry has ${list}, issued by ${first!.issuer}.`;
    case 'wrong_date':
      return vi
        ? `“${cited}”: ngày ban hành không khớp danh mục. Danh mục có ${list}; hãy đối chiếu số và ngày.`
        : `“${cited}”: the date does not agree with the registry, which has ${list}. Compare number and date.`;
    case 'ambiguous_number':
      return vi
        ? `“${cited}”: có nhiều văn bản cùng số (${list}). Hãy ghi thêm ngày ban hành.`
        : `“${cited}”: several documents bear this number (${list}). Add the date of issue.`;
    case 'homonym':
      return vi
        ? `“${cited}”: nội dung nêu sau đó là của văn bản khác cùng số, ${list}. Hãy đối chiếu ngày ban hành.`
        : `“${cited}”: what follows is the subject of another document of the same number, ${list}. Check the date.`;
    case 'out_of_force':
      return outOfForce(cited, first!, vi);
    case 'not_yet_in_force':
      return vi
        ? `“${cited}”: chưa có hiệu lực vào ngày của văn bản này.`
        : `“${cited}”: not yet in force on the day of this document.`;
    case 'number_incomplete':
      return vi
        ? `“${cited}”: số ghi thiếu năm.${list === '' ? ' Hãy ghi đủ số, năm và ký hiệu.' : ` Có thể là ${list}.`}`
        : `“${cited}”: the number lacks its year.${list === '' ? ' Write number, year and sign in full.' : ` Perhaps ${list}.`}`;
    case 'unknown_document':
      return vi
        ? `“${cited}”: chưa có trong danh mục văn bản. Hãy kiểm tra lại, hoặc thêm vào danh mục nếu đúng.`
        : `“${cited}”: not in the registry. Check it, or add it to the registry if it is right.`;
  }
}

function outOfForce(cited: string, { inForce, replacedBy }: RegisteredDocument, vi: boolean): string {
  const until = inForce.until === null ? '' : formatDate(inForce.until);
  if (vi) {
    return `“${cited}”: hết hiệu lực từ sau ngày ${until}.${replacedBy === null ? ' Hãy tìm văn bản thay thế.' : ` Thay bằng ${replacedBy}.`}`;
  }
  return `“${cited}”: out of force since ${until}.${replacedBy === null ? ' Look for what took its place.' : ` Replaced by ${replacedBy}.`}`;
}

function nameOf({ number, issuedOn }: RegisteredDocument, language: Language): string {
  if (issuedOn === null) return number;
  return language === 'vi'
    ? `${number} ngày ${formatDate(issuedOn)}`
    : `${number} of ${formatDate(issuedOn)}`;
}
