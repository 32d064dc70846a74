import { headOfDocument } from '../../domain/plan/index.ts';
import { formatDate } from '../../domain/text/index.ts';
import type { FileStore } from '../../platform/file-store/index.ts';
import type { Fields } from '../activities/index.ts';
import { textOfDocument } from '../plan-file/index.ts';
import type { WaitingFile } from './queries/waiting.ts';

/** Larger files are not read while somebody waits for the page. */
const READ_AT_ONCE = 5_000_000;
const READABLE =
  /^(application\/pdf|text\/plain|application\/vnd\.openxmlformats-officedocument\.wordprocessingml)/;
const LONGEST_TITLE = 300;

/** What the head of an official document says of it, as the boxes of the form; empty where none can be read. */
export async function proposedBoxes(
  files: FileStore,
  { sha256, name, mediaType, size }: Pick<WaitingFile, 'sha256' | 'name' | 'mediaType' | 'size'>,
): Promise<Fields> {
  if (size > READ_AT_ONCE || !READABLE.test(mediaType)) return {};
  const text = await textOfDocument(await files.read(sha256), name);
  return text.ok ? boxesOfHead(text.text) : {};
}

/** Exported for its test. */
export function boxesOfHead(text: string): Fields {
  const head = headOfDocument(text);
  // Without a number or a day it is no official document, and what looks like a title may be anything.
  if (head.number === null && head.issuedOn === null) return {};
  const type = head.documentType;
  const boxes = {
    ten: [sentenceCase(type ?? ''), head.title ?? ''].join(' ').trim().slice(0, LONGEST_TITLE),
    loai: sentenceCase(type ?? ''),
    so: head.number ?? '',
    ky_hieu: head.symbol ?? '',
    ngay_ban_hanh: head.issuedOn === null ? '' : formatDate(head.issuedOn),
    trich_yeu: head.title ?? '',
  };
  return Object.fromEntries(Object.entries(boxes).filter(([, value]) => value !== ''));
}

/** "BÁO CÁO" as "Báo cáo". */
const sentenceCase = (capitals: string): string =>
  `${capitals.charAt(0)}${capitals.slice(1).toLocaleLowerCase('vi')}`;
