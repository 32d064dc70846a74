import type { Standard } from '../scoring/index.ts';
import { formatDate, formatNumber, type Language } from '../text/index.ts';
import type { IndicatorReason } from './check.ts';
import type { EvidenceReason } from './check-evidence.ts';
import type { NumberingField } from './official-document.ts';

/** A reason in words: short for a tag, whole with what to do next. */
export interface ReasonWords {
  readonly short: string;
  readonly what: string;
  readonly next: string;
}

const FIELDS: Readonly<Record<Language, Readonly<Record<NumberingField, string>>>> = {
  vi: { number: 'số', symbol: 'ký hiệu', issued_on: 'ngày ban hành' },
  en: { number: 'number', symbol: 'symbol', issued_on: 'date of issue' },
};

/** Reasons that say the same of every file. */
const PLAIN: Readonly<
  Record<
    Exclude<EvidenceReason['code'], 'expired' | 'unnumbered' | 'figure_differs'>,
    Readonly<Record<Language, ReasonWords>>
  >
> = {
  without_file: {
    vi: { short: 'chưa có tệp', what: 'Mới có thông tin, chưa có tệp.', next: 'Tải tệp của văn bản lên.' },
    en: { short: 'no file', what: 'There is a record but no file.', next: 'Upload the file.' },
  },
  withdrawn: {
    vi: {
      short: 'đã rút',
      what: 'Minh chứng đã được rút khỏi kho.',
      next: 'Gắn minh chứng khác, hoặc khôi phục minh chứng này.',
    },
    en: { short: 'withdrawn', what: 'It was withdrawn.', next: 'Use another one, or restore it.' },
  },
  infected: {
    vi: {
      short: 'tệp bị cách ly',
      what: 'Tệp bị cách ly vì có mã độc.',
      next: 'Quét lại hoặc xuất lại văn bản từ bản gốc rồi tải lên.',
    },
    en: {
      short: 'quarantined',
      what: 'The file is quarantined: malware was found in it.',
      next: 'Make the file anew from the paper and upload it.',
    },
  },
  scan_waiting: {
    vi: {
      short: 'đang chờ quét mã độc',
      what: 'Tệp đang chờ quét mã độc nên chưa ai mở được.',
      next: 'Chờ quét xong rồi kiểm tra lại.',
    },
    en: {
      short: 'waiting for the scan',
      what: 'The file waits to be scanned for malware and cannot be opened yet.',
      next: 'Check again when the scan is done.',
    },
  },
  unreadable: {
    vi: {
      short: 'không mở được',
      what: 'Tệp hỏng hoặc đặt mật khẩu nên không mở được.',
      next: 'Quét lại văn bản hoặc bỏ mật khẩu rồi tải bản mới lên.',
    },
    en: {
      short: 'cannot be opened',
      what: 'The file is damaged or has a password.',
      next: 'Scan the paper anew, or take the password off, and upload it again.',
    },
  },
  outside_period: {
    vi: {
      short: 'ngoài năm đánh giá',
      what: 'Thời gian minh chứng này chứng minh nằm ngoài năm đánh giá.',
      next: 'Gắn văn bản của năm đánh giá, hoặc sửa thời gian nếu đã ghi nhầm.',
    },
    en: {
      short: 'outside the year',
      what: 'What it proves lies outside the year.',
      next: 'Use a document of the year, or correct the period if it was mistyped.',
    },
  },
  period_unknown: {
    vi: {
      short: 'chưa rõ thời gian chứng minh',
      what: 'Chưa ghi minh chứng này chứng minh cho thời gian nào, và ngày ban hành không nằm trong năm đánh giá.',
      next: 'Ghi thời gian chứng minh, hoặc ngày của số liệu.',
    },
    en: {
      short: 'period not known',
      what: 'It does not say which period it proves, and it was not issued in the year.',
      next: 'Fill in the period it proves, or the day its figures speak of.',
    },
  },
  restricted: {
    vi: {
      short: 'hạn chế, không gửi đi được',
      what: 'Minh chứng thuộc loại hạn chế nên không được gửi ra ngoài đơn vị.',
      next: 'Chuẩn bị bản giấy để đoàn phúc tra xem tại chỗ, hoặc gắn thêm văn bản gửi được.',
    },
    en: {
      short: 'restricted',
      what: 'It is restricted and does not leave the unit.',
      next: 'Have the paper ready to be seen on the spot, or add a document that may leave.',
    },
  },
  children_without_copy: {
    vi: {
      short: 'có hình trẻ em, chưa có bản che',
      what: 'Tệp nhận ra được trẻ em và chưa có bản che, nên không được gửi ra ngoài đơn vị.',
      next: 'Làm bản che: bôi đen mặt và thông tin của trẻ.',
    },
    en: {
      short: 'shows children, no redacted copy',
      what: 'Children can be recognised and there is no redacted copy, so it does not leave the unit.',
      next: 'Make the redacted copy: black out faces and personal data.',
    },
  },
};

/** What an appraiser would say about a file. */
export function evidenceReasonWords(
  reason: EvidenceReason,
  standard: Standard,
  language: Language,
): ReasonWords {
  const vi = language === 'vi';
  switch (reason.code) {
    case 'expired': {
      const on = formatDate(reason.on);
      return vi
        ? {
            short: `hết hiệu lực ${on}`,
            what: `Văn bản hết hiệu lực ngày ${on}.`,
            next: 'Gắn thêm văn bản thay thế còn hiệu lực.',
          }
        : {
            short: `expired ${on}`,
            what: `It expired on ${on}.`,
            next: 'Add the document that took its place.',
          };
    }
    case 'unnumbered': {
      const fields = reason.missing.map((field) => FIELDS[language][field]).join(', ');
      return vi
        ? {
            short: `thiếu ${fields}`,
            what: `Văn bản hành chính thiếu ${fields}.`,
            next: `Ghi ${fields} như trên văn bản; nếu bản giấy chưa có thì xin cấp số.`,
          }
        : {
            short: `no ${fields}`,
            what: `An official document without ${fields}.`,
            next: `Fill in the ${fields} as printed; a paper that has none must be registered first.`,
          };
    }
    case 'figure_differs': {
      const definition = standard.inputs[reason.input]!;
      const [found, entered] = [reason.found, reason.entered].map((value) => formatNumber(value, language));
      return vi
        ? {
            short: `số trong tệp khác số đã nhập`,
            what: `${definition.label}: tệp ghi ${found} (dòng ${reason.line}), số đã nhập là ${entered}.`,
            next: 'Đối chiếu rồi sửa số đã nhập, hoặc gắn đúng văn bản.',
          }
        : {
            short: 'figure differs',
            what: `${definition.labelEn}: the file says ${found} (line ${reason.line}), ${entered} was entered.`,
            next: 'Compare them; then correct the figure, or use the right document.',
          };
    }
    default:
      return PLAIN[reason.code][language];
  }
}

/** What an appraiser would say about the evidence of an indicator as a whole. */
export function indicatorReasonWords(reason: IndicatorReason, language: Language): ReasonWords {
  const vi = language === 'vi';
  switch (reason.code) {
    case 'no_evidence':
      if (reason.nothingOccurred)
        return vi
          ? {
              short: 'chưa có văn bản xác nhận không phát sinh',
              what: 'Số liệu ghi không có trường hợp nào, nhưng chưa có văn bản xác nhận.',
              next: 'Gắn sổ theo dõi hoặc báo cáo ghi rõ trong kỳ không phát sinh trường hợp nào.',
            }
          : {
              short: 'nothing confirms that there was none',
              what: 'The figure says that there was no case, and no document confirms it.',
              next: 'Add the register or a report that says so.',
            };
      if (reason.attached > 0)
        return vi
          ? {
              short: 'không tệp nào dùng được',
              what: 'Đã gắn minh chứng nhưng không tệp nào dùng được cho năm này.',
              next: 'Xem lý do ở từng tệp rồi thay tệp.',
            }
          : {
              short: 'no file counts',
              what: 'Evidence is attached, but none of it counts for this year.',
              next: 'See why at each file, and replace it.',
            };
      return vi
        ? {
            short: 'chưa có tệp nào',
            what: 'Chưa gắn minh chứng nào.',
            next: 'Tải lên hoặc chọn từ kho minh chứng.',
          }
        : {
            short: 'no file',
            what: 'No evidence is attached.',
            next: 'Upload it or choose it from the library.',
          };
    case 'expected_not_seen':
      return vi
        ? {
            short: `chưa thấy: ${reason.expected}`,
            what: `Chưa thấy “${reason.expected}” trong các tệp đã gắn.`,
            next: 'Gắn thêm văn bản này; nếu đã có thì ghi rõ loại, trích yếu của nó.',
          }
        : {
            short: `not seen: ${reason.expected}`,
            what: `“${reason.expected}” is not seen among the files.`,
            next: 'Add it; where it is there, fill in its type and extract.',
          };
    case 'part_of_year': {
      const [from, until] = [formatDate(reason.from), formatDate(reason.until)];
      return vi
        ? {
            short: `chưa chứng minh ${from}–${until}`,
            what: `Các tệp mới chứng minh một phần của năm; từ ${from} đến ${until} chưa có tệp nào.`,
            next: 'Gắn thêm báo cáo của thời gian này, hoặc sửa thời gian chứng minh nếu đã ghi nhầm.',
          }
        : {
            short: `${from}–${until} not proven`,
            what: `The files prove a part of the year; nothing proves ${from} to ${until}.`,
            next: 'Add the report of that time, or correct the periods.',
          };
    }
  }
}
