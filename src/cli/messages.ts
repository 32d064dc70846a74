/** Words of the command line. Vietnamese is the source, English has the same shape. */
const vi = {
  help: `Măng Non: xã, phường phù hợp với trẻ em, từ số liệu đến hồ sơ.

Cách dùng:
  mang-non assess TỆP [tùy chọn]          chấm điểm một tệp số liệu (.xlsx, .csv, .json)
  mang-non assess --template TỆP.xlsx     ghi bảng tính mẫu để điền số liệu
  mang-non plan read TỆP [--json]         đọc một kế hoạch hành chính (.docx, .pdf, .txt)
  mang-non serve [--demo]                 chạy trang web trên máy này
  mang-non audit verify                   kiểm tra nhật ký có bị sửa hay không
  mang-non evidence verify THƯ_MỤC        đối chiếu hồ sơ minh chứng đã giải nén với danh mục

Thêm --help sau mỗi lệnh để xem các tùy chọn. Thêm --lang en để dùng tiếng Anh.`,
  assessHelp: `Cách dùng:
  mang-non assess TỆP [--class LOẠI] [--json] [--docx TỆP] [--pdf TỆP] [--lang vi|en]
  mang-non assess --template TỆP.xlsx [--standard MÃ] [--class LOẠI]

Chấm điểm số liệu của một xã, phường theo bộ tiêu chuẩn mà tệp nêu.

  --class LOẠI      loại địa bàn, thay cho loại ghi trong tệp
  --json            in toàn bộ kết quả kèm căn cứ của từng điểm
  --docx TỆP        ghi báo cáo tự đánh giá dạng Word
  --pdf TỆP         ghi báo cáo tự đánh giá dạng PDF
  --template TỆP    ghi bảng tính mẫu để điền số liệu
  --standard MÃ     bộ tiêu chuẩn của bảng tính mẫu
  --lang vi|en      ngôn ngữ của kết quả

Mã kết thúc: 0 đủ điều kiện, 3 chưa đủ điều kiện, 4 chưa đủ số liệu, 2 tệp hoặc câu lệnh sai, 1 lỗi khác.`,
  planHelp: `Cách dùng:
  mang-non plan read TỆP [--json] [--lang vi|en]

Đọc một kế hoạch hành chính và liệt kê những gì có trong đó: phần đầu, chỉ tiêu, đơn vị phụ trách tiêu chí, phân công, thời hạn. Dòng nào chưa hiểu thì nêu số dòng.

  TỆP               văn bản Word (.docx), PDF có lớp chữ, hoặc văn bản thường (.txt); dấu “-” là đọc từ đầu vào chuẩn
  --json            in toàn bộ kết quả đọc
  --lang vi|en      ngôn ngữ của kết quả

Mã kết thúc: 0 đã đọc, 2 tệp hoặc câu lệnh sai, 1 lỗi khác.`,
  noPlanFile: 'Chưa nêu tệp kế hoạch.',
  onePlanFile: 'Mỗi lần chỉ đọc một kế hoạch.',
  fileMissing: (path: string) => `Không tìm thấy tệp “${path}”.`,
  fileUnreadable: (path: string, code: string) => `Không đọc được tệp “${path}” (${code}).`,
  planHead: {
    documentType: 'Loại văn bản',
    number: 'Số, ký hiệu',
    issuer: 'Cơ quan ban hành',
    date: 'Nơi và ngày ban hành',
    title: 'Trích yếu',
    signatory: 'Người ký',
  },
  planCounts: (bases: number, objectives: number, duties: number, recipients: number) =>
    `${bases} căn cứ, ${objectives} mục đích và mục tiêu, ${duties} việc định kỳ, ${recipients} nơi nhận.`,
  planPart: (title: string, count: number) => `${title} (${count})`,
  planParts: {
    targets: 'Chỉ tiêu',
    criteriaOwners: 'Đơn vị phụ trách tiêu chí',
    assignments: 'Phân công',
    deadlines: 'Thời hạn',
    unread: 'Dòng chưa hiểu',
  },
  planOperators: {
    '>=': '≥',
    '=': '=',
    '<=': '≤',
    '<': '<',
    maintain: 'duy trì',
    reduce: 'giảm',
    increase: 'tăng',
  },
  planAssignment: (unit: string, tasks: number, request: boolean) =>
    `${request ? 'Đề nghị ' : ''}${unit}: ${tasks} nhiệm vụ`,
  planLines: (lines: string) => `dòng ${lines}`,
  serveHelp: `Cách dùng:
  mang-non serve [--demo]

Chạy trang web trên máy này. --demo nạp dữ liệu mẫu và in các tài khoản mẫu.`,
  evidenceHelp: `Cách dùng:
  mang-non evidence verify THƯ_MỤC [--json] [--lang vi|en]

Đối chiếu một hồ sơ minh chứng đã giải nén với danh mục Excel nằm trong đó: tệp nào bị sửa, thiếu hoặc thừa. Không cần cơ sở dữ liệu, không cần mạng.

  THƯ_MỤC           thư mục có tệp DANH-MUC-MINH-CHUNG.xlsx
  --json            in toàn bộ kết quả
  --lang vi|en      ngôn ngữ của kết quả

Mã kết thúc: 0 đúng như khi xuất, 3 có tệp bị sửa, thiếu hoặc thừa, 2 thư mục hoặc câu lệnh sai, 1 lỗi khác.`,
  oneFolder: 'Nêu đúng một thư mục hồ sơ đã giải nén.',
  folderFaults: {
    no_folder: (folder: string) => `Không tìm thấy thư mục “${folder}”.`,
    no_index: (folder: string) =>
      `Thư mục “${folder}” không có danh mục DANH-MUC-MINH-CHUNG.xlsx. Hãy giải nén cả tệp ZIP.`,
    index_unreadable: (folder: string) =>
      `Không đọc được danh mục trong “${folder}”: tệp hỏng hoặc không phải danh mục minh chứng.`,
  },
  evidenceChecked: (unchanged: number, changed: number, missing: number, extra: number) =>
    changed + missing + extra === 0
      ? `Hồ sơ đúng như khi xuất: ${unchanged} tệp khớp mã băm.`
      : `${unchanged} tệp khớp mã băm, ${changed} tệp bị sửa, ${missing} tệp thiếu, ${extra} tệp không có trong danh mục.`,
  evidenceFindings: { changed: 'bị sửa', missing: 'thiếu', extra: 'thừa' },
  andMore: (count: number) => `và ${count} tệp nữa`,
  auditHelp: `Cách dùng:
  mang-non audit verify

Tính lại chuỗi nhật ký và cho biết mục đầu tiên bị sửa, nếu có.`,
  auditBroken: (unit: string, sequence: number, fault: string) =>
    `Nhật ký của đơn vị ${unit} sai từ mục ${sequence}: ${fault}.`,
  auditFaults: {
    missing: 'thiếu một mục',
    previous_hash: 'không nối được với mục trước',
    content: 'nội dung đã bị sửa',
    head: 'mục cuối không khớp với đầu chuỗi đã lưu',
  },
  auditChecked: (units: number, entries: number, broken: number) =>
    broken === 0
      ? `Nhật ký nguyên vẹn: ${entries} mục của ${units} đơn vị.`
      : `Nhật ký có ${broken} chuỗi bị sai trong ${units} đơn vị.`,
  seeHelp: 'Xem cách dùng: mang-non --help',
  unknownCommand: (name: string) => `Không có lệnh “${name}”.`,
  unknownOption: (name: string) => `Không có tùy chọn “${name}”.`,
  optionValue: (name: string) => `Tùy chọn “${name}” dùng chưa đúng.`,
  noFile: 'Chưa nêu tệp số liệu.',
  oneFile: 'Mỗi lần chỉ chấm điểm một tệp.',
  templateAlone: 'Tùy chọn --template không đi cùng tệp số liệu, --json, --docx hay --pdf.',
  standardAlone:
    'Tùy chọn --standard chỉ dùng cùng --template; khi chấm điểm, tệp số liệu nêu bộ tiêu chuẩn.',
  templateName: 'Tên bảng tính mẫu phải kết thúc bằng .xlsx.',
  templateExists: (path: string) => `Tệp “${path}” đã có. Hãy chọn tên khác để không mất số liệu đã gõ.`,
  templateWritten: (path: string) => `Đã ghi bảng tính mẫu: ${path}`,
  standardUnknown: (id: string, known: string) => `Không có bộ tiêu chuẩn “${id}”; đang có: ${known}.`,
  classMissing: (known: string) => `Tệp chưa nêu loại địa bàn. Thêm --class với một trong: ${known}.`,
  classUnknown: (name: string, known: string) => `Không có loại địa bàn “${name}”; chỉ có: ${known}.`,
  unitMissing: 'Muốn ghi báo cáo, tệp số liệu phải nêu mã đơn vị (unit) và năm (year).',
  unitUnknown: (code: string) => `Không có xã, phường, đặc khu mang mã “${code}”.`,
  written: (path: string) => `Đã ghi: ${path}`,
  unusable: (path: string, count: number) => `Tệp “${path}” chưa dùng được, có ${count} lỗi:`,
  diskFull: (path: string) => `Không ghi được “${path}”: đĩa đã đầy. Hãy giải phóng chỗ trống rồi thử lại.`,
  notAllowed: (path: string) => `Không ghi được “${path}”: không có quyền ghi, hoặc tệp đang được mở.`,
  noFolder: (path: string) => `Không ghi được “${path}”: không có thư mục này.`,
  writeFailed: (path: string, code: string) => `Không ghi được “${path}” (${code}).`,
  unexpected: (message: string) => `Lỗi không lường trước: ${message}`,
  number: 'TC',
  criterion: 'Tiêu chí',
  points: 'Điểm',
  maximum: 'Tối đa',
  zero: '✗ 0 điểm',
  missing: '… thiếu số liệu',
  totalLine: 'Tổng điểm',
  thresholdLine: 'Ngưỡng công nhận',
  verdicts: {
    recognisable: '✓ Đủ điều kiện đề nghị công nhận',
    not_recognisable: '✗ Chưa đủ điều kiện công nhận',
    incomplete: '… Chưa đủ số liệu để kết luận',
  },
  heading: (standard: string, year: string) => `Kết quả tự đánh giá theo ${standard}${year}`,
  ofYear: (year: number) => `, năm ${year}`,
  unit: (code: string) => `Đơn vị ${code}`,
  provisional: (count: string) =>
    `Kết quả là tạm tính: thang điểm chưa đối chiếu với phụ lục (${count} giá trị tạm tính đã tham gia).`,
};

const en: typeof vi = {
  help: `Măng Non: child-friendly communes and wards, from figures to dossier.

Usage:
  mang-non assess FILE [options]          score a file of figures (.xlsx, .csv, .json)
  mang-non assess --template FILE.xlsx    write the workbook to fill in
  mang-non plan read FILE [--json]        read an administrative plan (.docx, .pdf, .txt)
  mang-non serve [--demo]                 run the web application on this machine
  mang-non audit verify                   find out whether the audit log was changed
  mang-non evidence verify FOLDER         compare an unpacked file of evidence with its index

Add --help after a command for its options.`,
  assessHelp: `Usage:
  mang-non assess FILE [--class CLASS] [--json] [--docx FILE] [--pdf FILE] [--lang vi|en]
  mang-non assess --template FILE.xlsx [--standard ID] [--class CLASS]

Scores the figures of a commune or ward against the standard that the file names.

  --class CLASS     class of territory, in place of the file's own
  --json            print the full result with the grounds of every point
  --docx FILE       write the self-assessment report as a Word document
  --pdf FILE        write the self-assessment report as PDF
  --template FILE   write the workbook to fill in
  --standard ID     standard of the workbook
  --lang vi|en      language of the result

Exit codes: 0 recognisable, 3 not, 4 incomplete, 2 bad file or command line, 1 other failures.`,
  planHelp: `Usage:
  mang-non plan read FILE [--json] [--lang vi|en]

Reads an administrative plan and lists what stands in it: head, targets, owners of criteria, assignments, deadlines. Lines that were not understood are named with their numbers.

  FILE              a Word document (.docx), a PDF with text, or plain text (.txt); "-" is the standard input
  --json            print the full reading
  --lang vi|en      language of the result

Exit codes: 0 read, 2 bad file or command line, 1 other failures.`,
  noPlanFile: 'No plan was named.',
  onePlanFile: 'Only one plan can be read at a time.',
  fileMissing: (path) => `There is no file “${path}”.`,
  fileUnreadable: (path, code) => `The file “${path}” cannot be read (${code}).`,
  planHead: {
    documentType: 'Kind of document',
    number: 'Number',
    issuer: 'Issued by',
    date: 'Place and date',
    title: 'Title',
    signatory: 'Signed by',
  },
  planCounts: (bases, objectives, duties, recipients) =>
    `Legal bases: ${bases}; purposes and objectives: ${objectives}; recurring duties: ${duties}; recipients: ${recipients}.`,
  planPart: (title, count) => `${title} (${count})`,
  planParts: {
    targets: 'Targets',
    criteriaOwners: 'Owners of criteria',
    assignments: 'Assignments',
    deadlines: 'Deadlines',
    unread: 'Lines not understood',
  },
  planOperators: {
    '>=': '≥',
    '=': '=',
    '<=': '≤',
    '<': '<',
    maintain: 'maintain',
    reduce: 'reduce',
    increase: 'increase',
  },
  planAssignment: (unit, tasks, request) => `${request ? 'Requested of ' : ''}${unit}: ${tasks} tasks`,
  planLines: (lines) => (lines.includes('–') ? `lines ${lines}` : `line ${lines}`),
  serveHelp: `Usage:
  mang-non serve [--demo]

Runs the web application on this machine. --demo loads sample data and prints the sample accounts.`,
  evidenceHelp: `Usage:
  mang-non evidence verify FOLDER [--json] [--lang vi|en]

Compares an unpacked file of evidence with the Excel index in it: which files were changed, are missing or too many. Needs no database and no connection.

  FOLDER            the folder with DANH-MUC-MINH-CHUNG.xlsx
  --json            print the full result
  --lang vi|en      language of the result

Exit codes: 0 as it was taken out, 3 something is changed, missing or too many, 2 bad folder or command line, 1 other failures.`,
  oneFolder: 'Name one folder with an unpacked file of evidence.',
  folderFaults: {
    no_folder: (folder) => `There is no folder “${folder}”.`,
    no_index: (folder) =>
      `The folder “${folder}” has no index DANH-MUC-MINH-CHUNG.xlsx. Unpack the whole ZIP.`,
    index_unreadable: (folder) =>
      `The index in “${folder}” cannot be read: it is damaged, or no index of evidence.`,
  },
  evidenceChecked: (unchanged, changed, missing, extra) =>
    changed + missing + extra === 0
      ? `As it was taken out: the hashes of ${unchanged} files agree.`
      : `${unchanged} files agree, ${changed} are changed, ${missing} are missing, ${extra} are not in the index.`,
  evidenceFindings: { changed: 'changed', missing: 'missing', extra: 'extra' },
  andMore: (count) => `and ${count} more`,
  auditHelp: `Usage:
  mang-non audit verify

Computes the chain of the audit log again and names the first changed entry, if there is one.`,
  auditBroken: (unit, sequence, fault) =>
    `The audit log of unit ${unit} is wrong from entry ${sequence}: ${fault}.`,
  auditFaults: {
    missing: 'an entry is missing',
    previous_hash: 'it does not follow from the entry before',
    content: 'its content was changed',
    head: 'the last entry does not match the head of the chain',
  },
  auditChecked: (units, entries, broken) =>
    broken === 0
      ? `The audit log is sound: ${entries} entries of ${units} units.`
      : `The audit log has ${broken} broken chains in ${units} units.`,
  seeHelp: 'See: mang-non --help --lang en',
  unknownCommand: (name) => `There is no command “${name}”.`,
  unknownOption: (name) => `There is no option “${name}”.`,
  optionValue: (name) => `The option “${name}” is not used rightly.`,
  noFile: 'No file of figures was named.',
  oneFile: 'Only one file can be scored at a time.',
  templateAlone: 'The option --template does not go with a file of figures, --json, --docx or --pdf.',
  standardAlone: 'The option --standard goes with --template only; a file of figures names its own standard.',
  templateName: 'The name of the workbook must end in .xlsx.',
  templateExists: (path) => `The file “${path}” exists. Choose another name, so that no figures are lost.`,
  templateWritten: (path) => `Workbook written: ${path}`,
  standardUnknown: (id, known) => `There is no standard “${id}”; known: ${known}.`,
  classMissing: (known) => `The file names no class of territory. Add --class with one of: ${known}.`,
  classUnknown: (name, known) => `There is no class of territory “${name}”; known: ${known}.`,
  unitMissing: 'For a report the file of figures must name the unit and the year.',
  unitUnknown: (code) => `No commune, ward or special zone has the code “${code}”.`,
  written: (path) => `Written: ${path}`,
  unusable: (path, count) => `The file “${path}” cannot be used; faults found: ${count}`,
  diskFull: (path) => `“${path}” cannot be written: the disk is full. Free some space and try again.`,
  notAllowed: (path) => `“${path}” cannot be written: no permission, or the file is open elsewhere.`,
  noFolder: (path) => `“${path}” cannot be written: there is no such folder.`,
  writeFailed: (path, code) => `“${path}” cannot be written (${code}).`,
  unexpected: (message) => `Unexpected failure: ${message}`,
  number: 'No.',
  criterion: 'Criterion',
  points: 'Points',
  maximum: 'Maximum',
  zero: '✗ 0 points',
  missing: '… figures missing',
  totalLine: 'Total',
  thresholdLine: 'Threshold',
  verdicts: {
    recognisable: '✓ Recognisable',
    not_recognisable: '✗ Not recognisable',
    incomplete: '… Figures are missing: no conclusion yet',
  },
  heading: (standard, year) => `Self-assessment by ${standard}${year}`,
  ofYear: (year) => `, ${year}`,
  unit: (code) => `Unit ${code}`,
  provisional: (count) =>
    `The result is provisional: the scale has not been checked against the annex (${count} provisional values took part).`,
};

export const messages = { vi, en } as const;
