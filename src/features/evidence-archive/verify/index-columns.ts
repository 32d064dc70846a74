/** Headings of the index, in their order; the verification finds its columns by them. */
export const COLUMNS = {
  place: 'STT',
  year: 'Năm',
  indicator: 'Chỉ tiêu',
  statement: 'Nội dung chỉ tiêu',
  number: 'Số, ký hiệu',
  issuedOn: 'Ngày ban hành',
  title: 'Tên minh chứng',
  extract: 'Trích yếu',
  pages: 'Số trang',
  path: 'Đường dẫn tệp',
  size: 'Dung lượng (byte)',
  sha256: 'Mã băm SHA-256',
  note: 'Ghi chú',
} as const;

export const SHEET_OF_FILES = 'Danh mục';
export const SHEET_OF_THE_ABSENT = 'Không đưa vào';

export const INDEX_WORKBOOK = 'DANH-MUC-MINH-CHUNG.xlsx';
export const INDEX_PAPER = 'DANH-MUC-MINH-CHUNG.pdf';
