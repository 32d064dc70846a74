import { type OfficialDocument, plainText, renderDocx, renderPdf } from '../../../documents/index.ts';
import { formatDate } from '../../../domain/text/index.ts';
import type { FileStore } from '../../../platform/file-store/index.ts';
import { wordsKey } from '../../evidence/index.ts';
import { demoId } from '../demo-id.ts';
import type { DemoContent, Row } from '../rows.ts';
import { drawnPicture } from './drawn-picture.ts';

type Evidence = Row<'evidence'>;

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A file of the sample, with what the program would read of it. */
interface MadeFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly extension: string;
  /** Null where they are not counted, as of a DOCX. */
  readonly pages: number | null;
  readonly text: string | null;
}

/** Decisions and minutes are kept as they were written, reports as they were signed; what has no type is a picture. */
async function fileOf(evidence: Evidence): Promise<MadeFile> {
  if (evidence.document_type === null)
    return { bytes: drawnPicture(), mediaType: 'image/png', extension: 'png', pages: 1, text: null };
  const paper = paperOf(evidence);
  const text = plainText(paper);
  if (evidence.document_type === 'Quyết định' || evidence.document_type === 'Biên bản')
    return { bytes: await renderDocx(paper), mediaType: DOCX, extension: 'docx', pages: null, text };
  return { bytes: await renderPdf(paper), mediaType: 'application/pdf', extension: 'pdf', pages: 1, text };
}

/**
 * Makes the file of each evidence of the sample out of what is said of it, and keeps it. Its text is that of the document
 * it is made from: to read it from the bytes again would take seconds.
 */
export async function addEvidenceFiles(content: DemoContent, files: FileStore): Promise<void> {
  for (const [place, evidence] of content.evidence.entries()) {
    const { bytes, mediaType, extension, pages, text } = await fileOf(evidence);
    const name = `minh-chung-${place + 1}.${extension}`;
    const at = new Date(evidence.added_at);
    const stored = await files.put(bytes);
    const fileId = demoId<string>(at, 'stored_file', evidence.id, name);
    content.stored_file.push({
      unit_id: evidence.unit_id,
      id: fileId,
      ...stored,
      media_type: mediaType,
      name,
      stored_by: evidence.added_by,
      stored_at: at,
    });
    content.evidence_file.push({
      unit_id: evidence.unit_id,
      id: demoId<string>(at, 'evidence_file', evidence.id),
      evidence_id: evidence.id,
      revision: 1,
      file_id: fileId,
      redacted_file_id: null,
      source_file_id: null,
      pages,
      reading: text === null ? 'none' : 'read',
      content: text,
      scan: 'not_scanned',
      scanned_at: null,
      note: null,
      added_by: evidence.added_by,
      added_at: at,
    });
    evidence.content_key = wordsKey(text);
    evidence.search_key = wordsKey(
      evidence.title,
      evidence.document_type ?? null,
      evidence.number ?? null,
      evidence.symbol ?? null,
      evidence.issuer ?? null,
      evidence.extract ?? null,
    );
  }
}

const MADE_UP = 'Tài liệu mô phỏng của dữ liệu mẫu: nội dung và số liệu không có thật.';

function paperOf(evidence: Evidence): OfficialDocument {
  const [year = 0, month = 0, day = 0] = evidence.issued_on!.split('-').map(Number);
  const lines = (evidence.extract ?? '').split('; ').filter((line) => line !== '');
  return {
    language: 'vi-VN',
    metadataTitle: evidence.title,
    head: {
      issuingBody: [evidence.issuer!],
      number: evidence.number ?? null,
      symbol: evidence.symbol ?? '',
      place: 'Nơi mẫu',
      date: { year, month, day },
    },
    documentType: evidence.document_type!,
    title: [evidence.title],
    addressees: [],
    legalBases: [],
    blocks: [
      {
        kind: 'paragraph',
        runs: [
          {
            text: `Thời gian: từ ngày ${formatDate(evidence.proves_from!)} đến ngày ${formatDate(evidence.proves_until!)}.`,
          },
        ],
      },
      { kind: 'list', items: lines.map((text) => [{ text }]) },
      { kind: 'notice', text: MADE_UP },
    ],
    signature: { lines: ['NGƯỜI LẬP'], name: 'Nguyễn Văn Ví Dụ' },
    recipients: ['Lưu: VT'],
    annexes: [],
    runningNotice: MADE_UP,
  };
}
