/** Measures of the page and of its type, from NĐ 30/2020/NĐ-CP Phụ lục I. Millimetres and points. */

export const PAGE = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15 } as const;

/** Width of the text, in millimetres. */
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;

/** Share of the head's left block (issuing body) in percent of the text; the right one holds the national name. */
export const HEAD_LEFT_SHARE = 40;

export const TYPE_SIZE = {
  nationalName: 13,
  motto: 14,
  issuingBody: 13,
  number: 13,
  placeAndDate: 13,
  documentType: 14,
  body: 14,
  table: 12,
  note: 12,
  recipientsTitle: 12,
  recipients: 11,
  pageNumber: 13,
} as const;

/** Indent of the first line, in millimetres (1 cm or 1.27 cm). */
export const FIRST_LINE_INDENT = 12.7;

/** Space between paragraphs, in points (at least 6). */
export const PARAGRAPH_GAP = 6;

/** Share of the text's length that the rule under the issuing body and under the title has (one third to one half). */
export const SHORT_RULE_SHARE = 0.4;
