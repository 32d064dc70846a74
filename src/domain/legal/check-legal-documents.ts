import { isCalendarDate } from '../text/index.ts';
import { findCitations } from './find-citations.ts';
import {
  documentKey,
  type LegalDocuments,
  legalRegistry,
  type RegisteredDocument,
} from './registered-document.ts';

export type LegalDocumentFaultCode =
  | 'shape'
  | 'unknown_key'
  | 'date'
  | 'reversed_force'
  | 'standing'
  | 'number'
  | 'duplicate'
  | 'replacement';

/** One thing that is wrong in the file; `path` leads to the value: "documents.3.inForce.from". */
export interface LegalDocumentFault {
  readonly path: string;
  readonly code: LegalDocumentFaultCode;
  readonly message: string;
}

export type LegalDocumentsCheck =
  | { readonly ok: true; readonly documents: LegalDocuments }
  | { readonly ok: false; readonly faults: readonly LegalDocumentFault[] };

type Fields = Readonly<Record<string, unknown>>;
type Report = (path: string, code: LegalDocumentFaultCode, message: string) => void;

const KEYS = [
  'type',
  'number',
  'issuedOn',
  'issuer',
  'title',
  'inForce',
  'replacedBy',
  'provenance',
  'source',
] as const;
const TEXTS = ['type', 'number', 'issuer', 'title', 'source'] as const;

/** Checks the registry as it came from its file, and names every fault with its path. */
export function checkLegalDocuments(value: unknown): LegalDocumentsCheck {
  const faults: LegalDocumentFault[] = [];
  const report: Report = (path, code, message) => faults.push({ path, code, message });
  const root = fieldsOf(value, '', ['title', 'version', 'documents'], report);
  if (root) {
    expectText(root.title, 'title', report);
    if (!Number.isInteger(root.version) || Number(root.version) < 1) {
      report('version', 'shape', 'phải là số nguyên từ 1');
    }
    if (!Array.isArray(root.documents) || root.documents.length === 0) {
      report('documents', 'shape', 'phải là danh sách có ít nhất một văn bản');
    } else {
      root.documents.forEach((one, index) => checkDocument(one, `documents.${index}`, report));
      if (faults.length === 0) checkTogether(root.documents as RegisteredDocument[], report);
    }
  }
  return faults.length === 0 ? { ok: true, documents: value as LegalDocuments } : { ok: false, faults };
}

function checkDocument(value: unknown, path: string, report: Report): void {
  const document = fieldsOf(value, path, KEYS, report);
  if (!document) return;
  for (const key of TEXTS) expectText(document[key], `${path}.${key}`, report);
  expectDay(document.issuedOn, `${path}.issuedOn`, report);
  if (document.replacedBy !== null) expectText(document.replacedBy, `${path}.replacedBy`, report);
  const force = fieldsOf(document.inForce, `${path}.inForce`, ['from', 'until'], report);
  if (force) {
    expectDay(force.from, `${path}.inForce.from`, report);
    expectDay(force.until, `${path}.inForce.until`, report);
    if (typeof force.from === 'string' && typeof force.until === 'string' && force.from > force.until) {
      report(`${path}.inForce`, 'reversed_force', 'ngày có hiệu lực ở sau ngày hết hiệu lực');
    }
  }
  const provenance = fieldsOf(document.provenance, `${path}.provenance`, ['status', 'note'], report);
  if (!provenance) return;
  if (!['official', 'secondary', 'provisional'].includes(String(provenance.status))) {
    report(`${path}.provenance.status`, 'standing', 'phải là official, secondary hoặc provisional');
  }
  if (provenance.note !== undefined) expectText(provenance.note, `${path}.provenance.note`, report);
  if (provenance.status === 'provisional' && provenance.note === undefined) {
    report(`${path}.provenance.note`, 'standing', 'giá trị tạm thời phải ghi rõ điều chưa chắc');
  }
}

/** Numbers are written as citations write them, no key occurs twice, and what replaces a document is in the file. */
function checkTogether(documents: readonly RegisteredDocument[], report: Report): void {
  const registry = legalRegistry(documents);
  const seen = new Set<string>();
  documents.forEach((document, index) => {
    const path = `documents.${index}`;
    const key = documentKey(document);
    if (seen.has(key)) report(path, 'duplicate', 'đã có văn bản cùng số, ngày và cơ quan ban hành');
    seen.add(key);
    if (findCitations(document.number)[0]?.number !== document.number) {
      report(`${path}.number`, 'number', 'không đúng dạng số và ký hiệu văn bản');
    }
    if (document.replacedBy === null) return;
    const [citation] = findCitations(document.replacedBy);
    const replacing = registry
      .byNumber(citation?.number ?? '')
      .filter(({ issuedOn }) => citation?.date == null || issuedOn === citation.date);
    if (replacing.length !== 1) {
      report(
        `${path}.replacedBy`,
        'replacement',
        'phải chỉ đúng một văn bản trong danh mục; trùng số thì ghi thêm ngày',
      );
    }
  });
}

function fieldsOf(value: unknown, path: string, keys: readonly string[], report: Report): Fields | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    report(path, 'shape', 'phải là một đối tượng');
    return null;
  }
  for (const key of Object.keys(value)) {
    if (!keys.includes(key)) report(path === '' ? key : `${path}.${key}`, 'unknown_key', 'không có mục này');
  }
  return value as Fields;
}

function expectText(value: unknown, path: string, report: Report): void {
  if (typeof value === 'string' && value !== '' && value === value.trim().normalize('NFC')) return;
  report(path, 'shape', 'phải là chữ (NFC), không để trống, không có khoảng trắng ở hai đầu');
}

function expectDay(value: unknown, path: string, report: Report): void {
  if (value === null || (typeof value === 'string' && isCalendarDate(value))) return;
  report(path, 'date', 'phải là ngày có thật dạng YYYY-MM-DD, hoặc null');
}
