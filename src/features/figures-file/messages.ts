const REMEDY_VI = 'Hãy tải mẫu bằng "mang-non assess --template MAU.xlsx", chép số liệu vào mẫu rồi nạp lại.';
const REMEDY_EN =
  'Get the form with "mang-non assess --template FORM.xlsx", copy the figures into it and try again.';

/** What a file seems to be, when it is no file of figures. */
const kinds = {
  word: { vi: 'văn bản Word (.docx)', en: 'a Word document (.docx)' },
  slides: { vi: 'bài trình chiếu PowerPoint (.pptx)', en: 'a PowerPoint presentation (.pptx)' },
  binaryWorkbook: { vi: 'sổ tính Excel nhị phân (.xlsb)', en: 'a binary Excel workbook (.xlsb)' },
  openDocument: { vi: 'tệp LibreOffice (.ods, .odt)', en: 'a LibreOffice file (.ods, .odt)' },
  archive: { vi: 'tệp nén ZIP', en: 'a ZIP archive' },
  oldOffice: { vi: 'tài liệu Office cũ (.doc, .ppt …)', en: 'an old Office document (.doc, .ppt …)' },
  pdf: { vi: 'tệp PDF', en: 'a PDF file' },
  webPage: { vi: 'trang web (HTML)', en: 'a web page (HTML)' },
  binary: { vi: 'tệp nhị phân không rõ loại', en: 'a binary file of an unknown kind' },
  text: { vi: 'tệp văn bản thường', en: 'a plain text file' },
} as const;
export type ForeignKind = keyof typeof kinds;

/** The name of a figure in both languages. */
export interface Label {
  readonly vi: string;
  readonly en: string;
}

const quoted = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 57)}…` : text}”`;
const list = (values: readonly string[]): string => values.map(quoted).join(', ');

/** Every message about a file, in Vietnamese. English has the same shape. */
const vi = {
  fileMissing: (path: string) => `Không tìm thấy tệp ${quoted(path)}.`,
  fileUnreadable: (path: string, cause: string) => `Không đọc được tệp ${quoted(path)} (${cause}).`,
  fileTooLarge: (limit: string) =>
    `Tệp lớn hơn ${limit}, quá lớn so với một bảng số liệu nên không được mở. ${REMEDY_VI}`,
  fileEmpty: () => `Tệp rỗng. ${REMEDY_VI}`,
  fileForeign: (kind: ForeignKind) => `Tệp này là ${kinds[kind].vi}, không phải bảng số liệu. ${REMEDY_VI}`,
  workbookTooLarge: () => `Sổ tính có quá nhiều ô so với một bảng số liệu. ${REMEDY_VI}`,
  workbookBroken: () =>
    `Sổ tính bị hỏng, không mở được. Hãy mở bằng Excel rồi lưu lại dạng .xlsx. ${REMEDY_VI}`,
  workbookProtected: () => 'Sổ tính được đặt mật khẩu. Hãy bỏ mật khẩu mở tệp rồi nạp lại.',
  workbookOldFormat: () =>
    `Đây là sổ tính Excel 97–2003 (.xls). Hãy mở bằng Excel, chọn “Lưu thành” dạng .xlsx. ${REMEDY_VI}`,
  workbookForeign: (sheets: readonly string[]) =>
    `Sổ tính này không theo mẫu: các trang ${list(sheets)} không có hàng tiêu đề gồm cột mã và cột số liệu. ${REMEDY_VI}`,
  severalForms: (sheets: readonly string[]) =>
    `Sổ tính có nhiều bảng số liệu (các trang ${list(sheets)}); chỉ để lại một bảng.`,
  encoding: () => 'Tệp không ở bảng mã UTF-8. Hãy lưu lại dạng “CSV UTF-8”.',
  csvSyntax: () => 'Dấu nháy kép mở ở đây không được đóng.',
  jsonSyntax: (cause: string) => `Tệp JSON viết sai (${cause}).`,
  jsonShape: (expected: string) => `Phải là ${expected}.`,
  jsonStrayName: (allowed: readonly string[]) => `Tên này không có trong mẫu tệp; chỉ có ${list(allowed)}.`,
  headerMissing: () =>
    `Không thấy hàng tiêu đề gồm cột “name” và cột “value” (hoặc “mã” và “số liệu”). ${REMEDY_VI}`,
  standardMissing: () => 'Tệp chưa nêu bộ tiêu chuẩn (standard).',
  standardUnknown: (id: string, known: readonly string[]) =>
    `Không có bộ tiêu chuẩn ${quoted(id)}; đang có ${list(known)}.`,
  versionInvalid: (version: string, id: string) =>
    `Bộ tiêu chuẩn ${quoted(id)} không có phiên bản ${quoted(version)}.`,
  unitInvalid: (unit: string) => `Mã đơn vị ${quoted(unit)} phải gồm đúng 5 chữ số, ví dụ “05983”.`,
  yearInvalid: (year: string) => `Năm ${quoted(year)} phải là số từ 2000 đến 2100.`,
  classUnknown: (name: string, known: readonly string[]) =>
    `Không có loại địa bàn ${quoted(name)}; chỉ có ${list(known)}.`,
  duplicateName: (name: string, first: string) =>
    `${quoted(name)} có hai lần, lần đầu ở ${first}. Chỉ để lại một.`,
  duplicateInObject: (name: string) => `${quoted(name)} có hai lần trong cùng một nhóm. Chỉ để lại một.`,
  unknownName: (name: string, nearest: string | null) =>
    `Tiêu chuẩn không có số liệu tên ${quoted(name)}.${nearest === null ? '' : ` Có phải là ${quoted(nearest)}?`}`,
  notWhole: (label: Label, text: string) =>
    `${quoted(label.vi)} phải là số nguyên, không có phần thập phân; ở đây ghi ${quoted(text)}.`,
  splitNumber: (label: Label, text: string) =>
    `${quoted(label.vi)} phải là số nguyên; ${quoted(text)} bị dấu phẩy tách làm hai cột. Nếu là lý do, hãy ghi bằng chữ.`,
  negative: (label: Label, text: string) =>
    `${quoted(label.vi)} không được là số âm; ở đây ghi ${quoted(text)}.`,
  tooLarge: (label: Label, text: string) => `${quoted(label.vi)} quá lớn; ở đây ghi ${quoted(text)}.`,
  notANumber: (label: Label, text: string) =>
    `${quoted(label.vi)} phải là số nguyên, “Có”, “Không” hoặc một trạng thái; ở đây ghi ${quoted(text)}.`,
  numberInQuotes: (label: Label, text: string) =>
    `${quoted(label.vi)} phải là số nguyên hoặc true, false, không đặt trong dấu nháy; ở đây ghi ${quoted(text)}.`,
  date: (label: Label) =>
    `${quoted(label.vi)} phải là số nguyên; ô này đang là ngày tháng. Hãy định dạng lại là số.`,
  cellError: (label: Label, text: string) =>
    `${quoted(label.vi)}: ô đang báo lỗi ${quoted(text)}. Hãy gõ lại số.`,
  formula: (label: Label) => `${quoted(label.vi)}: ô chứa công thức. Hãy gõ số thẳng vào ô.`,
  stateUnknown: (label: Label, text: string) =>
    `${quoted(label.vi)}: không có trạng thái ${quoted(text)}; chỉ có “Số”, “Chưa có số liệu”, “Không áp dụng”, “Chưa đến hạn”.`,
  stateConflict: (label: Label, text: string, state: string) =>
    `${quoted(label.vi)} vừa ghi ${quoted(text)} vừa ghi trạng thái ${quoted(state)}. Hãy bỏ một trong hai.`,
  reasonMissing: (label: Label) => `${quoted(label.vi)} ghi là không áp dụng thì phải nêu lý do.`,
  extraCells: () =>
    'Hàng này có nhiều ô hơn hàng tiêu đề. Ô có dấu phân cách bên trong phải đặt trong dấu nháy kép.',
};

const en: typeof vi = {
  fileMissing: (path) => `There is no file ${quoted(path)}.`,
  fileUnreadable: (path, cause) => `The file ${quoted(path)} cannot be read (${cause}).`,
  fileTooLarge: (limit) =>
    `The file is larger than ${limit}, too large for a table of figures, and was not opened. ${REMEDY_EN}`,
  fileEmpty: () => `The file is empty. ${REMEDY_EN}`,
  fileForeign: (kind) => `This file is ${kinds[kind].en}, not a table of figures. ${REMEDY_EN}`,
  workbookTooLarge: () => `The workbook has too many cells for a table of figures. ${REMEDY_EN}`,
  workbookBroken: () =>
    `The workbook is damaged and cannot be opened. Open it in Excel and save it again as .xlsx. ${REMEDY_EN}`,
  workbookProtected: () => 'The workbook is locked by a password. Remove the password and try again.',
  workbookOldFormat: () =>
    `This is an Excel 97–2003 workbook (.xls). Open it in Excel and choose “Save as” .xlsx. ${REMEDY_EN}`,
  workbookForeign: (sheets) =>
    `This workbook is not the form: the sheets ${list(sheets)} have no header row with a name and a value column. ${REMEDY_EN}`,
  severalForms: (sheets) =>
    `The workbook has several tables of figures (sheets ${list(sheets)}); leave only one.`,
  encoding: () => 'The file is not in UTF-8. Save it again as “CSV UTF-8”.',
  csvSyntax: () => 'The double quote opened here is never closed.',
  jsonSyntax: (cause) => `The JSON is malformed (${cause}).`,
  jsonShape: (expected) => `Must be ${expected}.`,
  jsonStrayName: (allowed) => `The form has no such name; only ${list(allowed)}.`,
  headerMissing: () => `There is no header row with a “name” and a “value” column. ${REMEDY_EN}`,
  standardMissing: () => 'The file does not name the standard.',
  standardUnknown: (id, known) => `There is no standard ${quoted(id)}; known are ${list(known)}.`,
  versionInvalid: (version, id) => `The standard ${quoted(id)} has no version ${quoted(version)}.`,
  unitInvalid: (unit) => `The unit code ${quoted(unit)} must be five digits, for example “05983”.`,
  yearInvalid: (year) => `The year ${quoted(year)} must be a number from 2000 to 2100.`,
  classUnknown: (name, known) => `There is no class of territory ${quoted(name)}; known are ${list(known)}.`,
  duplicateName: (name, first) => `${quoted(name)} occurs twice, first at ${first}. Leave only one.`,
  duplicateInObject: (name) => `${quoted(name)} occurs twice in one group. Leave only one.`,
  unknownName: (name, nearest) =>
    `The standard has no figure named ${quoted(name)}.${nearest === null ? '' : ` Did you mean ${quoted(nearest)}?`}`,
  notWhole: (label, text) => `${quoted(label.en)} must be a whole number; it says ${quoted(text)}.`,
  splitNumber: (label, text) =>
    `${quoted(label.en)} must be a whole number; the comma split ${quoted(text)} into two columns. A reason needs words.`,
  negative: (label, text) => `${quoted(label.en)} must not be negative; it says ${quoted(text)}.`,
  tooLarge: (label, text) => `${quoted(label.en)} is too large; it says ${quoted(text)}.`,
  notANumber: (label, text) =>
    `${quoted(label.en)} must be a whole number, yes, no or a state; it says ${quoted(text)}.`,
  numberInQuotes: (label, text) =>
    `${quoted(label.en)} must be a whole number or true, false, without quotes; it says ${quoted(text)}.`,
  date: (label) => `${quoted(label.en)} must be a whole number; the cell is a date. Format it as a number.`,
  cellError: (label, text) =>
    `${quoted(label.en)}: the cell shows the error ${quoted(text)}. Type the number again.`,
  formula: (label) => `${quoted(label.en)}: the cell holds a formula. Type the number itself.`,
  stateUnknown: (label, text) =>
    `${quoted(label.en)}: there is no state ${quoted(text)}; known are given, no_data, not_applicable, not_due.`,
  stateConflict: (label, text, state) =>
    `${quoted(label.en)} says both ${quoted(text)} and the state ${quoted(state)}. Remove one of them.`,
  reasonMissing: (label) => `${quoted(label.en)} is marked not applicable: give the reason.`,
  extraCells: () =>
    'This row has more cells than the header. Put a cell with a separator in it between double quotes.',
};

export const messages = { vi, en } as const;
export type MessageKey = keyof typeof vi;
export type MessageParameters<Key extends MessageKey> = Parameters<(typeof vi)[Key]>;

/** A message in both languages. */
export function say<Key extends MessageKey>(
  key: Key,
  ...parameters: MessageParameters<Key>
): { readonly message: string; readonly messageEn: string } {
  const text = (language: 'vi' | 'en') =>
    (messages[language][key] as (...values: MessageParameters<Key>) => string)(...parameters);
  return { message: text('vi'), messageEn: text('en') };
}
