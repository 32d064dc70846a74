import {
  type Block,
  bold,
  END_MARK,
  heading,
  type OfficialDocument,
  paragraph,
  plain,
  type Signature,
} from './block-model.ts';
import { FICTIONAL_SENTENCE } from './self-assessment.ts';
import { type IssuingUnit, unitInSentence } from './unit-names.ts';

/** One indicator in the list of the check. */
export interface EvidenceCheckLine {
  /** "7.1 Tỷ lệ trẻ em …". */
  readonly indicator: string;
  readonly evidence: readonly string[];
  /** "Đủ", "Yếu", "Thiếu". */
  readonly state: string;
  readonly remarks: readonly string[];
}

export interface EvidenceCheckInput {
  readonly unit: IssuingUnit;
  readonly year: number;
  /** The day of the check, `YYYY-MM-DD`. */
  readonly day: string;
  readonly signature: Signature;
  readonly counts: { readonly enough: number; readonly weak: number; readonly missing: number };
  readonly criteria: readonly { readonly name: string; readonly lines: readonly EvidenceCheckLine[] }[];
  readonly fictional: boolean;
}

/** The check of the evidence before handing in, as a list in the layout of NĐ 30/2020/NĐ-CP. */
export function evidenceCheckDocument(input: EvidenceCheckInput): OfficialDocument {
  const { unit, year, counts } = input;
  const unitName = unitInSentence(unit);
  const [ofYear, month, day] = input.day.split('-').map(Number) as [number, number, number];
  return {
    language: 'vi-VN',
    metadataTitle: `Danh mục kiểm tra minh chứng năm ${year}, ${unit.unitName}`,
    head: {
      issuingBody: ['Ủy ban nhân dân', unit.unitName],
      number: null,
      symbol: 'DM-UBND',
      place: unit.place,
      date: { year: ofYear, month, day },
    },
    documentType: 'DANH MỤC',
    title: ['Kiểm tra minh chứng trước khi nộp', `của ${unitName} năm ${year}`],
    addressees: [],
    legalBases: [],
    blocks: [
      paragraph(
        `Minh chứng của ${counts.enough + counts.weak + counts.missing} chỉ tiêu đã được kiểm tra: `,
        bold(`${counts.enough} chỉ tiêu đủ, ${counts.weak} chỉ tiêu yếu, ${counts.missing} chỉ tiêu thiếu`),
        '.',
      ),
      ...input.criteria.flatMap(({ name, lines }): Block[] => [heading(2, name), tableOf(name, lines)]),
      paragraph(
        `Danh mục này do phần mềm lập từ kho minh chứng; kết quả không thay cho ý kiến thẩm định${END_MARK}`,
      ),
    ],
    signature: input.signature,
    recipients: ['Các đơn vị phụ trách tiêu chí', 'Lưu: VT, VHXH'],
    annexes: [],
    runningNotice: input.fictional ? FICTIONAL_SENTENCE : null,
  };
}

function tableOf(name: string, lines: readonly EvidenceCheckLine[]): Block {
  return {
    kind: 'table',
    summary: `Minh chứng của ${name}: tệp đã gắn, kết quả và việc cần làm`,
    columns: [
      { width: 26, align: 'left' },
      { width: 30, align: 'left' },
      { width: 11, align: 'center' },
      { width: 33, align: 'left' },
    ],
    head: [
      ['Chỉ tiêu', 'Minh chứng đã gắn', 'Kết quả', 'Lý do, việc cần làm'].map((title) => ({
        runs: [bold(title)],
      })),
    ],
    rows: lines.map(({ indicator, evidence, state, remarks }) => ({
      emphasis: 'none',
      cells: [
        { runs: [plain(indicator)] },
        { runs: [plain(evidence.length === 0 ? 'Chưa có' : evidence.join('; '))] },
        { runs: [bold(state)] },
        { runs: [plain(remarks.join(' '))] },
      ],
    })),
  };
}
