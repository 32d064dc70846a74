import { formatDate, formatFileSize, formatNumber } from '../domain/text/index.ts';
import {
  type Block,
  bold,
  END_MARK,
  heading,
  type OfficialDocument,
  paragraph,
  plain,
  type Signature,
  type Table,
  type TableRow,
} from './block-model.ts';
import { FICTIONAL_SENTENCE } from './self-assessment.ts';
import { type IssuingUnit, unitInSentence } from './unit-names.ts';

/** One file in the index of an archive. */
export interface EvidenceIndexLine {
  readonly place: number;
  readonly year: number;
  readonly criterion: number;
  readonly indicator: string;
  /** "41/BC-TYT"; empty for what has none. */
  readonly number: string;
  readonly issuedOn: string | null;
  readonly title: string;
  readonly extract: string;
  readonly pages: number | null;
  readonly path: string;
  readonly sha256: string;
  readonly redacted: boolean;
}

export interface EvidenceIndexInput {
  readonly unit: IssuingUnit;
  readonly first: number;
  readonly last: number;
  readonly signature: Signature;
  readonly files: readonly EvidenceIndexLine[];
  /** Bytes of all files. */
  readonly size: number;
  readonly absent: readonly {
    readonly year: number;
    readonly indicator: string;
    readonly title: string;
    readonly because: string;
  }[];
  readonly fictional: boolean;
}

/** The index of the file of a year or phase, in the layout of NĐ 30/2020/NĐ-CP; the date is written in when it is signed. */
export function evidenceIndexDocument(input: EvidenceIndexInput): OfficialDocument {
  const { unit, first, last, files, absent } = input;
  const time = first === last ? `năm ${last}` : `giai đoạn ${first} - ${last}`;
  return {
    language: 'vi-VN',
    metadataTitle: `Danh mục minh chứng ${time}, ${unit.unitName}`,
    head: {
      issuingBody: ['Ủy ban nhân dân', unit.unitName],
      number: null,
      symbol: 'DM-UBND',
      place: unit.place,
      date: { year: last, month: null, day: null },
    },
    documentType: 'DANH MỤC',
    title: ['Minh chứng thực hiện tiêu chuẩn phù hợp với trẻ em', `của ${unitInSentence(unit)} ${time}`],
    addressees: [],
    legalBases: [],
    blocks: [
      paragraph(
        `Hồ sơ gồm ${formatNumber(files.length)} tệp, ${formatFileSize(input.size)}. Mỗi tệp được nhận biết bằng mã băm SHA-256; tệp bị sửa dù một dấu thì mã băm cũng khác.`,
      ),
      ...(files.length === 0 ? [] : [tableOfFiles(files)]),
      ...(absent.length === 0
        ? []
        : [heading(2, 'Minh chứng không đưa vào hồ sơ'), tableOfTheAbsent(absent)]),
      paragraph(
        `Một văn bản dùng cho nhiều chỉ tiêu thì có trong thư mục của từng chỉ tiêu. Đối chiếu cả thư mục với danh mục này bằng lệnh “mang-non evidence verify”${END_MARK}`,
      ),
    ],
    signature: input.signature,
    recipients: ['Đoàn phúc tra', 'Lưu: VT, VHXH'],
    annexes: [],
    runningNotice: input.fictional ? FICTIONAL_SENTENCE : null,
  };
}

function tableOfFiles(files: readonly EvidenceIndexLine[]): Table {
  const rows: TableRow[] = [];
  let group = '';
  for (const file of files) {
    const name = `Năm ${file.year}, tiêu chí ${file.criterion}`;
    if (name !== group) rows.push({ emphasis: 'group', cells: [{ runs: [bold(name)], span: 5 }] });
    group = name;
    rows.push(rowOf(file));
  }
  return {
    kind: 'table',
    summary: 'Các tệp trong hồ sơ: số, ngày, trích yếu, số trang, đường dẫn và mã băm',
    columns: [
      { width: 7, align: 'center' },
      { width: 17, align: 'left' },
      { width: 28, align: 'left' },
      { width: 10, align: 'right' },
      { width: 38, align: 'left' },
    ],
    head: [
      ['STT', 'Số, ký hiệu, ngày', 'Tên, trích yếu', 'Trang', 'Tệp và mã băm SHA-256'].map((title) => ({
        runs: [bold(title)],
      })),
    ],
    rows,
  };
}

function rowOf(file: EvidenceIndexLine): TableRow {
  const date = file.issuedOn === null ? '' : formatDate(file.issuedOn);
  return {
    emphasis: 'none',
    cells: [
      { runs: [plain(String(file.place))] },
      file.number === '' ? { runs: [plain(date)] } : { runs: [plain(file.number)], second: [plain(date)] },
      {
        runs: [plain(`${file.indicator} ${file.title}${file.redacted ? ' (bản che)' : ''}`)],
        ...(file.extract === '' || file.extract === file.title ? {} : { second: [plain(file.extract)] }),
      },
      { runs: [plain(file.pages === null ? '' : String(file.pages))] },
      { runs: [plain(file.path)], second: [plain(file.sha256)] },
    ],
  };
}

function tableOfTheAbsent(absent: EvidenceIndexInput['absent']): Block {
  return {
    kind: 'table',
    summary: 'Minh chứng không đưa vào hồ sơ và lý do',
    columns: [
      { width: 12, align: 'center' },
      { width: 12, align: 'center' },
      { width: 36, align: 'left' },
      { width: 40, align: 'left' },
    ],
    head: [['Năm', 'Chỉ tiêu', 'Minh chứng', 'Lý do'].map((title) => ({ runs: [bold(title)] }))],
    rows: absent.map((one) => ({
      emphasis: 'none',
      cells: [String(one.year), one.indicator, one.title, one.because].map((text) => ({
        runs: [plain(text)],
      })),
    })),
  };
}
