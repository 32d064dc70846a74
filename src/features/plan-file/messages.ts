const SAVE_AS_WORD_VI = 'Hãy mở tệp bằng Word, lưu dạng .docx rồi nạp lại.';
const SAVE_AS_WORD_EN = 'Open it in Word, save it as .docx and try again.';
const PASTE_VI = 'hoặc chép nội dung vào một tệp .txt (bảng mã UTF-8)';
const PASTE_EN = 'or copy the text into a .txt file (UTF-8)';

/** Why a file gives no text, and what to do; `file` is the name of the file in quotation marks. */
const vi = {
  empty: (file: string) => `Tệp ${file} rỗng. Hãy chọn tệp có nội dung kế hoạch.`,
  too_large: (file: string) =>
    `Tệp ${file} lớn hơn 20 MB nên không được mở. Hãy bỏ bớt hình ảnh, ${PASTE_VI}.`,
  unknown_kind: (file: string) =>
    `Tệp ${file} không phải văn bản đọc được. Chỉ đọc tệp Word (.docx), PDF có lớp chữ và tệp .txt bảng mã UTF-8.`,
  not_a_document: (file: string) =>
    `Tệp ${file} là tệp nén hoặc tài liệu Office loại khác, không phải văn bản Word (.docx). ${SAVE_AS_WORD_VI}`,
  old_word: (file: string) => `Tệp ${file} là văn bản Word cũ (.doc). ${SAVE_AS_WORD_VI}`,
  rich_text: (file: string) => `Tệp ${file} là văn bản RTF. ${SAVE_AS_WORD_VI}`,
  web_page: (file: string) => `Tệp ${file} là trang web. Hãy mở trang, ${PASTE_VI.replace('hoặc ', '')}.`,
  protected: (file: string) => `Tệp ${file} được đặt mật khẩu. Hãy bỏ mật khẩu mở tệp rồi nạp lại.`,
  damaged: (file: string) =>
    `Tệp ${file} bị hỏng, không mở được. Hãy mở bằng phần mềm đã tạo ra nó, lưu lại rồi nạp lại.`,
  unpacks_too_large: (file: string) =>
    `Tệp ${file} chứa nhiều dữ liệu hơn hẳn một kế hoạch nên không được mở. Hãy chỉ giữ lại phần kế hoạch, ${PASTE_VI}.`,
  legacy_encoding: (file: string) =>
    `Tệp ${file} không ở bảng mã Unicode (có thể là TCVN3 hoặc VNI) nên chữ sẽ sai. Hãy chuyển sang Unicode, lưu bảng mã UTF-8 rồi nạp lại.`,
  scanned: (file: string) =>
    `Tệp ${file} là bản quét, không có lớp chữ nên không đọc được. Hãy dùng bản Word, ${PASTE_VI}.`,
  too_many_pages: (file: string) =>
    `Tệp ${file} có hơn 200 trang nên không được đọc. Hãy tách riêng phần kế hoạch rồi nạp lại.`,
  took_too_long: (file: string) =>
    `Tệp ${file} mất quá nhiều thời gian để đọc nên đã dừng lại. Hãy dùng bản Word, ${PASTE_VI}.`,
};

const en: typeof vi = {
  empty: (file) => `The file ${file} is empty. Choose a file with the text of a plan.`,
  too_large: (file) =>
    `The file ${file} is larger than 20 MB and was not opened. Remove pictures, ${PASTE_EN}.`,
  unknown_kind: (file) =>
    `The file ${file} holds no text that can be read. Word documents (.docx), PDF files with text and .txt files in UTF-8 are.`,
  not_a_document: (file) =>
    `The file ${file} is an archive or another kind of Office file, not a Word document (.docx). ${SAVE_AS_WORD_EN}`,
  old_word: (file) => `The file ${file} is an old Word document (.doc). ${SAVE_AS_WORD_EN}`,
  rich_text: (file) => `The file ${file} is in RTF. ${SAVE_AS_WORD_EN}`,
  web_page: (file) => `The file ${file} is a web page. Open it, ${PASTE_EN.replace('or ', '')}.`,
  protected: (file) => `The file ${file} is locked by a password. Remove the password and try again.`,
  damaged: (file) =>
    `The file ${file} is damaged and cannot be opened. Open it with the program that made it, save it again and try again.`,
  unpacks_too_large: (file) =>
    `The file ${file} holds far more than a plan and was not opened. Keep only the plan, ${PASTE_EN}.`,
  legacy_encoding: (file) =>
    `The file ${file} is not in Unicode (perhaps TCVN3 or VNI), so its letters would be wrong. Convert it to Unicode, save it as UTF-8 and try again.`,
  scanned: (file) =>
    `The file ${file} is a scan without text and cannot be read. Use the Word document, ${PASTE_EN}.`,
  too_many_pages: (file) =>
    `The file ${file} has more than 200 pages and was not read. Take out the plan and try again.`,
  took_too_long: (file) =>
    `Reading the file ${file} took too long and was stopped. Use the Word document, ${PASTE_EN}.`,
};

export const messages = { vi, en } as const;
export type PlanFileFaultCode = keyof typeof vi;
