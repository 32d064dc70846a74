import { defineMessages } from '../../ui/language.ts';
import { FIRST_YEAR, LAST_YEAR, MOST_YEARS } from './schema.ts';

export const messages = defineMessages({
  vi: {
    library: 'Minh chứng',
    crumb: 'Hồ sơ năm',
    title: (first: number, last: number) =>
      first === last
        ? `Hồ sơ năm ${last} cho đoàn phúc tra`
        : `Hồ sơ giai đoạn ${first}–${last} cho đoàn phúc tra`,
    intro:
      'Một tệp ZIP chia thư mục theo năm, tiêu chí và chỉ tiêu, kèm danh mục (Excel và PDF) ghi số, ngày, trích yếu, số trang và mã băm của từng tệp.',
    twice: 'Văn bản dùng cho nhiều chỉ tiêu có trong thư mục của từng chỉ tiêu.',
    summary: (files: string, size: string) => `${files} tệp, ${size}.`,
    nothing: 'Chưa có tệp nào để đưa vào hồ sơ',
    nothingHint: 'Gắn minh chứng cho các chỉ tiêu của năm này trước.',
    take: 'Tải hồ sơ (ZIP)',
    tooLarge: {
      bytes: 'Hồ sơ lớn hơn 4 GB nên không tải được một lần',
      files: 'Hồ sơ có hơn 2.000 tệp nên không tải được một lần',
    },
    tooLargeHint: 'Hãy chọn từng năm hoặc một số tiêu chí ở dưới, rồi tải từng phần.',
    caption: 'Nội dung hồ sơ theo tiêu chí',
    columns: { criterion: 'Tiêu chí', files: 'Số tệp', size: 'Dung lượng' },
    criterion: (year: number, number: number) => `Năm ${year}, tiêu chí ${number}`,
    leftOut: (count: number) => `Không đưa vào hồ sơ: ${count} minh chứng`,
    leftOutCaption: 'Minh chứng không đưa vào hồ sơ',
    leftOutColumns: { evidence: 'Minh chứng', indicator: 'Chỉ tiêu', because: 'Lý do' },
    more: (count: number) => `và ${count} dòng nữa, ghi đủ trong danh mục.`,
    choose: 'Chọn năm và tiêu chí',
    from: 'Từ năm',
    until: 'Đến năm',
    criteria: 'Tiêu chí',
    criteriaHint: 'Không chọn tiêu chí nào thì lấy tất cả.',
    criterionName: (number: number, name: string) => `${number}. ${name}`,
    show: 'Xem lại nội dung',
    faults: {
      yearWrong: `Năm là một số từ ${FIRST_YEAR} đến ${LAST_YEAR}, ví dụ 2026.`,
      fromAfterUntil: '“Từ năm” không được sau “Đến năm”.',
      tooManyYears: `Mỗi hồ sơ không quá ${MOST_YEARS} năm.`,
    },
    verify: 'Đoàn phúc tra kiểm tra thư mục đã giải nén bằng lệnh:',
    check: 'Kiểm tra minh chứng trước khi nộp',
    restrictedTitle: 'Minh chứng hạn chế',
    reasons: {
      withdrawn: 'Đã rút khỏi kho minh chứng.',
      infected: 'Tệp bị cách ly vì có mã độc.',
      scan_waiting: 'Tệp đang chờ quét mã độc.',
      restricted: 'Thuộc loại hạn chế: xem bản giấy tại đơn vị.',
      children_without_copy: 'Nhận ra được trẻ em mà chưa có bản che: xem tại đơn vị.',
      without_file: 'Chưa có tệp.',
      damaged: 'Tệp trong kho đã mất hoặc hỏng: cần phục hồi từ bản sao lưu.',
    },
  },
  en: {
    library: 'Evidence',
    crumb: 'File of the year',
    title: (first: number, last: number) =>
      first === last
        ? `File of ${last} for the re-inspection team`
        : `File of ${first}–${last} for the re-inspection team`,
    intro:
      'One ZIP with folders by year, criterion and indicator, and an index (Excel and PDF) with number, date, extract, pages and hash of each file.',
    twice: 'A document used for several indicators stands in the folder of each.',
    summary: (files: string, size: string) => `${files} files, ${size}.`,
    nothing: 'There is no file to be taken out',
    nothingHint: 'Attach evidence to the indicators of the year first.',
    take: 'Take the file out (ZIP)',
    tooLarge: {
      bytes: 'It exceeds 4 GB and cannot be taken out at once',
      files: 'It has more than 2,000 files and cannot be taken out at once',
    },
    tooLargeHint: 'Choose single years or some criteria below, and take it out in parts.',
    caption: 'What is in it, by criterion',
    columns: { criterion: 'Criterion', files: 'Files', size: 'Size' },
    criterion: (year: number, number: number) => `${year}, criterion ${number}`,
    leftOut: (count: number) => `Left out: ${count}`,
    leftOutCaption: 'Evidence that is left out',
    leftOutColumns: { evidence: 'Evidence', indicator: 'Indicator', because: 'Why' },
    more: (count: number) => `and ${count} more lines, all of them in the index.`,
    choose: 'Choose years and criteria',
    from: 'From',
    until: 'Until',
    criteria: 'Criteria',
    criteriaHint: 'None chosen means all.',
    criterionName: (number: number, name: string) => `${number}. ${name}`,
    show: 'Show what is in it',
    faults: {
      yearWrong: `A year is a number from ${FIRST_YEAR} to ${LAST_YEAR}, for example 2026.`,
      fromAfterUntil: '“From” cannot be after “Until”.',
      tooManyYears: `At most ${MOST_YEARS} years at once.`,
    },
    verify: 'The team verifies the unpacked folder by:',
    check: 'Check of the evidence before handing in',
    restrictedTitle: 'Restricted evidence',
    reasons: {
      withdrawn: 'It was withdrawn.',
      infected: 'The file is quarantined.',
      scan_waiting: 'The file waits to be scanned.',
      restricted: 'Restricted: the paper is seen in the unit.',
      children_without_copy:
        'Children can be recognised and there is no redacted copy: it is seen in the unit.',
      without_file: 'There is no file.',
      damaged: 'The file is lost or damaged in the store: it must be restored from the backup.',
    },
  },
});
